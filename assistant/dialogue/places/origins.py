"""What follows from where people come from: 4个宁夏来的, 不是新疆籍的."""

import re
from collections.abc import Collection, Sequence

from assistant.dialogue.facts.fact_reader import FactReader
from assistant.dialogue.facts.said import Said
from assistant.dialogue.language.negation import is_denied, is_hedged
from assistant.dialogue.language.words import BLANK
from assistant.dialogue.places.asked_places import Places
from assistant.rules.facts import UNSURE

_LIST_END = re.compile(f"[{BLANK}、和跟]+$")


def with_origins(
    bare: str,
    said: Sequence[Said],
    places: Places,
    before: Collection[str],
    asked: Collection[str],
    reader: FactReader,
) -> list[Said]:
    """What was said, left to right, with what follows from the places that people are said to come from.

    `bare`: the folded text without names of places; `before`: places asked about before; `asked`: facts of
    an origin that the message asks for.
    """
    meant = {start: (reader.origin_facts(region.code), region) for start, region in places.origins}
    named = [
        Said(fact, _is_said(bare[:start]), start, start)
        for start, (facts, _) in meant.items()
        for fact in facts
    ]
    named += [
        Said(fact, False, start, start)
        for start, region in places.strangers
        for fact in reader.origin_facts(region.code)
    ]
    some = {item.fact for item in named if item.value is True}
    here = {region.code[:2] for region in places.matters} | {code[:2] for code in before}
    # 4个宁夏来的、6个贵州来的: a list of places that ends with 等 does not rule the six out.
    others = [
        Said(fact, False if region.code[:2] in here else UNSURE, start, start)
        for start, (facts, region) in meant.items()
        for fact in some - set(facts)
    ]
    origins = [item for item in named if item.value is True or item.fact not in some] + others
    # 四川来的, where 宁夏、西藏、新疆等 are what is asked for: 等 does not say.
    open_ones = set(asked) - {item.fact for item in (*said, *origins)}
    strange = [start for start, (facts, _) in meant.items() if not facts]
    origins += [Said(fact, UNSURE, start, start) for fact in open_ones for start in strange[:1]]
    # 不是新疆籍的，结对帮扶那1500能领吗: the benefit is only named.
    foreign = {item.fact for item in named if item.value is False} - some
    kept = [item for item in said if item.fact not in foreign or item.value is not True]
    return sorted((*kept, *origins), key=lambda item: item.start)


def _is_said(before: str) -> bool | str:
    """Whether people come from a place, by what stands before its name; 籍贯好像是 leaves it open."""
    if is_hedged(before):
        return UNSURE
    # 没有宁夏、新疆来的: the names are blank in the text, and what stands before them denies them.
    return not is_denied(_LIST_END.sub("", before))

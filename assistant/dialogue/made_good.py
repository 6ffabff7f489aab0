"""What was lacking in the conversation so far, and is there by now.

社保没交 → 公司上个月给补上了 · 等他真交上了呢 · 没考过 → 补考过了              of all
20人，其中3个没拿到证 → 那3个里有1个补考过了                               of some

Some who have it by now go over to those who had it, or are a group of their own where something else is told
of them.
"""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from assistant.dialogue.crowd_words import LACK, PERSON, WITHIN
from assistant.dialogue.numerals import NUMERAL, whole_number
from assistant.dialogue.parts import Group, number, without_number
from assistant.dialogue.reading import Reading
from assistant.dialogue.said import CERTIFICATE, HEADCOUNT
from assistant.rules.assess import with_implied
from assistant.rules.facts import FactBook, Facts, FactSpec, Quantity, Value, is_lack

_OF_THOSE = re.compile(
    rf"(?:那|这|[的了])(?P<all>{NUMERAL})[个名位人]{PERSON}?(?:{WITHIN})(?:又|已经?|后来|现在)*有?(?P<some>{NUMERAL})[个名位人]"
)
_MADE_GOOD = re.compile("补[考签交办缴上发]|后来|又|现在|终于|总算|也|已经")
# 交上了, 给买了; said of nothing that is named
_DONE = re.compile("(?:补(?:上|齐|[缴交签办])|[交缴买签办](?:上|齐|好))(?:上|齐)?了")
_ANYTHING = ("补上", "补齐", "续上", "接上")
_NOT_DONE = re.compile("没|不|未|[吗么?]")
_GOT = re.compile("(?:过|通过|合格|到手|[拿考签交办缴发][到上下齐来]?|有)(?:来)?了")


def made_good(groups: Sequence[Group], reading: Reading) -> tuple[Group, ...] | None:
    """The groups of the conversation with those moved who have by now what they lacked; else None."""
    found = _OF_THOSE.search(reading.text)
    if found is None or reading.topics:
        return None
    behind = reading.text[found.end() :].split("。")[0]
    every, some = (whole_number(found[name]) for name in ("all", "some"))
    lacking = [(at, own) for at, (_, own) in enumerate(groups) if number(own) == every and _lack(own)]
    told = _MADE_GOOD.search(behind) and _GOT.search(behind) and not re.search(LACK, behind)
    if every is None or some is None or some > every or len(lacking) != 1 or not told:
        return None
    [(at, own)] = lacking
    now = {**own, **_had_by_now(own, reading), HEADCOUNT: Quantity.exactly(some)}
    left = [*groups]
    left[at] = (groups[at][0], {**own, HEADCOUNT: Quantity.exactly(every - some)})
    same = next(
        (i for i, (_, other) in enumerate(left) if i != at and without_number(other) == without_number(now)),
        None,
    )
    if same is None:
        left.append((groups[at][0], now))
    else:
        together = (number(left[same][1]) or Decimal(0)) + some
        left[same] = (left[same][0], {**left[same][1], HEADCOUNT: Quantity.exactly(together)})
    return tuple((topics, facts) for topics, facts in left if number(facts))


def had_after_all(text: str, now: Facts, before: Facts, book: FactBook, mended: Sequence[str]) -> Facts:
    """What a folded message says is there by now, of what was denied before, where it does not name it.

    `now`: what it says itself; `mended`: words that put right what was lacking, whatever that is (补上).
    Nothing where several things were lacking of which it may be.
    """
    lacking = [fact for fact, value in before.items() if value is False and fact not in now]
    if now.get(CERTIFICATE) is True:
        certificates = with_implied({CERTIFICATE: False}, book)
        meant = [fact for fact in lacking if fact in certificates]
    elif _NOT_DONE.search(text):
        meant = []
    else:
        done = _DONE.search(text)
        words = done[0] if done else next((word for word in mended if word in text), "")
        meant = [fact for fact in lacking if words and _may_be(book[fact], words)]
    return {meant[0]: True} if len(meant) == 1 else {}


def _may_be(spec: FactSpec, words: str) -> bool:
    """Whether words that name nothing (交上了, 补上) may be said of a fact: by its verb, or by none."""
    return bool(spec.verbs) and (words[:2] in _ANYTHING or any(verb in words for verb in spec.verbs))


def _lack(own: Mapping[str, Value]) -> list[str]:
    """What a group is said to lack: a certificate, a contract of no months."""
    return [fact for fact, value in own.items() if is_lack(value)]


def _had_by_now(own: Mapping[str, Value], reading: Reading) -> dict[str, Value]:
    """What they lacked, as it is told now; a thing that has no measure is simply had."""
    told = {**reading.facts, **(reading.groups[-1].facts if reading.groups else {})}
    return {fact: told.get(fact, True) for fact in _lack(own) if own[fact] is False or fact in told}

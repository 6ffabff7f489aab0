"""Reading facts out of a folded message: words, then numbers with units.

签了两年劳动合同 → contract_months 24      没交养老保险 → pension_insured no
中级工 → certificate_level 四级            合同不清楚 → contract_months 不清楚
要不要交社保 → nothing                     课时加到50 → class_hours 50
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from assistant.dialogue.lexicon import Lexicon
from assistant.dialogue.negation import PART_END, is_asked, is_denied, is_unsure
from assistant.dialogue.quantities import Mention, find_quantities
from assistant.dialogue.words import Found, WordList
from assistant.rules.facts import COUNTED, UNSURE, FactBook, FactSpec, Quantity, Value

_UNIT_FACTOR = {
    ("months", "month"): Decimal(1),
    ("months", "year"): Decimal(12),
    ("years", "year"): Decimal(1),
    ("years", "month"): Decimal(1) / 12,
    ("hours", "hour"): Decimal(1),
    ("money", "money"): Decimal(1),
    ("age", "age"): Decimal(1),
}
_COUNT_KINDS = ("person", "times", "trade")
# A cue in another part of the sentence speaks less for a number than any cue in its own part.
_OTHER_PART = 20
_FARTHEST = 30


@dataclass(frozen=True)
class Said:
    """A fact that was said, and where."""

    fact: str
    value: Value
    start: int
    end: int
    adds: bool = False  # 再加2个工种: to be added to what was said before


@dataclass(frozen=True)
class FactReading:
    """Every fact that a message says, left to right, and money that is no fact of its own."""

    said: tuple[Said, ...]
    figures: tuple[Decimal, ...]


def facts_of(said: Iterable[Said]) -> dict[str, Value]:
    """The facts; where one is said twice the last stands, and of groups of people all."""
    facts: dict[str, Value] = {}
    for item in said:
        earlier = facts.get(item.fact)
        if isinstance(earlier, frozenset) and isinstance(item.value, frozenset):
            facts[item.fact] = earlier | item.value
        else:
            facts[item.fact] = item.value
    return facts


class FactReader:
    """Reads facts by the words, phrases and cues of `facts.yaml`."""

    def __init__(self, book: FactBook, lexicon: Lexicon) -> None:
        self._book = book
        self._lexicon = lexicon
        self._words: WordList[tuple[str, Any]] = WordList(
            (word, (spec.id, value)) for spec in book for word, value in _entries(spec)
        )
        self._cues = {spec.id: WordList((cue, spec.id) for cue in spec.cues) for spec in book if spec.cues}

    def read(self, text: str, topics: Collection[str]) -> FactReading:
        """The facts of a message. `topics`: what is being talked about; some facts are read only then."""
        words, mentions = _untangled(self._words.find(text), find_quantities(text))
        said = [s for found in words if (s := self._from_word(text, found, topics))]
        figures: list[Decimal] = []
        for mention in mentions:
            spec = self._spec_for(text, mention, topics, {item.fact for item in said})
            if spec is not None:
                factor = _UNIT_FACTOR.get((spec.kind, mention.kind), Decimal(1))
                adds = text[: mention.start].rstrip("了").endswith(self._lexicon.file.relation["addition"])
                said.append(
                    Said(spec.id, _scaled(mention.quantity, factor), mention.start, mention.end, adds)
                )
            elif mention.kind == "money" and mention.quantity.is_exact:
                figures.append(mention.quantity.low)
        said += self._bare_numbers(text, mentions, {s.fact for s in said}, topics)
        return FactReading(tuple(sorted(said, key=lambda s: s.start)), tuple(figures))

    def spans(self, text: str, facts: Collection[str]) -> tuple[tuple[int, int], ...]:
        """Where words of these facts stand."""
        return tuple(
            (found.start, found.end) for found in self._words.find(text) if found.meaning[0] in facts
        )

    def origin_facts(self, code: str) -> list[str]:
        """Facts that are true of people who come from a region (新疆籍)."""
        return [spec.id for spec in self._book if f"{code[:2]}0000" in spec.origin_places]

    def _from_word(self, text: str, found: Found[tuple[str, Any]], topics: Collection[str]) -> Said | None:
        fact, value = found.meaning
        spec = self._book[fact]
        if value is None or (spec.topics and not set(spec.topics) & set(topics)):
            return None
        before, after = text[: found.start], text[found.end :]
        if is_asked(before, self._lexicon):
            return None
        if is_unsure(before, after, self._lexicon):
            return Said(fact, UNSURE, found.start, found.end)
        if is_denied(before, after):
            if spec.kind != "yes_no":
                return None
            value = not value
        parsed = self._book.parse({fact: [value] if spec.kind == "choices" else value})[fact]
        return Said(fact, parsed, found.start, found.end)

    def _bare_numbers(
        self, text: str, mentions: Sequence[Mention], known: Collection[str], topics: Collection[str]
    ) -> list[Said]:
        """Numbers whose unit stands before them: 课时加到50, 人数改成12."""
        said = []
        for spec in self._book:
            if (
                spec.kind not in COUNTED
                or spec.id in known
                or (spec.topics and not set(spec.topics) & set(topics))
            ):
                continue
            names = "|".join(re.escape(name) for name in (spec.label, *spec.cues, spec.unit) if len(name) > 1)
            match = names and re.search(
                rf"(?:{names})数?(?:一共|总共|是|为|有|共|到|加到|增到|提高到|减到|降到|变成|改成|改为|改|:)*(\d+(?:\.\d+)?)(?![\d.%年月日号级])",
                text,
            )
            if match and not any(m.start < match.end() and match.start(1) < m.end for m in mentions):
                said.append(Said(spec.id, Quantity.exactly(match[1]), match.start(), match.end()))
        return said

    def _spec_for(
        self, text: str, mention: Mention, topics: Collection[str], known: Collection[str]
    ) -> FactSpec | None:
        """The fact that a number belongs to: that of the nearest cue; else the topic's, if not yet known."""
        candidates = [spec for spec in self._book if self._fits(spec, text, mention, topics)]
        # Of two cues equally near, the one of the topic speaks: 以工代训 … 干了4个月.
        ranked = sorted(
            (
                (self._distance(spec, text, mention), not spec.topics, index)
                for index, spec in enumerate(candidates)
            )
        )
        by_topic = [spec for spec in candidates if spec.topics and spec.id not in known]
        uncued = [spec for spec in candidates if not spec.cues and not spec.topics]
        if ranked and ranked[0][0] < _OTHER_PART:
            return candidates[ranked[0][2]]
        if by_topic:
            return by_topic[0]
        if ranked and ranked[0][0] < _FARTHEST:
            return candidates[ranked[0][2]]
        return uncued[0] if uncued else None

    def _fits(self, spec: FactSpec, text: str, mention: Mention, topics: Collection[str]) -> bool:
        if spec.topics and not set(spec.topics) & set(topics):
            return False
        if spec.kind == "count":
            raw = text[mention.start : mention.end]
            return mention.kind in _COUNT_KINDS and raw.endswith(spec.units)
        return (spec.kind, mention.kind) in _UNIT_FACTOR

    def _distance(self, spec: FactSpec, text: str, mention: Mention) -> int:
        cues = self._cues.get(spec.id)
        if cues is None:
            return _FARTHEST
        best = _FARTHEST
        for cue in cues.find(text):
            if cue.start < mention.end and mention.start < cue.end:
                continue
            between = (
                text[cue.end : mention.start] if cue.end <= mention.start else text[mention.end : cue.start]
            )
            distance = len(between) + (_OTHER_PART if PART_END.search(between) else 0)
            best = min(best, distance)
        return best


def _untangled(
    words: list[Found[tuple[str, Any]]], mentions: list[Mention]
) -> tuple[list[Found[tuple[str, Any]]], list[Mention]]:
    """Where a word and a number share characters, the one that holds the other stays: 4050人员; 2|个人."""
    clashes = [(w, m) for w in words for m in mentions if w.start < m.end and m.start < w.end]
    longer = [(w, m) for w, m in clashes if w.start <= m.start and m.end <= w.end]
    lost_mentions = {id(m) for _, m in longer}
    lost_words = {id(w) for w, m in clashes if id(m) not in lost_mentions}
    return [w for w in words if id(w) not in lost_words], [m for m in mentions if id(m) not in lost_mentions]


def _entries(spec: FactSpec) -> list[tuple[str, Any]]:
    entries: list[tuple[str, Any]] = [(word, True) for word in spec.words]
    entries += [(word, False) for word in spec.no_words]
    entries += [(word, None) for word in spec.other_words]
    entries += [(word, value) for value, words in spec.choices.items() for word in (value, *words)]
    entries += [(word, phrase.value) for phrase in spec.phrases for word in phrase.words]
    return list(dict.fromkeys((word, _frozen(value)) for word, value in entries))


def _frozen(value: Any) -> Any:
    """A YAML value that can be a key: {at_most: 12} as the quantity that it means."""
    if isinstance(value, Mapping):
        low, high = Decimal(str(value.get("at_least", 0))), value.get("at_most")
        return Quantity(low, None if high is None else Decimal(str(high)))
    return value


def _scaled(quantity: Quantity, factor: Decimal) -> Quantity:
    high = None if quantity.high is None else quantity.high * factor
    return Quantity(quantity.low * factor, high)

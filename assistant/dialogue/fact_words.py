"""Facts that are said in words: 没交社保, 中级工, 新招, 合同不清楚."""

import re
from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from typing import Any

from assistant.dialogue.lexicon import Lexicon
from assistant.dialogue.negation import Stance, around, stance_of
from assistant.dialogue.said import Said, is_of_others, speaks_now
from assistant.dialogue.words import Found, WordList
from assistant.rules.facts import UNSURE, FactBook, FactSpec, Quantity, denied_choice

# What a word may mean beside a value: the fact itself (合同), or nothing (工作室, which holds 工作).
_NAME, _NOTHING = object(), object()
# 从中级工升到高级工, 中级工换成高级工: the second is meant.
_BECOMES = re.compile(r"[^,。;!?、]{0,4}?(?:升|晋升|提升|换成|改成|改为|变成)[^,。;!?、]{0,3}")

_CLAUSE = re.compile(
    r"的?(?:[那这]一?[条项个笔]|条款|政策|标准|待遇|(?:职工|员工)?(?:技能)?(?:培训)?补贴|的?钱)"
)
_EITHER = re.compile(r"[^,。;!?]{0,4}还是[^,。;!?]{0,3}")

Words = Sequence[Found[tuple[str, Any]]]


class FactWords:
    """Reads the words and phrases of `facts.yaml`."""

    def __init__(self, book: FactBook, lexicon: Lexicon) -> None:
        self._book = book
        self._lexicon = lexicon
        self._words: WordList[tuple[str, Any]] = WordList(
            (word, (spec.id, value)) for spec in book for word, value in _entries(spec)
        )

    def find(self, text: str) -> Words:
        """Every word in a folded text, with the fact and the value that it may mean."""
        return self._words.find(text)

    def read(self, text: str, words: Words, topics: Collection[str]) -> list[Said]:
        """What the words say; `topics`: what is being talked about, some facts are read only then."""
        spans = list({found.start: found for found in words}.values())
        index = {found.start: i for i, found in enumerate(spans)}
        said = [s for found in words if (s := self._read(text, found, spans, index[found.start], topics))]
        said = [item for item in said if not _names_a_rule(text, item, said)]
        said = _without_alternatives(text, said)
        return [item for item in said if not self._is_given_up(text, item, said)]

    def _read(
        self, text: str, found: Found[tuple[str, Any]], spans: Words, index: int, topics: Collection[str]
    ) -> Said | None:
        fact, value = found.meaning
        spec = self._book[fact]
        if value is _NOTHING or not speaks_now(spec, topics) or is_of_others(spec, text, found.start):
            return None
        stance = stance_of(
            around(text, spans, index),
            self._lexicon,
            of_people=spec.kind in ("choice", "choices") and value is not _NAME,
        )
        if stance is Stance.UNSURE:
            return Said(fact, UNSURE, found.start, found.end)
        if stance is Stance.DENIED:
            value = _denied(spec, value)
        if stance is Stance.ASKED or value in (None, _NAME):
            return None
        parsed = self._book.parse({fact: [value] if spec.kind == "choices" else value})[fact]
        return Said(fact, parsed, found.start, found.end)

    def _is_given_up(self, text: str, item: Said, said: Sequence[Said]) -> bool:
        """Whether a value gives way to the next one of the same fact."""
        if not self._book[item.fact].splits:
            return False
        following = next((s for s in said if s.fact == item.fact and s.start >= item.end), None)
        return following is not None and _BECOMES.fullmatch(text[item.end : following.start]) is not None


def _names_a_rule(text: str, item: Said, said: Sequence[Said]) -> bool:
    """我们不是困难企业，能按困难企业那条领吗: what was denied before only names a clause here."""
    denied = any(s.fact == item.fact and s.value is False and s.end <= item.start for s in said)
    return denied and item.value is True and _CLAUSE.match(text, item.end) is not None


def _without_alternatives(text: str, said: Sequence[Said]) -> list[Said]:
    """是头次拿还是复审，我得回去问: either of two values is none yet."""
    either = {
        item
        for one in said
        for other in said
        if one.fact == other.fact and one.end <= other.start
        if _EITHER.fullmatch(text[one.end : other.start])
        for item in (one, other)
    }
    return [item for item in said if item not in either]


def _denied(spec: FactSpec, value: Any) -> Any:
    """What a denied word says: 没交社保 no, 没签合同 none, 不是残疾人 that one group less."""
    if value is _NAME:
        return 0 if spec.kind == "months" else False if spec.kind == "yes_no" else None
    if spec.kind == "choices":
        return denied_choice(value)
    # 没过，没发证: two noes in a row are no yes.
    return False if spec.kind == "yes_no" and value is True and not spec.one_of_many else None


def _entries(spec: FactSpec) -> list[tuple[str, Any]]:
    entries: list[tuple[str, Any]] = [(word, True) for word in spec.words]
    entries += [(word, False) for word in spec.no_words]
    entries += [(word, value) for value, words in spec.choices.items() for word in (value, *words)]
    entries += [(word, phrase.value) for phrase in spec.phrases for word in phrase.words]
    entries += [(word, _NAME) for word in spec.names]
    entries += [(word, _NOTHING) for word in spec.other_words]
    return list(dict.fromkeys((word, _frozen(value)) for word, value in entries))


def _frozen(value: Any) -> Any:
    """A YAML value that can be a key: {at_most: 12} as the quantity that it means."""
    if isinstance(value, Mapping):
        low, high = Decimal(str(value.get("at_least", 0))), value.get("at_most")
        return Quantity(low, None if high is None else Decimal(str(high)))
    return value

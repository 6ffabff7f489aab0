"""A number that corrects what was told before, where no word names the fact: 记错了，是花了260万.

It is the fact whose old number is named beside it (不是210万，是260万), that a word points to, or the only
one of its kind. Of several nobody knows which is meant, and none is changed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.dialogue.facts.fact_numbers import fits, in_unit_of
from assistant.dialogue.facts.said import can_be
from assistant.dialogue.language.numerals import read_numeral
from assistant.dialogue.language.quantities import Mention
from assistant.dialogue.language.sentence import part_before
from assistant.rules.facts import FactBook, Facts, FactSpec, Quantity

_NUMBER = r"\d{1,9}(?:\.\d{1,2})?"
_NO_UNIT = r"(?=[,。;!?了吧的]|才[是对]|$)"
# 二十万 as well as 200000; of money alone
_FIGURE = rf"(?:{_NUMBER}|[一二两三四五六七八九十百千零]{{1,6}}万)万?元?"
_NOT_BUT = re.compile(
    rf"(?:不是|并非|不止|别按|不该是)(?P<old>{_FIGURE}),?(?:而|应该|应|其实|实际)?"
    rf"(?:是|按|改成|改为)?(?:(?P<new>{_FIGURE}){_NO_UNIT}|(?P<new_ahead>{_FIGURE})才[是对])"
)
# 啊不是,是高级技师
_NO_IT_IS = re.compile("[啊哦噢哎唉诶呃嗯,]*不(?:是|对)[的了啊哦]*,(?:我|应该|其实|而)*是")
# 没考过的不是2个,是1个
_NOT_SO_MANY = re.compile(
    r"(?<=的)人?(?:不是|并非|不止)\d{1,5}(?P<unit>[个人名位]),?(?:而|应该?|其实|实际)?(?=是\d{1,5}(?P=unit))"
)
_SHOULD_BE = re.compile(rf"(?:应该是|应是|改成|改为|其实是|实际是|是)(?P<new>{_NUMBER}){_NO_UNIT}")


@dataclass(frozen=True)
class Retold:
    """What a correction says, and the numbers that say it."""

    facts: dict[str, Quantity]
    mentions: tuple[Mention, ...]


def read_correction(
    text: str, idle: Sequence[Mention], before: Facts, book: FactBook, *, corrects: bool
) -> Retold:
    """The facts of before that numbers of a folded message correct which say no fact by themselves.

    `idle`: numbers with a unit that say no fact; `corrects`: whether words say that something was wrong.
    """
    facts = dict(_bare(text, before, book, corrects=corrects))
    read = [found.span() for found in _NOT_BUT.finditer(text)] if facts else []
    used: list[Mention] = []
    known = [spec for spec in book if isinstance(before.get(spec.id), Quantity)]
    for mention in idle:
        if any(start <= mention.start < end for start, end in read):
            continue
        candidates = [spec for spec in known if fits(spec, mention) and spec.id not in facts]
        if any(in_unit_of(spec, mention.quantity) == before[spec.id] for spec in candidates):
            used.append(mention)  # the old number
            continue
        spec = _meant(text, mention, idle, candidates, before)
        value = None if spec is None else in_unit_of(spec, mention.quantity)
        if spec is not None and value is not None and can_be(book, spec.id, value):
            facts[spec.id] = value
            used.append(mention)
    return Retold(facts, tuple(used) if facts else ())


def without_wrong_count(text: str) -> str:
    """The folded message without how many those who are named first are not: 没考过的是1个."""
    return _NOT_SO_MANY.sub("", text)


def puts_right(text: str, told: Facts, before: Facts) -> bool:
    """Whether a folded message opens with 不是 to put another fact right, and so answers no question."""
    other = any(before.get(fact, value) != value for fact, value in told.items())
    return other and _NO_IT_IS.match(text) is not None


def _bare(text: str, before: Facts, book: FactBook, *, corrects: bool) -> Iterator[tuple[str, Quantity]]:
    """不是26，是25: numbers without a unit; of what was 26 before, where that is one fact."""
    exact = {fact: value for fact, value in before.items() if isinstance(value, Quantity) and value.is_exact}
    for found in _NOT_BUT.finditer(text):
        was = [fact for fact, value in exact.items() if value.low == _number(found["old"])]
        now = Quantity.exactly(_number(found["new"] or found["new_ahead"]))
        if len(was) == 1 and can_be(book, was[0], now):
            yield was[0], now
    if corrects and len(exact) == 1 and (should_be := _SHOULD_BE.search(text)):
        [fact] = exact
        if can_be(book, fact, value := Quantity.exactly(should_be["new"])):
            yield fact, value


def _number(words: str) -> Decimal:
    return read_numeral(words.removesuffix("元"))[0]


def _meant(
    text: str, mention: Mention, idle: Sequence[Mention], candidates: Sequence[FactSpec], before: Facts
) -> FactSpec | None:
    old = [s for s in candidates if any(in_unit_of(s, m.quantity) == before[s.id] for m in idle)]
    part = part_before(text, mention.start)
    pointed_to = [spec for spec in candidates if any(word in part for word in spec.again)]
    return next((some[0] for some in (old, pointed_to, candidates) if len(some) == 1), None)

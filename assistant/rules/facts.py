"""Facts: what a rule may ask for, and the values that were said.

A fact that is absent is unknown. A counted fact is a range, so that 一年以上 or 三四个人 keep what was
said and no more. 不清楚 is an answer too: it stays unknown, and who gave it to a question is not asked again.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Literal, TypeAlias

from pydantic import Field

from assistant.documents.models import Data
from assistant.documents.yaml_file import load_yaml, read_data
from assistant.errors import BadInput, CorpusError

UNSURE = "不清楚"
NONE_OF_THESE = "都不是"
CHOICES = ("choice", "choices")
COUNTED = ("count", "months", "years", "hours", "money", "age")
LARGEST_COUNT = Decimal(1_000_000)
LARGEST_MONEY = Decimal(10) ** 12
MIDDLE_OF_YEAR = 7  # July stands for a year without a month
_PARTS_OF_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2}))?", re.ASCII)
_OPEN_VALUE = re.compile(r"[\u4e00-\u9fff]{1,12}(?:、[\u4e00-\u9fff]{1,12}){0,11}|\d{6}")
_LONGEST_NUMBER = 24  # characters of what is typed, and digits before or after the point


@dataclass(frozen=True)
class Quantity:
    """A number known to lie between two bounds, both included; `high` None: no upper bound."""

    low: Decimal
    high: Decimal | None

    @classmethod
    def exactly(cls, value: Decimal | int | str) -> "Quantity":
        """A number that is known."""
        number = Decimal(value)
        return cls(number, number)

    @property
    def is_exact(self) -> bool:
        """True where only one number is left."""
        return self.low == self.high


class Month(date):
    """A month that somebody named without a day (2020年8月): computed with as its first day."""


class Year(date):
    """A year that somebody named without a month (2020年): computed with as its middle."""


def read_day(written: str) -> date:
    """2020-08-15, 2020-08 or 2020 as a day, keeping how exactly it was said. Raises ValueError."""
    match _PARTS_OF_DATE.fullmatch(written):
        case None:
            return date.fromisoformat(written)
        case parts if parts["month"] is None:
            return Year(int(parts["year"]), MIDDLE_OF_YEAR, 1)
        case parts:
            return Month(int(parts["year"]), int(parts["month"]), 1)


Value: TypeAlias = bool | str | Quantity | date | frozenset[str]
Facts: TypeAlias = Mapping[str, Value]


def denied_choice(value: str) -> str:
    """What stands in a set of choices for one that was denied: 不是残疾人 says nothing of other groups."""
    return f"非{value}"


def is_lack(value: Value) -> bool:
    """Whether a value says that something is lacking: no certificate, a contract of no months."""
    none = value == frozenset((NONE_OF_THESE,))
    return value is False or none or (isinstance(value, Quantity) and value.high == 0)


class Phrase(Data):
    """Words that mean a value: 新招 → at most 12 months."""

    words: tuple[str, ...]
    value: Any


class Instead(Data):
    """Words for what happened instead, and what beside them tells otherwise; see language/instead.py."""

    words: tuple[str, ...]
    unless: tuple[str, ...] = ()
    unless_ahead: tuple[str, ...] = ()
    unless_beside: tuple[str, ...] = ()
    unless_behind: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    of_oneself: bool = False


class FactSpec(Data):
    """What a fact is and how people say it; the fields are explained at the head of facts.yaml."""

    id: str
    label: str
    kind: Literal["yes_no", "choice", "choices", "count", "months", "years", "hours", "money", "age", "date"]
    question: str = ""
    unit: str = ""
    units: tuple[str, ...] = ()
    scope: Literal["person", "case"] = "case"
    assume_one: bool = False
    splits: bool = False
    of_some: bool = False
    names: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    no_words: tuple[str, ...] = ()
    none_words: tuple[str, ...] = ()
    denials: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    among: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    other_words: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    doings: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    doers: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    undone: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    instead: tuple[Instead, ...] = ()
    one_of_many: bool = False
    ways: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    loosely: bool = False
    verbs: tuple[str, ...] = ()
    gained: tuple[str, ...] = ()
    decided: bool = False
    awarded: bool | tuple[str, ...] = False
    failed: dict[str, Any] = Field(default_factory=dict)
    had: tuple[str, ...] = ()
    this_year: bool = False
    this_firm: bool = False
    any_year: bool = False
    choices: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    phrases: tuple[Phrase, ...] = ()
    from_months: int = 0
    cues: tuple[str, ...] = ()
    again: tuple[str, ...] = ()
    by_topic: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    since: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    implies: dict[Any, dict[str, Any]] = Field(default_factory=dict)
    origin_places: tuple[str, ...] = ()
    of_place: bool = False
    homes: tuple[str, ...] = ()
    outsiders: tuple[str, ...] = ()
    includes: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    open: bool = False
    of_benefits: bool = False
    known_by: str = ""
    attainable: str = ""
    upwards: tuple[str, ...] = ()

    def awards(self, value: object) -> bool:
        """Whether a value is one that people try for and get or do not get."""
        return self.awarded if isinstance(self.awarded, bool) else value in self.awarded

    def is_denied(self, value: Value | None) -> bool:
        """Whether a value says no more than which of the choices it is not: 不是贫困户."""
        return isinstance(value, frozenset) and value <= {denied_choice(choice) for choice in self.choices}

    def missed(self, value: Any) -> dict[str, Any]:
        """What follows where a value was tried for and not got, as `FactBook.parse` reads it.

        No certificate of the level (没考上高级工), none of several awards, no membership of a group, or no.
        """
        match self.kind:
            case "choice":
                return {self.id: value, **self.failed} if self.failed else {self.id: NONE_OF_THESE}
            case "choices":
                return {self.id: [denied_choice(value)]}
            case _:
                return {self.id: False}

    def left_open(self, value: Any) -> dict[str, Any]:
        """What follows where nobody knows yet whether a choice was got; a level is named all the same."""
        return {self.id: value, **dict.fromkeys(self.failed, UNSURE)} if self.failed else {self.id: UNSURE}

    def way_of(self, words: str) -> str | None:
        """Which of several ways to "yes" the words name; None where they name the whole."""
        return next((way for way, parts in self.ways.items() if any(part in words for part in parts)), None)

    @property
    def options(self) -> tuple[str, ...]:
        """Answers that a person may click."""
        match self.kind:
            case "yes_no":
                return ("是", "否", UNSURE)
            case "choice":
                return (*self.choices, UNSURE)
            case "choices":
                return (*self.choices, NONE_OF_THESE, UNSURE)
            case _:
                return (UNSURE,)


class FactBook:
    """All facts of `facts.yaml` by id."""

    def __init__(self, specs: Mapping[str, FactSpec]) -> None:
        self._specs = dict(specs)

    def __contains__(self, fact: object) -> bool:
        return fact in self._specs

    def __iter__(self) -> Iterator[FactSpec]:
        return iter(self._specs.values())

    def __getitem__(self, fact: str) -> FactSpec:
        return self._specs[fact]

    def parse(self, raw: Mapping[str, Any]) -> dict[str, Value]:
        """Facts as JSON or YAML holds them, as values.

        yes_no: true / false; choice: its value, or a list of what it is not; choices: a list; counted: a
        number, a pair [low, high], or {at_least: n} / {at_most: n}; date: YYYY-MM-DD, YYYY-MM or YYYY; any of
        them: 不清楚.
        Raises BadInput, in Chinese, for a fact that does not exist or a value that it cannot have.
        """
        return {fact: self._value(fact, value) for fact, value in raw.items()}

    def _value(self, fact: str, raw: Any) -> Value:
        if fact not in self:
            raise BadInput(f"没有“{fact}”这一项事实。")
        spec = self[fact]
        if raw == UNSURE:
            return UNSURE
        if spec.kind == "yes_no" and isinstance(raw, bool):
            return raw
        # Of an award that was tried for in vain, 都不是 is known.
        none = (NONE_OF_THESE,) if spec.awarded else ()
        if spec.kind == "choice" and isinstance(raw, str) and raw in (*spec.choices, *none):
            return raw
        if spec.open and isinstance(raw, str) and _OPEN_VALUE.fullmatch(raw):
            return raw
        if spec.kind in ("choice", "choices") and isinstance(raw, list | tuple | set | frozenset):
            chosen, denied = frozenset(map(str, raw)), {*map(denied_choice, spec.choices)}
            # Of a single choice only what it is not can be several.
            if chosen <= (denied if spec.kind == "choice" else {*spec.choices, NONE_OF_THESE, *denied}):
                return chosen
        if spec.kind == "date":
            try:
                return raw if isinstance(raw, date) else read_day(str(raw))
            except ValueError:
                pass
        if spec.kind in COUNTED:
            quantity = _quantity(raw, LARGEST_MONEY if spec.kind == "money" else LARGEST_COUNT)
            if quantity is not None:
                return quantity
        raise BadInput(f"“{spec.label}”的值不能用：{str(raw)[:40]}")

    def store(self, facts: Facts) -> dict[str, Any]:
        """Facts as JSON holds them; `parse` reads them back."""
        return {fact: _stored(value) for fact, value in facts.items()}

    def show(self, fact: str, value: Value) -> str:
        """A fact as a person reads it: 劳动合同期限 24个月."""
        spec = self[fact]
        if value == UNSURE:
            return f"{spec.label}：{UNSURE}"
        match value:
            case bool():
                return f"{spec.label}：{'是' if value else '否'}"
            case Quantity(low, high):
                unit = spec.unit
                if high is None:
                    return f"{spec.label}：{plain(low)}{unit}以上"
                if low == high:
                    return f"{spec.label}：{plain(low)}{unit}"
                span = f"{plain(low)}至{plain(high)}{unit}" if low else f"{plain(high)}{unit}以内"
                return f"{spec.label}：{span}"
            case frozenset():
                denied = {choice for choice in spec.choices if denied_choice(choice) in value}
                left = [choice for choice in spec.choices if choice not in denied]
                if spec.kind == "choice" and 1 < len(left) < len(denied):
                    return f"{spec.label}：{'或者'.join(left)}"
                said = sorted(value - set(map(denied_choice, denied))) + [
                    f"不是{one}" for one in sorted(denied)
                ]
                return f"{spec.label}：{'、'.join(said)}"
            case _:
                return f"{spec.label}：{_stored(value)}"


def load_facts(path: Path) -> FactBook:
    """Read `facts.yaml`. Raises CorpusError where an entry is wrong or an id is given twice."""
    specs: dict[str, FactSpec] = {}
    for entry in load_yaml(path, list):
        spec = read_data(entry, FactSpec, path.name)
        if spec.id in specs:
            raise CorpusError(f"{path.name} {spec.id}", "同一个 id 出现了两次")
        specs[spec.id] = spec
    book = FactBook(specs)
    for spec in specs.values():
        if unknown := set(spec.upwards) - set(spec.choices):
            raise CorpusError(f"{path.name} {spec.id}.upwards", f"没有这些选项：{sorted(unknown)}")
        if unknown := set(spec.denials) - set(spec.choices):
            raise CorpusError(f"{path.name} {spec.id}.denials", f"没有这些选项：{sorted(unknown)}")
        if unknown := {value for left in spec.among.values() for value in left} - set(spec.choices):
            raise CorpusError(f"{path.name} {spec.id}.among", f"没有这些选项：{sorted(unknown)}")
        _check_values(book, f"{path.name} {spec.id}.failed", spec.failed)
        for value, implied in spec.implies.items():
            _check_values(book, f"{path.name} {spec.id}.implies.{value}", implied)
        for phrase in spec.phrases:
            _check_values(book, f"{path.name} {spec.id}.phrases", {spec.id: phrase.value})
    return book


def _check_values(book: FactBook, where: str, values: Mapping[str, Any]) -> None:
    try:
        book.parse(values)
    except BadInput as error:
        raise CorpusError(where, str(error)) from error


def plain(number: Decimal) -> str:
    """A decimal without exponent and without idle zeros: 1000, 1.5."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _quantity(raw: Any, largest: Decimal) -> Quantity | None:
    match raw:
        case Quantity():
            return raw
        case {"at_least": low, **rest} if set(rest) <= {"at_most"}:
            low_number, high_number = _number(low), _number(rest["at_most"]) if rest else None
            if low_number is None or (rest and high_number is None):
                return None
        case {"at_most": high, **rest} if not rest:
            low_number, high_number = Decimal(0), _number(high)
            if high_number is None:
                return None
        case [low, high]:
            low_number, high_number = _number(low), _number(high)
            if low_number is None or high_number is None:
                return None
        case _:
            low_number = high_number = _number(raw)
            if low_number is None:
                return None
    top = low_number if high_number is None else high_number
    if not 0 <= low_number <= top <= largest:
        return None
    return Quantity(low_number, high_number)


def _number(raw: Any) -> Decimal | None:
    if isinstance(raw, bool) or not isinstance(raw, int | float | str | Decimal):
        return None
    if isinstance(raw, str) and len(raw) > _LONGEST_NUMBER:
        return None
    try:
        number = Decimal(str(raw))
    except InvalidOperation:
        return None
    # 1e-999999 is a number too, and a million characters long where it is shown.
    return number if number.is_finite() and abs(number.adjusted()) <= _LONGEST_NUMBER else None


def _stored(value: Value) -> Any:
    match value:
        case Quantity(low, None):
            return {"at_least": plain(low)}
        case Quantity(low, high):
            return plain(low) if high is None or low == high else [plain(low), plain(high)]
        case frozenset():
            return sorted(value)
        case Year():
            return f"{value:%Y}"
        case Month():
            return f"{value:%Y-%m}"
        case date():
            return value.isoformat()
        case _:
            return value

"""The calculator's form: the facts that one benefit asks for, and what was filled in as facts."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from assistant.errors import BadInput
from assistant.rules.conditions import comparisons, values_of
from assistant.rules.facts import COUNTED, UNSURE, FactBook
from assistant.rules.formulas import walk
from assistant.rules.rulebook import Rule

Kind = Literal["one", "many", "number", "date"]
_YES_NO = {"是": True, "否": False}
_NUMBER = r"(\d+(?:\.\d+)?)"
_SPAN = re.compile(rf"{_NUMBER}\s*[-－–—~～至到]\s*{_NUMBER}")
_AT_LEAST = re.compile(rf"(?:至少|不少于|不低于|≥|>=)\s*{_NUMBER}|{_NUMBER}\s*以上")
_AT_MOST = re.compile(rf"(?:至多|最多|不超过|≤|<=)\s*{_NUMBER}|{_NUMBER}\s*(?:以内|以下)")


@dataclass(frozen=True)
class Field:
    """A question of the form. `options` are empty where something is typed."""

    fact: str
    question: str
    kind: Kind
    options: tuple[str, ...] = ()
    unit: str = ""


def form_fields(rule: Rule, book: FactBook) -> tuple[Field, ...]:
    """The facts that a benefit asks for and no other: conditions, amount, bounds, what is assumed."""
    return tuple(_field(fact, rule, book) for fact in dict.fromkeys(_facts_of(rule)))


def filled_in(fields: Sequence[Field], values: Sequence[Any]) -> dict[str, Any]:
    """What was filled in, as `FactBook.parse` takes it; what was left empty stays unknown.

    Raises BadInput, naming the question, for a number that cannot be read.
    """
    answers = {one: value for one, value in zip(fields, values, strict=True) if value not in (None, "", [])}
    return {field.fact: _value(field, value) for field, value in answers.items()}


def as_filled(fields: Sequence[Field], facts: Mapping[str, Any]) -> list[Any]:
    """Facts that are known already, as the form's fields hold them; the reverse of `filled_in`."""
    return [_shown(field, facts.get(field.fact)) for field in fields]


def _facts_of(rule: Rule) -> Iterator[str]:
    benefit = rule.benefit
    yield from (one.fact for one in comparisons(benefit.when) if not one.assumed)
    for part in walk(benefit.amount):
        yield from part.facts
        yield from (one.fact for condition in part.conditions for one in comparisons(condition))
    yield from benefit.excluded_by
    yield from (one.fact for limit in rule.limits for one in comparisons(limit.blocked_when))
    yield from (one.fact for adjustment in rule.adjustments for one in comparisons(adjustment.when))
    # What goes without saying comes last: it is only filled in where it is not so.
    yield from (one.fact for one in comparisons(benefit.when) if one.assumed)


def _field(fact: str, rule: Rule, book: FactBook) -> Field:
    spec = book[fact]
    question = spec.question or f"{spec.label}？"
    if spec.kind in COUNTED:
        return Field(fact, question, "number", unit=spec.unit)
    if spec.kind == "date":
        return Field(fact, question, "date")
    options = spec.options
    if spec.kind == "choices":
        # Of a long list only those that make a difference to this benefit.
        conditions = (rule.benefit.when, *(c for part in walk(rule.benefit.amount) for c in part.conditions))
        telling = {value for condition in conditions for value in values_of(condition, fact)}
        options = tuple(one for one in options if one in telling or one not in spec.choices)
    return Field(fact, question, "many" if spec.kind == "choices" else "one", options)


def _value(field: Field, value: Any) -> Any:
    if value in (UNSURE, [UNSURE]):
        return UNSURE
    match field.kind:
        case "one":
            return _YES_NO.get(value, value) if set(field.options) >= set(_YES_NO) else value
        case "many":
            return [one for one in value if one != UNSURE]
        case "number":
            return _number(field, str(value))
        case "date":
            return str(value).strip()


def _number(field: Field, written: str) -> Any:
    """3, 3-4, 12以上 or 12以内, with or without the unit."""
    text = written.strip().replace(",", "").replace("，", "")
    text = text.replace(field.unit, "").strip() if field.unit else text
    if text == UNSURE:
        return UNSURE
    if re.fullmatch(_NUMBER, text, re.ASCII):
        return text
    if span := _SPAN.fullmatch(text):
        return [span[1], span[2]]
    if least := _AT_LEAST.fullmatch(text):
        return {"at_least": least[1] or least[2]}
    if most := _AT_MOST.fullmatch(text):
        return {"at_most": most[1] or most[2]}
    raise BadInput(f"“{field.question}”请填数字，例如 3、3-4、12以上；填的是：{written[:20]}")


def _shown(field: Field, value: Any) -> Any:
    match value:
        case None:
            return [] if field.kind == "many" else None
        case bool():
            return "是" if value else "否"
        case [low, high] if field.kind == "number":
            return f"{low}-{high}"
        case {"at_least": low}:
            return f"{low}以上"
        case _:
            return value

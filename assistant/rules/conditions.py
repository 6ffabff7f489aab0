"""Conditions: when a benefit is due. Three-valued: true, false, or unknown (None) with what is missing.

all: [...]   any: [...]   not: ...
{fact: true}   {fact: 四级}   {fact: {in: [...]}}
{fact: {at_least: 12}}   at_most   more_than   less_than
{fact: ..., as: 怎么说}          the words that a person reads for this condition
{fact: true, assumed: true}      an act or a quality that goes without saying: met where nobody speaks of it
{fact: 甲, rather_than: [乙]}    who named 乙 and no 甲 is taken not to be 甲; of others that is not known
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from assistant.rules.facts import (
    NONE_OF_THESE,
    UNSURE,
    FactBook,
    Facts,
    Quantity,
    Value,
    denied_choice,
    plain,
)

Operator = Literal["is", "in", "at_least", "at_most", "more_than", "less_than"]
OPERATORS: tuple[str, ...] = ("is", "in", "at_least", "at_most", "more_than", "less_than")
_IN_WORDS = {"at_least": "不少于", "at_most": "不超过", "more_than": "超过", "less_than": "少于"}


@dataclass(frozen=True)
class Compare:
    """One fact held against what the clause asks."""

    fact: str
    operator: Operator
    operand: Any
    wording: str | None = None
    assumed: bool = False  # 开展以工代训: nobody who asks for it says so, and who denies it has none of it
    rather_than: frozenset[str] = frozenset()


@dataclass(frozen=True)
class AllOf:
    """Every part must hold."""

    parts: tuple["ConditionNode", ...]
    wording: str | None = None


@dataclass(frozen=True)
class AnyOf:
    """One part is enough."""

    parts: tuple["ConditionNode", ...]
    wording: str | None = None


@dataclass(frozen=True)
class Not:
    """The part must not hold."""

    part: "ConditionNode"
    wording: str | None = None


ConditionNode = Compare | AllOf | AnyOf | Not


@dataclass(frozen=True)
class Reason:
    """A condition in words and whether it is met."""

    wording: str
    truth: bool | None
    assumed: bool = False  # met only because nobody said otherwise


@dataclass(frozen=True)
class Judgement:
    """What a condition comes to, with the facts still missing, the most needed first."""

    truth: bool | None
    missing: tuple[str, ...]
    reasons: tuple[Reason, ...]


def parse_condition(raw: Any) -> ConditionNode:
    """A condition from YAML. Raises ValueError that names what is wrong."""
    if isinstance(raw, Compare | AllOf | AnyOf | Not):
        return raw
    if not isinstance(raw, dict):
        raise ValueError(f"条件应为映射：{raw!r}")
    entries = dict(raw)
    wording = entries.pop("as", None)
    assumed, rather_than = entries.pop("assumed", False), entries.pop("rather_than", ())
    if len(entries) != 1:
        raise ValueError(f"一个条件只能有一项：{raw!r}")
    [(key, operand)] = entries.items()
    match key:
        case "all" | "any" | "not" if assumed or rather_than:
            raise ValueError(f"assumed 和 rather_than 写在单项条件里：{raw!r}")
        case "all" | "any":
            if not isinstance(operand, list) or not operand:
                raise ValueError(f"{key} 要有一列条件：{raw!r}")
            parts = tuple(map(parse_condition, operand))
            return AllOf(parts, wording) if key == "all" else AnyOf(parts, wording)
        case "not":
            return Not(parse_condition(operand), wording)
    if not isinstance(operand, dict):
        return Compare(key, "is", operand, wording, bool(assumed), frozenset(rather_than))
    if assumed or rather_than:
        raise ValueError(f"assumed 和 rather_than 只用于一个值：{raw!r}")
    if len(operand) != 1 or next(iter(operand)) not in OPERATORS:
        raise ValueError(f"不认识的比较：{raw!r}")
    [(operator, value)] = operand.items()
    if operator in _IN_WORDS:
        return Compare(key, operator, _bound(value), wording)
    if operator == "in" and not (isinstance(value, list) and value):
        raise ValueError(f"in 要有一列值：{raw!r}")
    return Compare(key, operator, tuple(value) if operator == "in" else value, wording)


def _bound(raw: Any) -> Decimal:
    try:
        return Decimal(str(raw))
    except InvalidOperation as error:
        raise ValueError(f"应为数：{raw!r}") from error


Condition = Annotated[Compare | AllOf | AnyOf | Not, BeforeValidator(parse_condition)]


def comparisons(condition: ConditionNode | None) -> Iterator[Compare]:
    """Every comparison inside a condition."""
    match condition:
        case Compare():
            yield condition
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from comparisons(part)
        case Not(part):
            yield from comparisons(part)


def values_of(condition: ConditionNode | None, fact: str) -> Iterator[str]:
    """The values of a choice that a condition asks about."""
    for comparison in comparisons(condition):
        if comparison.fact == fact:
            operand = comparison.operand
            yield from operand if comparison.operator == "in" else (operand,)


def judge(condition: ConditionNode | None, facts: Facts, book: FactBook) -> Judgement:
    """Judge a condition; no condition holds."""
    if condition is None:
        return Judgement(True, (), ())
    truth, missing = _truth(condition, facts)
    parts = condition.parts if isinstance(condition, AllOf) and condition.wording is None else (condition,)
    reasons = tuple(_reason(part, facts, book) for part in parts)
    return Judgement(truth, tuple(dict.fromkeys(missing)), reasons)


def is_borne_out(comparison: Compare, facts: Facts) -> bool:
    """Whether what was said meets a comparison; what is only assumed says nothing for it."""
    return comparison.fact in facts and _truth(comparison, facts)[0] is True


def is_of_another_kind(comparison: Compare, facts: Facts) -> bool:
    """Whether one of several kinds is asked for, and another was said: 职工学徒, where it is 学生学徒."""
    kinds = comparison.operand if comparison.operator == "in" else (comparison.operand,)
    of_kinds = comparison.operator in ("is", "in") and not any(isinstance(kind, bool) for kind in kinds)
    return of_kinds and comparison.fact in facts and _truth(comparison, facts)[0] is False


def _reason(condition: ConditionNode, facts: Facts, book: FactBook) -> Reason:
    truth = _truth(condition, facts)[0]
    taken = truth is True and any(c.assumed and c.fact not in facts for c in comparisons(condition))
    return Reason(describe(condition, book), truth, taken)


def describe(condition: ConditionNode, book: FactBook) -> str:
    """A condition in plain Chinese."""
    if condition.wording:
        return condition.wording
    match condition:
        case AllOf(parts):
            return "，并且".join(describe(part, book) for part in parts)
        case AnyOf(parts):
            return "，或者".join(describe(part, book) for part in parts)
        case Not(part):
            return f"不属于：{describe(part, book)}"
        case Compare(fact, operator, operand):
            spec = book[fact]
            match operator:
                case "is":
                    if isinstance(operand, bool):
                        return spec.label if operand else f"没有：{spec.label}"
                    return f"{spec.label}为{operand}"
                case "in":
                    return f"{spec.label}为{'、'.join(map(str, operand))}"
                case _:
                    return f"{spec.label}{_IN_WORDS[operator]}{plain(operand)}{spec.unit}"


def _truth(condition: ConditionNode, facts: Facts) -> tuple[bool | None, tuple[str, ...]]:
    match condition:
        case Compare(fact, operator, operand):
            if condition.assumed and fact not in facts:
                return True, ()
            truth = _compare(facts.get(fact), operator, operand, condition.rather_than)
            return truth, (fact,) if truth is None else ()
        case AllOf(parts):
            return _combine([_truth(part, facts) for part in parts], decisive=False)
        case AnyOf(parts):
            return _combine([_truth(part, facts) for part in parts], decisive=True)
        case Not(part):
            truth, missing = _truth(part, facts)
            return (None if truth is None else not truth), missing


def _combine(
    judged: list[tuple[bool | None, tuple[str, ...]]], *, decisive: bool
) -> tuple[bool | None, tuple[str, ...]]:
    """Kleene's 'and' (a false part decides) and 'or' (a true part decides)."""
    if any(truth is decisive for truth, _ in judged):
        return decisive, ()
    missing = tuple(fact for truth, facts in judged if truth is None for fact in facts)
    return (None if missing else not decisive), missing


def _compare(
    value: Value | None, operator: Operator, operand: Any, rather_than: frozenset[str]
) -> bool | None:
    if value is None or value == UNSURE:
        return None
    if isinstance(value, Quantity):
        return _compare_quantity(value, operator, Decimal(str(operand)))
    wanted = operand if operator == "in" else (operand,)
    if isinstance(value, frozenset):
        # Somebody who named one group may belong to others: only to deny the wanted ones rules them out.
        if value & set(wanted):
            return True
        if value & rather_than:
            return False
        return False if NONE_OF_THESE in value or set(map(denied_choice, wanted)) <= value else None
    return value in wanted


def _compare_quantity(value: Quantity, operator: Operator, bound: Decimal) -> bool | None:
    low, high = value.low, value.high
    match operator:
        case "at_least":
            surely, never = low >= bound, high is not None and high < bound
        case "more_than":
            surely, never = low > bound, high is not None and high <= bound
        case "at_most":
            surely, never = high is not None and high <= bound, low > bound
        case "less_than":
            surely, never = high is not None and high < bound, low >= bound
        case _:
            surely, never = low == high == bound, low > bound or (high is not None and high < bound)
    return True if surely else False if never else None

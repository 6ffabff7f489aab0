"""A rule's own examples: each must give what it says, and there must be one for every case."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from assistant.errors import BadInput
from assistant.rules.amount import UNSTATED, Amount, show
from assistant.rules.assess import Entitlement, assess
from assistant.rules.conditions import Compare, ConditionNode, comparisons
from assistant.rules.facts import UNSURE, FactBook, Facts, Quantity, plain
from assistant.rules.formulas import Formula, Situation, walk
from assistant.rules.models import Example
from assistant.rules.rulebook import Rule


@dataclass(frozen=True)
class Trial:
    """An example that was run."""

    example: Example
    facts: Facts
    entitlement: Entitlement


def run_example(rule: Rule, example: Example, book: FactBook) -> Trial | str:
    """Assess an example on the day of issue; where its facts cannot be read, what is wrong with them."""
    try:
        facts = book.parse(example.facts)
    except BadInput as error:
        return f"例“{example.say}”：{error}"
    return Trial(example, facts, assess(rule, facts, book, on=rule.policy.about.issued_on))


def mismatches(trial: Trial) -> Iterator[str]:
    """Where an example says another outcome, amount or missing fact than the rule gives."""
    example, got = trial.example, trial.entitlement
    if got.outcome != example.outcome:
        yield f"例“{example.say}”：应为 {example.outcome}，算出 {got.outcome}"
    try:
        wanted = expected_amount(example.amount)
    except ValueError as error:
        yield f"例“{example.say}”：{error}"
        return
    if got.amount != wanted:
        yield f"例“{example.say}”：金额应为 {_shown(wanted)}，算出 {_shown(got.amount)}"
    if set(got.missing) != set(example.asks):
        yield f"例“{example.say}”：应问 {sorted(example.asks)}，算出 {sorted(got.missing)}"


def expected_amount(written: Any) -> Amount | None:
    """The amount that an example writes; None: nothing is due. Raises ValueError for another notation."""
    try:
        match written:
            case None:
                return None
            case "unstated":
                return UNSTATED
            case [low, high]:
                return Amount(Decimal(str(low)), Decimal(str(high)))
            case {"at_least": low, **rest} if not rest:
                return Amount(Decimal(str(low)), None)
            case {"at_most": high, **rest} if not rest:
                return Amount(None, Decimal(str(high)))
            case _:
                return Amount.exactly(Decimal(str(written)))
    except InvalidOperation as error:
        raise ValueError(f"金额的写法不认识：{written!r}") from error


def _shown(amount: Amount | None) -> str:
    return "不给" if amount is None else show(amount)


def missing_examples(rule: Rule, trials: Sequence[Trial], book: FactBook) -> Iterator[str]:
    """Cases without an example: an outcome, a threshold or what lies beyond it, a row, a cap."""
    benefit, formulas = rule.benefit, tuple(walk(rule.benefit.amount))
    outcomes = {trial.entitlement.outcome for trial in trials}
    for outcome in ("eligible", "ineligible", "undetermined") if benefit.when else ("eligible",):
        if outcome not in outcomes:
            yield f"缺一个 {outcome} 的例"
    if benefit.excluded_by and not any(trial.entitlement.excluded for trial in trials):
        yield f"缺一个因 {'、'.join(benefit.excluded_by)} 不能再享受的例"
    for condition in (benefit.when, *(c for formula in formulas for c in formula.conditions)):
        yield from untried_thresholds(condition, trials)
        yield from _undenied(condition, trials)
    for formula in formulas:
        yield from _untried_formula(formula, trials, book)


def _undenied(condition: ConditionNode | None, trials: Sequence[Trial]) -> Iterator[str]:
    """What goes without saying and is denied in no example: nobody has seen that it is no idle condition."""
    for compare in comparisons(condition):
        told = {trial.facts[compare.fact] for trial in trials if compare.fact in trial.facts}
        if compare.assumed and not told - {compare.operand, UNSURE}:
            yield f"缺一个 {compare.fact} 被否认的例"


def untried_thresholds(condition: ConditionNode | None, trials: Sequence[Trial]) -> Iterator[str]:
    """Thresholds of a condition that no example stands at, or none beyond."""
    for compare in comparisons(condition):
        if compare.operator not in ("is", "in"):
            yield from _untried(compare, trials)


def _untried(threshold: Compare, trials: Sequence[Trial]) -> Iterator[str]:
    """Each threshold is tried at its number and beyond it, on the side where it turns."""
    fact, number = threshold.fact, threshold.operand
    said = [value for trial in trials if isinstance(value := trial.facts.get(fact), Quantity)]
    if Quantity.exactly(number) not in said:
        yield f"缺一个 {fact} 正好为 {plain(number)} 的例"
    if threshold.operator in ("at_least", "less_than"):
        if not any(value.high is not None and value.high < number for value in said):
            yield f"缺一个 {fact} 不到 {plain(number)} 的例"
    elif not any(value.low > number for value in said):
        yield f"缺一个 {fact} 超过 {plain(number)} 的例"


def _untried_formula(formula: Formula, trials: Sequence[Trial], book: FactBook) -> Iterator[str]:
    if formula.boundary:
        fact, most = formula.boundary
        yield from _untried(Compare(fact, "at_most", most), trials)
    values = [[part.evaluate(Situation(t.facts, book)).amount for part in formula.parts] for t in trials]
    match formula.operator:
        case "table":
            [fact] = formula.facts
            tried = {trial.facts.get(fact) for trial in trials}
            yield from (f"缺一个 {fact} 为“{row}”的例" for row in formula.rows if row not in tried)
        case "cap":
            limit = Amount.exactly(formula.figures[0])
            if not any(inner == limit for [inner] in values):
                yield f"缺一个正好到上限（{show(limit)}）的例"
            if not any(_surely_less(limit, inner) for [inner] in values):
                yield f"缺一个超过上限（{show(limit)}）的例"
        case "lesser":
            if not any(_surely_less(first, second) for first, second in values):
                yield "缺一个前一项较小的例"
            if not any(_surely_less(second, first) for first, second in values):
                yield "缺一个后一项较小的例"


def _surely_less(one: Amount, other: Amount) -> bool:
    return one.high is not None and other.low is not None and one.high < other.low

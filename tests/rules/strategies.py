"""Random facts for a rule: complete ones, and less of the same."""

from collections.abc import Iterator
from decimal import Decimal

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from assistant.rules.conditions import ConditionNode, comparisons
from assistant.rules.facts import COUNTED, NONE_OF_THESE, FactBook, Facts, FactSpec, Quantity, Value
from assistant.rules.formulas import walk
from assistant.rules.rulebook import Rule

# The same cases on every run, so that a failure is never a matter of luck.
REPEATABLE = settings(
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow],
)


def facts_of(rule: Rule) -> list[str]:
    """Every fact that the rule asks for: its conditions and formula, limits, exclusions and adjustments."""
    return list(dict.fromkeys(_asked(rule)))


def thresholds(rule: Rule) -> dict[str, set[Decimal]]:
    """The numbers at which something turns, by fact."""
    found: dict[str, set[Decimal]] = {}
    for condition in _conditions(rule):
        for compare in comparisons(condition):
            if isinstance(compare.operand, Decimal):
                found.setdefault(compare.fact, set()).add(compare.operand)
    for formula in walk(rule.benefit.amount):
        if formula.boundary:
            found.setdefault(formula.boundary[0], set()).add(formula.boundary[1])
    return found


@st.composite
def complete_facts(draw: st.DrawFn, rule: Rule, book: FactBook) -> dict[str, Value]:
    """A value for every fact of a rule; who names groups names all; a choice is one that the tables know."""
    rows: dict[str, tuple[str, ...]] = {}
    for formula in walk(rule.benefit.amount):
        if formula.operator == "table":
            [fact] = formula.facts
            rows[fact] = tuple(row for row in rows.get(fact, formula.rows) if row in formula.rows)
    numbers = thresholds(rule)
    return {
        fact: draw(_value(book[fact], numbers.get(fact, set()), rows.get(fact))) for fact in facts_of(rule)
    }


@st.composite
def paying_facts(draw: st.DrawFn, rule: Rule, book: FactBook) -> dict[str, Value]:
    """What the amount hangs on and nothing else, so that little is refused and much is paid."""
    facts = draw(complete_facts(rule, book))
    conditions = [adjustment.when for adjustment in rule.adjustments]
    names: set[str] = set()
    for formula in walk(rule.benefit.amount):
        names.update(formula.facts)
        conditions.extend(formula.conditions)
    names.update(compare.fact for condition in conditions for compare in comparisons(condition))
    return {fact: value for fact, value in facts.items() if fact in names}


@st.composite
def fewer_facts(draw: st.DrawFn, facts: Facts, *, keep: frozenset[str] = frozenset()) -> dict[str, Value]:
    """The same facts less well known: some not at all, counts as ranges, groups not all named.

    `keep`: facts that are left as they are.
    """
    known: dict[str, Value] = {}
    for fact, value in facts.items():
        if fact in keep:
            known[fact] = value
        elif draw(st.booleans()):
            known[fact] = draw(_vaguer(value))
    return known


def _value(spec: FactSpec, numbers: set[Decimal], rows: tuple[str, ...] | None) -> st.SearchStrategy[Value]:
    if spec.kind == "yes_no":
        return st.booleans()
    if spec.kind == "choice":
        return st.sampled_from(rows or tuple(spec.choices))
    if spec.kind == "choices":
        return st.frozensets(st.sampled_from(tuple(spec.choices)), max_size=3).map(
            lambda g: g | {NONE_OF_THESE}
        )
    if spec.kind in COUNTED:
        # Nobody asks about no person and no month: a count that pays is at least one.
        near = [number + step for number in sorted(numbers) for step in (-1, 0, 1) if number + step >= 1]
        most = 10**7 if spec.kind == "money" else 60
        some = st.integers(1, most).map(Decimal)
        return (st.sampled_from(near) | some if near else some).map(Quantity.exactly)
    raise AssertionError(f"no strategy for {spec.kind}")


def _vaguer(value: Value) -> st.SearchStrategy[Value]:
    match value:
        case Quantity(low, high) if high is not None:
            lower = st.integers(1, int(low)).map(Decimal)
            upper = st.integers(0, 30).map(lambda more: high + more)
            return st.just(value) | st.builds(Quantity, lower, upper | st.none())
        case frozenset():
            named = sorted(value - {NONE_OF_THESE})
            some = st.frozensets(st.sampled_from(named)) if named else st.just(frozenset[str]())
            return st.just(value) | some
        case _:
            return st.just(value)


def _asked(rule: Rule) -> Iterator[str]:
    for condition in _conditions(rule):
        yield from (compare.fact for compare in comparisons(condition))
    for formula in walk(rule.benefit.amount):
        yield from formula.facts
    yield from rule.benefit.excluded_by


def _conditions(rule: Rule) -> Iterator[ConditionNode | None]:
    yield rule.benefit.when
    yield from (limit.blocked_when for limit in rule.limits)
    yield from (adjustment.when for adjustment in rule.adjustments)
    for formula in walk(rule.benefit.amount):
        yield from formula.conditions

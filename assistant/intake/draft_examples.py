"""Examples for a drafted rule: what it gives where its conditions hold, where one fails, at its bounds.

They show the reviewer what the draft means; a wrong draft has wrong examples, and both are mended together.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from assistant.documents.models import Policy
from assistant.errors import BadInput
from assistant.rules.amount import Amount
from assistant.rules.assess import assess
from assistant.rules.conditions import AllOf, AnyOf, Compare, ConditionNode, Not
from assistant.rules.facts import COUNTED, NONE_OF_THESE, FactBook
from assistant.rules.formulas import walk
from assistant.rules.models import Benefit, Limit
from assistant.rules.rulebook import Rule

MOST_EXAMPLES = 12
_SOME = 2  # persons, months, hours: one would hide a factor
_SUM = 10_000  # 元

Facts = dict[str, Any]


def draft_examples(
    entry: Mapping[str, Any], limits: Sequence[Mapping[str, Any]], policy: Policy, book: FactBook
) -> list[dict[str, Any]]:
    """Examples for a benefit as benefits.yaml writes it; none where the draft is no rule yet."""
    clause = policy.clause(entry["clause"])
    try:
        benefit = Benefit.model_validate(entry)
        bounds = tuple(Limit.model_validate(one) for one in limits if one["id"] in benefit.limits)
    except ValidationError:
        return []
    if clause is None:
        return []
    rule = Rule(benefit, policy, clause, benefit.quote, bounds, ())
    examples: list[dict[str, Any]] = []
    for facts in _situations(rule, book):
        example = _example(rule, facts, book)
        if example is not None and example["facts"] not in [one["facts"] for one in examples]:
            examples.append(example)
    return examples[:MOST_EXAMPLES]


def _situations(rule: Rule, book: FactBook) -> Iterator[Facts]:
    """All holds; one fails; nothing is known; each row and bound of the amount; a limit is reached."""
    benefit = rule.benefit
    whole = _amount_facts(benefit, book) | (_holding(benefit.when, book) if benefit.when else {})
    yield whole
    for failing in _failing(benefit.when, book) if benefit.when else ():
        yield whole | failing
    yield {}
    for formula in walk(benefit.amount):
        if formula.operator == "table":
            yield from (whole | {formula.facts[0]: row} for row in formula.rows)
        if formula.boundary:
            fact, most = formula.boundary
            yield from (whole | {fact: _plain(number)} for number in (most, most + 1))
    for limit in rule.limits:
        reached = _holding(limit.blocked_when, book)
        yield whole | reached
        yield from (whole | {fact: value - 1} for fact, value in reached.items() if type(value) is int)


def _amount_facts(benefit: Benefit, book: FactBook) -> Facts:
    """Something for each fact that the amount hangs on."""
    facts: Facts = {}
    for formula in walk(benefit.amount):
        for fact in formula.facts:
            spec = book[fact]
            if formula.operator == "table":
                facts[fact] = next(iter(formula.rows))
            elif spec.kind in COUNTED:
                facts.setdefault(fact, _SUM if spec.kind == "money" else _SOME)
    return facts


def _holding(condition: ConditionNode, book: FactBook) -> Facts:
    """Facts on which a condition holds."""
    match condition:
        case Compare(fact, operator, operand):
            return {fact: _fitting(operator, operand, several=book[fact].kind == "choices")}
        case AllOf(parts):
            return {fact: value for part in parts for fact, value in _holding(part, book).items()}
        case AnyOf(parts):
            return _holding(parts[0], book)
        case Not(part):
            return next(_failing(part, book), {})


def _failing(condition: ConditionNode, book: FactBook) -> Iterator[Facts]:
    """Facts on which a condition fails, by one of its parts at a time."""
    match condition:
        case Compare(fact, operator, operand):
            if (other := _missing(fact, operator, operand, book)) is not None:
                yield {fact: other}
        case AllOf(parts):
            for part in parts:
                yield from _failing(part, book)
        case AnyOf(parts):
            ways = [next(_failing(part, book), None) for part in parts]
            if all(way is not None for way in ways):
                yield {fact: value for way in ways for fact, value in (way or {}).items()}
        case Not(part):
            yield _holding(part, book)


def _fitting(operator: str, operand: Any, *, several: bool) -> Any:
    match operator:
        case "is" | "in":
            first = operand[0] if operator == "in" else operand
            return [first] if several else first
        case "more_than":
            return _plain(operand + 1)
        case "less_than":
            return _plain(operand - 1)
        case _:
            return _plain(operand)


def _missing(fact: str, operator: str, operand: Any, book: FactBook) -> Any:
    """A value that is not what is asked; None where there is none."""
    spec = book[fact]
    match operator:
        case "is" | "in":
            asked = operand if operator == "in" else (operand,)
            if spec.kind == "yes_no":
                return not asked[0]
            if spec.kind == "choices":
                return [NONE_OF_THESE]
            return next((choice for choice in spec.choices if choice not in asked), None)
        case "at_least":
            return _plain(operand - 1)
        case "at_most":
            return _plain(operand + 1)
        case _:
            return _plain(operand)


def _example(rule: Rule, facts: Facts, book: FactBook) -> dict[str, Any] | None:
    """What the rule gives, as an example is written; None where the facts cannot be."""
    try:
        known = book.parse(facts)
    except BadInput:
        return None
    got = assess(rule, known, book, on=rule.policy.about.issued_on)
    say = "；".join(book.show(fact, value) for fact, value in known.items()) or "什么都没有说"
    example: dict[str, Any] = {"say": say, "facts": facts, "outcome": got.outcome}
    example |= {} if got.amount is None else {"amount": _written(got.amount)}
    return example | ({"asks": list(got.missing)} if got.missing else {})


def _written(amount: Amount) -> Any:
    match amount.kind:
        case "unstated":
            return "unstated"
        case "exact":
            return _plain(amount.low)
        case "range":
            return [_plain(amount.low), _plain(amount.high)]
        case "at_least":
            return {"at_least": _plain(amount.low)}
        case "at_most":
            return {"at_most": _plain(amount.high)}


def _plain(number: Decimal | None) -> int | float:
    assert number is not None
    return int(number) if number == number.to_integral_value() else float(number)

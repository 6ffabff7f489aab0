"""How many questions a person answers before a definite amount is told.

Each benefit is asked for by its name, in its place; what is asked back is answered from the benefit's own
example of somebody who gets it. Nothing is volunteered.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from assistant.bootstrap import Assistant
from assistant.dialogue.models import BenefitOut
from assistant.documents.models import Policy
from assistant.rules.amount import Amount
from assistant.rules.examples import expected_amount
from assistant.rules.facts import COUNTED, UNSURE, FactSpec
from assistant.rules.models import Example
from assistant.rules.rulebook import Rule

MOST = 3  # questions
LEAST = 0.95  # the share of benefits told after so many
PATIENCE = 8


@dataclass(frozen=True)
class Effort:
    """A benefit and after how many answers its amount was told, and all its conditions; None: never."""

    rule: str
    amount: int | None
    decided: int | None


def measure(assistant: Assistant) -> list[Effort]:
    """Ask for every benefit that pays a definite amount in one of its examples."""
    found = []
    for rule in assistant.rulebook.rules:
        paid = [one for one in rule.benefit.examples if one.outcome == "eligible" and _is_definite(one)]
        if paid:
            found.append(_ask(assistant, rule, min(paid, key=lambda one: len(one.facts))))
    return found


def _is_definite(example: Example) -> bool:
    amount = expected_amount(example.amount)
    return amount is not None and amount.kind in ("exact", "at_most", "at_least")


def _ask(assistant: Assistant, rule: Rule, example: Example) -> Effort:
    book, place = assistant.rulebook.book, assistant.regions.full_name(rule.policy.about.region)
    message, session, told = f"我在{place}，{rule.benefit.name}能领多少？", None, None
    for answered in range(PATIENCE + 1):
        reply = assistant.ask(message, session_id=session, as_of=_day_of(rule.policy))
        session = reply.session_id
        given = next((one for one in reply.benefits if one.rule_id == rule.benefit.id), None)
        if given is not None and _pays(given, expected_amount(example.amount)):
            told = answered if told is None else told
            if given.outcome == "eligible":
                return Effort(rule.benefit.id, told, answered)
        if not reply.questions:
            break
        fact = reply.questions[0].fact
        message = _said(book[fact], example.facts.get(fact, UNSURE)) if fact in book else place
    return Effort(rule.benefit.id, told, None)


def _pays(given: BenefitOut, wanted: Amount | None) -> bool:
    if wanted is None or given.amount is None:
        return False
    bounds = (given.amount.low, given.amount.high)
    return tuple(None if bound is None else Decimal(bound) for bound in bounds) == (wanted.low, wanted.high)


def _day_of(policy: Policy) -> date:
    """A day on which the policy runs."""
    about = policy.about
    return about.valid_from or about.period_from or about.issued_on


def _said(spec: FactSpec, value: Any) -> str:
    """An answer as short as people give it: 是, 四级, 24个月."""
    if value == UNSURE:
        return UNSURE
    if spec.kind in COUNTED:
        return f"{value}{spec.unit}"
    if isinstance(value, bool):
        return "是" if value else "不是"
    return "、".join(value) if isinstance(value, list) else str(value)


def lines(efforts: Iterable[Effort]) -> Iterator[str]:
    """The measure for people to read: what takes longer, by name."""
    efforts = list(efforts)
    soon = [one for one in efforts if one.amount is not None and one.amount <= MOST]
    yield f"a definite amount after {MOST} questions at most: {len(soon)} / {len(efforts)}"
    yield from (
        f"  {one.rule}: {'never' if one.amount is None else one.amount}" for one in efforts if one not in soon
    )

"""Assessing: one rule on what is known about a situation."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from assistant.documents.models import Validity
from assistant.rules.amount import Amount, show
from assistant.rules.conditions import Reason, comparisons, judge
from assistant.rules.facts import UNSURE, FactBook, Facts, FactSpec, Quantity
from assistant.rules.formulas import Situation
from assistant.rules.models import Adjustment, Limit, Outcome
from assistant.rules.rulebook import Rule


@dataclass(frozen=True)
class Entitlement:
    """A rule applied to a situation. `amount` is what is paid if the missing facts hold."""

    rule: Rule
    outcome: Outcome
    amount: Amount | None  # None where the benefit is refused
    missing: tuple[str, ...]  # what the outcome hangs on, then what the amount hangs on
    missing_for_amount: tuple[str, ...]
    reasons: tuple[Reason, ...]
    steps: tuple[str, ...]
    limits: tuple[str, ...]
    blocked_by: tuple[Limit, ...]  # limits that refuse it
    open_limits: tuple[Limit, ...]  # limits of which somebody said that he does not know
    excluded: bool  # refused because one that excludes it was had
    adjusted_by: tuple[Adjustment, ...]
    notes: tuple[str, ...]
    validity: Validity
    on: date  # the day for which validity is given
    facts: Facts


def assess(rule: Rule, facts: Facts, book: FactBook, *, on: date) -> Entitlement:
    """Judge a rule on the facts, for a day.

    An unknown fact never refuses: the outcome is `undetermined`, and the amount is what would be paid.
    The policy's validity is told apart from what its text says: an expired text is still judged.
    """
    known = {fact: value for fact, value in facts.items() if value != UNSURE}
    benefit = rule.benefit
    # 不清楚 is no silence: what goes without saying is not taken as met where somebody does not know.
    judgement = judge(benefit.when, facts, book)
    blocked = tuple(limit for limit in rule.limits if judge(limit.blocked_when, known, book).truth is True)
    open_limits = tuple(limit for limit in rule.limits if _is_left_open(limit, facts, book))
    excluded = any(known.get(fact) == value for fact, value in benefit.excluded_by.items())
    valued = benefit.amount.evaluate(Situation(known, book))
    amount, steps, adjusted = valued.amount, valued.steps, []
    for adjustment in rule.adjustments:
        if judge(adjustment.when, known, book).truth is True:
            adjusted.append(adjustment)
            amount, steps = _adjust(adjustment, amount, steps)
    refused = judgement.truth is False or excluded or bool(blocked)
    # 补没补过不记得: neither yes nor no, and what the limit asks is a condition like the others.
    unsure = [f for f in benefit.excluded_by if facts.get(f) == UNSURE] if benefit.exclusion else []
    open_words = [limit.say for limit in open_limits]
    open_words += [benefit.exclusion.quote] if benefit.exclusion and unsure else []
    unsure += [f for limit in open_limits for f in judge(limit.blocked_when, facts, book).missing]
    met = judgement.truth is True and not unsure
    outcome: Outcome = "ineligible" if refused else "eligible" if met else "undetermined"
    return Entitlement(
        rule=rule,
        outcome=outcome,
        amount=None if refused else amount,
        missing=() if refused else tuple(dict.fromkeys((*judgement.missing, *unsure, *valued.missing))),
        missing_for_amount=() if refused else valued.missing,
        reasons=(*judgement.reasons, *(Reason(f"不受“{words}”的限制", None) for words in open_words)),
        steps=() if refused else steps,
        limits=tuple(limit.say for limit in rule.limits),
        blocked_by=blocked,
        open_limits=open_limits,
        excluded=excluded,
        adjusted_by=() if refused else tuple(adjusted),
        notes=(*benefit.open_points, *(point for limit in rule.limits for point in limit.open_points)),
        validity=rule.policy.validity(on),
        on=on,
        facts=facts,
    )


def _is_left_open(limit: Limit, facts: Facts, book: FactBook) -> bool:
    """Whether the limit hangs on what nobody knows, or on more than the number told: 56岁, man or woman.

    Silence leaves none open.
    """
    told = [facts.get(compared.fact) for compared in comparisons(limit.blocked_when)]
    open_ones = [value for value in told if value == UNSURE or isinstance(value, Quantity)]
    return bool(open_ones) and judge(limit.blocked_when, facts, book).truth is None


def with_implied(facts: Mapping[str, Any], book: FactBook) -> dict[str, Any]:
    """The facts with those that follow from them; what was said itself stands, unless it is 不清楚.

    What is denied denies first: who failed the examination has no certificate, whatever level it was for.
    """
    full = dict(facts)
    for fact, value in sorted(facts.items(), key=lambda item: item[1] is not False):
        values = sorted(value) if isinstance(value, frozenset) else [value]
        for one in values if fact in book else ():
            spec = book[fact]
            told = spec.implies.get(one, {}) if isinstance(one, bool | str) else {}
            for implied, follows in book.parse(told).items():
                if full.get(implied, UNSURE) == UNSURE:
                    full[implied] = UNSURE if _is_open(spec, facts) else follows
    return full


def _is_open(spec: FactSpec, facts: Mapping[str, Any]) -> bool:
    """Whether a choice is only tried for so far: 准备考高级工 gives nobody a certificate yet."""
    return any(facts.get(fact) == UNSURE for fact in spec.failed)


def _adjust(adjustment: Adjustment, amount: Amount, steps: tuple[str, ...]) -> tuple[Amount, tuple[str, ...]]:
    if amount.kind == "unstated":
        return amount, steps
    if adjustment.raise_percent is None:
        return amount, (*steps, f"{adjustment.name}：条文没有写明提高多少")
    raised = amount.raised(adjustment.raise_percent, at_most=adjustment.at_most)
    words = "最多再上浮" if adjustment.at_most else "提高"
    step = f"{adjustment.name}：{show(amount)}{words}{adjustment.raise_percent}% = {show(raised)}"
    return raised, (*steps, step)

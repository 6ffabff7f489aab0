"""A share of what other benefits come to (先行拨付60%), reckoned on those that are judged beside it."""

from collections.abc import Sequence
from functools import reduce

from assistant.rules.amount import Amount
from assistant.rules.assess import Entitlement, assess
from assistant.rules.facts import FactBook, Quantity
from assistant.rules.formulas import walk


def on_the_others(entitlements: Sequence[Entitlement], book: FactBook) -> tuple[Entitlement, ...]:
    """The entitlements, those that are a share of others judged on what these come to.

    Others are those of the same policy that are paid to one of the same recipients, and what is told of their
    sum (`of_benefits` of facts.yaml) goes before it.
    """
    return tuple(_on_the_others(one, entitlements, book) for one in entitlements)


def _on_the_others(share: Entitlement, every: Sequence[Entitlement], book: FactBook) -> Entitlement:
    benefit = share.rule.benefit
    named = {fact for formula in walk(benefit.amount) for fact in formula.facts}
    asked = [fact for fact in sorted(named) if book[fact].of_benefits and fact not in share.facts]
    paid = [
        other.amount
        for other in every
        if other.rule.policy is share.rule.policy
        and other.rule.benefit.id != benefit.id
        and set(other.rule.benefit.recipients) & set(benefit.recipients)
        and other.amount is not None
        and other.amount.kind in ("exact", "range")
    ]
    if not asked or not paid:
        return share
    total = reduce(Amount.plus, paid)
    assert total.low is not None
    facts = {**share.facts, **dict.fromkeys(asked, Quantity(total.low, total.high))}
    return assess(share.rule, facts, book, on=share.on)

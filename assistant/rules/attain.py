"""What is missing: the smallest change of facts that would unlock or raise a benefit.

Only facts that `facts.yaml` calls attainable are changed, and only the way it says: a certificate can be
earned and a contract be signed; nobody grows younger, moves into a group or undoes what was.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from assistant.rules.amount import Amount
from assistant.rules.assess import Entitlement, assess, with_implied
from assistant.rules.conditions import comparisons
from assistant.rules.facts import FactBook, Quantity, Value, plain
from assistant.rules.formulas import walk
from assistant.rules.rulebook import Rule

MOST_CHANGES = 2  # what hangs on more is not within reach


@dataclass(frozen=True)
class Prospect:
    """A benefit as it would be after a change."""

    changes: tuple[str, ...]  # what would have to be so, in words
    now: Entitlement
    then: Entitlement
    gain: Amount | None  # how much more, where both amounts are of one kind; None where it is unlocked


def prospect(entitlement: Entitlement, book: FactBook) -> Prospect | None:
    """The smallest change that unlocks a refused benefit or raises an open one; None where there is none.

    What is refused by a limit, or because another was had, no change unlocks.
    """
    if entitlement.excluded or entitlement.blocked_by:
        return None
    changes = list(_changes(entitlement.rule, entitlement, book))
    most = MOST_CHANGES if entitlement.outcome == "ineligible" else 1
    for count in range(1, most + 1):
        for chosen in combinations(changes, count):
            facts = with_implied({**entitlement.facts, **{fact: value for fact, value, _ in chosen}}, book)
            then = assess(entitlement.rule, facts, book, on=entitlement.on)
            if _is_better(entitlement, then):
                gain = then.amount and entitlement.amount and entitlement.amount.gain(then.amount)
                return Prospect(tuple(words for _, _, words in chosen), entitlement, then, gain)
    return None


def _is_better(now: Entitlement, then: Entitlement) -> bool:
    """Whether the change brings more of the same kind, or anything in place of a refusal."""
    if then.amount is None or now.amount is None:
        return then.amount is not None
    return now.amount.gain(then.amount) is not None


def _changes(rule: Rule, entitlement: Entitlement, book: FactBook) -> Iterator[tuple[str, Value, str]]:
    """Each change of one fact that the rule asks for: the fact, its new value, in words."""
    asked = list(comparisons(rule.benefit.when))
    tables = (fact for formula in walk(rule.benefit.amount) for fact in formula.facts)
    for fact in dict.fromkeys((*(c.fact for c in asked), *tables)):
        spec, said = book[fact], entitlement.facts.get(fact)
        if not spec.attainable:
            continue
        match said:
            case False:
                yield fact, True, spec.attainable
            case str() if said in spec.upwards[:-1]:
                higher = spec.upwards[spec.upwards.index(said) + 1]
                called = spec.choices[higher][0]
                yield fact, higher, spec.attainable.format(value=f"{called}（{higher}）")
            case Quantity(_, high) if high is not None:
                bounds = (c.operand for c in asked if c.fact == fact and c.operator == "at_least")
                for bound in sorted(bound for bound in bounds if bound > high):
                    words = spec.attainable.format(value=f"{plain(bound)}{spec.unit}")
                    yield fact, Quantity(bound, None), words

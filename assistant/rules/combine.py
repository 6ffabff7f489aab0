"""Combining: which benefits may be had together, and which of those combinations pays most."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from assistant.rules.amount import Amount
from assistant.rules.assess import Entitlement

Pair: TypeAlias = frozenset[int]


@dataclass(frozen=True)
class Choice:
    """Benefits of one claimant that exclude each other, directly or through others."""

    options: tuple[Entitlement, ...]
    # The combinations that pay most, whatever is still unknown; none where that hangs on more, several
    # where they pay the same.
    best: tuple[tuple[Entitlement, ...], ...]
    hangs_on: tuple[str, ...]  # facts that would move one option's amount against another's
    comparable: bool  # False: they are not one claimant's, and sums for different payees are not compared

    @property
    def is_free(self) -> bool:
        """False where the facts alone say which of them it is, so that having had one bars none."""
        return any(e.rule.benefit.excluded_by for e in self.options)


def choices(entitlements: Sequence[Entitlement]) -> tuple[Choice, ...]:
    """What has to be chosen between among the benefits that one situation opens.

    A refused benefit is no option. Amounts are those that are paid if the open conditions hold.
    """
    options = [e for e in entitlements if e.outcome != "ineligible" and e.amount is not None]
    pairs = {
        frozenset((i, j))
        for i, one in enumerate(options)
        for j, other in enumerate(options)
        if other.rule.benefit.id in one.rule.benefit.excludes
    }
    return tuple(_choice([options[i] for i in group]) for group in _components(len(options), pairs))


def best_combinations(amounts: Sequence[Amount], excluded: Collection[Pair]) -> tuple[frozenset[int], ...]:
    """The sets of amounts without an excluded pair that come to most, wherever in its interval each lies.

    `excluded`: pairs of positions that may not be had together. Empty where no set is surely the best,
    several where each surely comes to no less than any other. Exact, and exponential in the number of
    amounts: made for the dozen benefits that may exclude each other.
    """
    sets = list(_largest_sets(frozenset(range(len(amounts))), excluded))

    def surely_as_much(one: frozenset[int], other: frozenset[int]) -> bool:
        least = sum((_low(amounts[i]) for i in one - other), Decimal(0))
        return least >= sum((_high(amounts[i]) for i in other - one), Decimal(0))

    return tuple(one for one in sets if all(surely_as_much(one, other) for other in sets))


def _choice(options: list[Entitlement]) -> Choice:
    position = {e.rule.benefit.id: i for i, e in enumerate(options)}
    pairs = {
        frozenset((i, position[other]))
        for i, e in enumerate(options)
        for other in e.rule.benefit.excludes
        if other in position
    }
    first = options[0].rule.benefit.askers
    comparable = any(all(asker in e.rule.benefit.askers for e in options) for asker in first)
    amounts = [e.amount for e in options if e.amount is not None]
    best = best_combinations(amounts, pairs) if comparable else ()
    missing = dict.fromkeys(fact for e in options for fact in e.missing_for_amount)
    # What every option is counted by (how many persons) moves none against another.
    moving = (fact for fact in missing if not all(fact in e.missing_for_amount for e in options))
    return Choice(
        options=tuple(options),
        best=tuple(tuple(options[i] for i in sorted(one)) for one in best),
        hangs_on=() if best else tuple(moving),
        comparable=comparable,
    )


def _components(size: int, pairs: Collection[Pair]) -> Iterator[list[int]]:
    """The groups of positions that exclusions join; one that nothing excludes is none."""
    open_ones = set(range(size))
    while open_ones:
        group, border = set[int](), {min(open_ones)}
        while border:
            group |= border
            border = {j for pair in pairs if pair & border for j in pair} - group
        open_ones -= group
        if len(group) > 1:
            yield sorted(group)


def _largest_sets(left: frozenset[int], excluded: Collection[Pair]) -> Iterator[frozenset[int]]:
    """Every set without an excluded pair that nothing more can join."""
    barred = {i: {j for pair in excluded if i in pair for j in pair if j != i} for i in left}

    def extend(chosen: frozenset[int], open_ones: set[int], passed: set[int]) -> Iterator[frozenset[int]]:
        """`passed`: what might still join and was left out on purpose: such a set comes up elsewhere."""
        if not open_ones:
            if not passed:
                yield chosen
            return
        for one in sorted(open_ones):
            yield from extend(chosen | {one}, open_ones - barred[one] - {one}, passed - barred[one])
            open_ones, passed = open_ones - {one}, passed | {one}

    return extend(frozenset(), set(left), set())


def _low(amount: Amount) -> Decimal:
    return Decimal(0) if amount.low is None else amount.low


def _high(amount: Amount) -> Decimal:
    return Decimal("Infinity") if amount.high is None else amount.high

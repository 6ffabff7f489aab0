"""What may be had together: equal to trying every combination, honest about what is not known."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.rules.amount import Amount
from assistant.rules.assess import Entitlement, assess
from assistant.rules.combine import best_combinations, choices
from assistant.rules.rulebook import Rulebook
from tests.rules.strategies import REPEATABLE

JUNE_2020 = date(2020, 6, 15)
Graph = tuple[list[Amount], set[frozenset[int]]]
MOST = 8


def exactly(*values: int) -> list[Amount]:
    return [Amount.exactly(Decimal(value)) for value in values]


def pairs(*joined: tuple[int, int]) -> set[frozenset[int]]:
    return {frozenset(pair) for pair in joined}


def lawful(size: int, excluded: set[frozenset[int]]) -> list[frozenset[int]]:
    """Every combination without an excluded pair, by trying all."""
    every = (frozenset(one) for count in range(size + 1) for one in combinations(range(size), count))
    return [one for one in every if not any(pair <= one for pair in excluded)]


@st.composite
def graphs(draw: st.DrawFn, *, exact: bool) -> Graph:
    size = draw(st.integers(0, MOST))
    bounds = st.integers(0, 6).map(Decimal)
    amounts = []
    for _ in range(size):
        low, high = sorted((draw(bounds), draw(bounds)))
        open_low, open_high = draw(st.booleans()), draw(st.booleans())
        amounts.append(
            Amount(low, low) if exact else Amount(None if open_low else low, None if open_high else high)
        )
    possible = [frozenset(pair) for pair in combinations(range(size), 2)]
    excluded = set(draw(st.lists(st.sampled_from(possible), unique=True))) if possible else set()
    return amounts, excluded


def worth(one: frozenset[int], paid: Sequence[Decimal]) -> Decimal:
    return sum((paid[i] for i in one), Decimal(0))


@REPEATABLE
@given(graphs(exact=True))
def test_exact_amounts_equal_brute_force(graph: Graph) -> None:
    amounts, excluded = graph
    paid = [amount.low or Decimal(0) for amount in amounts]
    every = lawful(len(amounts), excluded)
    most = max(worth(one, paid) for one in every)
    best = best_combinations(amounts, excluded)
    assert best, "with exact amounts there is always a best"
    assert set(best) <= set(every)
    assert {worth(one, paid) for one in best} == {most}
    best_and_complete = {
        one for one in every if worth(one, paid) == most and not any(one < other for other in every)
    }
    assert set(best) == best_and_complete, "those that pay the same are all named"


@REPEATABLE
@given(graphs(exact=False), st.data())
def test_the_best_is_the_best_wherever_the_amounts_lie(graph: Graph, data: st.DataObject) -> None:
    amounts, excluded = graph
    paid = []
    for amount in amounts:
        low = amount.low or Decimal(0)
        high = low + 9 if amount.high is None else max(low, amount.high)
        paid.append(data.draw(st.sampled_from([low, high, (low + high) / 2])))
    most = max(worth(one, paid) for one in lawful(len(amounts), excluded))
    for one in best_combinations(amounts, excluded):
        assert worth(one, paid) == most


@REPEATABLE
@given(graphs(exact=False))
def test_where_none_is_named_each_can_be_outdone(graph: Graph) -> None:
    """For every combination there are amounts, within what is known, at which another one pays more."""
    amounts, excluded = graph
    if best_combinations(amounts, excluded):
        return
    every = lawful(len(amounts), excluded)
    for one in every:
        paid = [
            (amount.low or Decimal(0)) if i in one else Decimal(99) if amount.high is None else amount.high
            for i, amount in enumerate(amounts)
        ]
        assert any(worth(other, paid) > worth(one, paid) for other in every)


@pytest.mark.parametrize(
    ("amounts", "excluded", "best", "why"),
    [
        ([], pairs(), [set()], "nothing to have"),
        (exactly(800, 1000), pairs(), [{0, 1}], "nothing excludes anything"),
        (exactly(800, 1000), pairs((0, 1)), [{1}], "the greater of two"),
        (exactly(800, 800), pairs((0, 1)), [{0}, {1}], "the same: neither is chosen"),
        (exactly(6, 10, 5), pairs((0, 1), (1, 2)), [{0, 2}], "two small ones outweigh the great one"),
        ([Amount(Decimal(200), Decimal(1200)), *exactly(800)], pairs((0, 1)), [], "1 to 6 months: it hangs"),
        ([Amount(Decimal(900), Decimal(1200)), *exactly(800)], pairs((0, 1)), [{0}], "more in any case"),
        ([Amount(Decimal(4000), None), *exactly(800)], pairs((0, 1)), [{0}], "a floor is enough to be more"),
        ([Amount(None, Decimal(3000)), *exactly(800)], pairs((0, 1)), [], "a ceiling says nothing of what is paid"),
        ([Amount(None, None), *exactly(800)], pairs((0, 1)), [], "no figure, no choice"),
        ([Amount(None, None), *exactly(800)], pairs(), [{0, 1}], "what excludes nothing is had as well"),
    ],
)  # fmt: skip
def test_small_cases(
    amounts: list[Amount], excluded: set[frozenset[int]], best: list[set[int]], why: str
) -> None:
    assert [set(one) for one in best_combinations(amounts, excluded)] == best, why


# ---- on the corpus: 以工代训补贴与新招用人员岗前技能培训补贴不可重复享受


def entitlements(rulebook: Rulebook, facts: Mapping[str, Any], *ids: str) -> list[Entitlement]:
    known = rulebook.book.parse(facts)
    rules = [rule for one in ids if (rule := rulebook.rule(one)) is not None]
    return [assess(rule, known, rulebook.book, on=JUNE_2020) for rule in rules]


BOTH = ("jinjiang-pre-job", "jinjiang-work-based", "jinjiang-skill-upgrade-firm")


@pytest.mark.parametrize(
    ("facts", "best", "hangs_on", "why"),
    [
        ({"headcount": 10, "training_months": 5}, ["jinjiang-work-based"], (), "10×5×200 over 10×800"),
        ({"headcount": 10, "training_months": 3}, ["jinjiang-pre-job"], (), "10×3×200 under 10×800"),
        ({"training_months": 5}, ["jinjiang-work-based"], (), "per person the same"),
        ({"headcount": 10}, [], ("training_months",), "1 to 6 months: 200 to 1200 against 800"),
    ],
)
def test_work_based_or_pre_job(
    rulebook: Rulebook, facts: dict[str, Any], best: list[str], hangs_on: tuple[str, ...], why: str
) -> None:
    [choice] = choices(entitlements(rulebook, facts, *BOTH))
    assert {e.rule.benefit.id for e in choice.options} == set(BOTH[:2])
    assert [e.rule.benefit.id for one in choice.best for e in one] == best, why
    assert choice.hangs_on == hangs_on, why


def test_what_is_refused_leaves_no_choice(rulebook: Rulebook) -> None:
    assert choices(entitlements(rulebook, {"received_pre_job": True}, *BOTH)) == ()


def test_sums_for_different_claimants_are_not_compared(rulebook: Rulebook) -> None:
    firm, worker = entitlements(rulebook, {"headcount": 1, "training_months": 1}, *BOTH[:2])
    theirs = worker.rule.benefit.model_copy(update={"askers": ("个人",)})
    worker = replace(worker, rule=replace(worker.rule, benefit=theirs))
    [choice] = choices([firm, worker])
    assert not choice.comparable
    assert choice.best == ()


def test_every_exclusion_of_the_corpus_becomes_a_choice(rulebook: Rulebook) -> None:
    """Nothing is known: whatever excludes another is an option beside it."""
    for policy in {rule.policy.id for rule in rulebook.rules}:
        ids = [rule.benefit.id for rule in rulebook.of_policy(policy)]
        offered = {
            frozenset(e.rule.benefit.id for e in choice.options)
            for choice in choices(entitlements(rulebook, {}, *ids))
        }
        for rule in rulebook.of_policy(policy):
            for other in rule.benefit.excludes:
                assert any({rule.benefit.id, other} <= group for group in offered)

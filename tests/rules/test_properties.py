"""What holds for every benefit of the corpus, whatever the facts."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.rules.amount import Amount
from assistant.rules.assess import Entitlement, assess
from assistant.rules.conditions import comparisons
from assistant.rules.facts import Facts, Quantity
from assistant.rules.formulas import walk
from assistant.rules.rulebook import Rule, Rulebook
from tests.rules.strategies import REPEATABLE, complete_facts, facts_of, fewer_facts, paying_facts

DAY = date(2021, 6, 1)
Property = Callable[[Rule, st.DataObject], None]


def for_every_rule(rulebook: Rulebook, holds: Property) -> None:
    """Try a property on random facts for each benefit of the corpus in turn."""
    for rule in rulebook.rules:
        hold_for(rule, holds)


def hold_for(rule: Rule, holds: Property) -> None:
    @settings(REPEATABLE, max_examples=15)
    @given(st.data())
    def attempt(data: st.DataObject) -> None:
        holds(rule, data)

    attempt()


def within(inner: Amount, outer: Amount) -> bool:
    """Whether an interval lies inside another; an open end lies inside an open end only."""
    low = outer.low is None or (inner.low is not None and inner.low >= outer.low)
    high = outer.high is None or (inner.high is not None and inner.high <= outer.high)
    return low and high


def adjusting(rule: Rule) -> frozenset[str]:
    """Facts that change an amount only once they are known: an uplift that is unknown is mentioned, not paid."""
    return frozenset(c.fact for adjustment in rule.adjustments for c in comparisons(adjustment.when))


def taken(rule: Rule) -> frozenset[str]:
    """Facts of which silence says something: what goes without saying, and groups named rather than another."""
    return frozenset(c.fact for c in comparisons(rule.benefit.when) if c.assumed or c.rather_than)


def test_amounts_are_never_negative_and_never_upside_down(rulebook: Rulebook) -> None:
    def holds(rule: Rule, data: st.DataObject) -> None:
        facts = data.draw(fewer_facts(data.draw(paying_facts(rule, rulebook.book))))
        amount = assess(rule, facts, rulebook.book, on=DAY).amount
        if amount is not None:
            assert amount.low is None or amount.low >= 0
            assert amount.high is None or amount.high >= 0
            assert amount.low is None or amount.high is None or amount.low <= amount.high

    for_every_rule(rulebook, holds)


def test_more_of_what_is_counted_never_pays_less(rulebook: Rulebook) -> None:
    def holds(rule: Rule, data: st.DataObject) -> None:
        facts = data.draw(paying_facts(rule, rulebook.book))
        counted = {
            fact
            for formula in walk(rule.benefit.amount)
            for fact in formula.facts
            if formula.operator == "each"
        }
        conditional = {c.fact for c in comparisons(rule.benefit.when)}
        for fact in sorted(counted - conditional):
            count = facts[fact]
            assert isinstance(count, Quantity)
            more = Quantity.exactly(count.low + data.draw(st.integers(0, 50)))
            one = assess(rule, facts, rulebook.book, on=DAY).amount
            other = assess(rule, {**facts, fact: more}, rulebook.book, on=DAY).amount
            assert (one is None) == (other is None)
            for before, after in ((one.low, other.low), (one.high, other.high)) if one and other else ():
                assert (before is None) == (after is None)
                assert before is None or after is None or before <= after

    for_every_rule(rulebook, holds)


def test_an_unknown_fact_never_refuses(rulebook: Rulebook) -> None:
    """What is refused on fewer facts is refused on all of them, and what is eligible stays so.

    A fact may turn eligible into refused in one way only: it says that a limit is used up, or that a benefit was
    had that excludes this one. Those are notes until they are known; so an outcome may rest on them unasked. What
    goes without saying is no unknown fact: it is kept as it is.
    """

    def holds(rule: Rule, data: st.DataObject) -> None:
        facts = data.draw(complete_facts(rule, rulebook.book))
        vague = assess(rule, data.draw(fewer_facts(facts, keep=taken(rule))), rulebook.book, on=DAY)
        full = assess(rule, facts, rulebook.book, on=DAY)
        if vague.outcome == "ineligible":
            assert full.outcome == "ineligible"
        if vague.outcome == "eligible" and not (full.blocked_by or full.excluded):
            assert full.outcome == "eligible"

    for_every_rule(rulebook, holds)


def test_nothing_known_refuses_nothing(rulebook: Rulebook) -> None:
    for rule in rulebook.rules:
        got = assess(rule, {}, rulebook.book, on=DAY)
        asked = any(not c.assumed for c in comparisons(rule.benefit.when))
        assert got.outcome == ("undetermined" if asked else "eligible"), rule.benefit.id
        assert got.amount is not None


def test_more_facts_never_widen_an_amount(rulebook: Rulebook) -> None:
    """Facts apart that are supposed while they are unknown: one person, no uplift, nothing to be taken off."""

    def holds(rule: Rule, data: st.DataObject) -> None:
        taken_off = {fact for f in walk(rule.benefit.amount) if f.operator == "given" for fact in f.facts[1:]}
        supposed = adjusting(rule) | taken(rule) | taken_off
        supposed |= {fact for fact in facts_of(rule) if rulebook.book[fact].assume_one}
        facts = data.draw(paying_facts(rule, rulebook.book))
        vague = assess(rule, data.draw(fewer_facts(facts, keep=supposed)), rulebook.book, on=DAY).amount
        full = assess(rule, facts, rulebook.book, on=DAY).amount
        if vague is not None and full is not None:
            assert within(full, vague), (full, vague)

    for_every_rule(rulebook, holds)


def test_one_person_is_supposed_where_nobody_says_how_many(rulebook: Rulebook) -> None:
    def holds(rule: Rule, data: st.DataObject) -> None:
        facts = data.draw(paying_facts(rule, rulebook.book))
        counts = {fact for fact in facts_of(rule) if rulebook.book[fact].assume_one}
        conditional = {c.fact for c in comparisons(rule.benefit.when)}
        for fact in sorted(counts - conditional):
            one = assess(rule, {**facts, fact: Quantity.exactly(1)}, rulebook.book, on=DAY)
            unsaid = assess(rule, {f: v for f, v in facts.items() if f != fact}, rulebook.book, on=DAY)
            assert (unsaid.outcome, unsaid.amount) == (one.outcome, one.amount)

    for_every_rule(rulebook, holds)


def test_what_is_asked_is_not_known_yet_and_answering_it_settles_the_case(rulebook: Rulebook) -> None:
    def holds(rule: Rule, data: st.DataObject) -> None:
        facts = data.draw(complete_facts(rule, rulebook.book))
        known = data.draw(fewer_facts(facts))
        for _ in range(len(facts) + 1):
            got = assess(rule, known, rulebook.book, on=DAY)
            assert all(known.get(fact) != facts[fact] for fact in got.missing)
            known |= {fact: facts[fact] for fact in got.missing}
        assert got.missing == ()
        assert got.outcome != "undetermined"

    for_every_rule(rulebook, holds)


def test_the_same_facts_give_the_same_answer_in_any_order(rulebook: Rulebook) -> None:
    def holds(rule: Rule, data: st.DataObject) -> None:
        facts = data.draw(fewer_facts(data.draw(complete_facts(rule, rulebook.book))))
        shuffled = dict(data.draw(st.permutations(list(facts.items()))))
        one, other = (assess(rule, said, rulebook.book, on=DAY) for said in (facts, shuffled))
        assert told(one) == told(other) == told(assess(rule, facts, rulebook.book, on=DAY))

    for_every_rule(rulebook, holds)


def test_facts_of_another_matter_change_nothing(rulebook: Rulebook) -> None:
    def holds(rule: Rule, data: st.DataObject) -> None:
        facts = data.draw(complete_facts(rule, rulebook.book))
        other = data.draw(st.sampled_from(rulebook.rules))
        elsewhere = data.draw(complete_facts(other, rulebook.book))
        assert told(assess(rule, facts, rulebook.book, on=DAY)) == told(
            assess(rule, elsewhere | facts, rulebook.book, on=DAY)
        )

    for_every_rule(rulebook, holds)


def told(entitlement: Entitlement) -> tuple[object, ...]:
    """All that a person is told."""
    return (
        entitlement.outcome,
        entitlement.amount,
        entitlement.missing,
        entitlement.reasons,
        entitlement.steps,
        entitlement.blocked_by,
        entitlement.excluded,
        entitlement.adjusted_by,
    )


# benefit: the floor and the ceiling of its clause, in 元; for one person where the clause speaks of persons
BOUNDS: dict[str, tuple[int | None, int | None, str]] = {
    "jinjiang-skill-upgrade-worker": (700, 3000, "五级 700 元 … 一级 3000 元"),
    "jinjiang-apprenticeship": (4000, None, "不低于 4000 元"),
    "jinjiang-work-based": (200, 1200, "每月 200 元, 最长 6 个月"),
    "jinjiang-living-allowance": (None, 1500, "每次不超过 500 元, 不超过 3 次"),
    "jinjiang-equipment": (500_000, 5_000_000, "50~500 万元"),
    "jinjiang-training-base": (1_000_000, 5_000_000, "500 万、100~500 万"),
    "jinjiang-master-studio": (100_000, 200_000, "20 万、10 万、15 万元"),
    "gulou-skill-upgrade": (500, 3900, "500 元至 3000 元, 提高 30%"),
    "gulou-pre-job": (500, 650, "500 元, 提高 30%"),
    "gulou-apprentice": (4000, None, "不低于 4000 元"),
    "gulou-work-based": (200, 1200, "每月 200 元, 最长 6 个月"),
    "gulou-living-allowance": (None, 1200, "每次不超过 400 元, 不超过 3 次"),
    "gulou-training-base": (30_000, 5_000_000, "500 万、30 万、3 万元"),
    "gulou-master-studio": (50_000, 200_000, "20 万、10 万、5 万元"),
    "quzhou-skill-upgrade": (None, 7150, "不超过 5500 元, 上浮不超过 30%"),
    "quzhou-project-training": (25, 1000, "每课时 25 元, 最多不超过 1000 元"),
    "quzhou-special-operation": (None, 650, "最高 500 元, 上浮不超过 30%"),
    "quzhou-apprentice-both-certificates": (None, 31_200, "每年不高于 8000 元, 3 年, 上浮不超过 30%"),
    "quzhou-apprentice-pass-certificate": (None, 15_600, "其 50%"),
    "quzhou-apprentice-student": (None, 3000, "不高于 3000 元"),
    "quzhou-pre-job": (300, 390, "300 元, 上浮不超过 30%"),
    "quzhou-competition": (10_000, 50_000, "1 万元, 最高 5 万元"),
}


@pytest.mark.parametrize("name", BOUNDS)
def test_amounts_stay_between_floor_and_ceiling_of_the_clause(name: str, rulebook: Rulebook) -> None:
    floor, ceiling, words = BOUNDS[name]
    rule = rulebook.rule(name)
    assert rule is not None

    def amount_of(facts: Facts) -> Amount | None:
        return assess(rule, {**facts, "headcount": Quantity.exactly(1)}, rulebook.book, on=DAY).amount

    @REPEATABLE
    @given(st.data())
    def attempt(data: st.DataObject) -> None:
        amount = amount_of(data.draw(complete_facts(rule, rulebook.book)))
        if amount is not None:
            assert within(amount, Amount(_bound(floor), _bound(ceiling))), words

    attempt()


def _bound(figure: int | None) -> Decimal | None:
    return None if figure is None else Decimal(figure)

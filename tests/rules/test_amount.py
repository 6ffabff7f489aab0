"""Amounts as intervals: the arithmetic of two bounds, and how an amount reads."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.rules.amount import UNSTATED, Amount, hull, money, show
from assistant.rules.facts import Quantity
from tests.rules.strategies import REPEATABLE

D = Decimal
EXACT, RANGE = Amount(D(500), D(500)), Amount(D(500), D(3000))
FLOOR, CEILING = Amount(D(4000), None), Amount(None, D(400))

# (amount, its kind, how it reads)
KINDS = [
    (EXACT, "exact", "500元"),
    (RANGE, "range", "500元至3000元"),
    (FLOOR, "at_least", "不低于4000元"),
    (CEILING, "at_most", "最多400元"),
    (UNSTATED, "unstated", "条文没有写明金额"),
    (Amount(D(1_000_000), D(5_000_000)), "range", "100万元至500万元"),
    (Amount(D(0), D(0)), "exact", "0元"),
]


@pytest.mark.parametrize(("amount", "kind", "words"), KINDS)
def test_kind_and_words(amount: Amount, kind: str, words: str) -> None:
    assert amount.kind == kind
    assert show(amount) == words


# (value, how it reads, reason)
MONEY = [
    ("9600", "9600元", "below 万"),
    ("27000", "27000元（2.7万元）", "万 beside it, so that both can be found in the text"),
    ("5000000", "5000000元（500万元）", "whole 万"),
    ("10000.5", "10000.5元", "万 would be longer than the number"),
    ("333.333", "333.33元", "cents"),
    ("0.005", "0.01元", "half a cent is rounded up"),
    ("650.00", "650元", "no idle zeros"),
]


@pytest.mark.parametrize(("value", "words", "reason"), MONEY)
def test_money(value: str, words: str, reason: str) -> None:
    assert money(D(value)) == words, reason


# (one, other, the lesser of the two, reason)
CAPPED = [
    (RANGE, Amount.exactly(D(1000)), Amount(D(500), D(1000)), "the upper bound comes down"),
    (RANGE, Amount.exactly(D(400)), Amount(D(400), D(400)), "both bounds come down"),
    (RANGE, Amount.exactly(D(9000)), RANGE, "a cap above changes nothing"),
    (FLOOR, Amount.exactly(D(1000)), Amount(D(1000), D(1000)), "a floor above the cap leaves the cap"),
    (CEILING, Amount.exactly(D(1000)), CEILING, "a ceiling keeps having no lower bound"),
    (UNSTATED, Amount.exactly(D(1000)), Amount(None, D(1000)), "a cap bounds what has no figure"),
    (EXACT, UNSTATED, Amount(None, D(500)), "the lesser of a figure and an unknown is at most the figure"),
]


@pytest.mark.parametrize(("one", "other", "lesser", "reason"), CAPPED)
def test_capped(one: Amount, other: Amount, lesser: Amount, reason: str) -> None:
    assert one.capped(other) == lesser, reason
    assert other.capped(one) == lesser, reason


# (amount, is the rise only allowed, the raised amount, reason)
RAISED = [
    (EXACT, False, Amount(D(650), D(650)), "提高30%: every figure by 30 %"),
    (EXACT, True, Amount(D(500), D(650)), "上浮不超过30%: from the figure to 30 % more"),
    (RANGE, False, Amount(D(650), D(3900)), "both ends"),
    (CEILING, False, Amount(None, D(520)), "a ceiling"),
    (FLOOR, False, Amount(D(5200), None), "a floor"),
    (FLOOR, True, FLOOR, "a floor that need not rise"),
    (UNSTATED, False, UNSTATED, "30 % more than no figure is no figure"),
]


@pytest.mark.parametrize(("amount", "at_most", "raised", "reason"), RAISED)
def test_raised(amount: Amount, at_most: bool, raised: Amount, reason: str) -> None:
    assert amount.raised(D(30), at_most=at_most) == raised, reason


def test_an_unknown_count_leaves_no_upper_bound() -> None:
    assert EXACT.times(Quantity(D(2), None)) == Amount(D(1000), None)
    assert CEILING.times(Quantity(D(2), None)) == UNSTATED


def test_hull_of_amounts_without_a_bound_has_none() -> None:
    assert hull([EXACT, FLOOR]) == Amount(D(500), None)
    assert hull([EXACT, CEILING]) == Amount(None, D(500))
    assert hull([EXACT, UNSTATED]) == UNSTATED


# ---- whatever the bounds: the result holds every outcome that its parts allow

bounds = st.none() | st.integers(0, 10**7).map(D)


@st.composite
def amounts(draw: st.DrawFn) -> Amount:
    low, high = draw(bounds), draw(bounds)
    return Amount(high, low) if low is not None and high is not None and low > high else Amount(low, high)


@st.composite
def amounts_with_a_value(draw: st.DrawFn) -> tuple[Amount, Decimal]:
    """An amount, and a sum that it allows."""
    amount = draw(amounts())
    low = amount.low or D(0)
    high = low + 10**7 if amount.high is None else amount.high
    return amount, draw(st.integers(int(low), int(high)).map(D))


def holds(amount: Amount, value: Decimal) -> bool:
    return (amount.low is None or amount.low <= value) and (amount.high is None or value <= amount.high)


@REPEATABLE
@given(st.lists(amounts_with_a_value(), min_size=1, max_size=5))
def test_hull_holds_all(parts: list[tuple[Amount, Decimal]]) -> None:
    whole = hull(amount for amount, _ in parts)
    assert all(holds(whole, value) for _, value in parts)


@REPEATABLE
@given(st.lists(amounts(), min_size=1, max_size=5))
def test_hull_is_no_wider_than_its_parts(parts: list[Amount]) -> None:
    whole = hull(parts)
    assert whole.low in [part.low for part in parts]
    assert whole.high in [part.high for part in parts]
    assert hull([whole, *parts]) == whole


@REPEATABLE
@given(amounts_with_a_value(), amounts_with_a_value())
def test_capped_holds_the_lesser(one: tuple[Amount, Decimal], other: tuple[Amount, Decimal]) -> None:
    assert holds(one[0].capped(other[0]), min(one[1], other[1]))


@REPEATABLE
@given(amounts_with_a_value(), st.integers(0, 1000), st.integers(0, 1000), st.booleans())
def test_times_holds_the_product(part: tuple[Amount, Decimal], count: int, more: int, is_open: bool) -> None:
    amount, value = part
    quantity = Quantity(D(count), None if is_open else D(count + more))
    assert holds(amount.times(quantity), value * count)
    assert holds(amount.times(quantity), value * (count + more))


@REPEATABLE
@given(amounts_with_a_value(), st.integers(0, 200), st.booleans())
def test_raised_and_share_hold_the_figure(part: tuple[Amount, Decimal], percent: int, at_most: bool) -> None:
    amount, value = part
    assert holds(amount.share(D(percent)), value * percent / 100)
    assert holds(amount.raised(D(percent), at_most=at_most), value * (100 + percent) / 100)

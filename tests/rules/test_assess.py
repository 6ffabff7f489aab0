"""One rule on what is known: outcome, amount, what is missing, limits, exclusions, adjustments, validity."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from assistant.documents.models import Validity
from assistant.rules.amount import Amount, show
from assistant.rules.assess import Entitlement, assess
from assistant.rules.facts import UNSURE
from tests.rules.small_corpus import Change, SmallCorpus

DUE = {"contract_months": 12, "certificate": True, "headcount": 2}
DAY = date(2020, 6, 1)


def assessed(small: SmallCorpus, benefit: str, facts: dict[str, Any], on: date = DAY) -> Entitlement:
    _, rulebook = small.load()
    rule = rulebook.rule(benefit)
    assert rule is not None
    return assess(rule, rulebook.book.parse(facts), rulebook.book, on=on)


# (facts, outcome, amount, missing, reason)
OUTCOMES: list[tuple[dict[str, Any], str, str | None, tuple[str, ...], str]] = [
    (DUE, "eligible", "1000元", (), "all is known"),
    (
        {},
        "undetermined",
        "500元",
        ("contract_months", "certificate", "headcount"),
        "the outcome is asked first",
    ),
    (
        {"certificate": True},
        "undetermined",
        "500元",
        ("contract_months", "headcount"),
        "one condition is open",
    ),
    ({"certificate": False}, "ineligible", None, (), "one condition fails: nothing is due, nothing asked"),
    ({**DUE, "certificate": "不清楚"}, "undetermined", "1000元", ("certificate",), "不清楚 is no no"),
    ({**DUE, "times": 2}, "eligible", "1000元", (), "a third time"),
    ({**DUE, "times": 3}, "ineligible", None, (), "a fourth time"),
    (
        {**DUE, "times": {"at_least": 2}},
        "undetermined",
        "1000元",
        ("times",),
        "a limit that may be used up is left open, and does not refuse",
    ),
    (
        {**DUE, "times": UNSURE},
        "undetermined",
        "1000元",
        ("times",),
        "nobody knows whether the limit is reached",
    ),
    ({"times": 3}, "ineligible", None, (), "a limit refuses though the rest is unknown"),
    ({**DUE, "received_work": True}, "ineligible", None, (), "the other benefit was had"),
    ({**DUE, "received_work": False}, "eligible", "1000元", (), "it was not"),
    ({**DUE, "received_work": "不清楚"}, "eligible", "1000元", (), "it may have been: no refusal"),
    ({**DUE, "shortage": True}, "eligible", "1300元", (), "30 % more"),
    ({**DUE, "shortage": False}, "eligible", "1000元", (), "not in the catalogue"),
    ({**DUE, "group": ["退役军人"]}, "eligible", "1000元", (), "facts that the rule does not ask for"),
]


@pytest.mark.parametrize(("facts", "outcome", "amount", "missing", "reason"), OUTCOMES)
def test_outcome_amount_and_missing_facts(
    facts: dict[str, Any],
    outcome: str,
    amount: str | None,
    missing: tuple[str, ...],
    reason: str,
    small: SmallCorpus,
) -> None:
    got = assessed(small, "pre-job", facts)
    assert got.outcome == outcome, reason
    assert (None if got.amount is None else show(got.amount)) == amount, reason
    assert got.missing == missing, reason


def test_what_refuses_is_told(small: SmallCorpus) -> None:
    got = assessed(small, "pre-job", {**DUE, "times": 3, "received_work": True, "shortage": True})
    assert [limit.id for limit in got.blocked_by] == ["three-a-year"]
    assert got.excluded
    assert got.steps == ()
    assert got.adjusted_by == ()
    assert [reason.truth for reason in got.reasons] == [True, True]


def test_an_adjustment_is_told_and_shown_in_the_arithmetic(small: SmallCorpus) -> None:
    got = assessed(small, "pre-job", {**DUE, "shortage": True})
    assert [adjustment.id for adjustment in got.adjusted_by] == ["uplift"]
    assert got.steps == ("500元 × 2人 = 1000元", "紧缺工种提高30%：1000元提高30% = 1300元")


# (change of the adjustment, amount, last line of arithmetic, reason)
ADJUSTMENTS: list[tuple[Change, str, str, str]] = [
    (
        lambda c: c.entry("adjustments").update(at_most=True),
        "1000元至1300元",
        "紧缺工种提高30%：1000元最多再上浮30% = 1000元至1300元",
        "上浮不超过30%",
    ),
    (
        lambda c: c.entry("adjustments").update(raise_percent=None),
        "1000元",
        "紧缺工种提高30%：条文没有写明提高多少",
        "可适当提高, without a figure",
    ),
    (
        lambda c: c.benefit("pre-job").update(amount={"unstated": "按规定"}),
        "条文没有写明金额",
        "按规定",
        "30 % more than no figure is no figure",
    ),
]


@pytest.mark.parametrize(("change", "amount", "line", "reason"), ADJUSTMENTS)
def test_adjustments(change: Change, amount: str, line: str, reason: str, small: SmallCorpus) -> None:
    change(small)
    got = assessed(small, "pre-job", {**DUE, "shortage": True})
    assert got.amount is not None
    assert show(got.amount) == amount, reason
    assert got.steps[-1] == line, reason


# (the dates of the policy, the day, where it stands)
VALIDITY: list[tuple[dict[str, Any], date, Validity]] = [
    ({}, date(2019, 12, 31), Validity.NOT_YET),
    ({}, date(2020, 1, 1), Validity.IN_FORCE),
    ({}, date(2050, 1, 1), Validity.IN_FORCE),
    ({"period_until": date(2021, 12, 31)}, date(2021, 12, 31), Validity.IN_FORCE),
    ({"period_until": date(2021, 12, 31)}, date(2022, 1, 1), Validity.PERIOD_OVER),
    ({"valid_until": date(2021, 12, 31)}, date(2021, 12, 31), Validity.IN_FORCE),
    ({"valid_until": date(2021, 12, 31)}, date(2022, 1, 1), Validity.EXPIRED),
    ({"valid_from": date(2020, 3, 1)}, date(2020, 2, 29), Validity.NOT_YET),
]


@pytest.mark.parametrize(("dates", "on", "validity"), VALIDITY)
def test_validity_is_told_apart_from_what_the_text_grants(
    dates: dict[str, Any], on: date, validity: Validity, small: SmallCorpus
) -> None:
    quotes = [{"clause": "前言", "quote": "制定本办法"}] if dates else []
    basis = "unstated" if not dates else "title" if "period_until" in dates else "stated"
    small.policy.update(dates, validity_basis=basis, validity_quotes=quotes)
    got = assessed(small, "pre-job", DUE, on)
    assert (got.validity, got.on) == (validity, on)
    assert (got.outcome, got.amount) == ("eligible", Amount.exactly(Decimal(1000)))

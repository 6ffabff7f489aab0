"""What is within reach: the smallest lawful change, computed by the rules, never a step nobody can take."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from assistant.rules.amount import Amount
from assistant.rules.assess import assess, with_implied
from assistant.rules.attain import Prospect, prospect
from assistant.rules.facts import COUNTED, FactBook
from assistant.rules.rulebook import Rulebook

JUNE_2020 = date(2020, 6, 15)
WORKER, PRE_JOB, QUZHOU = "jinjiang-skill-upgrade-worker", "jinjiang-pre-job", "quzhou-skill-upgrade"
CERTIFIED = {"certificate_level": "四级"}
MET = {**CERTIFIED, "contract_months": 24, "pension_insured": True}


def within_reach(rulebook: Rulebook, benefit: str, facts: dict[str, Any]) -> Prospect | None:
    rule = rulebook.rule(benefit)
    assert rule is not None
    known = with_implied(rulebook.book.parse(facts), rulebook.book)
    return prospect(assess(rule, known, rulebook.book, on=JUNE_2020), rulebook.book)


@pytest.mark.parametrize(
    ("benefit", "facts", "changes", "amount", "why"),
    [
        (WORKER, MET, ["考取高级工（三级）证书"], "1500", "二（六）2: 四级 1000, 三级 1500"),
        (WORKER, {**MET, "contract_months": 6}, ["签订12个月以上的劳动合同"], "1000", "1年以上期限劳动合同"),
        (WORKER, {**MET, "pension_insured": False}, ["在单位缴纳基本养老保险"], "1000", "缴纳基本养老保险费"),
        (WORKER, {**CERTIFIED, "contract_months": 6, "pension_insured": False},
         ["签订12个月以上的劳动合同", "在单位缴纳基本养老保险"], "1000", "two conditions fail: both are named"),
        (PRE_JOB, {"headcount": 10, "contract_months": 24, "pass_certificate": False, "months_since_hire": 3},
         ["培训后取得培训合格证书"], "8000", "800 each"),
        (QUZHOU, {**CERTIFIED, "local_tie": True}, ["考取高级工（三级）证书"], "3000", "三5: the next ceiling"),
    ],
)  # fmt: skip
def test_the_smallest_change(
    rulebook: Rulebook, benefit: str, facts: dict[str, Any], changes: list[str], amount: str, why: str
) -> None:
    found = within_reach(rulebook, benefit, facts)
    assert found is not None, why
    assert list(found.changes) == changes, why
    assert found.then.amount is not None
    assert str(found.then.amount.high) == amount, why


@pytest.mark.parametrize(
    ("benefit", "facts", "why"),
    [
        (WORKER, {**MET, "certificate_level": "一级"}, "the highest level"),
        (WORKER, {**MET, "times_this_year": 3}, "no certificate undoes three subsidies this year"),
        (PRE_JOB, {"contract_months": 24, "received_work_based": True}, "what was had was had"),
        (
            PRE_JOB,
            {"contract_months": 24, "months_since_hire": 20},
            "招用之日起一年内: the day of hiring is past",
        ),
        (QUZHOU, {**CERTIFIED, "local_tie": False, "trainee_group": ["都不是"]}, "where somebody lives"),
        (QUZHOU, {**CERTIFIED, "local_tie": True, "gender": "女", "age": 58}, "an age"),
        ("jinjiang-work-based", {"trainee_group": ["都不是"]}, "who somebody is"),
        (WORKER, {"certificate_level": "一级"}, "contract and insurance unknown: that is asked, not missing"),
    ],
)
def test_what_nobody_can_or_should_change_is_not_suggested(
    rulebook: Rulebook, benefit: str, facts: dict[str, Any], why: str
) -> None:
    assert within_reach(rulebook, benefit, facts) is None, why


def test_a_gain_is_told_of_one_kind_of_figure_only(rulebook: Rulebook) -> None:
    found = within_reach(rulebook, WORKER, MET)
    assert found is not None
    assert found.gain == Amount.exactly(Decimal(500))
    assert Amount(Decimal(1), Decimal(2)).gain(Amount(Decimal(3), Decimal(4))) is None, "a range is no figure"
    assert Amount.exactly(Decimal(1)).gain(Amount(None, Decimal(4))) is None, (
        "a ceiling is no more than a sum"
    )


def test_attainable_facts_are_lawful_steps_ahead(rulebook: Rulebook) -> None:
    """Who somebody is, where, how old, what was had and when: none of it can be brought about."""
    book: FactBook = rulebook.book
    for fact in (
        "asker", "headcount", "age", "gender", "trainee_group", "local_tie", "event_date", "drawing_pension",
        "received_pre_job", "received_work_based", "times_this_year", "same_level_before", "months_since_hire",
        "firm_in_difficulty", "partner_region_native", "poverty_relapse_monitored", "dispatched",
    ):  # fmt: skip
        assert book[fact].attainable == "", fact
    for spec in book:
        if spec.attainable:
            assert ("{value}" in spec.attainable) == (spec.kind == "choice" or spec.kind in COUNTED), spec.id
            assert bool(spec.upwards) == (spec.kind == "choice"), spec.id


def test_nothing_is_ever_suggested_that_does_not_help(rulebook: Rulebook) -> None:
    """On every example of the corpus: the change leads from a refusal to an amount, or to a greater one."""
    seen = 0
    for rule in rulebook.rules:
        for example in rule.benefit.examples:
            found = within_reach(rulebook, rule.benefit.id, example.facts)
            if found is None:
                continue
            seen += 1
            assert found.then.outcome != "ineligible", (rule.benefit.id, example.say)
            if found.now.amount is not None:
                assert found.gain is not None
                assert (found.gain.low or 0) > 0, (rule.benefit.id, example.say)
    assert seen > 50

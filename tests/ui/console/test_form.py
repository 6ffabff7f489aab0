"""The form asks what the benefit asks for and no more, and reads what people fill in."""

from typing import Any

import pytest

from assistant.errors import BadInput
from assistant.rules.assess import assess
from assistant.rules.facts import UNSURE, FactBook
from assistant.rules.rulebook import Rule, Rulebook
from tests.ui.console.conftest import JUNE_2020
from ui.console.form import Field, as_filled, filled_in, form_fields

MONTHS = Field("contract_months", "签了多长期限的劳动合同？", "number", unit="个月")


def rule_of(rulebook: Rulebook, name: str) -> Rule:
    rule = rulebook.rule(name)
    assert rule is not None
    return rule


def test_the_form_of_pre_job_training(rulebook: Rulebook) -> None:
    """晋政办〔2019〕79号 二（六）1: contract, time since hire, pass certificate; per head; what excludes it; limits.

    Of what goes without saying: 企业新招用人员, 开展岗前技能培训.
    """
    fields = form_fields(rule_of(rulebook, "jinjiang-pre-job"), rulebook.book)
    assert [one.fact for one in fields] == [
        "contract_months",
        "months_since_hire",
        "pass_certificate",
        "headcount",
        "received_work_based",
        "times_this_year",
        "same_level_before",
        "how_employed",
        "pre_job_held",
    ]
    assert [one.kind for one in fields[:4]] == ["number", "number", "one", "number"]
    assert fields[2].options == ("是", "否", UNSURE)


def test_of_a_long_list_only_what_makes_a_difference_is_offered(rulebook: Rulebook) -> None:
    """鼓政办〔2020〕6号 二（一）6 names three groups."""
    rule = next(
        r
        for r in rulebook.rules
        if r.policy.id == "gulou-2020-6" and r.benefit.topic == "work_based_training"
    )
    group = next(one for one in form_fields(rule, rulebook.book) if one.fact == "trainee_group")
    assert group.options == ("贫困劳动力", "就业困难人员", "零就业家庭成员", "都不是", UNSURE)


def test_every_fact_that_a_rule_misses_is_in_its_form(rulebook: Rulebook) -> None:
    for rule in rulebook.rules:
        asked = {one.fact for one in form_fields(rule, rulebook.book)}
        assert set(assess(rule, {}, rulebook.book, on=JUNE_2020).missing) <= asked, rule.benefit.id


@pytest.mark.parametrize(
    ("typed", "value", "why"),
    [
        ("24", "24", "a number"),
        (" 24个月 ", "24", "with the unit"),
        ("1,200", "1200", "with a comma"),
        ("3-4", ["3", "4"], "a range"),
        ("3 至 4 个月", ["3", "4"], "a range in words"),
        ("12以上", {"at_least": "12"}, "at least"),
        ("不少于12个月", {"at_least": "12"}, "at least, in words"),
        ("12以内", {"at_most": "12"}, "at most"),
        ("1.5", "1.5", "a part"),
        ("不清楚", UNSURE, "an answer, too"),
    ],
)
def test_numbers_as_people_write_them(typed: str, value: Any, why: str) -> None:
    assert filled_in([MONTHS], [typed]) == {"contract_months": value}, why


@pytest.mark.parametrize("typed", ["abc", "-3", "3--4", "１２", "<b>3</b>", "1e9"])
def test_what_is_no_number_is_told_with_its_question(typed: str) -> None:
    with pytest.raises(BadInput, match="签了多长期限的劳动合同"):
        filled_in([MONTHS], [typed])


@pytest.mark.parametrize(
    ("field", "value", "facts"),
    [
        (Field("pension_insured", "", "one", ("是", "否", UNSURE)), "是", {"pension_insured": True}),
        (Field("pension_insured", "", "one", ("是", "否", UNSURE)), UNSURE, {"pension_insured": UNSURE}),
        (Field("gender", "", "one", ("男", "女", UNSURE)), "女", {"gender": "女"}),
        (Field("trainee_group", "", "many", ("残疾人",)), ["残疾人"], {"trainee_group": ["残疾人"]}),
        (Field("trainee_group", "", "many", ("残疾人",)), [UNSURE], {"trainee_group": UNSURE}),
        (Field("event_date", "", "date"), "2020-06-15", {"event_date": "2020-06-15"}),
        (MONTHS, "", {}),
        (MONTHS, None, {}),
        (Field("trainee_group", "", "many"), [], {}),
    ],
)
def test_choices_and_what_is_left_empty(field: Field, value: Any, facts: dict[str, Any]) -> None:
    assert filled_in([field], [value]) == facts


def test_what_is_known_is_filled_in_and_comes_back_the_same(rulebook: Rulebook) -> None:
    book: FactBook = rulebook.book
    fields = form_fields(rule_of(rulebook, "jinjiang-pre-job"), book)
    for known in (
        {"contract_months": "24", "pass_certificate": True, "headcount": ["3", "4"]},
        {"contract_months": {"at_least": "12"}, "pass_certificate": UNSURE},
        {},
    ):
        assert filled_in(fields, as_filled(fields, known)) == known
        book.parse(known)

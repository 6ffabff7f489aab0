"""The rules against an independent reading of the clauses, on random cases in which everything is known."""

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.rules.assess import assess
from assistant.rules.rulebook import Rulebook
from tests.rules import oracle
from tests.rules.oracle import Case, Due
from tests.rules.strategies import REPEATABLE

YES_NO = st.booleans()
COUNT = st.integers(1, 300).map(Decimal)
FEW = st.integers(1, 9).map(Decimal)
MONTHS = st.integers(0, 36).map(Decimal)
MONEY = st.decimals(0, 10**8, places=2)
LEVELS = st.sampled_from(["五级", "四级", "三级", "二级", "一级"])
STUDIOS = st.sampled_from(["国家级", "省级", "市级", "区级"])
BASES = st.sampled_from(
    [
        "国家级高技能人才培训基地",
        "省级高技能人才培训基地",
        "市级高技能人才培训基地",
        "区级高技能人才培训基地",
        "市级产业实训基地",
    ]
)
EVENT = st.sampled_from(["新证", "复审"])
NOBODY_SPECIAL: frozenset[str] = frozenset()


def groups(*names: str) -> st.SearchStrategy[frozenset[str]]:
    """Some of these groups, and no other."""
    return st.frozensets(st.sampled_from(names))


# What speaks against nothing, where a clause does not ask for it.
ORDINARY: dict[str, Any] = {
    "registered": True,
    "local_tie": True,
    "drawing_pension": False,
    "age": Decimal(40),
    "gender": "男",
    "times_this_year": Decimal(0),
    "same_level_before": False,
    "received_pre_job": False,
    "received_work_based": False,
    "in_shortage_catalogue": False,
    "trade_friction_firm": False,
}
CONTRACT = {
    "contract_months": MONTHS,
    "months_since_hire": MONTHS,
    "pass_certificate": YES_NO,
    "headcount": COUNT,
}
WORK_BASED = {
    "trainee_group": groups("贫困劳动力", "就业困难人员", "零就业家庭成员", "退役军人"),
    "firm_insured": YES_NO,
    "training_months": FEW,
    "headcount": COUNT,
    "received_pre_job": YES_NO,
}
LIVING = {
    "trainee_group": groups("贫困劳动力", "退役军人"),
    "pass_certificate": YES_NO,
    "training_times": FEW,
    "headcount": COUNT,
}
QUZHOU_CERTIFICATE = {"vocational_certificate": YES_NO, "specific_ability_certificate": YES_NO}
APPRENTICE = {"apprentice_kind": st.sampled_from(["职工学徒", "学生学徒"]), "headcount": COUNT}


@dataclass(frozen=True)
class Reading:
    """A clause read twice: by the oracle, and as rules of which one at most applies."""

    due: Callable[[Case], Due | None]
    benefits: tuple[str, ...]
    facts: dict[str, st.SearchStrategy[Any]]
    only: Callable[[Case], bool] = field(default=lambda case: True)


READINGS = [
    Reading(oracle.jinjiang_pre_job, ("jinjiang-pre-job",), {**CONTRACT, "received_work_based": YES_NO}),
    Reading(
        oracle.jinjiang_level_table,
        ("jinjiang-skill-upgrade-worker",),
        {
            "contract_months": MONTHS,
            "pension_insured": YES_NO,
            "vocational_certificate": YES_NO,
            "certificate_level": LEVELS,
            "headcount": COUNT,
            "times_this_year": st.integers(0, 5).map(Decimal),
            "same_level_before": YES_NO,
        },
    ),
    Reading(
        oracle.jinjiang_firm_in_difficulty,
        ("jinjiang-firm-in-difficulty",),
        {
            "firm_in_difficulty": YES_NO,
            "outside_catalogue": YES_NO,
            "pass_certificate": YES_NO,
            "headcount": COUNT,
        },
    ),
    Reading(
        oracle.jinjiang_safety,
        ("jinjiang-safety",),
        {
            "high_risk_industry": YES_NO,
            "safety_training": YES_NO,
            "special_operation_certificate": YES_NO,
            "pass_certificate": YES_NO,
            "certificate_event": EVENT,
            "headcount": COUNT,
        },
    ),
    Reading(
        oracle.jinjiang_apprentice,
        ("jinjiang-apprenticeship",),
        {"contract_months": MONTHS, "apprenticeship_years": FEW, "headcount": COUNT},
    ),
    Reading(
        oracle.jinjiang_priority_industry,
        ("jinjiang-priority-industry",),
        {
            "priority_industry": YES_NO,
            "contract_months": MONTHS,
            "pass_certificate": YES_NO,
            "headcount": COUNT,
        },
    ),
    Reading(
        oracle.jinjiang_partner_region,
        ("jinjiang-partner-region-firm",),
        {"partner_region_native": YES_NO, "pass_certificate": YES_NO, "headcount": COUNT},
    ),
    Reading(oracle.jinjiang_base, ("jinjiang-training-base",), {"base_kind": BASES}),
    Reading(oracle.jinjiang_work_based, ("jinjiang-work-based",), WORK_BASED),
    Reading(oracle.jinjiang_living_allowance, ("jinjiang-living-allowance",), LIVING),
    Reading(oracle.jinjiang_equipment, ("jinjiang-equipment",), {"outstanding_training": YES_NO}),
    Reading(
        oracle.jinjiang_studio,
        ("jinjiang-master-studio",),
        {"studio_level": STUDIOS},
    ),
    Reading(
        oracle.jinjiang_tax_deduction,
        ("jinjiang-education-fund-tax",),
        {"education_expense": MONEY, "payroll_total": MONEY},
    ),
    Reading(
        oracle.gulou_pre_job,
        ("gulou-pre-job",),
        {**CONTRACT, "received_work_based": YES_NO, "in_shortage_catalogue": YES_NO},
    ),
    Reading(
        oracle.gulou_skill_upgrade,
        ("gulou-skill-upgrade",),
        {
            "contract_months": MONTHS,
            "pension_insured": YES_NO,
            "specific_ability_certificate": YES_NO,
            "vocational_certificate": YES_NO,
            "in_shortage_catalogue": YES_NO,
            "headcount": COUNT,
        },
    ),
    Reading(oracle.gulou_work_based, ("gulou-work-based",), WORK_BASED),
    Reading(oracle.gulou_living_allowance, ("gulou-living-allowance",), LIVING),
    Reading(
        oracle.gulou_base,
        ("gulou-training-base",),
        {"base_kind": BASES},
    ),
    Reading(oracle.gulou_studio, ("gulou-master-studio",), {"studio_level": STUDIOS}),
    Reading(
        oracle.gulou_tax_deduction,
        ("gulou-education-fund-tax",),
        {"education_expense": MONEY, "payroll_total": MONEY},
    ),
    Reading(
        oracle.gulou_apprentice,
        ("gulou-apprentice",),
        {**APPRENTICE, "apprenticeship_years": FEW},
    ),
    Reading(
        oracle.gulou_firm_in_difficulty,
        ("gulou-difficulty",),
        {
            "firm_in_difficulty": YES_NO,
            "outside_catalogue": YES_NO,
            "pass_certificate": YES_NO,
            "in_shortage_catalogue": YES_NO,
            "headcount": COUNT,
        },
    ),
    Reading(
        oracle.gulou_traditional_craft,
        ("gulou-traditional-craft",),
        {
            "traditional_craft": YES_NO,
            "contract_months": MONTHS,
            "pass_certificate": YES_NO,
            "headcount": COUNT,
        },
    ),
    Reading(
        oracle.quzhou_level_table,
        ("quzhou-skill-upgrade",),
        {
            "local_tie": YES_NO,
            "trainee_group": groups("对口支援贫困人员", "退役军人"),
            "certificate_level": LEVELS | st.just("专项"),
            **QUZHOU_CERTIFICATE,
            "headcount": COUNT,
            "times_this_year": st.integers(0, 5).map(Decimal),
            "same_level_before": YES_NO,
        },
    ),
    Reading(
        oracle.quzhou_project,
        ("quzhou-project-training",),
        {
            "in_project_catalogue": YES_NO,
            "pass_certificate": YES_NO,
            "class_hours": st.integers(1, 80).map(Decimal),
            "headcount": COUNT,
        },
    ),
    Reading(
        oracle.quzhou_special_operation,
        ("quzhou-special-operation",),
        {"special_operation_certificate": YES_NO, "certificate_event": EVENT, "headcount": COUNT},
    ),
    Reading(
        oracle.quzhou_employee_apprentice,
        ("quzhou-apprentice-both-certificates", "quzhou-apprentice-pass-certificate"),
        {
            **APPRENTICE,
            **QUZHOU_CERTIFICATE,
            "pass_certificate": YES_NO,
            "apprenticeship_years": st.integers(1, 3).map(Decimal),
            "special_extension": YES_NO,
            "actual_cost": st.integers(0, 20_000).map(Decimal),
        },
        only=lambda case: case["apprenticeship_years"] <= 2 or case["special_extension"],
    ),
    Reading(
        oracle.quzhou_student_apprentice,
        ("quzhou-apprentice-student",),
        {
            **APPRENTICE,
            "apprenticeship_years": st.just(Decimal(1)),
            "signed_after_training": YES_NO,
            "insured_after_training": YES_NO,
        },
        only=lambda case: case["signed_after_training"] == case["insured_after_training"],
    ),
    Reading(
        oracle.quzhou_entrepreneurship,
        ("quzhou-entrepreneurship",),
        {"pass_certificate": YES_NO, "headcount": COUNT},
    ),
    Reading(
        oracle.quzhou_competition,
        ("quzhou-competition",),
        {"in_competition_plan": YES_NO, "trade_count": FEW},
    ),
    Reading(
        oracle.quzhou_pre_job,
        ("quzhou-pre-job",),
        {
            "pass_certificate": YES_NO,
            "pre_job_this_year": YES_NO,
            "trade_friction_firm": YES_NO,
            "headcount": COUNT,
        },
    ),
    Reading(
        oracle.quzhou_school_income,
        ("quzhou-school-income",),
        {"training_income": MONEY, "training_cost": MONEY, "merit_pay_base": MONEY},
    ),
]


def as_sent(case: Case) -> dict[str, Any]:
    """A case as the program takes it: groups as a list that says that there is no other."""
    return {
        fact: [*sorted(value), "都不是"] if isinstance(value, frozenset) else value
        for fact, value in case.items()
    }


@pytest.mark.parametrize("reading", READINGS, ids=lambda reading: reading.due.__name__)
def test_a_rule_is_what_the_clause_says(reading: Reading, rulebook: Rulebook) -> None:
    rules = [rule for name in reading.benefits if (rule := rulebook.rule(name))]
    assert len(rules) == len(reading.benefits)
    everything = st.fixed_dictionaries({f: st.just(v) for f, v in ORDINARY.items()} | reading.facts)

    @REPEATABLE
    @given(everything.filter(reading.only))
    def compare(case: Case) -> None:
        facts = rulebook.book.parse(as_sent(case))
        got = [assess(rule, facts, rulebook.book, on=rule.policy.about.issued_on) for rule in rules]
        assert all(entitlement.outcome != "undetermined" for entitlement in got), got
        amounts = [entitlement.amount for entitlement in got if entitlement.amount is not None]
        due = reading.due(case)
        assert [(amount.low, amount.high) for amount in amounts] == ([(due.low, due.high)] if due else [])

    compare()

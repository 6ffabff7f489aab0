"""Which policies and rules are meant: the place first, then the topic, a sum, or what the facts speak for."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from assistant.dialogue.answers.desk import Desk
from assistant.dialogue.answers.selection import (
    Wanted,
    applicable,
    narrower,
    policies_for,
    rules_on,
    screen_rules,
    select_rules,
)
from assistant.rules.assess import with_implied
from assistant.rules.conditions import judge
from assistant.rules.rulebook import Rule

IN_2020, IN_2023, IN_2025 = date(2020, 6, 15), date(2023, 6, 15), date(2025, 9, 1)
JINJIANG, GULOU, QUZHOU = "350582", "350102", "330800"
FUJIAN, QUANZHOU, XIAMEN, HANGZHOU, KECHENG, NANJING_GULOU = (
    "350000",
    "350500",
    "350200",
    "330100",
    "330802",
    "320106",
)
PROVINCE = ["fujian-2024-41", "fujian-2025-skills"]


def wanted(
    desk: Desk,
    *topics: str,
    facts: dict[str, Any] | None = None,
    figures: tuple[int, ...] = (),
    on: date = IN_2020,
) -> Wanted:
    book = desk.rulebook.book
    known = with_implied(book.parse(facts or {}), book)
    return Wanted(topics, known, tuple(map(Decimal, figures)), on)


def ids(rules: list[Rule]) -> list[str]:
    return [rule.benefit.id for rule in rules]


def topics_of(rules: list[Rule]) -> list[str]:
    return list(dict.fromkeys(rule.benefit.topic for rule in rules))


@pytest.mark.parametrize(
    ("region", "policies", "why"),
    [
        (JINJIANG, ["jinjiang-2019-79", *PROVINCE], "its own first, then its province's"),
        (GULOU, ["gulou-2020-6", *PROVINCE], "a district of Fuzhou"),
        (QUZHOU, ["quzhou-2019-141"], "another province"),
        (KECHENG, ["quzhou-2019-141"], "a district inside has its town's"),
        (QUANZHOU, PROVINCE, "a town over 晋江 has no share in what is 晋江's"),
        (XIAMEN, PROVINCE, "a neighbour's is no one's"),
        (FUJIAN, PROVINCE, "the province's own"),
        (HANGZHOU, [], "nothing is held"),
        (NANJING_GULOU, [], "another 鼓楼"),
    ],
)
def test_policies_that_hold_in_a_place(desk: Desk, region: str, policies: list[str], why: str) -> None:
    assert [policy.id for policy in applicable(desk.library, desk.regions, region)] == policies, why


def test_policies_of_places_inside(desk: Desk) -> None:
    assert {p.id for p in narrower(desk.library, desk.regions, FUJIAN)} == {
        "jinjiang-2019-79",
        "gulou-2020-6",
    }
    assert {p.id for p in narrower(desk.library, desk.regions, QUANZHOU)} == {"jinjiang-2019-79"}
    assert narrower(desk.library, desk.regions, JINJIANG) == ()


def test_what_to_search(desk: Desk) -> None:
    assert policies_for(desk, ()) == desk.library.policies
    assert [p.id for p in policies_for(desk, (JINJIANG, GULOU))] == [
        "jinjiang-2019-79",
        *PROVINCE,
        "gulou-2020-6",
    ]
    assert policies_for(desk, (HANGZHOU,)) == ()


@pytest.mark.parametrize("region", [JINJIANG, GULOU, QUZHOU, FUJIAN, XIAMEN, KECHENG])
@pytest.mark.parametrize("on", [IN_2020, IN_2023, IN_2025])
def test_no_rule_from_another_place_or_of_a_policy_not_yet_begun(desk: Desk, region: str, on: date) -> None:
    here = {policy.id for policy in applicable(desk.library, desk.regions, region)}
    for topic in desk.rulebook.topics:
        rules = select_rules(desk, region, wanted(desk, topic, on=on, facts={"asker": "个人"}))
        assert {rule.policy.id for rule in rules} <= here
        assert all(rule.policy.validity(on).value != "not_yet" for rule in rules)
    assert {rule.policy.id for rule in screen_rules(desk, region, wanted(desk, on=on))} <= here


def test_rules_come_in_the_order_of_the_topics(desk: Desk) -> None:
    policies = applicable(desk.library, desk.regions, JINJIANG)
    one = rules_on(desk.rulebook, policies, ("work_based_training", "pre_job_training"), IN_2020)
    assert topics_of(one) == ["work_based_training", "pre_job_training"]
    other = rules_on(desk.rulebook, policies, ("pre_job_training", "work_based_training"), IN_2020)
    assert topics_of(other) == ["pre_job_training", "work_based_training"]


@pytest.mark.parametrize(
    ("region", "topic", "rules", "why"),
    [
        (
            JINJIANG,
            "skill_upgrade",
            {"jinjiang-skill-upgrade-firm", "jinjiang-skill-upgrade-worker"},
            "two payees",
        ),
        (JINJIANG, "pre_job_training", {"jinjiang-pre-job"}, "one"),
        (QUZHOU, "work_based_training", set(), "the text has none"),
        (XIAMEN, "pre_job_training", set(), "nor has the province a figure for it in 2020"),
    ],
)
def test_rules_on_a_topic(desk: Desk, region: str, topic: str, rules: set[str], why: str) -> None:
    assert set(ids(select_rules(desk, region, wanted(desk, topic)))) == rules, why


@pytest.mark.parametrize(
    ("region", "figure", "topic", "why"),
    [
        (JINJIANG, 200, "work_based_training", "每人每月200元"),
        (QUZHOU, 25, "project_training", "25元一课时"),
        (QUZHOU, 300, "pre_job_training", "300元"),
    ],
)
def test_rules_by_a_sum_that_is_named(desk: Desk, region: str, figure: int, topic: str, why: str) -> None:
    assert topic in topics_of(select_rules(desk, region, wanted(desk, figures=(figure,)))), why


def test_a_topic_outweighs_a_sum(desk: Desk) -> None:
    assert topics_of(select_rules(desk, JINJIANG, wanted(desk, "pre_job_training", figures=(200,)))) == [
        "pre_job_training"
    ]


@pytest.mark.parametrize(
    ("region", "facts", "topic", "why"),
    [
        (JINJIANG, {"special_operation_certificate": True}, "safety_training", "few rules ask for it"),
        (
            JINJIANG,
            {"firm_in_difficulty": True, "outside_catalogue": True},
            "firm_in_difficulty_training",
            "two facts",
        ),
        (QUZHOU, {"in_competition_plan": True}, "competition", "one fact of one rule"),
        (GULOU, {"traditional_craft": True}, "traditional_craft", "one fact of one rule"),
    ],
)
def test_rules_by_the_facts(desk: Desk, region: str, facts: dict[str, Any], topic: str, why: str) -> None:
    assert topic in topics_of(select_rules(desk, region, wanted(desk, facts=facts))), why


def test_facts_that_speak_for_nothing_select_nothing(desk: Desk) -> None:
    assert select_rules(desk, JINJIANG, wanted(desk)) == []
    assert select_rules(desk, JINJIANG, wanted(desk, facts={"headcount": "3"})) == []


def test_rules_that_the_facts_refuse_are_not_selected_by_them(desk: Desk) -> None:
    facts = {"special_operation_certificate": True, "high_risk_industry": False}
    book = desk.rulebook.book
    for rule in select_rules(desk, JINJIANG, wanted(desk, facts=facts)):
        assert judge(rule.benefit.when, book.parse(facts), book).truth is not False


def test_who_asks_for_himself_hears_what_there_is_for_himself(desk: Desk) -> None:
    """鼓楼 pays firms for 技能提升; a worker is told of what a worker may claim as well."""
    own = topics_of(select_rules(desk, GULOU, wanted(desk, "skill_upgrade", facts={"asker": "个人"})))
    firm = topics_of(select_rules(desk, GULOU, wanted(desk, "skill_upgrade", facts={"asker": "企业"})))
    assert firm == ["skill_upgrade"]
    assert own[0] == "skill_upgrade"
    assert "free_choice" in own


def test_screening_shows_each_only_what_he_may_claim(desk: Desk) -> None:
    for asker in ("个人", "企业", "培训机构", "院校", "部门"):
        rules = screen_rules(desk, JINJIANG, wanted(desk, facts={"asker": asker}))
        assert rules
        assert all(asker in rule.benefit.askers for rule in rules)
    everybody = screen_rules(desk, JINJIANG, wanted(desk))
    assert len(everybody) == len(desk.rulebook.of_policy("jinjiang-2019-79"))


def test_screening_order(desk: Desk) -> None:
    """First the topics named, then what more facts speak for; last what is refused."""
    book = desk.rulebook.book
    look = wanted(
        desk,
        "work_based_training",
        facts={"asker": "企业", "contract_months": "0", "high_risk_industry": True},
    )
    rules = screen_rules(desk, JINJIANG, look)
    refused = [judge(rule.benefit.when, look.facts, book).truth is False for rule in rules]
    assert refused == sorted(refused)
    assert any(refused)
    open_ones = [rule for rule, no in zip(rules, refused, strict=True) if not no]
    named = [rule.benefit.topic == "work_based_training" for rule in open_ones]
    assert any(named)
    assert named == sorted(named, reverse=True)

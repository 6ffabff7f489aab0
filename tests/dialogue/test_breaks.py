"""Times for which something was not done, and what is told of several times."""

from datetime import date

import pytest

from tests.dialogue.conftest import Read
from tests.dialogue.talk import answer_to, what_all_get

WORK_BASED = ("work_based_training",)


@pytest.mark.parametrize(
    ("message", "months", "why"),
    [
        ("前两个月停工，实际4个月", "4", "told for a fact"),
        ("原定6个月，中间停了两个月", ["4", "6"], "with or without"),
        ("做了5个月，头一个月放假没做", ["4", "5"], "told behind the time"),
        ("一共5个月，有1个月没开工", ["4", "5"], "in other words"),
        ("歇了两个月，干了3个月", ["1", "3"], "told ahead"),
        ("除去放假的一个月，做了4个月", "4", "left out already"),
        ("做了4个月，后来停工了", "4", "no time is told"),
        ("空调装配做了4个月", "4", "a trade"),
        ("停车场做了4个月", "4", "a place of work"),
        ("拖拉机修理4个月", "4", "another trade"),
    ],
)
def test_months_of_which_some_were_not_worked(read: Read, message: str, months: object, why: str) -> None:
    facts = read(message, topics=WORK_BASED).facts
    value = facts["training_months"]
    told = str(value.low) if value.is_exact else [str(value.low), str(value.high)]  # type: ignore[union-attr]
    assert told == months, why


def test_two_whose_months_are_told_one_by_one() -> None:
    hired = "晋江，店里请了两个建档立卡的贫困户，边干边教，就是以工代训。"
    for months in ("一个带了三个月，另一个带了五个月", "一个训了三个月，一个训了五个月"):
        assert what_all_get("jinjiang-work-based", hired + months) == 1600


@pytest.mark.parametrize("message", ["今年去了两回，两回的证都是人社局认定的", "今年去了两趟，都有合格证"])
def test_how_often_somebody_was_trained_is_not_how_often_he_was_paid(message: str) -> None:
    answer = answer_to(f"鼓楼贫困户培训，{message}，生活费最多多少", on=date(2020, 12, 1))
    assert [e.amount.high for e in answer.entitlements if e.amount] == [800]


def test_a_contract_signed_anew_is_no_time_since_hiring() -> None:
    first = "我们厂在晋江，新招9个岗前培训，都有合格证，有2个合同只签了三个月，其他7个都是一年半，多少"
    assert what_all_get("jinjiang-pre-job", first, "那2个后来也改签成两年的了") == 7200


def test_who_took_part_in_what_others_are_paid_for_is_told_of_his_own() -> None:
    answer = answer_to(
        "我是贫困户，在晋江上班，合同两年，有社保，考了中级工，又参加了项目制培训一次，合格证也有，我能拿哪些"
    )
    topics = {e.rule.benefit.topic for e in answer.entitlements if e.outcome == "eligible"}
    assert {"skill_upgrade", "living_allowance"} <= topics


def test_books_are_certificates() -> None:
    answer = answer_to("晋江打工的，合同两年社保都交了，考本子给多少钱啊")
    assert answer.entitlements[0].rule.benefit.topic == "skill_upgrade"


@pytest.mark.parametrize(
    ("message", "most"),
    [
        ("鼓楼贫困户参加培训，一年最多能领多少生活费", 1200),
        ("晋江建档立卡户，培训都合格，生活费一年下来最多拿多少", 1500),
        ("鼓楼贫困户培训合格2次，生活费一年最多领多少", 800),
    ],
)
def test_how_much_it_is_a_year_at_most(message: str, most: int) -> None:
    assert [e.amount.high for e in answer_to(message).entitlements if e.amount] == [most]


@pytest.mark.parametrize(
    ("message", "rule", "all_get", "why"),
    [
        (
            "晋江，以工代训4个就业困难人员，参保企业，做3个月的有1个，做5个月的有3个",
            "jinjiang-work-based",
            3600,
            "months",
        ),
        ("晋江，以工代训4个贫困户，干两个月的1个，干满半年的3个", "jinjiang-work-based", 4000, "the same"),
        (
            "晋江岗前，签3个月的有4个，签两年的有16个，都是新招的，合格证都有",
            "jinjiang-pre-job",
            12800,
            "contracts",
        ),
        ("晋江新型学徒20个，合同三年，带两年，第一年走了5个", "jinjiang-apprenticeship", None, "who left"),
    ],
)
def test_how_many_stands_behind_how_long(message: str, rule: str, all_get: int | None, why: str) -> None:
    answer = answer_to(message)
    if all_get is not None:
        assert what_all_get(rule, message) == all_get, why
    else:
        assert [e.amount.low for e in answer.entitlements if e.amount] == [120000], why

"""One person named for each of them: what one costs or attends, and a rate told behind its sum."""

import pytest

from assistant.rules.facts import Quantity
from tests.dialogue.conftest import Read
from tests.dialogue.talk import answer_to, what_all_get

Row = tuple[str, str, int, str]  # message, rule, what all get of it, reason

# 一个人 beside how many they are tells what holds for each of them.
EACH: list[Row] = [
    (
        "衢州，五个职工学徒带了一年，培训合格证书和职业资格证书都拿到了，实际花费一个人一年7200，能补多少",
        "quzhou-apprentice-both-certificates",
        36000,
        "what one costs, without a unit",
    ),
    (
        "衢州8名职工学徒学满一年，合格证和职业资格证书都有，一人一年成本6500元",
        "quzhou-apprentice-both-certificates",
        52000,
        "一人",
    ),
    (
        "衢州职工学徒一个人花了4800，一共3个，学了一年，两个证书都有",
        "quzhou-apprentice-both-certificates",
        14400,
        "ahead of how many they are",
    ),
    (
        "衢州项目制清单内，20个贫困劳动力，一个人上了40课时，合格证都有",
        "quzhou-project-training",
        20000,
        "class hours",
    ),
    (
        "衢州项目制清单内，2个失业人员，一个人30课时，另一个人40课时，合格证都有",
        "quzhou-project-training",
        1750,
        "one and another: each is told of apart",
    ),
    (
        "衢州新招5个服务员做岗前培训，合格证都拿了，300块一个人，能领多少",
        "quzhou-pre-job",
        1500,
        "a rate behind its sum",
    ),
    ("衢州岗前培训，三百块一人，来了12个，都有合格证", "quzhou-pre-job", 3600, "ahead of their number"),
    (
        "晋江岗前培训 8百1个人对不？俺们15个人上的课，都拿着合格证了，合同都签的2年，一共多钱",
        "jinjiang-pre-job",
        12000,
        "a rate with the figure 1",
    ),
]


@pytest.mark.parametrize(("message", "rule", "amount", "reason"), EACH, ids=[row[-1] for row in EACH])
def test_what_is_told_of_one_holds_for_each(message: str, rule: str, amount: int, reason: str) -> None:
    assert what_all_get(rule, message) == amount, reason


def test_one_person_stands_for_each_of_those_told_before() -> None:
    messages = ("衢州职工学徒8个人，一年，两个证都拿到了，补多少", "平均下来一个人花了七千二")
    assert what_all_get("quzhou-apprentice-both-certificates", *messages) == 57600


@pytest.mark.parametrize(
    "messages",
    [
        ("衢州职工学徒5个人，一年期，两个证都考到了，我们公司一年花了三万，补多少",),
        ("衢州职工学徒5个人，一年期，两个证都考到了，补多少", "厂里总共花了三万"),
        ("衢州职工学徒5个人，一年期，两个证都考到了，各项费用公司总共花了三万，补多少",),
    ],
)
def test_what_all_cost_together_is_nobodys_own(messages: tuple[str, ...]) -> None:
    answer = answer_to(*messages)
    assert "最多40000元" in answer.text and [ask.fact for ask in answer.asks][:1] == ["actual_cost"]


@pytest.mark.parametrize(
    "pay",
    ["厂里一个月给300", "一个月津贴300", "津贴一个月发三百块", "每人一个月拿300块补助", "工资1个月1500元"],
)
def test_what_a_month_pays_is_no_length_and_no_cost(read: Read, pay: str) -> None:
    facts = read(f"衢州学生学徒20个，{pay}，签了合同").facts
    assert facts.keys() == {"headcount", "apprentice_kind", "signed_after_training"}


def test_what_was_done_for_a_month_was_done_so_long(read: Read) -> None:
    assert read("衢州学生学徒20个，社保交了一个月").facts["insured_after_training"] is False
    facts = read("晋江以工代训5个人，干了一个月能领200吗").facts
    assert facts["training_months"] == Quantity.exactly(1)

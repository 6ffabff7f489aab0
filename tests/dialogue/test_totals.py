"""What several groups of people come to together: one entry for each clause and payee, and a line."""

import re
from datetime import date

import pytest

from assistant.dialogue.compose import compose
from assistant.dialogue.models import BenefitOut
from tests.dialogue.talk import answer_to

Sum = tuple[str, str, str | None]  # rule, outcome, amount


def totals(*messages: str) -> list[BenefitOut]:
    """The totals that the last of the messages is answered with."""
    reply = compose(answer_to(*messages), session_id="", on=date(2020, 6, 15))
    return [benefit for benefit in reply.benefits if benefit.total]


def sums(*messages: str) -> list[Sum]:
    """The same in short."""
    return [(t.rule_id, t.outcome, t.amount.high if t.amount else None) for t in totals(*messages)]


SUMS: list[tuple[str, list[Sum], str]] = [
    (
        "衢州企业，新员工岗前训了22个，另外9个老员工做转岗，合格证全有，总的给企业多少",
        [("quzhou-pre-job", "eligible", "9300")],
        "one clause, two kinds of staff",
    ),
    (
        "鼓楼公司安全技能培训，11人初次取特种作业操作证，3人复审，补多少",
        [],
        "of those who are refused nothing is added",
    ),
    (
        "晋江企业5名中级工、2名高级工，能领多少",
        [
            ("jinjiang-skill-upgrade-firm", "undetermined", "5600"),
            ("jinjiang-skill-upgrade-worker", "undetermined", "8000"),
        ],
        "each payee of a clause has a total; what is open for one is open for all",
    ),
    (
        "鼓楼企业5名中级工、2名高级工，合同两年，社保都交，能领多少",
        [("gulou-skill-upgrade", "eligible", "21000")],
        "a range adds up too",
    ),
    ("衢州企业评上国家级工作室和市级工作室各补多少", [], "workshops are no people"),
    ("晋江企业中级工和高级工各补多少", [], "nobody said how many"),
]


@pytest.mark.parametrize(("message", "expected", "reason"), SUMS, ids=[row[-1] for row in SUMS])
def test_totals(message: str, expected: list[Sum], reason: str) -> None:
    assert sums(message) == expected, reason


def test_a_total_is_told_first_with_its_arithmetic() -> None:
    message = "衢州企业，新员工岗前训了22个，另外9个老员工做转岗，合格证全有，总的给企业多少"
    answer = answer_to(message)
    assert answer.text.startswith(
        "**企业岗前培训和转岗培训补贴**（共31人）：企业可领**合计9300元**（22人：6600元；9人：2700元）。"
    )
    [total] = totals(message)
    assert total.steps[-1] == "合计：6600元 + 2700元 = 9300元"
    assert total.group == "共31人" and total.featured


def test_a_sum_of_each_is_no_sum_of_two_groups_together() -> None:
    """Both get 2400元: behind 3人；2人 one 2400元 would read as what they get together."""
    text = answer_to("鼓楼参保企业，3个零就业家庭的以工代训4个月，另外2个就业困难的9个月，一共多少").text
    assert "合计4800元**（3人：2400元；2人：2400元）" in text
    assert not re.search(r"3人；2人[：）][^\n]*2400元", text)


def test_open_conditions_of_one_group_keep_its_sum_apart() -> None:
    """晋政办〔2019〕79号 二（六）2: the contract of some is known, of the others nobody has spoken."""
    text = answer_to("晋江5个中级工合同两年养老都交，3个高级工没签合同养老都交，公司拿多少").text
    assert "四级、5人：**企业职工岗位技能提升培训补贴（企业）**：企业可领**4000元**" in text
    assert "三级、3人：**企业职工岗位技能提升培训补贴（企业）：不能领**" in text


def test_what_excludes_each_other_is_not_added_up() -> None:
    answer = answer_to("鼓楼企业10人做岗前培训，又做以工代训3个月，能一起领多少")
    assert "合计" not in answer.text


BOTH_CERTIFICATES = [
    (
        "衢州新型学徒制，12名职工学徒培养一年，每人实际花了9200元。"
        "8个培训合格证和职业资格证书两个都有，4个只拿到培训合格证，一共补多少",
        "80000元",
        "8 × 8000 + 4 × 4000: both certificates, and not two people",
    ),
    (
        "衢州职工学徒10人，带一年，每人花了一万，其中6个人合格证和资格证俩都有，4个人只有合格证，一共补多少",
        "64000元",
        "6 × 8000 + 4 × 4000",
    ),
]


@pytest.mark.parametrize(("message", "told", "why"), BOTH_CERTIFICATES, ids=[r[1] for r in BOTH_CERTIFICATES])
def test_two_certificates_are_not_two_people(message: str, told: str, why: str) -> None:
    assert f"合计{told}" in answer_to(message).text, why


LUMP_SUMS = [
    ("鼓楼公司既是市级高技能人才培训基地又有市级技能大师工作室，加起来补助多少", "合计350000元（35万元）"),
    (
        "鼓楼公司被遴选为国家级技能大师工作室，又是区级高技能人才培训基地，一共能拿多少",
        "合计230000元（23万元）",
    ),
    (
        "晋江厂里有两个技能大师工作室，一个被遴选为国家级的，一个是泉州市级的，总共给多少补助",
        "合计350000元（35万元）",
    ),
]


@pytest.mark.parametrize(("message", "told"), LUMP_SUMS)
def test_several_things_paid_in_one_sum_each_are_summed_with_a_word_on_it(message: str, told: str) -> None:
    """Whether both may be had, no text says."""
    text = answer_to(message).text
    assert "能不能都享受，条文没有写明；如果都能享受" in text and told in text


def test_they_are_not_summed_where_no_sum_is_asked_for() -> None:
    text = answer_to("鼓楼公司被遴选为国家级技能大师工作室，又是区级高技能人才培训基地，分别给多少").text
    assert "230000元" not in text

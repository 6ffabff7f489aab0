"""Messages that only add to what was said: a person goes on talking about himself."""

from datetime import date

import pytest

from tests.dialogue.talk import Talk, answer_to

GOES_ON = [
    (("晋江有哪些补贴我能享受？", "想学门技术"), "可以看看", "a wish, after a list of what there is"),
    (("鼓楼打工的，培训拿了证能补不？", "登记了就业"), "职业培训补贴", "a registration"),
    (("鼓楼打工的，培训拿了证能补不？", "没福州户口"), "鼓政办", "a register that one is not in is no other place"),
    (("我是衢州人，能纳入补贴对象吗？", "男"), "可以看看", "sex, after a clause was quoted"),
    (("我是衢州人，能纳入补贴对象吗？", "男", "63周岁"), "可以看看", "and age"),
    (("晋江的那份方案还执行吗", "到什么时候结束"), "2019—2021年", "how long, of the policy spoken of"),
    (("衢州中级工多少钱", "这个到什么时候截止"), "2021年12月31日", "how long, after an amount"),
    (("衢州中级工多少钱", "到哪天", "那我要是三级呢"), "3000元", "and on with the matter"),
    (("衢州目录清单里的项目制，28个课时，一个学员补多少", "最后发合格证24本"), "16800元", "certificates issued"),
    (("衢州，谁能设技能大师工作室", "给多少钱"), "技能大师工作室补助", "how much, of the clause quoted"),
    (("衢州 我不想创业，就想考高级工，户口衢州",), "3000元", "what nobody wants is no topic"),
    (("合同快到期了，晋江中级工能领吗",), "1000元", "a contract's end is not the policy's"),
    (("晋江，领过两次初级工的补贴了，还能再领中级工的不",), "1000元", "what was had is not what is asked"),
    (("晋江，初级工的补贴去年领了，今年考了高级工，能领多少",), "1500元", "nor where it stands first"),
]  # fmt: skip


@pytest.mark.parametrize(("messages", "said", "reason"), GOES_ON, ids=[row[-1] for row in GOES_ON])
def test_what_only_adds_is_answered(messages: tuple[str, ...], said: str, reason: str) -> None:
    answer = answer_to(*messages)
    assert answer.status == "answered", reason
    assert said in answer.text, reason


def test_no_pension_drawn_is_not_an_insurance_unpaid() -> None:
    talk = Talk()
    talk.say("我在衢州", "没有养老金")
    assert talk.session.facts["drawing_pension"] is False
    assert "pension_insured" not in talk.session.facts


def test_a_register_that_one_is_not_in_says_nothing_of_where_one_works() -> None:
    talk = Talk()
    talk.say("我在鼓楼，培训拿了证能补多少？", "没福州户口")
    assert talk.session.facts.get("local_tie") is not True


def test_small_talk_is_not_taken_for_a_wish() -> None:
    assert "可以看看" not in answer_to("晋江有哪些补贴我能享受？", "今天天气真好").text


SPACED = [
    (
        "鼓楼一家参保企业 新招12人签了两年合同 岗前培训都拿了人社部门认定的合格证 能领多少",
        "6000元",
        "for commas",
    ),
    (
        "鼓楼一家参保企业.新招12人签了两年合同.岗前培训都拿了人社部门认定的合格证.能领多少",
        "6000元",
        "points for 。",
    ),
]


@pytest.mark.parametrize(("message", "amount", "reason"), SPACED, ids=[row[-1] for row in SPACED])
def test_marks_typed_by_halves(message: str, amount: str, reason: str) -> None:
    assert amount in answer_to(message).text, reason


JUNE_2025 = date(2025, 6, 1)


def test_a_year_to_come_is_judged_on_that_year() -> None:
    answer = answer_to("福建，41号文的见证补贴企业能拿吗", "要是明年呢", on=JUNE_2025)
    assert answer.text.startswith("**请先留意：**")
    assert "到2026年已到期" in answer.text.split("\n")[0]


def test_a_policy_in_force_when_the_matter_falls_due_is_not_called_over() -> None:
    assert "已到期" not in answer_to("福建，41号文的见证补贴企业能拿吗", "今年的呢", on=JUNE_2025).text


@pytest.mark.parametrize(
    ("messages", "first", "why"),
    [
        (("41号文还有用吗",), "执行到2025年12月31日", "a document"),
        (("41号文还有效吗", "那2026年呢"), "执行到2025年12月31日，到2026年已到期", "a later year"),
        (("晋江的方案还有效吗",), "晋江市职业技能提升行动实施方案（晋政办〔2019〕79号）：标题写的期间", "its own first"),
        (("晋江的方案还有效吗", "那2020年呢"), "2020年在执行期间内的有：晋江市", "an earlier year"),
        (("晋江现在执行哪些政策",), "2025年6月1日在执行期间内的有：福建省", "what runs is asked for"),
    ],
)  # fmt: skip
def test_the_answer_on_validity_leads_with_what_was_asked(
    messages: tuple[str, ...], first: str, why: str
) -> None:
    answer = answer_to(*messages, on=JUNE_2025)
    assert first in answer.text.split("\n")[0], why
    assert answer.cited, why

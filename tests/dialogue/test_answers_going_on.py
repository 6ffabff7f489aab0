"""Messages that only add to what was said: a person goes on talking about himself."""

import pytest

from tests.dialogue.talk import Talk, answer_to

GOES_ON = [
    (("晋江有哪些补贴我能享受？", "想学门技术"), "可以看看", "a wish, after a list of what there is"),
    (("鼓楼打工的，培训拿了证能补不？", "登记了就业"), "职业培训补贴", "a registration"),
    (("鼓楼打工的，培训拿了证能补不？", "没福州户口"), "鼓政办", "a register that one is not in is no other place"),
    (("我是衢州人，能纳入补贴对象吗？", "男"), "可以看看", "sex, after a clause was quoted"),
    (("我是衢州人，能纳入补贴对象吗？", "男", "63周岁"), "可以看看", "and age"),
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

"""A short message answers the question that is open, and only that."""

from typing import Any

import pytest

from assistant.rules.facts import NONE_OF_THESE, FactBook
from tests.dialogue.conftest import Read
from tests.dialogue.talk import answer_to

UNSURE = "不清楚"

YES = [
    "是",
    "是的",
    "对",
    "对的",
    "嗯",
    "有",
    "有的",
    "交了",
    "交了的",
    "都交了",
    "一直在交社保",
    "有，都交了",
    "都有",
    "没错",
    "当然有",
]
NO = ["不是", "没有", "没", "否", "没交", "还没有", "都没有", "没呢", "没交过", "公司没交", "从来没交"]
NOBODY_KNOWS = ["不清楚", "不知道", "这个我不知道", "不太清楚", "不晓得", "说不清", "没注意", "不记得了"]
NO_ANSWER = [
    ("有没有区别", "begins like a yes, and asks"),
    ("是多少钱", "the same"),
    ("有什么用", "the same"),
    ("都有哪些补贴", "the same"),
    ("没听懂", "begins like a no"),
    ("不懂", "the same"),
    ("没问题", "the same"),
    ("不用了谢谢", "the same"),
    ("对了，晋江呢", "对了 turns to something else"),
    ("晋江", "a place"),
    ("一部分交了", "neither yes nor no"),
    ("有的交了有的没交", "both"),
]


@pytest.mark.parametrize(
    ("message", "value"),
    [*((m, True) for m in YES), *((m, False) for m in NO), *((m, UNSURE) for m in NOBODY_KNOWS)],
)
def test_yes_no_and_nobody_knows(read: Read, message: str, value: bool | str) -> None:
    assert read(message, asked="pension_insured").facts.get("pension_insured") == value


@pytest.mark.parametrize(("message", "why"), NO_ANSWER)
def test_what_answers_nothing(read: Read, message: str, why: str) -> None:
    assert "pension_insured" not in read(message, asked="pension_insured").facts, why


@pytest.mark.parametrize("message", ["是", "没有", "3", "中级", "不清楚"])
def test_without_a_question_there_is_nothing_to_answer(read: Read, message: str) -> None:
    assert read(message).facts.keys() <= {"certificate_level"}


@pytest.mark.parametrize(
    ("asked", "message", "value", "why"),
    [
        ("headcount", "3", "3", "a digit"),
        ("firm_insured", "财务回话了，没参保", False, "who told it, then what one does for it"),
        ("firm_insured", "刚打电话问了人事，参了的", True, "the same, and a yes"),
        ("headcount", "十二", "12", "in words"),
        ("headcount", "12人", "12", "with its unit"),
        ("headcount", "三个", "3", "with a measure word"),
        ("headcount", "5、6个", ["5", "6"], "about"),
        ("headcount", "20多", ["21", "29"], "more"),
        ("headcount", "大概20", "20", "about"),
        ("headcount", "20左右", "20", "about"),
        ("headcount", "就我一个", "1", "oneself"),
        ("headcount", "就我自己", "1", "oneself"),
        ("headcount", "两年", None, "no 24 people"),
        ("trade_count", "三个月", None, "no three trades"),
        ("pass_certificate", "证齐", True, "with what it is ahead"),
        ("pass_certificate", "合格证都拿到", True, "the same in full"),
        ("pass_certificate", "齐的", True, "complete"),
        ("pass_certificate", "证还没有", False, "with what it is, and a no"),
        ("pass_certificate", "证明有", None, "something else"),
        ("contract_months", "一年", "12", "a year"),
        ("contract_months", "一年半", "18", "and a half"),
        ("contract_months", "两年多", ["25", "35"], "more than two"),
        ("contract_months", "一年以上", {"at_least": "12"}, "no more than was said"),
        ("contract_months", "不到一年", ["0", "11"], "less"),
        ("contract_months", "三年期", "36", "three years"),
        ("contract_months", "没签", "0", "none"),
        ("contract_months", "没有", "0", "none"),
        ("contract_months", "无固定期限", {"at_least": "12"}, "without an end"),
        ("contract_months", "24", "24", "no contract runs 24 years unsaid"),
        ("contract_months", "3", None, "months or years?"),
        ("contract_months", "签了", None, "for how long?"),
        ("training_months", "3", "3", "months were asked for"),
        ("training_months", "半年", "6", "half a year"),
        ("months_since_hire", "半年", "6", "half a year"),
        ("months_since_hire", "刚招的", ["0", "12"], "new"),
        ("apprenticeship_years", "2", "2", "years were asked for"),
        ("apprenticeship_years", "两年", "2", "two years"),
        ("apprenticeship_years", "18个月", "1.5", "in months"),
        ("class_hours", "50", "50", "hours"),
        ("class_hours", "50个", "50", "hours, and no people"),
        ("trade_count", "5", "5", "trades"),
        ("actual_cost", "8千", "8000", "money"),
        ("actual_cost", "1万2", "12000", "money"),
        ("actual_cost", "九千块钱", "9000", "money"),
        ("payroll_total", "一千万", "10000000", "money"),
        ("times_this_year", "两次", "2", "times"),
        ("times_this_year", "没领过", "0", "none"),
        ("times_this_year", "一次都没有", "0", "not once"),
        ("age", "六十二", "62", "age"),
        ("age", "五十多", ["51", "59"], "about"),
        ("certificate_level", "4", "四级", "the level without 级"),
        ("certificate_level", "高级", "三级", "the level without 工"),
        ("certificate_level", "高级技师", "一级", "and this one"),
        ("certificate_event", "首次", "新证", "the beginning of a word"),
        ("apprentice_kind", "学生", "学生学徒", "the beginning of a choice"),
        ("studio_level", "国家级的", "国家级", "with a particle"),
        ("gender", "女的", "女", "with a particle"),
        ("asker", "替企业问", "企业", "in a sentence"),
        ("asker", "自己问", "个人", "for oneself"),
        ("trainee_group", "残疾人", ["残疾人"], "one of the groups"),
        ("trainee_group", "都不是", [NONE_OF_THESE], "none of the groups"),
        ("trainee_group", "没有", [NONE_OF_THESE], "none of the groups"),
        ("in_project_catalogue", "在", True, "the verb of the question"),
        ("in_project_catalogue", "不在目录里", False, "in full"),
        ("event_date", "去年8月", "2019-08", "a month"),
        ("event_date", "2020-03-05", "2020-03-05", "a day"),
    ],
)
def test_answers(read: Read, book: FactBook, asked: str, message: str, value: Any, why: str) -> None:
    topics = book[asked].topics
    assert book.store(read(message, asked=asked, topics=topics).facts).get(asked) == value, why


def test_a_fact_that_the_message_names_itself_is_not_overwritten(read: Read) -> None:
    facts = read("没交社保，合同签了两年", asked="contract_months").facts
    assert facts["pension_insured"] is False
    assert facts["contract_months"] != 0


def test_a_number_with_another_cue_is_not_the_answer(read: Read, book: FactBook) -> None:
    facts = book.store(read("入职三个月了", asked="contract_months").facts)
    assert facts == {"months_since_hire": "3"}


def test_an_answer_may_say_more(read: Read, book: FactBook) -> None:
    facts = book.store(read("对，而且合同签了三年", asked="pension_insured").facts)
    assert facts == {"pension_insured": True, "contract_months": "36"}


def test_an_answer_beyond_all_that_can_be_is_none(read: Read) -> None:
    assert read("999999999999", asked="headcount").facts == {}


def test_a_place_was_asked_for(read: Read) -> None:
    assert read("晋江", asked="region").regions == ("350582",)


OTHER_DEEDS = [
    (("晋江，中级工，合同两年，多少钱", "拿到了"), "pension_insured", "a certificate is no insurance"),
    (("晋江，中级工，合同两年，多少钱", "签了"), "pension_insured", "nor is a contract"),
    (("晋江，中级工，合同两年，多少钱", "没签"), "pension_insured", "and no contract is no denial"),
]


@pytest.mark.parametrize(("messages", "asked", "why"), OTHER_DEEDS, ids=[row[-1] for row in OTHER_DEEDS])
def test_another_deed_answers_nothing(messages: tuple[str, ...], asked: str, why: str) -> None:
    assert asked in [ask.fact for ask in answer_to(*messages).asks], why


@pytest.mark.parametrize("message", ["啊不是，是高级技师，一级", "不是的，是高级技师"])
def test_what_puts_another_fact_right_answers_nothing(message: str) -> None:
    """Open is how long the contract is."""
    answer = answer_to("晋江技师能补多少，我在厂里上班的", message)
    assert {e.outcome for e in answer.entitlements} == {"undetermined"}


def test_a_denial_with_its_reason_stays_an_answer() -> None:
    answer = answer_to("晋江技师能补多少，我在厂里上班的，合同两年", "不是，是老板不给交养老")
    assert "不能领" in answer.text


def test_how_long_is_no_answer_to_how_many() -> None:
    """Nor is 一个，建档立卡的贫困户 one to how many months."""
    talk = ("鼓楼我们店里想收个家里困难的，边干边学，政府补不补", "一个，建档立卡的贫困户")
    assert "1个月" not in answer_to(*talk).text
    assert "1200元" in answer_to(*talk, "打算带八个月，没做过岗前那个").text.splitlines()[0]

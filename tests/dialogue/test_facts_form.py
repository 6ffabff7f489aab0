"""What was said, shown in people's words, and corrected by a form without a word being typed."""

from datetime import date
from typing import Any

import pytest

from assistant.dialogue.answers.desk import Answer
from assistant.dialogue.answers.facts_form import facts_so_far, read_correction
from assistant.errors import BadInput
from tests.dialogue.talk import JUNE_2020, Talk, conversation


def find_region(name: str) -> str:
    regions = {"晋江市": "350582", "福州市鼓楼区": "350102", "衢州市": "330800", "成都市": "510100"}
    if name not in regions:
        raise BadInput("不认识的地区")
    return regions[name]


class Form(Talk):
    """A person who talks and then changes what stands on the form."""

    def correct(self, facts: dict[str, Any], today: date = JUNE_2020) -> Answer:
        book = conversation().desk.rulebook.book
        self.session = read_correction(facts, book, find_region).apply(self.session, book)
        answer, self.session = conversation().turn(None, self.session, today=today)
        return answer

    @property
    def told(self) -> dict[str, str]:
        return {one.label: one.value for one in facts_so_far(self.session, conversation().desk)}


WORKER = "我在晋江上班，签了两年合同，考了中级工能领多少？"


def test_what_was_said_is_told_in_words() -> None:
    form = Form()
    form.say(WORKER)
    assert form.told == {
        "地区": "晋江市",
        "证书等级": "四级",
        "劳动合同期限": "24个月",
        "咨询人身份": "个人",
        "具有本市户籍、在本市常住、在本市就业创业或者在本市办理失业登记": "是",
    }


def test_nothing_was_said() -> None:
    assert Form().told == {}


@pytest.mark.parametrize(
    ("facts", "amount", "told", "why"),
    [
        ({"certificate_level": "三级"}, "1500元", ("证书等级", "三级"), "高级工（三级）每人 1500 元"),
        ({"certificate_level": "不清楚"}, "700元至3000元", ("证书等级", "不清楚"), "any row of the table"),
        ({"contract_months": None}, "若与企业签订1年以上", ("劳动合同期限", None), "unknown again"),
        ({"contract_months": 6}, "不能领", ("劳动合同期限", "6个月"), "与企业签订 1 年以上期限劳动合同"),
        ({"region": "福州市鼓楼区"}, "鼓政办", ("地区", "福州市鼓楼区"), "another place, another text"),
        ({"region": "成都市"}, "未收录成都市", ("地区", "成都市"), "never a neighbour's figure"),
        ({"region": None}, "请先告诉我您在哪里", ("地区", None), "the place decides"),
    ],
)
def test_the_answer_is_given_again_on_what_was_corrected(
    facts: dict[str, Any], amount: str, told: tuple[str, str | None], why: str
) -> None:
    form = Form()
    form.say(WORKER)
    assert amount in form.correct(facts).text.replace("*", ""), why
    assert form.told.get(told[0]) == told[1], why


def test_a_correction_holds_for_every_group() -> None:
    """晋政办〔2019〕79号 二（六）2: 1000 and 1500 元; with one level for all, 1500 each."""
    form = Form()
    form.say("晋江5名中级工2名高级工，个人能领多少")
    assert {"第1组", "第2组"} <= form.told.keys()
    form.correct({"certificate_level": "三级"})
    assert "四级" not in "".join(form.told.values())
    assert form.told["证书等级"] == "三级"


def test_a_fact_of_a_group_says_what_it_is() -> None:
    """否 by itself is no fact that a person could put right."""
    form = Form()
    form.say("晋江5名中级工合同两年，2名高级工没签合同，个人能领多少")
    assert form.told["第1组"] == "技能提升（取证）、5人、四级、劳动合同期限：24个月"
    assert form.told["第2组"].endswith("劳动合同期限：0个月")


def test_a_form_that_is_first_to_speak() -> None:
    form = Form()
    answer = form.correct({"region": "晋江市", "certificate_level": "四级"})
    assert "1000元" in answer.text


@pytest.mark.parametrize(
    "facts",
    [
        {"shoe_size": 42},
        {"certificate_level": "九级"},
        {"region": "大西洋"},
        {"region": 7},
        {"headcount": -1},
        {"pension_insured": "也许"},
    ],
)
def test_what_cannot_be_is_refused(facts: dict[str, Any]) -> None:
    with pytest.raises(BadInput):
        read_correction(facts, conversation().desk.rulebook.book, find_region)


def test_a_day_is_told_in_chinese() -> None:
    form = Form()
    form.say("我在晋江，2020年5月8日考的中级工能领多少？")
    assert "2020年5月8日" in form.told.values()

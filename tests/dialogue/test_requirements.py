"""Whether something is required is asked, and not said; the answer names the condition, or that there is none."""

from datetime import date
from typing import Any

import pytest

from assistant.rules.facts import Quantity
from tests.dialogue.conftest import Read
from tests.dialogue.talk import answer_to

ASKED: list[tuple[str, str, str]] = [
    ("得有证吗", "certificate_obtained", "得"),
    ("厂里要参保吗", "pension_insured", "要"),
    ("得是高危企业才行吗", "high_risk_industry", "才行吗"),
    ("鼓楼岗前培训补贴要本地户口吗", "local_tie", "a register"),
    ("要年满18岁吗", "age", "an age"),
    ("得签满一年合同吗", "contract_months", "a time"),
    ("要是贫困户吗", "trainee_group", "要是 behind which 吗 stands"),
]
SAID: list[tuple[str, str, Any, str]] = [
    ("要是我交了社保可以吗", "pension_insured", True, "supposed"),
    ("要是贫困户呢", "trainee_group", frozenset({"贫困劳动力"}), "the same in short"),
    ("主要是贫困户，能领吗", "trainee_group", frozenset({"贫困劳动力"}), "主要"),
    ("考得高级工了吗", "certificate_level", "三级", "得 behind a verb"),
    ("我18岁要交社保吗", "age", Quantity.exactly(18), "said ahead of what is asked"),
]


@pytest.mark.parametrize(("message", "fact", "why"), ASKED, ids=[row[-1] for row in ASKED])
def test_what_is_asked_to_be_required_is_not_said(read: Read, message: str, fact: str, why: str) -> None:
    assert fact not in read(message).facts, why


@pytest.mark.parametrize(("message", "fact", "value", "why"), SAID, ids=[row[-1] for row in SAID])
def test_what_is_said_stays_so(read: Read, message: str, fact: str, value: Any, why: str) -> None:
    assert read(message).facts[fact] == value, why


NOTES = [
    (
        ("鼓楼岗前培训补贴要本地户口吗",),
        "**户籍：**鼓政办〔2020〕6号 二（一）1 没有写这方面的要求。",
        "none in the clause",
    ),
    (("晋江高级工个人补贴有年龄限制吗",), "**年龄：**晋政办〔2019〕79号 二（六）2 没有写", "an age"),
    (
        ("晋江考了高级工能补多少", "要本地户口吗"),
        "**户籍：**晋政办〔2019〕79号 二（六）2 没有写",
        "afterwards",
    ),
    (
        ("晋江考了高级工能补多少", "学历有要求吗"),
        "**学历：**晋政办〔2019〕79号 二（六）2 没有写",
        "a schooling",
    ),
    (
        ("衢州高级工要本地户口吗",),
        "**户籍：**条件是具有本市户籍、在本市常住",
        "衢市人社发〔2019〕141号 三5 has one",
    ),
]


@pytest.mark.parametrize(("messages", "words", "why"), NOTES, ids=[row[-1] for row in NOTES])
def test_the_answer_says_whether_it_is_required(messages: tuple[str, ...], words: str, why: str) -> None:
    assert answer_to(*messages).text.startswith(words), why


def test_another_clause_that_speaks_of_it_is_quoted() -> None:
    """鼓政办〔2020〕6号 四（八）: 城乡劳动者（含外地来榕务工人员）."""
    answer = answer_to("鼓楼区考了高级工能补多少", "我江西人，外地户口也可以算吗")
    assert any(one.path == "四（八）" and "含外地来榕务工人员" in one.quote for one in answer.cited)


def test_nothing_is_said_of_requirements_that_nobody_asked_about() -> None:
    text = answer_to("我是本地户口，53岁，初中毕业，晋江考了高级工，个人能拿多少").text
    assert "没有写这方面的要求" not in text


def test_a_period_that_is_over_still_comes_first() -> None:
    assert answer_to("鼓楼岗前培训补贴要本地户口吗", on=date(2023, 6, 1)).text.startswith("**请先留意")


DEMANDED = [
    (
        "鼓楼岗前培训要不要买社保",
        "**社保：**鼓政办〔2020〕6号 二（一）1 没有写",
        "要不要; 二（一）1 asks a contract",
    ),
    ("晋江岗前培训需要参保吗", "**社保：**晋政办〔2019〕79号 二（六）1 没有写", "需要"),
    ("晋江高级工个人补贴社保有没有要求", "**社保：**条件是缴纳基本养老保险费", "二（六）2 asks for it"),
    (
        "衢州岗前培训必须签劳动合同吗",
        "**劳动合同：**衢市人社发〔2019〕141号 四12 没有写",
        "四12 asks no contract",
    ),
    (
        "衢州考证补贴需要签劳动合同吗",
        "**劳动合同：**衢市人社发〔2019〕141号 三5 没有写",
        "三5 asks no contract",
    ),
    (
        "衢州生活费要拿证吗",
        "**证书：**衢市人社发〔2019〕141号 三10 没有写",
        "三10 says nothing of certificates",
    ),
    (
        "鼓楼免费培训有没有年龄限制",
        "**年龄：**鼓政办〔2020〕6号 二（二） 没有写",
        "a kind of people is no age",
    ),
    (
        "晋江有没有年龄限制",
        "**年龄：**晋江市职业技能提升行动实施方案（晋政办〔2019〕79号）的条文没有写",
        "the text",
    ),
]


@pytest.mark.parametrize(("message", "words", "why"), DEMANDED, ids=[row[-1] for row in DEMANDED])
def test_what_is_asked_to_be_required_is_answered_first(message: str, words: str, why: str) -> None:
    assert answer_to(message).text.startswith(words), why


TOLD = [
    ("晋江高级工，合同三年，社保都交了，能领吗", "said"),
    ("晋江高级工，没交社保，能领吗", "denied"),
    ("晋江岗前培训30人合格证都有，能领多少", "counted"),
    ("鼓楼企业提的职工教育经费，得有多大比例花在一线工人身上？", "a share, no age"),
]


@pytest.mark.parametrize(("message", "why"), TOLD, ids=[row[-1] for row in TOLD])
def test_what_people_say_that_they_have_is_not_asked_about(read: Read, message: str, why: str) -> None:
    assert read(message).requirements == (), why


def test_one_of_several_ties_is_enough() -> None:
    """衢市人社发〔2019〕141号 三5: 具有本市户籍、在本市常住、在本市就业创业或在本市办理失业登记."""
    assert "符合其中一项就行" in answer_to("衢州领技能补贴必须本地户口吗").text


def test_a_text_that_speaks_of_it_is_quoted_where_no_benefit_was_named() -> None:
    """衢市人社发〔2019〕141号 三5: 男不超过62周岁、女不超过55周岁."""
    answer = answer_to("衢州有没有年龄限制")
    assert [one.path for one in answer.cited] == ["三5"] and "周岁" in answer.cited[0].quote


@pytest.mark.parametrize(
    ("message", "path", "why"),
    [
        ("鼓楼区有年龄要求吗，50岁女的行不行", "四（八）", "no rule there asks for an age"),
        ("晋江有年龄限制没，我58岁了", None, "its text says nothing of ages"),
        ("衢州有年龄要求吗，57岁女的行不行", "三5", "where a limit decides, that is told"),
    ],
)
def test_an_age_that_is_told_beside_is_still_asked_about(message: str, path: str | None, why: str) -> None:
    answer = answer_to(message)
    assert answer.status == "answered"
    assert [one.path for one in answer.cited][:1] == ([path] if path else []), why


@pytest.mark.parametrize("asks", ["那要怎样才行", "怎么样才可以", "咋样才能给"])
def test_what_it_takes_after_a_refusal_is_told_of_the_benefit(asks: str) -> None:
    answer = answer_to("晋江我在厂里，四级等级证，合同签了两年，养老保险没交", asks)
    assert "**还差：**在单位缴纳基本养老保险" in answer.text

"""Where a policy stands on a day, in words: neither more nor less than its text says."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assistant.dialogue.answers.validity_answer import validity_sentence
from assistant.documents import load_library
from tests.dialogue.talk import answer_to

POLICY = load_library(Path(__file__).parents[2] / "corpus").policies[0]
NOTHING = {"valid_from": None, "valid_until": None, "period_from": None, "period_until": None}
TITLE = {"period_from": date(2019, 1, 1), "period_until": date(2021, 12, 31)}


@pytest.mark.parametrize(
    ("dates", "basis", "on", "says", "why"),
    [
        (
            {"valid_until": date(2021, 12, 31)},
            "stated",
            date(2021, 12, 31),
            "执行到2021年12月31日",
            "the last day",
        ),
        ({"valid_until": date(2021, 12, 31)}, "stated", date(2022, 1, 1), "已到期", "the day after"),
        ({"valid_from": date(2020, 1, 29)}, "stated", date(2020, 1, 28), "还没有开始实施", "the day before"),
        (
            {"valid_from": date(2020, 1, 29)},
            "stated",
            date(2020, 1, 29),
            "没有写截止日",
            "a start and no end",
        ),
        (TITLE, "title", date(2020, 6, 15), "标题写的期间是2019—2021年", "by the title"),
        (TITLE, "title", date(2022, 1, 1), "这段期间已过", "past the title, neither 失效 nor 有效"),
        (TITLE, "title", date(2018, 6, 15), "没有另写起始日", "before the title's years, no day is made up"),
        ({}, "unstated", date(2018, 6, 15), "2019年1月1日印发；条文没有写起始日", "before its date"),
        ({}, "unstated", date(2020, 6, 15), "没有写起止日", "nothing is stated"),
    ],
)
def test_validity_in_words(dates: dict[str, Any], basis: str, on: date, says: str, why: str) -> None:
    about = POLICY.about.model_copy(
        update={**NOTHING, "issued_on": date(2019, 1, 1), **dates, "validity_basis": basis}
    )
    sentence = validity_sentence(replace(POLICY, about=about), on)
    assert says in sentence, why
    assert "None" not in sentence
    assert "失效" not in sentence
    assert "仍有效" not in sentence


@pytest.mark.parametrize(
    ("message", "says", "why"),
    [
        ("晋江政策2022年1月还管用吗", "到2022年1月这段期间已过", "the day asked about, past 2019—2021"),
        ("晋江79号文件，我是2019年培训的，那会儿它管用吧", "2019年在这一期间内", "a day before today"),
        ("衢州141号文件2023年还能用吗", "到2023年已到期", "六: 期限至2021年12月31日止"),
        (
            "鼓楼2019年印发的文件还有效吗",
            "2020年6月15日在这一期间内",
            "the year of the text is not asked about",
        ),
    ],
)
def test_the_day_asked_about_is_meant(message: str, says: str, why: str) -> None:
    assert says in answer_to(message).text, why


def test_what_ran_then_and_runs_no_more_is_told_so() -> None:
    """闽人社文〔2024〕41号 文末: 有效期至2025年12月31日止."""
    answer = answer_to("福建2024年的提升工程，我是2025年3月培训的，那会儿它还管用吧", on=date(2026, 3, 1))
    assert "2025年3月在执行期内" in answer.text
    assert "到2026年3月1日已到期" in answer.text


def test_a_clause_beside_a_benefit_says_that_its_text_is_over() -> None:
    question = "福建，我年初办了失业登记，想学点新东西再找工作，能参加什么？学完帮不帮介绍工作？"
    answer = answer_to(question, on=date(2026, 3, 1))
    assert any(cited.policy.id == "fujian-2024-41" for cited in answer.cited)
    assert "2025年12月31日" in answer.text


def test_a_look_up_of_a_day_that_is_past_says_what_is_over_today() -> None:
    first = "鼓楼，2020年六月做的岗前培训，十个人，合同一年以上，五月才招的，人社认的合格证，补多少"
    answer = answer_to(first, "这个找哪个部门问", on=date(2026, 3, 1))
    assert "请先留意" in answer.text and "2026年3月1日" in answer.text


@pytest.mark.parametrize("asks", ["搞到哪一年", "哪里写着到那天为止"])
def test_until_when_is_asked_shortly_after_a_benefit(asks: str) -> None:
    answer = answer_to("衢州考高级工的钱还有没有", asks, on=date(2022, 5, 10))
    assert any("2021年12月31日止" in "".join(one.quote.split()) for one in answer.cited)

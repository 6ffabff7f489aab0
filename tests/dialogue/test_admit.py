"""What may come in, and what a person is told about what may not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.dialogue.language.admit import admit_day, admit_question
from assistant.errors import BadInput


@pytest.mark.parametrize(
    ("typed", "admitted"),
    [
        ("晋江中级工补贴多少？", "晋江中级工补贴多少？"),
        ("  我 也 想问\n", "我 也 想问"),
        ("吗", "吗"),
        ("3", "3"),  # the answer to 几个人？
        ("👍有补贴吗", "👍有补贴吗"),
        ("𠀀字", "𠀀字"),  # beyond the basic plane: a whole character, not a lone surrogate
        ("字" * 2000, "字" * 2000),
    ],
)
def test_questions_that_come_in(typed: str, admitted: str) -> None:
    assert admit_question(typed) == admitted


@pytest.mark.parametrize(
    ("typed", "told", "why"),
    [
        ("", "请先输入", "empty"),
        (" \n\t\u3000", "请先输入", "white space, the full-width space among it"),
        ("字" * 2001, "最多 2000 个字", "one too long"),
        ("😀🎉❤️", "没有看到文字", "only emoji"),
        ("1️⃣2️⃣", "没有看到文字", "emoji made of digits"),
        ("👨‍👩‍👧🏽🇨🇳", "没有看到文字", "emoji joined from several, and a flag"),
        ("\x00\x01\x07", "没有看到文字", "only control characters"),
        ("\u202e\u2066\u200f", "没有看到文字", "only characters that turn the direction of writing"),
        ("\ufeff\u200b", "没有看到文字", "only characters without width"),
        ("？？！…", "没有看到文字", "only signs"),
        ("补贴\ud800多少", "损坏的字符", "half a character"),
    ],
)
def test_questions_that_do_not(typed: str, told: str, why: str) -> None:
    with pytest.raises(BadInput, match=told):
        pytest.fail(f"{why}: {admit_question(typed)!r}")


@given(st.text(st.characters(exclude_categories=())))
def test_whatever_is_typed_raises_nothing_but_bad_input(typed: str) -> None:
    try:
        assert admit_question(typed) in typed
    except BadInput as error:
        assert str(error).isprintable()


@pytest.mark.parametrize("day", ["2000-01-01", "2020-02-29", "2100-12-31"])
def test_days_that_come_in(day: str) -> None:
    assert admit_day(day) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("typed", "told", "why"),
    [
        ("1900-01-01", "超出了范围", "before every policy"),
        ("1999-12-31", "超出了范围", "a day too early"),
        ("2101-01-01", "超出了范围", "a day too late"),
        ("2021-02-29", "确认有这一天", "2021 was no leap year"),
        ("2020-13-01", "确认有这一天", "no such month"),
        ("20200615", "请写成", "a form that Python reads and the contract does not name"),
        ("2020-W25-1", "请写成", "as above"),
        ("２０２０-06-15", "请写成", "full-width digits"),
        ("2020-06-15\n", "请写成", "a line end"),
        ("昨天", "请写成", "no date"),
        ("", "请写成", "empty"),
    ],
)
def test_days_that_do_not(typed: str, told: str, why: str) -> None:
    with pytest.raises(BadInput, match=told):
        pytest.fail(f"{why}: {admit_day(typed)}")

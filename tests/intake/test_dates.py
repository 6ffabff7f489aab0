"""Days and periods in Chinese texts."""

from datetime import date

import pytest

from assistant.intake.dates import after, date_alone, find_dates


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("自2024年5月6日起", date(2024, 5, 6)),
        ("自 2024 年 5 月 6 日起", date(2024, 5, 6)),  # set apart, as printed from Word
        ("二〇二四年五月六日", date(2024, 5, 6)),
        ("二○二四年十二月三十一日", date(2024, 12, 31)),  # a circle for the zero
        ("发布日期：2024-05-06", date(2024, 5, 6)),
        ("２０２４年５月６日", date(2024, 5, 6)),  # digits of full width
        ("至2025年底", date(2025, 12, 31)),
        ("至2025年2月底", date(2025, 2, 28)),
    ],
)
def test_a_day_is_read(text: str, day: date) -> None:
    assert [found.day for found in find_dates(text)] == [day]


@pytest.mark.parametrize("text", ["2024年", "2024年2月30日", "每年6月底前", "第3号", "2019—2021年"])
def test_what_is_no_day_is_none(text: str) -> None:
    assert list(find_dates(text)) == []


@pytest.mark.parametrize(
    ("line", "alone"),
    [
        ("2024年5月6日", True),
        ("成文日期：2024年5月6日", True),
        ("2024年5月6日印发", True),
        ("自2024年5月6日起施行", False),
        ("2024年5月", False),
    ],
)
def test_a_day_alone_is_told_from_one_in_a_sentence(line: str, alone: bool) -> None:
    assert (date_alone(line) == date(2024, 5, 6)) is alone


@pytest.mark.parametrize(
    ("day", "number", "unit", "then"),
    [
        (date(2019, 12, 30), 30, "日", date(2020, 1, 29)),
        (date(2024, 2, 29), 1, "年", date(2025, 2, 28)),  # there is no 29 February
        (date(2024, 11, 30), 3, "月", date(2025, 2, 28)),
        (date(2024, 5, 6), 5, "年", date(2029, 5, 6)),
    ],
)
def test_so_much_later(day: date, number: int, unit: str, then: date) -> None:
    assert after(day, number, unit) == then

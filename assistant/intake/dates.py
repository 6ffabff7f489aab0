"""Days and periods that a Chinese text names.

2024年5月6日   2024 年 5 月 6 日   二〇二四年五月六日   2024-05-06   2024.5.6   ２０２４年５月６日
2025年底   2025年6月底
五年  3年  30日  六个月
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.documents.document_numbers import plain_digits
from assistant.documents.labels import number_of

_DIGITS = "〇○零一二三四五六七八九"
_YEAR = rf"(?:(?:19|20)\s?\d\s?\d|[二一][{_DIGITS}]{{3}})"
_NUMBER = r"\d{1,3}|[一二三四五六七八九十百两]{1,4}"
DATE = re.compile(
    rf"(?P<year>{_YEAR})\s*(?:年|[-./])\s*"
    rf"(?:(?P<month>\d{{1,2}}|[一二三四五六七八九十]{{1,2}})\s*(?:月|[-./])\s*"
    rf"(?:(?P<day>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})\s*日?(?!\d)|(?P<month_end>底|末))|(?P<year_end>底|末))"
)
SPAN = re.compile(rf"(?P<number>{_NUMBER})\s*个?\s*(?P<unit>年|月|日|天|工作日)")
YEARS = re.compile(rf"(?P<first>{_YEAR})\s*年?\s*(?:[-—–－~～]+|至|到)\s*(?P<last>{_YEAR})\s*年")


@dataclass(frozen=True)
class FoundDate:
    """A day in a text: text[start:end]; `exact` False where the text says 年底 or 月底."""

    day: date
    start: int
    end: int
    exact: bool = True


def find_dates(text: str) -> Iterator[FoundDate]:
    """Every day that a text names, in order; what is no day of the calendar is passed over."""
    for match in DATE.finditer(plain_digits(text)):
        if found := _day(match):
            yield FoundDate(found, match.start(), match.end(), bool(match["day"]))


def date_alone(line: str) -> date | None:
    """The day of a line that holds a day and nothing else (日期：, brackets and 印发 aside)."""
    bare = re.sub(
        r"^(?:成文|印发|发文|发布|公布)?(?:日期|时间)\s*[:：]|印发$|[（()）]", "", plain_digits(line).strip()
    ).strip()
    match = DATE.fullmatch(bare)
    return _day(match) if match else None


def after(day: date, number: int, unit: str) -> date:
    """So many years, months or days later; 2024-02-29 and a year is 2025-02-28."""
    if unit in ("日", "天", "工作日"):
        return day + timedelta(days=number)
    months = day.month - 1 + number * (12 if unit == "年" else 1)
    year, month = day.year + months // 12, months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def number_in(numeral: str) -> int:
    """五, 十二, 两 or 30."""
    return number_of(numeral.replace("两", "二"))


def year_in(numeral: str) -> int:
    """2024 or 二〇二四."""
    squeezed = "".join(numeral.split())
    if squeezed.isdecimal():
        return int(squeezed)
    return int("".join(str("〇一二三四五六七八九".find(c if c not in "○零" else "〇")) for c in squeezed))


def _day(match: re.Match[str]) -> date | None:
    year = year_in(match["year"])
    month = number_of(match["month"]) if match["month"] else 12
    try:
        day = number_of(match["day"]) if match["day"] else monthrange(year, month)[1]
        return date(year, month, day)
    except ValueError:
        return None

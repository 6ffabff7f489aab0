"""Times that two days tell: 2018年8月招的，今年5月培训 · 合同2018年签到2023年 · 1958年5月生.

How long it is from one to the other is as exact as the days are: between two months a month more or less.
"""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from assistant.dialogue.facts.said import AGE, EVENT
from assistant.dialogue.language.dates import find_dates
from assistant.dialogue.language.sentence import PHRASE_END
from assistant.rules.facts import FactBook, FactSpec, Month, Quantity, Value, Year

# 2018年8月招的, 去年3月他进的厂
_NEAR = 6
_TO = re.compile("[底初]?(?:签|续)?(?:到|至|-|—|–|~)")
# 1958年5月生, 65年的人, 66年出生
_BORN = re.compile(
    r"(?<!\d)(?:19)?(?P<year>[3-9]\d)年?(?:(?P<month>\d{1,2})月(?:份|\d{1,2}[日号])?)?(?:出生|生(?=的|人|$|[,。;!?])|生日|的人(?=$|[,。;!?]))"
)
_PART_OF_A_MONTH = Decimal("0.5")


def between_dates(text: str, facts: Mapping[str, Value], today: date, book: FactBook) -> dict[str, Value]:
    """The times that days in a folded text tell, by fact; `facts`: what else it says."""
    days = find_dates(text, today)
    found: dict[str, Value] = {}
    for spec in book if days else ():
        told = facts.get(spec.id)
        runs, since = _from_to(text, spec, days), _since(text, spec, days, facts, today)
        # 2018年招的新员工: the day tells better than 新; 入职3个月 better than the day.
        if runs is not None:
            found[spec.id] = runs
        elif since is not None and not (isinstance(told, Quantity) and told.is_exact):
            found[spec.id] = since
    if AGE not in facts and (born := _BORN.search(text)):
        found[AGE] = _age(int(born["year"]), int(born["month"] or 0), today)
    return found


def _age(year: int, month: int, today: date) -> Quantity:
    """The whole years of somebody born in a year of the last century; of a month that is not told either."""
    years = today.year - 1900 - year
    if 1 <= month <= 12 and month != today.month:
        return Quantity.exactly(years - (month > today.month))
    return Quantity(Decimal(years - 1), Decimal(years))


def _since(
    text: str, spec: FactSpec, days: list[tuple[int, int, date]], facts: Mapping[str, Value], today: date
) -> Quantity | None:
    """How long before the event something happened (`spec.since`); without a day of it, up to now."""
    starts = [day for _, end, day in days if _begins(text, end, spec)]
    if len(starts) != 1:
        return None
    event = facts.get(EVENT)
    if isinstance(event, date) and event != starts[0]:
        return _time(starts[0], event)
    # 去年招的 alone tells too little.
    return None if isinstance(starts[0], Year) else Quantity(Decimal(0), _time(starts[0], today).high)


def _begins(text: str, end: int, spec: FactSpec) -> bool:
    near = PHRASE_END.split(text[end:])[0][:_NEAR]
    return any(word in near for word in spec.since)


def _from_to(text: str, spec: FactSpec, days: list[tuple[int, int, date]]) -> Quantity | None:
    """How long a contract runs from one day to another, the last one included."""
    if spec.kind != "months" or not spec.verbs:
        return None
    for (start, end, first), (next_start, _, last) in pairwise(sorted(days)):
        clause = PHRASE_END.split(text[:start])[-1] + text[end:next_start]
        if _TO.fullmatch(text, end, next_start) and any(name in clause for name in spec.names):
            return _time(first, last, whole=True)
    return None


def _time(first: date, last: date, *, whole: bool = False) -> Quantity:
    """The months from one day to another; `whole`: the last day is one of them."""
    earliest, latest = _bounds(first)
    soonest, at_last = _bounds(last)
    more = timedelta(days=whole)
    return Quantity(_months(latest, soonest + more), _months(earliest, at_last + more))


def _bounds(day: date) -> tuple[date, date]:
    """The first and the last day that a day, a month or a year may mean."""
    match day:
        case Year():
            return date(day.year, 1, 1), date(day.year, 12, 31)
        case Month():
            following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
            return date(day.year, day.month, 1), following - timedelta(days=1)
        case _:
            return day, day


def _months(first: date, last: date) -> Decimal:
    """Whole months, and a half for what goes beyond them; none where the last day is the earlier one."""
    if last <= first:
        return Decimal(0)
    whole = (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)
    return Decimal(whole) + (_PART_OF_A_MONTH if last.day != first.day else 0)

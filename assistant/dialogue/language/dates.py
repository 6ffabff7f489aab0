"""The day of an event that a message names.

2020年8月考的 · 20年8月拿的证 · 2019-12-30取得 · 取证时间是2020年3月 · 去年8月考的 · 上个月拿的证
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.dialogue.language.numerals import NUMERAL, read_numeral
from assistant.dialogue.language.sentence import PHRASE_END
from assistant.dialogue.language.words import WordList
from assistant.rules.facts import MIDDLE_OF_YEAR, Month, Year

_MONTH = r"(?P<month>\d{1,2}|十[一二]?|[一二三四五六七八九])月份?(?:(?P<day>\d{1,2})[日号])?"
_CALENDAR = (
    re.compile(rf"(?<!\d)(?P<year>(?:19|20)\d\d)年(?:{_MONTH})?"),
    re.compile(
        r"(?<!\d)(?P<year>(?:19|20)\d\d)[./-](?P<month>\d{1,2})(?:[./-](?P<day>\d{1,2}))?(?![\d%])日?"
    ),
    # 20年8月, 20年考的; but 20年 alone is as long as it says.
    re.compile(rf"(?<!\d)(?P<year>\d\d)年(?:{_MONTH}|(?=[底初][考拿取]|[考拿取]))"),
)
_RELATIVE = re.compile(
    rf"(?P<name>大前年|前年|去年|上一年|今年|明年)(?:{_MONTH})?|(?P<near>上+个?月|这个月|本月|大前天|前天|昨天|今天"
    r"|[上这本](?:个?星期|个?礼拜|周)|(?:现在|如今)(?=[再才去]{0,2}[考学招做培训参报岗搞办开]|[^,。;!?没不未]{1,5}又考))"
    rf"|(?P<ago>{NUMERAL})(?P<unit>个月|年|周|个?星期|个?礼拜|天)[以之]?前"
)
_YEARS = {"大前年": -3, "前年": -2, "去年": -1, "上一年": -1, "今年": 0, "明年": 1}
_DAYS = {"大前天": 3, "前天": 2, "昨天": 1, "上": 7}
_DAYS_A_UNIT = {"天": 1, "月": 30, "年": 365}  # of 半年前; a week for every other
_WEEK = 7
_LONGEST_AGO = 3650
_RANGE_AFTER = re.compile(r"[底初]?签?(?:到|至|-|—|–|~)(?=\d)")
_LEVEL = re.compile("初级|中级|高级技师|高级|技师|[一二三四五]级")
# 合同2018年签的: no event that is paid for
_SIGNED = re.compile("[底初]?(?:就|才|刚)?(?:签|订|续|起|到期)")
_RANGE_BEFORE = ("到", "至", "-", "—", "–", "~", "(", "〔")
_LEADS = re.compile("(?:时间|日期|是|为|于|在|:)+$")
_AGE_AFTER = re.compile("[^,。;!?]{0,6}岁")
# 养老金明年才能领: nothing has happened then.
_NOT_YET = re.compile("(?:[才就]能|才可以|才有资格|才轮|[才就再]?(?:领(?![的到了过证])|退休))")
# 2022年1月还管用吗: the day for which a policy's time is asked.
_STILL = re.compile(
    "[底初]?(?:的时候|时|以后|之后)?(?:还|是否|是不是|仍然?|能不能)(?:能|可以|在|算)*"
    "(?:管用|有效|有用|执行|适用|作数|算数|数|用|过期|到期|失效)"
)
# 那2026年呢, 要是去年的话: nothing is said but the date, so it is the day of what is being talked about.
_DATE_ALONE = re.compile(
    r"(?:那么?|如果|要是|假如|换成|换作|改成|改到|放到|放在|到了?|在|是|等)*#(?:底|初)?(?:以后|之后|之前|以前)?(?:的话|的|呢|吗|么|啊|嘞|哩|咧|[,。;!?])*"
)
# 证是今年三月才发的
_CERTIFICATE = re.compile("(?<!毕业)(?<!身份)(?<!居住)(?<!许可)(?<!驾驶)证(?!明)")
_ISSUED = re.compile("[^,。;!?没不未]{0,3}?(?:发|下来|到手|批下|寄)")
_CHINESE_MONTHS = ("", *"一二三四五六七八九十", "十一", "十二")


@dataclass(frozen=True)
class Events:
    """Words that say behind a date what happened then: what is `paid_for`, and `every` one of them."""

    paid_for: WordList[str]
    every: WordList[str]


def date_spans(text: str) -> list[tuple[int, int]]:
    """Where a folded text names days, months or years of the calendar."""
    return [match.span() for pattern in _CALENDAR for match in pattern.finditer(text)]


def read_date(text: str, today: date) -> date | None:
    """The first day that a folded text names, whatever happened then."""
    return next((day for _, _, day in find_dates(text, today)), None)


def find_event_date(
    text: str, events: Events, history: WordList[str], corrections: WordList[str], today: date
) -> date | None:
    """The day in a folded text on which one of the events happened; None where there is none.

    A month stands for its first day, a year for its middle. A range (2019年至2021年) is no event, and
    neither is what was had before (`history`: 去年领过一次) or how long a contract runs. Of a day that is put
    right (`corrections`), the one behind is meant: 看错了，是2026年1月.
    """
    for wrong in corrections.find(text)[:1]:
        behind = text[wrong.end :]
        if (day := find_event_date(behind, events, history, corrections, today)) is not None:
            return day
    days = find_dates(text, today)
    if len(days) == 1:
        start, end, day = days[0]
        if _DATE_ALONE.fullmatch(f"{text[:start]}#{text[end:]}".replace(" ", "")):
            return day

    def happened(start: int, end: int, words: WordList[str]) -> bool:
        if _STILL.match(text, end):
            return True
        clause = re.split(r"[,。;!?]", text[end:], maxsplit=1)[0]
        near = clause[:10]
        had = (clause[: found.start] for found in history.find(clause))
        if _NOT_YET.match(near) or not all(ahead.endswith(("没", "没有", "未")) for ahead in had):
            return False
        if near in words:
            return True
        before = re.split(r"[,。;!?]", text[:start])[-1]
        if _CERTIFICATE.search(before) and _ISSUED.match(near):
            return True
        lead = _LEADS.search(before)
        return lead is not None and before[max(0, lead.start() - 4) : lead.start()] in words

    calendar = [one for one in _calendar(text) if not _is_of_a_length(text, *one[:2])]
    relative = list(_relative(text, today))
    # 2018年招的，今年5月培训: the training or the examination is what is paid for.
    trained = _latest([one for one in calendar if happened(*one[:2], events.paid_for)], text)
    # 前年考过一次，今年再考: the later word is the matter, the earlier one its history.
    trained += [day for start, end, day in relative if happened(start, end, events.paid_for)][-1:]
    if trained:
        return max(trained)
    for start, end, day in calendar:
        if happened(start, end, events.every):
            return day
    # 两年前招的 says how long somebody has been there.
    for start, end, day in reversed([one for one in relative if not text[: one[1]].endswith("前")]):
        this_year = text[start:end] == "今年" and not _AGE_AFTER.match(text, end)
        if this_year or happened(start, end, events.every):
            return day
    return None


def find_dates(text: str, today: date) -> list[tuple[int, int, date]]:
    """Every day that a folded text names, with where it stands: first those of the calendar."""
    return [*_calendar(text), *_relative(text, today)]


def _latest(days: list[tuple[int, int, date]], text: str) -> list[date]:
    """Of the days of several levels the last: 2017年取得初级工，2020年考了中级工; else the first told."""
    levels = {found[0] for _, end, _ in days if (found := _LEVEL.search(PHRASE_END.split(text[end:])[0]))}
    return [max(day for _, _, day in days)] if len(levels) > 1 else [day for _, _, day in days][:1]


def _is_of_a_length(text: str, start: int, end: int) -> bool:
    """Whether it is one end of a time that runs: 2019年至2021年, 合同2018年签到2023年."""
    runs = _RANGE_AFTER.match(text, end) or text[:start].endswith(_RANGE_BEFORE)
    clause = re.split(r"[,。;!?]", text[:start])[-1] + re.split(r"[,。;!?]", text[end:], maxsplit=1)[0]
    return bool(runs) or ("合同" in clause and _SIGNED.match(text, end) is not None)


def _calendar(text: str) -> Iterator[tuple[int, int, date]]:
    found = sorted((m for pattern in _CALENDAR for m in pattern.finditer(text)), key=lambda m: m.start())
    for match in found:
        year = int(match["year"])
        day = _day(year if year > 99 else 2000 + year, match["month"], match["day"])
        if day is not None:
            yield match.start(), match.end(), day


def _relative(text: str, today: date) -> Iterator[tuple[int, int, date]]:
    for match in _RELATIVE.finditer(text):
        day: date | None
        if match["ago"]:
            low, high = read_numeral(match["ago"])
            a_unit = _DAYS_A_UNIT.get(match["unit"][-1], _WEEK)
            day = _before(today, int(low * a_unit)) if low == high and low * a_unit < _LONGEST_AGO else None
        elif match["name"] is None:
            first = Month(today.year, today.month, 1)
            by_name = {"这个月": first, "本月": first}
            near = match["near"]
            if near.endswith("月") and near[0] == "上":
                day = _months_before(first, near.count("上"))
            else:
                ago = _DAYS.get(near, _DAYS["上"] if near[0] == "上" else 0)
                day = by_name.get(near, today - timedelta(days=ago))
        elif match["month"] is None and match["name"] == "今年":
            day = today
        else:
            day = _day(today.year + _YEARS[match["name"]], match["month"], match["day"])
        if day is not None:
            yield match.start(), match.end(), day


def _before(today: date, days: int) -> date:
    """The month that lies so many days back."""
    then = today - timedelta(days=days)
    return Month(then.year, then.month, 1)


def _months_before(month: date, months: int) -> date:
    count = month.year * 12 + month.month - 1 - months
    return Month(count // 12, count % 12 + 1, 1)


def _day(year: int, month: str | None, day: str | None) -> date | None:
    """As exactly as it was said; None where there is no such day."""
    try:
        if month is None:
            return Year(year, MIDDLE_OF_YEAR, 1)
        number = int(month) if month.isdigit() else _CHINESE_MONTHS.index(month)
        return date(year, number, int(day)) if day else Month(year, number, 1)
    except ValueError:
        return None

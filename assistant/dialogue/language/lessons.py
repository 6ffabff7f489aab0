"""Hours of lessons told by the day: 每天4课时,上了8天 are 32, and 每天改5课时 behind that 40.

What was told before is kept as the hours of a day and the number of days, so that either may be put right.
The message is rewritten before anything else reads it.
"""

import re

from assistant.dialogue.language.numerals import NUMERAL, whole_number

Lessons = tuple[int, int]  # the hours of one day, and on how many days

_UNIT = "(?P<unit>课时|学时|节课?|小时)"
_A_DAY = "(?:每一?天|[一1]天|天天|每日)"
_SO_MANY = f"(?P<hours>{NUMERAL})个?{_UNIT}"
_ON_DAYS = f"(?P<days>{NUMERAL})天"
_HOURS_OF_DAYS = re.compile(
    rf"{_A_DAY}(?:都|上|学|训|讲|安排|要)*{_SO_MANY}"
    rf"[,、的 ]*(?:都|一共|总共|共|连着|连续|上|学|训|讲|办|了|要|课)*{_ON_DAYS}"
)
_DAYS_OF_HOURS = re.compile(rf"{_ON_DAYS}[,、的 ]*{_A_DAY}(?:都|上|学|训|讲|安排|要)*{_SO_MANY}")
_HOURS = re.compile(rf"{_A_DAY}[^,。;!?\d一二两三四五六七八九十]{{0,6}}{_SO_MANY}")
_MORE_DAYS = re.compile(
    rf"(?:(?P<more>少[算记报说]|漏[算记报]?|又?(?:多[上加]|加|延)|再[上加])|(?P<fewer>多[算记报说]|少上|砍|减|扣|去|停|缺))(?:了|掉)?{_ON_DAYS}"
)
_DAYS = re.compile(
    rf"(?<![第每前后昨今明])(?:(?:不是|并非){NUMERAL}天,?(?:而?应?该?是)?)?{_ON_DAYS}(?![前后内里])"
)

# 改成10天, 上了10天; but not 公示了5天
_OF_LESSONS = re.compile("[上训课办学改错]|天数|不是|应该|实际")
_OF_ELSE = re.compile("公示|结业|毕业|到账|审|批|[等拨催]|交(?:上|了|材料)|工作日|[请放休]假|过去")


def multiply_days(text: str, before: Lessons | None) -> tuple[str, Lessons | None]:
    """The folded message with the hours of all days in place of those of one or of the days, and both.

    `before`: what was told of them before; it is given back where the message tells nothing of it.
    """
    told = _HOURS_OF_DAYS.search(text) or _DAYS_OF_HOURS.search(text)
    if told is None and before is None:
        return text, None
    told = told or _HOURS.search(text) or _MORE_DAYS.search(text)
    if told is None and _OF_LESSONS.search(text) and not _OF_ELSE.search(text):
        told = _DAYS.search(text)
    if told is None:
        return text, before
    hours, days = before or (0, 0)
    said = told.groupdict()
    if said.get("hours"):
        hours = whole_number(said["hours"]) or 0
    if number := whole_number(said["days"]) if said.get("days") else None:
        days = days + number if said.get("more") else days - number if said.get("fewer") else number
    if min(hours, days) < 1:
        return text, before
    unit = said.get("unit") or "课时"
    return f"{text[: told.start()]}{hours * days}{unit}{text[told.end() :]}", (hours, days)

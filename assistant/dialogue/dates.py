"""The day of an event that a message names: 2020年8月考的, 去年拿的证, 2019-12-30."""

import re
from datetime import date

_FULL = re.compile(
    r"(?P<year>(?:19|20)\d{2})[年./-](?:(?P<month>\d{1,2})(?:月份?|[./-])?(?:(?P<day>\d{1,2})[日号]?)?)?"
)
_RELATIVE = re.compile("大前年|前年|去年|上一年|今年|明年")
_YEARS = {"大前年": -3, "前年": -2, "去年": -1, "上一年": -1, "今年": 0, "明年": 1}
_RANGE_AFTER = re.compile(r"^[年底初]{0,2}(?:到|至|-|—|–|~)(?=\d)")


def find_event_date(text: str, event_words: tuple[str, ...], today: date) -> date | None:
    """The date in a folded text behind which an event word follows; None where there is none.

    A month stands for its first day, a year for its middle. A range (2019年至2021年) is no event.
    """
    for match in _FULL.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        if _RANGE_AFTER.match(after) or before.endswith(("到", "至", "-", "—", "–", "~", "(", "〔", "(")):
            continue
        if _speaks_of_event(after, event_words) and (day := _day(match)) is not None:
            return day
    # 前年补过一次，今年再考: the later word is the matter, the earlier one its history.
    for found in reversed(list(_RELATIVE.finditer(text))):
        years = _YEARS[found[0]]
        if years == 0:
            return today
        if _speaks_of_event(text[found.end() :], event_words):
            return date(today.year + years, 7, 1)
    return None


def _speaks_of_event(after: str, event_words: tuple[str, ...]) -> bool:
    near = re.split(r"[,。;!?]", after, maxsplit=1)[0][:10]
    return any(word in near for word in event_words)


def _day(match: re.Match[str]) -> date | None:
    month = int(match["month"]) if match["month"] else 7
    try:
        return date(int(match["year"]), month, int(match["day"]) if match["day"] else 1)
    except ValueError:
        return None

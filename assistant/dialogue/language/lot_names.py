"""What lots of people are called (第一批, 乙班, 三车间), and what is said of one of them behind their number.

乙班里有2个没合格 → 其中2个没合格        甲班全过、乙班3个没过 → 其中3个没过
"""

import re
from collections.abc import Callable, Sequence
from typing import TypeAlias

from assistant.dialogue.language.crowd_words import (
    ALL,
    CERTIFICATE,
    ENDS,
    FAILED,
    LACK,
    MEASURE,
    PASSED,
    WITHIN,
)
from assistant.dialogue.language.numerals import NUMERAL

Size: TypeAlias = Callable[[re.Match[str]], str | None]  # how many the lot of a name is, as it is written

_BATCH = "(?:批次?|期|拨|茬|轮|班)"
UNIT = f"(?:{_BATCH}|班组|小?组|车间|门店|分店|店|分厂|厂区|分公司|工地|部门|科室|生产线|街道|季度|[乡镇村])"
_WHICH = (
    "(?:第[一二三四五六七八九\\d]{1,2}|[头首末前后另下上这那一二三四五六七八九两\\d]一?|另外一?"
    "|[甲乙丙丁戊a-e])"
)
_THOSE = f"(?:的?[那这]一?个?{_BATCH})?"  # 下半年那批
_FIRM = "[甲乙丙丁戊a-e](?:厂|公司|单位)"
LOT = f"(?:{_WHICH}个?{UNIT}|{_FIRM}|个?{_BATCH}|(?:[春夏秋冬][天季]|[上下]半年|年[初中底]){_THOSE})"
# 三月份招了14个: a lot too, where another month's are counted beside it
_ITS_NUMBER = "(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])"
MONTH = f"(?<!\\d)(?<!\\d年)(?<!个){_ITS_NUMBER}月(?:份|[初中底])?{_THOSE}"

# 乙班里有|3个: what is counted behind the name of a lot are people.
IS_NAMED_AHEAD = re.compile(f"{_WHICH}个?{UNIT}{WITHIN}?(?:还|也)?有?$")
_NAMED = re.compile(f"{_WHICH}个?{UNIT}|{_FIRM}")
_ROWS = ("123456789", "一二三四五六七八九", "甲乙丙丁戊", "abcde", "头", "首")
_ANY = re.compile(LOT)
_ANY_MONTH = re.compile(MONTH)
# 两批都, 上班: several, or no lot at all.
_NOT_ONE = re.compile(
    f"(?:[两几每]|(?<!第)[二三四五六七八九\\d])个?{UNIT}(?={ALL}|一|人?[合加总])|[上下]班|(?<=[工周])期|期[间限]"
)
_SOME_OF = re.compile(rf"{WITHIN}?(?:面|头|边)?(?:还|也)?有?(?=(?:{NUMERAL}){MEASURE})")
_ALL_PASSED = re.compile(f"{ALL}都?(?:{PASSED}|过){CERTIFICATE}?了?(?:[,、]|{ENDS})")
_LACK = re.compile(f"(?:{ALL}|一个?)*[都也]?(?:{LACK}|{FAILED})")


def lots_named(text: str) -> list[re.Match[str]]:
    """Where a folded text names one lot of several by a word of its own."""
    return [found for found in _NAMED.finditer(text) if not _is_none(text, found)]


def is_counted_apart(text: str, found: re.Match[str]) -> bool:
    """Whether behind the name of a lot some of it are counted: 乙班有2个, 第二批里3人."""
    return _SOME_OF.match(text, found.end()) is not None


def have_all_passed(text: str, found: re.Match[str]) -> bool:
    """Whether behind the name of a lot all of it are said to have passed."""
    return _ALL_PASSED.match(text, found.end()) is not None


def which_of_them(lot: re.Match[str]) -> int:
    """Which of the lots a name means: 2 for 第二批, 乙班 and 2期; 0 where no number or letter tells it."""
    name = lot[0].removeprefix("第")[0]
    return next((row.index(name) + 1 for row in _ROWS if name in row), 0)


def are_counted_apart(text: str, months: Sequence[str]) -> bool:
    """Whether the people of some months are counted wherever these are named again: 三月那批里头有2个."""
    named = (found for found in _ANY_MONTH.finditer(text) if found[0].split("月")[0] in months)
    return all(is_counted_apart(text, found) for found in named)


def is_told_of_all(text: str, size: Size | None = None) -> bool:
    """Whether what stands behind the number of several lots is told of all, or of some whom it counts.

    `size`: how many a whole lot is, which may lack something: 第三批没拿到证.
    """
    return all(
        is_counted_apart(text, found) or have_all_passed(text, found) or _lacking(text, found, size)
        for found in _ANY.finditer(text)
        if not _is_none(text, found)
    )


def some_of_them(text: str, size: Size | None = None) -> str:
    """The text with 其中 for the name of a lot of which some are counted, or with its whole size: 其中15人.

    That all of one have passed is left out: those who have not are counted.
    """
    for found in reversed(list(_ANY.finditer(text))):
        if _is_none(text, found):
            continue
        if some := _SOME_OF.match(text, found.end()):
            text = f"{text[: found.start()]}其中{text[some.end() :]}"
        elif passed := _ALL_PASSED.match(text, found.end()):
            text = text[: found.start()] + text[passed.end() :]
        elif many := _lacking(text, found, size):
            text = f"{text[: found.start()]}其中{many}{text[found.end() :]}"
    return text


def _lacking(text: str, found: re.Match[str], size: Size | None) -> str | None:
    """How many a whole lot is that is said to lack something."""
    return size(found) if size and _LACK.match(text, found.end()) else None


def _is_none(text: str, found: re.Match[str]) -> bool:
    return any(one.start() < found.end() and found.start() < one.end() for one in _NOT_ONE.finditer(text))

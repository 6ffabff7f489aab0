"""So many lots of so many people each: 三个车间各10人.

The message is rewritten before anything else reads it. Where each lot is told of by itself (一个班36课时,
一个班48课时), each gets the number; where that cannot be told, nobody is counted.
"""

import re

from assistant.dialogue.language.crowd_words import MEASURE
from assistant.dialogue.language.lot_names import (
    UNIT,
    have_all_passed,
    is_counted_apart,
    is_told_of_all,
    lots_named,
    some_of_them,
)
from assistant.dialogue.language.numerals import NUMERAL, whole_number
from assistant.dialogue.language.quantities import find_people
from assistant.dialogue.language.words import BLANK

_EACH = f"(?P<each>{NUMERAL})(?P<about>[多余来几]|[到至、~-]{NUMERAL})?(?P<measure>{MEASURE})"
_LOTS = rf"(?<![第每\d])(?P<lots>{NUMERAL})(?:个|家|条)?(?:{UNIT})"
_HAVE = "(?:都|大概|全)?(?:有|是|为|[招来收训办开派送出选安排]{1,2}了?)?"
_LOTS_OF_EACH = re.compile(
    rf"{_LOTS}(?P<between>[^。;!?\d]{{0,16}}?)(?:各|每一?(?:个|家|条)?(?:{UNIT})?(?:里|上)?|[,是](?P<one>一[个家条]?)(?:{UNIT}))"
    rf"{_HAVE}{_EACH}"
)
_EACH_OF_LOTS = re.compile(
    rf"每一?(?:个|家|条)?(?:{UNIT}){_HAVE}{_EACH}(?P<between>[^。;!?\d]{{0,8}}?)"
    rf"(?:一共|总共|共|有|开了?|办了?|分了?)+{_LOTS}"
)
_MOST = 50  # lots


def multiply_lots(text: str) -> str:
    """The folded message with one number for several lots of one size, or a number for each of them."""
    found = _find(text)
    if found is None:
        return text
    ahead, behind = text[: found.start()] + found["between"].strip(",是"), text[found.end() :]
    if (read := _factors(found)) is None:
        return ahead + BLANK + behind
    lots, each = read
    people = f"{each}{found['measure']}"
    if (told := _each_told(behind, lots, people)) is not None:
        return ahead + told
    if is_told_of_all(behind, lambda _: people):
        return f"{ahead}{lots * each}{found['measure']}{some_of_them(behind, lambda _: people)}"
    return ahead + BLANK + behind


def arithmetic(text: str) -> str:
    """How the people of a folded message are multiplied (3 × 10人 = 30人); empty where they are not."""
    found = _find(text)
    read = _factors(found) if found else None
    return "" if read is None else f"{read[0]} × {read[1]}人 = {read[0] * read[1]}人"


def _find(text: str) -> re.Match[str] | None:
    found = _LOTS_OF_EACH.search(text) or _EACH_OF_LOTS.search(text)
    if found is None or find_people(found["between"]):
        return None
    behind = text[found.end() :]
    listed = any(is_counted_apart(behind, lot) for lot in lots_named(behind))
    return None if _is_one(found) and listed else found  # 两个班,一个班15人,另一个班20人


def _factors(found: re.Match[str]) -> tuple[int, int] | None:
    """How many lots of how many each; None where that is about so many, or 一期20人 may be the first."""
    lots, each = whole_number(found["lots"]), whole_number(found["each"])
    if found["about"] or lots is None or each is None or not 1 < lots <= _MOST:
        return None
    return None if _is_one(found) == "一" else (lots, each)


def _is_one(found: re.Match[str]) -> str | None:
    return found["one"] if found.re is _LOTS_OF_EACH else None


def _each_told(behind: str, lots: int, people: str) -> str | None:
    """20人36课时,20人48课时, where each lot is told of by itself; else None."""
    named = lots_named(behind)
    if len(named) != lots or any(is_counted_apart(behind, n) or have_all_passed(behind, n) for n in named):
        return None
    for lot in reversed(named):
        behind = f"{behind[: lot.start()].rstrip('、,')},{people}{behind[lot.end() :]}"
    return behind.lstrip(",")

"""What is told of each of a list in one breath.

中级工和高级工各10人                       → ten of each
零就业家庭成员2个、就业困难人员3个，分别干了5个月和7个月  → each its own months
岗前培训和转岗培训分别10人、5人                 → each its own number
Where the list and what is told are not of one length, nobody knows whose it is, and it is told of none.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from assistant.dialogue.facts.said import HEADCOUNT, Said
from assistant.dialogue.language.crowd_words import IN_ALL, RESPECTIVELY
from assistant.dialogue.language.sentence import PHRASE_END, phrase_at
from assistant.dialogue.language.words import Found
from assistant.rules.facts import FactBook, Quantity, Value

_Mark: TypeAlias = Said | Found[str]

# 初、中、高级工: levels named with one 级工 for all
_SHORT_LEVELS = re.compile(
    "(?<![最原从])(?P<short>(?:[初中高](?:级工?)?[、和跟与及]){1,2})(?P<last>[初中高])级(?P<tail>技?工|证书?)"
)
_EACH = re.compile("(?:各自?|分别)[^,。;!?、\\d]{0,4}$")
_NEXT = re.compile("[^,。;!?]{0,3}(?:、|,?(?:和|跟|与|及|以及|还有))?[^,。;!?、]{0,4}")
_LAST = re.compile("(?:[^,。;!?、]{0,4},?)?[^,。;!?、\\d]{0,8}")


# 我们公司一年花了三万, of five apprentices: nobody's own
_ALL_TOGETHER = re.compile(f"公司|企业|单位|厂|店里?|我们|咱们?|总的|加起来|{IN_ALL.pattern}")
_OF_ONE = re.compile(
    "每(?:个|一)?[人名位]|每个|人均|平均|[一1]个?人|单人|[一1][名位]|各(?![项种类个方处地行])"
)


def without_sum_of_all(
    text: str, said: Sequence[Said], before: Mapping[str, Value], asked: str | None, book: FactBook
) -> list[Said]:
    """What is said, without a sum of money that is each person's where it is told of several together.

    How it is shared among them, nobody says. `asked`: the fact that the last reply asked for.
    """
    people = next((item.value for item in said if item.fact == HEADCOUNT), before.get(HEADCOUNT))
    if not isinstance(people, Quantity) or people.low <= 1 or _OF_ONE.search(text):
        return list(said)

    def is_of_all(item: Said) -> bool:
        words = IN_ALL if item.fact == asked else _ALL_TOGETHER
        of_each = book[item.fact].kind == "money" and "每人" in book[item.fact].label
        return of_each and words.search(phrase_at(text, item.start)) is not None

    return [item for item in said if not is_of_all(item)]


def level_by_level(text: str) -> str:
    """The folded message with each of several levels in full: 初、中、高级工 → 初级工、中级工、高级工."""

    def in_full(told: re.Match[str]) -> str:
        levels = [level for level in told["short"] if level in "初中高"]
        return "、".join(f"{level}级{told['tail']}" for level in (*levels, told["last"]))

    return _SHORT_LEVELS.sub(in_full, text)


def each_its_own(text: str, said: Sequence[Said], topics: Sequence[Found[str]], book: FactBook) -> list[Said]:
    """What a folded message says, with what is said of each of a list put behind its name there."""
    kinds: list[_Mark] = [s for s in said if book[s.fact].splits and s.fact != HEADCOUNT]
    kinds = sorted((*kinds, *topics), key=lambda mark: mark.start)
    told = _respectively(text, list(said), kinds)
    for item in [one for one in told if one.fact == HEADCOUNT and _EACH.search(text[: one.start])]:
        listed = _list_before(text, kinds, item.start)
        copies = [replace(item, start=mark.start, end=mark.start) for mark in listed]
        told = [*(one for one in told if one is not item), *(copies if len(copies) > 1 else [])]
    return sorted(told, key=lambda item: (item.start, item.end))


def _respectively(text: str, said: list[Said], kinds: Sequence[_Mark]) -> list[Said]:
    found = RESPECTIVELY.search(text)
    if found is None:
        return said
    end = PHRASE_END.search(text, found.end())
    behind = [item for item in said if found.end() <= item.start < (end.start() if end else len(text))]
    counts = [item for item in said if item.fact == HEADCOUNT and item.end <= found.start()]
    for fact in dict.fromkeys(item.fact for item in behind):
        values = [item for item in behind if item.fact == fact]
        owners = _list_before(text, kinds, found.start()) if fact == HEADCOUNT else counts
        if len(values) < 2 or len(owners) < 2:
            continue
        said = [item for item in said if item not in values]
        if len(owners) == len(values):
            said += [replace(v, start=o.end, end=o.end) for o, v in zip(owners, values, strict=True)]
    return said


def _list_before(text: str, kinds: Sequence[_Mark], position: int) -> list[_Mark]:
    """The kinds of people, or of training, that are listed right before a place of the text."""
    listed: list[_Mark] = []
    following = position
    for mark in reversed([mark for mark in kinds if mark.end <= position]):
        if listed and _sort(mark) != _sort(listed[0]):
            continue
        between = text[mark.end : following]
        if not (_NEXT if listed else _LAST).fullmatch(between) or re.search(r"\d", between):
            break
        listed.insert(0, mark)
        following = mark.start
    return listed


def _sort(mark: _Mark) -> str:
    return mark.fact if isinstance(mark, Said) else "topic"

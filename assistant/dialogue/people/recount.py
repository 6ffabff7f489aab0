"""A number put right among people of whom some were told apart: 看错了，半年的是3个 after 里头有4个只签半年.

All of them stay as many as they were: who is no longer among the some is among the others again. Where the
number is that of all (不对，总共是10个人), the others are more or fewer. Of groups that are no parts of a
whole (8名新招的、5名转岗的) the one that is named, by its kind or its old number, has the new one.
"""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from assistant.dialogue.facts.said import ASKER, HEADCOUNT
from assistant.dialogue.language.crowd_words import COUNT, IN_ALL, IT_IS, ITEM, LACK
from assistant.dialogue.language.numerals import NUMERAL, whole_number
from assistant.dialogue.models import Session
from assistant.dialogue.people.parts import Group, count_all, number
from assistant.dialogue.reading import Reading
from assistant.rules.facts import Quantity, Value

_NOT_SO_MANY = re.compile(r"(?:不是|并非)(\d+)")
_BY_SO_MANY = re.compile(
    rf"(?:(?P<fewer>多)|少|漏)(?:[算报数记写说填登]|统计)了?(?P<some>{NUMERAL})[个名位人]"
)
_LACK = re.compile(rf"{LACK}{ITEM}{{1,5}}的?人?[只是有]+\d|(?:{COUNT}|\d+)[才就]?(?:{LACK}|只)")


def recounted(session: Session, groups: Sequence[Group], reading: Reading) -> tuple[Group, ...] | None:
    """The groups of the conversation, the others first, with the number that the message puts right.

    None where it puts no number right, or it is not clear whose.
    """
    if reading.adds or reading.topics or len(reading.groups) > 1:
        return None
    if not session.of_a_whole:
        return _one_of_several(groups, reading)
    told = {**reading.facts, **(reading.groups[0].facts if reading.groups else {})}
    every, new = count_all(groups), number(told)
    if every is None or new is None or len(groups) < 2:
        return None
    kind = {fact: value for fact, value in told.items() if fact not in (HEADCOUNT, ASKER)}
    named = _NOT_SO_MANY.search(reading.text)
    corrects = reading.corrects or named or IT_IS.match(reading.text)
    if not corrects and (reading.groups or not kind or any(number(own) == new for _, own in groups)):
        return None  # 那3个后来补签了两年 speaks of the three
    wrong = Decimal(named[1]) if named else None
    if not kind and (IN_ALL.search(reading.text) or wrong == every):
        return _moved(groups, {0: new - every})
    index = _meant(groups, kind, wrong, lack=_LACK.search(reading.text) is not None)
    if index is None or (index == 0 and (len(groups) > 2 or not corrects)):
        return None
    more = new - (number(groups[index][1]) or 0)
    return _moved(groups, {index: more, (0 if index else 1): -more})


def _one_of_several(groups: Sequence[Group], reading: Reading) -> tuple[Group, ...] | None:
    """The groups, none a part of another, with the number of one of them put right."""
    new, wrong = number(reading.facts), _NOT_SO_MANY.search(reading.text)
    if by := _BY_SO_MANY.search(reading.text):
        some = whole_number(by["some"])
        if new is None:
            new = None if some is None else Decimal(some)  # 少算了1个
        elif new != some:
            by = None  # 高级工是4个，多报了一个: the right number is told
    if len(groups) < 2 or new is None or reading.groups or not (reading.corrects or wrong or by):
        return None
    kind = {fact: value for fact, value in reading.facts.items() if fact not in (HEADCOUNT, ASKER)}
    index = _meant(groups, kind, None, lack=False) if kind else None
    if wrong is not None:
        by_number = _meant(groups, {}, Decimal(wrong[1]), lack=False)
        index = by_number if index in (None, by_number) else None
    if index is None:
        return None
    # 高级工多算了2个: fewer by so many
    old = number(groups[index][1]) or Decimal(0)
    more = new - old if by is None else -new if by["fewer"] else new
    return _moved(groups, {index: more})


def _meant(
    groups: Sequence[Group], kind: Mapping[str, Value], wrong: Decimal | None, *, lack: bool
) -> int | None:
    """Which group: that of the kind, of the number said to be wrong, or of those who lack something."""
    if kind:
        same = [i for i, (_, own) in enumerate(groups) if kind.items() <= own.items()]
    elif wrong is not None:
        same = [i for i, (_, own) in enumerate(groups) if number(own) == wrong]
    else:
        same = [len(groups) - 1] if lack else []
    return same[0] if len(same) == 1 else None


def _moved(groups: Sequence[Group], more: Mapping[int, Decimal]) -> tuple[Group, ...] | None:
    """The groups with so many people more or fewer, without empty ones; None where too few are left."""
    moved = []
    for index, (topics, own) in enumerate(groups):
        count = (number(own) or Decimal(0)) + more.get(index, Decimal(0))
        if count < 0:
            return None
        if count:
            moved.append((topics, {**own, HEADCOUNT: Quantity.exactly(count)}))
    return tuple(moved)

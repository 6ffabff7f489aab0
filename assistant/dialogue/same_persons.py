"""Persons who were told of before, told of again.

不是我，是我老婆考的          what was said of me is not said of her
说错了，中级的是他            the other one is mine
说反了，我是高级，他是中级      what else was said of each stays
"""

import re
from collections.abc import Mapping

from assistant.dialogue.parts import Group
from assistant.dialogue.persons import ANOTHER, ONESELF
from assistant.dialogue.reading import Reading
from assistant.dialogue.said import ASKER, HOLDER
from assistant.rules.facts import FactBook, Facts, Value

_AS_WELL = re.compile("[也都]|同样|一样")


def of_another(before: Facts, now: Facts, book: FactBook) -> dict[str, Value]:
    """What was said before, without what was said of one person where another is spoken of now."""
    whose = now.get(HOLDER)
    if whose is None or whose == before.get(HOLDER, ONESELF):
        return dict(before)
    return {fact: value for fact, value in before.items() if book[fact].scope != "person" or fact == ASKER}


def told_again(groups: tuple[Group, ...], told: tuple[Group, ...]) -> tuple[Group, ...]:
    """The persons of a message, with what was said of the same persons before; else as they are told."""
    before = {own.get(HOLDER): own for _, own in groups}
    others = [whose for whose in before if whose not in {own.get(HOLDER) for _, own in told}]
    meant: dict[Value | None, Value | None] = {ANOTHER: others[0]} if len(others) == 1 else {}
    whose = [meant.get(own.get(HOLDER), own.get(HOLDER)) for _, own in told]
    if None in before or not before or len(before) != len(groups) or not set(whose) <= before.keys():
        return told
    if len(set(whose)) != len(told) or len(told) != len(groups):
        return told
    return tuple(
        (topics, {**before[one], **own, HOLDER: one})
        for (topics, own), one in zip(told, whose, strict=True)
        if one is not None
    )


def said_of_one(
    groups: tuple[Group, ...], reading: Reading, before: Facts, book: FactBook
) -> tuple[Group, ...] | None:
    """The groups with what a message says of one person; None where it is said of none of them.

    What is another's by now is no more his: 中级的是他; but 我也是中级 leaves the other as he is.
    """
    now = reading.facts
    holders = [own.get(HOLDER) for _, own in groups]
    others = [one for one in holders if one not in (None, ONESELF)]
    whose = now.get(HOLDER)
    if whose == ANOTHER and whose not in holders and len(others) == 1:
        whose = others[0]
    if whose is None or holders.count(whose) != 1:
        return None
    index = holders.index(whose)
    kind = {fact: value for fact, value in now.items() if book[fact].splits}
    same = [i for i, (_, own) in enumerate(groups) if kind and kind.items() <= own.items()]
    if len(same) == 1 and same[0] != index and not _AS_WELL.search(reading.text):
        swapped = {index: holders[same[0]], same[0]: whose}
        groups = tuple(
            (topics, _with(own, HOLDER, swapped.get(i, own.get(HOLDER))))
            for i, (topics, own) in enumerate(groups)
        )
        index = same[0]
    own_now = {fact: value for fact, value in now.items() if fact not in (HOLDER, ASKER)}
    of_others: Mapping[str, Value] = {fact: before[fact] for fact in own_now if fact in before}
    return tuple(
        (topics, {**own, **own_now} if i == index else {**of_others, **own})
        for i, (topics, own) in enumerate(groups)
    )


def _with(own: Mapping[str, Value], fact: str, value: Value | None) -> dict[str, Value]:
    return {**own, fact: value} if value is not None else {f: v for f, v in own.items() if f != fact}

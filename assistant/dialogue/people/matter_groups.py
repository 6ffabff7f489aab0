"""The groups of people of a conversation, with those that a message adds, tells apart or corrects."""

import re
from collections.abc import Collection
from dataclasses import replace
from typing import TypeAlias

from assistant.dialogue.facts.said import ASKER, HEADCOUNT
from assistant.dialogue.language.quantities import find_people
from assistant.dialogue.people.parts import (
    Group,
    are_among,
    is_otherwise,
    without_number,
)
from assistant.dialogue.reading import GroupReading, Reading
from assistant.rules.facts import CHOICES, FactBook, Facts, Quantity, Value

# 要是都考高级呢
_OF_ALL = re.compile("(?:要是|如果|假如|假设|万一|改成|换成)[^,。;!?]{0,4}(?:都|全|统统|一律)")

Groups: TypeAlias = tuple[Group, ...]


def add_groups(groups: Groups, told: Groups, reading: Reading, book: FactBook) -> Groups:
    """The groups with those that a message adds: 再加2名高级工 to 5名中级工, or to 2名高级工."""
    for topics, added in told or ((reading.topics, naming(reading.facts, book)),):
        kind = without_number(added)
        same = [own for _, own in groups if kind and kind.items() <= own.items()]
        if same:
            groups = tuple((t, {**own, **_summed(own, added)} if own in same else own) for t, own in groups)
        else:
            groups = (*groups, (topics, added))
    return groups


def add_otherwise(reading: Reading, before: Facts) -> Reading:
    """The message with those whom it adds as a group of their own where they lack what others have.

    另外还有5个没拿到证: of those counted before it is not said.
    """
    own = {fact: value for fact, value in reading.facts.items() if fact != ASKER}
    if not reading.adds or reading.groups or not is_otherwise(own, before):
        return reading
    shared = {fact: value for fact, value in reading.facts.items() if fact not in own}
    return replace(reading, facts=shared, groups=(GroupReading(reading.topics, own),))


def knowing(groups: Groups, before: Facts, told: Collection[str]) -> Groups:
    """The groups, each with what was said of all that is now told of another."""
    known = {fact: value for fact, value in before.items() if fact in told and fact != HEADCOUNT}
    return tuple((topics, {**known, **own}) for topics, own in groups)


def _summed(own: Facts, added: Facts) -> dict[str, Value]:
    before, more = own.get(HEADCOUNT), added.get(HEADCOUNT)
    if not isinstance(before, Quantity) or not isinstance(more, Quantity):
        return {}
    high = None if before.high is None or more.high is None else before.high + more.high
    return {HEADCOUNT: Quantity(before.low + more.low, high)}


def naming(facts: Facts, book: FactBook) -> dict[str, Value]:
    """What tells one group of people from another."""
    return {fact: value for fact, value in facts.items() if fact == HEADCOUNT or book[fact].splits}


def _by_number(groups: Groups, facts: Facts) -> Facts | None:
    """The one group of as many people as are spoken of, where more is said of them than how many they are."""
    if not facts.keys() - {HEADCOUNT} or HEADCOUNT not in facts:
        return None
    named = [own for _, own in groups if own.get(HEADCOUNT) == facts[HEADCOUNT]]
    return named[0] if len(named) == 1 else None


def correct_groups(groups: Groups, reading: Reading, before: Facts, book: FactBook) -> Groups:
    """The groups with a correction to the one that it names; none where it speaks of one matter instead.

    What names no group is said of all.
    """
    everybody_known = [own for _, own in groups]
    kind = {
        fact: value
        for fact, value in reading.facts.items()
        if book[fact].splits
        or (book[fact].kind in CHOICES and any(own.get(fact) == value for own in everybody_known))
    }
    if kind and _OF_ALL.search(reading.bare) and not reading.some and HEADCOUNT not in reading.facts:
        kind = {}  # 要是都考高级呢
    if reading.facts.keys() <= {HEADCOUNT, ASKER} and not reading.corrects:
        count = reading.facts.get(HEADCOUNT)
        if count is not None and any(own.get(HEADCOUNT) == count for own in everybody_known):
            return groups  # 这6个能不能算
    if HEADCOUNT not in reading.facts:
        # 课时改30呢, where the groups differ in who has passed: what tells none of them apart is said of all.
        kind = {fact: value for fact, value in kind.items() if any(fact in own for _, own in groups)}
    if kind and any(are_among(reading.bare, people.start) for people in find_people(reading.bare)):
        return groups  # 高级工那4个里有1个…: of some of them, and what is not understood
    if not kind and (named := _by_number(groups, reading.facts)) is not None:
        # 那3个后来补签了两年: the three who were told apart.
        return tuple(
            (topics, {**own, **reading.facts} if first is named else own)
            for (topics, own), (_, first) in zip(knowing(groups, before, reading.facts), groups, strict=True)
        )
    if not kind and HEADCOUNT not in reading.facts:
        return tuple((t, {f: v for f, v in own.items() if f not in reading.facts}) for t, own in groups)
    if not kind or not any(kind.items() <= own.items() for _, own in groups):
        return ()
    groups = knowing(groups, before, reading.facts)
    return tuple((t, {**own, **reading.facts} if kind.items() <= own.items() else own) for t, own in groups)

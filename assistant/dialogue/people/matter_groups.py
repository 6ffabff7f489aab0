"""The groups of people of a conversation, with those that a message adds, tells apart or corrects."""

import re
from collections.abc import Collection
from dataclasses import replace
from typing import TypeAlias

from assistant.dialogue.facts.said import ASKER, HEADCOUNT
from assistant.dialogue.language.numerals import NUMERAL
from assistant.dialogue.language.quantities import find_people
from assistant.dialogue.models import Session
from assistant.dialogue.people.parts import (
    Group,
    are_among,
    count_all,
    is_otherwise,
    number,
    part_off,
    put_over,
    without_number,
)
from assistant.dialogue.reading import GroupReading, Reading
from assistant.rules.facts import FactBook, Facts, Quantity, Value

_THOSE = re.compile(f"[那这]{NUMERAL}[个名位人]")

_MORE = re.compile("(?:还|再|又|也)有")

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


def tell_apart(session: Session, groups: Groups, reading: Reading, before: Facts, book: FactBook) -> Groups:
    """The groups with some of one of them told apart; () where nothing is otherwise with them, or unclear.

    The one is that of their kind (中级工里有1个没交社保), or the only one.
    """
    some = tuple((group.topics, dict(group.facts)) for group in reading.groups)
    # 中级工里面有1个报错了，是初级工: whose part they are is named ahead of them.
    named = some[0][1] if len(some) > 1 and HEADCOUNT not in some[0][1] else {}
    some = some[1:] if named else some
    if not groups and HEADCOUNT in before:
        whole: Group = (session.topics, {HEADCOUNT: before[HEADCOUNT]})
        return (part_off(whole, some, before, book) or ()) if _are_otherwise(some, before, book) else ()
    of_kind = [
        i
        for i, (_, own) in enumerate(groups)
        if (named.items() <= own.items() if named else all(_is_of_kind(s, own, book) for _, s in some))
    ]
    if session.of_a_whole and (_MORE.search(reading.text) or _tell_kind(some, book)):
        # 还有2个合同只有十个月: of the others, who stand ahead of those told apart from them
        of_kind = [
            i for i in of_kind if not any(_is_like(groups[i][1], groups[j][1], book) for j in range(i))
        ]
    if len(of_kind) != 1:
        return ()
    [index] = of_kind
    parted = part_off(groups[index], some, before, book)
    known = {**before, **groups[index][1]}
    if not parted or all(
        known.get(fact) == value for _, own in some for fact, value in without_number(own).items()
    ):
        return ()
    told = {fact for _, own in some for fact in own}
    return (*knowing(groups[:index], before, told), *parted, *knowing(groups[index + 1 :], before, told))


def _is_like(some: Facts, own: Facts, book: FactBook) -> bool:
    """Whether two groups are people of one kind."""
    kind = {fact for fact in (*some, *own) if book[fact].splits}
    return all(some.get(fact) == own.get(fact) for fact in kind)


def divide(groups: Groups, told: Groups, reading: Reading, book: FactBook) -> Groups:
    """The groups with one of them in parts: 那4个里有2个还是没签; () where it divides none."""
    if len(groups) < 2 or not reading.of_a_whole or not _THOSE.search(reading.text):
        return ()
    every = count_all(told)
    divided = [at for at, (_, own) in enumerate(groups) if every is not None and number(own) == every]
    if len(divided) != 1:
        return ()
    [at] = divided
    topics, own = groups[at]
    parts = ((own_topics or topics, put_over(own, facts, book)) for own_topics, facts in told)
    return (*groups[:at], *parts, *groups[at + 1 :])


def _are_otherwise(some: Groups, known: Facts, book: FactBook) -> bool:
    """Whether something is said of some people that is not so of all, as far as is known."""
    return any(is_otherwise(own, known) or _is_news(own, known, book) for _, own in some)


def _is_news(own: Facts, known: Facts, book: FactBook) -> bool:
    """其中3个在领养老金: what some are, and nobody tries for, is not said of the others."""
    return any(v is True and f not in known and book[f].awarded is not True for f, v in own.items())


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


def _tell_kind(some: Groups, book: FactBook) -> bool:
    return any(book[fact].splits for _, own in some for fact in own)


def _is_of_kind(some: Facts, own: Facts, book: FactBook) -> bool:
    """Whether nothing that tells groups apart keeps some people from being of a group."""
    return all(own.get(fact, value) == value for fact, value in some.items() if book[fact].splits)


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
    kind = {fact: value for fact, value in reading.facts.items() if book[fact].splits}
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

"""The groups of people of a conversation, with those that a message adds, tells apart or corrects."""

import re
from typing import TypeAlias

from assistant.dialogue.models import Session
from assistant.dialogue.numerals import NUMERAL
from assistant.dialogue.parts import Group, count_all, is_otherwise, number, part_off, put_over
from assistant.dialogue.reading import Reading
from assistant.dialogue.said import HEADCOUNT
from assistant.rules.facts import FactBook, Facts, Quantity, Value

_THOSE = re.compile(f"[那这]{NUMERAL}[个名位人]")

Groups: TypeAlias = tuple[Group, ...]


def add_groups(groups: Groups, told: Groups, reading: Reading, book: FactBook) -> Groups:
    """The groups with those that a message adds: 再加2名高级工 to 5名中级工, or to 2名高级工."""
    for topics, added in told or ((reading.topics, naming(reading.facts, book)),):
        kind = {fact: value for fact, value in added.items() if fact != HEADCOUNT}
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
    if not groups and HEADCOUNT in before:
        whole: Group = (session.topics, {HEADCOUNT: before[HEADCOUNT]})
        return (part_off(whole, some, before, book) or ()) if _are_otherwise(some, before) else ()
    of_kind = [i for i, (_, own) in enumerate(groups) if all(_is_of_kind(s, own, book) for _, s in some)]
    if len(of_kind) != 1:
        return ()
    [index] = of_kind
    parted = part_off(groups[index], some, before, book)
    if not parted or not _are_otherwise(some, {**before, **groups[index][1]}):
        return ()
    return (*groups[:index], *parted, *groups[index + 1 :])


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


def _are_otherwise(some: Groups, known: Facts) -> bool:
    return any(is_otherwise(own, known) for _, own in some)


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


def correct_groups(groups: Groups, reading: Reading, book: FactBook) -> Groups:
    """The groups with a correction to the one that it names; none where it speaks of one matter instead.

    What names no group is said of all.
    """
    kind = {fact: value for fact, value in reading.facts.items() if book[fact].splits}
    if not kind and (named := _by_number(groups, reading.facts)) is not None:
        # 那3个后来补签了两年: the three who were told apart.
        return tuple((t, {**own, **reading.facts} if own is named else own) for t, own in groups)
    if not kind and HEADCOUNT not in reading.facts:
        return tuple((t, {f: v for f, v in own.items() if f not in reading.facts}) for t, own in groups)
    if not kind or not any(kind.items() <= own.items() for _, own in groups):
        return ()
    return tuple((t, {**own, **reading.facts} if kind.items() <= own.items() else own) for t, own in groups)

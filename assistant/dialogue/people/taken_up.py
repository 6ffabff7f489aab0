"""Whom a message means, and somebody whom it names beside people who are not told of one by one.

20人考了中级工 → 我弟社保断了          one of those who were counted, or another
我考了中级又考了高级 → 我老婆也考了中级    another, beside the holder of several certificates
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.dialogue.facts.said import ASKER, HEADCOUNT, HOLDER, ONE_PERSON
from assistant.dialogue.language.persons import ANOTHER, ONESELF
from assistant.dialogue.people.one_by_one import asks_for_one, put_aside
from assistant.dialogue.people.parts import Group, put_over
from assistant.dialogue.reading import Reading, Together
from assistant.rules.facts import FactBook, Facts, Quantity, Value


@dataclass(frozen=True)
class TakenUp:
    """Whom a message means: what is said of all, groups of those who differ, and everybody else."""

    facts: dict[str, Value]
    groups: tuple[Group, ...]
    earlier: tuple[Group, ...]
    regions: tuple[str, ...] = ()  # by whose rules they go; none: those asked about before
    topics: tuple[str, ...] = ()


def beside_a_lot(
    before: Facts,
    earlier: Sequence[Group],
    topics: tuple[str, ...],
    told: Mapping[str, dict[str, Value]],
    reading: Reading,
    book: FactBook,
) -> TakenUp | None:
    """One who is named after people who were only counted: one of them (我弟社保断了), or somebody else.

    He is somebody else where a level of his own is told, or nothing but who he is.
    """
    count = before.get(HEADCOUNT)
    if len(told) != 1 or not isinstance(count, Quantity) or not count.is_exact or count.low < 2:
        return None
    [(key, own)] = told.items()
    asker = {ASKER: reading.facts.get(ASKER, before.get(ASKER))}
    shared: dict[str, Value] = {fact: value for fact, value in asker.items() if value is not None}
    if not own or any(book[fact].splits for fact in own) or reading.adds:
        fresh = {f: v for f, v in own_of(before).items() if book[f].scope == "case" and not book[f].awarded}
        facts = {**shared, **put_over(fresh, own, book), HOLDER: key}
        return TakenUp(facts, (), put_aside(earlier, topics, before))
    of_all = own_of(before)
    alone = put_over(of_all, own, book)
    differing = {fact for fact in (*of_all, *alone) if of_all.get(fact) != alone.get(fact)}
    others = {fact: value for fact, value in of_all.items() if fact in differing}
    his = {fact: value for fact, value in alone.items() if fact in differing}
    groups: tuple[Group, ...] = (
        (topics, {**others, HEADCOUNT: Quantity.exactly(count.low - 1)}),
        (topics, {HOLDER: key, **his, HEADCOUNT: ONE_PERSON}),
    )
    facts = {**shared, **but_shared(of_all, dict.fromkeys(differing, True))}
    return TakenUp(facts, groups, tuple(earlier))


def beside_several_certificates(
    before: Facts,
    groups: Sequence[Group],
    topics: tuple[str, ...],
    told: Mapping[str, dict[str, Value]],
    reading: Reading,
    book: FactBook,
) -> TakenUp | None:
    """Somebody else beside one who holds several certificates: 我考了中级又考了高级 → 我老婆也考了中级."""
    one = before.get(HEADCOUNT) == ONE_PERSON and before.get(HOLDER, ONESELF) == ONESELF
    of_one = one and not any(HOLDER in own or HEADCOUNT in own for _, own in groups)
    if not of_one or len(told) != 1 or told.keys() & {ONESELF, ANOTHER}:
        return None
    [(key, own)] = told.items()
    asker = {ASKER: reading.facts.get(ASKER, before.get(ASKER))}
    shared: dict[str, Value] = {fact: value for fact, value in asker.items() if value is not None}
    of_all = {f: v for f, v in own_of(before).items() if book[f].scope == "case" and not book[f].awarded}
    mine = tuple(
        (of, {HOLDER: ONESELF, **own_of(before), **own_of(facts), HEADCOUNT: ONE_PERSON})
        for of, facts in groups
    )
    theirs = {HOLDER: key, **put_over(of_all, own, book), HEADCOUNT: ONE_PERSON}
    matter = reading.topics or mine[0][0] or topics
    if reading.together is Together.NOBODY and asks_for_one(reading.text, reading.facts):
        return TakenUp({**shared, **theirs}, (), mine, topics=matter)
    return TakenUp(shared, (*mine, (matter, theirs)), ())


def own_of(facts: Facts) -> dict[str, Value]:
    """What is known of somebody, but for who he is, how many they are and who asks."""
    return {fact: value for fact, value in facts.items() if fact not in (HOLDER, HEADCOUNT, ASKER)}


def but_shared(own: Facts, shared: Facts) -> dict[str, Value]:
    """What is known of somebody, without what is told of all."""
    return {fact: value for fact, value in own.items() if fact not in shared}

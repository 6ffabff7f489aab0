"""The persons of a conversation, each under what he is called, with what is known of him alone.

我儿子考了中级工，多少 → 那我女儿呢，她高级工      each has his own; nothing of the one is said of the other
我、儿子、女儿都考了 → 儿子没拿到证                 of one of those who are told of together
那我自己呢 · 一共多少 · 我老婆那个不算               one alone, all of them, one left out
不对，是我儿子 · 我也一样                          in somebody's stead, as somebody else
说反了，我是高级，他是中级                          who has what, the other way round
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from assistant.dialogue.facts.said import ASKER, CERTIFICATE, HEADCOUNT, HISTORY, HOLDER, ONE_PERSON
from assistant.dialogue.language.persons import (
    AND,
    ANOTHER,
    ONESELF,
    Known,
    Person,
    find_persons,
    person_called,
)
from assistant.dialogue.models import Session
from assistant.dialogue.people.couple import has_passed
from assistant.dialogue.people.one_by_one import asks_for_one, leaves_out, left_out_ahead, put_aside
from assistant.dialogue.people.parts import Group, put_over
from assistant.dialogue.people.whose import INSTEAD, SAME_AS
from assistant.dialogue.reading import Reading, Together
from assistant.rules.facts import UNSURE, FactBook, Facts, Quantity, Value

_LIKE_WHOM = re.compile(
    "(?:[跟和与同像])(?P<whom>[^,。;!?跟和与同像]{1,5}?)[^,。;!?]{0,3}(?:一样|相同|同样|一个样)"
)
_AS_WELL = re.compile("[也都]|同样|一样")
# Of whom it is told alone, and of nobody who is like him in all else.
_NOBODYS_ELSE = frozenset(("age", "gender", *HISTORY))

People = dict[str, dict[str, Value]]


@dataclass(frozen=True)
class Roster:
    """Whom a conversation speaks of now, and those told of before, by what they are called."""

    now: People
    aside: People
    lots: tuple[Group, ...]  # of those told of before: people who are nobody by name


def known_persons(session: Session) -> Known:
    """Who was spoken of so far, those told of together side by side, the last ones last."""
    aside = [group.facts[HOLDER] for group in session.earlier if HOLDER in group.facts]
    now = [group.facts[HOLDER] for group in session.groups if HOLDER in group.facts]
    if not session.groups and session.facts:
        now = [session.facts.get(HOLDER, ONESELF)]
    together = AND.join(dict.fromkeys(key for whose in now for key in str(whose).split(AND)))
    return [_called(str(whose)) for whose in (*aside, together) if whose]


def known_of(session: Session, whose: object) -> dict[str, Any]:
    """What was told of somebody, as a conversation has stored it; what is said of all, where he is nobody."""
    groups = [*session.earlier, *session.groups]
    own = next((g.facts for g in groups if whose in str(g.facts.get(HOLDER, "")).split(AND)), {})
    return {**session.facts, **own}


def _called(whose: str) -> tuple[Person, ...]:
    return tuple(person_called(key) for key in whose.split(AND))


def take_up(
    before: Facts,
    groups: Sequence[Group],
    earlier: Sequence[Group],
    topics: tuple[str, ...],
    reading: Reading,
    book: FactBook,
) -> tuple[dict[str, Value], tuple[Group, ...], tuple[Group, ...]] | None:
    """What is said of all, the groups, and those put aside, after a message that speaks of single persons.

    None where it speaks of nobody, or of the one who was spoken of before and of nobody else.
    """
    roster = _roster(before, groups, earlier)
    reading = _counting(reading, roster, book)
    told = _told(reading)
    if roster is not None and told == {}:
        told = _by_kind(roster.now, reading, book)
    # 后来又接着带了他5个月: the one who was counted
    counted = before.get(HEADCOUNT) == ONE_PERSON and HOLDER not in before and told and ANOTHER in told
    if told is None or reading.some or counted:
        return None
    if roster is None:
        return None if groups else _beside_a_lot(before, earlier, topics, told, reading, book)
    out = _left_out(reading.text, {**roster.aside, **roster.now})
    people = _known_by_now(roster, told, reading, book)
    meant = _who_is_meant(roster, people, told, out, reading, book)
    if meant is None:
        return None
    if not told:
        people |= {key: put_over(people[key], _own(reading.facts), book) for key in meant}
    aside = {key: own for key, own in people.items() if key not in {*meant, *out}}
    now = {key: people[key] for key in meant}
    asker = {ASKER: reading.facts.get(ASKER, before.get(ASKER))}
    facts, each = _collapsed(now, topics)
    return (
        {**facts, **{fact: value for fact, value in asker.items() if value is not None}},
        each,
        (*roster.lots, *((topics, {HOLDER: key, **own}) for key, own in aside.items() if own)),
    )


def leaves_open_whose(session: Session, reading: Reading, book: FactBook) -> bool:
    """Whether a level is told of one of several persons, and not of which of them: 不对，是高级工."""
    before = book.parse(session.facts)
    groups = [(group.topics, book.parse(group.facts)) for group in session.groups]
    roster = _roster(before, groups, ())
    kind = [fact for fact in reading.facts if book[fact].splits]
    if roster is None or len(roster.now) < 2 or not kind or reading.groups or HOLDER in reading.facts:
        return False
    differ = any(len({str(own.get(fact)) for own in roster.now.values()}) > 1 for fact in kind)
    of_all = _AS_WELL.search(reading.text) or reading.supposes or HEADCOUNT in reading.facts
    return differ and not of_all and not _by_kind(roster.now, reading, book)


def _beside_a_lot(
    before: Facts,
    earlier: Sequence[Group],
    topics: tuple[str, ...],
    told: People,
    reading: Reading,
    book: FactBook,
) -> tuple[dict[str, Value], tuple[Group, ...], tuple[Group, ...]] | None:
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
        fresh = {f: v for f, v in _own(before).items() if book[f].scope == "case" and not book[f].awarded}
        return {**shared, **put_over(fresh, own, book), HOLDER: key}, (), put_aside(earlier, topics, before)
    of_all = _own(before)
    alone = put_over(of_all, own, book)
    differing = {fact for fact in (*of_all, *alone) if of_all.get(fact) != alone.get(fact)}
    others = {fact: value for fact, value in of_all.items() if fact in differing}
    his = {fact: value for fact, value in alone.items() if fact in differing}
    groups: tuple[Group, ...] = (
        (topics, {**others, HEADCOUNT: Quantity.exactly(count.low - 1)}),
        (topics, {HOLDER: key, **his, HEADCOUNT: ONE_PERSON}),
    )
    return {**shared, **_but(of_all, dict.fromkeys(differing, True))}, groups, tuple(earlier)


def _by_kind(now: People, reading: Reading, book: FactBook) -> People:
    """高级工那个没过: who is told by what he alone of those spoken of now has."""
    own = _own(reading.facts)
    kind = {fact: value for fact, value in own.items() if book[fact].splits}
    passed = has_passed(reading.text)
    if own == kind and passed is not None:
        own[CERTIFICATE] = passed
    like = [key for key, facts in now.items() if kind and kind.items() <= facts.items()]
    return {like[0]: own} if len(like) == 1 < len(now) and len(own) > len(kind) else {}


def _counting(reading: Reading, roster: Roster | None, book: FactBook) -> Reading:
    """两个徒弟一共呢, after two persons who were told of one by one: these two, and no number of others."""
    count = reading.facts.get(HEADCOUNT)
    if roster is None or count is None or HOLDER in reading.facts or reading.groups:
        return reading
    facts = {fact: value for fact, value in reading.facts.items() if fact != HEADCOUNT}
    told_of = [key for key, own in (roster.aside | roster.now).items() if _has_matter(own, book)]
    if len(told_of) > 1 and count == Quantity.exactly(len(told_of)):
        return replace(reading, facts=facts, together=Together.ALL)
    if len(roster.now) > 1 and count == Quantity.exactly(len(roster.now)):
        return replace(reading, facts=facts, together=Together.THOSE)
    return reading


def _left_out(text: str, people: People) -> set[str]:
    """Who is counted no more: 我老婆那个不算."""
    known = [tuple(map(person_called, people))]
    mentions = find_persons(text, known, told_by=True)
    return {m.person.key for m in mentions if leaves_out(text, m.end) or left_out_ahead(text, m.start)}


def _known_by_now(roster: Roster, told: People, reading: Reading, book: FactBook) -> People:
    """What is known of everybody, after what a message tells of some."""
    people = {**roster.aside, **roster.now}
    replaced = _replaced(roster, told, reading)
    fresh: People = {key: {} for key in reading.asked}
    told = {
        key: put_over(
            {**people.get(key, {}), **_taken_over(key, roster, told, replaced, reading, book)}, own, book
        )
        for key, own in told.items()
    }
    if not replaced and reading.corrects and not _AS_WELL.search(reading.text):
        people = _exchanged(people, told, book)
    return {key: own for key, own in {**people, **fresh, **people, **told}.items() if key != replaced}


def _who_is_meant(
    roster: Roster, people: People, told: People, out: set[str], reading: Reading, book: FactBook
) -> tuple[str, ...] | None:
    """For whom a message asks; None: for the one who was spoken of before, and nobody else."""
    matters = [key for key, own in people.items() if key in told or _has_matter(own, book)]
    now = [key for key in people if key in roster.now]
    everybody = [key for key in people if key in now or key in told]
    if reading.asked:
        meant = [key for key in people if key in reading.asked]
    elif reading.together is Together.ALL and (told or roster.aside):
        meant = [key for key in people if key in matters]
    elif out & people.keys():
        meant = [key for key in everybody if key not in out] or [key for key in matters if key not in out]
    elif not told:
        return tuple(now) if len(now) > 1 else None
    elif told.keys() == roster.now.keys() and len(told) == 1:
        return None
    else:
        alone = len(told) < len(now) and asks_for_one(reading.text, reading.facts)
        stays = reading.together is not Together.NOBODY or (told.keys() <= roster.now.keys() and not alone)
        meant = everybody if stays else list(told)
    return tuple(key for key in meant if key not in out) or tuple(meant)


def _roster(before: Facts, groups: Sequence[Group], earlier: Sequence[Group]) -> Roster | None:
    """The persons of a conversation; None where it speaks of others than single persons."""
    shared = {fact: v for fact, v in before.items() if fact not in (HOLDER, HEADCOUNT, ASKER)}
    told: list[tuple[str, dict[str, Value]]] = []
    every: list[Facts] = [own for _, own in groups] or [before]
    # 我儿子高级工没过，中级工过了: several certificates of one person
    alone = before.get(HOLDER) if before.get(HEADCOUNT) == ONE_PERSON else None
    for facts in every:
        whose = facts.get(HOLDER, alone if groups else ONESELF)
        keys = str(whose).split(AND)
        if whose in (None, UNSURE) or facts.get(HEADCOUNT, ONE_PERSON) != Quantity.exactly(len(keys)):
            return None
        told += [(key, {**shared, **_own(facts)}) for key in keys]
    # 高级工没过，中级工过了: of one person's certificates the one that he has
    have = [(key, own) for key, own in told if own.get(CERTIFICATE) is not False]
    told = [(key, own) for key, own in told if (key, own) in have or key not in dict(have)]
    now = dict(told)
    aside = {str(own[HOLDER]): _own(own) for _, own in earlier if HOLDER in own}
    lots = tuple(group for group in earlier if HOLDER not in group[1])
    aside = {key: own for key, own in aside.items() if key not in now}
    return Roster(now, aside, lots) if len(now) == len(told) else None


def _told(reading: Reading) -> People | None:
    """What a message says of each whom it names; None where it speaks of others too."""
    told: list[tuple[str, dict[str, Value]]] = []
    for facts in [group.facts for group in reading.groups] or [reading.facts]:
        whose = facts.get(HOLDER)
        if whose is None and not reading.groups:
            return {} if HEADCOUNT not in facts else None
        keys = str(whose).split(AND)
        count = Quantity.exactly(len(keys))
        if whose in (None, UNSURE) or facts.get(HEADCOUNT, count) != count:
            return None
        told += [(key, {**_own(reading.facts), **_own(facts)}) for key in keys]
    people = dict(told)
    return people if len(people) == len(told) else None


def _own(facts: Facts) -> dict[str, Value]:
    return {fact: value for fact, value in facts.items() if fact not in (HOLDER, HEADCOUNT, ASKER)}


def _has_matter(own: Facts, book: FactBook) -> bool:
    """Whether more is told of somebody than who he is: what he learned, or passed."""
    return any(book[fact].scope == "case" and book[fact].kind != "date" for fact in own)


def _replaced(roster: Roster, told: People, reading: Reading) -> str | None:
    """Whom a message puts somebody else in the stead of: 不对，是我儿子."""
    [only, *others] = roster.now
    corrects = reading.corrects or INSTEAD.search(reading.text)
    fresh = len(told) == 1 and not told.keys() & (roster.now.keys() | roster.aside.keys())
    return only if corrects and fresh and not others and not _AS_WELL.search(reading.text) else None


def _like_whom(roster: Roster, told: People, text: str) -> dict[str, Value]:
    """What is known of whoever somebody is said to be like: 跟我叔一样; of several, what is so of all."""
    people = {**roster.aside, **roster.now}
    named = _LIKE_WHOM.search(text)
    mentions = find_persons(named["whom"], [tuple(map(person_called, people))], told_by=True) if named else ()
    alike = [people[m.person.key] for m in mentions if m.person.key in people]
    alike = alike or [own for key, own in roster.now.items() if key not in told]
    alike = alike or [own for key, own in roster.aside.items() if key not in told][-1:]
    return {f: v for f, v in alike[0].items() if all(own.get(f) == v for own in alike)} if alike else {}


def _taken_over(
    key: str, roster: Roster, told: People, replaced: str | None, reading: Reading, book: FactBook
) -> dict[str, Value]:
    """What is so of somebody who is told of for the first time, as it was of another.

    我也一样: all; 不对，是我儿子考的 and 我弟也考了: what was learned and passed; else what is asked about.
    """
    same = SAME_AS.search(reading.text) is not None
    if (key in roster.aside or key in roster.now) and not same:
        return {}
    like = roster.now[replaced] if replaced else _like_whom(roster, told, reading.text)
    also = reading.corrects or INSTEAD.search(reading.text) or _AS_WELL.search(reading.text)
    return {
        fact: value
        for fact, value in like.items()
        if fact not in _NOBODYS_ELSE
        and (same or (book[fact].scope == "case" and (also or value == UNSURE or not book[fact].awarded)))
    }


def _exchanged(people: People, told: People, book: FactBook) -> People:
    """说错了，中级的是他: what is his by now, and was another's, who has what was his from now on."""
    if len(told) != 1:
        return people
    [(key, own)] = told.items()
    kind = {fact: value for fact, value in own.items() if book[fact].splits}
    had = {fact: people.get(key, {}).get(fact) for fact in kind}
    others = [
        other for other, facts in people.items() if other != key and kind and kind.items() <= facts.items()
    ]
    if len(others) != 1 or None in had.values() or had == kind:
        return people
    given = {fact: value for fact, value in had.items() if value is not None}
    return {**people, others[0]: {**people[others[0]], **given}}


def _collapsed(now: People, topics: tuple[str, ...]) -> tuple[dict[str, Value], tuple[Group, ...]]:
    """What is true of all, and the groups of those of whom the same is: none where they are all alike."""
    everybody = list(now.values())
    shared = {f: v for f, v in everybody[0].items() if all(own.get(f) == v for own in everybody)}
    alike: list[tuple[list[str], dict[str, Value]]] = []
    for key, own in now.items():
        same = next((keys for keys, other in alike if other == own), None)
        if same is None:
            alike.append(([key], own))
        else:
            same.append(key)
    if len(alike) == 1:
        keys = alike[0][0]
        count: Facts = {HEADCOUNT: Quantity.exactly(len(keys))} if len(keys) > 1 else {}
        return {**shared, HOLDER: AND.join(keys), **count}, ()
    groups = tuple(
        (topics, {HOLDER: AND.join(keys), **_but(own, shared), HEADCOUNT: Quantity.exactly(len(keys))})
        for keys, own in alike
    )
    return shared, groups


def _but(own: Facts, shared: Facts) -> dict[str, Value]:
    return {fact: value for fact, value in own.items() if fact not in shared}

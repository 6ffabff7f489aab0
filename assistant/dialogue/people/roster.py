"""The persons of a conversation, each under what he is called, with what is known of him alone.

我儿子考了中级工，多少 → 那我女儿呢，她高级工      each has his own; nothing of the one is said of the other
我、儿子、女儿都考了 → 儿子没拿到证                 of one of those who are told of together
那我自己呢 · 一共多少 · 我老婆那个不算               one alone, all of them, one left out
不对，是我儿子 · 我也一样                          in somebody's stead, as somebody else
说反了，我是高级，他是中级                          who has what, the other way round
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from assistant.dialogue.facts.said import ASKER, CERTIFICATE, HEADCOUNT, HISTORY, HOLDER, ONE_PERSON, PLACE
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
from assistant.dialogue.people.one_by_one import asks_for_one
from assistant.dialogue.people.parts import Group, put_over
from assistant.dialogue.people.taken_up import (
    TakenUp,
    beside_a_lot,
    beside_several_certificates,
    but_shared,
    own_of,
)
from assistant.dialogue.people.whose import INSTEAD, SAME_AS
from assistant.dialogue.reading import Reading, Together
from assistant.rules.facts import UNSURE, FactBook, Facts, Quantity, Value

_LIKE_WHOM = re.compile(
    "(?:[跟和与同像])(?P<whom>[^,。;!?跟和与同像]{1,5}?)[^,。;!?]{0,3}(?:一样|相同|同样|一个样)"
)
# 说反了 · 中级的是他 · 我才是中级工, but not 不对，他是中级工
_EXCHANGES = re.compile(
    "反了|反的|颠倒|倒过来|对调|换过来|[弄搞记]混|才是|(?:[初中高]级工?|技师|级)的?(?:那个)?(?:应该)?是"
)
# 还有徒弟小马，中级工，把他也加上
_COUNTED_IN = re.compile("[加算](?:上(?!了)|进[去来]?)(?:$|[,。;!?的吧呢])|一并|一起算")
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
    topics: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # what each of them is about


@dataclass(frozen=True)
class Talk:
    """What was said so far of those who are spoken of now: facts, topics, and where it is asked for."""

    facts: Facts
    topics: tuple[str, ...]
    regions: tuple[str, ...]


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
    talk: Talk,
    groups: Sequence[Group],
    earlier: Sequence[Group],
    reading: Reading,
    book: FactBook,
    topics_told: Callable[[tuple[str, ...], Facts], tuple[str, ...]],
) -> TakenUp | None:
    """Who is meant, and what is known of them and of everybody else, after a message on single persons.

    `topics_told`: what facts are about, where so far it was about something else.

    None where it speaks of nobody, or of the one who was spoken of before and of nobody else.
    """
    before, topics = talk.facts, reading.topics or talk.topics
    roster = _roster(talk, groups, earlier)
    reading = _counting(reading, roster, book)
    told = _told(reading)
    if roster is not None and told == {}:
        told = _by_kind(roster.now, reading, book)
    # 后来又接着带了他5个月: the one who was counted
    counted = before.get(HEADCOUNT) == ONE_PERSON and HOLDER not in before and told and ANOTHER in told
    if told is None or reading.some or counted:
        return None
    if roster is None and groups:
        return beside_several_certificates(before, groups, topics, told, reading, book)
    if roster is None:
        return beside_a_lot(before, earlier, topics, told, reading, book)
    people = _known_by_now(roster, told, reading, book)
    meant = _who_is_meant(roster, people, told, reading, book)
    if meant is None:
        return None
    if not told:
        people |= {key: put_over(people[key], _moved(own_of(reading.facts), reading), book) for key in meant}
    matters = {key: roster.topics.get(key, topics) for key in people}
    for key in told or meant:
        matters[key] = reading.topics or topics_told(matters[key], told.get(key, reading.facts))
    aside = [(matters[key], key, own) for key, own in people.items() if key not in {*meant, *reading.out}]
    regions = tuple(str(people[key][PLACE]) for key in meant if PLACE in people[key])
    asker = {ASKER: reading.facts.get(ASKER, before.get(ASKER))}
    facts, each = _collapsed([(matters[key], key, people[key]) for key in meant])
    return TakenUp(
        {**facts, **{fact: value for fact, value in asker.items() if value is not None}},
        each,
        (*roster.lots, *((of, {HOLDER: key, **own}) for of, key, own in aside if own)),
        tuple(dict.fromkeys((*regions, *(talk.regions if len(regions) < len(meant) else ())))),
        tuple(dict.fromkeys(topic for key in meant for topic in matters[key])),
    )


def leaves_open_whose(session: Session, reading: Reading, book: FactBook) -> bool:
    """Whether a level is told of one of several persons, and not of which of them: 不对，是高级工."""
    talk = Talk(book.parse(session.facts), session.topics, session.regions)
    groups = [(group.topics, book.parse(group.facts)) for group in session.groups]
    roster = _roster(talk, groups, ())
    told = [group.facts for group in reading.groups] if reading.some else [reading.facts]
    kind = [fact for own in told for fact in own if book[fact].splits]
    if roster is None or len(roster.now) < 2 or not kind or any(HOLDER in own for own in told):
        return False
    if reading.groups:
        return reading.some  # 徒弟里头有一个是复审
    differ = any(len({str(own.get(fact)) for own in roster.now.values()}) > 1 for fact in kind)
    of_all = _AS_WELL.search(reading.text) or reading.supposes or HEADCOUNT in reading.facts
    return differ and not of_all and not _by_kind(roster.now, reading, book)


def _by_kind(now: People, reading: Reading, book: FactBook) -> People:
    """高级工那个没过: who is told by what he alone of those spoken of now has."""
    own = own_of(reading.facts)
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


def _known_by_now(roster: Roster, told: People, reading: Reading, book: FactBook) -> People:
    """What is known of everybody, after what a message tells of some."""
    people = {**roster.aside, **roster.now}
    replaced = _replaced(roster, told, reading)
    place = next((own[PLACE] for own in roster.now.values() if PLACE in own), None)
    fresh: People = {key: {} for key in reading.asked if key not in people}
    for key, own in told.items():
        known = {**people.get(key, {}), **_taken_over(key, roster, told, replaced, reading, book)}
        now = _moved(own, reading)
        if PLACE in known and now.get(PLACE, known[PLACE]) != known[PLACE]:
            known = {fact: value for fact, value in known.items() if not book[fact].of_place}
        fresh[key] = put_over(known, now, book)
    if not replaced and _EXCHANGES.search(reading.text):
        people = _exchanged(people, fresh, book)
    if place is not None and len({own.get(PLACE) for own in roster.now.values()}) == 1:
        fresh = {key: {PLACE: place, **own} for key, own in fresh.items()}
    return {key: own for key, own in {**people, **fresh}.items() if key != replaced}


def _moved(own: Facts, reading: Reading) -> dict[str, Value]:
    """What is told of somebody, with the place that the message names, where that is one: 我女儿在晋江."""
    place: dict[str, Value] = {PLACE: reading.regions[0]} if len(reading.regions) == 1 else {}
    return {**place, **own}


def _who_is_meant(
    roster: Roster, people: People, told: People, reading: Reading, book: FactBook
) -> tuple[str, ...] | None:
    """For whom a message asks; None: for the one who was spoken of before, and nobody else."""
    out = set(reading.out)
    matters = [key for key, own in people.items() if key in told or _has_matter(own, book)]
    now = [key for key in people if key in roster.now]
    everybody = [key for key in people if key in now or key in told]
    if reading.asked:
        meant = [key for key in people if key in reading.asked]
    elif reading.together is Together.ALL and (told or roster.aside):
        meant = [key for key in people if key in matters]
    elif out:
        meant = [key for key in everybody if key not in out] or [key for key in matters if key not in out]
    elif not told:
        return tuple(now) if len(now) > 1 else None
    elif told.keys() == roster.now.keys() and len(told) == 1:
        return None
    else:
        alone = len(told) < len(now) and asks_for_one(reading.text, reading.facts)
        stays = reading.together is not Together.NOBODY or bool(_COUNTED_IN.search(reading.text))
        stays |= told.keys() <= roster.now.keys() and not alone
        meant = everybody if stays else list(told)
    return tuple(key for key in meant if key not in out) or tuple(meant)


def _roster(talk: Talk, groups: Sequence[Group], earlier: Sequence[Group]) -> Roster | None:
    """The persons of a conversation; None where it speaks of others than single persons."""
    before = talk.facts
    shared = {fact: v for fact, v in before.items() if fact not in (HOLDER, HEADCOUNT, ASKER)}
    if len(talk.regions) == 1:
        shared = {PLACE: talk.regions[0], **shared}
    told: list[tuple[str, dict[str, Value]]] = []
    topics: dict[str, tuple[str, ...]] = {}
    every: list[tuple[tuple[str, ...], Facts]] = list(groups) or [(talk.topics, before)]
    # 我儿子高级工没过，中级工过了: several certificates of one person
    alone = before.get(HOLDER) if before.get(HEADCOUNT) == ONE_PERSON else None
    for matter, facts in every:
        whose = facts.get(HOLDER, alone if groups else ONESELF)
        keys = str(whose).split(AND)
        if whose in (None, UNSURE) or facts.get(HEADCOUNT, ONE_PERSON) != Quantity.exactly(len(keys)):
            return None
        told += [(key, {**shared, **own_of(facts)}) for key in keys]
        topics |= dict.fromkeys(keys, matter or talk.topics)
    # 高级工没过，中级工过了: of one person's certificates the one that he has
    have = [(key, own) for key, own in told if own.get(CERTIFICATE) is not False]
    told = [(key, own) for key, own in told if (key, own) in have or key not in dict(have)]
    now = dict(told)
    aside = {str(own[HOLDER]): own_of(own) for _, own in earlier if HOLDER in own}
    topics = {**{str(own[HOLDER]): matter for matter, own in earlier if HOLDER in own}, **topics}
    lots = tuple(group for group in earlier if HOLDER not in group[1])
    aside = {key: own for key, own in aside.items() if key not in now}
    return Roster(now, aside, lots, topics) if len(now) == len(told) else None


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
        told += [(key, {**own_of(reading.facts), **own_of(facts)}) for key in keys]
    people = dict(told)
    return people if len(people) == len(told) else None


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
    alike = alike or [own for key, own in roster.now.items() if key not in told] or list(roster.now.values())
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
    elsewhere = like.get(PLACE) not in (None, *reading.regions) and bool(reading.regions)
    also = reading.corrects or INSTEAD.search(reading.text) or _AS_WELL.search(reading.text)
    return {
        fact: value
        for fact, value in like.items()
        if fact not in _NOBODYS_ELSE
        and not (elsewhere and book[fact].of_place)
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


def _collapsed(
    now: Sequence[tuple[tuple[str, ...], str, dict[str, Value]]],
) -> tuple[dict[str, Value], tuple[Group, ...]]:
    """What is true of all, and the groups of those of whom the same is: none where they are all alike."""
    _, _, first = now[0]
    shared = {f: v for f, v in first.items() if all(own.get(f) == v for _, _, own in now)}
    alike: list[tuple[tuple[str, ...], list[str], dict[str, Value]]] = []
    for topics, key, own in now:
        same = next((keys for of, keys, other in alike if (of, other) == (topics, own)), None)
        if same is None:
            alike.append((topics, [key], own))
        else:
            same.append(key)
    of_all = {fact: value for fact, value in shared.items() if fact != PLACE}
    if len(alike) == 1:
        _, keys, _ = alike[0]
        count: Facts = {HEADCOUNT: Quantity.exactly(len(keys))} if len(keys) > 1 else {}
        return {**of_all, HOLDER: AND.join(keys), **count}, ()
    groups = tuple(
        (topics, {HOLDER: AND.join(keys), **but_shared(own, shared), HEADCOUNT: Quantity.exactly(len(keys))})
        for topics, keys, own in alike
    )
    return of_all, groups

"""The matter of a conversation: what was said before, with what this message adds or corrects."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from assistant.dialogue.models import Group as StoredGroup
from assistant.dialogue.models import Session
from assistant.dialogue.parts import Group, is_otherwise, part_off, put_over
from assistant.dialogue.reading import Reading
from assistant.dialogue.recount import recounted
from assistant.dialogue.said import ASKER, HEADCOUNT
from assistant.rules.assess import with_implied
from assistant.rules.conditions import comparisons, is_borne_out
from assistant.rules.facts import UNSURE, FactBook, Facts, Month, Quantity, Value, Year
from assistant.rules.formulas import walk
from assistant.rules.rulebook import Rulebook

_Groups: TypeAlias = tuple[Group, ...]
# 我们厂还招了二十来个退役军人: more people than those who are talked about.
_OTHERS = re.compile("还(?:有|招|请|雇|收|带|来|剩|养|管)|另外|此外|另有|再就是|顺便|对了|再问")
_THE_SAME = re.compile(r"都是|全是|均为|均是|[这那](?:些|批|几|\d)|其中|里头|里面")
_CHOICES = ("choice", "choices")


@dataclass(frozen=True)
class Matter:
    """What is being asked about, with facts as values."""

    regions: tuple[str, ...]
    facts: dict[str, Value]
    groups: _Groups
    topics: tuple[str, ...]
    on: date  # the day for which validity is given
    today: date
    policy: str | None = None  # the policy that was quoted last
    path: str | None = None  # the clause of it that was quoted first
    presumed: bool = False  # whether the place was not named, and only follows from 省里
    of_a_whole: bool = False  # the groups are the others of some people and those told apart from them
    left_open: frozenset[str] = frozenset()  # what this message says is not known, without having been asked
    of_fewer: bool = False  # some of those named are not counted, so that the answer says how many are
    arithmetic: str = ""  # how they were multiplied

    @property
    def latest(self) -> date:
        """Today, or the day of the matter where that is still to come: 要是明年呢."""
        said_exactly = 1 if isinstance(self.on, Year) else 2 if isinstance(self.on, Month) else 3
        to_come = self.on.timetuple()[:said_exactly] > self.today.timetuple()[:said_exactly]
        return self.on if to_come else self.today

    @property
    def asker(self) -> Value | None:
        """Who asks. Whoever names a certificate and no number of people most likely speaks of his own."""
        alone = "certificate_level" in self.facts and "headcount" not in self.facts
        return self.facts.get("asker", "个人" if alone else None)

    def situations(self, book: FactBook) -> list["Situation"]:
        """Each group of people; the one matter where there are none."""
        groups = self.groups or (((), {}),)
        return [
            Situation(topics or self.topics, with_implied(put_over(self.facts, own, book), book), own)
            for topics, own in groups
        ]


@dataclass(frozen=True)
class Situation:
    """One group of people: topics, all that is known of it, and what is its own."""

    topics: tuple[str, ...]
    facts: Facts
    own: Facts


def merge(
    session: Session, reading: Reading, rulebook: Rulebook, *, default_region: str | None, today: date
) -> Matter:
    """What was said before, with what this message adds, corrects or replaces."""
    book = rulebook.book
    before = book.parse(session.facts)
    groups = tuple((group.topics, book.parse(group.facts)) for group in session.groups)
    if beside := _tells_of_others(session, reading, rulebook):
        session = session.model_copy(update={"topics": ()})
    if beside or _starts_anew(session, reading):
        before = {fact: value for fact, value in before.items() if book[fact].scope == "person"}
        groups = ()
    if session.regions and reading.regions and set(reading.regions) != set(session.regions):
        before = {fact: value for fact, value in before.items() if not book[fact].of_place}
    recount = recounted(session, groups, reading) or ()
    if recount:
        reading = replace(reading, facts={}, groups=(), some=False)
    parted = recount or (_parted(session, groups, reading, before, book) if reading.some else ())
    if reading.some and not parted and len(reading.groups) == 1:
        # 其中5个拿到证: nothing else is told of the others; the five are who is asked about.
        [only] = reading.groups
        reading = replace(reading, facts={**reading.facts, **only.facts}, groups=(), some=False)
    facts = put_over(before, reading.facts, book)
    told = tuple((group.topics, dict(group.facts)) for group in reading.groups)
    if parted:
        groups = parted
    elif reading.adds:
        groups = _joined(groups or ((session.topics, _naming(before, book)),), told, reading, book)
    elif told:
        groups = told
    elif groups:
        groups = _corrected(groups, reading, book)
        if reading.topics:  # 那以工代训呢: of the same people
            groups = tuple((reading.topics, own) for _, own in groups)
    for _, own in groups:
        # 招了20个新人…另外5个老员工: what is said of all with the groups stands where a group says no other.
        facts = {f: v for f, v in facts.items() if f not in own or (told and f in reading.facts)}
    event = facts.get("event_date")
    return Matter(
        regions=reading.regions
        or session.regions
        or ((default_region,) if default_region else ())
        or reading.rank_of
        or reading.province,
        facts=facts,
        groups=tuple((topics or _implied(own, rulebook), own) for topics, own in groups),
        topics=_topics(session, reading, facts, rulebook),
        on=event if isinstance(event, date) else today,
        today=today,
        policy=session.policy,
        path=session.path,
        presumed=not (reading.regions or session.regions or default_region or reading.rank_of),
        of_a_whole=_are_of_a_whole(session, reading, groups, parted=bool(parted)),
        left_open=_left_open(reading, session),
        of_fewer=reading.of_fewer,
        arithmetic=reading.arithmetic,
    )


def _left_open(reading: Reading, session: Session) -> frozenset[str]:
    every = (reading.facts, *(group.facts for group in reading.groups))
    open_facts = {fact for facts in every for fact, value in facts.items() if value == UNSURE}
    return frozenset(open_facts - {session.asked})


def remember(
    matter: Matter,
    book: FactBook,
    *,
    kind: str,
    asked: str | None,
    policy: str | None,
    path: str | None = None,
) -> Session:
    """The matter as the next turn finds it."""
    return Session(
        regions=matter.regions,
        facts=book.store(matter.facts),
        groups=tuple(StoredGroup(topics=topics, facts=book.store(own)) for topics, own in matter.groups),
        of_a_whole=matter.of_a_whole,
        topics=matter.topics,
        kind=kind,
        asked=asked,
        policy=policy,
        path=path,
    )


def _starts_anew(session: Session, reading: Reading) -> bool:
    """Whether the message opens another matter: it names what it is about and does not lean on the last."""
    talked_of = {*session.topics, *(topic for group in session.groups for topic in group.topics)}
    leans = reading.follows_up or reading.corrects or reading.adds
    if not talked_of or leans or not reading.intents:
        return False
    return bool(set(reading.topics) - talked_of) or bool(
        reading.regions and (reading.topics or reading.facts)
    )


def _tells_of_others(session: Session, reading: Reading, rulebook: Rulebook) -> bool:
    """Whether a message turns to other people, and to what no benefit talked of so far asks about.

    园里还有三四十个农民工, after a base's subsidy; but not 都是农民工, which is said of the same people.
    """
    told = reading.facts.keys() - {HEADCOUNT, ASKER}
    leans = reading.topics or reading.groups or reading.corrects or reading.adds
    if not (session.topics and told) or leans or HEADCOUNT not in reading.facts:
        return False
    if not _OTHERS.search(reading.text) or _THE_SAME.search(reading.text):
        return False
    rules = [rule for rule in rulebook.rules if rule.benefit.topic in session.topics]
    asked = (c for rule in rules for c in comparisons(rule.benefit.when) if c.fact in told)
    book = rulebook.book
    if any(is_borne_out(c, reading.facts) or book[c.fact].kind not in _CHOICES for c in asked):
        return False
    others = (c for rule in rulebook.rules for c in comparisons(rule.benefit.when) if c.fact in told)
    return any(is_borne_out(c, reading.facts) for c in others)


def _are_of_a_whole(session: Session, reading: Reading, groups: _Groups, *, parted: bool) -> bool:
    if len(groups) < 2 or reading.adds:
        return False
    return parted or (reading.of_a_whole if reading.groups else session.of_a_whole)


def _joined(groups: _Groups, told: _Groups, reading: Reading, book: FactBook) -> _Groups:
    """The groups with those that a message adds: 再加2名高级工 to 5名中级工, or to 2名高级工."""
    for topics, added in told or ((reading.topics, _naming(reading.facts, book)),):
        kind = {fact: value for fact, value in added.items() if fact != HEADCOUNT}
        same = [own for _, own in groups if kind and kind.items() <= own.items()]
        if same:
            groups = tuple((t, {**own, **_summed(own, added)} if own in same else own) for t, own in groups)
        else:
            groups = (*groups, (topics, added))
    return groups


def _parted(session: Session, groups: _Groups, reading: Reading, before: Facts, book: FactBook) -> _Groups:
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


def _are_otherwise(some: _Groups, known: Facts) -> bool:
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


def _naming(facts: Facts, book: FactBook) -> dict[str, Value]:
    """What tells one group of people from another."""
    return {fact: value for fact, value in facts.items() if fact == HEADCOUNT or book[fact].splits}


def _by_number(groups: _Groups, facts: Facts) -> Facts | None:
    """The one group of as many people as are spoken of, where more is said of them than how many they are."""
    if not facts.keys() - {HEADCOUNT} or HEADCOUNT not in facts:
        return None
    named = [own for _, own in groups if own.get(HEADCOUNT) == facts[HEADCOUNT]]
    return named[0] if len(named) == 1 else None


def _corrected(groups: _Groups, reading: Reading, book: FactBook) -> _Groups:
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


def _topics(
    session: Session, reading: Reading, facts: Mapping[str, Value], rulebook: Rulebook
) -> tuple[str, ...]:
    implied = _implied(with_implied(reading.facts, rulebook.book), rulebook)
    if reading.topics:
        # A level beside another topic (岗前培训和中级工) is a matter of its own unless the topic asks for it.
        used = facts_of_topics(reading.topics, rulebook)
        more = tuple(
            t for t in implied if not (set(rulebook.topics[t].implied_by) & set(reading.facts)) <= used
        )
        return tuple(dict.fromkeys((*reading.topics, *more)))
    if session.topics:
        used = facts_of_topics(session.topics, rulebook)
        elsewhere = tuple(
            t for t in implied if not set(rulebook.topics[t].implied_by) & set(reading.facts) <= used
        )
        return elsewhere or session.topics
    known = with_implied(facts, rulebook.book)
    denied = {fact: True for fact, value in reading.facts.items() if value is False}
    return (
        implied
        or _implied(known, rulebook)
        or _implied(denied, rulebook)
        or _implied(known, rulebook, hints=True)
    )


def _implied(facts: Mapping[str, Value], rulebook: Rulebook, *, hints: bool = False) -> tuple[str, ...]:
    said = {fact for fact, value in facts.items() if value is not False and value != UNSURE}
    topics = rulebook.topics.values()
    return tuple(topic.id for topic in topics if said & set(topic.hinted_by if hints else topic.implied_by))


def facts_of_topics(topics: Collection[str], rulebook: Rulebook) -> set[str]:
    """The facts that rules on these topics ask for."""
    return {
        fact
        for rule in rulebook.rules
        if rule.benefit.topic in topics
        for fact in (
            *(c.fact for c in comparisons(rule.benefit.when)),
            *(f for formula in walk(rule.benefit.amount) for f in formula.facts),
            *(
                c.fact
                for formula in walk(rule.benefit.amount)
                for n in formula.conditions
                for c in comparisons(n)
            ),
            *(c.fact for limit in rule.limits for c in comparisons(limit.blocked_when)),
            *(c.fact for adjustment in rule.adjustments for c in comparisons(adjustment.when)),
        )
    }

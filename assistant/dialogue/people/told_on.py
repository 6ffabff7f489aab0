"""A conversation about people, gone on with: what a message tells of some of them is told of them at once.

The rest of the message is read as ever, on the people as they are by then.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.dialogue.facts.said import CERTIFICATE, HEADCOUNT, HOLDER, can_be
from assistant.dialogue.language.crowd_words import ALL
from assistant.dialogue.models import Group as StoredGroup
from assistant.dialogue.models import Session
from assistant.dialogue.people.parts import Group, count_all, number
from assistant.dialogue.people.regroup import regroup
from assistant.dialogue.people.remark import Remark
from assistant.dialogue.people.which_group import People, Unclear, Untold
from assistant.dialogue.reading import Reading
from assistant.rules.facts import CHOICES, FactBook, Quantity, Value


def people_of(session: Session, book: FactBook) -> People | None:
    """The people of a conversation; None where they are not all counted, are persons, or is only one."""
    common = book.parse(session.facts)
    groups: tuple[Group, ...] = tuple((g.topics, book.parse(g.facts)) for g in session.groups)
    if not groups:
        groups = ((session.topics, {f: v for f, v in common.items() if f == HEADCOUNT}),)
    common = {f: v for f, v in common.items() if f != HEADCOUNT}
    counts = [number(own) for _, own in groups]
    persons = HOLDER in common or any(HOLDER in own for _, own in groups) or session.earlier
    if persons or None in counts or sum((c for c in counts if c is not None), Decimal(0)) < 2:
        return None
    # 有2个退出了, and behind that 还有3个没证: of the others
    of_a_whole = session.of_a_whole or session.left_out > 0 or _are_alike(groups, book)
    return People(groups, common, of_a_whole, session.recent, session.lots)


def _are_alike(groups: Sequence[Group], book: FactBook) -> bool:
    """Whether nothing tells the groups of one training apart but what some of them lack."""
    kinds = [
        (topics, {f: v for f, v in own.items() if book[f].splits or book[f].kind in CHOICES})
        for topics, own in groups
    ]
    return len(kinds) > 1 and all(kind == kinds[0] for kind in kinds)


def told_on(session: Session, remarks: Sequence[Remark], book: FactBook) -> Session | None:
    """The conversation after some remarks; None where it counts nobody.

    Raises Unclear where one may be of several groups.
    """
    people = people_of(session, book)
    if people is None:
        return None
    people = _with_those_out(session, people, remarks)
    if session.left_out > 0 and any(remark.act == "count" and remark.of_all for remark in remarks):
        raise Unclear  # 总共是50个, of 60 of whom 45 had passed: how many of these, is not said
    before = count_all(people.groups) or 0
    try:
        people = regroup(people, remarks, book)
    except Untold:
        return None
    if not all(can_be(book, HEADCOUNT, own[HEADCOUNT]) for _, own in people.groups):
        raise Unclear  # more people than there can be
    adds = len(people.groups) == 1 and all(remark.act in ("add", "out") for remark in remarks)
    more = (count_all(people.groups) or 0) - before if adds else 0
    return _stored(session, people, -more, book)


def told_of_the_others(
    session: Session, remarks: Sequence[Remark], reading: Reading, book: FactBook
) -> tuple[Session, Reading]:
    """The conversation and a message's rest, where that says again what was told of some of the people.

    其中3个只签了半年，公司合同都是两年: of the others. 社保专员说有1人没社保: of nobody.
    """
    told = dict.fromkeys(fact for remark in remarks for fact in remark.facts)
    again = [fact for fact in told if fact in reading.facts and fact != HEADCOUNT]
    if not session.groups or not again or reading.groups:
        return session, reading
    others = {f: reading.facts[f] for f in again} if re.search(ALL, reading.bare) else {}
    groups = tuple(
        group.model_copy(update={"facts": {**book.store(others), **group.facts}}) for group in session.groups
    )
    facts = {fact: value for fact, value in reading.facts.items() if fact not in again}
    return session.model_copy(update={"groups": groups}), replace(reading, facts=facts)


def _with_those_out(session: Session, people: People, remarks: Sequence[Remark]) -> People:
    """The people with those who were not counted because they had not passed, where more is told of them.

    8个人拿到了证, of ten → 没过的那2个补考过了
    """
    told = any(remark.got or CERTIFICATE in remark.kind for remark in remarks)
    if session.groups or session.left_out <= 0 or not told:
        return people
    own: dict[str, Value] = {HEADCOUNT: Quantity.exactly(session.left_out), CERTIFICATE: False}
    return replace(people, groups=(*people.groups, (people.groups[0][0], own)), of_a_whole=True, recent=1)


def _stored(session: Session, people: People, left_out: int, book: FactBook) -> Session:
    groups, common = people.groups, dict(people.common)
    topics = {topics for topics, _ in groups}
    talked_of = session.topics or (topics.pop() if len(topics) == 1 else ())
    if len(groups) == 1:
        common |= groups[0][1]
        groups = ()
    return session.model_copy(
        update={
            "facts": book.store(common),
            "groups": tuple(StoredGroup(topics=t, facts=book.store(own)) for t, own in groups),
            "topics": talked_of,
            "of_a_whole": people.of_a_whole,
            "recent": people.recent if groups else None,
            "left_out": left_out,
            "lots": people.lots,
            "asked": None,
        }
    )

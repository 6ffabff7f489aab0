"""The matter of a conversation: what was said before, with what this message adds or corrects."""

import re
from dataclasses import dataclass, replace
from datetime import date

from assistant.dialogue.facts.had_before import had_by_now, without_other_level
from assistant.dialogue.facts.matter_topics import is_raised, topics_of, topics_of_group, topics_told
from assistant.dialogue.facts.newcomers import without_changed_jobs
from assistant.dialogue.facts.said import ASKER, EVENT, HEADCOUNT, HISTORY, HOLDER, ONE_PERSON
from assistant.dialogue.language.crowd_words import COUNT
from assistant.dialogue.language.lessons import Lessons
from assistant.dialogue.language.persons import ONESELF
from assistant.dialogue.models import Group as StoredGroup
from assistant.dialogue.models import Session
from assistant.dialogue.people.matter_groups import (
    Groups,
    add_groups,
    add_otherwise,
    correct_groups,
    knowing,
    naming,
)
from assistant.dialogue.people.one_by_one import all_together, put_aside, turns_to_others
from assistant.dialogue.people.parts import put_over
from assistant.dialogue.people.roster import Talk, take_up
from assistant.dialogue.reading import Reading, Together
from assistant.rules.assess import with_implied
from assistant.rules.conditions import comparisons, is_borne_out
from assistant.rules.facts import CHOICES, UNSURE, FactBook, Facts, Month, Value, Year
from assistant.rules.rulebook import Rulebook

# 我们厂还招了二十来个退役军人: more people than those who are talked about.
_OTHERS = re.compile("还(?:有|招|请|雇|收|带|来|剩|养|管)|另外|此外|另有|再就是|顺便|对了|再问")
_THE_SAME = re.compile(r"都是|全是|均为|均是|[这那](?:些|批|几|\d)|其中|里头|里面")
# 其中4个是去年招的: it is not known what that changes, so that it is asked how many count.
_ARE_OTHERWISE = re.compile(f"{COUNT}(?:都|全)?(?:是|属于)")
HAD_IN_ANOTHER_YEAR = re.compile("(?:去年|前年|往年|上一年)[^,。;!?]*(?:领|报|享受|补|拿|申请)(?:过|了)")
# 换个人呢，新来的: nothing that was told of the first is told of him
_SOMEBODY_ELSE = re.compile("换(?:成|作|了)?(?:[一1]?个|别的?|其[他它]的?)人|(?:另外?[一1]个|别的)人呢")


@dataclass(frozen=True)
class Matter:
    """What is being asked about, with facts as values."""

    regions: tuple[str, ...]
    facts: dict[str, Value]
    groups: Groups
    topics: tuple[str, ...]
    on: date  # the day for which validity is given
    today: date
    policy: str | None = None  # the policy that was quoted last
    path: str | None = None  # the clause of it that was quoted first
    earlier: Groups = ()  # persons or lots of people told of before, and not spoken of now
    quote: str | None = None  # the words of it, where they were all of the answer
    presumed: bool = False  # whether the place was not named, and only follows from 省里
    of_a_whole: bool = False  # the groups are the others of some people and those told apart from them
    left_open: frozenset[str] = frozenset()  # what this message says is not known, without having been asked
    of_fewer: bool = False  # some of those named are not counted, so that the answer says how many are
    left_out: int = 0  # how many of them were counted at first, and may be again when that is put right
    arithmetic: str = ""  # how they were multiplied
    lots: int = 0  # in how many lots they came
    lessons: Lessons | None = None  # the hours of one day, and on how many days

    @property
    def latest(self) -> date:
        """Today, or the day of the matter where that is still to come: 要是明年呢."""
        said_exactly = 1 if isinstance(self.on, Year) else 2 if isinstance(self.on, Month) else 3
        to_come = self.on.timetuple()[:said_exactly] > self.today.timetuple()[:said_exactly]
        return self.on if to_come else self.today

    @property
    def asker(self) -> Value | None:
        """Who asks. Whoever names a certificate and no number of people most likely speaks of his own."""
        alone = "certificate_level" in self.facts and HEADCOUNT not in self.facts
        return self.facts.get(ASKER, "个人" if alone else None)

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
    before = without_changed_jobs(reading.text, book.parse(session.facts))
    groups = tuple((group.topics, book.parse(group.facts)) for group in session.groups)
    talked_of = session.topics
    if is_raised(session, reading, {**before, **reading.facts}, rulebook):
        reading = replace(reading, topics=())
    if beside := _tells_of_others(session, reading, rulebook):
        session = session.model_copy(update={"topics": ()})
    earlier = tuple((group.topics, book.parse(group.facts)) for group in session.earlier)
    anew = beside or _starts_anew(session, reading)
    if anew:
        earlier = put_aside((), talked_of, before) if turns_to_others(reading, before, book) else ()
        before = {fact: value for fact, value in before.items() if book[fact].scope == "person"}
        groups = ()
    if _SOMEBODY_ELSE.search(reading.text) and HOLDER not in reading.facts:
        before = {f: v for f, v in before.items() if book[f].scope == "person" and f not in HISTORY}
    of_place: dict[str, Value] = {}
    if session.regions and reading.regions and set(reading.regions) != set(session.regions):
        earlier = tuple(group for group in earlier if HOLDER in group[1])
        of_place = {fact: value for fact, value in before.items() if book[fact].of_place}
        before = {fact: value for fact, value in before.items() if fact not in of_place}
    reading = add_otherwise(reading, before)
    if reading.some and len(reading.groups) == 1:
        # 其中5个拿到证: nothing else is told of the others; the five are who is asked about.
        # What some of them had in another year (去年已经给其中3个报过一次) asks about nobody in particular.
        [only] = reading.groups
        had = only.facts.keys() <= {HEADCOUNT} and HAD_IN_ANOTHER_YEAR.search(reading.text)
        of_all = len(only.facts) > 1 and all(
            before.get(fact) == v for fact, v in only.facts.items() if fact != HEADCOUNT
        )
        of_all &= not any(book[fact].awarded for fact in only.facts)  # 有2个是外地户口但在衢州上班
        turned_to = {} if had or of_all else only.facts
        if only.facts.keys() <= {HEADCOUNT} and _ARE_OTHERWISE.search(reading.text):
            before, turned_to = {f: v for f, v in before.items() if f != HEADCOUNT}, {}
        reading = replace(reading, facts={**reading.facts, **turned_to}, groups=(), some=False)
    if not groups and turns_to_others(reading, before, book):
        earlier = put_aside(earlier, session.topics, before)
        if before.get(HEADCOUNT, ONE_PERSON) == ONE_PERSON:  # what one person has, is not had by others
            before = {f: v for f, v in before.items() if book[f].scope == "case" and not book[f].awarded}
    facts = had_by_now(put_over(without_other_level(before, reading.facts), reading.facts, book))
    told = tuple((group.topics, dict(group.facts)) for group in reading.groups)
    talk = Talk({**of_place, **before}, session.topics, () if anew and reading.regions else session.regions)
    persons = take_up(
        talk, groups, earlier, reading, book, lambda topics, facts: topics_told(topics, facts, rulebook)
    )
    if persons is not None:
        facts, groups, earlier = persons.facts, persons.groups, persons.earlier
    elif reading.adds:
        groups = groups or ((session.topics, naming(before, book)),)
        groups = knowing(groups, before, {fact for _, own in told for fact in own})
        groups = add_groups(groups, told, reading, book)
    elif told:
        groups = told
    elif groups:
        groups = correct_groups(groups, reading, before, book)
        if reading.topics:  # 那以工代训呢: of the same people
            groups = tuple((reading.topics, own) for _, own in groups)
    whose = {group.facts[HOLDER] for group in reading.aside}
    earlier = tuple(group for group in earlier if group[1].get(HOLDER) not in whose)
    earlier += tuple((group.topics, dict(group.facts)) for group in reading.aside)
    if reading.together is Together.ALL and earlier and not groups and persons is None:
        groups, facts = all_together(earlier, session.topics, facts)
        earlier = ()
    for _, own in groups:
        # 招了20个新人…另外5个老员工: what is said of all with the groups stands where a group says no other.
        facts = {f: v for f, v in facts.items() if f not in own or (told and f in reading.facts)}
    if facts.get(HOLDER) == ONESELF:
        del facts[HOLDER]  # nothing but what is taken for granted
    event = facts.get(EVENT)
    if persons is not None and persons.topics and not reading.topics:
        session = session.model_copy(update={"topics": persons.topics})
    return Matter(
        regions=(persons.regions if persons is not None else ())
        or reading.regions
        or session.regions
        or ((default_region,) if default_region else ())
        or reading.rank_of
        or reading.province,
        facts=facts,
        earlier=earlier,
        groups=tuple((topics_of_group(topics, own, rulebook), own) for topics, own in groups),
        topics=topics_of(session, reading, facts, rulebook),
        on=event if isinstance(event, date) else today,
        today=today,
        policy=session.policy,
        path=session.path,
        quote=session.quote,
        presumed=not (reading.regions or session.regions or default_region or reading.rank_of),
        of_a_whole=_are_of_a_whole(session, reading, groups),
        left_open=_left_open(reading, session),
        of_fewer=reading.of_fewer,
        left_out=reading.left_out if HEADCOUNT in reading.facts else session.left_out,
        arithmetic=reading.arithmetic,
        lots=max(reading.lots, session.lots if groups or HEADCOUNT in facts else 0),
        lessons=reading.lessons,
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
        earlier=tuple(StoredGroup(topics=topics, facts=book.store(own)) for topics, own in matter.earlier),
        of_a_whole=matter.of_a_whole,
        left_out=matter.left_out,
        lots=matter.lots,
        lessons=matter.lessons,
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
    told = (reading.facts, *(group.facts for group in reading.groups))
    whose = {str(facts[HOLDER]) for facts in told if HOLDER in facts}
    among_many = session.facts.get(HEADCOUNT, "1") != "1"
    elsewhere = set(reading.topics) - talked_of or set(reading.regions) - set(session.regions)
    if not (among_many and elsewhere) and whose - {str(session.facts.get(HOLDER, ONESELF))}:
        return False  # 我女儿呢，晋江的，她能领多少
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
    if any(is_borne_out(c, reading.facts) or book[c.fact].kind not in CHOICES for c in asked):
        return False
    others = (c for rule in rulebook.rules for c in comparisons(rule.benefit.when) if c.fact in told)
    return any(is_borne_out(c, reading.facts) for c in others)


def _are_of_a_whole(session: Session, reading: Reading, groups: Groups) -> bool:
    if len(groups) < 2 or reading.adds:
        return False
    return reading.of_a_whole if reading.groups else session.of_a_whole

"""Understanding: one message, with what was said before, into a Reading. No language model."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from assistant.dialogue.admit import admit_question
from assistant.dialogue.bare_answer import read_bare_answer
from assistant.dialogue.couple import one_each
from assistant.dialogue.dates import find_event_date
from assistant.dialogue.fact_reader import FactReader
from assistant.dialogue.groups import split_groups
from assistant.dialogue.homes import with_homes
from assistant.dialogue.lexicon import FLAGS, Lexicon
from assistant.dialogue.models import Session
from assistant.dialogue.multiples import arithmetic
from assistant.dialogue.names import Names
from assistant.dialogue.naming import without_named
from assistant.dialogue.negation import is_denied, is_failure
from assistant.dialogue.numerals import spell_out
from assistant.dialogue.outcome import read_outcome
from assistant.dialogue.parts import (
    AMONG,
    Group,
    are_among,
    are_said_to_be,
    count_all,
    have_failed,
    names_some,
    with_failures,
)
from assistant.dialogue.places import Places
from assistant.dialogue.private import mask_private
from assistant.dialogue.punctuation import punctuate
from assistant.dialogue.remainder import is_unclear, who_is_left
from assistant.dialogue.retold import read_correction, without_wrong_count
from assistant.dialogue.said import (
    ASKER,
    CERTIFICATE,
    HEADCOUNT,
    Said,
    can_be,
    counted_together,
    facts_of,
    lack_of_more,
    not_of_some,
    open_question,
)
from assistant.dialogue.speaker import read_speaker
from assistant.dialogue.untold import without_untold
from assistant.dialogue.whose import of_the_holder, without_others
from assistant.dialogue.words import BLANK, Found, blanked
from assistant.documents.library import Library
from assistant.documents.regions import RegionTree
from assistant.rules.facts import COUNTED, UNSURE, FactSpec, Quantity, Value
from assistant.rules.rulebook import Rulebook
from assistant.search.tokens import fold


@dataclass(frozen=True)
class GroupReading:
    """What one of several groups of people is said to be."""

    topics: tuple[str, ...]
    facts: Mapping[str, Value]


@dataclass(frozen=True)
class Reading:
    """What one message says."""

    text: str  # folded, without personal data
    bare: str = ""  # the same without the names of places
    regions: tuple[str, ...] = ()  # codes of the places that it is about
    rank_of: tuple[str, ...] = ()  # of the places of which it names a rank: 福建省级
    province: tuple[str, ...] = ()  # the one that is held, where it speaks of "the province" and names none
    facts: Mapping[str, Value] = field(default_factory=dict)
    groups: tuple[GroupReading, ...] = ()
    some: bool = False  # the groups are some of those spoken of before: 里头有3个合同只签了8个月
    of_a_whole: bool = False  # the groups are the others of some people and those told apart from them
    of_fewer: bool = False  # it counts fewer people than it names: 19人，跑了4个
    arithmetic: str = ""  # how its people are multiplied: 3 × 10人 = 30人
    topics: tuple[str, ...] = ()  # that it names
    elsewhere: tuple[str, ...] = ()  # topics that the corpus does not hold
    tells_case: bool = False  # whether it names a topic beside those, or a fact that means one
    intents: frozenset[str] = frozenset()
    figures: tuple[Decimal, ...] = ()  # money named that is no fact: 岗前培训800元
    policies: tuple[str, ...] = ()  # named by number or title
    corrects: bool = False
    follows_up: bool = False
    adds: bool = False  # 再加2名高级工: people of another kind, beside those named before
    except_for: tuple[str, ...] = ()  # codes of the places besides which it asks: 除了晋江还有哪
    private: bool = False
    flags: frozenset[str] = frozenset()  # fraud_act, personal_status, greetings …


class Understanding:
    """Reads messages with the words of the corpus."""

    def __init__(self, library: Library, rulebook: Rulebook, regions: RegionTree, lexicon: Lexicon) -> None:
        self._library = library
        self._rulebook = rulebook
        self._lexicon = lexicon
        self._facts = FactReader(rulebook.book, lexicon)
        self._names = Names(library, rulebook, regions, lexicon, self._facts)
        self._telling = frozenset(fact for topic in rulebook.topics.values() for fact in topic.implied_by)

    def read(self, message: str, session: Session, today: date) -> Reading:
        """Read a message. Raises BadInput, in Chinese, where there is nothing to read."""
        book = self._rulebook.book
        before = book.parse(session.facts)
        text, private = mask_private(self._plain(admit_question(message)))
        text = without_others(text)
        as_put, text = text, without_wrong_count(text)
        everybody, text = text, who_is_left(text, _one_number(before, session))
        of_fewer = text != everybody
        named = self._names.find(text, session)
        text, bare, places = named.text, named.bare, named.places
        held = [span for span in named.topics if not self._names.is_elsewhere(span.meaning)]
        topics = tuple(dict.fromkeys(span.meaning for span in held))
        asked = open_question(book, session)
        reading = self._facts.read(bare, (*topics, *session.topics), asked, before)
        told = of_the_holder(bare, without_named(bare, reading.said, held, book), book)
        beside = self._is_beside(told, topics, before, session)
        said = self._with_origins(
            with_homes(bare, told, places, session.regions, book), places, bare, session
        )
        if not beside:
            said = [self._added(item, before) for item in said]
        is_correction = as_put in self._lexicon.relation["correction"] or as_put != everybody
        known = before if is_correction else {}
        said = without_untold(bare, said, held, before.get(HEADCOUNT))
        split = split_groups(bare, with_failures(bare, said), held, book, self._telling, known)
        split = one_each(bare, split, book)
        asking = blanked(text, tuple((f.start, f.end) for f in self._lexicon.lists["not_asking"].find(text)))
        intents = frozenset(name for name, words in self._lexicon.intents.items() if asking in words)
        facts = facts_of(item for item in split.shared if item.fact != ASKER)
        if not split.groups and HEADCOUNT in facts:
            together = counted_together(bare, said)
            if together == UNSURE or (together is None and is_unclear(text)):
                # Rather asked for than guessed; what is denied, is denied of some.
                facts = facts_of(item for item in not_of_some(bare, split.shared) if item.fact != ASKER)
                facts = {f: v for f, v in facts.items() if f != HEADCOUNT and v is not False}
            elif together is not None:
                facts[HEADCOUNT] = together
        facts |= read_speaker(text, said, intents) | self._event(text, today)
        tells_anew = is_correction or text in self._lexicon.relation["supposition"]
        idle = reading.idle if tells_anew else ()
        retold = read_correction(bare, idle, before, book, corrects=is_correction)
        facts |= {fact: value for fact, value in retold.facts.items() if fact not in facts}
        # 不对，是12个人 corrects what was said before; it is no answer to what is asked.
        corrects = bool(facts) and is_correction
        # 第一批15个 counts people, and is no number of months.
        counts_people = asked is not None and asked.kind in COUNTED and HEADCOUNT in facts
        if asked and not split.groups and asked.id not in facts and not (corrects or counts_people):
            answer = read_bare_answer(text, asked, self._lexicon, today)
            if answer is not None and can_be(book, asked.id, answer):
                facts[asked.id] = answer
        if not topics and not split.groups:
            facts = {**read_outcome(text, session.topics, self._rulebook), **facts}
        some: tuple[GroupReading, ...] = ()
        if not beside and (session.groups or HEADCOUNT in before):
            some = self._some_of_those_before(bare, said, split.groups, facts, before, corrects=is_correction)
        if some:
            facts = {fact: value for fact, value in facts.items() if not any(fact in g.facts for g in some)}
        if not (facts or some or split.groups or topics) and is_failure(text.split(",")[0].rstrip("。!")):
            facts = self._missed(before, asked)
        outside = [span for span in named.topics if self._names.is_elsewhere(span.meaning)]
        policies = self._names.policies(text)
        places_of = (policy.about.region for policy in self._library.policies if policy.id in policies)
        regions = tuple(region.code for region in places.matters)
        return Reading(
            text=text,
            bare=bare,
            # Who names a document and no place means the document's place.
            regions=regions or (() if session.regions else tuple(dict.fromkeys(places_of))),
            rank_of=tuple(region.code for region in places.ranks),
            except_for=tuple(region.code for region in places.excluded),
            province=self._names.province(text, facts),
            facts=facts,
            groups=some or tuple(GroupReading(own, values) for own, values in split.groups),
            some=bool(some),
            of_a_whole=not some and _is_parted(bare, split.groups, said),
            of_fewer=of_fewer,
            arithmetic=arithmetic(everybody),
            topics=topics,
            elsewhere=tuple(dict.fromkeys(span.meaning for span in outside)),
            tells_case=bool(topics)
            or any(item.fact in self._telling and _is_beside(item, outside) for item in said),
            intents=intents,
            figures=reading.figures(used=retold.mentions),
            policies=policies,
            corrects=is_correction or bool(retold.facts),
            follows_up=text in self._lexicon.relation["follow_up"],
            adds=beside,
            private=private,
            flags=self._flags(text, outside),
        )

    def _plain(self, message: str) -> str:
        """The message in one spelling: parts parted, folded, in the common language, numbers as usual."""
        return spell_out(self._lexicon.dialect.plain(fold(punctuate(message))))

    def _flags(self, text: str, outside: Sequence[Found[str]]) -> frozenset[str]:
        """The lists of which it has a word; what is not held says nothing of training (高级工|程师)."""
        rest = blanked(text, tuple((found.start, found.end) for found in outside))
        return frozenset(
            name for name in FLAGS if (rest if name == "training" else text) in self._lexicon.lists[name]
        )

    def _some_of_those_before(
        self,
        text: str,
        said: Sequence[Said],
        groups: Sequence[Group],
        facts: Mapping[str, Value],
        before: Mapping[str, Value],
        *,
        corrects: bool,
    ) -> tuple[GroupReading, ...]:
        """The groups, or the one that the facts speak of, where they are some of those counted before."""
        counts = [item for item in said if item.fact == HEADCOUNT]
        book, everybody = self._rulebook.book, before.get(HEADCOUNT)
        if not counts or not (
            names_some(text, counts[0].start) or lack_of_more(text, counts[0], everybody, corrects=corrects)
        ):
            return ()
        own = {fact: value for fact, value in facts.items() if fact != ASKER and book[fact].kind != "date"}
        if not groups and have_failed(text, counts[0].end):
            own[CERTIFICATE] = False
        told = groups or [((), own)]
        tells_kind = any(book[fact].splits or book[fact].kind == "choices" for _, own in told for fact in own)
        are_some = are_among(text, counts[0].start) or are_said_to_be(text, counts[0].end)
        if tells_kind and not are_some:
            return ()
        return tuple(GroupReading(topics, values) for topics, values in told)

    def _missed(self, before: Mapping[str, Value], asked: FactSpec | None) -> dict[str, Value]:
        """What 还没考上 says of the level or the award that was spoken of before."""
        if asked is not None and not (asked.awarded or asked.assume_one):
            return {}
        book = self._rulebook.book
        missed: dict[str, Any] = {}
        for fact, value in before.items():
            if book[fact].awarded is True and book[fact].kind == "choice":
                missed |= book[fact].missed(value)
        return book.parse(missed)

    def _is_beside(
        self, said: Sequence[Said], topics: Collection[str], before: Mapping[str, Value], session: Session
    ) -> bool:
        """Whether people are added who differ from those named before: 再加2名高级工, 再加5人以工代训."""
        if not any(item.adds and item.fact == HEADCOUNT for item in said):
            return False
        if session.groups or not (session.topics or HEADCOUNT in before):
            return bool(session.groups)
        book = self._rulebook.book
        other_kind = any(book[s.fact].splits and before.get(s.fact) != s.value for s in said)
        return other_kind or (bool(session.topics) and not set(topics) <= set(session.topics))

    def _with_origins(self, said: Sequence[Said], places: Places, bare: str, session: Session) -> list[Said]:
        """What was said, left to right, with what follows from where people come from."""
        meant = {start: (self._facts.origin_facts(region.code), region) for start, region in places.origins}
        # 没有宁夏、新疆来的: the names are blank in the text, and what stands before them denies them.
        named = [
            Said(fact, not is_denied(re.sub(f"[{BLANK}、和跟]+$", "", bare[:start])), start, start)
            for start, (facts, _) in meant.items()
            for fact in facts
        ]
        named += [
            Said(fact, False, start, start)
            for start, region in places.strangers
            for fact in self._facts.origin_facts(region.code)
        ]
        some = {item.fact for item in named if item.value is True}
        here = {region.code[:2] for region in places.matters} | {code[:2] for code in session.regions}
        # 4个宁夏来的、6个贵州来的: a list of places that ends with 等 does not rule the six out.
        others = [
            Said(fact, False if region.code[:2] in here else UNSURE, start, start)
            for start, (facts, region) in meant.items()
            for fact in some - set(facts)
        ]
        origins = [item for item in named if item.value is True or item.fact not in some] + others
        # 四川来的, where 宁夏、西藏、新疆等 are what is asked for: 等 does not say.
        asked = self._names.origins_asked(bare, session) - {item.fact for item in (*said, *origins)}
        strange = [start for start, (facts, _) in meant.items() if not facts]
        origins += [Said(fact, UNSURE, start, start) for fact in asked for start in strange[:1]]
        # 不是新疆籍的，结对帮扶那1500能领吗: the benefit is only named.
        foreign = {item.fact for item in named if item.value is False} - some
        said = [item for item in said if item.fact not in foreign or item.value is not True]
        return sorted((*said, *origins), key=lambda item: item.start)

    def _event(self, text: str, today: date) -> dict[str, Value]:
        """The day on which something happened."""
        lists = self._lexicon.lists
        day = find_event_date(text, lists["event"], lists["history"], today)
        return {} if day is None else {"event_date": day}

    def _added(self, said: Said, before: Mapping[str, Value]) -> Said:
        """再加2个: the number with what was said before."""
        first = before.get(said.fact) if said.adds else None
        if not isinstance(first, Quantity) or not isinstance(said.value, Quantity):
            return said
        high = None if first.high is None or said.value.high is None else first.high + said.value.high
        value = Quantity(first.low + said.value.low, high)
        return replace(said, value=value) if can_be(self._rulebook.book, said.fact, value) else said


def _one_number(before: Mapping[str, Value], session: Session) -> int | None:
    """How many people were spoken of before, where that is one number."""
    spoken_of = before.get(HEADCOUNT)
    exact = isinstance(spoken_of, Quantity) and spoken_of.is_exact and not session.groups
    return int(spoken_of.low) if isinstance(spoken_of, Quantity) and exact else None


def _is_parted(text: str, groups: Sequence[Group], said: Sequence[Said]) -> bool:
    """Whether the groups are the others of a number that stands first, and some who are counted behind it."""
    counts = [item.value for item in said if item.fact == HEADCOUNT]
    of_one = len(counts) == len(groups) or AMONG.search(text) is not None
    return of_one and len(groups) > 1 and counts[:1] == [Quantity.exactly(count_all(groups) or 0)]


def _is_beside(item: Said, spans: Sequence[Found[str]]) -> bool:
    """Whether a fact was said in other words than these."""
    return not any(item.start < s.end and s.start < item.end for s in spans)

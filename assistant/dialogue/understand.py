"""Understanding: one message, with what was said before, into a Reading. No language model."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from assistant.dialogue.answers.requirements import requirements_asked
from assistant.dialogue.answers.selection import applicable
from assistant.dialogue.facts.bare_answer import read_bare_answer
from assistant.dialogue.facts.between_dates import between_dates
from assistant.dialogue.facts.certificates import with_another
from assistant.dialogue.facts.decided import decided_by_now
from assistant.dialogue.facts.fact_numbers import either
from assistant.dialogue.facts.fact_reader import FactReader
from assistant.dialogue.facts.matter_topics import facts_of_topics
from assistant.dialogue.facts.naming import without_named
from assistant.dialogue.facts.outcome import read_outcome, says_only_failure
from assistant.dialogue.facts.retold import Retold, puts_right, read_correction
from assistant.dialogue.facts.said import (
    ASKER,
    EVENT,
    HEADCOUNT,
    HOLDER,
    ONE_PERSON,
    PLACE,
    Said,
    can_be,
    counted_together,
    facts_of,
    not_of_some,
    open_question,
)
from assistant.dialogue.facts.speaker import read_speaker
from assistant.dialogue.heard import Hearing, Message, Told
from assistant.dialogue.language.crowd_words import IT_IS
from assistant.dialogue.language.dates import Events, find_event_date
from assistant.dialogue.language.formalities import asks_for_formalities
from assistant.dialogue.language.lexicon import FLAGS, Lexicon
from assistant.dialogue.language.lot_names import lots_named, which_of_them
from assistant.dialogue.language.multiples import arithmetic
from assistant.dialogue.language.numerals import NUMERAL, whole_number
from assistant.dialogue.language.persons import ANOTHER, ONESELF, find_persons, of_each
from assistant.dialogue.language.quantities import find_people, find_quantities
from assistant.dialogue.language.sentence import PHRASE_END, phrases
from assistant.dialogue.language.undecided import is_pending
from assistant.dialogue.language.words import Found, blanked
from assistant.dialogue.models import Session
from assistant.dialogue.people.couple import one_each, without_places
from assistant.dialogue.people.groups import split_groups
from assistant.dialogue.people.made_good import had_after_all
from assistant.dialogue.people.parts import are_among, is_otherwise, with_failures, with_lacks
from assistant.dialogue.people.remainder import is_unclear
from assistant.dialogue.people.remarks import Remarks, read_remarks, with_units
from assistant.dialogue.people.roster import known_of, known_persons
from assistant.dialogue.people.shares import count_shares
from assistant.dialogue.people.some_of_before import are_more_of_them, is_parted, some_of_before
from assistant.dialogue.people.untold import without_untold
from assistant.dialogue.people.whose import of_the_holder
from assistant.dialogue.places.asked_places import Places
from assistant.dialogue.places.homes import with_homes
from assistant.dialogue.places.names import Names
from assistant.dialogue.places.origins import with_origins
from assistant.dialogue.reading import GroupReading, Reading, Together
from assistant.documents.library import Library
from assistant.documents.regions import RegionTree
from assistant.rules.conditions import comparisons, is_borne_out
from assistant.rules.facts import COUNTED, UNSURE, FactSpec, Quantity, Value
from assistant.rules.rulebook import Rulebook

_ASKS = re.compile("多少|[吗呢]|[补领拿]|那条")
_AS_MANY = re.compile(f"(?:还是|仍然?是?|依然是?|照样是?)(?P<count>{NUMERAL})(?:个人?|[名位人])(?!.*[里中])")
_NO_CERTIFICATE = re.compile("(?:无|没有?|什么|啥|一个)证")
# Of oneself, and of no group of people.
_OF_ONESELF = ("我自己", "我本人", "我考", "我拿", "他们自己", "个人呢")


class Understanding:
    """Reads messages with the words of the corpus."""

    def __init__(self, library: Library, rulebook: Rulebook, regions: RegionTree, lexicon: Lexicon) -> None:
        self._library = library
        self._rulebook = rulebook
        self._regions = regions
        self._lexicon = lexicon
        self._facts = FactReader(rulebook.book, lexicon)
        self._names = Names(library, rulebook, regions, lexicon, self._facts)
        self._hearing = Hearing(self._names, lexicon, rulebook)
        self._telling = frozenset(fact for topic in rulebook.topics.values() for fact in topic.implied_by)

    def read(self, message: str, session: Session, today: date) -> Reading:
        """Read a message. Raises BadInput, in Chinese, where there is nothing to read."""
        book = self._rulebook.book
        before = book.parse(session.facts)
        asked = open_question(book, session)
        heard = self._hearing.hear(message, before, session)
        told = self._what_is_told(heard, before, asked, session)
        intents = self._intents(heard.text) | (
            {"amount"} if heard.together is not Together.NOBODY or heard.out else set()
        )
        facts = self._of_all(heard, told) | read_speaker(heard.text, told.said, intents)
        facts |= self._event(heard.text, today)
        facts |= between_dates(heard.text, facts, today, book)
        if not any(fact in facts and book[fact].decided for fact in before):
            facts |= decided_by_now(heard.text, before, book)
        retold = self._put_right(heard, told, before)
        if asked is not None and facts.get(asked.id) in retold.facts.values():
            del facts[asked.id]  # 不是二十万，三十万 puts another number right, and answers nothing
        facts |= {fact: value for fact, value in retold.facts.items() if fact not in facts}
        if not retold.facts:
            facts |= self._answer(heard, told, facts, asked, before, today)
        if not told.groups:
            if not heard.topic_ids:
                facts = {**self._outcome(heard.text, session), **facts}
            of_whom = book.parse(known_of(session, facts.get(HOLDER)))
            facts |= had_after_all(heard.beside, facts, of_whom, asked, book, self._lexicon.file.made_good)
        some: tuple[GroupReading, ...] = ()
        if not told.adds and (session.groups or HEADCOUNT in before):
            some = some_of_before(
                heard.bare,
                told.said,
                told.groups,
                facts,
                self._wholes(before, session),
                book,
                corrects=heard.corrects,
                of_a_whole=session.of_a_whole,
            )
            facts = {fact: value for fact, value in facts.items() if not any(fact in g.facts for g in some)}
        if not (some or told.groups or heard.topics):
            # 名单还没公布 may say of another matter's list that nobody knows it.
            pending = is_pending(heard.text, 0) and not facts.keys() & self._facts_talked_of(session)
            if pending or (not facts and says_only_failure(heard.text)):
                facts |= self._missed(before, asked, pending=pending)
        policies = self._names.policies(heard.text)
        places_of = (policy.about.region for policy in self._library.policies if policy.id in policies)
        regions = tuple(region.code for region in heard.places.matters)
        return Reading(
            text=heard.text,
            bare=heard.bare,
            # Who names a document and no place means the document's place.
            regions=regions or (() if session.regions else tuple(dict.fromkeys(places_of))),
            rank_of=tuple(region.code for region in heard.places.ranks),
            except_for=tuple(region.code for region in heard.places.excluded),
            province=self._names.province(heard.text, facts),
            facts=facts,
            groups=some or tuple(GroupReading(topics, own) for topics, own in told.groups),
            aside=tuple(GroupReading(topics, own) for topics, own in told.aside),
            some=bool(some),
            of_a_whole=not some and is_parted(heard.bare, told.groups, told.said),
            of_fewer=heard.of_fewer,
            left_out=heard.left_out or _how_many_fewer(before, facts, told),
            named_counts=_counts_named(heard.everybody),
            idle_counts=told.idle,
            arithmetic=arithmetic(heard.everybody),
            lots=max(map(which_of_them, lots_named(heard.everybody)), default=0),
            lessons=heard.lessons,
            topics=heard.topic_ids,
            elsewhere=tuple(dict.fromkeys(span.meaning for span in heard.outside)),
            tells_case=bool(heard.topics)
            or any(item.fact in self._telling and _is_beside(item, heard.outside) for item in told.said),
            intents=intents,
            requirements=requirements_asked(heard.text, facts, self._lexicon.file.requirements),
            figures=told.numbers.figures(heard.bare, used=retold.mentions),
            policies=policies,
            corrects=heard.corrects or bool(retold.facts),
            supposes=heard.text in self._lexicon.relation["supposition"],
            together=heard.together,
            asked=heard.asked,
            out=heard.out,
            follows_up=heard.text in self._lexicon.relation["follow_up"],
            adds=told.adds,
            private=heard.private,
            flags=self._flags(heard.text, heard.outside),
        )

    def whole_and_some(self, message: str, reading: Reading, session: Session) -> tuple[str, str] | None:
        """What a message tells of all whom it counts, and of some of them: 送了9个人考高级工 | 过了7个.

        None where it counts one number of people, or its reading accounts for them.
        """
        if reading.groups or HEADCOUNT in reading.facts or session.groups or HEADCOUNT in session.facts:
            return None
        plain, _, _ = self._hearing.put(message, {}, session)
        people = find_people(plain, exact=True)
        if len({mention.quantity for mention in people}) < 2:
            return None
        end = PHRASE_END.search(plain, people[0].end)
        if end is None or any(mention.end <= end.start() for mention in people[1:]):
            return None
        beside = [m for m in people[1:] if not are_among(plain, m.start)]
        if "证" in plain[people[0].end : end.start()] and any(
            _NO_CERTIFICATE.match(plain, m.end) for m in beside
        ):
            return None  # 12人双证,6人无证: of others
        told = phrases(plain[end.end() :])
        of_all = next((at for at in range(len(told), 0, -1) if not _ASKS.search(told[at - 1])), 0)
        if not of_all:
            return None  # behind the number it only asks
        return "".join((plain[: end.end()], *told[of_all:])), "".join(told[:of_all])

    def remarks(self, message: str, session: Session) -> Remarks | None:
        """What a message says of some of the people told of before, apart from what else it says."""
        book = self._rulebook.book
        before = book.parse(session.facts)
        talks = session.topics or any(group.topics for group in session.groups)
        talks = talks or session.kind not in ("", "lookup")
        if not (session.groups or HEADCOUNT in before) or not talks:
            return None
        plain, _, _ = self._hearing.put(message, before, session)
        persons = {mention.person.key for mention in find_persons(plain, known_persons(session))}
        if persons - {ONESELF, ANOTHER} or any(word in plain for word in _OF_ONESELF):
            return None  # of single persons
        counts = [book.parse(group.facts).get(HEADCOUNT) for group in session.groups] or [before[HEADCOUNT]]
        exact = [count.low for count in counts if isinstance(count, Quantity) and count.is_exact]
        together = int(sum(exact)) if len(exact) == len(counts) else None
        if together in {whole_number(found["count"]) for found in _AS_MANY.finditer(plain)}:
            return None  # 花到九千呢，还是五个人一年: of all of them
        plain = with_units(count_shares(plain, together), {together, *map(int, exact)})
        named = self._names.find(plain, session)
        elsewhere = any(region.code not in session.regions for region in named.places.matters)
        if elsewhere or (named.places.matters and len(session.regions) > 1):
            return None  # of the people of one of several places
        topics = [span for span in named.topics if not self._names.is_elsewhere(span.meaning)]
        spoken_of = (*(span.meaning for span in topics), *session.topics)
        said = without_named(
            named.bare, self._facts.read(named.bare, spoken_of, None, before).said, topics, book
        )
        said = self._with_places(named.bare, said, named.places, before, session)
        ones = [book.parse(group.facts).get(HEADCOUNT) == ONE_PERSON for group in session.groups]

        def facts_in(words: str, like: str | None = None) -> Sequence[Said]:
            return self._facts.read(words, spoken_of, None if like is None else book[like], before).said

        remarks = read_remarks(
            named.bare,
            said,
            topics,
            facts_in,
            ones=any(ones),
        )
        corrects = plain in self._lexicon.relation["correction"] or IT_IS.match(plain)
        counted_anew = corrects and session.left_out and not session.groups
        if remarks is None or (counted_anew and not any(one.among for one in remarks.remarks)):
            return None  # how many were counted at first is put right
        return remarks

    def _what_is_told(
        self, heard: Message, before: Mapping[str, Value], asked: FactSpec | None, session: Session
    ) -> Told:
        """Every fact that the message says, and of which of several groups of people it says it."""
        book, bare, places = self._rulebook.book, heard.bare, heard.places
        topics = (*heard.topic_ids, *session.topics) or self._topics_quoted(session)
        topics = topics or self._topics_of_hours(bare) or self._topics_of_times(bare, before)
        numbers = self._facts.read(bare, topics, asked, before)
        known = known_persons(session)
        said = of_the_holder(bare, without_named(bare, numbers.said, heard.topics, book), book, known)
        said, second = with_another(bare, said, {} if session.groups else before, book)
        adds = second or self._is_beside(bare, said, heard.topic_ids, before, session)
        said = self._with_places(bare, said, places, before, session)
        if len(places.matters) > 1:
            said += [Said(PLACE, region.code, start, start) for start, region in places.asked]
        if not adds:
            said = [self._added(item, before) for item in said]
        everybody = said
        said = without_untold(bare, everybody, heard.topics, before.get(HEADCOUNT))
        idle = frozenset(
            item.value.low for item in everybody if item not in said and isinstance(item.value, Quantity)
        )
        of_before = before if heard.corrects else {}
        told = with_lacks(bare, with_failures(bare, said), book)
        split = split_groups(bare, told, heard.topics, book, self._telling, of_before)
        split = without_places(one_each(bare, said, split, book, known))
        return Told(tuple(said), split.groups, split.shared, numbers, adds, split.aside, idle)

    def _with_places(
        self, bare: str, said: list[Said], places: Places, before: Mapping[str, Value], session: Session
    ) -> list[Said]:
        """What is said, with what homes and origins mean."""
        each = of_each(bare, known_persons(session))
        said = with_homes(bare, said, places, session.regions, self._rulebook.book, before, each)
        asked = self._names.origins_asked(bare, session)
        return with_origins(bare, said, places, session.regions, asked, self._facts)

    def _topics_quoted(self, session: Session) -> tuple[str, ...]:
        """The topics of the clause whose words were all of the last answer: its numbers are told next."""
        if session.quote is None:
            return ()
        rules = (rule for rule in self._rulebook.rules if rule.policy.id == session.policy)
        return tuple(dict.fromkeys(r.benefit.topic for r in rules if r.clause.path == session.path))

    def _topics_of_hours(self, text: str) -> tuple[str, ...]:
        """What a number of hours means, where nothing is named: only some trainings are counted in them."""
        if not any(mention.kind == "hour" for mention in find_quantities(text)):
            return ()
        topics, book = self._rulebook.topics.values(), self._rulebook.book
        return tuple(t.id for t in topics if any(book[fact].kind == "hours" for fact in t.implied_by))

    def _topics_of_times(self, text: str, before: Mapping[str, Value]) -> tuple[str, ...]:
        """What a number of trainings means, where nothing is named: what those have whom it is told of."""
        if not re.search("[次回期]", text):
            return ()
        book = self._rulebook.book
        counted = {t for spec in book if spec.unit == "次" and not spec.this_year for t in spec.topics}
        known = {**before, **facts_of(self._facts.read(text, (), None, before).said)}
        rules = (rule for rule in self._rulebook.rules if rule.benefit.topic in counted)
        asked = (c for rule in rules for c in comparisons(rule.benefit.when))
        groups = any(book[c.fact].kind == "choices" and is_borne_out(c, known) for c in asked)
        return tuple(sorted(counted)) if groups else ()

    def _of_all(self, heard: Message, told: Told) -> dict[str, Value]:
        """What is said of all people, with how many they are together."""
        facts = facts_of(item for item in told.shared if item.fact != ASKER)
        if told.groups or HEADCOUNT not in facts:
            return facts
        together = counted_together(heard.bare, told.said)
        if together == UNSURE or (together is None and is_unclear(heard.text)):
            # Rather asked for than guessed; what is denied, is denied of some.
            facts = facts_of(item for item in not_of_some(heard.bare, told.shared) if item.fact != ASKER)
            return {f: value for f, value in facts.items() if f != HEADCOUNT and value is not False}
        return facts if together is None else {**facts, HEADCOUNT: together}

    def _put_right(self, heard: Message, told: Told, before: Mapping[str, Value]) -> Retold:
        """Numbers that were told before and are put right here."""
        tells_anew = heard.corrects or heard.text in self._lexicon.relation["supposition"]
        idle = told.numbers.idle if tells_anew else ()
        return read_correction(heard.bare, idle, before, self._rulebook.book, corrects=heard.corrects)

    def _answer(
        self,
        heard: Message,
        told: Told,
        facts: Mapping[str, Value],
        asked: FactSpec | None,
        before: Mapping[str, Value],
        today: date,
    ) -> dict[str, Value]:
        """What the message answers to the question that is open, where nothing else in it tells so."""
        if asked is None or told.groups or asked.id in facts:
            return {}
        # 不对，是12个人 corrects what was said before, and 第一批15个 counts people: neither answers.
        corrects = heard.corrects or puts_right(heard.text, facts, before)
        if (facts and corrects) or (asked.kind in COUNTED and HEADCOUNT in facts):
            return {}
        answer = read_bare_answer(heard.text, asked, self._lexicon, today)
        can_be_so = answer is not None and can_be(self._rulebook.book, asked.id, answer)
        return {asked.id: answer} if answer is not None and can_be_so else {}

    def _intents(self, text: str) -> frozenset[str]:
        """What the message asks for."""
        idle = tuple((found.start, found.end) for found in self._lexicon.lists["not_asking"].find(text))
        asking = blanked(text, idle)
        named = (name for name, words in self._lexicon.intents.items() if asking in words)
        return frozenset((*named, *(["documents"] if asks_for_formalities(text) else ())))

    def _flags(self, text: str, outside: Sequence[Found[str]]) -> frozenset[str]:
        """The lists of which it has a word; what is not held says nothing of training (高级工|程师).

        Who feels deceived (骗人的吧) wants to deceive nobody.
        """
        deceived = self._lexicon.lists["deceived"].find(text)
        rests = {
            "training": blanked(text, tuple((found.start, found.end) for found in outside)),
            "fraud_act": blanked(text, tuple((found.start, found.end) for found in deceived)),
        }
        return frozenset(name for name in FLAGS if rests.get(name, text) in self._lexicon.lists[name])

    def _outcome(self, text: str, session: Session) -> dict[str, Value]:
        """What came of what the nearest rules to the places talked about ask for."""
        held = [applicable(self._library, self._regions, code) for code in session.regions]
        nearest = {own[0].about.region for own in held if own}
        policies = {p.id for p in self._library.policies if not nearest or p.about.region in nearest}
        return read_outcome(text, session.topics, self._rulebook, policies)

    def _facts_talked_of(self, session: Session) -> set[str]:
        return facts_of_topics(session.topics, self._rulebook)

    def _missed(
        self, before: Mapping[str, Value], asked: FactSpec | None, *, pending: bool
    ) -> dict[str, Value]:
        """What 还没考上 says of the level or the award that was spoken of before.

        `pending`: the outcome is still to come (结果还没出来), so that a level is left open.
        """
        if asked is not None and not (asked.awarded or asked.assume_one):
            return {}
        book = self._rulebook.book
        missed: dict[str, Any] = {}
        for fact, value in before.items():
            spec = book[fact]
            if spec.awarded is True and spec.kind == "choice":
                missed |= spec.left_open(value) if pending and spec.failed else spec.missed(value)
        return book.parse(missed)

    def _wholes(self, before: Mapping[str, Value], session: Session) -> list[dict[str, Value]]:
        """What is known of each group of people spoken of before; of all where there are none."""
        book = self._rulebook.book
        return [{**before, **book.parse(group.facts)} for group in session.groups] or [dict(before)]

    def _is_beside(
        self,
        text: str,
        said: Sequence[Said],
        topics: Collection[str],
        before: Mapping[str, Value],
        session: Session,
    ) -> bool:
        """Whether people are added who differ from those named before: 再加2名高级工, 再加5人以工代训."""
        added = [item for item in said if item.adds and item.fact == HEADCOUNT]
        if not added or are_among(text, added[0].start):
            return False
        wholes = self._wholes(before, session)
        if session.of_a_whole and are_more_of_them(text, said, wholes, self._rulebook.book):
            return False
        if session.groups or not (session.topics or HEADCOUNT in before):
            return bool(session.groups)
        book = self._rulebook.book
        other_kind = any(book[s.fact].splits and before.get(s.fact) != s.value for s in said)
        # 还有2个零就业的3个月, after 贫困户4人5个月
        other_kind |= any(
            s.fact in before and s.fact not in (HEADCOUNT, ASKER) and is_otherwise({s.fact: s.value}, before)
            for s in said
        )
        return other_kind or (bool(session.topics) and not set(topics) <= set(session.topics))

    def _event(self, text: str, today: date) -> dict[str, Value]:
        """The day on which something happened."""
        lists = self._lexicon.lists
        corrections = self._lexicon.relation["correction"]
        events = Events(lists["event_paid_for"], lists["event"])
        day = find_event_date(text, events, lists["history"], corrections, today)
        return {} if day is None else {EVENT: day}

    def _added(self, said: Said, before: Mapping[str, Value]) -> Said:
        """再加2个: the number with what was said before."""
        first = before.get(said.fact) if said.adds else None
        if not isinstance(first, Quantity) or not isinstance(said.value, Quantity):
            return said
        high = None if first.high is None or said.value.high is None else first.high + said.value.high
        value: Value = Quantity(first.low + said.value.low, high)
        if self._rulebook.book[said.fact].verbs:
            value = either(first, said.value)  # 合同签6个月 and 又续6个月: the office decides
        return replace(said, value=value) if can_be(self._rulebook.book, said.fact, value) else said


def _counts_named(text: str) -> tuple[Decimal, ...]:
    """How many people a folded message counts, each number once; one alone may be anybody."""
    counts = (mention.quantity.low for mention in find_people(text))
    return tuple(dict.fromkeys(count for count in counts if count > 1))


def _how_many_fewer(before: Mapping[str, Value], facts: Mapping[str, Value], told: Told) -> int:
    """How many fewer people there are than before, below zero, where some were added."""
    first, now = before.get(HEADCOUNT), facts.get(HEADCOUNT)
    if not any(item.adds and item.fact == HEADCOUNT for item in told.said):
        return 0
    if not isinstance(first, Quantity) or not isinstance(now, Quantity):
        return 0
    return int(first.low - now.low) if first.is_exact and now.is_exact else 0


def _is_beside(item: Said, spans: Sequence[Found[str]]) -> bool:
    """Whether a fact was said in other words than these."""
    return not any(item.start < s.end and s.start < item.end for s in spans)

"""Understanding: one message, with what was said before, into a Reading. No language model."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from assistant.dialogue.admit import admit_question
from assistant.dialogue.bare_answer import read_bare_answer
from assistant.dialogue.dates import find_event_date
from assistant.dialogue.fact_reader import FactReader
from assistant.dialogue.groups import one_each, split_groups
from assistant.dialogue.homes import with_homes
from assistant.dialogue.homophones import SHORTEST_WORD, Sounds, respell
from assistant.dialogue.lexicon import FLAGS, Lexicon
from assistant.dialogue.models import Session
from assistant.dialogue.naming import without_named
from assistant.dialogue.negation import is_denied, is_failure
from assistant.dialogue.numerals import spell_out
from assistant.dialogue.outcome import read_outcome
from assistant.dialogue.parts import Group, are_among, have_failed, names_some
from assistant.dialogue.places import Places, Talk, read_places
from assistant.dialogue.private import mask_private
from assistant.dialogue.punctuation import punctuate
from assistant.dialogue.remainder import is_unclear, who_is_left
from assistant.dialogue.retold import read_correction
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
)
from assistant.dialogue.speaker import read_speaker
from assistant.dialogue.topic_words import TopicWords
from assistant.dialogue.words import BLANK, Found, WordList
from assistant.documents.document_numbers import find_document_numbers
from assistant.documents.library import Library
from assistant.documents.models import Policy
from assistant.documents.regions import RegionTree
from assistant.rules.conditions import comparisons
from assistant.rules.facts import COUNTED, UNSURE, FactSpec, Quantity, Value
from assistant.rules.rulebook import Rulebook
from assistant.search.tokens import fold

# A single digit may be a day (6号开班); with 文 or 文件 behind it, it is a document.
_LAST_PART = re.compile(r"(?<![月\d〕\])])(?P<number>\d{2,4}(?=号)|\d(?=号(?:文|通知|方案|办法)))")


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
    of_fewer: bool = False  # it counts fewer people than it names: 19人，跑了4个
    topics: tuple[str, ...] = ()  # that it names
    elsewhere: tuple[str, ...] = ()  # topics that the corpus does not hold
    tells_case: bool = False  # whether it names a topic beside those, or a fact that means one
    intents: frozenset[str] = frozenset()
    figures: tuple[Decimal, ...] = ()  # money named that is no fact: 岗前培训800元
    policies: tuple[str, ...] = ()  # named by number or title
    corrects: bool = False
    follows_up: bool = False
    adds: bool = False  # 再加2名高级工: people of another kind, beside those named before
    private: bool = False
    flags: frozenset[str] = frozenset()  # fraud_act, personal_status, greetings …


class Understanding:
    """Reads messages with the words of the corpus."""

    def __init__(self, library: Library, rulebook: Rulebook, regions: RegionTree, lexicon: Lexicon) -> None:
        self._library = library
        self._rulebook = rulebook
        self._regions = regions
        self._lexicon = lexicon
        self._facts = FactReader(rulebook.book, lexicon)
        self._topics = TopicWords(rulebook.topics.values())
        # 已经领了岗前培训补贴: what was had is no topic of the question.
        self._had = frozenset(fact for rule in rulebook.rules for fact in rule.benefit.excluded_by)
        self._telling = frozenset(fact for topic in rulebook.topics.values() for fact in topic.implied_by)
        self._held = tuple(dict.fromkeys(policy.about.region for policy in library.policies))
        ordinary = "\n".join((*lexicon.file.not_places, *(fold(policy.text) for policy in library.policies)))
        asked = {
            whole: {
                c.fact
                for rule in rulebook.rules
                if rule.policy.about.region.endswith("0000") == whole
                for c in comparisons(rule.benefit.when)
            }
            for whole in (True, False)
        }
        self._of_province = asked[True] - asked[False]
        self._place_sounds = Sounds(
            (self._regions.region(code).name.rstrip("省市区县") for code in self._held), ordinary
        )
        words = (w for topic in rulebook.topics.values() if topic.elsewhere is None for w in topic.words)
        self._topic_sounds = Sounds(
            (word for word in words if len(word) >= SHORTEST_WORD and "…" not in word), ordinary
        )
        kinds = [spec for spec in rulebook.book if spec.splits and spec.kind == "choice"]
        self._kinds = frozenset(spec.id for spec in kinds)
        named = (word for spec in kinds for words in spec.choices.values() for word in words)
        # 初级工, but not 五级, which sounds like much else.
        self._kind_sounds = Sounds((w for w in named if len(w) > 2 and w.isalpha()), ordinary)
        self._titles = WordList(
            (name, policy.id) for policy in library.policies for name in _names_of(policy)
        )

    def read(self, message: str, session: Session, today: date) -> Reading:
        """Read a message. Raises BadInput, in Chinese, where there is nothing to read."""
        text, private = mask_private(self._plain(admit_question(message)))
        everybody, text = text, who_is_left(text, self._headcount(session))
        of_fewer = text != everybody
        text, places, bare, named = self._names_in(text, session)
        held = [span for span in named if not self._is_elsewhere(span.meaning)]
        topics = tuple(dict.fromkeys(span.meaning for span in held))
        asked = self._open_question(session)
        reading = self._facts.read(bare, (*topics, *session.topics), asked, session.facts.keys())
        told = without_named(bare, reading.said, held, self._rulebook.book)
        beside = self._is_beside(told, topics, session)
        here = with_homes(bare, told, places.homes, self._rulebook.book)
        said = self._with_origins(here, places, bare, session, sums=not beside)
        is_correction = text in self._lexicon.relation["correction"]
        before = self._rulebook.book.parse(session.facts)
        known = before if is_correction else {}
        split = one_each(bare, split_groups(bare, said, held, self._rulebook.book, self._telling, known))
        asking = _without(text, tuple((f.start, f.end) for f in self._lexicon.lists["not_asking"].find(text)))
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
        retold = read_correction(bare, idle, before, self._rulebook.book, corrects=is_correction)
        facts |= {fact: value for fact, value in retold.facts.items() if fact not in facts}
        # 不对，是12个人 corrects what was said before; it is no answer to what is asked.
        corrects = bool(facts) and is_correction
        # 第一批15个 counts people, and is no number of months.
        counts_people = asked is not None and asked.kind in COUNTED and HEADCOUNT in facts
        if asked and not split.groups and asked.id not in facts and not (corrects or counts_people):
            answer = read_bare_answer(text, asked, self._lexicon, today)
            if answer is not None and can_be(self._rulebook.book, asked.id, answer):
                facts[asked.id] = answer
        if not topics and not split.groups:
            facts = {**read_outcome(text, session.topics, self._rulebook), **facts}
        some = (
            ()
            if beside
            else self._some_of_those_before(bare, said, split.groups, facts, session, corrects=is_correction)
        )
        if some:
            facts = {fact: value for fact, value in facts.items() if not any(fact in g.facts for g in some)}
        if not (facts or some or split.groups or topics) and is_failure(text.split(",")[0].rstrip("。!")):
            facts = self._missed(session, asked)
        outside = [span for span in named if self._is_elsewhere(span.meaning)]
        policies = self._policies(text)
        places_of = (policy.about.region for policy in self._library.policies if policy.id in policies)
        regions = tuple(region.code for region in places.matters)
        return Reading(
            text=text,
            bare=bare,
            # Who names a document and no place means the document's place.
            regions=regions or (() if session.regions else tuple(dict.fromkeys(places_of))),
            rank_of=tuple(region.code for region in places.ranks),
            province=self._province(text, facts),
            facts=facts,
            groups=some or tuple(GroupReading(own, values) for own, values in split.groups),
            some=bool(some),
            of_fewer=of_fewer,
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

    def _names_in(self, text: str, session: Session) -> tuple[str, Places, str, list[Found[str]]]:
        """The text, its places, the text without them, and the topics that it names.

        Where nothing of a kind is named, nor talked about already, names are looked for by their sound.
        """
        talk = self._talk(text, session)
        places = read_places(text, self._regions, self._held, self._lexicon, talk)
        if not places.matters and not session.regions:
            text = respell(text, self._place_sounds)
            places = read_places(text, self._regions, self._held, self._lexicon, talk)
        bare, named = self._topics_in(text, places, session)
        # 高及技师 holds 技师, and is 高级技师
        text = respell(text, self._kind_sounds)
        bare, named = self._topics_in(text, places, session)
        if not named and not session.topics:
            text = respell(text, self._topic_sounds)
            bare, named = self._topics_in(text, places, session)
            here = self._topics_of(region.code for region in places.matters) if places.matters else None
            named = named or self._topics.hinted(bare, here)
        return text, places, bare, named

    def _talk(self, text: str, session: Session) -> Talk:
        """What tells where somebody comes from, or belongs, from the place that is asked about."""
        asked = self._open_question(session)
        of_homes = asked is not None and (asked.of_place or bool(asked.homes))
        return Talk(session.regions, bool(self._origins_asked(text, session)), of_homes)

    def _origins_asked(self, text: str, session: Session) -> set[str]:
        """The facts of where people come from of which the text, or what was said before, speaks."""
        origins = {spec.id for spec in self._rulebook.book if spec.origin_places}
        topics = (self._rulebook.topics[topic] for topic in session.topics)
        before = {session.asked, *(fact for topic in topics for fact in topic.implied_by)}
        return {fact for fact in origins if fact in before or self._facts.spans(text, {fact})}

    def _topics_of(self, regions: Iterable[str], *, own: bool = False) -> set[str]:
        """The topics on which there is a rule in one of the places.

        `own`: those of what is nearest to it only, of Jinjiang not what the province has.
        """
        contains = self._regions.contains
        over = {code: [held for held in self._held if contains(held, code)] for code in regions}
        nearest = {
            code: max(held, key=lambda one: len(self._regions.ancestors(one)))
            for code, held in over.items()
            if held
        }
        meant = set(nearest.values()) if own else {one for held in over.values() for one in held}
        return {rule.benefit.topic for rule in self._rulebook.rules if rule.policy.about.region in meant}

    def _flags(self, text: str, outside: Sequence[Found[str]]) -> frozenset[str]:
        """The lists of which it has a word; what is not held says nothing of training (高级工|程师)."""
        rest = _without(text, tuple((found.start, found.end) for found in outside))
        return frozenset(
            name for name in FLAGS if (rest if name == "training" else text) in self._lexicon.lists[name]
        )

    def _province(self, text: str, facts: Mapping[str, Value]) -> tuple[str, ...]:
        """The province that 省里 means: the only one of which a policy is held, or none.

        省级 means it too where something was said that no other place's rules ask for.
        """
        held = tuple(code for code in self._held if code.endswith("0000"))
        its_own = "省级" in text and facts.keys() & self._of_province
        return held if len(held) == 1 and (its_own or text in self._lexicon.lists["province"]) else ()

    def _topics_in(self, text: str, places: Places, session: Session) -> tuple[str, list[Found[str]]]:
        """The text without names of places, and the topics named in it; what was had is no topic."""
        bare = _without(text, places.spans)
        # 职业技能提升工程方案 names a document, and no training.
        documents = (*self._titles.find(bare), *self._lexicon.lists["not_asking"].find(bare))
        spans = (*self._facts.spans(bare, self._had), *((found.start, found.end) for found in documents))
        rest = _without(bare, spans)
        matters = [region.code for region in places.matters]
        where = matters or session.regions or self._province(text, {})
        return bare, self._topics.named(rest, self._topics_of(where, own=True))

    def _some_of_those_before(
        self,
        text: str,
        said: Sequence[Said],
        groups: Sequence[Group],
        facts: Mapping[str, Value],
        session: Session,
        *,
        corrects: bool,
    ) -> tuple[GroupReading, ...]:
        """The groups, or the one that the facts speak of, where they are some of those counted before."""
        counts = [item for item in said if item.fact == HEADCOUNT]
        if not (session.groups or HEADCOUNT in session.facts):
            return ()
        book = self._rulebook.book
        everybody = book.parse(session.facts).get(HEADCOUNT)
        if not counts or not (
            names_some(text, counts[0].start) or lack_of_more(text, counts[0], everybody, corrects=corrects)
        ):
            return ()
        own = {fact: value for fact, value in facts.items() if fact != ASKER and book[fact].kind != "date"}
        if not groups and have_failed(text, counts[0].end):
            own[CERTIFICATE] = False
        told = groups or [((), own)]
        tells_kind = any(book[fact].splits or book[fact].kind == "choices" for _, own in told for fact in own)
        if tells_kind and not are_among(text, counts[0].start):
            return ()
        return tuple(GroupReading(topics, values) for topics, values in told)

    def _headcount(self, session: Session) -> int | None:
        """How many people were spoken of before, where that is one number."""
        spoken_of = self._rulebook.book.parse(session.facts).get(HEADCOUNT)
        exact = isinstance(spoken_of, Quantity) and spoken_of.is_exact and not session.groups
        return int(spoken_of.low) if isinstance(spoken_of, Quantity) and exact else None

    def _missed(self, session: Session, asked: FactSpec | None) -> dict[str, Value]:
        """What 还没考上 says of the level or the award that was spoken of before."""
        if asked is not None and not (asked.awarded or asked.assume_one):
            return {}
        book = self._rulebook.book
        missed: dict[str, Any] = {}
        for fact, value in book.parse(session.facts).items():
            if book[fact].awarded is True and book[fact].kind == "choice":
                missed |= book[fact].missed(value)
        return book.parse(missed)

    def _open_question(self, session: Session) -> FactSpec | None:
        """The fact that the last reply asked for."""
        book = self._rulebook.book
        return book[session.asked] if session.asked is not None and session.asked in book else None

    def _is_beside(self, said: Sequence[Said], topics: Collection[str], session: Session) -> bool:
        """Whether people are added who differ from those named before: 再加2名高级工, 再加5人以工代训."""
        if not any(item.adds and item.fact == HEADCOUNT for item in said):
            return False
        book = self._rulebook.book
        before = book.parse(session.facts)
        if session.groups or not (session.topics or HEADCOUNT in before):
            return bool(session.groups)
        other_kind = any(book[s.fact].splits and before.get(s.fact) != s.value for s in said)
        return other_kind or (bool(session.topics) and not set(topics) <= set(session.topics))

    def _with_origins(
        self, said: Sequence[Said], places: Places, bare: str, session: Session, *, sums: bool
    ) -> list[Said]:
        """What was said, with what follows from where people come from; `sums`: with what it adds to."""
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
        asked = self._origins_asked(bare, session) - {item.fact for item in (*said, *origins)}
        strange = [start for start, (facts, _) in meant.items() if not facts]
        origins += [Said(fact, UNSURE, start, start) for fact in asked for start in strange[:1]]
        # 不是新疆籍的，结对帮扶那1500能领吗: the benefit is only named.
        foreign = {item.fact for item in named if item.value is False} - some
        said = [item for item in said if item.fact not in foreign or item.value is not True]
        items = (self._added(item, session) if sums else item for item in (*said, *origins))
        return sorted(items, key=lambda item: item.start)

    def _event(self, text: str, today: date) -> dict[str, Value]:
        """The day on which something happened."""
        lists = self._lexicon.lists
        day = find_event_date(text, lists["event"], lists["history"], today)
        return {} if day is None else {"event_date": day}

    def _added(self, said: Said, session: Session) -> Said:
        """再加2个: the number with what was said before."""
        before = self._rulebook.book.parse(session.facts).get(said.fact) if said.adds else None
        if not isinstance(before, Quantity) or not isinstance(said.value, Quantity):
            return said
        high = None if before.high is None or said.value.high is None else before.high + said.value.high
        value = Quantity(before.low + said.value.low, high)
        return replace(said, value=value) if can_be(self._rulebook.book, said.fact, value) else said

    def _is_elsewhere(self, topic: str) -> bool:
        return self._rulebook.topics[topic].elsewhere is not None

    def _policies(self, text: str) -> tuple[str, ...]:
        """The policies named by title, by whole number, or by its last part (141号文)."""
        squeezed = re.sub(r"\s", "", text)
        named = [found.meaning for found in self._titles.find(squeezed)]
        whole = find_document_numbers(squeezed)
        tails = {match["number"] for match in _LAST_PART.finditer(squeezed)}
        for policy in self._library.policies:
            number = fold(policy.about.document_number or "")
            tail = re.search(r"(\d+)号$", number)
            if tail and (tail[1] in tails or any(other.endswith(number) for other in whole)):
                named.append(policy.id)
        return tuple(dict.fromkeys(named))


def _is_beside(item: Said, spans: Sequence[Found[str]]) -> bool:
    """Whether a fact was said in other words than these."""
    return not any(item.start < s.end and s.start < item.end for s in spans)


def _without(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    """The text with the names of places blanked, so that no word is read out of them."""
    for start, end in spans:
        text = text[:start] + BLANK * (end - start) + text[end:]
    return text


def _names_of(policy: Policy) -> list[str]:
    about = policy.about
    return [fold(name) for name in (about.title, about.short_title, *about.aliases)]

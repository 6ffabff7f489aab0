"""A message on its way to a Reading: how it is put, then what it tells."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal

from assistant.dialogue.facts.each import level_by_level
from assistant.dialogue.facts.fact_reader import FactReading
from assistant.dialogue.facts.matter_topics import facts_of_topics
from assistant.dialogue.facts.retold import without_wrong_count
from assistant.dialogue.facts.said import HEADCOUNT, HOLDER, Said
from assistant.dialogue.language.admit import admit_question
from assistant.dialogue.language.crowd_words import IT_IS
from assistant.dialogue.language.lessons import Lessons, multiply_days
from assistant.dialogue.language.lexicon import Lexicon
from assistant.dialogue.language.numerals import spell_out
from assistant.dialogue.language.persons import find_persons
from assistant.dialogue.language.private import mask_private
from assistant.dialogue.language.punctuation import punctuate
from assistant.dialogue.language.sentence import phrases
from assistant.dialogue.language.words import Found
from assistant.dialogue.models import Session
from assistant.dialogue.people.miscounted import put_amount_right, put_right
from assistant.dialogue.people.one_by_one import (
    asks_only_together,
    without_asking_together,
    without_left_out,
)
from assistant.dialogue.people.parts import Group
from assistant.dialogue.people.remainder import how_many_are_out, who_is_left
from assistant.dialogue.people.roster import known_persons
from assistant.dialogue.people.whose import without_others
from assistant.dialogue.places.asked_places import Places
from assistant.dialogue.places.names import Names
from assistant.dialogue.reading import Together
from assistant.rules.facts import Quantity, Value
from assistant.rules.rulebook import Rulebook
from assistant.search.tokens import fold

# 那省里的呢, of a workshop whose rank was talked of: the rank, and not the province's texts.
_RANK_ASKED = re.compile("(?<![全本我])([省市区])里(的?(?:呢|多少|给多少|评的|选的|评上|[?]|$))")


@dataclass(frozen=True)
class Message:
    """A message in the spelling in which it is read, and what it names."""

    everybody: str  # folded, in the common language, of all whom it counts
    text: str  # the same of those who are left when some are out, names in their own spelling
    bare: str  # the same without the names of places
    places: Places
    topics: tuple[Found[str], ...]  # that are held here
    outside: tuple[Found[str], ...]  # that are not
    private: bool
    together: Together  # for whom it asks what they get together
    asked: tuple[str, ...]  # who they are, where they are single persons
    out: tuple[str, ...]  # the persons who are not counted any more
    corrects: bool  # whether words say that something told before was wrong
    of_fewer: bool  # whether some of whom it names are out
    left_out: int  # how many, where that is one number
    lessons: Lessons | None  # the hours of one day, and on how many days

    @property
    def topic_ids(self) -> tuple[str, ...]:
        """The topics that are held here, each once."""
        return tuple(dict.fromkeys(span.meaning for span in self.topics))

    @property
    def beside(self) -> str:
        """The phrases that name no topic: 登记了,自己报的班 tells of what was asked for before."""
        if not self.topics:
            return self.text
        start, told = 0, []
        for phrase in phrases(self.bare):
            end = start + len(phrase)
            if not any(start <= span.start < end for span in self.topics):
                told.append(phrase)
            start = end
        return "".join(told)


@dataclass(frozen=True)
class Told:
    """What a message says, word by word."""

    said: tuple[Said, ...]
    groups: tuple[Group, ...]  # of people, and what is said of each
    shared: tuple[Said, ...]  # what is said of all
    numbers: FactReading
    adds: bool  # people of another kind, beside those named before
    aside: tuple[Group, ...]  # persons of whom it tells, and does not ask
    idle: frozenset[Decimal]  # numbers of people of whom is told nothing that matters


class Hearing:
    """Brings messages into the spelling in which they are read."""

    def __init__(self, names: Names, lexicon: Lexicon, rulebook: Rulebook) -> None:
        self._names = names
        self._lexicon = lexicon
        self._rulebook = rulebook

    def hear(self, message: str, before: Mapping[str, Value], session: Session) -> Message:
        """The message in the spelling in which it is read on, of those people whom it means.

        Raises BadInput, in Chinese, where there is nothing to read.
        """
        plain, private, lessons = self.put(message, before, session)
        book = self._rulebook.book
        if any("省级" in book[fact].choices for fact in facts_of_topics(session.topics, self._rulebook)):
            plain = _RANK_ASKED.sub(r"\1级\2", plain)
        known = known_persons(session)
        goes_on = bool(session.topics or session.groups or session.earlier)
        plain = without_others(plain, goes_on=goes_on)
        plain, out = without_left_out(plain, known) if known else (plain, ())
        as_put, together, asked = self._without_asking_together(plain, before, session, out)
        everybody = without_wrong_count(as_put)
        everybody = put_right(everybody, None if session.groups else self._one_count(before))
        corrects = as_put in self._lexicon.relation["correction"] or as_put != everybody
        left_out = session.left_out if corrects or IT_IS.match(as_put) else 0
        counted = _one_number(before, session, left_out)
        left = who_is_left(everybody, counted, left_out)
        named = self._names.find(left, session)
        persons = [(one.start, one.end) for one in find_persons(named.text, known)]
        persons = persons if session.topics or session.groups else []
        topics = [span for span in named.topics if not any(a <= span.start < b for a, b in persons)]
        return Message(
            everybody=everybody,
            text=named.text,
            bare=named.bare,
            places=named.places,
            topics=tuple(span for span in topics if not self._names.is_elsewhere(span.meaning)),
            outside=tuple(span for span in topics if self._names.is_elsewhere(span.meaning)),
            private=private,
            together=together,
            asked=asked,
            out=out,
            corrects=corrects,
            of_fewer=left != everybody,
            left_out=how_many_are_out(everybody, left, counted),
            lessons=lessons,
        )

    def put(
        self, message: str, before: Mapping[str, Value], session: Session
    ) -> tuple[str, bool, Lessons | None]:
        """The message in one spelling, amounts as they are by now; whether personal data were taken out.

        Behind that the hours of one day and the days. Raises BadInput where there is nothing to read.
        """
        plain, private = mask_private(self._plain(admit_question(message)))
        lessons = session.lessons if "class_hours" in before else None
        plain, lessons = multiply_days(plain, lessons)
        return put_amount_right(plain, before, self._rulebook.book), private, lessons

    def _plain(self, message: str) -> str:
        """The message in one spelling: parts parted, folded, in the common language, numbers as usual."""
        plain = spell_out(self._lexicon.dialect.plain(fold(punctuate(message))))
        return level_by_level(plain)

    def _without_asking_together(
        self, text: str, before: Mapping[str, Value], session: Session, out: Collection[str]
    ) -> tuple[str, Together, tuple[str, ...]]:
        """The message without the words that ask for several together, for whom it asks, and who they are."""
        if not (session.topics or session.groups or session.earlier):
            return without_asking_together(text, ())
        parse = self._rulebook.book.parse
        now: list[Mapping[str, Value]] = [*(parse(group.facts) for group in session.groups)] or [before]
        aside: list[Mapping[str, Value]] = [parse(group.facts) for group in session.earlier]
        now, aside = ([own for own in some if own.get(HOLDER) not in out] for some in (now, aside))
        rest, together, asked = without_asking_together(text, now, aside)
        return rest, Together.ALL if rest and asks_only_together(rest) else together, asked

    def _one_count(self, before: Mapping[str, Value]) -> int | None:
        """How many people were told before, or else how many of the one thing in 个: 7个工种."""
        in_pieces = [f for f in before if any(unit.startswith("个") for unit in self._rulebook.book[f].units)]
        counted = [HEADCOUNT] if HEADCOUNT in before else in_pieces
        value = before[counted[0]] if len(counted) == 1 else None
        return int(value.low) if isinstance(value, Quantity) and value.is_exact else None


def _one_number(before: Mapping[str, Value], session: Session, left_out: int) -> int | None:
    """How many people were spoken of before, with those left out, where that is one number."""
    spoken_of = before.get(HEADCOUNT)
    if not isinstance(spoken_of, Quantity) or not spoken_of.is_exact or session.groups:
        return None
    return int(spoken_of.low) + left_out

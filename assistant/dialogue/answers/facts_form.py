"""The facts of a conversation as a form shows them, and what a form corrects."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from assistant.dialogue.answers.desk import Desk
from assistant.dialogue.answers.group_names import is_kind
from assistant.dialogue.answers.validity_answer import day
from assistant.dialogue.facts.said import HEADCOUNT, PLACE
from assistant.dialogue.models import FactOut, Session
from assistant.rules.facts import FactBook, Facts, Value

REGION = "region"  # no fact of facts.yaml, but one that is asked for and said like them


@dataclass(frozen=True)
class Correction:
    """Facts that a form knows, those that it takes back, and the place where it names one."""

    facts: Facts
    forgotten: frozenset[str]
    regions: tuple[str, ...] | None  # codes; None: nothing is said of the place

    def apply(self, session: Session, book: FactBook) -> Session:
        """What was said before, corrected; what is said of all holds for every group of people."""
        touched = self.forgotten | self.facts.keys()
        kept = {fact: value for fact, value in session.facts.items() if fact not in self.forgotten}
        groups = (
            group.model_copy(update={"facts": {f: v for f, v in group.facts.items() if f not in touched}})
            for group in session.groups
        )
        return session.model_copy(
            update={
                "facts": {**kept, **book.store(self.facts)},
                "groups": tuple(groups),
                "left_out": 0 if HEADCOUNT in touched else session.left_out,
                "regions": session.regions if self.regions is None else self.regions,
            }
        )


def read_correction(raw: Mapping[str, Any], book: FactBook, find_region: Callable[[str], str]) -> Correction:
    """Facts as a request has them: a value as `FactBook.parse` reads it, null to forget what was said.

    Raises BadInput, in Chinese, for an unknown fact, place or value.
    """
    facts = {fact: value for fact, value in raw.items() if fact != REGION and value is not None}
    regions = None
    if REGION in raw:
        name = raw[REGION]
        regions = () if name is None else (find_region(str(name)),)
    forgotten = frozenset(fact for fact, value in raw.items() if value is None and fact != REGION)
    return Correction(book.parse(facts), forgotten, regions)


def facts_so_far(session: Session, desk: Desk) -> list[FactOut]:
    """What was said in a conversation, in people's words: the place, the facts, groups of people."""
    book = desk.rulebook.book
    places = "、".join(desk.place(region) for region in session.regions)
    told = []
    if places:
        options = list(desk.held_places())
        told.append(FactOut(fact=REGION, label="地区", value=places, kind=REGION, options=options))
    for fact, value in book.parse(session.facts).items():
        spec = book[fact]
        told.append(
            FactOut(
                fact=fact,
                label=spec.label,
                value=_in_words(book, fact, value),
                kind=spec.kind,
                unit=spec.unit,
                options=list(spec.options),
            )
        )
    for number, group in enumerate(session.groups, start=1):
        told_of = book.parse(group.facts)
        own = (
            desk.place(str(value)) if fact == PLACE else _of_a_group(book, fact, value)
            for fact, value in told_of.items()
        )
        topics = (desk.rulebook.topics[topic].label for topic in group.topics)
        words = "、".join((*topics, *own))
        told.append(FactOut(fact="", label=f"第{number}组", value=words, kind="group"))
    return told


def _of_a_group(book: FactBook, fact: str, value: Value) -> str:
    """A fact among others of a group: 四级 and 5人 speak for themselves, 否 and 12个月 do not."""
    if is_kind(fact, book) or fact == HEADCOUNT:
        return _in_words(book, fact, value)
    return f"{book[fact].label}：{_in_words(book, fact, value)}"


def _in_words(book: FactBook, fact: str, value: Value) -> str:
    if isinstance(value, date):
        return day(value)
    return book.show(fact, value).split("：", 1)[1]

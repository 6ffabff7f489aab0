"""How an answer calls the groups of people that it tells apart: 四级、5人 · 缴纳基本养老保险：否、1人."""

from collections.abc import Iterable, Sequence

from assistant.dialogue.facts.said import HEADCOUNT, HOLDER, ONE_PERSON, PLACE
from assistant.rules.facts import FactBook, Facts

_MOST_TELLING = 2
_NO_MARK = (HEADCOUNT, PLACE)  # the place stands ahead of the name where there are several


def name_groups(groups: Sequence[Facts], book: FactBook) -> tuple[str, ...]:
    """A name for each: its kind and number; for one person, or where another has the same, how it differs."""
    plain = [_name(own, (), book) for own in groups]
    names = []
    for own, name in zip(groups, plain, strict=True):
        namesakes = [
            other for other, its in zip(groups, plain, strict=True) if its == name and other is not own
        ]
        if namesakes:
            name = _name(own, _differs_in(own, namesakes, book), book)
        elif own.get(HEADCOUNT) == ONE_PERSON and not _kind(own, book):
            others = [other for other in groups if other is not own]
            name = _name(own, _differs_in(own, others, book), book)
        names.append(name)
    return tuple(names)


def join_names(names: Iterable[str]) -> str:
    """The names of those of whom the same is said: 三级、2人；四级、5人."""
    return "；".join(dict.fromkeys(filter(None, names)))


def _name(own: Facts, telling: Sequence[str], book: FactBook) -> str:
    kind = (book.show(fact, value).split("：", 1)[1] for fact, value in _kind(own, book).items())
    apart = (book.show(fact, own[fact]) for fact in telling)
    number = [book.show(HEADCOUNT, own[HEADCOUNT]).split("：", 1)[1]] if HEADCOUNT in own else []
    return "、".join((*kind, *apart, *number))


def _kind(own: Facts, book: FactBook) -> Facts:
    return {fact: value for fact, value in own.items() if is_kind(fact, book)}


def is_kind(fact: str, book: FactBook) -> bool:
    """Whether a fact by itself says who is meant: 四级, 爱人."""
    return book[fact].splits or fact == HOLDER


def _differs_in(own: Facts, groups: Sequence[Facts], book: FactBook) -> list[str]:
    """One fact that none of these shares, or else the first that not all of them share."""
    marks = [fact for fact in own if fact not in (*_NO_MARK, *_kind(own, book))]
    differing = [fact for fact in marks if any(other.get(fact) != own[fact] for other in groups)]
    alone = [fact for fact in differing if all(other.get(fact) != own[fact] for other in groups)]
    return alone[:1] or differing[:_MOST_TELLING]

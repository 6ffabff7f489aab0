"""Some of the people who were counted before, of whom a message tells more: 其中3个没签合同 after 20人."""

import re
from collections.abc import Mapping, Sequence

from assistant.dialogue.facts.said import ASKER, CERTIFICATE, HEADCOUNT, Said, facts_of, lack_of_more
from assistant.dialogue.people.parts import (
    Group,
    are_among,
    are_said_to_be,
    count_all,
    have_failed,
    is_among,
    is_otherwise,
    names_some,
    number,
)
from assistant.dialogue.reading import GroupReading
from assistant.rules.facts import FactBook, Facts, Quantity, Value

_SOME_MORE = re.compile("(?<!另外)(?<!另外,)(?:还|再|又|也)有$")


def some_of_before(
    text: str,
    said: Sequence[Said],
    groups: Sequence[Group],
    facts: Mapping[str, Value],
    wholes: Sequence[Facts],
    book: FactBook,
    *,
    corrects: bool,
    of_a_whole: bool,
) -> tuple[GroupReading, ...]:
    """The groups, or the one that the facts speak of, where they are some of those counted before.

    `text`: folded, without names of places; `facts`: what it says of all whom it counts; `wholes`: what is
    known of those counted before, group by group; `corrects`: whether words say that something was wrong;
    `of_a_whole`: whether some were told apart from the others before.
    """
    counts = [item for item in said if item.fact == HEADCOUNT]
    if not counts:
        return ()
    own = {fact: value for fact, value in facts.items() if fact != ASKER and book[fact].kind != "date"}
    if not groups and have_failed(text, counts[0].end):
        own[CERTIFICATE] = False
    told = groups or [((), own)]
    named = [whole for whole in wholes if all(_are_some_of(some, whole, book) for _, some in told)]
    everybody = wholes[0].get(HEADCOUNT) if len(wholes) == 1 else None
    if not (
        names_some(text, counts[0].start)
        or (of_a_whole and are_more_of_them(text, said, wholes, book))
        or lack_of_more(text, counts[0], everybody, corrects=corrects)
    ):
        return ()
    tells_kind = any(book[fact].splits or book[fact].kind == "choices" for _, own in told for fact in own)
    are_some = are_among(text, counts[0].start) or are_said_to_be(text, counts[0].end)
    # 有3个中级工没交社保, where fifteen were spoken of: three of the fifteen.
    are_some |= len(named) == 1 and all(is_otherwise(some, named[0]) for _, some in told)
    if tells_kind and not are_some:
        return ()
    return tuple(GroupReading(topics, values) for topics, values in told)


def are_more_of_them(text: str, said: Sequence[Said], wholes: Sequence[Facts], book: FactBook) -> bool:
    """Whether a number counts some more of those of whom some were told apart: 还有2个合同只有十个月."""
    count = next((item for item in said if item.fact == HEADCOUNT), None)
    if count is None or not _SOME_MORE.search(text[: count.start]):
        return False
    own = {fact: value for fact, value in facts_of(said).items() if fact != ASKER}
    return any(_are_some_of(own, whole, book) and is_otherwise(own, whole) for whole in wholes)


def _are_some_of(own: Facts, whole: Facts, book: FactBook) -> bool:
    """Whether people may be some of others by how many they are and by what tells groups apart."""
    some, everybody = number(own), number(whole)
    fewer = some is not None and everybody is not None and some < everybody
    return fewer and all(whole.get(fact) == value for fact, value in own.items() if book[fact].splits)


def is_parted(text: str, groups: Sequence[Group], said: Sequence[Said]) -> bool:
    """Whether the groups are the others of a number that stands first, and some who are counted behind it."""
    counts = [item.value for item in said if item.fact == HEADCOUNT]
    of_one = len(counts) == len(groups) or is_among(text)
    return of_one and len(groups) > 1 and counts[:1] == [Quantity.exactly(count_all(groups) or 0)]

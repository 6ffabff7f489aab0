"""Some of the people who were counted before, of whom a message tells more: 其中3个没签合同 after 20人."""

from collections.abc import Mapping, Sequence

from assistant.dialogue.parts import Group, are_among, are_said_to_be, have_failed, names_some
from assistant.dialogue.reading import GroupReading
from assistant.dialogue.said import ASKER, CERTIFICATE, HEADCOUNT, Said, lack_of_more
from assistant.rules.facts import FactBook, Value


def some_of_before(
    text: str,
    said: Sequence[Said],
    groups: Sequence[Group],
    facts: Mapping[str, Value],
    everybody: Value | None,
    book: FactBook,
    *,
    corrects: bool,
) -> tuple[GroupReading, ...]:
    """The groups, or the one that the facts speak of, where they are some of those counted before.

    `text`: folded, without names of places; `facts`: what it says of all whom it counts; `everybody`: how
    many were counted before; `corrects`: whether words say that something was wrong.
    """
    counts = [item for item in said if item.fact == HEADCOUNT]
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

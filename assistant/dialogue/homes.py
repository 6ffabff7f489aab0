"""What belonging to another place says of the place that is asked about: 户口在南安，住南安，工作也在南安."""

import re
from collections.abc import Sequence

from assistant.dialogue.places import Home
from assistant.dialogue.said import Said
from assistant.rules.facts import FactBook

_PART = re.compile(r"[^,。;!?、]+")


def with_homes(text: str, said: Sequence[Said], homes: Sequence[Home], book: FactBook) -> list[Said]:
    """What was said, without what was said of another place.

    Who belongs elsewhere in every way that a fact of the place names, and says of none that it is here, has
    denied the fact.
    """
    if not homes:
        return list(said)
    spans = [m.span() for m in _PART.finditer(text)]
    elsewhere = [(a, b) for a, b in spans if any(a <= home.start < b for home in homes)]
    elsewhere += [(home.since, home.end) for home in homes]
    kept = [
        item
        for item in said
        if not book[item.fact].of_place or not any(a <= item.start < b for a, b in elsewhere)
    ]
    ties = {home.tie for home in homes}
    told = {item.fact for item in kept if item.value is True}
    denied = [
        Said(spec.id, False, homes[0].start, homes[0].start)
        for spec in book
        if spec.homes and ties >= set(spec.homes) and spec.id not in told
    ]
    return [*kept, *denied]

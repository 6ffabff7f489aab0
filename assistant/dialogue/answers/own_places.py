"""Groups of people who are in several places, each in its own: 晋江厂24人，衢州厂10人."""

from collections.abc import Sequence

from assistant.dialogue.language.quantities import Mention, find_people
from assistant.dialogue.language.sentence import PHRASE_END
from assistant.dialogue.language.words import BLANK
from assistant.dialogue.people.parts import number
from assistant.dialogue.reading import Reading


def counted_in_places(reading: Reading) -> Sequence[Mention]:
    """The numbers of people ahead of which a place is named; none where one place is named."""
    if len(reading.regions) < 2:
        return ()
    people = find_people(reading.bare, exact=True)
    named = [m for m in people if BLANK in PHRASE_END.split(reading.bare[: m.start])[-1]]
    return named if len(named) > 1 else ()


def own_places(reading: Reading) -> tuple[str, ...]:
    """The code of the place of each group of a message, in order; () where not each has one of its own."""
    counts = [number(group.facts) for group in reading.groups]
    named = [mention.quantity.low for mention in counted_in_places(reading)]
    alone = len(reading.regions) == len(counts) and named == counts
    return reading.regions if alone and not reading.some else ()

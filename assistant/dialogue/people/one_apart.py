"""One of those who are counted, of whom is told alone what bars him: 8个人考了中级工，老张63了."""

from collections.abc import Sequence

from assistant.dialogue.facts.said import (
    ASKER,
    GENDER,
    HEADCOUNT,
    HOLDER,
    ONE_PERSON,
    Said,
    facts_of,
    gender_beside_age,
)
from assistant.dialogue.language.persons import ME, Person, Stretch
from assistant.dialogue.people.groups import Groups
from assistant.dialogue.people.parts import Group
from assistant.rules.facts import FactBook, Quantity


def one_apart(
    pieces: Sequence[Stretch], persons: Sequence[Person], said: Sequence[Said], book: FactBook
) -> Groups | None:
    """The others and the one; None where it is not so.

    `pieces`: the message, each with the persons of whom it speaks; `persons`: all whom it names.
    """
    counts = [item for item in said if item.fact == HEADCOUNT]
    named = [piece for piece in pieces if piece.is_named]
    number = counts[0].value if len(counts) == 1 else None
    if len(persons) != 1 or ME in persons or len(named) != 1 or not isinstance(number, Quantity):
        return None
    [person], [piece] = persons, named
    own = [item for item in said if piece.start <= item.start < piece.end and item.fact != ASKER]
    own += gender_beside_age(person.gender, own)
    bars = [item for item in own if item.fact != GENDER]
    if not bars or not all(item not in counts and book[item.fact].of_some for item in bars):
        return None
    if not number.is_exact or number.low < 2 or piece.start < counts[0].start:
        return None
    shared = tuple(item for item in said if item not in own and item not in counts)
    others: Group = ((), {HEADCOUNT: Quantity.exactly(number.low - 1)})
    return Groups((others, ((), {HOLDER: person.key, HEADCOUNT: ONE_PERSON, **facts_of(own)})), shared)

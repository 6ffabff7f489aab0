"""Several certificates that a message names, and one person who holds them.

钳工中级、焊工高级都考下来了            → one person, where nobody else and no number of people is named
我们主管考了技师，我考了高级工          → two people
"""

import re
from collections.abc import Sequence

from assistant.dialogue.facts.certificates import names_other_people, tells_of_several
from assistant.dialogue.facts.said import ASKER, HEADCOUNT, ONE_PERSON, Said
from assistant.dialogue.language.persons import ME, Stretch
from assistant.dialogue.people.groups import Groups

_HAS_DONE = re.compile(
    "[都全](?:考|拿|取得)(?:下来|到|出来|了|过)|(?:考|拿)(?:下来|到手|出来)?了|考[下过出取]|取得了|拿[到下]|有"
)


def of_one_person(text: str, pieces: Sequence[Stretch], said: Sequence[Said], groups: Groups) -> Groups:
    """The groups of a folded text with one person for all of them, where they are his certificates."""
    named = {person for piece in pieces for person in piece.who}
    firm = any(item.fact == ASKER and item.value != "个人" for item in said)
    counted = any(item.fact == HEADCOUNT for item in said)
    levels = [value for _, own in groups.groups for value in own.values() if isinstance(value, str)]
    one_matter = len({topics for topics, _ in groups.groups if topics}) < 2
    of_a_firm = firm and (ME in named or not named)
    if len(groups.groups) < 2 or len(named) > 1 or of_a_firm or counted or not one_matter:
        return groups
    if not named and names_other_people(text):
        return groups
    if named and any(_is_of_others(item, pieces) for item in said if item.value in levels):
        return groups  # 我们主管考了技师，我考了高级工: somebody else's, whoever that is
    if not (named or tells_of_several(text)) and not _HAS_DONE.search(text):
        return groups
    return Groups(groups.groups, (*groups.shared, Said(HEADCOUNT, ONE_PERSON, 0, 0)))


def _is_of_others(item: Said, pieces: Sequence[Stretch]) -> bool:
    """Whether it is told in a piece that speaks of nobody who is named."""
    return any(piece.start <= item.start < piece.end and not piece.who for piece in pieces)

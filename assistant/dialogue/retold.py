"""A number that corrects what was told before, where no word names the fact: 记错了，是花了260万.

It is the fact whose old number is named beside it (不是210万，是260万), that a word points to, or the only
one of its kind. Of several nobody knows which is meant, and none is changed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.dialogue.fact_numbers import fits, in_unit_of
from assistant.dialogue.negation import PART_END
from assistant.dialogue.quantities import Mention
from assistant.dialogue.said import can_be
from assistant.rules.facts import FactBook, Facts, FactSpec, Quantity


@dataclass(frozen=True)
class Retold:
    """What a correction says, and the numbers that say it."""

    facts: dict[str, Quantity]
    mentions: tuple[Mention, ...]


def read_correction(text: str, idle: Sequence[Mention], before: Facts, book: FactBook) -> Retold:
    """The facts of before that numbers of a folded message correct which say no fact by themselves."""
    facts: dict[str, Quantity] = {}
    used: list[Mention] = []
    known = [spec for spec in book if isinstance(before.get(spec.id), Quantity)]
    for mention in idle:
        candidates = [spec for spec in known if fits(spec, mention) and spec.id not in facts]
        if any(in_unit_of(spec, mention.quantity) == before[spec.id] for spec in candidates):
            used.append(mention)  # the old number
            continue
        spec = _meant(text, mention, idle, candidates, before)
        value = None if spec is None else in_unit_of(spec, mention.quantity)
        if spec is not None and value is not None and can_be(book, spec.id, value):
            facts[spec.id] = value
            used.append(mention)
    return Retold(facts, tuple(used) if facts else ())


def _meant(
    text: str, mention: Mention, idle: Sequence[Mention], candidates: Sequence[FactSpec], before: Facts
) -> FactSpec | None:
    old = [s for s in candidates if any(in_unit_of(s, m.quantity) == before[s.id] for m in idle)]
    part = PART_END.split(text[: mention.start])[-1]
    pointed_to = [spec for spec in candidates if any(word in part for word in spec.again)]
    return next((some[0] for some in (old, pointed_to, candidates) if len(some) == 1), None)

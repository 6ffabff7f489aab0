"""A fact that was said in a message, and what keeps a word or a number from saying it."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from assistant.dialogue.negation import PART_END
from assistant.errors import BadInput
from assistant.rules.facts import FactBook, FactSpec, Value

# The facts that reading knows by name: who asks, and how many people it is about.
ASKER, HEADCOUNT = "asker", "headcount"
_OTHER_YEAR = re.compile(r"去年|前年|往年|上一年|以前|之前|(?:19|20)\d\d年")


@dataclass(frozen=True)
class Said:
    """A fact that was said, and where."""

    fact: str
    value: Value
    start: int
    end: int
    adds: bool = False  # 再加2个工种: to be added to what was said before


def facts_of(said: Iterable[Said]) -> dict[str, Value]:
    """The facts; where one is said twice the last stands, and of groups of people all."""
    facts: dict[str, Value] = {}
    for item in said:
        earlier = facts.get(item.fact)
        if isinstance(earlier, frozenset) and isinstance(item.value, frozenset):
            facts[item.fact] = earlier | item.value
        else:
            facts[item.fact] = item.value
    return facts


def speaks_now(spec: FactSpec, topics: Collection[str]) -> bool:
    """Whether a fact can be said while these topics are talked about."""
    return not spec.topics or bool(set(spec.topics) & set(topics))


def is_of_other_year(spec: FactSpec, text: str, start: int) -> bool:
    """去年领了两次 says nothing of a fact of this year."""
    return spec.this_year and _OTHER_YEAR.search(PART_END.split(text[:start])[-1]) is not None


def can_be(book: FactBook, fact: str, value: Value) -> bool:
    """Whether the next turn can read the value back: no number beyond all that can be."""
    try:
        book.parse(book.store({fact: value}))
    except BadInput:
        return False
    return True

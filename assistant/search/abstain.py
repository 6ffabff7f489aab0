"""When nothing is said to be found: the question is about something else, or what was found is too little."""

import math
from dataclasses import dataclass

from assistant.search.two_banks import Nearest

# How much of a question the best clause must say by its BM25 score, in weights of a term that no clause has.
LEAST = 0.5
# By how much each sign speaks for a question that nothing here answers, and from which chance on it is one.
# Fitted by `python -m evals.retrieval.calibrate`; docs/search.md has what it printed.
WEIGHTS = {
    "words": 0.89,
    "meaning": 4.3,
    "held": -0.25,
    "clause": -0.28,
    "unknown": 1.72,
    "named": 3.16,
    "of_training": 3.85,
    "of_the_field": -0.64,
    "training": -2.73,
    "money": -2.81,
    "always": 1.24,
}
LIMIT = 0.5


@dataclass(frozen=True)
class Signs:
    """What tells whether a question is about something that no clause speaks of; it names no places."""

    nearest: Nearest  # the nearest question that clauses answer, and the nearest that none does
    clause: float  # the best clause's BM25 score, in weights of a term that no clause has
    unknown: float  # the share, 0 to 1, of its terms' weight that no clause has
    named: bool  # whether a word of what is not held stands in it (corpus/elsewhere.yaml)
    of_training: bool  # whether what is named so is asked of training itself
    of_the_field: bool  # whether a word of the field stands in it, or a topic that is held
    training: bool  # whether it speaks of learning a trade
    money: bool  # whether it asks for money


def is_outside(signs: Signs) -> bool:
    """Whether a question is more likely about something that no clause speaks of."""
    chance = 1 / (1 + math.exp(-math.fsum(WEIGHTS[name] * value for name, value in values(signs).items())))
    return chance > LIMIT


def values(signs: Signs) -> dict[str, float]:
    """The signs as numbers, by the names of their weights."""
    near = signs.nearest
    return {
        "words": near.elsewhere_words - near.held_words,
        "meaning": near.elsewhere_meaning - near.held_meaning,
        "held": near.held_words,
        "clause": signs.clause,
        "unknown": signs.unknown,
        "named": float(signs.named),
        "of_training": float(signs.of_training),
        "of_the_field": float(signs.of_the_field),
        "training": float(signs.training),
        "money": float(signs.money),
        "always": 1.0,
    }


def says_too_little(score: float, rarest: float) -> bool:
    """Whether the best clause says so little of what is asked that nothing is found.

    `score`: its BM25 score (Hit.keyword.score) for the question without the names of places, which every
    clause of the place has. `rarest`: the weight of a term that no clause has (Searcher.rarest).
    """
    return score < LEAST * rarest

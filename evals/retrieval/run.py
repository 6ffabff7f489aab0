"""Asking every question of every way, and what came of it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter

from evals.retrieval.metrics import DEPTH, judge, mean
from evals.retrieval.questions import Question
from evals.retrieval.ways import Way


@dataclass(frozen=True)
class Ranked:
    """A question and what a way made of it; `took` in milliseconds."""

    question: Question
    ranking: tuple[str, ...]
    took: float

    @property
    def first(self) -> int | None:
        """The rank of the first clause that answers; None where none is among the best."""
        found = (at for at, clause in enumerate(self.ranking, 1) if clause in self.question.right)
        return next(found, None)


@dataclass(frozen=True)
class Outcome:
    """What a way made of every question."""

    way: str
    ranked: tuple[Ranked, ...]

    def of(self, chosen: Callable[[Question], bool]) -> "Outcome":
        """The part of the questions that is chosen."""
        return Outcome(self.way, tuple(one for one in self.ranked if chosen(one.question)))

    def figures(self) -> dict[str, float]:
        """The mean of each figure."""
        return mean(judge(one.ranking, one.question.right) for one in self.ranked)

    def times(self) -> list[float]:
        """How long each question took, in milliseconds."""
        return [one.took for one in self.ranked]


def ask_all(way: Way, questions: Iterable[Question]) -> Outcome:
    """Ask a way every question."""
    ranked = []
    for question in questions:
        start = perf_counter()
        ranking = tuple(way.rank(question))
        ranked.append(Ranked(question, ranking[:DEPTH], (perf_counter() - start) * 1000))
    return Outcome(way.name, tuple(ranked))


def wrong_places(
    outcome: Outcome, policy_of: Mapping[str, str], speaks_for: Callable[[str, str], bool]
) -> Sequence[Ranked]:
    """The questions that name a place and get a policy of another one on top.

    `policy_of`: clause id -> policy id. `speaks_for`: whether a policy (id) holds in a place (code).
    """
    return [
        one
        for one in outcome.ranked
        if one.question.region
        and one.ranking
        and not speaks_for(policy_of[one.ranking[0]], one.question.region)
    ]

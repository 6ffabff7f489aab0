"""Two banks of questions, of what clauses answer and of what none does: which one a question is nearer to.

The questions are documents of an index of their own, one each, and are found as clauses are.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assistant.documents.models import Clause
from assistant.search.search import Hit, Searcher

HELD, ELSEWHERE = "held", "elsewhere"  # as if each bank were a policy

Bank = Mapping[str, Iterable[str]]


@dataclass(frozen=True)
class Nearest:
    """How near the nearest question of each bank comes."""

    held_words: float  # BM25, in weights of a term that no question has; 0 where no term is shared
    held_meaning: float  # cosine of the same question
    elsewhere_words: float
    elsewhere_meaning: float
    topic: str | None  # whose question it is of those that are not answered here


class TwoBanks:
    """What the clauses answer beside what they do not."""

    def __init__(self, searcher: Searcher) -> None:
        """`searcher`: an index of `documents`."""
        self._searcher = searcher

    def nearest(self, question: str) -> Nearest:
        """The nearest question of each bank to one that names no places."""
        held, elsewhere = (self._best(question, bank) for bank in (HELD, ELSEWHERE))
        return Nearest(
            *self._said(held),
            *self._said(elsewhere),
            topic=elsewhere.clause.path.split("/")[0] if elsewhere else None,
        )

    def _best(self, question: str, bank: str) -> Hit | None:
        return next(iter(self._searcher.search(question, policies=(bank,), limit=1)), None)

    def _said(self, hit: Hit | None) -> tuple[float, float]:
        if hit is None:
            return 0.0, 0.0
        return hit.keyword.score / self._searcher.rarest, hit.dense.score if hit.dense else 0.0


def documents(held: Bank, elsewhere: Bank) -> list[Clause]:
    """Every question as a document.

    `held`: clause id -> questions that it answers. `elsewhere`: topic -> questions that nothing answers.
    """
    return [
        Clause(bank, f"{owner}/{number}", "body", "", (), question, 0, len(question))
        for bank, asked in ((HELD, held), (ELSEWHERE, elsewhere))
        for owner, questions in asked.items()
        for number, question in enumerate(questions)
    ]

"""Questions asked before: where those like a new one were answered, its answer is likely to stand too.

A text that answers nobody's question so far may lie in the law, and beside the article, that questions like
this one are answered by. Past questions are weighed by how like the new one they are (a softmax over the
cosines); each passes its weight on to the clauses that answered it, to what stands near them, and to their
documents. All that comes of it is a lift: whatever nobody asked about keeps its score.
"""

from collections.abc import Collection, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from assistant.search.vectors import VectorIndex

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from assistant.search.dense import Embedder

# All measured, see docs/search.md.
SHARPNESS = 12.0  # by which cosines are multiplied before the softmax
DOCUMENT_WEIGHT, NEAR_WEIGHT = (
    0.3,
    0.3,
)  # the lift where all past questions agree, in scores of the best clause
REACH = 10.0  # so many clauses away a vote has fallen to 1/e
FARTHEST = 70  # clauses; beyond them a vote is below LEAST
LEAST = 1e-3  # the share of the votes that begins to count; from here on they count by their logarithm


class PastQuestions:
    """Past questions with the places of their answers, among clauses in the order of the library."""

    def __init__(
        self, vectors: VectorIndex, answers: Sequence[Collection[int]], documents: Sequence[str]
    ) -> None:
        """`answers`: the positions of the clauses that answer each question, one at least.

        `documents`: the document that each clause is of; those of one document follow one another.
        """
        import numpy as np

        self._vectors, self._size = vectors, len(documents)
        self._every = np.arange(vectors.size, dtype=np.intp)
        numbers: dict[str, int] = {}
        self._document = np.array([numbers.setdefault(one, len(numbers)) for one in documents], np.intp)
        # A row for each pair of a question and a clause that answers it; a question has one vote to share.
        self._asked = np.repeat(self._every, [len(one) for one in answers])
        self._answered = np.array([clause for one in answers for clause in one], np.intp)
        self._part = np.repeat([1 / len(one) for one in answers], [len(one) for one in answers])
        self._from, self._to, self._nearness = self._neighbourhood(documents)

    @classmethod
    def build(
        cls, answered: Mapping[str, Collection[int]], documents: Sequence[str], embedder: "Embedder"
    ) -> "PastQuestions":
        """`answered`: each question and the positions of what answers it. `documents`: as above."""
        vectors = VectorIndex.build(list(answered), embedder, lambda *_: None)
        return cls(vectors, list(answered.values()), documents)

    def lift(self, query: str) -> "NDArray[np.float64]":
        """How far each clause is lifted, at most DOCUMENT_WEIGHT + NEAR_WEIGHT; 0 where no word is known."""
        import numpy as np

        cosines = self._vectors.scores(query, self._every) if self._vectors.size else None
        if cosines is None:
            return np.zeros(self._size)
        weights = np.exp(SHARPNESS * (cosines.astype(np.float64) - cosines.max()))
        votes = (weights / weights.sum())[self._asked] * self._part
        clauses = _sums(self._answered, votes, self._size)
        near = _sums(self._to, clauses[self._from] * self._nearness, self._size)
        documents = _sums(self._document, clauses, self._size)[self._document]
        lift: NDArray[np.float64] = DOCUMENT_WEIGHT * _counted(documents) + NEAR_WEIGHT * _counted(near)
        return lift

    def _neighbourhood(
        self, documents: Sequence[str]
    ) -> tuple["NDArray[np.intp]", "NDArray[np.intp]", "NDArray[np.float64]"]:
        """From which clause, to which one of its document, and what share of a vote goes there."""
        import numpy as np

        spans, start = [], 0
        for _, held in groupby(documents):
            end = start + sum(1 for _ in held)
            spans.append((start, end))
            start = end
        first, last = (
            np.repeat([span[side] for span in spans], [b - a for a, b in spans]) for side in (0, 1)
        )
        found = np.unique(self._answered)
        reached = [
            np.arange(max(first[one], one - FARTHEST), min(last[one], one + FARTHEST + 1), dtype=np.intp)
            for one in found
        ]
        origin = np.repeat(found, [len(one) for one in reached])
        target = np.concatenate([self._every[:0], *reached])
        return origin, target, np.exp(-np.abs(target - origin) / REACH)


def _sums(places: "NDArray[np.intp]", shares: "NDArray[np.float64]", size: int) -> "NDArray[np.float64]":
    """What falls to each of `size` places."""
    import numpy as np

    return np.bincount(places, shares, size).astype(np.float64)


def _counted(shares: "NDArray[np.float64]") -> "NDArray[np.float64]":
    """Shares of the votes, 0 to 1, by their logarithm: 0 for none of them, 1 for all."""
    import numpy as np

    counted: NDArray[np.float64] = np.log1p(shares / LEAST) / np.log1p(1 / LEAST)
    return counted

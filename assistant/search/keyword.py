"""Keyword search: BM25 over the terms of each clause."""

import math
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.documents.models import Clause
from assistant.search.tokens import terms

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Measured on questions about policies and about statutes.
K1, B = 0.9, 0.75


def document_text(clause: Clause, title: str, extra: str) -> str:
    """What a clause is found by: the title, the headings above it, its own text, and questions it answers."""
    return "\n".join((title, *clause.headings, clause.heading, clause.text, extra))


class KeywordIndex:
    """Scores of documents, by position, for the terms of a question."""

    def __init__(self, model: Any) -> None:
        self._model = model
        self._vocabulary: dict[str, int] = model.vocab_dict
        self._starts: list[int] = model.scores["indptr"].tolist()
        self.size = int(model.scores["num_docs"])

    @classmethod
    def build(cls, texts: Iterable[str]) -> "KeywordIndex":
        """An index of texts, which are cut one at a time: the terms of many would fill the memory."""
        import bm25s

        # Numbered by first appearance: bm25s would number them by the order of a set, which no run repeats.
        vocabulary: dict[str, int] = {}
        numbered = [[vocabulary.setdefault(term, len(vocabulary)) for term in terms(text)] for text in texts]
        # bm25s cannot do without a word: where there is none, every document has one that nobody asks for.
        if not vocabulary:
            vocabulary, numbered = {"": 0}, [[0] for _ in numbered] or [[0]]
        model = bm25s.BM25(k1=K1, b=B, method="lucene")
        model.index((numbered, vocabulary), show_progress=False)
        return cls(model)

    def save(self, folder: Path) -> None:
        """Write the index into a folder of its own."""
        self._model.save(folder, show_progress=False)

    @classmethod
    def load(cls, folder: Path) -> "KeywordIndex":
        """Read what `save` wrote. Raises whatever a damaged file leads to."""
        import bm25s

        return cls(bm25s.BM25.load(folder, show_progress=False))

    def scores(self, query: Sequence[str]) -> "NDArray[np.float32]":
        """The BM25 score of every document."""
        known = [self._vocabulary[term] for term in query if term in self._vocabulary]
        scores: NDArray[np.float32] = self._model.get_scores_from_ids(known)
        return scores

    def coverage(self, query: Iterable[str], positions: "NDArray[np.intp]") -> "NDArray[np.float64]":
        """The share, 0 to 1, of the weight of a question's terms that stands in each of these documents."""
        import numpy as np

        found, whole = np.zeros(len(positions)), []
        for term in dict.fromkeys(query):
            holders, weight = self._holders(term), self.weight(term)
            whole.append(weight)
            if holders.size:
                at = np.minimum(holders.searchsorted(positions), holders.size - 1)
                found[holders[at] == positions] += weight
        return np.minimum(found / (math.fsum(whole) or 1), 1)

    def weight(self, term: str) -> float:
        """How telling a term is: its inverse document frequency, highest where no document has it."""
        return self._weight_of(len(self._holders(term)))

    @property
    def rarest(self) -> float:
        """The weight of a term that no document has."""
        return self._weight_of(0)

    def _weight_of(self, holders: int) -> float:
        return math.log(1 + (self.size - holders + 0.5) / (holders + 0.5))

    def _holders(self, term: str) -> "NDArray[np.int32]":
        """The positions of the documents that have a term, in ascending order."""
        number = self._vocabulary.get(term)
        start, end = (0, 0) if number is None else self._starts[number : number + 2]
        holders: NDArray[np.int32] = self._model.scores["indices"][start:end]
        return holders

"""Clause vectors: Chroma keeps them, a plain matrix that was read back out of Chroma serves them.

    chroma/       one collection, `clauses`: a record per clause, its place in the library and its policy
    vectors.npy   the same vectors, row by row

Opening Chroma takes longer than a whole answer, changes its files, and its filtered queries are slower than
the exact product over the filtered rows: docs/search.md has the figures.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.documents.models import Clause

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from assistant.search.dense import Embedder

CHROMA, MATRIX = "chroma", "vectors.npy"
COLLECTION = "clauses"
# Nothing is served from Chroma's graph: half of the usual effort goes into building it, more into asking it.
GRAPH = {"space": "ip", "ef_construction": 40, "ef_search": 200}
# What is done, how much of it, and of how much.
Progress = Callable[[str, int, int], None]
# Components are multiples of 1/GRID. Every product of two unit vectors, and every sum of such products, is
# then exact in 32 bits, so that equal clauses score equally whatever the filter, the order of summation and
# the number of threads. The rounding moves a cosine by some 0.0002.
GRID = 2048
_BATCH = 2000
# Clauses that fall on the same point are told apart by nothing: any of them may answer a query for itself.
_SELF = 0.999


class VectorIndex:
    """Unit vectors of documents, by position, with the model that made them and reads the questions."""

    def __init__(self, rows: "NDArray[np.float32]", embedder: "Embedder") -> None:
        self._rows, self._embedder = rows, embedder

    @classmethod
    def build(cls, texts: Sequence[str], embedder: "Embedder", progress: Progress) -> "VectorIndex":
        """The vectors of texts. Raises ValueError where the model gives no unit vectors of its dimensions."""
        import numpy as np

        rows = np.zeros((len(texts), embedder.dimensions), np.float32)
        for start in range(0, len(texts), _BATCH):
            batch = texts[start : start + _BATCH]
            rows[start : start + len(batch)] = _encode(embedder, batch)
            progress("计算向量", start + len(batch), len(texts))
        return cls(rows, embedder)

    @property
    def size(self) -> int:
        """How many documents there are."""
        return len(self._rows)

    def scores(self, query: str, positions: "NDArray[np.intp]") -> "NDArray[np.float32] | None":
        """The cosine of each document at `positions`; None for a question of which no word is known."""
        import numpy as np

        vector = _encode(self._embedder, [query])[0]
        if not vector.any():
            return None
        # Copying many rows takes longer than multiplying all of them.
        narrow = len(positions) * 4 < self.size
        rows = self._rows[positions] if narrow else self._rows
        # Not `@`: on a busy machine its threads wait for one another longer than the product takes.
        scores: NDArray[np.float32] = np.einsum("ij,j->i", rows, vector)
        return scores if narrow else scores[positions]

    def save(self, folder: Path, clauses: Sequence[Clause], progress: Progress) -> None:
        """Write Chroma, read it back, and write the matrix from what was read.

        Raises ValueError where Chroma does not give back what it was given.
        """
        import numpy as np

        with _Store(folder / CHROMA) as store:
            store.add(self._rows, clauses, progress)
        with _Store(folder / CHROMA) as store:
            rows = store.rows(len(clauses), self._rows.shape[1])
            if not np.array_equal(rows, self._rows):
                raise ValueError("Chroma holds other vectors than it was given")
            for row in rows[:: max(1, len(rows) // 3)]:
                if row.any() and store.nearest(row) < _SELF * (row @ row):
                    raise ValueError("Chroma does not find a clause by its own vector")
        np.save(folder / MATRIX, (rows * GRID).astype(np.int16), allow_pickle=False)

    @classmethod
    def load(cls, folder: Path, embedder: "Embedder") -> "VectorIndex":
        """Read the matrix that `save` wrote. Raises OSError or ValueError for a damaged one."""
        import numpy as np

        stored = np.load(folder / MATRIX, allow_pickle=False)
        if stored.ndim != 2 or stored.dtype != np.int16 or stored.shape[1] != embedder.dimensions:
            raise ValueError("no matrix of vectors of this model")
        return cls(stored.astype(np.float32) / np.float32(GRID), embedder)


def _encode(embedder: "Embedder", texts: Sequence[str]) -> "NDArray[np.float32]":
    """Vectors on the grid; a text without any known word has none, and is at 0."""
    import numpy as np

    given = np.asarray(embedder.encode(texts), dtype=np.float32)
    if given.shape != (len(texts), embedder.dimensions) or not np.abs(given).max(initial=0) <= 1.001:
        raise ValueError(f"{embedder.identity} gives no unit vectors of {embedder.dimensions} dimensions")
    rounded: NDArray[np.float32] = np.round(given * GRID) / np.float32(GRID)
    return rounded


class _Store:
    """The collection in a folder of its own, open until the block ends. One process, one folder, one life."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> "_Store":
        import chromadb
        from chromadb.config import Settings

        # Chroma's own types ask for more than its functions do.
        client: Any = chromadb.PersistentClient(self._folder, Settings(anonymized_telemetry=False))
        self._client = client
        self._collection = client.get_or_create_collection(
            COLLECTION, embedding_function=None, configuration={"hnsw": GRAPH}
        )
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def add(self, rows: "NDArray[np.float32]", clauses: Sequence[Clause], progress: Progress) -> None:
        for start in range(0, len(clauses), _BATCH):
            batch = clauses[start : start + _BATCH]
            self._collection.add(
                ids=_ids(start, len(batch)),
                embeddings=rows[start : start + len(batch)],
                metadatas=[
                    {"clause": clause.id, "policy": clause.policy_id, "path": clause.path} for clause in batch
                ],
            )
            progress("写入 Chroma", start + len(batch), len(clauses))

    def rows(self, count: int, dimensions: int) -> "NDArray[np.float32]":
        """Every vector in order. Raises ValueError where there are not `count` of them."""
        import numpy as np

        if self._collection.count() != count:
            raise ValueError(f"Chroma holds {self._collection.count()} vectors, not {count}")
        rows = np.zeros((count, dimensions), np.float32)
        for start in range(0, count, _BATCH):
            ids = _ids(start, min(_BATCH, count - start))
            page = self._collection.get(ids=ids, include=["embeddings"])
            found = [int(identifier) for identifier in page["ids"]]
            if len(found) != len(ids):
                raise ValueError(f"Chroma holds {len(found)} of {len(ids)} vectors from {start} on")
            rows[found] = page["embeddings"]
        return rows

    def nearest(self, vector: "NDArray[np.float32]") -> float:
        """The cosine of the nearest record."""
        found = self._collection.query(query_embeddings=[vector], n_results=1, include=["distances"])
        return 1.0 - float(found["distances"][0][0])


def _ids(start: int, count: int) -> list[str]:
    """A record's id is its clause's position in the library."""
    return [f"{position:07}" for position in range(start, start + count)]

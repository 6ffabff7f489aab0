"""Vectors: made, kept in Chroma, served from a matrix."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from assistant.documents.models import Clause
from assistant.search import vectors
from assistant.search.vectors import GRID, VectorIndex
from tests.search.embedder import HashedTerms

ROOT = Path(__file__).parents[2]
TEXTS = ["岗前培训每人五百元", "以工代训每月二百元", "竞赛每个工种一万元", "。。"]
MODEL = HashedTerms()


def silent(stage: str, done: int, total: int) -> None:
    """Nobody watches."""


def build(texts: Sequence[str] = TEXTS) -> VectorIndex:
    return VectorIndex.build(texts, MODEL, silent)


def every(index: VectorIndex) -> NDArray[np.intp]:
    return np.arange(index.size)


def clauses(count: int) -> list[Clause]:
    return [Clause("p", f"{n}", "body", "", (), text, 0, len(text)) for n, text in enumerate(TEXTS[:count])]


def cosines(index: VectorIndex, query: str) -> list[float]:
    scores = index.scores(query, every(index))
    assert scores is not None
    return [float(score) for score in scores]


def test_the_text_that_shares_most_is_nearest() -> None:
    for position, text in enumerate(TEXTS[:3]):
        scores = cosines(build(), text)
        assert scores.index(max(scores)) == position
        assert scores[position] == pytest.approx(1, abs=0.002)


def test_a_text_without_known_words_is_near_nothing_and_asks_for_nothing() -> None:
    assert cosines(build(), "岗前培训")[3] == 0
    assert build().scores("。。", np.arange(4)) is None


def test_only_the_positions_asked_for_are_scored_and_score_the_same() -> None:
    index = build([f"第{n}条培训{n}元" for n in range(200)])
    whole = cosines(index, "培训100元")
    for positions in ([], [7], list(range(0, 200, 11)), list(range(100, 190)), list(range(200))):
        scores = index.scores("培训100元", np.array(positions, np.intp))
        assert scores is not None
        assert scores.tolist() == [whole[position] for position in positions], "bit by bit, however summed"


def test_equal_texts_score_equally_wherever_they_stand() -> None:
    texts = ["岗前培训每人五百元"] * 37
    assert len(set(cosines(build(texts), "每人多少"))) == 1


def test_what_is_saved_is_what_is_loaded(tmp_path: Path) -> None:
    built = build()
    built.save(tmp_path, clauses(4), silent)
    assert cosines(VectorIndex.load(tmp_path, MODEL), "培训元") == cosines(built, "培训元")


def test_an_empty_library_has_vectors_too(tmp_path: Path) -> None:
    build([]).save(tmp_path, [], silent)
    assert VectorIndex.load(tmp_path, MODEL).size == 0


def test_chroma_holds_the_vectors_with_their_clauses(tmp_path: Path) -> None:
    build().save(tmp_path, clauses(4), silent)
    import chromadb
    from chromadb.config import Settings

    client: Any = chromadb.PersistentClient(tmp_path / vectors.CHROMA, Settings(anonymized_telemetry=False))
    held = client.get_collection(vectors.COLLECTION, embedding_function=None).get(
        include=["embeddings", "metadatas"]
    )
    client.close()
    assert held["ids"] == ["0000000", "0000001", "0000002", "0000003"]
    assert held["metadatas"][1] == {"clause": "p/1", "policy": "p", "path": "1"}
    stored = np.load(tmp_path / vectors.MATRIX)
    assert np.array_equal(np.asarray(held["embeddings"]) * GRID, stored)


def test_progress_is_told_to_the_end(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    index = VectorIndex.build(TEXTS, MODEL, lambda *step: told.append(step))
    index.save(tmp_path, clauses(4), lambda *step: told.append(step))
    assert told == [("计算向量", 4, 4), ("写入 Chroma", 4, 4)]


class Wrong(HashedTerms):
    """A model whose vectors cannot be used."""

    def __init__(self, rows: Any) -> None:
        super().__init__()
        self._rows = rows

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.asarray(self._rows, np.float32)


WRONG = [
    (np.zeros((4, 3)), "other dimensions"),
    (np.zeros((3, 64)), "a text without a vector"),
    (np.full((4, 64), 2.0), "no unit vectors"),
    (np.full((4, 64), np.nan), "no numbers"),
]


@pytest.mark.parametrize(("rows", "reason"), WRONG, ids=[reason for _, reason in WRONG])
def test_vectors_that_cannot_be_used_are_refused(rows: NDArray[np.float32], reason: str) -> None:
    with pytest.raises(ValueError, match="hashed-terms"):
        VectorIndex.build(TEXTS, Wrong(rows), silent)


def test_a_store_that_loses_or_changes_vectors_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add = vectors._Store.add

    def loses(self: Any, rows: Any, held: Sequence[Clause], progress: Any) -> None:
        add(self, rows[:-1], held[:-1], progress)

    def changes(self: Any, rows: Any, held: Sequence[Clause], progress: Any) -> None:
        add(self, rows[::-1], held, progress)

    for number, harm in enumerate((loses, changes)):
        monkeypatch.setattr(vectors._Store, "add", harm)
        with pytest.raises(ValueError, match="Chroma"):
            build().save(tmp_path / str(number), clauses(4), silent)
        assert not (tmp_path / str(number) / vectors.MATRIX).exists()


@pytest.mark.parametrize(
    ("stored", "reason"),
    [
        (np.zeros((4, 32), np.int16), "another model's dimensions"),
        (np.zeros((4, 64), np.float32), "other numbers"),
        (np.zeros(64, np.int16), "no rows"),
    ],
)
def test_a_foreign_matrix_is_refused(tmp_path: Path, stored: NDArray[Any], reason: str) -> None:
    np.save(tmp_path / vectors.MATRIX, stored)
    with pytest.raises(ValueError, match="matrix"):
        VectorIndex.load(tmp_path, MODEL)


def test_chroma_is_asked_to_send_and_to_serve_nothing() -> None:
    """Loading vectors does not even import it; building listens on no port and speaks to no host."""
    code = """
import socket, sys, tempfile
from pathlib import Path
from assistant.documents.models import Clause
from assistant.search.vectors import VectorIndex
from tests.search.embedder import HashedTerms

def refuse(*arguments):
    raise AssertionError(arguments)

socket.socket.bind = socket.socket.connect = refuse
with tempfile.TemporaryDirectory() as folder:
    index = VectorIndex.build(["培训"], HashedTerms(), lambda *step: None)
    assert "chromadb" not in sys.modules
    index.save(Path(folder), [Clause("p", "1", "body", "", (), "培训", 0, 2)], lambda *step: None)
    assert "chromadb" in sys.modules
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")

"""Building, opening and losing the index."""

import json
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from assistant.documents.models import Clause
from assistant.errors import StaleIndexError
from assistant.search import Searcher, build_in_memory, build_index, current_version, open_index
from tests.search.embedder import HashedTerms

QUERY = "岗前培训补贴"
MODEL = HashedTerms()
BOTH = pytest.mark.parametrize("model", [None, MODEL], ids=["words", "words and meaning"])


def ranking(searcher: Searcher) -> list[tuple[str, float, float | None]]:
    return [
        (hit.clause.id, hit.score, hit.dense.score if hit.dense else None) for hit in searcher.search(QUERY)
    ]


def versions(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_dir())


def service(folder: Path) -> Path:
    """The folder of the version in service."""
    name = current_version(folder)
    assert name is not None
    return folder / name


@BOTH
def test_what_was_built_is_opened_and_ranks_as_in_memory(
    tmp_path: Path, clauses: tuple[Clause, ...], titles: dict[str, str], model: HashedTerms | None
) -> None:
    extra = {"west/三2": "比赛"}
    built = build_index(tmp_path, clauses, titles=titles, extra=extra, embedder=model)
    opened = open_index(tmp_path, clauses, titles=titles, extra=extra, embedder=model)
    memory = build_in_memory(clauses, titles=titles, extra=extra, embedder=model)
    assert ranking(built) == ranking(opened) == ranking(memory)
    assert ranking(memory)


@BOTH
def test_an_empty_library_can_be_built_and_opened(tmp_path: Path, model: HashedTerms | None) -> None:
    build_index(tmp_path, [], embedder=model)
    assert open_index(tmp_path, [], embedder=model).search(QUERY) == []


def test_a_clause_without_any_word_can_be_built_and_opened(
    tmp_path: Path, make_clause: Callable[..., Clause]
) -> None:
    silent = [make_clause("p", "1", "……"), make_clause("p", "2", "。")]
    build_index(tmp_path, silent, embedder=MODEL)
    assert open_index(tmp_path, silent, embedder=MODEL).search(QUERY) == []


@BOTH
def test_a_fresh_index_is_not_built_again(
    tmp_path: Path, clauses: tuple[Clause, ...], model: HashedTerms | None
) -> None:
    build_index(tmp_path, clauses, embedder=model)
    first = current_version(tmp_path)
    build_index(tmp_path, clauses, embedder=model)
    assert current_version(tmp_path) == first


@BOTH
def test_the_pointer_moves_and_one_older_version_is_kept(
    tmp_path: Path, clauses: tuple[Clause, ...], model: HashedTerms | None
) -> None:
    seen = []
    for count in (3, 5, 6, 8):
        build_index(tmp_path, clauses[:count], embedder=model)
        seen.append(current_version(tmp_path))
    assert len(set(seen)) == 4
    assert versions(tmp_path) == sorted(str(version) for version in seen[-2:])


def cut_in_half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def flip_a_byte(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)


DAMAGE: list[tuple[Callable[[Path], object], str]] = [
    (lambda folder: shutil.rmtree(folder), "the folder is gone"),
    (lambda folder: (folder / "CURRENT").unlink(), "the pointer is gone"),
    (lambda folder: (folder / "CURRENT").write_bytes(b"\xff\xfe"), "the pointer is no text"),
    (lambda folder: (folder / "CURRENT").write_text("../elsewhere"), "the pointer leads out of the folder"),
    (lambda folder: (folder / "CURRENT").write_text("000009-00000000"), "the pointer leads nowhere"),
    (lambda folder: shutil.rmtree(service(folder)), "the version is gone"),
    (lambda folder: (service(folder) / "manifest.json").unlink(), "the manifest is gone"),
    (lambda folder: (service(folder) / "manifest.json").write_text("{"), "the manifest is no JSON"),
    (lambda folder: (service(folder) / "manifest.json").write_text("[]"), "the manifest is no mapping"),
    (lambda folder: (service(folder) / "extra.bin").write_bytes(b"1"), "a file too many"),
    *(
        (
            lambda folder, name=name, harm=harm: harm(service(folder) / name),
            f"{harm.__name__} {name}",
        )
        for name in (
            "keyword/data.csc.index.npy",
            "keyword/indices.csc.index.npy",
            "keyword/indptr.csc.index.npy",
            "keyword/vocab.index.json",
            "keyword/params.index.json",
            "vectors.npy",
        )
        for harm in (cut_in_half, flip_a_byte, Path.unlink)
    ),
]


@pytest.fixture(scope="module")
def intact(tmp_path_factory: pytest.TempPathFactory, clauses: tuple[Clause, ...]) -> Path:
    """An index in service; whoever harms it copies it first."""
    folder = tmp_path_factory.mktemp("intact")
    build_index(folder, clauses, embedder=MODEL)
    return folder


@pytest.mark.parametrize(("damage", "reason"), DAMAGE, ids=[reason for _, reason in DAMAGE])
def test_a_missing_or_damaged_index_is_refused_and_can_be_rebuilt(
    tmp_path: Path, intact: Path, clauses: tuple[Clause, ...], damage: Callable[[Path], object], reason: str
) -> None:
    folder = tmp_path / "indexes"
    shutil.copytree(intact, folder)
    expected = ranking(open_index(folder, clauses, embedder=MODEL))
    damage(folder)
    with pytest.raises(StaleIndexError, match="assistant index"):
        open_index(folder, clauses, embedder=MODEL)
    build_index(folder, clauses, embedder=MODEL)
    assert ranking(open_index(folder, clauses, embedder=MODEL)) == expected, reason


CHROMA_DAMAGE: list[tuple[Callable[[Path], object], str]] = [
    (shutil.rmtree, "Chroma is gone"),
    (lambda chroma: cut_in_half(chroma / "chroma.sqlite3"), "its database is truncated"),
    (lambda chroma: flip_a_byte(chroma / "chroma.sqlite3"), "its database is corrupt"),
    (
        lambda chroma: shutil.rmtree(next(path for path in chroma.iterdir() if path.is_dir())),
        "its graph is gone",
    ),
]


@pytest.mark.parametrize(("damage", "reason"), CHROMA_DAMAGE, ids=[reason for _, reason in CHROMA_DAMAGE])
def test_damage_to_chroma_is_mended_by_the_next_build_and_harms_no_answer(
    tmp_path: Path, intact: Path, clauses: tuple[Clause, ...], damage: Callable[[Path], object], reason: str
) -> None:
    folder = tmp_path / "indexes"
    shutil.copytree(intact, folder)
    damaged = current_version(folder)
    damage(service(folder) / "chroma")
    served = ranking(open_index(folder, clauses, embedder=MODEL))
    assert ranking(build_index(folder, clauses, embedder=MODEL)) == served, reason
    assert current_version(folder) != damaged
    held = chroma_count(service(folder) / "chroma")
    assert held == json.loads((service(folder) / "manifest.json").read_text())["clauses"]


def chroma_count(folder: Path) -> int:
    import chromadb
    from chromadb.config import Settings

    client: Any = chromadb.PersistentClient(folder, Settings(anonymized_telemetry=False))
    count = client.get_collection("clauses", embedding_function=None).count()
    client.close()
    return int(count)


def test_whoever_looks_into_chroma_makes_no_index_stale(
    tmp_path: Path, intact: Path, clauses: tuple[Clause, ...]
) -> None:
    folder = tmp_path / "indexes"
    shutil.copytree(intact, folder)
    assert chroma_count(service(folder) / "chroma")
    assert ranking(open_index(folder, clauses, embedder=MODEL))


def test_an_index_of_other_texts_titles_or_questions_is_stale(
    tmp_path: Path, clauses: tuple[Clause, ...], titles: dict[str, str]
) -> None:
    build_index(tmp_path, clauses, titles=titles)
    for changed, other_titles, extra in (
        (clauses[:-1], titles, None),
        (clauses[::-1], titles, None),
        (clauses, {**titles, "east": "别的方案"}, None),
        (clauses, titles, {"west/三2": "比赛"}),
    ):
        with pytest.raises(StaleIndexError, match=r"过期.*assistant index"):
            open_index(tmp_path, changed, titles=other_titles, extra=extra)
    open_index(tmp_path, clauses, titles=titles)


FOREIGN = [
    (MODEL, HashedTerms("another"), r"另一个嵌入模型.*hashed-terms.*another", "another model"),
    (MODEL, HashedTerms("hashed-terms", 32), "读不出来", "a model that changed under its name"),
    (MODEL, None, r"另一个嵌入模型.*hashed-terms.*无", "no model where there was one"),
    (None, MODEL, r"另一个嵌入模型.*无.*hashed-terms", "a model where there was none"),
]


@pytest.mark.parametrize(("made", "wanted", "says", "reason"), FOREIGN, ids=[row[-1] for row in FOREIGN])
def test_an_index_of_another_embedding_model_is_refused_and_rebuilt(
    tmp_path: Path,
    clauses: tuple[Clause, ...],
    made: HashedTerms | None,
    wanted: HashedTerms | None,
    says: str,
    reason: str,
) -> None:
    build_index(tmp_path, clauses, embedder=made)
    with pytest.raises(StaleIndexError, match=rf"{says}.*assistant index"):
        open_index(tmp_path, clauses, embedder=wanted)
    build_index(tmp_path, clauses, embedder=wanted)
    assert ranking(open_index(tmp_path, clauses, embedder=wanted)), reason


class Broken(HashedTerms):
    """A model that gives no numbers."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return super().encode(texts) * np.float32(np.nan)


def test_a_model_that_gives_no_vectors_leaves_the_old_version_in_service(
    tmp_path: Path, clauses: tuple[Clause, ...]
) -> None:
    build_index(tmp_path, clauses, embedder=MODEL)
    before = current_version(tmp_path)
    with pytest.raises(StaleIndexError, match="自检"):
        build_index(tmp_path, clauses, embedder=Broken("broken"))
    assert current_version(tmp_path) == before
    assert ranking(open_index(tmp_path, clauses, embedder=MODEL))


def test_progress_is_told_stage_by_stage(tmp_path: Path, clauses: tuple[Clause, ...]) -> None:
    told: list[tuple[Any, ...]] = []
    build_index(tmp_path, clauses, embedder=MODEL, progress=lambda *step: told.append(step))
    assert list(dict.fromkeys(stage for stage, *_ in told)) == ["建立词语索引", "计算向量", "写入 Chroma"]
    assert all(0 <= done <= total for _, done, total in told)


def test_an_index_of_another_format_is_stale(
    tmp_path: Path, clauses: tuple[Clause, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    build_index(tmp_path, clauses)
    monkeypatch.setattr("assistant.search.index.FORMAT", 99)
    with pytest.raises(StaleIndexError, match="过期"):
        open_index(tmp_path, clauses)


def test_a_build_that_does_not_hold_up_leaves_the_old_version_in_service(
    tmp_path: Path, clauses: tuple[Clause, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    build_index(tmp_path, clauses[:5])
    before = current_version(tmp_path)
    with monkeypatch.context() as patch:
        # An index that was made from other words than it is said to be.
        patch.setattr("assistant.search.index.document_text", lambda clause, title, extra: "别")
        with pytest.raises(StaleIndexError, match="自检"):
            build_index(tmp_path, clauses)
    assert current_version(tmp_path) == before
    assert ranking(open_index(tmp_path, clauses[:5]))
    build_index(tmp_path, clauses)
    assert not list(tmp_path.glob(".building-*"))


def test_a_reader_whose_version_was_replaced_meanwhile_opens_the_next(
    tmp_path: Path, clauses: tuple[Clause, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    build_index(tmp_path, clauses)
    real = current_version(tmp_path)
    assert real is not None
    seen = iter(["000000-00000000", "000000-00000000"])
    monkeypatch.setattr("assistant.search.index.current_version", lambda folder: next(seen, real))
    assert ranking(open_index(tmp_path, clauses))


def test_opening_writes_nothing(tmp_path: Path, clauses: tuple[Clause, ...]) -> None:
    build_index(tmp_path, clauses)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    open_index(tmp_path, clauses)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before

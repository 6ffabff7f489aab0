"""Building, opening and losing the index."""

import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.documents.models import Clause
from assistant.errors import StaleIndexError
from assistant.search import Searcher, build_in_memory, build_index, current_version, open_index

ROOT = Path(__file__).parents[2]
QUERY = "岗前培训补贴"


def ranking(searcher: Searcher) -> list[tuple[str, float]]:
    return [(hit.clause.id, hit.score) for hit in searcher.search(QUERY)]


def versions(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_dir())


def service(folder: Path) -> Path:
    """The folder of the version in service."""
    name = current_version(folder)
    assert name is not None
    return folder / name


def test_what_was_built_is_opened_and_ranks_as_in_memory(
    tmp_path: Path, clauses: tuple[Clause, ...], titles: dict[str, str]
) -> None:
    built = build_index(tmp_path, clauses, titles=titles, extra={"west/三2": "比赛"})
    opened = open_index(tmp_path, clauses, titles=titles, extra={"west/三2": "比赛"})
    memory = build_in_memory(clauses, titles=titles, extra={"west/三2": "比赛"})
    assert ranking(built) == ranking(opened) == ranking(memory)
    assert ranking(memory)


def test_an_empty_library_can_be_built_and_opened(tmp_path: Path) -> None:
    build_index(tmp_path, [])
    assert open_index(tmp_path, []).search(QUERY) == []


def test_a_fresh_index_is_not_built_again(tmp_path: Path, clauses: tuple[Clause, ...]) -> None:
    build_index(tmp_path, clauses)
    first = current_version(tmp_path)
    build_index(tmp_path, clauses)
    assert current_version(tmp_path) == first


def test_the_pointer_moves_and_one_older_version_is_kept(tmp_path: Path, clauses: tuple[Clause, ...]) -> None:
    seen = []
    for count in (3, 5, 6, 8):
        build_index(tmp_path, clauses[:count])
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
            lambda folder, name=name, harm=harm: harm(service(folder) / "keyword" / name),
            f"{harm.__name__} {name}",
        )
        for name in (
            "data.csc.index.npy",
            "indices.csc.index.npy",
            "indptr.csc.index.npy",
            "vocab.index.json",
            "params.index.json",
        )
        for harm in (cut_in_half, flip_a_byte, Path.unlink)
    ),
]


@pytest.mark.parametrize(("damage", "reason"), DAMAGE, ids=[reason for _, reason in DAMAGE])
def test_a_missing_or_damaged_index_is_refused_and_can_be_rebuilt(
    tmp_path: Path, clauses: tuple[Clause, ...], damage: Callable[[Path], object], reason: str
) -> None:
    folder = tmp_path / "indexes"
    expected = ranking(build_index(folder, clauses))
    damage(folder)
    with pytest.raises(StaleIndexError, match="assistant index"):
        open_index(folder, clauses)
    build_index(folder, clauses)
    assert ranking(open_index(folder, clauses)) == expected, reason


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
        patch.setattr("assistant.search.index.document_terms", lambda clause, title, extra: ["别"])
        with pytest.raises(StaleIndexError, match="自检"):
            build_index(tmp_path, clauses)
    assert current_version(tmp_path) == before
    assert ranking(open_index(tmp_path, clauses[:5]))
    build_index(tmp_path, clauses)
    assert not list(tmp_path.glob(".building-*"))


SCRIPT = """
import os, signal, sys
from pathlib import Path
from assistant.documents.models import Clause
from assistant.search import build_index, index
from assistant.search.keyword import KeywordIndex

def die(*arguments, **options):
    os.kill(os.getpid(), signal.SIGKILL)

folder, moment, words = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
{"save": lambda: setattr(KeywordIndex, "save", die),
 "verify": lambda: setattr(index, "_answer_itself", die),
 "rename": lambda: setattr(Path, "rename", die),
 "swap": lambda: setattr(Path, "replace", die),
 "never": lambda: None}[moment]()
text = words + "岗前培训每人五百元"
build_index(folder, [Clause("p", "1", "body", "", (), text, 0, len(text))])
"""


def start(folder: Path, moment: str, words: str = "新") -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", SCRIPT, str(folder), moment, words], cwd=ROOT)


@pytest.mark.parametrize("moment", ["save", "verify", "rename", "swap"])
def test_a_build_that_is_killed_leaves_the_old_version_in_service(
    tmp_path: Path, clauses: tuple[Clause, ...], moment: str
) -> None:
    expected = ranking(build_index(tmp_path, clauses))
    with start(tmp_path, moment) as builder:
        assert builder.wait(60) == -signal.SIGKILL
    assert ranking(open_index(tmp_path, clauses)) == expected
    with start(tmp_path, "never") as builder:
        assert builder.wait(60) == 0
    assert not list(tmp_path.glob(".building-*"))
    assert current_version(tmp_path) != versions(tmp_path)[0]


def test_two_builders_at_once_do_no_harm(tmp_path: Path) -> None:
    builders = [start(tmp_path, "never", words) for words in ("甲", "甲", "乙", "乙")]
    assert [builder.wait(60) for builder in builders] == [0, 0, 0, 0]
    version = service(tmp_path)
    assert json.loads((version / "manifest.json").read_text())["clauses"] == 1
    assert not list(tmp_path.glob(".building-*"))
    assert len(versions(tmp_path)) <= 2
    for words in ("甲", "乙"):
        text = words + "岗前培训每人五百元"
        clause = Clause("p", "1", "body", "", (), text, 0, len(text))
        try:
            assert open_index(tmp_path, [clause]).search(words)[0].clause == clause
            break
        except StaleIndexError:
            continue
    else:
        pytest.fail("no builder's index is in service")


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

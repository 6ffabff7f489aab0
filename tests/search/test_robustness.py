"""Builders that die, builders at once, versions that change under readers: never a wrong answer."""

import json
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from assistant.errors import StaleIndexError
from assistant.search import current_version, open_index
from tests.search.builder import STEPS, build, leftovers, library, right
from tests.search.embedder import HashedTerms

ROOT = Path(__file__).parents[2]


def start(*arguments: object) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.search.builder", *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def versions(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_dir())


def test_a_build_that_dies_at_any_step_leaves_the_old_version_in_service(tmp_path: Path) -> None:
    builder = start("die", tmp_path)
    printed, complaint = builder.communicate(timeout=60)
    assert builder.returncode == 0, complaint.decode()
    assert printed.decode().split() == ["killed"] * len(STEPS)
    assert right(tmp_path, "新的")


def test_twenty_builds_that_are_killed_one_after_another(tmp_path: Path) -> None:
    """Killed ever later, from the first file to after the swap; every answer is checked in between."""
    builder = start("killed", tmp_path, 20)
    printed, complaint = builder.communicate(timeout=60)
    assert builder.returncode == 0, complaint.decode()
    outcomes = printed.decode().split()
    assert len(outcomes) == 20
    assert "killed" in outcomes
    assert right(tmp_path, "辛辛")
    assert len(versions(tmp_path)) <= 2


def test_builders_at_once_do_no_harm(tmp_path: Path) -> None:
    builders = [start("build", tmp_path, words) for words in ("甲", "乙")]
    for builder in builders:
        _, complaint = builder.communicate(timeout=60)
        assert builder.returncode == 0, complaint.decode()
    assert [right(tmp_path, words) for words in ("甲", "乙")].count(True) == 1
    version = current_version(tmp_path)
    assert version is not None
    assert json.loads((tmp_path / version / "manifest.json").read_text())["clauses"] == len(library("甲"))
    assert not leftovers(tmp_path)
    assert len(versions(tmp_path)) <= 2


def test_builders_at_once_in_one_process_do_no_harm(tmp_path: Path) -> None:
    builders = [threading.Thread(target=build, args=(tmp_path, words)) for words in "甲乙甲乙"]
    for builder in builders:
        builder.start()
    for builder in builders:
        builder.join()
    assert [right(tmp_path, words) for words in ("甲", "乙")].count(True) == 1
    assert not leftovers(tmp_path)


def test_a_swap_under_load_never_gives_a_wrong_answer(tmp_path: Path) -> None:
    """Readers open and ask while a builder puts one library after another into service."""
    old = build(tmp_path, "甲")
    deadline = time.monotonic() + 3
    wrong: list[object] = []
    opened: set[str] = set()

    def read(words: str) -> None:
        while time.monotonic() < deadline:
            try:
                if right(tmp_path, words):
                    opened.add(words)
            except BaseException as error:  # a thread's own failure would pass unseen
                wrong.append(error)
                return

    def ask_the_one_that_was_open() -> None:
        while time.monotonic() < deadline:
            for clause in library("甲"):
                if old.search(clause.text, limit=1)[0].clause != clause:
                    wrong.append(clause)

    readers = [threading.Thread(target=read, args=(words,)) for words in "甲乙"]
    readers.append(threading.Thread(target=ask_the_one_that_was_open))
    for reader in readers:
        reader.start()
    swaps = 0
    while time.monotonic() < deadline:
        build(tmp_path, "乙甲"[swaps % 2])
        swaps += 1
    for reader in readers:
        reader.join()
    assert wrong == []
    assert swaps >= 3
    assert opened == {"甲", "乙"}


@pytest.mark.parametrize("words", ["甲", "乙"])
def test_an_index_of_another_corpus_is_never_answered_from(tmp_path: Path, words: str) -> None:
    build(tmp_path, words)
    with pytest.raises(StaleIndexError, match="过期"):
        open_index(tmp_path, library("丙"), embedder=HashedTerms())

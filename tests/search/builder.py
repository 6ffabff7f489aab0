"""What the tests of robustness run in a process of its own; every build is in a child of that.

python -m tests.search.builder build FOLDER WORDS    a build
python -m tests.search.builder die FOLDER            builds that die at each step, as by kill -9
python -m tests.search.builder killed FOLDER TIMES   builds that are killed, each later than the one before
"""

import itertools
import os
import signal
import sys
import time
from pathlib import Path
from typing import Any

from assistant.documents.models import Clause
from assistant.errors import StaleIndexError
from assistant.search import Searcher, build_index, index, open_index
from assistant.search.keyword import KeywordIndex
from assistant.search.vectors import VectorIndex
from tests.search.embedder import HashedTerms

STEPS: tuple[tuple[object, str], ...] = (
    (KeywordIndex, "save"),
    (VectorIndex, "save"),
    (index, "_answer_itself"),
    (Path, "rename"),
    (Path, "replace"),
)


def library(words: str) -> list[Clause]:
    """A library in which `words` stand in each clause, and every clause grants another amount."""
    texts = [f"{words}培训每人{amount}百元。" for amount in "一二三四五六七八九"]
    return [
        Clause(words, f"{n}", "body", "", (), text, 0, len(text)) for n, text in enumerate(texts, start=1)
    ]


def build(folder: Path, words: str) -> Searcher:
    return build_index(folder, library(words), embedder=HashedTerms())


def right(folder: Path, words: str) -> bool:
    """Whether a library's index is in service, answering everything as it should; False for another's."""
    try:
        searcher = open_index(folder, library(words), embedder=HashedTerms())
    except StaleIndexError:
        return False
    for clause in library(words):
        [hit] = searcher.search(clause.text, limit=1)
        assert hit.clause == clause, hit
    return True


def leftovers(folder: Path) -> list[Path]:
    return list(folder.glob(".building-*"))


def main(task: str, folder: str, *given: str) -> None:
    if task == "build":
        build(Path(folder), given[0])
        return
    import chromadb  # noqa: F401  # once, so that a child's life is spent on building

    if task == "die":
        _die_at_each_step(Path(folder))
    else:
        _killed_ever_later(Path(folder), int(given[0]))


def _die_at_each_step(folder: Path) -> None:
    assert _ended(_child(folder, "旧的")) == 0
    for step in STEPS:
        assert _ended(_child(folder, "新的", dies_at=step)) == -signal.SIGKILL
        assert right(folder, "旧的"), step
        assert not right(folder, "新的"), step
        print("killed")
    assert _ended(_child(folder, "新的")) == 0
    assert right(folder, "新的")
    assert not leftovers(folder)


def _killed_ever_later(folder: Path, times: int) -> None:
    """Prints `whole` for every build that was through before the blow, `killed` for the others."""
    assert _ended(_child(folder, "甲甲")) == 0
    began = time.monotonic()
    assert _ended(_child(folder, "乙乙")) == 0
    life = time.monotonic() - began
    names = [first + second for first, second in itertools.product("丙丁戊己庚", repeat=2)]
    before = "乙乙"
    for number, words in enumerate(names[:times], start=1):
        child = _child(folder, words)
        time.sleep(1.2 * life * number / times)
        os.kill(child, signal.SIGKILL)
        _ended(child)
        whole = right(folder, words)
        assert whole != right(folder, before), f"{words} after {before}"
        before = words if whole else before
        print("whole" if whole else "killed")
    assert _ended(_child(folder, "辛辛")) == 0
    assert right(folder, "辛辛")
    assert not leftovers(folder)


def _child(folder: Path, words: str, dies_at: tuple[object, str] | None = None) -> int:
    """A process that builds; its id."""
    child = os.fork()
    if child:
        return child
    try:
        if dies_at:
            setattr(*dies_at, _die)
        build(folder, words)
    except BaseException:
        os._exit(1)
    os._exit(0)


def _die(*_: Any, **__: Any) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _ended(child: int) -> int:
    """The exit status, once the process has ended; below 0 the signal that ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


if __name__ == "__main__":
    main(*sys.argv[1:])

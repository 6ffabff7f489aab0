"""The corpus that the index in service was made from, kept beside it, to compare an edited one with.

indexes/corpus/    a copy of corpus/ as it was when the index was last put into service
"""

import filecmp
import shutil
from pathlib import Path

_KEPT = "corpus"


def serving_corpus(indexes: Path) -> Path | None:
    """The copy of the corpus in service; None where there is none yet."""
    kept = indexes / _KEPT
    return kept if kept.is_dir() else None


def serving_mark(indexes: Path) -> str:
    """What changes with each corpus that is put into service, be it in its rules alone; "" for none."""
    try:
        found = (indexes / _KEPT).stat()
    except OSError:
        return ""
    return f"{found.st_ino}.{found.st_ctime_ns}"


def keep_serving(corpus: Path, indexes: Path) -> None:
    """Keep a copy of a corpus that was just put into service; nothing is written where it is the same."""
    kept, aside = indexes / _KEPT, indexes / f".{_KEPT}.new"
    if kept.is_dir() and _same(corpus, kept):
        return
    shutil.rmtree(aside, ignore_errors=True)
    shutil.copytree(corpus, aside, ignore=shutil.ignore_patterns(".*"))
    old = indexes / f".{_KEPT}.old"
    shutil.rmtree(old, ignore_errors=True)
    if kept.is_dir():
        kept.rename(old)
    aside.rename(kept)
    shutil.rmtree(old, ignore_errors=True)


def _same(one: Path, other: Path) -> bool:
    files = [sorted(p.relative_to(root) for p in _files(root)) for root in (one, other)]
    return files[0] == files[1] and not any(
        filecmp.cmpfiles(one, other, map(str, files[0]), shallow=False)[1:]
    )


def _files(root: Path) -> list[Path]:
    return [
        p
        for p in root.rglob("*")
        if p.is_file() and not any(part.startswith(".") for part in p.relative_to(root).parts)
    ]

"""Pairs of texts that belong together: {"a", "b", "source"} on each line of a folder's .jsonl.gz files."""

import gzip
import hashlib
import json
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from assistant.search.tokens import fold

# Answers to questions that a model is later measured on: nobody trains on them by accident.
LEFT_OUT = frozenset({"stard_train_answers"})
_ENDING = ".jsonl.gz"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts that belong together, folded."""

    first: str
    second: str
    source: str  # what kind of pair it is, as the file says


@dataclass(frozen=True, slots=True)
class PairFile:
    """One file of pairs."""

    name: str  # without its ending
    digest: str  # SHA-256 of the file
    pairs: tuple[Pair, ...]


def load_pairs(folder: Path, left_out: Collection[str] = LEFT_OUT) -> list[PairFile]:
    """Every file of pairs in a folder, by name, but for those that are left out.

    Raises ValueError where there is none, OSError, ValueError or KeyError for one that cannot be read.
    """
    names = sorted(path.name.removesuffix(_ENDING) for path in folder.glob(f"*{_ENDING}"))
    files = [_read(folder, name) for name in names if name not in left_out]
    if not files:
        raise ValueError(f"no pairs (*{_ENDING}) in {folder}")
    return files


def _read(folder: Path, name: str) -> PairFile:
    content = (folder / f"{name}{_ENDING}").read_bytes()
    entries = map(json.loads, gzip.decompress(content).decode("utf-8").splitlines())
    pairs = tuple(Pair(fold(entry["a"]), fold(entry["b"]), entry["source"]) for entry in entries)
    return PairFile(name, hashlib.sha256(content).hexdigest(), pairs)

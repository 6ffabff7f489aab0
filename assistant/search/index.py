"""The built index: made aside, verified, then put into service by one atomic write.

indexes/
    CURRENT              the name of the version in service
    000007-3f2a90bc/     a version: keyword/, chroma/, vectors.npy, and manifest.json with every file's hash
    .lock                held while building; the system lets go of it when the builder dies

A build that is killed leaves a folder `.building-…` that nobody reads, and the old version in service.
"""

import fcntl
import hashlib
import json
import os
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.documents.models import Clause
from assistant.errors import StaleIndexError
from assistant.search.keyword import K1, B, KeywordIndex, document_text
from assistant.search.search import Searcher, answering
from assistant.search.tokens import query_terms, terms
from assistant.search.vectors import CHROMA, Progress, VectorIndex

if TYPE_CHECKING:
    from assistant.search.dense import Embedder

FORMAT = 2  # counts up when what is written changes
KEPT = 2  # the version in service and the one before it, which a server may still be opening
_VERSION = re.compile(r"(\d{6})-[0-9a-f]{8}")
_MANIFEST, _POINTER, _KEYWORD = "manifest.json", "CURRENT", "keyword"


class _Collection:
    """What an index is made from, and the hash that tells whether a built one is still its index."""

    def __init__(
        self,
        clauses: Iterable[Clause],
        titles: Mapping[str, str] | None,
        extra: Mapping[str, str] | None,
        embedder: "Embedder | None",
    ) -> None:
        self.clauses = answering(clauses)
        self.embedder = embedder
        self._titles, self._extra = titles or {}, extra or {}

    def texts(self) -> list[str]:
        return [document_text(clause, *self._beside(clause)) for clause in self.clauses]

    @property
    def model(self) -> str:
        """The embedding model; empty for none."""
        return self.embedder.identity if self.embedder else ""

    @cached_property
    def digest(self) -> str:
        """Changes with the texts, with the ranking's settings, and with the way in which text is cut."""
        digest = hashlib.sha256()
        # The first clause stands for the others: cutting them all takes as long as building.
        cut = [terms(clause.text) for clause in self.clauses[:1]]
        for part in ((FORMAT, K1, B), cut, *map(self._content, self.clauses)):
            digest.update(json.dumps(part, ensure_ascii=True).encode())
        return digest.hexdigest()

    def _beside(self, clause: Clause) -> tuple[str, str]:
        return self._titles.get(clause.policy_id, ""), self._extra.get(clause.id, "")

    def _content(self, clause: Clause) -> tuple[object, ...]:
        return clause.id, *self._beside(clause), clause.headings, clause.heading, clause.text


def build_index(
    folder: Path,
    clauses: Iterable[Clause],
    *,
    titles: Mapping[str, str] | None = None,
    extra: Mapping[str, str] | None = None,
    embedder: "Embedder | None" = None,
    progress: Progress = lambda stage, done, total: None,
) -> Searcher:
    """Build the index under `folder` (indexes/) and put it into service; nothing is built where it is fresh.

    `titles`: policy id -> title of the document. `extra`: clause id -> questions that the clause answers.
    `embedder`: the model that compares meanings, None for words alone. `progress` is told how far it is.
    Raises StaleIndexError where what was built does not hold up; the old version then stays in service.
    """
    collection = _Collection(clauses, titles, extra, embedder)
    folder.mkdir(parents=True, exist_ok=True)
    with _lock(folder):
        # Whoever waited for another build finds its work here.
        try:
            return _open(folder, collection, whole=True)
        except StaleIndexError:
            pass
        for leftover in folder.glob(".building-*"):
            shutil.rmtree(leftover)
        staging = folder / f".building-{os.getpid()}"
        staging.mkdir()
        try:
            _write_version(staging, collection, progress)
        except ValueError as error:
            raise _stale(f"自检没有通过（{error}）") from error
        searcher = _load(staging, collection, whole=True)
        _answer_itself(searcher, collection)
        version = folder / f"{_last_number(folder) + 1:06}-{collection.digest[:8]}"
        staging.rename(version)
        _write(folder / f"{_POINTER}.new", version.name.encode())
        (folder / f"{_POINTER}.new").replace(folder / _POINTER)
        _sync(folder)
        for old in _versions(folder)[:-KEPT]:
            shutil.rmtree(old)
        return searcher


def open_index(
    folder: Path,
    clauses: Iterable[Clause],
    *,
    titles: Mapping[str, str] | None = None,
    extra: Mapping[str, str] | None = None,
    embedder: "Embedder | None" = None,
) -> Searcher:
    """The index in service. Takes what `build_index` takes.

    Raises StaleIndexError, which says in Chinese what to do, where the index is missing, damaged, or was made
    from other clauses, titles or questions, or by another embedding model.
    """
    collection = _Collection(clauses, titles, extra, embedder)
    version = current_version(folder)
    try:
        return _open(folder, collection)
    except StaleIndexError:
        # A builder may have replaced the version, and removed it, while it was being read.
        if current_version(folder) == version:
            raise
        return _open(folder, collection)


def current_version(folder: Path) -> str | None:
    """The name of the version in service, None for none. A server opens the index anew when it changes."""
    try:
        name = (folder / _POINTER).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return name if _VERSION.fullmatch(name) else None


def _stale(what: str) -> StaleIndexError:
    return StaleIndexError(f"检索索引{what}，请运行 assistant index 重新建立。")


def _open(folder: Path, collection: _Collection, *, whole: bool = False) -> Searcher:
    version = current_version(folder)
    if version is None:
        raise _stale("已损坏（指针文件不可读）" if (folder / _POINTER).exists() else "尚未建立")
    return _load(folder / version, collection, whole=whole)


def _load(version: Path, collection: _Collection, *, whole: bool) -> Searcher:
    """Read a version that holds up in every byte that is served, or in every byte for `whole`.

    Chroma's files are not served, and whoever looks into them with Chroma changes them.
    Raises StaleIndexError for any other version.
    """
    try:
        manifest = json.loads((version / _MANIFEST).read_bytes())
        if manifest["digest"] != collection.digest:
            raise _stale("与现有语料不一致，已经过期")
        if manifest["model"] != collection.model:
            made, wanted = manifest["model"] or "无", collection.model or "无"
            raise _stale(f"由另一个嵌入模型建立（索引：{made}；现在：{wanted}）")
        expected, found = manifest["files"], _hashes(version, whole=whole)
        if found != (expected if whole else _served(expected)):
            raise _stale("已损坏（文件不完整）")
        keyword = KeywordIndex.load(version / _KEYWORD)
        vectors = VectorIndex.load(version, collection.embedder) if collection.embedder else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise _stale("已损坏（读不出来）") from error
    count = len(collection.clauses)
    if manifest["clauses"] != count or keyword.size != max(1, count) or (vectors and vectors.size != count):
        raise _stale("已损坏（条款数不符）")
    return Searcher(collection.clauses, keyword, vectors)


def _answer_itself(searcher: Searcher, collection: _Collection) -> None:
    """The self-query: a clause asked for in its own words has every one of them, and its own meaning."""
    clauses, texts = collection.clauses, collection.texts()
    for position in sorted({0, len(clauses) // 2, len(clauses) - 1}) if clauses else ():
        clause = clauses[position]
        if not query_terms(clause.text):
            continue
        # Lifted, so that one hit is enough: others may say the same, and say it in fewer words.
        for query, covers in ((clause.text, 0.999), (texts[position], 0.0)):
            [hit] = searcher.search(query, policies={clause.policy_id}, limit=1, boost={clause.id: 2.0})
            same = hit.dense is None or covers or hit.dense.score > 0.99
            if hit.clause != clause or hit.coverage < covers or not same:
                raise _stale(f"自检没有通过（找不到 {clause.id}）")


def _write_version(staging: Path, collection: _Collection, progress: Progress) -> None:
    """Everything that is built, then the manifest, all of it on the disk before anybody is pointed to it."""
    texts = collection.texts()
    KeywordIndex.build(_counted(texts, progress)).save(staging / _KEYWORD)
    if collection.embedder:
        vectors = VectorIndex.build(texts, collection.embedder, progress)
        vectors.save(staging, collection.clauses, progress)
    manifest: dict[str, Any] = {
        "digest": collection.digest,
        "model": collection.model,
        "clauses": len(collection.clauses),
        "files": _hashes(staging, whole=True),
    }
    for name in manifest["files"]:
        _sync(staging / name)
    _write(staging / _MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1).encode())
    _sync(staging)


def _counted(texts: Sequence[str], progress: Progress) -> Iterator[str]:
    for done, text in enumerate(texts):
        if done % 1000 == 0:
            progress("建立词语索引", done, len(texts))
        yield text
    progress("建立词语索引", len(texts), len(texts))


def _hashes(version: Path, *, whole: bool) -> dict[str, str]:
    """The hash of every file of a version but its manifest; of those that are served, or of the `whole`."""
    found = (path for path in version.rglob("*") if path.is_file() and path != version / _MANIFEST)
    files = {path.relative_to(version).as_posix(): path for path in sorted(found)}
    return {name: _hash(files[name]) for name in (files if whole else _served(files))}


def _served(files: Mapping[str, Any]) -> dict[str, Any]:
    return {name: held for name, held in files.items() if not name.startswith(f"{CHROMA}/")}


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _versions(folder: Path) -> list[Path]:
    """The versions, oldest first."""
    return sorted(path for path in folder.iterdir() if path.is_dir() and _VERSION.fullmatch(path.name))


def _last_number(folder: Path) -> int:
    return max((int(path.name[:6]) for path in _versions(folder)), default=0)


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    _sync(path)


def _sync(path: Path) -> None:
    """Wait until a file or a folder's entries are on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _lock(folder: Path) -> Iterator[None]:
    """One builder at a time; a second waits."""
    with (folder / ".lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield

"""What is asked and what answers it: the project's own files, or a folder in the layout of a benchmark.

corpus.jsonl.gz   {"id", "name", "text"}: a document on each line
questions.jsonl   {"id", "text"}
qrels.tsv         question id, document id, and 1, with tabs between
"""

import gzip
import json
import random
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from assistant.documents.labels import number_of
from assistant.documents.library import Library
from assistant.documents.models import Clause, Data
from assistant.documents.yaml_file import load_yaml, read_data
from assistant.errors import CorpusError
from assistant.search.tokens import fold
from evals.models import CASES

OWN = CASES / "retrieval"
FOLDER = "folder"  # the one policy that all documents of a folder are said to be of
SEED = 20240601
_ARTICLE = re.compile(r"(.+?)第([零〇一二三四五六七八九十百千]+)条")


@dataclass(frozen=True)
class Question:
    """A question, the ids of every clause that answers it, and where it is looked for."""

    id: str
    text: str
    right: frozenset[str]
    region: str | None = None  # the code of the place that it names
    policies: tuple[str, ...] | None = None  # that are searched; None: all
    unseen: bool = False


class Entry(Data):
    """A question of questions.yaml, whose head explains the keys, or a line of a file of the same."""

    id: str
    text: str
    clauses: tuple[tuple[str, str], ...]  # policy and path
    region: str | None = None
    unseen: bool = False


class Unanswerable(Data):
    """A question of unanswerable.yaml, whose head explains the keys."""

    id: str
    text: str
    kind: Literal["near", "far", "answerable"]  # answerable: in abstention.yaml only
    unseen: bool = False


def load_questions(path: Path, library: Library) -> list[Question]:
    """The questions of a YAML or .jsonl file. Raises CorpusError for what cannot be read or is not there."""
    questions = []
    for raw in _entries(path):
        entry = read_data(raw, Entry, path.name)
        right = frozenset(_clause(library, *one, where=f"{path.name} {entry.id}") for one in entry.clauses)
        questions.append(Question(entry.id, entry.text, right, entry.region, unseen=entry.unseen))
    return questions


def load_unanswerable(path: Path = OWN / "unanswerable.yaml") -> list[Unanswerable]:
    """The questions that the corpus does not answer. Raises CorpusError."""
    return [read_data(raw, Unanswerable, path.name) for raw in load_yaml(path, list)]


def load_corpus(folder: Path) -> list[Clause]:
    """The documents of a folder as clauses, the name as heading, the articles of a law in order.

    Raises CorpusError.
    """
    clauses = [
        Clause(FOLDER, str(one["id"]), "body", str(one["name"]), (), str(one["text"]), 0, len(one["text"]))
        for one in _lines(folder / "corpus.jsonl.gz", ("id", "name", "text"))
    ]
    return sorted(clauses, key=_place)


def law_of(clause: Clause) -> str:
    """The law that a clause of a folder is an article of: 民法典 for 民法典第十条. Else its whole name."""
    return _place(clause)[0]


def load_folder_questions(folder: Path) -> list[Question]:
    """The questions of a folder that any document answers. Raises CorpusError."""
    right: dict[str, set[str]] = {}
    path = folder / "qrels.tsv"
    try:
        for line in path.read_text(encoding="utf-8").splitlines():
            question, document, judged = line.split("\t")
            if int(judged) > 0:
                right.setdefault(question, set()).add(f"{FOLDER}/{document}")
    except (OSError, ValueError) as error:
        raise CorpusError(path.name, f"读不出来：{error}") from error
    asked = _lines(folder / "questions.jsonl", ("id", "text"))
    return [
        Question(str(one["id"]), str(one["text"]), frozenset(right[str(one["id"])]))
        for one in asked
        if str(one["id"]) in right
    ]


def hold_out(questions: Iterable[Question], count: int) -> list[Question]:
    """So many questions, drawn the same way each time whatever their order; all for 0."""
    ordered = sorted(questions, key=lambda question: question.id)
    return random.Random(SEED).sample(ordered, min(count, len(ordered))) if count else ordered


def as_bank(questions: Iterable[Question], measured: Iterable[Question]) -> dict[str, tuple[str, ...]]:
    """Clause id -> the questions that it answers, without those that are measured, whatever their ids."""
    kept_out = {fold(one.text).strip() for one in measured}
    bank: dict[str, list[str]] = {}
    for question in questions:
        if fold(question.text).strip() not in kept_out:
            for clause in sorted(question.right):
                bank.setdefault(clause, []).append(question.text)
    return {clause: tuple(asked) for clause, asked in bank.items()}


def _place(clause: Clause) -> tuple[str, int]:
    """The law and the number of an article."""
    article = _ARTICLE.match(clause.heading)
    return (article[1], number_of(article[2])) if article else (clause.heading, 0)


def _clause(library: Library, policy_id: str, path: str, *, where: str) -> str:
    policy = library.get(policy_id)
    clause = policy and policy.clause(path)
    if not clause:
        raise CorpusError(where, f"没有这一条：{policy_id} {path}")
    return clause.id


def _entries(path: Path) -> list[Any]:
    return load_yaml(path, list) if path.suffix in (".yaml", ".yml") else _lines(path, ())


def _lines(path: Path, keys: Collection[str]) -> list[Any]:
    """The objects of a file with one on each line, which must have these keys."""
    try:
        raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        found = [json.loads(line) for line in raw.decode().split("\n") if line.strip()]
    except (OSError, EOFError, ValueError) as error:
        raise CorpusError(path.name, f"读不出来：{error}") from error
    for number, one in enumerate(found, 1):
        if not isinstance(one, dict) or any(key not in one for key in keys):
            raise CorpusError(f"{path.name} 第{number}行", f"应有 {'、'.join(keys)}")
    return found

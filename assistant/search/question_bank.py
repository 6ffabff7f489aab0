"""The question bank: how people ask for each clause, `corpus/policies/<id>/questions.yaml`.

A worker's words rarely stand in the clause; the words of those who asked before her often do.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from assistant.documents.library import Library
from assistant.documents.models import Clause
from assistant.documents.yaml_file import load_yaml
from assistant.errors import CorpusError

# So many questions a clause should have; more where it speaks of money, which people ask about most.
FEWEST, FEWEST_WITH_MONEY = 5, 12
DRAFT = "draft"
_MONEY = re.compile(r"\d\s*万?\s*元")


def load_question_bank(corpus: Path, library: Library) -> dict[str, tuple[str, ...]]:
    """Clause id -> the questions that the clause answers; clauses without any are left out.

    Raises CorpusError, naming file and key, for a path that the policy does not have or no list of texts.
    """
    bank: dict[str, tuple[str, ...]] = {}
    for policy in library.policies:
        path = corpus / "policies" / policy.id / "questions.yaml"
        if not path.exists():
            continue
        for clause_path, questions in _entries(path):
            where = f"{policy.id}/questions.yaml {clause_path}"
            clause = policy.clause(str(clause_path))
            if clause is None:
                raise CorpusError(where, "没有这一条")
            if not isinstance(questions, list) or not all(
                isinstance(q, str) and q.strip() for q in questions
            ):
                raise CorpusError(where, "应为问题的列表")
            bank[clause.id] = tuple(questions)
    return bank


def drafted_banks(corpus: Path, library: Library) -> frozenset[str]:
    """The policies (ids) whose questions were drafted by the program and reviewed by nobody yet."""
    paths = {policy.id: corpus / "policies" / policy.id / "questions.yaml" for policy in library.policies}
    return frozenset(
        name for name, path in paths.items() if path.exists() and load_yaml(path, dict).get(DRAFT) is True
    )


def _entries(path: Path) -> Iterator[tuple[Any, Any]]:
    """Clause paths and their questions; `draft: true` among them is a marker."""
    for key, questions in load_yaml(path, dict).items():
        if not (key == DRAFT and isinstance(questions, bool)):
            yield key, questions


def thin_clauses(
    clauses: Iterable[Clause], bank: Mapping[str, Sequence[str]]
) -> list[tuple[Clause, int, int]]:
    """The clauses with too few questions: the clause, how many it has, how many it should have."""
    wanted = ((c, FEWEST_WITH_MONEY if _MONEY.search(c.text) else FEWEST) for c in clauses)
    return [(c, len(bank.get(c.id, ())), least) for c, least in wanted if len(bank.get(c.id, ())) < least]

"""The library: every policy of the corpus, read, mended, outlined and checked."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import ValidationError

from assistant.documents.document_numbers import find_document_numbers
from assistant.documents.mend import mend
from assistant.documents.models import Clause, Policy, PolicyFile
from assistant.documents.outline import outline
from assistant.documents.policy_check import check_policy
from assistant.documents.readers import read_source
from assistant.documents.yaml_file import load_yaml
from assistant.errors import CorpusError, UnreadableFile


@dataclass(frozen=True)
class Library:
    """All policies, in the order of their ids."""

    policies: tuple[Policy, ...]

    def get(self, policy_id: str) -> Policy | None:
        """A policy by its id, or None."""
        return next((policy for policy in self.policies if policy.id == policy_id), None)

    def clause(self, policy_id: str, path: str) -> Clause | None:
        """The clause of a policy at a path, or None where there is no such policy or path."""
        policy = self.get(policy_id)
        return policy.clause(path) if policy else None

    def clauses(self) -> tuple[Clause, ...]:
        """Every clause of every policy, in order."""
        return tuple(clause for policy in self.policies for clause in policy.clauses)


def load_library(corpus: Path) -> Library:
    """Read every folder under `corpus/policies`: a source file and what policy.yaml says about it.

    Raises CorpusError, naming file and key, for what cannot be read, a key that is missing or unknown, a
    quotation that is not in its clause, and a path that the document does not have.
    """
    root = corpus / "policies"
    if not root.is_dir():
        raise CorpusError(str(root), "没有这个文件夹")
    folders = sorted(path for path in root.iterdir() if path.is_dir() and not path.name.startswith("."))
    return Library(_with_references([_load_policy(folder) for folder in folders]))


def fingerprint(corpus: Path) -> str:
    """A hash of every file of the corpus: texts, rules, words and places. Hidden files do not count."""
    whole = hashlib.sha256()
    for path in sorted(corpus.rglob("*")):
        inside = path.relative_to(corpus)
        if path.is_file() and not any(part.startswith(".") for part in inside.parts):
            whole.update(f"{inside.as_posix()} {path.stat().st_size}\n".encode() + path.read_bytes())
    return whole.hexdigest()


def _load_policy(folder: Path) -> Policy:
    where = f"{folder.name}/policy.yaml"
    about = _load_about(folder / "policy.yaml", where)
    source = _source_of(folder)
    try:
        text = mend(read_source(source))
    except UnreadableFile as error:
        raise CorpusError(f"{folder.name}/{source.name}", str(error)) from error
    policy = Policy(folder.name, about, text, outline(folder.name, text), refers_to=())
    check_policy(policy, where)
    return policy


def _load_about(path: Path, where: str) -> PolicyFile:
    try:
        return PolicyFile.model_validate(load_yaml(path, dict))
    except ValidationError as error:
        problems = (f"{'.'.join(map(str, one['loc']))}：{one['msg']}" for one in error.errors())
        raise CorpusError(where, "；".join(problems)) from error


def _source_of(folder: Path) -> Path:
    sources = sorted(folder.glob("source.*"))
    if len(sources) != 1:
        raise CorpusError(f"{folder.name}/source.*", f"应当正好有一个原文文件，现有 {len(sources)} 个")
    return sources[0]


def _with_references(policies: Iterable[Policy]) -> tuple[Policy, ...]:
    """The policies, each knowing the 文号 it names that the library does not hold."""
    policies = list(policies)
    held = {number for p in policies for number in find_document_numbers(p.about.document_number or "")}
    return tuple(
        replace(policy, refers_to=tuple(n for n in find_document_numbers(policy.text) if n not in held))
        for policy in policies
    )

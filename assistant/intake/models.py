"""What intake finds in a document: each value with the words it rests on, and what it is unsure of."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Literal

from assistant.documents.models import Clause, PolicyFile, Quotation
from assistant.documents.sandbox import GivenFile


@dataclass(frozen=True)
class Doubt:
    """Something that a person should look at: what it is about, and why."""

    about: str  # 成文日期, 一（三）…
    reason: str


@dataclass(frozen=True)
class Source:
    """A document that was read: its text as extracted, mended, its clauses, and the file it came from."""

    raw: str
    text: str
    clauses: tuple[Clause, ...]
    original: GivenFile | None = None


@dataclass(frozen=True)
class Derived:
    """One piece of metadata: its value, the words of the document it rests on, what is doubtful about it."""

    value: Any
    words: str = ""
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True)
class ValidityFacts:
    """When a document runs, by its own words."""

    valid_from: date | None = None
    valid_until: date | None = None
    period_from: date | None = None
    period_until: date | None = None
    quotes: tuple[Quotation, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def basis(self) -> Literal["stated", "title", "unstated"]:
        """stated, title or unstated, as policy.yaml has it."""
        if self.valid_from or self.valid_until:
            return "stated"
        return "title" if self.period_from or self.period_until else "unstated"


@dataclass(frozen=True)
class Draft:
    """Everything that was derived from a document, as it would be written."""

    policy_id: str
    source: Source
    about: PolicyFile
    benefits: tuple[dict[str, Any], ...]  # as in benefits.yaml, each marked draft
    adjustments: tuple[dict[str, Any], ...]
    questions: dict[str, list[str]]  # clause path -> questions
    doubts: tuple[Doubt, ...]
    limits: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True)
class Exchanged:
    """What came of a change of the corpus: the index in service, and where the policy that went is kept."""

    index_version: str
    kept: Path | None  # None where none went


@dataclass(frozen=True)
class Added:
    """A policy that was taken in."""

    draft: Draft
    folder: Path
    exchanged: Exchanged
    concerns: tuple[Doubt, ...] = field(default=())

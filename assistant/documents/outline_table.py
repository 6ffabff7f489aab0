"""The outline of a policy as a table that a person can review: corpus/policies/<id>/outline.txt."""

from pathlib import Path

from assistant.documents.library import Library
from assistant.documents.models import Clause, Policy


def outline_table(policy: Policy) -> str:
    """One line a clause, tab between: path, kind, heading, first 20 characters, length."""
    return "".join(f"{_row(clause)}\n" for clause in policy.clauses)


def write_outlines(library: Library, corpus: Path) -> None:
    """Write every policy's outline.txt anew, for a person to review what changed."""
    for policy in library.policies:
        target = corpus / "policies" / policy.id / "outline.txt"
        target.write_text(outline_table(policy), encoding="utf-8")


def _row(clause: Clause) -> str:
    opening = clause.text[:20].replace("\n", " ").replace("\t", " ")
    return "\t".join((clause.path, clause.kind, clause.heading, opening.strip(), str(len(clause.text))))

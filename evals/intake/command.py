"""`python -m evals intake`: derive the corpus anew; take in the documents invented for the tests, and ask."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from assistant.documents.library import load_library
from assistant.documents.models import Policy
from assistant.documents.readers import read_source
from assistant.documents.yaml_file import load_yaml
from assistant.errors import AssistantError
from assistant.intake.derive import derive_from
from assistant.intake.models import Draft
from assistant.intake.source import as_source
from assistant.intake.titles import fold_title
from assistant.settings import Settings
from evals.intake.documents import TakenIn, take_in
from evals.intake.kinds import COVERED, Account, Found, kinds_of

FIELDS = (
    "title",
    "document_number",
    "issuers",
    "region",
    "issued_on",
    "valid_from",
    "valid_until",
    "period_from",
    "period_until",
    "validity_basis",
    "based_on",
    "supersedes",
)

MOST_WRONG = 0.05  # of the figures, and of the answers


@dataclass(frozen=True)
class Measured:
    """A policy derived anew: fields that differ, figures that are not what people made of them."""

    policy_id: str
    wrong_fields: tuple[str, ...]
    figures: int
    wrong_figures: tuple[tuple[Found, Found], ...]  # as people have it, as derived


def main(arguments: list[str]) -> int:
    """Run the command; its exit status: 1 where a field or a clause is wrong, or a page's frame is read.

    Also where less than 95 % of the figures or of the answers are right.
    """
    argparse.ArgumentParser(prog="python -m evals intake", description=__doc__).parse_args(arguments)
    try:
        settings = Settings.from_environment()
        measured, taken = measure(settings), take_in_invented(settings)
    except AssistantError as error:
        print(error, file=sys.stderr)
        return 2
    for one in measured:
        right = one.figures - len(one.wrong_figures)
        print(f"{one.policy_id:22} fields wrong: {len(one.wrong_fields)}", end="   ")
        print(f"figures right: {right} of {one.figures}")
        for what in one.wrong_fields:
            print(f"    {what}")
        for wanted, derived in one.wrong_figures:
            print(f"    {wanted.clause}\t{wanted.kind} → {derived.kind}\t{wanted.words}")
    figures, wrong = sum(m.figures for m in measured), sum(len(m.wrong_figures) for m in measured)
    print(
        f"figures with the right clause and kind: {figures - wrong} of {figures} ({1 - wrong / figures:.1%})"
    )
    fits = tell(taken)
    return 1 if any(m.wrong_fields for m in measured) or wrong > MOST_WRONG * figures or not fits else 0


def take_in_invented(settings: Settings) -> tuple[TakenIn, ...]:
    """The documents that were invented for the tests, taken in beside a copy of the corpus, and asked."""
    # They are the tests' own, and what writes them is installed only where tests are.
    from tests.documents.invented.documents import DOCUMENTS, HERE, write

    with TemporaryDirectory() as name:
        folder = Path(name)
        files = {policy_id: write(policy_id, folder) for policy_id in DOCUMENTS}
        return take_in(files, HERE / "expected", settings, folder)


def tell(taken: Sequence[TakenIn]) -> bool:
    """Print what became of each document; whether outlines, metadata and answers are as they must be."""
    for one in taken:
        right = sum(asked.right and asked.says for asked in one.asked)
        print(
            f"{one.policy_id:22} fields wrong: {len(one.wrong_fields)}   "
            f"clauses wrong: {len(one.wrong_clauses)}   answers right: {right} of {len(one.asked)}   "
            f"leaked: {len(one.leaked)} (of {one.furniture} strings)"
        )
        for what in (*one.wrong_fields, *one.wrong_clauses, *one.leaked):
            print(f"    {what}")
    asked = [asked for one in taken for asked in one.asked]
    right = sum(asked.right and asked.says for asked in asked)
    leaked, furniture = sum(len(one.leaked) for one in taken), sum(one.furniture for one in taken)
    print(f"answers that cite and quote the right clause: {right} of {len(asked)} ({right / len(asked):.1%})")
    print(
        f"answers and clauses with navigation, scripts, page heads or feet: {leaked} (of {furniture} strings)"
    )
    wrong = any(one.wrong_fields or one.wrong_clauses for one in taken)
    return not wrong and not leaked and len(asked) - right <= MOST_WRONG * len(asked)


def measure(settings: Settings) -> tuple[Measured, ...]:
    """Every policy whose rules are reviewed, derived from its own text alone."""
    policies = load_library(settings.corpus).policies
    return tuple(_measure(policy, settings) for policy in policies)


def _measure(policy: Policy, settings: Settings) -> Measured:
    folder = settings.corpus / "policies" / policy.id
    source = as_source(read_source(folder / "source.txt"), policy.id)
    draft, _ = derive_from(source, settings, policy_id=policy.id)
    wanted = kinds_of(policy.clauses, _as_written(folder, policy))
    derived = kinds_of(policy.clauses, _as_drafted(draft))
    pairs = list(zip(wanted, derived, strict=True))
    wrong = tuple((a, b) for a, b in pairs if a.kind not in (b.kind, COVERED))
    return Measured(policy.id, tuple(_wrong_fields(policy, draft)), len(pairs), wrong)


def _wrong_fields(policy: Policy, draft: Draft) -> list[str]:
    differing = []
    for field in FIELDS:
        wanted, derived = getattr(policy.about, field), getattr(draft.about, field)
        if field == "title":
            wanted, derived = fold_title(wanted), fold_title(derived)
        if wanted != derived:
            differing.append(f"{field}: {wanted} → {derived}")
    return differing


def _as_written(folder: Path, policy: Policy) -> Account:
    raw: dict[str, Any] = load_yaml(folder / "benefits.yaml", dict)
    return Account(
        tuple(raw.get("benefits", ())),
        tuple(raw.get("adjustments", ())),
        tuple((entry.clause, entry.text) for entry in policy.about.set_aside),
    )


def _as_drafted(draft: Draft) -> Account:
    set_aside = tuple((entry.clause, entry.text) for entry in draft.about.set_aside)
    return Account(draft.benefits, draft.adjustments, set_aside)

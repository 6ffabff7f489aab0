"""`python -m evals intake`: derive every policy of the corpus anew, and hold it against what people wrote."""

import argparse
import os
import sys
from dataclasses import dataclass
from pathlib import Path
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

MOST_WRONG = 0.05  # of the figures


@dataclass(frozen=True)
class Measured:
    """A policy derived anew: fields that differ, figures that are not what people made of them."""

    policy_id: str
    wrong_fields: tuple[str, ...]
    figures: int
    wrong_figures: tuple[tuple[Found, Found], ...]  # as people have it, as derived


def main(arguments: list[str]) -> int:
    """Run the command; its exit status: 1 where a field is wrong or less than 95 % of the figures right."""
    argparse.ArgumentParser(prog="python -m evals intake", description=__doc__).parse_args(arguments)
    try:
        measured = measure(Settings.from_environment(os.environ))
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
    return 1 if any(m.wrong_fields for m in measured) or wrong > 0.05 * figures else 0


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

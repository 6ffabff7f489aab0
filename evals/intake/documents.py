"""Documents that are taken in by themselves, held against what is true of them, and asked about."""

import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from assistant.bootstrap import Assistant, open_assistant
from assistant.documents.models import Clause
from assistant.documents.yaml_file import load_yaml
from assistant.intake.add import add_policy
from assistant.intake.models import Draft
from assistant.intake.titles import fold_title
from assistant.settings import IN_MEMORY, Settings


@dataclass(frozen=True)
class Asked:
    """A question with its answer, and whether the right clause is cited, and quoted with what it says."""

    text: str
    wanted: str
    cited: tuple[str, ...]
    says: bool
    answer: str  # and all that it quotes

    @property
    def right(self) -> bool:
        """Whether the clause is cited."""
        return self.wanted in self.cited


@dataclass(frozen=True)
class TakenIn:
    """A document that was taken in; `leaked`: words of its furniture, each with the clause or answer."""

    policy_id: str
    wrong_fields: tuple[str, ...]
    wrong_clauses: tuple[str, ...]
    asked: tuple[Asked, ...]
    furniture: int  # what stands around the text: navigation, scripts, page heads and feet, page numbers
    leaked: tuple[str, ...]


def take_in(
    files: Mapping[str, Path], expected: Path, settings: Settings, folder: Path
) -> tuple[TakenIn, ...]:
    """Add each file to a copy of the corpus, in `folder`, and ask what `expected`/<id>.yaml asks of it.

    `files`: policy id → file. Each expectation holds `metadata`, `outline`, `questions` (ask, path, says) and
    `furniture`, words that no clause of any document and no answer may have.
    """
    shutil.copytree(settings.corpus, folder / "corpus")
    copy = settings.model_copy(
        update={"corpus": folder / "corpus", "indexes": folder / "indexes", "database_url": IN_MEMORY}
    )
    drafts: dict[str, Draft] = {}
    for policy_id, path in files.items():
        added = add_policy(path, copy, policy_id=policy_id)
        assert added is not None
        drafts[policy_id] = added.draft
    assistant = open_assistant(copy)
    wanted = {name: load_yaml(expected / f"{name}.yaml", dict) for name in drafts}
    taken = [_judge(draft, wanted[name], assistant) for name, draft in drafts.items()]
    places = {
        f"{name} {clause.path}": clause.text for name, d in drafts.items() for clause in d.source.clauses
    }
    places |= {f"{one.policy_id} {asked.text}": asked.answer for one in taken for asked in one.asked}
    return tuple(replace(one, leaked=leaks(wanted[one.policy_id]["furniture"], places)) for one in taken)


def leaks(furniture: Iterable[str], places: Mapping[str, str]) -> tuple[str, ...]:
    """Which words stand where they must not, white space aside; `places`: the name of a text → the text."""
    squeezed = {name: "".join(text.split()) for name, text in places.items()}
    return tuple(
        f"{words} → {name}"
        for words in furniture
        for name, text in squeezed.items()
        if "".join(words.split()) in text
    )


def _judge(draft: Draft, expected: dict[str, Any], assistant: Assistant) -> TakenIn:
    fields = [
        f"{field}: {wanted} → {getattr(draft.about, field)}"
        for field, wanted in expected["metadata"].items()
        if field != "validity_quotes" and not _fits(field, wanted, getattr(draft.about, field))
    ]
    quotes = [(quotation.clause, quotation.quote) for quotation in draft.about.validity_quotes]
    for wanted in expected["metadata"].get("validity_quotes", ()):
        if not any(path == wanted["clause"] and wanted["quote"] in quote for path, quote in quotes):
            fields.append(f"validity_quotes: {wanted} → {quotes}")
    paths = [_name(clause) for clause in draft.source.clauses]
    clauses = [f"{a} → {b}" for a, b in zip(expected["outline"], paths, strict=False) if a != b]
    if len(paths) != len(expected["outline"]):
        clauses.append(f"{len(expected['outline'])} clauses → {len(paths)}")
    asked = tuple(_ask(question, draft, assistant) for question in expected["questions"])
    return TakenIn(
        draft.policy_id, tuple(fields), tuple(clauses), asked, len(expected["furniture"]), leaked=()
    )


def _ask(question: dict[str, str], draft: Draft, assistant: Assistant) -> Asked:
    begin = draft.about.valid_from or draft.about.period_from or draft.about.issued_on
    day = max(begin, draft.about.issued_on) + timedelta(days=1)
    reply = assistant.ask(question["ask"], as_of=day)
    cited = tuple(dict.fromkeys(c.path for c in reply.citations if c.policy_id == draft.policy_id))
    says = "".join(question["says"].split()) in "".join(reply.text.split())
    answer = "\n".join((reply.text, *(citation.quote for citation in reply.citations)))
    return Asked(question["ask"], str(question["path"]), cited, says, answer)


def _name(clause: Clause) -> str:
    return clause.path if clause.kind != "responsible" else f"{clause.path}#责任单位"


def _fits(field: str, wanted: Any, derived: Any) -> bool:
    if field == "title":  # with or without the offices that it begins with
        return fold_title(derived).endswith(fold_title(wanted))
    return list(derived) == wanted if isinstance(wanted, list) else bool(derived == wanted)

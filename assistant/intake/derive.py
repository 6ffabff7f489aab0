"""One document → a draft of everything that its folder will hold."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from assistant.bootstrap import Calculator, open_calculator
from assistant.dialogue.language.lexicon import load_lexicon
from assistant.documents.models import Policy
from assistant.errors import BadInput
from assistant.intake.checks import check_draft
from assistant.intake.draft_bounds import draft_bounds
from assistant.intake.draft_examples import draft_examples
from assistant.intake.draft_questions import draft_questions
from assistant.intake.draft_rules import draft_rules
from assistant.intake.identifier import checked_id, derive_id
from assistant.intake.metadata import derive_metadata
from assistant.intake.models import Doubt, Draft, Source
from assistant.intake.source import as_source, read_document
from assistant.intake.vocabulary import Vocabulary
from assistant.settings import Settings

UNNAMED = "new-policy"  # the id of a document while it is read


def derive(
    path: Path,
    settings: Settings,
    *,
    policy_id: str | None = None,
    region: str | None = None,
    issued_on: date | None = None,
) -> tuple[Draft, tuple[Doubt, ...]]:
    """Read a file and derive everything; nothing is written. The draft, and what the checks found.

    Raises AssistantError, in Chinese, where the file cannot be read or says too little of itself.
    """
    source = read_document(path, UNNAMED, settings)
    return derive_from(source, settings, policy_id=policy_id, region=region, issued_on=issued_on)


def derive_from(
    source: Source,
    settings: Settings,
    *,
    policy_id: str | None = None,
    region: str | None = None,
    issued_on: date | None = None,
) -> tuple[Draft, tuple[Doubt, ...]]:
    """The same for a text that was read already."""
    calculator = open_calculator(settings)
    metadata = derive_metadata(
        source, calculator.regions, find_region=calculator.find_region, region=region, issued_on=issued_on
    )
    about = metadata.about
    chosen = checked_id(policy_id) if policy_id else derive_id(about, calculator.regions)
    source = replace(as_source(source.raw, chosen), original=source.original)
    words = Vocabulary(calculator.rulebook, load_lexicon(settings.corpus / "lexicon.yaml"))
    drafts = draft_rules(chosen, source.clauses, words)
    bounds = draft_bounds(source.clauses, drafts.benefits, words)
    policy = Policy(chosen, about, source.text, source.clauses, refers_to=())
    for benefit in drafts.benefits:
        if examples := draft_examples(benefit, bounds.limits, policy, calculator.rulebook.book):
            benefit["examples"] = examples
    place = calculator.regions.region(about.region).name.rstrip("省市县区")
    draft = Draft(
        policy_id=chosen,
        source=source,
        about=about.model_copy(update={"set_aside": tuple(dict.fromkeys(drafts.set_aside))}),
        benefits=tuple(drafts.benefits),
        adjustments=tuple(drafts.adjustments),
        questions=draft_questions(source.clauses, place, words),
        doubts=(*metadata.doubts, *drafts.doubts, *bounds.doubts),
        limits=bounds.limits,
    )
    return draft, check_draft(draft, calculator.library)


def check_free(draft: Draft, calculator: Calculator, replacing: str | None = None) -> None:
    """Raises BadInput where the corpus has another policy of that id, or none that is to be replaced."""
    if replacing is not None and calculator.library.get(replacing) is None:
        raise BadInput(f"没有收录“{replacing[:60]}”这份政策，不能用新的代替它。")
    if draft.policy_id != replacing and calculator.library.get(draft.policy_id) is not None:
        raise BadInput(
            f"已经有编号为 {draft.policy_id} 的政策。请换一个编号，或者代替原来的，或者先删除原来的。"
        )

"""The folder of a policy as it is written: what a person then reviews."""

from pathlib import Path

from assistant.documents.models import Policy
from assistant.documents.outline_table import outline_table
from assistant.documents.yaml_file import write_yaml
from assistant.intake.models import Draft

_ABOUT = (
    "由程序从原文推断，请逐项核对。\n"
    "Derived from the text; check each field. What they mean: assistant/documents/models.py"
)
_BENEFITS = (
    "草稿：每条规则核对以后删去 draft: true，才参与计算。\n"
    "Drafts: a rule computes only once it is reviewed and its `draft: true` is taken out. See docs/rules.md"
)
_QUESTIONS = (
    "草稿：人们会怎么问这一条；改好以后删去 draft。\n"
    "How people ask for each clause; take `draft` out once reviewed."
)


def write_folder(folder: Path, draft: Draft) -> None:
    """Write the text and the very bytes that it was read from, policy.yaml, outline.txt, rules, questions."""
    folder.mkdir(parents=True)
    (folder / "source.txt").write_text(draft.source.raw, encoding="utf-8")
    if (original := draft.source.original) is not None:
        (folder / f"original{original.suffix}").write_bytes(original.content)
    write_yaml(folder / "policy.yaml", _about(draft), _ABOUT)
    policy = Policy(draft.policy_id, draft.about, draft.source.text, draft.source.clauses, refers_to=())
    (folder / "outline.txt").write_text(outline_table(policy), encoding="utf-8")
    rules = {
        "limits": list(draft.limits),
        "adjustments": list(draft.adjustments),
        "benefits": list(draft.benefits),
    }
    write_yaml(
        folder / "benefits.yaml",
        {key: value for key, value in rules.items() if value or key == "benefits"},
        _BENEFITS,
    )
    write_yaml(folder / "questions.yaml", {"draft": True, **draft.questions}, _QUESTIONS, one_a_line=True)


def _about(draft: Draft) -> dict[str, object]:
    """policy.yaml: what is empty is left out, but for the 文号, whose absence is told."""
    raw = draft.about.model_dump(mode="python", exclude_defaults=True)
    return {key: _plain(value) for key, value in ({"title": "", "document_number": None} | raw).items()}


def _plain(value: object) -> object:
    """Tuples as lists, all the way down."""
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value

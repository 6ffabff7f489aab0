"""What was read from a document, for whoever decides whether it is taken in: in words, nothing of its own."""

from dataclasses import dataclass

from assistant.documents.models import Clause, Quotation
from assistant.documents.regions import RegionTree
from assistant.intake.models import Doubt, Draft
from assistant.wording import VALIDITY_BASES

_OPENING = 24


@dataclass(frozen=True)
class Summary:
    """A draft as a person reads it before anything is written."""

    title: str
    number: str  # the 文号, or that there is none
    facts: tuple[tuple[str, str], ...]  # 编号, 地区, 发文机关, 成文, 起, 止, 起止的依据 …
    validity: tuple[Quotation, ...]  # the words that the validity rests on
    outline: tuple[tuple[str, str], ...]  # path and heading, or how the clause begins
    rules: int  # drafted
    doubts: tuple[Doubt, ...]  # what is unsure
    concerns: tuple[Doubt, ...]  # what the checks found


def summarise(draft: Draft, concerns: tuple[Doubt, ...], regions: RegionTree) -> Summary:
    """The summary of a draft and of what the checks of it found."""
    about = draft.about
    facts = [
        ("编号", draft.policy_id),
        ("地区", f"{regions.full_name(about.region)}（{about.region}）"),
        ("发文机关", "、".join(about.issuers)),
        ("成文", str(about.issued_on)),
        ("起", str(about.valid_from or about.period_from or "未写")),
        ("止", str(about.valid_until or about.period_until or "未写")),
        ("起止的依据", VALIDITY_BASES[about.validity_basis]),
    ]
    facts += [("依据的文件", "、".join(about.based_on))] if about.based_on else []
    facts += [("代替的文件", "、".join(about.supersedes))] if about.supersedes else []
    return Summary(
        title=about.title,
        number=about.document_number or "未载文号",
        facts=tuple(facts),
        validity=tuple(about.validity_quotes),
        outline=tuple((clause.path, clause.heading or _opening(clause)) for clause in draft.source.clauses),
        rules=len(draft.benefits) + len(draft.adjustments),
        doubts=draft.doubts,
        concerns=concerns,
    )


def _opening(clause: Clause) -> str:
    return " ".join(clause.text.split())[:_OPENING]

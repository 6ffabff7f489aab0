"""The policies that are held, where each stands, and what of it waits for a review."""

from dataclasses import dataclass
from datetime import date

from assistant.bootstrap import Calculator
from assistant.documents.models import Validity
from assistant.documents.outline_table import outline_table
from assistant.errors import BadInput
from assistant.wording import VALIDITY_BASES

_LABELS = {
    "title": "标题",
    "short_title": "简称",
    "aliases": "别称",
    "document_number": "文号",
    "issuers": "发文机关",
    "region": "地区代码",
    "issued_on": "成文",
    "valid_from": "起",
    "valid_until": "止",
    "period_from": "标题所载期间，起",
    "period_until": "标题所载期间，止",
    "validity_basis": "起止的依据",
    "based_on": "依据的文件",
    "supersedes": "代替的文件",
    "office": "咨询",
}


@dataclass(frozen=True)
class Held:
    """A policy that is held."""

    id: str
    number: str  # the 文号, or that there is none
    title: str
    place: str
    validity: Validity
    rules: int  # reviewed: they compute
    drafts: int  # waiting for a review

    @property
    def state(self) -> str:
        """How far its review has come, in words."""
        waiting = f"，草稿 {self.drafts} 条" if self.drafts else ""
        return f"规则 {self.rules} 条{waiting}"


@dataclass(frozen=True)
class Sheet:
    """One policy: what policy.yaml says of it, its clauses, its drafts."""

    facts: tuple[tuple[str, str], ...]
    outline: str  # as outline.txt has it
    drafts: tuple[tuple[str, str, str], ...]  # id, clause, quote


def held_policies(calculator: Calculator, *, as_of: date) -> tuple[Held, ...]:
    """Every policy that is held, in the order of their ids."""
    book = calculator.rulebook
    return tuple(
        Held(
            policy.id,
            policy.about.document_number or "（未载文号）",
            policy.about.title,
            calculator.regions.full_name(policy.about.region),
            policy.validity(as_of),
            len(book.of_policy(policy.id)),
            len(book.drafts_of(policy.id)),
        )
        for policy in calculator.library.policies
    )


def policy_sheet(calculator: Calculator, policy_id: str) -> Sheet:
    """Everything of a policy. Raises BadInput where it is not held."""
    policy = calculator.library.get(policy_id)
    if policy is None:
        raise BadInput(f"没有收录“{policy_id[:60]}”这份政策。")
    about = policy.about.model_dump(mode="json")
    about["validity_basis"] = VALIDITY_BASES[policy.about.validity_basis]
    facts = tuple(
        (label, "、".join(about[key]) if isinstance(about[key], list) else str(about[key]))
        for key, label in _LABELS.items()
        if about[key]
    )
    drafts = tuple(
        (rule.benefit.id, rule.clause.path, rule.quote) for rule in calculator.rulebook.drafts_of(policy_id)
    )
    return Sheet(facts, outline_table(policy), drafts)

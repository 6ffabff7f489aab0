"""What goes back to the person: the wire format of `POST /api/v1/ask`."""

from datetime import date
from typing import Any, Literal

from pydantic import Field

from assistant.documents.models import Data, Validity

Status = Literal["answered", "needs_facts", "not_found", "out_of_scope"]


class Citation(Data):
    """A clause that the answer rests on; `quote` stands in it word for word."""

    policy_id: str
    title: str
    document_number: str | None
    path: str
    quote: str
    validity: Validity
    valid_from: date | None
    valid_to: date | None
    period: str | None = None  # the period in the title, where the text states no dates: 2019—2021年


class AmountOut(Data):
    """Money in 元, as decimal strings; `low` null: no lower bound, `high` null: no upper bound."""

    kind: Literal["exact", "range", "at_least", "at_most", "unstated"]
    low: str | None
    high: str | None
    unit: str = "元"


class BenefitOut(Data):
    """A benefit that was computed."""

    rule_id: str
    name: str
    policy_id: str
    path: str
    recipient: str
    outcome: Literal["eligible", "ineligible", "undetermined"]
    amount: AmountOut | None
    missing_facts: list[str]
    reasons: list[str]
    steps: list[str]
    limits: list[str]
    notes: list[str]
    validity: Validity
    valid_from: date | None
    valid_to: date | None


class QuestionOut(Data):
    """What to ask next."""

    fact: str
    text: str
    options: list[str] = Field(default_factory=list)


class Reply(Data):
    """The answer to one message."""

    session_id: str
    answer_id: str = ""  # to be read out to a hotline: the same reply is found under it again
    status: Status
    text: str
    citations: list[Citation] = Field(default_factory=list)
    benefits: list[BenefitOut] = Field(default_factory=list)
    questions: list[QuestionOut] = Field(default_factory=list)
    suggestions: list[str] = Field(default_factory=list)


class Session(Data):
    """What was said so far in a conversation, nothing derived; facts as `FactBook.store` writes them."""

    regions: tuple[str, ...] = ()  # codes of the places that the matter is about
    facts: dict[str, Any] = Field(default_factory=dict)
    groups: tuple["Group", ...] = ()  # several groups of people in one matter
    topics: tuple[str, ...] = ()
    kind: str = ""  # what the last message asked for: benefit, lookup …
    asked: str | None = None  # the fact that the last reply asked for
    policy: str | None = None  # the policy that the last reply quoted first: 其中… goes on with it


class Group(Data):
    """One group of people with facts of its own: 5名中级工."""

    topics: tuple[str, ...] = ()
    facts: dict[str, Any] = Field(default_factory=dict)


Session.model_rebuild()


class SearchHit(Data):
    """A clause that a search found, and why it stands where it does."""

    policy_id: str
    title: str
    document_number: str | None
    path: str
    heading: str
    passage: str  # the sentences that answer, word for word
    highlights: list[tuple[int, int]]  # where words of the question stand in the passage: start and end
    group: int  # hits of one group follow one another in the text, under the same heading: shown together
    score: float
    coverage: float  # the share of the question's weight that stands in the clause
    validity: Validity


class ClauseOut(Data):
    """A clause as it stands."""

    policy_id: str
    title: str
    document_number: str | None
    path: str
    heading: str
    headings: list[str]
    text: str
    rows: list[list[str]]
    responsible: str | None  # the 责任单位 line that speaks for it


class PolicyOut(Data):
    """A policy and where it stands on a day."""

    id: str
    title: str
    document_number: str | None
    issuers: list[str]
    region: str
    issued_on: date
    validity: Validity
    validity_basis: Literal["stated", "title", "unstated"]
    valid_from: date | None
    valid_to: date | None
    period: str | None
    refers_to: list[str]
    paths: list[str]

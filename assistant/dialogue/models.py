"""What goes back to the person: the wire format of `POST /api/v1/ask`."""

from datetime import date
from typing import Any, Literal

from pydantic import Field

from assistant.dialogue.language.lessons import Lessons
from assistant.documents.models import Data, Validity
from assistant.wording import amount_words

Status = Literal["answered", "needs_facts", "not_found", "out_of_scope"]

# The answer in a word, text and time taken together: 符合 · 可能符合 · 不符合 · 政策未规定 · 政策已过期 …
# A text of which only the title's period has passed may still be followed, so it is `possible` at best.
Verdict = Literal["eligible", "possible", "ineligible", "unregulated", "expired", "not_yet", "place_not_held"]


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
    validity_text: str = ""  # where it stands, in a sentence with what that rests on
    validity_today: Validity | None = (
        None  # on the day of the question, where `validity` speaks of another day
    )
    start: int | None = None  # where the quote stands in the whole text of the policy, as the reader shows it
    end: int | None = None


class AmountOut(Data):
    """Money in 元, as decimal strings; `low` null: no lower bound, `high` null: no upper bound."""

    kind: Literal["exact", "range", "at_least", "at_most", "unstated"]
    low: str | None
    high: str | None
    unit: str = "元"


class ConditionOut(Data):
    """A condition in words; `met` null: not known yet; `assumed`: nobody said so, and it is taken as met."""

    text: str
    met: bool | None
    assumed: bool = False


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
    verdict: Verdict = "possible"
    featured: bool = False  # told in full in the text; the others are named beside it
    group: str = ""  # of several groups of people the one that it is for: 四级、5人
    total: bool = False  # all groups together (共7人); what each of them gets is in the entries behind it
    assumed: str = ""  # what was taken as one because nobody said how many: 按1人算

    @property
    def amount_words(self) -> str:
        """The amount as a line shows it: 1000元, 最高400元, 不发放."""
        due = self.amount
        return "不发放" if due is None else amount_words(due.kind, due.low, due.high, due.unit)

    amount_text: str = ""  # 1000元, 最多400元, 不低于4000元, 500元至3000元; empty where it cannot be had
    conditions: list[ConditionOut] = Field(default_factory=list)
    why_not: str = ""  # why it cannot be had
    office: str = ""  # whom to ask where the text leaves something open
    grant: Citation | None = None  # the words that grant it


class QuestionOut(Data):
    """What to ask next."""

    fact: str
    text: str
    options: list[str] = Field(default_factory=list)


class FactOut(Data):
    """Something that was said in the conversation, in people's words; `region` is a fact here too.

    `fact` as `facts` of a request takes it, there with null to forget it; empty where it can only be
    changed by saying so.
    """

    fact: str
    label: str
    value: str
    kind: str  # of FactSpec, region, or group: one of several groups of people
    unit: str = ""
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
    verdict: Verdict | None = None  # of the first benefit, or of an answer that has none; null: no verdict
    notices: list[str] = Field(default_factory=list)  # Markdown: what `text` says beside the benefits
    facts: list[FactOut] = Field(default_factory=list)


class Session(Data):
    """What was said so far in a conversation, nothing derived; facts as `FactBook.store` writes them."""

    regions: tuple[str, ...] = ()  # codes of the places that the matter is about
    facts: dict[str, Any] = Field(default_factory=dict)
    groups: tuple["Group", ...] = ()  # several groups of people in one matter
    earlier: tuple["Group", ...] = ()  # persons or lots of people told of before those spoken of now
    of_a_whole: bool = False  # the groups are the others of some people and those told apart from them
    recent: int | None = None  # which of the groups was told of last
    left_out: int = 0  # how many more people were counted at first: 20人，跑了4个; fewer (-5): 再加5个
    lots: int = 0  # in how many lots they came, where those were named: 第二批
    lessons: Lessons | None = None  # the hours of one day, and on how many days: 每天4课时,8天
    topics: tuple[str, ...] = ()
    kind: str = ""  # what the last message asked for: benefit, lookup …
    asked: str | None = None  # the fact that the last reply asked for
    policy: str | None = None  # the policy that the last reply quoted first: 其中… goes on with it
    path: str | None = None  # the clause of it: of a table, another row may be asked for next
    quoted_before: str | None = None  # the row of the same table that the reply before it quoted
    quote: str | None = None  # the words of it, where no benefit was told: what follows may go on with them


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
    tables: list[list[list[str]]]  # each its rows, the head first
    responsible: str | None  # the 责任单位 line that speaks for it


class AmountNote(Data):
    """What an amount of a clause is: the benefit that uses it, a limit, or no benefit and why."""

    kind: Literal["benefit", "adjustment", "limit", "set_aside"]
    text: str


class AmountMark(Data):
    """An amount in a clause: clause.text[start:end], and which of the clause's notes explain it."""

    start: int
    end: int
    notes: list[int]


class ClauseText(Data):
    """A clause as the reader shows it; `start`: where it begins in the policy's whole text."""

    path: str
    kind: str
    heading: str
    level: int  # 0: no clause above it
    text: str
    start: int
    marks: list[AmountMark]
    notes: list[AmountNote]


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


class PolicyText(Data):
    """A policy's whole text."""

    about: PolicyOut
    validity_text: str
    office: str
    clauses: list[ClauseText]

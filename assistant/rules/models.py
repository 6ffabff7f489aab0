"""Rules as data: what `benefits.yaml` holds. Every amount comes from here, and from a clause."""

from decimal import Decimal
from typing import Any, Literal

from pydantic import ConfigDict, Field, model_validator

from assistant.documents.models import Data, Quotation
from assistant.rules.conditions import Condition
from assistant.rules.formulas import FormulaField

Outcome = Literal["eligible", "ineligible", "undetermined"]
TO_REVIEW = "待核对："  # how a point begins that the program left for whoever reviews a draft
Asker = Literal["个人", "企业", "培训机构", "院校", "部门"]


class Example(Data):
    """A situation and what the rule must say of it.

    `amount`: a number (exact), [low, high], {at_least: n}, {at_most: n}, or unstated.
    `asks`: the facts that are missing, in any order.
    """

    say: str
    facts: dict[str, Any] = Field(default_factory=dict)
    outcome: Outcome
    amount: Any = None
    asks: tuple[str, ...] = ()


class RuleData(Data):
    """Base of rules, which hold conditions and formulas as parsed trees."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Benefit(RuleData):
    """Something that a clause grants to somebody."""

    id: str
    draft: bool = False  # found by the program, reviewed by nobody: it never computes
    name: str
    topic: str = ""  # only a draft may leave it open
    clause: str
    quote: str
    recipients: tuple[str, ...] = ()  # in the policy's words; empty: the text does not say who is paid
    verb: str = "可领"  # 可领1000元; 可在税前扣除, 可先行拨付 …
    askers: tuple[Asker, ...]  # who may claim it or gains from it
    when: Condition | None = None
    amount: FormulaField
    limits: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()  # benefits that cannot be had as well; named on both sides
    excluded_by: dict[str, bool | str] = Field(default_factory=dict)  # facts that mean one of them was had
    exclusion: Quotation | None = None  # the words that exclude them
    before_start: bool = False  # of what happened before the policy began and is settled under it
    see: tuple[Quotation, ...] = ()  # other clauses that the answer rests on
    open_points: tuple[str, ...] = ()  # what the text leaves open
    examples: tuple[Example, ...] = ()

    @model_validator(mode="after")
    def _is_complete(self) -> "Benefit":
        if not (self.draft or self.topic):
            raise ValueError("缺少 topic：只有草稿可以不写")
        return self

    @property
    def recipient(self) -> str:
        """Who gets the money, in words."""
        return "、".join(self.recipients) or "条文未写明"


class Limit(RuleData):
    """A bound on many benefits: times a year, the same level once, an age."""

    id: str
    draft: bool = False  # as for a benefit: it bounds none that is reviewed
    say: str
    clause: str
    quote: str
    blocked_when: Condition
    say_blocked: str
    open_points: tuple[str, ...] = ()  # what the text leaves open


class Adjustment(RuleData):
    """A change of other benefits' amounts: 提高 30%, 上浮不超过 30%."""

    id: str
    draft: bool = False  # as for a benefit: it changes no amount
    name: str
    clause: str
    quote: str
    topic: str = ""  # only a draft may leave it open
    when: Condition | None = None  # only a draft may leave it open
    raise_percent: Decimal | None  # None: the text allows a rise and gives no figure
    at_most: bool = False
    applies_to: tuple[str, ...] = ()
    open_points: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _is_complete(self) -> "Adjustment":
        if not (self.draft or (self.topic and self.when)):
            raise ValueError("缺少 topic 或者 when：只有草稿可以不写")
        return self


class BenefitsFile(RuleData):
    """`benefits.yaml` of one policy."""

    benefits: tuple[Benefit, ...]
    limits: tuple[Limit, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()


class Topic(Data):
    """What people ask about; `elsewhere`: a matter that the corpus does not hold, and who can help."""

    id: str
    label: str
    words: tuple[str, ...]
    local_words: tuple[str, ...] = ()  # the same, where the place in question has a rule on it
    implied_by: tuple[str, ...] = ()
    hint_words: tuple[str, ...] = ()
    people_words: tuple[str, ...] = ()  # who does it: meant where nothing is said that means another topic
    hinted_by: tuple[str, ...] = ()  # the same, but never in place of what is being talked about
    related: tuple[str, ...] = ()  # what there is for a worker where the topic pays only others
    elsewhere: str | None = None
    held_in: tuple[str, ...] = ()  # clauses (ids) of some places that speak of it all the same
    questions: tuple[str, ...] = ()  # how people ask for what is not held
    of_training: bool = False  # not held, and asked of whatever training is named beside it

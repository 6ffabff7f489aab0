"""What a policy document is made of."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict


class Data(BaseModel):
    """Base of everything that is read from YAML or HTTP."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Validity(StrEnum):
    """Where a policy stands on a day."""

    IN_FORCE = "in_force"
    EXPIRED = "expired"  # its text states an end, and that has passed
    PERIOD_OVER = "period_over"  # only the period in its title has passed: neither 失效 nor 有效
    NOT_YET = "not_yet"


class Quotation(Data):
    """Words that stand in a clause; white space aside they must be found there."""

    clause: str
    quote: str


class SetAside(Data):
    """An amount in the text that is no benefit, and why (target, budget, quota, duty …)."""

    clause: str
    text: str
    reason: str
    draft: bool = False  # the reason was guessed by the program, and nobody has reviewed it


class PolicyFile(Data):
    """`policy.yaml`: what is known about a document beside its text."""

    title: str
    short_title: str
    aliases: tuple[str, ...] = ()  # what people call it besides: 为民办实事
    document_number: str | None = None
    issuers: tuple[str, ...]
    region: str  # the place's six-digit code (GB/T 2260)
    issued_on: date
    valid_from: date | None = None  # only where the text states it
    valid_until: date | None = None  # only where the text states it
    period_from: date | None = None  # the period in the title
    period_until: date | None = None
    validity_basis: Literal["stated", "title", "unstated"]
    validity_quotes: tuple[Quotation, ...] = ()
    based_on: tuple[str, ...] = ()
    supersedes: tuple[str, ...] = ()
    formalities: tuple[Quotation, ...] = ()  # what the text says of applying and of payment
    office: str  # whom a person asks where the text leaves something open, 晋江市人力资源和社会保障局
    set_aside: tuple[SetAside, ...] = ()


@dataclass(frozen=True)
class Clause:
    """A piece of a policy. The clauses of a policy, in order, are its whole mended text.

    `path` is the chain of labels as printed (二（六）2, 三5, 附件1, 前言, 文末). The 责任单位 line of a
    clause has the same path and kind `responsible`; what only lists attachments or addressees is
    `colophon` and answers nothing.
    """

    policy_id: str
    path: str
    kind: Literal["preamble", "body", "responsible", "closing", "annex", "colophon"]
    heading: str  # 企业职工岗前培训; empty where the clause has none
    headings: tuple[str, ...]  # headings of the clauses above it, outermost first
    text: str  # mended: lines joined, page numbers and markup dropped
    start: int  # offsets into the policy's mended text: text == mended[start:end]
    end: int
    tables: tuple[tuple[tuple[str, ...], ...], ...] = ()  # each its rows, the head first

    @property
    def id(self) -> str:
        """Unique in the library: a clause may have 责任单位 lines at two places."""
        suffix = "" if self.kind != "responsible" else f"#责任单位@{self.start}"
        return f"{self.policy_id}/{self.path}{suffix}"


@dataclass(frozen=True)
class Policy:
    """A document with its clauses."""

    id: str
    about: PolicyFile
    text: str  # mended
    clauses: tuple[Clause, ...]
    refers_to: tuple[str, ...]  # every 文号 that the text names and the library does not hold

    def clause(self, path: str) -> Clause | None:
        """The clause at a path (its body, not its 责任单位 line), or None."""
        return next((c for c in self.clauses if c.path == path and c.kind != "responsible"), None)

    def responsible(self, path: str) -> Clause | None:
        """The 责任单位 line that speaks for a path: its own, or that of the nearest clause above it."""
        lines = [c for c in self.clauses if c.kind == "responsible" and _lies_within(path, c.path)]
        return max(lines, key=lambda c: len(c.path), default=None)

    def validity(self, on: date) -> Validity:
        """Where the policy stands on a day, by what its own text says."""
        about = self.about
        begin = about.valid_from or about.period_from or about.issued_on
        if on < begin:
            return Validity.NOT_YET
        if about.valid_until and on > about.valid_until:
            return Validity.EXPIRED
        if about.period_until and on > about.period_until:
            return Validity.PERIOD_OVER
        return Validity.IN_FORCE


def _lies_within(path: str, outer: str) -> bool:
    """Whether a path is `outer` or goes on from it with a further label (三15 is not within 三1)."""
    if not path.startswith(outer):
        return False
    last, following = outer[-1:], path[len(outer) : len(outer) + 1]
    same_number = last.isnumeric() and following.isnumeric() and last.isdecimal() == following.isdecimal()
    return not same_number and following != "~"

"""The answer card: a Reply in the words and the order in which every surface shows it."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Literal
from urllib.parse import quote

from assistant.dialogue.models import BenefitOut, Citation, FactOut, QuestionOut, Reply
from assistant.documents.models import Validity
from assistant.rules.facts import COUNTED, UNSURE
from assistant.wording import VERDICTS, WARNING

HOTLINE = "12333"
Tone = Literal["yes", "maybe", "no", "none"]
_TONES: dict[str, Tone] = {"eligible": "yes", "possible": "maybe", "ineligible": "no"}
# Before the details a card is never longer than a telephone's screen.
_OPEN_LETTERS = 180
_OPEN_LINES = 4
_OPEN_NOTICE_LETTERS = 60
_OVER = (Validity.EXPIRED, Validity.PERIOD_OVER)
_YES_NO = {"是": True, "否": False}
_CONDITION_SIGNS = {True: ("✓", "符合"), False: ("✗", "不符合"), None: ("？", "还不清楚")}
_TAKEN_SIGN = ("○", "没有另说，按符合算")


@dataclass(frozen=True)
class Badge:
    """A word that is told apart by its colour, too."""

    text: str
    tone: Tone


@dataclass(frozen=True)
class ConditionLine:
    """A condition with its sign, and the sign in a word for who does not see it."""

    sign: str
    word: str
    text: str


@dataclass(frozen=True)
class ClauseCard:
    """A clause: what it is called, its words (empty where they have been read already), where it is shown."""

    policy_id: str
    path: str
    label: str  # 晋政办〔2019〕79号 二（六）2
    title: str
    quote: str
    start: int | None  # where the words stand in the whole text
    end: int | None
    validity: Badge
    validity_text: str

    def address(self, query: str = "") -> str:
        """Where the reader shows it, its words marked; relative to the root of the service.

        `query`: the end of an address that says how pages are to look, ?size=elder.
        """
        return reader_address(self.policy_id, self.path, self.start, self.end, query=query)


@dataclass(frozen=True)
class BenefitCard:
    """A benefit that is told in full."""

    rule_id: str
    name: str
    verdict: Badge
    amount: str  # 当时的标准：最多400元; empty where there is none
    assumed: str  # 按1人算
    payee: str
    open: tuple[str, ...]  # 还要看：…, or why not
    conditions: tuple[ConditionLine, ...]
    steps: tuple[str, ...]
    limits: tuple[str, ...]
    notes: tuple[str, ...]
    clause: ClauseCard

    @property
    def tally(self) -> str:
        """How many of the conditions are met: 1项符合、2项还不清楚."""
        counts = [
            (word, sum(c.word == word for c in self.conditions))
            for _, word in (*_CONDITION_SIGNS.values(), _TAKEN_SIGN)
        ]
        return "、".join(f"{count}项{word}" for word, count in counts if count)


@dataclass(frozen=True)
class Line:
    """A benefit in a line of a list."""

    name: str
    amount: str
    payee: str
    clause: ClauseCard


@dataclass(frozen=True)
class FactCard:
    """Something that was said, with what it can be changed to; each `correction` as `facts` of a request."""

    label: str
    value: str
    fact: str  # empty where it can only be changed by saying so
    choices: tuple[tuple[str, str], ...]  # words, correction
    typed: Literal["", "number", "date"]
    unit: str
    forget: str  # the correction that takes it back


@dataclass(frozen=True)
class Card:
    """An answer, the conclusion first; `…_more` is what folds."""

    session_id: str
    verdict: Badge | None
    validity: tuple[Badge, ...]  # of the policies that it speaks of
    text: str  # Markdown, of an answer that is not about benefits
    text_more: str
    notices: tuple[str, ...]  # Markdown
    notices_more: tuple[str, ...]
    benefits: tuple[BenefitCard, ...]
    lines: tuple[Line, ...]
    lines_more: tuple[Line, ...]
    clauses: tuple[ClauseCard, ...]
    question: QuestionOut | None
    next_step: str
    suggestions: tuple[str, ...]
    facts: tuple[FactCard, ...]
    plain: str  # the whole answer as text, to copy

    @property
    def rule_ids(self) -> tuple[str, ...]:
        """The rules that the answer rests on."""
        return tuple(dict.fromkeys(benefit.rule_id for benefit in self.benefits))

    @property
    def clause_ids(self) -> tuple[str, ...]:
        """The clauses that the answer rests on: jinjiang-2019-79/二（六）2."""
        cards = (*(benefit.clause for benefit in self.benefits), *self.clauses)
        return tuple(dict.fromkeys(f"{card.policy_id}/{card.path}" for card in cards))


def reader_address(policy_id: str, path: str, start: int | None, end: int | None, *, query: str = "") -> str:
    """Where the reader shows a clause, with the words from `start` to `end` of the whole text marked.

    Relative to the root of the service; `query`: the end of an address that says how pages are to look.
    """
    marked = "" if start is None else f"q={start}-{end}"
    asked = "&".join(filter(None, (query.removeprefix("?"), marked)))
    return f"policies/{quote(policy_id)}{'?' if asked else ''}{asked}#{quote(path)}"


def card(reply: Reply) -> Card:
    """The card of a reply; the same on the page, in the widget and on the hotline's console."""
    featured = [one for one in reply.benefits if one.featured]
    others = [one for one in reply.benefits if not one.featured]
    # A list of everything that may be had opens with what names a sum.
    # What the words of a clause grant is told by its words.
    others = others if featured or reply.notices else []
    listed = [] if featured else [one for one in others if one.verdict != "ineligible" and _names_sum(one)]
    rest = [one for one in others if one not in listed]
    told = bool(featured or listed)
    text, text_more = ("", "") if told else _split(_answer_paragraphs(reply.text))
    notices = reply.notices if told else []
    open_notices = _how_many(notices, _OPEN_NOTICE_LETTERS)
    lines = [_line(one) for one in (*listed, *rest)]
    at_once = min(len(listed), _OPEN_LINES)
    benefits = tuple(benefit_card(one) for one in featured)
    shown = {told.address() for told in (*(b.clause for b in benefits), *(row.clause for row in lines))}
    clauses = (clause_card(one, read=text + text_more) for one in reply.citations)
    return Card(
        session_id=reply.session_id,
        verdict=_reply_verdict(reply),
        validity=_policies_validity(reply, featured, listed),
        text=text,
        text_more=text_more,
        notices=tuple(notices[:open_notices]),
        notices_more=tuple(notices[open_notices:]),
        benefits=benefits,
        lines=tuple(lines[:at_once]),
        lines_more=tuple(lines[at_once:]),
        clauses=tuple(one for one in clauses if one.address() not in shown),
        question=reply.questions[0] if reply.questions else None,
        next_step=_next_step(reply, featured),
        suggestions=tuple(reply.suggestions),
        facts=tuple(map(_fact_card, reply.facts)),
        plain=re.sub(r"\*\*|(?m:^> ?)", "", reply.text),
    )


def _fact_card(fact: FactOut) -> FactCard:
    def correction(value: Any) -> str:
        return json.dumps({fact.fact: value}, ensure_ascii=False)

    def as_sent(option: str) -> Any:
        if fact.kind == "yes_no" and option in _YES_NO:
            return _YES_NO[option]
        return [option] if fact.kind == "choices" and option != UNSURE else option

    typed: Literal["", "number", "date"] = (
        "number" if fact.kind in COUNTED else "date" if fact.kind == "date" else ""
    )
    return FactCard(
        label=fact.label,
        value=fact.value,
        fact=fact.fact,
        choices=tuple((option, correction(as_sent(option))) for option in fact.options),
        typed=typed,
        unit=fact.unit,
        forget=correction(None),
    )


def benefit_card(benefit: BenefitOut) -> BenefitCard:
    """One benefit, as a computation gives it, too."""
    today = benefit.grant.validity_today if benefit.grant else None
    past = benefit.validity in _OVER or today in _OVER
    conditions = tuple(
        ConditionLine(*(_TAKEN_SIGN if one.assumed else _CONDITION_SIGNS[one.met]), one.text)
        for one in benefit.conditions
    )
    return BenefitCard(
        rule_id=benefit.rule_id,
        name=benefit.name + (f"（{benefit.group}）" if benefit.group else ""),
        verdict=_badge(benefit.verdict),
        amount=f"当时的标准：{benefit.amount_text}" if past and _names_sum(benefit) else benefit.amount_text,
        assumed=benefit.assumed,
        payee=_payee(benefit),
        open=_open(benefit),
        conditions=conditions,
        steps=tuple(benefit.steps),
        limits=tuple(benefit.limits),
        notes=tuple(benefit.notes),
        clause=_grant(benefit),
    )


def _open(benefit: BenefitOut) -> tuple[str, ...]:
    """Why it cannot be had; or what a text says in place of a sum, and what still has to be known."""
    if benefit.why_not:
        return (f"因为{benefit.why_not}。",)
    unknown = [one.text for one in benefit.conditions if one.met is None]
    instead = [] if _names_sum(benefit) else [f"{step}。" for step in benefit.steps[-1:]]
    return (*instead, *([f"还要看：{'；'.join(unknown)}。"] if unknown else []))


def clause_card(citation: Citation, *, read: str = "") -> ClauseCard:
    """A clause; its words are left out where they stand in what has been `read` already."""
    squeezed = re.sub(r"\s", "", citation.quote)
    return ClauseCard(
        policy_id=citation.policy_id,
        path=citation.path,
        label=f"{citation.document_number or f'《{citation.title}》'} {citation.path}",
        title=citation.title,
        quote="" if squeezed in re.sub(r"[\s>]", "", read) else citation.quote,
        start=citation.start,
        end=citation.end,
        validity=validity_badge(citation),
        validity_text=citation.validity_text,
    )


def validity_badge(citation: Citation) -> Badge:
    """Where a policy stands, in a few words; what ran on the day asked about may be over today."""
    today = citation.validity_today
    if today is not None and today is not citation.validity:
        now = validity_badge(citation.model_copy(update={"validity": today, "validity_today": None}))
        then = "当时在执行期间内" if citation.validity is Validity.IN_FORCE else "当时不在执行期间内"
        return Badge(f"{then}，现在{now.text}", now.tone)
    match citation.validity:
        case Validity.EXPIRED if citation.valid_to:
            day = citation.valid_to
            return Badge(f"{day.year}年{day.month}月{day.day}日已到期", "no")
        case Validity.EXPIRED:
            return Badge("已到期", "no")
        case Validity.PERIOD_OVER:
            return Badge(f"标题期间{citation.period or ''}已过", "maybe")
        case Validity.NOT_YET:
            return Badge("尚未施行", "maybe")
        case _ if citation.valid_to or citation.period:
            return Badge("在执行期间内", "yes")
        case _ if citation.valid_from:
            return Badge("已经施行", "yes")
        case _:
            return Badge("没写起止日", "none")


def _badge(verdict: str) -> Badge:
    return Badge(VERDICTS[verdict], _TONES.get(verdict, "none"))


def _reply_verdict(reply: Reply) -> Badge | None:
    return None if reply.verdict is None else _badge(reply.verdict)


def _names_sum(benefit: BenefitOut) -> bool:
    return benefit.amount is not None and benefit.amount.kind != "unstated"


def _payee(benefit: BenefitOut) -> str:
    # What the rulebook says where a text names nobody reads oddly behind 付给.
    return "付给谁：条文没有写明" if "未写明" in benefit.recipient else f"付给：{benefit.recipient}"


def _grant(benefit: BenefitOut) -> ClauseCard:
    assert benefit.grant is not None, benefit.rule_id
    return clause_card(benefit.grant)


def _line(benefit: BenefitOut) -> Line:
    name = benefit.name + (f"（{benefit.group}）" if benefit.group else "")
    amount = benefit.amount_text or f"不能领，因为{benefit.why_not}"
    if not _names_sum(benefit) and benefit.amount is not None and benefit.steps:
        amount = benefit.steps[-1]
    return Line(name, amount, _payee(benefit), _grant(benefit))


def _policies_validity(
    reply: Reply, featured: Sequence[BenefitOut], listed: Sequence[BenefitOut]
) -> tuple[Badge, ...]:
    """A badge for each policy that the conclusion rests on; with its number where there are several."""
    grants = [one.grant for one in (*featured, *listed) if one.grant] or reply.citations
    first = {one.policy_id: one for one in grants}
    badges = [(one, validity_badge(one)) for one in first.values()]
    if len(badges) == 1:
        return (badges[0][1],)
    return tuple(
        Badge(f"{one.document_number or one.title}：{badge.text}", badge.tone) for one, badge in badges
    )


def _answer_paragraphs(text: str) -> list[str]:
    """The paragraphs of an answer, without the warnings that the badges of a card give."""
    return [part for part in text.split("\n\n") if part.strip() and not part.strip().startswith(WARNING)]


def _split(paragraphs: Sequence[str]) -> tuple[str, str]:
    """What is read at once, and what folds."""
    at_once = _how_many(paragraphs, _OPEN_LETTERS)
    shown, rest = [*paragraphs[:at_once]], paragraphs[at_once:]
    # ……写的是： is no answer yet; what follows is, or its beginning.
    if rest and re.search(r"[：:]\s*$", shown[-1]):
        begun = _beginning(rest[0])
        shown.append(begun)
        rest = rest[1:] if begun == rest[0] else rest
    return "\n\n".join(shown), "\n\n".join(rest)


def _beginning(paragraph: str) -> str:
    """As many sentences as are read at once, or a piece of the first; all of what is hardly longer."""
    if len(paragraph) <= _OPEN_LETTERS * 1.3:
        return paragraph
    short = paragraph[:_OPEN_LETTERS]
    end = max(short.rfind(sign) for sign in "。；") + 1
    return f"{short[: end if end > _OPEN_LETTERS / 2 else _OPEN_LETTERS]}……"


def _how_many(texts: Sequence[str], letters: int) -> int:
    """How many of the texts fit into so many letters; the first is always read."""
    lengths = accumulate(map(len, texts))
    return max(sum(length <= letters for length in lengths), min(len(texts), 1))


def _next_step(reply: Reply, featured: Sequence[BenefitOut]) -> str:
    """What a person does now that the answer is read."""
    if reply.status in ("not_found", "out_of_scope"):
        return "" if HOTLINE in reply.text else f"请拨打{HOTLINE}咨询。"
    if not featured:
        return ""
    first = featured[0]
    if first.verdict == "ineligible":
        return f"对结果有疑问，请向{first.office}核实，或者拨打{HOTLINE}。"
    if first.validity in (Validity.EXPIRED, Validity.PERIOD_OVER):
        return f"先问清楚现在是否还办理：{first.office}，电话{HOTLINE}。"
    return f"申请材料和窗口，条文没有写，请向{first.office}咨询，电话{HOTLINE}。"

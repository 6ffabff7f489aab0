"""Putting answers on the wire: the one place where what was computed becomes what is sent."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TypeAlias

from assistant.dialogue.answers.benefit_lines import why_not
from assistant.dialogue.answers.desk import Answer, Cited, Featured
from assistant.dialogue.answers.validity_answer import period, validity_sentence
from assistant.dialogue.models import (
    AmountOut,
    BenefitOut,
    Citation,
    ClauseOut,
    ConditionOut,
    FactOut,
    PolicyOut,
    QuestionOut,
    Reply,
    SearchHit,
    Verdict,
)
from assistant.documents.models import Clause, Policy, Validity
from assistant.documents.quotes import place_of_quote
from assistant.errors import BadInput
from assistant.rules.amount import Amount, show
from assistant.rules.assess import Entitlement
from assistant.rules.facts import plain
from assistant.search.passages import best_passage
from assistant.search.search import Hit, merge_neighbours

Marker: TypeAlias = Callable[[str, str], Iterable[tuple[int, int]]]

_TAKEN = "（没有另说）"
_MARKS = {True: "符合", False: "不符合", None: "未知"}


def compose(answer: Answer, *, session_id: str, on: date, facts: Sequence[FactOut] = ()) -> Reply:
    """The reply for an answer given on a day; `facts`: what was said in the conversation so far."""
    featured = {id(one.entitlement): one for one in answer.featured}
    in_full = {one.entitlement.rule.benefit.id for one in answer.featured}
    benefits = [
        _total_out(one, featured=one.entitlement.rule.benefit.id in in_full, today=on)
        for one in answer.totals
    ]
    benefits += [
        benefit_out(entitlement, featured.get(id(entitlement)), today=on)
        for entitlement in answer.entitlements
    ]
    verdicts = (one.verdict for one in benefits if one.featured)
    return Reply(
        session_id=session_id,
        status=answer.status,
        text=answer.text.strip(),
        citations=[_citation(cited, on) for cited in answer.cited],
        benefits=benefits,
        questions=[QuestionOut(fact=a.fact, text=a.text, options=list(a.options)) for a in answer.asks],
        suggestions=list(answer.suggestions),
        verdict=next(verdicts, answer.verdict),
        notices=list(filter(None, answer.notices)),
        facts=list(facts),
    )


def benefit_out(
    entitlement: Entitlement, featured: Featured | None = None, *, today: date | None = None
) -> BenefitOut:
    """An entitlement as the contract has it.

    `featured`: how it is told where an answer tells it in full. `today`: the day of the question, where
    that may be another one than the day that the entitlement is judged for.
    """
    rule, about = entitlement.rule, entitlement.rule.policy.about
    return BenefitOut(
        rule_id=rule.benefit.id,
        name=rule.benefit.name,
        policy_id=rule.policy.id,
        path=rule.clause.path,
        recipient=rule.benefit.recipient,
        outcome=entitlement.outcome,
        amount=None if entitlement.amount is None else _amount(entitlement.amount),
        missing_facts=list(entitlement.missing),
        reasons=[
            f"{_MARKS[reason.truth]}{_TAKEN if reason.assumed else ''}：{reason.wording}"
            for reason in entitlement.reasons
        ],
        steps=list(entitlement.steps),
        limits=[*entitlement.limits, *_exclusion(entitlement)],
        notes=list(entitlement.notes),
        validity=entitlement.validity,
        valid_from=about.valid_from,
        valid_to=about.valid_until,
        verdict=_verdict(entitlement),
        featured=featured is not None,
        group=featured.group if featured else "",
        assumed=featured.assumed if featured else "",
        amount_text="" if entitlement.amount is None else show(entitlement.amount),
        conditions=[
            ConditionOut(text=reason.wording, met=reason.truth, assumed=reason.assumed)
            for reason in entitlement.reasons
        ],
        why_not=why_not(entitlement) if entitlement.outcome == "ineligible" else "",
        office=about.office,
        grant=_citation(Cited(rule.policy, rule.clause.path, rule.quote), entitlement.on, today),
    )


def _total_out(total: Featured, *, featured: bool, today: date) -> BenefitOut:
    """A total, told in full where any of its parts is."""
    benefit = benefit_out(total.entitlement, total, today=today)
    return benefit.model_copy(update={"total": True, "featured": featured})


def _verdict(entitlement: Entitlement) -> Verdict:
    """Text and time in a word: what a text gives that may not run any more is no 'yes'."""
    if entitlement.outcome == "ineligible":
        return "ineligible"
    match entitlement.validity:
        case Validity.EXPIRED:
            return "expired"
        case Validity.NOT_YET:
            return "not_yet"
    if entitlement.amount is None or entitlement.amount.kind == "unstated":
        return "unregulated"
    surely = entitlement.outcome == "eligible" and entitlement.validity is Validity.IN_FORCE
    return "eligible" if surely else "possible"


def _exclusion(entitlement: Entitlement) -> list[str]:
    words = entitlement.rule.benefit.exclusion
    return [] if words is None else [words.quote]


def _amount(amount: Amount) -> AmountOut:
    return AmountOut(
        kind=amount.kind,
        low=None if amount.low is None else plain(amount.low),
        high=None if amount.high is None else plain(amount.high),
    )


def _citation(cited: Cited, on: date, today: date | None = None) -> Citation:
    about = cited.policy.about
    start, end = _place_of(cited)
    return Citation(
        policy_id=cited.policy.id,
        title=about.title,
        document_number=about.document_number,
        path=cited.path,
        quote=cited.quote,
        validity=cited.policy.validity(on),
        valid_from=about.valid_from,
        valid_to=about.valid_until,
        period=period(cited.policy),
        validity_text=validity_sentence(cited.policy, on),
        validity_today=None if today in (None, on) else cited.policy.validity(today),
        start=start,
        end=end,
    )


def _place_of(cited: Cited) -> tuple[int | None, int | None]:
    """Where the quote stands in the policy's whole text."""
    for clause in cited.policy.clauses:
        if clause.path == cited.path and (place := place_of_quote(clause.text, cited.quote)) is not None:
            return clause.start + place[0], clause.start + place[1]
    return None, None


def search_hits(
    hits: Iterable[Hit], query: str, *, policy_of: Callable[[Clause], Policy], mark: Marker, on: date
) -> list[SearchHit]:
    """The hits of a search, best first. `mark`: where words of the query stand in a text."""
    hits = list(hits)
    groups = {hit.clause.id: group for group, near in enumerate(merge_neighbours(hits), 1) for hit in near}
    return [_search_hit(hit, groups[hit.clause.id], policy_of(hit.clause), query, mark, on) for hit in hits]


def _search_hit(hit: Hit, group: int, policy: Policy, query: str, mark: Marker, on: date) -> SearchHit:
    passage = best_passage(hit.clause, query)
    return SearchHit(
        policy_id=policy.id,
        title=policy.about.title,
        document_number=policy.about.document_number,
        path=hit.clause.path,
        heading=hit.clause.heading,
        passage=passage,
        highlights=list(mark(passage, query)),
        group=group,
        score=round(hit.score, 4),
        coverage=round(hit.coverage, 4),
        validity=policy.validity(on),
    )


def policy_out(policy: Policy, region: str, on: date) -> PolicyOut:
    """A policy and where it stands on a day; `region`: the full name of its place."""
    about = policy.about
    return PolicyOut(
        id=policy.id,
        title=about.title,
        document_number=about.document_number,
        issuers=list(about.issuers),
        region=region,
        issued_on=about.issued_on,
        validity=policy.validity(on),
        validity_basis=about.validity_basis,
        valid_from=about.valid_from,
        valid_to=about.valid_until,
        period=period(policy),
        refers_to=list(policy.refers_to),
        paths=list(dict.fromkeys(clause.path for clause in policy.clauses)),
    )


def clause_out(policy: Policy, path: str) -> ClauseOut:
    """A clause by its path. Raises BadInput where the policy has none there."""
    clause = policy.clause(path)
    if clause is None:
        raise BadInput(f"{policy.about.short_title}里没有“{path[:40]}”这一条。")
    responsible = policy.responsible(path)
    return ClauseOut(
        policy_id=policy.id,
        title=policy.about.title,
        document_number=policy.about.document_number,
        path=clause.path,
        heading=clause.heading,
        headings=list(clause.headings),
        text=clause.text,
        tables=[[list(row) for row in table] for table in clause.tables],
        responsible=None if responsible is None else responsible.text.strip(),
    )

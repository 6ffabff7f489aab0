"""Looking an answer up: one question with filters in, clauses and the answer out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from assistant.bootstrap import Assistant
from assistant.dialogue.language.admit import FIRST_YEAR, LAST_YEAR
from assistant.dialogue.models import Reply, SearchHit, Session
from assistant.documents.models import Clause, Policy, Validity
from assistant.errors import BadInput
from assistant.rules.conditions import values_of
from assistant.rules.facts import FactBook, FactSpec
from assistant.rules.rulebook import Rulebook
from assistant.search.tokens import fold

SHOWN = 8
# Filters but for the place come after ranking: of so many hits enough are left.
LOOKED_AT = 50


@dataclass(frozen=True)
class Filters:
    """What the officer set beside the question; empty: any."""

    place: str = ""
    group: str = ""  # who it is about: 企业, 退役军人 …
    benefit: str = ""  # a topic's id
    level: str = ""  # of a certificate: 四级
    valid: bool = False  # only what is in force on the day
    year: int | None = None

    @property
    def narrow(self) -> bool:
        """Whether they leave out clauses that a search of the place would find."""
        return bool(self.group or self.benefit or self.level or self.valid or self.year)

    def day(self, today: date) -> date:
        """The day to answer for: today, or the end of another year. Raises BadInput for a year too far."""
        if self.year is None or self.year == today.year:
            return today
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise BadInput(f"年份应在 {FIRST_YEAR} 年到 {LAST_YEAR} 年之间。")
        return date(self.year, 12, 31)


@dataclass(frozen=True)
class Finding:
    """What one question found."""

    question: str  # as it was asked, with what the filters add
    day: date
    hits: tuple[SearchHit, ...]
    reply: Reply
    session: Session = field(default_factory=Session)  # what is known of the call so far


def look_up(
    assistant: Assistant, typed: str, filters: Filters, *, today: date, session_id: str | None = None
) -> Finding:
    """The clauses and the answer for a question; a session's id goes on with that call.

    Raises BadInput, in Chinese, where there is nothing to ask or it cannot be used.
    """
    book = assistant.rulebook.book
    day = filters.day(today)
    added = _added_words(typed, filters, assistant.rulebook)
    question = "，".join(part for part in (typed.strip(), added) if part)
    region = filters.place or None
    limit = LOOKED_AT if filters.narrow else SHOWN
    found = assistant.search(question, region=region, as_of=day, limit=limit)
    hits = [hit for hit in found if _fits(hit, filters, assistant, day)]
    facts = _facts(filters, book)
    reply = assistant.ask(question, session_id=session_id, region=region, as_of=day, facts=facts)
    if reply.status == "out_of_scope":  # clauses that share a word with it have nothing to do with it
        hits = []
    session = assistant.sessions.session(reply.session_id)
    return Finding(question, day, tuple(hits[:SHOWN]), reply, session)


def groups(book: FactBook) -> tuple[str, ...]:
    """Who a question may be about: who asks, then the groups that policies name."""
    return (*book["asker"].choices, *book["trainee_group"].choices)


def levels(book: FactBook) -> tuple[str, ...]:
    """The levels of a certificate."""
    return tuple(book["certificate_level"].choices)


def benefits(rulebook: Rulebook) -> dict[str, str]:
    """The topics on which there are rules, id -> label, in their order."""
    held = {rule.benefit.topic for rule in rulebook.rules}
    return {topic.id: topic.label for topic in rulebook.topics.values() if topic.id in held}


def _facts(filters: Filters, book: FactBook) -> dict[str, Any]:
    """The filters that are facts."""
    facts: dict[str, Any] = {}
    if filters.group in book["asker"].choices:
        facts["asker"] = filters.group
    elif filters.group:
        facts["trainee_group"] = [filters.group]
    if filters.level:
        facts["certificate_level"] = filters.level
    return facts


def _added_words(typed: str, filters: Filters, rulebook: Rulebook) -> str:
    """What the filters say and the question does not: the benefit, and all of it where nothing was typed."""
    topic = rulebook.topics.get(filters.benefit)
    words = [] if topic is None or any(word in fold(typed) for word in topic.words) else [_name(topic.words)]
    if not typed.strip():
        level = rulebook.book["certificate_level"].choices.get(filters.level, ())
        words = [*filter(None, (filters.place, filters.group)), *level[:1], *words]
        return f"{''.join(words)}补贴多少" if words else ""
    return "".join(words)


def _name(words: tuple[str, ...]) -> str:
    """The longest of a topic's words that people could have written: no gap, no bare 坐车."""
    return max((word for word in words if "…" not in word), key=len, default="")


def _fits(hit: SearchHit, filters: Filters, assistant: Assistant, day: date) -> bool:
    clause = assistant.library.clause(hit.policy_id, hit.path)
    policy = assistant.library.get(hit.policy_id)
    if clause is None or policy is None:
        return False
    if filters.valid and hit.validity is not Validity.IN_FORCE:
        return False
    if filters.year is not None and not _ran_in(policy, filters.year):
        return False
    wanted = _wanted(filters, assistant.rulebook)
    return all(_speaks_of(clause, one, words, assistant.rulebook) for one, words in wanted.items())


def _ran_in(policy: Policy, year: int) -> bool:
    """Whether a policy was in force on some day of a year."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    return policy.validity(last) in (
        Validity.IN_FORCE,
        Validity.EXPIRED,
        Validity.PERIOD_OVER,
    ) and policy.validity(first) in (Validity.IN_FORCE, Validity.NOT_YET)


def _wanted(filters: Filters, rulebook: Rulebook) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """What a clause must speak of: (fact, value) -> words for it; the fact "topic" is a benefit's topic."""
    book = rulebook.book
    wanted: dict[tuple[str, str], tuple[str, ...]] = {}
    if filters.group in book["asker"].choices:
        wanted["asker", filters.group] = (filters.group,)
    elif filters.group:
        wanted["trainee_group", filters.group] = _words(book["trainee_group"], filters.group)
    if filters.level:
        wanted["certificate_level", filters.level] = _words(book["certificate_level"], filters.level)
    if filters.benefit in rulebook.topics:
        wanted["topic", filters.benefit] = rulebook.topics[filters.benefit].words
    return wanted


def _words(spec: FactSpec, value: str) -> tuple[str, ...]:
    return (value, *spec.choices.get(value, ()))


def _speaks_of(clause: Clause, wanted: tuple[str, str], words: tuple[str, ...], rulebook: Rulebook) -> bool:
    """Whether a rule of the clause is about it, or its text names it."""
    fact, value = wanted
    for rule in rulebook.of_policy(clause.policy_id):
        if rule.clause.id != clause.id:
            continue
        benefit = rule.benefit
        if fact == "topic":
            about = benefit.topic == value
        elif fact == "asker":
            about = value in benefit.askers
        else:
            about = value in values_of(benefit.when, fact)
        if about:
            return True
    squeezed = fold("".join(clause.text.split()))
    return any(word in squeezed for word in words)

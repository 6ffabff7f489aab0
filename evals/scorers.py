"""What is judged of a reply: one small function for each thing, and each says what it found wrong.

A scorer takes an Exchange and returns a list of reasons, empty where nothing is wrong or nothing was asked.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from assistant.bootstrap import Calculator
from assistant.dialogue.models import AmountOut, BenefitOut, Reply
from assistant.documents.quotes import locate_quote
from evals.models import Expect, Reference, WantedBenefit

# What patterns need not allow for: white space, Markdown's marks, thousands separators, decimals of zero.
_SPACE_AND_MARKS = re.compile(r"[\s*_`]+")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
_ZERO_DECIMALS = re.compile(r"(?<=\d)\.0+(?!\d)")
_FULL_BRACKETS = str.maketrans("()", "（）")
_PATH_FILLER = re.compile(r"[\s、.．第条款项]+")
_MONEY = re.compile(r"\d\s*(?:万?元|%)")


@dataclass(frozen=True)
class Exchange:
    """A reply, what was expected of it, and what it is held against.

    `places`: codes of the places that the person speaks of; () where none was named.
    """

    expect: Expect
    reply: Reply
    corpus: Calculator
    places: tuple[str, ...] = ()


@dataclass(frozen=True)
class Fault:
    """Something wrong with a reply."""

    scorer: str
    reason: str


def score(exchange: Exchange) -> tuple[Fault, ...]:
    """Everything wrong with a reply."""
    return tuple(Fault(name, reason) for name, scorer in SCORERS.items() for reason in scorer(exchange))


def status(exchange: Exchange) -> list[str]:
    """The status is one of those allowed."""
    allowed, given = exchange.expect.status, exchange.reply.status
    return [f"status is {given}, not {' or '.join(allowed)}"] if allowed and given not in allowed else []


def benefits(exchange: Exchange) -> list[str]:
    """Each benefit wanted is there: clause, outcome, amount and recipient in one and the same."""
    missing = (
        wanted
        for wanted in exchange.expect.benefits
        if not any(_is_wanted(wanted, given) for given in exchange.reply.benefits)
    )
    return [f"no benefit {_written(wanted)}" for wanted in missing]


def no_benefit(exchange: Exchange) -> list[str]:
    """What must be refused is not called eligible."""
    eligible = [(one.policy_id, one.path) for one in exchange.reply.benefits if one.outcome == "eligible"]
    return [
        f"eligible for {refused.policy} {refused.path}"
        for refused in exchange.expect.no_benefit
        if any(_is_clause(given, (refused.policy, refused.path)) for given in eligible)
    ]


def cites(exchange: Exchange) -> list[str]:
    """Of each group of clauses, one is cited."""
    cited = [(one.policy_id, one.path) for one in exchange.reply.citations]
    return [
        f"cites none of {', '.join(f'{policy} {path}' for policy, path in alternatives)}"
        for alternatives in exchange.expect.cites
        if not any(_is_clause(given, wanted) for wanted in alternatives for given in cited)
    ]


def must(exchange: Exchange) -> list[str]:
    """The text says each of these."""
    text = plain_text(exchange.reply.text)
    return [f"text lacks /{one.pattern}/" for one in exchange.expect.must if not one.search(text)]


def mustnot(exchange: Exchange) -> list[str]:
    """The text says none of these."""
    text = plain_text(exchange.reply.text)
    found = ((one.pattern, one.search(text)) for one in exchange.expect.mustnot)
    return [f"text has /{pattern}/: {match[0]}" for pattern, match in found if match]


def asks(exchange: Exchange) -> list[str]:
    """What is asked next is one of these, by its wording, its fact or its options."""
    wanted, asked = exchange.expect.asks, exchange.reply.questions
    words = " ".join(" ".join((one.text, one.fact, *one.options)) for one in asked)
    if not wanted or any(pattern.search(words) for pattern in wanted):
        return []
    patterns = ", ".join(f"/{one.pattern}/" for one in wanted)
    return [f"asks none of {patterns}, but {[one.fact for one in asked]}"]


def quotes(exchange: Exchange) -> list[str]:
    """Every quote stands word for word in the clause that it is said to come from."""
    return [
        f"quote not in {cited.policy_id} {cited.path}: {cited.quote[:60]}"
        for cited in exchange.reply.citations
        if not any(
            locate_quote(clause.text, cited.quote) is not None
            for clause in exchange.corpus.library.clauses()
            if (clause.policy_id, clause.path) == (cited.policy_id, cited.path)
        )
    ]


def places(exchange: Exchange) -> list[str]:
    """No figure comes from a policy of another place than those spoken of or expected to be answered on."""
    expected = (exchange.corpus.library.get(policy) for policy in exchange.expect.policies())
    allowed = {*exchange.places, *(policy.about.region for policy in expected if policy)}
    paid = [one.policy_id for one in exchange.reply.benefits if one.amount and one.amount.kind != "unstated"]
    quoted = [one.policy_id for one in exchange.reply.citations if _MONEY.search(one.quote)]
    return [
        f"figure from {policy}, a policy of another place"
        for policy in dict.fromkeys(paid + quoted)
        if allowed and not _speaks_for(exchange.corpus, policy, allowed)
    ]


SCORERS: dict[str, Callable[[Exchange], list[str]]] = {
    scorer.__name__: scorer
    for scorer in (status, benefits, no_benefit, cites, must, mustnot, asks, quotes, places)
}


def plain_text(markdown: str) -> str:
    """A reply's text as patterns are held against it."""
    text = _THOUSANDS.sub("", unicodedata.normalize("NFKC", markdown))
    return _SPACE_AND_MARKS.sub("", _ZERO_DECIMALS.sub("", text)).translate(_FULL_BRACKETS)


def _is_wanted(wanted: WantedBenefit, given: BenefitOut) -> bool:
    return (
        any(_is_clause((given.policy_id, given.path), (wanted.policy, path)) for path in wanted.path)
        and (not wanted.outcome or given.outcome in wanted.outcome)
        and _pays(wanted, given.amount)
        and (wanted.recipient is None or wanted.recipient.search(given.recipient) is not None)
    )


def _pays(wanted: WantedBenefit, given: AmountOut | None) -> bool:
    low, high = (given.low, given.high) if given else (None, None)
    if wanted.low is not None and (low is None or Decimal(low) != wanted.low):
        return False
    if wanted.high is None:  # a lower bound alone says that there is no upper one
        return wanted.low is None or high is None
    return high is not None and Decimal(high) == wanted.high


def _is_clause(given: Reference, wanted: Reference) -> bool:
    return given[0] == wanted[0] and (wanted[1] == "*" or _bare(given[1]) == _bare(wanted[1]))


def _bare(path: str) -> str:
    """二（六）2 for 二、(六) 2."""
    return _PATH_FILLER.sub("", unicodedata.normalize("NFKC", path).translate(_FULL_BRACKETS))


def _speaks_for(corpus: Calculator, policy_id: str, places: Iterable[str]) -> bool:
    """Whether a policy's region is one of these places, lies in one, or has one in it."""
    policy = corpus.library.get(policy_id)
    if policy is None:
        return False
    contains, region = corpus.regions.contains, policy.about.region
    return any(contains(region, place) or contains(place, region) for place in places)


def _written(wanted: WantedBenefit) -> str:
    paid = f"{'…' if wanted.low is None else wanted.low}–{'…' if wanted.high is None else wanted.high}"
    who = f" for {wanted.recipient.pattern}" if wanted.recipient else ""
    return f"{wanted.policy} {'/'.join(wanted.path)} {paid} {'/'.join(wanted.outcome)}{who}".strip()

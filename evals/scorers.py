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
from assistant.documents.models import Validity
from assistant.documents.quotes import locate_quote
from evals.models import Expect, Reference, WantedBenefit

# What patterns need not allow for: white space, Markdown's marks, thousands separators, decimals of zero.
_SPACE_AND_MARKS = re.compile(r"[\s*_`]+")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
_ZERO_DECIMALS = re.compile(r"(?<=\d)\.0+(?!\d)")
_FULL_BRACKETS = str.maketrans("()", "（）")
_PATH_FILLER = re.compile(r"[\s、.．第条款项]+")
_PROGRAM = re.compile(
    r"\b[a-z]+_[a-z_]+\b|\bNone\b|\bnull\b|\bTrue\b|\bFalse\b|Decimal|[{}]|\bnan\b", re.ASCII
)
_DOES_NOT_RUN = re.compile(
    r"期间(已|还|不|之)|已过|到期|届满|已经结束|不在这一期间|尚未|还没有?开始|不再|过期|已于|失效|未到"
)
REFUSALS = ("not_found", "out_of_scope")
LONGEST_TEXT = 1800  # characters: three screens of a telephone, details and quotes included
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


def refusals(exchange: Exchange) -> list[str]:
    """What can only be refused is refused, and no money is named with it."""
    if not is_refused(exchange.expect):
        return []
    paid = [one.rule_id for one in exchange.reply.benefits if one.amount and one.amount.kind != "unstated"]
    return [f"not refused: {exchange.reply.status}"] * (exchange.reply.status not in REFUSALS) + [
        f"money in a refusal: {rule}" for rule in paid
    ]


def benefits(exchange: Exchange) -> list[str]:
    """Each benefit wanted is there: clause and outcome in one and the same."""
    return [f"no benefit {_written(wanted)}" for wanted, found in _found(exchange) if not found]


def amounts(exchange: Exchange) -> list[str]:
    """Of each benefit wanted that is there, one has the amount, to the yuan and with its bounds."""
    return [
        f"not {_written(wanted)}, but {'; '.join(map(_paid, found))}"
        for wanted, found in _found(exchange)
        if found and not any(_pays(wanted, one.amount) for one in found)
    ]


def payees(exchange: Exchange) -> list[str]:
    """Of each benefit wanted whose amount is right, one is paid to whom it should be."""
    return [
        f"paid to {'; '.join(one.recipient for one in paying)}, not {_written(wanted)}"
        for wanted, found in _found(exchange)
        if wanted.recipient and (paying := [one for one in found if _pays(wanted, one.amount)])
        if not any(wanted.recipient.search(one.recipient) for one in paying)
    ]


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


def validity(exchange: Exchange) -> list[str]:
    """Whoever is quoted or paid from a policy that does not run on the day is told so in the text."""
    over = {one.policy_id for one in exchange.reply.citations if one.validity is not Validity.IN_FORCE}
    over |= {one.policy_id for one in exchange.reply.benefits if one.validity is not Validity.IN_FORCE}
    told = _DOES_NOT_RUN.search(plain_text(exchange.reply.text))
    return (
        [] if told else [f"{policy} does not run, and the text says nothing of it" for policy in sorted(over)]
    )


def wording(exchange: Exchange) -> list[str]:
    """The text is short enough to be read, and holds nothing of the program's own words."""
    text = exchange.reply.text
    long = [f"text of {len(text)} characters"] * (len(text) > LONGEST_TEXT)
    return long + [f"the program's word in the text: {match[0]}" for match in _PROGRAM.finditer(text)]


SCORERS: dict[str, Callable[[Exchange], list[str]]] = {
    scorer.__name__: scorer
    for scorer in (
        status, refusals, benefits, amounts, payees, no_benefit, cites, must, mustnot, asks, quotes, places,
        validity, wording,
    )
}  # fmt: skip
# What is judged of every reply; the other scorers judge only what a turn expects.
ALWAYS = frozenset({"quotes", "places", "validity", "wording"})


def judged(expect: Expect) -> frozenset[str]:
    """The scorers that have something to say of a reply to this turn."""
    asked = {name for name in SCORERS if getattr(expect, name, None)}
    asked |= {"refusals"} if is_refused(expect) else set()
    asked |= (
        {"amounts"} if any(one.low is not None or one.high is not None for one in expect.benefits) else set()
    )
    asked |= {"payees"} if any(one.recipient for one in expect.benefits) else set()
    return ALWAYS | asked


def is_refused(expect: Expect) -> bool:
    """Whether nothing but a refusal is right."""
    return bool(expect.status) and set(expect.status) <= set(REFUSALS)


def plain_text(markdown: str) -> str:
    """A reply's text as patterns are held against it."""
    text = _THOUSANDS.sub("", unicodedata.normalize("NFKC", markdown))
    return _SPACE_AND_MARKS.sub("", _ZERO_DECIMALS.sub("", text)).translate(_FULL_BRACKETS)


def _found(exchange: Exchange) -> list[tuple[WantedBenefit, list[BenefitOut]]]:
    """Each benefit wanted, with those of the reply that are of its clause and outcome."""
    return [
        (wanted, [given for given in exchange.reply.benefits if _is_wanted(wanted, given)])
        for wanted in exchange.expect.benefits
    ]


def _is_wanted(wanted: WantedBenefit, given: BenefitOut) -> bool:
    return any(_is_clause((given.policy_id, given.path), (wanted.policy, path)) for path in wanted.path) and (
        not wanted.outcome or given.outcome in wanted.outcome
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


def _paid(given: BenefitOut) -> str:
    low, high = (given.amount.low, given.amount.high) if given.amount else (None, None)
    return f"{low or '…'}–{high or '…'}"


def _written(wanted: WantedBenefit) -> str:
    paid = f"{'…' if wanted.low is None else wanted.low}–{'…' if wanted.high is None else wanted.high}"
    who = f" for {wanted.recipient.pattern}" if wanted.recipient else ""
    return f"{wanted.policy} {'/'.join(wanted.path)} {paid} {'/'.join(wanted.outcome)}{who}".strip()

"""What kind of amount each figure of a text is, by a benefits file: fixed, by a table, a ceiling, a share."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from assistant.documents.models import Clause
from assistant.documents.quotes import locate_quote
from assistant.rules.figures import Figure, Span, find_figures, values_in

NO_BENEFIT, ADJUSTMENT, COVERED, MISSING = "no benefit", "adjustment", "in a quote", "missing"
# The first that holds names the kind: a share of a ceiling is a share, a ceiling by level a table.
_ORDER = ("share", "table", "cap", "as_spent", "range", "at_least", "at_most", "each", "fixed")
# What nearly every amount is paid per says nothing of its kind.
_PLAIN_UNITS = ("headcount", "apprenticeship_years")


@dataclass(frozen=True)
class Found:
    """A figure of a clause and what an account makes of it."""

    clause: str
    words: str  # the figure with a few words around it
    kind: str


@dataclass(frozen=True)
class Account:
    """What speaks of amounts: benefits and adjustments as in benefits.yaml, (clause, text) set aside."""

    benefits: tuple[Mapping[str, Any], ...]
    adjustments: tuple[Mapping[str, Any], ...]
    set_aside: tuple[tuple[str, str], ...]


def kinds_of(clauses: Iterable[Clause], account: Account) -> list[Found]:
    """The kind of every figure of a document, in order."""
    found: list[Found] = []
    for clause in clauses:
        if clause.kind in ("responsible", "colophon"):
            continue
        for figure in find_figures(clause.text):
            words = clause.text[max(0, figure.span.start - 10) : figure.span.end + 6]
            found.append(Found(clause.path, " ".join(words.split()), _kind(clause, figure, account)))
    return found


def _kind(clause: Clause, figure: Figure, account: Account) -> str:
    values = values_in(clause.text[figure.span.start : figure.span.end] + "万")
    covered = False
    for benefit in account.benefits:
        if benefit["clause"] == clause.path and _holds(clause, benefit["quote"], figure):
            covered = True
            tags = [tags for value, tags in _walk(benefit["amount"], ()) if value in values]
            if tags:
                return next(kind for kind in _ORDER if kind in tags[0] or kind == "fixed")
    for adjustment in account.adjustments:
        if adjustment["clause"] == clause.path and _holds(clause, adjustment["quote"], figure):
            return ADJUSTMENT
    if any(path == clause.path and _holds(clause, text, figure) for path, text in account.set_aside):
        return NO_BENEFIT
    return COVERED if covered else MISSING


def _holds(clause: Clause, quote: str, figure: Figure) -> bool:
    found = locate_quote(clause.text, quote)
    if found is None:
        return False
    start = clause.text.index(found)
    return figure.inside(Span(start, start + len(found)))


def _walk(raw: Any, tags: tuple[str, ...]) -> Iterator[tuple[Decimal, tuple[str, ...]]]:
    """Every number of a formula with the operators that it stands under."""
    if isinstance(raw, int | float | str) and not isinstance(raw, bool):
        yield Decimal(str(raw)), tags
        return
    operator = next(iter(raw))
    operand = raw[operator]
    match operator:
        case "each":
            yield from _walk(raw["of"], tags if operand in _PLAIN_UNITS else (*tags, "each"))
        case "cap":
            yield Decimal(str(operand)), (*tags, "cap")
            yield from _walk(raw["of"], tags)
        case "percent":
            yield Decimal(str(operand)), (*tags, "share")
            yield from _walk(raw["of"], (*tags, "share"))
        case "range":
            yield from ((Decimal(str(value)), (*tags, "range")) for value in operand)
        case "table":
            for row in raw["rows"].values():
                yield from _walk(row, (*tags, "table"))
        case "as_spent":
            yield Decimal(str(raw["up_to"])), (*tags, "as_spent")
        case "lesser":
            for part in operand:
                yield from _walk(part, tags)
        case "choose":
            for option in operand:
                yield from _walk(option["then"], tags)
        case "at_least" | "at_most":
            yield from _walk(operand, (*tags, operator))

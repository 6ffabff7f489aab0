"""A policy's whole text with every amount explained: which benefit uses it, or why it is none."""

from collections.abc import Iterator
from datetime import date

from assistant.dialogue.answers.validity_answer import validity_sentence
from assistant.dialogue.models import AmountMark, AmountNote, ClauseText, PolicyOut, PolicyText
from assistant.documents.models import Clause, Policy
from assistant.documents.quotes import place_of_quote
from assistant.rules.figures import Figure, Span, find_figures
from assistant.rules.models import BenefitsFile


def explain_policy(policy: Policy, about: PolicyOut, file: BenefitsFile | None, on: date) -> PolicyText:
    """The text of a policy; `file`: its rules, None where it has none; `on`: the day for its validity."""
    uses = list(_uses(file)) if file else []
    clauses = [_explain(clause, policy, uses) for clause in policy.clauses]
    office = policy.about.office
    return PolicyText(
        about=about, validity_text=validity_sentence(policy, on), office=office, clauses=clauses
    )


def _uses(file: BenefitsFile) -> Iterator[tuple[str, str, AmountNote]]:
    """Clause, quoted words, and what they are; nothing that the program guessed and nobody reviewed."""
    for benefit in (entry for entry in file.benefits if not entry.draft):
        note = AmountNote(kind="benefit", text=benefit.name)
        yield benefit.clause, benefit.quote, note
        for other in (*benefit.see, *filter(None, (benefit.exclusion,))):
            yield other.clause, other.quote, note
    for adjustment in (entry for entry in file.adjustments if not entry.draft):
        yield adjustment.clause, adjustment.quote, AmountNote(kind="adjustment", text=adjustment.name)
    for limit in file.limits:
        yield limit.clause, limit.quote, AmountNote(kind="limit", text=limit.say)


def _explain(clause: Clause, policy: Policy, uses: list[tuple[str, str, AmountNote]]) -> ClauseText:
    quoted = [
        (span, note) for path, words, note in uses if path == clause.path for span in _span(clause, words)
    ]
    aside = [
        (span, AmountNote(kind="set_aside", text=entry.reason))
        for entry in policy.about.set_aside
        if entry.clause == clause.path and not entry.draft
        for span in _span(clause, entry.text)
    ]
    found: dict[Span, list[AmountNote]] = {}
    for figure in find_figures(clause.text):
        # What is set aside is marked whole, the figures in it with it.
        if not any(span.holds(figure.span) for span, _ in aside):
            notes = _notes(figure, quoted) or _notes(figure, aside)
            found[figure.span] = notes
    for span, note in aside:
        found.setdefault(span, []).append(note)
    every = list(dict.fromkeys(note for span in sorted(found, key=_start) for note in found[span]))
    marks = [
        AmountMark(start=span.start, end=span.end, notes=[every.index(note) for note in notes])
        for span, notes in sorted(found.items(), key=lambda item: _start(item[0]))
    ]
    return ClauseText(
        path=clause.path,
        kind=clause.kind,
        heading=clause.heading,
        level=len(clause.headings),
        text=clause.text,
        start=clause.start,
        marks=marks,
        notes=every,
    )


def _notes(figure: Figure, quoted: list[tuple[Span, AmountNote]]) -> list[AmountNote]:
    return list(dict.fromkeys(note for span, note in quoted if figure.inside(span)))


def _span(clause: Clause, words: str) -> list[Span]:
    place = place_of_quote(clause.text, words)
    return [] if place is None else [Span(*place)]


def _start(span: Span) -> int:
    return span.start

"""Answers on benefits: what is due, to whom, how much, on which conditions, by which clause."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from assistant.dialogue.answers.barring import barred_note, barring_limits, limits_told_of
from assistant.dialogue.answers.benefit_lines import (
    arithmetic,
    conditions,
    feature,
    granting,
    one_lines,
    quotes_for,
    small_print,
    taken_as_met,
    title,
)
from assistant.dialogue.answers.benefit_notes import (
    figure_note,
    payee_notes,
    payee_totals,
    renamed_notes,
    stacking_notes,
)
from assistant.dialogue.answers.benefit_questions import next_question, questions_on
from assistant.dialogue.answers.comparison import compare_places
from assistant.dialogue.answers.conclusion import conclusion, running_now
from assistant.dialogue.answers.desk import (
    Answer,
    Cited,
    Desk,
    Featured,
    quoted,
    unique,
)
from assistant.dialogue.answers.formalities_written import no_formalities
from assistant.dialogue.answers.group_names import join_names
from assistant.dialogue.answers.kind import asks_validity
from assistant.dialogue.answers.prospects import prospect_line, prospects_of
from assistant.dialogue.answers.requirements import requirement_notes
from assistant.dialogue.answers.told_in_full import is_of_others, ordered, told_in_full
from assistant.dialogue.answers.totals import (
    Case,
    line_of_lump_sums,
    line_of_persons,
    totals_of,
)
from assistant.dialogue.answers.validity_answer import over, over_first, validity_lines
from assistant.dialogue.answers.whose_note import whose_notes
from assistant.dialogue.matter import Matter
from assistant.dialogue.people.one_by_one import asks_for_a_sum
from assistant.dialogue.reading import Reading, Together
from assistant.documents.models import Policy
from assistant.rules.assess import Entitlement

# More than this a telephone's screen does not hold; what is not told in full is told in a line.
MOST_LETTERS = 1200
SUGGESTIONS = ("这笔钱付给谁？", "还能申请哪些补贴？", "这个政策还有效吗？")


def answer_benefits(desk: Desk, reading: Reading, matter: Matter, cases: Sequence[Case]) -> Answer:
    """The answer on these entitlements, the most fitting first: conclusion, then each with its clause."""
    cases = [replace(case, entitlements=tuple(ordered(case.entitlements, matter))) for case in cases]
    book = desk.rulebook.book
    everything = tuple(e for case in cases for e in case.entitlements)
    shown = {id(e) for case in cases for e in told_in_full(case, matter)}
    past = over(policies_of(e for case in cases for e in told_in_full(case, matter)), matter.latest)
    totals = totals_of(cases)
    in_full, details, cited = _details(cases, shown, matter, reading)
    required, of_requirements = requirement_notes(
        desk, reading, [e for case in cases for e in told_in_full(case, matter)]
    )
    stacking = stacking_notes(reading, cases, matter, book)
    # What was asked stands first.
    ahead = required if "amount" not in reading.intents else []
    ahead = [*ahead, *(stacking if "stacking" in reading.intents else [])]
    lines = [*over_first(past, matter.latest), *([*ahead[1:], ""] if ahead else [])]
    told = [t for t in totals if any(id(e) in shown for e in t.parts)]
    together = reading.together is not Together.NOBODY
    asks_for_all = asks_for_a_sum(reading.text)
    of_persons = line_of_persons(cases, desk.place) if together or asks_for_all else None
    lines += [f"{of_persons}。", ""] if of_persons else []
    if asks_for_all:
        lump_sums = line_of_lump_sums([(case, told_in_full(case, matter)) for case in cases])
        lines += [f"{lump_sums}。", ""] if lump_sums else []
    lines += conclusion(desk, cases, told, matter, in_full, together=together)
    compared: list[str] = []
    if "compare" in reading.intents:
        compared = compare_places(desk, [(case.region, case.entitlements) for case in cases])
    within_reach = (
        prospects_of((e for c in cases for e in c.entitlements), matter, book) if len(cases) == 1 else ()
    )
    beside = required if "amount" in reading.intents else []
    beside = [*beside, *whose_notes(reading.text, matter, cases), *figure_note(reading, everything, book)]
    beside += renamed_notes(desk, reading, everything)
    beside += payee_notes(reading, cases, matter)
    beside += [] if "stacking" in reading.intents else stacking
    barring = barring_limits(desk.rulebook, reading, everything)
    beside += [line for policy, limit in barring for line in ("", barred_note(policy, limit))]
    beside += [line for p in within_reach for line in ("", prospect_line(p))]
    lines += [*compared, *beside, *details]
    summed = [t for t in totals if not any(id(e) in shown for e in t.parts)]
    less_fitting = (
        (case.who, e)
        for case in cases
        for e in case.entitlements
        if id(e) not in in_full and not is_of_others(e, case, cases)
    )
    beside_them = [*(f"- {t.line}。" for t in summed), *one_lines(less_fitting)]
    if beside_them:
        lines += ["", "还有关的：", *beside_them]
    cited += [granting(e) for e in everything if id(e) not in in_full]
    told_of = limits_told_of(reading, everything)
    cited += [Cited(policy, limit.clause, limit.quote) for policy, limit in (*barring, *told_of)]
    cited += of_requirements
    closing = [
        line for region in dict.fromkeys(c.region for c in cases) for line in payee_totals(region, cases)
    ]
    if reading.intents & {"apply", "documents"}:
        closing += ["", *dict.fromkeys(f"怎么申请：{no_formalities(p)}" for p in policies_of(everything))]
    lines += closing
    lines += ["", *standing(everything, matter, past)]
    if asks_validity(reading):
        cited += [
            Cited(p, q.clause, q.quote) for p in policies_of(everything) for q in p.about.validity_quotes
        ]
    asks = questions_on(everything, matter, book)
    lines += next_question(asks)
    running = (line for case in cases for line in ("", *running_now(case, told_in_full(case, matter))))
    return Answer(
        "answered",
        "\n".join(lines),
        unique(cited),
        everything,
        asks,
        SUGGESTIONS,
        within_reach,
        featured=tuple(
            feature(e, case.who, matter, book) for case in cases for e in case.entitlements if id(e) in shown
        ),
        totals=tuple(Featured(total.together, total.who) for total in totals),
        notices=("\n".join(compared).strip(), *paragraphs([*ahead, *beside, *closing, "", *running])),
    )


def _details(
    cases: Sequence[Case], shown: Collection[int], matter: Matter, reading: Reading
) -> tuple[Collection[int], list[str], list[Cited]]:
    """Which benefits fit on a screen in full, else of each group the first, and how they are told."""
    first = [id(e) for case in cases for e in told_in_full(case, matter)[:1]]
    some = (first[:most] for most in range(len(first), 0, -1))
    for in_full in (shown, *some):
        details, cited = _told(cases, in_full, reading)
        if len("".join(details)) <= MOST_LETTERS:
            break
    return in_full, details, cited


def _told(cases: Sequence[Case], in_full: Collection[int], reading: Reading) -> tuple[list[str], list[Cited]]:
    """What is told in full of each benefit with its clause, and what is cited for it."""
    lines: list[str] = []
    cited: list[Cited] = []
    printed: set[str] = set()
    above: list[str] = []  # the conditions of the benefit told last
    for alike in _told_alike(cases, in_full):
        first = alike[0][1]
        lines += ["", title(first.rule.benefit, join_names(who for who, _ in alike))]
        stands = [*conditions(first), *taken_as_met(first)]
        lines += [f"{line.split('：')[0]}：同上" if line in above else line for line in stands]
        above = stands
        lines += [line for who, e in alike for line in arithmetic(e, who if len(alike) > 1 else "")]
        quotes = [quote for _, e in alike for quote in quotes_for(e, reading)]
        small = [*(line for _, e in alike for line in small_print(e)), *map(quoted, quotes)]
        lines += [line for line in dict.fromkeys(small) if line not in printed]
        printed.update(small)
        cited += quotes
        cited += [Cited(first.rule.policy, other.clause, other.quote) for other in first.rule.benefit.see]
    return lines, cited


def _told_alike(cases: Sequence[Case], in_full: Collection[int]) -> list[list[tuple[str, Entitlement]]]:
    """Each benefit with the groups for whom its conditions stand alike: they are told once."""
    alike: dict[tuple[str, ...], list[tuple[str, Entitlement]]] = {}
    for case in cases:
        for e in (e for e in case.entitlements if id(e) in in_full):
            stands = (case.region, e.rule.benefit.id, *conditions(e), *taken_as_met(e))
            alike.setdefault(stands, []).append((case.who, e))
    return list(alike.values())


def paragraphs(lines: Iterable[str]) -> tuple[str, ...]:
    """Each paragraph of a text once."""
    return tuple(dict.fromkeys(filter(None, map(str.strip, "\n".join(lines).split("\n\n")))))


def policies_of(entitlements: Iterable[Entitlement]) -> list[Policy]:
    """The policies that grant them, each once."""
    return list(dict.fromkeys(e.rule.policy for e in entitlements))


def standing(entitlements: Iterable[Entitlement], matter: Matter, told: Collection[Policy] = ()) -> list[str]:
    """On the day that matters; `told`: policies whose standing today has been said first."""
    policies = [p for p in policies_of(entitlements) if matter.on != matter.latest or p not in told]
    return validity_lines(policies, matter.on)

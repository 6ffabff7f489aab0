"""Screening: everything that may be claimed, what cannot be had together, what was considered and refused."""

from collections.abc import Iterable, Sequence

from assistant.dialogue.answers.benefit_answer import SUGGESTIONS, paragraphs, policies_of, standing
from assistant.dialogue.answers.benefit_lines import granting, is_unstated, one_line, one_lines
from assistant.dialogue.answers.benefit_questions import MOST_QUESTIONS, ask_for, next_question, questions_on
from assistant.dialogue.answers.combination import choice_lines, choice_quotes, together_lines
from assistant.dialogue.answers.desk import Answer, Desk, Featured, quoted, unique
from assistant.dialogue.answers.prospects import prospect_line, prospects_of
from assistant.dialogue.answers.selection import speaks_of_a_person
from assistant.dialogue.answers.totals import Case, totals_of
from assistant.dialogue.answers.validity_answer import over, over_first
from assistant.dialogue.facts.said import ASKER
from assistant.dialogue.matter import Matter
from assistant.rules.models import Outcome

MOST_NAMES = 5
MOST_REFUSED = 4
MOST_FITTING = 6


def answer_screening(desk: Desk, matter: Matter, cases: Sequence[Case]) -> Answer:
    """The choices first, then what fits what was said, what hangs on conditions, the rest and the refused."""
    book = desk.rulebook.book
    everything = tuple(e for case in cases for e in case.entitlements)
    open_ones = [e for e in everything if e.outcome != "ineligible"]
    with_figure = [e for e in open_ones if not is_unstated(e)]
    named = [e for e in open_ones if is_unstated(e) and e.rule.benefit.topic in matter.topics]
    fits = (e for e in open_ones if is_unstated(e) and any(r.truth and not r.assumed for r in e.reasons))
    fitting = [*named, *(e for e in fits if e not in named)]
    unstated = (e.rule.benefit.name for e in open_ones if is_unstated(e) and e not in fitting)
    without = list(dict.fromkeys(unstated))
    places = "、".join(dict.fromkeys(desk.place(case.region) for case in cases))
    past = over(policies_of(with_figure), matter.latest)
    conclusion = (
        f"**{places}收录的文件里，可以看看这{len(open_ones)}项：{len(with_figure)}项写明了金额，"
        f"{len(open_ones) - len(with_figure)}项没有写明。**"
    )
    # Of several groups of people each is its own claimant: only within one is there a choice.
    # To one person whose case it is not yet known to be, what firms must choose between is no first word.
    among = [] if any(speaks_of_a_person(e.facts) for e in everything[:1]) else cases
    choices = [line for case in among for line in _block(choice_lines(case.entitlements, book))]
    totals = totals_of(cases)
    together = _block(f"{total.line}。" for total in totals)
    lines = [*over_first(past, matter.latest), conclusion, *choices, *together]
    lines += _block(_listed(cases, "eligible"), "已说的条件都符合的：")
    lines += _block(together_lines(everything) if len(cases) == 1 else [])
    lines += _block((one_line(e) for e in fitting[:MOST_FITTING]), "说的情况用得上、没有写明金额的：")
    lines += _block(quoted(granting(e)) for e in named[:MOST_FITTING])
    lines += _block(_listed(cases, "undetermined"), "还要看条件的：")
    if without:
        more = f"等{len(without)}项" if len(without) > MOST_NAMES else ""
        lines += ["", f"没有写明金额的：{'、'.join(without[:MOST_NAMES])}{more}。"]
    # What some of the people may have is of use.
    of_use = {
        (case.region, e.rule.benefit.id)
        for case in cases
        for e in case.entitlements
        if e.outcome != "ineligible"
    }
    refused = one_lines(
        (case.who, e)
        for case in cases
        for e in case.entitlements
        if (case.region, e.rule.benefit.id) not in of_use
    )
    more = f"（共{len(refused)}项）" if len(refused) > MOST_REFUSED else ""
    lines += _block(refused[:MOST_REFUSED], f"看过、用不上的{more}：")
    within_reach = prospects_of(everything, matter, book) if len(cases) == 1 else ()
    reach = _block(map(prospect_line, within_reach))
    lines += reach
    lines += ["", *standing(everything, matter, past)]
    first = () if ASKER in matter.facts else (ask_for(ASKER, everything, book),)
    asks = (*first, *questions_on(everything, matter, book))[:MOST_QUESTIONS]
    lines += next_question(asks)
    barring = (quote for case in cases for quote in choice_quotes(case.entitlements))
    cited = unique((*map(granting, open_ones), *barring))
    return Answer(
        "answered",
        "\n".join(lines),
        cited,
        everything,
        asks,
        SUGGESTIONS,
        within_reach,
        totals=tuple(Featured(total.together, total.who) for total in totals),
        notices=paragraphs([conclusion, *choices, *together, *reach]),
    )


def _listed(cases: Sequence[Case], outcome: Outcome) -> list[str]:
    """A line for each benefit of this outcome that has a figure."""
    return one_lines(
        (case.who, e)
        for case in cases
        for e in case.entitlements
        if e.outcome == outcome and not is_unstated(e)
    )


def _block(lines: Iterable[str], title: str = "") -> list[str]:
    """Lines with a space above and a title; [] where there are none."""
    told = list(dict.fromkeys(lines))
    return ["", *([title] if title else []), *told] if told else []

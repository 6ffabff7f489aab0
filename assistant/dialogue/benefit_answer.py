"""Answers on benefits: what is due, to whom, how much, on which conditions, by which clause."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.dialogue.barring import barred_note, barring_limits
from assistant.dialogue.benefit_lines import (
    detail,
    feature,
    granting,
    headline,
    is_unstated,
    one_line,
    quotes_for,
    small_print,
    unstated_words,
)
from assistant.dialogue.combination import choice_lines
from assistant.dialogue.comparison import compare_places
from assistant.dialogue.desk import (
    Answer,
    Ask,
    Cited,
    Desk,
    Featured,
    document,
    no_formalities,
    quoted,
    unique,
)
from assistant.dialogue.kind import asks_validity
from assistant.dialogue.matter import Matter
from assistant.dialogue.prospects import prospect_line, prospects_of
from assistant.dialogue.reading import Reading
from assistant.dialogue.totals import Case, Total, line_of_all, totals_of
from assistant.dialogue.validity_answer import over, over_first, validity_lines
from assistant.documents.models import Policy, Validity
from assistant.rules.amount import money, names_figure, show
from assistant.rules.assess import Entitlement
from assistant.rules.conditions import comparisons, is_borne_out, values_of
from assistant.rules.facts import UNSURE, FactBook, Facts, Value

# More than this a telephone's screen does not hold; the rest is named in a line each.
IN_DETAIL = 4
MOST_LETTERS = 1200
MOST_QUESTIONS = 4
_LEFT_OPEN = 3  # the rank of what the person said he does not know, behind every other question
SUGGESTIONS = ("这笔钱付给谁？", "还能申请哪些补贴？", "这个政策还有效吗？")


def answer_benefits(desk: Desk, reading: Reading, matter: Matter, cases: Sequence[Case]) -> Answer:
    """The answer on these entitlements, the most fitting first: conclusion, then each with its clause."""
    cases = [replace(case, entitlements=tuple(_order(case.entitlements, matter))) for case in cases]
    book = desk.rulebook.book
    everything = tuple(e for case in cases for e in case.entitlements)
    shown = {id(e) for case in cases for e in _shown(case, matter)}
    past = over(policies_of(e for case in cases for e in _shown(case, matter)), matter.latest)
    totals = totals_of(cases)
    lines = [*over_first(past, matter.latest)]
    lines += _conclusion(desk, cases, [t for t in totals if any(id(e) in shown for e in t.parts)], matter)
    compared: list[str] = []
    if "compare" in reading.intents:
        compared = compare_places(desk, [(case.region, case.entitlements) for case in cases])
    within_reach = (
        prospects_of((e for c in cases for e in c.entitlements), matter, book) if len(cases) == 1 else ()
    )
    beside = [*_figure_note(reading, everything, book), *_payee_notes(reading, cases, matter)]
    beside += _stacking_notes(reading, cases, matter, book)
    barring = barring_limits(desk.rulebook, reading, everything)
    beside += [line for policy, limit in barring for line in ("", barred_note(policy, limit))]
    beside += [line for p in within_reach for line in ("", prospect_line(p))]
    lines += [*compared, *beside]
    in_full = shown
    details, cited = _details(cases, in_full, reading)
    if len("".join(details)) > MOST_LETTERS:  # of each group the most fitting only
        in_full = {id(e) for case in cases for e in _shown(case, matter)[:1]}
        details, cited = _details(cases, in_full, reading)
    lines += details
    summed = [t for t in totals if not any(id(e) in shown for e in t.parts)]
    beside_them = [f"- {t.line}。" for t in summed] + [
        one_line(e, case.who)
        for case in cases
        for e in case.entitlements
        if id(e) not in in_full and not _is_of_others(e, case, cases)
    ]
    if beside_them:
        lines += ["", "还有关的：", *beside_them]
    cited += [granting(e) for e in everything if id(e) not in in_full]
    cited += [Cited(policy, limit.clause, limit.quote) for policy, limit in barring]
    closing = [line for region in dict.fromkeys(c.region for c in cases) for line in _totals(region, cases)]
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
    running = (line for case in cases for line in ("", *_running(case, _shown(case, matter))))
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
        notices=("\n".join(compared).strip(), *paragraphs([*beside, *closing, "", *running])),
    )


def _details(
    cases: Sequence[Case], in_full: Collection[int], reading: Reading
) -> tuple[list[str], list[Cited]]:
    """What is told in full of each benefit with its clause, and what is cited for it."""
    lines: list[str] = []
    cited: list[Cited] = []
    told: set[str] = set()
    for case in cases:
        for entitlement in (e for e in case.entitlements if id(e) in in_full):
            quotes = quotes_for(entitlement, reading)
            lines += ["", *detail(entitlement, case.who)]
            small = [*small_print(entitlement), *map(quoted, quotes)]
            # Several groups under one clause read its small print once.
            lines += [line for line in small if line not in told]
            told.update(small)
            see = entitlement.rule.benefit.see
            cited += [*quotes, *(Cited(entitlement.rule.policy, o.clause, o.quote) for o in see)]
    return lines, cited


def paragraphs(lines: Iterable[str]) -> tuple[str, ...]:
    """Each paragraph of a text once."""
    return tuple(dict.fromkeys(filter(None, map(str.strip, "\n".join(lines).split("\n\n")))))


def next_question(asks: Sequence[Ask]) -> list[str]:
    """The first question back, where there is one."""
    return ["", f"**还想知道：**{asks[0].text}"] if asks else []


def describe_group(own: Facts, book: FactBook) -> str:
    """A group of people in words: 四级、5人."""
    return "、".join(
        book.show(fact, value).split("：", 1)[1]
        for fact, value in own.items()
        if book[fact].splits or fact == "headcount"
    )


def _order(entitlements: Iterable[Entitlement], matter: Matter) -> list[Entitlement]:
    """First what the asker may claim, then what is not refused, what has a figure, what is in force."""
    asker = matter.asker

    def rank(e: Entitlement) -> tuple[bool, bool, bool, bool]:
        mine = asker is None or asker in e.rule.benefit.askers
        return (not mine, e.outcome == "ineligible", is_unstated(e), e.validity is not Validity.IN_FORCE)

    return sorted(entitlements, key=rank)


def _shown(case: Case, matter: Matter) -> list[Entitlement]:
    """The entitlements told in full: what the asker may claim, and of a topic those with a figure, if any.

    Of a topic's benefits that were made for different cases, those made for another case are left out.
    """
    asker = matter.facts.get("asker")
    own = [e for e in case.entitlements if asker in e.rule.benefit.askers] or list(case.entitlements)
    own = [e for e in own if not (_is_another_case(e) and _has_a_better(e, own))]
    with_figure = {e.rule.benefit.topic for e in own if e.amount is not None and not is_unstated(e)}
    return [e for e in own if not is_unstated(e) or e.rule.benefit.topic not in with_figure][:IN_DETAIL]


def _is_of_others(entitlement: Entitlement, case: Case, cases: Sequence[Case]) -> bool:
    """Whether it is refused to a group that has another of its topic, and meant for another group."""
    topic = entitlement.rule.benefit.topic
    has_its_own = any(e.rule.benefit.topic == topic and e.outcome != "ineligible" for e in case.entitlements)
    others = (e for other in cases if other is not case for e in other.entitlements)
    meant = any(e.rule == entitlement.rule and e.outcome != "ineligible" for e in others)
    return _is_another_case(entitlement) and has_its_own and meant


def _is_another_case(entitlement: Entitlement) -> bool:
    """Whether it is refused for what the matter is, and not by a limit or for what was already had."""
    by_conditions = not entitlement.excluded and not entitlement.blocked_by
    return entitlement.outcome == "ineligible" and by_conditions


def _has_a_better(refused: Entitlement, others: Iterable[Entitlement]) -> bool:
    """Whether another of its topic is not refused, and what was said speaks not for the refused one alone.

    毕业年度学生实习三个月: of an apprentice student, and too short; what there is for staff is not his.
    """
    better = [
        e for e in others if e.outcome != "ineligible" and e.rule.benefit.topic == refused.rule.benefit.topic
    ]
    alike = {c.fact for e in better for c in comparisons(e.rule.benefit.when)}
    own = (c for c in comparisons(refused.rule.benefit.when) if c.fact not in alike)
    return bool(better) and not any(is_borne_out(c, refused.facts) for c in own)


def _adds(other: Entitlement, first: Entitlement) -> bool:
    """Whether another clause adds money for something said of the same people: 宁夏来的 beside 高级工."""
    if other.outcome == "ineligible" or is_unstated(other):
        return False
    alike = {c.fact for c in comparisons(first.rule.benefit.when)}
    own = (c for c in comparisons(other.rule.benefit.when) if c.fact not in alike)
    barred = other.rule.benefit.id in first.rule.benefit.excludes
    return not barred and any(is_borne_out(c, other.facts) for c in own)


def _conclusion(desk: Desk, cases: Sequence[Case], totals: Sequence[Total], matter: Matter) -> list[str]:
    book, several = desk.rulebook.book, len({case.region for case in cases}) > 1
    summed = [(t, f"{desk.place(t.region)}：{t.line}。" if several else f"{t.line}。") for t in totals]
    lines = [line for total, line in summed if not total.is_mixed]
    lines += [f"{line}。"] if (line := line_of_all(cases)) else []
    for case in cases:
        shown = _shown(case, matter)
        if not shown:
            continue
        place = f"{desk.place(case.region)}：" if several else ""
        who = f"{case.who}：" if case.who else ""
        # One clause often pays firm and worker apart: both belong to the conclusion.
        both = [e for e in shown if e.rule.clause.id == shown[0].rule.clause.id]
        more = [e for e in shown if e not in both and _adds(e, shown[0])]
        lines += [f"{place}{who}{headline(e, matter, book)}。" for e in (*both, *more)]
        lines += _running(case, shown)
    # What only some are sure to get is no conclusion for all.
    lines += [line for total, line in summed if total.is_mixed]
    return ["\n\n".join(lines)]


def _running(case: Case, shown: Sequence[Entitlement]) -> list[str]:
    """What runs now, where nothing that is told in full does."""
    running = [e for e in case.entitlements if e.validity is Validity.IN_FORCE and e not in shown]
    if not running or not shown or any(e.validity is Validity.IN_FORCE for e in shown):
        return []
    return [f"现在执行期内的是{document(running[0].rule.policy)}，{unstated_words(running[0])}。"]


def _figure_note(reading: Reading, entitlements: Sequence[Entitlement], book: FactBook) -> list[str]:
    """A figure in the question that is not what is due is corrected, not repeated."""
    if all(any(_bears_out(e, figure, book) for e in entitlements) for figure in reading.figures):
        return []
    return ["", "您说的数额与条文不一致，请以下面条文的数额为准。"]


def _bears_out(entitlement: Entitlement, figure: Decimal, book: FactBook) -> bool:
    """Whether a sum is one that the benefit pays here: the amount, a step to it, or within its range."""
    amount = entitlement.amount
    if amount is None or amount.kind == "unstated":
        return names_figure(entitlement.rule.clause.text, figure)
    # A clause's other rows (高级工1500元) are not what this person gets; while the row is open, they may be.
    settled = all(book[fact].assume_one for fact in entitlement.missing_for_amount)
    words = "；".join((show(amount), *entitlement.steps, "" if settled else entitlement.rule.quote))
    within = amount.kind == "range" and (amount.low or 0) <= figure <= (amount.high or 0)
    return within or names_figure(words, figure)


def _payee_notes(reading: Reading, cases: Sequence[Case], matter: Matter) -> list[str]:
    """Who is paid, where that is asked; who asks for himself, or in vain, is told which money is not his."""
    named = matter.facts.get("asker")
    asker = None if named == UNSURE else named
    told = []
    for case in cases:
        own = any(asker in e.rule.benefit.askers for e in case.entitlements)
        for e in case.entitlements[:IN_DETAIL]:
            if "recipient" in reading.intents:
                told.append(_payee_note(e, "个人"))
            elif asker is not None and (asker == "个人" or not own) and _pays_others(case, e, asker):
                told.append(_payee_note(e, asker))
    return ["", "\n\n".join(dict.fromkeys(told))] if told else []


def _pays_others(case: Case, entitlement: Entitlement, asker: Value) -> bool:
    benefit, policy = entitlement.rule.benefit, case.entitlements[0].rule.policy
    others = bool(benefit.recipients) and asker not in benefit.askers
    return others and entitlement.rule.policy == policy and entitlement.outcome != "ineligible"


def _payee_note(entitlement: Entitlement, asker: Value) -> str:
    benefit = entitlement.rule.benefit
    if not benefit.recipients:
        return f"{benefit.name}付给谁，条文没有写明，请向{entitlement.rule.policy.about.office}核实。"
    only = "" if asker in benefit.askers else f"，不付给{asker}"
    return f"{benefit.name}付给**{benefit.recipient}**{only}。"


def _stacking_notes(reading: Reading, cases: Sequence[Case], matter: Matter, book: FactBook) -> list[str]:
    """What cannot be had together; where it is asked and the text is silent, that."""
    lines = []
    for case in cases:
        told = [e for e in _shown(case, matter) if not e.excluded]
        lines += choice_lines(told, book)
        if lines or "stacking" not in reading.intents:
            continue
        ids = {e.rule.benefit.id for e in told}
        barred = [e for e in told if e.rule.benefit.exclusion and ids & set(e.rule.benefit.excludes)]
        if barred and (words := barred[0].rule.benefit.exclusion):
            lines.append(f"**不能同时享受**：条文写明“{words.quote}”。")
        elif len(ids) > 1:
            office = told[0].rule.policy.about.office
            lines.append(f"这几项能不能同时享受，条文没有写明，请向{office}核实。")
    return ["", *dict.fromkeys(lines)] if lines else []


def _totals(region: str, cases: Sequence[Case]) -> list[str]:
    """What each payee of a place gets in all, where there are several groups and every part is one figure."""
    here = [case for case in cases if case.region == region]
    # Two levels of one workshop are no two groups of people: whether both are paid, no text says.
    if not all(case.is_counted for case in here):
        return []
    if any(_bar_each_other(case.entitlements) for case in here):
        return []
    sums: dict[str, list[Decimal]] = {}
    benefits: dict[str, set[str]] = {}
    for e in (e for case in here for e in case.entitlements):
        if e.outcome == "ineligible" or is_unstated(e) or e.amount is None or not e.rule.benefit.recipients:
            continue
        if e.amount.low is None or e.amount.low != e.amount.high:
            return []
        sums.setdefault(e.rule.benefit.recipient, []).append(e.amount.low)
        benefits.setdefault(e.rule.benefit.recipient, set()).add(e.rule.benefit.id)
    # What one benefit comes to is told first.
    parts = [
        f"付给{payee}的合计{money(sum(parts, Decimal(0)))}"
        for payee, parts in sums.items()
        if len(benefits[payee]) > 1
    ]
    return ["", f"若以上各项的条件都符合，{'；'.join(parts)}。"] if parts and len(here) > 1 else []


def _bar_each_other(entitlements: Sequence[Entitlement]) -> bool:
    """Whether the same people cannot have all of these."""
    had = {e.rule.benefit.id for e in entitlements if e.outcome != "ineligible"}
    return any(had & set(e.rule.benefit.excludes) for e in entitlements if e.rule.benefit.id in had)


def policies_of(entitlements: Iterable[Entitlement]) -> list[Policy]:
    """The policies that grant them, each once."""
    return list(dict.fromkeys(e.rule.policy for e in entitlements))


def standing(entitlements: Iterable[Entitlement], matter: Matter, told: Collection[Policy] = ()) -> list[str]:
    """On the day that matters; `told`: policies whose standing today has been said first."""
    policies = [p for p in policies_of(entitlements) if matter.on != matter.latest or p not in told]
    return validity_lines(policies, matter.on)


def questions_on(entitlements: Sequence[Entitlement], matter: Matter, book: FactBook) -> tuple[Ask, ...]:
    """What to ask, the most telling first: what moves the amount, then the conditions, then how many.

    Of several benefits each has its first condition asked before any has its second.
    What somebody says of himself that he does not know is asked last, and once: with who can tell him.
    """
    asker = matter.facts.get("asker")
    asked = [e for e in entitlements if asker is None or asker in e.rule.benefit.askers] or list(entitlements)
    open_facts: dict[str, tuple[int, int]] = {}
    for entitlement in asked[:IN_DETAIL]:
        # A person who asks for himself is one.
        alone = asker == "个人" or entitlement.rule.benefit.askers == ("个人",)
        for place, fact in enumerate(entitlement.missing):
            unsure = entitlement.facts.get(fact) == UNSURE
            if (unsure and fact not in matter.left_open) or (alone and fact == "headcount"):
                continue
            if unsure:
                rank = _LEFT_OPEN
            else:
                rank = 2 if book[fact].assume_one else 0 if fact in entitlement.missing_for_amount else 1
            open_facts[fact] = min((rank, place), open_facts.get(fact, (rank, place)))
    ranked = sorted(open_facts, key=lambda fact: open_facts[fact])
    asks = (ask_for(fact, asked, book) for fact in ranked[:MOST_QUESTIONS])
    return tuple(
        _to_find_out(ask, asked[0], book) if open_facts[ask.fact][0] == _LEFT_OPEN else ask for ask in asks
    )


def _to_find_out(ask: Ask, entitlement: Entitlement, book: FactBook) -> Ask:
    """The question, with who knows what the person does not."""
    who = book[ask.fact].known_by or entitlement.rule.policy.about.office
    return replace(ask, text=f"{ask.text}这一项您还不清楚，请向{who}核实后告诉我。")


def ask_for(fact: str, entitlements: Sequence[Entitlement], book: FactBook) -> Ask:
    """A question back; of a long list of groups only those that make a difference here are offered."""
    spec = book[fact]
    if spec.kind != "choices":
        return Ask(fact, spec.question, spec.options)
    telling = {value for e in entitlements for value in values_of(e.rule.benefit.when, fact)}
    options = (option for option in spec.options if option in telling or option not in spec.choices)
    return Ask(fact, spec.question, tuple(options))

"""Answers on benefits: what is due, to whom, how much, on which conditions, by which clause."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.dialogue.comparison import compare_places
from assistant.dialogue.desk import Answer, Ask, Cited, Desk, document, label, no_formalities, unique
from assistant.dialogue.kind import asks_validity
from assistant.dialogue.matter import Matter
from assistant.dialogue.understand import Reading
from assistant.dialogue.validity_answer import over, over_first, validity_sentence
from assistant.documents.models import Policy, Validity
from assistant.rules.amount import money, names_figure, show
from assistant.rules.assess import Entitlement
from assistant.rules.conditions import values_of
from assistant.rules.facts import UNSURE, FactBook, Facts

# More than this a telephone's screen does not hold; the rest is named in a line each.
IN_DETAIL = 4
MOST_QUESTIONS = 4
MOST_NOTES = 2
SUGGESTIONS = ("这笔钱付给谁？", "还能申请哪些补贴？", "这个政策还有效吗？")


@dataclass(frozen=True)
class Case:
    """The entitlements of one group of people in one place."""

    region: str
    who: str  # 四级、5人; empty where there is one group only
    entitlements: tuple[Entitlement, ...]


def answer_benefits(desk: Desk, reading: Reading, matter: Matter, cases: Sequence[Case]) -> Answer:
    """The answer on these entitlements, the most fitting first: conclusion, then each with its clause."""
    cases = [Case(c.region, c.who, tuple(_order(c.entitlements, matter))) for c in cases]
    everything = tuple(e for case in cases for e in case.entitlements)
    shown = {id(e) for case in cases for e in _shown(case, matter)}
    rest = [e for e in everything if id(e) not in shown]
    past = over(_policies(e for case in cases for e in _shown(case, matter)), matter.today)
    lines = [*over_first(past, matter.today), *_conclusion(desk, cases, matter)]
    if "compare" in reading.intents:
        lines += compare_places(desk, [(case.region, case.entitlements) for case in cases])
    lines += [*_figure_note(reading, everything), *_payee_notes(reading, cases, matter)]
    cited: list[Cited] = []
    told: set[str] = set()
    for case in cases:
        for entitlement in (e for e in case.entitlements if id(e) in shown):
            quotes = _quotes(entitlement, reading)
            lines += ["", *_detail(entitlement, case.who)]
            small = [*_small_print(entitlement)]
            small += [f"> “{c.quote}” ——{label(c.policy)} {c.path}" for c in quotes]
            # Several groups under one clause read its small print once.
            lines += [line for line in small if line not in told]
            told.update(small)
            cited += [
                *quotes,
                *(Cited(entitlement.rule.policy, o.clause, o.quote) for o in entitlement.rule.benefit.see),
            ]
    if rest:
        lines += ["", "还有关的："]
        lines += [_one_line(e, c.who) for c in cases for e in c.entitlements if id(e) not in shown]
    cited += [_granting(e) for e in rest]
    lines += [line for region in dict.fromkeys(c.region for c in cases) for line in _totals(region, cases)]
    if reading.intents & {"apply", "documents"}:
        lines += ["", *(f"怎么申请：{no_formalities(p)}" for p in _policies(everything))]
    lines += ["", *_validity_lines(everything, matter, past)]
    if asks_validity(reading):
        cited += [Cited(p, q.clause, q.quote) for p in _policies(everything) for q in p.about.validity_quotes]
    asks = _questions(everything, matter, desk.rulebook.book)
    lines += _next_question(asks)
    return Answer("answered", "\n".join(lines), unique(cited), everything, asks, SUGGESTIONS)


def answer_screening(desk: Desk, matter: Matter, cases: Sequence[Case]) -> Answer:
    """Everything that may be claimed: a line for each that has a figure, then the names of the others."""
    everything = tuple(e for case in cases for e in case.entitlements)
    open_ones = [e for e in everything if e.outcome != "ineligible"]
    with_figure = [e for e in open_ones if not _is_unstated(e)]
    without = [e for e in open_ones if _is_unstated(e)]
    places = "、".join(dict.fromkeys(desk.place(case.region) for case in cases))
    lines = [
        f"**{places}收录的文件里，可以看看这{len(open_ones)}项：{len(with_figure)}项写明了金额，{len(without)}项没有写明。**",
        "",
    ]
    lines += [_one_line(e) for e in with_figure]
    if without:
        lines += [
            "",
            "没有写明金额的：" + "、".join(dict.fromkeys(e.rule.benefit.name for e in without)) + "。",
        ]
    lines += ["", *_validity_lines(everything, matter)]
    asker = _ask("asker", everything, desk.rulebook.book)
    first = () if "asker" in matter.facts else (asker,)
    asks = (*first, *_questions(everything, matter, desk.rulebook.book))[:MOST_QUESTIONS]
    lines += _next_question(asks)
    cited = unique(_granting(e) for e in open_ones)
    return Answer("answered", "\n".join(lines), cited, everything, asks, SUGGESTIONS)


def _next_question(asks: Sequence[Ask]) -> list[str]:
    return ["", f"**还想知道：**{asks[0].text}"] if asks else []


def _granting(entitlement: Entitlement) -> Cited:
    return Cited(entitlement.rule.policy, entitlement.rule.clause.path, entitlement.rule.quote)


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
        return (not mine, e.outcome == "ineligible", _is_unstated(e), e.validity is not Validity.IN_FORCE)

    return sorted(entitlements, key=rank)


def _is_unstated(entitlement: Entitlement) -> bool:
    return entitlement.amount is not None and entitlement.amount.kind == "unstated"


def _shown(case: Case, matter: Matter) -> list[Entitlement]:
    """The entitlements told in full: those that the asker may claim, and with a figure if any has one."""
    asker = matter.facts.get("asker")
    own = [e for e in case.entitlements if asker in e.rule.benefit.askers] or list(case.entitlements)
    return ([e for e in own if not _is_unstated(e)] or own)[:IN_DETAIL]


def _conclusion(desk: Desk, cases: Sequence[Case], matter: Matter) -> list[str]:
    lines = []
    for case in cases:
        shown = _shown(case, matter)
        if not shown:
            continue
        place = f"{desk.place(case.region)}：" if len({c.region for c in cases}) > 1 else ""
        who = f"{case.who}：" if case.who else ""
        # One clause often pays firm and worker apart: both belong to the conclusion.
        both = [e for e in shown if e.rule.clause.id == shown[0].rule.clause.id]
        lines += [f"{place}{who}{_headline(e, matter, desk.rulebook.book)}。" for e in both]
        running = [e for e in case.entitlements if e.validity is Validity.IN_FORCE and e not in shown]
        if running and all(e.validity is not Validity.IN_FORCE for e in shown):
            lines.append(
                f"现在执行期内的是{document(running[0].rule.policy)}，{_unstated_words(running[0])}。"
            )
    return ["\n\n".join(lines)]


def _headline(entitlement: Entitlement, matter: Matter, book: FactBook) -> str:
    benefit, amount = entitlement.rule.benefit, entitlement.amount
    name = benefit.name
    if entitlement.outcome == "ineligible" or amount is None:
        return f"**{name}：不能领**，因为{_why_not(entitlement)}"
    payee = "、".join(benefit.recipients)
    unknown = [reason.wording for reason in entitlement.reasons if reason.truth is None]
    condition = f"若{'、'.join(unknown[:4])}{'等条件都符合' if len(unknown) > 4 else ''}，" if unknown else ""
    if amount.kind == "unstated":
        return f"**{name}**：{condition}{payee}可以享受；{_unstated_words(entitlement)}"
    who = payee if payee else "（付给谁，条文没有写明）"
    sum_of_money = f"**{show(amount)}**{_assumed(entitlement, matter, book)}"
    return f"**{name}**：{condition}{who}{benefit.verb}{sum_of_money}"


def _assumed(entitlement: Entitlement, matter: Matter, book: FactBook) -> str:
    """（按1人、1年算） where nobody said how many; who asks for himself is one."""
    oneself = matter.facts.get("asker") == "个人"
    facts = [
        f
        for f in entitlement.missing_for_amount
        if book[f].assume_one
        and entitlement.facts.get(f, UNSURE) == UNSURE  # 五六个人 is no one figure, and no 1人 either
        and not (oneself and f == "headcount")
    ]
    return f"（按{'、'.join(f'1{book[f].unit}' for f in facts)}算）" if facts else ""


def _unstated_words(entitlement: Entitlement) -> str:
    return entitlement.steps[-1] if entitlement.steps else "条文没有写明金额"


def _why_not(entitlement: Entitlement) -> str:
    if entitlement.excluded and entitlement.rule.benefit.exclusion is not None:
        return f"条文写明“{entitlement.rule.benefit.exclusion.quote}”"
    if entitlement.excluded:
        return "已经享受了不可同时享受的另一项补贴"
    if entitlement.blocked_by:
        return "；".join(limit.say_blocked for limit in entitlement.blocked_by)
    return "不符合“" + "”“".join(r.wording for r in entitlement.reasons if r.truth is False) + "”这一条件"


def _detail(entitlement: Entitlement, who: str) -> list[str]:
    benefit = entitlement.rule.benefit
    title = f"**{benefit.name}**" + (f"（{who}）" if who else "")
    lines = [f"{title}｜付给：{benefit.recipient}"]
    if entitlement.reasons:
        marks = {True: "✓", False: "✗", None: "？"}
        lines.append("- 条件：" + "；".join(f"{marks[r.truth]} {r.wording}" for r in entitlement.reasons))
    if entitlement.steps and entitlement.amount is not None and entitlement.amount.kind != "unstated":
        lines.append("- 算法：" + "；".join(entitlement.steps))
    return lines


def _small_print(entitlement: Entitlement) -> list[str]:
    """What may change it, what limits it, what the text leaves open."""
    benefit, lines = entitlement.rule.benefit, []
    for adjustment in entitlement.rule.adjustments:
        if adjustment not in entitlement.adjusted_by:
            lines.append(f"- 另外：{adjustment.name}（{adjustment.clause}）")
    limits = [
        *entitlement.limits,
        *((benefit.exclusion.quote,) if benefit.exclusion and not entitlement.excluded else ()),
    ]
    if limits:
        lines.append("- 限制：" + "；".join(limits))
    if entitlement.notes:
        lines.append("- 条文没有写明的：" + "；".join(entitlement.notes[:MOST_NOTES]))
    return lines


def _one_line(entitlement: Entitlement, who: str = "") -> str:
    benefit, rule = entitlement.rule.benefit, entitlement.rule
    name = benefit.name + (f"（{who}）" if who else "")
    if entitlement.amount is None:
        words = "不符合条件"
    else:
        words = _unstated_words(entitlement) if _is_unstated(entitlement) else show(entitlement.amount)
    return f"- {name}｜付给：{benefit.recipient}｜{words}（{label(rule.policy)} {rule.clause.path}）"


def _quotes(entitlement: Entitlement, reading: Reading) -> list[Cited]:
    """The words that grant it, with those that refuse, limit or change it where that matters here."""
    rule, policy = entitlement.rule, entitlement.rule.policy
    cited = [_granting(entitlement)]
    if rule.benefit.exclusion is not None and (entitlement.excluded or "stacking" in reading.intents):
        cited.append(Cited(policy, rule.benefit.exclusion.clause, rule.benefit.exclusion.quote))
    asked = reading.intents & {"times", "stacking"}
    cited += [
        Cited(policy, limit.clause, limit.quote)
        for limit in rule.limits
        if asked or limit in entitlement.blocked_by
    ]
    cited += [Cited(policy, a.clause, a.quote) for a in entitlement.adjusted_by]
    return list(unique(cited))


def _figure_note(reading: Reading, entitlements: Sequence[Entitlement]) -> list[str]:
    """A figure in the question that is not what is due is corrected, not repeated."""
    if all(any(_bears_out(e, figure) for e in entitlements) for figure in reading.figures):
        return []
    return ["", "您说的数额与条文不一致，请以下面条文的数额为准。"]


def _bears_out(entitlement: Entitlement, figure: Decimal) -> bool:
    """Whether a sum is one that the benefit pays here: the amount, a step to it, or within its range."""
    amount = entitlement.amount
    if amount is None or amount.kind == "unstated":
        return names_figure(entitlement.rule.clause.text, figure)
    # A clause's other rows (高级工1500元) are not what this person gets; while the row is open, they may be.
    settled = not [f for f in entitlement.missing_for_amount if entitlement.facts.get(f) is None]
    words = "；".join((show(amount), *entitlement.steps, "" if settled else entitlement.rule.quote))
    within = amount.kind == "range" and (amount.low or 0) <= figure <= (amount.high or 0)
    return within or names_figure(words, figure)


def _payee_notes(reading: Reading, cases: Sequence[Case], matter: Matter) -> list[str]:
    """Who is paid, where that is asked; who asks for himself is told which money is not for him."""
    asked = "recipient" in reading.intents
    if not asked and matter.facts.get("asker") != "个人":
        return []
    told = [e for case in cases for e in case.entitlements[:IN_DETAIL] if asked or _pays_others(case, e)]
    return ["", "\n\n".join(dict.fromkeys(map(_payee_note, told)))] if told else []


def _pays_others(case: Case, entitlement: Entitlement) -> bool:
    benefit, policy = entitlement.rule.benefit, case.entitlements[0].rule.policy
    others = bool(benefit.recipients) and "个人" not in benefit.askers
    return others and entitlement.rule.policy == policy and entitlement.outcome != "ineligible"


def _payee_note(entitlement: Entitlement) -> str:
    benefit = entitlement.rule.benefit
    if not benefit.recipients:
        return f"{benefit.name}付给谁，条文没有写明，请向{entitlement.rule.policy.about.office}核实。"
    only = "" if "个人" in benefit.askers else "，不付给个人"
    return f"{benefit.name}付给**{benefit.recipient}**{only}。"


def _totals(region: str, cases: Sequence[Case]) -> list[str]:
    """What each payee of a place gets in all, where there are several groups and every part is one figure."""
    here = [case for case in cases if case.region == region]
    sums: dict[str, list[Decimal]] = {}
    for e in (e for case in here for e in case.entitlements):
        if e.outcome == "ineligible" or _is_unstated(e) or e.amount is None or not e.rule.benefit.recipients:
            continue
        if e.amount.low is None or e.amount.low != e.amount.high:
            return []
        sums.setdefault(e.rule.benefit.recipient, []).append(e.amount.low)
    parts = [
        f"付给{payee}的合计{money(sum(parts, Decimal(0)))}" for payee, parts in sums.items() if len(parts) > 1
    ]
    return ["", f"若以上各项的条件都符合，{'；'.join(parts)}。"] if parts and len(here) > 1 else []


def _policies(entitlements: Iterable[Entitlement]) -> list[Policy]:
    return list(dict.fromkeys(e.rule.policy for e in entitlements))


def _validity_lines(
    entitlements: Iterable[Entitlement], matter: Matter, told: Collection[Policy] = ()
) -> list[str]:
    """On the day that matters; `told`: policies whose standing today has been said first."""
    policies = [p for p in _policies(entitlements) if matter.on != matter.today or p not in told]
    return [f"效力：{label(p)} {validity_sentence(p, matter.on)}" for p in policies]


def _questions(entitlements: Sequence[Entitlement], matter: Matter, book: FactBook) -> tuple[Ask, ...]:
    """What to ask, the most telling first: what moves the amount, then the conditions, then how many."""
    asker = matter.facts.get("asker")
    asked = [e for e in entitlements if asker is None or asker in e.rule.benefit.askers] or list(entitlements)
    open_facts: dict[str, int] = {}
    for entitlement in asked[:IN_DETAIL]:
        # A person who asks for himself is one.
        alone = asker == "个人" or entitlement.rule.benefit.askers == ("个人",)
        for fact in entitlement.missing:
            if matter.facts.get(fact) == UNSURE or (alone and fact == "headcount"):
                continue
            rank = 2 if book[fact].assume_one else 0 if fact in entitlement.missing_for_amount else 1
            open_facts[fact] = min(rank, open_facts.get(fact, rank))
    ranked = sorted(open_facts, key=lambda fact: open_facts[fact])
    return tuple(_ask(fact, asked, book) for fact in ranked[:MOST_QUESTIONS])


def _ask(fact: str, entitlements: Sequence[Entitlement], book: FactBook) -> Ask:
    """A question back; of a long list of groups only those that make a difference here are offered."""
    spec = book[fact]
    if spec.kind != "choices":
        return Ask(fact, spec.question, spec.options)
    telling = {value for e in entitlements for value in values_of(e.rule.benefit.when, fact)}
    options = (option for option in spec.options if option in telling or option not in spec.choices)
    return Ask(fact, spec.question, tuple(options))

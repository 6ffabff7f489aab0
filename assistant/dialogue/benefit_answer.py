"""Answers on benefits: what is due, to whom, how much, on which conditions, by which clause."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.dialogue.desk import Answer, Ask, Cited, Desk, label, unique
from assistant.dialogue.matter import Matter
from assistant.dialogue.understand import Reading
from assistant.dialogue.validity_answer import validity_sentence
from assistant.documents.models import Validity
from assistant.rules.amount import money, names_figure, show
from assistant.rules.assess import Entitlement
from assistant.rules.facts import UNSURE, FactBook, Facts

# More than this a telephone's screen does not hold; the rest is named in a line each.
IN_DETAIL = 4
MOST_QUESTIONS = 4


@dataclass(frozen=True)
class Case:
    """The entitlements of one group of people in one place."""

    region: str
    who: str  # 四级、5人; empty where there is one group only
    entitlements: tuple[Entitlement, ...]


def answer_benefits(desk: Desk, reading: Reading, matter: Matter, cases: Sequence[Case]) -> Answer:
    """The answer on these entitlements, the most fitting first."""
    ordered = [Case(c.region, c.who, tuple(_order(c.entitlements, matter))) for c in cases]
    everything = tuple(e for case in ordered for e in case.entitlements)
    lines = _conclusion(desk, ordered, matter)
    lines += _figure_note(reading, everything)
    lines += _recipient_note(reading, everything)
    cited: list[Cited] = []
    shown = 0
    for case in ordered:
        for entitlement in case.entitlements[:IN_DETAIL]:
            shown += 1
            lines += ["", *_detail(entitlement, desk.rulebook.book, case.who)]
            quotes = _citations(entitlement, reading)
            cited += quotes
            lines += [f"> “{c.quote}” ——{label(c.policy)} {c.path}" for c in quotes]
        rest = case.entitlements[IN_DETAIL:]
        if rest:
            lines += ["", "其他可能有关的：" + "；".join(_one_line(e) for e in rest) + "。"]
            cited += [Cited(e.rule.policy, e.rule.clause.path, e.rule.quote) for e in rest]
    lines += _totals(everything) if len(ordered) > 1 else []
    lines += ["", *_validity_lines(everything, matter)]
    asks = _questions(everything, matter, desk.rulebook.book)
    if asks:
        lines += ["", f"**想算得更准，请告诉我：**{asks[0].text}"]
    return Answer("answered", "\n".join(lines), unique(cited), everything, asks, _suggestions(matter))


def describe_group(own: Facts, book: FactBook) -> str:
    """A group of people in words: 四级、5人."""
    return "、".join(book.show(fact, value).split("：", 1)[1] for fact, value in own.items() if book[fact].splits or fact == "headcount")


def _order(entitlements: Iterable[Entitlement], matter: Matter) -> list[Entitlement]:
    """In force first, then what is not refused, what the asker may claim himself, what has a figure."""
    asker = matter.facts.get("asker")
    def key(indexed: tuple[int, Entitlement]) -> tuple[bool, bool, bool, bool, int]:
        index, e = indexed
        mine = asker is None or asker in e.rule.benefit.askers
        unstated = e.amount is None or e.amount.kind == "unstated"
        return (not mine, e.outcome == "ineligible", unstated, e.validity is not Validity.IN_FORCE, index)

    return [entitlement for _, entitlement in sorted(enumerate(entitlements), key=key)]


def _conclusion(desk: Desk, cases: Sequence[Case], matter: Matter) -> list[str]:
    lines = []
    for case in cases:
        if not case.entitlements:
            continue
        place = f"{desk.place(case.region)}：" if len({c.region for c in cases}) > 1 else ""
        who = f"{case.who}：" if case.who else ""
        # One clause often pays firm and worker apart: both belong to the conclusion.
        first = case.entitlements[0]
        both = [e for e in case.entitlements[:IN_DETAIL] if e.rule.clause.id == first.rule.clause.id]
        lines.append("；".join(f"{place}{who}{_headline(e)}" for e in both) + "。")
    return lines


def _headline(entitlement: Entitlement) -> str:
    benefit, amount = entitlement.rule.benefit, entitlement.amount
    name = benefit.name
    if entitlement.outcome == "ineligible" or amount is None:
        return f"**{name}：不能领**，因为{_why_not(entitlement)}"
    payee = "、".join(benefit.recipients)
    unknown = [reason.wording for reason in entitlement.reasons if reason.truth is None]
    condition = f"若{'、'.join(unknown[:4])}{'等条件都符合' if len(unknown) > 4 else ''}，" if unknown else ""
    if amount.kind == "unstated":
        return f"**{name}**：{condition}{payee}可按规定享受，{_unstated_words(entitlement)}"
    past = "" if entitlement.validity is Validity.IN_FORCE else "按当时的标准，"
    who = payee if payee else "补贴对象（付给谁，条文没有写明）"
    return f"**{name}**：{past}{condition}{who}{benefit.verb}**{show(amount)}**"


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


def _detail(entitlement: Entitlement, book: FactBook, who: str) -> list[str]:
    benefit = entitlement.rule.benefit
    title = f"**{benefit.name}**" + (f"（{who}）" if who else "")
    lines = [f"{title}｜付给：{benefit.recipient}"]
    if entitlement.reasons:
        marks = {True: "✓", False: "✗", None: "？"}
        lines.append("- 条件：" + "；".join(f"{marks[r.truth]} {r.wording}" for r in entitlement.reasons))
    if entitlement.steps and entitlement.amount is not None and entitlement.amount.kind != "unstated":
        lines.append("- 算法：" + "；".join(entitlement.steps))
    for adjustment in entitlement.rule.adjustments:
        if adjustment not in entitlement.adjusted_by:
            lines.append(f"- 另外：符合“{adjustment.name}”的，标准还可调整（{adjustment.clause}）。")
    if entitlement.limits:
        lines.append("- 限制：" + "；".join(entitlement.limits))
    if benefit.exclusion is not None and not entitlement.excluded:
        lines.append(f"- 注意：{benefit.exclusion.quote}")
    if entitlement.notes:
        lines.append("- 条文没有写明的：" + "；".join(entitlement.notes[:2]))
    return lines


def _one_line(entitlement: Entitlement) -> str:
    benefit = entitlement.rule.benefit
    amount = "不符合条件" if entitlement.amount is None else show(entitlement.amount)
    return f"{benefit.name}（付给：{benefit.recipient}）{amount}"


def _citations(entitlement: Entitlement, reading: Reading) -> list[Cited]:
    rule, policy = entitlement.rule, entitlement.rule.policy
    cited = [Cited(policy, rule.clause.path, rule.quote)]
    if rule.benefit.exclusion is not None and (entitlement.excluded or "stacking" in reading.intents):
        cited.append(Cited(policy, rule.benefit.exclusion.clause, rule.benefit.exclusion.quote))
    asked = reading.intents & {"times", "stacking"}
    cited += [Cited(policy, limit.clause, limit.quote) for limit in rule.limits if asked or limit in entitlement.blocked_by]
    cited += [Cited(policy, a.clause, a.quote) for a in entitlement.adjusted_by]
    cited += [Cited(policy, other.clause, other.quote) for other in rule.benefit.see]
    return list(unique(cited))


def _figure_note(reading: Reading, entitlements: Sequence[Entitlement]) -> list[str]:
    """A figure in the question that no clause has is corrected, not repeated."""
    if not reading.figures:
        return []
    text = "；".join((*(e.rule.clause.text for e in entitlements), *(s for e in entitlements for s in e.steps)))
    if all(names_figure(text, figure) for figure in reading.figures):
        return []
    return ["", "您说的数额与条文不一致，请以下面条文的数额为准。"]


def _recipient_note(reading: Reading, entitlements: Sequence[Entitlement]) -> list[str]:
    if "recipient" not in reading.intents:
        return []
    lines = []
    for entitlement in entitlements[:IN_DETAIL]:
        benefit = entitlement.rule.benefit
        if benefit.recipients:
            only = "" if "个人" in benefit.askers else "，不付给个人"
            lines.append(f"{benefit.name}付给**{benefit.recipient}**{only}。")
        else:
            lines.append(f"{benefit.name}付给谁，条文没有写明，请向{entitlement.rule.policy.about.office}核实。")
    return ["", *lines]


def _totals(entitlements: Iterable[Entitlement]) -> list[str]:
    """What each payee gets in all, where every part is a single figure."""
    sums: dict[str, Decimal] = {}
    counts: dict[str, int] = {}
    for e in entitlements:
        if e.outcome == "ineligible" or e.amount is None or e.amount.kind == "unstated" or not e.rule.benefit.recipients:
            continue
        if e.amount.kind != "exact" or e.amount.low is None:
            return []
        payee = e.rule.benefit.recipient
        sums[payee] = sums.get(payee, Decimal(0)) + e.amount.low
        counts[payee] = counts.get(payee, 0) + 1
    parts = [f"付给{payee}的合计{money(total)}" for payee, total in sums.items() if counts[payee] > 1]
    return ["", f"若以上各项的条件都符合，{'；'.join(parts)}。"] if parts else []


def _validity_lines(entitlements: Iterable[Entitlement], matter: Matter) -> list[str]:
    lines = []
    for policy in dict.fromkeys(e.rule.policy for e in entitlements):
        text = validity_sentence(policy, matter.on)
        if matter.on != matter.today and policy.validity(matter.today) is not policy.validity(matter.on):
            text += f"按今天看：{validity_sentence(policy, matter.today)}"
        lines.append(f"效力：{text}")
    return lines


def _questions(entitlements: Sequence[Entitlement], matter: Matter, book: FactBook) -> tuple[Ask, ...]:
    """What to ask, the most telling first: what moves the amount, then the conditions, then how many."""
    answered = {fact for fact, value in matter.facts.items() if value == UNSURE}
    open_facts = [fact for e in entitlements[:IN_DETAIL] if e.outcome != "ineligible" for fact in e.missing]
    conditions = {
        fact
        for e in entitlements[:IN_DETAIL]
        for fact in e.missing
        if any(reason.truth is None for reason in e.reasons)
    }
    def rank(fact: str) -> int:
        spec = book[fact]
        if spec.assume_one:
            return 2
        return 1 if fact in conditions and spec.kind in ("yes_no", "choices") else 0

    ranked = sorted(dict.fromkeys(f for f in open_facts if f not in answered), key=rank)
    return tuple(Ask(fact, book[fact].question, book[fact].options) for fact in ranked[:MOST_QUESTIONS])


def _suggestions(matter: Matter) -> tuple[str, ...]:
    return ("这笔钱付给谁？", "还能申请哪些补贴？", "这个政策还有效吗？")

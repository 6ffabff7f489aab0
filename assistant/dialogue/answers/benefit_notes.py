"""What is said beside the benefits: a wrong figure, who is paid, what bars what, each payee's sum in all."""

import re
from collections.abc import Sequence, Set
from decimal import Decimal
from itertools import pairwise

from assistant.dialogue.answers.benefit_lines import is_unstated
from assistant.dialogue.answers.combination import choice_lines
from assistant.dialogue.answers.desk import Desk, label
from assistant.dialogue.answers.told_in_full import IN_DETAIL, told_in_full
from assistant.dialogue.answers.totals import Case
from assistant.dialogue.facts.said import ASKER
from assistant.dialogue.language.quantities import find_quantities
from assistant.dialogue.matter import Matter
from assistant.dialogue.reading import Reading
from assistant.rules.amount import money, names_figure, show
from assistant.rules.assess import Entitlement
from assistant.rules.conditions import comparisons
from assistant.rules.facts import UNSURE, FactBook, Value

_GROUP = "trainee_group"
_OR = re.compile("[,?]?(?:还是|或者?)(?:给|补|是|领|拿|只有|只给)?")
_HAD = re.compile("(?:(?:领|拿|补|奖|给|得|享受|发)过|已经?(?:领|拿|补|奖|给|得|享受|发)(?:了|到))的?$")


def figure_note(reading: Reading, entitlements: Sequence[Entitlement], book: FactBook) -> list[str]:
    """A figure in the question that is not what is due is corrected, not repeated.

    Where nothing is due, no figure is put right: the condition that fails is the answer. What one payee has
    for two certificates may have been added up.
    """
    due = [e for e in entitlements if e.outcome != "ineligible"]
    if entitlements and not due:
        return []
    sums = _added_up(due) | _had_before(reading, due)
    right = {f for f in reading.figures if f in sums or any(_bears_out(e, f, book) for e in due)}
    wrong = set(reading.figures) - right - _put_beside(reading, right)
    if not wrong:
        return []
    return ["", "您说的数额与条文不一致，请以下面条文的数额为准。"]


def _put_beside(reading: Reading, right: Set[Decimal]) -> frozenset[Decimal]:
    """Sums that are asked about as the other of two of which one is right: 给3万还是30万."""
    sums = [mention for mention in find_quantities(reading.text) if mention.kind == "money"]
    asked = [
        {one.quantity.low, other.quantity.low}
        for one, other in pairwise(sums)
        if _OR.fullmatch(reading.text[one.end : other.start])
    ]
    return frozenset[Decimal]().union(*(pair for pair in asked if pair & right))


def _had_before(reading: Reading, entitlements: Sequence[Entitlement]) -> frozenset[Decimal]:
    """Sums that were had before and that the clause prints: 市级已经领过15万，评上省级还能领吗."""
    had = (
        mention.quantity.low
        for mention in find_quantities(reading.text)
        if mention.kind == "money" and _HAD.search(reading.text[: mention.start])
    )
    return frozenset(f for f in had if any(names_figure(e.rule.clause.text, f) for e in entitlements))


def _added_up(entitlements: Sequence[Entitlement]) -> frozenset[Decimal]:
    """What sums that are one figure come to together, each payee's by itself."""
    sums: dict[str, set[Decimal]] = {}
    for e in entitlements:
        if e.amount is None or e.amount.low is None or e.amount.low != e.amount.high:
            continue
        had = sums.setdefault(e.rule.benefit.recipient, set())
        had |= {e.amount.low, *(one + e.amount.low for one in had)}
    return frozenset[Decimal]().union(*sums.values())


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


def renamed_notes(desk: Desk, reading: Reading, entitlements: Sequence[Entitlement]) -> list[str]:
    """That the texts have another name for a group (脱贫户), where somebody is of it and it matters."""
    groups = reading.facts.get(_GROUP)
    asking = [e for e in entitlements if any(c.fact == _GROUP for c in comparisons(e.rule.benefit.when))]
    for group, name in desk.lexicon.file.renamed.items():
        words = [word for word in name.now if word in reading.text]
        if words and asking and isinstance(groups, frozenset) and group in groups:
            office = asking[0].rule.policy.about.office
            told = (
                f"条文没有写“{words[0]}”，上面按{name.called}算；现在是否仍按这一身份享受，请向{office}核实。"
            )
            return ["", told]
    return []


def payee_notes(reading: Reading, cases: Sequence[Case], matter: Matter) -> list[str]:
    """Who is paid, where that is asked; who asks for himself, or in vain, is told which money is not his."""
    named = matter.facts.get(ASKER)
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


def stacking_notes(reading: Reading, cases: Sequence[Case], matter: Matter, book: FactBook) -> list[str]:
    """What cannot be had together; where it is asked and the text is silent, that."""
    lines = []
    for case in cases:
        told = [e for e in told_in_full(case, matter) if not e.excluded]
        lines += choice_lines(told, book)
        if lines or "stacking" not in reading.intents:
            continue
        if limits := _open_limits(told, matter):
            lines += limits  # of what is told twice, the text is not silent
            continue
        ids = {e.rule.benefit.id for e in told}
        barred = [e for e in told if e.rule.benefit.exclusion and ids & set(e.rule.benefit.excludes)]
        if barred and (words := barred[0].rule.benefit.exclusion):
            lines.append(f"**不能同时享受**：条文写明“{words.quote}”。")
        elif len(ids) > 1:
            office = told[0].rule.policy.about.office
            lines.append(f"这几项能不能同时享受，条文没有写明，请向{office}核实。")
    return ["", *dict.fromkeys(lines)] if lines else []


def _open_limits(told: Sequence[Entitlement], matter: Matter) -> list[str]:
    """The limits of which nobody knows whether they are met: 今年考了四级，去年也考了四级，能再领吗."""
    return [
        f"**条文写明“{limit.quote}”**（{label(e.rule.policy)} {limit.clause}）；"
        f"您是不是这种情况，请向{e.rule.policy.about.office}核实。"
        for e in told
        for limit in e.rule.limits
        if any(matter.facts.get(compare.fact) == UNSURE for compare in comparisons(limit.blocked_when))
    ]


def payee_totals(region: str, cases: Sequence[Case]) -> list[str]:
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

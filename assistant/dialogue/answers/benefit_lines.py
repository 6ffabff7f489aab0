"""One benefit in words: the sentence that concludes, conditions and arithmetic, small print, quotes."""

from collections.abc import Iterable, Sequence

from assistant.dialogue.answers.desk import Cited, Featured, label, unique
from assistant.dialogue.answers.group_names import join_names
from assistant.dialogue.facts.said import ASKER, HEADCOUNT
from assistant.dialogue.matter import Matter
from assistant.dialogue.reading import Reading
from assistant.rules.amount import show
from assistant.rules.assess import Entitlement
from assistant.rules.facts import UNSURE, FactBook, Quantity, plain
from assistant.rules.formulas import walk
from assistant.rules.models import Benefit
from assistant.rules.rulebook import Rule

MOST_NOTES = 2
_TOO_LONG = 60  # characters of conditions, the same
_LONG = 30  # characters of a list of payees that a sentence does not bear
_UNKNOWN = "还不知道"
_OF_WHAT = f"，基数{_UNKNOWN}"
_MARKS = {True: "✓", False: "✗", None: "？"}


def headline(entitlement: Entitlement, matter: Matter, book: FactBook, *, below: bool = False) -> str:
    """The conclusion on a benefit in a sentence: who may have how much, and under which condition.

    `below`: whether its conditions are told below, so that long ones need not stand in the sentence.
    """
    benefit, amount = entitlement.rule.benefit, entitlement.amount
    name = benefit.name
    if entitlement.outcome == "ineligible" or amount is None:
        return f"**{name}：不能领**，因为{why_not(entitlement)}"
    condition, payee = condition_words(entitlement, below=below), payee_words(benefit)
    if amount.kind == "unstated" and not entitlement.reasons:
        return f"**{name}**：条文写到了这一项，没有写条件；{unstated_words(entitlement)}"
    if amount.kind == "unstated":
        whom = payee if benefit.recipients else ""
        return f"**{name}**：{condition}{whom}可以享受；{unstated_words(entitlement)}"
    assumed = assumed_words(entitlement, matter, book)
    sum_of_money = f"**{show(amount)}**" + (f"（{assumed}）" if assumed else "")
    return f"**{name}**：{condition}{payee}{benefit.verb}{sum_of_money}"


def condition_words(entitlement: Entitlement, *, below: bool) -> str:
    """若缴纳基本养老保险费，: what it hangs on; `below`: whether that is told below too."""
    unknown = [reason.wording for reason in entitlement.reasons if reason.truth is None]
    condition = f"若{'、'.join(unknown[:4])}{'等条件都符合' if len(unknown) > 4 else ''}，" if unknown else ""
    return "若下面打“？”的条件都符合，" if below and len(condition) > _TOO_LONG else condition


def payee_words(benefit: Benefit) -> str:
    """Who is paid, as a sentence has it; of a long list nothing: it stands below, beside 付给."""
    payee = "、".join(benefit.recipients) or "（付给谁，条文没有写明）"
    return payee if len(payee) <= _LONG else ""


def assumed_words(entitlement: Entitlement, matter: Matter, book: FactBook) -> str:
    """按1人、1年算 where nobody said how many, 按15人算 where some are left out; who asks himself is one."""
    oneself = matter.facts.get(ASKER) == "个人"
    facts = [
        f
        for f in entitlement.missing_for_amount
        if book[f].assume_one
        and entitlement.facts.get(f, UNSURE) == UNSURE  # 五六个人 is no one figure, and no 1人 either
        and not (oneself and f == HEADCOUNT)
    ]
    assumed = [f"1{book[fact].unit}" for fact in facts]
    people = entitlement.facts.get(HEADCOUNT)
    if matter.of_fewer and not matter.groups and isinstance(people, Quantity) and people.is_exact:
        counted = f"{plain(people.low)}人"
        assumed.insert(0, matter.arithmetic if matter.arithmetic.endswith(f"= {counted}") else counted)
    return f"按{'、'.join(assumed)}算" if assumed else ""


def feature(entitlement: Entitlement, group: str, matter: Matter, book: FactBook) -> Featured:
    """The benefit as an answer tells it in full."""
    refused = entitlement.outcome == "ineligible"
    return Featured(entitlement, group, "" if refused else assumed_words(entitlement, matter, book))


def unstated_words(entitlement: Entitlement) -> str:
    """What is said in place of a sum; of a share of what nobody has said, which share and of what."""
    said = [step.split(_OF_WHAT)[0] for step in entitlement.steps if _OF_WHAT in step]
    shares = [share for share in said if not any(o != share and o.endswith(share) for o in said)]
    unknown = [
        s.removesuffix(_UNKNOWN) for s in entitlement.steps if s.endswith(_UNKNOWN) and _OF_WHAT not in s
    ]
    if shares and unknown:
        return f"{'；'.join(shares)}；知道{'、'.join(unknown)}才能算出数额"
    return entitlement.steps[-1] if entitlement.steps else "条文没有写明金额"


def why_not(entitlement: Entitlement) -> str:
    """Why a benefit is refused: what excludes it, the limit, or the condition that is not met."""
    if entitlement.excluded and entitlement.rule.benefit.exclusion is not None:
        return f"条文写明“{entitlement.rule.benefit.exclusion.quote}”"
    if entitlement.excluded:
        return "已经享受了不可同时享受的另一项补贴"
    if entitlement.blocked_by:
        return "；".join(limit.say_blocked for limit in entitlement.blocked_by)
    return "不符合“" + "”“".join(r.wording for r in entitlement.reasons if r.truth is False) + "”这一条件"


def title(benefit: Benefit, who: str) -> str:
    """What is told below, of whom, and who is paid."""
    return f"**{benefit.name}**" + (f"（{who}）" if who else "") + f"｜付给：{benefit.recipient}"


def conditions(entitlement: Entitlement) -> list[str]:
    """The conditions that somebody spoke of or that are open: met, not met, unknown."""
    judged = [f"{_MARKS[r.truth]} {r.wording}" for r in entitlement.reasons if not r.assumed]
    return ["- 条件：" + "；".join(judged)] if judged else []


def taken_as_met(entitlement: Entitlement) -> list[str]:
    """The conditions that nobody spoke of, and whoever asks can be taken to meet."""
    taken = [reason.wording for reason in entitlement.reasons if reason.assumed]
    return ["- 您没有另说，按符合算的条件：" + "；".join(taken)] if taken else []


def arithmetic(entitlement: Entitlement, who: str = "") -> list[str]:
    """How the sum comes about; `who`: where several groups of people have sums of their own."""
    if not entitlement.steps or entitlement.amount is None or entitlement.amount.kind == "unstated":
        return []
    return ["- 算法" + (f"（{who}）" if who else "") + "：" + "；".join(entitlement.steps)]


def small_print(entitlement: Entitlement) -> list[str]:
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


def one_lines(told: Iterable[tuple[str, Entitlement]]) -> list[str]:
    """Benefits in a line each, with the sum of each group, or the groups of whom it says the same."""
    alike: dict[str, list[tuple[str, Entitlement]]] = {}
    for who, e in told:
        alike.setdefault(e.rule.benefit.id if names_sum(e) else one_line(e), []).append((who, e))
    return [
        _line_of_sums(some) if len(some) > 1 and names_sum(some[0][1]) else _line_of_names(some)
        for some in alike.values()
    ]


def _line_of_names(told: Sequence[tuple[str, Entitlement]]) -> str:
    return one_line(told[0][1], join_names(who for who, _ in told))


def _line_of_sums(told: Sequence[tuple[str, Entitlement]]) -> str:
    rule = told[0][1].rule
    if all(HEADCOUNT not in formula.facts for formula in walk(rule.benefit.amount)):
        return one_line(told[0][1])  # 技能大师工作室: so much, however many people there are
    sums = "；".join(f"{who}：{show(e.amount)}" for who, e in told if e.amount is not None)
    return _granted(rule, rule.benefit.name, sums)


def _granted(rule: Rule, name: str, words: str) -> str:
    return f"- {name}｜付给：{rule.benefit.recipient}｜{words}（{label(rule.policy)} {rule.clause.path}）"


def one_line(entitlement: Entitlement, who: str = "") -> str:
    """A benefit in a line of a list."""
    benefit, rule = entitlement.rule.benefit, entitlement.rule
    name = benefit.name + (f"（{who}）" if who else "")
    if entitlement.amount is None:
        # What was made for another case is no refusal.
        barred = "不能领" if entitlement.excluded or entitlement.blocked_by else "不适用"
        clause = f"{label(rule.policy)} {_refusing(entitlement)}"
        return f"- {name}：{barred}，因为{why_not(entitlement)}（{clause}）"
    words = unstated_words(entitlement) if is_unstated(entitlement) else show(entitlement.amount)
    return _granted(rule, name, words)


def _refusing(entitlement: Entitlement) -> str:
    """The clause that refuses a benefit."""
    benefit = entitlement.rule.benefit
    if entitlement.excluded and benefit.exclusion is not None:
        return benefit.exclusion.clause
    return entitlement.blocked_by[0].clause if entitlement.blocked_by else benefit.clause


def quotes_for(entitlement: Entitlement, reading: Reading) -> list[Cited]:
    """The words that grant it, with those that refuse, limit or change it where that matters here."""
    rule, policy = entitlement.rule, entitlement.rule.policy
    cited = [granting(entitlement)]
    if rule.benefit.exclusion is not None and (entitlement.excluded or "stacking" in reading.intents):
        cited.append(Cited(policy, rule.benefit.exclusion.clause, rule.benefit.exclusion.quote))
    asked = reading.intents & {"times", "stacking"}
    cited += [
        Cited(policy, limit.clause, limit.quote)
        for limit in rule.limits
        if asked or limit in (*entitlement.blocked_by, *entitlement.open_limits)
    ]
    cited += [Cited(policy, a.clause, a.quote) for a in entitlement.adjusted_by]
    return list(unique(cited))


def granting(entitlement: Entitlement) -> Cited:
    """The words that grant a benefit."""
    return Cited(entitlement.rule.policy, entitlement.rule.clause.path, entitlement.rule.quote)


def is_unstated(entitlement: Entitlement) -> bool:
    """Whether it is granted, and the text names no sum."""
    return entitlement.amount is not None and entitlement.amount.kind == "unstated"


def names_sum(entitlement: Entitlement) -> bool:
    """Whether it is granted with a sum."""
    return entitlement.amount is not None and entitlement.amount.kind != "unstated"

"""What changes other benefits' amounts (提高30%, 上浮不超过30%)."""

from collections.abc import Sequence

from assistant.dialogue.answers.benefit_lines import is_unstated
from assistant.dialogue.answers.desk import AFTER_A_CLAUSE, Answer, Cited, Desk, label, quoted, unique
from assistant.dialogue.answers.validity_answer import validity_of
from assistant.dialogue.facts.said import HEADCOUNT, ONE_PERSON
from assistant.dialogue.matter import Matter
from assistant.documents.models import Policy
from assistant.rules.amount import show
from assistant.rules.assess import assess, with_implied
from assistant.rules.models import Adjustment

MOST_NAMES = 6


def answer_adjustments(desk: Desk, matter: Matter, policies: Sequence[Policy]) -> Answer | None:
    """What changes other benefits' amounts (提高30%, 上浮不超过30%); None where nothing does."""
    changed = [
        (rule, adjustment)
        for policy in policies
        for rule in desk.rulebook.of_policy(policy.id)
        for adjustment in rule.adjustments
        if adjustment.topic in matter.topics
    ]
    if not changed:
        return None
    adjustments = dict.fromkeys((rule.policy, adjustment) for rule, adjustment in changed)
    facts = with_implied(matter.facts, desk.rulebook.book)
    rules = {rule.benefit.id: rule for rule, _ in changed}.values()
    benefits = tuple(assess(rule, facts, desk.rulebook.book, on=matter.on) for rule in rules)
    people = facts.get(HEADCOUNT, ONE_PERSON)
    counted = people != ONE_PERSON
    cited = unique(Cited(policy, adjustment.clause, adjustment.quote) for policy, adjustment in adjustments)
    lines = [
        f"**{_adjusted(adjustment)}**（{label(policy)} {adjustment.clause}）"
        for policy, adjustment in adjustments
    ]
    names = list(dict.fromkeys(rule.benefit.name for rule in rules))
    more = f"等{len(names)}项" if len(names) > MOST_NAMES else ""
    lines += ["", f"这里算作可以提高的补贴：{'、'.join(names[:MOST_NAMES])}{more}。"]
    sums = [
        f"- {e.rule.benefit.name}：每人{show(e.amount)}"
        if not counted
        else f"- {e.rule.benefit.name}：{show(e.amount)}"
        for e in benefits
        if e.adjusted_by and e.amount is not None and e.outcome != "ineligible" and not is_unstated(e)
    ]
    lines += ["", "提高以后是：", *sums] if sums else []
    lines += ["", *map(quoted, cited)]
    points = [point for _, adjustment in adjustments for point in adjustment.open_points]
    if points:
        lines += ["", "条文没有写明的：" + "；".join(points)]
    lines += ["", *validity_of(cited, matter.on)]
    return Answer("answered", "\n".join(lines), cited, benefits, suggestions=AFTER_A_CLAUSE)


def _adjusted(adjustment: Adjustment) -> str:
    if adjustment.raise_percent is None:
        return f"{adjustment.name}：可以提高，条文没有写明提高多少"
    words = "最多上浮" if adjustment.at_most else "提高"
    return f"{adjustment.name}：在规定标准上{words}{adjustment.raise_percent}%"

"""How often, and whether again: the limits that a place's policies set, and those met by what was said."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from assistant.dialogue.answers.desk import AFTER_A_CLAUSE, Answer, Cited, label, quoted, unique
from assistant.dialogue.answers.validity_answer import validity_of
from assistant.dialogue.facts.said import ASKER
from assistant.dialogue.matter import Matter
from assistant.documents.models import Policy, Validity
from assistant.rules.conditions import comparisons, judge
from assistant.rules.facts import FactBook, Quantity, plain
from assistant.rules.models import Limit
from assistant.rules.rulebook import Rule


def answer_limits(matter: Matter, rules: Sequence[Rule], book: FactBook) -> Answer | None:
    """How often, and whether again: the limits of the place's policies; None where they set none.

    What was said of money had before is held against them first. A text to come limits nothing yet.
    """
    limits = list(
        dict.fromkeys(
            (rule.policy, limit)
            for rule in rules
            if rule.policy.validity(matter.on) is not Validity.NOT_YET
            for limit in rule.limits
        )
    )
    if not limits:
        return None
    cited = unique(Cited(policy, limit.clause, limit.quote) for policy, limit in limits)
    lines = _met(matter, limits, book) or _left(matter, limits, book)
    lines += list(
        dict.fromkeys(f"- **{limit.say}**（{label(policy)} {limit.clause}）" for policy, limit in limits)
    )
    lines += ["", *map(quoted, cited), "", *validity_of(cited, matter.on)]
    return Answer("answered", "\n".join(lines), cited, suggestions=AFTER_A_CLAUSE)


def _met(matter: Matter, limits: Iterable[tuple[Policy, Limit]], book: FactBook) -> list[str]:
    """The yes or no: the limits that what was said meets. What a person had counts against that person."""
    met = [limit for _, limit in limits if judge(limit.blocked_when, matter.facts, book).truth]
    if not met:
        return []
    told = "；".join(dict.fromkeys(limit.say_blocked for limit in met))
    lines = [f"**不能再领：{told}。**"]
    if matter.facts.get(ASKER) == "企业":
        left_open = [point for limit in met for point in limit.open_points]
        lines = [f"**对职工本人：{told}。**", *(f"{point}。" for point in dict.fromkeys(left_open))]
    return [*lines, ""]


def _left(matter: Matter, limits: Iterable[tuple[Policy, Limit]], book: FactBook) -> list[str]:
    """How often it may still be had, by what was told of this year."""
    told = [
        f"**{limit.say}：今年已享受{plain(had.low)}次，还可以享受{plain(compare.operand - had.low)}次。**"
        for _, limit in limits
        for compare in comparisons(limit.blocked_when)
        if book[compare.fact].this_year and compare.operator == "at_least"
        if isinstance(had := matter.facts.get(compare.fact), Quantity)
        and had.is_exact
        and isinstance(compare.operand, Decimal)
        and compare.operand > had.low
    ]
    return [*dict.fromkeys(told), ""] if told else []

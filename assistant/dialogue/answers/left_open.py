"""What the texts leave open of what is asked: 6个月从哪一天起算，条文没有写明."""

import re
from collections.abc import Iterable, Iterator

from assistant.dialogue.answers.clause_words import asking_parts, share_said
from assistant.dialogue.answers.desk import Desk
from assistant.documents.models import Policy
from assistant.rules.rulebook import Rule

# The share of a question that a point must speak of to be told; of several those that come near the best.
_SOME = 0.17
_NEARLY = 0.5
_MOST = 2
SURE = 0.22  # so much of a question is what is asked, and nothing nearby
# What is said to be open; other points are remarks.
_IS_OPEN = re.compile("没有(?!按)[^，。；]{0,4}(?:写|随文|列|给|规定)|两种读法|没有$")


def open_points(rules: Iterable[Rule]) -> Iterator[str]:
    """All that the texts of these rules, of their limits and of what changes them leave open."""
    for rule in rules:
        yield from rule.benefit.open_points
        for limit in rule.limits:
            yield from limit.open_points
        for adjustment in rule.adjustments:
            yield from adjustment.open_points


def left_open(desk: Desk, question: str, rules: Iterable[Rule], *, sure: bool = False) -> tuple[str, ...]:
    """What the texts of these rules leave open and a folded question asks about, best first.

    `sure`: only what is most of the question.
    """
    asked = f"{question} {desk.searcher.added(question)}"
    parts = [asked, *asking_parts(question)]
    points = [point for point in dict.fromkeys(open_points(rules)) if _IS_OPEN.search(point)]
    shares = {point: max(share_said(desk, part, point) for part in parts) for point in points}
    least = max(SURE if sure else _SOME, _NEARLY * max(shares.values(), default=0.0))
    near = sorted((point for point in points if shares[point] >= least), key=lambda point: -shares[point])
    return tuple(near[:_MOST])


def left_open_lines(
    desk: Desk, question: str, policy: Policy, rules: Iterable[Rule], *, sure: bool = False
) -> list[str]:
    """The same as lines, each with the benefit it is of and whom to ask; [] where nothing is left open."""
    rules = list(rules)
    points = left_open(desk, question, rules, sure=sure)
    of = {point: rule.benefit.name for rule in reversed(rules) for point in open_points([rule])}
    told = "；".join(f"{of[point]}：{point}" if len(rules) > 1 else point for point in points)
    return [f"**{told}。**请向{policy.about.office}核实。", ""] if points else []

"""The amounts of a sentence that make one benefit, each with the choice that it is for.

中级工每人1000元、高级工每人1500元        取得中级工、高级工证书的，分别给予1000元、1500元      one, by level
每课时25元，最多不超过1000元              one, with its cap
国家级基地、省级工作室，分别给予500万、10万元   two: a base and a studio
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.intake.phrases import ONLY_SEPARATED, Amount
from assistant.intake.vocabulary import Choice, Vocabulary

_UNIT = re.compile(r"^[万亿]?元(?:[/／·][一-鿿]{1,2})*")
_BRACKETED = re.compile(r"\s*[万亿]?元(?:[/／·][一-鿿]{1,2})*\s*[（(](?P<words>[^（()）]{2,16})[）)]")


@dataclass(frozen=True)
class Named:
    """An amount with the choice that it is for."""

    amount: Amount
    label: Choice | None


def group_amounts(
    sentence: str, amounts: Sequence[Amount], words: Vocabulary
) -> Iterator[tuple[list[Named], Amount | None]]:
    """Each benefit's amounts, left to right, and the cap on what they come to, where there is one."""
    yield from _grouped(_labelled(sentence, amounts, words))


def _labelled(sentence: str, amounts: Sequence[Amount], words: Vocabulary) -> list[Named]:
    """Each amount with the choice named for it: before it, in brackets behind it, or in a list of names."""
    named: list[Named] = []
    at = 0
    while at < len(amounts):
        run = 1
        while at + run < len(amounts) and _follows(sentence, amounts[at + run - 1], amounts[at + run]):
            run += 1
        since = amounts[at - 1].end if at else 0
        choices = words.choices(sentence[since : amounts[at].start])
        if run > 1 and len(choices) >= run:
            named += (Named(a, c) for a, c in zip(amounts[at : at + run], choices[-run:], strict=True))
        elif run > 1:
            named += (Named(amount, None) for amount in amounts[at : at + run])
        else:
            behind = _BRACKETED.match(sentence, amounts[at].end)
            after = words.choices(behind["words"]) if behind else []
            lead = sentence[since : amounts[at].start]
            # 1000元（中级工）、1500元（高级工）: the first brackets belong to the first amount.
            own = _BRACKETED.match(sentence, since)
            choices = [c for c in choices if not own or c.start + since >= own.end()]
            start = part_start(sentence, amounts[at]) - since
            near = [c for c in choices if c.start >= start and not _is_listed(lead, c)]
            named.append(Named(amounts[at], near[-1] if near else after[0] if after else None))
        at += run
    return named


def _is_listed(lead: str, choice: Choice) -> bool:
    """Whether a choice is one of several things that the amount is for: 专项证书、资格证书或者等级证书."""
    before = _UNIT.sub("", lead[: choice.start].strip())  # 元/人 belongs to the amount before it
    behind = lead[choice.end :].lstrip("书证的 ")
    return behind.startswith(("、", "或", "和", "及")) or (before.endswith("、") and len(before) > 1)


def part_start(sentence: str, amount: Amount) -> int:
    """Where the part of a sentence, between ；, begins that holds an amount."""
    return max(sentence.rfind(mark, 0, amount.start) for mark in "；;。") + 1


def _follows(sentence: str, first: Amount, second: Amount) -> bool:
    """Whether two amounts stand in a bare list: 1500元、2200元."""
    return not (first.percent or second.percent) and bool(
        ONLY_SEPARATED.fullmatch(sentence[first.end : second.start])
    )


def _grouped(named: Sequence[Named]) -> Iterator[tuple[list[Named], Amount | None]]:
    """Those for the choices of one fact, a list, or one amount with its cap."""
    by_fact: dict[str, list[Named]] = {}
    for item in named:
        if item.label and not item.amount.percent:
            by_fact.setdefault(item.label.fact, []).append(item)
    told: set[int] = set()
    for at, item in enumerate(named):
        if id(item) in told or item.amount.again:
            continue
        group = [item]
        if item.label and not item.amount.percent:
            group = list({o.label.value: o for o in by_fact[item.label.fact] if o.label}.values())
        elif not item.amount.percent:
            group += _unlabelled_list(named, at)
        told |= {id(one) for one in group}
        cap = next((o for o in named[at + 1 : at + 1 + len(group)] if id(o) not in told), None)
        if cap and cap.amount.caps and cap.label is None and not item.amount.percent:
            told.add(id(cap))
            yield group, cap.amount
        else:
            yield group, None


def _unlabelled_list(named: Sequence[Named], at: int) -> list[Named]:
    """The rest of a bare list without names of any fact: each shares its unit with the first."""
    rest: list[Named] = []
    for before, item in zip(named[at:], named[at + 1 :], strict=False):
        gap = item.amount.start - before.amount.end
        if item.label or item.amount.caps or item.amount.percent or item.amount.again or gap > 4:
            break
        rest.append(item)
    return rest

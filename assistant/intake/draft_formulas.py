"""Amounts as a sentence names them → a formula as benefits.yaml writes it, with what is unsure of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from assistant.intake.phrases import Amount, is_as_spent, longest
from assistant.intake.vocabulary import Vocabulary
from assistant.rules.facts import plain

HEADCOUNT = "headcount"
_SPENT = "actual_cost"


@dataclass(frozen=True)
class DraftFormula:
    """A formula, the facts that it hangs on, and what a person should look at."""

    raw: Any
    facts: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


def number(value: Decimal) -> int | float:
    """A number as YAML writes it."""
    text = plain(value)
    return int(text) if text.isdecimal() else float(text)


def bounded(amount: Amount) -> Any:
    """One amount: 500, {range: [500, 3000]}, {at_most: 400}, {at_least: 4000}."""
    match amount.bound:
        case "range":
            assert amount.low is not None and amount.high is not None
            return {"range": [number(amount.low), number(amount.high)]}
        case "exactly":
            return number(amount.value)
        case bound:
            return {bound: number(amount.value)}


def spread(amounts: Sequence[Amount]) -> Any:
    """Several amounts of which nobody can say which: from the least to the most."""
    values = [value for a in amounts for value in (a.low, a.high) if value is not None]
    return {"range": [number(min(values)), number(max(values))]}


def table(fact: str, rows: Mapping[str, Amount]) -> Any:
    """A table by a choice; where each row is a ceiling, a ceiling of the table."""
    bounds = {amount.bound for amount in rows.values()}
    if bounds in ({"at_most"}, {"at_least"}):
        return {bounds.pop(): {"table": fact, "rows": {key: number(a.value) for key, a in rows.items()}}}
    return {"table": fact, "rows": {key: bounded(amount) for key, amount in rows.items()}}


def share(amount: Amount, sentence: str, words: Vocabulary) -> DraftFormula:
    """So many percent of what the sentence names."""
    fact = words.money_fact(sentence, amount.start, amount.end)
    base: Any = {"given": fact} if fact else {"unstated": "条文写按比例计算，基数没有认出来"}
    raw: Any = {"percent": number(amount.value), "of": base}
    if amount.bound != "exactly":
        raw = {amount.bound: raw}
    return DraftFormula(raw, (fact,) if fact else (), () if fact else ("按比例算的基数没有认出来",))


def multiplied(
    raw: Any, first: Amount, cap: Amount | None, sentence: str, topic: str, words: Vocabulary
) -> DraftFormula:
    """A formula times what it is paid per, with the cap that the sentence sets."""
    doubts: list[str] = []
    facts: list[str] = []
    if is_as_spent(sentence) and first.bound == "at_most" and words.knows(_SPENT):
        raw, facts = {"as_spent": _SPENT, "up_to": number(first.value)}, [_SPENT]
    counted: list[tuple[str, str]] = []
    for unit in first.per:
        fact = words.unit_fact(unit, topic)
        if fact is None and unit.startswith("年"):
            continue  # 每年 with an amount is a time, and counts only where a fact counts it
        if fact is None:
            doubts.append(f"按“每{unit}”计，没有对应的事实，公式里没有乘")
        elif fact not in facts:
            facts.append(fact)
            counted.append((fact, unit))
    for fact, unit in counted:
        if fact != HEADCOUNT:
            most = longest(sentence, words.unit_word(fact, unit))
            raw = {"each": fact, "of": raw} | ({"up_to": number(most)} if most is not None else {})
    per_head = any(fact == HEADCOUNT for fact, _ in counted)
    of_all = cap is not None and any(
        word in sentence[first.end : cap.start] for word in ("总额", "企业", "单位", "机构")
    )
    if cap is not None and not of_all:
        raw = {"cap": number(cap.value), "of": raw}
    if per_head:
        raw = {"each": HEADCOUNT, "of": raw}
    if cap is not None and of_all:
        raw = {"cap": number(cap.value), "of": raw}
    return DraftFormula(raw, tuple(facts), tuple(doubts))

"""Places side by side on one topic: who is paid and how a figure is bound are never mixed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from assistant.bootstrap import Calculator
from assistant.dialogue.models import BenefitOut
from assistant.errors import BadInput

MOST_PLACES = 4


@dataclass(frozen=True)
class Row:
    """What one payee gets, place by place; an empty place: nothing in the documents held."""

    payee: str
    places: tuple[tuple[BenefitOut, ...], ...]


def compare(
    calculator: Calculator, topic: str, places: Sequence[str], facts: Mapping[str, Any], *, as_of: date
) -> tuple[Row, ...]:
    """A row for each payee, a column for each place.

    Raises BadInput for no place or more than four, and for a place or a fact that is not known.
    """
    if not 1 <= len(places) <= MOST_PLACES:
        raise BadInput(f"请选 1 到 {MOST_PLACES} 个地区。")
    on_topic = {rule.benefit.id for rule in calculator.rulebook.rules if rule.benefit.topic == topic}
    columns = [
        [one for one in calculator.calculate(facts, region=place, as_of=as_of) if one.rule_id in on_topic]
        for place in places
    ]
    payees = dict.fromkeys(one.recipient for column in columns for one in column)
    # Who is paid comes first, what the texts leave open last.
    ordered = sorted(payees, key=lambda payee: "未写明" in payee)
    return tuple(
        Row(payee, tuple(tuple(one for one in column if one.recipient == payee) for column in columns))
        for payee in ordered
    )

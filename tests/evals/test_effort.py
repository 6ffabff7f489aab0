"""How many questions a person answers before a definite amount is told."""

import pytest

from assistant.bootstrap import Assistant
from evals.effort import LEAST, MOST, Effort, lines, measure


@pytest.fixture(scope="module")
def efforts(assistant: Assistant) -> list[Effort]:
    return measure(assistant)


def test_a_definite_amount_is_told_soon(efforts: list[Effort]) -> None:
    soon = [one for one in efforts if one.amount is not None and one.amount <= MOST]
    assert len(soon) >= LEAST * len(efforts), "\n".join(lines(efforts))


def test_every_benefit_with_a_definite_amount_is_asked_for(
    assistant: Assistant, efforts: list[Effort]
) -> None:
    asked = {one.rule for one in efforts}
    assert "jinjiang-skill-upgrade-worker" in asked, "700 to 3000 by the level"
    assert "quzhou-special-operation" in asked, "at most 500 is definite"
    assert "fujian-2025-training-subsidy" not in asked, "no figure in any case"


def test_what_takes_long_is_named() -> None:
    told = list(lines([Effort("soon", 3, 3), Effort("late", 4, 4), Effort("none", None, None)]))
    assert told == ["a definite amount after 3 questions at most: 1 / 3", "  late: 4", "  none: never"]

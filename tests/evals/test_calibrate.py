"""The fit of the weights by which a question is told to be about something else."""

import pytest

from evals.retrieval.calibrate import ALWAYS, chance, cross_validated, fit

# x speaks for, y against, and z says nothing.
ROWS = [{"x": i % 2 + i / 50, "y": (i + 1) % 2 * 3.0, "z": i % 5, ALWAYS: 1.0} for i in range(40)]
TRUTH = [i % 2 == 1 for i in range(40)]


def test_a_sign_gets_the_weight_that_it_earns() -> None:
    weights = fit(ROWS, TRUTH)
    assert weights["x"] > 0 > weights["y"]
    assert abs(weights["z"]) < min(weights["x"], -weights["y"])
    assert all((chance(weights, row) > 0.5) == truth for row, truth in zip(ROWS, TRUTH, strict=True))


def test_both_sides_count_alike_however_many_there_are() -> None:
    alike = [{"x": 0.0, ALWAYS: 1.0}] * 40
    assert chance(fit(alike, [True] * 4 + [False] * 36), alike[0]) == pytest.approx(0.5, abs=1e-6)


def test_the_same_rows_give_the_same_folds() -> None:
    found = cross_validated(ROWS, TRUTH)
    assert found == cross_validated(ROWS, TRUTH)
    assert sum((p > 0.5) == truth for p, truth in zip(found, TRUTH, strict=True)) >= 38

"""Two rankings made one."""

import numpy as np
import pytest

from assistant.search.fuse import DENSE_WEIGHT, DEPTH, Placing, fuse, placings

NOTHING: list[float] = []
FUSED = [
    ([4.0, 2.0, 0.0], None, [1, 0.5, 0], "words alone: the best is 1, what shares nothing is 0"),
    ([4.0, 4.0, 4.0], None, [1, 1, 1], "equally good ones are all the best"),
    ([3.0], None, [1], "the only candidate is the best, not the worst"),
    ([0.0, 0.0], None, [0, 0], "none shares a word"),
    (NOTHING, None, NOTHING, "no candidates"),
    (NOTHING, NOTHING, NOTHING, "no candidates for either method"),
    ([4.0, 2.0], [0.8, 0.8], [1, 0.5 + 0.5 * DENSE_WEIGHT], "both agree on the first"),
    ([4.0, 0.0], [0.0, 0.8], [1 - DENSE_WEIGHT, DENSE_WEIGHT], "each has its own best one"),
    ([0.0, 0.0], [0.2, 0.4], [0.5 * DENSE_WEIGHT, DENSE_WEIGHT], "meaning alone"),
    (
        [4.0, 2.0],
        [-0.5, -0.1],
        [1 - DENSE_WEIGHT, 0.5 * (1 - DENSE_WEIGHT)],
        "the opposite is no better than nothing",
    ),
]


@pytest.mark.parametrize(("keyword", "dense", "expected", "reason"), FUSED)
def test_fuse(keyword: list[float], dense: list[float] | None, expected: list[float], reason: str) -> None:
    given = None if dense is None else np.array(dense, np.float32)
    assert fuse(np.array(keyword, np.float32), given).tolist() == pytest.approx(expected, abs=1e-6), reason


def test_only_the_best_of_many_are_told_apart() -> None:
    scores = np.arange(3 * DEPTH, dtype=np.float32)
    fused = fuse(scores, None)
    assert fused[-1] == 1
    assert np.count_nonzero(fused) == DEPTH - 1
    assert not fused[: 2 * DEPTH + 1].any()


def test_many_that_are_level_are_all_found() -> None:
    scores = np.full(3 * DEPTH, 2.0, np.float32)
    assert fuse(scores, None).tolist() == [1.0] * len(scores)


def test_placings_share_a_rank_where_scores_are_equal() -> None:
    scores = np.array([1.0, 3.0, 2.0, 3.0], np.float32)
    assert placings(scores, np.array([3, 0, 1, 2])) == [
        Placing(3.0, 1),
        Placing(1.0, 4),
        Placing(3.0, 1),
        Placing(2.0, 3),
    ]

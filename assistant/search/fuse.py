"""Two rankings made one: what words say and what meaning says, each on a scale from 0 to 1, then weighed."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Both measured, see docs/search.md.
DENSE_WEIGHT = 0.3
PLAIN_WEIGHT = 0.5  # what the words of a clause count where those of its questions count too
DEPTH = 1000  # so many of the best of each method are told apart; below them all count the same, nothing


@dataclass(frozen=True, slots=True)
class Placing:
    """Where one method puts a clause among those that were asked for."""

    score: float  # BM25, or the cosine
    rank: int  # 1 is the best; equal scores share a rank


def fuse(
    keyword: "NDArray[np.float32]",
    dense: "NDArray[np.float32] | None",
    weight: float = DENSE_WEIGHT,
    plain: "NDArray[np.float32] | None" = None,
) -> "NDArray[np.float64]":
    """One score, 0 to 1, of each document from its scores by both methods; by words alone for no `dense`.

    `weight`: what meaning counts, 0 to 1. `plain`: the scores by words without the questions of a bank, where
    some documents have none; else those that have some would hide them.
    """
    words = _scaled(keyword)
    if plain is not None:
        words = (1 - PLAIN_WEIGHT) * words + PLAIN_WEIGHT * _scaled(plain)
    return words if dense is None else (1 - weight) * words + weight * _scaled(dense)


def placings(scores: "NDArray[np.float32]", positions: "NDArray[np.intp]") -> list[Placing]:
    """What a method said of the documents at some positions among all."""
    import numpy as np

    chosen = scores[positions]
    better = scores.size - np.sort(scores).searchsorted(chosen, side="right")
    return [Placing(score, 1 + rank) for score, rank in zip(chosen.tolist(), better.tolist(), strict=True)]


def _scaled(scores: "NDArray[np.float32]") -> "NDArray[np.float64]":
    """Min-max over the best: 1 is the best, 0 the last of the first DEPTH.

    Where there are no more than that, 0 is a score of 0, which both methods give to what shares nothing: the
    worst of three clauses may still be a good one.
    """
    import numpy as np

    low = 0.0 if scores.size <= DEPTH else max(0.0, float(np.partition(scores, -DEPTH)[-DEPTH]))
    high = float(scores.max(initial=0.0))
    if high <= low:
        # None shares anything, or more than DEPTH share just as much.
        return (scores > 0).astype(np.float64)
    return np.clip((scores.astype(np.float64) - low) / (high - low), 0.0, 1.0)

"""How good one ranking is, and the mean over many. All figures lie between 0 and 1, more is better."""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence

DEPTH = 100  # so many of the best are judged
FIRST, IN_FIVE = "hit@1", "hit@5"

Figures = Mapping[str, float]


def judge(ranked: Sequence[str], right: Collection[str]) -> dict[str, float]:
    """The figures of a ranking, best first, that names nothing twice; `right` is what answers, at least one.

    mrr@10     1 / the rank of the first right one, 0 where it is not among ten
    recall@k   the share of the right ones among the first k
    hit@k      1 where any right one is among the first k
    ndcg@10    the gain of the right ones, each the less the later, beside that of the best order
    """
    found = [at for at, one in enumerate(ranked[:DEPTH], 1) if one in right]
    first = found[0] if found else math.inf
    gain = math.fsum(1 / math.log2(at + 1) for at in found if at <= 10)
    best = math.fsum(1 / math.log2(at + 1) for at in range(1, min(len(right), 10) + 1))
    return {
        "mrr@10": 1 / first if first <= 10 else 0.0,
        **{f"recall@{k}": sum(at <= k for at in found) / len(right) for k in (1, 5, 10, 100)},
        "ndcg@10": gain / best,
        FIRST: float(first <= 1),
        IN_FIVE: float(first <= 5),
    }


def mean(judged: Iterable[Figures]) -> dict[str, float]:
    """The mean of each figure; {} of nothing."""
    rows = list(judged)
    return {name: math.fsum(row[name] for row in rows) / len(rows) for name in rows[0]} if rows else {}

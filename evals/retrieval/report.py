"""What a run found, for people to read."""

from collections.abc import Iterator, Sequence

from evals.bench.timing import percentile
from evals.retrieval.own import Refusal
from evals.retrieval.records import Least, Record
from evals.retrieval.run import Outcome

_COLUMNS = ("mrr@10", "recall@1", "recall@5", "recall@10", "recall@100", "ndcg@10", "hit@1", "hit@5")


def table(title: str, outcomes: Sequence[Outcome]) -> Iterator[str]:
    """A row for each way; nothing where no question was asked."""
    if not outcomes or not outcomes[0].ranked:
        return
    yield f"\n{title} ({len(outcomes[0].ranked)} questions)"
    yield f"  {'':<10}" + "".join(f"{name:>11}" for name in _COLUMNS) + f"{'p50 ms':>9}{'p95 ms':>9}"
    for outcome in outcomes:
        figures = outcome.figures()
        times = "".join(f"{time:>9.2f}" for time in latency(outcome).values())
        yield f"  {outcome.way:<10}" + "".join(f"{figures[name]:>11.3f}" for name in _COLUMNS) + times


def latency(outcome: Outcome) -> dict[str, float]:
    """The times that half of the questions and 95 % of them stay within, in milliseconds."""
    times = outcome.times() * 2  # a percentile needs two times
    return {"p50 ms": percentile(times, 50), "p95 ms": percentile(times, 95)}


def as_json(outcomes: Sequence[Outcome]) -> dict[str, dict[str, float]]:
    """Way -> figure -> value."""
    return {outcome.way: {**outcome.figures(), **latency(outcome)} for outcome in outcomes}


def refusals(title: str, put: Sequence[Refusal]) -> Iterator[str]:
    """A line on how many of the questions were refused; nothing where none was put."""
    if put:
        back = sum(one.asked_back for one in put)
        yield f"  {title:<32}{share(put):>7.1%} of {len(put)} refused, {back} asked back"


def share(put: Sequence[Refusal]) -> float:
    """How many of the questions were refused, 0 to 1."""
    return sum(one.refused for one in put) / max(1, len(put))


def changes(found: Record, before: Record, hidden: frozenset[str]) -> Iterator[str]:
    """Where the right clause comes first now and did not before, and the other way round; likewise refusals.

    `hidden`: ids that are counted and not named, so that nobody tunes on them.
    """
    now = {key: rank == 1 for key, rank in found.first.items()}
    then = {key: rank == 1 for key, rank in before.first.items()}
    for what, new, old in (("right first", now, then), ("refused", found.refused, before.refused)):
        for label, gained in (("gained", True), ("lost", False)):
            changed = [key for key in new if new[key] == gained and old.get(key) == (not gained)]
            named = ", ".join(key for key in changed if key not in hidden) or "unseen ones"
            if changed:
                yield f"{what}: {label} {len(changed)}: {named}"


def missed(
    least: Least,
    parts: dict[str, Outcome],
    wrong: int,
    unanswerable: Sequence[Refusal],
    answerable: Sequence[Refusal],
) -> list[str]:
    """The thresholds that were missed, in words. `parts`: the shipped way on each part of the questions."""
    short = [
        f"{part}: {name} {value:.3f}, below {wanted}"
        for part, wants in least.least.items()
        for name, wanted in wants.items()
        if (value := parts[part].figures().get(name, 0.0)) < wanted
    ]
    if wrong > least.wrong_place:
        short.append(f"another place on top: {wrong} questions, at most {least.wrong_place} allowed")
    if (refused := share(unanswerable)) < least.unanswerable_refused:
        short.append(f"unanswerable: {refused:.1%} refused, below {least.unanswerable_refused:.1%}")
    if (refused := share(answerable)) > least.answerable_refused:
        short.append(f"answerable: {refused:.1%} refused, above {least.answerable_refused:.1%}")
    return short

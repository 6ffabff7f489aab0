"""What a run found, for people to read."""

import json
from collections.abc import Iterator

from evals.models import Baseline
from evals.run import FileResult


def tables(files: list[FileResult]) -> Iterator[str]:
    """For each file, a line per category, the whole, and how many turns each scorer found fault with."""
    for file in files:
        yield f"\n{file.name}"
        for category in sorted({result.case.category for result in file.results}):
            of_it = [result for result in file.results if result.case.category == category]
            yield _row(category, sum(result.passed for result in of_it), len(of_it))
        yield _row("all", file.passed, len(file.results))
        replies = [turn.reply for result in file.results for turn in result.turns if turn.reply]
        quoted = sum(len(reply.citations) for reply in replies)
        yield f"  {len(replies)} replies, {quoted} quotes; turns right of those judged:"
        for scorer, turns in file.judged.items():
            yield _row(scorer, turns - file.faults[scorer], turns)
        if file.faults["raises"]:
            yield f"  raised: {file.faults['raises']}"


def failures(file: FileResult) -> Iterator[str]:
    """A line for each case that failed: id, question, reasons."""
    for result in file.results:
        reasons = [
            f"turn {number}: {fault.reason}"
            for number, answered in enumerate(result.turns, 1)
            for fault in answered.faults
        ]
        if reasons:
            asked = " / ".join(turn.question for turn in result.case.turns)
            yield f"FAIL {file.name} {result.case.id}  {asked}  :: {'; '.join(reasons)}"


def failing_replies(file: FileResult) -> Iterator[str]:
    """Each reply at fault, whole, as JSON."""
    for result in file.results:
        for number, answered in enumerate(result.turns, 1):
            if answered.faults and answered.reply:
                head = f"{file.name} {result.case.id} turn {number}: {answered.turn.question}"
                reply = json.dumps(answered.reply.model_dump(mode="json"), ensure_ascii=False, indent=1)
                yield f"{head}\n{reply}"


def changes(files: list[FileResult], baseline: Baseline) -> Iterator[str]:
    """The cases that pass and failed before, those that fail and passed before, the new ones that fail."""
    for file in files:
        before = baseline.get(file.name)
        if before is None:
            continue
        gained = [one.case.id for one in file.results if one.passed and before.get(one.case.id) is False]
        lost = [one.case.id for one in file.results if not one.passed and before.get(one.case.id) is True]
        new = [one.case.id for one in file.results if not one.passed and one.case.id not in before]
        for label, ids in (("gained", gained), ("lost", lost), ("new and failing", new)):
            if ids:
                yield f"{file.name}: {label} {len(ids)}: {', '.join(ids)}"


def as_baseline(files: list[FileResult]) -> Baseline:
    """What passed, to be committed."""
    return {file.name: {result.case.id: result.passed for result in file.results} for file in files}


def _row(label: str, right: int, total: int) -> str:
    return f"  {label:<12}{right:>4} / {total:<4}{right / max(1, total):>7.1%}"

"""`python -m evals.retrieval.calibrate`: the weights of assistant/search/abstain.py, fitted anew and printed.

Logistic regression on whether nothing answers a question, both sides counting alike, on the tuned parts of
cases/retrieval and on the first turns of cases/tuned.yaml. Where a tuned question would fall is told by ten
folds, where an unseen one would by the fit on all tuned ones; of those only shares are told. `--show` names
the tuned ones on the wrong side.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.bootstrap import Assistant
from assistant.dialogue.answers.outside import may_be_outside, signs_of
from assistant.dialogue.answers.selection import policies_for
from assistant.dialogue.matter import merge
from assistant.dialogue.models import Session
from assistant.errors import AssistantError
from assistant.search.abstain import LIMIT, values
from assistant.settings import Settings
from evals.models import CASES, load_cases
from evals.retrieval.own import AS_OF
from evals.retrieval.questions import OWN, load_questions, load_unanswerable
from evals.run import open_for_evals

FOLDS, SEED = 10, 1
RIDGE = 1.0  # how strongly weights are held near 0, in questions
ALWAYS = "always"
LIMITS = (0.3, 0.4, LIMIT, 0.6, 0.7)  # what would come of other limits

Row = dict[str, float]
Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Asked:
    """A question; whether nothing answers it, which part it is of, and whether it is only scored."""

    text: str
    outside: bool
    part: str
    unseen: bool = False


def main() -> int:
    """Run the command; its exit status."""
    try:
        assistant = open_for_evals(Settings.from_environment())
        asked = list(_asked(assistant))
        rows = [_row(assistant, one.text) for one in asked]
    except AssistantError as error:
        print(error, file=sys.stderr)
        return 2
    judged = [(one, row) for one, row in zip(asked, rows, strict=True) if row is not None]
    tuned = [row for one, row in judged if not one.unseen]
    truth = [one.outside for one, _ in judged if not one.unseen]
    weights = fit(tuned, truth)
    print("WEIGHTS = " + repr({name: round(weight, 2) for name, weight in weights.items()}))
    held_out = iter(cross_validated(tuned, truth))
    chances = [chance(weights, row) if one.unseen else next(held_out) for one, row in judged]
    for part in sorted({(one.part, one.unseen) for one, _ in judged}):
        found = [p for (one, _), p in zip(judged, chances, strict=True) if (one.part, one.unseen) == part]
        shares = "  ".join(f"> {limit}: {np.mean(np.array(found) > limit):6.1%}" for limit in LIMITS)
        print(f"{part[0]:<26}{'unseen' if part[1] else 'tuned':<8}{len(found):>4} judged  {shares}")
    if "--show" in sys.argv[1:]:
        for (one, _), p in zip(judged, chances, strict=True):
            if not one.unseen and (p > LIMIT) != one.outside:
                print(f"{p:.2f} {one.part}: {one.text}")
    return 0


def fit(rows: Sequence[Row], outside: Sequence[bool]) -> dict[str, float]:
    """The weight of each sign, for signs as they are. Newton's method on the penalised likelihood."""
    names = list(rows[0])
    table, truth = _table(rows, names), np.array(outside, np.float64)
    scale = np.where(np.array(names) == ALWAYS, 1.0, np.maximum(table.std(axis=0), 1e-9))
    table = table / scale
    counts = np.where(truth == 1, len(truth) / 2 / truth.sum(), len(truth) / 2 / (1 - truth).sum())
    held = RIDGE * (np.array(names) != ALWAYS)
    weights = np.zeros(len(names))
    for _ in range(50):
        chances = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (counts * (chances - truth)) + held * weights
        bend = (table.T * (counts * chances * (1 - chances))) @ table + np.diag(held + 1e-9)
        weights = weights - np.linalg.solve(bend, slope)
    return dict(zip(names, (weights / scale).tolist(), strict=True))


def chance(weights: Row, row: Row) -> float:
    """How likely it is that nothing answers, 0 to 1."""
    return float(1 / (1 + np.exp(-sum(weights[name] * value for name, value in row.items()))))


def cross_validated(rows: Sequence[Row], outside: Sequence[bool]) -> list[float]:
    """The chance of each by a fit on those of the other folds."""
    fold = np.random.default_rng(SEED).permutation(len(rows)) % FOLDS
    found = [0.0] * len(rows)
    for held in range(FOLDS):
        kept = np.flatnonzero(fold != held).tolist()
        weights = fit([rows[i] for i in kept], [outside[i] for i in kept])
        for i in np.flatnonzero(fold == held).tolist():
            found[i] = chance(weights, rows[i])
    return found


def _table(rows: Sequence[Row], names: Sequence[str]) -> Numbers:
    return np.array([[row[name] for name in names] for row in rows], np.float64)


def _asked(assistant: Assistant) -> Iterator[Asked]:
    for question in load_questions(OWN / "questions.yaml", assistant.library):
        yield Asked(question.text, False, "answerable", question.unseen)
    for one in (*load_unanswerable(), *load_unanswerable(OWN / "abstention.yaml")):
        more = "more " if one.id.startswith("more") else ""
        yield Asked(one.text, one.kind != "answerable", more + one.kind, one.unseen)
    for case in load_cases(CASES / "tuned.yaml"):
        status = case.turns[0].expect.status
        if "out_of_scope" not in status and "not_found" not in status:
            yield Asked(case.turns[0].question, False, "cases")


def _row(assistant: Assistant, text: str) -> Row | None:
    """The signs of a question as the assistant reads it; None where they decide nothing."""
    conversation, session = assistant.conversation, Session()
    desk, reading = conversation.desk, conversation.understanding.read(text, session, AS_OF)
    matter = merge(session, reading, assistant.rulebook, default_region=None, today=AS_OF)
    policies = policies_for(desk, matter.regions)
    if not policies or not may_be_outside(desk, reading, session, matter):
        return None
    return values(signs_of(desk, reading, policies))


if __name__ == "__main__":
    sys.exit(main())

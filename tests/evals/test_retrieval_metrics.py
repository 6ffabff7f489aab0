"""The figures of a ranking, worked out by hand, and what a run says of them."""

import math
from pathlib import Path

import pytest

from evals.retrieval import report
from evals.retrieval.metrics import judge, mean
from evals.retrieval.own import Refusal
from evals.retrieval.questions import Question
from evals.retrieval.records import Least, Record, load_least, load_record, save_record
from evals.retrieval.run import Outcome, Ranked, ask_all, wrong_places
from evals.retrieval.ways import Way

LATE = [f"x{at}" for at in range(10)]
RANKINGS = [
    # ranking, right, figure, value, reason
    (["a", "b"], {"a"}, "mrr@10", 1.0, "the first"),
    (["b", "a"], {"a"}, "mrr@10", 0.5, "the second"),
    ([*LATE, "a"], {"a"}, "mrr@10", 0.0, "the eleventh counts nothing"),
    ([*LATE, "a"], {"a"}, "recall@10", 0.0, "nor among ten"),
    ([*LATE, "a"], {"a"}, "recall@100", 1.0, "but among a hundred"),
    (["a", "x", "b"], {"a", "b", "c", "d"}, "recall@1", 0.25, "one of four"),
    (["a", "x", "b"], {"a", "b", "c", "d"}, "recall@5", 0.5, "two of four"),
    (["a", "x", "b"], {"a", "b", "c", "d"}, "hit@1", 1.0, "any of them will do"),
    (["x", "y", "a"], {"a", "b"}, "hit@5", 1.0, "any of them among five"),
    (["x", "a"], {"a"}, "hit@1", 0.0, "not the first"),
    (["x", "a"], {"a"}, "ndcg@10", 1 / math.log2(3), "the gain of the second, the best being 1"),
    (["a", "b"], {"a", "b"}, "ndcg@10", 1.0, "the best order"),
    ([], {"a"}, "ndcg@10", 0.0, "nothing was found"),
    ([], {"a"}, "recall@100", 0.0, "nothing was found"),
]


@pytest.mark.parametrize(("ranking", "right", "figure", "value", "reason"), RANKINGS)
def test_figures(ranking: list[str], right: set[str], figure: str, value: float, reason: str) -> None:
    assert judge(ranking, right)[figure] == pytest.approx(value), reason


def test_the_mean_is_over_questions_and_of_none_there_is_none() -> None:
    assert mean([judge(["a"], {"a"}), judge(["x"], {"a"})])["hit@1"] == 0.5
    assert mean([]) == {}


def outcome(*firsts: str, region: str | None = None) -> Outcome:
    """Questions answered by p/1 for which these clauses came first."""
    questions = [Question(f"q{at}", "", frozenset({"p/1"}), region) for at in range(len(firsts))]
    return Outcome(
        "fused", tuple(Ranked(q, (first,), 1.0) for q, first in zip(questions, firsts, strict=True))
    )


def test_a_way_is_asked_each_question_and_timed() -> None:
    asked = ask_all(Way("fused", lambda question: ["p/2", "p/1"]), [Question("q", "?", frozenset({"p/1"}))])
    assert asked.figures()["mrr@10"] == 0.5
    assert (asked.ranked[0].first, asked.ranked[0].took >= 0) == (2, True)


def test_a_wrong_place_is_counted_only_where_a_place_is_named() -> None:
    policies = {"p/1": "here", "p/2": "there"}

    def speaks_for(policy: str, place: str) -> bool:
        return (policy, place) == ("here", "350102")

    assert wrong_places(outcome("p/2"), policies, speaks_for) == []
    assert len(wrong_places(outcome("p/2", "p/1", region="350102"), policies, speaks_for)) == 1


LEAST = Least(
    least={"tuned": {"hit@1": 0.5}}, wrong_place=0, unanswerable_refused=0.95, answerable_refused=0.02
)
REFUSED, ANSWERED = Refusal("r", True, False), Refusal("a", False, False)
RUNS = [
    # first clauses, wrong places, unanswerable, answerable, what is missed
    (["p/1"], 0, [REFUSED], [ANSWERED], ""),
    (["p/2"], 0, [REFUSED], [ANSWERED], "tuned: hit@1"),
    (["p/1"], 1, [REFUSED], [ANSWERED], "another place"),
    (["p/1"], 0, [REFUSED, ANSWERED], [ANSWERED], "unanswerable: 50.0%"),
    (["p/1"], 0, [REFUSED], [REFUSED, ANSWERED], "answerable: 50.0%"),
]


@pytest.mark.parametrize(("firsts", "wrong", "unanswerable", "answerable", "missed"), RUNS)
def test_what_falls_short_is_said(
    firsts: list[str], wrong: int, unanswerable: list[Refusal], answerable: list[Refusal], missed: str
) -> None:
    found = report.missed(LEAST, {"tuned": outcome(*firsts)}, wrong, unanswerable, answerable)
    assert [one[: len(missed)] for one in found] == ([missed] if missed else [])


def test_changes_name_what_was_gained_and_lost_but_nothing_unseen(tmp_path: Path) -> None:
    save_record(Record(first={"a": 1, "b": 3, "c": None}, refused={"n": True}), tmp_path / "baseline.json")
    before = load_record(tmp_path / "baseline.json")
    now = Record(first={"a": 2, "b": 1, "c": 1, "new": 1}, refused={"n": False})
    assert list(report.changes(now, before, frozenset({"c"}))) == [
        "right first: gained 2: b",
        "right first: lost 1: a",
        "refused: lost 1: n",
    ]
    assert list(report.changes(before, before, frozenset())) == []
    assert load_record(tmp_path / "none.json").first == {}


def test_the_committed_thresholds_are_the_aims() -> None:
    least = load_least()
    assert (least.wrong_place, least.unanswerable_refused, least.answerable_refused) == (0, 0.95, 0.02)
    assert least.least["unseen"] == {"hit@1": 0.85, "hit@5": 0.97}

"""The regression suite: the assistant on its tuned cases; and the command around it."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest

from assistant.bootstrap import Assistant
from assistant.dialogue.converse import Conversation
from evals import report
from evals.__main__ import main
from evals.models import CASES, Case, Threshold, load_cases, load_thresholds
from evals.run import FileResult, places_named, run_cases

TUNED = load_cases(CASES / "tuned.yaml")
QUESTION = "我在晋江一家企业上班，今年考了中级工证书，我个人能领多少？"


def case(name: str, *turns: tuple[str, dict[str, Any]]) -> Case:
    asked = [{"question": question, "expect": expect} for question, expect in turns]
    return Case.model_validate({"id": name, "category": "amount", "as_of": "2020-06-15", "turns": asked})


GOOD = case("good", (QUESTION, {"must": ["1000元"]}))
BAD = case("bad", (QUESTION, {"must": ["1001元"]}))


def run(assistant: Assistant, *cases: Case, threshold: Threshold | None = None) -> FileResult:
    chosen = threshold or Threshold(passed=1.0, faults={})
    return FileResult("some", chosen, run_cases(assistant, cases))


def test_the_tuned_cases_meet_their_thresholds(assistant: Assistant) -> None:
    """No quote that is not word for word, no figure of another place, no exception, and 97 % of the cases."""
    threshold = load_thresholds()["tuned"]
    assert threshold.passed >= 0.97
    assert {threshold.faults[scorer] for scorer in ("quotes", "places", "raises")} == {0}
    file = FileResult("tuned", threshold, run_cases(assistant, TUNED))
    assert file.missed() == [], "\n".join(report.failures(file))


def test_a_follow_up_is_asked_in_the_same_conversation(assistant: Assistant) -> None:
    followed = case("followed", (QUESTION, {}), ("那高级工呢", {"must": ["1500元"]}))
    assert run(assistant, followed).passed == 1


def test_conversations_know_nothing_of_each_other(assistant: Assistant) -> None:
    alone = case("alone", ("那高级工呢", {"mustnot": ["1500元"]}))
    assert run(assistant, GOOD, alone).passed == 2


def test_a_failure_is_a_line_with_id_question_and_reason(assistant: Assistant) -> None:
    assert list(report.failures(run(assistant, GOOD, BAD))) == [
        f"FAIL some bad  {QUESTION}  :: turn 1: text lacks /1001元/"
    ]


def test_what_the_assistant_raises_is_a_fault_and_the_other_cases_go_on(assistant: Assistant) -> None:
    class Broken:
        desk = assistant.conversation.desk

        def turn(self, question: str, *_: Any, **__: Any) -> Any:
            if question == "坏":
                raise RuntimeError("broken")
            return assistant.conversation.turn(question, *_, **__)

    broken = replace(assistant, conversation=cast(Conversation, Broken()))
    file = run(broken, case("raising", ("坏", {}), ("再问", {})), GOOD)
    assert (file.passed, dict(file.faults)) == (1, {"raises": 1})
    assert "turn 1: raised RuntimeError: broken" in next(report.failures(file))


def test_the_page_s_place_counts_where_the_question_names_none(assistant: Assistant) -> None:
    """A figure of 晋江 on a page of 衢州 would be found."""
    in_quzhou = GOOD.model_copy(update={"region": "衢州市"})
    question = QUESTION.replace("晋江", "这里")
    asked = case("page", (question, {})).model_copy(update={"region": "晋江市"})
    file = run(assistant, asked, in_quzhou)
    assert file.faults["places"] == 0
    replies = [result.turns[0].reply for result in file.results]
    assert all(
        reply and "jinjiang-2019-79" in {one.policy_id for one in reply.citations} for reply in replies
    )


@pytest.mark.parametrize(("least", "missed"), [(0.5, []), (0.51, ["must: 1 of 2 turns right, below 51.0%"])])
def test_a_share_of_what_a_scorer_judges(assistant: Assistant, least: float, missed: list[str]) -> None:
    """`asks` judges nothing here, and nothing is missed for it."""
    threshold = Threshold(passed=0, right={"must": least, "asks": 1.0})
    assert run(assistant, GOOD, BAD, threshold=threshold).missed() == missed


@pytest.mark.parametrize(
    ("passed", "faults", "missed"),
    [
        (0.5, {}, []),
        (0.51, {}, ["1 of 2 cases passed, below 51.0%"]),
        (0.5, {"must": 1}, []),
        (0.5, {"must": 0}, ["must: 1 turns at fault, at most 0 allowed"]),
        (0.5, {"quotes": 0}, []),
    ],
    ids=[
        "just enough",
        "too few",
        "as many faults as allowed",
        "one fault too many",
        "no fault of that kind",
    ],
)
def test_thresholds(assistant: Assistant, passed: float, faults: dict[str, int], missed: list[str]) -> None:
    assert run(assistant, GOOD, BAD, threshold=Threshold(passed=passed, faults=faults)).missed() == missed


def test_gains_and_losses_against_the_baseline(assistant: Assistant) -> None:
    file = run(assistant, GOOD, BAD)
    assert list(report.changes([file], {"some": {"good": False, "bad": True}})) == [
        "some: gained 1: good",
        "some: lost 1: bad",
    ]
    assert list(report.changes([file], {"some": {"good": True}})) == ["some: new and failing 1: bad"]
    assert list(report.changes([file], report.as_baseline([file]))) == []
    assert list(report.changes([file], {})) == []


def test_the_table_counts_cases_by_category(assistant: Assistant) -> None:
    lines = list(report.tables([run(assistant, GOOD, BAD)]))
    assert lines[0].strip() == "some"
    assert [line.split() for line in lines[1:3]] == [
        [name, "1", "/", "2", "50.0%"] for name in ("amount", "all")
    ]
    assert [line.split() for line in lines[4:] if "must" in line] == [["must", "1", "/", "2", "50.0%"]]


@pytest.mark.usefixtures("own_indexes")
@pytest.mark.parametrize(
    ("cases", "options", "status", "said"),
    [
        ((GOOD,), (), 0, "every threshold met"),
        ((GOOD, BAD), (), 1, "MISSED exam: 1 of 2 cases passed"),
        ((GOOD, BAD), ("--only", "good"), 0, "every threshold met"),
        ((BAD,), ("--verbose",), 1, '"status": "answered"'),
    ],
    ids=["all pass", "one fails", "only the one that passes", "the reply at fault, whole"],
)
def test_the_command(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    cases: tuple[Case, ...],
    options: tuple[str, ...],
    status: int,
    said: str,
) -> None:
    exam = tmp_path / "exam.jsonl"
    exam.write_text("".join(one.model_dump_json() + "\n" for one in cases), encoding="utf-8")
    assert main(["--cases", str(exam), *options]) == status
    assert said in capsys.readouterr().out


def test_a_file_that_cannot_be_read_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--cases", str(tmp_path / "absent.yaml")]) == 2
    assert "absent.yaml" in capsys.readouterr().err


@pytest.mark.parametrize("narrowed", [["--only", "a01"], ["--cases", "x.yaml"]])
def test_the_baseline_is_written_of_all_cases_only(
    narrowed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["--update-baseline", *narrowed])
    assert "needs a run of all cases" in capsys.readouterr().err


@pytest.mark.usefixtures("own_indexes")
def test_how_a_case_that_is_set_aside_fails_is_not_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("tuned", "unseen"):
        content = json.dumps([BAD.model_dump(mode="json")], ensure_ascii=False)
        (tmp_path / f"{name}.yaml").write_text(content, encoding="utf-8")
    monkeypatch.setattr("evals.__main__.CASES", tmp_path)
    assert main([]) == 1
    shown = capsys.readouterr().out
    assert "FAIL tuned bad" in shown
    assert "FAIL unseen" not in shown
    assert "MISSED unseen" in shown


ORIGINS = [
    ("另外4个宁夏籍的也拿了合格证", True, (), "where somebody is from replaces no place"),
    ("弄错了，我老家是贵州的", True, (), "nor does a home"),
    ("衢州呢", True, ("330800",), "another place does"),
    ("衢州那份呢", True, ("330800",), "as does one with 那"),
    ("宁夏籍的能领吗", False, ("640000",), "the only place that was named"),
]


@pytest.mark.parametrize(("question", "spoken_of", "codes", "why"), ORIGINS, ids=[row[-1] for row in ORIGINS])
def test_the_place_that_is_spoken_of(
    assistant: Assistant, question: str, spoken_of: bool, codes: tuple[str, ...], why: str
) -> None:
    assert places_named(assistant, question, spoken_of=spoken_of) == codes, why

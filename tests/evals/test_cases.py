"""The files of cases can be read, and what they name exists."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant.bootstrap import Assistant
from assistant.errors import CorpusError
from evals.models import CASES, Case, load_baseline, load_cases, load_thresholds
from evals.scorers import SCORERS

CASE = "- {id: a, category: amount, as_of: 2020-06-15, turns: [{question: 问, expect: {must: [元]}}]}\n"
TUNED, UNSEEN = load_cases(CASES / "tuned.yaml"), load_cases(CASES / "unseen.yaml")


def named_clauses(case: Case) -> Iterator[tuple[str, str]]:
    for turn in case.turns:
        for benefit in turn.expect.benefits:
            yield from ((benefit.policy, path) for path in benefit.path)
        yield from ((refused.policy, refused.path) for refused in turn.expect.no_benefit)
        for alternatives in turn.expect.cites:
            yield from alternatives


@pytest.mark.parametrize("case", TUNED, ids=lambda case: case.id)
def test_a_case_names_clauses_that_exist(assistant: Assistant, case: Case) -> None:
    """A case that waits for a clause that nobody can cite says nothing of the assistant."""
    for policy, path in named_clauses(case):
        assert path == "*" or assistant.library.clause(policy, path), f"{policy} {path}"


def test_ids_are_unique_over_the_files() -> None:
    assert not {case.id for case in TUNED} & {case.id for case in UNSEEN}


def test_enough_is_set_aside_and_of_the_same_kinds() -> None:
    # Cases that were looked at move to the tuned ones, so the share falls; the kinds and their number must not.
    assert len(UNSEEN) >= 80
    assert {case.category for case in UNSEEN} == {case.category for case in TUNED}


def test_thresholds_and_baseline_are_of_files_scorers_and_cases_that_exist() -> None:
    thresholds = load_thresholds()
    assert set(thresholds) == {path.stem for path in CASES.glob("*.yaml")}
    for threshold in thresholds.values():
        assert set(threshold.faults) | set(threshold.right) <= {*SCORERS, "raises"}
    for name, cases in load_baseline().items():
        assert set(cases) == {case.id for case in load_cases(CASES / f"{name}.yaml")}


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (CASE + CASE, "编号重复：a"),
        (CASE.replace("must", "musst"), "a.turns.0.expect.musst"),
        (CASE.replace("[元]", "['(']"), "a.turns.0.expect.must.0"),
        (CASE.replace("2020-06-15", "soon"), "a.as_of"),
        (CASE.replace("category: amount, ", ""), "a.category"),
        ("just: a mapping", "list"),
    ],
    ids=["twice", "unknown key", "no pattern", "no day", "key missing", "no list"],
)
def test_a_wrong_file_is_named_with_the_key(tmp_path: Path, content: str, named: str) -> None:
    path = tmp_path / "wrong.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(CorpusError) as error:
        load_cases(path)
    assert "wrong.yaml" in str(error.value)
    assert named in str(error.value)


def test_an_exam_file_says_the_same_as_yaml(tmp_path: Path) -> None:
    yaml, lines = tmp_path / "one.yaml", tmp_path / "one.jsonl"
    yaml.write_text(CASE, encoding="utf-8")
    written: dict[str, Any] = load_cases(yaml)[0].model_dump(mode="json")
    lines.write_text(load_cases(yaml)[0].model_dump_json() + "\n\n", encoding="utf-8")
    assert load_cases(lines)[0].model_dump(mode="json") == written


@pytest.mark.parametrize("content", ["{", None], ids=["no JSON", "no file"])
def test_an_exam_file_that_cannot_be_read(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "exam.jsonl"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(CorpusError, match=r"exam\.jsonl"):
        load_cases(path)

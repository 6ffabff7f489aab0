"""Invented documents in different shapes, taken in by `add` alone, and eight questions or so asked of each."""

from pathlib import Path

import pytest

from assistant.settings import Settings
from evals.intake.documents import TakenIn, leaks, take_in
from tests.documents.invented.documents import DOCUMENTS, HERE, write


@pytest.fixture(scope="module")
def taken_in(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, TakenIn]:
    folder = tmp_path_factory.mktemp("invented")
    (folder / "files").mkdir()
    files = {name: write(name, folder / "files") for name in DOCUMENTS}
    return {one.policy_id: one for one in take_in(files, HERE / "expected", Settings(corpus=corpus), folder)}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_outline_and_metadata_are_right(name: str, taken_in: dict[str, TakenIn]) -> None:
    assert taken_in[name].wrong_clauses == ()
    assert taken_in[name].wrong_fields == ()


def test_the_clause_that_answers_is_cited(taken_in: dict[str, TakenIn]) -> None:
    asked = [question for one in taken_in.values() for question in one.asked]
    right = [question for question in asked if question.right]
    assert len(asked) == 86 and len(right) >= 82, [q for q in asked if not q.right]


def test_what_a_cited_clause_says_is_quoted(taken_in: dict[str, TakenIn]) -> None:
    """Cells of tables too."""
    cited = [q for one in taken_in.values() for q in one.asked if q.right]
    assert [q for q in cited if not q.says] == []


def test_nothing_of_what_stands_around_a_text_is_answered(taken_in: dict[str, TakenIn]) -> None:
    assert sum(one.furniture for one in taken_in.values()) > 70
    assert [leaked for one in taken_in.values() for leaked in one.leaked] == []


def test_a_leak_would_be_counted() -> None:
    places = {"p 一": "一、标准。每人500元。— 3 —\n", "p 问": "每人500元。 当前位置：首页"}
    assert leaks(["—3—", "首页", "页脚"], places) == ("—3— → p 一", "首页 → p 问")

"""The question bank: paths that exist, and enough ways of asking for every clause."""

from pathlib import Path

import pytest

from assistant.documents import load_library
from assistant.documents.models import Clause
from assistant.errors import CorpusError
from assistant.search.question_bank import load_question_bank, thin_clauses
from assistant.search.search import answering

CORPUS = Path(__file__).parents[2] / "corpus"


def clause(path: str, text: str) -> Clause:
    return Clause("p", path, "body", "", (), text, 0, len(text))


def test_every_clause_of_the_corpus_has_enough_questions() -> None:
    library = load_library(CORPUS)
    assert thin_clauses(answering(library.clauses()), load_question_bank(CORPUS, library)) == []


def test_questions_are_given_under_the_id_of_their_clause() -> None:
    library = load_library(CORPUS)
    bank = load_question_bank(CORPUS, library)
    known = {c.id for c in library.clauses()}
    assert bank.keys() <= known
    assert all(question.strip() for questions in bank.values() for question in questions)


def test_money_needs_more_questions() -> None:
    plain, money = clause("一", "鼓励企业培训。"), clause("二", "每人 500 元。")
    bank = {plain.id: ["问"] * 5, money.id: ["问"] * 5}
    assert thin_clauses([plain, money], bank) == [(money, 5, 12)]
    assert thin_clauses([plain], {}) == [(plain, 0, 5)]


@pytest.mark.parametrize(
    ("content", "what"),
    [("九十九:\n- 有吗\n", "没有这一条"), ("一: 有吗\n", "应为问题的列表"), ("一:\n- 3\n", "应为问题的列表")],
)
def test_what_is_wrong_is_named(tmp_path: Path, content: str, what: str) -> None:
    library = load_library(CORPUS)
    folder = tmp_path / "policies" / "gulou-2020-6"
    folder.mkdir(parents=True)
    (folder / "questions.yaml").write_text(content, encoding="utf-8")
    with pytest.raises(CorpusError, match=what):
        load_question_bank(tmp_path, library)

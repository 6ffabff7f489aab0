"""Questions asked before lift what stands where those like a new one were answered."""

import numpy as np
import pytest

from assistant.documents.models import Clause
from assistant.search import Searcher
from assistant.search.fuse import PLAIN_WEIGHT, fuse
from assistant.search.keyword import KeywordIndex
from assistant.search.past import DOCUMENT_WEIGHT, FARTHEST, NEAR_WEIGHT, PastQuestions
from tests.search.embedder import HashedTerms

MODEL = HashedTerms()
DOCUMENTS = ["工伤条例"] * 100 + ["婚姻法"] * 3
INJURED, DIVORCED = "干活的时候伤着了", "小两口要散伙"


@pytest.fixture
def past() -> PastQuestions:
    return PastQuestions.build({INJURED: [4, 5], DIVORCED: [101]}, DOCUMENTS, MODEL)


LIFTED = [
    # question, what is lifted further, what is lifted less, reason
    (INJURED, 4, 101, "what answered a question that is put again"),
    (INJURED, 6, 40, "what stands near an answer"),
    (INJURED, 40, 100, "what is of the same document"),
    (DIVORCED, 101, 4, "what answered a question that is put again"),
    (DIVORCED, 100, 99, "nothing is near across the end of a document"),
]


@pytest.mark.parametrize(("query", "more", "less", "reason"), LIFTED)
def test_lifted_further(past: PastQuestions, query: str, more: int, less: int, reason: str) -> None:
    lift = past.lift(query)
    assert lift[more] > lift[less], reason


def test_answers_of_one_question_share_its_vote(past: PastQuestions) -> None:
    lift = past.lift(INJURED)
    assert lift[4] == lift[5]
    assert lift[3] == lift[6]


def test_a_lift_stays_within_its_bounds(past: PastQuestions) -> None:
    for query in (INJURED, DIVORCED, "伤"):
        lift = past.lift(query)
        assert lift.shape == (len(DOCUMENTS),)
        assert 0 <= lift.min() <= lift.max() <= DOCUMENT_WEIGHT + NEAR_WEIGHT + 1e-9


def test_what_nobody_asked_about_keeps_its_score() -> None:
    past = PastQuestions.build({DIVORCED: [101]}, DOCUMENTS, MODEL)
    lift = past.lift(DIVORCED)
    assert not lift[:100].any()
    assert lift[101] == pytest.approx(DOCUMENT_WEIGHT + NEAR_WEIGHT)


def test_beyond_the_reach_only_the_document_counts() -> None:
    past = PastQuestions.build({INJURED: [0]}, DOCUMENTS, MODEL)
    lift = past.lift(INJURED)
    assert lift[FARTHEST] > lift[FARTHEST + 1] == pytest.approx(DOCUMENT_WEIGHT)


@pytest.mark.parametrize("query", ["", "😀", "的了吗"])
def test_a_question_of_no_known_word_lifts_nothing(past: PastQuestions, query: str) -> None:
    assert not past.lift(query).any()


def test_no_past_questions_lift_nothing() -> None:
    assert not PastQuestions.build({}, DOCUMENTS, MODEL).lift(INJURED).any()


CLAUSES = [
    Clause("工伤条例", "一", "body", "", (), "职工受到伤害的，认定为工伤。", 0, 14),
    Clause("婚姻法", "一", "body", "", (), "受到伤害的一方，可以要求离婚。", 0, 15),
    Clause("婚姻法", "二", "body", "", (), "夫妻自愿的，准予登记。", 0, 11),
]


def found(query: str, past: PastQuestions | None) -> list[str]:
    searcher = Searcher(CLAUSES, KeywordIndex.build(clause.text for clause in CLAUSES), past=past)
    return [hit.clause.id for hit in searcher.search(query)]


def test_a_search_prefers_the_document_that_answered_such_questions() -> None:
    documents = [clause.policy_id for clause in CLAUSES]
    past = PastQuestions.build({"受到老公伤害怎么散伙": [2]}, documents, MODEL)
    query = "受到伤害"
    assert found(query, None) == ["工伤条例/一", "婚姻法/一"]
    assert found(query, past) == ["婚姻法/一", "工伤条例/一"], "and what shares nothing is not found"
    assert found("的了吗", past) == []


def test_the_words_of_a_clause_count_beside_those_of_its_questions() -> None:
    asked, plain = np.array([4.0, 1.0], np.float32), np.array([1.0, 4.0], np.float32)
    even = (1 - PLAIN_WEIGHT) + PLAIN_WEIGHT * 0.25
    assert fuse(asked, None, plain=plain).tolist() == pytest.approx(
        [even, 0.25 * (1 - PLAIN_WEIGHT) + PLAIN_WEIGHT]
    )

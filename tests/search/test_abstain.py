"""When nothing is said to be found, and which bank of questions a question is nearer to."""

from dataclasses import replace

import pytest

from assistant.search.abstain import WEIGHTS, Signs, is_outside, says_too_little, values
from assistant.search.search import build_in_memory
from assistant.search.two_banks import Nearest, TwoBanks, documents
from tests.search.embedder import HashedTerms

HELD = {"here/一1": ["岗前培训一个人补多少", "新员工培训有钱吗"], "here/一2": ["学徒补多少"]}
ELSEWHERE = {"housing_fund": ["公积金怎么提取"], "weather": ["明天会下雨吗", "今天冷不冷"]}
# Both banks equally near, nothing said either way.
EVEN = Signs(
    nearest=Nearest(1.0, 0.5, 1.0, 0.5, "housing_fund"),
    clause=1.0,
    unknown=0.1,
    named=False,
    of_training=False,
    of_the_field=True,
    training=True,
    money=True,
)


@pytest.fixture(scope="module")
def banks() -> TwoBanks:
    return TwoBanks(build_in_memory(documents(HELD, ELSEWHERE), embedder=HashedTerms()))


def test_every_question_is_a_document_of_its_own() -> None:
    found = documents(HELD, ELSEWHERE)
    assert len({clause.id for clause in found}) == len(found) == 6
    assert next(clause.text for clause in found if clause.policy_id == "elsewhere") == "公积金怎么提取"


@pytest.mark.parametrize(
    ("question", "topic"),
    [("公积金提取要多久", "housing_fund"), ("后天下雨吗", "weather"), ("天冷不冷", "weather")],
)
def test_what_is_asked_elsewhere_is_nearer_to_that_bank(banks: TwoBanks, question: str, topic: str) -> None:
    near = banks.nearest(question)
    assert near.topic == topic
    assert near.elsewhere_words > near.held_words
    assert near.elsewhere_meaning > near.held_meaning


def test_what_a_clause_answers_is_nearer_to_the_other(banks: TwoBanks) -> None:
    near = banks.nearest("岗前培训补几块钱")
    assert near.held_words > near.elsewhere_words
    assert near.held_meaning > near.elsewhere_meaning


def test_a_question_that_shares_nothing_is_near_to_none(banks: TwoBanks) -> None:
    assert banks.nearest("的吗") == Nearest(0.0, 0.0, 0.0, 0.0, None), "function words are about nothing"
    assert banks.nearest("") == Nearest(0.0, 0.0, 0.0, 0.0, None)


def test_every_sign_has_a_weight() -> None:
    assert values(EVEN).keys() == WEIGHTS.keys()


@pytest.mark.parametrize(
    ("signs", "outside", "why"),
    [
        (EVEN, False, "a question for money about training is answered unless something speaks against it"),
        (replace(EVEN, nearest=Nearest(1.0, 0.3, 6.0, 0.9, None)), True, "far nearer to the other bank"),
        (replace(EVEN, named=True, of_training=True), True, "another matter is named that training may have"),
        (
            replace(EVEN, of_the_field=False, training=False, money=False, clause=0.2, unknown=0.6),
            True,
            "no word of the field and hardly one of a clause",
        ),
        (
            replace(
                EVEN,
                of_the_field=False,
                training=False,
                nearest=Nearest(5.0, 0.9, 1.0, 0.3, None),
                clause=4.0,
            ),
            False,
            "the bank of the clauses has the question",
        ),
    ],
)
def test_the_signs_are_weighed(signs: Signs, outside: bool, why: str) -> None:
    assert is_outside(signs) is outside, why


def test_too_little_is_judged_beside_the_rarest_term() -> None:
    assert says_too_little(0.0, 5.0), "nothing was found at all"
    assert says_too_little(2.4, 5.0)
    assert not says_too_little(2.5, 5.0)

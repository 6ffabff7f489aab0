"""Where the question belongs: a place is never guessed, and one that is not held lends no figure."""

from datetime import date

import pytest

from assistant.documents.models import Policy, Validity
from tests.dialogue.talk import answer_to


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("公司想搞学徒，要什么条件，流程怎么走", "papers are a place's own"),
        ("补贴", "a word for money names neither place nor training"),
        ("听工友说考个证有钱拿，真的假的", "each place pays its own sum"),
    ],
)
def test_without_a_place_it_is_asked_for_and_none_is_quoted(question: str, why: str) -> None:
    answer = answer_to(question)
    assert (answer.status, [ask.fact for ask in answer.asks]) == ("needs_facts", ["region"]), why
    assert not answer.cited, why


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("厦门考中级工补多少", "not_found"),
        ("泉州的企业岗前培训补多少", "needs_facts"),  # 晋江 lies in 泉州 and is held
    ],
)
def test_a_province_s_policy_speaks_for_its_towns_only_once_it_has_begun(question: str, status: str) -> None:
    """In June 2020 neither of Fujian's two texts existed."""
    answer = answer_to(question)
    assert answer.status == status
    assert not answer.cited


def test_after_it_has_begun_it_is_told_with_whose_it_is() -> None:
    answer = answer_to("厦门企业职工考证，政府给不给补贴", on=date(2025, 10, 1))
    assert "未收录厦门市本级的政策" in answer.text
    assert {cited.policy.about.region for cited in answer.cited} == {"350000"}


def test_a_yes_to_the_one_place_that_was_offered_is_that_place() -> None:
    answer = answer_to("福州考个中级工补多少", "是的")
    assert {e.rule.policy.id for e in answer.entitlements} == {"gulou-2020-6"}


@pytest.mark.parametrize("message", ["我在晋江", "晋江", "晋江有什么", "不对，我说的是晋江"])
def test_a_place_and_nothing_else_gets_what_is_held_and_no_clause(message: str) -> None:
    answer = answer_to(message)
    assert "晋政办〔2019〕79号" in answer.text
    assert not answer.cited
    assert "2024" not in answer.text, "what had not begun by June 2020 is not offered"


def test_a_place_beside_another_matter_is_no_reason_to_answer() -> None:
    assert answer_to("晋江天气").status == "out_of_scope"


def test_a_place_goes_on_with_the_topic() -> None:
    """A short answer is searched for with the topic that it goes on with."""
    answer = answer_to("岗前培训补多少", "福建省", on=date(2025, 6, 1))
    assert "岗前培训" in answer.cited[0].quote


def test_papers_and_windows_are_in_no_text() -> None:
    answer = answer_to("晋江申请补贴要身份证复印件吗")
    assert "条文没有写申请材料" in answer.text
    assert "晋江市人力资源和社会保障局" in answer.text
    policy: Policy = answer_to("晋江中级工补贴什么时候到账").cited[0].policy
    assert policy.validity(date(2020, 6, 15)) is Validity.IN_FORCE


@pytest.mark.parametrize(
    ("question", "place", "why"),
    [
        ("我住南安，在晋江的厂上班，考了四级能领多少", "晋江", "the firm is at the place that is held"),
        ("人在福清住，厂在鼓楼，新来十个人岗前培训补多少", "鼓楼", "the same of a firm"),
        ("家在泉州城里，鼓楼上班，考了高级工，单位能拿多少", "鼓楼", "泉州 lies around another held place"),
        ("我住晋江，厦门读书，考了中级工能领多少", "晋江", "who studies elsewhere lives here"),
        ("在南安上班，住晋江，考了中级工能领多少", None, "whose firm is elsewhere is told so"),
        ("住义乌，衢州的户口，考了高级工能领多少", None, "which of the two is meant nobody knows"),
    ],
)
def test_where_one_works_is_what_is_asked_about(question: str, place: str | None, why: str) -> None:
    answer = answer_to(question)
    assert (answer.status == "answered") is (place is not None), why
    assert all(place and place in e.rule.policy.about.title for e in answer.entitlements), why


def test_every_place_of_a_list_is_set_aside() -> None:
    text = answer_to("除了晋江和鼓楼还有哪能查").text
    assert "除晋江市、福州市鼓楼区以外" in text
    assert "衢州市" in text


@pytest.mark.parametrize(
    "message", ["在吗，想问下那个培训补贴咋弄", "您好，想咨询培训补贴", "你好，有人能帮我看看怎么领钱吗"]
)
def test_a_greeting_that_asks_for_something_is_asked_for_the_place(message: str) -> None:
    assert [ask.fact for ask in answer_to(message).asks] == ["region"]


def test_who_applies_is_no_duty_of_an_office() -> None:
    for message in ("岗前培训谁来申请", "以工代训谁来报名参加", "岗前培训谁来申报"):
        assert answer_to(message).status == "needs_facts", f"{message}: it is asked in which place"

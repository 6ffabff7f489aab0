"""Look-ups: clauses named by number, and quotes that claim no more than was found."""

import pytest

from tests.dialogue.talk import answer_to


@pytest.mark.parametrize(
    ("question", "paths"),
    [
        ("晋江79号文第二部分第六条第七点讲什么", ["二（六）7"]),
        ("晋江79号文二（六）9写的什么", ["二（六）9"]),
        ("鼓楼6号文第四条第八款是什么", ["四（八）"]),
        ("衢州141号文第5条", ["三5"]),  # the points count through; 五 is a mere heading
        ("衢州141号文第十八条写什么", ["六18"]),
        ("晋江附件2", ["附件2"]),
    ],
)
def test_a_clause_named_by_its_number_is_quoted(question: str, paths: list[str]) -> None:
    assert [cited.path for cited in answer_to(question).cited] == paths


def test_a_number_that_no_clause_bears_is_not_found() -> None:
    answer = answer_to("衢州141号文第33条")
    assert (answer.status, answer.cited) == ("not_found", ())


def test_a_clause_far_from_the_question_is_offered_as_the_nearest_only() -> None:
    assert "不一定正好回答您的问题" in answer_to("不小心多领了补贴怎么办，衢州").text


@pytest.mark.parametrize(
    ("message", "status"),
    [
        ("员工没来上课我们帮他签到行不行，晋江", "out_of_scope"),  # 代签: deceit
        ("晋江的公司把个人补贴扣了怎么办", "out_of_scope"),  # a dispute, for others to settle
        ("转人工", "answered"),  # told where people are: 12333
    ],
)
def test_what_no_clause_answers(message: str, status: str) -> None:
    answer = answer_to(message)
    assert answer.status == status
    assert "12333" in answer.text


def test_a_document_named_for_a_place_that_it_does_not_cover_is_no_failure() -> None:
    assert "晋政办〔2019〕79号" in answer_to("南京鼓楼能按79号文领吗，要什么材料").text


def test_a_limit_that_two_rules_share_is_told_once() -> None:
    lines = answer_to("衢州一年几次").text.splitlines()
    assert len(lines) - lines.count("") == len({line for line in lines if line})

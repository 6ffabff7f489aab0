"""The most and the least of an annex's table, computed over its rows."""

import pytest

from tests.dialogue.talk import answer_to


@pytest.mark.parametrize(
    ("question", "told", "why"),
    [
        ("衢州哪个局最多", "市应急管理局：8000", "附件2 has one column of numbers"),
        ("翻衢州分部门的年度培训计划，人次摊得最多的是哪个局", "市应急管理局：8000", "in other words"),
        ("衢州哪个县培训最少", "柯城、常山、开化：4000", "all that share the least, the total aside"),
        ("晋江哪个镇2021年培训人次最多", "2021年计划培训(人次)最多的是陈埭镇：800", "the column of the year"),
        ("晋江哪个街道任务最重", "合计最多的是", "the sum where no column is named"),
        ("晋江哪个部门资金最多", "年均所需资金(万元)最多的是市商务局：100", "the column that is named"),
    ],
)
def test_the_row_is_computed(question: str, told: str, why: str) -> None:
    answer = answer_to(question)
    assert told in answer.text, why
    assert all(cited.path in ("附件1", "附件2") for cited in answer.cited)


def test_the_most_and_the_least_in_one_question() -> None:
    text = answer_to("衢州分部门的培训计划，任务最重的是哪个局，最轻的又是哪个").text
    assert "最多的是市应急管理局：8000" in text
    assert "最少的是市退役军人事务局：444" in text
    assert "最多的是" not in answer_to("衢州哪个局倒数第一").text


@pytest.mark.parametrize(
    "question",
    ["衢州两个附件的全年合计一样吗", "衢州附件1和附件2的总计各是多少", "衢州办法后头两张表，总数分别多少"],
)
def test_the_sums_of_two_annexes_stand_side_by_side(question: str) -> None:
    answer = answer_to(question)
    assert "合计不一样：附件1 40000；附件2 25307" in answer.text
    assert [cited.path for cited in answer.cited] == ["附件1", "附件2"]


def test_only_rows_of_the_kind_that_was_asked_for() -> None:
    """陈埭镇 has more than any 街道."""
    told = answer_to("晋江哪个街道任务最重").text.splitlines()[0]
    assert "街道" in told.split("最多的是")[1]
    assert "陈埭镇" not in told


def test_without_a_place_each_policy_answers_for_itself() -> None:
    text = answer_to("三万人次最多的是哪个单位").text
    assert "晋政办〔2019〕79号" in text
    assert "市应急管理局：8000" in text


@pytest.mark.parametrize(
    "question", ["晋江哪个等级补贴最多", "晋江谁补贴最多", "晋江哪个单位补贴最高", "衢州哪个局负责培训"]
)
def test_what_no_table_answers_is_left_to_others(question: str) -> None:
    assert "最多的是" not in answer_to(question).text

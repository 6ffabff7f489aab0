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
        ("晋江哪个镇三年里头要训的人最多", "合计最多的是陈埭镇：1900", "the sum of the years"),
        ("晋江街道里面合计最多的是哪个", "合计最多的是", "the rows named ahead of the question"),
        ("晋江市直单位里年均人次最少的是哪些", "市妇联", "those of one office after the other"),
        ("晋江2021年人次最少的镇是哪个", "最少的是紫帽镇、西滨镇：150", "the rows named behind"),
        ("衢州任务最重的那个部门是谁", "市应急管理局：8000", "the same of offices"),
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


@pytest.mark.parametrize(
    ("question", "total", "why"),
    [
        ("衢州各部门一年总共多少人次", "25307", "附件2 and not 附件1"),
        ("衢州各县市区每年合计安排多少人次", "40000", "附件1"),
        ("晋江各镇三年一共要训多少人次", "20000", "the row of the sum"),
        ("晋江各单位年均所需资金加起来多少", "490", "the money of a plan"),
    ],
)
def test_rows_named_together_are_answered_by_their_sum(question: str, total: str, why: str) -> None:
    answer = answer_to(question)
    assert [total in cited.quote for cited in answer.cited] == [True], why


def test_a_number_is_told_with_the_unit_of_its_head() -> None:
    text = answer_to("晋江住建局一年分到多少人次培训任务，要花多少资金？").text
    assert "200人次" in text and "20万元" in text


def test_the_row_of_who_is_named_is_told_whatever_is_told_beside() -> None:
    for question in (
        "我是磁灶镇上管培训的新人，领导问2021这一年我们镇要训多少人次",
        "在晋江磁灶镇刚入职，21年计划培训几个人啊",
    ):
        assert "磁灶镇" in answer_to(question).cited[0].quote
    assert answer_to("晋江司法局要培训多少人").cited[0].path == "附件2"
    assert answer_to("晋江司法局办的社区服刑人员培训40人合格，能补多少").entitlements


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


SEVERAL_ROWS = [
    ("衢州分地区的培训计划里，龙游跟江山加一块每年多少人次", "人次） 13000", "their sum"),
    ("衢州柯城比衢江少多少人次", "相差：职业技能培训（人次） 1000", "their difference"),
    ("晋江陈埭和池店计划培训多少人", "合计：1850", "each is told"),
    ("晋江教育局和商务局一年资金一共多少万", "年均所需资金(万元) 150", "of every column of numbers"),
]


MANY_ROWS = [
    ("晋江任务最重的两个镇是哪两个", "陈埭镇：1900；池店镇：1850", "the first two"),
    ("衢州人次最少的三个局", "市退役军人事务局：444；市教育局：850；市民政局：1000", "the last three"),
    (
        "晋江附件2里资金排前三的单位",
        "市商务局：100；市人社局、市教育局、市退役军人局、市财政局：50",
        "with all that tie",
    ),
    ("晋江青阳罗山加安海一共多少", "合计 2400", "three of them added up"),
    ("衢州应急局比住建局多几千人次", "培训计划数(人次) 4000", "by its short name"),
]


@pytest.mark.parametrize(("question", "told", "why"), MANY_ROWS, ids=[row[-1] for row in MANY_ROWS])
def test_as_many_rows_as_are_asked_for(question: str, told: str, why: str) -> None:
    assert told in answer_to(question).text, why


@pytest.mark.parametrize(("question", "told", "why"), SEVERAL_ROWS, ids=[row[-1] for row in SEVERAL_ROWS])
def test_rows_that_are_named_together_are_all_told(question: str, told: str, why: str) -> None:
    answer = answer_to(question)
    assert told in answer.text, why
    assert len(answer.cited) == 2, "both rows are quoted"


def test_who_has_firms_in_two_towns_asks_for_no_plan() -> None:
    assert "附件1" not in answer_to("我在晋江陈埭和池店各有一家厂，岗前培训补贴多少").text


@pytest.mark.parametrize(
    ("question", "told", "why"),
    [
        (
            "衢州各縣市區每年培訓任務，哪幾個是最少的，各多少人次",
            "柯城、常山、开化：4000",
            "各多少 asks for no list",
        ),
        ("衢州各县里谁的任务最重", "江山：7000", "the town's own share is no county"),
        (
            "晋江各个镇里头，2021年计划最少的是哪几个",
            "紫帽镇、西滨镇：150",
            "the rows stand ahead of the question",
        ),
    ],
)
def test_the_rows_may_be_named_ahead_of_the_question(question: str, told: str, why: str) -> None:
    assert told in answer_to(question).text, why


def test_annexes_that_do_not_agree_are_told_with_what_each_number_is() -> None:
    """附件1 adds up two periods, 附件2 is a year's average: the text does not say how they go together."""
    text = answer_to("晋江两张附表的合计为什么不一样").text
    assert "附件1 20000；附件2 4900" in text
    assert "附件2是“2019-2021年年均培训(人次)”" in text
    assert "条文没有写明" in text

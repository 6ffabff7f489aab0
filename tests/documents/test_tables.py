"""Tables as rows, the head first and once."""

import pytest

from assistant.documents import Library
from assistant.documents.tables import find_row, read_tables

READ = [
    (["附件1", "甲\t乙", "1\t2"], (("甲", "乙"), ("1", "2")), "lines without a tab are no rows"),
    (
        ["镇(街道)\t计划 培训(人次)", "甲\t1", "镇（街道）\t计划 培训（人次）", "合 计\t1"],
        (("镇(街道)", "计划培训(人次)"), ("甲", "1"), ("合 计", "1")),
        "a repeated head goes, however it is bracketed; a broken cell of the head is mended",
    ),
    (["序号\t单位\t数", "\t合计\t3"], (("序号", "单位", "数"), ("", "合计", "3")), "an empty first cell"),
    (["一、目标"], (), "no table"),
]


@pytest.mark.parametrize(("lines", "rows", "reason"), READ)
def test_read_tables(lines: list[str], rows: tuple[tuple[str, ...], ...], reason: str) -> None:
    assert read_tables(lines) == ((rows,) if rows else ()), reason


LEVELS, CLASSES = (("等级", "标准（元）"), ("高级", "900")), (("班次", "人数"), ("一班", "30"))
FURTHER = [
    (
        ["等级\t标准（元）", "高级\t900", "表二", "班次\t人数", "一班\t30"],
        (LEVELS, CLASSES),
        "words between them, and a head of its own",
    ),
    (["等级\t标准（元）", "高级\t900", "班次\t人数", "一班\t30"], (LEVELS, CLASSES), "right behind the other"),
    (
        ["等级\t标准（元）", "高级\t900", "班次\t人数\t次", "一班\t30\t2"],
        (LEVELS, (("班次", "人数", "次"), ("一班", "30", "2"))),
        "more columns",
    ),
    (
        ["等级\t标准（元）", "高级\t900", "其他\t按实际费用"],
        ((*LEVELS, ("其他", "按实际费用")),),
        "words instead of a figure make no head",
    ),
    (
        ["等级\t标准（元）", "高级\t900", "续表", "中级\t700"],
        ((*LEVELS, ("中级", "700")),),
        "what goes on behind a line of words",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "tables", "reason"), FURTHER, ids=[row[2] for row in FURTHER])
def test_a_further_table(lines: list[str], tables: object, reason: str) -> None:
    assert read_tables(lines) == tables, reason


def test_a_row_is_found_with_its_own_head() -> None:
    assert find_row((LEVELS, CLASSES), "一班 30") == CLASSES
    assert find_row((LEVELS, CLASSES), "二班 30") is None
    assert find_row((LEVELS, (CLASSES[0], LEVELS[1])), "高级 900") is None, "two heads: which is not known"


# policy, annex, head, data rows, first and last cell of the total's row, printed totals by column
CORPUS = [
    (
        "jinjiang-2019-79",
        "附件1",
        ("镇(街道)", "2019-2020年计划培训(人次)", "2021年计划培训(人次)", "合计"),
        21,
        {1: 12000, 2: 8000, 3: 20000},
    ),
    (
        "jinjiang-2019-79",
        "附件2",
        ("序号", "牵头单位", "工作要求", "2019-2021年年均培训(人次)", "年均所需资金(万元)"),
        23,
        {3: 4900, 4: 490},
    ),
    ("quzhou-2019-141", "附件1", ("地区", "职业技能培训（人次）"), 7, {1: 40000}),
    ("quzhou-2019-141", "附件2", ("序号", "部门", "培训重点任务", "培训计划数(人次)"), 11, {3: 25307}),
]


@pytest.mark.parametrize(("policy_id", "path", "head", "count", "totals"), CORPUS)
def test_annex_tables(
    library: Library, policy_id: str, path: str, head: tuple[str, ...], count: int, totals: dict[int, int]
) -> None:
    clause = library.clause(policy_id, path)
    assert clause is not None
    assert clause.kind == "annex"
    [(first, *body, total)] = clause.tables
    assert first == head
    assert len(body) == count
    assert all(len(row) == len(head) for row in (*body, total))
    for column, printed in totals.items():
        assert int(total[column]) == printed
        assert sum(int(row[column]) for row in body) == printed, "the printed total is the sum of its column"


def test_only_annexes_have_tables(library: Library) -> None:
    assert {clause.id for clause in library.clauses() if clause.tables} == {
        f"{policy_id}/{path}" for policy_id, path, *_ in CORPUS
    }

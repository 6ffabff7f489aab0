"""Tables as rows, the head first and once."""

import pytest

from assistant.documents import Library
from assistant.documents.tables import read_rows

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
def test_read_rows(lines: list[str], rows: tuple[tuple[str, ...], ...], reason: str) -> None:
    assert read_rows(lines) == rows, reason


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
    first, *body, total = clause.rows
    assert first == head
    assert len(body) == count
    assert all(len(row) == len(head) for row in (*body, total))
    for column, printed in totals.items():
        assert int(total[column]) == printed
        assert sum(int(row[column]) for row in body) == printed, "the printed total is the sum of its column"


def test_only_annexes_have_tables(library: Library) -> None:
    assert {clause.id for clause in library.clauses() if clause.rows} == {
        f"{policy_id}/{path}" for policy_id, path, *_ in CORPUS
    }

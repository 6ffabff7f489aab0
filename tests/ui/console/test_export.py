"""The file for a spreadsheet: read as UTF-8, and no cell of it runs."""

import csv
import io
from datetime import UTC, datetime

import pytest

from ui.console.export import BYTE_ORDER_MARK, HEAD, as_csv
from ui.console.records import Record

RECORD = Record(
    id=1,
    at=datetime(2026, 11, 20, 16, 30, tzinfo=UTC),
    officer="王芳",
    question="晋江中级工能领多少",
    place="晋江市",
    topic="技能提升（取证）",
    outcome="answered",
    answer_id="A1",
    answer="可领1000元。",
    doubted_by=None,
    note=None,
    settled_by=None,
)


def rows(*records: Record) -> list[list[str]]:
    written = as_csv(records)
    assert written.startswith(BYTE_ORDER_MARK)
    return list(csv.reader(io.StringIO(written.removeprefix(BYTE_ORDER_MARK))))


def test_a_line_for_each_record_in_china_s_time() -> None:
    head, line = rows(RECORD)
    assert tuple(head) == HEAD
    assert line[:4] == ["2026-11-21 00:30:00", "王芳", "晋江中级工能领多少", "晋江市"]
    assert line[4:] == ["技能提升（取证）", "已答复", "A1", "", ""]


def test_a_doubt_is_in_it_with_its_reason() -> None:
    doubted = RECORD.__class__(
        **{**RECORD.__dict__, "doubted_by": "王芳", "note": "标准不对", "settled_by": "李强"}
    )
    assert rows(doubted)[1][7:] == ["标准不对", "李强"]


@pytest.mark.parametrize(
    "question",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        ' =HYPERLINK("http://x")',
        "＝1",
        "\u3000=1",
        "=cmd|' /C calc'!A0",
    ],
)
def test_no_cell_begins_like_a_formula(question: str) -> None:
    record = RECORD.__class__(**{**RECORD.__dict__, "question": question, "officer": question})
    for cell in rows(record)[1][1:3]:
        assert cell[0] == "'"


def test_commas_quotes_and_new_lines_stay_in_their_cell() -> None:
    question = 'a,"b"\nc'
    record = RECORD.__class__(**{**RECORD.__dict__, "question": question})
    assert rows(record)[1][2] == question

"""Records as CSV for a spreadsheet: UTF-8 with a byte order mark, and nothing in it that would run."""

import csv
import io
from collections.abc import Iterable
from datetime import timedelta, timezone

from ui.console.records import Record
from ui.console.wording import OUTCOME

BYTE_ORDER_MARK = "\ufeff"  # without it Excel takes UTF-8 for the local encoding
HEAD = ("时间", "坐席", "来电问题", "地区", "事项", "结果", "答复编号", "存疑", "复核人")
# A spreadsheet takes a cell that begins with one of these for a formula.
_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
CHINA = timezone(timedelta(hours=8))


def as_csv(records: Iterable[Record]) -> str:
    """A head and a line for each record, times in China's."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(HEAD)
    writer.writerows(map(_row, records))
    return BYTE_ORDER_MARK + file.getvalue()


def _row(record: Record) -> list[str]:
    cells = (
        f"{record.at.astimezone(CHINA):%Y-%m-%d %H:%M:%S}",
        record.officer,
        record.question,
        record.place,
        record.topic,
        OUTCOME[record.outcome],
        record.answer_id,
        record.note or "存疑" if record.doubted_by else "",
        record.settled_by or "",
    )
    return [_harmless(cell) for cell in cells]


def _harmless(cell: str) -> str:
    """A cell that begins like a formula, white space aside, gets the apostrophe that makes it text."""
    begins = cell.lstrip(" \u3000")
    return f"'{cell}" if begins.startswith(_STARTS_FORMULA) else cell

"""The remark in brackets below a title: when, by whom and under which number the document came out.

（2022年9月15日甲市人民政府办公室印发）   （甲政办规〔2022〕4号　2022年9月15日印发）
（甲县财政局2020年5月6日发布）           （2020年5月6日甲财规〔2020〕5号公布）
"""

import re
from dataclasses import dataclass
from datetime import date

from assistant.documents.document_numbers import find_document_numbers
from assistant.intake.dates import find_dates

_IN_BRACKETS = re.compile(r"[（(](?P<words>.+)[）)]")
_COME_OUT = re.compile(r"(?:联合)?(?:印发|发布|公布|颁布|下发)$")
_BARE_OFFICE = re.compile(r"[一-鿿、\s\u3000]*")
_NUMBER = re.compile(r"[一-鿿]{1,12}\s*[〔\[【（(［][^〕\]】）)］]*[〕\]】）)］]\s*(?:第\s*)?\d+\s*号")


@dataclass(frozen=True)
class Remark:
    """`offices`: their names as printed, "" for none; `number`: the 文号 in its one form, None for none."""

    day: date
    offices: str
    number: str | None


def read_remark(line: str) -> Remark | None:
    """The remark that a line is; None for any other line, and for one that tells of several days."""
    bracketed = _IN_BRACKETS.fullmatch(line.strip())
    days = list(find_dates(bracketed["words"])) if bracketed else []
    if bracketed is None or len(days) != 1:
        return None
    words = bracketed["words"]
    # The day goes first: its 日 would be read as the beginning of the 文号 behind it.
    words = f"{words[: days[0].start]}　{words[days[0].end :]}".strip()
    numbers = find_document_numbers(words)
    came_out = _COME_OUT.search(words)
    offices = _COME_OUT.sub("", _NUMBER.sub("　", words)).strip("，, 　")
    if not (came_out or numbers) or not _BARE_OFFICE.fullmatch(offices):
        return None
    return Remark(days[0].day, offices, numbers[0] if numbers else None)

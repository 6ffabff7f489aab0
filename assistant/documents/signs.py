"""Paragraphs without a label that show by their first words what they are.

责任单位：区人社局、财政局          who carries a clause out (also 牵头单位, 责任部门, in brackets)
附件：1. …   - 附件： …   附件下载   a list of attachments
抄送：…   主送：…   2019年12月20日印发   addressees and printing
"""

import re
from enum import Enum, auto


class Sign(Enum):
    """What an unlabelled paragraph announces."""

    RESPONSIBLE = auto()
    ATTACHMENTS = auto()
    ADDRESSEES = auto()


_FORMS = (
    (Sign.RESPONSIBLE, re.compile(r"[（(]?(?:责任|牵头|配合)(?:单位|部门)\s*[:：]")),
    (Sign.ATTACHMENTS, re.compile(r"(?:[-•]\s*)?(?:相关)?附件(?:下载|列表)?\s*(?:[:：]|$)")),
    (Sign.ATTACHMENTS, re.compile(r".*\.(?:pdf|docx?|wps|xlsx?|zip|rar)$", re.IGNORECASE)),
    (Sign.ADDRESSEES, re.compile(r"(?:抄送|主送|抄报)\s*[:：]|[^，。；]*日\s*印发$")),
)


def read_sign(line: str) -> Sign | None:
    """The sign that a paragraph bears; None for prose, and for the row of a table."""
    if "\t" in line:
        return None
    return next((sign for sign, form in _FORMS if form.match(line)), None)

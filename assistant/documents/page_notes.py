"""Footnotes of printed pages: small lines at the foot, for which a raised mark stands in the text above."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from assistant.documents.printed_characters import line_of
from assistant.documents.printed_lines import Grid, Line, joined

_SMALLER = 0.92  # times the size of the text: a footnote
_RAISED = 0.8  # times the size of its line: a mark
_MARK = re.compile(r"([\[［〔(（]?(?:注?\d{1,2}|[①-⑳]|[*＊†]{1,3})[\]］〕)）]?)[.．、:：\s]*(?!\d)")

Page = Sequence[Line | Grid]


def with_notes_at_marks(pages: Sequence[Page]) -> list[list[Line | Grid]]:
    """The pages with each footnote hung on the line that bears its mark; the mark goes."""
    sizes = Counter(line.size for page in pages for line in page if isinstance(line, Line) for _ in line.text)
    usual = sizes.most_common(1)[0][0] if sizes else 0.0
    return [_noted(list(page), usual) for page in pages]


def _noted(page: list[Line | Grid], usual: float) -> list[Line | Grid]:
    begin = len(page)
    while begin and isinstance(last := page[begin - 1], Line) and last.size < _SMALLER * usual:
        begin -= 1
    text, foot = page[:begin], [each for each in page[begin:] if isinstance(each, Line)]
    left: list[Line | Grid] = []
    while foot:
        mark = _MARK.match(foot[0].text)
        end = next((at for at in range(1, len(foot)) if _MARK.match(foot[at].text)), len(foot))
        words = joined(line.text for line in foot[:end])
        if mark is None or not _place(text, mark[1], words[mark.end() :]):
            left += foot[:end]
        foot = foot[end:]
    return [*text, *left]


def _place(text: list[Line | Grid], mark: str, words: str) -> bool:
    """Hang a note on the line with its mark, the mark taken out; whether there is one."""
    for at, line in enumerate(text):
        if not isinstance(line, Line):
            continue
        for raised in _raised(line):
            if "".join(c["text"] for c in raised) == mark:
                rest = line_of([c for c in line.characters if c not in raised], line.page)
                text[at] = replace(
                    line, text=rest.text, x1=rest.x1, characters=rest.characters, notes=(*line.notes, words)
                )
                return True
    return False


def _raised(line: Line) -> list[list[Any]]:
    """The small characters of a line, those that stand together in one group."""
    is_small = [c["size"] <= _RAISED * line.size and bool(c["text"].strip()) for c in line.characters]
    groups = groupby(zip(is_small, line.characters, strict=True), key=lambda pair: pair[0])
    return [[c for _, c in group] for small, group in groups if small]

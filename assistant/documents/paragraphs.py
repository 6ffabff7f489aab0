"""Whole paragraphs, as formats other than plain text give them, written for `mend`."""

import re
from collections.abc import Sequence

from assistant.documents.mend import wrap_width

INDENT = "\u3000\u3000"  # begins a paragraph that is known to be whole
_NAMED = re.compile(r"(?:备?注|说明)\s*\d*\s*[:：.．]")


def write_paragraphs(lines: Sequence[str]) -> str:
    """The paragraphs of a document, and rows with tabs among them, each paragraph marked as whole.

    A line feed within a paragraph is a line break that its writer set; `mend` judges what it parts.

    Where all lines are of one width, somebody broke the paragraphs by hand as they stood on paper: then
    `mend` finds them again, and only a line that is indented already begins one for certain.
    """
    lines = [line.strip("\n") for line in lines if line.strip(" \u3000\n")]
    prose = [part.strip() for line in lines if "\t" not in line for part in line.split("\n") if part.strip()]
    if wrap_width(prose) is None:
        lines = [line if "\t" in line or line.startswith(INDENT) else INDENT + line for line in lines]
    return "".join(f"{line}\n" for line in lines)


def note_line(words: str) -> str:
    """A footnote without its mark, as a line below the words that bear it: so it stands in their clause."""
    words = " ".join(words.split())
    return words if _NAMED.match(words) else f"注：{words}"

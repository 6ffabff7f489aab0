"""Markdown: its tables as rows, and no markup of words; headings and bold are left to `mend`."""

import re

from assistant.documents.encodings import decode
from assistant.documents.tables import Cell, print_table

_FRONT_MATTER = re.compile(r"\A---\n(?:[\w-]+:.*\n|[ \t]+.*\n|- .*\n)+---\n")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_HTML_TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL | re.IGNORECASE)
_ROW = re.compile(r"\s*\|?(?:[^|\\]|\\.)*\|.*")
_DIVIDER = re.compile(r"\s*\|?\s*:?-{1,}:?\s*(?:\|\s*:?-{1,}:?\s*)*\|?\s*")
_CELL_END = re.compile(r"(?<!\\)\|")
_INLINE = (
    (re.compile(r"!\[[^\]]*\]\([^)]*\)"), ""),  # a picture
    (re.compile(r"\[([^\]]+)\]\((?:[^()\s]|\([^)]*\))*(?:\s+\"[^\"]*\")?\)"), r"\1"),  # a link's words
    (re.compile(r"<br\s*/?>", re.IGNORECASE), "\n"),
    (re.compile(r"</?(?:b|i|u|em|strong|span|font|center|p|div|sup|sub)\b[^>]*>", re.IGNORECASE), ""),
    (re.compile(r"(?<![`\\])`([^`\n]+)`"), r"\1"),
    (re.compile(r"^(?: {0,3}>)+ ?", re.MULTILINE), ""),
    (re.compile(r"^ {0,3}(?:```|~~~).*$", re.MULTILINE), ""),
    (re.compile(r"__(?=\S)(.+?)(?<=\S)__"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~])"), r"\1"),
)


def read(content: bytes) -> str:
    """The text of a Markdown document. Raises Fault where its encoding cannot be told."""
    text = "\n".join(decode(content).splitlines()) + "\n"
    text = _COMMENT.sub("", _FRONT_MATTER.sub("", text))
    text = _HTML_TABLE.sub(lambda table: _html_rows(table[0]), text)
    return _without_markup("\n".join(_with_rows(text.split("\n"))))


def _with_rows(lines: list[str]) -> list[str]:
    """The lines, those of a table as rows: it is known by the line of dashes below its head."""
    written: list[str] = []
    at = 0
    while at < len(lines):
        divides = at + 1 < len(lines) and "|" in lines[at + 1] and _DIVIDER.fullmatch(lines[at + 1])
        if not (divides and _ROW.fullmatch(lines[at])):
            written.append(lines[at])
            at += 1
            continue
        end = at + 2
        while end < len(lines) and lines[end].strip() and _ROW.fullmatch(lines[end]):
            end += 1
        rows = [_cells(line) for line in (lines[at], *lines[at + 2 : end])]
        written += ["", *print_table(rows), ""]
        at = end
    return written


def _cells(line: str) -> list[Cell]:
    inner = line.strip().removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return [Cell(_without_markup(cell).replace("**", "").strip()) for cell in _CELL_END.split(inner)]


def _html_rows(table: str) -> str:
    from assistant.documents.html_file import read_markup

    return f"\n\n{read_markup(table)}\n\n"


def _without_markup(text: str) -> str:
    for form, words in _INLINE:
        text = form.sub(words, text)
    return text

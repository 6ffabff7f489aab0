"""The parts of a document that say what it is: the lines before its first label, and its last words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile

from assistant.documents.labels import read_label
from assistant.documents.models import Clause
from assistant.intake.models import Source

_LETTER_SPACED = re.compile(r"(?:[一-鿿]\s+){2,}[一-鿿]")


@dataclass(frozen=True)
class Line:
    """A paragraph with the path of the clause that it stands in."""

    text: str
    path: str


def front_lines(source: Source) -> tuple[Line, ...]:
    """The paragraphs before the first label; of a text without labels, all of the preamble."""
    before = takewhile(lambda clause: clause.kind in ("preamble", "colophon"), source.clauses)
    return _lines(clause for clause in before if clause.kind == "preamble")


def back_lines(source: Source) -> tuple[Line, ...]:
    """The closing words and the colophon, behind the last paragraphs of the last article."""
    body = [clause for clause in source.clauses if clause.kind == "body"]
    ends = [clause for clause in source.clauses if clause.kind in ("closing", "colophon")]
    return (*_lines(body[-1:])[1:], *_lines(ends))


def sentences(clauses: Iterable[Clause]) -> tuple[Line, ...]:
    """The sentences of clauses, tables left out, each with its clause's path."""
    found: list[Line] = []
    for line in _lines(clauses):
        if "\t" not in line.text:
            label = read_label(line.text)
            parts = re.findall(r"[^。；;]+[。；;]?", line.text[label.length if label else 0 :])
            found += (Line(part.strip(), line.path) for part in parts if part.strip())
    return tuple(found)


def squeeze(text: str) -> str:
    """A line without white space."""
    return "".join(text.split())


def unspaced(line: str) -> str:
    """福 建 省 财 政 厅 as 福建省财政厅: letters set apart are one word; other white space stays."""
    return _LETTER_SPACED.sub(lambda match: squeeze(match[0]), line)


def _lines(clauses: Iterable[Clause]) -> tuple[Line, ...]:
    found = []
    for clause in clauses:
        found += [Line(line, clause.path) for line in clause.text.splitlines() if line.strip()]
    return tuple(found)

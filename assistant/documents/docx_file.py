"""DOCX: the text of a Word document as it is printed, the numbers that Word counts by itself included.

Read: paragraphs, tables, soft line breaks, text boxes, content controls, accepted insertions; footnotes, each
below the paragraph or the table that refers to it.
Left out: running heads and feet, comments, deletions, hidden text, field codes.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from assistant.documents.archives import check_archive
from assistant.documents.faults import Fault
from assistant.documents.paragraphs import note_line, write_paragraphs
from assistant.documents.tables import Cell, print_table
from assistant.documents.word_numbers import WordNumbers

_DAMAGED = ("Word 文件损坏，打不开", "请用 Word 或 WPS 打开后另存为 .docx，再试一次")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# Elements that hold blocks, or runs, like the element that they stand in.
_TRANSPARENT = {
    qn(tag) for tag in ("w:sdt", "w:sdtContent", "w:customXml", "w:smartTag", "w:ins", "w:moveTo")
}
_SKIPPED = {
    *map(qn, ("w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:sdtPr", "w:instrText", "w:delText", "w:rt")),
    qn("w:commentReference"),
    _FALLBACK,
}
_NOTES = {qn("w:footnoteReference"): "footnotes", qn("w:endnoteReference"): "endnotes"}
_PRINTED = {
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:tab"): "\u3000",  # a tab would make a table's row of the line
    qn("w:noBreakHyphen"): "-",
}


def read(content: bytes) -> str:
    """The text of a Word document. Raises Fault where it is damaged, encrypted, or of another kind."""
    check_archive(content)
    try:
        document = Document(BytesIO(content))
        return write_paragraphs(list(_Reading(document).lines(document.element.body)))
    except MemoryError:
        raise
    except (
        Exception
    ) as error:  # python-docx and lxml raise what they meet: KeyError, XMLSyntaxError, ValueError
        raise Fault(*_DAMAGED) from error


class _Reading:
    """One pass over a document, in its order, for Word's numbers are counted on the way."""

    def __init__(self, document: Any) -> None:
        self._numbers = WordNumbers(document)
        self._carried = ""  # the words before a paragraph mark that was deleted
        self._notes = {tag: _notes_of(document, kind) for tag, kind in _NOTES.items()}
        self._referred: list[Any] = []  # notes whose mark was passed, and which are still to be written

    def lines(self, body: Any) -> Iterator[str]:
        """The paragraphs, rows and footnotes of a body; a soft line break is a line feed."""
        for element in body:
            yield from self._block(element)
            notes, self._referred = self._referred, []
            for note in notes:
                yield note_line(" ".join(self._blocks(note)))

    def _blocks(self, container: Any) -> Iterator[str]:
        """The same of a cell or a text box, without the footnotes."""
        for element in container:
            yield from self._block(element)

    def _block(self, element: Any) -> Iterator[str]:
        if element.tag == qn("w:p"):
            yield from self._paragraph(element)
        elif element.tag == qn("w:tbl"):
            yield from self._table(element)
        elif element.tag in _TRANSPARENT:
            yield from self._blocks(element)

    def _paragraph(self, paragraph: Any) -> Iterator[str]:
        text = _text(paragraph)
        mark = f"{qn('w:pPr')}/{qn('w:rPr')}/"
        if paragraph.find(mark + qn("w:del")) is not None:
            self._carried += text
        elif text or paragraph.find(mark + qn("w:vanish")) is None:
            label = self._numbers.label(paragraph)
            yield f"{label}{self._carried}{text}"
            self._carried = ""
        for box in _below(paragraph, (qn("w:txbxContent"),)):
            yield from self._blocks(box)
        for reference in _below(paragraph, tuple(_NOTES)):
            note = self._notes[reference.tag].pop(reference.get(qn("w:id")), None)
            self._referred += [] if note is None else [note]

    def _table(self, table: Any) -> Iterator[str]:
        """The rows; the blocks themselves where the table is only there for the layout."""
        rows = [list(_cells(row)) for row in _children(table, qn("w:tr")) if not _is_deleted(row)]
        if all(len(row) <= 1 for row in rows):
            for row in rows:
                for cell, _ in row:
                    yield from self._blocks(cell)
            return
        grid: list[list[Cell]] = []
        for row in rows:
            places: list[Cell] = []
            for element, width in row:
                above = grid[-1][len(places)] if grid and len(places) < len(grid[-1]) else None
                merged = element is not None and _continues_above(element)
                words = "" if element is None else " ".join(self._blocks(element))
                cell = above if merged and above else Cell(words.replace("\t", " "))
                places += [cell] * width
            grid.append(places)
        yield from print_table(grid)


def _cells(row: Any) -> Iterator[tuple[Any, int]]:
    """The cells of a row with the columns that each takes; None for columns left out at its ends."""
    properties = row.find(qn("w:trPr"))
    for tag in ("w:gridBefore", "w:gridAfter"):
        skipped = None if properties is None else properties.find(qn(tag))
        if tag == "w:gridAfter":
            for cell in _children(row, qn("w:tc")):
                span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
                yield cell, 1 if span is None else min(int(span.get(qn("w:val"), 1)), 100)
        if skipped is not None:
            yield None, min(int(skipped.get(qn("w:val"), 1)), 100)


def _children(element: Any, tag: str) -> Iterator[Any]:
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _TRANSPARENT:
            yield from _children(child, tag)


def _continues_above(cell: Any) -> bool:
    merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    return merge is not None and merge.get(qn("w:val"), "continue") == "continue"


def _is_deleted(row: Any) -> bool:
    return row.find(f"{qn('w:trPr')}/{qn('w:del')}") is not None


def _text(element: Any) -> str:
    """The printed words of a paragraph but for its text boxes; soft line breaks are line feeds."""
    words = []
    for child in element:
        if child.tag in _SKIPPED or child.tag == qn("w:txbxContent"):
            continue
        if child.tag == qn("w:t"):
            words.append(child.text or "")
        elif child.tag in _PRINTED:
            words.append(_PRINTED[child.tag])
        elif child.tag != qn("w:r") or child.find(f"{qn('w:rPr')}/{qn('w:vanish')}") is None:
            words.append(_text(child))
    return "".join(words)


def _below(element: Any, tags: tuple[str, ...]) -> Iterator[Any]:
    """The text boxes, or the marks of notes, that hang on a paragraph, each once."""
    for child in element:
        if child.tag in tags:
            yield child
        elif child.tag not in _SKIPPED and child.tag != qn("w:txbxContent"):
            yield from _below(child, tags)


def _notes_of(document: Any, kind: str) -> dict[str, Any]:
    """The footnotes or the endnotes of a document by their id; those that only draw a line left out."""
    relations = (r for r in document.part.rels.values() if not r.is_external)
    part = next((r.target_part for r in relations if r.reltype.endswith(f"/{kind}")), None)
    notes = () if part is None else parse_xml(part.blob)
    return {note.get(qn("w:id")): note for note in notes if note.get(qn("w:type"), "normal") == "normal"}

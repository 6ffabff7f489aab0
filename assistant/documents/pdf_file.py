"""PDF with a text layer: characters put together to lines, ruled tables to rows.

Running heads and feet and page numbers go. Then columns are put one below the other (page_columns.py),
footnotes to their marks (page_notes.py), and tables without ruled lines (plain_tables.py) or cut by a page
(cut_tables.py) are made whole; printed_lines.py makes paragraphs of what is left.
"""

import logging
import re
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from itertools import pairwise
from typing import Any

from assistant.documents.cut_tables import joined_tables
from assistant.documents.faults import Fault
from assistant.documents.labels import read_label
from assistant.documents.page_columns import in_reading_order
from assistant.documents.page_notes import with_notes_at_marks
from assistant.documents.plain_tables import heads_a_table, with_plain_tables
from assistant.documents.printed_characters import line_of, rows_of
from assistant.documents.printed_lines import ENDS, Grid, Line, joined, write_lines
from assistant.documents.tables import Cell

MOST_PAGES = 200
_DAMAGED = ("PDF 文件损坏或者不完整", "请重新取得完整的文件")
_NO_TEXT = "里没有文字层，是扫描的图片"
_RECOGNISE = "请先做文字识别（OCR），另存为带文字的 PDF 或 .docx 后再试"
_GARBLED = 0.02  # the largest share of characters without a Unicode value
_COVERED = 0.5  # of a page by pictures: a scan
_EDGE = 0.11  # of a page's height: where running heads and feet stand
# What a browser prints above and below a page: the time, the address.
_BROWSER = re.compile(r"\d{1,4}[/-]\d{1,2}[/-]\d{1,4}[,，]?\d{1,2}:\d{2}|(?:https?|file)://", re.IGNORECASE)
# Within a running line: 3/9, 第3页, - 3 -, or a number at its end.
_NUMBER_IN_LINE = re.compile(r"\d+/\d+|第\d+页(?:共\d+页)?|[-—–]\d+[-—–]|^\d+(?=\D)|(?<=\D)\d+$")
_PAGE_NUMBER = re.compile(
    r"[第共页/,，.·\-–—－―~|\s\d]*\d[第共页/,，.·\-–—－―~|\s\d]*|page\d+(?:of\d+)?", re.IGNORECASE
)

Box = tuple[float, float, float, float]  # x0, top, x1, bottom


def read(content: bytes) -> str:
    """The text of a PDF document. Raises Fault where it is damaged, encrypted, or (partly) a scan."""
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect

    # What it finds odd in a font is nothing that a person could mend.
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with pdfplumber.open(BytesIO(content)) as document:
                pages = _read_pages(document)
    except Fault:
        raise
    except Exception as error:  # pdfminer raises what it meets: KeyError, struct.error, RecursionError
        causes = list(_causes(error))
        if any(isinstance(cause, PDFPasswordIncorrect) for cause in causes):
            raise Fault("PDF 加了密码", "请去掉密码后另存，再试一次") from error
        if any(isinstance(cause, MemoryError) for cause in causes):
            raise MemoryError from error
        raise Fault(*_DAMAGED) from error
    ordered = with_notes_at_marks(in_reading_order(_without_running_lines(pages)))
    flow = [each for page in ordered for each in page]
    return write_lines(joined_tables(with_plain_tables(flow)))


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An error and those behind it; pdfplumber wraps what pdfminer raises."""
    yield error
    for behind in (*error.args, error.__cause__):
        if isinstance(behind, BaseException):
            yield from _causes(behind)


def _read_pages(document: Any) -> list[list[Line | Grid]]:
    if len(document.pages) > MOST_PAGES:
        raise Fault(f"PDF 超过 {MOST_PAGES} 页", "请只取政策文件本身的页")
    pages, scans, characters, garbled = [], [], 0, 0
    for number, page in enumerate(document.pages):
        printed = [c for c in _once(page.chars) if _is_visible(c, page.bbox)]
        characters += len(printed)
        garbled += sum(c["text"].startswith("(cid:") for c in printed)
        if not printed and _is_covered(page):
            scans.append(number + 1)
        pages.append(_read_page(page, printed, number))
        page.close()
    if not pages:
        raise Fault(*_DAMAGED)
    if scans:
        which = "整份文件" if len(scans) == len(pages) else f"第 {'、'.join(map(str, scans[:10]))} 页"
        raise Fault(f"{which}{_NO_TEXT}", _RECOGNISE)
    if not characters:
        raise Fault("PDF 里没有文字", _RECOGNISE)
    if garbled > _GARBLED * characters:
        raise Fault("PDF 的字体没有对应的文字编码，读出来是乱码", _RECOGNISE)
    return pages


def _read_page(page: Any, characters: Sequence[Any], number: int) -> list[Line | Grid]:
    """The lines and ruled tables of a page, from its top to its bottom."""
    found: list[Line | Grid] = []
    boxes: list[Box] = []
    for table in page.find_tables():
        grid = _grid(table, characters)
        if max((sum(bool(cell.text) for cell in set(row)) for row in grid), default=0) < 2:
            continue  # a frame or a rule: the text flows
        boxes.append(table.bbox)
        x0, top, x1, _ = table.bbox
        found.append(Grid(grid, x0, x1, top, number, number))
    outside = [c for c in characters if not any(_lies_in(c, box) for box in boxes)]
    for group in rows_of(outside):
        line = line_of(group, number)
        middle = (line.top + line.size / 2 - page.bbox[1]) / page.height
        line.at_edge = not _EDGE < middle < 1 - _EDGE and not ENDS.search(line.text)
        if line.text.strip(" \u3000"):
            found.append(line)
    return sorted(found, key=lambda each: each.top)


def _grid(table: Any, characters: Sequence[Any]) -> list[list[Cell]]:
    """The places of a table, each with the cell that covers it."""
    boxes: list[Box] = sorted(table.cells)
    words = {box: Cell(_words_in(box, characters)) for box in boxes}
    columns = _bands([(box[0], box[2]) for box in boxes])
    rows = _bands([(box[1], box[3]) for box in boxes])
    empty = Cell("")
    return [
        [next((words[b] for b in boxes if b[0] <= x <= b[2] and b[1] <= y <= b[3]), empty) for x in columns]
        for y in rows
    ]


def _bands(spans: Iterable[tuple[float, float]]) -> list[float]:
    """The middles of the bands that the edges of cells part a table into."""
    edges: list[float] = []
    for edge in sorted(edge for span in spans for edge in span):
        if not edges or edge - edges[-1] > 3:
            edges.append(edge)
    return [(low + high) / 2 for low, high in pairwise(edges)]


def _words_in(box: Box, characters: Sequence[Any]) -> str:
    inside = [c for c in characters if _lies_in(c, box)]
    return "".join(joined([line_of(group, 0).text.strip() for group in rows_of(inside)]))


def _once(characters: Iterable[Any]) -> Iterator[Any]:
    """The characters, without those that are printed again in nearly the same place to look bold."""
    seen: dict[tuple[str, int, int], None] = {}
    for c in characters:
        x, y = round(c["x0"]), round(c["top"])
        if not any((c["text"], x + dx, y + dy) in seen for dx in (-1, 0, 1) for dy in (-1, 0, 1)):
            seen[c["text"], x, y] = None
            yield c


def _is_visible(character: Any, page: Box) -> bool:
    """Whether a character stands upright on the page: watermarks are turned."""
    middle = ((character["x0"] + character["x1"]) / 2, (character["top"] + character["bottom"]) / 2)
    return bool(character["upright"]) and page[0] <= middle[0] <= page[2] and page[1] <= middle[1] <= page[3]


def _is_covered(page: Any) -> bool:
    area = sum(max(0, i["x1"] - i["x0"]) * max(0, i["bottom"] - i["top"]) for i in page.images)
    return bool(area >= _COVERED * page.width * page.height)


def _lies_in(character: Any, box: Box) -> bool:
    x, y = (character["x0"] + character["x1"]) / 2, (character["top"] + character["bottom"]) / 2
    return bool(box[0] <= x <= box[2] and box[1] <= y <= box[3])


def _without_running_lines(pages: Sequence[Sequence[Line | Grid]]) -> list[Sequence[Line | Grid]]:
    """The pages but for page numbers, and for what comes again at the same edge and height."""
    keys = [
        [_key(each) if isinstance(each, Line) and each.at_edge else None for each in page] for page in pages
    ]
    counted = Counter(key for page in keys for key in {*page} - {None})
    often = max(2, 0.3 * len(pages))
    kept: list[Sequence[Line | Grid]] = []
    for page, own in zip(pages, keys, strict=True):
        running = [key is not None and (key[0] == "#" or counted[key] >= often) for key in own]
        for at, (upper, below) in enumerate(pairwise(page)):
            if running[at] and isinstance(upper, Line) and heads_a_table(upper, below):
                running[at] = False
        # Nothing stands between a running line and the edge but other running lines.
        first = running.index(False) if False in running else len(page)
        last = len(page) - running[::-1].index(False) if False in running else len(page)
        kept.append(page[first:last])
    return kept


def _key(line: Line) -> tuple[str, int]:
    text = "".join(line.text.split())
    if _PAGE_NUMBER.fullmatch(text) or _BROWSER.match(text):
        text = "#"
    elif read_label(line.text) is None:  # 附件1 and 附件2 begin pages, too
        text = _NUMBER_IN_LINE.sub("#", text)
    return text, round(line.top / 4)

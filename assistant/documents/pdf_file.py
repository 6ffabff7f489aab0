"""PDF with a text layer: characters put together to lines, ruled tables to rows.

Running heads and feet and page numbers go; printed_lines.py makes paragraphs of the lines.
"""

import logging
import re
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from itertools import pairwise
from statistics import median
from typing import Any

from assistant.documents.faults import Fault
from assistant.documents.labels import read_label
from assistant.documents.printed_lines import ENDS, Line, joined, write_lines
from assistant.documents.radicals import whole_characters
from assistant.documents.tables import Cell, print_table

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
    return write_lines(_without_running_lines(pages))


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An error and those behind it; pdfplumber wraps what pdfminer raises."""
    yield error
    for behind in (*error.args, error.__cause__):
        if isinstance(behind, BaseException):
            yield from _causes(behind)


def _read_pages(document: Any) -> list[list[Line]]:
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


def _read_page(page: Any, characters: Sequence[Any], number: int) -> list[Line]:
    """The lines and table rows of a page, from its top to its bottom."""
    lines: list[Line] = []
    boxes: list[Box] = []
    for table in page.find_tables():
        grid = _grid(table, characters)
        if max((sum(bool(cell.text) for cell in set(row)) for row in grid), default=0) < 2:
            continue  # a frame or a rule: the text flows
        boxes.append(table.bbox)
        x0, top, x1, _ = table.bbox
        lines += [Line(row, x0, x1, top + at / 1000, 0, number) for at, row in enumerate(print_table(grid))]
    outside = [c for c in characters if not any(_lies_in(c, box) for box in boxes)]
    for group in _rows_of(outside):
        line = _line(group, number)
        middle = (line.top + line.size / 2 - page.bbox[1]) / page.height
        line.at_edge = not _EDGE < middle < 1 - _EDGE and not ENDS.search(line.text)
        lines.append(line)
    return sorted((line for line in lines if line.text.strip(" \u3000")), key=lambda line: line.top)


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
    return "".join(joined([_line(group, 0).text.strip() for group in _rows_of(inside)]))


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


def _rows_of(characters: Sequence[Any]) -> Iterator[list[Any]]:
    """The characters by the lines that they stand on, each line from left to right."""
    row: list[Any] = []
    for c in sorted(characters, key=lambda c: (c["top"] + c["bottom"]) / 2):
        middle = (c["top"] + c["bottom"]) / 2
        if row and middle - median((d["top"] + d["bottom"]) / 2 for d in row[-5:]) > 0.45 * c["size"]:
            yield sorted(row, key=lambda c: c["x0"])
            row = []
        row.append(c)
    if row:
        yield sorted(row, key=lambda c: c["x0"])


def _line(characters: Sequence[Any], page: int) -> Line:
    """A line: a gap between characters is a space where it is as wide as one."""
    text, end = "", None
    for c in characters:
        gap = 0 if end is None else c["x0"] - end
        both_latin = text[-1:].isascii() and c["text"].isascii()
        if gap > (0.25 if both_latin else 0.9) * c["size"] and not text.endswith((" ", "\u3000")):
            text += " "
        text += whole_characters(c["text"]).replace("\t", " ")
        end = c["x1"]
    words = [c for c in characters if c["text"].strip()] or characters
    sizes = Counter(round(c["size"], 1) for c in words)
    top = min(c["top"] for c in characters)
    return Line(text.strip(), words[0]["x0"], words[-1]["x1"], top, sizes.most_common(1)[0][0], page)


def _without_running_lines(pages: Sequence[Sequence[Line]]) -> list[Line]:
    """The lines of all pages but for page numbers, and what comes again at the same edge and height."""
    counted = Counter(key for page in pages for key in {_key(line) for line in page if line.at_edge})
    often = max(2, 0.3 * len(pages))
    kept: list[Line] = []
    for page in pages:
        running = [line.at_edge and (_key(line)[0] == "#" or counted[_key(line)] >= often) for line in page]
        # Nothing stands between a running line and the edge but other running lines.
        first = running.index(False) if False in running else len(page)
        last = len(page) - running[::-1].index(False) if False in running else len(page)
        kept += page[first:last]
    return kept


def _key(line: Line) -> tuple[str, int]:
    text = "".join(line.text.split())
    if _PAGE_NUMBER.fullmatch(text) or _BROWSER.match(text):
        text = "#"
    elif read_label(line.text) is None:  # 附件1 and 附件2 begin pages, too
        text = _NUMBER_IN_LINE.sub("#", text)
    return text, round(line.top / 4)

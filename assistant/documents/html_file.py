"""HTML: the article of a page as it is printed, its tables as rows, the numbers of its lists written out.

A footnote stands below the paragraph or the table that has its mark.
"""

import re
from collections.abc import Sequence

from assistant.documents.encodings import decode
from assistant.documents.faults import Fault
from assistant.documents.html_article import find_article, is_layout, rows_of
from assistant.documents.html_notes import NOTE, place_notes
from assistant.documents.html_tree import Part, parse
from assistant.documents.labels import read_label
from assistant.documents.paragraphs import INDENT, note_line, write_paragraphs
from assistant.documents.printed_numbers import print_number
from assistant.documents.tables import Cell, print_table

_DECLARED = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)|<\?xml[^>]*encoding\s*=\s*[\"']([\w-]+)", re.IGNORECASE
)
_ANY_TAG = re.compile(r"<[a-z][a-z0-9]*(?:\s[^<>]*)?/?>", re.IGNORECASE)
_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article blockquote body caption center dd details div dl dt fieldset figcaption figure"
        " form h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody td tfoot th"
        " thead tr ul",
    )
)
# What the frame of a page says where it stands beside the text without a name of its own.
_FURNITURE = re.compile(
    r"(?:(?:信息)?来源|发布(?:时间|日期)|浏览(?:次数|量)|阅读(?:次数|量)?|点击(?:数|率|量)?|字[体号]|作者|责任编辑|编辑"
    r"|更新时间|您?现?在?的?位置|当前位置|上一[篇条]|下一[篇条]|分享到?)\s*[:：].*"
    r"|(?:分享(?:到|至)\s*\S{1,8}\s*)+"
    r"|(?:[【\[]?(?:打印(?:本页|此页)?|关闭(?:窗口|本页)?|收藏|返回顶部|我要纠错|分享|大|中|小)[】\]]?\s*)+|扫一扫.*"
    r"|.*(?:ICP备|公网安备|网站标识码).*|版权所有.*"
)
_WRITTEN_BREAK = "\x1e"  # a <br>, until white space is folded
_SOURCE_BREAK = re.compile(r"(?<=[\u2e80-\u9fff\uff00-\uffef])[ \t]*\n\s*(?=[\u2e80-\u9fff\uff00-\uffef])")
_SPACES = re.compile(r"[ \t\r\n\f\xa0\u2002-\u200a]+")
_INDENTED = re.compile(r"[ \t\r\n]*(?:\u3000|\u2003|\xa0[ ]?){2}")
_LIST_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_MARKS = ("{}. ", "（{}）", "{}）")  # by how many lists of one form stand within one another
_CHINESE_LIST = re.compile(r"list-style[\w-]*\s*:[^;]*(?:cjk-ideographic|chinese)", re.IGNORECASE)
_NO_LIST = re.compile(r"list-style[\w-]*\s*:[^;]*none", re.IGNORECASE)
_WIDEST, _TALLEST, _MOST_CELLS = 100, 2_000, 100_000


def read(content: bytes) -> str:
    """The text of a page's article. Raises Fault where its encoding cannot be told or it is no HTML."""
    declared = _DECLARED.search(content[:4096])
    name = (declared[1] or declared[2]).decode("ascii", "replace") if declared else None
    markup = decode(content, name)
    if not _ANY_TAG.search(markup):
        raise Fault("里面不是网页（没有 HTML 标签）", "如果是纯文本，请把扩展名改为 .txt")
    return read_markup(markup)


def read_markup(markup: str) -> str:
    """The text of HTML markup, as `read`."""
    title, body = parse(markup)
    place_notes(body)
    printer = _Printer()
    for part in find_article(title, body):
        printer.block(part)
    return write_paragraphs([line for line in printer.lines if not _FURNITURE.fullmatch(line.strip())])


class _Printer:
    """Writes parts down as lines: a block begins a line of its own.

    Footnotes follow the line that has their marks; with `notes` they are left there for another to write.
    """

    def __init__(self, notes: list[str] | None = None) -> None:
        self.lines: list[str] = []
        self._writes_notes = notes is None
        self._notes: list[str] = [] if notes is None else notes
        self._words = ""
        self._lists: list[str] = []  # the forms of the numbers of the lists around

    def block(self, part: Part) -> None:
        """An element that stands by itself."""
        self._end_line()
        self._element(part)
        self._end_line()

    def _element(self, part: Part) -> None:
        if part.tag == "br":
            self._words += _WRITTEN_BREAK
        elif part.tag == "table" and not is_layout(part):
            self._end_line()
            self.lines += _table_lines(part, self._notes)
            self._end_line()
        elif part.tag == NOTE:
            self._notes.append("".join(map(str, part.children)))
        elif part.tag == "ol":
            self._list(part)
        else:
            for child in part.children:
                if isinstance(child, str):
                    self._words += child.replace("\n", _WRITTEN_BREAK) if part.tag == "pre" else child
                elif child.tag in _BLOCKS:
                    self.block(child)
                else:
                    self._element(child)

    def _list(self, part: Part) -> None:
        style = part.attributes.get("style", "")
        chinese = bool(_CHINESE_LIST.search(style))
        form = "chineseCounting" if chinese else _LIST_FORMS.get(part.attributes.get("type", "1"), "decimal")
        self._lists.append(form)
        # Only its place on the page tells 1. within 1.: in a text the inner one has to look otherwise.
        mark = _MARKS[min(self._lists.count(form), len(_MARKS)) - 1]
        number = _whole_number(part.attributes.get("start"), 1)
        for item in part.parts():
            self._end_line()
            if item.tag == "li":
                number = _whole_number(item.attributes.get("value"), number)
                if not _NO_LIST.search(style) and read_label(item.text()) is None:
                    written = print_number(number, form)
                    self._words += f"{written}、" if chinese else mark.format(written)
                number += 1
            self._element(item)
            self._end_line()
        self._lists.pop()

    def _end_line(self) -> None:
        """Write the words down: a line break begins a paragraph before a blank line or an indent."""
        begins = True
        for words in _SOURCE_BREAK.sub("", self._words).split(_WRITTEN_BREAK):
            line = _SPACES.sub(" ", words).strip(" \u3000")
            if not line:
                begins = True
            elif begins or _INDENTED.match(words):
                self.lines.append(INDENT + line if _INDENTED.match(words) else line)
                begins = False
            else:
                self.lines[-1] += f"\n{line}"
        self._words = ""
        if self._writes_notes:
            self.lines += [INDENT + note_line(note) for note in self._notes]
            self._notes.clear()


def _table_lines(table: Part, notes: list[str]) -> list[str]:
    """The lines of a table; `notes` gets the footnotes whose marks stand in it."""
    caption = [part.text() for part in table.parts() if part.tag == "caption" and part.length]
    grid: list[list[Cell]] = []
    reaching: dict[int, tuple[Cell, int]] = {}  # column → the cell that reaches down to it, rows left
    for row in rows_of(table):
        places: list[Cell] = []
        cells = [(_cell(part, notes), part) for part in row]
        while cells or len(places) in reaching:
            at = len(places)
            if at in reaching:
                cell, left = reaching.pop(at)
                if left > 1:
                    reaching[at] = (cell, left - 1)
                places.append(cell)
                continue
            cell, part = cells.pop(0)
            width = min(_whole_number(part.attributes.get("colspan"), 1), _WIDEST)
            height = min(_whole_number(part.attributes.get("rowspan"), 1), _TALLEST)
            for column in range(at, at + max(width, 1)):
                places.append(cell)
                if height > 1:
                    reaching[column] = (cell, height - 1)
        grid.append(places)
        if len(grid) * max(map(len, grid[-1:])) > _MOST_CELLS:
            raise Fault("网页里的表格过大", "请只保存正文部分")
    return [*caption, *print_table(grid)]


def _cell(part: Part, notes: list[str]) -> Cell:
    printer = _Printer(notes)
    printer.block(part)
    return Cell(_one_line(printer.lines))


def _one_line(lines: Sequence[str]) -> str:
    return " ".join(" ".join(lines).split())


def _whole_number(written: str | None, default: int) -> int:
    return int(written) if written and re.fullmatch(r"\d{1,6}", written.strip()) else default

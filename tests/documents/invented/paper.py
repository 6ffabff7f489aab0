"""Building PDF files as they come from a word processor: wrapped lines, running heads, page numbers, tables."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FONT = "STSong-Light"  # every viewer has it: no font file is needed
_UNBREAKABLE = re.compile(r"(?:[0-9A-Za-z.%]+|.)[，。、；：！？）》”〕]*")
pdfmetrics.registerFont(UnicodeCIDFont(FONT))


class Paper:
    """A PDF document under construction: A4, from the top of the page down."""

    def __init__(
        self,
        path: Path,
        *,
        size: float = 16,
        leading: float = 28,
        margin: float = 72,
        head: str = "",
        number: Callable[[int], str] = "— {} —".format,
    ) -> None:
        self.canvas: Any = Canvas(str(path), pagesize=A4, pageCompression=1)
        self.size, self.leading, self.margin, self.head, self.number = size, leading, margin, head, number
        self.width = A4[0] - 2 * margin
        self.page = 0
        self._begin()

    def _begin(self) -> None:
        self.page += 1
        self.y = A4[1] - self.margin - self.size
        if self.head:
            self._draw(self.head, self.margin, A4[1] - self.margin / 2, 10)
        foot = self.number(self.page)
        self._draw(foot, (A4[0] - pdfmetrics.stringWidth(foot, FONT, 10.5)) / 2, self.margin / 2, 10.5)

    def _draw(self, text: str, x: float, y: float, size: float) -> None:
        self.canvas.setFont(FONT, size)
        self.canvas.drawString(x, y, text)

    def _room(self, height: float) -> bool:
        """Turn the page where there is no room; whether it was turned."""
        if self.y - height >= self.margin:
            return False
        self.canvas.showPage()
        self._begin()
        return True

    def wrapped(self, text: str, size: float, width: float, indent: float) -> list[str]:
        """The lines of a paragraph; a number is never cut, and no line begins with a closing mark."""
        lines, used = [""], indent
        for piece in _UNBREAKABLE.findall(text):
            wide = pdfmetrics.stringWidth(piece, FONT, size)
            if lines[-1] and used + wide > width + 0.01:
                lines.append("")
                used = 0
            lines[-1] += piece
            used += wide
        return lines

    def paragraph(self, text: str) -> None:
        """A paragraph, its first line indented by two characters."""
        indent = 2 * self.size
        for at, line in enumerate(self.wrapped(text, self.size, self.width, indent)):
            self._room(self.leading)
            self._draw(line, self.margin + (indent if at == 0 else 0), self.y, self.size)
            self.y -= self.leading

    def flush(self, text: str) -> None:
        """A line without indent: 各镇人民政府："""
        for line in self.wrapped(text, self.size, self.width, 0):
            self._room(self.leading)
            self._draw(line, self.margin, self.y, self.size)
            self.y -= self.leading

    def centred(self, text: str, size: float | None = None) -> None:
        """A title, wrapped in the middle of the page."""
        size = size or self.size
        for line in self.wrapped(text, size, self.width, 0):
            self._room(self.leading)
            x = (A4[0] - pdfmetrics.stringWidth(line, FONT, size)) / 2
            self._draw(line, x, self.y, size)
            self.y -= self.leading

    def right(self, text: str) -> None:
        """A signature or a date."""
        self._room(self.leading)
        x = A4[0] - self.margin - 2 * self.size - pdfmetrics.stringWidth(text, FONT, self.size)
        self._draw(text, x, self.y, self.size)
        self.y -= self.leading

    def table(self, rows: Sequence[Sequence[str]], widths: Sequence[float], size: float = 12) -> None:
        """A ruled table; its head is printed again on every page that it runs on to."""
        self.y += self.leading - size
        for at, row in enumerate(rows):
            if self._room(self._row_height(row, widths, size)) and at:
                self._row(rows[0], widths, size)
            self._row(row, widths, size)
        self.y -= self.leading

    def _row_height(self, row: Sequence[str], widths: Sequence[float], size: float) -> float:
        lines = max(len(self.wrapped(c, size, w - 8, 0)) for c, w in zip(row, widths, strict=True))
        return lines * size * 1.4 + 8

    def _row(self, row: Sequence[str], widths: Sequence[float], size: float) -> None:
        height, x = self._row_height(row, widths, size), self.margin
        for cell, width in zip(row, widths, strict=True):
            self.canvas.rect(x, self.y - height, width, height)
            for at, line in enumerate(self.wrapped(cell, size, width - 8, 0)):
                self._draw(line, x + 4, self.y - 4 - size - at * size * 1.4, size)
            x += width
        self.y -= height

    def columns(self, paragraphs: Sequence[tuple[str, str]], gutter: float = 24) -> None:
        """Paragraphs in two justified columns, which are of one height where they end.

        Each paragraph is a kind and its words: `flush`, `centred`, `right`, or else indented.
        """
        width = (self.width - gutter) / 2
        lines: list[tuple[str, float, bool]] = []  # words, how far from the column's edge, whether justified
        for kind, text in paragraphs:
            indent = 0 if kind in ("flush", "centred", "right") else 2 * self.size
            wrapped = self.wrapped(text, self.size, width, indent)
            for at, line in enumerate(wrapped):
                room = width - pdfmetrics.stringWidth(line, FONT, self.size)
                x = {"centred": room / 2, "right": room}.get(kind, indent if at == 0 else 0)
                lines.append((line, x, kind not in ("centred", "right") and at < len(wrapped) - 1))
        while lines:
            self._room(2 * self.leading)
            top = self.y
            height = min(int((top - self.margin) / self.leading), (len(lines) + 1) // 2)
            for side in (0, 1):
                taken, lines = lines[:height], lines[height:]
                for at, (line, x, justified) in enumerate(taken):
                    room = width - x - pdfmetrics.stringWidth(line, FONT, self.size)
                    self.canvas.setFont(FONT, self.size)
                    self.canvas.drawString(
                        self.margin + side * (width + gutter) + x,
                        top - at * self.leading,
                        line,
                        charSpace=room / (len(line) - 1) if justified else 0,
                    )
            self.y = top - height * self.leading

    def plain_table(
        self, rows: Sequence[Sequence[str]], widths: Sequence[float], size: float = 11, gap: float = 14
    ) -> None:
        """A table without ruled lines; a page may cut a row, and its head is printed again on the next."""
        self._plain_row(rows[0], widths, size)
        for row in rows[1:]:
            self.y -= gap - size * 0.4
            self._plain_row(row, widths, size, rows[0])
        self.y -= self.leading

    def _plain_row(
        self, row: Sequence[str], widths: Sequence[float], size: float, head: Sequence[str] = ()
    ) -> None:
        cells = [self.wrapped(cell, size, width - size, 0) for cell, width in zip(row, widths, strict=True)]
        for at in range(max(map(len, cells))):
            if self._room(size * 1.4) and head:
                self._plain_row(head, widths, size)
                self.y -= size * 0.6
            x = self.margin
            for cell, width in zip(cells, widths, strict=True):
                if at < len(cell):
                    self._draw(cell[at], x, self.y, size)
                x += width
            self.y -= size * 1.4

    def turn(self) -> None:
        """Go on on a new page."""
        self._room(A4[1])

    def save(self) -> None:
        """Write the file."""
        self.canvas.save()

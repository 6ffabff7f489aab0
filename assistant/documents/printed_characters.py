"""The characters of a printed page put together to lines, from where they stand."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Any

from assistant.documents.printed_lines import Line
from assistant.documents.radicals import whole_characters

_WIDE = 0.9  # of a character: a gap that stands for a space between Chinese characters


def rows_of(characters: Sequence[Any]) -> Iterator[list[Any]]:
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


def line_of(characters: Sequence[Any], page: int) -> Line:
    """A line: a gap between characters is a space where it is as wide as one."""
    text, end = "", None
    for c in characters:
        gap = 0 if end is None else c["x0"] - end
        both_latin = text[-1:].isascii() and c["text"].isascii()
        if gap > (0.25 if both_latin else _WIDE) * c["size"] and not text.endswith((" ", "\u3000")):
            text += " "
        text += whole_characters(c["text"]).replace("\t", " ")
        end = c["x1"]
    words = [c for c in characters if c["text"].strip()] or characters
    sizes = Counter(round(c["size"], 1) for c in words)
    top = min(c["top"] for c in characters)
    size = sizes.most_common(1)[0][0]
    return Line(text.strip(), words[0]["x0"], words[-1]["x1"], top, size, page, characters=tuple(characters))


def segments(line: Line) -> list[list[Any]]:
    """The characters of a line in groups that stand apart by more than a space."""
    words = [c for c in line.characters if c["text"].strip()]
    groups = [words[:1]] if words else []
    for before, c in pairwise(words):
        if c["x0"] - before["x1"] > _WIDE * c["size"]:
            groups.append([])
        groups[-1].append(c)
    return groups

"""Pages in two columns: the left one is read before the right one; a title or a table across both stays.

A column is known by its full lines: in a table with two columns most cells end before their column does.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from assistant.documents.printed_characters import line_of, segments
from assistant.documents.printed_lines import Grid, Line

_MIDDLE = (0.35, 0.65)  # of the width of the page's text: where the right column may begin
_FEWEST_LINES = 5  # on each side, where nothing else tells of two columns
_FEWEST_WHERE_KNOWN = 2  # where a longer piece of the document is set so
_FULL = 0.4  # of a column's lines
_NARROWEST = 8  # characters
_FAR = 3.3  # characters: what stands further below is no more of the columns above

Page = Sequence[Line | Grid]


Side = list[Line | Grid]


def in_reading_order(pages: Sequence[Page]) -> list[list[Line | Grid]]:
    """The pages with their columns put one below the other, the right one moved over the left one."""
    edges = [_edge(page) for page in pages]
    sure = Counter(
        edge
        for page, edge in zip(pages, edges, strict=True)
        if edge is not None
        and any(_are_columns(*_sides(run, edge), edge, _FEWEST_LINES) for run in _runs(page, edge))
    )
    if not sure:
        return [list(page) for page in pages]
    usual = sure.most_common(1)[0][0]
    return [
        _arranged(page, edge if edge is not None and edge in sure else usual)
        for page, edge in zip(pages, edges, strict=True)
    ]


def _arranged(page: Page, edge: float) -> list[Line | Grid]:
    found: list[Line | Grid] = []
    for run in _runs(page, edge):
        left, right = _sides(run, edge)
        if _are_columns(left, right, edge, _FEWEST_WHERE_KNOWN):
            moved = _begin(right) - _begin(left)
            found += [_placed(each, 0) for each in left] + [_placed(each, moved) for each in right]
        else:
            found += run
    return found


def _placed(each: Line | Grid, moved: float) -> Line | Grid:
    """A line or a table as if it stood so much further left, in a column."""
    if isinstance(each, Grid):
        return replace(each, x0=each.x0 - moved, x1=each.x1 - moved)
    characters = tuple({**c, "x0": c["x0"] - moved, "x1": c["x1"] - moved} for c in each.characters)
    return replace(each, x0=each.x0 - moved, x1=each.x1 - moved, column=moved, characters=characters)


def _edge(page: Page) -> float | None:
    """Where the right column would begin: the place behind a gap where most lines go on."""
    lines = [each for each in page if isinstance(each, Line)]
    if not lines:
        return None
    x0, x1 = min(line.x0 for line in lines), max(line.x1 for line in lines)
    low, high = (x0 + share * (x1 - x0) for share in _MIDDLE)
    begins = Counter(
        round(group[0]["x0"]) for line in lines for group in segments(line) if low <= group[0]["x0"] <= high
    )
    return min(begins, key=lambda x: (-begins[x], x)) - 1 if begins else None


def _runs(page: Page, edge: float) -> Iterator[list[Line | Grid]]:
    """The page in pieces: what leaves the edge free, and what crosses it, each by itself."""
    run: list[Line | Grid] = []
    size = 0.0
    for each in page:
        crosses = each.x0 < edge < each.x1 if isinstance(each, Grid) else _crosses(each, edge)
        if isinstance(each, Line):
            size = size or each.size
        far = bool(run) and isinstance(run[-1], Line) and each.top - run[-1].top > _FAR * size
        if run and (crosses or far):
            yield run
            run = []
        if crosses or (not run and _stands_above(each, page, edge)):
            yield [each]
        else:
            run.append(each)
    if run:
        yield run


def _stands_above(each: Line | Grid, page: Page, edge: float) -> bool:
    """Whether what stands right of the edge has nothing left beside it: a date above both columns."""
    if isinstance(each, Grid) or each.x0 < edge:
        return False
    left = (other.top for other in page if other.x0 < edge and other.top > each.top - each.size)
    return min(left, default=each.top) - each.top > each.size


def _crosses(line: Line, edge: float) -> bool:
    """Whether a character stands on the edge, or hardly a space before it."""
    return any(c["x0"] < edge < c["x1"] + 0.7 * c["size"] for c in line.characters if c["text"].strip())


def _sides(run: Iterable[Line | Grid], edge: float) -> tuple[Side, Side]:
    """What stands left and right of the edge, each from the top down."""
    sides: tuple[Side, Side] = ([], [])
    for each in run:
        if isinstance(each, Grid):
            sides[each.x0 >= edge].append(each)
            continue
        for at, side in enumerate(sides):
            characters = [c for c in each.characters if (c["x0"] >= edge) == bool(at)]
            if any(c["text"].strip() for c in characters):
                side.append(line_of(characters, each.page))
    return sides


def _are_columns(left: Side, right: Side, edge: float, fewest: int) -> bool:
    if not (_is_prose(left, fewest) and _is_prose(right, fewest)):
        return False
    return abs(_begin(right) - edge) < 3


def _is_prose(side: Side, fewest: int) -> bool:
    """Whether lines are of running text: wide, many of them full, most of them without gaps."""
    lines = [each for each in side if isinstance(each, Line)]
    prose = [line for line in lines if len(segments(line)) == 1]
    if len(prose) < max(fewest, 0.5 * len(lines)):
        return False
    end, size = max(line.x1 for line in prose), max(line.size for line in prose)
    full = sum(line.x1 > end - 1.3 * size for line in prose)
    return end - _begin(side) >= _NARROWEST * size and full >= _FULL * len(prose)


def _begin(side: Side) -> float:
    return min(each.x0 for each in side)

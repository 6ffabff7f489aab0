"""The labels of a document's lines: forms that only the neighbours tell, and which form lies in which.

1.1   2.1.3                        numbers of several levels; 2.5万元 is none
第二条参保的                        behind 第三条 it only names another article
C.                                 a letter that does not count on from A or B is none
1 总则                              a number without a mark, where the document goes on with 1.1
一、总则 / 第一条 / 第二条 / 二、     articles that stand within headings, as others have it the other way
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.documents.labels import Label, Rank, is_title, read_label

_DOTTED = re.compile(r"(\d{1,2}(?:\s?[.．]\s?\d{1,2}){1,3})[.．、]?(?![\d.．])\s*")
_MEASURE = re.compile(r"[万亿元倍%％‰]|个百分点|个月|小时")
_BARE = re.compile(r"(\d{1,2})[ \u3000]+(?=[\u4e00-\u9fff《“])")
_LETTERS = (Rank.LETTER, Rank.SMALL_LETTER, Rank.BRACKETED_LETTER)
_DEPTHS = {2: Rank.SECOND_POINT, 3: Rank.THIRD_POINT, 4: Rank.FOURTH_POINT}


def read_labels(lines: Sequence[str]) -> list[Label | None]:
    """The label of every line, None where it has none; `Label.level` says how deep it stands here."""
    labels = list(_with_dotted(lines))
    _drop_references(lines, labels)
    _drop_lone_letters(labels)
    if any(label and label.rank in _DEPTHS.values() for label in labels):
        labels = _with_bare(lines, labels)
    return _nested(labels)


def _drop_references(lines: Sequence[str], labels: list[Label | None]) -> None:
    """第二条参保的人员 behind 第三条 only names an article: those go forward, unless they begin anew at 1."""
    last = 0
    for at, label in enumerate(labels):
        if label and label.rank is Rank.ANNEX:
            last = 0
        elif label and label.rank is Rank.ARTICLE:
            spaced = lines[at][label.length - 1].isspace()
            if 1 < label.number <= last and not spaced:
                labels[at] = None
            else:
                last = label.number


def _drop_lone_letters(labels: list[Label | None]) -> None:
    """A letter counts from A; any other that is not the next only begins a word."""
    last: dict[Rank, int] = {}
    for at, label in enumerate(labels):
        if label and label.rank in _LETTERS:
            if label.number not in (1, last.get(label.rank, 0) + 1):
                labels[at] = None
            else:
                last[label.rank] = label.number


def _with_dotted(lines: Sequence[str]) -> Iterator[Label | None]:
    """Labels with those of several levels: a decimal number would not be the next in its row."""
    last: tuple[int, ...] = ()
    for line in lines:
        label = read_label(line)
        match = None if label or "\t" in line else _DOTTED.match(line)
        if match and not _MEASURE.match(line[match.end() :]):
            numbers = tuple(int(part) for part in re.split(r"[.．]", match[1]))
            if _follows(numbers, last):
                last = numbers
                text = ".".join(map(str, numbers))
                label = Label(_DEPTHS[len(numbers)], numbers[-1], text, match.end())
        elif label and label.rank is Rank.POINT:
            last = (label.number,)
        elif label and label.rank < Rank.POINT:
            # 1.1 may stand in 第一章 or 一、 as well, and counts anew in an annex.
            last = () if label.rank is Rank.ANNEX else (label.number,)
        yield label


def _follows(numbers: tuple[int, ...], last: tuple[int, ...]) -> bool:
    """Whether 2.1.3 can come after 2.1.2, or 2.1 after 2, 1.4 or 1.4.2; 1.1 and 1.1.1 can always begin."""
    if numbers[-1] > 1:
        shared = last[: len(numbers)]
        return len(shared) == len(numbers) and (*shared[:-1], shared[-1] + 1) == numbers
    above = numbers[:-1]
    if set(above) == {1}:
        return True
    shared = last[: len(above)]
    counted_on = len(shared) == len(above) and (*shared[:-1], shared[-1] + 1) == above
    opened_deeper = (
        0 < len(last) < len(above) and above[: len(last)] == last and set(above[len(last) :]) == {1}
    )
    return shared == above or counted_on or opened_deeper


def _with_bare(lines: Sequence[str], labels: list[Label | None]) -> list[Label | None]:
    """Labels with 1 总则: a number and a title, before the first number of several levels that it begins."""
    found = list(labels)
    following = ""  # the next label of several levels
    for at in range(len(lines) - 1, -1, -1):
        label = labels[at]
        if label and label.rank in _DEPTHS.values():
            following = label.text
        elif label and label.rank < Rank.POINT:
            following = ""
        elif label is None and (match := _BARE.match(lines[at])) and is_title(lines[at][match.end() :]):
            number = int(match[1])
            if following.startswith(f"{number}."):
                found[at] = _bare_label(match)
                following = ""
    return _with_last_bare(lines, found)


def _with_last_bare(lines: Sequence[str], labels: list[Label | None]) -> list[Label | None]:
    """Labels with 6 附则 after 5.2: a chapter that has no numbers of its own goes on counting."""
    found = list(labels)
    last = 0
    for at, line in enumerate(lines):
        label, match = labels[at], _BARE.match(line)
        if label and label.rank < Rank.POINT:
            last = 0
        elif label and match and label.length == match.end():
            last = label.number
        elif label is None and match and last and int(match[1]) == last + 1 and is_title(line[match.end() :]):
            found[at] = _bare_label(match)
            last += 1
    return found


def _bare_label(match: re.Match[str]) -> Label:
    number = int(match[1])
    return Label(Rank.POINT, number, str(number), match.end())


def _nested(labels: list[Label | None]) -> list[Label | None]:
    """Labels that know their level: that of their rank, but for forms that this document nests otherwise.

    A form of higher rank lies within a lower one where the lower stands first and counts 1, 2, 3 to the end,
    while the higher comes up between its numbers. Every annex is judged by itself.
    """
    found: list[Label | None] = []
    begin = 0
    ends = [at for at, label in enumerate(labels) if label and label.rank is Rank.ANNEX]
    for end in (*ends, len(labels)):
        found += _nested_section(labels[begin:end])
        begin = end
    return found


def _nested_section(labels: Sequence[Label | None]) -> list[Label | None]:
    counted = [label for label in labels if label]
    ranks = sorted({label.rank for label in counted})
    order = ranks[:]
    for at in range(1, len(order)):
        # The form moves up past every one that lies within it.
        for place in range(at, 0, -1):
            if not _holds(counted, order[place], order[place - 1]):
                break
            order[place - 1], order[place] = order[place], order[place - 1]
    levels = dict(zip(order, ranks, strict=True))
    return [replace(label, level=levels[label.rank]) if label else None for label in labels]


def _holds(labels: Sequence[Label], outer: Rank, inner: Rank) -> bool:
    """Whether labels of a form count headings over those of `inner`, which has the higher rank."""
    places = [at for at, label in enumerate(labels) if label.rank is outer]
    if [labels[at].number for at in places] != list(range(1, len(places) + 1)) or len(places) < 2:
        return False
    first, second = places[0], places[1]
    before, between, after = labels[:first], labels[first:second], labels[second:]
    within = [at for at, label in enumerate(between) if label.rank is inner]
    return (
        bool(within)
        and not any(label.rank is inner for label in before)
        and all(label.rank > inner for label in between[: within[0]])
        and any(label.rank is inner for label in after)
    )

"""Footnotes of a page: each is taken to the place of its mark, wherever on the page it was written.

A mark is a link to a place below that is as short as [1], ① or *, and raised, answered by a link back, or
repeated where the note begins; so the entries of a table of contents are none.
"""

import re
from collections.abc import Iterator

from assistant.documents.html_tree import Part

NOTE = "note"  # the tag of a footnote that stands at its mark
_MARK = re.compile(r"[\[［〔【（(]?(?:注?\d{1,3}|[①-⑳]|[*＊†‡]{1,3})[\]］〕】）)]?")
_BACK = re.compile(r"[↑↩^⏎]?\ufe0e?|返回(?:正文)?")
_BLOCKS = ("p", "li", "div", "dd", "aside")
_LONGEST = 1_000  # characters

Path = tuple[Part, ...]  # the elements around an element, outermost first, and itself


def place_notes(body: Part) -> None:
    """Move the footnotes of a page to their marks, as elements of their own; the marks go."""
    paths = list(_paths(body, ()))
    targets: dict[str, int] = {}
    for at, path in enumerate(paths):
        for name in (path[-1].attributes.get("id"), path[-1].attributes.get("name")):
            if name:
                targets.setdefault(name, at)
    placed: set[int] = set()
    for at, path in enumerate(paths):
        link = path[-1]
        target = targets.get(link.attributes.get("href", "").removeprefix("#"), -1)
        if link.tag != "a" or not _MARK.fullmatch(link.text()) or target <= at:
            continue
        note = next((part for part in reversed(paths[target]) if part.tag in _BLOCKS), None)
        if note is None or note in path or id(note) in placed or not _answers(note, path):
            continue
        placed.add(id(note))
        _take_out(note, paths[target])
        link.children = [Part(NOTE, {}, [_words(note, link.text())])]
        link.tag = "span"


def _paths(part: Part, around: Path) -> Iterator[Path]:
    path = (*around, part)
    yield path
    for child in part.parts():
        yield from _paths(child, path)


def _answers(note: Part, mark: Path) -> bool:
    if len(note.text()) > _LONGEST:
        return False
    names = {f"#{part.attributes.get(key)}" for part in mark[-3:] for key in ("id", "name")} - {"#None"}
    links_back = any(path[-1].attributes.get("href") in names for path in _paths(note, ()))
    raised = any(part.tag == "sup" for part in (*mark[-3:], *(path[-1] for path in _paths(mark[-1], ()))))
    return links_back or raised or note.text().startswith(mark[-1].text())


def _take_out(note: Part, path: Path) -> None:
    parent = path[path.index(note) - 1]
    parent.children = [child for child in parent.children if child is not note]


def _words(note: Part, mark: str) -> str:
    """What a note says, without its mark and the link back."""
    words = "".join(_strings(note)).strip()
    return " ".join(words.removeprefix(mark).lstrip(" .．、:：\u3000\xa0").split())


def _strings(part: Part) -> Iterator[str]:
    for child in part.children:
        if isinstance(child, str):
            yield child
        elif child.tag != "a" or not _BACK.fullmatch(child.text()):
            yield from _strings(child)

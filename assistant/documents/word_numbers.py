"""The numbers that Word prints before paragraphs: numbering.xml read and counted, 一、（一）1. 第三条."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

from assistant.documents.printed_numbers import print_number

_DEEPEST = 9
_STYLES_ABOVE = 20  # styles may be based on one another in a circle


@dataclass
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    all_decimal: bool = False  # isLgl
    restart: int | None = None  # the level whose number begins this one anew; 0: none does


@dataclass
class _List:
    """A w:num: the levels as it overrides them, and the counters that it shares with its sisters."""

    shared: str
    levels: dict[int, _Level]
    restarts: dict[int, int] = field(default_factory=dict)  # levels that begin anew with this list


class WordNumbers:
    """Counts through a document: `label` is to be called once for every paragraph, in order."""

    def __init__(self, document: Any) -> None:
        part = getattr(document.part, "_numbering_part_if_any", None) or _numbering_part(document)
        self._styles = {
            style.get(qn("w:styleId")): style for style in document.styles.element.iter(qn("w:style"))
        }
        root = None if part is None else part.element
        self._abstract = (
            {} if root is None else {a.get(qn("w:abstractNumId")): a for a in root.iter(qn("w:abstractNum"))}
        )
        self._numbers = {} if root is None else {n.get(qn("w:numId")): n for n in root.iter(qn("w:num"))}
        self._lists: dict[str, _List | None] = {}
        self._counters: dict[str, dict[int, int]] = defaultdict(dict)

    def label(self, paragraph: Any) -> str:
        """The number that stands before a w:p element, with what parts it from the words; else ''."""
        identifier, level = self._numbering_of(paragraph)
        found = self._list(identifier) if identifier not in ("", "0") else None
        if found is None or level not in found.levels:
            return ""
        counters = self._counters[found.shared]
        if level in found.restarts:
            counters[level] = found.restarts.pop(level) - 1
        counters[level] = counters.get(level, found.levels[level].start - 1) + 1
        for deeper in [at for at in counters if at > level]:
            restart = found.levels[deeper].restart if deeper in found.levels else None
            if restart is None or level < restart:
                del counters[deeper]
        return self._printed(found, level, counters)

    def _printed(self, found: _List, level: int, counters: dict[int, int]) -> str:
        own = found.levels[level]
        if own.form == "none" and "%" in own.text:
            return ""
        if own.form == "bullet":
            return "• "
        text = own.text
        for at in range(_DEEPEST, -1, -1):
            if f"%{at + 1}" in text:
                of = found.levels.get(at, own)
                number = counters.setdefault(at, of.start)
                text = text.replace(
                    f"%{at + 1}", print_number(number, "decimal" if own.all_decimal else of.form)
                )
        # A number that ends in a digit or a point would run into 2023年.
        return text if own.suffix == "nothing" and text[-1:] not in ".．0123456789" else f"{text} ".lstrip()

    def _numbering_of(self, paragraph: Any) -> tuple[str, int]:
        """List and level, set for the paragraph itself or by its style."""
        properties = paragraph.find(qn("w:pPr"))
        own = None if properties is None else properties.find(qn("w:numPr"))
        style_element = None if properties is None else properties.find(qn("w:pStyle"))
        style = None if style_element is None else style_element.get(qn("w:val"))
        identifier, level = _read_numbering(own)
        for _ in range(_STYLES_ABOVE):
            if identifier is not None or style not in self._styles:
                break
            element = self._styles[style]
            from_style, style_level = _read_numbering(element.find(f"{qn('w:pPr')}/{qn('w:numPr')}"))
            if from_style is not None:
                identifier = from_style
                level = self._level_of_style(from_style, str(style), style_level) if level is None else level
            based_on = element.find(qn("w:basedOn"))
            style = None if based_on is None else based_on.get(qn("w:val"))
        return identifier or "", level or 0

    def _level_of_style(self, identifier: str, style: str, stated: int | None) -> int:
        """A list may say which style counts at which of its levels."""
        if stated is None and (abstract := self._abstract_of(identifier)) is not None:
            for level in abstract.iter(qn("w:lvl")):
                linked = level.find(qn("w:pStyle"))
                if linked is not None and linked.get(qn("w:val")) == style:
                    return int(level.get(qn("w:ilvl")))
        return stated or 0

    def _abstract_of(self, identifier: str) -> Any:
        number = self._numbers.get(identifier)
        reference = None if number is None else number.find(qn("w:abstractNumId"))
        return None if reference is None else self._abstract.get(reference.get(qn("w:val")))

    def _list(self, identifier: str) -> _List | None:
        if identifier not in self._lists:
            self._lists[identifier] = self._read_list(identifier)
        return self._lists[identifier]

    def _read_list(self, identifier: str) -> _List | None:
        abstract = self._abstract_of(identifier)
        if abstract is None:
            return None
        shared = abstract.get(qn("w:abstractNumId"))
        link = abstract.find(qn("w:numStyleLink"))
        if link is not None and (style := self._styles.get(link.get(qn("w:val")))) is not None:
            linked, _ = _read_numbering(style.find(f"{qn('w:pPr')}/{qn('w:numPr')}"))
            abstract = self._abstract_of(linked or "")
            if abstract is None:
                return None
        found = _List(
            shared, {int(lvl.get(qn("w:ilvl"))): _read_level(lvl) for lvl in abstract.iter(qn("w:lvl"))}
        )
        for override in self._numbers[identifier].iter(qn("w:lvlOverride")):
            at = int(override.get(qn("w:ilvl")))
            level = override.find(qn("w:lvl"))
            if level is not None:
                found.levels[at] = _read_level(level)
            start = override.find(qn("w:startOverride"))
            if start is not None:
                found.restarts[at] = int(start.get(qn("w:val")))
        return found


def _numbering_part(document: Any) -> Any:
    """The document's numbering, None where it has none: asking python-docx for it would make an empty one."""
    relations = document.part.rels.values()
    return next(
        (r.target_part for r in relations if r.reltype.endswith("/numbering") and not r.is_external), None
    )


def _read_numbering(properties: Any) -> tuple[str | None, int | None]:
    if properties is None:
        return None, None
    identifier, level = properties.find(qn("w:numId")), properties.find(qn("w:ilvl"))
    return (
        None if identifier is None else identifier.get(qn("w:val")),
        None if level is None else int(level.get(qn("w:val"))),
    )


def _read_level(element: Any) -> _Level:
    def value(tag: str) -> str | None:
        child = element.find(qn(tag))
        return None if child is None else child.get(qn("w:val"), "1")

    restart = value("w:lvlRestart")
    return _Level(
        start=int(value("w:start") or 1),
        form=value("w:numFmt") or "decimal",
        text=value("w:lvlText") or "",
        suffix=value("w:suff") or "tab",
        all_decimal=value("w:isLgl") not in (None, "0", "false"),
        restart=None if restart is None else int(restart),
    )

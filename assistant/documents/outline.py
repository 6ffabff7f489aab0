"""Mended text → clauses.

A clause begins at a label (labels.py), at a paragraph that bears a sign (signs.py), or at the first
unnumbered paragraph after the last numbered one; whatever else follows belongs to it. The clauses tile
the text: in order, they are the whole of it.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from assistant.documents.labels import NOTE, Label, Rank, is_title
from assistant.documents.models import Clause
from assistant.documents.numbering import read_labels
from assistant.documents.signs import Sign, read_sign
from assistant.documents.tables import read_tables

Kind = Literal["preamble", "body", "responsible", "closing", "annex", "colophon"]

_LONGEST_HEADING = 30
_OF_THE_DOCUMENT = re.compile(r"[施执实]行|实施|有效期|解释|废止|为准|特此")
_OFFICE = re.compile(r"^[^。，；：\d]{4,}(?:局|厅|政府|办公室|委员会)$")
_ONLY_ANNEX = "附件"
_UNLABELLED: dict[Kind, str] = {"preamble": "前言", "closing": "文末", "colophon": "版记"}


@dataclass(frozen=True)
class _Paragraph:
    """A line of the mended text, with the label that opens a clause or the sign that it bears."""

    line: str
    start: int
    label: Label | None
    sign: Sign | None
    ends_section: bool  # no label comes after it, or only that of an annex

    @property
    def is_row(self) -> bool:
        """Whether it is the row of a table."""
        return "\t" in self.line


@dataclass(eq=False)
class _Draft:
    """A clause while its paragraphs are collected; those with a label form a tree."""

    kind: Kind
    paragraphs: list[_Paragraph]
    label: Label | None = None
    above: list["_Draft"] = field(default_factory=list)  # the labelled clauses around it, outermost first
    path: str = ""
    heading: str = ""


def outline(policy_id: str, text: str) -> tuple[Clause, ...]:
    """The clauses of a mended text, in order: `"".join(clause.text for clause in clauses) == text`."""
    drafts = _collect(_read(text))
    _name(drafts)
    _assign_responsible(drafts)
    starts = [draft.paragraphs[0].start for draft in drafts]
    return tuple(
        Clause(
            policy_id=policy_id,
            path=draft.path,
            kind=draft.kind,
            heading=draft.heading,
            headings=tuple(other.heading for other in draft.above if other.heading),
            text=text[start:end],
            start=start,
            end=end,
            tables=read_tables([paragraph.line for paragraph in draft.paragraphs]),
        )
        for draft, start, end in zip(drafts, starts, [*starts, len(text)][1:], strict=True)
    )


def _read(text: str) -> list[_Paragraph]:
    """The paragraphs, with the labels that only list attachments told from those that open a clause."""
    lines = text.splitlines(keepends=True)
    labels = read_labels([line.rstrip("\n") for line in lines])
    last_of = {label.text: at for at, label in enumerate(labels) if label and label.rank is Rank.ANNEX}
    first = next((at for at, label in enumerate(labels) if label and label.text != _ONLY_ANNEX), len(lines))
    paragraphs: list[_Paragraph] = []
    start = 0
    for at, line in enumerate(lines):
        bare, label = line.rstrip("\n"), labels[at]
        sign = None if label else read_sign(bare)
        listed = bool(paragraphs) and paragraphs[-1].sign is Sign.ATTACHMENTS
        if label and label.rank is Rank.ANNEX and at < last_of[label.text]:
            # An annex that is named twice is listed first and printed later.
            label, sign = None, Sign.ATTACHMENTS
        elif label and label.text == _ONLY_ANNEX and at < first:
            # A notice's only annex is the plan itself, which people cite by its own numbers.
            label = None
        elif label and listed and label.rank >= Rank.POINT:
            label, sign = None, Sign.ATTACHMENTS
        paragraphs.append(_Paragraph(bare, start, label, sign, ends_section=False))
        start += len(line)
    return list(_with_section_ends(paragraphs))[::-1]


def _with_section_ends(paragraphs: list[_Paragraph]) -> Iterator[_Paragraph]:
    """The paragraphs from the last to the first, each knowing whether a label comes after it."""
    ends = True
    for paragraph in reversed(paragraphs):
        yield replace(paragraph, ends_section=ends)
        if paragraph.label:
            ends = paragraph.label.rank is Rank.ANNEX


def _collect(paragraphs: list[_Paragraph]) -> list[_Draft]:
    """Paragraphs gathered into clauses."""
    drafts: list[_Draft] = []
    around: list[_Draft] = []  # the labelled clause that a paragraph stands in, after those above it
    for paragraph in paragraphs:
        if paragraph.label:
            while around and _label(around[-1]).level >= paragraph.label.level:
                around.pop()
            root_rank = _label(around[0]).rank if around else paragraph.label.rank
            kind: Kind = "annex" if root_rank is Rank.ANNEX else "body"
            drafts.append(_Draft(kind, [paragraph], paragraph.label, [*around]))
            around.append(drafts[-1])
            continue
        unlabelled = _kind_of_unlabelled(paragraph, drafts[-1] if drafts else None, has_labels=bool(around))
        if drafts and unlabelled in (None, drafts[-1].kind):
            drafts[-1].paragraphs.append(paragraph)
        else:
            inside = [*around] if unlabelled == "responsible" else []
            drafts.append(_Draft(unlabelled or "preamble", [paragraph], None, inside))
    return drafts


def _kind_of_unlabelled(paragraph: _Paragraph, current: _Draft | None, *, has_labels: bool) -> Kind | None:
    """The kind of clause that a paragraph without a label belongs to; None: to the clause before it.

    A table belongs to the clause that it follows, and so do notes and the sentences right below it, but for
    those that speak of the document.
    """
    if current and (paragraph.is_row or NOTE.match(paragraph.line)):
        return None
    if current and current.paragraphs[-1].is_row and _goes_with_table(paragraph):
        return None
    if paragraph.sign in (Sign.ATTACHMENTS, Sign.ADDRESSEES):
        return "colophon"
    if current is None or not has_labels:
        return "preamble"
    if paragraph.sign is Sign.RESPONSIBLE and current.kind in ("body", "annex", "responsible"):
        return "responsible"
    if not paragraph.ends_section:
        return None
    if current.kind == "colophon":
        # After a list come the closing words; after the addressees the printing office and the date.
        return "closing" if current.paragraphs[-1].sign is Sign.ATTACHMENTS else None
    if current.kind == "responsible" or (current.kind == "body" and _is_complete(current, paragraph)):
        return "closing"
    return None


def _goes_with_table(paragraph: _Paragraph) -> bool:
    line = paragraph.line
    return line.endswith("。") and not paragraph.sign and not _OF_THE_DOCUMENT.search(line)


def _is_complete(last: _Draft, paragraph: _Paragraph) -> bool:
    """Whether the last numbered clause has its words, so that a further paragraph closes the document.

    A heading without words still waits for them; an article may have several paragraphs, as may a heading
    have below it, and only the signature ends it.
    """
    if _label(last).rank is Rank.ARTICLE:
        return is_title(paragraph.line)
    first = last.paragraphs[0].line
    if first.endswith(("？", "?")):  # it waits for its answer
        return "。" in last.paragraphs[-1].line and bool(_OF_THE_DOCUMENT.search(paragraph.line))
    if "。" in first:
        return True
    return (
        _label(last).rank is Rank.HEADING
        and last.paragraphs[-1].line.endswith("。")
        and bool(_OFFICE.search(paragraph.line))
    )


def _label(draft: _Draft) -> Label:
    assert draft.label is not None
    return draft.label


def _name(drafts: list[_Draft]) -> None:
    """Give every clause but the 责任单位 lines its heading and its path, unique in the document."""
    used: Counter[str] = Counter()
    for draft in drafts:
        if draft.kind == "responsible":
            continue
        if draft.label:
            draft.heading = _heading(draft, draft.label)
            # 2.1.3 says by itself that it lies in 2 and 2.1.
            around = [d for d in draft.above if not draft.label.text.startswith(f"{_label(d).text}.")]
            draft.path = _joined(around[-1].path if around else "", draft.label.text)
        else:
            draft.path = _UNLABELLED[draft.kind]
        used[draft.path] += 1
        if used[draft.path] > 1:
            draft.path += f"{'~' if draft.label else ''}{used[draft.path]}"


def _assign_responsible(drafts: list[_Draft]) -> None:
    """Give every 责任单位 line the path of the clause that it speaks for."""
    spoken_for: set[str] = set()
    for at, draft in enumerate(drafts):
        if draft.kind != "responsible":
            continue
        following = next((other for other in drafts[at + 1 :] if other.label), None)
        owner = _owner(draft.above, drafts[:at], following, spoken_for)
        spoken_for.add(owner.path)
        draft.path, draft.heading, draft.above = owner.path, "责任单位", [*owner.above, owner]


def _owner(
    around: list[_Draft], before: list[_Draft], following: _Draft | None, spoken_for: set[str]
) -> _Draft:
    """The outermost clause that ends at the line; none above one whose sisters have lines of their own."""
    owner = around[-1]
    while owner.above and not (following and owner.above[-1] in following.above):
        sisters = [d for d in before if d.label and d.above == owner.above and d is not owner]
        if not sisters or any(sister.path in spoken_for for sister in sisters):
            break
        owner = owner.above[-1]
    return owner


def _heading(draft: _Draft, label: Label) -> str:
    """The words up to the first full stop or colon where they are short, or all where there is none."""
    if label.rank is Rank.ANNEX:
        return _annex_title(draft, label)
    words = re.split(r"[。：:；;]", draft.paragraphs[0].line[label.length :], maxsplit=1)
    is_prose = len(words) > 1
    if is_prose and (label.rank is Rank.ARTICLE or len(words[0]) > _LONGEST_HEADING):
        return ""
    return words[0].strip()


def _annex_title(draft: _Draft, label: Label) -> str:
    """What stands beside the label, or in the lines between it and the table or the prose."""
    title = draft.paragraphs[0].line[label.length :].strip()
    for paragraph in draft.paragraphs[1:] if not title else []:
        if not is_title(paragraph.line):
            break
        title += paragraph.line
    return title


def _joined(path: str, label: str) -> str:
    """A path with one more label; a dot keeps two numbers of one script apart (附件1·1)."""
    before, after = path[-1:], label[:1]
    collide = before.isnumeric() and after.isnumeric() and before.isdecimal() == after.isdecimal()
    return f"{path}·{label}" if collide else path + label

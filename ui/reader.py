"""The policy reader: each policy whole, every clause with an address, every amount explained."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse

from assistant.bootstrap import Assistant
from assistant.dialogue.models import AmountMark, AmountNote, Citation, ClauseText, PolicyOut, PolicyText
from assistant.errors import BadInput
from ui.card import Badge, validity_badge
from ui.look import Look
from ui.render import render

_RANGE = re.compile(r"(\d{1,7})-(\d{1,7})", re.ASCII)
_LONGEST_HEADING = 40
_KINDS = {"benefit": "补贴", "adjustment": "调整", "limit": "限制", "set_aside": "不是补贴"}


@dataclass(frozen=True)
class Piece:
    """A stretch of a clause that looks the same throughout."""

    text: str
    found: bool = False  # the words that the reader was led to
    kind: str = ""  # of an amount: benefit, set_aside …
    numbers: tuple[int, ...] = ()  # of its notes; only where the amount ends


@dataclass(frozen=True)
class Block:
    """A heading, a paragraph, or a table's row of cells."""

    kind: str
    cells: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True)
class Note:
    """What an amount is."""

    number: int
    kind: str
    word: str
    text: str


@dataclass(frozen=True)
class Section:
    """A clause as the page shows it."""

    anchor: str
    label: str
    heading: str
    level: int
    blocks: tuple[tuple[str, tuple[Block, ...]], ...]  # runs of blocks of one kind
    notes: tuple[Note, ...]
    found: bool
    responsible: bool


@dataclass(frozen=True)
class Listed:
    """A policy in the list."""

    policy: PolicyOut
    validity: Badge


def add_reader(app: FastAPI, assistant: Callable[[], Assistant], clock: Callable[[], date]) -> None:
    """The addresses of the reader."""

    @app.get("/policies", include_in_schema=False)
    def listing(request: Request) -> HTMLResponse:
        look = Look.read(dict(request.query_params))
        listed = [Listed(one, policy_badge(one)) for one in assistant().policies(as_of=clock())]
        values = {"root": "", "here": "policies", "self_address": "policies", "look": look}
        return HTMLResponse(render("policies.html", listed=listed, **values))

    @app.get("/policies/{policy_id}", include_in_schema=False)
    def policy(policy_id: str, request: Request) -> HTMLResponse:
        look = Look.read(dict(request.query_params))
        values = {"root": "../", "here": "policies", "self_address": policy_id, "look": look}
        try:
            text = assistant().policy_text(policy_id, as_of=clock())
        except BadInput as error:
            page = render("message.html", thanks=False, problem=str(error), **values)
            return HTMLResponse(page, 404)
        found = sections(text, read_range(request.query_params.get("q", "")))
        badge = policy_badge(text.about)
        return HTMLResponse(render("policy.html", text=text, validity=badge, sections=found, **values))


def read_range(written: str) -> range:
    """Where the words stand that are to be marked, 120-160; empty for anything else."""
    match = _RANGE.fullmatch(written)
    return range(int(match[1]), int(match[2])) if match else range(0)


def policy_badge(policy: PolicyOut) -> Badge:
    """Where a policy stands, in a few words."""
    return validity_badge(
        Citation(
            policy_id=policy.id,
            title=policy.title,
            document_number=policy.document_number,
            path="",
            quote="",
            validity=policy.validity,
            valid_from=policy.valid_from,
            valid_to=policy.valid_to,
            period=policy.period,
        )
    )


def sections(text: PolicyText, marked: range) -> list[Section]:
    """The clauses of a policy; `marked`: the stretch of its whole text to point out."""
    taken: set[str] = set()
    number, made = 0, []
    for clause in text.clauses:
        notes = tuple(_note(number + at, note) for at, note in enumerate(clause.notes, start=1))
        number += len(notes)
        found = range(max(marked.start - clause.start, 0), min(marked.stop - clause.start, len(clause.text)))
        made.append(
            Section(
                anchor=_anchor(clause, taken),
                label=clause.path if clause.kind != "responsible" else f"{clause.path} 责任单位",
                heading=clause.heading,
                level=min(clause.level, 2),
                blocks=_runs(_blocks(clause, _cut(clause, notes, found))),
                notes=notes,
                found=len(found) > 0,
                responsible=clause.kind == "responsible",
            )
        )
    return made


def _anchor(clause: ClauseText, taken: set[str]) -> str:
    """The address of a clause within its page: its path; the lines beside it are counted on."""
    anchor = clause.path if clause.kind != "responsible" else f"{clause.path}-责任单位"
    while anchor in taken:
        anchor += "-"
    taken.add(anchor)
    return anchor


def _note(number: int, note: AmountNote) -> Note:
    return Note(number, note.kind, _KINDS[note.kind], note.text)


def _cut(clause: ClauseText, notes: Sequence[Note], found: range) -> list[tuple[int, Piece]]:
    """The clause in pieces, each with where it begins."""
    ends = {0, len(clause.text), found.start, found.stop} if len(found) else {0, len(clause.text)}
    ends |= {end for mark in clause.marks for end in (mark.start, mark.end)}
    # Lines and cells part pieces, too: what is marked may run over several.
    ends |= {at + step for at, sign in enumerate(clause.text) if sign in "\n\t" for step in (0, 1)}
    cuts = sorted(ends)
    pieces = []
    for start, end in pairwise(cuts):
        mark = next((mark for mark in clause.marks if mark.start <= start < mark.end), None)
        pieces.append((start, _piece(clause.text[start:end], mark, notes, end, start in found)))
    return pieces


def _piece(text: str, mark: AmountMark | None, notes: Sequence[Note], end: int, found: bool) -> Piece:
    if mark is None or not mark.notes:
        return Piece(text, found)
    told = [notes[at] for at in mark.notes]
    numbers = tuple(note.number for note in told) if end == mark.end else ()
    return Piece(text, found, told[0].kind, numbers)


def _blocks(clause: ClauseText, pieces: Sequence[tuple[int, Piece]]) -> Iterable[Block]:
    starts = [start for start, _ in pieces]
    position = 0
    for index, line in enumerate(clause.text.splitlines(keepends=True)):
        begin, position = position, position + len(line)
        first, last = bisect_right(starts, begin) - 1, bisect_right(starts, position - 1)
        own = [piece for _, piece in pieces[first:last]]
        if not line.strip():
            continue
        if "\t" in line:
            yield Block("row", _cells(own))
        else:
            words = line.strip()
            heading = (
                index == 0 and bool(clause.heading) and len(words) <= _LONGEST_HEADING and "。" not in words
            )
            kept = tuple(piece for piece in own if piece.text != "\n")
            yield Block("heading" if heading else "text", (kept,))


def _cells(pieces: Sequence[Piece]) -> tuple[tuple[Piece, ...], ...]:
    cells: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.text == "\t":
            cells.append([])
        elif piece.text != "\n":
            cells[-1].append(replace(piece, text=piece.text.strip()))
    return tuple(map(tuple, cells))


def _runs(blocks: Iterable[Block]) -> tuple[tuple[str, tuple[Block, ...]], ...]:
    """Blocks of one kind that follow each other, together: rows make a table."""
    runs: list[tuple[str, list[Block]]] = []
    for block in blocks:
        if runs and runs[-1][0] == block.kind == "row":
            runs[-1][1].append(block)
        else:
            runs.append((block.kind, [block]))
    return tuple((kind, tuple(run)) for kind, run in runs)

"""What a new version of a document changes, clause by clause, its amounts marked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from assistant.documents.labels import read_label
from assistant.documents.models import Clause
from assistant.rules.figures import find_figures

Kind = Literal["changed", "added", "removed", "moved"]
KINDS: dict[Kind, str] = {"changed": "改", "added": "增", "removed": "删", "moved": "移"}
_AROUND = 6  # tokens shown on either side of a difference
_ALIKE = 0.6  # from this on two clauses are versions of one


@dataclass(frozen=True)
class Change:
    """A clause that is not what it was; a path is None where the clause is not there."""

    kind: Kind
    old_path: str | None
    new_path: str | None
    removed: tuple[str, ...] = ()  # the words that went, in order, in 【】 within those around them
    added: tuple[str, ...] = ()
    old_amounts: tuple[str, ...] = ()  # where the amounts differ: those of the clause, in order
    new_amounts: tuple[str, ...] = ()

    @property
    def where(self) -> str:
        """The clause, with its former path where that is another: 第四条（原 第三条）."""
        moved = self.new_path and self.old_path not in (None, self.new_path)
        return (self.new_path or self.old_path or "") + (f"（原 {self.old_path}）" if moved else "")

    @property
    def amounts(self) -> str:
        """Its amounts before and after, where they differ: 700元 → 900元."""
        if not self.changes_amounts:
            return ""
        return f"{'、'.join(self.old_amounts) or '无'} → {'、'.join(self.new_amounts) or '无'}"

    @property
    def changes_amounts(self) -> bool:
        """Whether an amount is other than it was."""
        return self.old_amounts != self.new_amounts


def compare_clauses(old: Sequence[Clause], new: Sequence[Clause]) -> tuple[Change, ...]:
    """The clauses that differ, in the order of the new document, those that are gone at the end."""
    before = [clause for clause in old if clause.kind != "colophon"]
    after = [clause for clause in new if clause.kind != "colophon"]
    partner = _paired(before, after)
    changes: list[Change] = []
    for clause in after:
        former = partner.get(clause.id)
        if former is None:
            changes.append(
                Change("added", None, clause.path, added=(_squeezed(clause),), new_amounts=amounts_of(clause))
            )
        elif (change := _change(former, clause)) is not None:
            changes.append(change)
    kept = {former.id for former in partner.values()}
    changes += [
        Change("removed", c.path, None, removed=(_squeezed(c),), old_amounts=amounts_of(c))
        for c in before
        if c.id not in kept
    ]
    return tuple(changes)


def amounts_of(clause: Clause) -> tuple[str, ...]:
    """The amounts of a clause with their units, as printed, in order."""
    found = []
    for figure in find_figures(clause.text):
        unit = clause.text[figure.span.end : figure.span.end + 3].strip()
        ending = (
            "%"
            if unit[:1] in "%％"
            else unit[:2]
            if unit[:1] in "万亿"
            else unit[:1]
            if unit[:1] == "元"
            else ""
        )
        found.append("".join((clause.text[figure.span.start : figure.span.end] + ending).split()))
    return tuple(found)


def _paired(before: Sequence[Clause], after: Sequence[Clause]) -> dict[str, Clause]:
    """New clause's id → the old clause that it is a version of: same words, else same path, else alike."""
    left = {clause.id: clause for clause in before}
    pairs: dict[str, Clause] = {}

    def take(clause: Clause, former: Clause | None) -> None:
        if former is not None:
            pairs[clause.id] = former
            del left[former.id]

    for clause in after:
        same = [c for c in left.values() if _words(c) == _words(clause)]
        take(clause, next((c for c in same if c.path == clause.path), same[0] if same else None))
    for clause in (c for c in after if c.id not in pairs):
        there = next((c for c in left.values() if (c.path, c.kind) == (clause.path, clause.kind)), None)
        take(clause, there if there and _alike(there, clause) >= _ALIKE / 2 else None)
    for clause in (c for c in after if c.id not in pairs):
        best = max(left.values(), key=lambda c: _alike(c, clause), default=None)
        take(clause, best if best and _alike(best, clause) >= _ALIKE else None)
    return pairs


def _change(former: Clause, clause: Clause) -> Change | None:
    if _words(former) == _words(clause):
        return None if former.path == clause.path else Change("moved", former.path, clause.path)
    old, new = _tokens(former), _tokens(clause)
    removed, added = [], []
    for step, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if step != "equal":
            removed.append(_shown(old, a, b))
            added.append(_shown(new, c, d))
    differ = amounts_of(former) != amounts_of(clause)
    return Change(
        "changed",
        former.path,
        clause.path,
        tuple(filter(None, removed)),
        tuple(filter(None, added)),
        amounts_of(former) if differ else (),
        amounts_of(clause) if differ else (),
    )


def _tokens(clause: Clause) -> list[str]:
    """Numbers whole, all else by the character."""
    return re.findall(r"\d+(?:\.\d+)?|.", _words(clause))


def _shown(tokens: Sequence[str], start: int, end: int) -> str:
    """The tokens that differ, with a few on either side so that a person finds them; "" for none."""
    if start == end:
        return ""
    before, behind = tokens[max(0, start - _AROUND) : start], tokens[end : end + _AROUND]
    return f"{''.join(before)}【{''.join(tokens[start:end])}】{''.join(behind)}"


def _alike(old: Clause, new: Clause) -> float:
    matcher = SequenceMatcher(None, _words(old), _words(new), autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _ALIKE / 2 else 0.0


def _words(clause: Clause) -> str:
    """The clause's text without its label and white space: numbers of clauses change with their place."""
    label = read_label(clause.text.split("\n", 1)[0])
    return "".join(clause.text[label.length if label else 0 :].split())


def _squeezed(clause: Clause) -> str:
    return "".join(clause.text.split())

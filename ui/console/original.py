"""A clause in the document's own words, with what stands before and after it."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.documents.library import Library
from assistant.documents.models import Clause, Policy
from assistant.documents.quotes import locate_quote
from assistant.errors import BadInput


@dataclass(frozen=True)
class Original:
    """A clause and its neighbours in the text; None at the document's ends."""

    policy: Policy
    clause: Clause
    before: Clause | None
    after: Clause | None
    spans: tuple[tuple[int, int], ...]  # what is to be highlighted, offsets into the clause's text


def original(
    library: Library, policy_id: str, path: str, passage: str = "", spans: Sequence[Sequence[int]] = ()
) -> Original:
    """A clause with its neighbours; `spans` are offsets into `passage`, which stands in the clause.

    Without spans the whole passage is highlighted. Raises BadInput where there is no such clause.
    """
    policy = library.get(policy_id)
    clause = policy.clause(path) if policy else None
    if policy is None or clause is None:
        raise BadInput("没有这一条。")
    around = [one for one in policy.clauses if one.kind != "responsible"]
    at = around.index(clause)
    start = _found_at(clause, passage)
    inside = [] if start is None else [(start + one[0], start + one[1]) for one in spans]
    if not inside and start is not None:
        inside = [(start, start + len(passage))]
    return Original(
        policy,
        clause,
        around[at - 1] if at else None,
        around[at + 1] if at + 1 < len(around) else None,
        tuple(inside),
    )


def _found_at(clause: Clause, passage: str) -> int | None:
    found = locate_quote(clause.text, passage) if passage else None
    return None if not found else clause.text.find(found)

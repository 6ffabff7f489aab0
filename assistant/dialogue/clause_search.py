"""Searching clauses, as somebody does who wants to read them: a list, best first, and no answer."""

from dataclasses import replace
from datetime import date

from assistant.dialogue.answers.desk import Desk
from assistant.dialogue.answers.nearest_clauses import rank
from assistant.dialogue.answers.selection import applicable, narrower, rules_on
from assistant.dialogue.matter import merge
from assistant.dialogue.models import Session
from assistant.dialogue.understand import Understanding
from assistant.documents.models import Policy
from assistant.search.search import Hit


def search_clauses(
    desk: Desk, understanding: Understanding, query: str, *, region: str | None, on: date, limit: int
) -> list[Hit]:
    """The nearest clauses of a place; of the places that the query names, where `region` (a code) is None.

    A place's clauses are those of its own policies and of the policies of places above and inside it; without
    any place all are searched, and where the place has none, nothing is found. Raises BadInput, in Chinese,
    for a query that cannot be read.
    """
    session = Session(regions=() if region is None else (region,))
    reading = understanding.read(query, session, on)
    if region is not None:
        reading = replace(reading, regions=())
    matter = merge(session, reading, desk.rulebook, default_region=region, today=on)
    policies = _policies_of(desk, matter.regions)
    rules = rules_on(desk.rulebook, policies, matter.topics, on)
    hits = rank(desk, reading, matter, policies, rules, limit=limit)
    # What is lifted for its topic or year and shares nothing with the query is not what was searched for.
    return [hit for hit in hits if hit.keyword.score > 0 or (hit.dense and hit.dense.score > 0)]


def _policies_of(desk: Desk, regions: tuple[str, ...]) -> tuple[Policy, ...]:
    if not regions:
        return desk.library.policies
    near = (
        policy
        for region in regions
        for find in (applicable, narrower)
        for policy in find(desk.library, desk.regions, region)
    )
    return tuple(dict.fromkeys(near))

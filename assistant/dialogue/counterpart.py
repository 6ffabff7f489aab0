"""What texts say of a place that they name; 那宁德呢: what the clause quoted last, or the place's, says."""

import re
from collections.abc import Sequence

from assistant.dialogue.clause_words import passage
from assistant.dialogue.desk import Answer, Cited, Desk, document
from assistant.dialogue.matter import Matter
from assistant.dialogue.nearest_clauses import UNSURE_COVERAGE
from assistant.dialogue.validity_answer import validity_lines
from assistant.documents.models import Clause, Policy
from assistant.search.tokens import fold

# So much of a clause says what it is about.
_OPENING = 150
_MOST = 3  # sentences
_SENTENCE = re.compile(r"[^。；;\n]+[。；;]?")


def answer_counterpart(desk: Desk, matter: Matter, policies: Sequence[Policy]) -> Answer | None:
    """What the place that was named has on the matter of the clause that was quoted last.

    None where nothing was quoted, or nothing comes near it there. `policies`: those of the place.
    """
    policy = desk.library.get(matter.policy) if matter.policy else None
    clause = desk.library.clause(policy.id, matter.path) if policy and matter.path else None
    if policy is None or clause is None:
        return None
    cited = (
        _on_the_place(desk, matter, policy, clause) if policy in policies else _near(desk, clause, policies)
    )
    if not cited:
        return None
    return _quoting(cited, matter)


def answer_naming(desk: Desk, matter: Matter, policies: Sequence[Policy]) -> Answer | None:
    """The sentences of the texts above it that name a place without a text of its own (厦门市重点围绕).

    None where no text names it.
    """
    if any(policy.about.region in matter.regions for policy in desk.library.policies):
        return None
    clauses = (
        (policy, clause)
        for policy in policies
        for clause in policy.clauses
        if clause.kind in ("body", "annex")
    )
    cited = tuple(c for policy, clause in clauses for c in _on_the_place(desk, matter, policy, clause))
    return _quoting(cited[:_MOST], matter) if cited else None


def _quoting(cited: Sequence[Cited], matter: Matter) -> Answer:
    lines = [f"**{document(cited[0].policy)} {cited[0].path}**写的是：", "", *(f"> {c.quote}" for c in cited)]
    lines += ["", *validity_lines([cited[0].policy], matter.on)]
    return Answer("answered", "\n".join(lines), tuple(cited))


def _on_the_place(desk: Desk, matter: Matter, policy: Policy, clause: Clause) -> tuple[Cited, ...]:
    """The sentences of the clause that name the place: 宁德市重点围绕锂电新能源."""
    names = [desk.regions.region(code).name.rstrip("省市区县") for code in matter.regions]
    said = (s.strip() for s in _SENTENCE.findall(clause.text) if any(name in s for name in names))
    return tuple(Cited(policy, clause.path, sentence) for sentence in said)


def _near(desk: Desk, clause: Clause, policies: Sequence[Policy]) -> tuple[Cited, ...]:
    """The clause of the place's policies that speaks of the same, where one comes near enough."""
    query = fold(f"{clause.heading} {clause.text[:_OPENING]}")
    hits = desk.searcher.search(query, policies=[policy.id for policy in policies], limit=1)
    found = [hit.clause for hit in hits if hit.coverage >= UNSURE_COVERAGE]
    return tuple(Cited(desk.policy_of(one), one.path, passage(desk, one, query)) for one in found)

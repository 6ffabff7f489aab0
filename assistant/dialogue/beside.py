"""The clause nearest to a question, beside benefits that have no figure: it may say what was asked."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.dialogue.benefit_lines import is_unstated
from assistant.dialogue.clause_words import passage
from assistant.dialogue.desk import Answer, Cited, Desk, label, unique
from assistant.dialogue.granted import granted
from assistant.dialogue.lookup_answer import find
from assistant.dialogue.matter import Matter
from assistant.dialogue.understand import Reading
from assistant.documents.models import Policy

# The share of a question that a clause must say to be told beside what its topic names.
_MUCH = 0.5


def with_nearest(
    desk: Desk, answer: Answer, reading: Reading, matter: Matter, policies: Sequence[Policy]
) -> Answer:
    """The answer, with a clause that says much of the question and is not cited yet, and what that grants.

    A figure answers by itself: where there is one, nothing is added.
    """
    if any(e.amount is not None and not is_unstated(e) for e in answer.entitlements):
        return answer
    hits = find(desk, reading, matter, policies, ())[:1]
    paths = {(c.policy.id, c.path) for c in answer.cited}
    told = {e.rule.benefit.id for e in answer.entitlements}
    for hit in hits:
        if hit.coverage >= _MUCH and (hit.clause.policy_id, hit.clause.path) not in paths:
            near = Cited(desk.policy_of(hit.clause), hit.clause.path, passage(desk, hit.clause, reading.text))
            more = (e for e in granted(desk, reading, matter, (near,), ()) if e.rule.benefit.id not in told)
            words = f"相关的条文：\n> {near.quote} ——{label(near.policy)} {near.path}"
            return replace(
                answer,
                text=f"{answer.text}\n\n{words}",
                cited=unique((*answer.cited, near)),
                entitlements=(*answer.entitlements, *more),
                notices=(*answer.notices, words),
            )
    return answer

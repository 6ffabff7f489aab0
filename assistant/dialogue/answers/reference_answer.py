"""The clause that a message names by its number, as it stands."""

from collections.abc import Sequence

from assistant.dialogue.answers.clause_words import opening
from assistant.dialogue.answers.desk import AFTER_A_CLAUSE, Answer, Cited, document
from assistant.dialogue.answers.validity_answer import over, over_first, validity_of
from assistant.dialogue.language.clause_reference import referred_clauses
from assistant.dialogue.matter import Matter
from assistant.dialogue.reading import Reading
from assistant.documents.models import Clause, Policy

_MOST = 3


def answer_reference(reading: Reading, matter: Matter, policies: Sequence[Policy]) -> Answer | None:
    """The clause that the message names by its number, as it stands; None where it names none."""
    if not (reading.policies or matter.regions) or reading.topics:
        return None
    nearest = tuple(policies) if reading.policies else tuple(policies)[:1]
    named = referred_clauses(reading.text, nearest)
    if named is None:
        return None
    if not named:
        names = "、".join(document(policy) for policy in nearest)
        return Answer("not_found", f"**{names}里没有这一条。**请核对条款的编号，或者直接说想问什么。")
    cited = tuple(one for policy, clause in named[:_MOST] for one in _words(policy, clause, reading))
    past = over(nearest, matter.latest)
    lines = over_first(past, matter.latest)
    for c in cited:
        lines += [f"**{document(c.policy)} {c.path}**写的是：", "", f"> {c.quote}", ""]
    lines += [] if past else validity_of(cited, matter.on)
    return Answer("answered", "\n".join(lines), cited, suggestions=AFTER_A_CLAUSE)


def _words(policy: Policy, clause: Clause, reading: Reading) -> list[Cited]:
    """The clause as it stands; whoever asks whose duty it is hears the line that says so first."""
    line = policy.responsible(clause.path) if "responsible" in reading.intents else None
    duty = [Cited(policy, line.path, line.text.strip())] if line is not None else []
    return [*duty, Cited(policy, clause.path, opening(clause))]

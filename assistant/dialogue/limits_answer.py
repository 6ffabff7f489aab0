"""How often, and whether again: the limits that a place's policies set."""

from collections.abc import Sequence

from assistant.dialogue.desk import AFTER_A_CLAUSE, Answer, Cited, label, quoted, unique
from assistant.dialogue.matter import Matter
from assistant.dialogue.validity_answer import validity_of
from assistant.rules.rulebook import Rule


def answer_limits(matter: Matter, rules: Sequence[Rule]) -> Answer | None:
    """How often, and whether again: the limits of the place's policies; None where they set none."""
    limits = list(dict.fromkeys((rule.policy, limit) for rule in rules for limit in rule.limits))
    if not limits:
        return None
    cited = unique(Cited(policy, limit.clause, limit.quote) for policy, limit in limits)
    lines = list(
        dict.fromkeys(f"- **{limit.say}**（{label(policy)} {limit.clause}）" for policy, limit in limits)
    )
    lines += ["", *map(quoted, cited), "", *validity_of(cited, matter.on)]
    return Answer("answered", "\n".join(lines), cited, suggestions=AFTER_A_CLAUSE)

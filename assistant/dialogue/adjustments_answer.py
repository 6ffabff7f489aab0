"""What changes other benefits' amounts (提高30%, 上浮不超过30%)."""

from collections.abc import Sequence

from assistant.dialogue.desk import AFTER_A_CLAUSE, Answer, Cited, Desk, label, quoted, unique
from assistant.dialogue.matter import Matter
from assistant.dialogue.validity_answer import validity_of
from assistant.documents.models import Policy
from assistant.rules.models import Adjustment


def answer_adjustments(desk: Desk, matter: Matter, policies: Sequence[Policy]) -> Answer | None:
    """What changes other benefits' amounts (提高30%, 上浮不超过30%); None where nothing does."""
    adjustments = dict.fromkeys(
        (policy, adjustment)
        for policy in policies
        for rule in desk.rulebook.of_policy(policy.id)
        for adjustment in rule.adjustments
        if adjustment.topic in matter.topics
    )
    if not adjustments:
        return None
    cited = unique(Cited(policy, adjustment.clause, adjustment.quote) for policy, adjustment in adjustments)
    lines = [
        f"**{_adjusted(adjustment)}**（{label(policy)} {adjustment.clause}）"
        for policy, adjustment in adjustments
    ]
    lines += ["", *map(quoted, cited)]
    points = [point for _, adjustment in adjustments for point in adjustment.open_points]
    if points:
        lines += ["", "条文没有写明的：" + "；".join(points)]
    lines += ["", *validity_of(cited, matter.on)]
    return Answer("answered", "\n".join(lines), cited, suggestions=AFTER_A_CLAUSE)


def _adjusted(adjustment: Adjustment) -> str:
    if adjustment.raise_percent is None:
        return f"{adjustment.name}：可以提高，条文没有写明提高多少"
    words = "最多上浮" if adjustment.at_most else "提高"
    return f"{adjustment.name}：在规定标准上{words}{adjustment.raise_percent}%"

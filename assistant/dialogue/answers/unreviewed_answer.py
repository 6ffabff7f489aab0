"""Answers from policies whose rules nobody has reviewed: their words, quoted, and no amount computed."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.dialogue.answers.desk import Answer, Cited, Desk, quoted, unique
from assistant.dialogue.answers.lookup_answer import NOT_COMPUTED, answer_lookup
from assistant.dialogue.answers.selection import unreviewed
from assistant.dialogue.answers.validity_answer import over, over_first, validity_lines
from assistant.dialogue.matter import Matter
from assistant.dialogue.reading import Reading
from assistant.documents.models import Policy

MOST_QUOTES = 8


def quote_unreviewed(
    desk: Desk, reading: Reading, matter: Matter, computed: Answer | None, *, every: bool
) -> Answer | None:
    """What was computed, behind the words of the place's policies that have drafts on the matter only.

    `every`: all that the policies grant is asked for. None where nothing was computed and nothing is quoted.
    """
    policies = unreviewed(desk, matter.regions, matter.topics)
    policies = tuple(p for p in policies if not reading.policies or p.id in reading.policies)
    drafts = [
        rule
        for p in policies
        for rule in desk.rulebook.drafts_of(p.id)
        if rule.benefit.topic in matter.topics
    ]
    if not policies or (computed and not drafts and not every):
        return computed
    words = (
        _grants(desk, matter, policies) if every else answer_lookup(desk, reading, matter, policies, drafts)
    )
    if words is None or words.status != "answered":
        return computed
    if computed is None:
        return words
    text = f"{words.text}\n\n{computed.text}"
    return replace(computed, text=text, cited=unique((*words.cited, *computed.cited)))


def _grants(desk: Desk, matter: Matter, policies: Sequence[Policy]) -> Answer | None:
    """All that the drafts found, in the texts' words; None where nothing was drafted."""
    drafts = [rule for policy in policies for rule in desk.rulebook.drafts_of(policy.id)]
    cited = unique(Cited(rule.policy, rule.clause.path, rule.quote) for rule in drafts)
    if not cited:
        return None
    shown = cited[:MOST_QUOTES]
    past = over(dict.fromkeys(c.policy for c in shown), matter.latest)
    lines = [*over_first(past, matter.latest), NOT_COMPUTED.format(office=cited[0].policy.about.office), ""]
    lines += map(quoted, shown)
    if len(cited) > MOST_QUOTES:
        lines.append(f"还有{len(cited) - MOST_QUOTES}处写了金额，请说具体一点。")
    running = [policy for policy in dict.fromkeys(c.policy for c in shown) if policy not in past]
    lines += ["", *validity_lines(running, matter.on)]
    return Answer("answered", "\n".join(lines), shown, suggestions=("这个政策还有效吗？",))

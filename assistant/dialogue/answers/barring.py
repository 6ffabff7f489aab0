"""What was said that bars other benefits than those told: 拿养老金的, beside a firm's support."""

from collections.abc import Iterable

from assistant.dialogue.answers.desk import label
from assistant.dialogue.facts.said import HISTORY
from assistant.dialogue.reading import Reading
from assistant.documents.models import Policy
from assistant.rules.assess import Entitlement
from assistant.rules.conditions import comparisons, judge
from assistant.rules.models import Limit
from assistant.rules.rulebook import Rulebook


def barring_limits(
    rulebook: Rulebook, reading: Reading, entitlements: Iterable[Entitlement]
) -> list[tuple[Policy, Limit]]:
    """The limits that something in the message meets, where they bound none of these benefits but others."""
    entitlements = list(entitlements)
    bounding = {(e.rule.policy.id, limit.id) for e in entitlements for limit in e.rule.limits}
    every = {
        (policy.id, limit.id): (policy, limit)
        for policy in dict.fromkeys(e.rule.policy for e in entitlements)
        for rule in rulebook.of_policy(policy.id)
        for limit in rule.limits
    }
    book = rulebook.book
    return [
        (policy, limit)
        for key, (policy, limit) in every.items()
        if key not in bounding and judge(limit.blocked_when, reading.facts, book).truth
    ]


def limits_told_of(reading: Reading, entitlements: Iterable[Entitlement]) -> list[tuple[Policy, Limit]]:
    """The limits of these benefits that hang on something the message says: 今年领过一次."""
    told = {
        (e.rule.policy.id, limit.id): (e.rule.policy, limit)
        for e in entitlements
        for limit in e.rule.limits
        if any(c.fact in HISTORY & reading.facts.keys() for c in comparisons(limit.blocked_when))
    }
    return list(told.values())


def barred_note(policy: Policy, limit: Limit) -> str:
    """A limit in a sentence."""
    return f"另外，条文写明“{limit.quote}”：{limit.say_blocked}（{label(policy)} {limit.clause}）。"

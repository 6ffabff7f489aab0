"""Which benefits of a case are told in full, in which order, and which belong to its conclusion."""

from collections.abc import Iterable, Sequence

from assistant.dialogue.answers.benefit_lines import is_unstated
from assistant.dialogue.answers.selection import is_jobless
from assistant.dialogue.answers.totals import Case
from assistant.dialogue.facts.said import ASKER
from assistant.dialogue.matter import Matter
from assistant.documents.models import Validity
from assistant.rules.assess import Entitlement
from assistant.rules.conditions import comparisons, is_borne_out, is_of_another_kind

# More than this a telephone's screen does not hold; the rest is named in a line each.
IN_DETAIL = 4


def ordered(entitlements: Iterable[Entitlement], matter: Matter) -> list[Entitlement]:
    """First what the asker may claim, then what is not refused, what has a figure, what is in force.

    To who has no job, what was told beside what he named (paid to staff) comes ahead of it.
    """
    asker = matter.asker

    def rank(e: Entitlement) -> tuple[bool, ...]:
        mine = asker is None or asker in e.rule.benefit.askers
        refused = e.outcome == "ineligible"
        jobless = is_jobless(e.facts)
        later = (jobless and e.rule.benefit.topic in matter.topics, jobless and e.outcome != "eligible")
        return (not mine, refused, *later, is_unstated(e), e.validity is not Validity.IN_FORCE)

    return sorted(entitlements, key=rank)


def told_in_full(case: Case, matter: Matter) -> list[Entitlement]:
    """The entitlements told in full: what the asker may claim, and of a topic those with a figure, if any.

    Of a topic's benefits that were made for different cases, those made for another case are left out.
    """
    asker = matter.facts.get(ASKER)
    own = [e for e in case.entitlements if asker in e.rule.benefit.askers] or list(case.entitlements)
    own = [
        e for e in own if not (_is_another_case(e) and (_is_another_kind(e, own) or _has_a_better(e, own)))
    ]
    with_figure = {e.rule.benefit.topic for e in own if e.amount is not None and not is_unstated(e)}
    return [e for e in own if not is_unstated(e) or e.rule.benefit.topic not in with_figure][:IN_DETAIL]


def is_of_others(entitlement: Entitlement, case: Case, cases: Sequence[Case]) -> bool:
    """Whether it is refused to a group that has another of its topic, and meant for another group."""
    topic = entitlement.rule.benefit.topic
    has_its_own = any(e.rule.benefit.topic == topic and e.outcome != "ineligible" for e in case.entitlements)
    others = (e for other in cases if other is not case for e in other.entitlements)
    meant = any(e.rule == entitlement.rule and e.outcome != "ineligible" for e in others)
    return _is_another_case(entitlement) and has_its_own and meant


def _is_another_case(entitlement: Entitlement) -> bool:
    """Whether it is refused for what the matter is, and not by a limit or for what was already had."""
    by_conditions = not entitlement.excluded and not entitlement.blocked_by
    return entitlement.outcome == "ineligible" and by_conditions


def _is_another_kind(refused: Entitlement, others: Iterable[Entitlement]) -> bool:
    """Whether it is for one kind, and another of its topic for the kind that was said: 职工学徒, 学生学徒."""
    failed = {c.fact for c in comparisons(refused.rule.benefit.when) if is_of_another_kind(c, refused.facts)}
    met = (
        c
        for e in others
        if e is not refused and e.rule.benefit.topic == refused.rule.benefit.topic
        for c in comparisons(e.rule.benefit.when)
        if c.fact in failed
    )
    return any(is_borne_out(c, refused.facts) for c in met)


def _has_a_better(refused: Entitlement, others: Iterable[Entitlement]) -> bool:
    """Whether another of its topic is not refused, and what was said speaks not for the refused one alone.

    毕业年度学生实习三个月: of an apprentice student, and too short; what there is for staff is not his.
    """
    better = [
        e for e in others if e.outcome != "ineligible" and e.rule.benefit.topic == refused.rule.benefit.topic
    ]
    alike = {c.fact for e in better for c in comparisons(e.rule.benefit.when)}
    own = (c for c in comparisons(refused.rule.benefit.when) if c.fact not in alike)
    return bool(better) and not any(is_borne_out(c, refused.facts) for c in own)


def adds_to(other: Entitlement, first: Entitlement) -> bool:
    """Whether another clause adds money for something said of the same people: 宁夏来的 beside 高级工."""
    if other.outcome == "ineligible" or is_unstated(other):
        return False
    alike = {c.fact for c in comparisons(first.rule.benefit.when)}
    own = (c for c in comparisons(other.rule.benefit.when) if c.fact not in alike)
    barred = other.rule.benefit.id in first.rule.benefit.excludes
    return not barred and any(is_borne_out(c, other.facts) for c in own)

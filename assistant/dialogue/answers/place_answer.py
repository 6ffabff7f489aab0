"""The answer of a kind, in the places of the matter."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.dialogue.answers import fixed_answers as fixed
from assistant.dialogue.answers.another_time import is_of_another_time
from assistant.dialogue.answers.case_answer import answer_cases, with_sums
from assistant.dialogue.answers.counterpart import answer_counterpart, answer_naming, answer_turned
from assistant.dialogue.answers.desk import Answer, Desk
from assistant.dialogue.answers.duties_answer import answer_duties
from assistant.dialogue.answers.kind import (
    ABOUT_MONEY,
    BENEFITS,
    LIMITS,
    LOOKUP,
    SCREENING,
    VALIDITY,
)
from assistant.dialogue.answers.limits_answer import answer_limits
from assistant.dialogue.answers.lookup_answer import answer_lookup
from assistant.dialogue.answers.meant import policies_meant, rules_in, rules_of
from assistant.dialogue.answers.nearest_clauses import UNSURE_COVERAGE, find, held_clauses
from assistant.dialogue.answers.reference_answer import answer_reference
from assistant.dialogue.answers.requirements import requirements_of_text
from assistant.dialogue.answers.says_little import IS_WRITTEN, is_vague, names_place_only
from assistant.dialogue.answers.selection import speaks_for
from assistant.dialogue.answers.table_answer import answer_sums, answer_superlative, answer_total
from assistant.dialogue.answers.table_rows import answer_rows, asks_for_plan
from assistant.dialogue.answers.validity_answer import answer_validity
from assistant.dialogue.answers.wording import answer_wording
from assistant.dialogue.facts.said import ASKER, HEADCOUNT
from assistant.dialogue.matter import Matter
from assistant.dialogue.reading import Reading
from assistant.documents.models import Policy


def answer_of_kind(desk: Desk, kind: str, reading: Reading, matter: Matter) -> Answer:
    """What is said of one kind (of kind.py) in every place that a matter names."""
    if kind == VALIDITY and not is_of_another_time(desk, reading, matter):
        return answer_validity(desk, reading, matter)
    of_the_field = matter.topics or matter.facts or reading.intents or "domain" in reading.flags
    for region in matter.regions:
        if not reading.policies and not speaks_for(desk, region, matter.on):
            if not (of_the_field or names_place_only(reading)):
                return fixed.out_of_scope()
            inside = fixed.ask_narrower(desk, region)
            return (
                fixed.only_narrower(desk, region, inside) if inside else fixed.region_not_held(desk, region)
            )
    return _with_notices(desk, _answer_in_places(desk, kind, reading, matter), matter)


def _is_a_duty(desk: Desk, reading: Reading, matter: Matter, policies: Sequence[Policy]) -> bool:
    """每月要报几次进度 asks for no money: the best clause is none that limits benefits."""
    # 一年总共能几回 has the words of a table's sum, which is no duty
    hits = [hit for hit in find(desk, reading, matter, policies, ()) if not hit.clause.tables]
    if "money" in reading.intents or not hits or hits[0].coverage < UNSURE_COVERAGE:
        return False
    limits = (limit for p in policies for rule in desk.rulebook.of_policy(p.id) for limit in rule.limits)
    return hits[0].clause.path not in {limit.clause for limit in limits}


def _with_notices(desk: Desk, answer: Answer, matter: Matter) -> Answer:
    """The answer behind a word on places that have no policy of their own, or none on the topic, here."""
    told = ((region, fixed.region_notice(desk, region)) for region in matter.regions)
    without = {region: notice for region, notice in told if notice is not None}
    if without and answer.status == "out_of_scope":
        answer = fixed.nothing_found(desk, matter)
    notices = list(without.values())
    if matter.presumed and matter.regions:
        notices += [fixed.province_notice(desk, matter.regions[0])]
    if len(matter.regions) > 1 and matter.topics:
        bare = [region for region in matter.regions if not rules_in(desk, (region,), matter.topics, date.max)]
        notices += [fixed.topic_notice(desk, region, matter.topics) for region in bare]
    asks = [ask for region in without if (ask := fixed.ask_narrower(desk, region)) is not None]
    return replace(answer.behind(notices), asks=(*asks, *answer.asks))


def _answer_in_places(desk: Desk, kind: str, reading: Reading, matter: Matter) -> Answer:
    if (answer := answer_turned(desk, reading, matter)) is not None:
        return answer
    policies, rules = policies_meant(desk, reading, matter), rules_of(desk, matter)
    of_a_case = reading.topics or reading.facts.keys() - {ASKER, HEADCOUNT}
    # 新人，领导问我们磁灶镇2021要训多少人次: what a plan has is asked, whatever is told beside it.
    of_a_plan = asks_for_plan(reading.text) and not reading.intents & (ABOUT_MONEY | {"money"})
    if (answer := _of_a_table(reading, matter, policies)) is not None and (
        kind == LOOKUP or of_a_plan or not (of_a_case or kind == LIMITS)
    ):
        return answer
    if (answer := requirements_of_text(desk, reading, matter, policies)) is not None:
        return answer
    if kind == LOOKUP and (answer := _answer_without_search(desk, reading, matter, policies)) is not None:
        return answer
    if kind == LIMITS and matter.regions and not _is_a_duty(desk, reading, matter, policies):
        every = [rule for policy in policies for rule in desk.rulebook.of_policy(policy.id)]
        if (answer := answer_limits(matter, every, desk.rulebook.book)) is not None:
            return answer
    if _is_held_nowhere_else(desk, reading, policies) and not reading.intents & ABOUT_MONEY:
        return answer_lookup(desk, reading, matter, policies, ())
    if kind in (BENEFITS, SCREENING):
        if matter.regions:
            return answer_cases(desk, kind, reading, matter)
        said = matter.topics or matter.groups or reading.facts or kind == SCREENING
        # What costs a search is asked last.
        if said or is_vague(desk, reading, policies) or _pays_in_one_place(desk, reading, policies):
            return fixed.ask_region(desk, "各地的标准不一样。")
    return with_sums(desk, reading, matter, answer_lookup(desk, reading, matter, policies, rules))


def _of_a_table(reading: Reading, matter: Matter, policies: Sequence[Policy]) -> Answer | None:
    """What is computed over an annex's rows."""
    return (
        answer_sums(reading, matter, policies)
        or answer_rows(reading, matter, policies)
        or answer_superlative(reading, matter, policies)
        or answer_total(reading, matter, policies)
    )


def _is_held_nowhere_else(desk: Desk, reading: Reading, policies: Sequence[Policy]) -> bool:
    """高级工能不能评职称: what few places speak of is asked, and one of them is meant."""
    held = held_clauses(desk, reading)
    return any(clause.id in held for policy in policies for clause in policy.clauses)


def _answer_without_search(
    desk: Desk, reading: Reading, matter: Matter, policies: tuple[Policy, ...]
) -> Answer | None:
    """What is named by number or by its place alone, or asked where no place is known."""
    if (answer := answer_reference(reading, matter, policies)) is not None:
        return answer
    if (answer := answer_duties(reading, matter, policies)) is not None:
        return answer
    if (answer := answer_wording(desk, reading, matter, policies)) is not None:
        return answer
    if not matter.regions:
        of_money = reading.intents & (ABOUT_MONEY | {"money"}) or "greetings" in reading.flags
        local = "documents" in reading.intents or (of_money and is_vague(desk, reading, policies))
        return fixed.ask_region(desk, "各地的规定不一样。") if local else None
    if not matter.topics and names_place_only(reading):
        if (there := answer_counterpart(desk, matter, policies)) is not None:
            return there
        named = answer_naming(desk, matter, policies) if IS_WRITTEN.search(reading.text) else None
        return named or fixed.place_known(desk, matter.regions, matter.on)
    return None


def _pays_in_one_place(desk: Desk, reading: Reading, policies: tuple[Policy, ...]) -> bool:
    """Whether the best clause grants something: where no place was named, it may be another place's."""
    hits = desk.searcher.search(reading.text, policies=[p.id for p in policies], limit=1)
    return any(rule.clause.id == hit.clause.id for hit in hits for rule in desk.rulebook.rules)

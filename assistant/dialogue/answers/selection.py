"""Which policies and rules a matter is about: place first, then topic, then what the facts speak for."""

import math
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from assistant.dialogue.answers.desk import Desk
from assistant.dialogue.facts.said import ASKER, HEADCOUNT
from assistant.documents.library import Library
from assistant.documents.models import Policy, Validity
from assistant.documents.regions import RegionTree
from assistant.rules.amount import names_figure
from assistant.rules.assess import assess
from assistant.rules.conditions import comparisons, is_borne_out, judge
from assistant.rules.facts import UNSURE, FactBook, Facts
from assistant.rules.rulebook import Rule, Rulebook

# Rules that the facts speak for nearly as much as for the best one are all meant.
_NEARLY = 0.8
# Below this the facts speak for no rule in particular.
_LEAST = 0.2
# Only a person of the place is on these, and what asks for one is meant for him.
_REGISTERS = frozenset(("registered", "job_seeker_registered"))
_OF_A_PERSON = frozenset(("trainee_group", "gender", "age", "drawing_pension", "certificate_level"))
# Who has no job, so that what is paid to a firm's staff is not the first thing to tell.
_JOBLESS = frozenset(("下岗失业人员", "去产能失业人员"))


@dataclass(frozen=True)
class Wanted:
    """What to look for in a place: topics (none: by facts), facts, sums named, and the day."""

    topics: tuple[str, ...]
    facts: Facts
    figures: tuple[Decimal, ...]
    on: date


def applicable(library: Library, regions: RegionTree, region: str) -> tuple[Policy, ...]:
    """The policies that hold in a region, the narrowest first."""
    found = [p for p in library.policies if regions.contains(p.about.region, region)]
    return tuple(sorted(found, key=lambda p: (-len(regions.ancestors(p.about.region)), p.id)))


def begun(policies: Iterable[Policy], on: date) -> tuple[Policy, ...]:
    """Those of the policies that have begun by a day."""
    return tuple(policy for policy in policies if policy.validity(on) is not Validity.NOT_YET)


def narrower(library: Library, regions: RegionTree, region: str) -> tuple[Policy, ...]:
    """The policies of places inside a region."""
    return tuple(
        p for p in library.policies if p.about.region != region and regions.contains(region, p.about.region)
    )


def policies_for(desk: Desk, regions: Collection[str]) -> tuple[Policy, ...]:
    """What to search: all that holds in the places; without a place, all."""
    if not regions:
        return desk.library.policies
    return tuple(
        dict.fromkeys(p for region in regions for p in applicable(desk.library, desk.regions, region))
    )


def unreviewed(desk: Desk, regions: Collection[str], topics: Collection[str]) -> tuple[Policy, ...]:
    """The places' policies of which drafts speak of the topics and no reviewed rule; or without any.

    Their amounts can be quoted and not computed.
    """
    book = desk.rulebook
    found = []
    for policy in policies_for(desk, regions):
        drafted = {rule.benefit.topic for rule in book.drafts_of(policy.id)}
        reviewed = {rule.benefit.topic for rule in book.of_policy(policy.id)}
        if not reviewed or (drafted & set(topics) and not reviewed & set(topics)):
            found.append(policy)
    return tuple(found)


def speaks_for(desk: Desk, region: str, on: date) -> bool:
    """Whether a policy of the region itself is held, or by a day one of a place above it has begun."""
    return any(
        policy.about.region == region or policy.validity(on) is not Validity.NOT_YET
        for policy in applicable(desk.library, desk.regions, region)
    )


def topics_with_figures(desk: Desk, regions: Collection[str], on: date) -> tuple[str, ...]:
    """The topics on which the places' policies name a sum, in the topics' order."""
    book = desk.rulebook.book
    rules = _every_rule(desk.rulebook, policies_for(desk, regions), on)
    amounts = ((rule, assess(rule, {}, book, on=on).amount) for rule in rules)
    named = {rule.benefit.topic for rule, amount in amounts if amount and amount.kind != "unstated"}
    return tuple(topic for topic in desk.rulebook.topics if topic in named)


def rules_on(rulebook: Rulebook, policies: Iterable[Policy], topics: Collection[str], on: date) -> list[Rule]:
    """The rules of these policies on these topics, in the topics' order; none of a policy not yet begun."""
    rules = _every_rule(rulebook, policies, on)
    return [rule for topic in topics for rule in rules if rule.benefit.topic == topic]


def rules_before_start(rulebook: Rulebook, policies: Iterable[Policy], on: date, today: date) -> list[Rule]:
    """The rules on what happened before a policy began, of policies that had not begun then and run since."""
    since = (
        policy
        for policy in policies
        if policy.validity(on) is Validity.NOT_YET and policy.validity(today) is not Validity.NOT_YET
    )
    return [rule for policy in since for rule in rulebook.of_policy(policy.id) if rule.benefit.before_start]


def rules_by_facts(rules: Iterable[Rule], facts: Facts, book: FactBook) -> list[Rule]:
    """The rules that the said facts speak for most: each fact counts the more, the fewer rules ask for it."""
    rules = list(rules)
    uses: dict[str, int] = {}
    for rule in rules:
        for fact in {c.fact for c in comparisons(rule.benefit.when)}:
            uses[fact] = uses.get(fact, 0) + 1
    scores: list[float] = []
    for rule in rules:
        refused = judge(rule.benefit.when, facts, book).truth is False
        # 在不在急需紧缺里头我说不准: what is not known is spoken of all the same.
        unsure = {c.fact for c in comparisons(rule.benefit.when) if facts.get(c.fact) == UNSURE}
        spoken_of = _met(rule, facts) | unsure
        scores.append(0.0 if refused else math.fsum(1 / uses[fact] for fact in spoken_of))
    best = max(scores, default=0.0)
    if best < _LEAST:
        return []
    return [rule for rule, score in zip(rules, scores, strict=True) if score >= best * _NEARLY]


def rules_by_figures(rules: Iterable[Rule], figures: Collection[Decimal]) -> list[Rule]:
    """The rules whose own words name one of these sums: 那个每人每月两百块的."""
    return [rule for rule in rules if any(names_figure(rule.quote, figure) for figure in figures)]


def select_rules(desk: Desk, region: str, wanted: Wanted) -> list[Rule]:
    """The rules of a place that are meant: on the topics named, else with a sum named, else by the facts."""
    policies = applicable(desk.library, desk.regions, region)
    if any(rule.benefit.topic in wanted.topics for rule in desk.rulebook.rules):
        rules = rules_on(desk.rulebook, policies, wanted.topics, wanted.on)
        return rules + _for_oneself(desk, policies, wanted, rules)
    # 紧缺工种 names no benefit of its own, only what changes others: the facts say which.
    every = _every_rule(desk.rulebook, policies, wanted.on)
    # A certificate that is not had yet (合格证没发下来) refuses what is meant, and means no other.
    book = desk.rulebook.book
    told = {f: value for f, value in wanted.facts.items() if value is not False or not book[f].awarded}
    return rules_by_figures(every, wanted.figures) or rules_by_facts(every, told, book)


def screen_rules(desk: Desk, region: str, wanted: Wanted) -> list[Rule]:
    """Every rule of a place that the asker may claim: the topics named first, then what facts speak for."""
    book = desk.rulebook.book
    asker = wanted.facts.get(ASKER)
    every = _every_rule(desk.rulebook, applicable(desk.library, desk.regions, region), wanted.on)
    open_to = [rule for rule in every if asker is None or asker in rule.benefit.askers]

    person = speaks_of_a_person(wanted.facts)

    def rank(rule: Rule) -> tuple[bool, bool, bool, int]:
        judgement = judge(rule.benefit.when, wanted.facts, book)
        return (
            judgement.truth is False,
            person and "个人" not in rule.benefit.askers,
            rule.benefit.topic not in wanted.topics,
            -len(_met(rule, wanted.facts)),
        )

    return sorted(open_to, key=rank)


def _for_oneself(
    desk: Desk, policies: Iterable[Policy], wanted: Wanted, rules: Collection[Rule]
) -> list[Rule]:
    """Who asks for himself what is paid to others is also told what there is for himself.

    So is whoever asks for what the place does not have: 免费培训 of the groups that are trained there.

    A firm is told of what is paid to firms where the topic's own money is not: 补贴能直接打给公司吗.
    """
    related = [
        other
        for topic in wanted.topics
        for other in desk.rulebook.topics[topic].related
        if other not in wanted.topics
    ]
    also = rules_on(desk.rulebook, policies, related, wanted.on)
    if not rules:
        return also
    if is_jobless(wanted.facts):
        own = (rule for rule in rules if "个人" in rule.benefit.askers)
        if all(_is_for_staff(rule) for rule in own):
            return also
    if wanted.facts.get(ASKER, "个人") == "个人" and HEADCOUNT not in wanted.facts:
        asked = {fact for rule in rules for fact in _asks_for(rule)}
        # Who says that he is on no register asks whether he needs to be.
        told = {fact for fact in _REGISTERS if wanted.facts.get(fact) in (True, False)}
        if of_register := [rule for rule in also if _asks_for(rule) & told - asked]:
            return of_register
    match wanted.facts.get(ASKER):
        case "个人":
            # 考了中级工，又参加了项目制培训: of two topics the one that pays others has its own related ones.
            pays_persons = {rule.benefit.topic for rule in rules if "个人" in rule.benefit.askers}
            of_others = (t for t in wanted.topics if t not in pays_persons)
            beside = {one for topic in of_others for one in desk.rulebook.topics[topic].related}
            return [rule for rule in also if rule.benefit.topic in beside]
        case "企业" if not any(_pays_firms(rule) for rule in rules):
            return [rule for rule in also if _pays_firms(rule)]
    return []


def speaks_of_a_person(facts: Facts) -> bool:
    """Whether nobody said who asks, and what was said is of one person: 残疾人, 男，58岁."""
    return ASKER not in facts and HEADCOUNT not in facts and bool(facts.keys() & _OF_A_PERSON)


def is_jobless(facts: Facts) -> bool:
    """Whether who asks for himself says that he has no job, and of no contract."""
    groups = facts.get("trainee_group")
    jobless = isinstance(groups, frozenset) and bool(groups & _JOBLESS)
    oneself = facts.get(ASKER, "个人") == "个人" and HEADCOUNT not in facts
    return jobless and oneself and "contract_months" not in facts


def _is_for_staff(rule: Rule) -> bool:
    return any(c.fact == "contract_months" for c in comparisons(rule.benefit.when))


def _asks_for(rule: Rule) -> set[str]:
    return {c.fact for c in comparisons(rule.benefit.when)}


def _pays_firms(rule: Rule) -> bool:
    return "企业" in rule.benefit.recipients


def _every_rule(rulebook: Rulebook, policies: Iterable[Policy], on: date) -> list[Rule]:
    return [rule for policy in begun(policies, on) for rule in rulebook.of_policy(policy.id)]


def _met(rule: Rule, facts: Facts) -> set[str]:
    """The facts that the rule asks for and that are so."""
    return {c.fact for c in comparisons(rule.benefit.when) if is_borne_out(c, facts)}

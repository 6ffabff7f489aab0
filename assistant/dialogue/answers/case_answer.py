"""Benefits in every place and for every group that a matter names."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.dialogue.answers import fixed_answers as fixed
from assistant.dialogue.answers.adjustments_answer import answer_adjustments
from assistant.dialogue.answers.before_start import answer_before_start
from assistant.dialogue.answers.benefit_answer import answer_benefits
from assistant.dialogue.answers.benefit_lines import is_unstated
from assistant.dialogue.answers.beside import with_nearest
from assistant.dialogue.answers.desk import Answer, Desk
from assistant.dialogue.answers.granted import OF_THE_TEXT
from assistant.dialogue.answers.group_names import name_groups
from assistant.dialogue.answers.kind import ABOUT_MONEY, MAYBE_MONEY, SCREENING, says_of_the_case
from assistant.dialogue.answers.lookup_answer import answer_lookup
from assistant.dialogue.answers.meant import policies_meant, rules_in
from assistant.dialogue.answers.own_places import own_places
from assistant.dialogue.answers.says_little import is_vague
from assistant.dialogue.answers.screening import answer_screening
from assistant.dialogue.answers.selection import (
    Wanted,
    begun,
    policies_for,
    rules_before_start,
    screen_rules,
    select_rules,
    topics_with_figures,
)
from assistant.dialogue.answers.totals import Case
from assistant.dialogue.answers.unreviewed_answer import quote_unreviewed
from assistant.dialogue.answers.validity_answer import answer_validity
from assistant.dialogue.facts.matter_topics import implied_topics
from assistant.dialogue.facts.said import ASKER, EVENT, HEADCOUNT, PLACE
from assistant.dialogue.matter import Matter
from assistant.dialogue.reading import Reading
from assistant.documents.models import Policy
from assistant.rules.assess import assess
from assistant.rules.facts import Facts
from assistant.rules.shares_of_others import on_the_others


def answer_cases(desk: Desk, kind: str, reading: Reading, matter: Matter) -> Answer:
    """Benefits in every place and for every group that the matter names."""
    book, select = desk.rulebook.book, screen_rules if kind == SCREENING else select_rules
    cases: list[Case] = []
    places = own_places(reading)
    situations = matter.situations(book)
    names = name_groups([situation.own for situation in situations], book)
    for region in matter.regions:
        for at, (situation, name) in enumerate(zip(situations, names, strict=True)):
            if len(places) == len(matter.groups) and places[at : at + 1] not in ((), (region,)):
                continue  # 晋江厂24人，衢州厂10人: of another place
            if situation.facts.get(PLACE, region) != region:
                continue  # another person's place
            # 小李的证是2019年10月拿的: what one of several did on a day is held against that day
            day = situation.own.get(EVENT)
            on = day if isinstance(day, date) else matter.on
            wanted = Wanted(situation.topics, situation.facts, reading.figures, on)
            rules = select(desk, region, wanted) or select(desk, region, _by_its_facts(desk, wanted))
            rules = [rule for rule in rules if rule.policy.id in reading.policies] or rules
            if on is day and not rules:
                rules = rules_before_start(desk.rulebook, policies_for(desk, (region,)), on, matter.today)
                on = matter.today
            entitlements = tuple(assess(rule, situation.facts, book, on=on) for rule in rules)
            entitlements = on_the_others(entitlements, book)
            counted = HEADCOUNT in situation.own
            cases.append(Case(region, name, entitlements, counted))
    computed: Answer | None = None
    if any(case.entitlements for case in cases):
        if kind == SCREENING:
            computed = answer_screening(desk, matter, cases)
        else:
            computed = answer_benefits(desk, reading, matter, cases)
            named = set(matter.topics) - (set() if reading.topics else _only_hinted(desk, matter.facts))
            if named and not _is_told_of(matter, cases):
                notices = (fixed.nearest_topic(desk, region, matter.topics) for region in matter.regions)
                computed = computed.behind(list(notices))
            computed = with_nearest(desk, computed, reading, matter, policies_meant(desk, reading, matter))
    every = kind == SCREENING
    if (answer := quote_unreviewed(desk, reading, matter, computed, every=every)) is not None:
        return answer
    if computed is None and (answer := answer_before_start(desk, reading, matter)) is not None:
        return answer
    policies = begun(policies_meant(desk, reading, matter), matter.latest)
    if not policies or (matter.topics and rules_in(desk, matter.regions, matter.topics, matter.latest)):
        return answer_validity(desk, reading, matter)
    if (answer := answer_adjustments(desk, matter, policies)) is not None:
        return answer
    if not (matter.topics or says_of_the_case(reading)) and is_vague(desk, reading, policies):
        return fixed.ask_topic(desk, topics_with_figures(desk, matter.regions, matter.on))
    if matter.topics and not _speaks_of(desk, matter.topics, policies):
        return fixed.topic_not_held(desk, matter)
    return with_sums(desk, reading, matter, answer_lookup(desk, reading, matter, policies, ()))


def with_sums(desk: Desk, reading: Reading, matter: Matter, quoted: Answer) -> Answer:
    """What the clauses that were found grant on the facts of a case, told with its sums; else the quotes.

    A sum that is computed and not told is no answer to whoever asks for money.
    """
    of_money = reading.intents & (ABOUT_MONEY | MAYBE_MONEY) or reading.figures
    told = reading.facts.keys() - {ASKER, EVENT}
    granted = [
        e for e in quoted.entitlements if e.amount and e.outcome != "ineligible" and not is_unstated(e)
    ]
    if not (of_money and HEADCOUNT in told and len(told) > 1 and granted) or reading.intents & OF_THE_TEXT:
        return quoted
    cases = [Case(granted[0].rule.policy.about.region, "", tuple(granted))]
    return answer_benefits(desk, reading, matter, cases)


def _by_its_facts(desk: Desk, wanted: Wanted) -> Wanted:
    """The same without topics that facts only hint at: 司法所组织的班 need be no 部门培训."""
    hinted = _only_hinted(desk, wanted.facts)
    return replace(wanted, topics=tuple(topic for topic in wanted.topics if topic not in hinted))


def _only_hinted(desk: Desk, facts: Facts) -> set[str]:
    return set(implied_topics(facts, desk.rulebook, hints=True)) - set(implied_topics(facts, desk.rulebook))


def _is_told_of(matter: Matter, cases: Sequence[Case]) -> bool:
    """Whether a benefit is of a topic of the matter, and not only of one that is told in its place."""
    topics = {*matter.topics, *(topic for topics, _ in matter.groups for topic in topics)}
    return any(e.rule.benefit.topic in topics for case in cases for e in case.entitlements)


def _speaks_of(desk: Desk, topics: Sequence[str], policies: Sequence[Policy]) -> bool:
    """Whether any of the policies uses one of the topics' own words."""
    words = [word for topic in topics for word in desk.rulebook.topics[topic].words if len(word) > 2]
    return any(word in policy.text for policy in policies for word in words)

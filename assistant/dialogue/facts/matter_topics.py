"""The topics of a matter: those that were named, those talked of, those that facts imply."""

import re
from collections.abc import Collection, Mapping

from assistant.dialogue.facts.said import ASKER, CERTIFICATE, EVENT, HEADCOUNT, PASSED
from assistant.dialogue.models import Session
from assistant.dialogue.reading import Reading
from assistant.rules.assess import with_implied
from assistant.rules.conditions import comparisons, judge
from assistant.rules.facts import UNSURE, Value
from assistant.rules.formulas import walk
from assistant.rules.rulebook import Rulebook

_HOW_MUCH = re.compile("多少|几[百千万块]|怎么算|到手")
# 培训也是项目制的, of an allowance that such trainings have
_HOW_IT_WAS_HELD = re.compile(
    "(?:培训|班|课|学|训|参加)[^,。;!?没不未]{0,4}(?:是|走|属于|算|按|通过)的?(?:走|按)?项目制(?:的|方式|购买|培训)*(?=[,。;!]|$)"
)
# Whoever asks, of how many people, where and when: no matter in particular.
_OF_WHOMEVER = frozenset((ASKER, HEADCOUNT, "local_tie", "registered", EVENT, "certificate_level"))


def topics_of(
    session: Session, reading: Reading, facts: Mapping[str, Value], rulebook: Rulebook
) -> tuple[str, ...]:
    """The topics that a message is about: its own, those of the conversation, or those of its facts."""
    implied = implied_topics(with_implied(reading.facts, rulebook.book), rulebook)
    if reading.topics:
        # A level beside another topic (岗前培训和中级工) is a matter of its own unless the topic asks for it.
        used = facts_of_topics(reading.topics, rulebook)
        more = tuple(
            t for t in implied if not (set(rulebook.topics[t].implied_by) & set(reading.facts)) <= used
        )
        if any(rulebook.book[fact].of_benefits for fact in used):
            # 那先行拨付能先拿多少: a share of what was told before.
            return tuple(dict.fromkeys((*reading.topics, *session.topics, *more)))
        before = _still_told_of(session, reading, used, rulebook)
        return tuple(dict.fromkeys((*before, *reading.topics, *more)))
    if session.topics:
        return topics_told(session.topics, reading.facts, rulebook)
    known = with_implied(facts, rulebook.book)
    denied = {fact: True for fact, value in reading.facts.items() if value is False}
    places = {code[:2] for code in (reading.regions or session.regions)}
    held = {r.benefit.topic for r in rulebook.rules if not places or r.policy.about.region[:2] in places}
    return (
        implied
        or implied_topics(known, rulebook)
        # What is denied is what is asked about only where a text of the place, or of its province, has it.
        or tuple(topic for topic in implied_topics(denied, rulebook) if topic in held)
        or implied_topics(known, rulebook, hints=True)
    )


def is_raised(session: Session, reading: Reading, facts: Mapping[str, Value], rulebook: Rulebook) -> bool:
    """Whether what a message names belongs to what was talked of: 上浮完顶多多少, 培训也是项目制的."""
    if session.topics and _HOW_IT_WAS_HELD.search(reading.text) and len(reading.topics) == 1:
        return True
    return bool(_HOW_MUCH.search(reading.text)) and any(
        adjustment.topic in reading.topics
        and judge(adjustment.when, with_implied(facts, rulebook.book), rulebook.book).truth is True
        for rule in rulebook.rules
        if rule.benefit.topic in session.topics
        for adjustment in rule.adjustments
    )


def topics_told(topics: tuple[str, ...], facts: Mapping[str, Value], rulebook: Rulebook) -> tuple[str, ...]:
    """The topics of facts that none of the topics talked of asks for; else these topics."""
    used = facts_of_topics(topics, rulebook)
    implied = implied_topics(with_implied(facts, rulebook.book), rulebook)
    elsewhere = tuple(t for t in implied if not set(rulebook.topics[t].implied_by) & set(facts) <= used)
    return elsewhere or topics


def topics_of_group(topics: tuple[str, ...], own: Mapping[str, Value], rulebook: Rulebook) -> tuple[str, ...]:
    """The topics of a group of people: those told of it, and its level's where they ask for none."""
    implied = implied_topics(own, rulebook)
    if not topics or facts_of_topics(topics, rulebook) & own.keys():
        return topics or implied
    return tuple(dict.fromkeys((*topics, *implied)))


def _still_told_of(
    session: Session, reading: Reading, used: Collection[str], rulebook: Rulebook
) -> tuple[str, ...]:
    """The topics of before, where a message that names others tells something that only they ask for.

    我们木雕培训还没被人社部公布进去, of a training brand; 基地没评上, of a base's own project training.
    """
    own = facts_of_topics(session.topics, rulebook)
    tells = set(reading.facts) & own - set(used)
    narrows = not reading.intents and set(reading.topics) < set(session.topics)
    # 和岗前那个能一起拿吗: of both.
    both = "stacking" in reading.intents and reading.follows_up
    return session.topics if tells - _OF_WHOMEVER or narrows or both else ()


def implied_topics(facts: Mapping[str, Value], rulebook: Rulebook, *, hints: bool = False) -> tuple[str, ...]:
    """The topics of what was affirmed. `hints`: those that a fact only hints at."""
    said = {fact for fact, value in facts.items() if value is not False and value != UNSURE}
    if hints and PASSED in said:
        said.discard(CERTIFICATE)  # 培训合格都有证: of which certificate, is told
    topics = rulebook.topics.values()
    return tuple(topic.id for topic in topics if said & set(topic.hinted_by if hints else topic.implied_by))


def facts_of_topics(topics: Collection[str], rulebook: Rulebook) -> set[str]:
    """The facts that rules on these topics ask for."""
    return {
        fact
        for rule in rulebook.rules
        if rule.benefit.topic in topics
        for fact in (
            *(c.fact for c in comparisons(rule.benefit.when)),
            *(f for formula in walk(rule.benefit.amount) for f in formula.facts),
            *(
                c.fact
                for formula in walk(rule.benefit.amount)
                for n in formula.conditions
                for c in comparisons(n)
            ),
            *(c.fact for limit in rule.limits for c in comparisons(limit.blocked_when)),
            *(c.fact for adjustment in rule.adjustments for c in comparisons(adjustment.when)),
        )
    }

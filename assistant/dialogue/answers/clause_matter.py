"""The matter of the clause that a message names by number, or leans on."""

from dataclasses import replace

from assistant.dialogue.answers.clause_words import share_words
from assistant.dialogue.answers.desk import Desk
from assistant.dialogue.answers.kind import ABOUT_MONEY, MAYBE_MONEY
from assistant.dialogue.answers.meant import policies_meant, rules_of
from assistant.dialogue.language.clause_reference import referred_clauses
from assistant.dialogue.matter import Matter
from assistant.dialogue.reading import Reading


def of_named_clause(desk: Desk, reading: Reading, matter: Matter) -> Matter:
    """The matter, on the topics of the clause whose money is asked for by number: 二（六）8每人800."""
    if not (reading.policies or matter.regions) or not reading.intents & (ABOUT_MONEY | MAYBE_MONEY):
        return matter
    policies = policies_meant(desk, reading, matter)
    named = referred_clauses(reading.text, policies if reading.policies else policies[:1]) or []
    paths = {(policy.id, clause.path) for policy, clause in named}
    rules = (rule for policy, _ in named for rule in desk.rulebook.of_policy(policy.id))
    topics = dict.fromkeys(r.benefit.topic for r in rules if (r.policy.id, r.clause.path) in paths)
    meant = tuple(topic for topic in topics if topic in reading.topics) or tuple(topics)
    return replace(matter, topics=meant) if meant else matter


def tells_its_money(desk: Desk, reading: Reading) -> bool:
    """Whether a message tells sums that a clause reckons with, and names no benefit: 扣掉成本结余20万."""
    book = desk.rulebook.book
    sums = [fact for fact in reading.facts if book[fact].kind == "money"]
    return bool(sums) and not (reading.topics or reading.regions or reading.policies)


def of_quoted_clause(desk: Desk, matter: Matter) -> Matter:
    """The matter, on the topics of the clause that was quoted last: 奖多少, after who is rewarded."""
    if matter.policy is None or (matter.topics and rules_of(desk, matter)):
        return matter
    rules = [rule for rule in desk.rulebook.of_policy(matter.policy) if rule.clause.path == matter.path]
    changed = (a for rule in desk.rulebook.of_policy(matter.policy) for a in rule.adjustments)
    told = [(rule.benefit.topic, rule.quote) for rule in rules]
    told += [
        (adjustment.topic, adjustment.quote) for adjustment in changed if adjustment.clause == matter.path
    ]
    clause = desk.library.clause(matter.policy, matter.path) if matter.path else None
    # Of a clause that grants several things, what the words grant that were quoted.
    quoted = [topic for topic, words in told if clause and share_words(clause, words, matter.quote or "")]
    topics = dict.fromkeys(quoted or [rule.benefit.topic for rule in rules])
    return replace(matter, topics=tuple(topics) or matter.topics)

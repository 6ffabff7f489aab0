"""What a policy says of the time before it began: a certificate of that time, not yet paid for."""

from dataclasses import replace

from assistant.dialogue.answers.benefit_answer import answer_benefits
from assistant.dialogue.answers.desk import Answer, Desk, document
from assistant.dialogue.answers.selection import policies_for, rules_before_start
from assistant.dialogue.answers.totals import Case
from assistant.dialogue.answers.validity_answer import validity_sentence
from assistant.dialogue.matter import Matter
from assistant.dialogue.reading import Reading
from assistant.rules.assess import assess, with_implied


def answer_before_start(desk: Desk, reading: Reading, matter: Matter) -> Answer | None:
    """The benefits that settle what happened before a policy began; None for an event of another time."""
    policies = policies_for(desk, matter.regions)
    rules = rules_before_start(desk.rulebook, policies, matter.on, matter.today)
    if not rules:
        return None
    book = desk.rulebook.book
    facts = with_implied(matter.facts, book)
    settled = tuple(assess(rule, facts, book, on=matter.today) for rule in rules)
    cases = [Case(region, "", settled) for region in matter.regions[:1]]
    answer = answer_benefits(desk, reading, replace(matter, on=matter.today), cases)
    told = {document(rule.policy): validity_sentence(rule.policy, matter.on) for rule in rules}
    notices = tuple(f"{name}：{sentence}" for name, sentence in told.items())
    return replace(answer, text="\n\n".join((*notices, answer.text)), notices=(*notices, *answer.notices))

"""What the clauses that answer a look-up grant, judged on what is known: words tell it, rules compute it."""

from collections.abc import Collection, Sequence

from assistant.dialogue.answers.clause_words import share_words
from assistant.dialogue.answers.desk import Cited, Desk
from assistant.dialogue.answers.kind import ABOUT_MONEY, MAYBE_MONEY
from assistant.dialogue.answers.selection import rules_by_facts
from assistant.dialogue.matter import Matter
from assistant.dialogue.reading import Reading
from assistant.documents.models import Validity
from assistant.rules.assess import Entitlement, assess, with_implied
from assistant.rules.rulebook import Rule

# Who asks whose duty it is, or what a word means, asks for no benefit.
OF_THE_TEXT = frozenset(("responsible", "definition", "documents"))


def granted(
    desk: Desk, reading: Reading, matter: Matter, cited: Sequence[Cited], rules: Collection[Rule]
) -> tuple[Entitlement, ...]:
    """The benefits of the clause that answers, and of those that answer for another topic beside it.

    Those whose words were quoted; where none was, those of the topic asked about in that clause, or else
    those that the facts said speak for. `rules`: the place's rules on the topics.
    """
    book = desk.rulebook.book
    facts = with_implied(matter.facts, book)
    found = [rule for c in cited[:1] for rule in in_words_of(desk, c)]
    found += [rule for c in cited[1:] for rule in in_words_of(desk, c) if rule in rules]
    if not reading.intents & OF_THE_TEXT:
        paths = {(c.policy.id, c.path) for c in cited}
        found = found or [rule for rule in rules if (rule.policy.id, rule.clause.path) in paths]
        if not found and not rules and reading.intents & (ABOUT_MONEY | MAYBE_MONEY):
            first = cited[0]
            found = [r for r in desk.rulebook.of_policy(first.policy.id) if r.clause.path == first.path]
        if not found and not rules:
            policies = {c.policy: None for c in cited}
            begun = (p for p in policies if p.validity(matter.on) is not Validity.NOT_YET)
            every = [rule for policy in begun for rule in desk.rulebook.of_policy(policy.id)]
            found = rules_by_facts(every, with_implied(reading.facts, book), book)
    once = {rule.benefit.id: rule for rule in found}
    return tuple(assess(rule, facts, book, on=matter.on) for rule in once.values())


def in_words_of(desk: Desk, cited: Cited) -> list[Rule]:
    """The rules of a policy whose granting words share some with those that were quoted."""
    clauses = {clause.path: clause for clause in cited.policy.clauses if clause.kind != "responsible"}
    return [
        rule
        for rule in desk.rulebook.of_policy(cited.policy.id)
        if rule.clause.path == cited.path and share_words(clauses[cited.path], rule.quote, cited.quote)
    ]

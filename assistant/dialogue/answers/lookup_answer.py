"""Answers from the text itself: the clause that answers, quoted, and who is responsible for it."""

import re
from collections.abc import Sequence

from assistant.dialogue.answers.clause_words import (
    each_asked,
    items_below,
    passage,
    passage_on,
    responsible_lines,
    share_said,
    share_words,
    with_heads,
)
from assistant.dialogue.answers.counterpart import answer_naming
from assistant.dialogue.answers.definition_answer import answer_counted_up, answer_definition
from assistant.dialogue.answers.desk import AFTER_A_CLAUSE, Answer, Cited, Desk, document, label, unique
from assistant.dialogue.answers.fixed_answers import nothing_found, out_of_scope
from assistant.dialogue.answers.formalities_answer import formalities, formalities_of_place
from assistant.dialogue.answers.granted import granted, in_words_of
from assistant.dialogue.answers.left_open import left_open_lines
from assistant.dialogue.answers.nearest_clauses import (
    UNSURE_COVERAGE,
    find,
    held_clauses,
    in_their_words,
    search_text,
    without_documents,
)
from assistant.dialogue.answers.validity_answer import over, over_first, validity_of
from assistant.dialogue.matter import Matter
from assistant.dialogue.reading import Reading
from assistant.documents.models import Clause, Policy
from assistant.rules.rulebook import Rule
from assistant.search.passages import counts_what_is_asked
from assistant.search.search import Hit

NOT_COMPUTED = "**下面的金额是条文写的，没有经过计算。**能不能领、领多少，请向{office}核实。"
_SAYS_IT = 0.2  # the share of a question that a sentence must say to lead before what its topic leads to
_MONEY = re.compile(r"\d\s*万?\s*元")


def answer_lookup(
    desk: Desk, reading: Reading, matter: Matter, policies: Sequence[Policy], rules: Sequence[Rule]
) -> Answer:
    """The clauses that answer, best first, with the sentences that do."""
    if (
        "definition" in reading.intents
        and (answer := answer_definition(reading, matter, policies)) is not None
    ):
        return answer
    if (answer := answer_counted_up(reading, matter, policies)) is not None:
        return answer
    if "documents" in reading.intents and rules:
        return formalities(matter, next((r for r in rules if matter.asker in r.benefit.askers), rules[0]))
    if "documents" in reading.intents and (matter.regions or reading.policies) and not reading.topics:
        return formalities_of_place(policies, matter)
    query = search_text(desk, reading, matter, without_documents(desk, reading, reading.text))
    hits = find(desk, reading, matter, policies, rules)
    if not hits:
        if (answer := answer_naming(desk, matter, policies)) is not None:
            return answer
        known = reading.topics or "domain" in reading.flags
        return nothing_found(desk, matter) if known else out_of_scope()
    # 到哪个网站查证: of a clause that few places have, the sentence on its matter.
    labels = (desk.rulebook.topics[topic].label for topic in reading.elsewhere)
    told = " ".join((query, *in_their_words(reading, matter), *labels))
    cited = [
        Cited(desk.policy_of(h.clause), h.clause.path, passage_on(desk, h.clause, told, rules)) for h in hits
    ]
    best = hits[0].clause
    # What the clause grants leads, and the sentence that says what was asked stands beside it.
    asked = [] if best.tables else [passage(desk, best, told)]
    if query != reading.text and (own := _in_own_words(desk, reading.bare, best, cited[0].quote)):
        cited.insert(0, Cited(cited[0].policy, best.path, own))
    beside = [words for words in asked if not share_words(best, words, cited[0].quote)]
    also = [Cited(cited[0].policy, best.path, words) for words in (*each_asked(desk, best, query), *beside)]
    cited = [one for c in (cited[0], *also, *cited[1:]) for one in (c, *items_below(c))]
    if "responsible" in reading.intents:
        cited += _responsible_lines(desk, hits[:1], rules)
    first, *others = unique(cited)
    # Of a day that is past, what runs today is told too: it is today that one goes to an office.
    of_another_day = matter.on != matter.latest
    past = over((c.policy for c in cited if of_another_day or _MONEY.search(c.quote)), matter.latest)
    lines = [*over_first(dict.fromkeys(past), matter.latest), *_not_computed(desk, hits[0].clause, first)]
    granting = in_words_of(desk, first)
    open_points = left_open_lines(desk, reading.bare, first.policy, granting, sure=True)
    lines += open_points
    meant = {rule.clause.id for rule in rules} | held_clauses(desk, reading)
    if not open_points and hits[0].coverage < UNSURE_COVERAGE and hits[0].clause.id not in meant:
        lines += ["不一定正好回答您的问题，最接近的条文是：", ""]
    elif not any(counts_what_is_asked(reading.bare, c.quote) or "\t" in c.quote for c in cited):
        lines += ["**条文没有直接写这个数。**最接近的条文是：", ""]
    lines += [f"**{document(first.policy)} {first.path}**写的是：", "", f"> {first.quote}"]
    lines += with_heads(hits[0].clause, first.quote)
    if not open_points and (points := left_open_lines(desk, reading.bare, first.policy, granting)):
        lines += ["", *points[:1]]
    if others:
        lines += ["", "相关的条文："]
        lines += [f"> {c.quote} ——{label(c.policy)} {c.path}" for c in others]
    lines += ["", *validity_of((c for c in unique(cited) if c.policy not in past), matter.on)]
    benefits = granted(desk, reading, matter, cited, rules)
    return Answer("answered", "\n".join(lines), unique(cited), benefits, suggestions=AFTER_A_CLAUSE)


def _in_own_words(desk: Desk, asked: str, clause: Clause, quote: str) -> str | None:
    """What a clause says to what is asked itself, where the words that its topic leads to say nothing of it.

    一线要花多少, of 职工教育经费: the sentence on 一线职工, not the one on 税前扣除.
    """
    words = None if clause.tables or share_said(desk, asked, quote) else passage(desk, clause, asked)
    return words if words and share_said(desk, asked, words) >= _SAYS_IT else None


def _not_computed(desk: Desk, clause: Clause, cited: Cited) -> list[str]:
    """A word ahead on money that no reviewed rule speaks of: it is what the text says, and not computed."""
    rules = desk.rulebook.of_policy(cited.policy.id)
    drafted = any(rule.clause.id == clause.id for rule in desk.rulebook.drafts)
    heads = "".join(head for table in clause.tables for head in table[0]) if "\t" in cited.quote else ""
    names_money = _MONEY.search(cited.quote) or "元" in heads
    if not names_money or (rules and not drafted) or any(rule.clause.id == clause.id for rule in rules):
        return []
    return [NOT_COMPUTED.format(office=cited.policy.about.office), ""]


def _responsible_lines(desk: Desk, hits: Sequence[Hit], rules: Sequence[Rule]) -> list[Cited]:
    clauses: list[Clause] = [rule.clause for rule in rules[:1]] + [hit.clause for hit in hits]
    return [line for clause in clauses for line in responsible_lines(desk, clause)]

"""The clause nearest to a question, beside benefits that have no figure: it may say what was asked."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.dialogue.answers.benefit_lines import is_unstated
from assistant.dialogue.answers.benefit_questions import ASKED_BACK
from assistant.dialogue.answers.clause_words import asking_parts, passage, share_words
from assistant.dialogue.answers.desk import Answer, Cited, Desk, label, unique
from assistant.dialogue.answers.granted import granted
from assistant.dialogue.answers.kind import ABOUT_MONEY
from assistant.dialogue.answers.nearest_clauses import SHOWN, find
from assistant.dialogue.answers.selection import begun
from assistant.dialogue.answers.validity_answer import validity_of
from assistant.dialogue.matter import Matter
from assistant.dialogue.reading import Reading
from assistant.documents.models import Policy
from assistant.search.search import Hit
from assistant.search.tokens import query_terms, terms

# The share of a question that a clause must say to be told beside what its topic names.
_MUCH = 0.5
_SOME = 0.3  # the same of a clause that is told already, for another sentence of it
# How many terms of a question another sentence must say that the answer does not. Who asks in which way
# something is done hears the sentence that comes nearest: the benefit itself is no answer to that.
_NEW = 2
_IN_WHICH_WAY = re.compile(
    "(?:怎么|如何|怎样|咋)(?!样|办|弄|搞|整|算|申请|报)"
    "|(?:什么|啥)(?:办法|方式|法子|途径|形式|要求|讲究|规矩)|有讲究|有没有(?:什么|啥)?(?:要求|规定|讲究|规矩)"
)
_FIRST = re.compile("优先")  # 能优先吗: no sum answers that


def with_nearest(
    desk: Desk, answer: Answer, reading: Reading, matter: Matter, policies: Sequence[Policy]
) -> Answer:
    """The answer, with a clause that says much of the question and is not cited yet, and what that grants.

    A figure answers who asks for money: nothing is added. Who does not hears another sentence of its clause.
    """
    figure = any(e.amount is not None and not is_unstated(e) for e in answer.entitlements)
    if figure and reading.intents & (ABOUT_MONEY | {"money"}) and not _FIRST.search(reading.text):
        return answer
    for hit in find(desk, reading, matter, policies, ())[:1]:
        if _is_cited(answer, hit):
            answer = _with_more_of(desk, answer, reading, hit)
        elif figure and not _FIRST.search(reading.text):
            return answer
        elif hit.coverage >= _MUCH:
            answer = _with_clause(desk, answer, reading, matter, hit, reading.text)
    if figure and not _FIRST.search(reading.text):
        return answer
    held = [policy.id for policy in begun(policies, matter.latest)]
    for part in _other_questions(desk, reading) if held else ():
        hits = desk.searcher.search(part, policies=held, limit=SHOWN)
        best = max(hits, key=lambda hit: hit.coverage, default=None)
        if best is not None and best.coverage >= _MUCH and not _is_cited(answer, best):
            answer = _with_clause(desk, answer, reading, matter, best, part)
    return answer


def _is_cited(answer: Answer, hit: Hit) -> bool:
    return any((c.policy.id, c.path) == (hit.clause.policy_id, hit.clause.path) for c in answer.cited)


def _other_questions(desk: Desk, reading: Reading) -> list[str]:
    """Of several questions in a message those of neither money nor conditions (能由我们来评吗，补贴多少)."""
    parts = asking_parts(reading.bare)
    money = [desk.lexicon.intents[name] for name in (*sorted(ABOUT_MONEY), "money", "condition", "policy")]
    return [part for part in parts if len(parts) > 1 and not any(part in words for words in money)]


def _with_clause(
    desk: Desk, answer: Answer, reading: Reading, matter: Matter, hit: Hit, question: str
) -> Answer:
    """The answer, with what a clause says to a question, and the benefits that this grants."""
    near = Cited(desk.policy_of(hit.clause), hit.clause.path, passage(desk, hit.clause, question))
    told = {e.rule.benefit.id for e in answer.entitlements}
    more = (e for e in granted(desk, reading, matter, (near,), ()) if e.rule.benefit.id not in told)
    words = f"相关的条文：\n> {near.quote} ——{label(near.policy)} {near.path}"
    if near.policy not in [cited.policy for cited in answer.cited]:
        words = "\n\n".join((words, *validity_of((near,), matter.latest)))
    return replace(
        answer,
        text=_ahead_of_question(answer.text, words),
        cited=unique((*answer.cited, near)),
        entitlements=(*answer.entitlements, *more),
        notices=(*answer.notices, words),
    )


def _ahead_of_question(text: str, words: str) -> str:
    """The text with more words; what is asked back stays its end."""
    told, asked, question = text.partition(f"\n\n{ASKED_BACK}")
    return f"{told}\n\n{words}{asked}{question}"


def _with_more_of(desk: Desk, answer: Answer, reading: Reading, hit: Hit) -> Answer:
    """The answer, with another sentence of a clause that it cites, where that says what nothing told says.

    工作室的领办人能优先推荐人才奖项吗: the sentence on the subsidy does not answer it.
    """
    in_which_way = _IN_WHICH_WAY.search(reading.bare)
    if hit.coverage < _SOME and not in_which_way:
        return answer
    clause, policy = hit.clause, desk.policy_of(hit.clause)
    more = passage(desk, clause, reading.bare)
    here = (c.quote for c in answer.cited if (c.policy.id, c.path) == (policy.id, clause.path))
    quotes = [quote for quote in here if quote in answer.text]
    if any(share_words(clause, quote, more) for quote in quotes):
        return answer
    told = set(terms(answer.text))
    new = {t for t in query_terms(reading.bare) if len(t) > 1 and t not in told} & set(terms(more))
    if len(new) < _NEW and not in_which_way:
        return answer
    near = Cited(policy, clause.path, more)
    quote = f"> {near.quote} ——{label(policy)} {near.path}"
    if in_which_way:
        return replace(answer.behind([f"条文写的是：\n{quote}"]), cited=unique((near, *answer.cited)))
    words = f"同一条还写着：\n{quote}"
    return replace(
        answer,
        text=_ahead_of_question(answer.text, words),
        cited=unique((*answer.cited, near)),
        notices=(*answer.notices, words),
    )

"""The words of a clause that are quoted for a question: all of a short one, else what answers."""

import math
import re
from collections.abc import Iterable, Sequence

from assistant.dialogue.answers.desk import Cited, Desk
from assistant.dialogue.language.sentence import phrases
from assistant.documents.models import Clause
from assistant.documents.quotes import place_of_quote
from assistant.documents.tables import find_row, with_unit
from assistant.rules.rulebook import Rule
from assistant.search.expand import ADDED_WEIGHT
from assistant.search.passages import best_passage, sentences
from assistant.search.tokens import query_terms, terms

SHORT_CLAUSE = 180
LONGEST_QUOTE = 500
MOST_ITEMS = 8
MOST_PARTS = 4
# Some texts say whose duty it is in brackets, within the clause.
RESPONSIBLE = re.compile(r"[（(]责任单位[：:][^（）()]*[）)]")
# What only leads up to a question counts for less: 我们不是基地，也不在目录里，怎样才能进目录.
_LEADING_UP = 0.6
# What is denied is not what is asked for.
_DENIES = re.compile("不是|并非|不在|没有|没能|不属于")
_ASKS = re.compile(
    r"\?|[吗呢么哪谁啥怎咋]|多少|还是|几[个次年月天家]|多久|如何|是否|[能会行]不|是不是|有没有|要不要"
)


def passage(desk: Desk, clause: Clause, question: str) -> str:
    """The words of a clause to quote: all of a short one, else the sentences that answer."""
    if not clause.tables and len(clause.text) <= SHORT_CLAUSE:
        return clause.text.strip()
    asked = frozenset(term for part in asking_parts(question) for term in query_terms(part))
    parts = phrases(question)
    said = frozenset(t for part in parts if not _DENIES.search(part) for t in query_terms(part))
    added = desk.searcher.added(question)
    meant = frozenset(query_terms(added))

    # A row is told from others by the few words of its task, and people have words of their own for these.
    added_weight = _LEADING_UP if clause.tables else ADDED_WEIGHT

    def weight(term: str) -> float:
        leading = _LEADING_UP if term in said else added_weight if term in meant else 0.0
        return desk.searcher.weight(term) * (1.0 if term in asked or not asked else leading)

    return best_passage(clause, f"{question} {added}".strip(), weight=weight)


def passage_on(desk: Desk, clause: Clause, question: str, rules: Iterable[Rule]) -> str:
    """The same; of a clause that grants several things, what it grants by `rules`, those on what is asked.

    企业合办技工学校: the sentence on schools that firms run, not the one on 技工院校's graduates.
    """
    words = passage(desk, clause, question)
    meant = [rule for rule in rules if rule.clause.id == clause.id]
    here = [rule for rule in desk.rulebook.rules if rule.clause.id == clause.id]
    quoted = [rule for rule in here if share_words(clause, rule.quote, words)]
    if not meant or not quoted:
        return words
    both = [rule for rule in meant if any(rule is other for other in quoted)]
    # 政府扶持是看什么给的: words that grant are quoted whole.
    whole = (rule.quote for rule in both if len(rule.quote) > len(words) and words[:-1] in rule.quote)
    return next(whole, words) if both else meant[0].quote


def share_words(clause: Clause, one: str, other: str) -> bool:
    """Whether two quotes of a clause overlap."""
    first, second = place_of_quote(clause.text, one), place_of_quote(clause.text, other)
    return first is not None and second is not None and first[0] < second[1] and second[0] < first[1]


def each_asked(desk: Desk, clause: Clause, question: str) -> list[str]:
    """What a clause says to each of several things that are asked at once; [] where only one is."""
    parts = asking_parts(question)
    if len(parts) < 2:
        return []
    told: list[str] = []
    for part in parts[:MOST_PARTS]:
        words = passage(desk, clause, part)
        told.append(another(desk, clause, part, words) if words in told else words)
    return list(dict.fromkeys(told))


def another(desk: Desk, clause: Clause, question: str, told: str) -> str:
    """Another sentence that says as much of a question as the words that are told already; else these."""
    asked = set(query_terms(question))

    def said(words: str) -> float:
        return math.fsum(desk.searcher.weight(term) for term in sorted(asked & set(terms(words))))

    others = [sentence for sentence in sentences(clause.text) if sentence not in told]
    best = max(others, key=said, default=told)
    return best if said(best) >= said(told) > 0 else told


def share_said(desk: Desk, question: str, words: str) -> float:
    """The share of a question, by weight, that stands in the words."""
    asked = sorted(set(query_terms(question)))
    whole = math.fsum(map(desk.searcher.weight, asked))
    said = math.fsum(desk.searcher.weight(term) for term in asked if term in terms(words))
    return said / whole if whole else 0.0


def asking_parts(question: str) -> list[str]:
    """The parts of a message that ask something."""
    return [part for part in phrases(question) if _ASKS.search(part)]


def items_below(cited: Cited) -> list[Cited]:
    """What words that lead up to a list (下列人员可以享受补贴：) lead to: the clauses right below."""
    if not cited.quote.rstrip().endswith(("：", ":")):
        return []
    below = [
        clause
        for clause in cited.policy.clauses
        if clause.kind != "responsible" and clause.path != cited.path and clause.path.startswith(cited.path)
    ]
    return [Cited(cited.policy, clause.path, clause.text.strip()) for clause in below[:MOST_ITEMS]]


def with_heads(clause: Clause, quote: str) -> list[str]:
    """The row of a table that was quoted, each cell with its head: 池店镇，2021年计划培训（人次）：750."""
    found = find_row(clause.tables, quote)
    if found is None:
        return []
    return ["", "；".join(cells_told(*found)) + "。"]


def cells_told(heads: Sequence[str], row: Sequence[str]) -> list[str]:
    """Each cell of a row behind its head."""
    return [with_unit("".join(head.split()), cell) for head, cell in zip(heads, row, strict=False)]


def responsible_lines(desk: Desk, clause: Clause) -> list[Cited]:
    """The words that say whose duty a clause is: the line below it, or brackets within it."""
    policy = desk.policy_of(clause)
    line = policy.responsible(clause.path)
    below = [Cited(policy, line.path, line.text.strip())] if line is not None else []
    within = (match[0] for match in RESPONSIBLE.finditer(clause.text))
    return [*below, *(Cited(policy, clause.path, words) for words in within)]


def opening(clause: Clause) -> str:
    """All of a clause that fits on a screen, else its first sentences."""
    text = clause.text.strip()
    end = text.rfind("。", 0, LONGEST_QUOTE) + 1
    return text if len(text) <= LONGEST_QUOTE or not end else text[:end]

"""Every amount of a document → a draft benefit, a draft adjustment, or a reason why it is neither.

The drafts are guesses for a person to review: what is guessed and unsure stands among the doubts.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from assistant.documents.labels import read_label
from assistant.documents.models import Clause, SetAside
from assistant.intake.draft_formulas import DraftFormula, bounded, multiplied, number, share, spread, table
from assistant.intake.draft_groups import Named, group_amounts, part_start
from assistant.intake.draft_tables import Cell, TableDraft, read_tables
from assistant.intake.models import Doubt
from assistant.intake.payees import askers_of, payees_in
from assistant.intake.phrases import Amount, read_amounts
from assistant.intake.purposes import purpose_of
from assistant.intake.vocabulary import Vocabulary, all_of

_SENTENCE = re.compile(r"[^。\n]+[。]?")
_LEADS_UP = re.compile(r"[^。\n]*[：:]\s*$")


# How far behind an amount the words still speak of it: 200元标准给予生产经营主体以工代训补贴.
_NEAR = 20


@dataclass
class Drafts:
    """What was drafted so far."""

    policy_id: str
    benefits: list[dict[str, Any]] = field(default_factory=list)
    adjustments: list[dict[str, Any]] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    def next_id(self) -> str:
        """A new id: quzhou-2019-141-03."""
        return f"{self.policy_id}-{len(self.benefits) + len(self.adjustments) + 1:02}"


@dataclass(frozen=True)
class Sentence:
    """A sentence of a clause, with the words above that lead up to it."""

    clause: Clause
    text: str
    context: str


def draft_rules(policy_id: str, clauses: Sequence[Clause], words: Vocabulary) -> Drafts:
    """A draft for every amount of the clauses, tables included."""
    drafts = Drafts(policy_id)
    for clause in clauses:
        if clause.kind in ("responsible", "colophon"):
            continue
        for sentence in _sentences(clause, clauses):
            _draft_sentence(sentence, drafts, words)
        for table_draft in read_tables(clause, words):
            _add_table(clause, table_draft, drafts, words)
    return drafts


def _sentences(clause: Clause, clauses: Sequence[Clause]) -> Iterator[Sentence]:
    """The sentences outside tables. An item's context: what its clause's parents say before their colon."""
    above = [other for other in clauses if other is not clause and _is_above(other, clause)]
    context = "".join(match[0] for other in above if (match := _LEADS_UP.search(other.text.rstrip())))
    before = ""
    for line in clause.text.splitlines():
        if "\t" in line:
            continue
        label = read_label(line)
        for match in _SENTENCE.finditer(line, label.length if label else 0):
            yield Sentence(clause, match[0], context + before)
        before = line if line.rstrip().endswith(("：", ":")) else ""


def _is_above(other: Clause, clause: Clause) -> bool:
    return other.kind != "responsible" and clause.path != other.path and clause.path.startswith(other.path)


def _draft_sentence(sentence: Sentence, drafts: Drafts, words: Vocabulary) -> None:
    granted: list[Amount] = []
    for amount in read_amounts(sentence.text):
        reason = purpose_of(sentence.text, amount, sentence.context)
        if reason is None:
            granted.append(amount)
        elif reason:
            quoted = _phrase(sentence.text, amount)
            drafts.set_aside.append(
                SetAside(clause=sentence.clause.path, text=quoted, reason=reason, draft=True)
            )
        else:
            what = f"“{_phrase(sentence.text, amount)}”没有认出是补贴还是别的，请核对"
            drafts.doubts.append(Doubt(sentence.clause.path, what))
    for amount in [amount for amount in granted if amount.raises]:
        _add_adjustment(sentence, amount, drafts, words)
    plain = [amount for amount in granted if not amount.raises]
    for group, cap in group_amounts(sentence.text, plain, words):
        _add_benefit(sentence, group, cap, drafts, words)


def _add_benefit(
    sentence: Sentence, group: list[Named], cap: Amount | None, drafts: Drafts, words: Vocabulary
) -> None:
    text, first = sentence.text, group[0].amount
    quote = _quote(text, [one.amount for one in group] + ([cap] if cap else []))
    labels = [one.label for one in group if one.label]
    clause = sentence.clause
    near = text[: group[-1].amount.end + _NEAR]
    topic = words.topic(clause.heading, *reversed(clause.headings))
    topic = topic or (words.topic_of_fact(labels[0].fact) if labels else "")
    topic = topic or words.topic(near, text, sentence.context)
    doubts: list[str] = []
    conditions: list[dict[str, Any]] = []
    if first.percent:
        formula = share(first, text, words)
    else:
        raw, facts = bounded(first), []
        if len(group) > 1 and len(labels) == len(group):
            raw = table(labels[0].fact, {one.label.value: one.amount for one in group if one.label})
            facts = [labels[0].fact]
        elif len(group) > 1:
            raw = spread([one.amount for one in group])
            doubts.append("一列金额各自给谁没有认出来，先写成区间")
        elif labels:
            conditions.append({labels[0].fact: labels[0].value})
            facts = [labels[0].fact]
        formula = multiplied(raw, first, cap, text, topic, words)
        formula = DraftFormula(formula.raw, (*facts, *formula.facts), formula.doubts)
    payees = payees_in(text, first.start)
    conditions += words.conditions(sentence.context + text, topic, formula.facts)
    doubts += formula.doubts
    doubts += [] if payees else ["付给谁没有认出来"]
    doubts += [] if topic else ["属于哪个主题没有认出来"]
    drafts.benefits.append(
        _benefit(drafts.next_id(), _name(clause, words.label(topic)), topic, clause.path, quote)
        | {"recipients": list(payees), "askers": list(askers_of(payees))}
        | ({"when": when} if (when := all_of(conditions)) else {})
        | {"amount": formula.raw}
    )
    drafts.doubts += (Doubt(f"{clause.path} {drafts.benefits[-1]['id']}", doubt) for doubt in doubts)


def _add_adjustment(sentence: Sentence, amount: Amount, drafts: Drafts, words: Vocabulary) -> None:
    clause = sentence.clause
    topic = words.topic(sentence.text, clause.heading)
    when = all_of(words.conditions(sentence.text, topic, ()))
    quote = _quote(sentence.text, [amount])
    entry: dict[str, Any] = {
        "id": drafts.next_id(),
        "draft": True,
        "name": f"补贴标准提高{number(amount.value)}%",
    }
    entry |= {"topic": topic} if topic else {}
    entry |= {"clause": clause.path, "quote": quote} | ({"when": when} if when else {})
    entry |= {"raise_percent": number(amount.value)} | (
        {"at_most": True} if amount.bound == "at_most" else {}
    )
    drafts.adjustments.append(entry)
    doubt = "调整哪几项补贴没有写，请填 applies_to" + ("" if when else "；条件没有认出来")
    drafts.doubts.append(Doubt(f"{clause.path} {entry['id']}", doubt))


def _add_table(clause: Clause, drafted: TableDraft, drafts: Drafts, words: Vocabulary) -> None:
    for entry in drafted.set_aside:
        drafts.set_aside.append(entry)
    drafts.doubts += (Doubt(clause.path, doubt) for doubt in drafted.doubts)
    for cells in drafted.groups:
        _add_cells(clause, cells, drafts, words)


def _add_cells(clause: Clause, cells: Sequence[Cell], drafts: Drafts, words: Vocabulary) -> None:
    """One benefit: the cells of a table that differ in one choice only, or a single cell."""
    first = cells[0]
    labels = " ".join(first.words)
    topic = words.topic(clause.heading, *reversed(clause.headings))
    topic = topic or (words.topic_of_fact(first.choice.fact) if first.choice else "")
    topic = topic or words.topic(labels, clause.text)
    facts: list[str] = []
    conditions: list[dict[str, Any]] = []
    raw: Any = bounded(first.amount)
    if len(cells) > 1 and first.choice:
        raw = table(first.choice.fact, {cell.choice.value: cell.amount for cell in cells if cell.choice})
        facts = [first.choice.fact]
    elif first.choice:
        conditions.append({first.choice.fact: first.choice.value})
        facts = [first.choice.fact]
    formula = multiplied(raw, first.amount, None, first.head, topic, words)
    conditions += words.conditions(labels, topic, (*facts, *formula.facts))
    payees = payees_in(clause.text, len(clause.text.split("\t")[0]))
    name = "，".join(word for word in (_name(clause, words.label(topic)), *first.words) if word)
    entry = _benefit(
        drafts.next_id(), name, topic, clause.path, first.quote if len(cells) == 1 else _span(clause, cells)
    )
    entry |= {"recipients": list(payees), "askers": list(askers_of(payees))}
    entry |= {"when": when} if (when := all_of(conditions)) else {}
    entry |= {"amount": formula.raw, "see": [{"clause": clause.path, "quote": first.head_line}]}
    drafts.benefits.append(entry)
    doubts = [
        *formula.doubts,
        *([] if payees else ["付给谁没有认出来"]),
        *([] if topic else ["属于哪个主题没有认出来"]),
    ]
    drafts.doubts += (Doubt(f"{clause.path} {entry['id']}", doubt) for doubt in doubts)


def _span(clause: Clause, cells: Sequence[Cell]) -> str:
    """The lines of a table from the first of these cells to the last."""
    start = clause.text.index(cells[0].quote)
    end = clause.text.index(cells[-1].quote, start) + len(cells[-1].quote)
    return clause.text[start:end]


def _benefit(name_id: str, name: str, topic: str, path: str, quote: str) -> dict[str, Any]:
    entry: dict[str, Any] = {"id": name_id, "draft": True, "name": name}
    return entry | ({"topic": topic} if topic else {}) | {"clause": path, "quote": quote}


def _name(clause: Clause, label: str) -> str:
    """As the clause is headed, else the topic, else as what lies around it is headed."""
    heading = plain_heading(clause)
    if heading and heading == clause.heading.strip():
        return heading
    return label or heading or next(reversed(clause.headings), "补贴")


def plain_heading(clause: Clause) -> str:
    """The heading without what a short item says behind it: 岗前培训，每人600元."""
    return re.split(r"[，,；;]|每\s*[人名]|\d", clause.heading)[0].strip()


def _quote(sentence: str, amounts: Iterable[Amount]) -> str:
    """The parts of a sentence, between ；, that hold the amounts."""
    amounts = list(amounts)
    start = part_start(sentence, min(amounts, key=lambda a: a.start))
    ends = [at for at in (sentence.find(mark, max(a.end for a in amounts)) for mark in "；;。") if at >= 0]
    return sentence[start : min(ends, default=len(sentence))].strip()


def _phrase(sentence: str, amount: Amount) -> str:
    """The words between commas that hold an amount."""
    start = max(sentence.rfind(mark, 0, amount.start) for mark in "，,；;。：:") + 1
    ends = [at for at in (sentence.find(mark, amount.end) for mark in "，,；;。") if at >= 0]
    return sentence[start : min(ends, default=len(sentence))].strip()

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
from assistant.intake.draft_tables import Cell, TableDraft, read_table
from assistant.intake.models import Doubt
from assistant.intake.payees import askers_of, payees_in
from assistant.intake.phrases import ONLY_SEPARATED, Amount, read_amounts
from assistant.intake.purposes import purpose_of
from assistant.intake.vocabulary import Choice, Vocabulary, all_of

_SENTENCE = re.compile(r"[^。\n]+[。]?")
_LEADS_UP = re.compile(r"[^。\n]*[：:]\s*$")
_UNIT = re.compile(r"^[万亿]?元(?:[/／·][一-鿿]{1,2})*")
_BRACKETED = re.compile(r"\s*[万亿]?元(?:[/／·][一-鿿]{1,2})*\s*[（(](?P<words>[^（()）]{2,16})[）)]")


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


@dataclass(frozen=True)
class _Named:
    """An amount with the choice that it is for."""

    amount: Amount
    label: Choice | None


def draft_rules(policy_id: str, clauses: Sequence[Clause], words: Vocabulary) -> Drafts:
    """A draft for every amount of the clauses, tables included."""
    drafts = Drafts(policy_id)
    for clause in clauses:
        if clause.kind in ("responsible", "colophon"):
            continue
        for sentence in _sentences(clause, clauses):
            _draft_sentence(sentence, drafts, words)
        for table_draft in read_table(clause, words):
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
    for group, cap in _groups(_labelled(sentence.text, plain, words)):
        _add_benefit(sentence, group, cap, drafts, words)


def _labelled(sentence: str, amounts: Sequence[Amount], words: Vocabulary) -> list[_Named]:
    """Each amount with the choice named for it: before it, in brackets behind it, or in a list of names."""
    named: list[_Named] = []
    at = 0
    while at < len(amounts):
        run = 1
        while at + run < len(amounts) and _follows(sentence, amounts[at + run - 1], amounts[at + run]):
            run += 1
        since = amounts[at - 1].end if at else 0
        choices = words.choices(sentence[since : amounts[at].start])
        if run > 1 and len(choices) >= run:
            named += (_Named(a, c) for a, c in zip(amounts[at : at + run], choices[-run:], strict=True))
        elif run > 1:
            named += (_Named(amount, None) for amount in amounts[at : at + run])
        else:
            behind = _BRACKETED.match(sentence, amounts[at].end)
            after = words.choices(behind["words"]) if behind else []
            lead = sentence[since : amounts[at].start]
            own = _BRACKETED.match(
                sentence, since
            )  # 1000元（中级工）、: the brackets belong to what is before
            choices = [c for c in choices if not own or c.start + since >= own.end()]
            start = _part_start(sentence, amounts[at]) - since
            near = [c for c in choices if c.start >= start and not _is_listed(lead, c)]
            named.append(_Named(amounts[at], near[-1] if near else after[0] if after else None))
        at += run
    return named


def _is_listed(lead: str, choice: Choice) -> bool:
    """Whether a choice is one of several things that the amount is for: 专项证书、资格证书或者等级证书."""
    before = _UNIT.sub("", lead[: choice.start].strip())  # 元/人 belongs to the amount before it
    behind = lead[choice.end :].lstrip("书证的 ")
    return behind.startswith(("、", "或", "和", "及")) or (before.endswith("、") and len(before) > 1)


def _part_start(sentence: str, amount: Amount) -> int:
    return max(sentence.rfind(mark, 0, amount.start) for mark in "；;。") + 1


def _follows(sentence: str, first: Amount, second: Amount) -> bool:
    """Whether two amounts stand in a bare list: 1500元、2200元."""
    return not (first.percent or second.percent) and bool(
        ONLY_SEPARATED.fullmatch(sentence[first.end : second.start])
    )


def _groups(named: Sequence[_Named]) -> Iterator[tuple[list[_Named], Amount | None]]:
    """Amounts that make one benefit: those for the choices of one fact, a list, or one with its cap."""
    by_fact: dict[str, list[_Named]] = {}
    for item in named:
        if item.label and not item.amount.percent:
            by_fact.setdefault(item.label.fact, []).append(item)
    told: set[int] = set()
    for at, item in enumerate(named):
        if id(item) in told or item.amount.again:
            continue
        group = [item]
        if item.label and not item.amount.percent:
            group = list({o.label.value: o for o in by_fact[item.label.fact] if o.label}.values())
        elif not item.amount.percent:
            group += _unlabelled_list(named, at)
        told |= {id(one) for one in group}
        cap = next((o for o in named[at + 1 : at + 1 + len(group)] if id(o) not in told), None)
        if cap and cap.amount.caps and cap.label is None and not item.amount.percent:
            told.add(id(cap))
            yield group, cap.amount
        else:
            yield group, None


def _unlabelled_list(named: Sequence[_Named], at: int) -> list[_Named]:
    """The rest of a bare list without names of any fact: each shares its unit with the first."""
    rest: list[_Named] = []
    for before, item in zip(named[at:], named[at + 1 :], strict=False):
        gap = item.amount.start - before.amount.end
        if item.label or item.amount.caps or item.amount.percent or item.amount.again or gap > 4:
            break
        rest.append(item)
    return rest


def _add_benefit(
    sentence: Sentence, group: list[_Named], cap: Amount | None, drafts: Drafts, words: Vocabulary
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
    start = _part_start(sentence, min(amounts, key=lambda a: a.start))
    ends = [at for at in (sentence.find(mark, max(a.end for a in amounts)) for mark in "；;。") if at >= 0]
    return sentence[start : min(ends, default=len(sentence))].strip()


def _phrase(sentence: str, amount: Amount) -> str:
    """The words between commas that hold an amount."""
    start = max(sentence.rfind(mark, 0, amount.start) for mark in "，,；;。：:") + 1
    ends = [at for at in (sentence.find(mark, amount.end) for mark in "，,；;。") if at >= 0]
    return sentence[start : min(ends, default=len(sentence))].strip()

"""A receipt: an answer under an id over corpus, facts, day and words, and what has changed since.

The id is ten of Crockford's letters and digits (no I, L, O or U) in two groups, so that it can be read out
on the telephone: K7Q2M-9XB4T. The same answer to the same facts on the same day has the same id. The
conversation is not part of it: whoever has an answer's id cannot go on with the conversation.
"""

import hashlib
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any

from pydantic import Field

from assistant.dialogue.answers.validity_answer import day
from assistant.dialogue.compose import benefit_out
from assistant.dialogue.models import BenefitOut, Reply
from assistant.documents.library import Library
from assistant.documents.models import Data
from assistant.documents.quotes import locate_quote
from assistant.errors import BadInput
from assistant.rules.amount import Amount, show
from assistant.rules.assess import Entitlement, assess, with_implied
from assistant.rules.facts import FactBook
from assistant.rules.rulebook import Rulebook
from assistant.wording import OUTCOMES, VALIDITY

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH, _GROUP = 10, 5
_MISHEARD = str.maketrans("OIL", "011")


class Judged(Data):
    """Benefits that were judged on the same facts, as `FactBook.store` writes them, for the same day."""

    facts: dict[str, Any]
    on: date
    rules: tuple[str, ...]


class Record(Data):
    """An answer as it is kept: no word that was typed."""

    day: date
    corpus: str  # the fingerprint of what it was answered from
    judged: tuple[Judged, ...]
    reply: Reply  # without its own id, and without the conversation's


class Receipt(Data):
    """An answer given before, and what has changed since."""

    as_of: date = Field(description="the day for which it was answered")
    today: date
    reply: Reply
    changes: list[str] = Field(description="what would be different today; empty: nothing")


def record(
    reply: Reply, entitlements: Sequence[Entitlement], book: FactBook, *, corpus: str, on: date
) -> Record:
    """What is kept of an answer given on a day; `corpus`: the fingerprint of policies, rules and words."""
    alike = groupby(entitlements, key=lambda e: (e.facts, e.on))
    judged = tuple(
        Judged(
            facts=dict(sorted(book.store(facts).items())), on=on, rules=tuple(e.rule.benefit.id for e in es)
        )
        for (facts, on), es in alike
    )
    nameless = reply.model_copy(update={"session_id": "", "answer_id": ""})
    return Record(day=on, corpus=corpus, judged=judged, reply=nameless)


def answer_id(content: str) -> str:
    """The id of a record written as JSON: the first 50 bits of its hash."""
    number = int.from_bytes(hashlib.sha256(content.encode()).digest()[:7]) >> 6
    signs = "".join(_ALPHABET[number >> shift & 31] for shift in range(5 * (_LENGTH - 1), -1, -5))
    return f"{signs[:_GROUP]}-{signs[_GROUP:]}"


def admit_answer_id(written: str) -> str:
    """An id as people write it: small letters, no hyphen, O for 0. Raises BadInput where it is none."""
    folded = unicodedata.normalize("NFKC", written).upper()
    signs = "".join(sign for sign in folded if sign not in "-– ").translate(_MISHEARD)
    if len(signs) != _LENGTH or not set(signs) <= set(_ALPHABET):
        raise BadInput("答复编号不对：应为 10 位字母和数字，例如 K7Q2M-9XB4T。")
    return f"{signs[:_GROUP]}-{signs[_GROUP:]}"


def receipt(
    record: Record, answer_id: str, library: Library, rulebook: Rulebook, *, corpus: str, today: date
) -> Receipt:
    """A record as it is given back, with what today's corpus and today's date would make different."""
    changes = [*_benefits(record, rulebook), *_quotes(record, library), *_validity(record, library, today)]
    if record.corpus != corpus and not changes:
        changes = ["政策库在答复之后更新过，但这次答复的金额、条件、引文和效力都没有变。"]
    reply = record.reply.model_copy(update={"answer_id": answer_id})
    return Receipt(as_of=record.day, today=today, reply=reply, changes=list(dict.fromkeys(changes)))


def printable(receipt: Receipt) -> str:
    """A receipt as plain text: the number, the day, the answer, the clauses, what has changed."""
    reply = receipt.reply
    lines = [
        "职业培训补贴政策答复单",
        f"答复编号：{reply.answer_id}",
        f"答复日期：{day(receipt.as_of)}（政策是否有效按这一天说）",
        "",
        reply.text.replace("**", ""),
        "",
        "依据的条文：",
    ]
    for number, cited in enumerate(reply.citations, start=1):
        about = f"《{cited.title}》" + (f"（{cited.document_number}）" if cited.document_number else "")
        lines += [f"{number}. {about}{cited.path}，{VALIDITY[cited.validity]}", f"   “{cited.quote}”"]
    if not reply.citations:
        lines.append("无")
    lines += ["", f"到{day(receipt.today)}的变化：", *(receipt.changes or ["没有变化。"])]
    return "\n".join(
        [*lines, "", "本单由政策问答程序按收录的条文给出，不是受理或者审批结果；以经办机构答复为准。"]
    )


def _benefits(record: Record, rulebook: Rulebook) -> Iterator[str]:
    """Benefits that come out otherwise by today's rules, on the facts and the day of then."""
    judged = [(group, rule_id) for group in record.judged for rule_id in group.rules]
    # A total changes only with what it is the total of.
    told = (benefit for benefit in record.reply.benefits if not benefit.total)
    for then, (group, rule_id) in zip(told, judged, strict=True):
        rule = rulebook.rule(rule_id)
        if rule is None:
            yield f"{then.name}：现在的规则里没有这一项了。"
            continue
        try:
            facts = with_implied(rulebook.book.parse(group.facts), rulebook.book)
        except BadInput:
            yield f"{then.name}：当时的情况里有一项现在不再使用，没法重新计算。"
            continue
        now = benefit_out(assess(rule, facts, rulebook.book, on=group.on))
        if _sum(now) != _sum(then):
            yield f"{then.name}：当时是“{_sum(then)}”，按同样的情况，现在的规则算出“{_sum(now)}”。"
        elif (now.path, now.recipient) != (then.path, then.recipient):
            yield (
                f"{then.name}：当时依据{then.path}、付给{then.recipient}，"
                f"现在依据{now.path}、付给{now.recipient}。"
            )
        elif (now.reasons, now.steps, now.limits) != (then.reasons, then.steps, then.limits):
            yield f"{then.name}：金额没有变，条件、算法或者限制的写法有变。"


def _quotes(record: Record, library: Library) -> Iterator[str]:
    """Quotes that do not stand in their clause any more."""
    for cited in record.reply.citations:
        policy = library.get(cited.policy_id)
        clauses = () if policy is None else (c for c in policy.clauses if c.path == cited.path)
        if not any(locate_quote(clause.text, cited.quote) for clause in clauses):
            where = f"{cited.document_number or f'《{cited.title}》'} {cited.path}"
            yield f"{where}：现在收录的条文里没有这句话了：“{cited.quote}”"


def _validity(record: Record, library: Library, today: date) -> Iterator[str]:
    """Policies that stand otherwise today than on the day of the answer."""
    for cited in record.reply.citations:
        policy = library.get(cited.policy_id)
        if policy is not None and (now := policy.validity(today)) != cited.validity:
            name = cited.document_number or f"《{cited.title}》"
            yield f"{name}：答复时{VALIDITY[cited.validity]}，{day(today)}{VALIDITY[now]}。"


def _sum(benefit: BenefitOut) -> str:
    """The outcome and the amount of a benefit in words."""
    amount = benefit.amount
    words = OUTCOMES[benefit.outcome]
    return words if amount is None else f"{words}，{show(Amount(_bound(amount.low), _bound(amount.high)))}"


def _bound(written: str | None) -> Decimal | None:
    return None if written is None else Decimal(written)

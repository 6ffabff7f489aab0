"""What bounds a benefit beside its amount: how often, the same thing once, one or the other, until when.

每人每年可享受不超过3次                     a limit, by the fact that counts them
同一职业同一等级不可重复享受                a limit, by the fact that says it was had before
以工代训补贴与岗前培训补贴不可重复享受      an exclusion of the drafts of both topics
应在取得证书之日起12个月内申请              what no fact says: a point for the reviewer
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.documents.labels import read_label
from assistant.documents.models import Clause
from assistant.intake.dates import number_in
from assistant.intake.models import Doubt
from assistant.intake.phrases import read_amounts
from assistant.intake.vocabulary import Vocabulary
from assistant.rules.models import TO_REVIEW

_NUMBER = r"(?P<number>\d{1,3}|[一二两三四五六七八九十]{1,3})"
_MOST = "不得?超过|不得?多于|最多|至多|只限|仅限|(?<!期)限|只能|最长"
_TIMES_A_YEAR = re.compile(rf"每(?:一)?年(?:度)?.{{0,16}}?(?:{_MOST}).{{0,8}}?{_NUMBER}\s*次")
_AGAIN = re.compile(
    "不(?:可|得|能|予)?(?:再)?(?:予以?)?(?:重复|同时|兼)|(?:只|仅)(?:能|可|限)?.{0,6}(?:一次|1次|一项|其一|一种)|就高不就低"
)
_CONJUNCTION = re.compile("^(?:但是?|且|并且?|同时|其中)(?=.)")
_TELLING = 10  # characters; fewer say nothing without the words around them
_THE_SAME = re.compile("同一|同样|相同")
# What bounds a benefit and has no words in the rules' language: the reviewer decides.
_OTHER = tuple(
    map(
        re.compile,
        (
            rf"(?:{_MOST}).{{0,10}}?{_NUMBER}\s*(?:次|个?月|天|日|年|期|课时|学时|人次|人)",
            rf"{_NUMBER}\s*(?:个?月|天|日|年|个?工作日)(?:之?内|以内).{{0,14}}?(?:申请|申领|申报|提出|提交|办理)",
            "不(?:包括|包含|含|纳入|属于|予(?:以)?(?:补贴|补助|发放|奖励|受理)|得享受|再享受|适用)|除外",
        ),
    )
)


@dataclass(frozen=True)
class Phrase:
    """Words of a clause between commas, with the part of the sentence around them."""

    clause: Clause
    text: str
    part: str

    @property
    def point(self) -> str:
        """It as a point for the reviewer."""
        words = self.text if len(self.text) >= _TELLING else self.part.strip()
        return f"{TO_REVIEW}条文写“{words}”，草稿没有算进去"


@dataclass(frozen=True)
class Bounds:
    """What was found: limits as in benefits.yaml, what nobody could be bound to."""

    limits: tuple[dict[str, Any], ...]
    doubts: tuple[Doubt, ...]


def draft_bounds(clauses: Sequence[Clause], benefits: Sequence[dict[str, Any]], words: Vocabulary) -> Bounds:
    """Bind the drafts by what the clauses say: `limits`, `excludes`, `open_points` are added to them."""
    limits: list[dict[str, Any]] = []
    doubts: list[Doubt] = []
    for phrase in _phrases(clauses):
        if (limit := _limit(phrase, f"limit-{len(limits) + 1:02}", words)) is not None:
            bound = _bound(phrase, benefits, words)
            if bound:
                limits.append(limit)
            for benefit in bound:
                benefit.setdefault("limits", []).append(limit["id"])
        elif _AGAIN.search(phrase.text):
            bound = _exclude(phrase, benefits, words) or _note(phrase, benefits)
        elif any(pattern.search(phrase.text) for pattern in _OTHER) and not _in_formula(phrase, benefits):
            bound = _note(phrase, benefits)
        else:
            continue
        if not bound:
            doubts.append(Doubt(phrase.clause.path, f"“{phrase.text}”没有归到哪一条草稿，请核对"))
    return Bounds(tuple(limits), tuple(doubts))


def _phrases(clauses: Sequence[Clause]) -> Iterator[Phrase]:
    for clause in clauses:
        if clause.kind not in ("body", "annex"):
            continue
        for line in clause.text.splitlines():
            label = read_label(line)
            for part in re.split("[。；;]", line[label.length if label else 0 :]) if "\t" not in line else ():
                for words in re.split("[，,：:]", part):
                    if text := _CONJUNCTION.sub("", words.strip()):
                        yield Phrase(clause, text, part)


def _limit(phrase: Phrase, limit_id: str, words: Vocabulary) -> dict[str, Any] | None:
    """A limit by a fact; None where the phrase sets none that a fact could say."""
    times = _TIMES_A_YEAR.search(phrase.text)
    fact = None
    if times:
        most = number_in(times["number"])
        fact = words.times_a_year(phrase.text, phrase.part, phrase.clause.heading)
        blocked: dict[str, Any] = {fact or "": {"at_least": most}}
        say_blocked = f"今年已享受{most}次，不能再享受"
    elif _AGAIN.search(phrase.text) and _THE_SAME.search(phrase.text):
        fact = words.had_before(phrase.text)
        blocked, say_blocked = {fact or "": True}, "同样的已经享受过，不能再享受"
    if fact is None:
        return None
    return {
        "id": limit_id,
        "draft": True,
        "say": "".join(phrase.text.split()),
        "clause": phrase.clause.path,
        "quote": phrase.text,
        "blocked_when": blocked,
        "say_blocked": say_blocked,
    }


def _bound(phrase: Phrase, benefits: Sequence[dict[str, Any]], words: Vocabulary) -> list[dict[str, Any]]:
    """The drafts that a limit speaks of: of its topics, else of its clause, else whatever is paid by head."""
    topics = words.topics_in(phrase.text)
    named = [benefit for benefit in benefits if benefit.get("topic") in topics]
    here = [benefit for benefit in benefits if benefit["clause"] == phrase.clause.path]
    by_head = [benefit for benefit in benefits if "headcount" in str(benefit["amount"])]
    return named or here or by_head


def _exclude(phrase: Phrase, benefits: Sequence[dict[str, Any]], words: Vocabulary) -> list[dict[str, Any]]:
    """Drafts of two topics that the phrase names exclude each other."""
    named = {
        topic: [b for b in benefits if b.get("topic") == topic] for topic in words.topics_in(phrase.text)
    }
    held = {topic: found for topic, found in named.items() if found}
    if len(held) < 2:
        return []
    for topic, found in held.items():
        others = [other["id"] for name, rest in held.items() if name != topic for other in rest]
        for benefit in found:
            benefit["excludes"] = list(dict.fromkeys([*benefit.get("excludes", ()), *others]))
            benefit["exclusion"] = {"clause": phrase.clause.path, "quote": phrase.text}
    return [benefit for found in held.values() for benefit in found]


def _note(phrase: Phrase, benefits: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Tell the reviewer, in the drafts of the clause."""
    here = [benefit for benefit in benefits if benefit["clause"] == phrase.clause.path]
    for benefit in here:
        points = benefit.setdefault("open_points", [])
        if phrase.point not in points:
            points.append(phrase.point)
    return here


def _in_formula(phrase: Phrase, benefits: Sequence[dict[str, Any]]) -> bool:
    """Whether a bound is one that a draft of the clause computes with: 最高2000元, 最长6个月."""
    amounts = " ".join(str(b["amount"]) for b in benefits if b["clause"] == phrase.clause.path)
    numbers = [found for pattern in _OTHER[:1] for found in pattern.finditer(phrase.text)]
    counted = bool(numbers) and all(f"'up_to': {number_in(n['number'])}" in amounts for n in numbers)
    return counted or (not numbers and bool(read_amounts(phrase.text)))

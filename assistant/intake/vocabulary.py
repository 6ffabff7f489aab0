"""What the corpus's own words say of a sentence: its topic, its facts, the choices that it names, units."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from unicodedata import normalize

from assistant.dialogue.facts.fact_reader import FactReader
from assistant.dialogue.facts.said import facts_of
from assistant.dialogue.language.lexicon import Lexicon
from assistant.dialogue.language.words import WordList
from assistant.rules.facts import COUNTED, FactSpec, Quantity, Value, plain
from assistant.rules.formulas import walk
from assistant.rules.rulebook import Rulebook

_PEOPLE = re.compile(r"人|名|位|学员|职工|员工|学徒|学生|劳动者|毕业生|导师|教师")
_IN_LIST = re.compile(r"[《》“”、或者及和证书]*")
_NOT = re.compile(r"[不未无非没][^，。；]{0,3}$")
# Facts that a text names without asking for them: who is spoken of, how many, what the amount hangs on.
_NO_CONDITION = frozenset(
    {"asker", "event_date", "headcount", "certificate_obtained", "certificate_level", "gender", "age"}
)
_NEAR = 14  # characters beside a share that name what it is a share of


@dataclass(frozen=True)
class Choice:
    """A value of a choice fact that a text names: text[start:end]."""

    fact: str
    value: str
    start: int
    end: int


class Vocabulary:
    """The words of facts.yaml and topics.yaml, and how the reviewed rules use them."""

    def __init__(self, rulebook: Rulebook, lexicon: Lexicon) -> None:
        self._book = rulebook.book
        self._reader = FactReader(rulebook.book, lexicon)
        topics = [topic for topic in rulebook.topics.values() if topic.elsewhere is None]
        self._labels = {topic.id: topic.label for topic in topics}
        self._topics = WordList((fold_width(word), topic.id) for topic in topics for word in topic.words)
        self._choices = WordList(
            (fold_width(word), (spec.id, value))
            for spec in rulebook.book
            if spec.kind == "choice" and spec.id not in ("asker", "gender")
            for value, words in spec.choices.items()
            for word in words
        )
        self._multiplied = _multiplied(rulebook)
        self._implied: dict[str, list[str]] = {}
        for topic in topics:
            for fact in topic.implied_by:
                self._implied.setdefault(fact, []).append(topic.id)

    def topic(self, *texts: str) -> str:
        """The topic of the first of the texts that names one: the one that most of its words are of."""
        for text in texts:
            scores: dict[str, int] = {}
            for found in self._topics.find(fold_width(text)):
                scores[found.meaning] = scores.get(found.meaning, 0) + len(found.word)
            if scores:
                return max(scores, key=lambda topic: scores[topic])
        return ""

    def topics_in(self, text: str) -> tuple[str, ...]:
        """The topics that a text names, left to right."""
        found = sorted(self._topics.find(fold_width(text)), key=lambda item: item.start)
        return tuple(dict.fromkeys(item.meaning for item in found))

    def times_a_year(self, *texts: str) -> str | None:
        """The fact that counts how often something was had this year: of a topic named, else of all."""
        counting = [s for s in self._book if s.this_year and s.kind == "count"]
        topics = set(self.topics_in(" ".join(texts)))
        own = [spec.id for spec in counting if topics & set(spec.topics)]
        of_all = [spec.id for spec in counting if not spec.topics]
        return next(iter(own or of_all), None)

    def had_before(self, text: str) -> str | None:
        """The fact by which the same thing was had before, in a text that forbids it: 同一等级, 重复享受."""
        said = self._reader.read(re.sub(r"\s+", "", fold_width(text)), ()).said
        facts = dict.fromkeys(item.fact for item in said if self._book[item.fact].kind == "yes_no")
        return next(iter(facts)) if len(facts) == 1 else None

    def label(self, topic: str) -> str:
        """A topic as people read it; "" for none."""
        return self._labels.get(topic, "")

    def topic_of_fact(self, fact: str) -> str:
        """The one topic that a fact belongs to, or that it implies; "" where there is none, or several."""
        topics = self._book[fact].topics or self._implied.get(fact, ())
        return topics[0] if len(topics) == 1 else ""

    def choices(self, text: str) -> list[Choice]:
        """The choices that a text names, left to right.

        A word of several facts (国家级) is of the fact that a word after it names alone, else before it.
        """
        found = self._choices.find(fold_width(text))
        alone = {f.start: f.meaning[0] for f in found if sum(g.start == f.start for g in found) == 1}
        kept: list[Choice] = []
        for item in found:
            fact, value = item.meaning
            if item.start not in alone:
                nearest = [at for at in alone if at > item.start] or [at for at in alone if at < item.start][
                    -1:
                ]
                if nearest and alone[nearest[0]] != fact:
                    continue
            if not any(choice.start == item.start for choice in kept):
                kept.append(Choice(fact, value, item.start, item.end))
        return kept

    def conditions(self, text: str, topic: str, without: Collection[str]) -> list[dict[str, Any]]:
        """Conditions that the facts' words in a text suggest, in the order of the text; 甲、乙或丙 is one."""
        folded = re.sub(r"\s+", "", fold_width(text))
        said = [
            item
            for item in self._reader.read(folded, (topic,) if topic else ()).said
            if self._asks(item.fact, without)
            and item.value is not False
            and not _NOT.search(folded[: item.start])
        ]
        values = facts_of(said)
        listed = {
            item.fact: len({str(other.value) for other in said if other.fact == item.fact}) for item in said
        }
        ends: dict[str, tuple[int, int]] = {}
        for item in said:
            ends.setdefault(item.fact, (item.start, item.end))
        built: list[tuple[str, dict[str, Any]]] = []
        for fact, value in values.items():
            several = isinstance(value, str) and listed[fact] > 1  # 初级工、中级工: a list, no condition
            if not several and (condition := _condition(self._book[fact], value)):
                built.append((fact, condition))
        return _joined(built, ends, folded)

    def _asks(self, fact: str, without: Collection[str]) -> bool:
        """Whether a fact can be a condition: what is counted or spent is a part of the formula."""
        if fact in _NO_CONDITION or fact in without:
            return False
        return self._book[fact].kind in ("yes_no", "choice", "choices", "months", "years")

    def unit_fact(self, unit: str, topic: str) -> str | None:
        """The counted fact that 每人, 每月, 每课时 … multiply by; None where no fact counts it."""
        if unit.startswith(("名", "位", "人")) or (_PEOPLE.search(unit) and not unit.startswith("次")):
            return "headcount" if "headcount" in self._book else None
        fitting = [(spec, length) for spec in self._book if (length := _fit(spec, unit))]
        longest = max((length for _, length in fitting), default=0)
        candidates = [spec for spec, length in fitting if length == longest]
        used = [s for s in candidates if topic in self._multiplied.get(s.id, ())]
        spoken = [s for s in candidates if s.topics and topic in s.topics]
        free = [s for s in candidates if s.id in self._multiplied and not s.topics]
        best = [*used, *spoken, *free]
        return best[0].id if best else None

    def knows(self, fact: str) -> bool:
        """Whether there is such a fact."""
        return fact in self._book

    def unit_word(self, fact: str, unit: str) -> str:
        """The unit that a fact is counted in: 次 for 每次生活费, 个月 for 每月."""
        return self._book[fact].unit or unit

    def money_fact(self, text: str, start: int, end: int) -> str | None:
        """The sum that a share at text[start:end] is taken of, named next to it; None where none is."""
        before, behind = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
        found: list[tuple[int, int, str]] = []
        for spec in self._book:
            for word in (spec.label, *spec.names, *spec.cues) if spec.kind == "money" else ():
                if len(word) > 1 and word in before:
                    found.append((len(before) - before.rindex(word) - len(word), -len(word), spec.id))
                if len(word) > 1 and word in behind:
                    found.append((behind.index(word) + 1, -len(word), spec.id))
        return min(found)[2] if found else None


def fold_width(text: str) -> str:
    """Half-width and lower case, character by character, so that places stay."""
    narrow = (normalize("NFKC", character) for character in text)
    return "".join(n if len(n) == 1 else c for n, c in zip(narrow, text, strict=True)).lower()


def _multiplied(rulebook: Rulebook) -> dict[str, set[str]]:
    """Fact → the topics of the reviewed rules that multiply by it."""
    used: dict[str, set[str]] = {}
    for rule in rulebook.rules:
        for formula in walk(rule.benefit.amount):
            for fact in formula.facts if formula.operator == "each" else ():
                used.setdefault(fact, set()).add(rule.benefit.topic)
    return used


def _fit(spec: FactSpec, unit: str) -> int:
    """How many characters of a unit are the fact's: 个竞赛工种 by 个竞赛工种, 次生活费 by 次; 0 for none."""
    if spec.kind not in COUNTED or spec.kind in ("money", "age"):
        return 0
    names = {name for name in (spec.unit, *spec.units) if name and name != "个"}
    names |= {name.lstrip("个") for name in names if len(name) > 1}
    return max((len(name) for name in names if unit.startswith(name)), default=0)


def _joined(
    built: Sequence[tuple[str, dict[str, Any]]], ends: Mapping[str, tuple[int, int]], text: str
) -> list[dict[str, Any]]:
    """Conditions, those that stand in one list with 或 as one of which any is enough."""
    runs: list[list[tuple[str, dict[str, Any]]]] = []
    gaps: list[str] = []
    for fact, condition in built:
        gap = text[ends[runs[-1][-1][0]][1] : ends[fact][0]] if runs else "，"
        if _IN_LIST.fullmatch(gap):
            runs[-1].append((fact, condition))
            gaps[-1] += gap
        else:
            runs.append([(fact, condition)])
            gaps.append("")
    joined: list[dict[str, Any]] = []
    for run, gap in zip(runs, gaps, strict=True):
        conditions = [condition for _, condition in run]
        joined += [{"any": conditions}] if "或" in gap else conditions
    return joined


def _condition(spec: FactSpec, value: Value) -> dict[str, Any] | None:
    match value:
        case bool():
            return {spec.id: value}
        case str():
            return {spec.id: value}
        case frozenset():
            chosen: Sequence[str] = [choice for choice in spec.choices if choice in value]
            return {spec.id: {"in": list(chosen)}} if chosen else None
        case Quantity(low, None):
            return {spec.id: {"at_least": _whole(low)}}
        case Quantity(low, high) if high is not None and low == 0:
            return {spec.id: {"at_most": _whole(high)}}
        case Quantity(low, high) if low == high:
            return {spec.id: {"at_least": _whole(low)}}
    return None


def _whole(number: Any) -> int | float:
    text = plain(number)
    return int(text) if text.isdecimal() else float(text)


def all_of(conditions: Iterable[dict[str, Any]]) -> dict[str, Any] | None:
    """Conditions as one; None for none."""
    conditions = list(conditions)
    return conditions[0] if len(conditions) == 1 else {"all": conditions} if conditions else None

"""Facts that are said in words: 没交社保, 中级工, 新招, 合同不清楚."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Any

from assistant.dialogue.facts.place_ties import is_wished
from assistant.dialogue.facts.said import (
    ASKER,
    HOLDER,
    LEVEL_HAD,
    PENSIONER,
    PLACE,
    Said,
    is_of_another,
    is_of_kin,
    is_of_others,
    speaks_now,
)
from assistant.dialogue.facts.surroundings import around
from assistant.dialogue.facts.taken_back import what_stands
from assistant.dialogue.language.crowd_words import ENDS, FAILED
from assistant.dialogue.language.lexicon import Lexicon
from assistant.dialogue.language.negation import Stance, is_whether, stance_of
from assistant.dialogue.language.sentence import SENTENCE_END, part_behind
from assistant.dialogue.language.to_come import is_to_come
from assistant.dialogue.language.undecided import is_awaited, is_pending, is_undecided
from assistant.dialogue.language.words import Found, WordList
from assistant.rules.facts import (
    CHOICES,
    NONE_OF_THESE,
    UNSURE,
    FactBook,
    FactSpec,
    Quantity,
    Value,
    denied_choice,
)

# 高校毕业生、退役军人、监测对象，哪一类我都不是: what is listed, and what stands before the "none".
_LISTED = re.compile("[^,。;!?、没不未]{0,6}[、和跟与及或,][^,。;!?、没不未]{0,6}|")
_BEFORE_NONE = re.compile("[^。;!?]{0,8}")
_COUNT_AHEAD = re.compile(r"[\d一二两三四五六七八九十百千][个]?[人名位](?:都|全|均)*$")
_HAVE_FAILED = re.compile(f"{FAILED}{ENDS}")
_JOINS = re.compile("[、和跟与及或]|以及|或者|还有")

# What a word may mean beside a value: the fact itself (合同), or nothing (工作室, which holds 工作).
_NAME, _NOTHING = object(), object()

Words = Sequence[Found[tuple[str, Any]]]
_MISSED = re.compile(
    "(?:没有?|未)能?(?:考(?:上|过|到|出来|下来)|拿(?:到|着|下|上|出来)|取得|通过|过(?!期)|合格)"
)


class FactWords:
    """Reads the words and phrases of `facts.yaml`."""

    def __init__(self, book: FactBook, lexicon: Lexicon) -> None:
        self._book = book
        self._lexicon = lexicon
        # Of whom a message speaks (whose.py) and for what money was had (had_before.py) hangs on the whole of
        # it, and not on a word.
        specs = (spec for spec in book if spec.id not in (HOLDER, LEVEL_HAD, PLACE))
        self._words: WordList[tuple[str, Any]] = WordList(
            (word, (spec.id, value)) for spec in specs for word, value in _entries(spec)
        )

    def find(self, text: str, topics: Collection[str] | None = None) -> Words:
        """Every word in a folded text, with the fact and the value that it may mean.

        我们是困难企业 says who asks, and what he is; 我们厂评上省级工作室 too. `topics`: what is being
        talked about; words of facts that are not read then are none, and hide no others: without apprentices,
        合同签了 is the contract.
        """
        silent = frozenset(
            spec.id for spec in self._book if topics is not None and not speaks_now(spec, topics)
        )

        def counts(meaning: tuple[str, Any]) -> bool:
            return meaning[0] not in silent

        found = self._words.find(text, counts)
        inside = [
            replace(inner, start=start + inner.start, end=start + inner.end)
            for outer in found
            for start, end in self._inside(text, outer)
            for inner in self._words.find(text[start:end], counts)
            if inner.meaning[0] != outer.meaning[0]
        ]
        return sorted((*found, *inside), key=lambda word: word.start)

    def _inside(self, text: str, outer: Found[tuple[str, Any]]) -> list[tuple[int, int]]:
        """Where a word with a gap may hold others: 我们厂[评上省级大师]工作室, 我[在衢州上班]."""
        first, gap, last = outer.word.partition("…")[0], "…" in outer.word, outer.word.rpartition("…")[2]
        if outer.meaning[0] == ASKER and gap:
            return [(outer.start + 1, outer.end)]
        return [(outer.start + len(first), outer.end - len(last))] if gap else []

    def read(self, text: str, words: Words, before: Mapping[str, Value]) -> list[Said]:
        """What the words say; `before`: what was said before."""
        words = [
            found
            for at, found in enumerate(words)
            if found.meaning[1] is not _NOTHING and not self._denies_none(text, words, at)
        ]
        spans = list({found.start: found for found in words}.values())
        index = {found.start: i for i, found in enumerate(spans)}
        said = [item for found in words for item in self._read(text, found, spans, index[found.start])]
        return what_stands(text, said, self._book, self._lexicon, before)

    def _read(self, text: str, found: Found[tuple[str, Any]], spans: Words, index: int) -> list[Said]:
        fact, value = found.meaning
        spec = self._book[fact]
        if is_of_others(spec, text, found.start):
            return []
        if spec.of_place and spec.homes and is_wished(text[: found.start]):
            return []
        if fact == PENSIONER and is_of_kin(text, found.start):
            return []
        if found.word[0] in "不没" and text.endswith(found.word[1:], 0, found.start):
            return []  # 贫困不贫困 asks, or leaves it open
        if found.word in spec.counted and _COUNT_AHEAD.search(text[: found.start]):
            value = True
        if is_whether(text, found.start, found.end):
            return self._whether(text, found, spec)
        if isinstance(value, frozenset) and self._is_one_of_several(text, spec, spans, index):
            return []  # 高技能人才培训基地、产业实训基地: a list of kinds, and not one of them
        stance = stance_of(
            around(text, spans, index),
            self._lexicon,
            of_people=spec.kind in CHOICES and value is not _NAME,
            awarded=spec.awards(value),
            of_level=bool(spec.failed),
        )
        if spec.kind == "choices" and is_of_another(text, found.end):
            stance = Stance.DENIED
        elif spec.kind == "choices" and not spec.awards(value) and _HAVE_FAILED.match(text, found.end):
            stance = Stance.SAID  # 5个残疾人没考过 are what they are
        # Of a choice neither is said (what_stands), and it is asked for; a yes may go without saying.
        if spec.kind == "yes_no" and is_undecided(text, found.start, found.end, self._lexicon):
            stance = Stance.UNSURE
        if (
            spec.decided
            and stance in (Stance.SAID, Stance.DENIED)
            and is_awaited(_own_behind(text, spans, index))
        ):
            stance = Stance.UNSURE
        if spec.awards(value) and self._is_open(text, found, spans, stance):
            stance = Stance.UNSURE
        match stance:
            case Stance.UNSURE if value in spec.choices:
                told = spec.left_open(value)
            case Stance.UNSURE:
                told = {fact: UNSURE}
            case Stance.DENIED:
                told = _denied(spec, value)
            case Stance.FAILED:
                told = spec.missed(value)
            case Stance.SAID if value not in (None, _NAME):
                told = {fact: _listed(spec, value)}
            case _:
                told = {}
        return [
            Said(about, said, found.start, found.end, follows=about != fact)
            for about, said in self._book.parse(told).items()
        ]

    def _denies_none(self, text: str, words: Words, index: int) -> bool:
        """残疾人、退役军人，一样都不沾 says nothing of where they live, nor 跟化工都不沾 of any group."""
        fact = words[index].meaning[0]
        if words[index].word not in self._book[fact].none_words:
            return False
        listed: set[str] = set()
        following = words[index]
        for word in reversed([word for word in words[:index] if word.start < following.start]):
            between = text[word.end : following.start]
            if not (_LISTED if listed else _BEFORE_NONE).fullmatch(between):
                break
            listed.add(word.meaning[0])
            following = word
        return bool(words[:index]) and fact not in listed

    def _whether(self, text: str, found: Found[tuple[str, Any]], spec: FactSpec) -> list[Said]:
        """领没领过, 高危企业多不多, 合同签了没有: open where nobody knows, and otherwise asked."""
        rest = SENTENCE_END.split(text[found.start :])[0]
        unknown = any(word in rest for word in (*self._lexicon.file.unsure, *self._lexicon.file.unverified))
        if spec.kind in CHOICES or not unknown:
            return []
        return [Said(spec.id, UNSURE, found.start, found.end)]

    def _is_open(self, text: str, found: Found[tuple[str, Any]], spans: Words, stance: Stance) -> bool:
        """Whether what people try for is still to be tried for, or its outcome to be told."""
        if stance in (Stance.ASKED, Stance.UNSURE):
            return False
        if stance is Stance.FAILED and _MISSED.search(part_behind(text, found.end)):
            return False  # 证书没拿到,明年再考
        others = [(one.start, one.end) for one in spans if self._book[one.meaning[0]].awarded]
        spec = self._book[found.meaning[0]]
        # Of a workshop that is applied for the level is all that tells the amount.
        if (spec.kind != "choice" or spec.failed) and is_to_come(text, (found.start, found.end), others):
            return True
        return stance is not Stance.DENIED and is_pending(text, found.end)

    def _is_one_of_several(self, text: str, spec: FactSpec, spans: Words, index: int) -> bool:
        """Whether other kinds of the same are named right beside it."""
        kinds = {spec.id, *(fact for follows in spec.implies.values() for fact in follows)}
        pairs = pairwise(spans[max(index - 1, 0) : index + 2])
        return any(
            {one.meaning[0], other.meaning[0]} <= kinds and _JOINS.fullmatch(text[one.end : other.start])
            for one, other in pairs
        )


def _own_behind(text: str, spans: Words, index: int) -> str:
    """What stands behind a word in its sentence, up to the next word."""
    end = spans[index].end
    following = next((one.start for one in spans[index + 1 :] if one.start >= end), len(text))
    return SENTENCE_END.split(text[end:following])[0]


def _denied(spec: FactSpec, value: Any) -> dict[str, Any]:
    """What a denied word says: 没交社保 no, 没签合同 none, 不是残疾人 or 不是公共实训基地 that one less."""
    if isinstance(value, frozenset):
        return {spec.id: [denied_choice(one) for one in value]}
    if spec.kind == "months" and value is _NAME:
        return {spec.id: 0}
    if spec.kind == "choices" and value is _NAME:
        return {spec.id: [NONE_OF_THESE]}
    if spec.kind == "choices" and value is not False:
        # 不是退役军人，也不贫困: joined to a denial it is no double one.
        within = map(denied_choice, spec.includes.get(value, ()))
        return {spec.id: [denied_choice(value) if value in spec.choices else value, *within]}
    if spec.kind == "choice" and spec.awarded and not spec.failed and value in spec.choices:
        return {spec.id: [denied_choice(value)]}
    # 没过，没发证: two noes in a row are no yes.
    denies = spec.kind == "yes_no" and value in (True, _NAME) and (spec.ways or not spec.one_of_many)
    return {spec.id: False} if denies else {}


def _listed(spec: FactSpec, value: Any) -> Any:
    """A value as the fact book reads it: of several choices a list; "no" to all of them is 都不是."""
    if spec.kind == "choices":
        return [NONE_OF_THESE if value is False else value]
    if value in map(denied_choice, spec.denials):
        return [value]
    if isinstance(value, frozenset):
        return [denied_choice(one) for one in spec.choices if one not in value]
    return NONE_OF_THESE if spec.kind == "choice" and value is False else value


def _entries(spec: FactSpec) -> list[tuple[str, Any]]:
    entries: list[tuple[str, Any]] = [(word, True) for word in spec.words]
    entries += [(word, False) for word in (*spec.no_words, *spec.none_words)]
    entries += [(word, value) for value, words in spec.choices.items() for word in (value, *words)]
    entries += [(word, frozenset(left)) for word, left in spec.among.items()]
    entries += [(word, denied_choice(value)) for value, words in spec.denials.items() for word in words]
    entries += [(word, phrase.value) for phrase in spec.phrases for word in phrase.words]
    entries += [(word, _NAME) for word in spec.names]
    entries += [(word, _NOTHING) for word in spec.other_words]
    return list(dict.fromkeys((word, _frozen(value)) for word, value in entries))


def _frozen(value: Any) -> Any:
    """A YAML value that can be a key: {at_most: 12} as the quantity that it means."""
    if isinstance(value, Mapping):
        low, high = Decimal(str(value.get("at_least", 0))), value.get("at_most")
        return Quantity(low, None if high is None else Decimal(str(high)))
    return value

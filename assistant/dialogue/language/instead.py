"""What happened instead of what a clause asks for, which denies it without a "no".

The words stand in facts.yaml (`instead`), the kinds of words that they share in lexicon.yaml (`kinds`):

{training}……是{others}…办的      课是外地那家派遣公司来办的: any word of a kind, with gaps between
……                              up to twenty characters of the sentence, with none of our own and no denial
…                               up to eight characters of one part of the sentence, with no denial
|                               the part of the sentence ends here
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.dialogue.language.words import Found
from assistant.errors import CorpusError
from assistant.rules.facts import FactBook, Instead

_GAPS = {
    "……": "(?:(?![我咱本自和跟与同])[^。;!?没不未]){0,20}?",
    "…": "[^,。;!?、没不未]{0,8}?",
    "|": "(?:了|的|来的|呗|啊)*(?=[,。;!?、]|$)",
}
_TOKEN = re.compile(r"……|…|\||\{(\w+)\}")
# 不是光干活, 没有直接上岗
_NOT_SO = re.compile("[不没未](?:是|有)?(?:让)?(?:他们|员工|新人|工人)?$")
# Who asks speaks of himself: 去学的是同事，我没去.
_OF_ONESELF = re.compile("我(?!们|[厂司校])")
_NEAR = 14  # characters ahead of it in which another thing is told of it


@dataclass(frozen=True)
class _Pattern:
    """Words of one fact, ready to search."""

    fact: str
    words: re.Pattern[str]
    spec: Instead
    anywhere: re.Pattern[str]
    ahead: re.Pattern[str]
    beside: re.Pattern[str]
    behind: re.Pattern[str]

    def find(self, text: str) -> Iterator[Found[str]]:
        """Where the words stand in a folded text, and nothing beside them tells otherwise."""
        for match in self.words.finditer(text):
            before, after = text[: match.start()], text[match.end() :]
            if (
                _NOT_SO.search(before)
                or self.anywhere.search(text)
                or self.ahead.search(before[-_NEAR:])
                or self.beside.match(after)
                or self.behind.search(after)
                or any(word in match[0] for word in self.spec.without)
                or (self.spec.of_oneself and not _OF_ONESELF.search(before + after))
            ):
                continue
            yield Found(match[0], self.fact, match.start(), match.end())


class WhatHappened:
    """Finds what happened instead, by the words of `facts.yaml`."""

    def __init__(self, book: FactBook, kinds: Mapping[str, Sequence[str]]) -> None:
        self._patterns = [
            _Pattern(
                spec.id,
                _pattern(one.words, kinds),
                one,
                anywhere=_pattern(one.unless, kinds),
                ahead=_pattern(one.unless_ahead, kinds),
                beside=_pattern(one.unless_beside, kinds),
                behind=_pattern(one.unless_behind, kinds),
            )
            for spec in book
            for one in spec.instead
        ]

    def find(self, text: str) -> Iterator[Found[str]]:
        """What in a folded text says that something else happened, with the fact that it denies."""
        for pattern in self._patterns:
            yield from pattern.find(text)


def _pattern(words: Iterable[str], kinds: Mapping[str, Sequence[str]]) -> re.Pattern[str]:
    """The words as one pattern; none at all is found nowhere. Raises CorpusError for an unknown kind."""

    def spelled(word: str) -> str:
        parts, at = [], 0
        for token in _TOKEN.finditer(word):
            parts.append(re.escape(word[at : token.start()]))
            if token[1] and token[1] not in kinds:
                raise CorpusError("facts.yaml", f"“{word}”：lexicon.yaml 的 kinds 没有 {token[1]}")
            parts.append(_any_of(kinds[token[1]]) if token[1] else _GAPS[token[0]])
            at = token.end()
        return "".join((*parts, re.escape(word[at:])))

    return re.compile("|".join(map(spelled, words)) or "(?!)")


def _any_of(words: Iterable[str]) -> str:
    return "(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + ")"

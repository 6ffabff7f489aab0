"""Finding words in a folded message: the longest first, none inside another."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

Meaning = TypeVar("Meaning")

# What "…" in a word list stands for: a short gap that stays inside one part of the sentence.
_GAP = "[^,。;!?、]{0,8}?"


@dataclass(frozen=True)
class Found(Generic[Meaning]):
    """A word of a list in the message, and what it means."""

    word: str
    meaning: Meaning
    start: int
    end: int


class WordList(Generic[Meaning]):
    """Words with their meanings; a word may have several."""

    def __init__(self, entries: Iterable[tuple[str, Meaning]]) -> None:
        self._meanings: dict[str, list[Meaning]] = {}
        for word, meaning in entries:
            self._meanings.setdefault(word.lower(), []).append(meaning)
        # Gap words come first: 领过…岗前 must win over 岗前, which it holds.
        ordered = sorted(self._meanings, key=lambda word: ("…" not in word, -len(word), word))
        self._words = ordered
        pattern = "|".join(f"({_GAP.join(map(re.escape, word.split('…')))})" for word in ordered)
        self._pattern = re.compile(pattern) if pattern else None

    def find(self, text: str) -> list[Found[Meaning]]:
        """Every word in the text, left to right."""
        if self._pattern is None:
            return []
        found = []
        for match in self._pattern.finditer(text):
            word = self._words[(match.lastindex or 1) - 1]
            found += [Found(word, meaning, match.start(), match.end()) for meaning in self._meanings[word]]
        return found

    def __contains__(self, text: str) -> bool:
        return self._pattern is not None and self._pattern.search(text) is not None


def word_lists(groups: Mapping[str, Iterable[str]]) -> dict[str, WordList[str]]:
    """A list per group."""
    return {name: WordList((word, name) for word in words) for name, words in groups.items()}

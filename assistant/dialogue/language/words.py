"""Finding words in a folded message: the longest first, none inside another."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

Meaning = TypeVar("Meaning")

BLANK = "·"  # what stands where a name was taken out of a message

# What "…" in a word list stands for: a short gap that stays inside one part of the sentence.
# One that holds a denial says the contrary: 岗前的钱没领过 for 岗前…领过. To ask is not to deny: 能不能.
_GAP = "(?:能不能|可不可以|会不会|要不要|是不是|有没有|[^,。;!?、但却没未不非断停]){0,8}?"


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
        # By first character, so that a message is read in one pass however many words there are. Gap words
        # come first, 领过…岗前 must win over 岗前, which it holds; then the longest.
        self._by_first: dict[str, list[tuple[str, str]]] = {}
        for word in sorted(self._meanings, key=lambda word: ("…" not in word, -len(word), word)):
            self._by_first.setdefault(word[0], []).append((word, word.partition("…")[0]))

    def find(self, text: str, counts: Callable[[Meaning], bool] | None = None) -> list[Found[Meaning]]:
        """Every word in the text, left to right. `counts`: which meanings do; a word without any is none."""
        found: list[Found[Meaning]] = []
        position = 0
        while position < len(text):
            word, end = self._at(text, position, counts)
            meanings = self._meanings.get(word, ())
            found += [Found(word, m, position, end) for m in meanings if counts is None or counts(m)]
            position = max(end, position + 1)
        return found

    def __contains__(self, text: str) -> bool:
        return any(self._at(text, position)[0] for position in range(len(text)))

    def _at(
        self, text: str, position: int, counts: Callable[[Meaning], bool] | None = None
    ) -> tuple[str, int]:
        """The word that begins at a position, and its end; "" where none does."""
        for word, head in self._by_first.get(text[position], ()):
            if not text.startswith(head, position):
                continue
            match = None if head == word else _gap_word(word).match(text, position)
            found = head == word or match
            if found and (counts is None or any(map(counts, self._meanings[word]))):
                return word, match.end() if match else position + len(word)
        return "", position


@cache
def _gap_word(word: str) -> re.Pattern[str]:
    """The pattern of a word with gaps. Made where its head is met, as few of a thousand are in a message."""
    return re.compile(_GAP.join(map(re.escape, word.split("…"))))


def word_lists(groups: Mapping[str, Iterable[str]]) -> dict[str, WordList[str]]:
    """A list per group."""
    return {name: WordList((word, name) for word in words) for name, words in groups.items()}


def blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with blanks where the spans stand, so that no word is read out of them."""
    for start, end in spans:
        text = text[:start] + BLANK * (end - start) + text[end:]
    return text

"""Words that were typed by their sound: 以工带训 for 以工代训, 进江 for 晋江."""

from collections import Counter
from collections.abc import Iterable
from functools import cached_property

# Two characters sound like too many other things; only places that the corpus holds are worth the risk.
SHORTEST_WORD = 3


class Sounds:
    """Words by how they sound. The library of sounds is loaded by the first message that needs it."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = tuple(sorted(set(words)))

    @cached_property
    def by_sound(self) -> dict[tuple[str, ...], str]:
        """The word of each row of syllables; words that sound alike stand for none."""
        rows = [(_sound(word), word) for word in self._words]
        heard = Counter(row for row, _ in rows)
        return {row: word for row, word in rows if heard[row] == 1}

    @cached_property
    def lengths(self) -> tuple[int, ...]:
        """How long the words are, the longest first."""
        return tuple(sorted({len(row) for row in self.by_sound}, reverse=True))


def respell(text: str, words: Sounds) -> str:
    """The text with each passage that sounds like one of the words written as that word."""
    sounds = _sound(text)
    start = 0
    while start < len(text):
        found = ((length, words.by_sound.get(sounds[start : start + length])) for length in words.lengths)
        length, word = next(((length, word) for length, word in found if word is not None), (1, text[start]))
        text = text[:start] + word + text[start + length :]
        start += length
    return text


def _sound(text: str) -> tuple[str, ...]:
    """A syllable per character, without tones; other characters stand for themselves."""
    from pypinyin import Style, lazy_pinyin

    return tuple(syllable for c in text for syllable in lazy_pinyin(c, style=Style.NORMAL)[:1] or [c])

"""Words that were typed by their sound: 以工带训 for 以工代训, 进江 for 晋江."""

from collections import Counter
from collections.abc import Iterable
from functools import cached_property, lru_cache

# Fewer characters sound like too many other things (哪|个部门, 各部门); only the names of places that the
# corpus holds are worth the risk.
SHORTEST_WORD = 4


class Sounds:
    """Words by how they sound. The library of sounds is loaded by the first message that needs it.

    `ordinary`: text in which what sounds like one of the words means what it says (附件 is not 福建).
    """

    def __init__(self, words: Iterable[str], ordinary: str = "") -> None:
        self._words = tuple(sorted(set(words)))
        self._ordinary = ordinary

    @cached_property
    def by_sound(self) -> dict[tuple[str, ...], str]:
        """The word of each row of syllables; words that sound alike stand for none."""
        rows = [(_sound(word), word) for word in self._words]
        heard = Counter(row for row, _ in rows)
        return {row: word for row, word in rows if heard[row] == 1}

    def meant(self, passage: str, sounds: tuple[str, ...]) -> str | None:
        """The word that was meant by a passage which sounds so; None for none, and for ordinary text."""
        word = self.by_sound.get(sounds)
        return None if word is None or passage in self._ordinary else word

    @cached_property
    def lengths(self) -> tuple[int, ...]:
        """How long the words are, the longest first."""
        return tuple(sorted({len(row) for row in self.by_sound}, reverse=True))


def respell(text: str, words: Sounds) -> str:
    """The text with each passage that sounds like one of the words written as that word."""
    sounds = _sound(text)
    start = 0
    while start < len(text):
        ends = ((length, start + length) for length in words.lengths)
        found = ((length, words.meant(text[start:end], sounds[start:end])) for length, end in ends)
        length, word = next(((length, word) for length, word in found if word is not None), (1, text[start]))
        text = text[:start] + word + text[start + length :]
        start += length
    return text


def _sound(text: str) -> tuple[str, ...]:
    """A syllable per character, without tones; other characters stand for themselves."""
    return tuple(map(_syllable, text))


@lru_cache(maxsize=8192)
def _syllable(character: str) -> str:
    from pypinyin import Style, lazy_pinyin

    return next(iter(lazy_pinyin(character, style=Style.NORMAL)), character)

"""Where the words of a question stand in a text: what a reader's eye is led to. The one home of jieba.

jieba cuts the question into words, because single characters and bigrams, which the index is made of, would
colour half a page. It knows the words of `corpus/lexicon.yaml` besides its own. A policy's word that stands
for one in the question (证书 for 本本) is marked too.
"""

import re
from functools import cached_property
from typing import TYPE_CHECKING

from assistant.search.expand import Expander, Terms
from assistant.search.tokens import fold, query_terms

if TYPE_CHECKING:
    from jieba import Tokenizer

Span = tuple[int, int]

# More of a question than this is not cut: jieba's time grows with the length of what it is given.
LONGEST = 200
_WORD = re.compile(r"[^\W_]+")


class Highlighter:
    """Finds the words of questions in texts. `terms`: the policies' words and what people say for each."""

    def __init__(self, terms: Terms) -> None:
        self._expander = Expander(terms)
        self._own_words = sorted({fold(word) for word, others in terms.items() for word in (word, *others)})

    def spans(self, text: str, question: str) -> tuple[Span, ...]:
        """Where words of the question stand in the text, as offsets: in order, none touching another."""
        folded, position = _folded(text)
        marked = bytearray(len(text))
        for word in self._words(question):
            for found in _standing(word).finditer(folded):
                start, end = position[found.start()], position[found.end() - 1] + 1
                marked[start:end] = b"\1" * (end - start)
        return tuple((run.start(), run.end()) for run in re.finditer(b"\1+", bytes(marked)))

    def _words(self, question: str) -> list[str]:
        """The words that say what a question is about, and those that policies use for them."""
        asked = fold(question)[:LONGEST]
        words = (*self._tokenizer.cut_for_search(asked, HMM=False), *self._expander.added(asked).split())
        return list(dict.fromkeys(word for word in words if _tells(word)))

    @cached_property
    def _tokenizer(self) -> "Tokenizer":
        import jieba

        tokenizer = jieba.Tokenizer()
        # As `initialize` does, but without its cache: that is a file in a folder where anybody may write.
        tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
        tokenizer.initialized = True
        for word in self._own_words:
            tokenizer.add_word(word)
        return tokenizer


def _tells(word: str) -> bool:
    """Whether a word is worth a reader's eye: not a mark, not 的 or 怎么, and no character by itself."""
    return len(word) > 1 and bool(_WORD.fullmatch(word)) and bool(query_terms(word))


def _standing(word: str) -> re.Pattern[str]:
    """The word; of a number not the part of a longer one, 100 of 1000."""
    pattern = re.escape(word)
    return re.compile(f"(?<![0-9.]){pattern}(?![0-9.])" if word.isdecimal() else pattern)


def _folded(text: str) -> tuple[str, list[int]]:
    """The text as `fold` spells it, white space dropped, and where each of its characters came from."""
    folded, position = [], []
    for at, character in enumerate(text):
        spelled = "".join(fold(character).split())
        folded.append(spelled)
        position += [at] * len(spelled)
    return "".join(folded), position

"""What people say → what policies say: whoever asks with 本本 is searched for with 证书 too.

The words are `terms` in `corpus/lexicon.yaml`: a word of the policies, and what people say for it.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from assistant.documents.yaml_file import load_yaml
from assistant.errors import CorpusError
from assistant.search.tokens import fold

# What a word that was added counts beside one that was said.
ADDED_WEIGHT = 0.3

Terms = Mapping[str, Iterable[str]]


class Expander:
    """Finds what people say in a question, the longest first, and gives the policies' words for it."""

    def __init__(self, terms: Terms) -> None:
        self._said: dict[str, list[str]] = {}
        for word, others in terms.items():
            for other in others:
                self._said.setdefault(fold(other), []).append(fold(word))
        # A word of the policies is found too, so that no shorter one is read out of its middle.
        known = sorted({*self._said, *map(fold, terms)}, key=lambda word: (-len(word), word))
        self._any = re.compile("|".join(map(re.escape, known)) or "(?!)")

    def added(self, question: str) -> str:
        """The policies' words for what a question says, each once, but for those that it says itself."""
        text = fold(question)
        words = (word for said in self._any.findall(text) for word in self._said.get(said, ()))
        return " ".join(word for word in dict.fromkeys(words) if word not in text)


def load_terms(lexicon: Path) -> dict[str, tuple[str, ...]]:
    """The `terms` of `lexicon.yaml`. Raises CorpusError where they are no lists of words."""
    found = load_yaml(lexicon, dict).get("terms", {})
    where = f"{lexicon.name} terms"
    if not isinstance(found, dict):
        raise CorpusError(where, "应为 政策用词 与 口语 的对照表")
    for word, others in found.items():
        if not isinstance(others, list) or not all(isinstance(o, str) and o.strip() for o in (word, *others)):
            raise CorpusError(f"{where}.{word}", "应为词语的列表")
    return {word: tuple(others) for word, others in found.items()}

"""Words of the dialects in the common language: 冇签合同 is 没签合同, 几多 is 多少, 支持伐 is 支持吗."""

import re
from collections.abc import Iterable, Mapping

# 系 as a word of its own: not 体系高级, nor 我系统
_IS = "(?<![体关联派院])系(?![统列主数])"


class Dialect:
    """Replaces words of the dialects. Longer words go before shorter ones that they hold."""

    def __init__(self, words: Mapping[str, Iterable[str]]) -> None:
        """`words`: common word -> what dialects say for it; behind … only where a part of the text ends."""
        self._plain = {said: plain for plain, others in words.items() for said in others}
        said = sorted(self._plain, key=len, reverse=True)
        self._said = re.compile("|".join(map(_pattern, said))) if said else None

    def plain(self, text: str) -> str:
        """A folded text with the words of the common language; what is no dialect stays as it is."""
        return self._said.sub(self._replacement, text) if self._said else text

    def _replacement(self, found: re.Match[str]) -> str:
        if (plain := self._plain.get(found[0])) is not None:
            return plain
        return self._plain["…" + found[0]]


def _pattern(said: str) -> str:
    """A word; one that begins with … only where a part of the sentence ends (支持伐, but not 砍伐)."""
    if said.startswith("…"):
        return re.escape(said[1:]) + r"(?=[,。;!?、 ]|$)"
    return re.escape(said).replace("系", _IS)

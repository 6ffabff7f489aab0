"""Text as the index sees it: one way of folding and of cutting, for clauses and for questions alike.

Runs of 汉字 become single characters and bigrams, which was measured to find more than dictionary words do:
a dictionary glues 鼓楼区 and 市财政局, so that 鼓楼 or 财政 in a question would not match.
"""

import re
import unicodedata
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC

_HANZI = "〇㐀-䶿一-鿿豈-﫿\U00020000-\U0003ffff"
_SPACE_IN_HANZI = re.compile(f"(?<=[{_HANZI}])\\s+(?=[{_HANZI}])")
_RUN = re.compile(f"([{_HANZI}]+)|[a-z0-9]+(?:[.,][0-9]+)*")
_INVISIBLE = frozenset({"Cc", "Cf", "Cs"})
# What every question is made of, whatever it asks about: a term of nothing else selects no clause.
_FUNCTION_CHARACTERS = frozenset(
    "的了着过吗呢吧啊呀嘛么哦喔哈诶唉呗啦我你您他她它们咱俺自己这那哪谁啥什怎几多少是为有没无不也都还就才又再只很太挺"
    "和跟与及或但而且虽然因所以如果若在从到往向对把被让给由于比按请问想要会能可得以个些点儿里边去来说讲觉知道"
)


@cache
def _converter() -> "OpenCC":
    from opencc import OpenCC

    return OpenCC("t2s")


def fold(text: str) -> str:
    """The text in one spelling: NFKC, Simplified, lower case, no white space between 汉字.

    Takes any string, lone surrogates and control characters included: what cannot be seen is dropped.
    """
    visible = "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in _INVISIBLE)
    simplified: str = _converter().convert(unicodedata.normalize("NFKC", visible))
    return _SPACE_IN_HANZI.sub("", simplified.lower())


def squeeze(text: str) -> str:
    """The same without any white space, as a cell of a table or a line that was cut is compared."""
    return fold("".join(text.split()))


def terms(text: str) -> list[str]:
    """The terms of a text in order: characters and bigrams of 汉字, whole latin words, whole numbers."""
    found: list[str] = []
    for run in _RUN.finditer(fold(text)):
        if run[1]:
            found += run[0]
            found += (first + second for first, second in pairwise(run[0]))
        else:
            found.append(run[0].replace(",", ""))
    return found


def query_terms(text: str) -> list[str]:
    """The terms of a question that say what it is about."""
    return [term for term in terms(text) if not _FUNCTION_CHARACTERS.issuperset(term)]

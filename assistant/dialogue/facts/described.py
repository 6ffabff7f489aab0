"""What is only described to say that one is no such thing.

只干活不培训那种，我们不是 · 我们不是那种不交社保的黑厂      neither training nor insurance is denied
困难企业那种我们不是                                   the very thing is
"""

import re
from collections.abc import Sequence

from assistant.dialogue.facts.said import Said
from assistant.rules.facts import is_lack

_KIND = "(?:那种|这种|那类|这类|那号|那些|那样|之类)"
_WE = "(?:我们?|咱们?|俺们?)?(?:自己|这边|公司|厂里?|单位|店里?|机构|学校)?"
_ARE_NOT = "(?:都|也|可|并|才|绝|真)*(?:不是|不属于|不算|不搞|不做|不干)"
_DESCRIBED_AHEAD = re.compile(
    f"(?P<what>[^,。;!?]+?)的?{_KIND}[^,。;!?没不未]{{0,6}},?{_WE}{_ARE_NOT}(?=[的啊呀呢吧]*[,。;!?]|[的啊呀呢吧]*$)"
)
_DESCRIBED_BEHIND = re.compile(f"(?:不是|并非|不属于|不算|不做){_KIND}(?P<what>[^,。;!?]*)")
_NO = re.compile("[没不未]")
_OF_NO_KIND = re.compile("(?:不是|并非|不属于)(?P<what>[没不未][^,。;!?]*?的)")


def without_described(text: str, said: Sequence[Said]) -> list[Said]:
    """What a folded text says, without the denials that describe what somebody is not."""
    described = [
        match.span("what")
        for pattern in (_DESCRIBED_AHEAD, _DESCRIBED_BEHIND, _OF_NO_KIND)
        for match in pattern.finditer(text)
    ]
    return [
        item
        for item in said
        if not (is_lack(item.value) and any(_is_told(text, item, start, end) for start, end in described))
    ]


def _is_told(text: str, item: Said, start: int, end: int) -> bool:
    """Whether what is described denies an item: 不交社保那种, and not 困难企业那种."""
    return start <= item.start < end and _NO.search(text, start, item.end + 1) is not None

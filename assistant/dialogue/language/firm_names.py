"""Places that only stand in a firm's name.

厦门建发晋江公司 · 浙江某某集团福建分公司   the last place is where the firm is
浙江中天集团，厂子在鼓楼                 a place of which no policy is held, or a whole province, gives way
晋江公司和衢州公司哪个补得多             two firms: both are asked about
"""

import re
from collections.abc import Collection, Sequence

from assistant.documents.regions import Mention

_OF_A_NAME = "[^,。;!?、 的在和跟与及我你他是有到去从招住来想]"
_PROPER = f"{_OF_A_NAME}{{0,8}}?"
_KIND = (
    "(?:集团(?:股份)?(?:有限)?(?:责任)?(?:公司)?|股份(?:有限)?公司"
    "|(?:有限(?:责任)?|总|控股|实业)公司|控股|实业)"
)
_FIRM = re.compile(f"{_PROPER}{_KIND}")
_BRANCH = re.compile(f"{_PROPER}(?:分公司|子公司|分厂|分店|分部|项目部|办事处|公司|厂)")


def only_in_firm_names(text: str, mentions: Sequence[Mention], held: Collection[str]) -> list[Mention]:
    """The places of a folded text that are no matter of it; `held`: codes of regions with a policy."""
    beside = [_is_firm(text, m) or _is_branched(text, m, mentions) for m in mentions]
    here = [m for m, inside in zip(mentions, beside, strict=True) if not inside and _is_local(m, held)]
    return [
        m
        for m, inside in zip(mentions, beside, strict=True)
        if inside and (_is_branched(text, m, mentions) or (here and not _is_local(m, held)))
    ]


def _is_firm(text: str, mention: Mention) -> bool:
    return _FIRM.match(text, mention.end) is not None


def _is_branched(text: str, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether another place goes on with the firm's name: 厦门建发|晋江公司."""
    following = next((m for m in mentions if m.start > mention.end), None)
    if following is None or not _BRANCH.match(text, following.end):
        return False
    between = text[mention.end : following.start]
    return bool(re.fullmatch(f"{_PROPER}{_KIND}|{_OF_A_NAME}{{2,8}}", between))


def _is_local(mention: Mention, held: Collection[str]) -> bool:
    """Whether a policy of the place itself, and of no whole province, is held."""
    return any(region.code in held and not region.code.endswith("0000") for region in mention.regions)

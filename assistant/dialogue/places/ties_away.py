"""Ways of belonging to the place that are denied, or said to be where no place is named.

户口、住的、上班的都不在衢州 · 人不在，工作也不在       each of a list, or alone
没户口，没住过，也不在那上班                           the denial ahead
户口在老家，住在外地，跟衢州没关系                     elsewhere, or nothing to do with it
户口前年就迁走了                                       here no more
"""

import re
from dataclasses import dataclass

from assistant.dialogue.language.sentence import PHRASE_END
from assistant.dialogue.language.words import BLANK

# How people speak of the ways of lexicon.yaml (homes) where the place is not named beside them.
_WORDS = {
    "户籍": f"户口|户籍|本地人|(?<={BLANK})人(?=$|[也又、和])",
    "常住": "居住地?|常住地?|住处|住址|住的(?:地方)?|住(?![院建房])|[人家](?=[也都又还均全不没在]|压根|根本)",
    "就业": (
        "工作(?![室方人服量])|上过?班|打过?工|务工|就业地?|干过?活|做工|班(?=[也都不没在])"
        "|(?:厂[子里]?|公司|单位|企业)(?=[也都不没在全、和]|其实)"
    ),
    "就学": "[读念]过?书|上过?学|学校|就读|[读念]的?",
    "求职": "求职|找过?工作",
}
_TIE = "(?:" + "|".join(f"(?P<t{index}>{words})" for index, words in enumerate(_WORDS.values())) + ")"
_ANY = "(?:" + "|".join(_WORDS.values()) + "|(?:失业|就业|求职)登记)"
_ALSO = "(?:[也又还都全均就既]|其实|压根|根本|从来|一直|现在|目前|统统|一样|本来|可是?|但是?|倒)*"
_HERE = f"(?:{BLANK}+(?:市|这边|那边|这里|那里|本地|当地)?|[这那][边里儿]?|本地|当地|本市|此地)"
_AWAY = "(?:外[地省市县面]|别处|别的?(?:地方|城市|市)|其[他它](?:地方|城市|市)|老家|隔壁[市县])"
_END = "(?=(?:的|了|呢|啊|呀|嘛|上|做|干|住|没迁|没动)*(?:$|[、但可而]|只是|[也又][没不]))"
_NOTHING = "(?:没有?|毫无)(?:什么|啥|半点|一点|任何)*(?:关系|关联|瓜葛|牵连)|无关|不沾边|不搭界"
_LISTED = re.compile(f"{_ANY}(?:[、和跟与及]?{_ANY})*")
_NOT_AT = re.compile(
    f"(?:的|地)?{_ALSO}(?:(?:不在|没在|不是)(?:{_HERE})?"
    f"|(?:住|落|挂|留|放|是)?[在到于]?{_AWAY}(?:市|里|那边)?"
    f"|[跟和与同](?:{_HERE})?{_ALSO}(?:{_NOTHING})){_END}"
)
# 户口迁走好几年了 · 户口早就迁出衢州; what is told, and no question as to whether
_MOVED = re.compile(
    f"(?:从{_HERE})?(?:[早已又都给被就]|已经|后来|[去前今]年|前几年){{0,4}}(?:迁|转|移|搬)(?:走|出去?|离|掉)"
    f"(?:了?{_HERE}了?|了)?(?:好?[几多一二两三四五六七八九十\\d]{{1,3}}年多?了?)?(?![吗么没能要才的])"
)
_AHEAD = re.compile(
    "(?<!不但)(?<!不光)(?:(?:没|没有|从没|未|不|非)(?:[在来到去有]|曾)?|(?<![也都])不是"
    f"|在{_AWAY}(?:市|里)?|{_AWAY}的?)(?:{_HERE})?(?:[我他她]的?|的|什么|过|找)*$"
)
# Who is out of work may well look for it here.
_OUT_OF_WORK = re.compile("没有?(?:上班|工作|就业|打工|务工|干活)")
_ONE = re.compile(_TIE)
# 跟衢州没关系, of nothing that is named: in no way at all
_IN_NO_WAY = re.compile(
    f"^(?:我|他|她|本人|人)?(?:完全|就|早就|已经)?{_ALSO}[跟和与同](?:{_HERE}){_ALSO}(?:{_NOTHING})(?:的|了|啊|呀)*$"
)
_X_NOT_X = re.compile(r"([^,。;!?])[没不]\1|有没有|是不是|在不在|要不要")
_ASKS = re.compile("[吗么]$|才[能行可]|必须|需要|要求")


@dataclass(frozen=True)
class Away:
    """A way of belonging (of lexicon.yaml) that somebody has elsewhere, and where it is said."""

    tie: str
    start: int
    end: int


def ties_away(bare: str) -> list[Away]:
    """The ways of belonging that a folded text without names of places denies; none that is only asked."""
    found: list[Away] = []
    start = 0
    for end in [*(mark.start() for mark in PHRASE_END.finditer(bare)), len(bare)]:
        phrase = bare[start:end]
        asks = (_X_NOT_X.search(phrase) or _ASKS.search(phrase)) is not None
        found += [Away(one.tie, start + one.start, start + one.end) for one in _in_phrase(phrase, asks=asks)]
        start = end + 1
    return found


def _in_phrase(phrase: str, *, asks: bool) -> list[Away]:
    """The ways that a phrase denies; of one that asks, what it tells has moved away: 户口迁走了能领吗."""
    if not asks and _IN_NO_WAY.search(phrase):
        return [Away(tie, 0, len(phrase)) for tie in _WORDS]
    found = []
    for listed in _LISTED.finditer(phrase):
        moved = _MOVED.match(phrase, listed.end())
        behind = moved or (None if asks else _NOT_AT.match(phrase, listed.end()))
        ahead = None if asks else _AHEAD.search(phrase, 0, listed.start())
        end = behind.end() if behind else listed.end()
        if behind or ahead:
            ties = (one for one in _ONE.finditer(phrase, listed.start()) if one.start() < listed.end())
            out_of_work = not behind and ahead and _OUT_OF_WORK.fullmatch(ahead[0] + listed[0])
            found += [Away(_tie(one), one.start(), end) for one in ties if not out_of_work]
    return found


def _tie(one: re.Match[str]) -> str:
    return next(tie for index, tie in enumerate(_WORDS) if one[f"t{index}"])

"""Money of a kind that was had before: 岗前的300已经领了, 享受过以工代训补贴, 转岗训过，300块也到账了.

领过 · 已经拿了 · 到账了      had;   没领过   not had;   领没领过不记得   nobody knows
去年领过 · 在别的厂领过       not had, of what counts in one year or in one firm only
"""

import re
from collections.abc import Collection, Iterator

from assistant.dialogue.facts.said import Said
from assistant.dialogue.language.lexicon import Lexicon
from assistant.dialogue.language.negation import is_hedged
from assistant.dialogue.language.sentence import PART_END, part_before, part_behind
from assistant.rules.facts import UNSURE, FactBook, FactSpec, Value

_GET = "(?:领|拿|享受|补|申请|申领)"
_FOR_SOMEBODY = "(?:[给帮替为][^,。;!?没不]{1,4}?)?"  # 没替他申请过
_NOT = f"(?P<not>(?:没有?|未|从没|从未)(?:有)?{_FOR_SOMEBODY}(?:领|拿|享受|补|申请|申领|到账|到手|发|报过))"
_OR_NOT = (
    rf"(?P<or_not>(?P<verb>领|拿|享受|补|申请)没(?P=verb)|(?:有没有|是不是|是否){_GET}过"
    rf"|{_GET}过没有?(?=[,。;!?记忘不要得]|$))"
)
_HAD = (
    rf"(?P<had>(?<!没)(?<!没有)(?<!未)(?:{_GET}[到走完]?(?:过|了)|已经?{_GET}|(?:到账|到手|发到?|打到?|打过来)了)"
    "(?![没吗么不]|[以之]?后)(?![^,。;!?]{0,6}证))"
)
_SUM = r"(?:\d{3,}|\d+[元块]|补贴|补助|钱)"
_HAD_SUM = f"(?:领|拿|补)了(?={_SUM})"
_TOLD = f"(?:{_OR_NOT}|{_NOT}|{_HAD})"
_BEHIND = re.compile(rf"(?![^,。;!?]{{0,6}}证)[^,。;!?]{{0,12}}?{_TOLD}")
# 转岗训过,300块也到账了: in the next part it is the money that is spoken of
_NEXT_PART = re.compile(
    rf"(?![^,。;!?]{{0,6}}证)[^,。;!?]{{0,14}},"
    rf"(?:[^,。;!?]{{0,6}}?{_SUM}[^,。;!?]{{0,4}}?{_TOLD}|[^,。;!?证]{{0,8}}?{_HAD_SUM})"
)
# 今年上半年已经领过一次的; twice is more than one benefit a year
_THIS_YEAR = re.compile(
    f"(?:今年|本年|年初|上半年|下半年|\\d+月份?)[^,。;!?没不未]{{0,8}}?(?:{_GET}过|已经?{_GET}了?)"
    "(?P<times>[两二三四五六2-6几][次回])?(?![没吗么不]|[以之]?后)(?![^,。;!?]{0,6}证)"
)
_AHEAD = re.compile(rf"{_TOLD}[^,。;!?证]{{0,10}}$")
_NEAR = 6  # characters behind the words in which other money may be named
_OTHER_YEAR = re.compile("去年|前年|往年|上一?年|(?:19|20)\\d\\d年")
_OTHER_FIRM = re.compile("(?:别的?|其他|其它|另一?家?|原来的?|上一?家|以前的?|老)(?:单位|公司|厂|企业|东家)")
_NO_MONEY = re.compile("(?:培训)?(?:的)?(?:合格)?证")


def money_had(text: str, book: FactBook, lexicon: Lexicon, topics: Collection[str] = ()) -> Iterator[Said]:
    """What a folded text says of money that was had, for each fact of which `facts.yaml` says what money.

    `topics`: what is talked about, and meant where no money is named (今年已经领过一次).
    """
    every = {name for spec in book for name in spec.had}
    for spec in book:
        if set(spec.by_topic) & set(topics) and spec.had and not any(name in text for name in every):
            yield from (
                Said(spec.id, True, told.start(), told.end())
                for told in _THIS_YEAR.finditer(text)
                if not told["times"]
            )
        for name in spec.had:
            read_to = 0
            for at in (found.start() for found in re.finditer(re.escape(name), text)):
                told = _told(text, at, at + len(name), every - set(spec.had)) if at >= read_to else None
                if told is not None:
                    span = min(told.start(), at), max(told.end(), at + len(name))
                    yield Said(spec.id, _value(text, told, at, spec, lexicon), *span)
                    read_to = span[1]  # of another group it may be told again


def _told(text: str, start: int, end: int, others: Collection[str]) -> re.Match[str] | None:
    """The words that tell whether the money named there was had; `others`: names of other money."""
    if _NO_MONEY.match(text, end):
        return None
    if ahead := _AHEAD.search(text, start - len(part_before(text, start)), start):
        return ahead
    behind = _BEHIND.match(text, end) or _NEXT_PART.match(text, end)
    if behind is None:
        return None
    # 以工代训2个月(没领岗前补贴): what was not had is what stands behind
    nearest = text[end : behind.end()] + part_behind(text, behind.end())[:_NEAR]
    return None if any(name in nearest for name in others) else behind


def _value(text: str, told: re.Match[str], name: int, spec: FactSpec, lexicon: Lexicon) -> Value:
    first = min(told.start(), name)
    part = part_before(text, first) + PART_END.split(text[first:])[0]
    ahead = text[first - len(part_before(text, first)) : told.end()]
    named = told.groupdict()
    if named["or_not"] or is_hedged(ahead) or any(word in part for word in lexicon.file.unsure):
        return UNSURE
    if named["not"]:
        return False
    elsewhere = spec.this_firm and _OTHER_FIRM.search(ahead)
    return not (elsewhere or (spec.this_year and _OTHER_YEAR.search(ahead) and "今年" not in ahead))

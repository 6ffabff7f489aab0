"""What an office decides on or keeps a list of, told of again without its name.

今年不在里头了 · 把我们拿掉了 · 系统里查不到     not by now
这批里有我们了 · 又列进去了                     by now
县里还没定我们算不算                            nobody knows yet
"""

import re
from collections.abc import Mapping

from assistant.dialogue.language.sentence import phrases
from assistant.dialogue.language.undecided import is_awaited
from assistant.rules.facts import UNSURE, FactBook, Value

_WITHIN = "(?:里头|里面|里边|上面|上头|其中|那里|[里内中上](?!海|杭))"
_LIST = "(?:目录|清单|名单|名册|计划|库|表|公示|系统|品牌)"
_GONE = re.compile(
    f"(?:不|没|未)(?:再|有)?在(?:这|那)?(?:{_LIST}{_WITHIN}?|{_WITHIN})(?:了|的|$|[,。;!?])"
    f"|(?:被|给|让|把我们?)[^,。;!?没不未]{{0,4}}?(?:移出|剔除?|拿掉|划掉|踢出|删掉?|除名|取消)"
    f"|{_WITHIN}(?:也|都|压根|根本)*(?:没有?(?:我们?|咱们?|这个|我家|我厂)|(?:找|查|翻|见)不[到着])"
)
_IN = re.compile(
    f"{_WITHIN}(?:也|都|就|这[次回]|终于)*有(?:我们?|咱们?|我家|我厂|这个)(?!吗|没)"
    "|(?<![没未不])(?:批|认定|审核?)(?:下来|通过|好)了"
    "|(?<![没未不])(?:又|刚|已经?|终于|后来)(?:给|把|让|被)*(?:我们?)?(?:列|放|加|补|收|排)(?:进|入)(?:去)?了"
)
# 合同还没定下来怎么签: of something else, on which no office decides
_OF_ELSE = re.compile("合同|社保|养老|保险|等级|证|工资|课|班|几级|成绩|人选|时间")
# 清单里有没有我们还不清楚
_IN_DOUBT = re.compile(
    f"(?:{_LIST}|{_WITHIN})[^,。;!?]{{0,6}}(?:有没有|在不在|列没列|是不是|进没进)[^,。;!?]*"
    "(?:不(?:清楚|知道|确定|晓得)|说不准|没查|没问)"
)
_ASKS = re.compile("[吗么嘛?]$|没有?$|要是|如果|假如|万一")


def decided_by_now(text: str, before: Mapping[str, Value], book: FactBook) -> dict[str, Value]:
    """What a folded message tells of what was told `before`, and does not name; of several nobody knows."""
    told = [spec.id for spec in book if spec.decided and before.get(spec.id) in (True, False, UNSURE)]
    if not told or _ASKS.search(text):
        return {}
    awaited = any(is_awaited(phrase) and not _OF_ELSE.search(phrase) for phrase in phrases(text))
    if awaited or _IN_DOUBT.search(text):
        return dict.fromkeys(told, UNSURE)
    now = False if _GONE.search(text) else True if _IN.search(text) else None
    if now is None:
        return {}
    value: Value = now if len(told) == 1 else UNSURE
    return {fact: value for fact in told if before[fact] != now}

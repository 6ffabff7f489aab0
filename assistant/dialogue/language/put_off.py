"""What somebody else ought to do for one and has put off, promised, or will never do: it is not had yet.

put off     社保老板拖着没交 · 社保欠了半年没补上 · 合同一直压着不签
promised    养老保险老板答应下个月补交 · 社保说过完年开始交
never       社保老板哪会给我们交 · 老板怎么舍得给签合同
lacking     社保呢，没交 · 养老保险嘛，公司没给交过
since when  社保九月才交 · 公司6月才给上的社保: whether that was in time, nobody knows
neither     社保从没欠过 · 社保下个月继续交 · 欠的社保补上了
"""

import re

from assistant.dialogue.language.otherwise import Setting

_DO = "(?:补|续|正式)*(?:交|缴|买|上|办|签|订|参保|登记)"
_NO = "(?:没|不|未)"
_FEW = "[^,。;!?没不未]"
# 欠着工资快倒闭了: what is owed is named, and it is money. 拖欠工资和社保 owes both.
_NO_MONEY = "(?![^,。;!?]{0,5}?(?:[钱债账款薪]|工资|房租)(?![和跟与及连、]))"
_PUT_OFF = re.compile(
    f"^{_FEW}{{0,8}}?(?:拖|赖|压)(?:着|了|欠)?[^,。;!?]{{0,6}}?{_NO}[^,。;!?]{{0,4}}?{_DO}(?!清|完了|齐了)"
    f"|^{_FEW}{{0,6}}?(?:欠着|拖欠|拖着|欠缴|欠费|欠了)(?!过|吗|没){_NO_MONEY}"
)
_PUT_OFF_AHEAD = re.compile(
    f"(?:拖着|赖着|压着|欠着|拖欠){_NO_MONEY}[^,。;!?]{{0,6}}?$|欠{_NO_MONEY}(?:了?我们?)?{_FEW}{{0,4}}的?$"
)
_SOON = (
    r"(?:下+个?(?:月|周|星期|礼拜|季度)|(?:明|后)年|[年月]底|下半年|年后|过(?:完|了)年|(?<![断停欠缺漏])过[几两]个?[天月](?!后来)|过(?:阵子|段时间)"
    r"|转正(?:以?后)?|开春)"
)
_STARTS = "(?:才|再|开始|就|会|要|能|给|帮|替|[我他她]们?|大家|统一|一起)"
_WORD = "(?:答应|承诺|保证|许诺|(?<!听)(?:说|讲)(?:好|是|要)?|通知)"
_PROMISED = re.compile(
    f"^{_FEW}{{0,6}}?{_WORD}{_FEW}{{0,5}}?{_SOON}{_STARTS}*{_DO}(?!过|着)"
    f"|^(?:的话|呢|啊|嘛)*(?:老板|公司|厂里?|单位|人事|他们)?(?:要|得|到|从|等)?{_SOON}(?:才|再|开始)+{_STARTS}*{_DO}(?!过|着)"
)
_NEVER = re.compile(
    f"^{_FEW}{{0,6}}?(?:哪[里儿]?|怎么?|咋)(?:会|肯|可能|舍得|愿意|能)+{_FEW}{{0,6}}?{_DO}(?!的|好)"
    f"|^{_FEW}{{0,6}}?(?:才|根本|就是|死活)不(?:会|肯|愿意?|想|舍得|打算)[^,。;!?]{{0,6}}?{_DO}"
    f"|^{_FEW}{{0,6}}?(?:想都别想|门都没有|休想|别指望)"
)
_NEVER_AHEAD = re.compile(
    f"(?:哪[里儿]?|怎么?|咋)(?:会|肯|可能|舍得|愿意)+{_FEW}{{0,6}}?{_DO}(?:我们?|他们|大家)?$"
)
_ONLY_SINCE = r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?[底初中]?才(?:开始)?"
_SINCE = re.compile(f"^{_FEW}{{0,6}}?{_ONLY_SINCE}{_STARTS}*{_DO}")
_SINCE_AHEAD = re.compile(f"{_ONLY_SINCE}{_STARTS}*[我他她]?们?{_DO}?(?:了|的)?$")
_SOON_AHEAD = re.compile(f"(?:{_WORD}|{_SOON}){_FEW}{{0,6}}$")
# 社保,老板哪会给我们交: what leads from the word to the next clause names nothing else.
_OF_IT = re.compile("(?:这[个块件]?|的?事|方面|嘛|呢|啊|呀|么|钱|费)*")
_NAMED = re.compile("(?:至于|说到|要说|但是?|可是?|不过|那|就是|我们?|公司|厂里?|老板|单位|的|这个)*")
_LACKING = re.compile(
    "(?:我们?|大家|公司|厂里?|老板|单位|他们|都|也|还|从来?|根本|压根|一直|一[个天]月?都?|至今|到现在)*"
    f"(?:没|未)(?:有|给|帮|替|为|[我他]们?|大家|员工)*(?!补)(?:{_DO})?(?:过|上|成|齐|全|的)*"
)
_MADE_GOOD = re.compile(
    "(?<![没未不])(?:补上|补齐|补缴|补交|还清|交清|结清|缴清|交上|续上|补办|补签)(?:了|的|完)"
)


def is_put_off(place: Setting) -> bool:
    """Whether what the word names is still owed to those who ought to have it."""
    parts = (place.behind, *place.later)
    if any((good := _MADE_GOOD.search(part)) and not is_still_to_be(part[: good.start()]) for part in parts):
        return False
    if _PUT_OFF_AHEAD.search(place.ahead) or _NEVER_AHEAD.search(place.ahead):
        return True
    named_alone = _OF_IT.fullmatch(place.behind) is not None
    if named_alone and place.later and _NAMED.fullmatch(place.ahead) and _LACKING.fullmatch(place.later[0]):
        return True
    told = (place.behind, *(place.later[:1] if named_alone else ()))
    return any(pattern.match(part) for part in told for pattern in (_PUT_OFF, _PROMISED, _NEVER))


def is_only_since(place: Setting) -> bool:
    """Whether it was had from some month on, which may be too late for what was done before."""
    return bool(_SINCE.match(place.behind) or _SINCE_AHEAD.search(place.ahead))


def is_still_to_be(ahead: str) -> bool:
    """Whether what follows on these words has not been made good yet: 答应下个月|补交."""
    return _SOON_AHEAD.search(ahead) is not None

"""Who asks, out of everybody whom a message names.

我们公司想给员工培训 → 企业               在培训学校学的叉车，能领多少 → nobody named asks
我们公司的培训由司法局组织 → 企业          考了高级工，机构能领多少 → 培训机构
给个人还是给公司 → nobody                公司送我去技校学的，我能拿多少 → 个人
我是鼓楼区建档立卡的贫困户 → 个人        我们厂有三个贫困户 → nobody but the firm
厂里多少，个人有没有说法 → both are asked about; 高级工能拿多少，公司能拿多少 and 厂里和个人各多少 the same
"""

import re
from collections.abc import Collection, Sequence

from assistant.dialogue.facts.said import ASKER, Said
from assistant.dialogue.language.sentence import part_before, part_behind
from assistant.rules.facts import Value

# 在培训学校学的, 自己挑的培训机构: the place where somebody learns or works.
_PLACE_BEFORE = re.compile(
    "(?:在|去|到|从|找|选|选择|挑|换|读|念|上|报|进|跟|被)(?:了|的|过|好|完|着)?"
    "(?:一?[家所个])?(?:政府|当地|本地|外地|附近|市里|区里|县里|民办|公办|正规|定点)?的?$"
)
# 给部门做项目制培训: for whom it is done
_DONE_FOR = re.compile("(?:给|替|为|帮|向|受|由|跟|与|和)(?:政府|各|某|这个|那个)?$")
# 学校说能免费, 公司叫我去考: it speaks or sends me.
_SPEAKS_BEHIND = re.compile("(?:那边|里面?)?(?:的?老师)?(?:说|讲|告诉|(?:通知|叫|让|喊|派|送)(?:我|俺|咱))")
# 去年厂子倒了: a firm that is no more asks for nothing.
_GONE_BEHIND = re.compile(
    "(?:[^,。;!?没不未]{0,4}?)(?:倒闭|倒了|破产|关门了|关了门|关掉|垮了|黄了|散了|没了|(?:裁|辞|开除|劝退)(?:退|掉)?了?我|把我[裁辞开劝])"
)
# 社保公司交的, 合同是厂里给签的: what it does for whoever works there.
_INSURES_BEHIND = re.compile(
    "(?:都|也|有|一直|已经?|在)*(?:给|帮|替|为)?(?:[我他她]们?|大家)?(?:[交缴买上]|签|办)(?:了|的|着|过|好|齐)*(?=[,。;!?]|$)"
)
_INSURANCE = re.compile("(?:社保|养老(?:保险|金)?|保险|五险|合同)[^,。;!?]{0,4}$")
# 技校毕业的, 培训学校学的; but 我们学校毕业的学生 is what the school itself says.
_TAUGHT_BEHIND = re.compile("(?:里面?)?(?:教|毕业|读|念|上学|上课|学)")
# 我是退役军人, 我家低保户: whoever is of a group asks for himself.
_I_AM = re.compile(
    "(?:我|俺|本人)(?:(?:(?:家里?)(?:是|属于)?|是|属于|就是|也是|算是)(?:个|一个|一名|名)?"
    "[^,。;!?厂店司招管办开]{0,8}|(?:也|已经?|刚|刚刚|现在|目前|今年|去年)*)$"
)
_GROUP = "trainee_group"
_ASKS = re.compile("[^,。;!?]{0,8}(?:多少|几多|几个钱|有没有|呢)")
# 我爱人公司给她报的，公司能拿多少: what is asked is the firm's, whoever else is named.
_GETS_WHAT = re.compile(
    "(?:那?[边里份]|单位|方面)?(?:[也还又]|一共|总共|到底)*(?:能|可以|可)?(?:[拿领补得有]|享受)?[到得]?(?:多少|几多|几个钱|吗|么|不(?=[,。;!?]|$))"
)
_FIRM = "(?:公司|企业|单位|厂里?|厂子|店里?|老板)"
_STAFF = "(?:个人|本人|自己|[员职]工|工人)"
# 厂里和个人各多少 · 个人、单位分别能拿多少
_BOTH = re.compile(
    f"(?:{_FIRM}[、和跟与及]{_STAFF}|{_STAFF}[、和跟与及]{_FIRM})(?:这边|那边|方面)?(?:各自?|分别|都|到底|一共)+"
    "[^,。;!?]{0,6}(?:多少|几多|几个钱|什么|哪些|啥)"
)
_PAID = re.compile("(?:给|发给?|付给?|打给?|补给?|归)$")
# 那他单位呢, after what he gets
_TURNS_TO_FIRM = re.compile(
    "^(?:那|那么)?(?:[我他她]们?|[^,。;!?在]{0,4})的?(?:单位|公司|厂里?|企业)(?:那[边头份])?呢[?]?$"
)
_HOW_MUCH = re.compile("[^,。;!?]*(?:[拿领补得给]|能有)(?:多少|几多|几个钱)[^,。;!?]*")


def read_speaker(text: str, said: Sequence[Said], intents: Collection[str]) -> dict[str, Value]:
    """The fact of who asks: who says 我 of himself rather than who is only named, and the last of several."""
    named = [item for item in said if item.fact == ASKER]
    if "recipient" in intents:
        # 是给个人吗: who is paid need not be who asks.
        named = [item for item in named if item.value != "个人" or not _is_paid(text, item)]
        if len({item.value for item in named}) > 1:
            return {}
    if _BOTH.search(text):
        return {}
    asking = [item for item in named if not _is_scene(text, item)]
    own = [item for item in asking if _is_own(text, item)]
    if len({item.value for item in asking if _is_asked_about(text, item)}) > 1:
        return {}
    if asking and not own and _is_asked_beside(text, asking):
        return {}
    wanted = [item for item in asking if _GETS_WHAT.match(text, item.end)]
    if asking:
        return {ASKER: (wanted or own or asking)[-1].value}
    if _TURNS_TO_FIRM.search(text):
        return {ASKER: "企业"}
    of_a_group = any(item.fact == _GROUP and _I_AM.search(text[: item.start]) for item in said)
    return {ASKER: "个人"} if of_a_group and not named else {}


def _is_asked_about(text: str, item: Said) -> bool:
    """厂里多少，个人有没有说法: what each gets."""
    return _ASKS.match(text, item.start) is not None


def _is_asked_beside(text: str, asking: Sequence[Said]) -> bool:
    """高级工能拿多少，公司能拿多少: how much is asked before, of nobody who is named."""
    parts = [(match.start(), match.end()) for match in _HOW_MUCH.finditer(text)]
    of_named = [any(a <= item.start < b for item in asking) for a, b in parts]
    return len(parts) > 1 and not of_named[0] and any(of_named[1:])


def _is_paid(text: str, item: Said) -> bool:
    return not _is_own(text, item) and _PAID.search(text[: item.start]) is not None


def _is_own(text: str, item: Said) -> bool:
    return text[item.start] in "我本"


def _is_scene(text: str, item: Said) -> bool:
    """Whether whoever is named is only where it happened, or who said so."""
    before, after = part_before(text, item.start), part_behind(text, item.end)
    if item.value == "部门" and _DONE_FOR.search(before):
        return True
    if _PLACE_BEFORE.search(before) or _SPEAKS_BEHIND.match(after) or _GONE_BEHIND.match(after):
        return True
    if _is_own(text, item):
        return False
    return bool(_TAUGHT_BEHIND.match(after) or (_INSURANCE.search(before) and _INSURES_BEHIND.match(after)))

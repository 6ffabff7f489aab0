"""A word that somebody names and nobody claims: it is asked whether one is it, it is demanded, or to come.

asked       这样还算困难企业吗 · 就一张奖状，能当合格证用吗 · 还能按本市户籍报吗 · 能补办求职登记吗
demanded    他们让我先去办求职登记 · 文件说要困难企业 · 困难企业才给吗 · 人家要的是操作证
others'     别人家是龙头企业
the money   想按派遣那条申请 · 打算走结对帮扶那笔 · 想照高危企业每人800报
not yet     养老保险等转正再说 · 社保得自己回老家交 · 社保扣了，可系统里是空的
"""

import re

from assistant.dialogue.language.otherwise import Setting

_WE = "(?:我们?|咱们?|俺们?|他们?|她们?|员工|工人|大家)?"
_DO = "(?:补|去|再|先)*(?:办理?|考|交|缴|买|上|登|报|参加|申请|取得|拿)"
_ASKED_AHEAD = re.compile(
    "(?:(?<![打计预总])算(?:得上|是|作|成)?|当(?:成|作)?|充|沾上?)[^,。;!?没不未了]{0,8}$"
    f"|(?:能|可以|可不可以|能不能)(?:按|照|凭|拿|以|靠)[^,。;!?没不未了]{{0,6}}$|(?:能|可以|能不能|要不要)(?:再|{_WE})?{_DO}$"
)
_DEMANDED_AHEAD = re.compile(
    f"(?:让|叫|催|劝|逼){_WE}(?:先|去|再|自己|自个儿|赶紧|都)*{_DO}$"
    "|(?:人家|别人|窗口|文件|政策|上面|他们|那边|补贴)(?:说|都)?(?:要|要求|规定|讲要)(?:的|得)?(?:是|有)?[^,。;!?没不未了]{0,4}$"
    "|(?:别人家?|人家|隔壁|对面|邻居|同行)(?:公司|厂|单位|那家)?(?:才)?(?:是|算|有)$"
)
_ASKS = re.compile("[吗么]$|(?:行不行|可以不)$")
_ONLY_FOR = re.compile("^(?:才|方)(?:给|能|可以|补|有|行)")
# What money somebody is after: by which clause, or which sum.
_AFTER = (
    "(?:想|要|打算|准备|希望|可以|可不可以|能不能|能否|能|去|来|申请)"
    "(?:不能|给|帮|替|先|也|就|再|一起|我们?|他们|厂里|公司)*"
)
_BY = "(?:按照?|依照|照着?|走|套用?|用|凭|以|挂|靠)"
_BY_AHEAD = re.compile(f"{_AFTER}{_BY}[^,。;!?没不未了]{{0,12}}$")
_FOR_AHEAD = re.compile(
    f"(?:{_AFTER}(?:拿|领|要|申领|申报|享受|报)|(?:想|来)?(?:问|咨询|打听|了解)(?:[一1]?下)?)[^,。;!?没不未了]{{0,12}}$"
)
_SUM_BEHIND = re.compile(
    "^[^,。;!?没不未了]{0,14}?(?:[那这][一个]?(?:条|笔|项|份|档|款|块|种)|政策|补贴|补助|支持|扶持|资助|标准|名义|名头|的钱|每人\\d|上浮|申?报|申请|申领|领|补)"
)
_LATER = re.compile(
    "^[^,。;!?没不未]{0,4}?(?:(?:等|要|得)[^,。;!?没不未]{0,6}(?:再说|再交|再办|再上|再给|才交|才办|才上|才给|才缴|才买)"
    "|(?:都|全)?(?:得|要|让|叫)[^,。;!?没不未]{0,3}自己)"
)
_SELF_AHEAD = re.compile(f"(?:让|叫|要|得){_WE}(?:自己|自个儿)[^,。;!?没不未]{{0,3}}$")
_NO_TRACE = re.compile(
    "^(?:可是?|但是?|不过|结果)?[^,。;!?没不未]{0,8}(?:系统|记录|账上|清单|明细|流水|账户)[^,。;!?没不未]{0,4}(?:是|都|全)*(?:空的|空白|零|0)"
)


def is_unclaimed(place: Setting) -> bool:
    """Whether a word is only asked about, demanded, or somebody else's."""
    # 我们算困难企业，能领吗 asks about the money alone.
    asked = _ASKS.search(place.behind) and _ASKED_AHEAD.search(place.ahead)
    return bool(asked or _DEMANDED_AHEAD.search(place.ahead) or _ONLY_FOR.match(place.behind))


def is_of_money(place: Setting, *, of_people: bool) -> bool:
    """Whether a word only names the money that somebody is after; who he is, who asks for it mostly tells."""
    after = _BY_AHEAD.search(place.ahead) or (not of_people and _FOR_AHEAD.search(place.ahead))
    return bool(after and _SUM_BEHIND.match(place.behind))


def is_not_yet(place: Setting) -> bool:
    """Whether something is to be had later, by oneself, or has left no trace."""
    traced = place.later[:1] and _NO_TRACE.match(place.later[0])
    return bool(_LATER.match(place.behind) or _SELF_AHEAD.search(place.ahead) or traced)

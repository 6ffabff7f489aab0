"""What is told of something and then doubted or denied in words that do not name it again.

doubted   社保公司讲交了，可到底上没上不知道 · 人事说上了，但我查不到记录 · 听人讲是派遣的，真假难辨
denied    养老保险说是交了，其实一个月都没交 · 以为签了合同，结果没签
neither   社保交了，到底能补多少不知道 · 公司说交了社保才能领，我交了
"""

import re
from collections.abc import Collection, Iterable, Sequence
from enum import Enum

from assistant.dialogue.language.lexicon import Lexicon
from assistant.dialogue.language.words import BLANK

_PART_END = re.compile("[,。;!?、]|但是?|可是|不过|只是|而且|另外|还有|以及")
_WHO = (
    "(?:公司|厂里?|老板|人事|会计|财务|领导|组长|班长|主管|中介|单位|机构|学校|老师|人家|别人|有人|他们?|她们?|村里|社区|街道"
    "|同事|工友|师傅|大家|都|[校局科处所站院店队]长|主任|书记|经理|派遣方|人社局?|局里|窗口)"
)
# Somebody else's word for it: 公司讲交了, 说是有, 听说, 嘴上, 合同里写着; but 我说, 想说一下.
_HEARSAY = re.compile(
    f"{_WHO}[^,。;!?、没不未]{{0,4}}?(?<!能)(?:说|讲|称|告诉|答应|承诺|保证|宣称|口头)(?!明|不|没)"
    "|(?:说|讲|写|答应)(?:的)?是(?!不|否)|听(?:[^,。;!?、]{0,4}?)(?:说|讲|人说|闻)|据说|据讲|据称|传言|口头上?|嘴上|名义上|表面上|挂名|写着"
    "|以为|号称|声称|对外说|说好"
)
_OPEN_VERB = "[^,。;!?、能会可要补领给行该够好值][^,。;!?、能会可要补领给行该够好值]?"
# 是不是·籍的: of where somebody comes from.
_OPEN = re.compile(
    rf"(?P<what>{_OPEN_VERB})[了过]?(?:没有|没|不|还是没有?|未)(?P=what)|(?:有没有|有无|是不是|是否)(?![^,。;!?]{{0,8}}{BLANK})|真的?假|是真是假|真假"
    rf"|(?:{_OPEN_VERB})(?:了|上)?还是没有?(?:{_OPEN_VERB})?|(?:{_OPEN_VERB})[了上到过]{{1,2}}没有?$"
)
_OF_MONEY = re.compile("能|补(?!缴|交|办|齐|签)|多少|领|怎么|报销|给不给|资格")
_LEAD = (
    "(?:其实|实际上?|事实上|实则|结果|到头来|后来(?:才)?(?:知道|发现)?|(?:我|我们|自己)?(?:去|上网|网上|系统里?|打电话)?查(?:了|过|到|下来)+(?:一下)?|一查(?:才知道|才发现)?|真正|原来|最后|到现在|至今|从来|从|根本|压根"
    "|完全|真的?|确实|的确|果然|又|却|都|也|还|就|才|可|但|倒|并|我们?|公司|厂里?|老板|单位|他们|人家|连|一直|始终|自己|发现|知道|这边|这里)"
)
_LOOKED_UP = re.compile("一查|查(?:了|过|下来|出来|到)|核(?:实|对)|发现")
_FACTUALLY = re.compile(
    f"其实|实际|事实上|实则|结果|到头来|原来|才知道|真的|确实|的确|果然|{_LOOKED_UP.pattern}"
)
_LITTLE = "(?:一|半)(?:[个天次分张份样本点](?:月|钱|人|字|儿)?|毛钱|回|丝|丁点儿?)"
_VERB = (
    "(?:交|缴|签|买|办|上|做|搞|开|登记?|批|发|列|进|有|是|参加?|通过|组织|举办|拿到?|考|审核?|报|给"
    "|弄|评|认|算|够格|符合|同意|在|下来|到手)"
)


class Doubt(Enum):
    """What becomes of something that was told."""

    OPEN = "open"
    DENIED = "denied"


def doubt_of(before: str, behind: str, verbs: Collection[str], lexicon: Lexicon) -> Doubt | None:
    """Whether something told is doubted or denied behind it.

    `before`: its part of the sentence up to it, and the part before that; `behind`: what is said behind it,
    up to what else is told; `verbs`: what one does for it, where that is known.
    """
    own, *parts = _PART_END.split(behind)
    # 人社局说岗前培训能补，我不确定: of the money.
    heard = (_HEARSAY.search(before) or _HEARSAY.search(own)) and not _OF_MONEY.search(own)
    looked_up = verbs and (_LOOKED_UP.search(before) or _LOOKED_UP.search(own))  # 查了社保，没交
    if any(_is_denied(part, verbs, told=bool(heard or looked_up)) for part in parts):
        return Doubt.DENIED
    if _is_open([own, *parts], lexicon, heard=bool(heard)):
        return Doubt.OPEN
    return None


def _is_denied(part: str, verbs: Iterable[str], *, told: bool) -> bool:
    """其实一个月都没交: with nothing that it could be said of instead.

    `told`: whether it was only heard of, or looked up, in the words ahead.
    """
    if not (told or _FACTUALLY.search(part)):
        return False
    done = "|".join((*map(re.escape, verbs), _VERB))
    return (
        re.fullmatch(
            f"(?:{_LEAD}|{_LITTLE}){{0,6}}(?:没有?|未|不)(?:给|帮|替|为|跟|真的?|真正|我们?|他们|大家){{0,3}}(?:{done})?"
            "(?:过|上|到|成|着|了|我们?|他们|这回事|这事儿?|全|齐)*",
            part,
        )
        is not None
    )


def _is_open(parts: Sequence[str], lexicon: Lexicon, *, heard: bool) -> bool:
    """上没上不知道, 是真是假，人事讲不清; of what was only heard of also 我没查过."""
    unsure = "|".join(map(re.escape, lexicon.file.unsure))
    unverified = "|".join(map(re.escape, lexicon.file.unverified))
    for index, part in enumerate(parts):
        if _OF_MONEY.search(part):
            continue
        beside = "，".join(parts[index : index + 2])
        if _OPEN.search(part) and re.search(f"{unsure}|{unverified}", beside):
            return True
        if heard and re.search(f"{unverified}|^(?:我|自己|也|都|还|这个|心里|可|但)*(?:{unsure})", part):
            return True
    return False

"""Whose things are told, where the certificate is another's than the speaker's.

证是我老公的，我自己有合同有社保       of him nothing is known but the certificate
不是我考的，是我儿子考的，他签了两年    his contract is told
"""

import re
from collections.abc import Sequence

from assistant.dialogue.quantities import find_people
from assistant.dialogue.said import ASKER, Said
from assistant.dialogue.words import BLANK
from assistant.rules.facts import FactBook

_KIN = (
    "(?:老公|老婆|爱人|对象|媳妇|丈夫|妻子|先生|太太|爸|妈|父亲|母亲|儿子|女儿|闺女|孩子|[弟哥姐妹]|侄|外甥|女婿|儿媳"
    "|叔|姨|舅|姑|朋友|同事|亲戚|老乡|工友|徒弟|邻居|他|她|别人|人家)"
)
_MY_KIN = f"(?:我|俺)?(?:们)?(?:家)?(?:的)?(?:那个|大|小|二)?{_KIN}"
_ANOTHERS = re.compile(
    f"证书?[^,。;!?]{{0,4}}?(?:不是我(?:本人|自己)?的|是{_MY_KIN}[^,。;!?]{{0,3}}的)"
    f"|不是我(?:本人|自己)?考(?:的|出)|是{_MY_KIN}(?:自己|本人)?(?:去)?考(?:的|出)"
)
_OF_ANOTHER = re.compile(f"不是我|{_MY_KIN}(?!们)")
_OF_SPEAKER = re.compile("(?<![替帮给跟和])(?:我|俺)(?!们)")
_PART = re.compile("[^,。;!?]+")


_BY_NAME = "小[一-鿿](?=[也没未不就却])"
_OTHER = rf"(?:我?(?:的|们)?(?:那个|大|小|二)?(?:{_KIN}(?!们)|{_BY_NAME})小?[^,。;!?没未不]{{0,3}}?)"
_OTHER_FAILED = re.compile(
    rf"(?:^|(?<=[,。;!?]))(?:但是?|可是?|不过|只是|结果|就是)?{_OTHER}(?:也|就|却|还|这次|都)*"
    "(?:没有?|未|不)(?:能|考)?(?:过|合格|及格|通过|考上|考过|拿到证?书?|拿证)了?(?=[,。;!?]|$)"
)
_I_PASSED = re.compile(
    "(?:^|(?<=[,。;!?但是]))(?:我|俺)(?:自己|本人|倒|倒是|是|就|也|已经|这次)*"
    "(?:(?:考|通)?过了|考过|合格了|通过|(?:考|拿|取)(?:上|到|得|下来)|拿证)(?!吗|没)"
)
# 除了我没有人交社保: I do, and the others are not asked about.
_BUT_ME = re.compile(
    "除了?(?:我|俺)(?:自己|一个人?)?(?:以外|之外|外)?,?(?:(?:就|也|都)?(?:没有?(?:一个|别的?|其[他它]的?)?人|没谁|谁[都也]没有?)"
    "|(?:其[他它余]的?人?|别的?人|大家|同事们?|他们|人家)?(?:[都全]没有?|[都全]未))(?=[交缴签买考拿参通过])"
)


def without_others(text: str) -> str:
    """A folded text in which the speaker is told from another: 他没过，我过了 says nothing of him."""
    if not find_people(text):
        text = _BUT_ME.sub("我", text)
    return _OTHER_FAILED.sub(lambda part: BLANK * len(part[0]), text) if _I_PASSED.search(text) else text


def of_the_holder(text: str, said: Sequence[Said], book: FactBook) -> list[Said]:
    """What was said, without what the speaker of a folded text says of himself, not of the holder."""
    if not _ANOTHERS.search(text):
        return list(said)
    own: list[tuple[int, int]] = []
    is_own = False
    for part in _PART.finditer(text):
        # Without a subject a part goes on with the one before.
        if _OF_ANOTHER.search(part[0]):
            is_own = False
        elif _OF_SPEAKER.search(part[0]):
            is_own = True
        if is_own:
            own.append(part.span())
    return [
        item
        for item in said
        if item.fact == ASKER
        or book[item.fact].scope != "person"
        or not any(a <= item.start < b for a, b in own)
    ]

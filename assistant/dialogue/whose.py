"""Whose things are told, where the certificate is another's than the speaker's.

证是我老公的，我自己有合同有社保       of him nothing is known but the certificate
不是我考的，是我儿子考的，他签了两年    his contract is told
"""

import re
from collections.abc import Sequence

from assistant.dialogue.said import ASKER, Said
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

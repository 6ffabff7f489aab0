"""Who is left when some are taken out: 进了19个人，跑了4个没训完，剩下的都签了合同 speaks of 15.

The message is rewritten before anything else reads it, so that what is said of those who are out is not taken
for the others.
"""

import re

from assistant.dialogue.quantities import Mention, find_quantities
from assistant.dialogue.words import BLANK

_PARTS = re.compile(r"[^,。;!?]+")
_OUT = re.compile(r"没|不|未|退|跑|走|离|辞|少了|派来|派遣|领过|享受过|拿过|缺|刷")
_THE_REST = re.compile(r"剩下|剩余|其余|余下|剩|另外的人|其他人|其它人")
_TAKE_OUT = re.compile(r"扣掉|扣除|除去|刨去|刨掉|去掉|减掉|减去|除掉|不算(?:他|她|这)")
_SOME = re.compile(r"^(?:但是?|可是?|不过|那)?(?:其中|里头|里面|当中|这里头|这里面|有)")
_ONE = re.compile("[一1][个名位人]")
_ALREADY = re.compile("已经?.{0,12}(?:领|享受|拿|补)过|(?:领|享受|拿|补)过")
_PEOPLE = "(?:人次|个人|人|名|个|位)"
_PASSED = "(?:学员|员工|职工)?(?:考核)?(?:合格|通过|取得|拿|考过|取证|领到)"
_TOOK_PART = re.compile(
    rf"(?P<all>\d+{_PEOPLE})(?P<rest>(?:(?:学员|员工|职工)?(?:参加|参训|报名|开班|受训)[^,。;!?]{{0,4}}?[,]?"
    rf"(?:最后|最终|其中|只有)*|(?:里头|里面|里|当中|中)(?:只有|有)?)\d+{_PEOPLE}{_PASSED})"
)
_IN_ALL = re.compile(r"(?:加起来|总共|一共|合计|累计|拢共|前后|共计?)(?:是|有|算|了|就)?$")


def leave_out(text: str, headcount: int | None) -> str:
    """The folded message, of those only who are left. `headcount`: how many were spoken of before."""
    people = [m for m in find_quantities(text) if m.kind == "person" and m.quantity.is_exact]
    parts = [(found.start(), found.end()) for found in _PARTS.finditer(text)]
    for start, end in parts:
        inside = [int(m.quantity.low) for m in people if start <= m.start < end]
        part, rest = text[start:end], text[end:]
        if not inside and _SOME.match(part) and _ONE.search(part):
            inside = [1]
        if len(inside) != 1 or not _OUT.search(part) or _THE_REST.search(part):
            continue
        [some] = inside
        asks_for_rest = _THE_REST.search(rest) or _TAKE_OUT.search(rest)
        whole = next((m for m in people if m.end <= start and m.quantity.low > some), None)
        if whole is not None and (asks_for_rest or (_SOME.match(part) and _ALREADY.search(part))):
            left = int(whole.quantity.low) - some
            out = text[:start] + BLANK * (end - start) + rest
            return out[: whole.start] + f"{left}{whole.unit}" + out[whole.end :]
        if headcount and _SOME.match(part) and (asks_for_rest or _ALREADY.search(part)):
            left = headcount - some
            counted_anew = any(m.start >= end for m in people)
            return (BLANK if counted_anew or left <= 0 else f"{left}人") + text[end:]
    return text


def who_passed(text: str) -> str:
    """45人参加，40人合格: those who took part are not told beside those who passed."""
    return _TOOK_PART.sub(lambda found: BLANK * len(found["all"]) + found["rest"], text)


def without_parts_of_a_sum(text: str) -> str:
    """又带了5个月，加起来8个月: the months that are in a sum are not told beside it."""
    times = [m for m in find_quantities(text) if m.kind == "time"]
    total = next((m for m in times if _IN_ALL.search(text[: m.start])), None)
    if total is None:
        return text
    for part in reversed([m for m in times if m.end <= total.start and _is_part(m, total)]):
        text = text[: part.start] + BLANK * (part.end - part.start) + text[part.end :]
    return text


def _is_part(one: Mention, total: Mention) -> bool:
    return one.unit == total.unit and one.quantity.low < total.quantity.low

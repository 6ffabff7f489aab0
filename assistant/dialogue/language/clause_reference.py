"""A clause that a message names by its number.

晋江79号文第二部分第六条第七点 → 二（六）7      衢州141号文第5条 → 三5
鼓楼四（八）写了什么 → 四（八）                晋江附件2 → 附件2
"""

import re

from assistant.documents.models import Clause, Policy

_DIGITS = "〇一二三四五六七八九"
_NUMBER = r"\d{1,2}|[一二三四五六七八九十]{1,3}"
_NAMED = re.compile(rf"第({_NUMBER})(部分|大点|[章条款点项节])|附件({_NUMBER})")
# As printed: 二(六)7, 四(八).
_PRINTED = re.compile(
    r"(?<![一二三四五六七八九十第])([一二三四五六七八九十]{1,3})[((]([一二三四五六七八九十]{1,3})[))](\d{0,2})"
)
_IN_PATH = re.compile(rf"{_NUMBER}")


def referred_clauses(text: str, policies: tuple[Policy, ...]) -> list[tuple[Policy, Clause]] | None:
    """The clauses that a folded message names by number; None where it names none, [] where none is there.

    A number alone (第5条) means a clause that itself is numbered so before a heading that is.
    """
    printed = [match[0] for match in _PRINTED.finditer(text)]
    if len(printed) > 1:
        # 二（五）2和二（五）3 are two.
        return [pair for one in dict.fromkeys(printed) for pair in referred_clauses(one, policies) or ()]
    numbers, annex = _numbers(text)
    if not numbers:
        return None
    found = []
    for policy in policies:
        for clause in policy.clauses:
            path = _path_numbers(clause.path)
            # 附件1和附件2 are two, 第5部分第1条 is one.
            if (
                (clause.kind == "annex" and path[-1:] and path[-1] in numbers)
                if annex
                else (clause.kind == "body" and _leads_to(numbers, path))
            ):
                found.append((policy, clause))
    if annex:
        return found
    # Every level named is better than some; else the innermost, where the rules stand.
    exact = [pair for pair in found if _path_numbers(pair[1].path) == numbers]
    return exact if exact and len(numbers) > 1 else [p for p in found if p not in exact] or exact


def _numbers(text: str) -> tuple[list[int], bool]:
    if printed := _PRINTED.search(text):
        return [_value(part) for part in printed.groups() if part], False
    named = list(_NAMED.finditer(text))
    annex = any(match[3] for match in named)
    return [_value(match[3] if annex else match[1]) for match in named if not annex or match[3]], annex


def _leads_to(numbers: list[int], path: list[int]) -> bool:
    """Whether the numbers, some levels perhaps left out, end at the path's own label."""
    rest = iter(path)
    return path[-1:] == numbers[-1:] and all(number in rest for number in numbers)


def _path_numbers(path: str) -> list[int]:
    return [_value(part) for part in _IN_PATH.findall(path)]


def _value(written: str) -> int:
    """7, 七, 十二, 二十 as a number."""
    if written.isdecimal() and written.isascii():
        return int(written)
    if "十" not in written:
        return _DIGITS.index(written) if len(written) == 1 else 0
    tens, _, ones = written.partition("十")
    return 10 * (_DIGITS.index(tens) if tens else 1) + (_DIGITS.index(ones) if ones else 0)

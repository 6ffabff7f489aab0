"""People listed by what they are: 客服6人、测试4人 · 6名大学生、5名农民. Nobody is counted twice."""

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.dialogue.language.crowd_words import (
    ALL,
    AMONG,
    FAILED,
    IN_ALL,
    LACK,
    LEFT,
    PASSED,
    PERSON,
    REST,
    STEPS,
    WITHIN,
)
from assistant.dialogue.language.sentence import MARK

_MARKS = "、,;和跟与及加"
_LONGEST = 8  # letters of what people are called
# 面试20人、录用15人, 20人、18人合格: some of those told ahead of them
_SOME_OF_THEM = re.compile(
    f"{PASSED}|{FAILED}|{LEFT}|{STEPS}|{REST}|{AMONG}|{WITHIN}|{LACK}"
    "|面试|录用|上岗|转正|持证|获证|领证|满|补|裁(?![剪缝切])|辞|退(?!役|伍)|旷|请假|作弊|缺|中途|其中|后来|最后"
    "|[外本]地|[男女老]|[领是有只才就都全均也还又考拿签交缴干走留到每各第总共了]"
)
# 岗前新招20人: who they are is not told, so that what follows may be some of them
_NO_NAME = re.compile(
    "(?:^|招|收|来|进|训|岗|人|员|工人|职工|员工|学徒|学生|今年|去年|批|期|参加|组织|报名)$"
)
# 仓库31人是主管: more is told of the last
_ENDS = re.compile(f"{PERSON}?的?(?=[{MARK}]|{ALL}|人人|参加|做|搞|培训|一共|总共|合计|合同|$)")
_WHO = re.compile(
    f"[^{MARK}、\\d]{{1,{_LONGEST}}}?[生民工员师手兵人户匠](?=[{MARK}{_MARKS}]|[经都全均参培取考做搞干上学去来]|$)"
)


def are_listed(text: str, counts: Sequence[tuple[int, int]]) -> bool:
    """Whether the numbers of people at these places of a folded text are a list by what they are.

    Each has its name ahead of it (前台3个、保洁4个) or each behind it (3名保安、2名司机), and nothing else.
    """
    if len(counts) < 2:
        return False
    names = [_names(text[one[1] : other[0]]) for one, other in pairwise(counts)]
    if None in names:
        return False
    behind = [name[0] for name in names if name is not None]
    ahead = [name[1] for name in names if name is not None]
    if all(ahead) and not any(behind):
        first = _name_ahead(text[: counts[0][0]])
        named = not _NO_NAME.search(first) or (len(counts) > 2 and IN_ALL.search(first))
        return bool(named) and _ENDS.match(text, counts[-1][1]) is not None
    last = _WHO.match(text, counts[-1][1])
    of_each = [*behind, *([last[0]] if last else [""])]
    return not any(ahead) and all(_WHO.fullmatch(name) and not _SOME_OF_THEM.search(name) for name in of_each)


def is_total(text: str, counts: Sequence[tuple[int, int]]) -> bool:
    """Whether the first of such numbers may be that of all: 一共20人,普工12人、技工8人."""
    (start, _), *others = counts
    marks = [text[a:b][:1] for (_, a), (b, _) in pairwise(counts)]
    in_all = IN_ALL.search(_name_ahead(text[:start])) is not None
    return len(others) > 1 and (in_all or marks[0] != marks[-1])


def _names(between: str) -> tuple[str, str] | None:
    """What stands between two numbers: the name behind the first and that ahead of the second."""
    parts = re.split(f"[{_MARKS}]{{1,2}}", between)
    if len(parts) == 1 and 0 < len(between) <= _LONGEST:
        parts = ["", between]  # 前台3个保洁4个
    if len(parts) != 2 or any(len(part) > _LONGEST for part in parts) or _SOME_OF_THEM.search(between):
        return None
    return re.sub(f"^{PERSON}$", "", parts[0]) if parts[1] else parts[0], parts[1]


def _name_ahead(text: str) -> str:
    return re.split(f"[{MARK}、]", text)[-1]

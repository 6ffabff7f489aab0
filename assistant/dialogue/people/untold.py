"""Some of those counted of whom only is told who they are, and nothing that matters: they change no number.

30人考了中级工，其中10个是女的      → 30, all of whom have passed
10人，5人男5人女，都考了中级工      → 10
"""

import re
from collections.abc import Sequence

from assistant.dialogue.facts.said import ASKER, HEADCOUNT, HOLDER, Said
from assistant.dialogue.language.crowd_words import PERSON
from assistant.dialogue.language.sentence import PART_END, part_before
from assistant.dialogue.language.words import Found
from assistant.dialogue.people.parts import are_among
from assistant.rules.facts import Quantity, Value

# What says who people are, and keeps nobody from what is asked for.
_PASSING = (ASKER, HOLDER, "gender")
_WHO = re.compile(
    f"[名位]?{PERSON}?(?:都|全)?(?:是|为|属于)|(?:名|位)?的?(?:[男女]|党员|团员|外地|外来|本地|少数民族|汉族)"
)
# Of these it may be the reason why they get nothing: 3个是去年招的.
_MAY_MATTER = re.compile(
    "[没未不无]|[前去往上]年|以前|之前|退休|返聘|学生|实习|派遣|派来|临时|兼职|重复|补考|后来|多少|几"
    "|过[了的关]?|合格|有证|[拿考签交缴取]"
)


def without_untold(
    text: str, said: Sequence[Said], topics: Sequence[Found[str]], before: Value | None
) -> list[Said]:
    """What a folded text says, without the numbers of those of whom it only says who they are.

    `before`: how many people were spoken of in the conversation.
    """
    counts = [item for item in said if item.fact == HEADCOUNT and item.start < item.end]
    untold = [item for item in counts if _is_untold(text, item, counts, said, topics)]
    halves = len(untold) > 1 and _number(counts[0].value) == sum(map(_number_of, untold))
    gone: list[Said] = []
    for index, item in enumerate(counts):
        if item not in untold:
            continue
        whole = next((one.value for one in counts if one.end <= item.start and one not in untold), before)
        among = halves or are_among(text, item.start)
        among = among or counts[index - 1] in gone  # 里面5个是党员，3个是女的
        if among and whole is not None and _number_of(item) < _number(whole):
            start, end = _stretch(text, item, counts)
            gone += [one for one in said if start <= one.start < end]
    return [item for item in said if item not in gone]


def _is_untold(
    text: str, count: Said, counts: Sequence[Said], said: Sequence[Said], topics: Sequence[Found[str]]
) -> bool:
    start, end = _stretch(text, count, counts)
    marks: tuple[Said | Found[str], ...] = (*said, *topics)
    told = [mark for mark in marks if mark is not count and start <= mark.start < end]
    passing = all(isinstance(mark, Said) and mark.fact in _PASSING for mark in told)
    return (
        _number_of(count) > 0
        and passing
        and _WHO.match(text, count.end) is not None
        and _MAY_MATTER.search(text, start, end) is None
    )


def _stretch(text: str, count: Said, counts: Sequence[Said]) -> tuple[int, int]:
    """The part of the sentence that holds a number of people, from the number before to the next one."""
    part = PART_END.search(text, count.end)
    ahead = [one.end for one in counts if one.end <= count.start]
    behind = [one.start for one in counts if one.start >= count.end]
    start = max((count.start - len(part_before(text, count.start)), *ahead))
    return start, min((part.start() if part else len(text), *behind))


def _number_of(count: Said) -> int:
    return _number(count.value)


def _number(value: Value) -> int:
    """One number of people, else none."""
    return int(value.low) if isinstance(value, Quantity) and value.is_exact else 0

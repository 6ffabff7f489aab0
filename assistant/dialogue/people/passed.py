"""Those who passed out of those who took part: 45人参加，40人合格 tells of 40."""

import re
from collections.abc import Sequence

from assistant.dialogue.language.crowd_words import (
    ALL,
    AMONG,
    BESIDE,
    CERTIFICATE,
    COUNT,
    FAILED,
    ITEM,
    LACK,
    OF_A_LEVEL,
    PART,
    PASSED,
    PERSON,
    STEPS,
    THE_REST,
    WITHIN,
)
from assistant.dialogue.language.listed import are_listed
from assistant.dialogue.language.quantities import Mention, find_people
from assistant.dialogue.language.sentence import SENTENCE_END, phrase_at
from assistant.dialogue.language.words import BLANK
from assistant.dialogue.people.parts import is_among, names_some

_PASSED = re.compile(f"{PERSON}?(?:[结毕]业)?了?{PASSED}")
_TOOK_PART = re.compile(
    f"{STEPS}|训了|受训|来上|去上|去考|报考|考证|考试|上课|学|新招|招了|新[人员]|岗前培训"
)
_HARDLY_ANYTHING = re.compile(f"(?:(?!\\d){ITEM}){{0,4}}")
_TRAINING = re.compile("培训|项目制|特种作业|创业|岗前|转岗|目录外")
_AT_ONCE = re.compile(f"{PERSON}?(?:培训|学习)?,(?:最后|最终|实际|只?有|共)?")
# 考出操作证的24个，合格证的11个: each has one of its own
# 26个转岗,目录外,20人拿合格证: nothing else is told of the twenty
_ONLY_PASSED = re.compile(
    f"(?:最[后终]|结果|实际|只有?|就|才|一?共)*{COUNT}{ALL}?{PASSED}{CERTIFICATE}[的了]*"
)
_CERTIFIED_AHEAD = re.compile(f"(?<![没不未]){PASSED}{ITEM}{{1,12}}{CERTIFICATE}的?[有是]?$")
_LACK = re.compile(f"人?{PART}{{0,3}}{LACK}")
_WHO_FAILED = re.compile(f"{FAILED}的$")
_FAILED = re.compile(f"{PERSON}?{FAILED}(?=[,。;!?]|$)")
_ANOTHER_COURSE = re.compile("班|期|批|课时")
_BESIDE = re.compile(f"{BESIDE}|还{PART}{{0,4}}$")
_OLD_STAFF = re.compile("个?(?:老员工|老职工|老工人|老师傅|在岗|在职)")
_AMONG_AHEAD = re.compile(f"{AMONG}有?$")
_OF_WHOLE = re.compile(f"人?{WITHIN}有?")
_HAVE_GOT = re.compile(f"{PERSON}?都?(?:{PASSED}|[考评])")
_NEXT_STEP = re.compile(
    f"{PERSON}?(?:{STEPS})?(?:培训|班)?,?(?:最后|实际|一共|总共)?(?:{STEPS})[了的有是]{{0,2}}"
)
_STEP = re.compile(f"{PERSON}?(?:{STEPS})")
_STEP_BEHIND = re.compile(f"{_STEP.pattern}了?,(?:最后|实际|只有?)?")
_FARTHEST = 24  # characters between those who took part and those who passed


def who_passed(text: str) -> str:
    """45人参加，40人合格: those who took part are not told beside those who passed."""
    text = _without_whole(text)
    people = find_people(text, exact=True)
    for index in range(len(people) - 1, 0, -1):
        took_part, passed = people[index - 1 : index + 1]
        behind = people[index + 1 :]
        if _passed_of(text, took_part, passed) and (
            _HARDLY_ANYTHING.fullmatch(text[took_part.end : passed.start])
            or _is_of_others(text, took_part, passed, behind)
            or not _others_behind(text, passed, behind)
        ):
            first = _first_of(text, people[:index])
            spans = [
                (one.start, one.end)
                for place, one in enumerate(people[:index])
                if place >= first or one.quantity == took_part.quantity
            ]
            # 2人没拿到 names nothing that they have not got.
            failed = ((one, _FAILED.match(text, one.end)) for one in people[index + 1 : index + 2])
            spans += [(one.start, words.end()) for one, words in failed if words]
            # 没过的2个 are those who are left of them, told again.
            others = took_part.quantity.low - passed.quantity.low
            ahead = ((one, _WHO_FAILED.search(text[: one.start])) for one in behind)
            spans += [(w.start(), one.end) for one, w in ahead if w and one.quantity.low == others]
            if among := _AMONG_AHEAD.search(text[: passed.start]):
                spans.append(among.span())  # the others are not told
            for start, end in spans:
                text = text[:start] + BLANK * (end - start) + text[end:]
    return text


def _first_of(text: str, people: Sequence[Mention]) -> int:
    """Which of those counted are the first of whom the last are some: 报名40人，来了36人."""
    first = len(people) - 1
    while first > 0:
        more, fewer = people[first - 1 : first + 1]
        between = text[more.end : fewer.start]
        steps = _STEP_BEHIND.fullmatch(between) and _STEP.match(text, fewer.end)  # 30人报名,28人到课
        if more.quantity.low < fewer.quantity.low or not (_NEXT_STEP.fullmatch(between) or steps):
            break
        first -= 1
    return first


def _without_whole(text: str) -> str:
    """8个人里6个考了中级工，其中2个没社保: the two are some of the six, and the eight are told no more."""
    people = find_people(text, exact=True)
    if len(people) != 3 or not people[0].quantity.low > people[1].quantity.low > people[2].quantity.low:
        return text
    whole, some, few = people
    of_whole = _OF_WHOLE.fullmatch(text[whole.end : some.start]) and _HAVE_GOT.match(text, some.end)
    if not of_whole or not _AMONG_AHEAD.search(text[: few.start]):
        return text
    return text[: whole.start] + BLANK * (some.start - whole.start) + text[some.start :]


def _passed_of(text: str, all_of_them: Mention, passed: Mention) -> bool:
    between = text[all_of_them.end : passed.start]
    part = re.split("[,。;!?、:]", text[: all_of_them.start])[-1]
    return (
        all_of_them.quantity.low >= passed.quantity.low
        and len(between) <= _FARTHEST
        and _CERTIFIED_AHEAD.search(part) is None
        and SENTENCE_END.search(between) is None
        and _have_passed(text, passed)
        and not are_listed(text, [(all_of_them.start, all_of_them.end), (passed.start, passed.end)])
        and (_took_part(text, all_of_them, passed) or names_some(text, passed.start))
    )


def _took_part(text: str, people: Mention, passed: Mention) -> bool:
    """Whether the more people took part: in words for it, or behind a training: 项目制，40人，35人拿证."""
    sentence = SENTENCE_END.split(text[: people.start])[-1]
    between = text[people.end : passed.start]
    if _HARDLY_ANYTHING.fullmatch(between):
        return True  # 甲班30人|28人合格, 12人目录外|11个合格
    around = re.split("[,。;!?、:]", sentence)[-1] + between
    of_a_training = _TRAINING.search(sentence) and _AT_ONCE.fullmatch(between)
    if _ONLY_PASSED.fullmatch(phrase_at(text, passed.start)) and not _passing(text, people):
        return True
    return _TOOK_PART.search(around) is not None or of_a_training is not None


def _passing(text: str, people: Mention) -> bool:
    """Whether they are told to have passed themselves: 40人有证，20人拿了合格证."""
    return re.search(f"{PASSED}|证", phrase_at(text, people.start)) is not None


def _have_passed(text: str, people: Mention) -> bool:
    """18人拿合格证; not 5人考了中级工, who are told by their level."""
    passing = _PASSED.match(text, people.end)
    return passing is not None and OF_A_LEVEL.match(text, passing.end()) is None


def _is_of_others(text: str, took_part: Mention, passed: Mention, behind: Sequence[Mention]) -> bool:
    """招了20个，18个拿证，另外5个老员工: five who are none of the twenty, and told of beside them."""
    if not behind or not _BESIDE.search(text, passed.end, behind[0].start):
        return False
    too_many = passed.quantity.low + behind[0].quantity.low > took_part.quantity.low
    return too_many or _OLD_STAFF.match(text, behind[0].end) is not None


def _others_behind(text: str, passed: Mention, people: Sequence[Mention]) -> bool:
    """Whether others are told of behind those who passed, who are groups of one whole with them."""
    end = SENTENCE_END.search(text, passed.end)
    sentence = text[passed.end : end.start() if end else len(text)]
    first = next((m for m in people if not end or m.start < end.start()), None)
    if first is not None and first.quantity == passed.quantity:
        return False  # 30个合格，这30个里有4个
    if THE_REST.search(sentence):
        return not is_among(sentence)
    if first is None:
        return False
    if _LACK.match(text, first.end):
        return False  # 6个拿到了，1个没拿到
    between = text[passed.end : first.start]
    return not (_ANOTHER_COURSE.search(between) or names_some(text, first.start))

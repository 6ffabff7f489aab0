"""Who is left when some are taken out: 进了19个人，跑了4个没训完，剩下的都签了合同 speaks of 15.

The message is rewritten before anything else reads it, so that what is said of those who are out is not taken
for the others.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.dialogue.lots import count_lots
from assistant.dialogue.multiples import multiply_lots
from assistant.dialogue.negation import PART_END
from assistant.dialogue.parts import AMONG, count_the_rest, names_some
from assistant.dialogue.quantities import Mention, find_people, find_quantities
from assistant.dialogue.shares import count_shares
from assistant.dialogue.words import BLANK

_PARTS = re.compile(r"(?:(?!(?:但是?|可是?|不过)(?:其中|里|有))[^,。;!?])+")
# What keeps people from what is asked for; 走读, 未满18岁 and 不是应届生 do not.
_OUT = re.compile(
    r"没(?:有)?(?:过(?!来)|训完|通过|合格|过关|拿到|取得|考过|考上|签|交|缴|来|参加|完成)|不(?:合格|及格|算|够|满一年|跟我们签)|拿不到|没证"
    r"|退出|退学|退训|跑了|走了|走掉|离职|辞职|辞了|走人|派来|派遣|(?:领|享受|拿|补)过|缺勤|缺考|被刷"
)
_THE_REST = re.compile(r"剩下|剩余|其余|余下|剩|另外的人|其他人|其它人")
_TAKE_OUT = re.compile(r"扣掉|扣除|除去|刨去|刨掉|去掉|减掉|减去|除掉|不算|除了|除开|除此")
_LISTED = re.compile("[^,。;!?、]{0,8},?[和跟与加][^,。;!?、]{1,8}")  # 就业困难人员4人,和普通员工6人
_NATIVE = re.compile("籍")
_SOME = re.compile(r"^(?:但是?|可是?|不过|那)?(?:其中|里头|里面|当中|这里头|这里面|有)")
_THOSE_OF = re.compile("[^,。;!?\\d]{0,6}?(?:里头|里面|当中|之中|[里中])")
_ONE = re.compile("[一1][个名位人]")
_ALREADY = re.compile("已经?.{0,12}(?:领|享受|拿|补)过|(?:领|享受|拿|补)过")
_PASSED = re.compile(
    "人?(?:学员|员工|职工)?(?:考核|最后|最终)?(?:合格|通过(?=[,。;了考]|$)|取得|拿|考过|取证)(?![不没未过])"
)
_TOOK_PART = re.compile(
    "参加|参训|报名|报了|开班|受训|来了|来上|去上|上课|学|新招|招了|新人|新员工|岗前培训|结业"
)
_PASSED_AHEAD = re.compile("(?<![没不未])(?:合格|通过|取得|拿到|拿|考过|取证)[^,。;!?没不未]{0,6}$")
_LACK = re.compile("人?[^,。;!?]{0,3}[没未不]")
_FAILED = re.compile("人?(?:没|没有|未|不)(?:拿到|通过|过|合格|取得|考过|考上|拿|及格)?了?(?=[,。;!?]|$)")
_OF_A_LEVEL = re.compile("[^,。;!?]{0,6}(?:[初中高]级|技师|等级|资格)")
_SENTENCE_END = re.compile("[。;!?]")
_ANOTHER_COURSE = re.compile("班|期|批|课时")
_OTHERS = re.compile("其余|其他|其它|剩|余下")
_FARTHEST = 24  # characters between those who took part and those who passed
_IN_ALL = re.compile(r"(?:加起来|合起来|累计|前后)(?:一共|总共|共)?(?:是|有|算|了|就)?$")
# Months of another matter, or of several lots of people, are parts of no sum.
_OTHER_MONTHS = re.compile("合同|入职|工龄|批|分别|期")


_PART = re.compile("[^,。;!?]*")
_FAILS = re.compile("人?(?:都|全)?(?:没|没有|未|不)(?:拿|通过|过|合格|取得|考|及格|证)")
_PASSES = re.compile(
    "人?(?:都|全)?(?:有|拿到?|取得|考到?|领到?)?了?(?:培训|考核|考试)?(?:合格|通过|过关|考过|及格)(?:了|证书?|的)*[^没不未]*$"
)
# 没考过的有5个: 有5个没考过
_WHO_FAILED = re.compile(
    r"(?P<what>(?:没|没有|未|不)(?:考过|通过|合格|及格|拿到证|拿证|拿到|取得证书?))的(?:人)?(?:有|是|共|一共有)?"
    r"(?P<count>\d{1,5}[个人名位])(?=[,。;!?]|$)"
)
# 挂了2个: 其中2个没考过
_FAILED_SOME = re.compile(
    r"(?<=[,。;!?、])(?:有|还|就|又)?(?:挂|刷|被刷|淘汰|没考过|没考上|没过|没通过|没及格|不及格|缺考)(?:掉|下来)?了?"
    r"(?P<count>\d{1,5}[个人名位])人?(?=[,。;!?]|$)"
)
_EACH_TIME = re.compile("(?:第[一二三四五六七八九1-9]|头一?|前一|上一?|首|后一?|这一?)(?:次|回|趟)")
_MISSED = re.compile("没(?:有)?(?:拿|考|通过|合格|取得|证)|不合格|(?:证书?)(?:没|未)")
_PEOPLE = "(?:人次|个人|人|名|个|位)"
# 8个不是应届生,剩下的都是: the rest are what these are not.
_REST_ARE = re.compile(
    rf"(?P<some>\d+)(?P<unit>{_PEOPLE})(?:是)?(?P<no>不是|没有|没)(?P<what>[^,。;!?]{{1,12}}),"
    "(?:剩下|剩余|其余|余下|其他)的?人?(?:都|全|全部|全都)(?P<yes>是|有|拿|取得|考|合格|通过)"
)


# 还有5个没拿到: others, who lack it, beside those who were spoken of.
_OTHERS_LACK = re.compile(
    rf"(?:另外)?(?:还有|另有|又有)\d+{_PEOPLE}[^,。;!?]{{0,8}}?(?:没|未|不合格|不及格)[^,。;!?]*"
)


def who_is_left(text: str, headcount: int | None) -> str:
    """The folded message with the people it means: who passed, who is left, the rest with their number.

    `headcount`: how many were spoken of before.
    """
    counted = find_people(text)
    if headcount and len(counted) == 1 and (others := _OTHERS_LACK.search(text)):
        text = f"{text[: others.start()]}{headcount}人{text[others.end() :]}"
    text = without_parts_of_a_sum(
        who_passed(without_failures(count_lots(count_shares(multiply_lots(text), headcount))))
    )
    left = leave_out(text, headcount)
    if left != text:
        return left
    people = find_people(text)
    if not all(m.quantity.is_exact for m in people):
        return text
    first_named = {m.quantity: m for m in reversed(people)}  # 44人，44人中有4人: named again
    return count_the_rest(text, sorted(first_named.values(), key=lambda m: m.start), headcount)


def leave_out(text: str, headcount: int | None) -> str:
    """The folded message, of those only who are left. `headcount`: how many were spoken of before."""
    text = _told_of_both(text, headcount)
    people = find_people(text, exact=True)
    parts = [(found.start(), found.end()) for found in _PARTS.finditer(text)]
    for start, end in parts:
        # 这20个里2个享受过: the whole stands in the same part.
        named = [m for m in people if start <= m.start < end and _THOSE_OF.match(text, m.end)]
        before = {m.quantity for m in (*(m for m in people if m.end <= start), *named)}
        inside = [int(m.quantity.low) for m in people if start <= m.start < end and m.quantity not in before]
        part, rest = text[start:end], text[end:]
        if not inside and _SOME.match(part) and _ONE.search(part):
            inside = [1]
        if len(inside) != 1 or not _OUT.search(part) or _THE_REST.search(part):
            continue
        [some] = inside
        asks_for_rest = _THE_REST.search(rest) or _TAKE_OUT.search(part + rest)
        again = {m.quantity for m in people if start <= m.start < end} & before
        whole = next(
            (
                m
                for m in people
                if (m.end <= start or m in named)
                and m.quantity.low > some
                and (m.quantity in again or not again)
            ),
            None,
        )
        if whole is not None and (asks_for_rest or (_SOME.match(part) and _ALREADY.search(part))):
            left = int(whole.quantity.low) - some
            if whole in named:
                return text[: whole.start] + f"{left}{whole.unit}" + BLANK * (end - whole.end) + rest
            out = text[:start] + BLANK * (end - start) + rest
            return out[: whole.start] + f"{left}{whole.unit}" + out[whole.end :]
        of_them = _SOME.match(part) and (asks_for_rest or _ALREADY.search(part))
        if headcount and (of_them or _TAKE_OUT.search(part)):
            left = headcount - some
            counted_anew = any(m.start >= end for m in people)
            return (BLANK if counted_anew or left <= 0 else f"{left}人") + text[end:]
    return text


def _told_of_both(text: str, headcount: int | None) -> str:
    """8个不是应届生,剩下的都是 of 20 people: 12个是应届生,8个不是应届生."""
    found = _REST_ARE.search(text)
    if found is None:
        return text
    named = {m.quantity for m in find_people(text[: found.start()])}
    if len(named) > 1 or not all(quantity.is_exact for quantity in named):
        return text  # of which of them the rest are, is not said
    whole = next((int(quantity.low) for quantity in named), headcount)
    if whole is None or whole <= int(found["some"]):
        return text
    verb = "是" if found["no"] == "不是" else "有" if found["yes"] == "有" else ""
    rest = f"{whole - int(found['some'])}{found['unit']}{verb}{found['what']}"
    lacking = f"{found['some']}{found['unit']}{found['no']}{found['what']}"
    return f"{text[: found.start()]}{rest},{lacking}{text[found.end() :]}"


def is_unclear(text: str) -> bool:
    """Whether people are counted more than once and some of them are out, in a way not resolved here."""
    people = find_people(text)
    if len({m.quantity for m in people}) < 2:
        return False  # one number, however often
    listed = any(_LISTED.fullmatch(text[one.end : other.start]) for one, other in pairwise(people))
    return listed or any(signs.search(text) for signs in (_OUT, _THE_REST, _TAKE_OUT, _NATIVE))


def without_failures(text: str) -> str:
    """28个合格，4个没合格 tells of 28; 头一次没拿证，第二次有证, of two times, of one."""
    text = _WHO_FAILED.sub(r"有\g<count>\g<what>", _times_passed(text))
    text = _FAILED_SOME.sub(r"其中\g<count>没考过", text)
    people = find_people(text, exact=True)
    for one, other in pairwise(people):
        between = text[one.end : other.start]
        parts = PART_END.split(between)
        if len(parts) != 2 or parts[1].strip() not in ("", "有", "另", "还有", "另有", "另外"):
            continue
        behind = _PART.match(text, other.end)
        later = behind[0] if behind else ""
        if _FAILS.match(parts[0]) and _PASSES.match(later):
            return text[: one.start] + BLANK * (other.start - one.start) + text[other.start :]
        if _PASSES.match(parts[0]) and _FAILS.match(later):
            end = other.end + len(later)
            text = text[: other.start] + BLANK * (end - other.start) + text[end:]
            return f"{text[: one.end]}都{text[one.end :]}" if parts[0].startswith("合格") else text
    return text


def _times_passed(text: str) -> str:
    times = [m for m in find_quantities(text) if m.kind == "times" and m.quantity.is_exact]
    whole = next((m for m in times if m.quantity.low > 1), None)
    each = [] if whole is None else [found.start() for found in _EACH_TIME.finditer(text, whole.end)]
    if whole is None or len(each) != whole.quantity.low:
        return text
    failed = [(a, b) for a, b in pairwise((*each, len(text))) if _MISSED.search(text[a:b])]
    if not failed or len(failed) == len(each) or failed[-1][1] == len(text):
        return text
    for start, end in failed:
        text = text[:start] + BLANK * (end - start) + text[end:]
    left = int(whole.quantity.low) - len(failed)
    return f"{text[: whole.start]}{left}{whole.unit}{text[whole.end :]}"


def who_passed(text: str) -> str:
    """45人参加，40人合格: those who took part are not told beside those who passed."""
    people = find_people(text, exact=True)
    for index in range(len(people) - 1, 0, -1):
        took_part, passed = people[index - 1 : index + 1]
        if _passed_of(text, took_part, passed) and not _others_behind(text, passed, people[index + 1 :]):
            spans = [(one.start, one.end) for one in people[:index] if one.quantity == took_part.quantity]
            # 2人没拿到 names nothing that they have not got.
            failed = ((one, _FAILED.match(text, one.end)) for one in people[index + 1 : index + 2])
            spans += [(one.start, words.end()) for one, words in failed if words]
            for start, end in spans:
                text = text[:start] + BLANK * (end - start) + text[end:]
    return text


def _passed_of(text: str, all_of_them: Mention, passed: Mention) -> bool:
    between = text[all_of_them.end : passed.start]
    part = re.split("[,。;!?、:]", text[: all_of_them.start])[-1]
    return (
        all_of_them.quantity.low > passed.quantity.low
        and len(between) <= _FARTHEST
        and _SENTENCE_END.search(between) is None
        and _have_passed(text, between, passed)
        and (_TOOK_PART.search(part + between) is not None or names_some(text, passed.start))
    )


def _have_passed(text: str, between: str, people: Mention) -> bool:
    """18人拿合格证, 取得合格证17人; not 5人考了中级工, who are told by their level."""
    if passing := _PASSED.match(text, people.end):
        return _OF_A_LEVEL.match(text, passing.end()) is None
    ahead = _PASSED_AHEAD.search(PART_END.split(between)[-1])
    return ahead is not None and _OF_A_LEVEL.search(ahead[0]) is None


def _others_behind(text: str, passed: Mention, people: Sequence[Mention]) -> bool:
    """Whether others are told of behind those who passed, who are groups of one whole with them."""
    end = _SENTENCE_END.search(text, passed.end)
    sentence = text[passed.end : end.start() if end else len(text)]
    first = next((m for m in people if not end or m.start < end.start()), None)
    if first is not None and first.quantity == passed.quantity:
        return False  # 30个合格，这30个里有4个
    if _OTHERS.search(sentence):
        return not AMONG.search(sentence)
    if first is None:
        return False
    if _LACK.match(text, first.end):
        return False  # 6个拿到了，1个没拿到
    between = text[passed.end : first.start]
    return not (_ANOTHER_COURSE.search(between) or names_some(text, first.start))


def without_parts_of_a_sum(text: str) -> str:
    """又带了5个月，加起来8个月: the months that are in a sum are not told beside it."""
    times = [m for m in find_quantities(text) if m.kind == "time"]
    total = next((m for m in times if _IN_ALL.search(text[: m.start])), None)
    if total is None or _OTHER_MONTHS.search(text):
        return text
    for part in reversed([m for m in times if m.end <= total.start and _is_part(m, total)]):
        text = text[: part.start] + BLANK * (part.end - part.start) + text[part.end :]
    return text


def _is_part(one: Mention, total: Mention) -> bool:
    return one.unit == total.unit and one.quantity.low < total.quantity.low

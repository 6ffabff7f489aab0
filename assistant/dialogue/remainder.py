"""Who is left when some are taken out: 进了19个人，跑了4个没训完，剩下的都签了合同 speaks of 15.

The message is rewritten before anything else reads it, so that what is said of those who are out is not taken
for the others.
"""

import re
from itertools import pairwise

from assistant.dialogue.lots import count_lots
from assistant.dialogue.multiples import multiply_lots
from assistant.dialogue.negation import PART_END
from assistant.dialogue.numerals import NUMERAL, read_numeral
from assistant.dialogue.parts import count_the_rest
from assistant.dialogue.passed import who_passed
from assistant.dialogue.quantities import Mention, find_people, find_quantities
from assistant.dialogue.shares import count_shares
from assistant.dialogue.words import BLANK

_PARTS = re.compile(r"(?:(?!(?:但是?|可是?|不过)(?:其中|里|有))[^,。;!?])+")
# What keeps people from what is asked for; 走读, 未满18岁 and 不是应届生 do not.
_OUT = re.compile(
    r"没(?:有)?(?:过(?!来)|训完|通过|合格|过关|拿到|取得|考过|考上|签|交|缴|来|参加|完成)|不(?:合格|及格|算|够|满一年|跟我们签)|拿不到|没证"
    r"|是(?:去年|前年|往年|上一年)|退出|退学|退训|跑了|走了|走掉|离职|辞职|辞了|走人|派来|派遣|(?:领|享受|拿|补)过|缺勤|缺考|被刷"
)
_THE_REST = re.compile(r"剩下|剩余|其余|余下|剩|另外的人|其他人|其它人")
_TAKE_OUT = re.compile(r"扣掉|扣除|除去|刨去|刨掉|去掉|减掉|减去|除掉|不算|除了|除开|除此")
_LISTED = re.compile("[^,。;!?、]{0,8},?[和跟与加][^,。;!?、]{1,8}")  # 就业困难人员4人,和普通员工6人
_NATIVE = re.compile("籍")
_SOME = re.compile(r"^(?:但是?|可是?|不过|那)?(?:其中|里头|里面|当中|这里头|这里面|有)")
_THOSE_OF = re.compile("[^,。;!?\\d]{0,6}?(?:里头|里面|当中|之中|里|中(?![途间断]))")
_ONE = re.compile("[一1][个名位人]")
_ALREADY = re.compile("已经?.{0,12}(?:领|享受|拿|补)过|(?:领|享受|拿|补)过")
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
    r"(?P<what>(?:没|没有|未|不)(?:考过|通过|合格|及格|拿到证|拿证|拿到|取得证书?)|缺考|挂科)的(?:人)?(?:有|是|共|一共有)?"
    r"(?P<count>\d{1,5}[个人名位])(?=[,。;!?]|$)"
)
# 挂了2个: 其中2个没考过
_FAILED_SOME = re.compile(
    r"(?<=[,。;!?、])(?:有|还|就|又)?(?:挂|刷|被刷|淘汰|没考过|没考上|没过|没通过|没及格|不及格|缺考)(?:掉|下来)?了?"
    r"(?P<count>\d{1,5}[个人名位])人?(?=[,。;!?]|$)"
)
# 乙班比甲班少3人: how many they are is not said
_COMPARED = re.compile(r"比[^,。;!?]{1,8}[多少]了?\d{1,5}[个人名位]")
_PEOPLE = "(?:人次|个人|人|名|个|位)"
# 合格12人，未合格3人: of twelve
_BESIDE_FAILURES = re.compile(
    rf"(?P<passed>(?<![没不未有])(?:合格|通过|及格|过关)(?:[了的]|有)*\d+{_PEOPLE})[,;、]?(?:另外?|还)?有?"
    rf"(?:没有?|不|未)(?:合格|通过|及格|过关|过)(?:[了的]|有)*\d+{_PEOPLE}"
)
# 三个中级工，一个人多少: what each gets
_PER = "[一每1](?:年|个?月|期)"
_EACH_ASKED = re.compile(
    r"(?:一|1)个人(?=(?:大概|大约)?(?:最多|最高|最少|至少|能|可以|可|是|给|补|拿|领|得|到手){0,4}(?:多少|几多|几块|几个钱))"
)
# 10个学徒,一个人实际花5000: what is told of one of them holds for each
_EACH_TOLD = re.compile(
    rf"(?<![\d十百千没每就我只有是了里中另外])[一1]个?人(?:头上?)?(?=(?:{_PER}|[^,。;!?\d领拿没未不得过]){{0,10}}?"
    r"\d+(?:\.\d+)?(?:万|千)?(?:多|左右)?(?:元|块|个?(?:课时|学时|小时)|节|[,。;!?]|$))"
)
_ANOTHER_ONE = re.compile("(?:另外?|还有)[一1]个|[一1]个.*[,、][一1]个人?")
_EACH_TIME = re.compile("(?:第[一二三四五六七八九1-9]|头一?|前一|上一?|首|后一?|这一?)(?:次|回|趟)")
_MISSED = re.compile("没(?:有)?(?:拿|考|通过|合格|取得|证)|不合格|(?:证书?)(?:没|未)")
# 8个不是应届生,剩下的都是: the rest are what these are not.
_REST_ARE = re.compile(
    rf"(?P<some>\d+)(?P<unit>{_PEOPLE})(?:是)?(?P<no>不是|没有|没)(?P<what>[^,。;!?]{{1,12}}),"
    "(?:剩下|剩余|其余|余下|其他)的?人?(?:都|全|全部|全都)(?P<yes>是|有|拿|取得|考|合格|通过)"
)


# 除了一个没拿到,其他都拿了
_ALL_BUT = re.compile(
    rf"除了?(?P<some>{NUMERAL})[个名位人](?:人|员工|学员|职工)?(?:没|未|不)[^,。;!?]{{0,6}}?(?:以外|之外|外)?,?"
    "(?:其他|其它|其余|剩下|剩余|余下|别的)的?(?:人|员工|学员|职工)?(?:[都全均])"
)
# 还有5个没拿到: others, who lack it, beside those who were spoken of.
_OTHERS_LACK = re.compile(
    rf"(?:另外)?(?:还有|另有|又有)\d+{_PEOPLE}[^,。;!?]{{0,8}}?(?:没|未|不合格|不及格)[^,。;!?]*"
)


def who_is_left(text: str, headcount: int | None) -> str:
    """The folded message with the people it means: who passed, who is left, the rest with their number.

    `headcount`: how many were spoken of before.
    """
    if len({m.quantity for m in find_people(text)}) > 1:
        text = _EACH_ASKED.sub("每人", text)
        text = text if _ANOTHER_ONE.search(text) else _EACH_TOLD.sub("每人", text)
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
    text = _all_but(_told_of_both(text, headcount), headcount)
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
            repeated = [m for m in people if m.start >= end and m.quantity.low == some]  # 减掉那2个
            counted_anew = any(m.start >= end for m in people if m not in repeated)
            for mention in reversed(repeated):
                text = text[: mention.start] + BLANK * (mention.end - mention.start) + text[mention.end :]
            return (BLANK if counted_anew or left <= 0 else f"{left}人") + text[end:]
    return text


def _all_but(text: str, headcount: int | None) -> str:
    """10人，除了一个没拿证其他都拿了: nine."""
    found = _ALL_BUT.search(text)
    if found is None:
        return text
    ahead = find_people(text[: found.start()])
    low, high = read_numeral(found["some"])
    exact = low == high and len(ahead) <= 1 and all(m.quantity.is_exact for m in ahead)
    whole = int(ahead[0].quantity.low) if ahead else headcount
    if not exact or whole is None or whole <= low:
        return text
    left = f"{whole - int(low)}人"
    if not ahead:
        return f"{text[: found.start()]}{left}都{text[found.end() :]}"
    return f"{text[: ahead[0].start]}{left}{text[ahead[0].end : found.start()]}都{text[found.end() :]}"


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
    if _COMPARED.search(text):
        return True
    people = find_people(text)
    if len({m.quantity for m in people}) < 2:
        return False  # one number, however often
    listed = any(_LISTED.fullmatch(text[one.end : other.start]) for one, other in pairwise(people))
    return listed or any(signs.search(text) for signs in (_OUT, _THE_REST, _TAKE_OUT, _NATIVE))


def without_failures(text: str) -> str:
    """28个合格，4个没合格 tells of 28; 头一次没拿证，第二次有证, of two times, of one."""
    text = _WHO_FAILED.sub(_failed_behind, _BESIDE_FAILURES.sub(r"\g<passed>", _times_passed(text)))
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


def _failed_behind(words: re.Match[str]) -> str:
    return f"有{words['count']}{words['what'] if words['what'][0] in '没未不' else '没考过'}"


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

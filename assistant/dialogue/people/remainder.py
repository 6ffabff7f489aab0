"""Who is left when some are taken out: 进了19个人，跑了4个没训完，剩下的都签了合同 speaks of 15.

The message is rewritten before anything else reads it, so that what is said of those who are out is not taken
for the others.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.dialogue.language.crowd_words import (
    ALL,
    AMONG,
    BESIDE,
    CERTIFICATE,
    COUNT,
    ENDS,
    FAILED,
    IN_ALL,
    ITEM,
    LACK,
    LEFT,
    MEASURE,
    PART,
    PERSON,
    REST,
    SOME,
    THE_REST,
    WITHIN,
)
from assistant.dialogue.language.for_each import for_each
from assistant.dialogue.language.multiples import multiply_lots
from assistant.dialogue.language.numerals import NUMERAL, read_numeral
from assistant.dialogue.language.quantities import Mention, find_people
from assistant.dialogue.language.sentence import ITEM_END, part_before
from assistant.dialogue.language.sums import add_up
from assistant.dialogue.language.words import BLANK
from assistant.dialogue.people.failed import number_first, without_failures
from assistant.dialogue.people.lots import count_lots
from assistant.dialogue.people.only_some import with_the_others
from assistant.dialogue.people.parts import SOME_AHEAD, count_the_rest
from assistant.dialogue.people.passed import who_passed
from assistant.dialogue.people.shares import count_shares

_BUT = "(?:但是?|可是?|不过)"
_PARTS = re.compile(f"(?:(?!{_BUT}(?:其中|里|有)){PART})+")
_HAD = "(?:领|享受|拿|补)过"
_HAVE_HAD = re.compile(f"{_HAD}|重[复名]")
# What keeps people from what is asked for; 走读, 未满18岁 and 不是应届生 do not. What they
# lack is a fact, and they are a group of their own by it, but where there are several groups already.
_LACKING = f"{FAILED}|没(?:有)?[签交缴]"
_LACK = re.compile(_LACKING)
_OUT = re.compile(
    f"{_LACKING}|没(?:有)?(?:训完|来|参加|完成)|不(?:算|够|满一年|跟我们签)|是(?:去年|前年|往年|上一年)"
    f"|{LEFT}|派[来遣]|{_HAD}|缺勤|重[复名](?!享受|领|申)"
)
_LEFT = re.compile(LEFT)
# 走了两个,没拿证: they who left
_LACKED_TOO = re.compile(f"^,(?:[他她]们?|都|也|所以|就|还)*(?:{_LACKING}){CERTIFICATE}{ENDS}")
# 以工代训 is paid by the month: of who left after one there is one to pay for.
_BY_THE_MONTH = re.compile("以工代训|边干边学")
_STAYED = re.compile(f"[干做训待呆学]了?[满够]?{NUMERAL}个?半?(?:多个)?月")
# 干了3个月走了2个: who they are that stayed so long
_LEFT_AFTER = re.compile(
    rf"(?P<stayed>{_STAYED.pattern})(?:之?后|以后|就|,)*(?P<some>有?{COUNT})(?:就|又|都)?{LEFT}"
)
_TAKE_OUT = re.compile("[扣减除刨去][掉除去]|不算|除[了开此]")
# 岗前那边|有4个没拿到证: what some are called by, ahead of their number
_NAME = re.compile(f"(?:(?!\\d){ITEM}){{2,8}}(?={COUNT})")
# 其他都拿了
_REST_HAVE = re.compile(
    f"{REST}(?!{COUNT}){PERSON}?的?{ALL}(?:(?P<verb>有|[拿取考领][到得了]{{0,2}})(?P<thing>(?!{ENDS}){ITEM})?)?"
)
_LACKED = re.compile(f"(?:{LACK})有?(?:[拿取考领][到得]?)?(?P<thing>{ITEM}{{0,6}}证书?)")
_LISTED = re.compile(f"{ITEM}{{0,8}},?[和跟与加]{ITEM}{{1,8}}")  # 就业困难人员4人,和普通员工6人
_SOME = re.compile(f"^(?:{_BUT}|那么?|要是|如果|假如|万一)*这?(?:{AMONG}|有)")
_AMONG_NAMED = re.compile(f"{WITHIN}(?:面|头|边)?有?")
_THOSE_OF = re.compile(f"(?:(?!\\d){PART}){{0,6}}?{WITHIN}")
_ADDED = re.compile("[加多添]了?$")
_ONE = re.compile("[一1][个名位人]")
# 乙班比甲班少3人: how many they are is not said
_COMPARED = re.compile(f"比{PART}{{1,8}}[多少]了?{SOME}")
# 8个不是应届生,剩下的都是: the rest are what these are not.
_REST_ARE = re.compile(
    rf"(?P<some>{NUMERAL})(?P<unit>{MEASURE})(?:是)?(?P<no>不是|没有|没)(?P<what>(?:(?![没未不]){PART}){{1,12}}),"
    f"{REST}人?(?P<own>{ALL}都?(?P<yes>是|有|拿|取得|考|合格|通过)[了的到上过得]*(?P<thing>{ITEM}{{0,8}})){ENDS}"
)
# 除了一个没拿到,其他都拿了; 除了小李小王
_ALL_BUT = re.compile(
    rf"除[了去开]?(?:(?P<some>{NUMERAL})[个名位人]{PERSON}?|(?P<names>(?:[小老阿][^员师板职工人企微组,。;!?][、和跟与]?){{1,5}}))(?:{LACK}{PART}{{0,6}}?)?"
    rf"(?:(?:以外|之外|外)?,?(?:{REST}|别的){PERSON}?|(?:以外|之外|外),?(?:大家|人人)?){ALL}"
)
_CHOSEN_FROM = re.compile(rf"{COUNT}(?:里[面头]?|中|当中)(?:挑|选|抽|派)(?:了|出来?|选|去)*(?={COUNT})")
_OF_ANOTHER_YEAR = re.compile(
    f"(?:去年|前年|往年|上一年)(?:有|的)?{COUNT}{PART}{{0,6}}(?:领|补|拿|享受|报)过(?:补贴|钱|的)?了?{ENDS}"
    f"(?=,(?:今年|这[次回批])(?:又|再|新|也)*{PART}{{0,4}}{COUNT})"
)
_I_AM_ONE = re.compile("我(?:就|也)?是(?:其中|里[面头])的?(?:一[个员名]|之一)")
# 还有5个没拿到: others, who lack it, beside those who were spoken of.
_OTHERS_LACK = re.compile(f"(?:另外)?{BESIDE}{SOME}{PART}{{0,8}}?{LACK}{PART}*")


def _of_whom_it_asks(text: str) -> str:
    """The text without those who were only chosen from, had it in another year, or are a class of one's own.

    50人里挑了20人 · 去年20人领过，今年12人 · 班里30个人，我是其中一个
    """
    text = _CHOSEN_FROM.sub("", text)
    if len(find_people(text)) > 1:
        text = _OF_ANOTHER_YEAR.sub(lambda told: BLANK * len(told[0]), text)
    if one := _I_AM_ONE.search(text):
        for people in reversed(find_people(text[: one.start()])):
            text = text[: people.start] + BLANK * (people.end - people.start) + text[people.end :]
        text = _I_AM_ONE.sub("我", text)
    return text


def who_is_left(text: str, headcount: int | None, left_out: int = 0) -> str:
    """The folded message with the people it means: who passed, who is left, the rest with their number.

    `headcount`: how many were spoken of before; `left_out`: how many of them were left out, where the
    message puts that number right, or that of all.
    """
    text = for_each(_of_whom_it_asks(text), headcount)
    counted = find_people(text)
    if headcount and len(counted) == 1 and (others := _OTHERS_LACK.search(text)):
        text = f"{text[: others.start()]}{headcount}人{text[others.end() :]}"
    text = number_first(add_up(text), headcount)
    if _BY_THE_MONTH.search(text):
        text = _LEFT_AFTER.sub(lambda told: f"其中{told['some'].removeprefix('有')}{told['stayed']}", text)
    text = count_lots(count_shares(multiply_lots(text), headcount))
    text = with_the_others(who_passed(without_failures(text)), headcount)
    text = leave_out(_of_all(text, headcount, left_out), headcount, puts_right=left_out > 0)
    people = find_people(text)
    if not all(m.quantity.is_exact for m in people):
        return text
    first_named = {m.quantity: m for m in reversed(people)}  # 44人，44人中有4人: named again
    return count_the_rest(text, sorted(first_named.values(), key=lambda m: m.start), headcount)


def leave_out(text: str, headcount: int | None, *, puts_right: bool = False) -> str:
    """The folded message, of those only who are left.

    `headcount`: how many were spoken of before; `puts_right`: whom it counts were left out of them.
    """
    text = _all_but(_told_of_both(text, headcount), headcount)
    people = find_people(text, exact=True)
    parts = [(found.start(), found.end()) for found in _PARTS.finditer(text)]
    for start, end in parts:
        # 这20个里2个享受过: the whole stands in the same part.
        named = [m for m in people if start <= m.start < end and _THOSE_OF.match(text, m.end)]
        before = {m.quantity for m in (*(m for m in people if m.end <= start), *named)}
        inside = [int(m.quantity.low) for m in people if start <= m.start < end and m.quantity not in before]
        part, rest = text[start:end], text[end:]
        if not inside and (_SOME.match(part) or _LEFT.search(part)) and _ONE.search(part):
            inside = [1]
        if len(inside) != 1 or not _OUT.search(part) or THE_REST.search(part):
            continue
        if _BY_THE_MONTH.search(text) and _STAYED.search(part):
            continue
        [some] = inside
        asks_for_rest = THE_REST.search(rest) or _TAKE_OUT.search(part + rest)
        again = {m.quantity for m in people if start <= m.start < end} & before
        wholes = [
            m
            for m in people
            if (m.end <= start or m in named) and m.quantity.low > some and (m.quantity in again or not again)
        ]
        several = len(before) > 1 or (len(wholes) > 1 and _called(text, start, wholes) is not None)
        if not several and before and _LACK.search(part) and not _TAKE_OUT.search(part + rest):
            continue
        whole = _of_whom(text, start, wholes)
        among = text[named[0].end : end] if named else part  # 40人里面有5个领过了
        of_them = (_SOME.match(part) or _AMONG_NAMED.match(among)) and (
            asks_for_rest or _HAVE_HAD.search(part)
        )
        are_out = puts_right or of_them or _LEFT.search(part)
        if whole is not None and (asks_for_rest or are_out):
            others = f"{int(whole.quantity.low) - some}{whole.unit}"
            first = whole.end if whole in named else start
            rest = _without_again(rest, int(whole.quantity.low)) if whole in named else rest
            rest = _all_of_them(part, rest) if several else rest
            out = text[:first] + BLANK * (end - first) + rest
            return leave_out(f"{out[: whole.start]}{others}{out[whole.end :]}", headcount)
        if headcount and (are_out or _TAKE_OUT.search(part)):
            left = headcount - some
            repeated = [m for m in people if m.start >= end and m.quantity.low == some]  # 减掉那2个
            counted_anew = any(m.start >= end for m in people if m not in repeated)
            for mention in reversed(repeated):
                text = text[: mention.start] + BLANK * (mention.end - mention.start) + text[mention.end :]
            behind = _LACKED_TOO.sub("", text[end:]) if _LEFT.search(part) else text[end:]
            return (BLANK if counted_anew or left <= 0 else f"{left}人") + behind
    return text


def _of_whom(text: str, start: int, wholes: Sequence[Mention]) -> Mention | None:
    """Of which of those counted before some are: 3个干4个月，5个干7个月，其中2个领过, of the five.

    `start`: of the part of the text that counts them. 岗前那边有4个没证: of those whose own words it repeats.
    """
    if (called := _called(text, start, wholes)) is not None:
        return called
    counts = [whole.quantity.low for whole in wholes]
    each_apart = len(counts) > 1 and counts[0] <= max(counts[1:]) and _SOME.match(text[start:])
    return wholes[-1] if each_apart else wholes[0] if wholes else None


def _called(text: str, start: int, wholes: Sequence[Mention]) -> Mention | None:
    """The one whole beside whose number stand two characters that stand ahead of that of some, if one is."""
    name = _NAME.match(text, start)
    pairs = {text[at : at + 2] for at in range(start, name.end() - 1)} if name else set()
    beside = [_item_around(text, one) for one in wholes]
    found = [[at for at, words in enumerate(beside) if pair in words] for pair in pairs]
    called = {at for some in found if len(some) == 1 for at in some}
    return wholes[called.pop()] if len(called) == 1 else None


def _item_around(text: str, people: Mention) -> str:
    """What stands beside a number in its item of a list."""
    end = ITEM_END.search(text, people.end)
    ahead = ITEM_END.split(text[: people.start])[-1]
    return f"{ahead},{text[people.end : end.start() if end else len(text)]}"


def _all_of_them(part: str, rest: str) -> str:
    """What stands behind some of several wholes who are out, told of all who are left: 其他都拿了合格证.

    `part`: what the others lack; 都拿了 is told of the same.
    """
    found = _REST_HAVE.search(rest)
    if found is None:
        return rest
    lacked = _LACKED.search(part)
    thing = lacked["thing"] if lacked and found["verb"] and not found["thing"] else ""
    end = found.end("verb") if found["verb"] else found.end()
    return f"{rest[: found.start()]}都{found['verb'] or ''}{thing}{rest[end:]}"


def _without_again(rest: str, everybody: int) -> str:
    """What stands behind without the number of all told again: 40人里面有5个领过了，40人都有证."""
    for again in reversed(find_people(rest, exact=True)):
        if again.quantity.low == everybody:
            rest = rest[: again.start] + BLANK * (again.end - again.start) + rest[again.end :]
    return rest


def _of_all(text: str, headcount: int | None, left_out: int) -> str:
    """一共是32人, after four had been left out, are 28; 是加了3个, after 20 and five, are 23."""
    people = find_people(text, exact=True)
    if not left_out or len(people) != 1:
        return text
    [told] = people
    if left_out < 0 and headcount and _ADDED.search(text[: told.start]):
        number = headcount + int(told.quantity.low)
    elif left_out > 0 and IN_ALL.search(text) and told.quantity.low > left_out:
        number = int(told.quantity.low) - left_out
    else:
        return text
    return f"{text[: told.start]}{number}{told.unit}{text[told.end :]}"


def _all_but(text: str, headcount: int | None) -> str:
    """10人，除了一个没拿证其他都拿了: nine."""
    found = _ALL_BUT.search(text)
    if found is None:
        return text
    ahead = find_people(text[: found.start()])
    low, high = (
        read_numeral(found["some"]) if found["some"] else (sum(map(found["names"].count, "小老阿")),) * 2
    )
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
    counted = find_people(text[: found.start()])
    named = {m.quantity for m in counted}
    start = found.start() - len(part_before(text, found.start()))
    if (
        len(named) > 1
        or _called(text, start, counted) is not None
        or not all(quantity.is_exact for quantity in named)
    ):
        return text  # of which of them the rest are, is not said
    whole = next((int(quantity.low) for quantity in named), headcount)
    some, most = read_numeral(found["some"])
    if whole is None or not some == most < whole:
        return text
    verb = "是" if found["no"] == "不是" else "有" if found["yes"] == "有" else ""
    are = found["own"] if found["thing"] else f"{verb}{found['what']}"
    rest = f"{whole - int(some)}{found['unit']}{are}"
    lacking = f"{found['some']}{found['unit']}{found['no']}{found['what']}"
    ahead = text[: found.start()]
    if named and (some_ahead := SOME_AHEAD.search(ahead)):
        ahead = f"{ahead[: some_ahead.start()]}其中"
    return f"{ahead}{rest},{lacking}{text[found.end() :]}"


def how_many_are_out(everybody: str, left: str, headcount: int | None) -> int:
    """How many fewer people a folded message speaks of when it is read as it is meant.

    `everybody`, `left`: the message before and after; `headcount`: how many were spoken of before.
    """
    named = [int(m.quantity.low) for m in find_people(everybody, exact=True)]
    meant = [int(m.quantity.low) for m in find_people(left, exact=True)]
    if everybody == left or not meant:
        return 0
    return max(0, max((*named, headcount or 0)) - max(meant))


def is_unclear(text: str) -> bool:
    """Whether people are counted more than once and some of them are out, in a way not resolved here."""
    if _COMPARED.search(text):
        return True
    people = find_people(text)
    if len({m.quantity for m in people}) < 2:
        return False  # one number, however often
    listed = any(_LISTED.fullmatch(text[one.end : other.start]) for one, other in pairwise(people))
    return listed or any(signs.search(text) for signs in (_OUT, THE_REST, _TAKE_OUT)) or "籍" in text

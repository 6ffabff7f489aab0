"""Persons, or lots of people, told of one after another, and in the end asked about together.

我考了五级，多少 → 那我老婆呢，她四级 → 两个人合起来多少 → 那我自己呢
特种作业新证七个人，多少 → 复审的四个呢 → 一共
"""

import re
from collections.abc import Mapping, Sequence

from assistant.dialogue.facts.said import ASKER, HEADCOUNT, HOLDER, ONE_PERSON
from assistant.dialogue.language.crowd_words import BESIDE, IN_ALL
from assistant.dialogue.language.numerals import NUMERAL, whole_number
from assistant.dialogue.language.persons import AND, ONESELF, Known, find_persons, person_called
from assistant.dialogue.people.parts import Group, number
from assistant.dialogue.reading import Reading, Together
from assistant.rules.facts import FactBook, Facts, Value

_SUM = (
    f"(?:{IN_ALL.pattern}|加(?:在)?(?:起来|[一1](?:起|块)|埋)|[合凑](?:起来|(?:在)?[一1](?:起|块))"
    "|[一1](?:起|块)(?=多少|最多|能))"
)
_EVERYBODY = (
    f"(?:(?:[我咱他她]们)?(?:(?P<number>{NUMERAL}|俩|仨)(?:个?人|口子|[拨批组样项笔块]|个(?![月半]))?|全家)"
    "|夫妻(?:俩|2个)?|大家)"
)
_OTHERS = re.compile(BESIDE)
# 我两个徒弟都考了: not the speaker himself
_OTHERS_OF_MINE = re.compile(
    f"[我俺他她](?:的|家|带的|手下)*(?:那|这|有)?{NUMERAL}[个名位]"
    "(?:徒弟|同事|工友|朋友|亲戚|儿子|女儿|孩子|兄弟|姐妹|老乡|邻居|学员|室友|同学)"
)
# 总共是15个人 tells how many there are.
_ASKS_TOGETHER = re.compile(
    f"(?:{_EVERYBODY}(?:的|都|全)?)?{_SUM}(?!(?:就|只|才)?[是有]?{NUMERAL})(?:的|是|有|能)*"
)
# 我们三个人 · 师徒三人 · 她俩 · 两姐妹
_COMPANY = re.compile(
    "(?:(?P<us>[我咱]们?(?:自己)?(?:[跟和与同][他她])?)|(?P<them>[他她]们?))?"
    "(?P<kin>[一1全]家(?:子|人)?|师徒|夫妻|[爷父母娘][子女儿]?|兄[弟妹]|姐[弟妹]|叔侄|舅甥|翁婿|婆媳)?"
    f"(?P<sum>{IN_ALL.pattern}|加起来|合起来|就?这)?(?:这|那|一起)*(?P<number>(?<!\\d)(?:{NUMERAL})(?!\\d|岁)|俩|仨)"
    "(?:个?人|口(?:子|人)?|位|姐妹|兄弟|个(?![半月]))?人?"
)
# 这样的徒弟一共三个: so many who are as the one told of last
_SUCH = re.compile(
    f"(?:像|跟|和)?[他她]?(?:这样|那样|这种|同样|一样)的(?:[^,。;!?]{{0,4}}?(?:{IN_ALL.pattern}|还|共)?有?)"
    f"(?P<number>{NUMERAL})个(?:人|(?=[,。;!?]|$))"
)
_PART = re.compile("[^,。;!?]+")
_ASKS = re.compile(f"{_SUM}|多少|几[块个]?钱|呢$|怎么[算领补]|最多|最高|顶多|最少|起码")
_ASKS_SHORTLY = re.compile(
    f"(?:公司|单位|企业|厂里|个人|自己|本人|能|可以|拿|领|补|得|的|分别|各|都|那|现在|眼下|实际|最终)*(?:{_ASKS.pattern})"
)
# 重新算两个人的
_COUNTED = re.compile("算(?:一?[下算])?(?:我们|他们)?$")
_ALONE = re.compile("的?[呢?啊哈吧]*$")  # 我也初级工,三个人
_ONLY_ASKS = re.compile(
    f"(?:{_SUM}|{_ASKS.pattern}|公司|单位|企业|厂里|个人|自己|本人|能|可以|[领拿补给得的]|到|分别|各|都|现在|眼下|实际|最终|钱|元|呢|块)*"
)
_SPOUSES = re.compile("[两2]口子|夫妻|夫妇")
_WITH_WHOM = re.compile("(?:[跟和与同连]|加上?)[^,。;!?]{1,6}(?:一起|[合加凑]|一共|总共|两个|2个)")

_OUT = re.compile(
    "(?:[那这][个份本笔]|[的他她就先也,]|不够格|不合格|不符合|没考?过|离职了?|辞职了?|走了?|不干了|上?个?月|已经)*(?:不算(?!数?多|少|高|贵|晚|早|是|什么|不)|不(?:要|用|能)算|别算|不作数|不计|去掉|剔除|除外|划掉|拿掉)"
    "(?:数|在内|进去|进来|上|了)*(?=[,。;!?他她我就只]|$)"
)
_MARKS_OUT = re.compile("(?:的|那[个份本笔]|[这那][个位]|了|吧|哈|啊|之外|以外|外)*")
_OUT_AHEAD = re.compile(
    "(?:(?<!算)不(?:算|计|包括|含|要算|用算)|别算|去掉|除去|扣掉|刨(?:去|掉|开)|撇开|抛开|除了?|剔除|拿掉)(?:上|进)?$"
)
_ASKS_FOR_ONE = re.compile("呢[?]?$|[领拿补得](?:到)?(?:多少|几|不|吗|么)|多少|能[领拿补]|怎么[算领补]")
# 小弟没签合同,那还剩多少: of all of them
_ASKS_FOR_REST = re.compile("剩(?:下|余)?的?(?:还有)?(?:多少|几)|那(?:就|现在|么)*(?:是|有)多少")
_ONLY_TOGETHER = re.compile(
    rf"那?,?{_ASKS_TOGETHER.pattern}(?:[领拿补给])*(?:多少|几)?(?:块?钱|元)?[呢啊呀?]*"
)


def without_asking_together(
    text: str, told_of: Sequence[Facts], before: Sequence[Facts] = ()
) -> tuple[str, Together, tuple[str, ...]]:
    """A folded message without the words that ask for several together, for whom it asks, and who they are.

    `told_of`: what is known of each of those spoken of now, `before`: of those told of before them. The text
    stays as it is where it tells of one only. Where it counts others than those (三个人加起来, of two who are
    known), nobody is summed up or counted by it. Who they are is told of persons alone.
    """
    found = _ASKS_TOGETHER.search(text)
    known = list(
        dict.fromkeys(
            key for facts in (*before, *told_of) for key in str(facts.get(HOLDER, ONESELF)).split(AND)
        )
    )
    company = _company(text, known)
    if not (told_of or before) and (company is None or not company["them"]):
        return text, Together.NOBODY, ()
    if len(told_of) == 1 and (such := _SUCH.search(text)):
        behind = _ASKS_TOGETHER.sub("", text[such.end() :])
        return f"{text[: such.start()]}{such['number']}个人{behind}", Together.NOBODY, ()
    counts = [number({HEADCOUNT: ONE_PERSON, **facts}) for facts in (*told_of, *before)]
    if (found is None and company is None) or None in counts:
        return text, Together.NOBODY, ()
    people = [int(count) for count in counts if count is not None]
    now = _keys(told_of)
    lots = [len(str(facts.get(HOLDER, "")).split(AND)) for facts in (*told_of, *before)]
    if lots == people:
        asked, are_others = _who_are_meant(text, company, found, now, known)
        if asked or are_others:
            rest = _without(text, [match for match in (found, company) if match is not None])
            return rest, Together.OTHERS if are_others else Together.THESE, asked
    if found is None:
        return text, Together.NOBODY, ()
    named = {mention.person.key for mention in find_persons(text, [tuple(map(person_called, known))])}
    others = len(named - set(known))
    counted = _number_of(found)
    if sum(lots) + others < 2:
        return text, Together.NOBODY, ()
    rest = _without(text, [found])
    if counted in (None, sum(lots) + others, sum(people) + others):
        return rest, Together.ALL, ()
    of_now = counted in (sum(lots[: len(told_of)]) + others, sum(people[: len(told_of)]) + others)
    return rest, Together.THOSE if of_now else Together.OTHERS, ()


def _keys(told_of: Sequence[Facts]) -> list[str]:
    """What they are called of whom something is known."""
    return list(dict.fromkeys(k for facts in told_of for k in str(facts.get(HOLDER, ONESELF)).split(AND)))


def _company(text: str, known: Sequence[str]) -> re.Match[str] | None:
    """Several persons who are counted where something is asked: 我们三个人自己领的合计多少."""
    named = {m.end for m in find_persons(text, [tuple(map(person_called, known))], told_by=True)}
    for part in _PART.finditer(text):
        for match in _COMPANY.finditer(text, part.start(), part.end()):
            counted = _COUNTED.search(text, part.start(), match.start())
            sure = (
                counted
                or match["us"]
                or match["them"]
                or match["kin"]
                or match["sum"]
                or match.start() in named
            )
            asks = _ASKS.search if sure else _ASKS_SHORTLY.match
            alone = _ALONE.match(text, match.end(), part.end()) and (sure or match.start() == part.start())
            if _number_of(match) != 1 and (alone or asks(text, match.end(), part.end())):
                return match
    return None


def _as_two(spouses: re.Match[str]) -> str:
    """Words for a couple as words of as many letters for nobody by name."""
    return "两个人" if len(spouses[0]) == 3 else "我们"


def _number_of(match: re.Match[str]) -> int | None:
    counted = match["number"]
    if counted in ("俩", "仨"):
        return 2 if counted == "俩" else 3
    return whole_number(counted) if counted else None


def _without(text: str, matches: Sequence[re.Match[str]]) -> str:
    """The text without what was matched, which may overlap."""
    cut = "".join(
        "," if any(m.start() <= at < m.end() for m in matches) else letter for at, letter in enumerate(text)
    )
    return re.sub(",{2,}", ",", cut).strip(",")


def _who_are_meant(
    text: str,
    company: re.Match[str] | None,
    found: re.Match[str] | None,
    now: Sequence[str],
    known: Sequence[str],
) -> tuple[tuple[str, ...], bool]:
    """The persons for whom a message asks together, and whether it counts others than it knows.

    Nobody, where it asks for all of them, or for no persons.
    """
    at = (company or found or _PART.match(text)).start()  # type: ignore[union-attr]
    asking = next(part for part in _PART.finditer(text) if part.start() <= at < part.end())
    together = [tuple(map(person_called, some)) for some in (known, now) if some]
    mentions = find_persons(_SPOUSES.sub(_as_two, text), together, told_by=True)
    here = list(dict.fromkeys(m.person.key for m in mentions))
    beside = list(dict.fromkeys(m.person.key for m in mentions if asking.start() <= m.start < asking.end()))
    pool = list(dict.fromkeys((*known, *here)))
    if _SPOUSES.search(text, asking.start(), asking.end()):
        couple = [key for key in pool if key == ONESELF or person_called(key).relation == "爱人"]
        return (tuple(couple), False) if len(couple) == 2 else ((), False)
    if company is None:
        with_whom = _WITH_WHOM.search(text, asking.start(), asking.end())
        if len(beside) == 1 and with_whom:
            beside = [*dict.fromkeys((*beside, *(here if len(here) > 1 else now)))]
        return (tuple(beside), False) if len(beside) > 1 else ((), False)
    count = _number_of(company)
    if company["us"] and ONESELF not in pool:
        pool = [ONESELF, *pool]
    if company["them"]:
        choices = [[key for key in some if key != ONESELF] for some in (here, now, pool)]
    else:
        choices = [beside, here, pool, list(dict.fromkeys((*now, *here)))]
        others = [key for key in (*now, *pool[::-1]) if key != ONESELF]
        if company["us"] and ONESELF not in now[:-1] and others:
            choices.append([ONESELF, others[0]])
    for some in choices:
        if len(some) == count and (set(some) & set(known) or len(some) > 1):
            return tuple(some), False
    rest = text[company.end() : asking.end()]
    return (), len(pool) > 1 and _ONLY_ASKS.fullmatch(rest) is not None


def asks_for_a_sum(text: str) -> bool:
    """Whether a folded message asks what comes to: 小两口一共能领多少."""
    return _ASKS_TOGETHER.search(text) is not None


def asks_only_together(text: str) -> bool:
    """Whether a folded message asks what all get together and nothing else: 一共多少, 那加起来呢."""
    return _ONLY_TOGETHER.fullmatch(text) is not None


def turns_to_others(reading: Reading, before: Facts, book: FactBook) -> bool:
    """Whether a message goes on to another lot of people: 复审的四个呢."""
    now = reading.facts
    if reading.groups or reading.corrects or reading.supposes or not before or HOLDER in now:
        return False
    if HEADCOUNT not in now or reading.adds:
        return False
    if before.get(HEADCOUNT, ONE_PERSON) == ONE_PERSON and _OTHERS_OF_MINE.search(reading.text):
        return any(book[fact].splits or book[fact].awarded for fact in before)
    if HEADCOUNT not in before:
        return False
    kinds = [(before.get(fact), value) for fact, value in now.items() if book[fact].splits]
    if _OTHERS.search(reading.text):
        return any(first != value for first, value in kinds)  # 另外5个高级工, after 9人岗前
    # 20人都考了中级工呢 is told of the same people.
    return reading.follows_up and any(first is not None and first != value for first, value in kinds)


def without_left_out(text: str, known: Known) -> tuple[str, tuple[str, ...]]:
    """A folded message without whom it leaves out, and who they are: 我老婆那个不算, 把老李去掉."""
    out: list[str] = []
    for mention in reversed(find_persons(text, known, told_by=True)):
        behind, ahead = _OUT.match(text, mention.end), _OUT_AHEAD.search(text, 0, mention.start)
        if behind or ahead:
            start = ahead.start() if ahead else mention.start
            end = behind.end() if behind else _MARKS_OUT.match(text, mention.end).end()  # type: ignore[union-attr]
            text = f"{text[:start].rstrip('把那')},{text[end:]}".strip(",")
            out.append(mention.person.key)
    return text, tuple(out)


def asks_for_one(text: str, facts: Facts) -> bool:
    """Whether a folded message asks about those alone whom it names: 那我自己呢, 他能领多少."""
    tells = facts.keys() - {HOLDER, HEADCOUNT, ASKER}
    if tells and _ASKS_FOR_REST.search(text):
        return False
    return _ASKS_FOR_ONE.search(text) is not None or not tells


def put_aside(earlier: Sequence[Group], topics: tuple[str, ...], before: Facts) -> tuple[Group, ...]:
    """Those told of so far, with the lot of people spoken of last as it is known by now."""
    own = {fact: value for fact, value in before.items() if fact != ASKER}
    alone = own.get(HEADCOUNT, ONE_PERSON) == ONE_PERSON
    return (*earlier, (topics, {HOLDER: ONESELF, **own} if alone else own))


def all_together(
    earlier: Sequence[Group], topics: tuple[str, ...], facts: Facts
) -> tuple[tuple[Group, ...], dict[str, Value]]:
    """All lots of people told of as groups of one matter, and what is true of all of them."""
    everybody = put_aside(earlier, topics, facts)
    shared = {
        fact: value
        for fact, value in facts.items()
        if fact not in (HOLDER, HEADCOUNT) and all(own.get(fact) == value for _, own in everybody)
    }
    return tuple(
        (topics, {fact: value for fact, value in own.items() if fact not in shared} | _count(own))
        for topics, own in everybody
    ), {**shared, **({ASKER: facts[ASKER]} if ASKER in facts else {})}


def _count(own: Mapping[str, Value]) -> dict[str, Value]:
    return {HEADCOUNT: own.get(HEADCOUNT, ONE_PERSON)}

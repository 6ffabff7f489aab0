"""Whose things are told: the speaker's own, or another's of whom he speaks.

证是我老公的，我自己有合同有社保       of him nothing is known but the certificate
不是我考的，是我儿子考的，他签了两年    his contract is told
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.dialogue.facts.said import (
    ASKER,
    CERTIFICATE,
    GENDER,
    HEADCOUNT,
    HOLDER,
    ONE_PERSON,
    Said,
    gender_beside_age,
    is_of_exam,
)
from assistant.dialogue.language.negation import is_failure
from assistant.dialogue.language.persons import (
    ANOTHER,
    ME,
    ONESELF,
    US_TWO,
    Known,
    Person,
    Stretch,
    find_persons,
    person_called,
    stretches,
)
from assistant.dialogue.language.quantities import find_people
from assistant.dialogue.language.words import BLANK
from assistant.dialogue.people.couple import has_passed
from assistant.rules.facts import UNSURE, FactBook, Quantity

# 除了我没有人交社保: I do, and the others are not asked about.
_BUT_ME = re.compile(
    "除了?(?:我|俺)(?:自己|一个人?)?(?:以外|之外|外)?,?(?:(?:就|也|都)?(?:没有?(?:一个|别的?|其[他它]的?)?人|没谁|谁[都也]没有?)"
    "|(?:其[他它余]的?人?|别的?人|大家|同事们?|他们|人家)?(?:[都全]没有?|[都全]未))(?=[交缴签买考拿参通过])"
)
# 我爸妈都考了中级工: two persons in one word
_TWO_IN_ONE = {
    **dict.fromkeys(("我爸妈", "我爹妈", "我爹娘", "我父母", "我爸爸妈妈"), "我爸和我妈"),
    **dict.fromkeys(("爸爸妈妈", "爸妈", "爹妈", "爹娘"), "爸爸和妈妈"),
    **{"父母": "父亲和母亲", "公婆": "公公和婆婆", "岳父母": "岳父和岳母"},
    **{"儿子儿媳": "儿子和儿媳", "女儿女婿": "女儿和女婿"},
}
_BOTH_DO = re.compile(
    f"(?P<both>{'|'.join(_TWO_IN_ONE)})(?=(?:[^,。;!?]{{0,4}}[都全各俩]|两个?人?|2人|两口子|分别|今年|去年|刚)*"
    "(?:[都全各俩]|考|拿|取得|通过|过了|参加|一共|总共|合计|加起来|合起来|呢|是(?:[初中高]级|技师|[一二三四五]级)))"
)
# 我两个徒弟 · 我和三个儿子: each of them is somebody
_SOME_OF_MINE = re.compile(
    "(?P<mine>我(?:[和跟与]我?|家里?|带)?的?(?:这|那)?)(?P<number>[两23三])个(?P<who>徒弟|儿子|女儿|闺女|弟弟|妹妹|哥哥|姐姐)(?![里中])"
)
# 我两个室友也过了 · 跟我一起来的两个老乡: two beside the speaker, who has told of himself
_TWO_OF_MINE = re.compile(
    "(?:我|[跟和同与]我(?:[一1][起块道搭]|一道儿|同[来去])?(?:[来去学])?)的?[两2]个(?P<who>室友|舍友|同学|同事|工友|老乡|朋友|闺蜜|邻居)(?=[^,。;!?]{0,4}[也都])(?![里中])"
)
_IN_ORDER = {
    **dict.fromkeys(("两", "2"), ("大", "小")),
    **dict.fromkeys(("三", "3"), ("大", "二", "小")),
}
_NOT_MINE = re.compile("证书?[^,。;!?]{0,4}?不是我(?:本人|自己)?的|不是我(?:本人|自己)?(?:考|拿)")
# 同事说他没合同也领了, but not 同事说技师能领2000
_HEARSAY = re.compile(
    "(?:就|也|都)*(?:跟我|和我|告诉我)?(?:说|讲)[^,。;!?]*?[领拿补](?:到|得)?(?:了|过)[^,。;!?]*"
)
_THOUGHT = re.compile("(?:我|俺|原本|本来|原来|原|还|一直|都)*以为(?!然)[^,。;!?吗呢]*")
_ME_AND = re.compile("(?:我|俺)(?:和|跟|与|同|加上?)(?:另外|其他|别的)?$")
_ALL_OF_US = re.compile("[都全]|一起|一共|总共|各")
_HIS_CERTIFICATE = re.compile("证书?[^,。;!?没未不]{0,4}?是[^,。;!?没未不]{1,6}的")
# 那我自己是多少 · 那我老婆呢; but 我能领多少 may be asked for another
_TURNS_TO = re.compile("[我俺](?:自己|本人)|^那?[^,。;!?]{1,5}(?:呢|多少钱?|怎么算|几块钱?)[?]?$")
_CLAIMS = re.compile("[领补]|免费|多少|行不行|可以|[吗么呢不][?]?$")
_OF_EXAM = re.compile("证|考(?!虑|勤)")
# 我也一样 · 我跟她情况一样 · 我表姐一样
SAME_AS = re.compile(
    "(?<![不没])(?:(?:一样|一个样|相同)(?=的?(?:[,。;!?呢]|$))|(?:同样|一样)的?(?:条件|情况))"
)
# 不是女婿，是儿子
INSTEAD = re.compile("不是[^,。;!?]{1,6},?(?:而)?是")
# 咱公司小王: one of a firm's people is nobody whom the speaker knows alone
_OF_A_FIRM = re.compile("(?:公司|单位|厂里?|店里?|车间|班组|员工|职工)(?:有|的|里|里有|里面)?(?:个|位)?$")


def without_others(text: str, *, goes_on: bool = False) -> str:
    """A folded text in which what only the speaker has is told as his: 除了我没人交社保.

    Two in one word are two: 我爸妈. What somebody else says that he had is no matter of the speaker:
    同事说他没合同也领了. Nor is what he only thought: 我以为是高级工. `goes_on`: of whom was told before.
    """
    if goes_on:
        text = _TWO_OF_MINE.sub(r"一个\g<who>和另一个\g<who>", text)
    text = _BOTH_DO.sub(lambda told: _TWO_IN_ONE[told["both"]], text)
    text = _SOME_OF_MINE.sub(_one_by_one, text)
    for person in find_persons(text, told_by=True):
        hearsay = _HEARSAY.match(text, person.end)
        if hearsay and person.person != ME:
            text = text[: person.start] + BLANK * (hearsay.end() - person.start) + text[hearsay.end() :]
    text = _THOUGHT.sub(lambda part: BLANK * len(part[0]), text)
    return text if find_people(text) else _BUT_ME.sub("我", text)


def _one_by_one(told: re.Match[str]) -> str:
    who = told["who"] if told["who"][0] != told["who"][-1] else told["who"][0]
    return told["mine"] + "和".join(f"{order}{who}" for order in _IN_ORDER[told["number"]])


def with_the_speaker(text: str, said: Sequence[Said]) -> list[Said]:
    """What was said, where a number of others leaves out the speaker: 我和三个同事都考了 are four."""
    return [
        replace(item, value=Quantity.exactly(item.value.low + 1))
        if item.fact == HEADCOUNT
        and isinstance(item.value, Quantity)
        and item.value.is_exact
        and _ME_AND.search(text[: item.start])
        and _ALL_OF_US.search(text, item.end)
        else item
        for item in said
    ]


def of_the_holder(text: str, said: Sequence[Said], book: FactBook, known: Known = ()) -> list[Said]:
    """What was said, and of whom: see `_of_one`.

    Whether a kin is a woman is told by the word for her, and matters with an age alone: 我妈56岁.
    """
    kin = [(mention.start, mention.end) for mention in find_persons(text, told_by=True)]
    said = [i for i in said if not (i.fact == GENDER and any(a <= i.start < b for a, b in kin))]
    told = _of_one(text, said, book, known)
    now = known[-1] if known else ()
    whose = next(
        (str(item.value) for item in told if item.fact == HOLDER), now[0].key if len(now) == 1 else ""
    )
    gender = person_called(whose).gender
    return [*told, *gender_beside_age(gender, told)]


def _of_one(text: str, said: Sequence[Said], book: FactBook, known: Known) -> list[Said]:
    """What was said, and of whom, without what the speaker says of himself where it is about another."""
    said = with_the_speaker(text, said)
    # 证是别人的 says that there is one.
    his = [match.span() for match in _HIS_CERTIFICATE.finditer(text)]
    said = [
        i
        for i in said
        if not (i.fact == CERTIFICATE and any(a <= i.start < b for a, b in his) and not i.value)
    ]
    pieces = stretches(text, known)
    now = {person.key for person in (known[-1] if known else ())}
    holder = _holder(text, pieces, said, book, known)
    if holder is None or (known and _tells_of_several(pieces, said)):
        return list(said)
    examined = any(_is_of_exam(text, piece, said, book) for piece in pieces)
    of_both = UNSURE in now or (ONESELF in now and len(now) > 1)
    turns = SAME_AS.search(text) or (_TURNS_TO.search(text) and all(item.fact == ASKER for item in said))
    # 我自己没残疾，免费不; but 我自己的社保断了 asks nothing of me
    turns = turns or (_CLAIMS.search(text) and any(item.fact != ASKER for item in said))
    about_another = holder == ME and not (examined or of_both or turns)
    if holder == ME and not about_another:
        # 我爹退休了，我考了高级工
        own = _without(said, [piece for piece in pieces if piece.who and ME not in piece.who], book)
        if not (now - {ONESELF} or len(known) > 1):
            return own
        return [*own, *_outcome(text, own, pieces, ME, book), Said(HOLDER, ONESELF, 0, 0)]
    kept = _without(said, [piece for piece in pieces if (piece.who or piece.before) == (ME,)], book)
    # 我老公考了中级工，我俩都住衢州: what he has is one person's
    kept = [item for item in kept if item.fact != HEADCOUNT or item.value == ONE_PERSON]
    kept += _outcome(text, kept, pieces, holder, book)
    words = {text[m.start : m.end] for m in find_persons(text, known) if m.person == holder}
    goes_on = now == {holder.key} and words <= {"他", "她"}
    return kept if about_another or goes_on else [*kept, Said(HOLDER, holder.key, 0, 0)]


def _tells_of_several(pieces: Sequence[Stretch], said: Sequence[Said]) -> bool:
    """我没社保，我老婆有: whether something is told of each of several, by himself."""
    facts = [item for item in said if item.fact not in (ASKER, HEADCOUNT)]
    told = [piece.who for piece in pieces if any(piece.start <= i.start < piece.end for i in facts)]
    return len({who for who in told if len(who) == 1}) > 1


def _outcome(
    text: str, said: Sequence[Said], pieces: Sequence[Stretch], holder: Person, book: FactBook
) -> list[Said]:
    """小王没考过: what of, was told before."""
    if any(item.fact == CERTIFICATE for item in said):
        return []
    told = [(p.start, has_passed(text[p.start : p.end])) for p in pieces if p.who == (holder,)]
    of_exam = any(is_of_exam(item, book) for item in said)  # 没考过，中级工; but not 过了，中级工
    return [Said(CERTIFICATE, so, at, at) for at, so in told if so is False or (so and not of_exam)][-1:]


def _without(said: Sequence[Said], pieces: Sequence[Stretch], book: FactBook) -> list[Said]:
    """What was said, without what some pieces say of who somebody is and what he has."""
    return [
        item
        for item in said
        if item.fact == ASKER
        or book[item.fact].scope != "person"
        or not any(piece.start <= item.start < piece.end for piece in pieces)
    ]


def _holder(
    text: str, pieces: Sequence[Stretch], said: Sequence[Said], book: FactBook, known: Known
) -> Person | None:
    """The one person whom a message is about; None where it is nobody alone, or does not say."""
    ours = [match.span() for match in US_TWO.finditer(text)]
    every = [item for item in said if item.fact == HEADCOUNT]
    counts = [item.value for item in every if not any(a <= item.start < b for a, b in ours)]
    mentions = find_persons(text, known)
    firm = any(item.fact == ASKER and item.value != "个人" for item in said)
    # 那我爱人公司给她报的呢，公司能领吗: what is asked for the firm hangs on what she has
    spoken_of = {person for some in known for person in some} - {ME}
    kin = known and any(
        m.person in spoken_of or m.person.relation not in (ONESELF, ANOTHER) for m in mentions
    )
    if (firm and not kin) or any(count != ONE_PERSON for count in counts):
        return None
    named = {person for piece in pieces for person in piece.who}
    if SAME_AS.search(text) and mentions:
        named = {mentions[0].person}
    examined = {piece.who for piece in pieces if piece.who and _is_of_exam(text, piece, said, book)}
    if not named - {ME} and _NOT_MINE.search(text):
        return person_called(ANOTHER)
    if not examined and len(named) == 1:
        now = {person.key for person in (known[-1] if known else ())}
        of_another = named != {ME} or now - {ONESELF} or len(known) > 1
        others = {person for some in known for person in some if person != ME}
        turns = said or named & others or UNSURE in now or _TURNS_TO.search(text) or SAME_AS.search(text)
        turns = turns or (INSTEAD.search(text) if known else None)
        examined = {tuple(named)} if of_another and turns else set()
    [who] = examined if len(examined) == 1 else [()]
    if len(who) != 1:
        return None
    [person] = who
    passed = any(is_of_exam(item, book) for item in said) or (known and person != ME)
    if is_failure(text) and not passed:
        return None
    of_a_firm = person.relation == ANOTHER and any(_OF_A_FIRM.search(text, 0, m.start) for m in mentions)
    return None if of_a_firm else person


def _is_of_exam(text: str, piece: Stretch, said: Sequence[Said], book: FactBook) -> bool:
    inside = (item for item in said if piece.start <= item.start < piece.end)
    words = text[piece.start : piece.end]
    told = _OF_EXAM.search(words) is not None or has_passed(words) is not None
    return any(is_of_exam(item, book) for item in inside) or (piece.is_named and told)

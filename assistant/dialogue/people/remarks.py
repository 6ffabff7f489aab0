"""What a message says of people told of before: how it calls them, how many, and what is so of them.

没过的4个里有1个补考过了     of four who had not passed, one now has
零就业的只有2个             their number is put right
再加3个中级工，合同也两年    others are added

Read phrase by phrase, before any step rewrites the message; which people are meant is told in which_group.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.dialogue.facts.said import ASKER, HEADCOUNT, Said, facts_of
from assistant.dialogue.language.lot_names import lots_named, which_of_them
from assistant.dialogue.language.sentence import MARK
from assistant.dialogue.language.words import Found
from assistant.dialogue.people.counted import Number, numbers_in
from assistant.dialogue.people.remark import (
    ASKS_WHETHER,
    HOW_MUCH,
    NOT_THE_SAME,
    SUMS,
    FactsIn,
    Phrase,
    Remark,
    go_on,
    is_taken_out,
    read_remark,
    read_uncounted,
)

# 这20个有证的里头,7个领过: one phrase
_PHRASES = re.compile(f"(?:[^{MARK}]|(?<=[里中头面只]),(?=有?\\d|其中))+[{MARK}]?")

# 取证的也不对: that their number is wrong, denies nothing of them
_WRONG = re.compile(
    "(?:那边|那里|那个|人数|的|数)*(?:也|又|都|还)*(?:不对|不准|错了?|(?:搞|弄|数|报|记|算|写|说)(?:错|岔|混)了?)的?[了吧啊]*$"
)

# 还漏了服刑人员那一班: the people counted behind it are others
_LEFT_OUT = re.compile("(?:漏|落|忘)(?:了|掉|算|报|记|说)+[^,。;!?]{0,12}?[班批期组拨]$")
_DENIES = re.compile("[没未不无假缺]")
_WITH_THESE = re.compile("(?:加上?|连上?|算上)[这那]$")
_BARE_COUNTS = re.compile(r"不是(\d+)(,?(?:而|应该)?是)(\d+)(?=[,。;!?]|$)")


@dataclass(frozen=True)
class Remarks:
    """The remarks of a message, what it says besides, and whether words say that something was wrong."""

    remarks: tuple[Remark, ...]
    rest: str


def with_units(text: str, counts: Collection[int | None]) -> str:
    """A folded message that puts one of these counts right, with the unit that it leaves out: 不是22,是20."""

    def counted(found: re.Match[str]) -> str:
        wrong, between, right = found.groups()
        return f"不是{wrong}个{between}{right}个" if int(wrong) in counts else found[0]

    return _BARE_COUNTS.sub(counted, text)


def read_remarks(
    text: str,
    said: Sequence[Said],
    topics: Sequence[Found[str]],
    facts_in: FactsIn,
    *,
    ones: bool,
) -> Remarks | None:
    """The remarks of a folded message; None where it counts people in a way that is not read here.

    `said`, `topics`: what stands in it, by its place; `facts_in`: reads some words by themselves;
    `ones`: whether one person was told apart, to whom 那个 may point.
    """
    whole = Phrase(text, tuple(said), tuple(topics), facts_in)
    remarks: list[Remark] = []
    listed = 1  # how many of them the last phrase told of
    rest: list[str] = []
    for found in _PHRASES.finditer(text):
        phrase = whole.part(found.start(), found.start() + len(found[0].rstrip(MARK)))
        numbers = numbers_in(phrase.text, ones=ones)
        if remarks and is_taken_out(remarks[-1], phrase.text, numbers):
            if not remarks[-1].says_something:
                remarks[-1] = replace(remarks[-1], act="out")
        elif numbers and (asked := _asked_of_all(phrase, numbers, remarks)) is not None:
            rest.append(asked)
        elif len(items := _listed(phrase, numbers)) > 1:
            remarks += items
            listed = len(items)
        elif numbers:
            if (remark := read_remark(phrase, numbers)) is None:
                return None
            if remarks and not remark.facts:
                # 有一个只做了两个月,另外四个满三个月
                remark = replace(remark, facts=phrase.measured(remarks[-1].facts))
            told_ahead = bool(remarks) and remarks[-1].says_something
            if told_ahead and remark.aside and not remark.says_something and not _DENIES.search(phrase.text):
                remark = replace(remark, rest=True)  # 3人的证不认,另外7人的是认定的
            if _goes_on_adding(remarks, remark):
                remark = replace(remark, act="add")
            if remarks and _tells_how_many(remark):
                remark = replace(remark, act="count")
            remark, rest = _of_a_lot(remark, phrase, rest, facts_in)
            if remark.act == "count" and not (remark.kind or remark.topics) and rest:
                # 新证那边数错了,应该是16个
                remark, rest = _named_ahead(remark, rest, facts_in)
            remarks = _put_right(remarks, remark)
            listed = 1
        elif more := [one for remark in remarks[-listed:] for one in go_on(remark, phrase)]:
            remarks[-listed:] = more
        elif (of_rest := read_uncounted(phrase, remarks[-1] if remarks else None)) is not None:
            remarks.append(of_rest)
        else:
            rest.append(found[0])
    remarks = [_as_others(remark) for remark in remarks]
    if not remarks or not all(map(_is_read, remarks)):
        return None
    return Remarks(tuple(remarks), "".join(rest))


def _as_others(remark: Remark) -> Remark:
    """仓库那边还有5个: who are told of by nothing but that they are others, are added."""
    others = (remark.beside or remark.aside) and not (remark.says_something or remark.rest)
    others = others and (remark.bare or bool(remark.topics))  # 还有5个人还在… may be of any kind
    return replace(remark, act="add") if others else remark


def _is_read(remark: Remark) -> bool:
    """Whether it is known what is said; 怎么不是1250一个 says no right number."""
    if remark.act == "count":
        return remark.count is not None
    return remark.says_something or remark.rest or remark.among or remark.called == "有"


def _goes_on_adding(remarks: Sequence[Remark], remark: Remark) -> bool:
    """再来2个初级,1个技师: whether a list of others, who are told of by their kind alone, goes on."""
    if not remarks or remarks[-1].act != "add" or remark.act != "part" or remark.called:
        return False
    last = remarks[-1].facts
    return remark.facts.keys() == last.keys() and remark.facts != last and bool(last)


def _asked_of_all(phrase: Phrase, numbers: Sequence[Number], remarks: Sequence[Remark]) -> str | None:
    """What a phrase asks that counts people again and tells nothing of them; None where it tells of them.

    连前面那25个一起算, 这5个有多少: what all get · 这5个也能领岗前补贴吗: by its name
    """
    text = phrase.text
    what_all_get = "一共多少,"
    sums, last = SUMS.search(text), numbers[-1]
    again = _WITH_THESE.search(text, 0, last.start) and any(one.count == last.count for one in remarks)
    if again and sums and not phrase.facts(last.end, len(text)):
        return what_all_get  # 在职的加上这5个总共多少
    if phrase.facts(0, len(text)):
        return None
    if not phrase.topics and NOT_THE_SAME.search(text):
        return what_all_get  # 跟那22人不是同一拨人
    if not phrase.topics and sums is not None:
        return what_all_get if sums.start() > numbers[0].start or text.startswith("连") else None
    if not any(remark.count == last.count for remark in remarks):
        return None
    if HOW_MUCH.match(text, last.end):
        return what_all_get
    return f"{text[last.end :]}," if phrase.topics and ASKS_WHETHER.match(text, last.end) else None


def _listed(phrase: Phrase, numbers: Sequence[Number]) -> list[Remark]:
    """还有新疆籍的3个、西藏籍的2个: others, each kind with its number; nothing where it is no such list."""
    marks = [found.end() for found in re.finditer("[、和跟]", phrase.text)]
    starts, ends = [n.start for n in numbers[1:]], [n.end for n in numbers[:-1]]
    for cuts in (marks, starts, ends):  # 2个高级工1个技师 · 高级工2个技师1个
        parts = [phrase.part(*span) for span in pairwise([0, *cuts, len(phrase.text)])]
        each = [numbers_in(part.text, ones=False) for part in parts]
        told = [part.facts(0, len(part.text)) for part in parts]
        if len(parts) < 2 or any(len(some) != 1 for some in each) or not all(told):
            continue
        first = read_remark(parts[0], each[0])
        if first is None or not (first.act == "add" or first.beside):
            return []
        return [
            Remark("add", some[0].count, topics=part.names(0, len(part.text)), facts=facts)
            for part, some, facts in zip(parts, each, told, strict=True)
        ]
    return []


def _tells_how_many(remark: Remark) -> bool:
    """有一个没考过,六个 · 按这条只能算六个: how many are left of those told of, or all."""
    counts = remark.act == "part" and remark.bare and not remark.of_all
    return counts and (not remark.called or remark.called.endswith(("算", "按", "剩", "剩下", "报")))


def _of_a_lot(remark: Remark, phrase: Phrase, rest: list[str], facts_in: FactsIn) -> tuple[Remark, list[str]]:
    """第二个班28课时,10名学员也都过了: of which lot they are, and what is told of it in the phrase ahead."""
    if remark.act != "part" or remark.these or remark.among or remark.rest:
        return remark, rest
    ahead = rest[-1].rstrip(MARK) if rest else ""
    if _LEFT_OUT.search(ahead):
        told = facts_of(s for s in facts_in(ahead) if s.fact not in (HEADCOUNT, ASKER))
        return replace(remark, act="add", got=False, facts={**told, **remark.facts}), rest[:-1]
    own, before = lots_named(phrase.text), lots_named(ahead)
    if len(named := own or before) != 1 or not (lot := which_of_them(named[0])):
        return remark, rest
    told = {} if own else facts_of(s for s in facts_in(ahead) if s.fact not in (HEADCOUNT, ASKER))
    remark = replace(remark, lot=lot, facts={**told, **remark.facts})
    return remark, rest if own else rest[:-1]


def _named_ahead(remark: Remark, rest: Sequence[str], facts_in: FactsIn) -> tuple[Remark, list[str]]:
    """A corrected number with whose it is, where that stands in the phrase ahead; and the other phrases."""
    *others, last = rest
    if re.search("总|一共", last):
        return replace(remark, of_all=True), others  # 总数也错了,是38个
    named = _WRONG.sub("", last.rstrip(MARK))
    kind = facts_of(s for s in facts_in(named) if s.fact not in (HEADCOUNT, ASKER))
    used = kind or named != last.rstrip(MARK)  # 取证的也不对, which says nothing besides
    return (replace(remark, kind=kind), others) if used else (remark, [*rest])


def _put_right(remarks: Sequence[Remark], remark: Remark) -> list[Remark]:
    """The remarks with one more, or as one with it: 不是5个,是4个 · 是9个,我少算了2个."""
    if not remarks or "count" not in (remark.act, remarks[-1].act):
        return [*remarks, remark]
    *others, last = remarks
    if last.count is None and last.wrong and remark.act == "part" and not remark.says_something:
        return [*others, replace(last, count=remark.count)]  # 不是4个,5个
    one, other = (last, remark) if last.act == "count" else (remark, last)
    if other.act in ("more", "fewer"):
        kind, topics = {**other.kind, **one.kind}, one.topics or other.topics
        return [*others, replace(one, kind=kind, topics=topics)]  # 高级工多报了1个,实际只有2个
    if other.act == "count" and None in (one.count, other.count):
        right, wrong = (one, other) if other.count is None else (other, one)
        return [*others, replace(right, wrong=wrong.wrong, kind={**wrong.kind, **right.kind})]
    return [*remarks, remark]

"""The people told of so far, as a remark leaves them: a few operations on groups, and nothing else.

tell    the three have signed by now          part    two of them have not
count   they are nine                         more, fewer, out, add
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.dialogue.facts.said import CERTIFICATE, HEADCOUNT
from assistant.dialogue.people.crowd import count_every, count_of, together, with_group, with_more
from assistant.dialogue.people.parts import Group, number, put_over, without_number
from assistant.dialogue.people.remark import Remark
from assistant.dialogue.people.which_group import (
    People,
    Unclear,
    Unread,
    Untold,
    are_others,
    are_some_more,
    group_meant,
    is_below,
    is_news,
    is_of_kind,
    lacking,
    lacks_certificate,
    tells_only_kind,
)
from assistant.rules.assess import with_implied
from assistant.rules.facts import CHOICES, UNSURE, FactBook, Facts, Quantity, Value, is_lack

_MONTHS = "training_months"  # 以工代训 is paid by the month: who left is paid for as long as he stayed


def regroup(people: People, remarks: Sequence[Remark], book: FactBook) -> People:
    """The people after some remarks. Raises Unclear where one may be of several groups."""
    touched: set[int] = set()
    every = count_every(people)
    of_rest = {fact: value for remark in remarks if remark.rest for fact, value in remark.facts.items()}
    for remark in remarks:
        if remark.aside and every - count_every(people) == remark.count:
            remark = replace(remark, act="add")  # 签两年的只有9个,另外3个没合同, of twelve
            people, recent = _add(people, remark, book)
        else:
            people, recent = _after(people, remark, touched, of_rest, book)
        people = replace(people, recent=recent)
        touched.add(recent)
    return together(people)


def _after(
    people: People, remark: Remark, touched: set[int], of_rest: Facts, book: FactBook
) -> tuple[People, int]:
    """The people after a remark, and of which group it was. `of_rest`: what is told of all others."""
    counts = [count_of(people, i) for i in range(len(people.groups))]
    left = [i for i, count in enumerate(counts) if i not in touched and count == remark.count]
    if (remark.aside or (touched and remark.act == "part")) and len(left) == 1 < len(counts):
        return _some(people, left[0], remark, book)  # 其中2个7个月,另外3个4个月
    if remark.aside:
        if not are_some_more(people, remark, touched, of_rest, book):
            return _add(people, remark, book)
        remark = replace(remark, act="part")
    if remark.act in ("part", "tell") and remark.count == sum(counts) and remark.count not in counts:
        return _of_all(people, remark, book)
    if remark.lot:
        return _of_lot(people, remark, book)
    if remark.act == "part" and remark.is_so and people.of_a_whole and not remark.kind:
        put_right = replace(remark, act="count", kind=remark.facts)
        if any(is_of_kind(people.known(i), put_right.kind, book) for i in range(len(counts))):
            return _count(people, put_right, book)
    if remark.act == "add" or (remark.act == "part" and are_others(people, remark, book)):
        return _add(people, remark, book)
    if remark.act == "count":
        return _count(people, remark, book)
    if remark.act in ("more", "fewer"):
        return _by_so_many(people, remark, book)
    if remark.act == "out":
        return _out(people, remark, book)
    if remark.count is None:
        return _tell_all(people, remark, touched, book)
    if remark.left and not remark.facts:
        return _out(people, remark, book)  # 有3个第4个月走了
    if not (remark.says_something or remark.rest) or tells_only_kind(people, remark, book):
        raise Unread
    if touched and 0 not in touched and people.of_a_whole and _says_nothing_of_whom(remark):
        index = 0  # 2个只做了2个月,一个做了4个月
    else:
        index = group_meant(people, remark, book)
    if not remark.says_something:
        return people, index  # 剩4个没动
    return _some(people, index, remark, book)


def _of_lot(people: People, remark: Remark, book: FactBook) -> tuple[People, int]:
    """Some of a lot that is a group of its own, or a further lot: 第二班28课时,10人也过了, after one of 36.

    Raises Unclear where it may be both; who lack something are some of those told of.
    """
    if 1 < len(people.groups) == people.lots and remark.lot <= people.lots:
        return _some(people, remark.lot - 1, remark, book)
    known = people.known(0)
    told = remark.lot <= max(people.lots, 1)
    if any(is_lack(v) or (told and is_below(v, known.get(f))) for f, v in remark.facts.items()):
        return _some(people, group_meant(people, remark, book), remark, book)
    news = any(isinstance(v, Quantity) for v in remark.facts.values())
    news &= is_news(people.known(0), remark, book)
    if remark.lot == max(people.lots, 1) + 1 and (people.lots or news or remark.also or remark.beside):
        return _add(replace(people, lots=remark.lot), remark, book)
    raise Unclear


def _says_nothing_of_whom(remark: Remark) -> bool:
    """Whether some are told of by their number alone, and by what is otherwise with them."""
    return remark.act == "part" and not (
        remark.kind or remark.topics or remark.among or remark.these or remark.rest or remark.got
    )


def _some(people: People, index: int, remark: Remark, book: FactBook) -> tuple[People, int]:
    """Some of a group, or all of it, are as the remark says."""
    count, all_of_them = Decimal(remark.count or 0), count_of(people, index)
    if not 0 < count <= all_of_them:
        raise Unclear
    now = _told(people, index, remark, book)
    people = _particular(people, now, book)
    topics, own = people.groups[index]
    topics = tuple(dict.fromkeys((*topics, *(t for t in remark.topics if not remark.kind))))
    if count == all_of_them:
        return with_group(people, index, (topics, {**now, HEADCOUNT: Quantity.exactly(count)})), index
    left = {
        **own,
        **_not_had(own, people.common, remark.facts, book),
        **_not_got(people.known(index), remark, book),
    }
    others: Group = (people.groups[index][0], {**left, HEADCOUNT: Quantity.exactly(all_of_them - count)})
    some: Group = (topics, {**now, HEADCOUNT: Quantity.exactly(count)})
    apart = len(people.groups) == 1 or people.of_a_whole
    people = replace(with_group(people, index, others), of_a_whole=apart)
    return replace(people, groups=(*people.groups, some)), len(people.groups)


def _told(people: People, index: int, remark: Remark, book: FactBook) -> dict[str, Value]:
    """What is a group's own once something is told of it; who made good what he lacked is as his like."""
    own = people.groups[index][1]
    facts = {f: v for f, v in remark.facts.items() if not (remark.got and f == CERTIFICATE)}
    if remark.got:
        like = _like(people, index, book)
        if like is not None and (lacking(people.known(index)) or not facts):
            own = without_number(people.groups[like][1])
        else:
            kept = {f: v for f, v in own.items() if v is False or not is_lack(v)}
            own = {f: v is False or v for f, v in kept.items()}
            own |= dict.fromkeys((f for f, v in people.common.items() if v is False), True)
    implied = with_implied(facts, book)
    common = {f: v for f, v in people.common.items() if f in facts or implied.get(f, v) != v}
    return put_over({**common, **own}, facts, book)


def _like(people: People, index: int, book: FactBook) -> int | None:
    """The group of the same kind who lack nothing, if there is one."""
    topics, own = people.groups[index]
    kind = {f: v for f, v in own.items() if book[f].splits}
    same = [
        i
        for i, (other, facts) in enumerate(people.groups)
        if i != index
        and other == topics
        and not lacks_certificate(facts, book)
        and {f: v for f, v in facts.items() if book[f].splits} == kind
    ]
    return same[0] if len(same) == 1 or (people.of_a_whole and same[:1] == [0]) else None


def _particular(people: People, now: Facts, book: FactBook) -> People:
    """The people with what was said of all and is now told of some as each group's own."""
    implied = with_implied(without_number(now), book)
    own = {f: v for f, v in people.common.items() if f in now or implied.get(f, v) != v}
    common = {f: v for f, v in people.common.items() if f not in own}
    return replace(people, common=common, groups=tuple((t, {**own, **facts}) for t, facts in people.groups))


def _not_had(own: Facts, common: Facts, facts: Facts, book: FactBook) -> dict[str, Value]:
    """其中8个领过岗前补贴: what keeps some out, the others have not, unless it is known."""
    bars = (f for f, v in facts.items() if v is True and (book[f].had or book[f].of_some))
    return {f: False for f in bars if f not in own and f not in common}


def _not_got(known: Facts, remark: Remark, book: FactBook) -> dict[str, Value]:
    """只有8个拿到证, or 过了7个 where nobody said so before: the others have not."""
    if any(book[f].splits and f in known and known[f] != v for f, v in remark.facts.items()):
        return {}  # 其中3个去年考过了初级工: of another certificate
    got = [f for f, v in remark.facts.items() if v is True and book[f].awarded is True]
    news = not any(isinstance(v, bool) and book[f].awarded is True for f, v in known.items())
    lacks: dict[str, Value] = dict.fromkeys(got or [CERTIFICATE], False)
    return lacks if (remark.only or news) and (got or remark.got) else {}


def _tell_all(people: People, remark: Remark, touched: set[int], book: FactBook) -> tuple[People, int]:
    """都补考过了, 剩下的都有: whoever is meant without a number."""
    meant = [i for i in range(len(people.groups)) if i not in touched or not remark.rest]
    if remark.kind:
        meant = [i for i in meant if is_of_kind(people.known(i), remark.kind, book)]
    meant = [i for i in meant if is_news(people.known(i), remark, book)]
    if remark.these and not (remark.rest or remark.kind or remark.got):
        meant = [i for i in meant if i == people.recent]
    if not meant and not remark.rest:
        raise Untold
    for index in meant:
        told = replace(remark, count=int(count_of(people, index)))
        people, _ = _some(people, index, told, book)
    return people, meant[-1] if meant else 0


def _of_all(people: People, remark: Remark, book: FactBook) -> tuple[People, int]:
    """那15个都是学生学徒, of ten and five."""
    for index in range(len(people.groups)):
        told = replace(remark, count=int(count_of(people, index)))
        people, _ = _some(people, index, told, book)
    return people, 0


def _add(people: People, remark: Remark, book: FactBook) -> tuple[People, int]:
    """Others beside those told of; of one kind with some, they are so many more."""
    facts = {**remark.kind, **remark.facts}
    if remark.topics and not any(topics for topics, _ in people.groups):
        # 3月招了6人,5月又招7人,岗前培训都合格: what nobody named before, is all of theirs
        people = replace(people, groups=tuple((remark.topics, own) for _, own in people.groups))
    same = [
        i
        for i, (topics, _) in enumerate(people.groups)
        if (not remark.topics or set(remark.topics) == set(topics))
        and is_of_kind(people.known(i), facts, book)
    ]
    if not facts and not remark.topics and len(people.groups) > 1:
        raise Unclear
    if len(same) == 1 or (same and people.of_a_whole and same[0] == 0):
        return with_more(people, {same[0]: Decimal(remark.count or 0)}), same[0]
    people = _particular(people, facts, book)
    kind = [f for f in facts if book[f].splits]
    of_a_kind = not kind or any(f in people.known(i) for f in kind for i in range(len(people.groups)))
    topics = remark.topics or (people.groups[-1][0] if of_a_kind else ())  # 5个老员工考了高级工, beside 岗前
    added: Group = (topics, {**facts, HEADCOUNT: Quantity.exactly(remark.count or 0)})
    return replace(people, groups=(*people.groups, added)), len(people.groups)


def _count(people: People, remark: Remark, book: FactBook) -> tuple[People, int]:
    """Their number is put right."""
    new = Decimal(remark.count or 0)
    every = count_every(people)
    lacks = {f: v for f, v in remark.kind.items() if is_lack(v)}
    if lacks and not any(is_of_kind(people.known(i), remark.kind, book) for i in range(len(people.groups))):
        called = {f: v for f, v in remark.kind.items() if f not in lacks}
        some = replace(remark, act="part", kind=called, facts=lacks)  # 中级工没考过的有2个
        return _some(people, group_meant(people, some, book), some, book)
    counts = (every, *(number(own) for _, own in people.groups))
    if remark.wrong is not None and remark.wrong not in counts:
        raise Unclear
    if len(people.groups) == 1:
        if remark.kind and not is_of_kind(people.known(0), remark.kind, book):
            return _some(people, 0, replace(remark, act="part", kind={}, facts=remark.kind), book)
        return with_more(people, {0: new - every}), 0
    names_none = not (remark.kind or remark.topics or remark.wrong)
    known = [] if remark.of_all else [number(own) for _, own in together(people).groups]
    if names_none and new in (every, *known):
        return people, people.recent or 0  # 现在是21个, as they are
    if not people.of_a_whole:
        if not (remark.kind or remark.topics or remark.wrong or remark.recent):
            raise Unclear
        index = group_meant(people, remark, book)
        more = new - count_of(people, index)
        return with_more(people, {index: more, **_of_the_others(people, index, more, book)}), index
    if remark.of_all or remark.wrong == every:
        return with_more(people, {0: new - every}), 0
    if remark.kind or remark.topics or remark.wrong is not None:
        index = group_meant(people, remark, book)
    else:
        index = _told_last(people)
        if abs(new - every) <= abs(new - count_of(people, index)):
            raise Unclear  # 是18个, of 20 of whom 3 had not passed: it may be all
    if index == 0 and len(people.groups) > 2:
        raise Unclear
    more = new - count_of(people, index)
    return with_more(people, {index: more, (0 if index else 1): -more}), index


def _of_the_others(people: People, index: int, more: Decimal, book: FactBook) -> dict[int, Decimal]:
    """转岗的不是1个领过,是2个: how many fewer the others are of the kind from which some were told apart."""
    topics, own = people.groups[index]
    apart = any(is_lack(v) or (v is True and (book[f].had or book[f].of_some)) for f, v in own.items())

    def kind(facts: Facts) -> Facts:
        return {f: v for f, v in facts.items() if book[f].splits or book[f].kind in CHOICES}

    like = [
        i for i, (t, o) in enumerate(people.groups) if i != index and t == topics and kind(o) == kind(own)
    ]
    return {like[0]: -more} if apart and len(like) == 1 else {}


def _told_last(people: People) -> int:
    return people.recent or len(people.groups) - 1


def _by_so_many(people: People, remark: Remark, book: FactBook) -> tuple[People, int]:
    """So many more or fewer than was said; of a part of a whole, the others are fewer or more."""
    some = Decimal(remark.count or 0)
    if remark.act == "fewer" and any(book[f].splits for f in remark.facts):
        # 中级多报了1个,其实那个是高级
        return _some(people, group_meant(people, remark, book), replace(remark, act="part"), book)
    others = remark.kind and not any(
        is_of_kind(people.known(i), remark.kind, book) for i in range(len(people.groups))
    )
    if remark.act == "more" and others:  # 中级工还有4个, after 5个高级工
        return _add(people, replace(remark, facts={**remark.kind, **remark.facts}), book)
    if len(people.groups) == 1 or (people.of_a_whole and not (remark.kind or remark.topics)):
        index = (people.recent or 0) if remark.recent else 0
    elif remark.kind or remark.topics or remark.recent:
        index = group_meant(people, remark, book)
    else:
        raise Unclear
    if remark.act == "more" and remark.facts and is_news(people.known(index), remark, book):
        people = _particular(people, remark.facts, book)
        topics, own = people.groups[index]
        added: Group = (topics, {**put_over(own, remark.facts, book), HEADCOUNT: Quantity.exactly(some)})
        return replace(people, groups=(*people.groups, added)), len(people.groups)
    more = some if remark.act == "more" else -some
    of_others = {0: -more} if people.of_a_whole and index else {}
    return with_more(people, {index: more, **of_others}), index


def _out(people: People, remark: Remark, book: FactBook) -> tuple[People, int]:
    """Some are out; who did 以工代训 is paid for as long as he stayed, which is asked."""
    alone = len(people.groups) == 1 and not remark.kind
    index = 0 if alone else group_meant(people, remark, book)
    if remark.left and _MONTHS in people.known(index):
        month = remark.left_in
        stayed = UNSURE if month is None else Quantity(Decimal(month - 1), Decimal(month))
        return _some(people, index, replace(remark, facts={_MONTHS: stayed}), book)
    return with_more(people, {index: -Decimal(remark.count or 0)}), index

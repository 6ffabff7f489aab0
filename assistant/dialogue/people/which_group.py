"""Which of the groups of people told of before a remark speaks of: the one place that decides it.

By what they are called, by how many they are, and by whether what is said of them is news: of the three who
had not passed it is, that one has passed by now. Where several may be meant, none is: it is asked.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

from assistant.dialogue.people.parts import Group, number
from assistant.dialogue.people.remark import Remark
from assistant.rules.facts import FactBook, Facts, Quantity, Value, denied_choice, is_lack

# 辞职的里头, 男的里面; but 剩下的里头, 你说的那批里
_LABEL = re.compile("(?P<name>[一-鿿]{1,6}?)的(?:[那这]?几?[个批些]?)?(?:里[头面边]?|当中|其中|中)")
_PLAIN_LABEL = re.compile(
    "剩|余|其[他它]|别|后[来面]|新|刚|前面|上面|之前|先前|说|讲|报|提|招|培训|训|参加|学|我们|他们|这|那"
)


@dataclass(frozen=True)
class People:
    """The people told of so far: groups, and what is said of all of them.

    `of_a_whole`: the first are the others of some people, and those behind were told apart from them.
    `recent`: of which group the last remark was.
    """

    groups: tuple[Group, ...]
    common: Facts
    of_a_whole: bool
    recent: int | None = None
    lots: int = 0  # in how many lots they came, where those were named

    def known(self, index: int) -> Facts:
        """All that is known of a group."""
        return {**self.common, **self.groups[index][1]}


class Untold(Exception):
    """Nobody was told of of whom it may be said."""


class Unread(Exception):
    """It is not read what is otherwise with some of them."""


class Unclear(Exception):
    """It is not clear of which group something is said."""


def group_meant(people: People, remark: Remark, book: FactBook) -> int:
    """The index of the group that a remark speaks of, or of some of which it speaks.

    Raises Unclear where several may be meant, or none.
    """
    if remark.points and people.recent is None and len(people.groups) > 1 and not remark.kind:
        raise Unclear  # 那他不算, where nobody was told apart
    meant = list(range(len(people.groups)))
    if _is_called_otherwise(people, remark):
        raise Unclear
    meant = _called(people, remark, meant, book)
    meant = _of_number(people, remark, meant)
    known = meant
    meant = _not_yet(people, remark, meant, book) or (known if len(known) == 1 else [])
    if len(meant) == 1:
        return meant[0]
    if not meant:
        raise Unclear
    if people.of_a_whole and 0 in meant and (remark.more or _tells_kind(remark, book)):
        return 0  # 还有2个合同只有十个月: of the others
    if people.recent in meant and (remark.these or remark.recent or remark.act in ("count", "more", "fewer")):
        return people.recent
    raise Unclear


def _called(people: People, remark: Remark, groups: list[int], book: FactBook) -> list[int]:
    """Those of the groups that are of the kind that a remark names; all where it names none that tells."""
    if remark.topics:
        of_topic = [i for i in groups if set(remark.topics) & set(people.groups[i][0])]
        groups = of_topic or groups
    kind = _telling({**remark.kind, **_kind_told(people, remark, book)}, people)
    if not kind:
        plain = [i for i in groups if not _choices(people.groups[i][1])] if remark.topics else []
        named = _by_name(people, remark.called, groups)
        return named or (plain if len(plain) == 1 else groups)  # 岗前那批, beside 转岗的
    same = [i for i in groups if is_of_kind(people.known(i), kind, book)]
    if same or any(is_lack(value) for value in kind.values()):
        return same
    # 签两年的那10个, beside 5 of half a year · 女的12个里有2个没证: of whom nothing else is told
    may_be = [i for i in groups if all(people.known(i).get(fact) is None for fact in kind)]
    return may_be if len(may_be) == 1 else []


def _telling(kind: Facts, people: People) -> Facts:
    """签10个月的 may tell of a contract and of a training: of these what the groups differ in, if any."""
    told = {f: v for f, v in kind.items() if any(f in own for _, own in people.groups)}
    return told or kind


def _is_called_otherwise(people: People, remark: Remark) -> bool:
    """辞职的里头有3个: whether they are called by what nobody is known by."""
    label = _LABEL.match(remark.called)
    if label is None or remark.kind or remark.topics or _PLAIN_LABEL.search(label["name"]):
        return False
    return not _by_name(people, remark.called, list(range(len(people.groups))))


def _kind_told(people: People, remark: Remark, book: FactBook) -> Facts:
    """有1个中级工没交社保: of which kind they are stands behind their number."""
    every = [people.known(i) for i in range(len(people.groups))]
    kind = {f: v for f, v in remark.facts.items() if book[f].splits and any(own.get(f) == v for own in every)}
    return kind if remark.act == "part" and len(kind) < len(remark.facts) else {}


def _by_name(people: People, called: str, groups: list[int]) -> list[int]:
    """贫困的里有2个: those whose kind holds two characters of what they are called, and no other's."""
    names = {i: "".join(_choices(people.groups[i][1])) for i in groups}
    pairs = [called[at : at + 2] for at in range(len(called) - 1)]
    meant = {i for pair in pairs for i in groups if [j for j in groups if pair in names[j]] == [i]}
    return sorted(meant) if len(meant) == 1 else []


def _choices(own: Facts) -> list[str]:
    values = (one for value in own.values() for one in (value if isinstance(value, frozenset) else [value]))
    return [value for value in values if isinstance(value, str)]


def is_of_kind(own: Facts, kind: Facts, book: FactBook) -> bool:
    """Whether people are known to be what others are called by."""
    return all(_is_so(own, fact, value, book) for fact, value in kind.items())


def _is_so(own: Facts, fact: str, value: Value, book: FactBook) -> bool:
    if value is False and book[fact].awarded is True:
        return lacks_certificate(own, book)
    if value is True and book[fact].awarded is True and fact not in own:
        return not lacks_certificate(own, book)  # 有证的
    known = own.get(fact)
    if known is None:
        return False
    if isinstance(value, frozenset) and isinstance(known, frozenset):
        return bool(value & known)
    if isinstance(value, Quantity) and isinstance(known, Quantity):
        below = value.high is not None and value.high < known.low
        return not below and (known.high is None or value.low <= known.high)
    return known == value


def lacks_certificate(own: Facts, book: FactBook) -> bool:
    """Whether people are said to have no certificate, of whatever kind."""
    return any(value is False and book[fact].awarded is True for fact, value in own.items())


def lacking(own: Facts) -> list[str]:
    """What people are said to lack."""
    return [fact for fact, value in own.items() if is_lack(value)]


def _of_number(people: People, remark: Remark, groups: list[int]) -> list[int]:
    """Those of the groups that can be so many."""
    counts = {i: number(people.groups[i][1]) or Decimal(0) for i in groups}
    if remark.wrong is not None:
        return [i for i in groups if counts[i] == remark.wrong]
    if remark.whole is not None:
        exact = [i for i in groups if counts[i] == remark.whole]
        return exact or [i for i in groups if counts[i] > remark.whole]
    if remark.count is None or remark.act in ("count", "more", "add"):
        return groups
    exact = [i for i in groups if counts[i] == remark.count]
    if remark.these and exact:
        return exact
    if remark.act in ("part", "out", "fewer") and (remark.among or len(groups) == 1):
        return [i for i in groups if counts[i] >= remark.count]
    return [i for i in groups if counts[i] >= remark.count]


def _not_yet(people: People, remark: Remark, groups: list[int], book: FactBook) -> list[int]:
    """Those of the groups of which it is news."""
    if remark.act not in ("tell", "part"):
        return groups
    return [i for i in groups if is_news(people.known(i), remark, book)]


def is_news(own: Facts, remark: Remark, book: FactBook) -> bool:
    """Whether what a remark says of people is not known of them, or was otherwise."""
    if remark.got and lacks_certificate(own, book):
        return True
    if remark.got and not remark.facts:
        return bool(lacking(own)) or bool(remark.kind)
    for fact, value in remark.facts.items():
        if value is False and book[fact].awarded is True:
            if not lacks_certificate(own, book):
                return True
        elif isinstance(value, frozenset) and isinstance(known := own.get(fact), frozenset):
            denied = {denied_choice(one) for one in known}
            if denied & value or not value & known:
                return True
        elif isinstance(value, Quantity) and isinstance(known := own.get(fact), Quantity):
            below = value.high is not None and value.high < known.low
            if below or (known.high is not None and value.low > known.high):
                return True
        elif value is True and book[fact].awarded is True:
            continue  # nobody lacks it
        elif own.get(fact) != value:
            return True
    return False


def is_below(value: Value, known: Value | None) -> bool:
    """Whether a number is less than what is known: 不到一年, of a contract of eighteen months."""
    if not isinstance(value, Quantity) or not isinstance(known, Quantity) or value.high is None:
        return False
    return value.high < known.low


def are_others(people: People, remark: Remark, book: FactBook) -> bool:
    """Whether some are none of those told of: 还有2个技师, beside 中级工 and 高级工."""
    if not remark.beside or remark.among:
        return False
    kind = {fact: value for fact, value in remark.facts.items() if book[fact].splits}
    known = range(len(people.groups))
    if remark.facts and not any(is_news(people.known(i), remark, book) for i in known):
        return True  # 还有3个西藏籍的也训了, as all of them were
    return not people.of_a_whole or bool(
        kind and not any(is_of_kind(people.known(i), kind, book) for i in known)
    )


def are_some_more(
    people: People, remark: Remark, touched: Collection[int], of_rest: Facts, book: FactBook
) -> bool:
    """有2个没证,另外3个合同不到一年: whether they are some of the same people, who lack something else.

    Raises Unclear where it may be so, and nobody was told apart ahead of them.
    """
    kind = remark.kind or remark.topics or any(book[f].splits for f in remark.facts)
    known = {**of_rest, **people.known(0)}  # 3个没签,另外2个合同半年,其余两年
    fewer = any(is_lack(v) or is_below(v, known.get(f)) for f, v in remark.facts.items())
    if remark.beside or kind or not fewer:
        return False
    if not touched:
        raise Unclear
    return True


def tells_only_kind(people: People, remark: Remark, book: FactBook) -> bool:
    """有一个高级工今年领过了, of five 中级工 and four 高级工: who he is, and nothing else that was read."""
    kind = {f: v for f, v in remark.facts.items() if book[f].splits}
    if remark.act != "part" or remark.kind or not kind or kind != remark.facts or len(people.groups) < 2:
        return False
    return any(kind.items() <= people.known(i).items() for i in range(len(people.groups)))


def _tells_kind(remark: Remark, book: FactBook) -> bool:
    return any(book[fact].splits for fact in remark.facts)

"""What one message says: the Reading that understanding gives and everything behind it works on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum

from assistant.dialogue.language.lessons import Lessons
from assistant.rules.facts import Value


class Together(Enum):
    """For whom a message asks what they get together."""

    NOBODY = "nobody"
    ALL = "all who were told of"
    THOSE = "those who are spoken of now"
    THESE = "the persons whom it names or counts"
    OTHERS = "more or fewer than were told of"


@dataclass(frozen=True)
class GroupReading:
    """What one of several groups of people is said to be."""

    topics: tuple[str, ...]
    facts: Mapping[str, Value]


@dataclass(frozen=True)
class Reading:
    """What one message says."""

    text: str  # folded, without personal data
    bare: str = ""  # the same without the names of places
    regions: tuple[str, ...] = ()  # codes of the places that it is about
    rank_of: tuple[str, ...] = ()  # of the places of which it names a rank: 福建省级
    province: tuple[str, ...] = ()  # the one that is held, where it speaks of "the province" and names none
    facts: Mapping[str, Value] = field(default_factory=dict)
    groups: tuple[GroupReading, ...] = ()
    aside: tuple[GroupReading, ...] = ()  # persons of whom it tells, and does not ask
    some: bool = False  # the groups are some of those spoken of before: 里头有3个合同只签了8个月
    of_a_whole: bool = False  # the groups are the others of some people and those told apart from them
    of_fewer: bool = False  # it counts fewer people than it names: 19人，跑了4个
    left_out: int = 0  # how many fewer; below zero: how many more
    lots: int = 0  # the last of the lots that it names: 2 for 第二批
    lessons: Lessons | None = None  # the hours of one day, and on how many days
    named_counts: tuple[Decimal, ...] = ()  # numbers of people in it, before any of them are left out
    idle_counts: frozenset[Decimal] = frozenset()  # numbers of people that change no sum: 其中10个是女的
    arithmetic: str = ""  # how its people are multiplied: 3 × 10人 = 30人
    topics: tuple[str, ...] = ()  # that it names
    elsewhere: tuple[str, ...] = ()  # topics that the corpus does not hold
    tells_case: bool = False  # whether it names a topic beside those, or a fact that means one
    intents: frozenset[str] = frozenset()
    requirements: tuple[str, ...] = ()  # that it asks about: 要不要本地户口
    figures: tuple[Decimal, ...] = ()  # money named that is no fact: 岗前培训800元
    policies: tuple[str, ...] = ()  # named by number or title
    corrects: bool = False
    supposes: bool = False  # 要是高级工呢
    together: Together = Together.NOBODY  # 两个人加起来呢
    out: tuple[str, ...] = ()  # the persons who are not counted any more
    asked: tuple[str, ...] = ()  # the persons for whom it asks together, by what they are called
    follows_up: bool = False
    adds: bool = False  # 再加2名高级工: people of another kind, beside those named before
    except_for: tuple[str, ...] = ()  # codes of the places besides which it asks: 除了晋江还有哪
    private: bool = False
    flags: frozenset[str] = frozenset()  # fraud_act, personal_status, greetings …


def nothing_new(regions: tuple[str, ...]) -> Reading:
    """The reading of no message: what was told of these places before, once more."""
    return Reading(text="", regions=regions, corrects=True)

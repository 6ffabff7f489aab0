"""Several certificates or benefits of one person, which are no several people.

我考了两个证，一个中级一个高级          → two levels; 一个 counts certificates
去年考了高级技师，今年又考高级工，两个都能领吗 → both are asked about
我还考了一个专项, behind 高级工        → both are had; 那再考中级呢 asks about another
钳工中级、焊工高级都考下来了            → one person, where nobody else and no number of people is named
做了以工代训又做了岗前，两个都能拿吗       → two benefits, where nobody counted may be the two
"""

import re
from collections.abc import Sequence

from assistant.dialogue.facts.said import HEADCOUNT, ONE_PERSON, Said
from assistant.dialogue.language.persons import ME, find_persons, stretches
from assistant.rules.facts import UNSURE, FactBook, Facts

_NUMBER = r"(?:[两几二三四五2-9])"
_PEOPLE = "(?:职工|员工|工人|学员|徒弟|师傅|同事|老乡)"
_CERTIFICATES = re.compile(
    rf"{_NUMBER}(?:个|本|张|份|门|项|样)(?![^,。;!?]{{0,4}}{_PEOPLE})(?:[^,。;!?\d的是没有人名位]{{0,6}})?"
    "(?:证(?!明)|工种|等级|级别|职业(?!能力|资格|技能|培训))"
    rf"|双证|(?:证|证书){_NUMBER}(?:个|本|张|份)"
)
_BOTH_ASKED = re.compile(
    rf"{_NUMBER}(?:个|样|本|张|份|次)(?:证书?)?(?:是不是|能不能|可不可以|可以)?(?:都|全|一起|同时|一块)"
    rf"|(?:领|拿|补|享受|申请|算|给)(?:到|得)?{_NUMBER}(?:份|次|个|笔|回)"
    "|(?:都|全)[能可给有](?:以|不能|不可以)?(?:[领拿享补申]|得)"
)
# 两个都能拿吗 · 能不能两个都领: what is asked for, ahead of which no people are named
_MAY = "(?:是不是|能不能|可不可以|能否|是否|可以|能)"
_ALL_OF_THEM = "(?:都|全|一起|同时|一块)"
_ASKED_BOTH = re.compile(
    f"(?:{_MAY}{_ALL_OF_THEM}|{_ALL_OF_THEM}{_MAY})[领拿享申报补要得](?![^,。;!?]{{0,6}}证)"
    f"|{_ALL_OF_THEM}[领拿](?=[吗么?]|$)"
)
_BOTH = re.compile(f"{_NUMBER}[个本张份样项]$")  # 13个都能领吗 are people
_WHO_AHEAD = re.compile("(?:们|夫[妻妇]|[人员户籍者]|[职员]工|徒弟?|家)(?:的|这|那|手下|里)?$")
_ANEW = re.compile("又|再|还|也")
_OTHER_PEOPLE = re.compile(
    rf"(?<![个本别])人(?!社|力|事|才)|{_PEOPLE}|公司|企业|厂|单位|店里|机构|学校|车间|班组"
    "|我们|他们|大家|各|每"
)
# 我又拿了个高级; what somebody would get (还想考) he has not got.
_ALSO_GOT = re.compile(
    "(?:还|又|另外)[^,。;!?没不未想要打能会再]{0,4}(?:(?:考|拿|取得)[了过到出下]?|有[了过个本张一])[^,。;!?没不未吗]{0,6}$"
)
# 我还考过高级工吗? · 还有高级工的补贴是多少: asked about, and not had
_ASKED_BEHIND = re.compile("[^,。;!]{0,4}(?:吗|么|呢|[?]|多少|补贴|补多|怎么)")
_UNIT = re.compile(r"(?:\d+|[一两二三四五六七八九十])(?:个|本|张|份)$|[一1]个人$")
_ALONE = re.compile("[一1]个人.?$")


def asks_for_all(text: str) -> bool:
    """Whether a folded text asks for every certificate that it names: 去年的和今年的，两个都能领吗."""
    return _BOTH_ASKED.search(text) is not None


def tells_of_several(text: str) -> bool:
    """Whether a folded text says that somebody has several certificates: 两本证, 两个工种."""
    return _CERTIFICATES.search(text) is not None


def names_other_people(text: str) -> bool:
    """Whether a folded text speaks of people at large, of a firm or a workshop: 员工, 我们, 车间."""
    return _OTHER_PEOPLE.search(text) is not None


def without_counts_of_certificates(text: str, said: Sequence[Said], book: FactBook) -> list[Said]:
    """What a folded text says, without the numbers that count one person's certificates."""
    said = _without_counts_of_benefits(text, said)
    counts = [item for item in said if item.fact == HEADCOUNT]
    levels = [item for item in said if _is_level(item, book)]
    alone = all(_ALONE.search(text[: item.end + 1]) for item in counts)
    several = tells_of_several(text) or (
        (asks_for_all(text) or alone)
        and len(levels) > 1
        and (alone or _ANEW.search(text, levels[0].end, levels[-1].start) is not None)
    )
    if not (counts and levels and several):
        return list(said)
    if names_other_people(text) and not _are_of_one_named(text):
        return list(said)
    if not all(_UNIT.search(text[item.start : item.end]) for item in counts):
        return list(said)
    return [item for item in said if item not in counts]


def _without_counts_of_benefits(text: str, said: Sequence[Said]) -> list[Said]:
    """What is said, without the number of what is asked for: people, where some were named or counted."""
    counts = [item for item in said if item.fact == HEADCOUNT]
    asked = [
        item
        for item in counts
        if _BOTH.fullmatch(text[item.start : item.end])
        and _ASKED_BOTH.match(text, item.end)
        and not _WHO_AHEAD.search(text[: item.start])
    ]
    told = [item for item in counts if item not in asked]
    people = {mention.person for mention in find_persons(text)}
    if len(told) > 1 or any(item.value != ONE_PERSON for item in told) or len(people) > 1:
        return list(said)
    return [item for item in said if item not in asked]


def with_another(text: str, said: list[Said], before: Facts, book: FactBook) -> tuple[list[Said], bool]:
    """What a folded text says, and whether it is of a second certificate of the one person told of before.

    The number in 一个专项 is then that of certificates.
    """
    counts = [item for item in said if item.fact == HEADCOUNT]
    if any(count != ONE_PERSON for count in (*(c.value for c in counts), before.get(HEADCOUNT, ONE_PERSON))):
        return said, False
    levels = [item for item in said if _is_level(item, book)]
    second = len(levels) == 1 and all(
        isinstance(before.get(level.fact), str)
        and before[level.fact] not in (level.value, UNSURE)
        and _ALSO_GOT.search(text[: level.start]) is not None
        and _ASKED_BEHIND.match(text, level.end) is None
        for level in levels
    )
    return [item for item in said if not (second and item in counts)], second


def _are_of_one_named(text: str) -> bool:
    """我们厂小张两个证: whoever else is spoken of, the certificates are his."""
    pieces = stretches(text)
    found = _CERTIFICATES.search(text)
    named = {person for piece in pieces for person in piece.who}
    return (
        len(named) == 1
        and ME not in named
        and any(p.who and found and p.start <= found.start() < p.end for p in pieces)
    )


def _is_level(item: Said, book: FactBook) -> bool:
    return bool(book[item.fact].splits and book[item.fact].upwards)

"""Some of those who lacked something have it by now: 那3个里有1个补考过了, after 20人，其中3个没拿到证.

They go over to those who had it, or are a group of their own where something else is told of them.
"""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from assistant.dialogue.crowd_words import LACK, PERSON, WITHIN
from assistant.dialogue.numerals import NUMERAL, whole_number
from assistant.dialogue.parts import Group, number, without_number
from assistant.dialogue.reading import Reading
from assistant.dialogue.said import HEADCOUNT
from assistant.rules.facts import Quantity, Value, is_lack

_OF_THOSE = re.compile(
    rf"(?:那|这|[的了])(?P<all>{NUMERAL})[个名位人]{PERSON}?(?:{WITHIN})(?:又|已经?|后来|现在)*有?(?P<some>{NUMERAL})[个名位人]"
)
_MADE_GOOD = re.compile("补[考签交办缴上发]|后来|又|现在|终于|总算|也|已经")
_GOT = re.compile("(?:过|通过|合格|到手|[拿考签交办缴发][到上下齐来]?|有)(?:来)?了")


def made_good(groups: Sequence[Group], reading: Reading) -> tuple[Group, ...] | None:
    """The groups of the conversation with those moved who have by now what they lacked; else None."""
    found = _OF_THOSE.search(reading.text)
    if found is None or reading.topics:
        return None
    behind = reading.text[found.end() :].split("。")[0]
    every, some = (whole_number(found[name]) for name in ("all", "some"))
    lacking = [(at, own) for at, (_, own) in enumerate(groups) if number(own) == every and _lack(own)]
    told = _MADE_GOOD.search(behind) and _GOT.search(behind) and not re.search(LACK, behind)
    if every is None or some is None or some > every or len(lacking) != 1 or not told:
        return None
    [(at, own)] = lacking
    now = {**own, **_had_by_now(own, reading), HEADCOUNT: Quantity.exactly(some)}
    left = [*groups]
    left[at] = (groups[at][0], {**own, HEADCOUNT: Quantity.exactly(every - some)})
    same = next(
        (i for i, (_, other) in enumerate(left) if i != at and without_number(other) == without_number(now)),
        None,
    )
    if same is None:
        left.append((groups[at][0], now))
    else:
        together = (number(left[same][1]) or Decimal(0)) + some
        left[same] = (left[same][0], {**left[same][1], HEADCOUNT: Quantity.exactly(together)})
    return tuple((topics, facts) for topics, facts in left if number(facts))


def _lack(own: Mapping[str, Value]) -> list[str]:
    """What a group is said to lack: a certificate, a contract of no months."""
    return [fact for fact, value in own.items() if is_lack(value)]


def _had_by_now(own: Mapping[str, Value], reading: Reading) -> dict[str, Value]:
    """What they lacked, as it is told now; a thing that has no measure is simply had."""
    told = {**reading.facts, **(reading.groups[-1].facts if reading.groups else {})}
    return {fact: told.get(fact, True) for fact in _lack(own) if own[fact] is False or fact in told}

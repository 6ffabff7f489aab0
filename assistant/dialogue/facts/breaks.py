"""Times for which something was not done.

社保断了三个月                      for so long there was none
以工代训原定6个月，中间停了两个月       four to six
前两个月停工，实际4个月               four
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.dialogue.facts.said import Said
from assistant.dialogue.language.quantities import Mention
from assistant.dialogue.language.sentence import part_before
from assistant.rules.facts import FactSpec, Quantity

_BREAK_AHEAD = re.compile("(?:断(?!路)|停(?!车)|拖(?!拉|鞋)|空(?![调气军间压中运])|[欠歇])[^,。;!?、]{0,4}$")
_BREAK_BEHIND = re.compile(
    "(?:都|就|又|还|是|因为|疫情)*(?:停[工产业训了]|放假|歇[业了着]|没有?(?:[做干训来]|开[工门]|上班)(?![满完够到]))"
)
_IN_FACT = re.compile("实际|真正|净|只|满|扣[掉除]|除[去掉]")


def find_breaks(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The times of a folded text for which something was broken off."""
    return [
        mention
        for mention in mentions
        if mention.kind == "time"
        and (_BREAK_AHEAD.search(part_before(text, mention.start)) or _BREAK_BEHIND.match(text, mention.end))
    ]


def with_breaks(text: str, item: Said, spec: FactSpec, breaks: Sequence[Mention]) -> Said:
    """How many months something was done: with the breaks or without, but where it is told for a fact."""
    if not (breaks and spec.kind == "months" and spec.topics and isinstance(item.value, Quantity)):
        return item
    if _IN_FACT.search(part_before(text, item.start)):
        return item
    longest = sum((one.quantity.high or one.quantity.low for one in breaks), Decimal(0))
    return replace(item, value=Quantity(max(item.value.low - longest, Decimal(0)), item.value.high))

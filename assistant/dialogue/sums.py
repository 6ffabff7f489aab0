"""Numbers told as a sum, or beside the sum that holds them: 4+5+3人 · 又带了5个月，加起来8个月."""

import re

from assistant.dialogue.crowd_words import MEASURE
from assistant.dialogue.quantities import Mention, find_quantities
from assistant.dialogue.words import BLANK

_WRITTEN = re.compile(rf"(?<![\d+.])(?P<parts>\d{{1,5}}(?:\+\d{{1,5}})+)(?={MEASURE})")
_IN_ALL = re.compile("(?:加起来|合起来|累计|前后)(?:一共|总共|共)?[是有算了就]?$")
# Months of another matter, or of several lots of people, are parts of no sum.
_OTHER_MONTHS = re.compile("合同|入职|工龄|批|分别|期")


def add_up(text: str) -> str:
    """The folded message with the total of what is written as a sum, and without the months in one."""
    text = _WRITTEN.sub(lambda written: str(sum(map(int, written["parts"].split("+")))), text)
    times = [m for m in find_quantities(text) if m.kind == "time"]
    total = next((m for m in times if _IN_ALL.search(text[: m.start])), None)
    if total is None or _OTHER_MONTHS.search(text):
        return text
    for part in reversed([m for m in times if m.end <= total.start and _is_part(m, total)]):
        text = text[: part.start] + BLANK * (part.end - part.start) + text[part.end :]
    return text


def _is_part(one: Mention, total: Mention) -> bool:
    return one.unit == total.unit and one.quantity.low < total.quantity.low

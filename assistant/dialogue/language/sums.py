"""Numbers told as a sum, or beside the sum that holds them: 4+5+3人 · 又带了5个月，加起来8个月."""

import re

from assistant.dialogue.language.crowd_words import MEASURE
from assistant.dialogue.language.numerals import read_numeral
from assistant.dialogue.language.quantities import Mention, find_quantities
from assistant.dialogue.language.words import BLANK

# 4+5+3人, 4人+5人+3人, 四加五加三个人
_NUMBER = r"(?:\d{1,5}|[一二两三四五六七八九十]{1,3})"
_WRITTEN = re.compile(
    rf"(?<![\d+.一二两三四五六七八九十])(?P<parts>{_NUMBER}{MEASURE}?(?:(?:\+|加){_NUMBER}{MEASURE}?){{1,20}})(?:(?={MEASURE})|(?<=[人名位]))"
)
_IN_ALL = re.compile("(?:加起来|合起来|累计|前后)(?:一共|总共|共)?[是有算了就]?$")
# Months of another matter, or of several lots of people, are parts of no sum.
_OTHER_MONTHS = re.compile("合同|入职|工龄|批|分别|期")


def add_up(text: str) -> str:
    """The folded message with the total of what is written as a sum, and without the months in one."""
    text = _WRITTEN.sub(_total, text)
    times = [m for m in find_quantities(text) if m.kind == "time"]
    total = next((m for m in times if _IN_ALL.search(text[: m.start])), None)
    if total is None or _OTHER_MONTHS.search(text):
        return text
    for part in reversed([m for m in times if m.end <= total.start and _is_part(m, total)]):
        text = text[: part.start] + BLANK * (part.end - part.start) + text[part.end :]
    return text


def _total(written: re.Match[str]) -> str:
    numbers = [read_numeral(number)[0] for number in re.findall(_NUMBER, written["parts"])]
    return f"{int(sum(numbers))}{'人' if written['parts'][-1] in '人名位' else ''}"


def _is_part(one: Mention, total: Mention) -> bool:
    return one.unit == total.unit and one.quantity.low < total.quantity.low

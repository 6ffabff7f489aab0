"""文号 such as 国办发〔2019〕24号, found in a text and written in one form."""

import re

_FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
_NUMBER = re.compile(
    r"(?:(?<=[号》）)])[和及与])?(?P<agency>[\u4e00-\u9fff]{1,12})[ \u3000]*"
    r"[〔\[【（(［]\s*(?P<year>(?:19|20)\d{2})\s*[〕\]】）)］]\s*(?:第\s*)?(?P<number>\d+)\s*号"
)
# What can stand before an agency's code without a mark between them: 按照闽人社文〔2024〕3号.
_LEAD_IN = re.compile(
    r".*(?:按照|根据|依据|参照|执行|落实|贯彻|以及|废止|印发|详见|文件|通知|按|见|及|与|的|据)"
)


def plain_digits(text: str) -> str:
    """A text whose digits are ASCII, each where it was: ２０２１年 as 2021年."""
    return text.translate(_FULL_WIDTH)


def find_document_numbers(text: str) -> tuple[str, ...]:
    """Every 文号 that a text names, once each, in order, in the form 国办发〔2019〕24号."""
    found: dict[str, None] = {}
    for match in _NUMBER.finditer(plain_digits(text)):
        if agency := _LEAD_IN.sub("", match["agency"]):
            found[f"{agency}〔{match['year']}〕{match['number']}号"] = None
    return tuple(found)

"""The record that a page keeps of a document: 索引号 … 发文字号 … 成文日期 …, a table or a list.

It is the page's, no part of the document: only the 文号 and the day of issue are kept, which the document may
itself not print.
"""

import re

from assistant.documents.document_numbers import find_document_numbers
from assistant.documents.html_tree import Part

_NUMBER_ENTRY = "发文字号|发文文号|文件编号|文号|字号"
_DAY_ENTRY = "成文日期|发文日期|印发日期|成文时间|发文时间"
# What only a page's record has: a list of documents in an annex has numbers, offices and days as well.
_OF_A_PAGE = re.compile(
    "索引号|信息索引|主题分类|信息分类|信息类别|组配分类|体裁分类|公开方式|公开形式|公开范围|公开时限|信息名称|主题词"
)
_ENTRIES = re.compile(
    rf"{_OF_A_PAGE.pattern}|{_NUMBER_ENTRY}|{_DAY_ENTRY}|发布日期|发布时间|公开日期|生成日期|生效日期|废止日期|"
    "发布机构|发布单位|发文机关|发文单位|制发机关|公开机构|责任部门|公文时效|有效性|效力状态|文件状态|关键词"
)
_DAY = re.compile(
    rf"(?:{_DAY_ENTRY})[:：]?(?P<day>(?:19|20)\d\d(?:年\d{{1,2}}月\d{{1,2}}日|([-./])\d{{1,2}}\2\d{{1,2}}))"
)
_NUMBERED = re.compile(
    rf"(?:{_NUMBER_ENTRY})[:：]?(?P<number>[^\d〔\[【（(［:：]{{1,12}}[〔\[【（(［]\d{{4}}.{{1,8}}?号)"
)
_WHOLE = ("table", "dl", "ul", "ol")  # elements whose rows or items are one record
_HEADINGS = ("h1", "h2", "h3")
_TITLE = re.compile(
    r"(?!(?:信息|文件)?(?:名称|标题)).{8,}(?:通知|意见|办法|方案|细则|规定|公告|通告|决定|函)"
)
_FEWEST_ENTRIES = 3
_LONGEST = 600  # characters


def is_record(part: Part) -> bool:
    """Whether an element is such a record: several of its entries, and neither a sentence nor a title."""
    if part.length > _LONGEST:
        return False
    words = part.text()
    entries = set(_ENTRIES.findall(words))
    if "。" in words or len(entries) < _FEWEST_ENTRIES or not any(map(_OF_A_PAGE.fullmatch, entries)):
        return False
    return part.tag in _WHOLE or not _holds_more(part)


def _holds_more(part: Part) -> bool:
    """Whether something of the document stands beside the record, which then is a part farther in."""
    return any(
        child.tag in _HEADINGS
        or _TITLE.fullmatch(child.text())
        or (child.tag in _WHOLE and is_record(child))
        or _holds_more(child)
        for child in part.parts()
    )


def kept_of(record: Part) -> list[Part]:
    """Paragraphs with what a record says of the document itself."""
    words = record.text()
    number, day = _NUMBERED.search(words), _DAY.search(words)
    lines = [number["number"]] if number and find_document_numbers(number["number"]) else []
    lines += [f"成文日期：{day['day']}"] if day else []
    return [Part("p", {}, [line]) for line in lines]

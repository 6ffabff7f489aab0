"""The 文号 of a document itself, of those it is based on, and of those it ends.

X发〔2024〕5号 alone on its line, behind 文号：, or in brackets under the title        its own
根据《…》（X发〔2023〕1号）…制定本办法                                                based on
《…》（X〔2020〕9号）同时废止                                                        ended
"""

import re
from collections.abc import Sequence

from assistant.documents.document_numbers import find_document_numbers
from assistant.intake.front import Line, sentences, squeeze
from assistant.intake.models import Derived, Doubt, Source
from assistant.intake.remarks import read_remark

_BEFORE = re.compile(r"(?:发文字号|发文文号|文件编号|文号|字号)[:：]?")
_RESTS_ON = re.compile("根据|依据|按照|遵照|贯彻|落实|参照")
_MAKES = re.compile("制定|结合|精神|要求|规定|通知如下|制订|决定|现就|有关事项")
_ENDED = re.compile("废止|停止执行|不再执行|同时失效|停止施行")
_TITLED = re.compile(r"《(?P<title>[^《》]{4,80})》\s*(?P<number>[（(][^（）()]*号[）)])?")


def derive_number(lines: Sequence[Line]) -> Derived:
    """The document's own 文号; None with a doubt where the text bears none."""
    found: dict[str, str] = {}
    for line in lines:
        words = _BEFORE.sub("", squeeze(line.text))
        named = find_document_numbers(words)
        rest = re.sub(r"[^一-鿿]", "", words)
        if len(named) == 1 and len(rest) <= len(re.sub(r"[^一-鿿]", "", named[0])) + 1:
            found.setdefault(named[0], line.text.strip())
        elif (remark := read_remark(line.text)) and remark.number:
            found.setdefault(remark.number, line.text.strip())
    if not found:
        found = _behind_a_mark(lines)
    if not found:
        return Derived(None, "", (Doubt("文号", "没有找到单独成行的文号"),))
    first, words = next(iter(found.items()))
    others = [number for number in found if number != first]
    doubts = (Doubt("文号", f"还有{'、'.join(others)}，取了第一个"),) if others else ()
    return Derived(first, words, doubts)


def derive_based_on(source: Source, own: str | None) -> tuple[str, ...]:
    """The 文号 of what the document rests on, in order: named before or just behind the first label."""
    body = [clause for clause in source.clauses if clause.kind == "body"][:3]
    front = [clause for clause in source.clauses[:1] if clause.kind == "preamble"]
    found: dict[str, None] = {}
    for line in (*sentences(front), *sentences(body)):
        rests = _RESTS_ON.search(line.text)
        if rests and (line.path == "前言" or _MAKES.search(line.text)):
            found |= dict.fromkeys(find_document_numbers(line.text[rests.start() :]))
    return tuple(number for number in found if number != own)


def derive_supersedes(source: Source) -> tuple[str, ...]:
    """What the document ends: by 文号, or by title where no 文号 stands beside it."""
    found: dict[str, None] = {}
    for line in sentences([clause for clause in source.clauses if clause.kind != "annex"]):
        ended = _ENDED.search(line.text)
        if not ended:
            continue
        words = line.text[: ended.end()]
        numbers = find_document_numbers(words)
        # 原甲人社〔2018〕5号: what it was, no part of the agency's code.
        found |= dict.fromkeys(re.sub("^原(?=.{3,}〔)", "", number) for number in numbers)
        if not numbers:
            found |= dict.fromkeys(match["title"] for match in _TITLED.finditer(words))
    return tuple(found)


def _behind_a_mark(lines: Sequence[Line]) -> dict[str, str]:
    """索引号 … 文号 X发〔2024〕5号 among other entries of a page's head."""
    found: dict[str, str] = {}
    for line in lines:
        for mark in _BEFORE.finditer(line.text):
            numbers = find_document_numbers(line.text[mark.end() : mark.end() + 30])
            found |= dict.fromkeys(numbers[:1], line.text.strip())
    return found

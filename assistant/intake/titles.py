"""The title of a document, from the lines before its first label.

关于印发《X办法》的通知   关于印发X方案（2021—2023年）的通知     X is the title: the notice only sends it out
X局 Y局关于做好…工作的通知                                        the notice itself
X市职业培训补贴管理办法 / （2019—2021年）                          over several lines
"""

import re
from collections.abc import Sequence
from unicodedata import normalize

from assistant.documents.quotes import locate_quote
from assistant.intake.dates import date_alone
from assistant.intake.front import Line, squeeze
from assistant.intake.models import Derived, Doubt
from assistant.intake.remarks import read_remark

_KINDS = (
    "实施方案|工作方案|行动方案|方案|管理办法|实施办法|暂行办法|办法|实施细则|细则|实施意见|指导意见|意见|通知|规定|公告|通告|"
    "若干措施|措施|行动计划|计划|规程|指南|指引|决定|规范|条例|政策|制度|标准|要点|规则|清单|目录|批复|函"
)
_BRACKETS = r"(?:\s*[（(〔][^（()）]{1,30}[）)〕])*"
_ENDS = re.compile(rf"(?:{_KINDS}){_BRACKETS}$")
_ONLY_BRACKETS = re.compile(rf"^{_BRACKETS}$")
_SENT_OUT = re.compile(
    r"(?:印发|发布|公布|下发|颁布)\s*(?:<|《)?(?P<title>[^《<].*?)(?:>|》)?\s*的\s*(?:通知|公告|通告|决定|函)$"
)
_REMARK = re.compile(r"^[（(]此件.*[）)]$|^[（(]?(?:主动公开|公开)[）)]?$")
_SENTENCE = re.compile("[。；！？：:]")
# What a notice is about, still without the word that ends its title.
_BEGUN = re.compile(r"关于[^《》]*$")
_SHORTEST, _LONGEST = 7, 90


def derive_title(lines: Sequence[Line], text: str) -> Derived:
    """The title as it is printed; "" with a doubt where none is found."""
    headings = _headings(lines)
    for heading in headings:
        if sent := _SENT_OUT.search(heading):
            title = _printed_alone(sent["title"].strip(), headings)
            if len(title) >= _SHORTEST and locate_quote(text, title):
                return Derived(_unspaced(title), heading)
    own = [
        heading
        for heading in headings
        if _ENDS.search(heading) and not heading.startswith(("附件", "关于印发"))
    ]
    if own:
        doubts = () if len(own) == 1 else (Doubt("标题", f"有几行都像标题，取了第一行：{'；'.join(own)}"),)
        return Derived(_unspaced(own[0]), own[0], doubts)
    likely = max(headings, key=len, default="")
    reason = "没有找到以“办法”“方案”“通知”等结尾的标题"
    return Derived(likely, likely, (Doubt("标题", f"{reason}，取了“{likely}”" if likely else reason),))


def short_title(title: str) -> str:
    """The title without what stands in brackets at its end, the years above all."""
    return re.sub(rf"{_BRACKETS}$", "", title).strip()


def fold_title(title: str) -> str:
    """For comparing: width, white space and the kind of dash aside."""
    return re.sub("[—–－~～]+", "-", squeeze(normalize("NFKC", title)))


def _headings(lines: Sequence[Line]) -> list[str]:
    """Lines that are no sentences, dates, remarks or addressees, joined where a title goes over several."""
    kept: list[str] = []
    for line in lines:
        words = line.text.strip()
        if _REMARK.match(words) or date_alone(words) or read_remark(words):
            kept.append("")
        elif _ONLY_BRACKETS.match(words) and kept and kept[-1]:
            kept[-1] += words
        elif _SENTENCE.search(re.sub("《.*?》", "", words)) or len(words) > _LONGEST:
            kept.append("")
        elif kept and kept[-1] and _goes_on(kept[-1], words):
            kept[-1] += words
        else:
            kept.append(words)
    return [words for words in kept if len(words) >= _SHORTEST]


def _unspaced(title: str) -> str:
    """The title without white space beside a digit or a bracket; two offices stay apart."""
    return re.sub(r"\s+(?=[\d（(年—–-])|(?<=[\d）)年—–-])\s+", "", title)


def _goes_on(before: str, line: str) -> bool:
    """Whether a line is the rest of the title that the line before it began."""
    if before.count("《") > before.count("》"):
        return len(before) + len(line) <= _LONGEST
    if _ENDS.search(before) or not _ENDS.search(line) or before.endswith(("文件", "号")):
        return False
    return (
        line.startswith(("关于", "印发", "的"))
        or _BEGUN.search(before) is not None
        or len(re.sub(rf"{_BRACKETS}$", "", line)) <= 8
    )


def _printed_alone(title: str, headings: Sequence[str]) -> str:
    """The title as printed above the plan itself, where it is printed there, else as the notice names it."""
    wanted = fold_title(title)
    return next((heading for heading in headings if fold_title(heading) == wanted), title)

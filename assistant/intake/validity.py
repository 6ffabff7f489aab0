"""When a document runs, with the words that say so.

本办法自印发之日起30日后施行，期限至2021年12月31日止。     自2024年3月1日起施行，有效期3年。
本规程自印发之日起施行，有效期五年。                       政策有效期至2025年12月31日止。
实施期限为2024年1月1日至2026年12月31日。                   …方案（2019—2021年）: only the title
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from assistant.documents.models import Quotation
from assistant.documents.quotes import locate_quote
from assistant.intake.dates import SPAN, YEARS, FoundDate, after, find_dates, number_in, year_in
from assistant.intake.front import Line, sentences
from assistant.intake.models import Doubt, Source, ValidityFacts

_BEGINS = "施行|实施|执行|生效|起行|试行"
_FROM_ISSUE = re.compile(
    rf"自(?:本\w{{1,6}})?(?:印发|发布|公布|发文|下发|颁布)之日起?(?:[,，]?\s*(?P<span>{SPAN.pattern})\s*[后之]+(?:日)?)?起?[^,，。；;]{{0,6}}?(?:{_BEGINS})"
)
_FROM_DAY = re.compile(rf"(?:起|开始|正式|日)[^,，。；;]{{0,4}}?(?:{_BEGINS})")
_LASTS = re.compile(
    rf"(?:有效期|期限|试行期|执行期|实施期|试行)(?:限)?[^,，。；;\d一二三四五六七八九十两]{{0,6}}(?P<span>{SPAN.pattern})"
)
_UNTIL = re.compile(r"(?:至|到|截至|截止|截止到|延长至|延续至)\s*$")
_ENDS = re.compile(r"有效期|期限|执行|实施|施行|有效|止")
_OWN = re.compile(
    r"本(?:办法|方案|实施|通知|意见|细则|规定|规程|措施|行动|计划|政策|文件|公告|指南|指引|规则|条例|决定|标准|制度|若干)|"
    r"(?:政策|文件|办法|方案)(?:的)?(?:有效期|执行期|实施期|期限)|^有效期|自(?:印发|发布|公布|发文|下发|颁布)之日"
)
_ANOTHER = re.compile(r"废止|失效|停止执行|原(?:政策|标准|办法)")
# A clause that by its heading speaks of the document's own time.
_OF_ITS_TIME = re.compile(r"^附\s*则$|(?:执行|实施|施行|试行|生效|有效)(?:时间|期限|日期|期)")
_TITLE_YEAR = re.compile(r"(?<!\d)(20\d\d)\s*年(?!\s*\d)")


def derive_validity(source: Source, title: str, issued_on: date | None) -> ValidityFacts:
    """What the text states of its own time; where it states nothing, the years of its title."""
    clauses = [clause for clause in source.clauses if clause.kind not in ("annex", "responsible")]
    own = {"文末"} | {
        clause.path
        for clause in clauses
        if any(_OF_ITS_TIME.search(heading) for heading in (clause.heading, *clause.headings))
    }
    lines = [line for line in sentences(clauses) if _OWN.search(line.text) or line.path in own]
    begin, from_quote, begin_doubts = _begin(lines, issued_on)
    end, until_quote, end_doubts = _end(lines, begin, issued_on)
    doubts = (*begin_doubts, *end_doubts)
    if begin or end:
        quotes = dict.fromkeys(quote for quote in (from_quote, until_quote) if quote)
        return ValidityFacts(begin, end, quotes=tuple(quotes), doubts=doubts)
    if years := _title_years(title):
        first, last = years
        doubt = Doubt("效力", "正文没有写施行日期和截止日，只有标题写了年份")
        quotes = dict.fromkeys(_title_quotes(source, title, first, last))
        return ValidityFacts(
            period_from=date(first, 1, 1),
            period_until=date(last, 12, 31),
            quotes=tuple(quotes),
            doubts=(*doubts, doubt),
        )
    return ValidityFacts(doubts=(*doubts, Doubt("效力", "没有找到施行日期、有效期和截止日")))


def _begin(
    lines: Sequence[Line], issued_on: date | None
) -> tuple[date | None, Quotation | None, list[Doubt]]:
    """The first day: the last sentence that states one is the document's own, the notice's stands before."""
    for line in reversed(lines):
        if match := _FROM_ISSUE.search(line.text):
            quote = Quotation(clause=line.path, quote=line.text.rstrip("。；;"))
            if issued_on is None:
                return None, quote, [Doubt("施行日期", f"写的是“{match[0]}”，但是没有找到成文日期")]
            if not match["span"]:
                return issued_on, quote, []
            number, unit = number_in(match["number"]), match["unit"]
            day = after(issued_on, number, unit)
            how = f"写的是“{match[0]}”，按成文日期{issued_on}推算为{day}"
            return day, quote, [Doubt("施行日期", how)]
        for found in find_dates(line.text):
            behind = line.text[found.end : found.end + 12]
            before = line.text[max(0, found.start - 6) : found.start]
            if (
                _FROM_DAY.match(behind)
                and re.search(r"[自从于]\s*$|^\s*$", before)
                and not _is_anothers(line, found)
            ):
                return found.day, Quotation(clause=line.path, quote=line.text.rstrip("。；;")), []
    for line in reversed(lines):
        # 期限为2024年1月1日至2026年12月31日: two days with 至 between.
        days = list(find_dates(line.text))
        for first, last in pairwise(days):
            between = line.text[first.end : last.start].strip()
            if re.fullmatch(r"起?(?:至|到|[-—－~～]+)", between) and re.search(
                "期限|有效期|施行|实施|执行", line.text[: first.start]
            ):
                return first.day, Quotation(clause=line.path, quote=line.text.rstrip("。；;")), []
    return None, None, []


def _end(
    lines: Sequence[Line], begin: date | None, issued_on: date | None
) -> tuple[date | None, Quotation | None, list[Doubt]]:
    """The last day."""
    for line in reversed(lines):
        quote = Quotation(clause=line.path, quote=line.text.rstrip("。；;"))
        for found in reversed(list(find_dates(line.text))):
            before = line.text[: found.start]
            if _UNTIL.search(before) or re.search(r"[-—－~～]\s*$", before):
                near = line.text[max(0, found.start - 24) : found.end + 4]
                if _ENDS.search(near) and not _is_anothers(line, found):
                    inexact = (
                        []
                        if found.exact
                        else [Doubt("截止日", f"“{line.text[found.start : found.end]}”按{found.day}算")]
                    )
                    return found.day, quote, inexact
        lasts = _LASTS.search(line.text)
        if lasts and lasts["unit"] in ("年", "月"):
            start = begin or issued_on
            if start is None:
                return None, quote, [Doubt("截止日", f"写的是“{lasts[0]}”，但是没有找到起算的日期")]
            until = after(start, number_in(lasts["number"]), lasts["unit"]) - timedelta(days=1)
            doubts = (
                [] if begin else [Doubt("截止日", f"写的是“{lasts[0]}”，没有写起始日，按成文日期算到{until}")]
            )
            return until, quote, doubts
    return None, None, []


def _is_anothers(line: Line, found: FoundDate) -> bool:
    """Whether the day is when another document ends: 《旧办法》自…起废止."""
    phrase = re.split("[，,。；;]", line.text[found.end :])[0]
    return bool(_ANOTHER.search(phrase))


def _title_years(title: str) -> tuple[int, int] | None:
    """2019—2021年, or the one year that a title names: 关于做好2024年…."""
    if years := YEARS.search(title):
        return year_in(years["first"]), year_in(years["last"])
    named = {int(year) for year in _TITLE_YEAR.findall(title)}
    return (min(named), min(named)) if len(named) == 1 else None


def _title_quotes(source: Source, title: str, first: int, last: int) -> list[Quotation]:
    """The title where it is printed, and the first sentence of the body that names the same years."""
    quotes: list[Quotation] = []
    for clause in source.clauses:
        printed = locate_quote(clause.text, title)
        if clause.kind == "preamble" and printed:
            quotes.append(Quotation(clause=clause.path, quote="".join(printed.splitlines())))
            break
    for line in sentences([clause for clause in source.clauses if clause.kind == "body"]):
        years = YEARS.search(line.text)
        if years and (year_in(years["first"]), year_in(years["last"])) == (first, last):
            phrases = re.split("[，,]", line.text[years.start() :])
            quotes.append(Quotation(clause=line.path, quote="，".join(phrases[:1]) or line.text))
            break
    return quotes

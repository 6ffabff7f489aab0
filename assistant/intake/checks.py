"""What a document contradicts in itself or beside the others: for a person to look at, in plain Chinese."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from assistant.documents.document_numbers import find_document_numbers
from assistant.documents.labels import number_of, read_label
from assistant.documents.library import Library
from assistant.documents.models import Clause, Policy, PolicyFile
from assistant.documents.quotes import locate_quote
from assistant.documents.signs import read_sign
from assistant.intake.dates import YEARS, year_in
from assistant.intake.models import Doubt, Draft
from assistant.intake.phrases import read_amounts
from assistant.intake.table_sums import totals_against_text, wrong_totals
from assistant.rules.figures import find_figures

_SHARED_OUT = re.compile(r"分别(?:按照?|给予|享受|补贴|奖励|补助|不超过|为|再)?")
_LIST_MARK = re.compile("[、]|以及|和|及|或者|或")
_REFERENCE = re.compile(r"第\s*([零〇一二三四五六七八九十百]{1,5}|\d{1,3})\s*(条|章)")
_ANNEX_REFERENCE = re.compile(r"附件\s*(\d{1,2})(?!\d)")
_ITS_OWN = re.compile(r"本(?:办法|方案|细则|规定|规程|通知|意见|措施|条例|计划)[^。；，]{0,4}$")
_ANOTHERS = re.compile(r"[》号法例][^。；，]{0,6}$")
_ODD_START = re.compile(r"^[，。；、！？）)》”’：:,;]")
_PAIRS = (("（(", "）)"), ("《", "》"), ("“", "”"), ("【", "】"), ("〔", "〕"))
_FAR_FUTURE = date(9999, 12, 31)


def check_draft(draft: Draft, library: Library) -> tuple[Doubt, ...]:
    """Everything that looks wrong in a document that is taken in."""
    clauses = draft.source.clauses
    found = [
        *_table_sums(draft),
        *_unequal_lists(clauses),
        *_missing_references(clauses),
        *_extraction_faults(clauses),
        *_unaccounted(draft),
        *_twins(draft, library),
        *_overlaps(draft, library),
    ]
    return tuple(dict.fromkeys(found))


def _table_sums(draft: Draft) -> Iterator[Doubt]:
    for clause in draft.source.clauses:
        for table in clause.tables:
            yield from (Doubt(clause.path, what) for what in wrong_totals(table))
    years = YEARS.search(draft.about.title) or YEARS.search(draft.source.text)
    span = year_in(years["last"]) - year_in(years["first"]) + 1 if years else 1
    for path, what in totals_against_text(draft.source.clauses, span):
        yield Doubt(path, what)


def _unequal_lists(clauses: Sequence[Clause]) -> Iterator[Doubt]:
    """A、B、C的，分别给予1万、2万元: three names, two amounts."""
    for clause in clauses:
        for sentence in re.findall(r"[^。；;\n\t]+", clause.text):
            mark = _SHARED_OUT.search(sentence)
            amounts = [a for a in read_amounts(sentence) if mark and a.start >= mark.end() and not a.percent]
            if mark is None or len(amounts) < 2:
                continue
            names = _names_before(sentence[: mark.start()])
            if names != len(amounts):
                what = f"“分别”前面列了{names}项，后面有{len(amounts)}个金额：{sentence.strip()[:60]}"
                yield Doubt(clause.path, what)


def _names_before(words: str) -> int:
    """How many things the last list before 分别 names."""
    phrases = [phrase for phrase in re.split("[，,：:]", words) if phrase.strip()]
    listing = [phrase for phrase in phrases if _LIST_MARK.search(re.sub("[（(].*?[）)]", "", phrase))]
    last = re.sub("[（(].*?[）)]", "", (listing or phrases or [""])[-1])
    return len([part for part in _LIST_MARK.split(last) if part.strip()])


def _missing_references(clauses: Sequence[Clause]) -> Iterator[Doubt]:
    """第二十条 where there are twelve, 附件3 where there are two."""
    labels = {label.text for clause in clauses if (label := read_label(clause.text.split("\n", 1)[0]))}
    listed = {
        m
        for c in clauses
        if c.kind == "colophon"
        for m in re.findall(r"(?:^|附件[：:]?\s*)(\d{1,2})[.．、]", c.text, re.M)
    }
    has_articles = any(label.endswith("条") for label in labels)
    for clause in clauses:
        first = clause.text.split("\n", 1)[0]
        skipped = label.length if (label := read_label(first)) else 0
        for match in _REFERENCE.finditer(clause.text, skipped):
            before = clause.text[max(0, match.start() - 16) : match.start()]
            own = _ITS_OWN.search(before) or (has_articles and not _ANOTHERS.search(before))
            numbers = {
                number_of(text[1:-1]) for text in labels if text.endswith(match[2]) and text[0] == "第"
            }
            if own and numbers and number_of(match[1]) not in numbers:
                yield Doubt(clause.path, f"提到“{match[0]}”，本文没有这一{match[2]}")
        for match in _ANNEX_REFERENCE.finditer(clause.text, skipped):
            if f"附件{match[1]}" not in labels and match[1] not in listed:
                yield Doubt(clause.path, f"提到“{match[0]}”，文件里没有这个附件")


def _extraction_faults(clauses: Sequence[Clause]) -> Iterator[Doubt]:
    """A line that starts in the middle of a word, brackets without their other half."""
    for clause in clauses:
        before = ""
        for line in clause.text.splitlines():
            words = line.strip()
            if _ODD_START.match(words):
                yield Doubt(clause.path, f"这一行从标点开始，像是断开了：{words[:30]}")
            elif (
                _breaks_off(before)
                and words
                and "\t" not in line
                and not (read_label(words) or read_sign(words))
            ):
                yield Doubt(
                    clause.path, f"上一行没有说完，这一行像是从半句开始：{before[-12:]} / {words[:12]}"
                )
            before = "" if "\t" in line else words
        for opening, closing in _PAIRS:
            opened = sum(clause.text.count(mark) for mark in opening)
            closed = sum(clause.text.count(mark) for mark in closing) - _list_brackets(clause, closing)
            if opened != closed:
                yield Doubt(clause.path, f"“{opening[0]}”有{opened}个，“{closing[0]}”有{closed}个，不成对")


def _breaks_off(line: str) -> bool:
    """Whether a line is prose that does not end."""
    return (
        len(line) > 24 and re.search("[，。；]", line) is not None and line[-1] not in "。！？；：:;”’）)》…"
    )


def _list_brackets(clause: Clause, closing: str) -> int:
    """1） and a） at the start of a line are labels."""
    return len(re.findall(r"(?m)^\s*\w{1,2}[）)]", clause.text)) if "）" in closing else 0


def _unaccounted(draft: Draft) -> Iterator[Doubt]:
    """Amounts that no draft and no reason speaks of."""
    quotes = [(entry["clause"], entry["quote"]) for entry in (*draft.benefits, *draft.adjustments)]
    quotes += [(entry.clause, entry.text) for entry in draft.about.set_aside]
    for clause in draft.source.clauses:
        spans = []
        for path, quote in quotes:
            found = locate_quote(clause.text, quote) if path == clause.path else None
            if found is not None:
                start = clause.text.index(found)
                spans.append((start, start + len(found)))
        for figure in find_figures(clause.text):
            places = [figure.span, *([figure.head] if figure.head else [])]
            if not any(start <= at.start and at.end <= end for at in places for start, end in spans):
                around = clause.text[max(0, figure.span.start - 12) : figure.span.end + 8]
                words = " ".join(around.split())
                yield Doubt(clause.path, f"这个金额没有起草成补贴，也没有说明理由：…{words}…")


def _twins(draft: Draft, library: Library) -> Iterator[Doubt]:
    own = draft.about.document_number
    for policy in library.policies:
        if policy.id == draft.policy_id:
            continue
        held = find_document_numbers(policy.about.document_number or "")
        if own and (own in held or own == policy.about.document_number):
            yield Doubt("文号", f"{own} 已经收录（{policy.id}），请核对是不是同一份文件")
        elif policy.about.title == draft.about.title and policy.about.region == draft.about.region:
            yield Doubt("标题", f"与已经收录的 {policy.id} 同名、同地区")


def _overlaps(draft: Draft, library: Library) -> Iterator[Doubt]:
    """A held policy of the same place whose time and subject meet those of the document."""
    begin, end = _period(draft.about)
    for policy in library.policies:
        about = policy.about
        if policy.id == draft.policy_id or about.region != draft.about.region:
            continue
        first, last = _period(about)
        ended = {*draft.about.supersedes} & {about.document_number, about.title, about.short_title}
        if begin <= last and first <= end and not ended:
            yield Doubt("效力", f"与已经收录的 {label_of(policy)} 同地区，期间有重叠，请核对两份是否同时执行")


def label_of(policy: Policy) -> str:
    """A held policy as a person finds it."""
    return f"{policy.id}（{policy.about.document_number or policy.about.short_title}）"


def _period(about: PolicyFile) -> tuple[date, date]:
    begin = about.valid_from or about.period_from or about.issued_on
    return begin, about.valid_until or about.period_until or _FAR_FUTURE

"""The words of a clause that answer a question: slices of its text, never a rewording."""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from assistant.documents.models import Clause
from assistant.search.tokens import query_terms, squeeze, terms

_SENTENCE = re.compile(r"[^\s。；;！!？?][^。；;！!？?\n]*(?:[。；;！!？?]+[”’』」）)》]*)?")
_ROW = re.compile(r"^[^\n]*\t[^\n]*$", re.MULTILINE)
_NUMBER = re.compile(r"\d|[一二三四五六七八九十百千万]+[元倍个次]")
_ASKS_A_NUMBER = re.compile(r"多少|几[元块个次年天月人]|多久|多高")
# 培训多少人 is answered by a number of people, 建几个 by one of things.
_UNITS = {
    "人": "人次|人|名",
    "名": "人次|人|名",
    "个": "个|家|所|名",
    "家": "个|家|所",
    "所": "个|家|所",
    "年": "年",
}
_DIGIT = r"[\d一二两三四五六七八九十]"
# 按哪几个文件 asks which.
_ASKS_HOW_MANY = re.compile(f"(?:多少|(?<!哪)几)[个]?([{''.join(_UNITS)}])")
# How often something is to be done, and how a text says it.
ASKS_HOW_OFTEN = re.compile(
    "(?:每|一)[年月季][^,。;!?]{0,10}[几多][少]?[次回趟]|(?:多久|多长时间|隔多久)[^,。;!?]{0,6}(?:[一1]?[次回趟]|[换变调更])"
    "|几[个]?[年月天季][^,。;!?]{0,4}[一1]?[次回趟]"
)
SO_OFTEN = re.compile(
    r"(?:每|[一二三1-3])\s*[年月季](?!内)[^。；;]{0,16}[一二两三1-3]\s*次|每(?:季度|月|年)[^。；;]{0,4}报"
)
_FEW_ROWS = 2
_TOTAL = re.compile(r"\s*(?:合\s*计|总\s*计|全\S?总计)")
_IN_ALL = re.compile("合计|总计|总数|总量|一共|总共|加起来")
_DUTY = re.compile(r"[（(]?责任单位")
_ASKS_WHOSE_DUTY = re.compile(r"责任|负责|部门|归[谁哪]|哪个局")
# A neighbouring sentence is quoted too where it says at least this share of what the best one says.
_WORTH_ADDING = 0.25

Span = tuple[int, int]


def sentences(text: str) -> list[str]:
    """The whole sentences of a text, word for word: they end with 。；！？ or with the line."""
    return [text[start:end] for start, end in _sentence_spans(text)]


def best_passage(
    clause: Clause, query: str, *, limit: int = 160, weight: Callable[[str], float] | None = None
) -> str:
    """The contiguous slice of clause.text, made of whole sentences, that says most of what a query asks.

    Of a table it is the line of the best row, which says what its heads say too. A single sentence is never
    cut, however long; neighbours are added as long as the passage keeps to `limit` characters. Where nothing
    fits the query it is the first sentence, of a table the row that adds up the others.
    `weight`: how telling a term is (Searcher.weight); within the clause itself where None.
    """
    rows = _row_spans(clause)
    # An annex is its table; a clause of the text says more around it.
    prose = [] if rows and clause.kind == "annex" else _without_heading(_prose_spans(clause, rows), clause)
    spans = sorted([*rows, *prose])
    if not _ASKS_WHOSE_DUTY.search(query):
        spans = [span for span in spans if not _DUTY.match(clause.text, span[0])] or spans
    if not spans:
        return clause.text.strip()
    said = [frozenset(terms(clause.text[start:end])) for start, end in spans]
    wanted = frozenset(query_terms(query))
    weigh = weight or _weight_within(said)
    # Whoever asks how much is answered by a sentence with a number in it, whatever its words.
    number = _ASKS_A_NUMBER.search(query)
    numbers = [1.0 if number and _NUMBER.search(clause.text[start:end]) else 0.0 for start, end in spans]

    def value(first: int, last: int, heads: frozenset[str] = frozenset()) -> float:
        found = wanted & heads.union(*said[first : last + 1])
        return math.fsum(weigh(term) for term in sorted(found)) * (1 + 0.5 * max(numbers[first : last + 1]))

    def best_of(places: Iterable[int]) -> int:
        return max(places, key=lambda i: (value(i, i), -i))

    first = last = best_of(_that_count(clause, spans, query) or range(len(spans)))
    in_table = [i for i, span in enumerate(spans) if span in rows]
    if 0 < len(in_table) < len(spans):
        # A row says what its heads say too, but that tells it from no other row.
        row = best_of(in_table)
        sentence = best_of(i for i in range(len(spans)) if i not in in_table)
        heads = frozenset(terms(" ".join(rows[spans[row]])))
        answers = value(row, row) and value(row, row, heads) >= value(sentence, sentence)
        first = last = row if answers else sentence
    alike = sum(value(i, i) == value(first, first) for i in in_table)
    in_all = _IN_ALL.search(query) and not _is_named(clause.text[slice(*spans[first])], query)
    if spans[first] in rows and (alike > _FEW_ROWS or in_all):
        # No row is named (各镇, 分部门的总数): the one that adds them up answers for all.
        first = last = next((i for i in in_table if _TOTAL.match(clause.text, spans[i][0])), first)
    while spans[first] not in rows:
        wider = [
            (low, high)
            for low, high in ((first, last + 1), (first - 1, last))
            if low >= 0
            and high < len(spans)
            and not {spans[low], spans[high]} & rows.keys()
            and spans[high][1] - spans[low][0] <= limit
            and value(low, high) > (1 + _WORTH_ADDING) * value(first, last)
        ]
        if not wider:
            break
        first, last = max(wider, key=lambda pair: value(*pair))
    return clause.text[spans[first][0] : spans[last][1]]


def counts_what_is_asked(query: str, words: str) -> bool:
    """Whether words hold a number of what a query asks to be counted; so they do where nothing is."""
    asked = _ASKS_HOW_MANY.search(query)
    return asked is None or re.search(rf"{_DIGIT}\s*[万千百]?\s*(?:{_UNITS[asked[1]]})", words) is not None


def _that_count(clause: Clause, spans: Sequence[Span], query: str) -> list[int]:
    """The sentences with a number of what is asked to be counted, or how often; none where nothing is."""
    asked = _ASKS_HOW_MANY.search(query)
    if ASKS_HOW_OFTEN.search(query):
        return [i for i, (start, end) in enumerate(spans) if SO_OFTEN.search(clause.text, start, end)]
    if asked is None:
        return []
    counted = re.compile(rf"\d\s*[万千百]?\s*(?:{_UNITS[asked[1]]})")
    return [i for i, (start, end) in enumerate(spans) if counted.search(clause.text, start, end)]


def _sentence_spans(text: str) -> list[Span]:
    found = ((match.start(), match.start() + len(match[0].rstrip())) for match in _SENTENCE.finditer(text))
    return [(start, end) for start, end in found if end > start]


def _prose_spans(clause: Clause, rows: Iterable[Span]) -> list[Span]:
    """The sentences around the tables."""
    heads = [(match.start(), match.end()) for match in _ROW.finditer(clause.text)] if clause.tables else []
    in_tables = [*rows, *heads]
    return [
        (start, end)
        for start, end in _sentence_spans(clause.text)
        if not any(first < end and start < last for first, last in in_tables)
    ]


def _without_heading(spans: Sequence[Span], clause: Clause) -> list[Span]:
    """The sentences but for 1.企业职工岗前培训。, which repeats every word of a question and answers none."""
    start, end = spans[0] if spans else (0, 0)
    is_heading = clause.heading and clause.text[start:end].rstrip("。：:").endswith(clause.heading)
    return list(spans[1:] if is_heading and len(spans) > 1 else spans)


def _is_named(row: str, query: str) -> bool:
    """Whether a query names the row of a table: 住建 for 市住建局."""
    name = next((squeeze(cell) for cell in row.split("\t") if not cell.strip().isdigit()), "")
    return any(word in query for word in (name[:2], name[1:3]) if len(word) > 1)


def _row_spans(clause: Clause) -> dict[Span, tuple[str, ...]]:
    """The lines of the tables' rows with their heads: every row is looked for behind the one before."""
    positions = [i for i, character in enumerate(clause.text) if not character.isspace()]
    squeezed = "".join(clause.text[i] for i in positions)
    found: dict[Span, tuple[str, ...]] = {}
    behind = 0
    for head, row in ((table[0], row) for table in clause.tables for row in table[1:]):
        wanted = "".join("".join(row).split())
        at = squeezed.find(wanted, behind) if wanted else -1
        if at < 0:
            continue
        behind = at + len(wanted)
        start = positions[at]
        end = clause.text.find("\n", positions[behind - 1])
        found[start, end if end >= 0 else len(clause.text)] = head
    return found


def _weight_within(said: Sequence[frozenset[str]]) -> Callable[[str], float]:
    """A term is the more telling the fewer of the sentences have it."""
    having = Counter(term for words in said for term in words)
    return lambda term: math.log(1 + (len(said) - having[term] + 0.5) / (having[term] + 0.5))

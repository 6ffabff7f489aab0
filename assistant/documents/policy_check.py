"""Whether what policy.yaml says stands in the document."""

import re
from collections.abc import Iterator

from assistant.documents.document_numbers import find_document_numbers
from assistant.documents.models import Policy
from assistant.documents.quotes import locate_quote
from assistant.errors import CorpusError


def check_policy(policy: Policy, where: str) -> None:
    """Hold policy.yaml against the text and against itself.

    Raises CorpusError for the first thing that is wrong; `where` names the file, the key is added.
    """
    for key, what in _problems(policy):
        raise CorpusError(f"{where} {key}", what)


def _problems(policy: Policy) -> Iterator[tuple[str, str]]:
    """Key and reason of everything that is wrong."""
    about = policy.about
    if not re.fullmatch(r"\d{6}", about.region):
        yield "region", f"应为六位行政区划代码：{about.region}"
    named = find_document_numbers(policy.text)
    if locate_quote(policy.text, about.title) is None:
        yield "title", f"原文里没有：{about.title}"
    number = about.document_number
    # The text may print it in other brackets or digits: 甲人社发[2022]14号.
    if number is not None and number not in named and locate_quote(policy.text, number) is None:
        yield "document_number", f"原文里没有：{number}"
    yield from _validity_problems(policy)
    for at, number in enumerate(about.based_on):
        if number not in named:
            yield f"based_on[{at}]", f"原文里没有文号 {number}"
    for at, quotation in enumerate(about.validity_quotes):
        yield from _quote_problems(policy, f"validity_quotes[{at}]", quotation.clause, quotation.quote)
    for at, quotation in enumerate(about.formalities):
        yield from _quote_problems(policy, f"formalities[{at}]", quotation.clause, quotation.quote)
    for at, entry in enumerate(about.set_aside):
        yield from _quote_problems(policy, f"set_aside[{at}]", entry.clause, entry.text)


def _quote_problems(policy: Policy, key: str, path: str, quote: str) -> Iterator[tuple[str, str]]:
    clause = policy.clause(path)
    if clause is None:
        yield f"{key}.clause", f"没有条款 {path}"
    elif locate_quote(clause.text, quote) is None:
        yield key, f"引文不在条款 {path} 里：{quote}"


def _validity_problems(policy: Policy) -> Iterator[tuple[str, str]]:
    about = policy.about
    for begin, end in (("valid_from", "valid_until"), ("period_from", "period_until")):
        first, last = getattr(about, begin), getattr(about, end)
        if first and last and first > last:
            yield end, f"早于 {begin}"
    stated = about.valid_from or about.valid_until
    in_title = about.period_from or about.period_until
    basis = "stated" if stated else "title" if in_title else "unstated"
    if about.validity_basis != basis:
        yield "validity_basis", f"按所填日期应为 {basis}"
    if about.validity_basis != "unstated" and not about.validity_quotes:
        yield "validity_quotes", "写明了期间就要引原文"

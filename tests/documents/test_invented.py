"""The invented policies: read, mended and outlined as expected/<id>.yaml says."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pdfplumber
import pytest

from assistant.documents import find_document_numbers, mend, outline, read_source
from assistant.documents.encodings import decode
from assistant.documents.models import Clause
from assistant.documents.quotes import locate_quote
from assistant.documents.yaml_file import load_yaml
from evals.intake.documents import leaks
from tests.documents.invented.documents import DOCUMENTS, HERE, write


@dataclass(frozen=True)
class Taken:
    """A document as it was taken in, and what is true of it."""

    clauses: tuple[Clause, ...]
    text: str
    expected: dict[str, Any]

    def clause(self, path: str) -> Clause:
        return next(c for c in self.clauses if c.path == path and c.kind != "responsible")


@pytest.fixture(scope="module")
def take(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Taken]:
    taken: dict[str, Taken] = {}

    def take(policy_id: str) -> Taken:
        if policy_id not in taken:
            text = mend(read_source(write(policy_id, tmp_path_factory.mktemp("invented"))))
            expected = load_yaml(HERE / "expected" / f"{policy_id}.yaml", dict)
            taken[policy_id] = Taken(outline(policy_id, text), text, expected)
        return taken[policy_id]

    return take


each = pytest.mark.parametrize("policy_id", DOCUMENTS)


@each
def test_outline(take: Callable[[str], Taken], policy_id: str) -> None:
    taken = take(policy_id)
    paths = [c.path + ("#责任单位" if c.kind == "responsible" else "") for c in taken.clauses]
    assert paths == taken.expected["outline"]


@each
def test_headings(take: Callable[[str], Taken], policy_id: str) -> None:
    taken = take(policy_id)
    headings = taken.expected["headings"]
    assert {path: taken.clause(path).heading for path in headings} == headings


@each
def test_tables(take: Callable[[str], Taken], policy_id: str) -> None:
    """The tables named are those that there are, but for forms to fill in."""
    taken = take(policy_id)
    tables = {
        clause.path: [[list(row) for row in table] for table in clause.tables]
        for clause in taken.clauses
        if clause.tables
    }
    assert {path: tables[path] for path in taken.expected["tables"]} == taken.expected["tables"]
    assert {path for path in tables if path not in taken.expected["tables"]} <= {"附件2"}


@each
def test_words(take: Callable[[str], Taken], policy_id: str) -> None:
    taken = take(policy_id)
    assert [words for words in taken.expected["contains"] if words not in taken.text] == []
    assert [words for words in taken.expected["lacks"] if words in taken.text] == []


@each
def test_furniture_is_not_read(take: Callable[[str], Taken], policy_id: str, tmp_path: Path) -> None:
    """It stands in the file, for else nothing would be held against it, and in no clause."""
    taken = take(policy_id)
    printed = "".join(everything_in(write(policy_id, tmp_path)).split())
    furniture = ["".join(words.split()) for words in taken.expected["furniture"]]
    assert [words for words in furniture if words not in printed] == []
    assert leaks(furniture, {clause.path: clause.text for clause in taken.clauses}) == ()


def everything_in(path: Path) -> str:
    """All that a file holds, the markup of HTML and the running heads of all pages included."""
    if path.suffix == ".pdf":
        with pdfplumber.open(path) as document:
            return "\n".join(page.extract_text() for page in document.pages)
    if path.suffix == ".docx":
        with ZipFile(path) as archive:
            parts = [archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")]
        return re.sub("<[^>]*>", "", "\n".join(parts))
    return decode(path.read_bytes())


@each
def test_facts_stand_in_the_text(take: Callable[[str], Taken], policy_id: str) -> None:
    taken = take(policy_id)
    about = taken.expected["metadata"]
    assert locate_quote(taken.text, about["title"])
    assert about["document_number"] in find_document_numbers(taken.text)
    for quotation in about["validity_quotes"]:
        assert locate_quote(taken.clause(quotation["clause"]).text, quotation["quote"])


@each
def test_answers_stand_in_their_clauses(take: Callable[[str], Taken], policy_id: str) -> None:
    taken = take(policy_id)
    for question in taken.expected["questions"]:
        assert locate_quote(taken.clause(question["path"]).text, question["says"]), question["ask"]

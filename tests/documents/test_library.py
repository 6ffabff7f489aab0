"""Loading the library, and every error that stops it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.documents import Library, load_library, outline_table, write_outlines
from assistant.errors import CorpusError

SmallCorpus = Callable[[str, str], Path]

# What is replaced in a good policy.yaml, by what, and what the error must name.
BROKEN = [
    ("office:", "offce:", "offce", "an unknown key"),
    ("office: 某市人社局\n", "", "office", "a key that is missing"),
    ("issued_on: 2020-01-01", "issued_on: 今年", "issued_on", "no date"),
    ("validity_basis: stated", "validity_basis: guessed", "validity_basis", "no such basis"),
    (
        "validity_basis: stated",
        "validity_basis: title",
        "validity_basis",
        "a basis that the dates do not bear",
    ),
    ("valid_until:", "valid_from: 2022-01-01\nvalid_until:", "valid_until", "an end before the beginning"),
    ('"350582"', '"3505"', "region", "no six-digit code"),
    ("title: 某市", "title: 别市", "title", "a title that the text does not have"),
    (
        "short_title",
        "document_number: 某政〔2020〕1号\nshort_title",
        "document_number",
        "a 文号 that is not there",
    ),
    ("〔2019〕8号", "〔2019〕9号", "based_on[0]", "a basis that the text does not name"),
    ("止}]", "为止}]", "validity_quotes[0]", "a quote that is not in its clause"),
    ("clause: 文末", "clause: 附件9", "validity_quotes[0].clause", "an unknown path"),
    ("text: 500元", "text: 600元", "set_aside[0]", "an amount that is not in its clause"),
    ("clause: 一1", "clause: 一2", "set_aside[0].clause", "an unknown path"),
    ("issuers: [", "issuers: [[", "YAML", "no YAML"),
]


def test_a_good_policy_loads(small_corpus: SmallCorpus) -> None:
    library = load_library(small_corpus("", ""))
    assert [clause.id for clause in library.clauses()] == [
        "small/前言",
        "small/一",
        "small/一1",
        "small/文末",
    ]


@pytest.mark.parametrize(("old", "new", "names", "reason"), BROKEN)
def test_wrong_data_stops_the_start(
    small_corpus: SmallCorpus, old: str, new: str, names: str, reason: str
) -> None:
    with pytest.raises(CorpusError) as error:
        load_library(small_corpus(old, new))
    assert "small/policy.yaml" in str(error.value), reason
    assert names in str(error.value), reason


def test_a_policy_without_its_data(small_corpus: SmallCorpus) -> None:
    corpus = small_corpus("", "")
    (corpus / "policies" / "small" / "policy.yaml").unlink()
    with pytest.raises(CorpusError, match=r"small/policy\.yaml"):
        load_library(corpus)


@pytest.mark.parametrize(("name", "reason"), [("source.md", "a second source"), (None, "no source")])
def test_a_policy_has_one_source(small_corpus: SmallCorpus, name: str | None, reason: str) -> None:
    corpus = small_corpus("", "")
    folder = corpus / "policies" / "small"
    if name:
        (folder / name).write_text("", encoding="utf-8")
    else:
        (folder / "source.txt").unlink()
    with pytest.raises(CorpusError, match=r"small/source\."):
        load_library(corpus)


def test_no_corpus(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="policies"):
        load_library(tmp_path)


def test_an_empty_corpus(tmp_path: Path) -> None:
    (tmp_path / "policies").mkdir()
    assert load_library(tmp_path) == Library(())


def test_looking_things_up(library: Library) -> None:
    policy = library.get("jinjiang-2019-79")
    assert policy is not None
    assert policy.about.document_number == "晋政办〔2019〕79号"
    assert library.get("jinjiang") is None
    clause = library.clause("jinjiang-2019-79", "二（六）2")
    assert clause is not None
    assert "中级工（四级）每人 1000 元" in clause.text
    assert library.clause("jinjiang-2019-79", "二（六）11") is None
    assert library.clause("nowhere", "一") is None
    assert len(library.clauses()) == sum(len(policy.clauses) for policy in library.policies)


def test_outlines_can_be_written_anew(small_corpus: SmallCorpus) -> None:
    corpus = small_corpus("", "")
    library = load_library(corpus)
    write_outlines(library, corpus)
    written = (corpus / "policies" / "small" / "outline.txt").read_text(encoding="utf-8")
    assert written == outline_table(library.policies[0])
    assert written.splitlines()[2] == "一1\tbody\t岗前培训\t1.岗前培训。每人500元。\t15"

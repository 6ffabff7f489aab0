"""A clause in its own words, with its neighbours; what was found in it is marked."""

import pytest

from assistant.documents import Library
from assistant.errors import BadInput
from ui.console.original import original

POLICY = "jinjiang-2019-79"


def test_a_clause_between_its_neighbours(library: Library) -> None:
    shown = original(library, POLICY, "二（六）2")
    assert shown.before and shown.before.path == "二（六）1"
    assert shown.after and shown.after.path == "二（六）3"
    assert shown.spans == ()


def test_at_the_document_s_ends_there_is_no_neighbour(library: Library) -> None:
    policy = library.get(POLICY)
    assert policy is not None
    told = [clause for clause in policy.clauses if clause.kind != "responsible"]
    assert original(library, POLICY, told[0].path).before is None
    assert original(library, POLICY, told[-1].path).after is None


def test_spans_of_a_passage_are_those_of_the_clause(library: Library) -> None:
    clause = library.clause(POLICY, "二（六）2")
    assert clause is not None
    passage = "按每人 800 元标准给予企业培训补贴"
    [(start, end)] = original(library, POLICY, "二（六）2", passage, [(2, 8)]).spans
    assert clause.text[start:end] == passage[2:8]
    [(start, end)] = original(library, POLICY, "二（六）2", passage).spans
    assert clause.text[start:end] == passage, "without spans the whole passage"


@pytest.mark.parametrize(("policy", "path"), [("none", "一"), (POLICY, "九九"), (POLICY, "")])
def test_a_clause_that_is_not_there(library: Library, policy: str, path: str) -> None:
    with pytest.raises(BadInput):
        original(library, policy, path)

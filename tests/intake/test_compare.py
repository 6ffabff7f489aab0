"""What a new version changes, clause by clause."""

import pytest

from assistant.intake.compare import Change, compare_clauses
from tests.intake.documents import METHOD, source


def changes(old: str, new: str) -> dict[str, Change]:
    found = compare_clauses(source(old).clauses, source(new).clauses)
    return {change.new_path or f"-{change.old_path}": change for change in found}


def test_the_same_document_has_no_changes() -> None:
    assert changes(METHOD, METHOD) == {}


def test_an_amount_that_changes_is_marked() -> None:
    [change] = changes(METHOD, METHOD.replace("每人700元", "每人900元")).values()
    assert (change.kind, change.new_path) == ("changed", "第二条")
    assert (change.old_amounts, change.new_amounts) == (("700元",), ("900元",))
    assert "【700】" in change.removed[0] and "【900】" in change.added[0]


def test_words_that_change_no_amount_mark_none() -> None:
    [change] = changes(METHOD, METHOD.replace("取得培训合格证书的", "考核合格的")).values()
    assert change.kind == "changed" and not change.changes_amounts


@pytest.mark.parametrize(("line", "kind"), [("第六条　市财政局负责拨付资金。\n", "added")])
def test_a_clause_that_comes_or_goes(line: str, kind: str) -> None:
    [added] = changes(METHOD, METHOD + line).values()
    assert (added.kind, added.old_path) == (kind, None)
    [removed] = changes(METHOD + line, METHOD).values()
    assert (removed.kind, removed.new_path) == ("removed", None)


def test_a_clause_that_moves_is_no_new_one() -> None:
    longer = METHOD.replace("第二条", "第二条　市人力资源和社会保障局负责本办法的组织实施。\n第三条", 1)
    for old, new in (
        ("第五条　本办法", "第六条　本办法"),
        ("第四条　2024", "第五条　2024"),
        ("第三条　取得", "第四条　取得"),
    ):
        longer = longer.replace(old, new)
    found = changes(METHOD, longer)
    assert {path: change.kind for path, change in found.items()} == {
        "第二条": "added",
        "第三条": "moved",
        "第四条": "moved",
        "第五条": "moved",
        "第六条": "moved",
    }

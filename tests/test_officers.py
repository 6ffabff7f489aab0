"""Who may use the console: hashes only, no default, no password that can be guessed in an hour."""

import json
from pathlib import Path

import pytest

from assistant.errors import AssistantError, BadInput
from assistant.officers import Officers

PASSWORD = "correct-horse-9"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "var" / "users.json"


def test_nobody_is_known_by_default(path: Path) -> None:
    officers = Officers(path)
    assert officers.names() == []
    assert not officers.knows("admin", "admin")
    assert not officers.knows("", "")


def test_an_officer_is_known_by_the_password_alone(path: Path) -> None:
    officers = Officers(path)
    officers.put("王芳", PASSWORD)
    assert officers.names() == ["王芳"]
    assert officers.knows("王芳", PASSWORD)
    assert not officers.knows("王芳", PASSWORD + " ")
    assert not officers.knows("王芳", "")
    assert not officers.knows("王方", PASSWORD)


def test_the_file_holds_no_password_and_belongs_to_its_owner(path: Path) -> None:
    officers = Officers(path)
    officers.put("a", PASSWORD)
    officers.put("b", PASSWORD)
    written = path.read_text(encoding="utf-8")
    assert PASSWORD not in written
    assert len(set(json.loads(written).values())) == 2, "each has a salt of its own"
    assert path.stat().st_mode & 0o077 == 0
    assert list(path.parent.iterdir()) == [path], "nothing is left beside it"


def test_a_new_password_replaces_the_old_one(path: Path) -> None:
    officers = Officers(path)
    officers.put("a", PASSWORD)
    officers.put("a", PASSWORD * 2)
    assert not officers.knows("a", PASSWORD)
    assert officers.knows("a", PASSWORD * 2)


def test_who_is_removed_is_known_no_more(path: Path) -> None:
    officers = Officers(path)
    officers.put("a", PASSWORD)
    officers.remove("a")
    assert not officers.knows("a", PASSWORD)
    with pytest.raises(BadInput, match="没有“a”"):
        officers.remove("a")


@pytest.mark.parametrize(
    ("name", "password", "why"),
    [
        ("", PASSWORD, "no name"),
        ("a b", PASSWORD, "white space"),
        ("<b>", PASSWORD, "markup"),
        ("x" * 41, PASSWORD, "a name too long"),
        ("a", "x" * 9, "a password too short"),
        ("a", "x" * 201, "a password too long"),
    ],
)
def test_what_cannot_be_used_is_refused(path: Path, name: str, password: str, why: str) -> None:
    with pytest.raises(BadInput):
        Officers(path).put(name, password)
    assert not path.exists(), why


@pytest.mark.parametrize("content", ["", "[]", "{", '{"a": "plain"}', '{"a": 3}'])
def test_a_damaged_file_lets_nobody_in(path: Path, content: str) -> None:
    path.parent.mkdir()
    path.write_text(content, encoding="utf-8")
    with pytest.raises(AssistantError, match="读不出来"):
        Officers(path).knows("a", PASSWORD)


def test_an_editor_is_appointed_and_stays_one_with_a_new_password(path: Path) -> None:
    officers = Officers(path)
    officers.put("a", PASSWORD)
    assert not officers.is_editor("a"), "nobody is by default"
    before = officers.stamp("a")
    officers.appoint("a", editor=True)
    assert officers.is_editor("a") and officers.knows("a", PASSWORD)
    assert officers.stamp("a") != before, "a session ends with the role"
    officers.put("a", PASSWORD * 2)
    assert officers.is_editor("a") and officers.knows("a", PASSWORD * 2)
    officers.appoint("a", editor=False)
    assert not officers.is_editor("a") and officers.knows("a", PASSWORD * 2)


def test_only_who_is_known_can_be_appointed(path: Path) -> None:
    officers = Officers(path)
    assert not officers.is_editor("a")
    with pytest.raises(BadInput, match="没有“a”"):
        officers.appoint("a", editor=True)
    assert not path.exists()

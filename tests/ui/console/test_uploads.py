"""A file that was sent is held for one login, for some minutes, and few are held at once."""

import pytest

from assistant.documents.sandbox import GivenFile
from assistant.errors import BadInput
from tests.ui.console.conftest import Time
from ui.console.uploads import KEPT_SECONDS, MOST_FILES, Uploads

GONE = "请再选一次"


def file(name: str) -> GivenFile:
    return GivenFile(name, name.encode())


def test_it_is_taken_once_by_its_word_in_its_login(time: Time) -> None:
    uploads = Uploads(time)
    word = uploads.put("login", file("a"))
    for login, said in (("another login", word), ("login", "guess")):
        with pytest.raises(BadInput, match=GONE):
            uploads.take(login, said)
    assert uploads.take("login", word).name == "a"
    with pytest.raises(BadInput, match=GONE):
        uploads.take("login", word)
    assert len(uploads) == 0


def test_it_is_not_held_for_long(time: Time) -> None:
    uploads = Uploads(time)
    word = uploads.put("login", file("a"))
    time.seconds += KEPT_SECONDS - 1
    other = uploads.put("another", file("b"))
    time.seconds += 1
    with pytest.raises(BadInput, match=GONE):
        uploads.take("login", word)
    assert len(uploads) == 1, "its bytes are gone"
    assert uploads.take("another", other).name == "b"


def test_few_are_held_at_once(time: Time) -> None:
    uploads = Uploads(time)
    for _ in range(3):
        uploads.put("login", file("again"))
    assert len(uploads) == 1, "the last of each login"
    words = [uploads.put(f"login {number}", file(str(number))) for number in range(MOST_FILES + 2)]
    assert len(uploads) == MOST_FILES
    with pytest.raises(BadInput, match=GONE):
        uploads.take("login 0", words[0])
    assert uploads.take(f"login {MOST_FILES + 1}", words[-1]).name == str(MOST_FILES + 1)

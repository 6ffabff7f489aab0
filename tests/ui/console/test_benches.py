"""What an editor works on belongs to one login: no other window writes over it, and it ends with the login."""

from datetime import date

import pytest

from assistant.documents.sandbox import GivenFile
from assistant.errors import BadInput
from assistant.settings import IN_MEMORY, Settings
from tests.ui.console.conftest import Time
from ui.console.bench import Bench
from ui.console.benches import MOST_OF_ONE, Benches
from ui.console.changes import ChangeLog
from ui.console.login import Logins
from ui.console.uploads import Uploads

FILE = GivenFile("办法.txt", b"x")


def make(editor: str) -> Bench:
    log = ChangeLog(IN_MEMORY)
    return Bench(editor, Settings(), log, questions=lambda: (), clock=lambda: date(2024, 7, 1))


def test_each_login_of_an_editor_has_a_bench_of_its_own() -> None:
    benches = Benches(make)
    one, other = benches.of("first login", "李敏"), benches.of("second login", "李敏")
    assert one is not other
    assert benches.of("first login", "李敏") is one, "the same page after a reload"


def test_bench_and_upload_end_with_the_login(time: Time) -> None:
    logins, benches, uploads = Logins(idle_minutes=60, clock=time), Benches(make), Uploads(time)
    for held in (benches, uploads):
        logins.when_ended(held.drop)
    idle, left, active = (logins.open("李敏") for _ in range(3))
    for login in (idle, left, active):
        benches.of(login, "李敏")
        uploads.put(login, FILE)
    logins.close(left)
    assert (len(benches), len(uploads)) == (2, 2), "logged out"
    time.seconds += 59 * 60
    assert logins.officer(active) == "李敏"
    time.seconds += 2 * 60
    assert logins.officer(active) == "李敏", "with any request of anybody"
    assert (len(benches), len(uploads)) == (1, 1), "an hour without a request"


def test_what_is_made_for_a_login_that_has_just_ended_goes_with_it(time: Time) -> None:
    """A request was under way when its editor logged out."""
    logins, benches, uploads = Logins(idle_minutes=60, clock=time), Benches(make), Uploads(time)
    for held in (benches, uploads):
        logins.when_ended(held.drop)
    left, active = logins.open("李敏"), logins.open("李敏")
    logins.close(left)
    for login in (left, active):
        benches.of(login, "李敏")
        uploads.put(login, FILE)
    logins.admit(active)
    assert (len(benches), len(uploads)) == (2, 2)
    with pytest.raises(BadInput, match="登录已经结束"):
        logins.admit(left)
    assert (len(benches), len(uploads)) == (1, 1)


def test_a_bench_ends_where_an_editor_is_let_in_no_more() -> None:
    stamp = ["one"]
    logins, benches = Logins(idle_minutes=60, stamp=lambda name: stamp[0]), Benches(make)
    logins.when_ended(benches.drop)
    login = logins.open("李敏")
    benches.of(login, "李敏")
    stamp[0] = "another password"
    assert logins.officer(login) is None
    assert len(benches) == 0
    stamp[0] = "one"
    assert logins.officer(login) is None, "what has ended does not come back"


def test_an_editor_who_logs_in_again_and_again_fills_no_memory() -> None:
    benches = Benches(make)
    other = benches.of("王芳's", "王芳")
    first, *rest = [benches.of(f"login {number}", "李敏") for number in range(MOST_OF_ONE + 1)]
    assert len(benches) == MOST_OF_ONE + 1
    assert [benches.of(f"login {number + 1}", "李敏") for number in range(MOST_OF_ONE)] == rest
    assert benches.of("login 0", "李敏") is not first, "the oldest made room"
    assert benches.of("王芳's", "王芳") is other, "not that of somebody else"

"""Sessions end by themselves; guesses get slower; the cookie is for this site and no script."""

from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.officers import Officers
from tests.ui.console.conftest import Time
from ui.console.guard import ConsoleGuard
from ui.console.login import COOKIE, LONGEST_SESSION, LONGEST_WAIT, Guesses, Logins, add_login

PASSWORD = "correct-horse-9"


@pytest.fixture(scope="module")
def officers(tmp_path_factory: pytest.TempPathFactory) -> Officers:
    officers = Officers(Path(tmp_path_factory.mktemp("officers")) / "users.json")
    officers.put("王芳", PASSWORD)
    return officers


@pytest.fixture
def client(officers: Officers, time: Time) -> TestClient:
    app = FastAPI(openapi_url=None)
    logins = Logins(idle_minutes=60, clock=time)
    add_login(app, officers, logins, Guesses(time))

    @app.get("/")
    def page() -> str:
        return "inside"

    app.add_middleware(ConsoleGuard, logins=logins)
    return TestClient(app, follow_redirects=False)


def log_in(client: TestClient, name: str = "王芳", password: str = PASSWORD) -> int:
    return client.post("/login", data={"name": name, "password": password}).status_code


def test_a_session_ends_when_nobody_uses_it(time: Time) -> None:
    logins = Logins(idle_minutes=60, clock=time)
    token = logins.open("王芳")
    for _ in range(3):
        time.seconds += 59 * 60
        assert logins.officer(token) == "王芳", "each request keeps it alive"
    time.seconds += 60 * 60
    assert logins.officer(token) is None


def test_a_session_ends_with_the_officer_or_the_password(tmp_path: Path) -> None:
    officers = Officers(tmp_path / "users.json")
    officers.put("王芳", "correct-horse-9")
    logins = Logins(idle_minutes=60, stamp=officers.stamp)
    token = logins.open("王芳")
    assert logins.officer(token) == "王芳"
    officers.put("王芳", "another-horse-9")
    assert logins.officer(token) is None, "a new password"
    token = logins.open("王芳")
    officers.remove("王芳")
    assert logins.officer(token) is None, "let in no more"
    assert logins.officer(logins.open("李雷")) is None, "never was one"


def test_a_session_ends_with_the_shift(time: Time) -> None:
    logins = Logins(idle_minutes=60, clock=time)
    token = logins.open("王芳")
    for _ in range(int(LONGEST_SESSION // 1800)):
        assert logins.officer(token) == "王芳"
        time.seconds += 1800
    assert logins.officer(token) is None


@pytest.mark.parametrize("token", [None, "", "guess"])
def test_a_token_that_was_not_given_opens_nothing(token: str | None) -> None:
    assert Logins(idle_minutes=60).officer(token) is None


def test_each_failure_doubles_the_wait(time: Time) -> None:
    guesses = Guesses(time)
    waits = []
    for _ in range(14):
        time.seconds += guesses.wait("name a")
        guesses.failed("name a")
        waits.append(guesses.wait("name a"))
    assert waits[:7] == [0, 0, 1, 2, 4, 8, 16]
    assert max(waits) == LONGEST_WAIT
    assert guesses.wait("name b") == 0, "others are not kept waiting"
    guesses.forget("name a")
    assert guesses.wait("name a") == 0


def test_the_right_password_opens_the_page(client: TestClient) -> None:
    assert client.get("/").headers["location"] == "login"
    assert log_in(client) == 303
    assert client.get("/").text == '"inside"'


def test_the_cookie_is_kept_from_scripts_and_other_sites(client: TestClient) -> None:
    cookie = client.post("/login", data={"name": "王芳", "password": PASSWORD}).headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert "Secure" not in cookie, "this client speaks http"


def test_over_https_the_cookie_keeps_to_it(officers: Officers) -> None:
    app = FastAPI(openapi_url=None)
    add_login(app, officers, Logins(idle_minutes=60), Guesses())
    client = TestClient(app, base_url="https://hotline.example", follow_redirects=False)
    sent = client.post("/login", data={"name": "王芳", "password": PASSWORD})
    assert "Secure" in sent.headers["set-cookie"]


def test_a_wrong_password_is_told_and_gets_slower(client: TestClient, time: Time) -> None:
    assert [log_in(client, password="wrong") for _ in range(4)] == [401, 401, 401, 429]
    assert log_in(client) == 429, "nor is the right one tried while it has to wait"
    time.seconds += 1
    assert log_in(client) == 303


def test_the_login_page_repeats_nothing_that_was_typed(client: TestClient) -> None:
    page = client.post("/login", data={"name": "<script>alert(1)</script>", "password": "x"}).text
    assert "alert(1)" not in page
    assert "用户名或者密码不对。" in page


def test_logging_out_ends_the_session(client: TestClient) -> None:
    log_in(client)
    token = client.cookies[COOKIE]
    assert client.post("/logout").headers["location"] == "login"
    client.cookies.set(COOKIE, token)
    assert client.get("/").status_code == 303, "the old cookie is worth nothing"

"""Logging in: sessions that end, guesses that get slower, a page without a script."""

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from assistant.errors import BadInput
from assistant.officers import Officers
from ui.console.markup import text

COOKIE = "console"
LONGEST_SESSION = 12 * 3600.0  # seconds; a shift, however busy
FREE_GUESSES = 3
LONGEST_WAIT = 300.0  # seconds
_FORGOTTEN_AFTER = 3600.0
_MOST_REMEMBERED = 10_000
_PAGE = Path(__file__).parent / "static" / "login.html"

Clock = Callable[[], float]


@dataclass
class _Session:
    name: str
    stamp: str | None
    opened: float
    seen: float


class Logins:
    """Who is logged in. Sessions live in this process: when it ends, everybody logs in anew."""

    def __init__(
        self,
        *,
        idle_minutes: float,
        stamp: Callable[[str], str | None] = lambda name: "",
        clock: Clock = time.monotonic,
    ) -> None:
        """`idle_minutes`: how long a session without a request goes on.

        `stamp`: what an officer's password is known by, None for who is no officer: where it changes,
        sessions end (Officers.stamp).
        """
        self._idle, self._stamp, self._clock = idle_minutes * 60, stamp, clock
        self._sessions: dict[str, _Session] = {}
        self._after: list[Callable[[str], object]] = []

    def when_ended(self, does: Callable[[str], object]) -> None:
        """Have something done with the secret of each session that has ended.

        It is done at the latest when somebody next asks for a session, with any request.
        """
        self._after.append(does)

    def open(self, name: str) -> str:
        """A new session's secret."""
        self._close_ended()
        now = self._clock()
        token = secrets.token_urlsafe(32)
        self._sessions[token] = _Session(name, self._stamp(name), now, now)
        return token

    def officer(self, token: str | None) -> str | None:
        """Who the session belongs to, None where it has ended; to ask keeps it alive."""
        self._close_ended()
        session = self._sessions.get(token or "")
        if session is None:
            return None
        if session.stamp is None or session.stamp != self._stamp(session.name):
            self.close(token)
            return None
        session.seen = self._clock()
        return session.name

    def admit(self, token: str) -> None:
        """Asked once something is kept for a session: where that has ended meanwhile, what is kept goes too.

        Raises BadInput there.
        """
        if self.officer(token) is None:
            for does in self._after:
                does(token)
            raise BadInput("登录已经结束，请重新登录。")

    def close(self, token: str | None) -> None:
        """End a session."""
        if token is not None and self._sessions.pop(token, None) is not None:
            for does in self._after:
                does(token)

    def _close_ended(self) -> None:
        now = self._clock()
        for token, session in list(self._sessions.items()):
            if not self._runs(session, now):
                self.close(token)

    def _runs(self, session: _Session, now: float) -> bool:
        return now - session.seen < self._idle and now - session.opened < LONGEST_SESSION


class Guesses:
    """Failed logins by name and by address: after the third each doubles the wait for the next."""

    def __init__(self, clock: Clock = time.monotonic) -> None:
        self._clock = clock
        self._failed: dict[str, tuple[int, float]] = {}  # how often, and when last

    def wait(self, *keys: str) -> float:
        """How many seconds whoever has one of these keys still has to wait; 0 for not."""
        return max((self._wait(key) for key in keys), default=0.0)

    def failed(self, *keys: str) -> None:
        """Take note of a failure."""
        now = self._clock()
        if len(self._failed) >= _MOST_REMEMBERED:
            kept = {key: one for key, one in self._failed.items() if now - one[1] < _FORGOTTEN_AFTER}
            self._failed = dict(list(kept.items())[-_MOST_REMEMBERED // 2 :])
        for key in keys:
            count, last = self._failed.get(key, (0, now))
            self._failed[key] = (1 if now - last > _FORGOTTEN_AFTER else count + 1, now)

    def forget(self, *keys: str) -> None:
        """Somebody has logged in."""
        for key in keys:
            self._failed.pop(key, None)

    def _wait(self, key: str) -> float:
        count, last = self._failed.get(key, (0, 0.0))
        if count < FREE_GUESSES:
            return 0.0
        pause: float = min(LONGEST_WAIT, 2.0 ** (count - FREE_GUESSES))
        return max(0.0, last + pause - self._clock())


def add_login(app: FastAPI, officers: Officers, logins: Logins, guesses: Guesses) -> None:
    """The addresses /login and /logout."""

    @app.get("/login")
    def page() -> HTMLResponse:
        return _page()

    @app.post("/login")
    async def log_in(request: Request) -> Response:
        form = parse_qs((await request.body()).decode("utf-8", "replace"))
        name, password = (form.get(key, [""])[0] for key in ("name", "password"))
        keys = (f"name {name}", f"address {request.client.host if request.client else ''}")
        if wait := guesses.wait(*keys):
            return _page(f"试错的次数太多了，请等 {int(wait) + 1} 秒再登录。", 429)
        # Noted before the password is looked at: of many guesses at once only the first few are.
        guesses.failed(*keys)
        if not await run_in_threadpool(officers.knows, name.strip(), password):
            return _page("用户名或者密码不对。", 401)
        guesses.forget(*keys)
        response = RedirectResponse("./", 303)
        secure = request.url.scheme == "https"
        token = logins.open(name.strip())
        response.set_cookie(COOKIE, token, httponly=True, samesite="strict", secure=secure)
        return response

    @app.post("/logout")
    def log_out(request: Request) -> Response:
        logins.close(request.cookies.get(COOKIE))
        response = RedirectResponse("login", 303)
        response.delete_cookie(COOKIE)
        return response


def _page(message: str = "", status: int = 200) -> HTMLResponse:
    page = _PAGE.read_text(encoding="utf-8").replace("{message}", text(message))
    return HTMLResponse(page, status)

"""What surrounds every request to the console: login, origin, size, its few addresses, headers."""

import logging
import re
import secrets
import traceback
from collections.abc import Callable
from http.cookies import CookieError, SimpleCookie
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.console.login import COOKIE, Logins
from ui.guard import LARGEST_BODY, read_body, replay

log = logging.getLogger("policy_assistant")

_WITHOUT_LOGIN = re.compile(r"/login|/console-static/[\w.-]+")
_OWN = re.compile(r"/|/logout|/records\.csv|/policy-file")
_FOR_EDITORS = "/policy-file"  # the one address that takes more than a question
# Of gradio's addresses those that its page needs. The others (its API's description, uploads, files, a proxy,
# monitoring) are not there.
_GRADIO = re.compile(
    r"/(config|theme\.css|favicon\.ico|manifest\.json"
    r"|(assets|static|svelte)/[\w./-]+"
    r"|gradio_api/(theme\.css|startup-events|queue/(join|data)|run/predict|reset/?|heartbeat/\w+))"
)
_PAGE_POLICY = "; ".join(
    (
        "default-src 'none'",
        # gradio builds functions out of text ('unsafe-eval'); no script stands in the page but those that
        # bear the number of this one answer, so that markup in a text can never run.
        "script-src 'nonce-{nonce}' 'strict-dynamic' 'unsafe-eval'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
_OTHER_POLICY = "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'"


class ConsoleGuard:
    """ASGI middleware. Nobody gets past it without a login, but to the login page.

    `is_editor`: who may send files, of at most `largest_file` bytes.
    """

    def __init__(
        self,
        app: ASGIApp,
        logins: Logins,
        is_editor: Callable[[str], bool] = lambda name: False,
        largest_file: int = LARGEST_BODY,
    ) -> None:
        self._app, self._logins = app, logins
        self._is_editor, self._largest_file = is_editor, largest_file

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":  # a web socket: the console has none
            await send({"type": "websocket.close", "code": 1008})
            return
        page = Page() if scope["path"] == "/" else None
        nonce, started = secrets.token_urlsafe(16), False

        async def guarded(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                _set_headers(MutableHeaders(scope=message), None if page is None else nonce)
            for one in [message] if page is None else page.take(message, nonce):
                await send(one)

        refusal = self._refusal(scope)
        try:
            if refusal is not None:
                await refusal(scope, receive, guarded)
                return
            most = self._largest_file if scope["path"] == _FOR_EDITORS else LARGEST_BODY
            body = await read_body(receive, most)
            if body is None:
                too_large = PlainTextResponse(f"请求太大了：最多 {most // 1024} KB。", 413)
                await too_large(scope, receive, guarded)
                return
            await self._app(_uncompressed(scope) if page else scope, replay(body, receive), guarded)
        except Exception as error:
            # An exception's own words may hold what a person typed: only its kind and place are written down.
            log.error("%s\n%s", type(error).__name__, "".join(traceback.format_tb(error.__traceback__)))
            if not started:
                await PlainTextResponse("查询台出了问题，请再试一次。", 500)(scope, receive, guarded)

    def _refusal(self, scope: Scope) -> ASGIApp | None:
        """What is answered in place of the console, None where it may answer."""
        path, headers = scope["path"], Headers(scope=scope)
        known = _WITHOUT_LOGIN.fullmatch(path) or _OWN.fullmatch(path) or _GRADIO.fullmatch(path)
        if known is None or ".." in path:
            return PlainTextResponse("没有这个地址。", 404)
        if scope["method"] not in ("GET", "HEAD", "POST"):
            return PlainTextResponse("不支持这种请求方式。", 405)
        if scope["method"] == "POST" and not _from_here(headers):
            return PlainTextResponse("请求不是从本系统的页面发出的。", 403)
        if _WITHOUT_LOGIN.fullmatch(path):
            return None
        officer = self._logins.officer(cookie_of(headers))
        if officer is None:
            return RedirectResponse("login", 303) if path == "/" else PlainTextResponse("请先登录。", 401)
        if path == _FOR_EDITORS and not self._is_editor(officer):
            return PlainTextResponse("只有编辑可以管理政策。", 403)
        return None


class Page:
    """The console's page on its way out: its scripts get the number that lets them run."""

    def __init__(self) -> None:
        self._start: Message | None = None
        self._body = b""

    def take(self, message: Message, nonce: str) -> list[Message]:
        """What to send on for a message; the page is held back until it is whole."""
        if message["type"] == "http.response.start":
            self._start = message
            return []
        self._body += message.get("body", b"")
        if message.get("more_body", False) or self._start is None:
            return []
        body = self._body.replace(b"<script", f'<script nonce="{nonce}"'.encode())
        body = body.replace(b'lang="en"', b'lang="zh-CN"', 1)
        MutableHeaders(scope=self._start)["Content-Length"] = str(len(body))
        return [self._start, {"type": "http.response.body", "body": body}]


def cookie_of(headers: Headers) -> str | None:
    """The session's secret in a request."""
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return None
    return found.value if found else None


def _from_here(headers: Headers) -> bool:
    """Whether a request comes from the console's own page, as far as a browser says."""
    origin = headers.get("origin")
    if origin is not None:
        return urlsplit(origin).netloc == headers.get("host")
    return headers.get("sec-fetch-site", "none") in ("same-origin", "none")


def _uncompressed(scope: Scope) -> Scope:
    return {**scope, "headers": [one for one in scope["headers"] if one[0] != b"accept-encoding"]}


def _set_headers(headers: MutableHeaders, nonce: str | None) -> None:
    for name in [name for name in headers if name.lower().startswith("access-control-")]:
        del headers[name]
    headers["Content-Security-Policy"] = _PAGE_POLICY.format(nonce=nonce) if nonce else _OTHER_POLICY
    headers["X-Content-Type-Options"] = "nosniff"
    headers["X-Frame-Options"] = "DENY"
    headers["Referrer-Policy"] = "same-origin"
    headers["Cross-Origin-Resource-Policy"] = "same-origin"
    headers["Cross-Origin-Opener-Policy"] = "same-origin"
    if "cache-control" not in headers:
        headers["Cache-Control"] = "no-store"

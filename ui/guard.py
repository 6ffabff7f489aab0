"""What surrounds every request: a limit on its size, security headers, a log without its words."""

import logging
import time
import traceback

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.settings import OWN_PAGES
from ui.errors import BAD_INPUT, error_reply

LARGEST_BODY = 64 * 1024
log = logging.getLogger("policy_assistant")

_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "frame-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
    )
)
# Swagger UI sets styles from its script.
_DOCS_POLICY = _POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
# What the widget shows in its frame. No other page may be framed by anybody else's.
_EMBEDDED = ("/ask", "/policies")


class Guard:
    """ASGI middleware. Whatever happens inside, a client gets JSON and never a stack trace.

    `frame_ancestors`: whose pages may frame what the widget shows, as a Content-Security-Policy names them.
    """

    def __init__(self, app: ASGIApp, frame_ancestors: str = OWN_PAGES) -> None:
        self._app = app
        self._frame_ancestors = frame_ancestors

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began, status = time.perf_counter(), 0

        async def guarded(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                self._set_headers(MutableHeaders(scope=message), scope["path"])
            await send(message)

        try:
            body = await read_body(receive)
            if body is None:
                too_large = error_reply(BAD_INPUT, f"请求太大了：最多 {LARGEST_BODY // 1024} KB。")
                await too_large(scope, receive, guarded)
            else:
                await self._app(scope, replay(body, receive), guarded)
        except Exception as error:
            # An exception's own words may hold what a person typed: only its kind and place are written down.
            log.error("%s\n%s", type(error).__name__, "".join(traceback.format_tb(error.__traceback__)))
            if not status:
                failure = error_reply(500, "服务出了问题，请稍后再试，或拨打 12333 咨询。")
                await failure(scope, receive, guarded)
        route = getattr(scope.get("route"), "path", "-")  # the pattern, not what was filled in
        log.info("%s %s %s %.0f ms", scope["method"], route, status, 1000 * (time.perf_counter() - began))

    def _set_headers(self, headers: MutableHeaders, path: str) -> None:
        policy = _DOCS_POLICY if path == "/docs" else _POLICY
        ancestors = self._frame_ancestors if path.startswith(_EMBEDDED) else OWN_PAGES
        headers["Content-Security-Policy"] = f"{policy}; frame-ancestors {ancestors}"
        headers["X-Content-Type-Options"] = "nosniff"
        headers["Referrer-Policy"] = "no-referrer"
        if path.startswith("/api/"):
            headers["Cache-Control"] = "no-store"


async def read_body(receive: Receive, most: int = LARGEST_BODY) -> bytes | None:
    """The whole body of a request, None where it has more than so many bytes."""
    body = bytearray()
    while True:
        message = await receive()
        chunk: bytes = message.get("body", b"")
        body += chunk
        if len(body) > most:
            return None
        if not message.get("more_body", False):
            return bytes(body)


def replay(body: bytes, receive: Receive) -> Receive:
    """A channel that gives the body once and then whatever else comes."""
    given = False

    async def give() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return give

"""Nobody passes without a login, nothing passes from another site, and most addresses are not there."""

import logging
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.responses import HTMLResponse, Response
from fastapi.testclient import TestClient

from ui.console.guard import ConsoleGuard
from ui.console.login import COOKIE, Logins

FAILURE = ValueError("我的秘密问题")
PAGE = '<html lang="en"><script>a</script><script type="module" src="x.js"></script></html>'


@pytest.fixture
def client() -> Iterator[TestClient]:
    """Somebody who is logged in, before an application that answers at every address."""
    app = FastAPI(openapi_url=None)
    logins = Logins(idle_minutes=60)

    @app.get("/")
    def page() -> Response:
        return HTMLResponse(PAGE, headers={"Access-Control-Allow-Origin": "*"})

    @app.api_route("/{rest:path}", methods=["GET", "POST", "PUT", "DELETE", "OPTIONS"])
    def anything(rest: str) -> dict[str, Any]:
        if rest == "config":
            raise FAILURE
        return {"reached": rest}

    app.add_middleware(ConsoleGuard, logins=logins)
    with TestClient(app, follow_redirects=False, raise_server_exceptions=False) as client:
        client.cookies.set(COOKIE, logins.open("王芳"))
        yield client


@pytest.mark.parametrize(
    "path",
    ["/", "/config", "/records.csv", "/assets/index.js", "/gradio_api/queue/join", "/gradio_api/run/predict"],
)
def test_without_a_login_nothing_is_reached(client: TestClient, path: str) -> None:
    client.cookies.clear()
    answer = client.get(path)
    assert answer.status_code == (303 if path == "/" else 401)
    assert "reached" not in answer.text


@pytest.mark.parametrize("path", ["/gradio_api/run/predict", "/gradio_api/heartbeat/abc", "/assets/a-b.js"])
def test_what_the_page_needs_is_there(client: TestClient, path: str) -> None:
    assert client.get(path).json() == {"reached": path[1:]}


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/gradio_api/info", "the description of an API"),
        ("/gradio_api/openapi.json", "the same"),
        ("/gradio_api/upload", "files that would be stored"),
        ("/gradio_api/file=/etc/passwd", "files of the machine"),
        ("/gradio_api/proxy=http://example.org", "requests in the machine's name"),
        ("/gradio_api/call/ask", "the API for programs"),
        ("/gradio_api/run/ask", "the same, by name"),
        ("/gradio_api/vibe-code", "an editor of the program"),
        ("/gradio_api/runs", "a history of what was asked"),
        ("/gradio_api/token", "tokens"),
        ("/monitoring", "figures of use"),
        ("/docs", "FastAPI's description"),
        ("/assets/../../etc/passwd", "a way out of the folder"),
        ("/static/%2e%2e/%2e%2e/etc/passwd", "the same, written otherwise"),
    ],
)
def test_the_rest_of_gradio_is_not_there(client: TestClient, path: str, why: str) -> None:
    assert client.get(path).status_code == 404, why


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Origin": "http://testserver"}, 200),
        ({"Origin": "http://elsewhere.example"}, 403),
        ({"Origin": "http://testserver.elsewhere.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
    ],
)
def test_other_sites_cannot_send_anything(client: TestClient, headers: dict[str, str], status: int) -> None:
    assert client.post("/gradio_api/run/predict", headers=headers).status_code == status


def test_no_site_is_told_that_it_may_read(client: TestClient) -> None:
    answer = client.get("/", headers={"Origin": "http://elsewhere.example"})
    assert not [name for name in answer.headers if name.startswith("access-control-")]
    preflight = client.options("/gradio_api/run/predict", headers={"Origin": "http://elsewhere.example"})
    assert preflight.status_code == 405


def test_more_than_64_kb_is_refused(client: TestClient) -> None:
    assert client.post("/gradio_api/run/predict", content=b"x" * 64 * 1024).status_code == 200
    assert client.post("/gradio_api/run/predict", content=b"x" * (64 * 1024 + 1)).status_code == 413


def test_only_the_pages_own_scripts_run(client: TestClient) -> None:
    """Each answer has a number of its own, and the markup of a text cannot know it."""
    pages = [client.get("/") for _ in range(2)]
    policies = [page.headers["content-security-policy"] for page in pages]
    assert policies[0] != policies[1]
    for page, policy in zip(pages, policies, strict=True):
        nonce = policy.partition("'nonce-")[2].partition("'")[0]
        assert page.text.count(f'<script nonce="{nonce}"') == page.text.count("<script") == 2
        assert "'unsafe-inline'" not in policy.partition("script-src")[2].partition(";")[0]
        assert "frame-ancestors 'none'" in policy
        assert 'lang="zh-CN"' in page.text


def test_nothing_is_kept_by_a_cache(client: TestClient) -> None:
    for path in ("/", "/gradio_api/run/predict", "/login"):
        answer = client.get(path)
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["x-frame-options"] == "DENY"


def test_a_defect_is_logged_without_its_words(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    assert client.get("/config").status_code == 500
    assert "秘密" not in caplog.text
    assert [record.levelno for record in caplog.records if record.name == "policy_assistant"] == [
        logging.ERROR
    ]

"""The pages: they load nothing from elsewhere and never turn text into markup."""

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import cast

import pytest
from fastapi.testclient import TestClient

import ui
from assistant.bootstrap import Assistant
from assistant.settings import OWN_PAGES
from tests.ui.conftest import TODAY, Recorder
from ui.api import create_app

STATIC = Path(str(ui.__file__)).parent / "static"
PAGES = ["/ask", "/docs", "/policies", "/demo"]


class Reader(HTMLParser):
    """What a page refers to, and what its fields are called."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.language = ""
        self.addresses: list[str] = []
        self.inline: list[str] = []
        self.fields: set[str] = set()
        self.labelled: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.addresses += [given[name] for name in ("src", "href", "action") if name in given]
        self.inline += [name for name in given if name.startswith("on") or name == "style"]
        if tag in ("script", "style") and not given.get("src"):
            self.inline.append(tag)
        if tag in ("input", "textarea", "select") and given.get("type") != "hidden":
            self.fields.add(given["id"])
        self.labelled.add(given.get("for", ""))
        self.language = self.language or given.get("lang", "")


@pytest.mark.parametrize("address", PAGES)
def test_a_page_refers_only_to_this_service_and_all_of_it_is_there(client: TestClient, address: str) -> None:
    response = client.get(address)
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    page = Reader(response.text)
    assert page.language == "zh-CN"
    files = [place for place in page.addresses if not place.startswith(("#", "tel:"))]
    assert files
    for place in files:
        assert re.match(r"(static|docs-assets|ask|policies|widget\.js)\b", place), (
            "relative: it works under a prefix"
        )
        assert client.get(f"/{place}").status_code == 200 or place == "ask/feedback", place


@pytest.mark.parametrize("address", PAGES)
def test_a_page_keeps_to_its_content_security_policy(client: TestClient, address: str) -> None:
    response = client.get(address)
    policy = response.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "http" not in policy
    assert Reader(response.text).inline == []


def test_every_field_has_a_label(client: TestClient) -> None:
    page = Reader(client.get("/ask").text)
    assert page.fields
    assert page.fields <= page.labelled


@pytest.mark.parametrize("script", sorted(STATIC.glob("*.js")), ids=lambda path: path.name)
def test_scripts_make_markup_in_one_place_and_call_nobody_else(script: Path) -> None:
    """What the server rendered goes through one function; its texts are escaped there (test_card)."""
    code = script.read_text(encoding="utf-8")
    sinks = (
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\b|new Function|https?://"
    )
    assert re.findall(sinks, code) == []
    assert code.count("createContextualFragment") == (script.name == "page.js")


def test_enter_does_not_send_while_an_input_method_composes() -> None:
    code = (STATIC / "page.js").read_text(encoding="utf-8")
    assert "event.isComposing" in code
    assert "event.keyCode === 229" in code


def test_the_description_of_the_interface_names_every_address(client: TestClient) -> None:
    described = client.get("/openapi.json").json()
    assert set(described["paths"]) == {
        "/api/v1/ask",
        "/api/v1/calculate",
        "/api/v1/feedback",
        "/api/v1/answers/{answer_id}",
        "/api/v1/search",
        "/api/v1/policies",
        "/api/v1/policies/{policy_id}/clauses/{path}",
        "/healthz",
    }
    assert {"Reply", "BenefitOut", "AskRequest", "ErrorReply"} <= set(described["components"]["schemas"])


@pytest.mark.parametrize(
    ("address", "may_be_framed"),
    [("/ask", True), ("/policies/x", True), ("/demo", False), ("/docs", False), ("/api/v1/policies", False)],
)
def test_other_sites_frame_only_what_the_widget_shows(
    recorder: Recorder, address: str, may_be_framed: bool
) -> None:
    sites = "'self' https://www.example.gov.cn"
    app = create_app(lambda: cast(Assistant, recorder), clock=lambda: TODAY, frame_ancestors=sites)
    with TestClient(app) as client:
        policy = client.get(address).headers["content-security-policy"]
    assert policy.endswith(f"; frame-ancestors {sites if may_be_framed else OWN_PAGES}")


@pytest.mark.parametrize("address", ["/", "/ask", "/docs", "/api/v1/policies", "/nowhere"])
def test_every_reply_has_the_security_headers(client: TestClient, address: str) -> None:
    headers = client.get(address).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert ("no-store" in headers.get("cache-control", "")) == address.startswith("/api/")

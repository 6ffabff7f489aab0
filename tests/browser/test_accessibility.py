"""axe-core on the public pages, narrow and wide: it finds nothing, best practices included."""

import pytest
from playwright.sync_api import Frame, Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.test_widget import widgets

WIDTHS = (320, 768, 1280)
# What is folded away is looked at too.
UNFOLD = "for (const details of document.querySelectorAll('details')) details.open = true"
ASK = "/ask?region=晋江市"
PAGES = {
    "worker's page": ASK,
    "large": f"{ASK}&size=large",
    "elder": f"{ASK}&size=elder",
    "high contrast": f"{ASK}&contrast=1",
    "in the widget's frame": f"{ASK}&embed=1",
    "policies": "/policies",
    "a policy": "/policies/jinjiang-2019-79",
    "demo": "/demo",
    "interface": "/docs",
}


def findings(frame: Page | Frame, axe: str) -> list[str]:
    """What axe finds in a page or frame: the rule, the place and the reason."""
    if not frame.evaluate("'axe' in window"):
        frame.evaluate(axe)
    found: list[str] = frame.evaluate(
        """async () => (await axe.run(document, { resultTypes: ["violations"] })).violations.flatMap((rule) =>
             rule.nodes.map((node) => `${rule.id} (${rule.impact}): ${node.target.join(" ")}: ${node.failureSummary}`))"""
    )
    return found


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_axe_finds_nothing(open_page: OpenPage, server_url: str, axe: str, address: str) -> None:
    page = open_page()
    page.goto(server_url + address)
    page.locator("h2").first.wait_for(state="attached")  # Swagger UI takes a moment
    page.evaluate(UNFOLD)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert findings(page, axe) == [], f"{width} px"
        assert page.evaluate("document.documentElement.scrollWidth") <= width, "nothing to scroll sideways"


@pytest.mark.parametrize("look", ["size=standard", "size=large", "size=elder", "contrast=1"])
def test_nor_in_an_answer(open_page: OpenPage, server_url: str, axe: str, look: str) -> None:
    page = open_page()
    page.goto(f"{server_url}{ASK}&as_of=2020-06-15&{look}")
    page.locator("#question").fill("我考了中级工证书，能领多少？")
    page.locator("#question").press("Enter")
    expect(page.get_by_role("log")).to_contain_text("1000元")
    page.evaluate(UNFOLD)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert findings(page, axe) == [], f"{width} px"
        assert page.evaluate("document.documentElement.scrollWidth") <= width, "nothing to scroll sideways"


@pytest.mark.parametrize("width", WIDTHS)
def test_nor_in_an_open_widget(open_page: OpenPage, server_url: str, axe: str, width: int) -> None:
    page = open_page(viewport={"width": width, "height": 800})
    page.goto(f"{server_url}/demo")
    [widget] = widgets(page)
    widget.launcher.click()
    expect(widget.question).to_be_focused()
    assert findings(page, axe) == []


def test_axe_does_find_what_is_wrong(page: Page, server_url: str, axe: str) -> None:
    page.goto(f"{server_url}/demo")
    page.evaluate("document.body.append(document.createElement('button'))")
    assert any(found.startswith("button-name (critical)") for found in findings(page, axe))

"""What people send never runs: each of a hundred attempts through every place that takes text."""

from itertools import product
from urllib.parse import quote, urlencode

from playwright.sync_api import Page, expect

from tests.browser.watch import Watch

# How markup might be left that the text stands in.
ESCAPES = ["", '">', "'>", "</textarea>", "</title>", "</script>", "--><!---->", "`}]);"]
# How script might be started. Each opens a dialog, which fails the test, if it runs.
STARTS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
    "<details open ontoggle=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<style onload=alert(1)>*{}</style>",
    "<a href='javascript:alert(1)' id=question>补贴</a>",
    "<base href='javascript:alert(1)//'>",
    "<form action='javascript:alert(1)'><button>补贴</button></form>",
    '" onmouseover="alert(1)" style="position:fixed;inset:0',
]
# What only matters where text is read as something else than HTML.
OTHERS = [
    "[补贴](javascript:alert(1))",
    "![补贴](x onerror=alert(1))",
    "**<img src=x onerror=alert(1)>**",
    "| <svg onload=alert(1)> | 补贴 |",
    "{{constructor.constructor('alert(1)')()}}",
    "${alert(1)}",
    "\\u003cimg src=x onerror=alert(1)\\u003e",
    "＜script＞alert(1)＜/script＞",
]
ATTEMPTS = [escape + start for escape, start in product(ESCAPES, STARTS)] + OTHERS
POLICY = "/policies/fujian-2025-skills"

# Elements and attributes that no page of ours has.
_FOREIGN = """() => [...document.querySelectorAll("*")].filter((element) =>
  (element.localName === "script" && !element.src) || element.localName === "base" || element.localName === "iframe" ||
  element.localName === "style" || element.getAttributeNames().some((name) => name.startsWith("on")) ||
  ["href", "src", "action"].some((name) => /^\\s*javascript:/i.test(element.getAttribute(name) ?? "")))
  .map((element) => element.outerHTML.slice(0, 200))"""
_SUBMIT = """([action, fields]) => {
  const form = document.createElement("form");
  Object.assign(form, { method: "post", action });
  for (const [name, value] of Object.entries(fields)) {
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name, value });
    form.append(field);
  }
  document.body.append(form);
  form.submit();
}"""


def foreign(page: Page) -> list[str]:
    """Markup in a page that can only have come from what was sent."""
    found: list[str] = page.evaluate(_FOREIGN)
    return found


def submit(page: Page, address: str, **fields: str) -> None:
    """Post a form to an address and wait for the page that comes back."""
    with page.expect_navigation(wait_until="load"):
        page.evaluate(_SUBMIT, [address, fields])


def test_there_are_a_hundred_attempts() -> None:
    assert len(set(ATTEMPTS)) >= 100


def test_the_look_for_foreign_markup_finds_it(page: Page, server_url: str) -> None:
    page.goto(server_url)
    assert foreign(page) == []
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('a'), { href: 'javascript:0' }))"
    )
    assert len(foreign(page)) == 1


def test_as_a_question(page: Page, server_url: str) -> None:
    """Typed and sent; the answer comes into the page by script."""
    page.goto(f"{server_url}/ask?region=晋江市")
    for number, attempt in enumerate(ATTEMPTS, 1):
        page.locator("#question").fill(f"{attempt} 培训补贴")
        page.locator("#question").press("Enter")
        expect(page.locator("#log .turn")).to_have_count(number)
    assert foreign(page) == []


def test_in_a_form_without_script(page: Page, watch: Watch, server_url: str) -> None:
    """The server refuses it and writes the page anew, with what was sent in it."""
    watch.expect("status of 422")
    fields = ("question", "other", "session_id", "as_of", "size", "place_shown", "pick", "correct")
    page.goto(f"{server_url}/ask")
    for attempt in ATTEMPTS:
        submit(page, "ask", region="other", **dict.fromkeys(fields, attempt))
        assert foreign(page) == [], attempt


def test_in_an_address(page: Page, watch: Watch, server_url: str) -> None:
    """Of the page, and of a policy that is not there, whose name is told."""
    watch.expect("status of 404")
    for attempt in ATTEMPTS:
        sent = quote(attempt, safe="")
        query = "&".join(f"{name}={sent}" for name in ("region", "size", "as_of", "question", "q"))
        for address in ("/ask", f"/policies/{sent.replace('%2F', '')}"):
            page.goto(f"{server_url}{address}?{query}#{sent}", wait_until="domcontentloaded")
            assert foreign(page) == [], attempt


def test_in_the_address_of_a_policy(page: Page, server_url: str) -> None:
    """That page is long: several at a time."""
    names = ("region", "size", "as_of", "q", "contrast", "embed", "clause", "other")
    for first in range(0, len(ATTEMPTS), len(names)):
        attempts = ATTEMPTS[first : first + len(names)]
        query = urlencode(dict(zip(names, attempts, strict=False)))
        page.goto(f"{server_url}{POLICY}?{query}#{quote(attempts[0], safe='')}")
        assert foreign(page) == [], attempts


def test_in_feedback(page: Page, server_url: str) -> None:
    """A note is kept, anything else refused in plain words; neither is repeated as it was written."""
    for attempt in ATTEMPTS:
        for field in ("note", "reason", "verdict", "rule", "clause"):
            form: dict[str, str | float | bool] = {"verdict": "useless", field: attempt}
            reply = page.request.post(f"{server_url}/ask/feedback", form=form)
            assert reply.status == (200 if field == "note" else 422), (field, attempt)
            assert attempt not in reply.text()

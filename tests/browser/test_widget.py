"""The widget on other people's pages: allowed and not, hostile style, strict policy, keyboard, attributes."""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import FrameLocator, Locator, Page, expect

import ui
from tests.browser.conftest import OpenPage
from tests.browser.servers import Site
from tests.browser.watch import Watch

WIDGET = Path(str(ui.__file__)).parent / "static" / "widget.js"
REFUSED = r"frame-ancestors"  # the browser's words where a page may not be framed
PHONE = {"width": 320, "height": 640}


def tag(server_url: str, **attributes: str) -> str:
    """The line that a bureau puts into its page."""
    given = "".join(f' data-{name}="{value}"' for name, value in attributes.items())
    return f'<script src="{server_url}/widget.js"{given} defer></script>'


@dataclass(frozen=True)
class Widget:
    """One widget of a page, as a person meets it."""

    host: Locator

    @property
    def launcher(self) -> Locator:
        return self.host.locator(".launcher")

    @property
    def panel(self) -> Locator:
        return self.host.locator("dialog")

    @property
    def frame(self) -> FrameLocator:
        return self.host.frame_locator("iframe")

    @property
    def question(self) -> Locator:
        return self.frame.locator("#question")


def widgets(page: Page) -> list[Widget]:
    page.locator("policy-assistant").first.wait_for(state="attached")
    return [Widget(host) for host in page.locator("policy-assistant").all()]


@pytest.fixture
def show(page: Page, allowed_site: Site, server_url: str) -> Iterator[Any]:
    """Put a page with the widget on the bureau's site and open it; its first widget."""

    def show(body: str = "", *, headers: dict[str, str] | None = None, **attributes: str) -> Widget:
        page.goto(allowed_site.put("/", body + tag(server_url, **attributes), **(headers or {})))
        return widgets(page)[0]

    yield show


def test_it_is_small() -> None:
    assert len(gzip.compress(WIDGET.read_bytes())) <= 12 * 1024


def test_a_button_opens_the_assistant_for_the_place(
    page: Page, show: Any, watch: Watch, server_url: str
) -> None:
    widget = show(region="晋江市")
    expect(widget.launcher).to_have_role("button")
    expect(widget.launcher).to_have_text("补贴政策助手")
    assert page.locator("iframe").count() == 0, "the frame is made on the first opening"
    assert watch.requests == [page.url, f"{server_url}/widget.js"]

    widget.launcher.click()
    expect(widget.question).to_be_focused()
    assert widget.panel.get_attribute("aria-label") == "补贴政策助手（晋江市）"
    assert "region=%E6%99%8B%E6%B1%9F%E5%B8%82" in str(widget.host.locator("iframe").get_attribute("src"))
    widget.frame.locator("#question").fill("衢州的培训补贴现在还有效吗？")
    widget.question.press("Enter")
    expect(widget.frame.get_by_role("log")).to_contain_text("衢市人社发〔2019〕141号")


def test_what_was_asked_is_still_there_after_closing(show: Any) -> None:
    widget = show()
    widget.launcher.click()
    widget.question.fill("还没写完")
    widget.host.get_by_role("button", name="关闭").click()
    expect(widget.panel).to_be_hidden()
    widget.launcher.click()
    expect(widget.question).to_have_value("还没写完")
    expect(widget.question).to_be_focused()


def test_the_keyboard_is_enough(page: Page, show: Any) -> None:
    widget = show("<p>正文 <a href='#'>链接</a></p>")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(widget.launcher).to_be_focused()
    page.keyboard.press("Enter")
    expect(widget.question).to_be_focused()
    page.keyboard.press("Escape")
    expect(widget.panel).to_be_hidden()
    expect(widget.launcher).to_be_focused()
    page.keyboard.press("Space")
    expect(widget.question).to_be_focused()
    widget.host.get_by_role("button", name="关闭").focus()
    page.keyboard.press("Escape")
    expect(widget.panel).to_be_hidden()
    expect(widget.launcher).to_be_focused()


def test_escape_while_an_input_method_composes_stays_in_the_field(page: Page, show: Any) -> None:
    widget = show()
    widget.launcher.click()
    expect(widget.question).to_be_focused()
    widget.question.evaluate(
        "(field) => field.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', isComposing: true, bubbles: true}))"
    )
    page.wait_for_timeout(100)
    expect(widget.panel).to_be_visible()


def test_a_site_that_is_not_allowed_gets_a_link(
    page: Page, foreign_site: Site, server_url: str, watch: Watch
) -> None:
    watch.expect(REFUSED)
    page.goto(foreign_site.put("/", tag(server_url, region="晋江市")))
    [widget] = widgets(page)
    widget.launcher.click()
    notice = widget.host.get_by_role("status")
    expect(notice).to_contain_text("这里没有显示出来")
    link = notice.get_by_role("link")
    assert link.get_attribute("href") == f"{server_url}/ask?region=%E6%99%8B%E6%B1%9F%E5%B8%82"
    assert widget.frame.locator("#question").count() == 0


def test_a_site_that_is_allowed_gets_no_such_notice(page: Page, show: Any) -> None:
    widget = show()
    widget.launcher.click()
    expect(widget.question).to_be_focused()
    page.wait_for_timeout(1500)
    expect(widget.host.locator(".notice")).to_be_hidden()


def test_only_what_the_widget_shows_may_be_framed(
    page: Page, allowed_site: Site, server_url: str, watch: Watch
) -> None:
    watch.expect(REFUSED)
    page.goto(allowed_site.put("/", f'<iframe src="{server_url}/docs"></iframe>'))
    page.wait_for_timeout(300)
    assert page.frame_locator("iframe").locator("#swagger-ui").count() == 0


def test_the_same_tag_twice_makes_one_widget(page: Page, show: Any, server_url: str) -> None:
    show(tag(server_url, region="晋江市") + tag(server_url, region=" 晋江市 "), region="晋江市")
    assert len(widgets(page)) == 1


def test_two_on_a_page_stand_beside_each_other(page: Page, show: Any, server_url: str) -> None:
    show(tag(server_url, region="晋江市", title="晋江"), region="鼓楼区", title="鼓楼")
    one, other = widgets(page)
    boxes = [widget.launcher.bounding_box() for widget in (one, other)]
    assert boxes[0] and boxes[1]
    assert boxes[1]["y"] + boxes[1]["height"] <= boxes[0]["y"], "one above the other"
    one.launcher.click()
    expect(one.question).to_be_focused()
    other.launcher.click()
    expect(other.question).to_be_focused()
    expect(one.panel).to_be_hidden()
    page.keyboard.press("Escape")
    expect(other.launcher).to_be_focused()


@pytest.mark.parametrize(
    ("attributes", "told", "why"),
    [
        ({"position": "middle"}, "position", "no such corner"),
        ({"size": "enormous"}, "size", "no such size"),
        ({"colour": "red;background:url(//evil.example)"}, "colour", "no colour, and would be style"),
        ({"colour": "#12345"}, "colour", "five digits"),
        ({"title": "字" * 21}, "title", "too long for a button"),
        ({"title": " "}, "title", "nothing to read"),
        ({"region": "市" * 41}, "region", "no place has such a name"),
        ({"open": "constructor"}, "open", "neither true nor false"),
        ({"regoin": "晋江市"}, "regoin", "a typing error is found"),
        ({"constructor": "x"}, "constructor", "a word of the language, no attribute"),
    ],
)
def test_attributes_that_make_no_sense_are_ignored(
    show: Any, watch: Watch, attributes: dict[str, str], told: str, why: str
) -> None:
    widget = show(**attributes)
    expect(widget.launcher).to_have_text("补贴政策助手")
    expect(widget.launcher).to_have_css("background-color", "rgb(11, 92, 173)")
    expect(widget.panel).to_be_hidden()
    [warning] = watch.warnings
    assert f"data-{told}" in warning, why


def test_attributes_that_do_make_sense(page: Page, show: Any, watch: Watch) -> None:
    widget = show(title="培训补贴", position="bottom-left", size="large", colour="#9C1F1A", open="")
    expect(widget.panel).to_be_visible()
    assert widget.panel.bounding_box() == {"x": 20, "y": 40, "width": 480, "height": 740}
    assert page.evaluate("document.activeElement === document.body"), "a page that opens keeps its focus"
    widget.host.get_by_role("button", name="关闭").click()
    expect(widget.launcher).to_have_text("培训补贴")
    expect(widget.launcher).to_have_css("background-color", "rgb(156, 31, 26)")
    box = widget.launcher.bounding_box()
    assert box
    assert box["x"] == 20
    assert watch.warnings == []


def test_any_colour_leaves_its_text_readable(
    page: Page, show: Any, server_url: str, allowed_site: Site
) -> None:
    """A contrast of 4.5 to 1, after WCAG 2, computed here anew; also where black and white are nearly equal."""
    colours = ["#000", "#fff", "#757575", "#767676", "#777", "#f00", "#0f0", "#c0392b", "#bd1550", "#8a8a00"]
    tags = "".join(tag(server_url, color=colour) for colour in colours)
    page.goto(allowed_site.put("/", tags))
    for widget in widgets(page):
        shown = widget.launcher.evaluate(
            "(button) => { const style = getComputedStyle(button); return [style.color, style.backgroundColor]; }"
        )
        light, dark = sorted((luminance(colour) for colour in shown), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, shown


def luminance(colour: str) -> float:
    """Relative luminance of `rgb(r, g, b)`."""
    parts = [int(part) / 255 for part in colour.removeprefix("rgb(").removesuffix(")").split(",")]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_it_bears_hostile_style(page: Page, show: Any) -> None:
    hostile = """<style>
      * { display: none !important; position: static !important; font-size: 3px !important; color: red !important }
      html, body, script { display: block !important; letter-spacing: 2em; line-height: 9; direction: rtl }
      body { transform: translateX(200px) scale(0.5); overflow: hidden; visibility: hidden }
      button, dialog, iframe { width: 1px !important; opacity: 0 !important; pointer-events: none !important }
      policy-assistant { display: none !important; transform: scale(9) !important; opacity: 0 !important }
    </style>"""
    widget = show(hostile)
    assert page.evaluate("getComputedStyle(document.body).visibility") == "hidden", "the style is in force"
    box = widget.launcher.bounding_box()
    assert box
    assert (box["x"] + box["width"], box["y"] + box["height"]) == (1260, 780), (
        "in the corner, at its own size"
    )
    expect(widget.launcher).to_have_css("font-size", "18px")
    expect(widget.launcher).to_have_css("color", "rgb(255, 255, 255)")
    widget.launcher.click()
    expect(widget.question).to_be_focused()


@pytest.mark.parametrize("more", ["", "; require-trusted-types-for 'script'"])
def test_a_host_s_strict_policy_need_allow_only_two_things(show: Any, server_url: str, more: str) -> None:
    policy = f"default-src 'none'; script-src {server_url}; frame-src {server_url}{more}"
    widget = show(headers={"Content_Security_Policy": policy})
    expect(widget.launcher).to_have_css("background-color", "rgb(11, 92, 173)")
    widget.launcher.click()
    expect(widget.question).to_be_focused()


def test_it_leaves_no_cookies(page: Page, show: Any) -> None:
    widget = show()
    widget.launcher.click()
    expect(widget.question).to_be_focused()
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


CLOSE = "postMessage('policy-assistant:close', '*')"


def test_the_widget_obeys_only_its_own_frame(
    page: Page, show: Any, allowed_site: Site, server_url: str
) -> None:
    """Not the page around it; not another frame with the assistant in it; not its frame with another page in it."""
    widget = show(f"<iframe src='{server_url}/ask?embed=1'></iframe>")
    widget.launcher.click()
    expect(widget.question).to_be_focused()
    page.evaluate(CLOSE)
    other = page.frames[1]
    assert other.url == f"{server_url}/ask?embed=1"
    other.evaluate(f"parent.{CLOSE}")
    elsewhere = allowed_site.put("/elsewhere", "<p>别的网页</p>")
    widget.host.locator("iframe").evaluate("(frame, url) => { frame.src = url; }", elsewhere)
    expect(widget.frame.get_by_text("别的网页")).to_be_visible()
    page.frames[2].evaluate(f"parent.{CLOSE}")
    page.wait_for_timeout(200)
    expect(widget.panel).to_be_visible()


def test_the_page_in_the_frame_obeys_only_the_page_around_it(
    page: Page, show: Any, allowed_site: Site
) -> None:
    """Not itself, whose origin is another; not a sibling, whose window is; not one that calls itself another."""
    sibling = allowed_site.put("/sibling", "")
    widget = show(f"<iframe src='{sibling}'></iframe>")
    widget.launcher.click()
    expect(widget.question).to_be_focused()
    frame = page.frames[2]
    assert frame.evaluate("document.activeElement.blur(), document.activeElement === document.body")
    frame.evaluate("postMessage('policy-assistant:focus', '*')")
    widget.host.locator("iframe").evaluate(
        """(frame) => {
          const say = "target.postMessage('policy-assistant:focus', '*')";
          document.querySelector("body > iframe").contentWindow.Function("target", say)(frame.contentWindow);
        }"""
    )
    page.wait_for_timeout(200)
    assert frame.evaluate("document.activeElement === document.body")
    liar = "<iframe name='policy-assistant https://another.example' src='{}'></iframe>"
    page.goto(allowed_site.put("/liar", liar.format(frame.url)))
    expect(page.frame_locator("iframe").locator("#question")).to_be_visible()
    page.evaluate("frames[0].postMessage('policy-assistant:focus', '*')")
    page.wait_for_timeout(200)
    assert page.frames[1].evaluate("document.activeElement === document.body")


@pytest.mark.parametrize("origin", ["*", "/", "javascript:alert(1)", "https://evil.example/path", "null", ""])
def test_the_page_in_the_frame_talks_to_no_origin_that_is_none(
    page: Page, allowed_site: Site, server_url: str, origin: str
) -> None:
    listen = "<script>window.heard = []; addEventListener('message', ({ data }) => heard.push(data))</script>"
    frame = f'<iframe src="{server_url}/ask?embed=1" name="policy-assistant {origin}"></iframe>'
    page.goto(allowed_site.put("/", listen + frame))
    expect(page.frame_locator("iframe").locator("#question")).to_be_visible()
    assert page.evaluate("heard") == []


def test_on_a_phone_it_takes_the_whole_screen_and_keeps_the_focus(
    open_page: OpenPage, allowed_site: Site, server_url: str
) -> None:
    page = open_page(viewport=PHONE, has_touch=True, is_mobile=True)
    body = '<meta name="viewport" content="width=device-width"><a href="#">链接</a>'
    page.goto(allowed_site.put("/", body + tag(server_url, open="true")))
    [widget] = widgets(page)
    expect(widget.panel).to_be_hidden()
    widget.launcher.tap()
    expect(widget.question).to_be_focused()
    assert widget.panel.bounding_box() == {"x": 0, "y": 0, **PHONE}
    assert page.evaluate("document.querySelector('a').matches(':focus')") is False
    page.get_by_role("link", name="链接", exact=True).focus()
    assert page.evaluate("document.querySelector('a').matches(':focus')") is False, (
        "behind the panel nothing is reached"
    )
    page.keyboard.press("Escape")
    expect(widget.panel).to_be_hidden()
    expect(widget.launcher).to_be_focused()


def test_motion_is_reduced_where_people_ask_for_it(
    open_page: OpenPage, allowed_site: Site, server_url: str
) -> None:
    for wish, animation in (("no-preference", "rise"), ("reduce", "none")):
        page = open_page(reduced_motion=wish)
        page.goto(allowed_site.put("/", tag(server_url, open="true")))
        [widget] = widgets(page)
        expect(widget.panel).to_have_css("animation-name", animation)


def test_it_is_not_printed(page: Page, show: Any) -> None:
    widget = show()
    page.emulate_media(media="print")
    expect(widget.host).to_be_hidden()
    expect(widget.launcher).to_be_hidden()


def test_without_scripts_there_is_a_link(open_page: OpenPage, server_url: str) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"{server_url}/demo")
    page.get_by_role("link", name="职业培训补贴政策助手").click()
    page.wait_for_url("**/ask?region=*")


def test_the_demo_page_shows_it_and_says_what_it_is(page: Page, server_url: str) -> None:
    page.goto(f"{server_url}/demo")
    expect(page.get_by_role("complementary", name="说明")).to_contain_text("演示页面")
    [widget] = widgets(page)
    widget.launcher.click()
    expect(widget.question).to_be_focused()

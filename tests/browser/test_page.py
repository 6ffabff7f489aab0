"""The worker's page as a person meets it: asking, answering back, correcting, on paper, by keyboard alone."""

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

JUNE_2020 = "as_of=2020-06-15"
WORKER = "我在晋江上班，考了中级工能领多少？"


def ask(page: Page, question: str) -> None:
    """Type a question, send it with Enter and wait for its answer."""
    turns = page.locator(".turn").count()
    page.locator("#question").fill(question)
    page.locator("#question").press("Enter")
    expect(page.locator(".turn")).to_have_count(turns + 1)


def last(page: Page, part: str) -> str:
    return page.locator(f".turn:last-child {part}").first.inner_text()


def width_used(page: Page) -> int:
    width: int = page.evaluate("document.documentElement.scrollWidth")
    return width


def test_ask_and_follow_up(page: Page, server_url: str) -> None:
    page.goto(f"{server_url}/ask?{JUNE_2020}")
    ask(page, WORKER)
    assert last(page, ".verdict") == "可能符合"
    assert last(page, ".amount") == "1000元"
    expect(page.locator("#region")).to_have_value("晋江市")
    ask(page, "那高级工呢？")
    assert last(page, ".amount") == "1500元"
    assert page.locator(".turn").count() == 2, "the first answer stays"
    expect(page.locator("#question")).to_have_value("")


def test_chips_answer_the_open_question(page: Page, server_url: str) -> None:
    page.goto(f"{server_url}/ask?{JUNE_2020}")
    ask(page, "我在晋江上班，签了两年合同，考了中级工能领多少？")
    page.get_by_role("list", name="可选的回答").get_by_role("button", name="是").click()
    expect(page.locator(".turn")).to_have_count(2)
    assert last(page, ".verdict") == "符合"
    expect(page.get_by_role("list", name="可选的回答")).to_have_count(0)


def test_a_stated_fact_is_changed(page: Page, server_url: str) -> None:
    page.goto(f"{server_url}/ask?{JUNE_2020}")
    ask(page, WORKER)
    page.locator("#question").fill("还没写完的话")
    page.locator("summary", has_text="证书等级：四级").click()
    page.get_by_role("button", name="三级").click()
    expect(page.locator(".turn")).to_have_count(2)
    assert last(page, ".amount") == "1500元"
    expect(page.locator("#question")).to_have_value("还没写完的话")
    ask(page, "公司新招10人做岗前培训，补多少")
    page.locator("summary", has_text="人数：10人").click()
    page.get_by_role("spinbutton", name="改为 人").fill("12")
    page.get_by_role("spinbutton", name="改为 人").press("Enter")
    expect(page.locator(".turn")).to_have_count(4)
    assert last(page, ".amount") == "9600元"


def test_the_clause_opens_in_the_whole_text_at_the_marked_words(page: Page, server_url: str) -> None:
    page.goto(f"{server_url}/ask?{JUNE_2020}")
    ask(page, WORKER)
    page.locator("summary", has_text="依据：晋政办〔2019〕79号 二（六）2").click()
    with page.context.expect_page() as opening:
        page.get_by_role("link", name="晋政办〔2019〕79号 二（六）2").first.click()
    reader = opening.value
    expect(reader.locator("mark").first).to_be_in_viewport()
    assert "中级工（四级）每人" in "".join(reader.locator("mark").all_inner_texts())
    reader.get_by_role("link", name="下一条").first.click()
    expect(reader).to_have_url(f"{reader.url.split('#')[0]}#{quote('二（六）3')}")


def test_without_javascript(open_page: Callable[..., Page], server_url: str) -> None:
    page: Page = open_page(java_script_enabled=False)
    page.goto(f"{server_url}/ask?{JUNE_2020}&size=large")
    page.locator("#question").fill(WORKER)
    page.locator("#send").click()
    assert last(page, ".amount") == "1000元"
    page.locator("summary", has_text="证书等级：四级").click()
    page.get_by_role("button", name="三级").click()
    assert last(page, ".amount") == "1500元"
    page.get_by_role("button", name="有用", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("谢谢")
    page.get_by_role("link", name="回到提问").click()
    expect(page.locator("#question")).to_be_visible()
    assert page.locator("html").get_attribute("data-size") == "large", "the look is kept all the way"


def test_on_paper(page: Page, server_url: str) -> None:
    page.goto(f"{server_url}/ask?{JUNE_2020}")
    ask(page, WORKER)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    for shown in (".receipt >> nth=0", ".amount", ".conditions", "blockquote >> nth=0", ".turn .own"):
        expect(page.locator(shown)).to_be_visible()
    for gone in (".top", ".display", ".bottom", ".tools", ".feedback", ".facts", ".place"):
        expect(page.locator(gone)).to_be_hidden()
    assert "按2020年6月15日的情况答" in page.locator(".receipt").first.inner_text()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".folds details[open]").count() == 0


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("size", ["standard", "large", "elder"])
def test_nothing_is_cut_off(open_page: Callable[..., Page], server_url: str, width: int, size: str) -> None:
    page: Page = open_page(viewport={"width": width, "height": 640})
    page.goto(f"{server_url}/ask?{JUNE_2020}&size={size}")
    assert width_used(page) == width
    ask(page, "鼓楼有哪些补贴，各多少？")
    assert width_used(page) == width
    page.goto(f"{server_url}/policies/jinjiang-2019-79?size={size}")
    assert width_used(page) == width


@pytest.mark.parametrize(
    ("name", "pixels", "target"), [("标准", 18, 48), ("大字", 22, 48), ("长辈版", 30, 60)]
)
def test_text_and_targets(page: Page, server_url: str, name: str, pixels: int, target: int) -> None:
    page.goto(f"{server_url}/ask?{JUNE_2020}")
    page.get_by_role("link", name=name).click()
    ask(page, WORKER)
    size = page.evaluate("getComputedStyle(document.querySelector('.payee')).fontSize")
    assert size == f"{pixels}px"
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.payee')).lineHeight")
        == f"{pixels * 1.6:g}px"
    )
    for one in page.locator("button:visible, summary:visible, select:visible, .display a").all():
        box = one.bounding_box()
        assert box is not None
        assert box["height"] >= target, one.inner_text()
    page.goto(f"{server_url}/policies")
    size = page.evaluate("getComputedStyle(document.documentElement).fontSize")
    assert size == f"{pixels}px", "remembered on this device, on every page"


def test_by_keyboard_alone(page: Page, server_url: str) -> None:
    page.goto(f"{server_url}/ask?{JUNE_2020}&region={quote('晋江市')}")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#question")).to_be_focused()
    page.keyboard.type("我考了中级工")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("能领多少")
    expect(page.locator("#question")).to_have_value("我考了中级工\n能领多少")
    page.keyboard.press("Enter")
    expect(page.locator(".turn")).to_have_count(1)
    expect(page.locator("#question")).to_be_focused()
    reached = []
    for _ in range(40):
        page.keyboard.press("Shift+Tab")
        reached.append(page.evaluate("document.activeElement.innerText"))
        if "条件和算法" in reached[-1]:
            break
    page.keyboard.press("Enter")
    expect(page.locator(".conditions").first).to_be_visible()


def test_escape_closes_what_was_opened_in_an_answer(page: Page, server_url: str) -> None:
    page.goto(f"{server_url}/ask?{JUNE_2020}")
    ask(page, WORKER)
    summary = page.locator("summary", has_text="证书等级：四级")
    summary.click()
    page.get_by_role("button", name="三级").focus()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="三级")).to_be_hidden()
    expect(summary).to_be_focused()


@pytest.mark.parametrize("event", [{"isComposing": True}, {"keyCode": 229}], ids=["composing", "Safari"])
def test_enter_does_not_send_while_an_input_method_composes(
    page: Page, server_url: str, event: dict[str, object]
) -> None:
    page.goto(f"{server_url}/ask?{JUNE_2020}")
    box = page.locator("#question")
    box.fill("晋江岗前")
    stopped = box.evaluate(
        "(box, given) => !box.dispatchEvent(new KeyboardEvent('keydown',"
        " { key: 'Enter', bubbles: true, cancelable: true, ...given }))",
        event,
    )
    assert not stopped, "the key is left to the input method"
    expect(page.locator(".turn")).to_have_count(0)
    box.press("Enter")
    expect(page.locator(".turn")).to_have_count(1)


def test_each_answer_comes_into_the_log_at_once(page: Page, server_url: str) -> None:
    """A screen reader announces what is added to a log: question and answer are one addition."""
    page.goto(f"{server_url}/ask?{JUNE_2020}")
    page.evaluate(
        "window.additions = 0; new MutationObserver((list) => { window.additions += list.filter("
        "(one) => one.addedNodes.length).length; }).observe(document.getElementById('log'), { childList: true, subtree: true })"
    )
    ask(page, WORKER)
    assert page.evaluate("window.additions") == 1


def test_feedback_with_a_reason(page: Page, server_url: str) -> None:
    page.goto(f"{server_url}/ask?{JUNE_2020}")
    ask(page, WORKER)
    page.locator("summary", has_text="没用").click()
    page.get_by_label("看不懂").check()
    page.get_by_role("button", name="提交").click()
    expect(page.locator(".thanks")).to_be_focused()
    expect(page.locator(".feedback")).to_have_count(0)


def test_copy(page: Page, server_url: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{server_url}/ask?{JUNE_2020}")
    ask(page, WORKER)
    page.get_by_role("button", name="复制").click()
    expect(page.get_by_role("button", name="已复制")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "1000元" in copied
    assert "晋政办〔2019〕79号 二（六）2" in copied
    assert "**" not in copied


def test_nothing_can_be_read_aloud_without_a_chinese_voice(page: Page, server_url: str) -> None:
    page.add_init_script("speechSynthesis.getVoices = () => []")
    page.goto(f"{server_url}/ask?{JUNE_2020}")
    ask(page, WORKER)
    expect(page.locator("[data-do=speak]")).to_be_hidden()


def test_reading_aloud_begins_and_stops(page: Page, server_url: str) -> None:
    page.add_init_script(
        "speechSynthesis.getVoices = () => [{ lang: 'zh-CN' }]; window.spoken = [];"
        "window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };"
        "speechSynthesis.speak = (one) => window.spoken.push(one.text);"
    )
    page.goto(f"{server_url}/ask?{JUNE_2020}")
    ask(page, WORKER)
    page.get_by_role("button", name="朗读").click()
    [words] = page.evaluate("window.spoken")
    assert words.startswith("可能符合")
    assert "1000元" in words
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="朗读", exact=True)).to_be_visible()


def test_a_problem_is_told_and_the_question_kept(page: Page, watch: Any, server_url: str) -> None:
    watch.expect("422")
    page.goto(f"{server_url}/ask?{JUNE_2020}")
    page.locator("#region").select_option("其他地方")
    page.locator("#other").fill("大西洋")
    page.locator("#question").fill("考中级工补多少")
    page.locator("#send").click()
    expect(page.get_by_role("alert")).to_contain_text("不认识的地区")
    expect(page.locator("#question")).to_have_value("考中级工补多少")
    page.locator("#other").fill("成都市")
    page.locator("#send").click()
    expect(page.locator(".verdict")).to_have_text("未收录")
    expect(page.get_by_role("alert")).to_have_count(0)


def test_a_service_that_is_away(page: Page, watch: Any, server_url: str) -> None:
    watch.expect("ERR_FAILED")
    page.goto(f"{server_url}/ask?{JUNE_2020}")
    page.route("**/ask", lambda route: route.abort())
    page.locator("#question").fill(WORKER)
    page.locator("#send").click()
    expect(page.get_by_role("alert")).to_contain_text("12333")
    expect(page.locator("#question")).to_have_value(WORKER)


def test_suggested_questions_follow_the_place(page: Page, server_url: str) -> None:
    page.goto(f"{server_url}/ask?{JUNE_2020}")
    page.locator("#region").select_option("衢州市")
    shown = page.get_by_role("list", name="常见问题")
    expect(shown).to_have_count(1)
    expect(shown).to_contain_text("我在衢州市上班")
    shown.get_by_role("button").first.click()
    expect(page.locator(".turn")).to_have_count(1)
    expect(page.locator("#welcome")).to_be_hidden()

"""The hotline's console in a browser: from the login to a copied script, a figure, a table, a record."""

import re
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.console_service import NAME, log_in, serving_console
from tests.browser.servers import Service
from tests.browser.watch import Watch
from ui.console.login import COOKIE

WORKER = "晋江中级工能领多少"
FIRST_RESULT_WITHIN = 300  # milliseconds
# Until the other tabs have been filled. The page keeps a connection open, so that its network is never idle.
SETTLED = 1000  # milliseconds
PAYLOADS = (
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "</script><script>alert(1)</script>",
    "\"'><details open ontoggle=alert(1)>",
    "${alert(1)}`${alert(1)}`",
    "{{constructor.constructor('alert(1)')()}}",
    "javascript:alert(1)",
    "[x](javascript:alert(1))",
)


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """The console as `assistant console` starts it, with one officer."""
    with serving_console(tmp_path_factory.mktemp("console")) as service:
        yield service


@pytest.fixture
def console(open_page: OpenPage, service: Service) -> Page:
    """The page of an officer who has logged in."""
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(service.url)
    log_in(page)
    expect(question(page)).to_be_focused()
    expect(page.locator("header")).to_contain_text(NAME)
    return page


def question(page: Page):  # type: ignore[no-untyped-def]
    return page.get_by_label("来电人问什么")


def ask(page: Page, typed: str) -> None:
    """Ask by keyboard and wait for the answer."""
    question(page).fill(typed)
    with page.expect_response("**/run/predict"):
        question(page).press("Enter")


def copied(page: Page) -> str:
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text.replace("\r\n", "\n")


def tab(page: Page, name: str) -> None:
    page.get_by_role("tab", name=name).click()


def test_a_wrong_password_is_told(open_page: OpenPage, service: Service, watch: Watch) -> None:
    watch.expect("401")
    page = open_page()
    page.goto(service.url)
    expect(page).to_have_url(re.compile("/login$"))
    log_in(page, "wrong-horse-99")
    expect(page.get_by_role("alert")).to_have_text("用户名或者密码不对。")
    log_in(page)
    expect(question(page)).to_be_visible()


def test_two_keys_from_the_question_to_the_copied_script(console: Page) -> None:
    """晋政办〔2019〕79号 二（六）2: 中级工 1000 元 to the worker."""
    question(console).fill(WORKER)
    console.keyboard.press("Enter")
    expect(console.locator("#script h2").first).to_have_text("结论")
    console.keyboard.press("Alt+c")
    expect(console.locator("#said")).to_have_text("已复制")
    script = copied(console)
    assert script.startswith("【结论】\n")
    assert "1000元" in script
    assert "晋政办〔2019〕79号，第二部分（六）第2点。" in script


def test_the_first_result_is_there_at_once(console: Page) -> None:
    """The fastest of five: others may share the machine."""
    taken = []
    for typed in (
        WORKER,
        "鼓楼区以工代训补贴标准是多少",
        "衢州电工证补多少钱",
        "福建见证补贴怎么领",
        "晋江岗前培训补多少",
    ):
        before = console.locator("#results").inner_text()
        question(console).fill(typed)
        began = time.perf_counter()
        question(console).press("Enter")
        console.wait_for_function(
            "(before) => document.querySelector('#results .hits') && document.querySelector('#results').innerText !== before",
            arg=before,
        )
        taken.append(1000 * (time.perf_counter() - began))
        console.wait_for_timeout(SETTLED)
    assert min(taken) <= FIRST_RESULT_WITHIN, taken


def test_results_are_marked_and_open_the_original(console: Page) -> None:
    ask(console, WORKER)
    results = console.locator("#results li button")
    expect(results.first.locator("mark").first).to_have_text("中级工")
    results.nth(1).click()
    tab(console, "原文")
    expect(console.locator("#original .where").first).to_contain_text(
        results.nth(1).locator(".where").inner_text().split()[-1]
    )
    console.get_by_role("button", name="下一条").click()
    expect(console.locator("#original .neighbour").first).to_contain_text("上一条")
    reader = console.get_by_role("link", name="在政策阅读页打开").get_attribute("href") or ""
    assert "/policies/" in reader and "#" in reader


def test_the_open_question_is_answered_with_a_click(console: Page) -> None:
    ask(console, "岗前培训补多少")
    console.get_by_role("button", name="晋江市").click()
    expect(console.locator("#script")).to_contain_text("800元")
    expect(console.locator("#script .known")).to_contain_text("晋江市")


def test_a_follow_up_goes_on_with_the_call_and_a_new_call_does_not(console: Page) -> None:
    ask(console, WORKER)
    console.get_by_label("接着上一句问").check()
    ask(console, "那高级工呢")
    expect(console.locator("#script")).to_contain_text("1500元")
    expect(console.get_by_label("接着上一句问")).not_to_be_checked()
    console.keyboard.press("Alt+n")
    expect(question(console)).to_have_value("")
    expect(question(console)).to_be_focused()
    ask(console, "那高级工呢")
    expect(console.locator("#script")).to_contain_text("请先告诉我您在哪里")


def test_filters_narrow_what_is_found(console: Page) -> None:
    console.get_by_label("地区", exact=True).click()
    console.get_by_role("option", name="衢州市").click()
    ask(console, "中级工补贴多少")
    expect(console.locator("#results .where").first).to_contain_text("衢市人社发〔2019〕141号")
    places = console.locator("#results .where").all_inner_texts()
    assert all("衢市人社发" in place for place in places)
    console.get_by_label("只看今日有效").check()
    ask(console, "中级工补贴多少")
    expect(console.locator("#results")).to_contain_text("没有找到条款")


def test_the_calculator_computes_with_every_answer(console: Page) -> None:
    ask(console, WORKER)
    tab(console, "计算器")
    expect(console.get_by_label("四级")).to_be_checked()
    console.get_by_label("一共多少人？").fill("3")
    result = console.locator("#calculation")
    expect(result.locator(".amount")).to_contain_text("3000元")
    expect(result.locator(".steps")).to_contain_text("3人")
    console.get_by_label("签了多长期限的劳动合同？").fill("24")
    expect(result.locator(".conditions li").first).to_contain_text("✓")
    console.locator("fieldset", has_text="在单位缴纳基本养老保险了吗？").get_by_label(
        "否", exact=True
    ).check()
    expect(result).to_contain_text("不能领")
    expect(result.locator(".conditions li").nth(1)).to_contain_text("✗")
    console.get_by_label("一共多少人？").fill("很多")
    expect(result).to_contain_text("请填数字")


def test_places_side_by_side(console: Page) -> None:
    ask(console, WORKER)
    tab(console, "对比地区")
    table = console.locator("#comparison table")
    expect(table.locator("thead th")).to_have_text(["付给谁", "福州市鼓楼区", "晋江市", "衢州市", "福建省"])
    worker = table.locator("tbody tr", has=console.locator("th", has_text=re.compile("^个人$")))
    expect(worker.locator("td").nth(1)).to_contain_text("固定")
    expect(worker.locator("td").nth(1)).to_contain_text("1000元")
    expect(worker.locator("td").nth(0)).to_contain_text("没有规定")
    console.get_by_label("福州市鼓楼区").uncheck()
    expect(table.locator("thead th")).to_have_count(4)


def test_a_doubted_answer_is_reviewed_and_all_is_exported(console: Page, service: Service) -> None:
    ask(console, "厂里电话13812345678，晋江岗前培训补多少")
    console.get_by_label("这个答复有疑问").fill("=1+1 窗口说法不同")
    console.get_by_role("button", name="标为存疑").click()
    expect(console.locator("#marked")).to_contain_text("已标为存疑")
    tab(console, "记录")
    review = console.locator("#review")
    expect(review).to_contain_text("窗口说法不同")
    expect(console.locator("#records .charts")).to_contain_text("岗前培训")
    expect(console.locator("#records")).not_to_contain_text("13812345678")
    with console.expect_download() as download:
        console.get_by_role("link", name="导出 CSV").click()
    written = download.value.path().read_bytes()
    assert written.startswith(b"\xef\xbb\xbf")
    assert "'=1+1 窗口说法不同" in written.decode("utf-8")
    assert b"13812345678" not in written
    review.get_by_role("button", name="已复核").click()
    expect(review).not_to_contain_text("窗口说法不同")


def test_what_people_type_never_runs(console: Page) -> None:
    """A dialog, an error or a request elsewhere fails the test: see the fixture."""
    for payload in PAYLOADS:
        ask(console, f"晋江中级工能领多少{payload}")
        expect(console.locator("#script h2").first).to_have_text("结论")
        console.get_by_label("这个答复有疑问").fill(payload)
        console.get_by_role("button", name="标为存疑").click()
        expect(console.locator("#marked")).to_contain_text("已标为存疑")
    tab(console, "记录")
    expect(console.locator("#records tbody tr").first).to_be_visible()
    expect(console.locator("#review")).to_contain_text("onerror=alert(1)")
    assert console.locator("#review img, #records img, #results img").count() == 0


def test_a_session_that_has_ended_leads_back_to_the_login(console: Page, watch: Watch) -> None:
    watch.expect("401")
    console.wait_for_timeout(SETTLED)
    console.context.clear_cookies(name=COOKIE)
    question(console).fill(WORKER)
    question(console).press("Enter")
    expect(console).to_have_url(re.compile("/login$"))


def test_logging_out(console: Page, service: Service) -> None:
    expect(console.locator("header")).to_contain_text(NAME)
    console.get_by_role("button", name="退出").click()
    expect(console).to_have_url(re.compile("/login$"))
    console.goto(service.url)
    expect(console).to_have_url(re.compile("/login$"))


@pytest.mark.parametrize("width", [1024, 1280])
def test_axe_finds_nothing_serious_and_all_fits(console: Page, axe: str, width: int) -> None:
    console.set_viewport_size({"width": width, "height": 800})
    ask(console, WORKER)
    for name in ("话术", "原文", "计算器", "对比地区", "记录"):
        tab(console, name)
        console.wait_for_timeout(SETTLED)
        if not console.evaluate("'axe' in window"):
            console.evaluate(axe)
        found = console.evaluate(
            """async () => (await axe.run(document, { resultTypes: ["violations"] })).violations
                 .filter((rule) => ["serious", "critical"].includes(rule.impact))
                 .map((rule) => `${rule.id}: ${rule.nodes[0].html}`)"""
        )
        assert found == [], name
        assert console.evaluate("document.documentElement.scrollWidth") <= width, name


def test_keys_alone_reach_every_tab(console: Page) -> None:
    for number, name in enumerate(("话术", "原文", "计算器", "对比地区", "记录"), 1):
        console.keyboard.press(f"Alt+{number}")
        expect(console.get_by_role("tab", name=name)).to_have_attribute("aria-selected", "true")
    console.keyboard.press("Alt+k")
    expect(question(console)).to_be_focused()


def test_nothing_leaves_the_machine(console: Page, service: Service) -> None:
    """The page's own requests are watched by the fixture, the server's by the offline start."""
    ask(console, WORKER)
    expect(console.locator("#results .hits")).to_be_visible()
    assert service.attempts == []
    fonts = console.evaluate("getComputedStyle(document.querySelector('.gradio-container')).fontFamily")
    assert "Microsoft YaHei" in fonts

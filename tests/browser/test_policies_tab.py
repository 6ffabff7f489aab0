"""The editors' tab in a browser: from a file to an answer, a new version, a removal; who is no editor sees nothing."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.console_service import EDITOR, log_in, serving_editors
from tests.browser.servers import Service
from tests.browser.watch import Watch
from tests.intake.tutorial import build_docx, build_pdf
from ui.console.login import COOKIE

ID = "jinjiang-2024-9"
PATIENCE = 60_000  # milliseconds; an index is built meanwhile
PAYLOAD = "<img src=x onerror=alert(1)>${alert(1)}"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """The console on a copy of the corpus, with an officer and an editor."""
    with serving_editors(tmp_path_factory.mktemp("editors")) as service:
        yield service


@pytest.fixture
def editor(open_page: OpenPage, service: Service) -> Page:
    """The page of an editor, the tab opened by keyboard."""
    return open_tab(open_page, service)


def open_tab(open_page: OpenPage, service: Service) -> Page:
    """Log in anew, in a window of its own."""
    page = open_page()
    page.goto(service.url)
    log_in(page, name=EDITOR)
    expect(page.get_by_role("tab", name="政策管理")).to_be_visible()
    page.keyboard.press("Alt+6")
    expect(page.locator("#held tbody tr").first).to_be_visible()
    return page


def choose(page: Page, file: Path) -> None:
    page.get_by_label("选一份政策文件").set_input_files(file)


def press(page: Page, name: str) -> None:
    """Reach a button by its name and press it by keyboard."""
    page.get_by_role("button", name=name, exact=True).press("Enter")


def told(page: Page, words: str) -> None:
    expect(page.locator("#work")).to_contain_text(words, timeout=PATIENCE)


def measure_and_take_in(page: Page, asked: int) -> None:
    """`asked`: how many questions are replayed, those of callers included."""
    press(page, "看影响")
    told(page, "句的答复会变")
    expect(page.locator("#impact")).to_contain_text(f"问了 {asked} 句")
    page.get_by_label("会变的答复我看过了").press("Space")
    press(page, "收录")
    told(page, f"已收录：{ID}")


def findings(page: Page, axe: str) -> list[str]:
    """What axe finds that is serious."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe)
    found: list[str] = page.evaluate(
        """async () => (await axe.run(document, { resultTypes: ["violations"] })).violations
             .filter((rule) => ["serious", "critical"].includes(rule.impact))
             .map((rule) => `${rule.id}: ${rule.nodes[0].html}`)"""
    )
    return found


def test_who_is_no_editor_sees_nothing_of_it(open_page: OpenPage, service: Service) -> None:
    page = open_page()
    page.goto(service.url)
    log_in(page)
    expect(page.get_by_role("tab", name="记录")).to_be_visible()
    expect(page.locator("header")).to_contain_text("Alt+1…5")
    expect(page.get_by_role("tab", name="政策管理")).to_have_count(0)
    expect(page.locator("#held, #policy-file")).to_have_count(0)


def test_from_a_file_to_an_answer_a_new_version_and_out_again(
    editor: Page, service: Service, tmp_path: Path, axe: str
) -> None:
    build_docx(tmp_path / "示例.docx")
    build_pdf(tmp_path / "示例.pdf")
    held = editor.locator("#held")

    choose(editor, tmp_path / "示例.docx")
    told(editor, "还没有写入")
    summary = editor.locator("#summary")
    for words in ("晋人社规〔2024〕9号", "晋江市人力资源和社会保障局", "2027-05-31", "有效期3年", "第三条"):
        expect(summary).to_contain_text(words)
    press(editor, "收录")
    told(editor, "请先点“看影响”")
    measure_and_take_in(editor, asked=2)
    expect(held).to_contain_text("草稿 3 条")
    expect(editor.locator("#log")).to_contain_text("问了 2 句")

    editor.get_by_label("来电人问什么").fill("我在晋江学无人机，考了高级工能领多少")
    editor.get_by_label("来电人问什么").press("Enter")
    expect(editor.locator("#results")).to_contain_text("晋人社规〔2024〕9号")  # the console answers from it

    editor.get_by_label("代替哪一份").click()
    editor.get_by_role("option", name=ID).click()
    choose(editor, tmp_path / "示例.pdf")
    told(editor, "还没有写入")
    press(editor, "比较改了什么")
    expect(editor.locator("#changed mark")).to_contain_text("2900")
    for width in (1024, 1280):
        editor.set_viewport_size({"width": width, "height": 800})
        assert findings(editor, axe) == [], width
        assert editor.evaluate("document.documentElement.scrollWidth") <= width
    measure_and_take_in(editor, asked=3)
    expect(editor.locator("#log tbody tr").first).to_contain_text(f"代替 {ID}")

    held.get_by_role("button", name=f"查看 {ID}").press("Enter")
    expect(editor.locator("#sheet")).to_contain_text("还没有核对的规则")
    assert findings(editor, axe) == []
    take_out(editor, axe)
    expect(held).not_to_contain_text(ID)
    assert list((service.folder / "corpus" / "policies" / ".removed").glob(f"{ID}.*"))


def take_out(editor: Page, axe: str) -> None:
    """By keyboard, and only once what changes was seen and signed."""
    held, sheet = editor.locator("#held"), editor.locator("#sheet")
    expect(editor.get_by_role("button", name="确定删除")).to_be_hidden()
    held.get_by_role("button", name=f"删除 {ID}").press("Enter")
    expect(sheet).to_contain_text("留一份")
    press(editor, "确定删除")
    told(editor, "请先点“看影响”")
    press(editor, f"看影响 {ID}")
    told(editor, "句的答复会变")
    expect(sheet).to_contain_text("句的答复会变")
    for width in (1024, 1280):
        editor.set_viewport_size({"width": width, "height": 800})
        assert findings(editor, axe) == [], width
        assert editor.evaluate("document.documentElement.scrollWidth") <= width
    press(editor, "确定删除")
    told(editor, "请先勾选")
    editor.get_by_label("看过了会变的答复，同意删除").press("Space")
    press(editor, "确定删除")
    told(editor, f"已删除：{ID}")
    told(editor, "policies/.removed/")
    expect(editor.get_by_role("button", name="确定删除")).to_be_hidden()
    for words in ("删除", ID, "看过并同意", "做完了"):
        expect(editor.locator("#log tbody tr").first).to_contain_text(words)


def test_two_windows_of_an_editor_do_not_write_over_each_other(
    editor: Page, open_page: OpenPage, service: Service, tmp_path: Path
) -> None:
    build_docx(tmp_path / "示例.docx")
    other = open_tab(open_page, service)
    choose(editor, tmp_path / "示例.docx")
    told(editor, "还没有写入")
    press(other, "重新推断")
    told(other, "请先选一份文件")
    (tmp_path / "另一份.txt").write_text("没有多少字。", encoding="utf-8")
    choose(other, tmp_path / "另一份.txt")
    told(other, "文件里几乎没有文字")
    press(editor, "重新推断")
    expect(editor.locator("#summary")).to_contain_text("晋人社规〔2024〕9号")
    expect(other.locator("#summary section")).to_have_count(0)


def test_a_bad_file_is_told_in_one_line(editor: Page, tmp_path: Path) -> None:
    for name, content, says in (
        ("扫描.pdf", b"%PDF-1.4 nothing", "文件读不了（扫描.pdf）"),
        ("表.xlsx", b"PK", "文件读不了（表.xlsx）"),
        ("大.txt", b"a" * 1_600_000, "超过 1 MB 的上限"),
    ):
        (tmp_path / name).write_bytes(content)
        choose(editor, tmp_path / name)
        expect(editor.locator("#work, #upload").get_by_text(says)).to_be_visible(timeout=PATIENCE)
    expect(editor.locator("#summary section")).to_have_count(0)


def test_what_a_document_holds_never_runs(editor: Page, tmp_path: Path) -> None:
    """A dialog, an error or a request elsewhere fails the test: see the fixture."""
    file = tmp_path / f"{PAYLOAD.replace('/', '')}.txt"
    file.write_text(
        f"某人社规〔2024〕7号\n\n晋江市{PAYLOAD}补贴办法\n\n第一条　{PAYLOAD}每人{PAYLOAD}700元。\n"
        f"第二条　企业培训职工的，按照每人700元的标准给予企业{PAYLOAD}补贴。\n\n"
        "晋江市人力资源和社会保障局\n2024年5月6日\n",
        encoding="utf-8",
    )
    editor.get_by_label("编号（不写则自动取）").fill("payload-2024")
    choose(editor, file)
    told(editor, "还没有写入")
    expect(editor.locator("#summary")).to_contain_text("onerror=alert(1)")
    assert editor.locator("#summary img, #work img").count() == 0


def test_a_file_of_one_who_is_logged_out_is_refused_and_leads_to_the_login(
    editor: Page, watch: Watch, tmp_path: Path
) -> None:
    watch.expect("401")
    (tmp_path / "示例.txt").write_text("第一条　每人700元。\n", encoding="utf-8")
    editor.context.clear_cookies(name=COOKIE)
    with editor.expect_response(re.compile("policy-file")) as refused:
        choose(editor, tmp_path / "示例.txt")
    assert refused.value.status == 401
    # Awaited: a context that is closed while its page is on the way elsewhere may never close.
    expect(editor).to_have_url(re.compile("/login$"))

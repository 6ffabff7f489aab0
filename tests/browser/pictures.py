"""`python -m tests.browser.pictures`: the pictures of the README, taken anew and put into docs/."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.console_service import EDITOR, log_in, serving_console, serving_editors
from tests.browser.servers import serving
from tests.browser.tools import ROOT, find_browser
from tests.intake.tutorial import build_docx

SETTLED = 1500  # milliseconds in which the console fills its other tabs
DAY = "2020-06-15"  # a day on which something is paid, and the same pictures every time
QUESTION = "我在晋江一家鞋厂上班，签了两年劳动合同，一直交养老保险，今年考下了中级工证书，我个人能领多少？"


@dataclass(frozen=True)
class Scene:
    """A picture: its file in docs/, its size in pixels, and how a fresh page comes to show it."""

    file: str
    width: int
    height: int
    show: Callable[[Page, str], None]
    of: Literal["page", "console", "editors"] = "page"  # the program that it is of


def _answer(page: Page, url: str) -> None:
    page.goto(f"{url}/ask?as_of={DAY}")
    page.locator("#question").fill(QUESTION)
    page.locator("#question").press("Enter")
    expect(page.get_by_role("log")).to_contain_text("1000元")
    for part in ("条件和算法", "依据"):
        page.locator("summary", has_text=part).first.click()
    page.locator(".turn").evaluate("(turn) => turn.scrollIntoView()")


def _widget(page: Page, url: str) -> None:
    page.goto(f"{url}/demo")
    page.locator(".launcher").click()
    expect(page.frame_locator("iframe").locator("#question")).to_be_focused()


def _console(page: Page, url: str) -> None:
    page.goto(url)
    log_in(page)
    typed = page.get_by_label("来电人问什么")
    typed.fill("晋江中级工能领多少")
    typed.press("Enter")
    expect(page.get_by_role("tabpanel")).to_contain_text("1000元")
    page.wait_for_timeout(SETTLED)


def _policies(page: Page, url: str) -> None:
    page.goto(url)
    log_in(page, name=EDITOR)
    page.get_by_role("tab", name="政策管理").click()
    with TemporaryDirectory() as folder:
        build_docx(Path(folder, "示例.docx"))
        page.get_by_label("选一份政策文件").set_input_files(Path(folder, "示例.docx"))
        expect(page.locator("#work")).to_contain_text("还没有写入", timeout=30_000)
    page.get_by_role("button", name="看影响").click()
    expect(page.locator("#impact")).to_contain_text("句的答复会变", timeout=60_000)
    page.locator("#work").evaluate("(work) => work.scrollIntoView()")
    page.wait_for_timeout(SETTLED)


SCENES = (
    Scene("answer.png", 760, 980, _answer),
    Scene("widget.png", 1100, 700, _widget),
    Scene("console.png", 1280, 860, _console, of="console"),
    Scene("policies.png", 1280, 1180, _policies, of="editors"),
)


def take(browser: Browser, scene: Scene, url: str, folder: Path) -> Path:
    """Take one picture of the server at an address; the file."""
    context = browser.new_context(
        locale="zh-CN",
        viewport={"width": scene.width, "height": scene.height},
        reduced_motion="reduce",
    )
    page = context.new_page()
    scene.show(page, url)
    if scene.of == "page":  # the console's keeps a connection open
        page.wait_for_load_state("networkidle")
    path = folder / scene.file
    page.screenshot(path=path)
    context.close()
    return path


def _made(folder: str, name: str) -> Path:
    made = Path(folder, name)
    made.mkdir()
    return made


def main() -> None:
    """Take all of them."""
    with (
        TemporaryDirectory() as folder,
        serving(_made(folder, "serve"), "assistant.cli", "serve") as service,
        serving_console(_made(folder, "console")) as console,
        serving_editors(_made(folder, "editors")) as editors,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=find_browser())
        for scene in SCENES:
            url = {"page": service.url, "console": console.url, "editors": editors.url}[scene.of]
            print(take(browser, scene, url, ROOT / "docs").relative_to(ROOT))
        browser.close()


if __name__ == "__main__":
    main()

"""The console as `assistant console` starts it, with one officer who may log in."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page

from assistant.officers import Officers
from tests.browser.servers import Service, serving

NAME, PASSWORD = "王芳", "correct-horse-9"


@contextmanager
def serving_console(folder: Path) -> Iterator[Service]:
    """A server of its own; its files lie in the folder."""
    users = folder / "users.json"
    Officers(users).put(NAME, PASSWORD)
    with serving(folder, "assistant.cli", "console", health="/login", console_users=str(users)) as service:
        yield service


def log_in(page: Page, password: str = PASSWORD) -> None:
    """Fill in the form of the page of the login."""
    page.get_by_label("用户名").fill(NAME)
    page.get_by_label("密码").fill(password)
    page.get_by_role("button", name="登录").click()

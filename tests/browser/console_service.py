"""The console as `assistant console` starts it, with one officer who may log in, and with an editor."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page

from assistant.officers import Officers
from tests.browser.servers import Service, serving
from tests.browser.tools import ROOT

NAME, PASSWORD = "王芳", "correct-horse-9"
EDITOR = "李敏"
REPLAYED = ("晋江中级工能领多少", "晋江企业做新职业岗前培训，取得合格证书，补多少")


@contextmanager
def serving_console(folder: Path) -> Iterator[Service]:
    """A server of its own; its files lie in the folder."""
    users = folder / "users.json"
    Officers(users).put(NAME, PASSWORD)
    with serving(folder, "assistant.cli", "console", health="/login", console_users=str(users)) as service:
        yield service


@contextmanager
def serving_editors(folder: Path) -> Iterator[Service]:
    """The same with an editor beside the officer, on a copy of the corpus, with few questions to replay."""
    users, corpus, replayed = folder / "users.json", folder / "corpus", folder / "replayed.txt"
    shutil.copytree(ROOT / "corpus", corpus)
    replayed.write_text("\n".join(REPLAYED), encoding="utf-8")
    officers = Officers(users)
    for name in (NAME, EDITOR):
        officers.put(name, PASSWORD)
    officers.appoint(EDITOR, editor=True)
    command = ("tests.browser.console_few_questions", str(replayed), "console")
    with serving(
        folder, *command, health="/login", console_users=str(users), corpus=str(corpus), intake_file_mb="1"
    ) as service:
        yield service


def log_in(page: Page, password: str = PASSWORD, name: str = NAME) -> None:
    """Fill in the form of the page of the login."""
    page.get_by_label("用户名").fill(name)
    page.get_by_label("密码").fill(password)
    page.get_by_role("button", name="登录").click()

"""What stands in a policy's own text never runs, either: a document taken in may hold anything."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.servers import Service, serving
from tests.browser.test_script_injection import ATTEMPTS, POLICY, STARTS, foreign
from tests.browser.tools import ROOT

EVERY = 8  # of the attempts are quoted in answers; the reader shows all


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A server of a corpus in which one policy's text holds every attempt."""
    folder = tmp_path_factory.mktemp("written")
    shutil.copytree(ROOT / "corpus", folder / "corpus")
    source = folder / "corpus" / POLICY.strip("/") / "source.txt"
    lines = (f"培训券补充说明第{number}项写的是{attempt}" for number, attempt in enumerate(ATTEMPTS, 1))
    source.write_text("\n".join((source.read_text(encoding="utf-8"), *lines, "")), encoding="utf-8")
    with serving(folder, "assistant.cli", "serve", corpus=str(folder / "corpus")) as service:
        yield service


def test_in_the_reader(page: Page, service: Service) -> None:
    page.goto(f"{service.url}{POLICY}")
    shown = page.locator("main").inner_text()
    assert all(f"培训券补充说明第{number}项" in shown for number in range(1, len(ATTEMPTS) + 1))
    assert STARTS[0] in shown, "as it stands in the text"
    assert foreign(page) == []


def test_in_answers_that_quote_it(page: Page, service: Service) -> None:
    page.goto(f"{service.url}/ask?region=福建省")
    for number in range(1, len(ATTEMPTS) + 1, EVERY):
        page.locator("#question").fill(f"培训券补充说明第{number}项写的是什么")
        page.locator("#question").press("Enter")
        expect(page.locator("#log .turn").last).to_contain_text("培训券补充说明")
    assert foreign(page) == []

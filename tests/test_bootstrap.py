"""A server goes on answering while corpus and index change under it."""

import logging
import shutil
import threading
import time
from datetime import date
from pathlib import Path

import pytest

from assistant.bootstrap import QUESTIONS, LatestAssistant, build
from assistant.errors import StaleIndexError
from assistant.search import current_version
from assistant.settings import IN_MEMORY, Settings

CORPUS = Path(__file__).parents[1] / "corpus"
DAY = date(2020, 6, 15)
QUERY = "擂台赛打擂"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with corpus and index; whoever changes them copies it first."""
    folder = tmp_path_factory.mktemp("served")
    shutil.copytree(CORPUS, folder / "corpus")
    build(served(folder))
    return folder


@pytest.fixture
def settings(built: Path, tmp_path: Path) -> Settings:
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    return served(tmp_path)


def served(folder: Path) -> Settings:
    return Settings(corpus=folder / "corpus", indexes=folder / "indexes", database_url=IN_MEMORY)


def learn(settings: Settings) -> None:
    """Somebody asked in new words, and it was written down."""
    bank = settings.corpus / "policies" / "jinjiang-2019-79" / "questions.yaml"
    first, item, rest = bank.read_text(encoding="utf-8").partition("\n- ")
    bank.write_text(f"{first}{item}{QUERY}{item}{rest}", encoding="utf-8")


def coverage(latest: LatestAssistant) -> float:
    return max((hit.coverage for hit in latest().search(QUERY, as_of=DAY)), default=0.0)


def test_the_next_request_is_answered_from_the_new_index(settings: Settings) -> None:
    latest = LatestAssistant(settings)
    first, before = latest(), coverage(latest)
    assert latest() is first
    session = first.ask("我在晋江考了中级工，能领多少？", as_of=DAY).session_id
    learn(settings)
    assert latest() is first, "the corpus changed and was not built"
    build(settings)
    assert latest() is not first
    assert coverage(latest) > before
    assert latest().ask("高级工呢？", session_id=session, as_of=DAY).session_id == session, (
        "conversations go on"
    )


def test_rules_edited_alone_are_taken_up(settings: Settings) -> None:
    latest = LatestAssistant(settings)
    first = latest()
    rules = settings.corpus / "policies" / "jinjiang-2019-79" / "benefits.yaml"
    written = rules.read_text(encoding="utf-8")
    rules.write_text(
        written.replace("amount: {each: headcount, of: 800}", "amount: {each: headcount, of: 750}", 1),
        "utf-8",
    )
    assert latest() is first, "nothing was put into service"
    version = current_version(settings.indexes)
    build(settings)
    assert current_version(settings.indexes) == version, "the index of the clauses is what it was"
    facts = {"headcount": 2, "contract_months": 24, "months_since_hire": 3, "pass_certificate": True}
    [out] = latest().calculate(facts, region=None, as_of=DAY, benefit="jinjiang-pre-job")
    assert out.amount is not None and out.amount.high == "1500"
    second = latest()
    build(settings)
    assert latest() is second, "nothing is opened anew where nothing changed"


def test_questions_about_other_matters_are_a_version_of_their_own(settings: Settings) -> None:
    latest = LatestAssistant(settings)
    first = latest()
    elsewhere = settings.corpus / "elsewhere.yaml"
    begin, key, rest = elsewhere.read_text(encoding="utf-8").partition("  questions:\n")
    elsewhere.write_text(f"{begin}{key}    - {QUERY}\n{rest}", encoding="utf-8")
    clauses = current_version(settings.indexes)
    build(settings)
    assert current_version(settings.indexes) == clauses, "the clauses are what they were"
    assert latest() is not first


def test_an_index_of_the_questions_that_is_missing_is_said_to_be(settings: Settings) -> None:
    shutil.rmtree(settings.indexes / QUESTIONS)
    with pytest.raises(StaleIndexError, match="assistant index"):
        LatestAssistant(settings)


def test_what_cannot_be_opened_leaves_the_old_one_in_service(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    latest = LatestAssistant(settings)
    first = latest()
    name = current_version(settings.indexes)
    (settings.indexes / "CURRENT").write_text("999999-00000000")
    with caplog.at_level(logging.ERROR):
        assert latest() is first
        assert latest() is first
    said = [record.getMessage() for record in caplog.records if record.name == "assistant.bootstrap"]
    assert len(said) == 1
    assert "999999-00000000" in said[0]
    (settings.indexes / "CURRENT").unlink()
    assert latest() is first
    (settings.indexes / "CURRENT").write_text(str(name))
    assert coverage(latest) == coverage(LatestAssistant(settings))


def test_a_swap_under_load_changes_no_answer_but_to_the_new_one(settings: Settings) -> None:
    latest = LatestAssistant(settings)
    question = "我在晋江考了中级工，个人能领多少？"
    before = coverage(latest)
    expected = latest().ask(question, as_of=DAY).text
    seen: set[tuple[float, str]] = set()
    stop = threading.Event()
    failures: list[BaseException] = []

    def ask() -> None:
        try:
            while not stop.is_set():
                seen.add((coverage(latest), latest().ask(question, as_of=DAY).text))
        except BaseException as error:  # a thread's own failure would pass unseen
            failures.append(error)

    askers = [threading.Thread(target=ask) for _ in range(3)]
    for asker in askers:
        asker.start()
    try:
        learn(settings)
        build(settings)
        # Whichever thread came first opens the new index; the others are answered from the old one until then.
        deadline = time.monotonic() + 30
        while (after := coverage(latest)) == before and time.monotonic() < deadline:
            time.sleep(0.01)
    finally:
        stop.set()
        for asker in askers:
            asker.join()
    assert failures == []
    assert after > before
    assert seen <= {(before, expected), (after, expected)}

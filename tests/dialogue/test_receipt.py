"""An answer under an id: kept without what was typed, given again word for word, held against today."""

import logging
import sqlite3
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from assistant.dialogue.compose import compose
from assistant.dialogue.records.answer_store import AnswerStore
from assistant.dialogue.records.receipt import (
    Receipt,
    Record,
    admit_answer_id,
    answer_id,
    printable,
    receipt,
    record,
)
from assistant.documents.library import Library
from assistant.errors import BadInput
from assistant.rules.formulas import parse_formula
from assistant.rules.rulebook import Rule, Rulebook
from tests.dialogue.talk import JUNE_2020, answer_to

NOW = datetime(2020, 6, 15, 9, 0, tzinfo=UTC)
QUESTION = "我叫王小明，在晋江一家鞋厂打工，签了两年合同，交了社保，考了中级工，能领多少？"
WORKER = "jinjiang-skill-upgrade-worker"


@pytest.fixture(scope="module")
def kept(rulebook: Rulebook) -> Record:
    return record_of(QUESTION, rulebook)


def record_of(question: str, rulebook: Rulebook, *, on: date = JUNE_2020, corpus: str = "f") -> Record:
    answer = answer_to(question, on=on)
    reply = compose(answer, session_id="anna", on=on)
    return record(reply, answer.entitlements, rulebook.book, corpus=corpus, on=on)


def id_of(kept: Record) -> str:
    return answer_id(kept.model_dump_json())


def today(kept: Record, library: Library, rulebook: Rulebook, *, on: date = JUNE_2020) -> Receipt:
    return receipt(kept, id_of(kept), library, rulebook, corpus="f", today=on)


def changed(rulebook: Rulebook, amount: object = None, **benefit: object) -> Rulebook:
    """The rulebook as if 二（六）2 had been written otherwise."""
    if amount is not None:
        benefit["amount"] = parse_formula(amount)

    def rewritten(rule: Rule) -> Rule:
        if rule.benefit.id != WORKER:
            return rule
        return replace(rule, benefit=rule.benefit.model_copy(update=benefit))

    return replace(rulebook, rules=tuple(map(rewritten, rulebook.rules)))


def test_the_id_can_be_read_out(kept: Record) -> None:
    first, second = id_of(kept).split("-")
    assert len(first) == len(second) == 5
    assert not set(first + second) & set("ILOU"), "letters that are misheard or misread"


def test_the_same_answer_has_the_same_id(kept: Record, rulebook: Rulebook) -> None:
    reordered = "我在晋江打工，考了中级工，交了社保，签了两年合同，能领多少？"
    assert id_of(record_of(QUESTION, rulebook)) == id_of(kept)
    assert id_of(record_of(reordered, rulebook)) == id_of(kept), "the facts count, not their order"


@pytest.mark.parametrize(
    ("question", "on", "books", "why"),
    [
        (QUESTION.replace("中级", "高级"), JUNE_2020, "f", "another fact"),
        (QUESTION, JUNE_2020 + timedelta(days=1), "f", "another day"),
        (QUESTION, JUNE_2020, "g", "another corpus"),
    ],
)
def test_anything_else_has_another_id(
    kept: Record, rulebook: Rulebook, question: str, on: date, books: str, why: str
) -> None:
    assert id_of(record_of(question, rulebook, on=on, corpus=books)) != id_of(kept), why


@pytest.mark.parametrize(
    "written",
    ["K7Q21-9XB40", "k7q21-9xb40", "K7Q219XB40", " k7q2l 9xb4o ", "Ｋ７Ｑ２１－９ＸＢ４０", "K7Q2I-9XB4O"],
)
def test_an_id_as_people_write_it(written: str) -> None:
    assert admit_answer_id(written) == "K7Q21-9XB40"


@pytest.mark.parametrize("written", ["", "K7Q21", "K7Q21-9XB4U", "K7Q21-9XB400", "能领多少", "' or 1=1 --"])
def test_what_is_no_id(written: str) -> None:
    with pytest.raises(BadInput, match="10 位"):
        admit_answer_id(written)


def test_nothing_that_was_typed_is_kept(kept: Record) -> None:
    content = kept.model_dump_json()
    for typed in ("王小明", "鞋厂", "打工", "anna"):
        assert typed not in content


def test_the_reply_comes_back_word_for_word(kept: Record, library: Library, rulebook: Rulebook) -> None:
    again = today(kept, library, rulebook)
    assert again.changes == []
    assert again.reply == kept.reply.model_copy(update={"answer_id": id_of(kept)})
    assert "1000元" in again.reply.text


def test_an_amount_that_changed_is_told(kept: Record, library: Library, rulebook: Rulebook) -> None:
    now = changed(rulebook, amount={"table": "certificate_level", "rows": {"四级": 1200}})
    again = today(kept, library, now)
    [told] = again.changes
    assert "符合条件，1000元" in told
    assert "符合条件，1200元" in told
    assert "1200" not in again.reply.text, "what was answered stands"


def test_another_payee_is_told(kept: Record, library: Library, rulebook: Rulebook) -> None:
    [told] = today(kept, library, changed(rulebook, recipients=("用工企业",))).changes
    assert "付给个人" in told
    assert "付给用工企业" in told


def test_a_benefit_that_is_gone_is_told(kept: Record, library: Library, rulebook: Rulebook) -> None:
    now = replace(rulebook, rules=tuple(r for r in rulebook.rules if r.benefit.id != WORKER))
    [told] = today(kept, library, now).changes
    assert "没有这一项" in told


def test_a_quote_that_no_longer_stands_is_told(kept: Record, library: Library, rulebook: Rulebook) -> None:
    edited = tuple(
        replace(
            policy, clauses=tuple(replace(c, text=c.text.replace("1000", "1200")) for c in policy.clauses)
        )
        for policy in library.policies
    )
    [told] = today(kept, Library(edited), rulebook).changes
    assert "晋政办〔2019〕79号 二（六）2" in told
    assert "1000" in told


def test_validity_is_held_against_today(kept: Record, library: Library, rulebook: Rulebook) -> None:
    [told] = today(kept, library, rulebook, on=date(2022, 1, 1)).changes
    assert "2022年1月1日标题所载期间已过" in told, "the text states no end: neither 失效 nor 有效"


def test_a_corpus_that_changed_elsewhere_changes_nothing_here(
    kept: Record, library: Library, rulebook: Rulebook
) -> None:
    [told] = receipt(kept, id_of(kept), library, rulebook, corpus="g", today=JUNE_2020).changes
    assert "都没有变" in told


def test_facts_that_went_out_of_use_are_no_error(kept: Record, library: Library, rulebook: Rulebook) -> None:
    old = kept.judged[0].model_copy(update={"facts": {"shoe_size": 42}})
    again = today(kept.model_copy(update={"judged": (old, *kept.judged[1:])}), library, rulebook)
    assert any("没法重新计算" in told for told in again.changes)


def test_on_paper(kept: Record, library: Library, rulebook: Rulebook) -> None:
    text = printable(today(kept, library, rulebook, on=date(2022, 1, 1)))
    for said in (
        id_of(kept),
        "2020年6月15日",
        "1000元",
        "晋政办〔2019〕79号",
        "二（六）2",
        "2022年1月1日的变化",
    ):
        assert said in text
    assert "**" not in text


# ---- the table


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "answers.sqlite"


def open_store(database: Path, days: float = 30) -> AnswerStore:
    return AnswerStore(f"sqlite:///{database}", days=days)


def keep(store: AnswerStore, kept: Record, now: datetime = NOW) -> str:
    store.keep(id_of(kept), kept.model_dump_json(), now)
    return id_of(kept)


def test_an_answer_is_found_again_by_another_process(database: Path, kept: Record) -> None:
    key = keep(open_store(database), kept)
    assert open_store(database).find(key, NOW) == kept
    assert open_store(database).find("00000-00000", NOW) is None


def test_the_same_answer_is_kept_once_and_for_longer(database: Path, kept: Record) -> None:
    store = open_store(database)
    keep(store, kept)
    key = keep(store, kept, NOW + timedelta(days=20))
    assert store.find(key, NOW + timedelta(days=40)) == kept


def test_an_old_answer_is_gone(database: Path, kept: Record, rulebook: Rulebook) -> None:
    store, later = open_store(database), NOW + timedelta(days=31)
    key = keep(store, kept)
    assert store.find(key, later) is None
    keep(store, record_of("你好", rulebook), later)
    connection = sqlite3.connect(database)
    [(count,)] = connection.execute("select count(*) from answers where id = ?", (key,)).fetchall()
    connection.close()
    assert count == 0, "the next answer sweeps it out"


@pytest.mark.parametrize(
    "url", ["sqlite:////proc/nowhere/a.sqlite", "nonsense://", "postgresql+nothing://x/y"]
)
def test_where_the_database_is_away_the_log_says_so_once(
    url: str, kept: Record, caplog: pytest.LogCaptureFixture
) -> None:
    store = AnswerStore(url, days=30)
    with caplog.at_level(logging.WARNING):
        keep(store, kept)
        keep(store, kept)
    assert len(caplog.records) == 1


def test_what_an_older_release_kept_and_this_one_cannot_read(database: Path, kept: Record) -> None:
    store = open_store(database)
    key = keep(store, kept)
    connection = sqlite3.connect(database)
    with connection:
        connection.execute("update answers set record = '{}'")
    connection.close()
    assert store.find(key, NOW) is None


def test_a_field_that_a_newer_release_added_is_no_hindrance(kept: Record) -> None:
    """An answer kept before a field was added reads as one without it."""
    content = kept.model_dump()
    del content["reply"]["suggestions"]
    assert Record.model_validate(content).reply == kept.reply.model_copy(update={"suggestions": []})

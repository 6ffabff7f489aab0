"""Adding and removing: all of it or nothing; a draft never computes."""

import fcntl
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from assistant.bootstrap import build, open_assistant, open_calculator
from assistant.documents.serving import serving_corpus
from assistant.documents.yaml_file import load_yaml, write_yaml
from assistant.errors import AssistantError, BadInput, StaleIndexError, UnreadableFile
from assistant.intake import transaction
from assistant.intake.add import add_policy, put_into_service, remove_policy
from assistant.intake.derive import derive
from assistant.intake.models import Doubt, Draft
from assistant.rules.check import check_corpus, drafts_waiting
from assistant.settings import Settings
from tests.intake.documents import METHOD, Taken
from tests.intake.documents import METHOD_ID as ID

DAY = date(2024, 7, 1)


def state(settings: Settings) -> dict[str, str]:
    """Every file of corpus and index with its hash, but for locks."""
    roots = (settings.corpus, settings.indexes)
    files = [
        path
        for root in roots
        for path in root.rglob("*")
        if path.is_file() and not path.name.endswith("lock")
    ]
    return {str(path): sha256(path.read_bytes()).hexdigest() for path in files}


def test_a_file_becomes_a_folder_that_holds_everything(taken: Taken) -> None:
    folder = taken.settings.corpus / "policies" / ID
    assert sorted(path.name for path in folder.iterdir()) == [
        "benefits.yaml",
        "original.txt",
        "outline.txt",
        "policy.yaml",
        "questions.yaml",
        "source.txt",
    ]
    assert load_yaml(folder / "policy.yaml", dict)["document_number"] == "某人社规〔2024〕7号"
    assert all(benefit["draft"] for benefit in load_yaml(folder / "benefits.yaml", dict)["benefits"])


def test_the_steps_are_told(taken: Taken) -> None:
    assert len(taken.said) == 4 and "读取" in taken.said[0] and "索引" in taken.said[-1]


def test_nothing_is_written_where_it_is_not_confirmed(settings: Settings, method: Path) -> None:
    before = state(settings)
    assert add_policy(method, settings, confirm=lambda draft, concerns: False) is None
    assert state(settings) == before


def broken_build(settings: Settings, **options: Any) -> str:
    raise StaleIndexError("检索索引自检没有通过")


def broken_load(corpus: Path, settings: Settings) -> None:
    raise AssistantError("语料数据有误")


def killed(settings: Settings, **options: Any) -> str:
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("where", "what", "raised"),
    [
        ("assistant.intake.transaction.build", broken_build, StaleIndexError),
        ("assistant.intake.add.check_loads", broken_load, AssistantError),
        ("assistant.intake.transaction.build", killed, KeyboardInterrupt),
    ],
    ids=["the index cannot be built", "the policy does not load", "interrupted"],
)
def test_a_failure_leaves_no_trace(
    where: str,
    what: Callable[..., Any],
    raised: type[BaseException],
    settings: Settings,
    method: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = state(settings)
    monkeypatch.setattr(where, what)
    with pytest.raises(raised):
        add_policy(method, settings, policy_id=ID)
    monkeypatch.undo()
    assert state(settings) == before
    assert open_assistant(settings).ask("晋江岗前培训补多少", as_of=date(2020, 6, 1)).status == "answered"


@pytest.mark.parametrize(
    ("policy_id", "says"),
    [
        ("../evil", "编号只能用"),
        ("a/b", "编号只能用"),
        ("晋江", "编号只能用"),
        ("jinjiang-2019-79", "已经有编号为"),
    ],
)
def test_an_id_that_cannot_be_used_is_refused(
    policy_id: str, says: str, settings: Settings, method: Path
) -> None:
    before = state(settings)
    with pytest.raises(BadInput, match=says):
        add_policy(method, settings, policy_id=policy_id)
    assert state(settings) == before


def test_only_one_process_changes_the_corpus(settings: Settings, method: Path) -> None:
    with (settings.indexes / ".intake.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(BadInput, match="另一个程序"):
            add_policy(method, settings, policy_id=ID)
    with transaction.changing(settings):
        pass  # once it is let go of, the next one has it


def test_a_file_that_is_exchanged_while_it_is_looked_at_does_not_matter(
    settings: Settings, method: Path
) -> None:
    read = method.read_bytes()

    def exchange(draft: Draft, concerns: tuple[Doubt, ...]) -> bool:
        method.write_text("这是另一份文件。" * 20, encoding="utf-8")
        return True

    assert add_policy(method, settings, policy_id=ID, confirm=exchange) is not None
    folder = settings.corpus / "policies" / ID
    assert (folder / "original.txt").read_bytes() == read
    assert (folder / "source.txt").read_text(encoding="utf-8").startswith("某人社规〔2024〕7号")


def test_nor_one_that_is_removed(settings: Settings, method: Path) -> None:
    read = method.read_bytes()

    def remove(draft: Draft, concerns: tuple[Doubt, ...]) -> bool:
        method.unlink()
        return True

    added = add_policy(method, settings, policy_id=ID, confirm=remove)
    assert added is not None and (added.folder / "original.txt").read_bytes() == read


def test_the_settings_limit_what_is_read(settings: Settings, method: Path) -> None:
    method.write_bytes(b"a" * (1024 * 1024 + 1))
    before = state(settings)
    with pytest.raises(UnreadableFile, match="超过 1 MB 的上限"):
        add_policy(method, settings.model_copy(update={"intake_file_mb": 1}))
    assert state(settings) == before


def newer(method: Path) -> Path:
    """The method with another amount."""
    method.write_text(METHOD.replace("每人700元", "每人900元"), encoding="utf-8")
    return method


@pytest.mark.parametrize("new_id", [ID, "jinjiang-2024-7b"], ids=["under its id", "under another id"])
def test_a_new_version_takes_the_place_of_the_old_one(added: Settings, method: Path, new_id: str) -> None:
    held = len(open_calculator(added).library.policies)
    assert add_policy(newer(method), added, policy_id=new_id, replacing=ID) is not None
    library = open_assistant(added).library
    assert len(library.policies) == held
    assert "每人900元" in getattr(library.get(new_id), "text", "")
    kept = added.corpus / "policies" / ".removed" / f"{ID}.1"
    assert "每人700元" in (kept / "source.txt").read_text(encoding="utf-8"), (
        "with the rules that were reviewed"
    )


def test_a_replacement_that_fails_leaves_the_old_version(
    added: Settings, method: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = state(added)
    monkeypatch.setattr("assistant.intake.transaction.build", broken_build)
    with pytest.raises(StaleIndexError):
        add_policy(newer(method), added, policy_id=ID, replacing=ID)
    assert state(added) == before


def test_what_is_not_held_cannot_be_replaced(settings: Settings, method: Path) -> None:
    with pytest.raises(BadInput, match="不能用新的代替"):
        add_policy(method, settings, policy_id=ID, replacing="no-such")


def test_of_two_who_add_the_same_the_second_is_refused(settings: Settings, method: Path) -> None:
    """Both have looked at their draft before either confirms."""
    draft, _ = derive(method, settings, policy_id=ID)
    put_into_service(draft, settings)
    before = state(settings)
    with pytest.raises(BadInput, match="已经有编号为"):
        put_into_service(draft, settings)
    assert state(settings) == before


def test_removing_takes_everything_back(added: Settings) -> None:
    remove_policy(ID, added)
    assert not (added.corpus / "policies" / ID).exists()
    serving = serving_corpus(added.indexes)
    assert serving is not None and not list(serving.rglob(f"{ID}*")), "what is kept serves nobody"
    assert open_assistant(added).ask("晋江岗前培训补多少", as_of=date(2020, 6, 1)).status == "answered"
    with pytest.raises(BadInput, match="没有收录"):
        remove_policy(ID, added)


def test_what_was_removed_is_put_back_as_it_was(added: Settings) -> None:
    """As docs/add-a-policy.md says: the folder is moved back, then the index is built."""
    before = state(added)
    folder = added.corpus / "policies" / ID
    kept = remove_policy(ID, added).kept
    assert kept is not None and kept == folder.parent / ".removed" / f"{ID}.1"
    kept.rename(folder)
    build(added)
    inside = {path: found for path, found in state(added).items() if path.startswith(str(added.corpus))}
    assert inside == {path: found for path, found in before.items() if path in inside}
    assert open_assistant(added).library.get(ID) is not None
    kept.mkdir()  # an older copy
    assert remove_policy(ID, added).kept == folder.parent / ".removed" / f"{ID}.2", "none is written over"


def test_who_may_stop_a_removal_at_the_last_moment_is_asked(added: Settings) -> None:
    before = state(added)
    with pytest.raises(BadInput, match="改动了"):
        remove_policy(ID, added, unless=lambda: "有人改动了政策")
    assert state(added) == before


def test_a_removal_that_fails_leaves_the_policy(added: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    before = state(added)
    monkeypatch.setattr("assistant.intake.transaction.build", broken_build)
    with pytest.raises(StaleIndexError):
        remove_policy(ID, added)
    assert state(added) == before


# ---- drafts


def test_a_draft_never_computes(taken: Taken) -> None:
    calculator = taken.assistant
    assert calculator.rulebook.of_policy(ID) == ()
    assert len(calculator.rulebook.drafts_of(ID)) == 2
    assert not [b for b in calculator.calculate({}, region="晋江市", as_of=DAY) if b.policy_id == ID]
    with pytest.raises(BadInput):
        calculator.calculate({}, region=None, as_of=DAY, benefit=f"{ID}-01")


def test_its_page_explains_no_amount_by_a_guess(taken: Taken) -> None:
    text = taken.assistant.policy_text(ID, as_of=DAY)
    assert [mark for clause in text.clauses for mark in clause.marks]
    assert not [note for clause in text.clauses for note in clause.notes]


def test_drafts_are_notes_and_no_faults(taken: Taken) -> None:
    calculator = taken.assistant
    assert check_corpus(calculator.library, calculator.rulebook) == []
    [rules, reasons] = drafts_waiting(calculator.library, calculator.rulebook)
    assert f"{ID}-01" in rules.what and "推断" in reasons.what


def test_its_amounts_are_quoted_and_said_not_to_be_computed(taken: Taken) -> None:
    reply = taken.assistant.ask("我在晋江考了高级工能领多少", as_of=DAY)
    assert reply.text.startswith("**下面的金额是条文写的，没有经过计算。**")
    assert "1800元" in reply.text
    assert (reply.citations[0].policy_id, reply.citations[0].path) == (ID, "第三条")
    assert not [benefit for benefit in reply.benefits if benefit.policy_id == ID]


def test_everything_it_grants_is_quoted(taken: Taken) -> None:
    reply = taken.assistant.ask("晋江有哪些补贴", as_of=DAY)
    assert "700元" in reply.text and "1800元" in reply.text and "没有经过计算" in reply.text


def test_what_it_says_besides_is_answered_without_a_word_on_amounts(taken: Taken) -> None:
    reply = taken.assistant.ask("晋江技能培训补贴办法什么时候施行", as_of=DAY)
    assert "2024年6月1日" in "".join(reply.text.split()) and "没有经过计算" not in reply.text


def test_a_reviewed_rule_computes(added: Settings) -> None:
    path = added.corpus / "policies" / ID / "benefits.yaml"
    content = load_yaml(path, dict)
    del content["benefits"][0]["draft"]
    write_yaml(path, content, "reviewed")
    build(added)
    assistant = open_assistant(added)
    [benefit] = [
        b for b in assistant.calculate({"headcount": 2}, region="晋江市", as_of=DAY) if b.policy_id == ID
    ]
    assert benefit.amount is not None and benefit.amount.low == "1400"
    assert "没有经过计算" not in assistant.ask("晋江企业岗前培训补多少", as_of=DAY).text


def test_what_is_no_draft_must_be_whole(added: Settings) -> None:
    path = added.corpus / "policies" / ID / "benefits.yaml"
    content = load_yaml(path, dict)
    for key in ("draft", "topic"):
        content["benefits"][0].pop(key)
    write_yaml(path, content, "not whole")
    with pytest.raises(AssistantError, match="topic"):
        open_calculator(added)

"""Whoever is killed while a policy goes in or out: the index in service decides whether that was done."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assistant import bootstrap
from assistant.bootstrap import build, open_assistant
from assistant.documents.serving import keep_serving
from assistant.intake import transaction
from assistant.intake.add import add_policy, remove_policy
from assistant.settings import Settings
from tests.intake.documents import METHOD
from tests.intake.documents import METHOD_ID as ID

OTHER = "jinjiang-2024-7b"
BEFORE_BUILD, BEFORE_SWAP, AFTER_SWAP, AFTER_BUILD = STEPS = (
    "before the index is built",
    "before it is swapped",
    "after it is swapped",
    "before the policy is moved to where it is kept",
)
Change = Callable[[Settings, Path], object]


def newer(settings: Settings, method: Path, policy_id: str) -> object:
    method.write_text(METHOD.replace("每人700元", "每人900元"), encoding="utf-8")
    return add_policy(method, settings, policy_id=policy_id, replacing=ID)


REMOVED: Change = lambda settings, method: remove_policy(ID, settings)  # noqa: E731
RENEWED: Change = lambda settings, method: newer(settings, method, ID)  # noqa: E731
REPLACED: Change = lambda settings, method: newer(settings, method, OTHER)  # noqa: E731
ADDED: Change = lambda settings, method: add_policy(method, settings, policy_id=OTHER)  # noqa: E731


def left_at_each_step(
    change: Callable[[], object], settings: Settings, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> dict[str, Settings]:
    """Make a change; what lay on the disk at each step is what a kill would have left."""
    left: dict[str, Settings] = {}

    def photograph(step: str) -> None:
        at = folder / str(len(left))
        for root in (settings.corpus, settings.indexes):
            shutil.copytree(root, at / root.name)
        left[step] = settings.model_copy(update={"corpus": at / "corpus", "indexes": at / "indexes"})

    def watched(settings: Settings, **options: Any) -> str:
        photograph(BEFORE_BUILD)
        version = build(settings, **options)
        photograph(AFTER_BUILD)
        return version

    def replace(source: Path, target: Path) -> Path:
        if target == settings.indexes / "CURRENT":
            photograph(BEFORE_SWAP)
        return source.rename(target)

    def keep(corpus: Path, indexes: Path) -> None:
        photograph(AFTER_SWAP)
        keep_serving(corpus, indexes)

    monkeypatch.setattr(transaction, "build", watched)
    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr(bootstrap, "keep_serving", keep)
    change()
    monkeypatch.undo()
    assert sorted(left) == sorted(STEPS)
    return left


def held(settings: Settings) -> dict[str, str]:
    """The invented policies that are held, and what they grant; nothing else may lie about."""
    policies = settings.corpus / "policies"
    names = {path.name for path in policies.iterdir()}
    assert not [name for name in names if name.startswith(".") and name != ".removed"]
    texts = {name: (policies / name / "source.txt").read_text("utf-8") for name in names & {ID, OTHER}}
    return {name: "900" if "每人900元" in text else "700" for name, text in texts.items()}


@pytest.mark.parametrize(
    ("change", "undone", "done"),
    [
        (REMOVED, {ID: "700"}, {}),
        (RENEWED, {ID: "700"}, {ID: "900"}),
        (REPLACED, {ID: "700"}, {OTHER: "900"}),
        (ADDED, {ID: "700"}, {ID: "700", OTHER: "700"}),
    ],
    ids=["removed", "replaced under its id", "replaced under another id", "added"],
)
def test_what_is_done_stays_done_and_what_is_not_is_undone(
    change: Change,
    undone: dict[str, str],
    done: dict[str, str],
    added: Settings,
    method: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    left = left_at_each_step(lambda: change(added, method), added, tmp_path / "left", monkeypatch)
    for step, settings in left.items():
        with transaction.changing(settings):
            is_done = step in (AFTER_SWAP, AFTER_BUILD)
            assert held(settings) == (done if is_done else undone), step
        if step != BEFORE_SWAP:  # there the questions have an index of their own already
            assert {ID, OTHER} & {policy.id for policy in open_assistant(settings).library.policies} == set(
                held(settings)
            ), f"{step}: the index is that of the corpus"
        if is_done and change is not ADDED:
            kept = settings.corpus / "policies" / ".removed" / f"{ID}.1"
            assert "每人700元" in (kept / "source.txt").read_text("utf-8"), step


def test_what_a_hand_has_changed_meanwhile_does_not_bring_it_back(
    added: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = left_at_each_step(lambda: remove_policy(ID, added), added, tmp_path / "left", monkeypatch)
    settings = left[AFTER_BUILD]
    with (settings.corpus / "policies" / "jinjiang-2019-79" / "source.txt").open("a") as text:
        text.write("the index is stale now")
    build(left[BEFORE_BUILD])  # as `assistant index` does
    for one in (settings, left[BEFORE_BUILD]):
        with transaction.changing(one):
            assert held(one) == {}


def test_a_disk_that_fails_at_the_last_step_undoes_nothing(
    added: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = Path.rename

    def broken(source: Path, target: Path) -> Path:
        if ".removed" in str(target):
            raise OSError("input/output error")
        return moved(source, target)

    monkeypatch.setattr(Path, "rename", broken)
    exchanged = remove_policy(ID, added)
    assert exchanged.kept is not None and not exchanged.kept.exists()
    assert open_assistant(added).library.get(ID) is None
    monkeypatch.undo()
    with transaction.changing(added):
        assert held(added) == {} and exchanged.kept.exists()


@pytest.mark.parametrize(
    ("change", "done"), [(REMOVED, {}), (RENEWED, {ID: "900"})], ids=["removed", "replaced"]
)
def test_what_fails_once_the_index_is_in_service_undoes_nothing(
    change: Change, done: dict[str, str], added: Settings, method: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(corpus: Path, indexes: Path) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(bootstrap, "keep_serving", full)
    with pytest.raises(OSError, match="no space"):
        change(added, method)
    monkeypatch.undo()
    for _ in range(2):
        assert held(added) == done
        assert (open_assistant(added).library.get(ID) is not None) == bool(done)
        with transaction.changing(added):
            pass


def test_what_an_older_release_left_aside_is_put_back(tmp_path: Path) -> None:
    """Its folders bear no version; one of its additions may be in service."""
    settings = Settings(corpus=tmp_path / "corpus", indexes=tmp_path / "indexes")
    policies = settings.corpus / "policies"
    for name in (".removing-lost", ".removing-held", "held", ".intake-in-service", "in-service"):
        (policies / name).mkdir(parents=True)
    with transaction.changing(settings):
        names = sorted(path.relative_to(policies).as_posix() for path in policies.rglob("*"))
    assert names == [".removed", ".removed/held.1", "held", "in-service", "lost"]

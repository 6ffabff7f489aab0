"""An editor's bench: nothing is written before it was read, looked at and signed; then all of it or nothing."""

import shutil
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from assistant.bootstrap import build, open_calculator
from assistant.documents.sandbox import GivenFile
from assistant.errors import BadInput, StaleIndexError
from assistant.intake.impact import Question
from assistant.settings import IN_MEMORY, Settings
from tests.documents.hostile import bomb
from tests.intake.documents import METHOD, METHOD_ID
from tests.ui.console.test_changes import BROKEN, execute
from ui.console.bench import Bench, Wish
from ui.console.changes import ChangeLog

DAY = date(2024, 7, 1)
ASKED = (Question("level", ("我在晋江考了高级工，能领多少",)), Question("place", ("你好",)))
WISH = Wish(policy_id=METHOD_ID)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with corpus and index; copied, never changed."""
    folder = tmp_path_factory.mktemp("served")
    shutil.copytree(Settings().corpus, folder / "corpus")
    build(Settings(corpus=folder / "corpus", indexes=folder / "indexes"))
    return folder


@pytest.fixture
def settings(served: Path, tmp_path: Path) -> Settings:
    shutil.copytree(served, tmp_path, dirs_exist_ok=True)
    return Settings(corpus=tmp_path / "corpus", indexes=tmp_path / "indexes", database_url=IN_MEMORY)


@pytest.fixture
def changes() -> Iterator[ChangeLog]:
    log = ChangeLog(IN_MEMORY)
    yield log
    log.close()


@pytest.fixture
def bench(settings: Settings, changes: ChangeLog) -> Bench:
    return bench_of("李敏", settings, changes)


def bench_of(editor: str, settings: Settings, changes: ChangeLog) -> Bench:
    return Bench(editor, settings, changes, questions=lambda: ASKED, clock=lambda: DAY)


def given(text: str = METHOD, name: str = "补贴办法.txt") -> GivenFile:
    return GivenFile(name, text.encode())


def done(bench: Bench) -> str:
    """Wait for the job; what it said, or why it failed."""
    job = bench.worker.job
    assert job is not None
    job.wait()
    assert job.ended
    return job.said or job.failure


def read(bench: Bench, file: GivenFile | None = None, wish: Wish = WISH) -> str:
    bench.read(file or given(), wish)
    return done(bench)


def measure(bench: Bench, wish: Wish = WISH) -> str:
    bench.measure(wish)
    return done(bench)


def take_in(bench: Bench, wish: Wish = WISH) -> str:
    bench.add(wish, signed=True, seen=shown(bench))
    return done(bench)


def take_out(bench: Bench, policy_id: str) -> str:
    bench.consider_removal(policy_id)
    bench.measure_removal()
    done(bench)
    bench.remove(signed=True, seen=shown(bench))
    return done(bench)


def shown(bench: Bench) -> str:
    """What a page that is up to date says that it shows."""
    return bench.measured.key if bench.measured else ""


def state(settings: Settings) -> dict[str, str]:
    """Every file of corpus and index with its hash, but for locks."""
    files = (p for root in (settings.corpus, settings.indexes) for p in root.rglob("*") if p.is_file())
    return {str(p): sha256(p.read_bytes()).hexdigest() for p in files if not p.name.endswith("lock")}


def test_what_was_read_is_shown_and_nothing_is_written(bench: Bench, settings: Settings) -> None:
    before = state(settings)
    assert "还没有写入" in read(bench)
    assert bench.plan is not None
    summary, facts = bench.plan.summary, dict(bench.plan.summary.facts)
    assert (summary.title, summary.number) == ("晋江市技能培训补贴办法", "某人社规〔2024〕7号")
    assert facts["发文机关"] == "晋江市人力资源和社会保障局、晋江市财政局"
    assert "晋江市（350582）" in facts["地区"]
    assert (facts["成文"], facts["起"], facts["止"]) == ("2024-05-06", "2024-06-01", "2027-05-31")
    assert [one.clause for one in summary.validity] == ["第五条"], "the words that the validity rests on"
    assert "第三条" in [path for path, _ in summary.outline]
    assert summary.rules == 2
    assert "1 句的答复会变" in measure(bench)
    assert state(settings) == before


@pytest.mark.parametrize(
    ("file", "says"),
    [
        (given("", "空.txt"), "文件读不了（空.txt）"),
        (GivenFile("假.docx", b"PK\x03\x04"), "文件读不了（假.docx）"),
        (GivenFile("程序.exe", b"MZ"), "文件读不了（程序.exe）"),
        (GivenFile("炸弹.pdf", bomb(150)), "文件读不了（炸弹.pdf）"),
        (given("晋江市的通知，没有多少字。" * 9), "没有找到标题"),
    ],
    ids=["empty", "damaged", "another kind", "a bomb", "says too little of itself"],
)
def test_a_bad_file_is_one_line_and_leaves_nothing(
    bench: Bench, settings: Settings, file: GivenFile, says: str
) -> None:
    before = state(settings)
    told = read(bench, file)
    assert says in told and "\n" not in told
    assert bench.plan is None
    assert state(settings) == before


def test_what_the_document_does_not_say_is_filled_in(bench: Bench) -> None:
    """The file is not sent again: it lies on the bench."""
    assert "没有找到成文日期" in read(bench, given(METHOD.replace("2024年5月6日\n", "")))
    assert bench.plan is None
    bench.derive(Wish(policy_id=METHOD_ID, region="衢州市", issued_on="2024-05-07"))
    assert bench.plan is not None
    facts = dict(bench.plan.summary.facts)
    assert "衢州市" in facts["地区"] and facts["成文"] == "2024-05-07"
    with pytest.raises(BadInput, match="日期应写成"):
        bench.derive(Wish(issued_on="昨天"))


def test_nothing_is_taken_in_unseen_or_unsigned(bench: Bench, settings: Settings) -> None:
    before = state(settings)
    with pytest.raises(BadInput, match="请先选一份文件"):
        bench.add(WISH, signed=True, seen="")
    read(bench)
    with pytest.raises(BadInput, match="请先点“看影响”"):
        bench.add(WISH, signed=True, seen="")
    measure(bench)
    first = shown(bench)
    with pytest.raises(BadInput, match="勾选"):
        bench.add(WISH, signed=False, seen=first)
    with pytest.raises(BadInput, match="改过了"):
        bench.add(Wish(policy_id="another"), signed=True, seen=first)
    bench.derive(WISH)
    with pytest.raises(BadInput, match="请先点“看影响”"):
        bench.add(WISH, signed=True, seen=first)
    measure(bench)
    with pytest.raises(BadInput, match="另一个窗口"):
        bench.add(WISH, signed=True, seen=first)
    assert state(settings) == before


def test_nothing_is_taken_out_unseen_or_unsigned(bench: Bench, settings: Settings) -> None:
    before = state(settings)
    with pytest.raises(BadInput, match="请先在列表里点"):
        bench.remove(signed=True, seen="")
    with pytest.raises(BadInput, match="没有收录"):
        bench.consider_removal("no-such")
    read(bench)
    measure(bench)
    bench.consider_removal("jinjiang-2019-79")
    with pytest.raises(BadInput, match="请先点“看影响”"):
        bench.remove(signed=True, seen=shown(bench))  # what a document would change was seen
    bench.measure_removal()
    assert "2 句的答复会变" in done(bench), "a greeting names the places that are held"
    assert bench.impact_of(bench.removal) is not None and bench.impact_of(bench.plan) is None
    with pytest.raises(BadInput, match="勾选"):
        bench.remove(signed=False, seen=shown(bench))
    with pytest.raises(BadInput, match="另一个窗口"):
        bench.remove(signed=True, seen="")
    with pytest.raises(BadInput, match="请先点“看影响”"):
        bench.add(WISH, signed=True, seen=shown(bench))  # nor the other way about
    bench.consider_removal("quzhou-2019-141")
    with pytest.raises(BadInput, match="请先点“看影响”"):
        bench.remove(signed=True, seen=shown(bench))
    bench.keep()
    with pytest.raises(BadInput, match="请先在列表里点"):
        bench.measure_removal()
    assert state(settings) == before


def test_who_took_it_in_and_what_they_signed_is_kept(
    bench: Bench, settings: Settings, changes: ChangeLog
) -> None:
    read(bench)
    measure(bench)
    assert f"已收录：{METHOD_ID}" in take_in(bench)
    held = open_calculator(settings).library.get(METHOD_ID)
    assert held is not None
    [noted] = changes.recent()
    assert (noted.editor, noted.action, noted.policy) == ("李敏", "收录", METHOD_ID)
    assert noted.signed == "问了 2 句，1 句会变，看过并同意"
    original = settings.corpus / "policies" / METHOD_ID / "original.txt"
    assert original.read_bytes() == METHOD.encode()
    told = take_out(bench, METHOD_ID)
    assert f"已删除：{METHOD_ID}" in told and f"policies/.removed/{METHOD_ID}.1" in told
    assert open_calculator(settings).library.get(METHOD_ID) is None
    kept = settings.corpus / "policies" / ".removed" / f"{METHOD_ID}.1"
    assert (kept / "original.txt").read_bytes() == METHOD.encode()
    noted = changes.recent()[0]
    assert (noted.editor, noted.action, noted.policy, noted.state) == ("李敏", "删除", METHOD_ID, "done")
    assert noted.signed == "问了 2 句，1 句会变，看过并同意"
    with pytest.raises(BadInput, match="没有收录"):
        bench.consider_removal(METHOD_ID)


def test_the_record_stands_before_the_change(
    bench: Bench, settings: Settings, changes: ChangeLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(bench)
    measure(bench)
    found: list[tuple[str, str]] = []

    def watched(settings: Settings, **options: Any) -> str:
        found.extend((change.policy, change.state) for change in changes.recent())
        return build(settings, **options)

    monkeypatch.setattr("assistant.intake.transaction.build", watched)
    assert "已收录" in take_in(bench)
    assert found == [(METHOD_ID, "begun")]
    assert changes.recent()[0].state == "done"


def test_a_change_that_fails_is_on_record_as_failed(
    bench: Bench, settings: Settings, changes: ChangeLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(bench)
    measure(bench)
    before = state(settings)

    def broken(settings: Settings, **options: Any) -> str:
        raise StaleIndexError("检索索引自检没有通过")

    monkeypatch.setattr("assistant.intake.transaction.build", broken)
    assert "自检没有通过" in take_in(bench)
    assert [(change.policy, change.state) for change in changes.recent()] == [(METHOD_ID, "failed")]
    assert state(settings) == before


def test_without_a_record_nothing_is_changed(settings: Settings, tmp_path: Path, changes: ChangeLog) -> None:
    """The database takes nothing in: neither a document comes nor a policy goes."""
    database = tmp_path / "full.sqlite"
    full = ChangeLog(f"sqlite:///{database}")
    execute(database, BROKEN.format(verb="INSERT"))
    bench = bench_of("李敏", settings, full)
    read(bench)
    measure(bench)
    before = state(settings)
    assert "什么也没有改" in take_in(bench)
    assert "什么也没有改" in take_out(bench, "quzhou-2019-141")
    assert state(settings) == before
    full.close()


def test_a_new_version_is_compared_and_takes_the_place_of_the_old(bench: Bench, settings: Settings) -> None:
    read(bench)
    measure(bench)
    take_in(bench)
    newer = Wish(policy_id=METHOD_ID, replacing=METHOD_ID)
    read(bench, given(METHOD.replace("每人700元", "每人900元")), newer)
    assert bench.plan is not None and bench.plan.former == (METHOD_ID,)
    bench.compare(newer)
    assert bench.compared is not None
    assert [change.amounts for change in bench.compared] == ["700元 → 900元"]
    measure(bench, newer)
    assert "已收录" in take_in(bench, newer)
    held = open_calculator(settings).library.get(METHOD_ID)
    assert held is not None and "每人900元" in held.text


def test_of_two_editors_the_second_looks_again(bench: Bench, settings: Settings, changes: ChangeLog) -> None:
    """What the second has signed was measured before the first changed the corpus."""
    other = bench_of("王芳", settings, changes)
    for one, policy_id in ((bench, METHOD_ID), (other, "other-2024")):
        read(one, wish=Wish(policy_id=policy_id))
        measure(one, Wish(policy_id=policy_id))
    assert "已收录" in take_in(bench)
    before = state(settings)
    assert "已经不准" in take_in(other, Wish(policy_id="other-2024"))
    assert state(settings) == before
    other.consider_removal("quzhou-2019-141")
    other.measure_removal()
    done(other)
    take_out(bench, METHOD_ID)
    before = state(settings)
    other.remove(signed=True, seen=shown(other))
    assert "已经不准" in done(other)
    assert state(settings) == before


def test_one_thing_at_a_time(bench: Bench) -> None:
    bench.read(given(), WISH)
    with pytest.raises(BadInput, match="还没有做完"):
        bench.read(given(), WISH)
    done(bench)

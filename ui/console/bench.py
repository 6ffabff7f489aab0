"""What an editor is working on: a document to take in or a policy to take out, and what that would change.

The work itself is done by assistant/intake, as for the command line.
"""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from assistant.bootstrap import open_calculator
from assistant.documents.library import fingerprint
from assistant.documents.sandbox import GivenFile
from assistant.errors import BadInput
from assistant.intake.add import check_removable, put_into_service, remove_policy
from assistant.intake.compare import Change, compare_clauses
from assistant.intake.derive import UNNAMED, check_free, derive_from
from assistant.intake.impact import Impact, Question, measure_impact
from assistant.intake.models import Draft, Source
from assistant.intake.source import read_document
from assistant.intake.summary import Summary, summarise
from assistant.intake.transaction import Say
from assistant.intake.versions import former_versions
from assistant.search.vectors import Progress
from assistant.settings import Settings
from ui.console.changes import ChangeLog
from ui.console.jobs import Worker

_NOTHING_READ = "请先选一份文件。"


@dataclass(frozen=True)
class Wish:
    """What the editor filled in; what is empty is left to the document."""

    policy_id: str = ""
    region: str = ""
    issued_on: str = ""
    replacing: str = ""  # the id of the held policy that goes

    @property
    def day(self) -> date | None:
        """The day of issue. Raises BadInput where it is none."""
        if not self.issued_on:
            return None
        try:
            return date.fromisoformat(self.issued_on)
        except ValueError:
            raise BadInput(f"日期应写成 2024-05-06 的样子，收到的是：{self.issued_on[:20]}") from None


@dataclass(frozen=True)
class Plan:
    """A document as it would be taken in."""

    wish: Wish
    draft: Draft
    summary: Summary
    former: tuple[str, ...]  # the held policies that it may be a version of


@dataclass(frozen=True)
class Removal:
    """A held policy as it would be taken out."""

    policy_id: str
    title: str


@dataclass(frozen=True)
class Measured:
    """What a plan or a removal would change, in the corpus as it was then."""

    of: Plan | Removal
    impact: Impact
    corpus: str
    key: str  # by which a page says what it shows: a login may have several pages, and one bench

    @property
    def signed(self) -> str:
        """What is signed for."""
        return f"问了 {self.impact.asked} 句，{len(self.impact.differences)} 句会变，看过并同意"


class Bench:
    """The bench of one login of an editor. It is in memory only: nothing is written but on a signature."""

    def __init__(
        self,
        editor: str,
        settings: Settings,
        changes: ChangeLog,
        *,
        questions: Callable[[], Sequence[Question]],
        clock: Callable[[], date],
    ) -> None:
        """`questions`: those that are replayed to see what would change."""
        self._editor, self._settings, self._changes = editor, settings, changes
        self._questions, self._clock = questions, clock
        self.worker = Worker()
        self.source: Source | None = None
        self.plan: Plan | None = None
        self.compared: tuple[Change, ...] | None = None
        self.removal: Removal | None = None
        self.measured: Measured | None = None

    def impact_of(self, what: Plan | Removal | None) -> Impact | None:
        """What a plan or a removal would change, where that was the last that was measured."""
        return self.measured.impact if self.measured is not None and self.measured.of is what else None

    def read(self, file: GivenFile, wish: Wish) -> None:
        """Begin to read a file; whatever lay on the bench goes."""

        def work(say: Say, progress: Progress) -> str:
            self._clear()
            say(f"读取 {file.name}")
            self.source = read_document(file, UNNAMED, self._settings)
            self.derive(wish)
            return "读完了。下面是从文件里读出来的，还没有写入。请逐项核对。"

        self.worker.start(f"读取 {file.name}", work)

    def derive(self, wish: Wish) -> None:
        """Derive everything from the document that was read. Raises BadInput as `derive_from`."""
        if self.source is None:
            raise BadInput(_NOTHING_READ)
        self.plan = self.compared = self.measured = None
        draft, concerns = derive_from(
            self.source,
            self._settings,
            policy_id=wish.policy_id or None,
            region=wish.region or None,
            issued_on=wish.day,
        )
        calculator = open_calculator(self._settings)
        former = tuple(policy.id for policy in former_versions(draft, calculator.library))
        self.plan = Plan(wish, draft, summarise(draft, concerns, calculator.regions), former)

    def compare(self, wish: Wish) -> None:
        """Compare the document with the version it takes the place of. Raises BadInput for none."""
        plan = self._current(wish)
        held = open_calculator(self._settings).library.get(wish.replacing)
        if held is None:
            raise BadInput("请先在“代替哪一份”里选出原来的版本。")
        self.compared = compare_clauses(held.clauses, plan.draft.source.clauses)

    def measure(self, wish: Wish) -> None:
        """Begin to replay the questions against the corpus with the document in it."""
        plan = self._current(wish)
        check_free(plan.draft, open_calculator(self._settings), wish.replacing or None)
        self._measure(plan, plan.draft, wish.replacing or None)

    def add(self, wish: Wish, *, signed: bool, seen: str) -> None:
        """Begin to take the document in. Raises BadInput where its impact was not seen and signed.

        `seen`: the key of what the page shows.
        """
        plan = self._current(wish)
        measured = self._agreed(plan, signed, seen)
        policy_id, replacing = plan.draft.policy_id, wish.replacing or None

        def work(say: Say, progress: Progress) -> str:
            action = f"收录，代替 {replacing}" if replacing else "收录"
            title = plan.draft.about.title
            with self._changes.recording(self._editor, action, policy_id, title, measured.signed):
                exchanged = put_into_service(
                    plan.draft,
                    self._settings,
                    replacing=replacing,
                    unless=lambda: self._stale(measured),
                    say=say,
                    progress=progress,
                )
            self._clear()
            drafted = plan.summary.rules
            return (
                f"已收录：{policy_id}。现在就能查条文；{drafted} 条规则是草稿，核对以后才参与计算。"
                + _where_kept(exchanged.kept)
            )

        self.worker.start(f"收录 {policy_id}", work)

    def consider_removal(self, policy_id: str) -> None:
        """Lay a policy out to be taken out. Raises BadInput as `check_removable`."""
        library = open_calculator(self._settings).library
        check_removable(policy_id, library)
        held = library.get(policy_id)
        self.removal = Removal(policy_id, held.about.title if held else "")

    def keep(self) -> None:
        """Leave the policy that was laid out where it is."""
        self.removal = None

    def measure_removal(self) -> None:
        """Begin to replay the questions against the corpus without the policy that was laid out."""
        removal = self._laid_out()
        check_removable(removal.policy_id, open_calculator(self._settings).library)
        self._measure(removal, None, removal.policy_id)

    def remove(self, *, signed: bool, seen: str) -> None:
        """Begin to take the policy out that was laid out. Raises as `add`."""
        removal = self._laid_out()
        measured = self._agreed(removal, signed, seen)
        policy_id = removal.policy_id

        def work(say: Say, progress: Progress) -> str:
            with self._changes.recording(self._editor, "删除", policy_id, removal.title, measured.signed):
                exchanged = remove_policy(
                    policy_id,
                    self._settings,
                    unless=lambda: self._stale(measured),
                    say=say,
                    progress=progress,
                )
            self.removal = self.measured = None
            return f"已删除：{policy_id}。{_where_kept(exchanged.kept)}"

        self.worker.start(f"删除 {policy_id}", work)

    def _measure(self, what: Plan | Removal, adding: Draft | None, without: str | None) -> None:
        def work(say: Say, progress: Progress) -> str:
            say("准备两个版本")
            corpus = fingerprint(self._settings.corpus)
            impact = measure_impact(
                self._settings,
                self._questions(),
                adding=adding,
                without=without,
                as_of=self._clock(),
                progress=progress,
            )
            self.measured = Measured(what, impact, corpus, secrets.token_urlsafe(8))
            return f"问了 {impact.asked} 句，{len(impact.differences)} 句的答复会变。"

        self.worker.start("看影响", work)

    def _agreed(self, what: Plan | Removal, signed: bool, seen: str) -> Measured:
        """What was measured of a plan or a removal, seen and signed for."""
        measured = self.measured
        if measured is None or measured.of is not what:
            raise BadInput("请先点“看影响”，看过会变的答复再继续。")
        if seen != measured.key:
            raise BadInput("结果在另一个窗口里重新算过了。现在显示的是新的结果，请看过以后再签字。")
        if not signed:
            raise BadInput("请先勾选“同意”那一项，再继续。")
        return measured

    def _laid_out(self) -> Removal:
        if self.removal is None:
            raise BadInput("请先在列表里点要删除的那一份后面的“删除”。")
        return self.removal

    def _current(self, wish: Wish) -> Plan:
        """The plan, as it was shown."""
        if self.plan is None:
            raise BadInput(_NOTHING_READ)
        if self.plan.wish != wish:
            raise BadInput("上面填写的内容改过了，请先点“重新推断”，看过结果再继续。")
        return self.plan

    def _stale(self, measured: Measured) -> str | None:
        if fingerprint(self._settings.corpus) == measured.corpus:
            return None
        return "这期间有人改动了政策，刚才看的影响已经不准。请再点一次“看影响”。"

    def _clear(self) -> None:
        self.source = self.plan = self.compared = self.removal = self.measured = None


def _where_kept(kept: Path | None) -> str:
    """Where what went is kept, without naming folders of the server."""
    return f"原来的一份留在语料的 policies/.removed/{kept.name}，可以请管理员恢复。" if kept else ""

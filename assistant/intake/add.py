"""Adding, replacing and removing a policy: the whole of it, from the file to the index in service."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from assistant.bootstrap import open_calculator
from assistant.documents.library import Library
from assistant.errors import BadInput
from assistant.intake.derive import check_free, derive
from assistant.intake.folder import write_folder
from assistant.intake.models import Added, Doubt, Draft, Exchanged
from assistant.intake.transaction import Say, changing, check_loads, corpus_with, exchange, staging
from assistant.search.vectors import Progress
from assistant.settings import Settings


def _silent(message: str) -> None:
    """Tell nobody."""


def _no_progress(stage: str, done: int, total: int) -> None:
    """Tell nobody."""


def add_policy(
    path: Path,
    settings: Settings,
    *,
    policy_id: str | None = None,
    region: str | None = None,
    issued_on: date | None = None,
    replacing: str | None = None,
    confirm: Callable[[Draft, tuple[Doubt, ...]], bool] = lambda draft, concerns: True,
    say: Say = _silent,
    progress: Progress = _no_progress,
) -> Added | None:
    """Take a document in: read, derive, check, write, load, build the index, put into service.

    `confirm` sees the draft and what the checks found before anything is written; False ends it, with None.
    `replacing`: the id of a held policy that goes in the same step. `say` is told each step.
    Raises AssistantError, in Chinese, with corpus and index as they were.
    """
    say(f"读取 {path.name} …")
    draft, concerns = derive(path, settings, policy_id=policy_id, region=region, issued_on=issued_on)
    check_free(draft, open_calculator(settings), replacing)
    say(
        f"认出 {len(draft.source.clauses)} 个条款，起草 {len(draft.benefits) + len(draft.adjustments)} 条规则"
    )
    if not confirm(draft, concerns):
        return None
    exchanged = put_into_service(draft, settings, replacing=replacing, say=say, progress=progress)
    return Added(draft, settings.corpus / "policies" / draft.policy_id, exchanged, concerns)


def put_into_service(
    draft: Draft,
    settings: Settings,
    *,
    replacing: str | None = None,
    unless: Callable[[], str | None] = lambda: None,
    say: Say = _silent,
    progress: Progress = _no_progress,
) -> Exchanged:
    """Write a draft and put it into service. Raises as `add_policy`.

    `unless`: asked once nobody else can change the corpus any more; what it answers is why it is not done.
    """
    with changing(settings), staging(settings, draft.policy_id) as folder:
        # Another may have added it since it was looked at.
        check_free(draft, open_calculator(settings), replacing)
        if (reason := unless()) is not None:
            raise BadInput(reason)
        write_folder(folder, draft)
        say("试装全部政策 …")
        with corpus_with(settings, folder, without=replacing) as corpus:
            check_loads(corpus, settings)
        say("重建检索索引 …")
        return exchange(settings, progress, put_in=folder, take_out=replacing)


def check_removable(policy_id: str, library: Library) -> None:
    """Raises BadInput where a policy is not held, or is the only one."""
    if library.get(policy_id) is None:
        raise BadInput(f"没有收录“{policy_id[:60]}”这份政策。")
    if len(library.policies) == 1:
        raise BadInput("这是唯一的一份政策，不能删除：索引里至少要有一份。")


def remove_policy(
    policy_id: str,
    settings: Settings,
    *,
    unless: Callable[[], str | None] = lambda: None,
    say: Say = _silent,
    progress: Progress = _no_progress,
) -> Exchanged:
    """Take a policy out; its folder is kept. `unless`: as for `put_into_service`. Raises as `add_policy`."""
    with changing(settings):
        check_removable(policy_id, open_calculator(settings).library)
        if (reason := unless()) is not None:
            raise BadInput(reason)
        say("试装其余政策 …")
        with corpus_with(settings, None, without=policy_id) as corpus:
            check_loads(corpus, settings)
        say("重建检索索引 …")
        return exchange(settings, progress, take_out=policy_id)

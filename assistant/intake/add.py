"""Adding and removing a policy: the whole of it, from the file to the index in service."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from assistant.bootstrap import open_calculator
from assistant.errors import BadInput
from assistant.intake.derive import check_free, derive
from assistant.intake.folder import write_folder
from assistant.intake.models import Added, Doubt, Draft
from assistant.intake.transaction import Say, changing, check_loads, corpus_with, put_in, staging, take_out
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
    confirm: Callable[[Draft, tuple[Doubt, ...]], bool] = lambda draft, concerns: True,
    say: Say = _silent,
    progress: Progress = _no_progress,
) -> Added | None:
    """Take a document in: read, derive, check, write, load, build the index, put into service.

    `confirm` sees the draft and what the checks found before anything is written; False ends it, with None.
    `say` is told each step. Raises AssistantError, in Chinese, with corpus and index as they were.
    """
    say(f"读取 {path.name} …")
    draft, concerns = derive(path, settings, policy_id=policy_id, region=region, issued_on=issued_on)
    check_free(draft, open_calculator(settings))
    say(
        f"认出 {len(draft.source.clauses)} 个条款，起草 {len(draft.benefits) + len(draft.adjustments)} 条规则"
    )
    if not confirm(draft, concerns):
        return None
    with changing(settings), staging(settings, draft.policy_id) as folder:
        write_folder(folder, draft, path)
        say("试装全部政策 …")
        with corpus_with(settings, folder) as corpus:
            check_loads(corpus, settings)
        say("重建检索索引 …")
        version = put_in(folder, settings, progress)
    return Added(draft, settings.corpus / "policies" / draft.policy_id, version, concerns)


def remove_policy(
    policy_id: str, settings: Settings, *, say: Say = _silent, progress: Progress = _no_progress
) -> str:
    """Take a policy out; the version of the index then in service. Raises as add_policy does."""
    library = open_calculator(settings).library
    if library.get(policy_id) is None:
        raise BadInput(f"没有收录“{policy_id[:60]}”这份政策。")
    if len(library.policies) == 1:
        raise BadInput("这是唯一的一份政策，不能删除：索引里至少要有一份。")
    with changing(settings):
        say("试装其余政策 …")
        with corpus_with(settings, None, without=policy_id) as corpus:
            check_loads(corpus, settings)
        say("重建检索索引 …")
        return take_out(policy_id, settings, progress)

"""What an edit, a further document or a removal would change in the answers, before it is in service.

Questions are asked of two assistants, the one in service and the one to come; their replies are compared.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from assistant.bootstrap import Assistant, build, open_assistant
from assistant.dialogue.models import Reply
from assistant.documents.serving import serving_corpus
from assistant.documents.yaml_file import load_yaml
from assistant.errors import AssistantError, BadInput, StaleIndexError
from assistant.intake.folder import write_folder
from assistant.intake.models import Draft
from assistant.intake.transaction import corpus_with
from assistant.search.vectors import Progress
from assistant.settings import IN_MEMORY, Settings, project_root
from assistant.wording import OUTCOMES


@dataclass(frozen=True)
class Question:
    """A conversation to replay: what is said, turn by turn, where and on which day."""

    id: str
    turns: tuple[str, ...]
    region: str | None = None
    as_of: date | None = None


@dataclass(frozen=True)
class Shown:
    """What a person sees of a reply."""

    status: str
    text: str
    amounts: tuple[str, ...]  # benefit, outcome and amount, one each
    clauses: tuple[str, ...]  # policy and path, one each


@dataclass(frozen=True)
class Difference:
    """A message that would be answered otherwise."""

    id: str
    question: str
    what: tuple[str, ...]  # 答复, 金额, 条款
    before: Shown
    after: Shown

    def only_before(self) -> tuple[str, ...]:
        """What goes: amounts and clauses, and of the text the first line that is other than it was."""
        return _gone(self.before, self.after)

    def only_after(self) -> tuple[str, ...]:
        """What comes."""
        return _gone(self.after, self.before)


@dataclass(frozen=True)
class Impact:
    """All that would change."""

    asked: int
    differences: tuple[Difference, ...]


def default_questions() -> tuple[Path, ...]:
    """The evals' cases and questions, where the project's folder has them."""
    cases = project_root() / "evals" / "cases"
    return (*sorted(cases.glob("*.yaml")), *sorted((cases / "retrieval").glob("*.yaml")))


def load_questions(paths: Iterable[Path]) -> tuple[Question, ...]:
    """The questions of files: evals' cases, lists of questions, or a question a line (.txt).

    Raises BadInput where a file cannot be read or holds no questions.
    """
    questions: list[Question] = []
    for path in paths:
        for number, entry in enumerate(_entries(path), 1):
            if (question := _question(entry, f"{path.stem}-{number}")) is not None:
                questions.append(question)
    if not questions:
        raise BadInput("没有问题可以重放。请用 --questions 指明问题文件，例如每行一个问题的 .txt。")
    return tuple(questions)


def measure_impact(
    settings: Settings,
    questions: Sequence[Question],
    *,
    adding: Draft | None = None,
    without: str | None = None,
    as_of: date,
    progress: Progress = lambda stage, done, total: None,
) -> Impact:
    """Replay questions against what serves and against the corpus as it is, or as it is to come.

    `adding`: a document that comes; `without`: the held policy that goes. `as_of`: the day for questions that
    name none. Nothing is put into service and nothing is written.
    Raises BadInput where nothing has been put into service yet.
    """
    with TemporaryDirectory(prefix="impact-") as folder:
        before = _serving(settings, Path(folder))
        with _to_come(settings, adding, without, Path(folder)) as corpus:
            after = _open(settings, corpus, Path(folder) / "after")
            found: list[Difference] = []
            for done, question in enumerate(questions, 1):
                found += _differences(question, before, after, question.as_of or as_of)
                progress("重放问题", done, len(questions))
    return Impact(sum(len(q.turns) for q in questions), tuple(found))


@contextmanager
def _to_come(settings: Settings, adding: Draft | None, without: str | None, folder: Path) -> Iterator[Path]:
    if adding is None and without is None:
        yield settings.corpus
        return
    target = None
    if adding is not None:
        target = folder / "adding" / adding.policy_id
        write_folder(target, adding)
    with corpus_with(settings, target, without=without) as corpus:
        yield corpus


def _serving(settings: Settings, folder: Path) -> Assistant:
    corpus = serving_corpus(settings.indexes)
    if corpus is None:
        raise BadInput("还没有投入使用的索引可以比较。请先运行 assistant index。")
    try:
        return open_assistant(settings.model_copy(update={"corpus": corpus, "database_url": IN_MEMORY}))
    except StaleIndexError:
        return _open(settings, corpus, folder / "before")


def _open(settings: Settings, corpus: Path, indexes: Path) -> Assistant:
    other = settings.model_copy(update={"corpus": corpus, "indexes": indexes, "database_url": IN_MEMORY})
    build(other)
    return open_assistant(other)


def _differences(
    question: Question, before: Assistant, after: Assistant, as_of: date
) -> Iterator[Difference]:
    pairs = zip(
        question.turns, _replay(question, before, as_of), _replay(question, after, as_of), strict=True
    )
    for text, old, new in pairs:
        what = [name for name, differs in (
            ("答复", old.status != new.status or old.text != new.text),
            ("金额", old.amounts != new.amounts),
            ("条款", old.clauses != new.clauses),
        ) if differs]  # fmt: skip
        if what:
            yield Difference(question.id, text, tuple(what), old, new)


def _gone(one: Shown, other: Shown) -> tuple[str, ...]:
    facts = [a for a in (*one.amounts, *one.clauses) if a not in (*other.amounts, *other.clauses)]
    line = next((line for line in one.text.splitlines() if line not in other.text.splitlines()), "")
    return (*facts, *([line.replace("**", "").strip("> ")[:120]] if line else []))


def _replay(question: Question, assistant: Assistant, as_of: date) -> Iterator[Shown]:
    session: str | None = None
    for text in question.turns:
        try:
            reply = assistant.ask(text, session_id=session, region=question.region, as_of=as_of)
        except AssistantError as error:  # a place that one of the two does not know
            yield Shown("refused", str(error), (), ())
            continue
        session = reply.session_id
        yield _shown(reply)


def _shown(reply: Reply) -> Shown:
    amounts = (f"{b.name}（{b.policy_id}）：{OUTCOMES[b.outcome]}，{b.amount_words}" for b in reply.benefits)
    clauses = dict.fromkeys(f"{c.policy_id} {c.path}" for c in reply.citations)
    return Shown(reply.status, reply.text, tuple(amounts), tuple(clauses))


def _entries(path: Path) -> Iterator[Any]:
    try:
        if path.suffix == ".yaml":
            yield from load_yaml(path, list)
            return
        lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        yield from (json.loads(line) for line in lines) if path.suffix == ".jsonl" else lines
    except (OSError, ValueError) as error:
        raise BadInput(f"问题文件读不出来：{path.name}") from error


def _question(entry: Any, name: str) -> Question | None:
    """A question from a line, a list's entry ({ask} or {text}), or a case of the evals."""
    if isinstance(entry, str):
        return Question(name, (entry,))
    if not isinstance(entry, dict):
        return None
    turns = tuple(t["question"] for t in entry.get("turns", ()) if isinstance(t, dict) and "question" in t)
    text = entry.get("text") or entry.get("ask") or entry.get("question")
    turns = turns or ((str(text),) if text else ())
    day = entry.get("as_of")
    on = day if isinstance(day, date) else date.fromisoformat(day) if isinstance(day, str) else None
    region = entry.get("region")
    return Question(str(entry.get("id", name)), turns, str(region) if region else None, on) if turns else None

"""The console as a server starts it: login, guard and gradio's page put together."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from fastapi import Cookie, FastAPI
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.staticfiles import StaticFiles

from assistant.bootstrap import Assistant, LatestAssistant
from assistant.clock import now, today
from assistant.dialogue.models import Session
from assistant.documents.sandbox import sent_file
from assistant.errors import AssistantError, BadInput, UnreadableFile
from assistant.intake.impact import Question, default_questions, load_questions
from assistant.intake.source import limits_of
from assistant.officers import Officers
from assistant.settings import Settings
from ui.console.bench import Bench
from ui.console.benches import Benches
from ui.console.changes import ChangeLog
from ui.console.export import as_csv
from ui.console.guard import ConsoleGuard
from ui.console.login import COOKIE, Guesses, Logins, add_login
from ui.console.records import RecordStore
from ui.console.uploads import Uploads

if TYPE_CHECKING:
    from gradio import Tab

STATIC = Path(__file__).parent / "static"
_MOST_EXPORTED = 100_000
_REPLAYED_DAYS, _MOST_REPLAYED = 90, 500
_EVER = datetime(2000, 1, 1, tzinfo=UTC)


def open_app() -> FastAPI:
    """The console with the settings of the environment.

    Raises AssistantError where nobody may log in, where gradio is not installed, and what
    `LatestAssistant` raises.
    """
    settings = Settings.from_environment()
    officers = Officers(settings.console_users)
    if not officers.names():
        raise AssistantError("还没有人可以登录查询台。请先添加坐席：assistant console-user 用户名")
    assistant = LatestAssistant(settings)
    records = RecordStore(settings.database_url, days=settings.console_record_days)
    return create_console(assistant, records, ChangeLog(settings.database_url), officers, settings)


def create_console(
    assistant: Callable[[], Assistant],
    records: RecordStore,
    changes: ChangeLog,
    officers: Officers,
    settings: Settings,
    *,
    clock: Callable[[], date] = today,
) -> FastAPI:
    """The console around an assistant, which is asked for anew with each question.

    Raises AssistantError where gradio is not installed.
    """
    try:
        from gradio import mount_gradio_app

        from ui.console.intake_tab import add_intake
        from ui.console.page import build_page, theme
    except ImportError:
        raise AssistantError("没有安装 gradio。请运行：pip install -e '.[console]'") from None

    _warm_up(assistant(), clock())
    logins = Logins(idle_minutes=settings.console_session_minutes, stamp=officers.stamp)
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    add_login(app, officers, logins, Guesses())
    app.mount("/console-static", StaticFiles(directory=STATIC))

    @app.get("/records.csv")
    def export(console: Annotated[str | None, Cookie()] = None, days: int = 30) -> Response:
        assert logins.officer(console) is not None, "the guard lets nobody else through"
        since = max(_EVER, now() - timedelta(days=min(max(days, 1), 3660)))
        content = as_csv(records.recent(since=since, limit=_MOST_EXPORTED)).encode("utf-8", "replace")
        name = f"records-{clock():%Y%m%d}.csv"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return Response(content, media_type="text/csv; charset=utf-8", headers=headers)

    uploads = Uploads()
    logins.when_ended(uploads.drop)
    limits = limits_of(settings)

    @app.post("/policy-file")
    async def take_file(
        request: Request, name: str = "", console: Annotated[str | None, Cookie()] = None
    ) -> Response:
        assert console is not None, "the guard lets nobody else through"
        try:
            word = uploads.put(console, sent_file(name, await request.body(), limits))
            logins.admit(console)
        except BadInput as error:
            return PlainTextResponse(str(error), 401)
        except UnreadableFile as error:
            return PlainTextResponse(str(error), 400)
        return JSONResponse({"file": word})

    asked = partial(_asked_lately, records)
    benches = Benches(lambda editor: Bench(editor, settings, changes, questions=asked, clock=clock))
    logins.when_ended(benches.drop)

    def fill_intake(tab: "Tab") -> None:
        add_intake(
            tab,
            assistant,
            benches,
            uploads,
            changes,
            settings,
            allowed=officers.is_editor,
            admit=logins.admit,
            clock=clock,
        )

    def officer(request: Request) -> str | None:
        return logins.officer(request.cookies.get(COOKIE))

    mount_gradio_app(
        app,
        build_page(
            assistant,
            records,
            reader=settings.console_reader,
            clock=clock,
            is_editor=officers.is_editor,
            add_intake=fill_intake,
        ),
        path="/",
        auth_dependency=officer,
        footer_links=[],
        run_history=False,
        show_error=True,
        max_file_size=1,  # nothing is uploaded to gradio; the guard does not let anybody
        ssr_mode=False,
        enable_monitoring=False,
        pwa=False,
        mcp_server=False,
        theme=theme(),
        css_paths=[STATIC / "console.css"],
        head='<script src="console-static/console.js"></script>',
    )
    app.add_middleware(
        ConsoleGuard, logins=logins, is_editor=officers.is_editor, largest_file=limits.file_bytes
    )
    return app


def _asked_lately(records: RecordStore) -> Sequence[Question]:
    """What is replayed before a document is taken in: the evals' questions, and what callers asked lately."""
    lately = records.recent(since=now() - timedelta(days=_REPLAYED_DAYS), limit=_MOST_REPLAYED)
    asked = dict.fromkeys(record.question for record in lately)
    callers = [Question(f"call-{number}", (question,)) for number, question in enumerate(asked, 1)]
    files = default_questions()
    return (*(load_questions(files) if files else ()), *callers)


def _warm_up(assistant: Assistant, day: date) -> None:
    """Load what is loaded with the first question, so that no caller waits for it."""
    question = "岗前培训补贴多少"
    assistant.search(question, as_of=day, limit=1)
    assistant.conversation.turn(question, Session(), today=day, default_region=None)  # kept by nobody

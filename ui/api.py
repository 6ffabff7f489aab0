"""The HTTP interface: each address hands its request to the assistant and its reply back."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated

from fastapi import FastAPI, Query
from fastapi.responses import FileResponse, Response
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles

from assistant.bootstrap import Assistant, LatestAssistant
from assistant.clock import today
from assistant.dialogue.models import BenefitOut, ClauseOut, PolicyOut, Reply, SearchHit
from assistant.dialogue.records.receipt import Receipt
from assistant.errors import BadInput
from assistant.settings import OWN_PAGES, Settings
from ui.errors import BAD_INPUT, install_error_handlers
from ui.guard import Guard
from ui.pages import add_pages
from ui.reader import add_reader
from ui.schemas import (
    AskRequest,
    CalculateRequest,
    ErrorReply,
    FeedbackRequest,
    Health,
    PoliciesRequest,
    SearchRequest,
)

STATIC = Path(__file__).parent / "static"


def open_app() -> FastAPI:
    """The application with the settings of the environment, as a server starts it.

    Raises SettingsError, CorpusError or StaleIndexError where it cannot run.
    """
    settings = Settings.from_environment()
    return create_app(LatestAssistant(settings), frame_ancestors=settings.frame_ancestors)


def create_app(
    assistant: Callable[[], Assistant],
    *,
    clock: Callable[[], date] = today,
    frame_ancestors: str = OWN_PAGES,
) -> FastAPI:
    """The application around an assistant, which is asked for anew with each request.

    `clock` says what day it is where a request does not; `frame_ancestors`, whose pages may carry the widget.
    """
    app = FastAPI(
        title="职业培训补贴政策助手",
        description='补贴能不能领、领多少、依据哪一条。错误统一为 `{"error": {"message", "field"}}`。',
        version="1",
        docs_url=None,  # FastAPI's own pages load their scripts from a content network
        redoc_url=None,
        responses={BAD_INPUT: {"model": ErrorReply, "description": "请求不能用，什么都没有改变"}},
    )
    install_error_handlers(app)
    app.add_middleware(Guard, frame_ancestors=frame_ancestors)
    _add_answers(app, assistant, clock)
    add_pages(app, assistant, clock)
    add_reader(app, assistant, clock)
    _add_files(app)
    return app


def _add_answers(app: FastAPI, assistant: Callable[[], Assistant], clock: Callable[[], date]) -> None:
    @app.post("/api/v1/ask", summary="问一句话")
    def ask(request: AskRequest) -> Reply:
        return assistant().ask(
            request.question,
            session_id=request.session_id,
            region=request.region,
            as_of=request.as_of or clock(),
            facts=request.facts,
        )

    @app.post("/api/v1/calculate", summary="按事实计算补贴")
    def calculate(request: CalculateRequest) -> list[BenefitOut]:
        return assistant().calculate(
            request.facts,
            region=request.region,
            as_of=request.as_of or clock(),
            benefit=request.benefit,
        )

    @app.get("/api/v1/search", summary="查条款")
    def search(request: Annotated[SearchRequest, Query()]) -> list[SearchHit]:
        day = request.as_of or clock()
        return assistant().search(request.query, region=request.region, as_of=day, limit=request.limit)

    @app.get("/api/v1/policies", summary="收录的政策")
    def policies(request: Annotated[PoliciesRequest, Query()]) -> list[PolicyOut]:
        return assistant().policies(as_of=request.as_of or clock())

    @app.get(
        "/api/v1/policies/{policy_id}/clauses/{path}",
        summary="一条条款的原文",
        responses={404: {"model": ErrorReply, "description": "没有这份政策或这一条"}},
    )
    def clause(policy_id: str, path: str) -> ClauseOut:
        try:
            return assistant().clause(policy_id, path)
        except BadInput as error:
            raise HTTPException(404, str(error)) from error

    @app.post("/api/v1/feedback", summary="说一个回答有没有用", status_code=204)
    def feedback(request: FeedbackRequest) -> Response:
        assistant().keep_feedback(request)
        return Response(status_code=204)

    @app.get(
        "/api/v1/answers/{answer_id}",
        summary="按编号找回以前的答复，说明此后的变化",
        responses={404: {"model": ErrorReply, "description": "没有这个编号的答复"}},
    )
    def answer(answer_id: str) -> Receipt:
        try:
            return assistant().replay(answer_id, today=clock())
        except BadInput as error:
            raise HTTPException(404, str(error)) from error

    @app.get("/healthz", summary="服务是否正常")
    def health() -> Health:
        return Health(policies=len(assistant().library.policies))


def _add_files(app: FastAPI) -> None:
    @app.get("/docs", include_in_schema=False)
    def docs() -> FileResponse:
        return FileResponse(STATIC / "docs.html")

    @app.get("/demo", include_in_schema=False)
    def demo() -> FileResponse:
        return FileResponse(STATIC / "demo.html")

    @app.get("/widget.js", include_in_schema=False)
    def widget() -> FileResponse:
        return FileResponse(STATIC / "widget.js")

    app.mount("/static", StaticFiles(directory=STATIC))
    app.mount("/docs-assets", StaticFiles(packages=[("fastapi_offline", "static")]))

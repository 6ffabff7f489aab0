"""Every error in one form, in Chinese: {"error": {"message", "field"}}."""

from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from assistant.errors import AssistantError, BadInput
from ui.schemas import ErrorBody, ErrorReply

BAD_INPUT = 422
_BY_STATUS = {404: "没有这个地址。", 405: "这个地址不支持这种请求方式。", 400: "请求的内容读不出来。"}


def error_reply(status: int, message: str, field: str | None = None) -> JSONResponse:
    """An error as it goes over the wire."""
    body = ErrorReply(error=ErrorBody(message=message, field=field))
    return JSONResponse(body.model_dump(), status)


def install_error_handlers(app: FastAPI) -> None:
    """Answer every refusal in the one form."""

    @app.exception_handler(RequestValidationError)
    async def invalid(_request: Request, error: RequestValidationError) -> JSONResponse:
        message, field = _explain(error.errors()[0])
        return error_reply(BAD_INPUT, message, field)

    @app.exception_handler(BadInput)
    async def refused(_request: Request, error: BadInput) -> JSONResponse:
        return error_reply(BAD_INPUT, str(error))

    @app.exception_handler(AssistantError)
    async def unable(_request: Request, error: AssistantError) -> JSONResponse:
        return error_reply(503, f"服务暂时不能答复：{error}")

    @app.exception_handler(HTTPException)
    async def http(_request: Request, error: HTTPException) -> JSONResponse:
        # A body that cannot be parsed is what somebody typed, as a wrong field is.
        status = BAD_INPUT if error.status_code == 400 else error.status_code
        # The framework's own refusals are in English; ours speak for themselves.
        is_ours = error.detail != HTTPStatus(error.status_code).phrase and status != BAD_INPUT
        known = _BY_STATUS.get(error.status_code, "请求不能处理。")
        return error_reply(status, str(error.detail) if is_ours else known)


def _explain(problem: dict[str, Any]) -> tuple[str, str | None]:
    """What is wrong, and the field that it is wrong with."""
    place = problem["loc"][1:]  # after body, query or path
    field = place[0] if place and isinstance(place[0], str) else None
    context = problem.get("ctx", {})
    match problem["type"]:
        case "json_invalid":
            return "请求不是正确的 JSON。", None
        case "model_attributes_type" | "dict_type" if field is None:
            return "请求应为 JSON 对象，并注明 Content-Type: application/json。", None
        case "missing" if field is None:
            return "请求没有内容。", None
        case "missing":
            return f"缺少 {field}。", field
        case "extra_forbidden":
            return "请求里有不认识的字段。", "".join(sign for sign in str(field) if sign.isprintable())[:100]
        case "bad_input":
            return str(context["message"]), field
        case "string_type" | "string_pattern_mismatch":
            return f"{field} 应为文字。", field
        case "string_too_short":
            return f"{field} 不能为空。", field
        case "string_too_long" | "too_long":
            return f"{field} 太长了。", field
        case "greater_than_equal":
            return f"{field} 不能小于 {context['ge']}。", field
        case "less_than_equal":
            return f"{field} 不能大于 {context['le']}。", field
        case _:
            return f"{field} 的值不能用。", field

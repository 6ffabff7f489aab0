"""Settings: environment variables named ASSISTANT_… in, one frozen object out."""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from assistant.errors import SettingsError

PREFIX = "ASSISTANT_"
BUNDLED_MODEL = "bundled"  # the embedding model that comes with the program
IN_MEMORY = "sqlite://"  # conversations that are gone when the program ends
OWN_PAGES = "'self'"  # as a Content-Security-Policy names them
_ORIGIN = re.compile(r"https?://([a-z0-9-]+(\.[a-z0-9-]+)*|\[[0-9a-f:.]+\])(:[0-9]{1,5})?")


def project_root() -> Path:
    """The folder that holds corpus/: the one that the code lies in, else the current one."""
    beside_the_code = Path(__file__).resolve().parents[1]
    return beside_the_code if (beside_the_code / "corpus").is_dir() else Path.cwd()


def _ancestors(written: str) -> str:
    """A list of origins as `frame-ancestors` takes it: this service's own pages, then each of them once."""
    named = [item.lower().removesuffix("/") for item in re.split(r"[\s,，;；]+", written) if item]
    for place, item in enumerate(named, 1):
        if item != OWN_PAGES and not _ORIGIN.fullmatch(item):
            raise ValueError(
                f"第 {place} 项不是网站的来源。只写协议、域名和端口，例如 https://www.example.gov.cn；"
                "不写路径和通配符，中文域名写成 xn-- 的形式，几个来源用空格隔开"
            )
    return " ".join(dict.fromkeys([OWN_PAGES, *named]))


class Settings(BaseModel):
    """How this installation runs. The README has the table."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    corpus: Path = Field(default_factory=lambda: project_root() / "corpus")
    indexes: Path = Field(default_factory=lambda: project_root() / "indexes")
    # Or a sentence-transformers model, by its name or folder.
    embedding_model: str = BUNDLED_MODEL
    database_url: str = Field(default_factory=lambda: f"sqlite:///{project_root()}/var/sessions.sqlite")
    session_hours: Annotated[float, Field(gt=0, le=24 * 365, allow_inf_nan=False)] = 24.0
    turn_wait_seconds: Annotated[float, Field(ge=0, le=60, allow_inf_nan=False)] = 5.0
    answer_days: Annotated[float, Field(ge=0, le=3660, allow_inf_nan=False)] = 365.0  # 0 keeps none
    # Which sites may show the assistant in a frame, and so carry the widget.
    frame_ancestors: Annotated[str, AfterValidator(_ancestors)] = OWN_PAGES
    # The hotline console: who may log in, how long an idle login and a record are kept, where the reader is.
    console_users: Path = Field(default_factory=lambda: project_root() / "var/console-users.json")
    console_session_minutes: Annotated[float, Field(gt=0, le=12 * 60, allow_inf_nan=False)] = 60.0
    console_record_days: Annotated[float, Field(gt=0, le=3660, allow_inf_nan=False)] = 365.0
    console_reader: Annotated[str, Field(pattern=r"^https?://[^\s\"<>]+$")] = "http://127.0.0.1:8000"
    # Taking a document in: how large its file and its text may be, and what reading it may cost.
    intake_file_mb: Annotated[int, Field(ge=1, le=1024)] = 20
    intake_text_mb: Annotated[int, Field(ge=1, le=64)] = 8
    intake_memory_mb: Annotated[int, Field(ge=256, le=16 * 1024)] = 512
    intake_processor_seconds: Annotated[int, Field(ge=1, le=600)] = 30
    intake_wall_seconds: Annotated[int, Field(ge=1, le=1200)] = 60

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> "Settings":
        """Settings from variables, those of the process where none are given; an empty one counts as not set.

        Raises SettingsError for a variable that does not exist or a value that cannot be used.
        """
        given = {
            name.removeprefix(PREFIX).lower(): value.strip()
            for name, value in environment.items()
            if name.startswith(PREFIX) and value.strip()
        }
        try:
            return cls.model_validate(given)
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            variable = PREFIX + str(first["loc"][0]).upper()
            raise SettingsError(variable, _wording(first["type"], first.get("ctx", {}))) from None


def _wording(kind: str, context: Mapping[str, Any]) -> str:
    """What is wrong with a value, in plain Chinese."""
    match kind:
        case "extra_forbidden":
            known = "、".join(PREFIX + name.upper() for name in Settings.model_fields)
            return f"没有这个设置。可用的设置：{known}"
        case "greater_than":
            return f"应大于 {context['gt']:g}"
        case "greater_than_equal":
            return f"不能小于 {context['ge']:g}"
        case "less_than_equal":
            return f"不能大于 {context['le']:g}"
        case "float_parsing" | "finite_number":
            return "应为数字"
        case "int_parsing" | "int_from_float" | "int_parsing_size":
            return "应为整数，不带单位"
        case "value_error":
            return str(context["error"])
        case _:
            return "值不能用"

"""Reading YAML data with errors that name the file and the key."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from assistant.errors import CorpusError

Kind = TypeVar("Kind", dict[Any, Any], list[Any])
Model = TypeVar("Model", bound=BaseModel)


def load_yaml(path: Path, kind: type[Kind]) -> Kind:
    """The content of a YAML file, which must be of the kind asked for.

    Raises CorpusError where the file is missing, is no YAML, or holds something else.
    """
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except OSError as error:
        raise CorpusError(f"{path.parent.name}/{path.name}", "文件读不出来") from error
    except (yaml.YAMLError, ValueError) as error:  # a ValueError: a date such as 2020-02-30, or no UTF-8
        raise CorpusError(f"{path.parent.name}/{path.name}", f"不是正确的 YAML：{error}") from error
    if not isinstance(content, kind):
        raise CorpusError(f"{path.parent.name}/{path.name}", f"内容应为 {kind.__name__}")
    return content


def write_yaml(
    path: Path, content: dict[Any, Any] | list[Any], head: str, *, one_a_line: bool = False
) -> None:
    """Write data as a person would read and edit it: in its order, comments at the head.

    The innermost lists and mappings stand on one line; with `one_a_line` each entry has its own.
    """
    flow = False if one_a_line else None
    written = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=120, default_flow_style=flow)
    comment = "".join(f"# {line}\n" for line in head.splitlines())
    path.write_text(comment + written, encoding="utf-8")


def read_data(raw: Any, model: type[Model], where: str) -> Model:
    """Raw YAML as data. Raises CorpusError that names the key of the first thing that is wrong.

    `where` names the file; an entry that has an id is named by it: benefits.pre-job.amount.
    """
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        problem = error.errors()[0]
        reason = problem.get("ctx", {}).get("error", problem["msg"])
        raise CorpusError(f"{where} {'.'.join(_names(raw, problem['loc']))}", str(reason)) from error


def _names(raw: Any, location: tuple[str | int, ...]) -> Iterator[str]:
    if isinstance(raw, dict) and "id" in raw:
        yield str(raw["id"])
    for step in location:
        try:
            raw = raw[step]
        except (KeyError, IndexError, TypeError):
            raw = None
        yield str(raw["id"] if isinstance(step, int) and isinstance(raw, dict) and "id" in raw else step)

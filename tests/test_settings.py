"""Settings come from ASSISTANT_… variables; a wrong one is named in plain Chinese."""

from pathlib import Path

import pytest

from assistant.errors import SettingsError
from assistant.settings import Settings, project_root


def test_without_variables_everything_lies_in_the_project() -> None:
    settings = Settings.from_environment({})
    root = Path(__file__).resolve().parents[1]
    assert project_root() == root
    assert settings.corpus == root / "corpus"
    assert settings.indexes == root / "indexes"
    assert settings.database_url == f"sqlite:///{root}/var/sessions.sqlite"


def test_variables_win() -> None:
    settings = Settings.from_environment(
        {"ASSISTANT_CORPUS": "/data/corpus", "ASSISTANT_SESSION_HOURS": " 1.5 ", "PATH": "/bin"}
    )
    assert settings.corpus == Path("/data/corpus")
    assert settings.session_hours == 1.5


def test_an_empty_variable_counts_as_not_set() -> None:
    assert Settings.from_environment({"ASSISTANT_SESSION_HOURS": ""}) == Settings()


@pytest.mark.parametrize(
    ("written", "understood", "why"),
    [
        ("", "'self'", "only its own pages"),
        ("https://www.jinjiang.gov.cn", "'self' https://www.jinjiang.gov.cn", "its own pages always stay"),
        ("'self' https://A.gov.cn/", "'self' https://a.gov.cn", "case and a last slash say nothing"),
        (
            "https://a.cn，https://b.cn:8443, https://a.cn",
            "'self' https://a.cn https://b.cn:8443",
            "commas; once",
        ),
        (
            "http://127.0.0.1:8000 http://[::1]:8000",
            "'self' http://127.0.0.1:8000 http://[::1]:8000",
            "addresses",
        ),
        ("https://a.gov.cn; script-src *", None, "no other directive can be slipped in"),
    ],
)
def test_sites_that_may_frame_the_assistant(written: str, understood: str | None, why: str) -> None:
    environment = {"ASSISTANT_FRAME_ANCESTORS": written}
    if understood is None:
        with pytest.raises(SettingsError, match="第 2 项"):
            Settings.from_environment(environment)
    else:
        assert Settings.from_environment(environment).frame_ancestors == understood, why


@pytest.mark.parametrize(
    ("variable", "value", "message"),
    [
        ("ASSISTANT_SESSION_HOURS", "一天", "应为数字"),
        ("ASSISTANT_SESSION_HOURS", "nan", "应为数字"),
        ("ASSISTANT_SESSION_HOURS", "0", "应大于 0"),
        ("ASSISTANT_SESSION_HOURS", "100000", "不能大于 8760"),
        ("ASSISTANT_TURN_WAIT_SECONDS", "-1", "不能小于 0"),
        ("ASSISTANT_FRAME_ANCESTORS", "*", "第 1 项不是网站的来源.*https://www.example.gov.cn"),
        ("ASSISTANT_FRAME_ANCESTORS", "https://a.gov.cn https://b.gov.cn/page", "第 2 项"),
        ("ASSISTANT_FRAME_ANCESTORS", "www.jinjiang.gov.cn", "第 1 项"),
        ("ASSISTANT_FRAME_ANCESTORS", "https://*.gov.cn", "通配符"),
        ("ASSISTANT_FRAME_ANCESTORS", "https://a.gov.cn:443x", "第 1 项"),
        ("ASSISTANT_FRAME_ANCESTORS", "https://晋江.cn", "xn--"),
        ("ASSISTANT_FRAME_ANCESTORS", "javascript:alert(1)", "第 1 项"),
        ("ASSISTANT_INTAKE_FILE_MB", "100MB", "应为整数，不带单位"),
        ("ASSISTANT_INTAKE_FILE_MB", "2.5", "应为整数，不带单位"),
        ("ASSISTANT_INTAKE_FILE_MB", "0", "不能小于 1"),
        ("ASSISTANT_INTAKE_MEMORY_MB", "64", "不能小于 256"),  # Python itself takes as much
        ("ASSISTANT_INTAKE_PROCESSOR_SECONDS", "3600", "不能大于 600"),
        ("ASSISTANT_SESION_HOURS", "1", "没有这个设置.*ASSISTANT_SESSION_HOURS"),  # a typing error is found
    ],
)
def test_a_wrong_value_is_named(variable: str, value: str, message: str) -> None:
    with pytest.raises(SettingsError, match=message) as caught:
        Settings.from_environment({variable: value})
    assert variable in str(caught.value)

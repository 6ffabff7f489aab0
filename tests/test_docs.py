"""What is written about the project is true: modules, settings, commands, policies."""

import re
from pathlib import Path

import pytest
import yaml
from typer.models import CommandInfo

from assistant.cli import app
from assistant.cli_policies import app as policies
from assistant.settings import PREFIX, Settings
from tests.browser import provision

ROOT = Path(__file__).resolve().parents[1]
ENGLISH = (ROOT / "README.md").read_text(encoding="utf-8")
CHINESE = (ROOT / "README.zh-CN.md").read_text(encoding="utf-8")
BOTH = pytest.mark.parametrize("readme", [ENGLISH, CHINESE], ids=["English", "Chinese"])
POLICIES = sorted((ROOT / "corpus" / "policies").glob("*/policy.yaml"))


def first_cells(text: str) -> list[str]:
    """The first cell of each row of a table, where it is set as code."""
    return re.findall(r"(?m)^\| `([^`]+)` \|", text)


def name_of(command: CommandInfo) -> str:
    """What is typed for a command."""
    return command.name or command.callback.__name__ if command.callback else ""


def test_the_map_names_every_module_and_no_other() -> None:
    modules = {
        path.relative_to(ROOT).as_posix()
        for top in ("assistant", "ui", "evals")
        for path in (ROOT / top).rglob("*.py")
        if path.name != "__init__.py"
    }
    named = [cell for cell in first_cells(ENGLISH) if cell.endswith(".py")]
    assert sorted(named) == sorted(modules)


@BOTH
def test_the_settings_table_names_every_setting_and_no_other(readme: str) -> None:
    named = [cell for cell in first_cells(readme) if cell.startswith(PREFIX)]
    assert named == [PREFIX + name.upper() for name in Settings.model_fields]


@BOTH
def test_the_settings_table_gives_the_defaults(readme: str) -> None:
    rows = dict(re.findall(rf"(?m)^\| `{PREFIX}(\w+)` \|.*\| `([^`]+)` \|$", readme))
    for name, default in Settings():
        shown = f"{default:g}" if isinstance(default, float) else str(default).replace(f"{ROOT}/", "")
        assert rows[name.upper()] == shown, name


@BOTH
def test_every_command_is_explained(readme: str) -> None:
    named = [cell.removeprefix("assistant ") for cell in first_cells(readme) if cell.startswith("assistant ")]
    commands = [name_of(command) for command in app.registered_commands]
    assert named == commands + [f"policies {name_of(command)}" for command in policies.registered_commands]


@pytest.mark.parametrize("command", [*app.registered_commands, *policies.registered_commands], ids=name_of)
def test_every_command_has_help_in_both_languages_and_an_example(command: CommandInfo) -> None:
    explained = str(command.callback.__doc__)
    assert re.search(r"[一-鿿].*。 [A-Z].*\.", explained), explained
    assert "assistant " in str(command.epilog)


@BOTH
@pytest.mark.parametrize("command", ["make run", "make test"])
def test_the_two_commands_are_there(readme: str, command: str) -> None:
    assert command in readme
    assert re.search(rf"(?m)^{command.split()[1]}:", (ROOT / "Makefile").read_text(encoding="utf-8"))


def test_make_test_installs_a_browser_before_it_runs_the_suite() -> None:
    """A machine that has one by chance hides that the step is missing."""
    recipe = re.search(r"(?m)^test:.*\n((?:\t.*\n)+)", (ROOT / "Makefile").read_text(encoding="utf-8"))
    steps = re.findall(r"-m (\S+)", recipe[1] if recipe else "")
    assert steps == [provision.__name__, "pytest"]


@BOTH
def test_links_lead_somewhere(readme: str) -> None:
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", readme):
        assert (ROOT / target).exists(), target


@pytest.mark.parametrize("path", POLICIES, ids=lambda path: path.parent.name)
def test_the_changelog_names_every_policy_with_number_place_and_period(path: Path) -> None:
    about = yaml.safe_load(path.read_text(encoding="utf-8"))
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    entries = re.split(r"(?m)^- ", changelog)
    entry = next((entry for entry in entries if f"`{path.parent.name}`" in entry), "")
    for known in (about["document_number"], about.get("valid_until"), about.get("period_until")):
        assert known is None or str(known) in entry
    assert re.search(r"Region: \S+", entry)
    assert re.search(r"Benefits: \S+", entry)

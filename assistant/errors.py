"""Every error of the project.

AssistantError            what a person reads is `str(error)`, in plain Chinese
├── CorpusError           data that cannot be loaded: names the file and the key; stops start-up
├── SettingsError         an environment variable cannot be used; stops start-up
├── UnreadableFile        a document cannot be taken in: what is wrong with the file, and what to do
├── StaleIndexError       the built index is missing, stale or damaged
└── BadInput              something typed or sent cannot be used; nothing was changed
"""


class AssistantError(Exception):
    """Base of all errors raised on purpose."""


class CorpusError(AssistantError):
    """Corpus data is wrong. The message names the file and the key."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"语料数据有误（{where}）：{what}")


class UnreadableFile(AssistantError):
    """A document's file cannot be read. The message is one line: its name, what is wrong, what to do."""

    def __init__(self, name: str, what: str, remedy: str) -> None:
        shown = "".join(c if c.isprintable() else "?" for c in name)
        shown = shown if len(shown) <= 60 else f"{shown[:40]}…{shown[-15:]}"
        super().__init__(f"文件读不了（{shown}）：{what}。{remedy}。")


class SettingsError(AssistantError):
    """An ASSISTANT_* variable is wrong. The message names it, not its value, which may be a secret."""

    def __init__(self, variable: str, what: str) -> None:
        super().__init__(f"环境变量 {variable} 有误：{what}")


class StaleIndexError(AssistantError):
    """The search index is missing, damaged, or made from another corpus."""


class BadInput(AssistantError):
    """A request that cannot be used, with the reason in the user's language."""

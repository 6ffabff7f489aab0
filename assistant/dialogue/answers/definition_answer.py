"""What a text itself defines: X（以下称“Y”）."""

import re
from collections.abc import Iterator, Sequence

from assistant.dialogue.answers.desk import Answer, Cited, label, unique
from assistant.dialogue.answers.validity_answer import validity_of
from assistant.dialogue.matter import Matter
from assistant.dialogue.reading import Reading
from assistant.documents.models import Policy

_TERM = re.compile(r"([^。；;（(]{2,60})[（(]以下简?称[“\"]([^”\"]+)[”\"][）)]")


def answer_definition(reading: Reading, matter: Matter, policies: Sequence[Policy]) -> Answer | None:
    """The meaning of a term that the message names and a policy defines; None where none does."""
    found = list(_defined(reading.text, policies))
    if not found:
        return None
    cited = unique(c for *_, c in found)
    term, meaning, _ = found[0]
    lines = [f"**“{term}”指{meaning}。**", ""]
    lines += [f"> {c.quote.strip()} ——{label(c.policy)} {c.path}" for c in cited]
    lines += ["", *validity_of(cited, matter.on)]
    return Answer("answered", "\n".join(lines), cited)


def meaning_of(text: str, policies: Sequence[Policy]) -> list[str]:
    """The words with which the policies define the terms in a text."""
    return list(dict.fromkeys(meaning for _, meaning, _ in _defined(text, policies)))


def _defined(text: str, policies: Sequence[Policy]) -> Iterator[tuple[str, str, Cited]]:
    """The terms of a text that policies define, with their meaning and the words that define them."""
    for policy in policies:
        for clause in policy.clauses:
            for match in _TERM.finditer(clause.text):
                if match[2] in text:
                    meaning = re.split(r"[，,、：:]", match[1])[-1]
                    yield match[2], meaning.strip(), Cited(policy, clause.path, match[0])

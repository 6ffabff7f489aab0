"""What a text itself defines: X（以下称“Y”）."""

import re
from collections.abc import Sequence

from assistant.dialogue.desk import Answer, Cited, label, unique
from assistant.dialogue.matter import Matter
from assistant.dialogue.reading import Reading
from assistant.dialogue.validity_answer import validity_of
from assistant.documents.models import Policy

_TERM = re.compile(r"([^。；;（(]{2,60})[（(]以下简?称[“\"]([^”\"]+)[”\"][）)]")


def answer_definition(reading: Reading, matter: Matter, policies: Sequence[Policy]) -> Answer | None:
    """The meaning of a term that the message names and a policy defines; None where none does."""
    found: list[tuple[str, Cited]] = []
    for policy in policies:
        for clause in policy.clauses:
            for match in _TERM.finditer(clause.text):
                if match[2] in reading.text:
                    meaning = re.split(r"[，,、：:]", match[1])[-1]
                    found.append((f"“{match[2]}”指{meaning.strip()}", Cited(policy, clause.path, match[0])))
    if not found:
        return None
    cited = unique(c for _, c in found)
    lines = [f"**{found[0][0]}。**", ""]
    lines += [f"> {c.quote.strip()} ——{label(c.policy)} {c.path}" for c in cited]
    lines += ["", *validity_of(cited, matter.on)]
    return Answer("answered", "\n".join(lines), cited)

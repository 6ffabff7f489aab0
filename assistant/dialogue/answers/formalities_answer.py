"""Where and with which papers to apply: what the texts say of it, and whom to ask."""

import re
from collections.abc import Sequence

from assistant.dialogue.answers.clause_words import share_words
from assistant.dialogue.answers.desk import (
    AFTER_A_CLAUSE,
    Answer,
    Cited,
    document,
    label,
    quoted,
)
from assistant.dialogue.answers.formalities_written import no_formalities, written_formalities
from assistant.dialogue.answers.validity_answer import over, over_first, validity_of
from assistant.dialogue.matter import Matter
from assistant.documents.models import Clause, Policy, Validity
from assistant.rules.rulebook import Rule
from assistant.search.passages import sentences

_APPLY = re.compile("申领|申请|报[^，。；]{0,6}审核")


def formalities(matter: Matter, rule: Rule) -> Answer:
    """Where and with which papers to apply: no text says it, so the clause and whom to ask."""
    policy, clause = rule.policy, rule.clause
    line = policy.responsible(clause.path)
    applying = _of_applying(clause)
    granting = [] if any(share_words(clause, rule.quote, words) for words in applying) else [rule.quote]
    cited = [Cited(policy, clause.path, words) for words in (*granting, *applying)]
    cited += [Cited(policy, line.path, line.text.strip())] if line else []
    cited += written_formalities(policy)
    past = over((policy,), matter.latest)
    lines = [*over_first(past, matter.latest), f"**{no_formalities(policy)}**", ""]
    lines += [f"> {c.quote} ——{label(policy)} {c.path}" for c in cited]
    lines += ["", *([] if past else validity_of(cited, matter.on))]
    return Answer("answered", "\n".join(lines), tuple(cited), suggestions=AFTER_A_CLAUSE)


def formalities_of_place(policies: Sequence[Policy], matter: Matter) -> Answer:
    """The same where no benefit was named: by the nearest policy, one that runs where there is one."""
    nearest = [policy for policy in policies if policy.about.region == policies[0].about.region]
    running = [policy for policy in nearest if policy.validity(matter.latest) is Validity.IN_FORCE]
    policy = max(running or nearest[:1], key=lambda policy: policy.about.issued_on)
    cited = written_formalities(policy)
    lines = [f"**{document(policy)}：{no_formalities(policy)}**"]
    told = ["条文写到的有：", *map(quoted, cited)] if policy.about.formalities else list(map(quoted, cited))
    lines += ["", *told, "", *validity_of(cited, matter.on)] if cited else []
    return Answer("not_found", "\n".join(lines), tuple(cited), suggestions=AFTER_A_CLAUSE)


def _of_applying(clause: Clause) -> list[str]:
    """What a clause itself says of when and how to apply: 生活费补贴在培训合格后与培训补贴同时申领."""
    return [words for words in sentences(clause.text) if _APPLY.search(words)]

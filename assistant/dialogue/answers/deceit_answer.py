"""Answers on deceit: no help with it, and what the texts say becomes of whoever deceives."""

import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.dialogue.answers.clause_words import passage, share_said
from assistant.dialogue.answers.desk import HOTLINE, Answer, Cited, Desk, document, quoted, unique
from assistant.dialogue.answers.selection import applicable, begun
from assistant.dialogue.answers.validity_answer import over, validity_lines
from assistant.dialogue.matter import Matter
from assistant.documents.models import Policy
from assistant.search.passages import sentences

# What texts call deceit; the words of the second pattern where a text has none of the first.
_DECEIT = (re.compile("骗|套取|弄虚作假|虚报"), re.compile("冒名|顶替|冒领|冒用|虚假|伪造|编造|造假|作假"))
_SAYS_SO = 0.2  # the share of a question that a sentence must have to speak of how it is done


def refuse_deceit(desk: Desk, matter: Matter) -> Answer:
    """No help with getting money by deceit; the clause that speaks of it, of the place where one is known."""
    policies: tuple[Policy, ...] = desk.library.policies
    if matter.regions:
        policies = applicable(desk.library, desk.regions, matter.regions[0])
    cited = on_deceit(begun(policies, matter.latest))[:2]
    lines = ["**这个忙不能帮。**虚报、冒领培训补贴要承担责任，请按真实情况申请。", ""]
    if cited:
        lines += [*map(quoted, cited), "", *validity_lines((c.policy for c in cited), matter.on), ""]
    lines += [f"不清楚自己是否符合条件，可以把真实情况告诉我，或者拨打{HOTLINE}。"]
    return Answer("out_of_scope", "\n".join(lines), tuple(cited))


def answer_deceit(desk: Desk, policies: Sequence[Policy], matter: Matter, question: str) -> Answer:
    """What a place's policies, begun by now, say becomes of those who deceive; or that they say nothing.

    Beside it stands what the same clause says of how it is done (转包, 虚假广告), where it speaks of that.
    """
    held = begun(policies, matter.latest) or tuple(policies)
    # The places in their order; of each, what still runs comes first.
    places = [policy.about.region for policy in held]
    held = tuple(sorted(held, key=lambda p: (places.index(p.about.region), over([p], matter.latest) != [])))
    cited = on_deceit(held)
    cited = list(unique(one for found in cited for one in _and_how(desk, found, question)))
    silent = [policy for policy in held if not any(one.policy == policy for one in cited)]
    lines = []
    if cited:
        lines += ["**条文写到了骗取补贴：**", "", *(quoted(one) for one in cited), ""]
    if silent:
        names = "、".join(document(policy) for policy in silent)
        lines += [f"**{names}没有条文写骗取补贴怎么处理。**", ""]
    lines += [f"条文没有写到的，请拨打当地{HOTLINE}核实。", ""]
    lines += validity_lines(held, matter.on)
    return Answer("answered" if cited else "not_found", "\n".join(lines), tuple(cited))


def _and_how(desk: Desk, found: Cited, question: str) -> list[Cited]:
    """The sentence on deceit, with the one that its clause has on what else a question names, if any."""
    clause = desk.library.clause(found.policy.id, found.path)
    words = passage(desk, clause, question) if clause else found.quote
    how = Cited(found.policy, found.path, words)
    if found.quote in words:
        return [how]
    speaks_of_it = words not in found.quote and share_said(desk, question, words) >= _SAYS_SO
    return [found, how] if speaks_of_it else [found]


def on_deceit(policies: Iterable[Policy]) -> list[Cited]:
    """Of each policy the first sentence that speaks of deceit."""
    told = (next(_sentences_on_deceit(policy), None) for policy in policies)
    return [cited for cited in told if cited is not None]


def _sentences_on_deceit(policy: Policy) -> Iterator[Cited]:
    for words in _DECEIT:
        for clause in policy.clauses:
            if clause.kind == "body":
                yield from (Cited(policy, clause.path, s) for s in sentences(clause.text) if words.search(s))

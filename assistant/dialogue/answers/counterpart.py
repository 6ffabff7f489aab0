"""What texts say of a place that they name; 那宁德呢, 25年的方案呢: what was quoted last, said there."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.dialogue.answers import fixed_answers as fixed
from assistant.dialogue.answers.clause_words import RESPONSIBLE, passage, with_heads
from assistant.dialogue.answers.desk import Answer, Cited, Desk, document
from assistant.dialogue.answers.meant import rules_of
from assistant.dialogue.answers.nearest_clauses import UNSURE_COVERAGE
from assistant.dialogue.answers.selection import policies_for
from assistant.dialogue.answers.table_answer import number_in
from assistant.dialogue.answers.validity_answer import validity_lines
from assistant.dialogue.language.words import BLANK
from assistant.dialogue.matter import Matter
from assistant.dialogue.reading import Reading
from assistant.documents.models import Clause, Policy
from assistant.search.passages import sentences
from assistant.search.tokens import fold

# So much of a clause says what it is about.
_OPENING = 150
_MOST = 3  # sentences
# What a message that turns to another place or text holds beside its name: 衢州那份呢 · 晋江也是这样吗.
_NO_MORE = re.compile(
    "(?:那么?|再|请问|换[成到]?|[这那](?:份|个|边|里)|份|也|又|还|都|同样|一样|是|有|没|这样|如此|文件|方案|办法|政策|规定"
    "|里面?|上面|的|呢|吗|么|吧|怎么[说写讲]?|怎样|如何|什么样?|[啊呀咧嘞哩,。?!; ])*"
)
# 2025年, 25到27年, 二〇二五 is spelled in digits by now.
_YEARS = re.compile(r"(?<!\d)(?:(?:20)?\d\d年?[到至—~-])?(?:20)?\d\d(?:年度?)?(?!\d)")


def answer_turned(desk: Desk, reading: Reading, matter: Matter) -> Answer | None:
    """What another place or text has on what was quoted last, for a message that names it and nothing else.

    None where no words were all of the last answer, where the place has benefits on the matter, or where
    nothing comes near the words there.
    """
    years, is_all = _years_named(desk, reading)
    if matter.quote is None or not is_all:
        return None
    if reading.policies or years:
        # The year is the text's, and no day of the matter.
        matter = replace(matter, on=matter.today)
    elif not reading.regions or (matter.topics and rules_of(desk, matter) and _grants(desk, matter)):
        return None
    policies = policies_turned_to(desk, reading, matter)
    return answer_counterpart(desk, matter, policies) if policies else None


def _grants(desk: Desk, matter: Matter) -> bool:
    """Whether the clause that was quoted last grants something: what answers 哪个部门管 does not."""
    last = f"{matter.policy}/{matter.path}"
    return any(rule.clause.id == last for rule in desk.rulebook.rules)


def policies_turned_to(desk: Desk, reading: Reading, matter: Matter) -> tuple[Policy, ...]:
    """The policies that a message turns to: it names them, their year or place, and no more; else ()."""
    years, is_all = _years_named(desk, reading)
    if not is_all:
        return ()
    if reading.policies or years:
        return _of_years(desk, reading, matter, years)
    return policies_for(desk, matter.regions) if reading.regions else ()


def _years_named(desk: Desk, reading: Reading) -> tuple[list[str], bool]:
    """The years that a message names, and whether beside them, places and texts it says no more."""
    rest = re.sub(f"[{BLANK} ]", "", reading.bare)
    named = (policy.about for policy in desk.library.policies if policy.id in reading.policies)
    for name in sorted((fold(alias) for about in named for alias in about.aliases), key=len, reverse=True):
        rest = rest.replace(name, "")
    return _YEARS.findall(rest), bool(_NO_MORE.fullmatch(_YEARS.sub("", rest)))


def _of_years(desk: Desk, reading: Reading, matter: Matter, years: Sequence[str]) -> tuple[Policy, ...]:
    """The policies that are named, or the one of the places whose title or number bears the years."""
    if reading.policies:
        return tuple(p for p in desk.library.policies if p.id in reading.policies)
    said = [f"20{year[-2:]}" for years_of in years for year in re.findall(r"\d{2,4}", years_of)]
    held = policies_for(desk, matter.regions)
    named = [p for p in held if all(year in f"{p.about.title}{p.about.document_number}" for year in said)]
    return tuple(named) if len(named) == 1 else ()


def answer_counterpart(desk: Desk, matter: Matter, policies: Sequence[Policy]) -> Answer | None:
    """What the place that was named has on the matter of the clause that was quoted last.

    None where nothing was quoted, or nothing comes near it there. `policies`: those of the place.
    """
    policy = desk.library.get(matter.policy) if matter.policy else None
    clause = desk.library.clause(policy.id, matter.path) if policy and matter.path else None
    if policy is None or clause is None:
        return None
    if policy in policies:
        cited = _on_the_place(desk, matter, policy, clause)
        return _quoting(cited, matter) if cited else None
    cited = _near(desk, clause, matter.quote, policies)
    return _quoting(cited, matter).behind([fixed.COUNTERPART]) if cited else None


def answer_naming(desk: Desk, matter: Matter, policies: Sequence[Policy]) -> Answer | None:
    """The sentences of the texts above it that name a place without a text of its own (厦门市重点围绕).

    None where no text names it.
    """
    if any(policy.about.region in matter.regions for policy in desk.library.policies):
        return None
    clauses = (
        (policy, clause)
        for policy in policies
        for clause in policy.clauses
        if clause.kind in ("body", "annex")
    )
    cited = tuple(c for policy, clause in clauses for c in _on_the_place(desk, matter, policy, clause))
    return _quoting(cited[:_MOST], matter) if cited else None


def _quoting(cited: Sequence[Cited], matter: Matter) -> Answer:
    lines = [f"**{document(cited[0].policy)} {cited[0].path}**写的是：", "", *(f"> {c.quote}" for c in cited)]
    tables = (c for c in cited[0].policy.clauses if c.path == cited[0].path and c.tables)
    lines += [line for clause in tables for line in with_heads(clause, cited[0].quote)]
    lines += ["", *validity_lines([cited[0].policy], matter.on)]
    return Answer("answered", "\n".join(lines), tuple(cited))


def _on_the_place(desk: Desk, matter: Matter, policy: Policy, clause: Clause) -> tuple[Cited, ...]:
    """The sentences of the clause that name the place: 宁德市重点围绕锂电新能源."""
    names = [desk.regions.region(code).name.rstrip("省市区县") for code in matter.regions]
    said = (
        s for s in sentences(clause.text) if any(name in s for name in names) and not RESPONSIBLE.match(s)
    )
    return tuple(Cited(policy, clause.path, sentence) for sentence in said)


def _near(desk: Desk, clause: Clause, quote: str | None, policies: Sequence[Policy]) -> tuple[Cited, ...]:
    """The clause of the place's policies that speaks of the same, where one comes near enough."""
    # Of a row first what it says, its numbers aside, and whose it is; then what its table is about.
    cells = [cell for cell in (quote or "").split("\t") if number_in(cell) is None]
    about = f"{clause.heading} {clause.text[:_OPENING]}"
    of_a_row = "\t" in (quote or "") and cells
    for query in map(fold, (" ".join(cells), cells[0], about) if of_a_row else (quote or about,)):
        hits = desk.searcher.search(query, policies=[policy.id for policy in policies], limit=1)
        found = [hit.clause for hit in hits if hit.coverage >= UNSURE_COVERAGE]
        if found:
            return tuple(Cited(desk.policy_of(one), one.path, passage(desk, one, query)) for one in found)
    return ()

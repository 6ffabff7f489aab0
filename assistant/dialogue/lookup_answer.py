"""Answers from the text itself: the clause that answers, quoted; terms; who is responsible; limits."""

import re
from collections.abc import Iterable, Sequence

from assistant.dialogue.clause_reference import referred_clauses
from assistant.dialogue.clause_words import each_asked, items_below, opening, passage_on, with_heads
from assistant.dialogue.desk import Answer, Cited, Desk, document, label, no_formalities, quoted, unique
from assistant.dialogue.fixed_answers import nothing_found, out_of_scope
from assistant.dialogue.granted import granted
from assistant.dialogue.matter import Matter
from assistant.dialogue.reading import Reading
from assistant.dialogue.table_answer import answer_superlative
from assistant.dialogue.validity_answer import over, over_first, validity_lines
from assistant.documents.models import Clause, Policy, Validity
from assistant.rules.models import Adjustment
from assistant.rules.rulebook import Rule
from assistant.search.abstain import says_too_little
from assistant.search.search import Hit
from assistant.search.tokens import fold, query_terms

SHOWN = 3
FAR = 12  # how far down the list the clause of a further topic is looked for
SUGGESTIONS = ("这个政策还有效吗？", "有哪些补贴，各多少？")
# A clause is shown beside the best one only if it comes this near.
CLOSE = 0.85
# How much a clause is lifted that grants a benefit of the topic in question.
TOPIC_BOOST = 0.35
YEAR_BOOST = 0.3
IN_FORCE_BOOST = 0.1
GOING_ON_BOOST = 0.1
OFTEN_BOOST = 0.35
# 归谁管 · 找哪个局, as a text says it.
IN_OTHER_WORDS = ("负责", "职责")
# Below this the best clause is offered as the nearest one, not as the answer.
UNSURE_COVERAGE = 0.35
# A clause of another place answers as well if it speaks of this much of what the best one speaks of.
NEARLY = 0.5
# A question that says so little beside the name of a document asks for the document.
_ENOUGH = 4
NOT_COMPUTED = "**下面的金额是条文写的，没有经过计算。**能不能领、领多少，请向{office}核实。"
_MONEY = re.compile(r"\d\s*万?\s*元")
_TITLE = re.compile('[“《"][^”》"]*[”》"]')  # of a document, and so not of another place's
_YEAR = re.compile(r"20\d\d")
# Some texts say whose duty it is in brackets, within the clause.
_RESPONSIBLE = re.compile(r"[（(]责任单位[：:][^（）()]*[）)]")
# How often something is to be done, and how a text says it.
_HOW_OFTEN = re.compile(
    r"(?:每|一)[年月季][^,。;!?]{0,10}[几多][少]?[次回趟]|多久[^,。;!?]{0,6}[一1]?[次回]|几[年月天][^,。;!?]{0,4}[一1][次回]"
)
_SO_OFTEN = re.compile(
    r"(?:每|[一二三1-3])\s*[年月季](?!内)[^。；;]{0,16}[一二两三1-3]\s*次|每(?:季度|月|年)[^。；;]{0,4}报"
)
_TERM = re.compile(r"([^。；;（(]{2,60})[（(]以下简?称[“\"]([^”\"]+)[”\"][）)]")


def answer_lookup(
    desk: Desk, reading: Reading, matter: Matter, policies: Sequence[Policy], rules: Sequence[Rule]
) -> Answer:
    """The clauses that answer, best first, with the sentences that do."""
    if (
        "definition" in reading.intents
        and (answer := _definition(desk, reading, matter, policies)) is not None
    ):
        return answer
    if "documents" in reading.intents and rules:
        return _formalities(matter, next((r for r in rules if matter.asker in r.benefit.askers), rules[0]))
    if "documents" in reading.intents and matter.regions and not reading.topics:
        return _only_formalities(policies)
    if (answer := answer_superlative(reading, matter, policies)) is not None:
        return answer
    query = _query(desk, reading, matter, reading.text)
    hits = find(desk, reading, matter, policies, rules)
    if not hits:
        known = reading.topics or "domain" in reading.flags
        return nothing_found(desk, matter) if known else out_of_scope()
    cited = [
        Cited(desk.policy_of(h.clause), h.clause.path, passage_on(desk, h.clause, query, rules)) for h in hits
    ]
    best = hits[0].clause
    also = [Cited(cited[0].policy, best.path, words) for words in each_asked(desk, best, query)]
    cited = [one for c in (cited[0], *also, *cited[1:]) for one in (c, *items_below(c))]
    if "responsible" in reading.intents:
        cited += _responsible_lines(desk, hits[:1], rules)
    first, *others = unique(cited)
    past = over((c.policy for c in cited if _MONEY.search(c.quote)), matter.latest)
    lines = [*over_first(dict.fromkeys(past), matter.latest), *_not_computed(desk, hits[0].clause, first)]
    if hits[0].coverage < UNSURE_COVERAGE and hits[0].clause.id not in {rule.clause.id for rule in rules}:
        lines += ["不一定正好回答您的问题，最接近的条文是：", ""]
    lines += [f"**{document(first.policy)} {first.path}**写的是：", "", f"> {first.quote}"]
    lines += with_heads(hits[0].clause, first.quote)
    if others:
        lines += ["", "相关的条文："]
        lines += [f"> {c.quote} ——{label(c.policy)} {c.path}" for c in others]
    lines += ["", *_validity((c for c in unique(cited) if c.policy not in past), matter)]
    benefits = granted(desk, reading, matter, cited, rules)
    return Answer("answered", "\n".join(lines), unique(cited), benefits, suggestions=SUGGESTIONS)


def _not_computed(desk: Desk, clause: Clause, cited: Cited) -> list[str]:
    """A word ahead on money that no reviewed rule speaks of: it is what the text says, and not computed."""
    rules = desk.rulebook.of_policy(cited.policy.id)
    drafted = any(rule.clause.id == clause.id for rule in desk.rulebook.drafts)
    heads = "".join(head for table in clause.tables for head in table[0]) if "\t" in cited.quote else ""
    names_money = _MONEY.search(cited.quote) or "元" in heads
    if not names_money or (rules and not drafted) or any(rule.clause.id == clause.id for rule in rules):
        return []
    return [NOT_COMPUTED.format(office=cited.policy.about.office), ""]


def finds_little(desk: Desk, reading: Reading, policies: Sequence[Policy]) -> bool:
    """Whether no clause speaks of much of what a message says: asking back helps more than a quote."""
    hits = desk.searcher.search(reading.text, policies=[p.id for p in policies], limit=1)
    return not hits or hits[0].coverage < UNSURE_COVERAGE


def answer_reference(
    desk: Desk, reading: Reading, matter: Matter, policies: Sequence[Policy]
) -> Answer | None:
    """The clause that the message names by its number, as it stands; None where it names none."""
    if not (reading.policies or matter.regions) or reading.topics:
        return None
    nearest = tuple(policies) if reading.policies else tuple(policies)[:1]
    named = referred_clauses(reading.text, nearest)
    if named is None:
        return None
    if not named:
        names = "、".join(document(policy) for policy in nearest)
        return Answer("not_found", f"**{names}里没有这一条。**请核对条款的编号，或者直接说想问什么。")
    cited = tuple(Cited(policy, clause.path, opening(clause)) for policy, clause in named[:SHOWN])
    past = over(nearest, matter.latest)
    lines = over_first(past, matter.latest)
    for c in cited:
        lines += [f"**{document(c.policy)} {c.path}**写的是：", "", f"> {c.quote}", ""]
    lines += [] if past else _validity(cited, matter)
    return Answer("answered", "\n".join(lines), cited, suggestions=SUGGESTIONS)


def find(
    desk: Desk, reading: Reading, matter: Matter, policies: Sequence[Policy], rules: Iterable[Rule]
) -> list[Hit]:
    """The clauses that answer; none where the best says too little of what is asked."""
    begun = [
        p for p in policies if p.validity(matter.today) is not Validity.NOT_YET or p.id in reading.policies
    ]
    searched, rules = begun or policies, list(rules)
    ranked = rank(desk, reading, matter, searched, rules, limit=FAR)
    granting = {rule.clause.id for rule in rules}
    if not ranked or (
        ranked[0].clause.id not in granting and _says_too_little(desk, reading, matter, searched)
    ):
        return []
    near = [hit for hit in ranked[:SHOWN] if hit.score >= ranked[0].score * CLOSE]
    for own in _of_places(reading, searched) if matter.regions else ():
        # Of several places asked about at once, the best clause of each.
        if not any(desk.policy_of(hit.clause) in own for hit in near):
            best = rank(desk, reading, matter, own, rules, limit=1, text=_TITLE.sub("", reading.bare))
            near += [hit for hit in best if hit.coverage >= ranked[0].coverage * NEARLY]
    return near + _of_other_topics(reading, ranked, near, rules)


def _of_places(reading: Reading, policies: Iterable[Policy]) -> list[list[Policy]]:
    """The policies of each place of its own, where a message names several."""
    policies = list(policies)
    if len(reading.regions) < 2:
        return []
    return [[p for p in policies if p.about.region == region] for region in reading.regions]


def _of_other_topics(
    reading: Reading, ranked: Sequence[Hit], near: Sequence[Hit], rules: Iterable[Rule]
) -> list[Hit]:
    """Of several topics asked about at once, the best clause of each on which none is shown yet."""
    if len(reading.topics) < 2:
        return []
    rules = list(rules)
    found: list[Hit] = []
    for topic in reading.topics:
        granting = {rule.clause.id for rule in rules if rule.benefit.topic == topic}
        if not any(hit.clause.id in granting for hit in (*near, *found)):
            found += [hit for hit in ranked if hit.clause.id in granting][:1]
    return found


def rank(
    desk: Desk,
    reading: Reading,
    matter: Matter,
    policies: Iterable[Policy],
    rules: Iterable[Rule],
    *,
    limit: int,
    text: str | None = None,
) -> list[Hit]:
    """The nearest clauses to the message, or to a `text` of it.

    What speaks of the topic or the year named and what is in force is lifted.
    """
    policies = list(policies)
    boost = dict.fromkeys((rule.clause.id for rule in rules), TOPIC_BOOST)
    for policy in policies:
        lift = IN_FORCE_BOOST * (policy.validity(matter.today) is Validity.IN_FORCE)
        lift += GOING_ON_BOOST * (policy.id == matter.policy)
        lift += YEAR_BOOST * any(year in _years_of(policy) for year in _YEAR.findall(reading.text))
        for clause in policy.clauses if lift else ():
            boost[clause.id] = boost.get(clause.id, 0) + lift
    if _HOW_OFTEN.search(reading.text):
        for clause in (clause for policy in policies for clause in policy.clauses):
            boost[clause.id] = boost.get(clause.id, 0) + OFTEN_BOOST * bool(_SO_OFTEN.search(clause.text))
    text = reading.text if text is None else text
    searched = [policy.id for policy in policies]
    hits = desk.searcher.search(
        _query(desk, reading, matter, text), policies=searched, limit=limit, boost=boost
    )
    if not hits or hits[0].clause.kind != "preamble":
        return hits
    if (rest := _without_documents(desk, reading, text)) != text:
        query = _query(desk, reading, matter, rest)
        hits = desk.searcher.search(query, policies=searched, limit=limit, boost=boost)
    # The preamble tells of the document; where none is named and it says little, others are nearer.
    sure = reading.policies or (hits and hits[0].coverage >= UNSURE_COVERAGE)
    return hits if sure else [hit for hit in hits if hit.clause.kind != "preamble"] or hits


def _says_too_little(desk: Desk, reading: Reading, matter: Matter, policies: Sequence[Policy]) -> bool:
    """Whether the best clause says too little of what is asked, the names of places aside."""
    query = _query(desk, reading, matter, reading.bare)
    best = desk.searcher.search(query, policies=[policy.id for policy in policies], limit=1)
    return not best or says_too_little(best[0].keyword.score, desk.searcher.rarest)


def _query(desk: Desk, reading: Reading, matter: Matter, text: str) -> str:
    """The question, with the words that texts use for what is asked, and the topic that it goes on with."""
    words = [text, *(IN_OTHER_WORDS if "responsible" in reading.intents else ())]
    if not (reading.topics or reading.intents or reading.facts):
        words += (desk.rulebook.topics[topic].label for topic in matter.topics)
    return " ".join(words)


def _without_documents(desk: Desk, reading: Reading, text: str) -> str:
    """The text without the short names of the documents it names, which are all that is searched.

    工信部门在职业技能提升工程里负责什么: the preface names the document, and answers nothing.
    """
    named = [p.about for p in desk.library.policies if p.id in reading.policies]
    rest = text
    for alias in sorted((fold(alias) for about in named for alias in about.aliases), key=len, reverse=True):
        rest = rest.replace(alias, " ")
    return rest if len(query_terms(rest)) >= _ENOUGH else text


def _years_of(policy: Policy) -> str:
    return f"{policy.about.title}{policy.about.document_number or ''}"


def answer_limits(desk: Desk, matter: Matter, rules: Sequence[Rule]) -> Answer | None:
    """How often, and whether again: the limits of the place's policies; None where they set none."""
    limits = list(dict.fromkeys((rule.policy, limit) for rule in rules for limit in rule.limits))
    if not limits:
        return None
    cited = unique(Cited(policy, limit.clause, limit.quote) for policy, limit in limits)
    lines = list(
        dict.fromkeys(f"- **{limit.say}**（{label(policy)} {limit.clause}）" for policy, limit in limits)
    )
    lines += [
        "",
        *map(quoted, cited),
        "",
        *_validity(cited, matter),
    ]
    return Answer("answered", "\n".join(lines), cited, suggestions=SUGGESTIONS)


def answer_adjustments(desk: Desk, matter: Matter, policies: Sequence[Policy]) -> Answer | None:
    """What changes other benefits' amounts (提高30%, 上浮不超过30%); None where nothing does."""
    adjustments = dict.fromkeys(
        (policy, adjustment)
        for policy in policies
        for rule in desk.rulebook.of_policy(policy.id)
        for adjustment in rule.adjustments
        if adjustment.topic in matter.topics
    )
    if not adjustments:
        return None
    cited = unique(Cited(policy, adjustment.clause, adjustment.quote) for policy, adjustment in adjustments)
    lines = [
        f"**{_adjusted(adjustment)}**（{label(policy)} {adjustment.clause}）"
        for policy, adjustment in adjustments
    ]
    lines += ["", *map(quoted, cited)]
    points = [point for _, adjustment in adjustments for point in adjustment.open_points]
    if points:
        lines += ["", "条文没有写明的：" + "；".join(points)]
    lines += ["", *_validity(cited, matter)]
    return Answer("answered", "\n".join(lines), cited, suggestions=SUGGESTIONS)


def _adjusted(adjustment: Adjustment) -> str:
    if adjustment.raise_percent is None:
        return f"{adjustment.name}：可以提高，条文没有写明提高多少"
    words = "最多上浮" if adjustment.at_most else "提高"
    return f"{adjustment.name}：在规定标准上{words}{adjustment.raise_percent}%"


def _definition(desk: Desk, reading: Reading, matter: Matter, policies: Sequence[Policy]) -> Answer | None:
    """What a text itself defines: X（以下称“Y”）."""
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
    lines += ["", *_validity(cited, matter)]
    return Answer("answered", "\n".join(lines), cited)


def _responsible_lines(desk: Desk, hits: Sequence[Hit], rules: Sequence[Rule]) -> list[Cited]:
    clauses: list[Clause] = [rule.clause for rule in rules[:1]] + [hit.clause for hit in hits]
    cited = []
    for clause in clauses:
        policy = desk.policy_of(clause)
        line = policy.responsible(clause.path)
        if line is not None:
            cited.append(Cited(policy, line.path, line.text.strip()))
        cited += [Cited(policy, clause.path, match[0]) for match in _RESPONSIBLE.finditer(clause.text)]
    return cited


def _formalities(matter: Matter, rule: Rule) -> Answer:
    """Where and with which papers to apply: no text says it, so the clause and whom to ask."""
    policy, clause = rule.policy, rule.clause
    line = policy.responsible(clause.path)
    cited = [Cited(policy, clause.path, rule.quote)]
    cited += [Cited(policy, line.path, line.text.strip())] if line else []
    past = over((policy,), matter.latest)
    lines = [*over_first(past, matter.latest), f"**{no_formalities(policy)}**", ""]
    lines += [f"> {c.quote} ——{label(policy)} {c.path}" for c in cited]
    lines += ["", *([] if past else _validity(cited, matter))]
    return Answer("answered", "\n".join(lines), tuple(cited), suggestions=SUGGESTIONS)


def _only_formalities(policies: Sequence[Policy]) -> Answer:
    """The same where no benefit was named: by the nearest policy."""
    lines = [f"**{document(policy)}：{no_formalities(policy)}**" for policy in policies[:1]]
    return Answer("answered", "\n\n".join(lines), suggestions=SUGGESTIONS)


def _validity(cited: Iterable[Cited], matter: Matter) -> list[str]:
    return validity_lines(dict.fromkeys(c.policy for c in cited), matter.on)

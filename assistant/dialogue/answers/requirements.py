"""What people ask whether it is required: 要不要本地户口, 年龄有限制吗, 初中毕业行不行, 需要签合同吗.

A benefit's own condition of the kind is named. Where its clause says nothing of the kind, that is said, and a
clause of the same text is quoted that does speak of it.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from assistant.dialogue.answers.clause_words import passage
from assistant.dialogue.answers.desk import (
    AFTER_A_CLAUSE,
    Answer,
    Cited,
    Desk,
    document,
    label,
    quoted,
    unique,
)
from assistant.dialogue.answers.meant import rules_of
from assistant.dialogue.answers.validity_answer import validity_lines
from assistant.dialogue.facts.said import ASKER
from assistant.dialogue.language.lexicon import Requirement
from assistant.dialogue.language.required import demands
from assistant.dialogue.language.sentence import phrases
from assistant.dialogue.matter import Matter
from assistant.dialogue.reading import Reading
from assistant.documents.models import Policy, Validity
from assistant.rules.assess import Entitlement
from assistant.rules.conditions import comparisons
from assistant.search.passages import sentences

_ASKS = re.compile(
    "[?吗么嘛]|[没不]有?[,。;!?]?$|限制|限定|要求|要不要|需不需要|用不用|行不行|可不可以|能不能|算不算|有没有"
    "|管不管|看不看|多大|几岁"
)
_OF_MORE = frozenset(("screening", "validity", "policies", "documents", "definition", "compare"))
_MOST = 3  # clauses quoted where no benefit was named
# 社保有没有要求
_HAS_DEMAND = re.compile("(?:方面|上)?(?:有没有|是不是|没有|什么|的|有|是|啥)*+(?:要求|限制|必须|必需|硬性)")
# Of a question a clause must say this much to be quoted for it.
_ENOUGH = 0.3


def requirements_asked(
    text: str, told: Collection[str], requirements: Mapping[str, Requirement]
) -> tuple[str, ...]:
    """The kinds of requirement (of lexicon.yaml) that a folded message asks about.

    `told`: facts that it tells; of those it must ask in words: 有年龄要求吗，50岁的行不行.
    """
    parts = [part for part in phrases(text) if _ASKS.search(part)]
    return tuple(
        name
        for name, kind in requirements.items()
        if any(_is_asked(part, kind, told=bool(set(kind.facts) & set(told))) for part in parts)
    )


def _is_asked(part: str, kind: Requirement, *, told: bool) -> bool:
    """Whether a part of a sentence that asks something asks for what is of the kind."""
    found = [match for word in kind.words for match in re.finditer(re.escape(word), part)]
    if not (kind.demanded or told):
        return bool(found)
    return any(demands(part[: at.start()]) or _HAS_DEMAND.match(part, at.end()) for at in found)


def requirement_notes(
    desk: Desk, reading: Reading, entitlements: Sequence[Entitlement]
) -> tuple[list[str], list[Cited]]:
    """For each kind asked about, a line per benefit told in full, and the clause that speaks of it."""
    lines: list[str] = []
    cited: list[Cited] = []
    for name in reading.requirements:
        kind = desk.lexicon.file.requirements[name]
        required = [r.wording for e in entitlements for r in e.reasons if _speaks_of(r.wording, kind)]
        lines += [
            f"\n**{name}：**条件是{wording}。{_one_is_enough(wording)}" for wording in dict.fromkeys(required)
        ]
        silent = [e for e in entitlements if not _has_to_do_with(e, kind)]
        clauses = dict.fromkeys(f"{label(e.rule.policy)} {e.rule.clause.path}" for e in silent)
        if clauses:
            lines.append(f"\n**{name}：**{'、'.join(clauses)} 没有写这方面的要求。")
        for policy in dict.fromkeys(e.rule.policy for e in silent):
            elsewhere = list(_elsewhere(desk, reading, policy, kind))
            lines += [line for one in elsewhere for line in ("同一份文件里写到的是另一条：", quoted(one))]
            cited += elsewhere
    return [line for told in lines for line in told.split("\n")], cited


def requirements_of_text(
    desk: Desk, reading: Reading, matter: Matter, policies: Sequence[Policy]
) -> Answer | None:
    """What a place's own texts say of a kind that is asked about of no benefit: 晋江有没有年龄限制.

    None where nothing of the kind is asked, or of a benefit.
    """
    own = [
        p
        for p in policies
        if p.about.region in matter.regions and p.validity(matter.on) is not Validity.NOT_YET
    ]
    turns = reading.regions and not reading.facts  # 那衢州呢，有没有卡岁数: what was told was told of another
    of_a_benefit = bool(reading.topics or (matter.topics and rules_of(desk, matter)))
    of_a_benefit |= not turns and _decides(desk, matter, own)
    if not own or of_a_benefit or reading.intents & _OF_MORE:
        return None
    lines: list[str] = []
    cited: list[Cited] = []
    for name in reading.requirements:
        kind = desk.lexicon.file.requirements[name]
        for policy in own:
            clauses = [c for c in policy.clauses if c.kind == "body" and _speaks_of(c.text, kind)]
            told = [Cited(policy, c.path, _sentences(c.text, kind)) for c in clauses[:_MOST]]
            said = "写到的有：" if told else "的条文没有写这方面的要求。"
            lines += ["", f"**{name}：**{document(policy)}{said}", *map(quoted, told)]
            cited += told
    if not lines:
        return None
    lines += ["", *validity_lines(own, matter.on)]
    return Answer("answered", "\n".join(lines).strip(), unique(cited), suggestions=AFTER_A_CLAUSE)


def _decides(desk: Desk, matter: Matter, policies: Sequence[Policy]) -> bool:
    """Whether something was told that a rule of the policies asks for (an age, where none has one: no)."""
    rules = [rule for policy in policies for rule in desk.rulebook.of_policy(policy.id)]
    nodes = [node for r in rules for node in (r.benefit.when, *(limit.blocked_when for limit in r.limits))]
    return bool(matter.facts.keys() - {ASKER} & {c.fact for node in nodes for c in comparisons(node)})


def _sentences(text: str, kind: Requirement) -> str:
    """The first sentence of a clause that speaks of a kind, as it is printed."""
    return next(sentence for sentence in sentences(text) if _speaks_of(sentence, kind))


def _one_is_enough(wording: str) -> str:
    return "用“或”“或者”连着的几项，符合其中一项就行。" if "或" in wording else ""


def _has_to_do_with(entitlement: Entitlement, kind: Requirement) -> bool:
    """Whether the clause, or a condition, of a benefit has to do with it."""
    facts = {compare.fact for compare in comparisons(entitlement.rule.benefit.when)}
    return bool(facts & set(kind.facts)) or _speaks_of(entitlement.rule.clause.text, kind)


def _speaks_of(text: str, kind: Requirement) -> bool:
    return any(word in text for word in kind.in_texts)


def _elsewhere(desk: Desk, reading: Reading, policy: Policy, kind: Requirement) -> Iterator[Cited]:
    for hit in desk.searcher.search(reading.bare, policies=(policy.id,), limit=1):
        words = passage(desk, hit.clause, reading.bare)
        if hit.coverage >= _ENOUGH and _speaks_of(words, kind):
            yield Cited(policy, hit.clause.path, words)

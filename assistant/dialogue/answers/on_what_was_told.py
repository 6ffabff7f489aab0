"""Questions on the benefits told last: 为啥是1000不是800 · 第四本呢 · 剩下的几时给 · 原则上是啥意思.

Such a message names no matter of its own. What was told is computed once more, and answered from.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.dialogue.answers.benefit_answer import standing
from assistant.dialogue.answers.benefit_lines import (
    arithmetic,
    conditions,
    granting,
    headline,
    quotes_for,
    title,
)
from assistant.dialogue.answers.clause_words import responsible_lines
from assistant.dialogue.answers.desk import AFTER_A_CLAUSE, Answer, Cited, Desk, label, quoted, unique
from assistant.dialogue.answers.formalities_answer import formalities
from assistant.dialogue.answers.kind import BENEFITS
from assistant.dialogue.answers.left_open import left_open, left_open_lines, open_points
from assistant.dialogue.answers.limits_answer import answer_limits
from assistant.dialogue.answers.place_answer import answer_of_kind
from assistant.dialogue.answers.validity_answer import over, over_first, validity_of
from assistant.dialogue.facts.said import ASKER, EVENT, HEADCOUNT, HOLDER
from assistant.dialogue.language.numerals import whole_number
from assistant.dialogue.matter import Matter
from assistant.dialogue.models import Session
from assistant.dialogue.reading import Reading, nothing_new
from assistant.rules.amount import names_figure
from assistant.rules.assess import Entitlement
from assistant.rules.conditions import comparisons
from assistant.rules.facts import Quantity
from assistant.rules.formulas import walk
from assistant.rules.rulebook import Rule
from assistant.search.passages import sentences
from assistant.search.tokens import squeeze

# 为啥是1000不是800 · 咋只给一半 · 怎么不给 · 凭什么给个人; but not 咋办, 怎么算, 怎么样才可以
_WHY = re.compile(
    "为(?:什么|啥|何|嘛)|凭(?:什么|啥)|干嘛(?:不|只)|(?:什么|啥)(?:原因|道理|缘故|理由)"
    "|(?:怎么|咋)(?!样?(?:做|办)?才[能行可给有])[^,。;!?]{0,6}?(?:才|就|只|不(?!知|清|确)|没(?!说)|还是|会是|会有|又|也|少|多出)"
    r"|^(?:那)?不(?:是|应该是|该是)[^,。;!?]{0,6}\d[^,。;!?]{0,4}[吗么嘛]"
    r"|(?:固定|死的|一口价|封顶|顶格|最低|保底|上限|下限|最高)的?[数额]?(?:吗|么|嘛|还是|呢|[?])"
)
# 第四本呢 · 第三回还给吗 · 做到第七个月
_WHICH_TIME = re.compile(
    r"第(?P<which>\d{1,2}|[一二两三四五六七八九十]{1,2})(?P<unit>次|回|趟|本|张|期|轮|个?证|个?月)"
)
# 再考个一样的还给吗
_AGAIN = re.compile(
    "(?:再|又|重新)[^,。;!?]{0,6}(?:一样|同样|相同)|同一个?[^,。;!?]{0,10}(?:再|又|重新)[考拿报学]|(?:再|重复)(?:领|拿|补|报|享受)[一1]?(?:次|回|遍)"
)
# 哪一款 · 在第几条 · 出自哪里
_WHERE = re.compile(
    "(?:那么?|[这那](?:个|些|条|句|项|话|数字?)?|规定|说法|要求|具体|到底|是|请问|[,。的 ])*+"
    "(?:(?:写|说|规定|讲|出|列|来)?[在自到于]?"
    "(?:哪一?[条款]|第几[条款]|哪[里儿]?|哪个文件|哪份文件|什么地方|什么文件)"
    "(?:里面?|上面?)?(?:写|说|规定|讲|出)?(?:的|着|了)?|依据|出处|原文)"
    "(?:是什么|在哪里?|呢|吗|么|[的了啊呀? ])*+"
)
# 原则上是啥意思 · 不超过指的是什么
_MEANS = re.compile(
    "(?P<word>[^,。;!?]{2,10}?)(?:这(?:个|几个)?(?:字|词|话))?(?:到底|又)?(?:是|指)?(?:的是)?(?:什么|啥|几个)意思|(?P<other>[^,。;!?]{2,10}?)怎么理解"
)
# 找哪个部门 · 这个归谁管
_WHO = re.compile(
    "(?:[这那](?:么|个|事|笔|块|钱)*+|补贴|钱|我们?|[该要得去来,。 ]|应该|具体|到底)*+"
    "(?:找|归|由|是|问|联系|联络)(?:谁|(?:哪个|哪家|啥|什么)(?:部门|单位|局|科室|机构|地方|人)|哪里|哪儿)"
    "(?:管|办|负责|申请|问|受理|审批|批)*[呢啊呀吗?。 ]*"
)
# 为啥不算8个月 · 怎么没按1000
_WHY_NOT = re.compile(
    "(?:为(?:什么|啥|何)|凭(?:什么|啥)|怎么|咋)(?:就|都|还|又|只|才)*[不没](?!交|缴|签|参保|买|上|办|拿|考)"
)
# 一课时多少分钟: of the unit, and no number of lessons
_UNIT = re.compile(
    "[一1]个?(?:课时|学时|节课|月|年|次|期)(?:按|是|算|等于|有)*(?:(?:多少|几个?)(?:分钟?|小时|钟头|天)|多长|多久)"
)
_REFUSED = re.compile("[不没](?:行|能|给|可以|符合|用|够|发|补|领|让|成)")
_WHO_AND_WHEN = frozenset((ASKER, HOLDER, EVENT, HEADCOUNT))
_MOST = 3


def leans_on_what_was_told(reading: Reading, session: Session) -> bool:
    """Whether a message asks about the benefits told last, and names nothing that makes another case."""
    if session.kind != BENEFITS or not session.regions:
        return False
    of_the_unit = bool(_UNIT.search(reading.text))
    named = reading.regions or reading.policies or reading.groups or reading.corrects
    if named or set(reading.topics) - set(session.topics) or (reading.elsewhere and not of_the_unit):
        return False
    # 为啥不算8个月: what is asked about is no new fact, and nothing that is denied.
    of_no_case = of_the_unit or _WHY_NOT.search(reading.text)
    told_before = _AGAIN.search(reading.text) and all(
        session.facts.get(fact) in (value, None) for fact, value in reading.facts.items()
    )  # 同一个三级再考一本
    if reading.facts.keys() - _WHO_AND_WHEN and not (of_no_case or told_before):
        return False
    return any(_asked(reading)) or of_the_unit or "documents" in reading.intents


def _asked(reading: Reading) -> list[re.Match[str] | None]:
    text = reading.text
    found = [pattern.search(text) for pattern in (_WHY, _WHICH_TIME, _AGAIN, _MEANS)]
    return [*found, _WHERE.fullmatch(text), _WHO.fullmatch(text)]


def answer_on_what_was_told(desk: Desk, reading: Reading, matter: Matter) -> Answer | None:
    """The answer to a question that leans on the benefits told last; None where the texts say nothing to it.

    `matter`: that of before the question.
    """
    told = answer_of_kind(desk, BENEFITS, nothing_new(matter.regions), matter)
    first = [f.entitlement for f in told.featured] or list(told.entitlements[:1])
    if not first:
        return None
    rules = _each(e.rule for e in (*first, *told.entitlements))
    why, which_time, again, means, where, who = _asked(reading)
    if "documents" in reading.intents:
        answer = formalities(matter, rules[0])
        open_points = left_open_lines(desk, reading.text, rules[0].policy, rules)
        return replace(answer, text="\n".join((*open_points, answer.text)))
    if why:
        return _why(desk, reading, matter, told, first)
    if which_time or again:
        return _whether_again(desk, matter, rules, which_time)
    if means:
        return _meaning(desk, means["word"] or means["other"], matter, rules)
    if who:
        return _whose(desk, matter, first[0].rule)
    granted = unique(c for e in first for c in quotes_for(e, reading))
    open_points = left_open_lines(desk, reading.text, rules[0].policy, rules[:1]) if not where else []
    answer = _quoting("依据是下面的条文：", granted, matter)
    return replace(answer, text="\n".join((*open_points, answer.text)))


def _whose(desk: Desk, matter: Matter, rule: Rule) -> Answer:
    """Whose duty the clause told first is; who takes applications no text says."""
    cited = (*responsible_lines(desk, rule.clause), Cited(rule.policy, rule.clause.path, rule.quote))
    return _quoting(
        f"先问{rule.policy.about.office}；条文没有写由哪个窗口受理，写明的责任单位是：", cited, matter
    )


def _each(rules: Iterable[Rule]) -> list[Rule]:
    """Each rule once."""
    return list({rule.benefit.id: rule for rule in rules}.values())


def _why(desk: Desk, reading: Reading, matter: Matter, told: Answer, first: Sequence[Entitlement]) -> Answer:
    """By which clause so much is due and no other sum: its words, the arithmetic, and what the other is."""
    book = desk.rulebook.book
    due = [e for e in first if e.outcome != "ineligible"]
    # 为啥不给 asks for what is refused.
    shown = (first if _REFUSED.search(reading.text) else due or first)[:_MOST]
    clauses = {e.rule.clause.id for e in shown}
    others = [e for e in told.entitlements if e not in shown and e.rule.clause.id in clauses]
    past = over([e.rule.policy for e in shown], matter.latest)
    lines = [*over_first(past, matter.latest), "**数额和条件是照下面的条文来的：**", ""]
    lines += [
        f"- {headline(e, matter, book)}（{label(e.rule.policy)} {e.rule.clause.path}）。" for e in shown
    ]
    for e in shown:
        lines += ["", title(e.rule.benefit, ""), *conditions(e), *arithmetic(e)]
    cited = [c for e in shown for c in quotes_for(e, reading)]
    cited += [granting(e) for e in others[:_MOST]]
    lines += ["", *dict.fromkeys(map(quoted, cited))]
    figures = [f for f in _figures(reading) if not any(names_figure(e.rule.quote, f) for e in shown)]
    told_of = {e.rule.benefit.id for e in told.entitlements}
    rest = [r for r in _rules_with(desk, matter, figures) if r.benefit.id not in told_of][:_MOST]
    if rest:
        lines += ["", "您说的另一个数额，是另外的条款，条件不一样："]
        lines += [f"- {r.benefit.name}：“{r.quote}”（{label(r.policy)} {r.clause.path}）" for r in rest]
    cited += [Cited(r.policy, r.clause.path, r.quote) for r in rest]
    if points := left_open(desk, reading.bare, [e.rule for e in shown]):
        lines += ["", "条文没有写明的：" + "；".join(points)]
    lines += ["", *standing(shown, matter, past)]
    return Answer("answered", "\n".join(lines), unique(cited), told.entitlements, suggestions=AFTER_A_CLAUSE)


def _figures(reading: Reading) -> list[Decimal]:
    """The sums that a question names: 为啥是1000不是800."""
    return [Decimal(number) for number in re.findall(r"(?<![\d.第])\d{2,6}(?![\d.%])", reading.text)]


def _rules_with(desk: Desk, matter: Matter, figures: Iterable[Decimal]) -> list[Rule]:
    """The rules of the places whose own words name one of the sums."""
    figures = list(figures)
    here = [r for r in desk.rulebook.rules if r.policy.about.region in matter.regions]
    return [r for r in here if any(names_figure(r.quote, figure) for figure in figures)]


def _whether_again(
    desk: Desk, matter: Matter, rules: Sequence[Rule], which: re.Match[str] | None
) -> Answer | None:
    """What the clauses say to one time more: their limits, held against the times before it."""
    book = desk.rulebook.book
    if which is not None and "月" in which["unit"]:
        return _for_so_long(desk, matter, rules)
    facts = dict(matter.facts)
    if which is not None and (number := whole_number(which["which"])) is not None:
        counts = {c.fact for r in rules for limit in r.limits for c in comparisons(limit.blocked_when)}
        had = Quantity.exactly(Decimal(number - 1))
        facts.update({fact: had for fact in counts if book[fact].this_year and book[fact].kind == "count"})
    # Of the benefit told first: what is paid to others has limits of its own.
    return answer_limits(replace(matter, facts=facts), rules[:1], book)


def _for_so_long(desk: Desk, matter: Matter, rules: Sequence[Rule]) -> Answer | None:
    """For how many months something is paid, told last or else in the same places."""
    here = [r for r in desk.rulebook.rules if r.policy.about.region in matter.regions]
    book = desk.rulebook.book
    monthly = [
        r
        for r in (*rules, *here)
        if any(book[fact].kind == "months" for formula in walk(r.benefit.amount) for fact in formula.facts)
    ]
    cited = [Cited(r.policy, r.clause.path, r.quote) for r in monthly[:1]]
    return _quoting("最长几个月，条文写的是：", cited, matter, monthly[:1]) if cited else None


def _meaning(desk: Desk, word: str, matter: Matter, rules: Sequence[Rule]) -> Answer | None:
    """The sentences with a word in what was told and what limits it, and what they leave open of it."""
    cited = [
        Cited(rule.policy, path, sentence)
        for rule in rules
        for path in dict.fromkeys((rule.clause.path, *(limit.clause for limit in rule.limits)))
        if (clause := desk.library.clause(rule.policy.id, path)) is not None
        for sentence in sentences(clause.text)
        if word in squeeze(sentence)
    ]
    lead = f"写到“{word}”的条文是："
    return _quoting(lead, unique(cited)[:_MOST], matter, rules, word) if cited else None


def _quoting(
    lead: str,
    cited: Sequence[Cited],
    matter: Matter,
    rules: Sequence[Rule] = (),
    word: str = "",
) -> Answer:
    """Clauses behind a lead, with what they leave open of a word."""
    points = [p for p in dict.fromkeys(open_points(rules)) if word and word in p]
    past = over([c.policy for c in cited], matter.latest)
    lines = [*over_first(past, matter.latest), f"**{lead}**", "", *map(quoted, cited)]
    if points:
        office = cited[0].policy.about.office
        lines += ["", f"条文没有写明的：{'；'.join(points)}。请向{office}核实。"]
    elif word:
        lines += ["", f"条文没有另外解释这个说法，请向{cited[0].policy.about.office}核实。"]
    lines += ["", *([] if past and matter.on == matter.latest else validity_of(cited, matter.on))]
    return Answer("answered", "\n".join(lines), tuple(cited), suggestions=AFTER_A_CLAUSE)

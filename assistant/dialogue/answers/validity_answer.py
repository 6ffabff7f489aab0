"""Answers on validity: what a policy's own text says of its time, and what runs on a day."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from assistant.dialogue.answers.desk import Answer, Cited, Desk, document, label, quoted
from assistant.dialogue.answers.selection import policies_for
from assistant.dialogue.matter import Matter
from assistant.dialogue.reading import Reading
from assistant.documents.models import Policy, Validity
from assistant.rules.facts import Month, Year
from assistant.wording import WARNING

_ORDER = (Validity.IN_FORCE, Validity.NOT_YET, Validity.PERIOD_OVER, Validity.EXPIRED)
# 什么时候开始实施 · 从哪天起施行, and no 什么时候到期.
_BEGINS = re.compile(
    "(?:什么时候|啥时候|何时|几时|哪一?[天日年月]|哪个月|几月几?[号日]?|几号|时间|日期)[^,。;!?到止]{0,3}"
    "(?:开始|起(?!草)|实施|施行|生效)|(?:实施|施行|生效|起始|开始)的?(?:日期|时间|日子)"
)
# 那个管到哪年: of the policy that was told of last.
_THAT = re.compile("^(?:那么?,?)?[那这](?:个|份)(?!时候|月|年)|^[它其]")
_FROM_ISSUE = re.compile("(?:印发|发布|公布)之日")


def day(on: date) -> str:
    """A date in Chinese, as exactly as it was said."""
    month = "" if isinstance(on, Year) else f"{on.month}月"
    return f"{on.year}年{month}" + ("" if isinstance(on, Year | Month) else f"{on.day}日")


def period(policy: Policy) -> str | None:
    """The years in the title, 2019—2021年 or 2024年."""
    about = policy.about
    if about.period_from is None or about.period_until is None:
        return None
    first, last = about.period_from.year, about.period_until.year
    return f"{first}年" if first == last else f"{first}—{last}年"


def validity_sentence(policy: Policy, on: date) -> str:
    """Where a policy stands on a day, with what that rests on; says neither more nor less than its text."""
    about = policy.about
    match policy.validity(on):
        case Validity.NOT_YET:
            return f"{day(on)}还没有开始实施（{_start(policy)}）。"
        case Validity.EXPIRED:
            assert about.valid_until is not None
            return f"条文写明执行到{day(about.valid_until)}，到{day(on)}已到期。"
        case Validity.PERIOD_OVER:
            return (
                f"标题写的期间是{period(policy)}，到{day(on)}这段期间已过；条文没有另写截止日，"
                f"现在是否还办理，请向{about.office}核实。"
            )
        case _ if about.valid_until is not None:
            return f"条文写明执行到{day(about.valid_until)}，{day(on)}在执行期内。"
        case _ if about.valid_from is not None:
            return f"条文写明{day(about.valid_from)}起实施，没有写截止日；{day(on)}已经实施。"
        case _ if period(policy) is not None:
            return f"标题写的期间是{period(policy)}，{day(on)}在这一期间内；条文没有另写起止日。"
        case _:
            return f"条文没有写起止日，现在是否还办理，请向{about.office}核实。"


def _start(policy: Policy) -> str:
    """What a policy's start rests on: a day of its text, else the first year of its title or its date."""
    about = policy.about
    if about.valid_from is not None:
        return f"条文写明{day(about.valid_from)}起实施"
    if (years := period(policy)) is not None and about.period_from is not None:
        return f"标题写的期间是{years}；条文没有另写起始日"
    return f"{day(about.issued_on)}印发；条文没有写起始日"


def validity_lines(policies: Iterable[Policy], on: date) -> list[str]:
    """A line for each policy on where it stands on a day."""
    return [f"效力：{label(policy)} {validity_sentence(policy, on)}" for policy in policies]


def validity_of(cited: Iterable[Cited], on: date) -> list[str]:
    """The same for the policies that are cited."""
    return validity_lines(dict.fromkeys(c.policy for c in cited), on)


def over(policies: Iterable[Policy], today: date) -> list[Policy]:
    """Those of the policies that no longer run."""
    return [p for p in policies if p.validity(today) in (Validity.PERIOD_OVER, Validity.EXPIRED)]


def over_first(policies: Iterable[Policy], today: date) -> list[str]:
    """Money of a policy that no longer runs is never told before that is said."""
    return [
        f"{WARNING}{document(p)}{validity_sentence(p, today)}下面是这份文件当时的标准。\n" for p in policies
    ]


def answer_validity(desk: Desk, reading: Reading, matter: Matter) -> Answer:
    """Whether and until when: of the policies named, else of those that hold in the place, else of all."""
    policies = _asked_about(desk, reading, matter)
    if not policies:
        held = "、".join(desk.held_places())
        place = desk.place(matter.regions[0])
        return Answer("not_found", f"未收录{place}的政策，无法说明它的有效期。目前收录的地区有：{held}。")
    on = matter.on
    ordered = sorted(policies, key=lambda policy: _ORDER.index(policy.validity(on)))
    running = [policy for policy in ordered if policy.validity(on) is Validity.IN_FORCE]
    lines, listed = [], ordered
    if "policies" in reading.intents or not reading.policies:
        own = [policy for policy in over(ordered, on) if policy.about.region in matter.regions]
        if running and own and "policies" not in reading.intents:
            # 晋江的方案还有效吗: the place's own first, then what runs there beside it.
            lines = [f"**{document(policy)}：{validity_sentence(policy, on)}**\n" for policy in own]
            listed = [policy for policy in ordered if policy not in own]
        lines += [_what_runs(desk, matter, running), ""]
    begins = _BEGINS.search(reading.text)
    for policy in listed:
        since = _since_when(policy) if begins else ""
        lines.append(f"- {document(policy)}：{since}{_then_and_now(policy, on, matter.latest)}")
    cited = [
        Cited(policy, quotation.clause, quotation.quote)
        for policy in ordered
        for quotation in policy.about.validity_quotes
    ]
    lines += ["", *map(quoted, cited)]
    return Answer("answered", "\n".join(lines), tuple(cited), suggestions=("有哪些补贴，各多少？",))


def _since_when(policy: Policy) -> str:
    """From when a policy runs, with what that rests on: a day its text names, or its date."""
    about = policy.about
    if about.valid_from is None:
        return f"条文没有写从哪天起实施，落款是{day(about.issued_on)}；"
    counted = any(_FROM_ISSUE.search(quotation.quote) for quotation in about.validity_quotes)
    if counted:
        return f"自印发之日起算，按落款的{day(about.issued_on)}推算，从{day(about.valid_from)}起实施；"
    return f"条文写明{day(about.valid_from)}起实施；"


def _then_and_now(policy: Policy, on: date, today: date) -> str:
    """Where a policy stands on the day asked about; what ran then and runs no more is told so too."""
    then, now = policy.validity(on), policy.validity(today)
    runs_no_more = then is Validity.IN_FORCE and now is not Validity.IN_FORCE
    return validity_sentence(policy, on) + (validity_sentence(policy, today) if runs_no_more else "")


def _what_runs(desk: Desk, matter: Matter, running: Sequence[Policy]) -> str:
    if running:
        return f"**{day(matter.on)}在执行期间内的有：{'、'.join(map(document, running))}。**"
    places = "、".join(desk.place(region) for region in matter.regions)
    return f"**{places}收录的文件里，没有一份在{day(matter.on)}处于执行期间内。**"


def _asked_about(desk: Desk, reading: Reading, matter: Matter) -> tuple[Policy, ...]:
    named = reading.policies or ((matter.policy,) if _THAT.search(reading.text) else ())
    if any(named):
        return tuple(policy for policy in desk.library.policies if policy.id in named)
    return policies_for(desk, matter.regions)

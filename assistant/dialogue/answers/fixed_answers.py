"""Answers that need no look at a policy: greetings, what is refused, what is not held here."""

import re
from datetime import date

from assistant.dialogue.answers.desk import HOTLINE, Answer, Ask, Desk, document
from assistant.dialogue.answers.kind import ABOUT_MONEY
from assistant.dialogue.answers.selection import applicable, begun, narrower, policies_for
from assistant.dialogue.answers.validity_answer import validity_sentence
from assistant.dialogue.matter import Matter
from assistant.dialogue.reading import Reading
from assistant.documents.models import Validity
from assistant.rules.facts import COUNTED, UNSURE, FactSpec

MOST_TOPICS = 8
EVERY_OFFICE = "12345"  # passes calls on to every government office
_OTHER_PLACES = re.compile("哪|(?:别|其他|其它|另外)的?(?:地|城|县|区|市)")
# 到账没那么快: how fast it goes, not whether mine has come.
_SLOW = re.compile("到账没(?:那么|这么|个|有?准|有?定)")
ALL = "有哪些补贴，各多少？"
KEEP_PRIVATE = "请不要在这里发送身份证号、手机号或者银行卡号。"
COUNTERPART = "接着刚才那一条，那里最接近的条文是："


def answer_without_policy(desk: Desk, reading: Reading) -> Answer | None:
    """An answer that needs no policy, or None."""
    says_something = reading.topics or reading.facts or reading.regions or reading.intents & ABOUT_MONEY
    of_own_claim = "personal_status" in reading.flags and not _SLOW.search(reading.text)
    if of_own_claim or (reading.private and not says_something):
        return personal_status(private=reading.private)
    if (others := other_places(desk, reading)) is not None:
        return others
    if not (says_something or reading.elsewhere):
        if "thanks" in reading.flags:
            return thanks()
        # 你好，补贴怎么弄 asks for something behind its greeting.
        asks = "domain" in reading.flags or reading.intents
        if "self" in reading.flags or ("greetings" in reading.flags and not asks):
            return greeting(desk)
    return None


def greeting(desk: Desk) -> Answer:
    """Who this is and what can be asked."""
    places = "、".join(desk.held_places())
    text = (
        f"您好。我可以查职业技能培训补贴：能不能领、领多少、付给谁、依据哪一条、还在不在执行。\n\n"
        f"目前收录的地区：{places}。\n\n请说一说您在哪里、做什么培训、考了什么证。需要人工服务，请拨打{HOTLINE}。"
    )
    return Answer("answered", text, suggestions=("晋江考了中级工能领多少钱？", "衢州企业做岗前培训补多少？"))


def thanks() -> Answer:
    """A polite end."""
    return Answer("answered", f"不客气。还有问题可以接着问，也可以拨打{HOTLINE}。")


def personal_status(*, private: bool) -> Answer:
    """A person's own record is never looked up, and nothing personal is repeated."""
    text = (
        f"**这里查不到个人的申请进度和到账情况。**{KEEP_PRIVATE if private else ''}\n\n"
        f"请拨打{HOTLINE}，或者到当地人力资源和社会保障局的窗口、政务服务平台查询。"
    )
    return Answer("out_of_scope", text, suggestions=("晋江考了中级工能领多少钱？",))


def elsewhere(desk: Desk, matter: str) -> Answer:
    """A matter (a topic's id) that is not held here, and who can help with it."""
    topic = desk.rulebook.topics[matter]
    if not topic.elsewhere:
        return out_of_scope()
    text = (
        f"**{topic.label}不在这里能答的范围内。**这里只查职业技能培训补贴，没有收录这方面的规定。\n\n"
        f"请咨询{topic.elsewhere}。不清楚该找谁的，可以拨打{EVERY_OFFICE}。"
    )
    return Answer("out_of_scope", text)


def out_of_scope() -> Answer:
    """Nothing of this field."""
    text = (
        "**这个问题不在这里能答的范围内。**这里只查职业技能培训补贴。\n\n"
        f"其他问题请拨打{HOTLINE}或者{EVERY_OFFICE}。"
    )
    return Answer("out_of_scope", text, suggestions=("晋江考了中级工能领多少钱？",))


def nothing_found(desk: Desk, matter: Matter) -> Answer:
    """The field's, but no clause answers it."""
    where = f"{desk.place(matter.regions[0])}的" if matter.regions else ""
    text = (
        f"**没有找到。**收录的{where}政策里，没有条文直接回答这个问题。\n\n"
        f"请换个说法再问，或者拨打{HOTLINE}。"
    )
    return Answer("not_found", text, verdict="unregulated")


def ask_region(desk: Desk, because: str) -> Answer:
    """The place decides, and nobody has named it."""
    places = desk.held_places()
    text = f"**请先告诉我您在哪里。**{because}\n\n目前收录的地区：{'、'.join(places)}。"
    return Answer("needs_facts", text, asks=(Ask("region", "您在哪个地区（市、县、区）？", places),))


def other_places(desk: Desk, reading: Reading) -> Answer | None:
    """Which places are held besides those that are set aside; None where that is not asked."""
    if not reading.except_for or reading.regions or not _OTHER_PLACES.search(reading.text):
        return None
    aside = [desk.place(region) for region in reading.except_for]
    others = tuple(place for place in desk.held_places() if place not in aside)
    text = (
        f"**除{'、'.join(aside)}以外，这里还收录：{'、'.join(others)}。**各地的标准不一样，请告诉我您问哪里。"
    )
    return Answer("needs_facts", text, asks=(Ask("region", "您问哪个地区？", others),))


def ask_topic(desk: Desk, topics: tuple[str, ...]) -> Answer:
    """Money is asked about, the place is known, and not what for."""
    options = tuple(desk.rulebook.topics[topic].label for topic in topics[:MOST_TOPICS])
    text = "**请先告诉我是哪一种培训，或者考了什么证。**各项补贴的条件和标准不一样。"
    return Answer(
        "needs_facts", text, asks=(Ask("topic", "您问的是下面哪一项？", options),), suggestions=(ALL,)
    )


def ask_again(spec: FactSpec) -> Answer:
    """A question whose answer was not understood, with how to answer it."""
    how = f"请直接说数，例如“3{spec.unit}”；" if spec.kind in COUNTED else ""
    text = f"**没有看懂您的回答。**{spec.question}\n\n{how}不清楚的话，请说“{UNSURE}”。"
    return Answer("needs_facts", text, asks=(Ask(spec.id, spec.question, spec.options),))


def place_known(desk: Desk, regions: tuple[str, ...], on: date) -> Answer:
    """A place was named and nothing else: what is held of it, and what may be asked."""
    places = "、".join(desk.place(region) for region in regions)
    held = policies_for(desk, regions)
    policies = [policy for policy in held if policy.validity(on) is not Validity.NOT_YET] or held
    lines = [f"好的，{places}。收录的文件有：", ""]
    lines += [f"- {document(policy)}：{validity_sentence(policy, on)}" for policy in policies]
    lines += ["", "请说一说做什么培训、考了什么证。也可以问“有哪些补贴，各多少？”"]
    return Answer("answered", "\n".join(lines), suggestions=(ALL,))


def region_not_held(desk: Desk, region: str) -> Answer:
    """A place that the corpus does not hold; never a neighbour's figure."""
    place, held = desk.place(region), desk.held_places()
    text = (
        f"**未收录{place}的政策，不能给出{place}的标准。**\n\n"
        f"目前收录的地区：{'、'.join(held)}。其他地方的标准不能套用。\n\n请拨打当地{HOTLINE}咨询。"
    )
    asks = (Ask("region", "您要查的是下面哪个地区吗？", held),)
    return Answer("not_found", text, asks=asks, verdict="place_not_held")


def topic_not_held(desk: Desk, matter: Matter) -> Answer:
    """The place's policies say nothing of the benefit that is asked for."""
    topics = "、".join(f"“{desk.rulebook.topics[topic].label}”" for topic in matter.topics)
    policies = [p for region in matter.regions for p in applicable(desk.library, desk.regions, region)]
    policies = list(begun(policies, matter.latest)) or policies
    names = "、".join(document(p) for p in dict.fromkeys(policies))
    text = (
        f"**没有找到{topics}的规定。**收录的文件是：{names}。其中没有这一项，别的地方的标准不能套用。\n\n"
        f"请拨打当地{HOTLINE}核实。"
    )
    return Answer("not_found", text, suggestions=("还能申请哪些补贴？",), verdict="unregulated")


def region_notice(desk: Desk, region: str) -> str | None:
    """A word ahead where the place itself has no policy here, only what lies above it."""
    here = applicable(desk.library, desk.regions, region)
    if any(policy.about.region == region for policy in here):
        return None
    place = desk.place(region)
    above = "、".join(dict.fromkeys(desk.place(policy.about.region) for policy in here))
    return f"未收录{place}本级的政策。下面是{above}的文件，{place}的具体标准请以当地文件为准。"


def province_notice(desk: Desk, region: str) -> str:
    """A word on the province that 省里 was taken for: it is the only one that is held."""
    place = desk.place(region)
    return f"您没有说是哪个省。这里收录的省级文件只有{place}的，下面按{place}回答；别的省不能套用。"


def topic_notice(desk: Desk, region: str, topics: tuple[str, ...]) -> str:
    """A word on a place whose policies say nothing of the topic, where another place's do."""
    place = desk.place(region)
    labels = "、".join(f"“{desk.rulebook.topics[topic].label}”" for topic in topics)
    return f"{place}收录的文件没有{labels}的规定；别的地方的文件不适用于{place}。"


def nearest_topic(desk: Desk, region: str, topics: tuple[str, ...]) -> str:
    """A word ahead of what comes nearest to a topic of which the place's policies say nothing."""
    labels = "、".join(f"“{desk.rulebook.topics[topic].label}”" for topic in topics)
    held = applicable(desk.library, desk.regions, region)
    place = desk.place(held[0].about.region if held else region)
    return f"{place}收录的文件没有{labels}的规定。最接近的是下面的规定："


def ask_narrower(desk: Desk, region: str) -> Ask | None:
    """Whether the person is in one of the places held inside a region; None where none is held."""
    inside = narrower(desk.library, desk.regions, region)
    options = tuple(dict.fromkeys(desk.place(policy.about.region) for policy in inside))
    return Ask("region", f"您是在{'、'.join(options)}吗？", options) if options else None


def only_narrower(desk: Desk, region: str, ask: Ask) -> Answer:
    """A place of which only parts are held."""
    place, options = desk.place(region), "、".join(ask.options)
    text = f"**未收录{place}本级的政策。**收录了{options}的文件，只适用于当地。\n\n{ask.text}"
    return Answer("needs_facts", text, asks=(ask,))

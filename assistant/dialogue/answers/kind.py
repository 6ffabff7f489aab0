"""What a message asks for: one of five kinds of answer."""

import re

from assistant.dialogue.facts.said import ASKER, EVENT, HEADCOUNT, HISTORY, HOLDER, TIMES_THIS_YEAR
from assistant.dialogue.matter import Matter
from assistant.dialogue.models import Session
from assistant.dialogue.reading import Reading
from assistant.rules.facts import Quantity

BENEFITS, SCREENING, LIMITS, VALIDITY, LOOKUP = "benefits", "screening", "limits", "validity", "lookup"

ABOUT_MONEY = frozenset(("amount", "recipient", "stacking", "screening"))
# Weaker words, which speak of a benefit only beside its name or its facts: 要什么条件, 能不能, 补.
MAYBE_MONEY = frozenset(("eligible", "condition", "money", "compare"))
_ABOUT_TEXT = frozenset(("definition", "responsible", "documents"))
_ABOUT_WHOM = frozenset((ASKER, HOLDER, EVENT))
# 今年领过1次，还能领几次
_HOW_OFTEN = re.compile("(?:多少|几)[次回趟]|次数")
# 一年总共能几回: 总共 asks for no sum here
_ONLY_HOW_OFTEN = re.compile(
    "(?:[能可补领拿报享]|最多|[一每]年|总共|一共)[^,。;!?钱元]{0,6}(?:几|多少)[次回趟][的呢啊呀吗?]*$"
)
_HOW_OFTEN_MORE = re.compile("(?:还|剩)[^,。;!?没不]{0,6}(?:几|多少)[次回]")
# Beside a benefit's name these ask for it: 岗前培训多少 · 有生活费吗 · 生活费有没有.
_PLAIN_QUESTION = re.compile(r"(?:多少|吗|么)(?=[,。;!?呢啊呀 ]|$)|[没不]有?[?呢啊 ]*$")
_HOW_MUCH = re.compile(r"多少(?:钱|元)?(?=[,。;!?呢啊呀嘛咧哩 ]|$)")
# 数量原来多少, 上岗前必须先培训吗 ask for a number or a duty that stands in the text.
_OF_THE_TEXT = re.compile("数量|数目|名额|家数|个数|必须|一定要|非要?得?|强制")
# 训练院建几个, 一年选几个: how many there are to be stands in the text, and nobody says that he is one.
_HOW_MANY_THERE_ARE = re.compile(
    "(?:建|选|遴选|培育|打造|认定|评选|要)(?:设|出|成|有)?(?:多少|几)[个家名人所]"
)
# 高级工占比要多少: a share that is aimed at is no money.
_SHARE_ASKED = re.compile("占比|比重|占(?:的比例|多[大少]|几成|百分之几)|比例(?:要|是|达到?|目标)")
# 清单多久更新一回: what is done that often is no money had.
_DONE_SO_OFTEN = re.compile(
    "更新|调整|公布|公开|公示|发布|修订|上报|汇报|报(?:进度|计划|情况|总结)|检查|抽查|巡查|考核|评选|遴选|统计|通报"
)
# 哪里能看到有资质的机构: where something can be read up.
_WHERE_TO_SEE = re.compile(
    "(?:哪里|哪儿|在哪|上哪|去哪|什么地方|啥地方|哪个(?:网|平台|地方))[^,。;!?]{0,8}(?:看|查|找得?到|了解|公布|公开|公示)"
)
# 厂里能不能直接给我认个高级工: who may assess skill, and whom, is no money.
_MAY_ASSESS = re.compile(
    "(?:[能会]不能|可不可以|能否|可否|可以|能)[^,。;!?]{0,14}(?:评(?:等级|级|价|定)|定(?:等级|级)"
    "|认(?:定)?[个为成到]?(?:高级|技师|中级|初级|等级|机构)|当[^,。;!?]{0,6}机构)"
    "|(?:直接|破格|自主|自行)(?:开展|组织)?(?:认定|评定|评价|定级)"
    "|(?:评|申报|申请|报|换|转|对应|互通|认)[^,。;!?]{0,4}职称"
)
# 怎么防止重复领钱, 怎么公布名单: what offices do is no money either.
_DONE_BY_OFFICES = re.compile(
    "(?:怎么|如何|怎样|咋|怎么来)(?:个|去)?(?:防|避免|杜绝|监管|监督|检查|审核|核查|核对|核实|比对|考核|评价|管理|保证|确保|保障"
    "|宣传|公布|公开|遴选|挑选|筹集|统筹|分工|统计)"
)
# 项目制目录谁来联审 · 哪个单位来定: who does something in an office is no money either; 谁来申请 is.
_WHO_DOES = re.compile(
    "(?:谁|(?:哪个|什么|啥|哪些)(?:部门|单位|局|机构))(?:来|去|负责)(?![领拿报补享申参学考])[^,。;!?能可钱]{1,6}[?呢啊呀]*$"
)
# 培训券哪些补贴要用到: which of them ask for something is no wish for all there is.
_WHICH_OF_THEM = re.compile(
    "(?:哪些|哪几[项种类]|什么样?的?|啥)(?:补贴|补助|项目)(?:项目|培训)?(?:都|才|一定|原则上|是)*"
    "(?:必须|需要|非得|不用|不要|不需|得用|须|要|用)"
)
# 岗前培训有什么条件才能享受: what it takes, and not what there is.
_WHICH_CONDITIONS = re.compile("(?:什么|啥|哪些|哪几个|什么样的?)(?:条件|要求|门槛|资格|限制)")
# 残疾人学什么手艺合适: what there is to learn stands in the text.
_WHAT_SUITS = re.compile("学[^,。;!?]{0,6}(?:适合|合适)|(?:适合|合适)[^,。;!?]{0,10}学")
_WHICH_BENEFITS = re.compile("(?:哪些|什么|啥|哪几[项种])(?:补贴|补助|政策|优惠|扶持|支持|钱)")
_QUESTION = re.compile(r"[?吗呢么哪谁啥怎]|多少|几|如何|是否|[能会行]不")
# 培训品牌怎么命名 asks for what a clause says, 学徒制怎么弄 for all there is.
_HOW = re.compile(
    "(?:怎么|如何|怎样)(?![样办弄搞整])[^,。;!?了说]{2}|包括哪|哪些内容"
    "|(?:叫|名[字称]是?)(?:什么|啥)|(?:参与|参加|做|干|承担|承接)(?:些|的是)?(?:什么|啥|哪些)"
    "|(?:谁|哪些?(?:单位|机构|地方|人|部门))(?:能|可以|有资格|才能)?(?:来)?(?:办(?!理)|开班|教|承办|承担|组织)"
)
# 这个到什么时候截止 · 到哪天; but 报名到什么时候截止
_HOW_LONG = re.compile(
    "(?:[那这](?:么|[个份项])?|它|具体|大概|是|会|能|要|政策|文件|办法|方案|的|有效|执行|实施|搞|弄|哪[里儿]|写|着)*"
    "(?:从|到|截|什么时候|哪天|几时|起始|管到|期限)"
)
_WHEN = re.compile("(?:什么时候|啥时候|何时|几时|哪个时候)[^,。;!?]{0,4}(?:申请|申领|申报|能报|可以报)")
_HOW_MANY_DAYS = re.compile("(?:多少|几)个?(?:天|工作日|月)")
_WANTS = re.compile("想(?!了解|知道|问|查|看|请教)|打算|准备")
# 晋江也是三回: how often, whatever was told before.
_SO_OFTEN = re.compile(
    "(?:[是也最多限只才]|每年|一年)[^,。;!?]{0,3}(?:\\d|[一二两三四五])(?:次|回|趟)(?:为限|封顶|吗|么|吧|呢)*[?]?$"
)
# 补贴标准看哪份文件
STANDARD_BY = re.compile(
    "标准[^,。;!?]{0,6}(?:看|照|按照?|依据?|根据|参照)[^,。;!?]{0,2}(?:哪|什么)[一几]?[个份些]?(?:文件|通知|办法|方案|规定)"
)
_BOTH_HAVE = re.compile(
    "(?:是不是|是否|有没有|可是|难道)都|都(?:有|写|提|规定|要求)(?:了|到|这)?[^,。;!?]{0,6}(?:吗|么|[?]|没有?)"
)
# A message this short that names a matter and asks nothing asks for what there is: 晋江 中级工.
_BARE = 12


def kind_of(reading: Reading, session: Session, matter: Matter, *, names_benefit: bool) -> str:
    """The kind of answer. `names_benefit`: the message names or implies what the place has rules on."""
    intents = reading.intents
    about_money = intents & ABOUT_MONEY
    says = says_of_the_case(reading, asked=session.asked)

    # 政策还有效吗 · 现在执行哪个政策; but 岗前培训那个政策还有效吗 asks for the benefit, with its validity.
    named = bool(reading.topics) and names_benefit
    of_what_was_told = bool(session.kind) and asks_only_how_long(reading)
    if of_what_was_told or (asks_validity(reading) and (reading.policies or not (named or about_money))):
        return VALIDITY
    # 依据是哪个文件, after a benefit was told: told again, with its clause.
    by_which = "clause" in intents or STANDARD_BY.search(reading.text)
    if by_which and matter.topics and not reading.policies:
        return BENEFITS
    if STANDARD_BY.search(reading.text) and matter.regions:
        return LOOKUP
    # 照亮前程那份里也有揭榜挂帅，又在哪一条: of a document that is named, where it stands.
    if "clause" in intents and reading.policies and not about_money:
        return LOOKUP
    if "policies" in intents and "screening" not in intents and not reading.topics:
        # 标准按哪个文件定，方案里写了金额没: of a document that is named, what it says.
        return LOOKUP if reading.policies and "amount" in intents else VALIDITY

    # 补贴多少天能到账: no sum.
    if "documents" in intents and (_HOW_MANY_DAYS.search(reading.text) or _WHEN.search(reading.text)):
        return LOOKUP
    if _WHERE_TO_SEE.search(reading.text) and not (about_money and reading.facts.keys() - _ABOUT_WHOM):
        return LOOKUP
    if _MAY_ASSESS.search(reading.text) and not intents & {"amount", "screening"}:
        return LOOKUP
    of_offices = _DONE_BY_OFFICES.search(reading.text) or _WHO_DOES.search(reading.text)
    if of_offices and "amount" not in intents:
        return LOOKUP
    if "times" in intents and not about_money and _DONE_SO_OFTEN.search(reading.text):
        return LOOKUP
    if _WHICH_OF_THEM.search(reading.text) and reading.topics:
        return LOOKUP
    if _HOW_MANY_THERE_ARE.search(reading.text) and not about_money:
        return LOOKUP
    if "certificate_level" in reading.facts and _SHARE_ASKED.search(reading.text) and not intents & {"money"}:
        return LOOKUP
    if _WHAT_SUITS.search(reading.text) and not (intents & {"money"} or about_money):
        return LOOKUP
    # 什么意思 · 归哪个局管 · 要什么材料
    if intents & _ABOUT_TEXT and not intents & {"amount", "recipient", "screening"}:
        return LOOKUP

    # 每年训一次的要求，鼓楼和晋江是不是都有: whether both texts say so.
    if len(reading.regions) > 1 and _BOTH_HAVE.search(reading.text) and not (reading.topics or about_money):
        return LOOKUP
    # 能申请哪些补贴
    of_conditions = (
        _WHICH_CONDITIONS.search(reading.text) and not _WHICH_BENEFITS.search(reading.text) and says
    )
    if "screening" in intents and not reading.groups and not of_conditions:
        return SCREENING

    # 一年能领几次 asks for a limit; 高危企业一年培训几次 is a look-up, 岗前培训补贴一年能领几次 is not.
    history = reading.facts.keys() & HISTORY
    if session.kind and _SO_OFTEN.search(reading.text) and not (says or intents - {"times"}):
        return LIMITS
    of_money = about_money or "money" in intents or history
    # 多久评一次, after a clause that pays nothing
    of_a_clause = session.kind == LOOKUP and not of_money
    if ("times" in intents or history) and not (matter.topics or matter.groups or of_a_clause):
        return LIMITS
    # 一年最多报几回, after a benefit was told
    how_often = _HOW_OFTEN.search(reading.text) and not _DONE_SO_OFTEN.search(reading.text)
    asks_money = about_money and not _ONLY_HOW_OFTEN.search(reading.text)
    if session.kind == BENEFITS and how_often and not (says or asks_money):
        return LIMITS
    if TIMES_THIS_YEAR in matter.facts and _HOW_OFTEN_MORE.search(reading.text):
        return LIMITS
    if "times" in intents and not about_money and "money" not in intents and not history:
        return LOOKUP

    # 12人做了岗前培训，请算个总数: a situation is described, whatever the words of the question.
    many = len(reading.facts.keys() - _ABOUT_WHOM) > 1
    counted = any(isinstance(value, Quantity) for value in reading.facts.values())
    described = names_benefit and bool(reading.groups or counted or many)
    if about_money or history or described or (intents & MAYBE_MONEY and (says or session.topics)):
        return BENEFITS
    bare = len(reading.text) <= _BARE
    # 那我们三个人一天多少嘛, of the benefits that were told
    if session.kind == BENEFITS and reading.facts and _HOW_MUCH.search(reading.text):
        return BENEFITS
    # 中级工还给1000吗: a sum beside a benefit is asked about.
    asks_plainly = _PLAIN_QUESTION.search(reading.text) and not _OF_THE_TEXT.search(reading.text)
    # 新招12个，合同都两年，合格证有，多少: a case is told, though nothing names its benefit.
    asks_of_a_case = asks_plainly and _HOW_MUCH.search(reading.text) and (many or reading.groups)
    if (named and (asks_plainly or reading.requirements)) or (names_benefit and reading.figures):
        return BENEFITS
    if asks_of_a_case:
        return BENEFITS
    # 给农户办培训，想用提升行动的专项资金: who names a benefit, tells of himself and asks nothing wants it.
    asks = reading.intents - {"policy"} or _QUESTION.search(reading.text)
    if named and not session.kind and not asks and _WANTS.search(reading.text):
        return BENEFITS
    if intents and intents <= MAYBE_MONEY and bare:
        return BENEFITS

    # 衢州呢 · 如果是3个人: what was asked before is asked again.
    leans = reading.follows_up and bool(reading.facts)
    # 不是我，是我老婆考的 · 不对，是今年4月考的
    of_another = HOLDER in reading.facts or (EVENT in reading.facts and reading.corrects)
    if session.kind and (says or reading.regions or leans or of_another) and not intents:
        # 考了高级工, after a place alone: what the level means is what there is for it.
        again = session.topics or (bare and (reading.topics or matter.topics))
        if session.kind == VALIDITY and says:
            return BENEFITS  # 那我要是三级呢, after a word on how long the policy runs
        if session.kind != LOOKUP:
            return session.kind
        # 男 · 63周岁, after a clause was quoted: whoever speaks of himself asks what there is for him.
        tells = reading.topics or reading.groups or reading.facts.keys() - _ABOUT_WHOM - {HEADCOUNT}
        return BENEFITS if again else SCREENING if bare and tells and not reading.regions else LOOKUP
    # 想学门技术 · 一样的，都是电工, after benefits were told: what asks nothing goes on with what was asked.
    if session.kind in (BENEFITS, SCREENING) and bare and not _asks(reading):
        return session.kind

    # 要本地户口吗, after benefits were told: of these.
    if session.kind == BENEFITS and reading.requirements and session.topics:
        return BENEFITS

    described = bare and says and not intents and not _HOW.search(reading.text)
    return BENEFITS if described or (named and asks_validity(reading)) else LOOKUP


def _asks(reading: Reading) -> bool:
    return bool(reading.intents) or bool(_QUESTION.search(reading.text))


def says_of_the_case(reading: Reading, *, asked: str | None = None) -> bool:
    """Whether a message names a matter or a fact of it. Who asks, or when, is none unless it was `asked`."""
    return bool(reading.topics or reading.groups or reading.facts.keys() - (_ABOUT_WHOM - {asked}))


def asks_validity(reading: Reading) -> bool:
    """Whether a policy's time is asked for; 到哪天 alone may be any period."""
    of_a_policy = reading.policies or "policy" in reading.intents
    return "validity" in reading.intents or bool("period" in reading.intents and of_a_policy)


def asks_only_how_long(reading: Reading) -> bool:
    """Whether 到哪天 is asked and not of what: of the policy that was spoken of, if any was."""
    return "period" in reading.intents and len(reading.text) <= _BARE and bool(_HOW_LONG.match(reading.text))


def asks_only_for_money(reading: Reading) -> bool:
    """Whether 奖多少 is asked and not of what: of the clause that was quoted, if any was."""
    bare = len(reading.text) <= _BARE and not (reading.regions or reading.policies)
    return bare and not says_of_the_case(reading) and bool(reading.intents & {"amount", "recipient"})

"""What happened instead of what a clause asks for, which denies it without a "no".

somebody else held it       技能课是派遣公司在自己那边办的 · 给他们上课的是外地那家派遣公司 · 班由妇联一手操办
each for himself            安全培训是工人自己花钱去学的; but 自己花钱考的 says nothing of the training
somebody else attended      厂里办班那阵子我在老家，去上课的是同组阿明
straight to work            报到当天就派上机台; but not 培训完直接上岗
nothing but work            就是正常上班 · 光干活
broken off                  上到一半就走了 · 只听了前三天 · 剩下的课都翘了
no firm's                   工作室是学校出面设的 · 个人想办 · 没有一家企业 · 我们是职业学校
only one's own              只教在校生 · 只培训自家员工
home-made                   合格证是厂里自己发的 · 老板盖的章 · 网校印的
"""

import re
from collections.abc import Iterator

from assistant.dialogue.words import Found

_END = "(?=[,。;!?、]|$)"
_ITSELF = "(?:自己|自个儿?|自行|自家)"
_OTHER_BODY = (
    "(?:派遣公司|派遣单位|派遣方|劳务公司|中介|妇联|残联|团委|街道|社区|村委会?|村里|乡里|镇里|别的公司|别的厂"
    "|别家|[^,。;!?、我咱本]{0,6}(?:就业|农业|民政|教育|商务)局)"
)
_WORK = "(?:操办|包办|张罗|主办|牵头|组织|安排|举办|上课?|办班?|搞|教|训|培训|讲课?)"
_TRAINING = "(?:课|班|培训|讲座|技能|学|训)"
# Somebody else's own doing, and not together with the firm: 课是我们厂和劳务公司一起上的.
_HELD_BY_OTHERS = (
    f"{_TRAINING}(?:(?!我们?|咱|本厂|自己|自家|人是)[^。;!?]){{0,20}}?"
    f"(?:(?:(?<![不没])是|由|归|靠){_OTHER_BODY}[^,。;!?、没不未]{{0,12}}?{_WORK}(?:了|的|来的)*{_END}"
    f"|(?<![不没])是[^,。;!?没不未我咱本自和跟与同]{{0,6}}{_OTHER_BODY}[^,。;!?没不未派]{{0,6}}(?:上|教|训|办)的)"
    f"|(?:上|教|训|办|讲)[^,。;!?没不未]{{0,5}}的(?:都|全)?是[^,。;!?我咱本自和跟与同]{{0,6}}{_OTHER_BODY}"
)
_EACH_FOR_HIMSELF = (
    f"(?:工人|员工|职工|师傅|他们|她们|大家|各人)(?:们|都|全|也|是)*(?:{_ITSELF}|各自|私下里?)"
    "[^,。;!?、没不未考]{0,4}(?:花钱|掏钱|掏腰包|出钱|自费|找|跑)"
    f"[^,。;!?、没不未考]{{0,8}}?(?:学|培训|训|上课|报班|上的班)[^,。;!?考]{{0,3}}{_END}"
)
# The firm had it held, or held one itself: 我公司请妇联来组织 · 公司后来也组织了培训.
_BY_THE_FIRM = re.compile(
    "(?<![没不未])(?:委托|委派|邀请|(?<!申)请(?!问)|聘|联合|合作|一起|合伙|共同|(?:公司|单位|厂里?)找)"
    "|(?:公司|单位|企业|厂里?|店里|老板|我司|我们)[^,。;!?没不未派能可吗]{0,5}(?:组织|安排|举办|开办|办了|开了|培训了|训了)"
    "(?![^,。;!?]{0,10}(?:[能吗呢]|多少))"
    "|(?:来|到|进|在)(?:我们?|本|咱)(?:厂|公司|单位|店)"
    "|(?:公司|单位|企业|厂里?|店里|老板|我司|我们)[^,。;!?没不未能可吗]{0,3}(?:报销|出钱|出的钱|付的钱|掏的钱)"
)
_SOMEBODY_ELSE = (
    "(?:去|来)?(?:上课|听课|学习?|培训|参加培训|参加|报名)的(?:人)?(?:都|全)?是[^,。;!?没不]{0,3}"
    "(?:同事|同组|同学|工友|别人|他人|人家|邻居|隔壁|室友|老乡|朋友)"
    "|(?:名额|机会)(?:给了|让给|让给了)(?:同事|别人|人家|工友)"
)
# Who asks speaks of himself: 去学的是同事，我没去.
_OF_ONESELF = re.compile("我(?!们|[厂司校])")
_JOB = (
    "(?:上岗(?!前|培训|训|证)|上手|顶岗|干活|开工|上工|上机|上流水线|上线|进车间|下车间|站柜台|端盘子"
    "|派(?:去|到|往|上|进|下)*(?:机台|机器|车间|产?线上?|流水线|柜台|工地|岗位|干活|上班))"
)
_STRAIGHT_TO_WORK = (
    f"直接(?:就)?{_JOB}|(?:当天|头一天|第1天|第一天|一来|来了|一到|到了|进来|进门|进厂)(?:就|便)(?:直接)?{_JOB}"
    f"|(?:第一天|头一天|来了|一来就)直接(?:就)?{_JOB}"
)
_TRAINED_BEFORE = re.compile("(?:训|课|学|考|班|合格|结业)[^,。;!?没不未]{0,4}[完后了过][^。;!?没不未]{0,6}$")
# 第一天就上机了，第二周才岗前培训
_TRAINED_LATER = re.compile(
    "^[^,。;!?、没不未领补能有]{0,6}(?:训|课|学)"
    "|(?:才|再|后来|然后|之后|以后|随后|接着|第[二三四2-4][天周个]|次日|隔天|转天|过[了几两]|晚上|下班|周末|下午|同时)"
    "[^,。;!?没不未领补能]{0,8}(?:岗前|培训|训练|上课|训了)"
)
# Not 就是正常上班时师傅带着教, nor 只上班不用考试.
_ALONE = (
    "(?=[了呗啊]?(?:$|[,。;!?、])|[没不][^,。;!?用要需]{0,4}(?:训|学|教|课))"
    "(?![,、]?[^,。;!?没]{0,6}(?:考|师傅|带|教))"
)
_ONLY_WORK = f"(?:只是|就是)(?:正常|普通)上班{_ALONE}|(?<!不)(?<!不是)[光只纯](?:上班|干活){_ALONE}"
_FEW = "[几两一二三四五六七八九十0-9半]"
_BROKEN_OFF = (
    "(?:上|学|读|听|念|训|培训)到了?(?:一半|半截|中途|半路)[^,。;!?没]{0,4}(?:就|便|退|走|跑|溜|不[上学读去来])"
    "|(?:中途|半途|半路|半道|中间|提前)(?:就|便)?(?:退出|退学|退|跑|走|离开|溜|而废|不[上学读去来干])了?(?!补|钱)"
    f"|(?:只|才|光|就)(?:上|听|学|读|参加)了?(?:前|头|开头)(?:面)?{_FEW}"
    "|(?:后面|后头|剩下|余下|其余|后半)[^,。;!?没]{0,8}?(?:都|全|就)?"
    f"(?:翘|逃|缺|旷|撂下|没再?[上去听学来回])[了过掉]*(?:课|去)?{_END}"
)
# 后面的课没再上，提前考过了: who has passed needed no more of it.
_PASSED = re.compile(
    "提前(?:就|已经?)?(?:学完|结业|毕业|考|拿|通过)|(?<![没未不])(?:考(?:过|上|出来)了|通过了|拿到了?[^,。;!?没不]{0,5}证)"
)
_NO_FIRM = "(?:学校|学院|技校|院校|协会|商会|工会|局里|街道|教育部门|政府|财政)"
_NO_FIRMS_OWN = (
    f"{_NO_FIRM}(?:{_ITSELF}|出面|全额)*(?:设立|主办|举办|独资|(?:设|办|开|建)的)|街道名下"
    "|个人(?:(?:想|要|来)(?:开|办|设立?)|名义|工作室|设立|(?:开|办|设)的)"
    "|没有?(?:任何|哪|一)家(?:公司|企业)|哪家公司都不是|没公司[^,。;!?]{0,4}事"
    "|我们?(?:不是企业|是(?:一所|一家)?(?:民办学校|职业学校|技工学校|培训机构|职业院校|技校|学校))"
)
_A_CLASS = re.compile("(?:课|班|培训(?!学校|机构|基地|中心|学院))[^,。;!?]{0,10}$")
_ONLY_PUPILS = "只(?:培训|教|面向|招|收|带)[^,。;!?没不]{0,2}(?:在校生|本校学生|本校生|全日制)|全来自全日制"
_ONLY_ITS_OWN = "只(?:给|培训|带|训|教)(?:自己|自家|本企业|本公司|本厂|本单位)|[全都]是(?:自家|自己的?)员工"
_FIRM = "(?:公司|厂里?|单位|企业|店里|老板)"
_MADE = "(?:发|印|打印|打|做|制)"
_SEAL = f"(?:{_ITSELF}|{_FIRM})盖的?章"
_HOME_MADE = (
    f"{_FIRM}{_ITSELF}{_MADE}|{_ITSELF}内部发|内部(?:发的|的证)|机构自己发|{_ITSELF}{_MADE}?印的"
    f"|{_ITSELF}[^,。;!?没不]{{0,4}}打印|{_SEAL}"
)
_NOT_BY_OFFICE = (
    f"{_FIRM}{_ITSELF}{_MADE}的|(?:培训)?机构(?:自己)?发的|(?:学校|培训班)自己发的|培训(?:班|公司)发的|网校[^,。;!?没不]{{0,3}}{_MADE}的?"
    f"|内部发的|{_ITSELF}(?:打)?印的|老板[^,。;!?没不]{{0,4}}(?:做的|盖的章)|盖的?是[^,。;!?没不]{{0,8}}公司"
)
_PATTERNS = tuple(
    (fact, re.compile(pattern))
    for fact, pattern in (
        ("organised_by_firm", _HELD_BY_OTHERS),
        ("organised_by_firm", _EACH_FOR_HIMSELF),
        ("training_held", _SOMEBODY_ELSE),
        ("pre_job_held", _STRAIGHT_TO_WORK),
        ("work_based_held", _ONLY_WORK),
        ("course_completed", _BROKEN_OFF),
        ("run_by_firm", _NO_FIRMS_OWN),
        ("social_training", _ONLY_PUPILS),
        ("assists_small_firms", _ONLY_ITS_OWN),
        ("recognised_certificate", _HOME_MADE),
        ("issued_by_authority", _NOT_BY_OFFICE),
    )
)


def what_happened_instead(text: str) -> Iterator[Found[str]]:
    """What in a folded text says that something else happened, with the fact that it denies."""
    for fact, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            before, after = text[: match.start()], text[match.end() :]
            if fact == "training_held" and not _OF_ONESELF.search(before + after):
                continue
            if fact == "pre_job_held" and (_TRAINED_BEFORE.search(before) or _TRAINED_LATER.search(after)):
                continue
            if fact == "organised_by_firm" and _BY_THE_FIRM.search(text):
                continue
            if fact == "run_by_firm" and _A_CLASS.search(before):
                continue
            if fact == "course_completed" and _PASSED.search(text):
                continue
            yield Found(match[0], fact, match.start(), match.end())

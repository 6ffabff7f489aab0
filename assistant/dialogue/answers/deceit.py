"""Deceit: who asks for help with it, who only tells of it or complains, and who asks what becomes of it."""

import re

from assistant.dialogue.answers.kind import says_of_the_case
from assistant.dialogue.language.sentence import phrases
from assistant.dialogue.reading import Reading

# 把没来上课的亲戚名字填进名册: who was not there, and is written down.
_NOT_THERE = re.compile("(?:没有?|不|未)(?:来|去|到)?(?:过)?(?:上过?课|听过?课|培训|到场|到课|出勤|来|参训)")
_LIST = re.compile("名册|名单|花名册|签到|台账|名字")
_PUT = re.compile("(?:填|写|加|凑|塞|挂|列|放|添)[^,。;!?]{0,2}[进上到入在]")
# 请人替他们考 · 我去替同事考: another sits the examination or the course.
_SOMEBODY = "(?:个|了|别的?)?(?:人|高手|枪手|朋友|亲戚|同事|同学|老乡|内行|熟手|会的)"
_IN_HIS_PLACE = re.compile(
    f"(?:请|找|雇|叫|喊|花钱){_SOMEBODY}[^,。;!?]{{0,2}}[替代帮][^,。;!?]{{0,5}}(?:考|上课|听课|签|打卡)"
    "|[替代](?:[我你他她][们家的]*)?(?:别人|人家|老公|老婆|儿子|女儿|兄弟|同事|朋友|亲戚|徒弟|员工|工人)?"
    "(?:去|来|上场|进场|参加)?考(?![虑核证级取]|试?费)"
)
# 怎么弄不被查出来: that it is not to be found out, which asks for no consequence.
_UNSEEN = re.compile(
    "(?:(?:怎么|怎样|如何|咋)(?:弄|做|搞|填|报|写|办|操作|整|才|能)|教|想办法|有没有办法|有没有什么?办法)[^,。;!?]{0,8}?"
    "(?:不(?:会|要)?被?(?:人|他们|人社|局里|上面)?|瞒过|躲过|躲开|避开|逃过|糊弄|应付|蒙混)"
    "[^,。;!?]{0,4}(?:查|发现|抓|看出|核出|审|过关|穿帮|露馅)"
)
_COMPLAINS = re.compile("投诉|举报|检举|揭发|告发|曝光|怀疑|反映|[没无]人管|管不管|有没有人管")
_OTHERS = re.compile(
    "机构|培训[班校]|学校|公司|厂[里子家]|单位|老板|老师|经理|中介|[他她]们|有人|别人|人家|同事|邻居|隔壁|村里|熟人"
)
_WISHES = re.compile(
    "想|打算|准备|[能会]不能|能否|可不可以|可以|[行成好]不[行成好]|[行成][吗吧么]|能[^,。;!?]{0,6}[吗吧么]|没事吧"
    "|(?:怎么|怎样|如何|咋)(?:弄|做|搞|填|报|写|办|操作|整|才)|教|帮(?:我|忙|个忙)|我们?(?:替|把|来|去)"
)
# 方案对虚假培训怎么规定的 asks for what a text says.
_OF_THE_TEXT = re.compile(
    "提法|说法|措辞|表述|怎么(?:写|说|规定|讲)的?|(?:文件|方案|办法|条文|政策)(?:里|中|上|对)|是?什么意思"
)
# 弄虚作假拿补贴的怎么办: what becomes of whoever does it.
_WHAT_THEN = re.compile(
    "(?:怎么|咋|怎样|如何)(?:个)?(?:办(?!的?班)|处理|处罚|处分|罚|处置|对待|追责|个?说法|整)|会(?:怎|咋|如何)|什么下场|后果"
)
_OF_ONESELF = re.compile("我|咱|帮|教|想")
# 鼓楼的文件对搞假培训套钱的怎么说 · 办法里有没有提到造假: what becomes of it, as a text has it.
_THE_TEXT_SAYS = re.compile(
    "(?:文件|条文|政策|方案|办法|规定|条款|通知|文里|里面|号文)[^,。;!?]{0,16}"
    "(?:怎么(?:说|写|规定|讲|提)的?|说(?:了|到|过)|写(?:到|了|没|明|过)|提(?:到|及|过|没)|有没有(?:说|写|提|规定))"
    "|写在[^,。;!?]{0,8}哪"
)
_DONE_TO_ONE = re.compile("被[^,。;!?]{0,8}(?:冒名|冒领|顶替|代签|虚报|套取|套补)")
_BOTH = frozenset(("fraud_act", "fraud_consequence"))
# 骗补会怎样 and nothing else: who did what, or which clause says so, is a question of its own.
_ONLY_DECEIT = 14


def asks_for_deceit(reading: Reading) -> bool:
    """Whether help with deceit is asked for, and not what becomes of those who deceive."""
    text = reading.text
    if _UNSEEN.search(text):
        return True
    if _OF_THE_TEXT.search(text) and not _OF_ONESELF.search(text):
        return False
    if _WHAT_THEN.search(text) and not _OF_ONESELF.search(text):
        return False
    if "fraud_consequence" in reading.flags or tells_of_deceit(reading) or asks_what_is_written(reading):
        return False
    return _names_deceit(reading) or bool(_lists_the_absent(text) and _WISHES.search(text))


def tells_of_deceit(reading: Reading) -> bool:
    """Whether others' deceit is told or complained of: 机构虚报人数，没人管吗 · 我被冒名领了."""
    text = reading.text
    if not (_names_deceit(reading) or _lists_the_absent(text)):
        return False
    if _COMPLAINS.search(text) or _DONE_TO_ONE.search(text):
        return True
    return bool(_OTHERS.search(text)) and not (_WISHES.search(text) or "fraud_consequence" in reading.flags)


def asks_what_becomes_of_deceit(reading: Reading) -> bool:
    """Whether what becomes of those who deceive is asked, or what a text says of it."""
    if asks_what_is_written(reading):
        return True
    text = reading.text
    if _names_deceit(reading) and _WHAT_THEN.search(text) and not _OF_ONESELF.search(text):
        return True
    short = len(reading.text) <= _ONLY_DECEIT and "money" in reading.intents
    return short and reading.flags >= _BOTH and not (reading.topics or says_of_the_case(reading))


def goes_on_with_deceit(reading: Reading, quote: str | None, *, turned: bool) -> bool:
    """Whether a message goes on with words on deceit that were quoted last: 衢州那份呢 · 钱要不要吐出来.

    `turned`: whether it names another place or text and nothing else.
    """
    if quote is None or "骗" not in quote:
        return False
    return turned or ("fraud_consequence" in reading.flags and not says_of_the_case(reading))


def asks_what_is_written(reading: Reading) -> bool:
    """Whether what a text says of deceit is asked, which helps nobody with it: 办法对造假的怎么说."""
    text = reading.text
    says = "fraud_act" in reading.flags and _THE_TEXT_SAYS.search(text)
    return bool(says) and not _OF_ONESELF.search(text)


def _names_deceit(reading: Reading) -> bool:
    return "fraud_act" in reading.flags or bool(_IN_HIS_PLACE.search(reading.text))


def _lists_the_absent(text: str) -> bool:
    return any(
        _NOT_THERE.search(phrase) and _LIST.search(phrase) and _PUT.search(phrase) for phrase in phrases(text)
    )

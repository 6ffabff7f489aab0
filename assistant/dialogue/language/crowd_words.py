"""The words with which people are counted: who they are, who passed, failed or is left, and who else.

Pieces of patterns over a folded message. The steps that count people are made of them, so that each knows
what every other knows; what a step reads besides stands there, with an example.
"""

import re

from assistant.dialogue.language.sentence import MARK

PART = f"[^{MARK}]"  # a character of a part of the sentence, lists (甲班、乙班) and all
ITEM = f"[^{MARK}、]"  # a character of one item of a list
ENDS = f"(?=[{MARK}、的]|$)"

PERSON = "(?:人|新?员工|职工|工人|新[人工]|学员|学徒|徒弟|师傅|阿姨|保安|月嫂|技工)"
MEASURE = "(?:人次|个人|[人名位]|个(?!半?月|[课学小]时|工种|项目|证|亿))"
IN_ALL = re.compile("总共|一共|全部|总数|合计|拢共")
RESPECTIVELY = re.compile("分别|依次")
COUNT = rf"(?:\d{{1,5}}|[一二两三四五六七八九十百]{{1,4}}){MEASURE}{PERSON}?"
SOME = f"(?P<count>{COUNT})"
IT_IS = re.compile(rf"(?:应该?|其实|实际|准确说)?是{COUNT}")  # 是6个没签, where five were told apart
ALL = "(?:全部|[都全均])"

CERTIFICATE = "(?:(?:培训|合格|[的了])*证书?)"
LACK = "(?:[没未]|不(?!少))"
_EXAM = "考核|考试|最后|最终|培训"
PASSED = (
    f"(?:(?:{_EXAM})?(?:合格(?!证书?[都全还也]*[没未])|及格|过关|取证|有{CERTIFICATE}|取得|通过(?!不)|考(?:[过到]|[出下]来?)(?!不)|拿[到下]?|[考领][到了](?={ITEM}{{0,4}}证))"
    f"(?![不没未过])|过了{ENDS}|(?<![领补拿受请])过(?=[{MARK}]|$))"
)
STEPS = "报名|报了名?|来了|实到|到了|到课|参加|参训|参考|开班|结业|毕业"  # of a training, ahead of the exam
FLUNKED = (
    r"(?:(?:(?:挂|刷)(?:科|掉|下来|了|(?=[,、。;!?]|$)|(?=有?[\d一二两三四五六七八九十]{1,3}[个人名位](?!月|工种|项)))"
    "|考掉|被刷|淘汰|落榜|缺考)(?:掉|下来)?了?)"
)
FAILED = (
    "(?:(?:没有?|未)能?(?:拿(?!过|钱|补)到?|取得|考?过(?!来|试用)|(?:去|参加)?考[上到核试]?|通过|过关|合格|及格|证)|不(?:合格|及格|通过|过关)|拿不到"
    f"|{FLUNKED})了?"
)
LEFT = (
    "(?:(?:走|跑|离开)(?:了|掉|的)|流失|离职|辞[职了退]|退[出学训]|走人|不干了|取消(?:了|掉|资格)?"
    "|除名|劝退|开除|半途而废)了?"
)

AMONG = "(?:其中|里头|里面|里边|当中|之中)"
WITHIN = "(?:里头|里面|里边|当中|之中|里|中(?![途间断级专技]))"  # behind those among whom: 乙班里, 这20个中
_OTHERS = "别的(?=人|[员职学]|[都全均也才是没签]|以前|早|已经|原[来先])"
REST = f"(?:(?:剩下|剩余|其余|余下|其他|其它|另外的(?=人)|剩|{_OTHERS})的?(?:那些)?)"
BESIDE = "(?:另外|此外|[还另又再也]有)"  # others, or more of the same
LEVEL = "(?:[初中高]级|技师|等级|资格)"
OF_A_LEVEL = re.compile(f"{PART}{{0,6}}{LEVEL}")
THE_REST = re.compile(REST)

"""Several courses, lots and groups in a conversation: whose number and facts are whose, and what all get."""

from decimal import Decimal

import pytest

from tests.dialogue.conftest import Read
from tests.dialogue.talk import answer_to, what_all_get

Row = tuple[tuple[str, ...], str, int, str]  # messages, rule, what all get of it, reason

COURSES: list[Row] = [
    (
        ("晋江10人拿证，合同两年，养老交着，其中6人中级，其余初级，个人领多少",),
        "jinjiang-skill-upgrade-worker",
        8800,
        "levels by their short names, and the rest",
    ),
    (
        ("晋江14人取证，7人初级，其余中级，合同一年，养老都交，企业领多少",),
        "jinjiang-skill-upgrade-firm",
        11200,
        "as many of one level as of the other",
    ),
    (
        ("晋江18人拿到证书，合同两年社保都齐，其中高级5人，剩下中级，个人一共领多少",),
        "jinjiang-skill-upgrade-worker",
        20500,
        "a short name ahead of its number",
    ),
    (
        ("晋江困难企业，8个转岗的和6个新招的都拿了合格证，目录外，补多少",),
        "jinjiang-firm-in-difficulty",
        11200,
        "what the firm is, it is for both",
    ),
    (
        ("鼓楼企业参保，以工代训：3个就业困难的做满半年，4个零就业家庭的才2个月，没领岗前，总额",),
        "gulou-work-based",
        5200,
        "what was not had is no training of theirs",
    ),
    (
        ("晋江参保企业以工代训，吸纳了6个贫困劳动力和4个就业困难人员，都干了8个月，一共补多少",),
        "jinjiang-work-based",
        12000,
        "the six are named in the same part of the sentence as the four",
    ),
    (
        (
            "衢州项目制目录内办了两个班：甲班24课时，25个人报名18个人拿合格证；乙班60课时，12个人拿合格证。"
            "两个班补助加起来是多少？",
        ),
        "quzhou-project-training",
        22800,
        "each course its own hours, people and ceiling",
    ),
    (
        ("衢州我们是培训机构，项目制目录里的，一个班20课时10人，另一个班30课时20人，合格证都拿了，一共多少",),
        "quzhou-project-training",
        20000,
        "the list is said ahead of both",
    ),
    (
        ("衢州项目制目录内，电工班32课时15人拿证，焊工班44课时8人拿证，总共多少补助",),
        "quzhou-project-training",
        20000,
        "in one sentence",
    ),
    (
        (
            "晋江，岗前培训分两批，第一批10人，第二批15人，都是新招的，合同都两年，合格证都拿到了，一共多少",
        ),
        "jinjiang-pre-job",
        20000,
        "two lots alike",
    ),
    (
        (
            "我们鼓楼的参保企业，收了3个零就业家庭的，以工代训带了4个月；又收了俩就业困难人员，带了9个月。"
            "岗前的钱没领过，总共给多少？",
        ),
        "gulou-work-based",
        4800,
        "the second lot is in the same training",
    ),
    (
        (
            "鼓楼的公司，新进7人（合同三年，岗前培训，人社认定的合格证都有），另外3个老职工考了技能等级证书"
            "（合同、养老保险齐全，是岗位技能提升培训），能申请的有哪些，分别多少？",
        ),
        "gulou-pre-job",
        3500,
        "齐全 does not speak of all",
    ),
    (("衢州公司岗前培训8个新人，转岗培训5个人，都有合格证，给公司多少",), "quzhou-pre-job", 3900, "two of one kind"),
    (
        ("晋江，4个中级工、3个高级工、1个技师，合同社保都齐，个人合计能领多少",),
        "jinjiang-skill-upgrade-worker",
        10500,
        "four are not the three and the one",
    ),
    (
        ("我厂三个西藏籍、两个新疆籍的来晋江务工人员培训合格证都有了，合起来企业领多少？",),
        "jinjiang-partner-region-firm",
        7500,
        "都有 is said of all",
    ),
    (
        (
            "工地上的，福州鼓楼区。公司组织安全技能培训，头一回考下特种作业操作证的11个，"
            "头一回拿特种设备作业人员证的2个，另外3个是老证复审。公司一共能补多少",
        ),
        "gulou-safety",
        6500,
        "头一回 is said of each, the training of all",
    ),
    (
        ("晋江厂里2个工人，一个考了高级工，一个还考了中级工，合同两年社保都交，个人领多少",),
        "jinjiang-skill-upgrade-worker",
        2500,
        "one and one",
    ),
]  # fmt: skip

LOTS: list[Row] = [
    (
        (
            "晋江新招了两批人，第一批4个，第二批6个，合同都签了两年，岗前培训合格证都拿了，"
            "一个月内做完的，公司一共能补多少",
        ),
        "jinjiang-pre-job",
        8000,
        "two lots that nothing tells apart",
    ),
    (
        (
            "鼓楼酒店，春天招了18个，秋天招了12个，合同全是两年，入职当月就做了岗前培训，"
            "人社认可的合格证都发了，公司一共能拿多少",
        ),
        "gulou-pre-job",
        15000,
        "seasons",
    ),
    (
        (
            "晋江服装厂，先后招了5个、4个、6个工人，合同都签一年，入职一个月内做完岗前培训，合格证人人都有，多少",
        ),
        "jinjiang-pre-job",
        12000,
        "a bare list",
    ),
    (
        (
            "晋江鞋厂开急需紧缺工种培训。第一批26个，第二批19个，都拿了培训合格证书，合同一年以上；"
            "就第二批里有4个只签了三个月的临时合同。重点产业那个补贴按两批总数是多少？",
        ),
        "jinjiang-priority-industry",
        41000,
        "some of one lot",
    ),
    (
        (
            "鼓楼，困难企业，15个人学的是补贴目录外的工种，合格证都拿到了，厂里能领多少",
            "漏了第二批8个，不过第二批里2个没考过没证，两批一起重新算一下",
        ),
        "gulou-difficulty",
        10500,
        "a lot added, and some of it",
    ),
    (
        (
            "鼓楼新来9个人，6个合同一年，3个合同四个月，做岗前培训都在进门一个月之内，合格证都到手了，公司拿多少",
        ),
        "gulou-pre-job",
        3000,
        "told apart by their contracts",
    ),
    (
        ("衢州本地人，考出专项能力证书，跟我一道的还有三个，四个人最多补多少",),
        "quzhou-skill-upgrade",
        3200,
        "three with me are four",
    ),
]

NAMED_AHEAD: list[Row] = [
    (
        (
            "晋江纺织厂，厂里办的技能提升班，合同两年以上养老保险都交着。结果出来：初级工3个，中级工4个，技师1个",
        ),
        "jinjiang-skill-upgrade-worker",
        8100,
        "levels ahead of their numbers in a sentence behind the training's, and one alone",
    ),
    (
        ("晋江做以工代训。贫困户3个，零就业家庭的2个，参保企业，都干了4个月",),
        "jinjiang-work-based",
        4000,
        "who they are, in the sentence behind the training's, is each group's own",
    ),
    (
        ("晋江伞厂，宁夏籍7个、西藏籍2个、新疆籍5个，合格证人人都有",),
        "jinjiang-partner-region-firm",
        21000,
        "seven are not the two and the five",
    ),
    (
        ("晋江来了30人，技师1个，高级工4个，其他的都是中级工，合同两年养老保险都交",),
        "jinjiang-skill-upgrade-worker",
        33000,
        "thirty are no 技师, and the others are the rest of them",
    ),
    (
        ("晋江搞了岗前培训。退役军人6个、残疾人3个、其他的12个，合格证都有，合同都是两年，入职半年",),
        "jinjiang-pre-job",
        16800,
        "the others count, though nothing is told of them",
    ),
    (
        ("晋江办了安全培训。新取证的8人，复审的5人，高危行业，特种作业证",),
        "jinjiang-safety",
        6400,
        "新取证的8人 have a new certificate",
    ),
    (
        ("晋江高危行业，专项安全培训25人拿了特种作业操作证，当中7个是复审换证，其余头一次拿",),
        "jinjiang-safety",
        14400,
        "the rest by 头一次",
    ),
]
MONEY_HAD: list[Row] = [
    (
        (
            "鼓楼参保企业，收了6位就业困难人员边干边学：3位干了6个月，2位干了4个月，还有1位做到现在9个月了。"
            "岗前培训补贴一分没领过。以工代训补贴加起来多少",
        ),
        "gulou-work-based",
        6400,
        "what was not had is no training of the last group",
    ),
    (
        (
            "参保企业，鼓楼，以工代训：就业困难人员俩训了3个月，零就业家庭的俩训了9个月，没拿过岗前补贴，总共能领多少",
        ),
        "gulou-work-based",
        3600,
        "nobody had it, and not the last group alone",
    ),
    (
        ("晋江以工代训，3个贫困户干了4个月没领过岗前补贴，5个贫困户干了7个月，岗前补贴领了",),
        "jinjiang-work-based",
        2400,
        "told of each group",
    ),
    (
        ("晋江以工代训，3个贫困户干了4个月，5个贫困户干了7个月，其中2个领过岗前补贴",),
        "jinjiang-work-based",
        6000,
        "two of the five",
    ),
]
AGAIN: list[Row] = [
    (
        (
            "衢州今年办了两期岗前培训，第一期32人，第二期27人，但第二期里5个人其实就是第一期那几个又来上了一遍。"
            "合格证每期都发了，一共多少",
        ),
        "quzhou-pre-job",
        16200,
        "衢市人社发〔2019〕141号 四12: once a year for each",
    ),
    (
        ("衢州厂里岗前培训，甲班20人、乙班16人，乙班里有4个是甲班的，合格证都有",),
        "quzhou-pre-job",
        9600,
        "by their class",
    ),
    (
        ("晋江岗前第一期10人、第二期15人，第二期有5个第一期也来上过，合同两年，入职半年，合格证都有",),
        "jinjiang-pre-job",
        16000,
        "who had come before",
    ),
    (("衢州岗前培训报了30个人，其中2个名字重复了，都有合格证",), "quzhou-pre-job", 8400, "names told twice"),
    (
        (
            "晋江新招三拨人，12、7、5个，进厂三个月内做的岗前。里头3个合同只签半年，另有2个签满两年的没考过，"
            "剩下的签两年、合格证有",
        ),
        "jinjiang-pre-job",
        15200,
        "three lots with their numbers behind, and the rest of them when some failed",
    ),
]
PERSONS: list[Row] = [
    (
        ("晋江20人里面我考了高级工，其他都是中级工，合同两年，社保都交",),
        "jinjiang-skill-upgrade-worker",
        20500,
        "the speaker among those counted, and nineteen others",
    ),
    (
        ("晋江小张和小王考了中级工，其余8个也考了初级工，合同都两年，社保都交",),
        "jinjiang-skill-upgrade-worker",
        7600,
        "two who are named together, and the rest with their number",
    ),
    (
        ("晋江厂里12人培训，小张和小王考了中级工，其余10个初级工，合同都两年，社保都交",),
        "jinjiang-skill-upgrade-worker",
        9000,
        "the whole is the named and the rest",
    ),
    (("衢州我爸妈都考了中级工，都是本地户口",), "quzhou-skill-upgrade", 3000, "爸妈 are two"),
    (("衢州公婆都考了高级工，都是本地户口",), "quzhou-skill-upgrade", 6000, "so are 公婆"),
]
KINDS: list[Row] = [
    (
        ("晋江以工代训5人6个月，其中3个不是困难人员",),
        "jinjiang-work-based",
        2400,
        "who is none of 困难人员 is not paid for",
    ),
    (
        ("晋江以工代训5人6个月，2个不是困难人员，我们参保",),
        "jinjiang-work-based",
        3600,
        "the same without 其中",
    ),
    (
        ("晋江合格率90%，20人岗前，合同两年，入职半年",),
        "jinjiang-pre-job",
        14400,
        "the rate ahead of the number",
    ),
    (
        ("鼓楼以工代训4个贫困户干了5个月，其中一个干了3个月",),
        "gulou-work-based",
        3600,
        "one of the four",
    ),
    (("衢州 竞赛办了7个工种", "要是3个呢"), "quzhou-competition", 30000, "what was counted in 个 before"),
]
STAYED: list[Row] = [
    (
        ("晋江以工代训贫困户5人，干了3个月走了2个，剩下3个干满6个月",),
        "jinjiang-work-based",
        4800,
        "who left after three months, and who stayed",
    ),
    (
        ("鼓楼以工代训10个贫困户，做了2个月跑了4个，其余做了5个月",),
        "gulou-work-based",
        7600,
        "the rest without their number",
    ),
    (
        ("晋江困难企业，目录外，甲班30人合格28，乙班25人合格20",),
        "jinjiang-firm-in-difficulty",
        38400,
        "who passed right behind who came, class by class",
    ),
    (
        ("晋江岗前，一车间12人，二车间8人，二车间3个人合同才半年，其他都两年，合格证都有，入职两个月",),
        "jinjiang-pre-job",
        13600,
        "two years of the rest are of the contract too",
    ),
    (
        ("晋江参加培训的三个贫困劳动力，每回都拿了合格证：老陈去了1次，阿霞2次，小蔡4次，生活费补多少",),
        "jinjiang-living-allowance",
        3000,
        "times of each, four of which are three",
    ),
    (
        ("晋江以工代训贫困户4人5个月", "另外还有2个零就业的3个月，公司参保"),
        "jinjiang-work-based",
        5200,
        "people of another kind are beside those before",
    ),
    (
        ("鼓楼以工代训，3个贫困户干了4个月", "又来了2个，干了6个月"),
        "gulou-work-based",
        4800,
        "so are people with other months",
    ),
    (
        ("晋江岗前10人，合同两年，合格证有，入职两个月", "再加5个，合同也是两年"),
        "jinjiang-pre-job",
        12000,
        "the same of more people is no other kind",
    ),
    (
        ("衢州高级工4个，都是本地户口", "再加3个技师", "高级工那4个里有1个不晓得咋算"),
        "quzhou-skill-upgrade",
        25500,
        "what is said of one of the four makes them no fewer",
    ),
]
LOTS_OF_OTHERS: list[Row] = [
    (
        ("晋江，初、中、高级工各2人，合同两年，养老都交，个人补多少",),
        "jinjiang-skill-upgrade-worker",
        6400,
        "three levels with one 级工 for all",
    ),
    (
        ("衢州中、高级工各5个，都是本地户口",),
        "quzhou-skill-upgrade",
        22500,
        "two of them",
    ),
    (
        ("晋江岗前：甲组10人全过，乙组8人过了6个，丙组5人全没过，合同两年，入职一个月",),
        "jinjiang-pre-job",
        12800,
        "who passed of one lot is no lot, and all of the last have failed",
    ),
    (
        ("晋江岗前第一季度8人，第二季度10人，第三季度12人，合同都两年，合格证都有，入职一个月内",),
        "jinjiang-pre-job",
        24000,
        "by the quarter",
    ),
    (("衢州中级工3男2女，都是本地户口",), "quzhou-skill-upgrade", 7500, "men and women"),
    (
        (
            "鼓楼的参保企业，留用了1个就业困难人员搞以工代训，3个月，多少",
            "后来又接着带了他5个月，加起来8个月了，总共算多少",
        ),
        "gulou-work-based",
        1200,
        "he is the one who was counted",
    ),
    (
        ("晋江高危行业，专项安全培训25人拿了特种作业操做证书，当中7个是复审换证，其余头一次拿",),
        "jinjiang-safety",
        14400,
        "a certificate typed by its sound",
    ),
]
# How many of them there are, and who is some of whom.
HOW_MANY: list[Row] = [
    (
        ("衢州我带了3个徒弟，我自己考了高级技师，最多补多少",),
        "quzhou-skill-upgrade",
        5500,
        "pupils of who asks",
    ),
    (
        ("衢州，班里30个人，我是其中一个，拿了中级工证，我能补多少",),
        "quzhou-skill-upgrade",
        1500,
        "one of a class",
    ),
    (
        ("晋江贫困户，家里5口人，我参加培训拿了证，生活费补贴多少",),
        "jinjiang-living-allowance",
        500,
        "a family",
    ),
    (
        ("晋江厂里总共120人，其中新员工15人做岗前，合同三年，都有合格证，拿多少",),
        "jinjiang-pre-job",
        12000,
        "how large it is",
    ),
    (
        ("晋江困难企业，50人里挑了20人转岗培训，目录外，合格证都有，补多少",),
        "jinjiang-firm-in-difficulty",
        16000,
        "those they were chosen from",
    ),
    (
        ("衢州岗前，去年20人领过，今年又新招12人，证齐，今年拿多少",),
        "quzhou-pre-job",
        3600,
        "had in another year",
    ),
    (
        ("鼓楼岗前培训，30人报名，28人到课，26人结业拿到合格证，合同都两年，补多少",),
        "gulou-pre-job",
        13000,
        "three steps",
    ),
    (
        ("晋江岗前，一班二十五，二班二十，都合格拿证，合同两年，补多少",),
        "jinjiang-pre-job",
        36000,
        "lots in bare numbers",
    ),
    (
        ("晋江岗前 两批 头批15 二批20 二批里3个没过 合同两年 补多少",),
        "jinjiang-pre-job",
        25600,
        "and some of one",
    ),
    (
        ("晋江岗前100人 签一年的60 签半年的40 证都有 补多少",),
        "jinjiang-pre-job",
        48000,
        "bare numbers that make up all",
    ),
    (("晋江岗前 29人 除4个外都有证 合同两年 补多少",), "jinjiang-pre-job", 20000, "all but four"),
    (
        ("衢州项目制 一个班32人 40课时 缺课太多取消5个 剩余都拿证 补多少",),
        "quzhou-project-training",
        27000,
        "struck off",
    ),
    (("衢州岗前 26人 有3人半途而废 其余都有证 补多少",), "quzhou-pre-job", 6900, "who gave up"),
    (
        ("晋江岗前20人，5个残疾人没考过，合同两年，补多少",),
        "jinjiang-pre-job",
        12000,
        "of a kind, and failed",
    ),
    (
        ("晋江以工代训 3个困难户干半年 2个零就业干俩月 公司参保 没做岗前 多少",),
        "jinjiang-work-based",
        4400,
        "what none of them did makes the two no part of the three",
    ),
    (
        ("鼓楼以工代训 就业困难4人 每人5个月 参保 没领岗前 多少",),
        "gulou-work-based",
        4000,
        "insured, and another thing not had",
    ),
    (
        (
            "晋江参保的食品厂，收了2个零就业家庭的、1个建档立卡户的，都边干边训四个月，没领过岗前，以工代训补多少",
        ),
        "jinjiang-work-based",
        2400,
        "the last of a list of kinds is no one of those before",
    ),
    (
        ("晋江以工代训，3个建档立卡的，2个零就业家庭的，1个普通员工，干了5个月，厂子参保，没领岗前，多少",),
        "jinjiang-work-based",
        5000,
        "who is of no kind denies none of the others",
    ),
    (
        ("晋江以工代训两个人干了4个月，一个是贫困户另一个是就业困难人员，参保的厂，补多少",),
        "jinjiang-work-based",
        1600,
        "one and the other are the two",
    ),
    (
        ("以工代训 晋江 一个贫困户4个月 两个零就业家庭5个月 公司参保 没领过岗前 多少",),
        "jinjiang-work-based",
        2800,
        "spaces for commas, and months of their own",
    ),
    (("衢州厂岗前18人转岗7人，都有合格证，补多少",), "quzhou-pre-job", 7500, "two numbers in one breath"),
    (
        ("鼓楼岗前培训来了12个，其中4个没证，3个合同半年，其他都合规，补多少",),
        "gulou-pre-job",
        2500,
        "two lots of some, and the rest of them",
    ),
    (
        ("晋江岗前15名，有两个的合同不到一年，别的都是签三年，证都拿了，补多少",),
        "jinjiang-pre-job",
        10400,
        "别的 are the rest",
    ),
    (
        (
            "化工厂，晋江的，安全技能专项培训去了40个，第一次拿到特种作业操作证的就26个，别的以前就有证，补多少",
        ),
        "jinjiang-safety",
        20800,
        "no more than 26 of the forty",
    ),
    (
        ("晋江服装厂，急需紧缺工种，训了25个都拿了培训合格证书，不过有4个人的劳动合同不满一年，补多少",),
        "jinjiang-priority-industry",
        21000,
        "but some of them",
    ),
    (
        ("衢州项目制，40课时，来了22个，考出来19个合格证，补多少",),
        "quzhou-project-training",
        19000,
        "a certificate each",
    ),
    (
        ("衢州项目制面点班36课时，招了32人，结业考掉5个，补多少",),
        "quzhou-project-training",
        24300,
        "five have failed",
    ),
    (
        ("晋江岗前培训10个人，没合格那俩补考有一个过了，合同都两年，补多少",),
        "jinjiang-pre-job",
        7200,
        "since passed",
    ),
    (
        ("晋江岗前20人，5个没过，补考又过了2个，合同都两年，补多少",),
        "jinjiang-pre-job",
        13600,
        "two of five since",
    ),
    (
        ("鼓楼困难企业 26个转岗 目录外 合格证只发了20本 多少",),
        "gulou-difficulty",
        10000,
        "so many certificates, so many have passed",
    ),
    (
        ("晋江的服刑人员培训，高墙里38个人，过了35，补多少",),
        "jinjiang-custody",
        28000,
        "passed, without a unit",
    ),
    (
        ("晋江林业局办的插花班，２８ 个学员都拿到培训合格證，补几多",),
        "jinjiang-department-training",
        22400,
        "set apart",
    ),
    (
        ("晋江岗前培训，22人拿到合格证了，剩下11个没拿到，合同两年，多少",),
        "jinjiang-pre-job",
        17600,
        "no part of the 22",
    ),
    (
        (
            "晋江鞋厂，急需紧缺工种，训了33个职工，合同一年以上，全有培训合格证书，企业拿多少",
            "33个人里只有三分之二拿到了，别的没拿到",
        ),
        "jinjiang-priority-industry",
        22000,
        "a share of them, and the rest",
    ),
]

ALL_GET = [
    *LOTS_OF_OTHERS,
    *STAYED,
    *PERSONS,
    *KINDS,
    *COURSES,
    *LOTS,
    *NAMED_AHEAD,
    *MONEY_HAD,
    *AGAIN,
    *HOW_MANY,
]


@pytest.mark.parametrize(("messages", "rule", "amount", "reason"), ALL_GET, ids=[row[-1] for row in ALL_GET])
def test_what_all_get(messages: tuple[str, ...], rule: str, amount: int, reason: str) -> None:
    assert what_all_get(rule, *messages) == amount, reason


def test_different_benefits_of_one_clause_are_summed_where_each_group_gets_one() -> None:
    answer = answer_to(
        "衢州职工学徒15人，学制一年，每人实际花费1万。7人合格证和职业资格证书都有，8人只有培训合格证，一共最多多少"
    )
    assert "合计88000元" in answer.text


@pytest.mark.parametrize(
    "told", ["6个拿到职业资格证书", "只有6个拿到职业资格证书", "其中6个考到职业资格证书"]
)
def test_apprentices_without_the_second_certificate_get_half(told: str) -> None:
    """衢市人社发〔2019〕141号 四11: half for the certificate of training alone, 职业资格证书 with 专项能力证书."""
    answer = answer_to(f"衢州职工学徒10人，都学了一年，{told}")
    assert "合计最多64000元" in answer.text


def test_what_the_rest_have_is_nothing_else_than_the_some() -> None:
    """其余两年 without a word for it is no two years since they were hired."""
    answer = answer_to("晋江公司岗前40人，合格率85%，其中4人合同不满一年，其余两年")
    assert all(e.outcome != "ineligible" for e in answer.entitlements)


def test_whether_one_is_of_those_counted_is_asked() -> None:
    answer = answer_to("鼓楼以工代训4个贫困户干了5个月，一个干了3个月")
    assert all("headcount" in e.missing_for_amount for e in answer.entitlements)


def test_lots_of_which_something_is_told_apart_are_not_summed() -> None:
    answer = answer_to("鼓楼以工代训，第一批贫困户8个做了4个月，第二批贫困户5个做了2个月，一共多少")
    [total] = [one.entitlement for one in answer.totals]
    assert total.amount is not None and total.amount.high == Decimal(8400)


def test_two_numbers_that_nothing_explains_are_asked_for() -> None:
    answer = answer_to("鼓楼岗前培训，车间里23人，仓库那边31人是主管，合同都一年，补多少")
    assert all(e.amount is None or e.amount.high in (None, 500) for e in answer.entitlements)


def test_what_all_have_may_stand_behind_what_the_firm_does() -> None:
    """鼓政办〔2020〕6号 二（一）6: six people, five months each, 200元."""
    text = answer_to(
        "鼓楼，收了4名就业困难人员和2名零就业家庭成员，公司参保的，以工代训都是5个月，能拿多少"
    ).text
    assert "合计6000元" in text


def test_a_class_of_the_women_s_federation_is_one_of_departments() -> None:
    """晋政办〔2019〕79号 二（六）9."""
    assert "20800元" in answer_to("晋江市妇联开的月嫂班，26个姐妹合格证到手，一共能补多少？").text


@pytest.mark.parametrize(
    ("message", "of_first", "why"),
    [
        ("晋江，5个中级工、2个技师，合同三年，养老交着，另外4个新招的做了岗前培训", True, "behind a list"),
        ("晋江6名初级工和3名高级工，合同两年，社保没断，还有2个派遣工考了证", True, "joined by 和"),
        ("晋江，4个中级工、3个高级工交了养老保险，另外2个技师合同两年", False, "in the part of the second"),
    ],
)
def test_what_stands_behind_a_list_is_said_of_each_in_it(
    read: Read, message: str, of_first: bool, why: str
) -> None:
    first, second, *_ = read(message).groups
    assert second.facts["pension_insured"] is True, why
    assert first.facts.get("pension_insured", False) is of_first, why


@pytest.mark.parametrize(
    "message",
    [
        "晋江，5个徒弟考了高级工，合同两年养老都交，企业领多少",
        "晋江老师傅的4个徒弟都考过中级工了，合同一年，养老交着，企业领多少",
    ],
)
def test_apprentices_who_reached_a_level_are_in_no_apprenticeship_by_that(message: str) -> None:
    told = {e.rule.benefit.topic for e in answer_to(message).entitlements}
    assert "skill_upgrade" in told and "apprenticeship" not in told


def test_apprentices_of_whom_nothing_else_is_said_are_in_one() -> None:
    told = {e.rule.benefit.topic for e in answer_to("晋江，徒弟8个，合同一年，公司能补多少").entitlements}
    assert told == {"apprenticeship"}


@pytest.mark.parametrize(
    ("message", "amount"),
    [
        ("衢州，高级工2个，中级工1个，都是衢州户口，一共多少", 7500),
        ("衢州，专项的2个、中级工的1个，都是衢州户口，一共多少", 3100),
    ],
)
def test_one_of_another_level_is_none_of_the_others(message: str, amount: int) -> None:
    """衢州三5: each level has its own sum, and who has another one is another."""
    assert what_all_get("quzhou-skill-upgrade", message) == amount


@pytest.mark.parametrize(
    "message",
    [
        "晋江厂岗前24人，合同两年；衢州厂岗前10人，两边都发了合格证，各多少",
        "衢州厂岗前10人、晋江厂岗前24人，合同都两年，都有合格证，两边各补多少",
    ],
)
def test_each_place_pays_for_its_own_people(message: str) -> None:
    answer = answer_to(message)
    paid = {e.rule.benefit.id: e.amount.low for e in answer.entitlements if e.amount}
    assert paid == {"jinjiang-pre-job": 19200, "quzhou-pre-job": 3000} and not answer.totals


@pytest.mark.parametrize(
    ("message", "rule", "all_get", "why"),
    [
        (
            "今年新招20人岗前培训，6个签了合同一年，14个没签，都培训合格了",
            "jinjiang-pre-job",
            4800,
            "of a contract",
        ),
        ("新招5个人，3个签了合同一年，2个没签，都培训合格了，岗前多少", "jinjiang-pre-job", 2400, "of few"),
        (
            "20个人考了中级工，合同两年，16个交了社保，4个没交",
            "jinjiang-skill-upgrade-worker",
            16000,
            "insured",
        ),
        ("新招9人岗前培训，8个签两年，1个还没签，都有合格证", "jinjiang-pre-job", 6400, "not yet"),
    ],
)
def test_what_some_have_others_have_not(message: str, rule: str, all_get: int, why: str) -> None:
    answer = answer_to(f"晋江，{message}")
    got = [e.amount for e in answer.entitlements if e.rule.benefit.id == rule and e.outcome != "ineligible"]
    assert [amount.high for amount in got if amount] == [all_get], why

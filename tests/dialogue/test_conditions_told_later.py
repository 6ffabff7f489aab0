"""Conditions that are told, taken back, made good or put right over turns, and what that does to the sum."""

import pytest

from tests.dialogue.talk import Talk, answer_to, what_all_get

Row = tuple[
    tuple[str, ...], str, str, int | None, str
]  # messages, benefit, outcome, most that is paid, reason

PROJECT = "衢州项目制培训，清单里的，20个人都拿合格证了，每天4课时上了8天，补多少"
HOURS = "我们机构在衢州办项目制，在目录清单里，30人拿到合格证，36课时，能补多少"
STUDENTS = "衢州，学生学徒6人，培养1年，签了劳动合同，社保才交2个月"
FIXED_TERM = "晋江公司，新员工10个，合同签6个月，都拿到岗前培训合格证了"
POOR = "晋江贫困劳动力，参加培训拿了合格证，生活费补多少"
MOTHER = "我妈在衢州，户口也在这，考了保育员中级，今年53，能领吗"
TAX = "鼓楼公司，工资总额3000万，职工教育经费花掉260万，税前能扣多少"
APPRENTICES = "衢州学徒制，职工学徒，8个，两年，每人每年花六千，两本证都有"
POOR_TIMES = "我是晋江贫困户，今年学了三次都有合格证，生活费最高多少"

ROWS: list[Row] = [
    (
        (PROJECT, "不对，每天改5课时了"),
        "quzhou-project-training",
        "eligible",
        20000,
        "5 × 8 × 25, up to 1000",
    ),
    ((PROJECT, "天数也少算了，是10天"), "quzhou-project-training", "eligible", 20000, "4 × 10"),
    ((PROJECT, "后来砍掉一天"), "quzhou-project-training", "eligible", 14000, "4 × 7"),
    ((HOURS, "课时少算了四个"), "quzhou-project-training", "eligible", 30000, "40 hours, not four"),
    ((HOURS, "多报了6课时"), "quzhou-project-training", "eligible", 22500, "30 hours"),
    ((STUDENTS,), "quzhou-apprentice-student", "ineligible", None, "two months of insurance are no three"),
    ((STUDENTS, "现在交满三个月了"), "quzhou-apprentice-student", "eligible", 18000, "by now three"),
    ((FIXED_TERM,), "jinjiang-pre-job", "ineligible", None, "half a year"),
    ((FIXED_TERM, "又续签了6个月，加起来一年"), "jinjiang-pre-job", "eligible", 8000, "a year as it is told"),
    ((FIXED_TERM, "又续了6个月"), "jinjiang-pre-job", "undetermined", 8000, "whether both count is open"),
    ((POOR, "今年培训了两次都合格"), "jinjiang-living-allowance", "eligible", 1000, "two of three"),
    (
        (POOR, "今年培训了两次都合格", "前面已经领过两次了"),
        "jinjiang-living-allowance",
        "eligible",
        500,
        "one of three is left",
    ),
    ((MOTHER, "其实她56了"), "quzhou-skill-upgrade", "ineligible", None, "a woman of more than 55"),
    (
        ("衢州户口，56岁，考了中级工",),
        "quzhou-skill-upgrade",
        "undetermined",
        1500,
        "man or woman is not told",
    ),
    (("衢州户口，56岁，考了中级工", "男的"), "quzhou-skill-upgrade", "eligible", 1500, "of a man up to 62"),
    (
        ("我衢州户口，考了高级工，已经退休了能领吗", "办了内退，养老金还没开始领"),
        "quzhou-skill-upgrade",
        "eligible",
        3000,
        "no pension is drawn yet",
    ),
    (
        ("我户口在衢州，考高级工，成绩还没出来，能补多少", "出来了，过了"),
        "quzhou-skill-upgrade",
        "eligible",
        3000,
        "the outcome that was to come",
    ),
    (
        ("晋江，我中级工，合同两年，公司没给交社保", "上月开始交了"),
        "jinjiang-skill-upgrade-worker",
        "eligible",
        1000,
        "by its verb",
    ),
    (
        ("晋江，招了2个零就业家庭的，以工代训5个月，我们没参保", "上个月开始参保了"),
        "jinjiang-work-based",
        "eligible",
        2000,
        "the firm's insurance",
    ),
    (
        ("晋江，以工代训，吸纳就业困难人员2人，做了6个月，参没参保我得问财务", "财务说参了"),
        "jinjiang-work-based",
        "eligible",
        2400,
        "what was to be asked",
    ),
    (
        (
            "鼓楼区企业，新招8个人，一年合同，岗前培训完了也拿到合格证，不过证是公司自己印的",
            "后来送人社局认定了",
        ),
        "gulou-pre-job",
        "eligible",
        4000,
        "recognised after all",
    ),
    (
        ("衢州，厂里办比武，3个工种，没在市里计划", "后来增补进计划了"),
        "quzhou-competition",
        "eligible",
        30000,
        "listed after all",
    ),
    (
        ("晋江自己报班考了中级工，户口在泉州丰泽，常住晋江，求职登记没做", "做了登记了"),
        "jinjiang-free-choice",
        "eligible",
        None,
        "registered after all, and no sum in the text",
    ),
    (
        ("衢州本地户口，今年考了电工中级，今年已经领过一次补贴了", "又领了两次呢"),
        "quzhou-skill-upgrade",
        "ineligible",
        None,
        "one and two are three",
    ),
    (
        ("衢州考中级工，户口在这，去年领过三次补贴，今年一次没有",),
        "quzhou-skill-upgrade",
        "eligible",
        1500,
        "none this year",
    ),
    (
        ("衢州户口，考了钳工高级，以前没领过", "哦不对，前年钳工高级领过一次"),
        "quzhou-skill-upgrade",
        "undetermined",
        3000,
        "of which trade was not kept, so that it is asked",
    ),
    (
        ("衢州户籍，今年考了茶艺师四级", "同样的等级好像以前领过，记不清了"),
        "quzhou-skill-upgrade",
        "undetermined",
        1500,
        "the level stays, the money had is open",
    ),
    (
        ("衢州，去年12月招的新人20个，岗前培训合格证都有，补多少",),
        "quzhou-pre-job",
        "eligible",
        6000,
        "the hiring is not what is paid for",
    ),
    (
        ("我在衢州就业，考了焊工中级工",),
        "quzhou-skill-upgrade",
        "eligible",
        1500,
        "working there is one of the four ties",
    ),
    (
        ("衢州的班，项目在清单里，22人合格证都拿到了，30课时", "老师又补了四节课", "补的那四节不算了"),
        "quzhou-project-training",
        "eligible",
        16500,
        "added, and taken off again",
    ),
    (
        ("衢州本地人，电工四级，前年就补过钱了，现在重考了一个四级电工",),
        "quzhou-skill-upgrade",
        "ineligible",
        None,
        "the trade stands behind the level",
    ),
    (
        ("衢州户口 焊工中级去年补过 那我再考个焊工高级能补不",),
        "quzhou-skill-upgrade",
        "eligible",
        3000,
        "of the level that was paid for nothing is asked",
    ),
    (
        ("晋江 员工高级工 合同一年 养老上个月刚停",),
        "jinjiang-skill-upgrade-worker",
        "ineligible",
        None,
        "stopped, with nothing behind",
    ),
    (
        ("晋江，我技师证，合同五年，公司没参保", "参了，我弄错了"),
        "jinjiang-skill-upgrade-worker",
        "eligible",
        2000,
        "said of the firm and of its people",
    ),
    (
        ("晋江 中级工 合同没签 社保有", "昨天签了"),
        "jinjiang-skill-upgrade-worker",
        "undetermined",
        1000,
        "nobody knows for how long",
    ),
    (
        ("鼓楼 新员工6名做岗前培训 合同一年 合格证还在人社局审",),
        "gulou-pre-job",
        "undetermined",
        3000,
        "not refused, and not had yet",
    ),
    (
        ("晋江 新招9人 合同2年 岗前培训 合格证全有 招来多久不记得了",),
        "jinjiang-pre-job",
        "undetermined",
        7200,
        "what 新招 means is not known, where somebody says that he forgot",
    ),
    (
        ("衢州 转岗培训10人合格 今年岗前领过没有记不清", "查到了 没领"),
        "quzhou-pre-job",
        "eligible",
        3000,
        "the money, and not the certificate, was not had",
    ),
    (
        ("衢州 职工学徒8人 两年 合格证有 中级证也有 每人每年花6500", "第二年只花了5000"),
        "quzhou-apprentice-both-certificates",
        "eligible",
        128000,
        "no one cost for both years: only the most is told",
    ),
    (
        ("晋江 宁夏来的12个工人 合格证拿了10个", "又补发了两个"),
        "jinjiang-partner-region-firm",
        "eligible",
        18000,
        "ten certificates, then two more",
    ),
    (
        ("衢州 竞赛 4个工种 报了市里计划还没批", "批了"),
        "quzhou-competition",
        "eligible",
        40000,
        "approved after all",
    ),
    (
        ("晋江 机构开的项目制班 补贴总额20万 能先拨多少 班还没开", "开了"),
        "jinjiang-advance-payment",
        "eligible",
        120000,
        "begun by now",
    ),
    (
        ("衢州 竞赛 列入计划 6个工种", "疫情取消了两个"),
        "quzhou-competition",
        "eligible",
        40000,
        "two fewer, and not two",
    ),
    (
        ("晋江 两后生 免费培训", "后来考上大专了"),
        "jinjiang-free-training",
        "undetermined",
        None,
        "who goes on to a college is none who did not: another group is asked for",
    ),
    (
        ("衢州 生活费补贴 我是低保户 在培训", "低保今年停了"),
        "quzhou-living-allowance",
        "undetermined",
        None,
        "no longer one of these",
    ),
    (
        ("鼓楼 脱胎漆器 5人 签了一年 有合格证 人社还没认定",),
        "gulou-traditional-craft",
        "ineligible",
        None,
        "not recognised yet",
    ),
    (
        ("衢州 我老公 60 刚办退休 还没领到钱 考了中级 户口衢州",),
        "quzhou-skill-upgrade",
        "ineligible",
        None,
        "the right to a pension is enough",
    ),
    (
        ("晋江，新招4个工人，上了两年班才做岗前培训，合同三年，合格证有",),
        "jinjiang-pre-job",
        "ineligible",
        None,
        "上了两年班 is since when they work there",
    ),
    (
        (TAX, "花的记错了，是200万"),
        "gulou-education-fund-tax",
        "eligible",
        2000000,
        "the word stands a part ahead",
    ),
    (
        (TAX, "花的记错了，是200万", "工资也说错了，2000万"),
        "gulou-education-fund-tax",
        "eligible",
        1600000,
        "the other one",
    ),
    (
        ("职工教育经费抵税，鼓楼公司", "工资总额两千万，花掉180万", "说错 工资是2500万"),
        "gulou-education-fund-tax",
        "eligible",
        1800000,
        "what was spent is told without its name, and stays",
    ),
    (
        ("晋江的厂想抵税，教育经费今年用了90万，工资一千万", "不对工资是一千五百万"),
        "jinjiang-education-fund-tax",
        "eligible",
        900000,
        "wages told shortly, and put right",
    ),
    (
        ("鼓楼公司工资总额1000万，老板说能扣100万对不对",),
        "gulou-education-fund-tax",
        "eligible",
        800000,
        "what may be had is not what was spent",
    ),
    (
        (APPRENTICES, "要是一年花一万呢"),
        "quzhou-apprentice-both-certificates",
        "eligible",
        128000,
        "what a year costs says nothing of how many years",
    ),
    (
        (APPRENTICES, "实际花到九千一年呢，还是八个人两年"),
        "quzhou-apprentice-both-certificates",
        "eligible",
        128000,
        "as many as before are no others",
    ),
    (
        ("衢州学徒制，职工学徒", "六个，一年，一个人实际花了七千", "合格证跟职业资格证都拿到了"),
        "quzhou-apprentice-both-certificates",
        "eligible",
        42000,
        "one stands for each of six",
    ),
    (
        ("衢州的厂，学生来当学徒，补多少", "14个 一年"),
        "quzhou-apprentice-student",
        "undetermined",
        42000,
        "14个 are people, and no 14元",
    ),
    (
        ("衢州企业办技能竞赛，列入全市计划，四个工种", "又加了三个，总共七个工种", "最后只办两个"),
        "quzhou-competition",
        "eligible",
        20000,
        "counted in 个 before, and counted so again",
    ),
    ((POOR_TIMES, "有一次其实没考过，没证"), "jinjiang-living-allowance", "eligible", 1000, "one of three"),
    (
        ("晋江建档立卡的，今年参加三回培训，有一回没考过，生活费最多多少",),
        "jinjiang-living-allowance",
        "undetermined",
        1000,
        "one of three, in one message",
    ),
    (
        ("鼓楼贫困劳动力，参加两期培训，第一期合格了第二期没合格，生活费多少",),
        "gulou-living-allowance",
        "eligible",
        400,
        "by which time it was",
    ),
    (
        (POOR_TIMES, "我爱人也是贫困劳动力，训了一次也拿证了", "我那三次里头有两次没合格，两口子一共呢"),
        "jinjiang-living-allowance",
        "eligible",
        1000,
        "whose times they were is kept",
    ),
    (
        ("晋江贫困劳动力，今年培训一次，没拿到证，生活费有吗",),
        "jinjiang-living-allowance",
        "ineligible",
        None,
        "the only one",
    ),
    (
        (POOR_TIMES, "培训都是项目制的"),
        "jinjiang-living-allowance",
        "eligible",
        1500,
        "how it was held asks for nothing else",
    ),
    (
        ("衢州户口，去年12月考的高级工，能补多少", "不对，是今年4月考的"),
        "quzhou-skill-upgrade",
        "eligible",
        3000,
        "the day is put right, and the sum is told",
    ),
    (
        ("衢州户口高级工，去年十月拿的证", "不对，十月是报的名，证是今年三月才发的"),
        "quzhou-skill-upgrade",
        "eligible",
        3000,
        "the day that the certificate was issued",
    ),
    (
        ("衢州户口，今年享受过2次补贴，高级工最高多少", "前面那2次里有一次就是同一个工种的高级工"),
        "quzhou-skill-upgrade",
        "ineligible",
        None,
        "had for the same trade and level",
    ),
    (
        ("衢州户口考了电工三级", "同一个工种的三级我以前没领过，能领吧"),
        "quzhou-skill-upgrade",
        "eligible",
        3000,
        "never had",
    ),
    (
        ("我在晋江考了中级工，合同两年交社保", "这个证我前年就考过一次也领了钱，今年重考的，能再领吗"),
        "jinjiang-skill-upgrade-worker",
        "ineligible",
        None,
        "had for that one",
    ),
    (
        ("鼓楼，困难企业认定还没下来，40个人学目录外工种，合格证有了",),
        "gulou-difficulty",
        "undetermined",
        20000,
        "an office has still to decide",
    ),
    (
        ("鼓楼公司，困难企业报上去了还没批，30人学目录外的，都有人社认的合格证",),
        "gulou-difficulty",
        "undetermined",
        15000,
        "nor is it denied by then",
    ),
    (
        ("鼓楼困难企业，23个职工学的工种目录里头查不到，证是人社认定的培训合格证",),
        "gulou-difficulty",
        "eligible",
        11500,
        "not to be found in it is outside it",
    ),
    (
        ("晋江新招的，招了快两年才做的岗前培训，合同三年，合格证有",),
        "jinjiang-pre-job",
        "ineligible",
        None,
        "nearly two years are more than one, whatever 新招 says",
    ),
    (
        ("灵活就业自己交的社保，晋江，合同三年考了高级工",),
        "jinjiang-skill-upgrade-worker",
        "undetermined",
        1500,
        "whether that is the insurance of staff, is asked",
    ),
    (
        ("鼓楼 紧缺目录里的工种 岗前培训10人 合格", "查了 那个目录是去年的 今年不在里头了"),
        "gulou-pre-job",
        "undetermined",
        5000,
        "a list told of without its name",
    ),
    (
        ("衢州 项目制清单内 20人40课时都有合格证", "名单又变了，我们那个不在上面了"),
        "quzhou-project-training",
        "ineligible",
        None,
        "the same of another list",
    ),
    (
        ("衢州企业办技能竞赛，3个工种，没列入全市竞赛计划", "刚通知，后来又给列进去了"),
        "quzhou-competition",
        "eligible",
        30000,
        "in it by now",
    ),
    (
        ("衢州 项目制清单内 60课时 24个拿证", "课时其实是38"),
        "quzhou-project-training",
        "undetermined",
        22800,
        "其实 puts right too",
    ),
    (
        ("衢州 项目制 40课时以上1000封顶 那我30课时 24个拿证",),
        "quzhou-project-training",
        "undetermined",
        18000,
        "what the text says is no number of hours",
    ),
    (
        (STUDENTS, "那等到满三个月再申请行吗"),
        "quzhou-apprentice-student",
        "eligible",
        18000,
        "three months are no years of an apprenticeship",
    ),
    (
        ("职工学徒6个，衢州，一年，实际花了7000，两证都有", "那在校学生来当学徒又是多少"),
        "quzhou-apprentice-student",
        "undetermined",
        18000,
        "another kind is asked about",
    ),
    (
        ("建档立卡的，晋江，今年学了两期，都合格，证有，一期500是固定的还是封顶？",),
        "jinjiang-living-allowance",
        "eligible",
        1000,
        "how often is read, and a rate is no number of times",
    ),
    (
        ("建档立卡的，晋江，今年学了两期，都合格，证有，多少", "今年要是念到第四期呢"),
        "jinjiang-living-allowance",
        "eligible",
        1500,
        "the fourth, of which three are paid",
    ),
    (
        ("鼓楼公司去年的教育经费还没用完，工资总额800万，今年花了70万",),
        "gulou-education-fund-tax",
        "eligible",
        640000,
        "a sum without a name, beside the wages",
    ),
    (
        ("鼓楼公司工资总额800万，教育经费怎么扣", "去年剩了10万能加进来不"),
        "gulou-education-fund-tax",
        "eligible",
        640000,
        "what was left answers no question for what was spent",
    ),
    (
        ("晋江厂，岗前30个，合同十个月，合格证都有", "又问了人事，后来都续成两年了"),
        "jinjiang-pre-job",
        "undetermined",
        24000,
        "续成",
    ),
    (
        ("晋江，合同三年，社保齐，技师", "那要是今年还没续签呢"),
        "jinjiang-skill-upgrade-worker",
        "undetermined",
        2000,
        "how long it is now, is asked",
    ),
    (
        ("衢州户口，男，1955年5月生，考了中级工",),
        "quzhou-skill-upgrade",
        "ineligible",
        None,
        "65 by the day of birth",
    ),
    (
        ("鼓楼企业以工代训2个零就业家庭，满五个月，参保两年了，没做岗前",),
        "gulou-work-based",
        "eligible",
        2000,
        "families are counted for those of them who are trained",
    ),
    (
        ("晋江 院校社会培训收入50万 成本12万 能拿多少发绩效", "成本搞错了 20万"),
        "jinjiang-school-merit-pay",
        "eligible",
        210000,
        "the one that is named, in another part of the sentence",
    ),
    (
        ("衢州 竞赛办了6个工种 列入全市计划的", "其实有两个没办成"),
        "quzhou-competition",
        "eligible",
        40000,
        "what came to nothing is taken off, and denies no competition",
    ),
    (
        ("鼓楼 我厂工资总额1200万 教育经费用了120万", "要是明年只用50万呢"),
        "gulou-education-fund-tax",
        "eligible",
        500000,
        "by its verb",
    ),
    (
        ("晋江 合同一年半 社保厂里交 前年考过四级领过钱 今年考三级", "那要是考的还是四级呢"),
        "jinjiang-skill-upgrade-worker",
        "undetermined",
        1000,
        "had for that level, of whatever trade",
    ),
    (
        ("鼓楼 公司给交社保 但合同还没签 口头说签三年 考了中级",),
        "gulou-skill-upgrade",
        "ineligible",
        None,
        "what was promised is not signed",
    ),
    (
        ("晋江 中级工 人事说社保应该是交了 我没看到记录 个人能补多少", "查到了 交了八个月"),
        "jinjiang-skill-upgrade-worker",
        "undetermined",
        1000,
        "the verb is another's, and the contract is still asked for",
    ),
    (
        ("晋江 说是15个月的合同 其实签的是11个月 高级工 社保有 我能领多少", "公司改口说是一年零一个月"),
        "jinjiang-skill-upgrade-worker",
        "eligible",
        1500,
        "改口 puts right",
    ),
    (
        ("鼓楼公司 教育经费用了80万 工资总额900万 扣多少", "财务又说工资其实八百五十万"),
        "gulou-education-fund-tax",
        "eligible",
        680000,
        "又说 tells anew, and adds nothing",
    ),
    (
        ("晋江 以工代训 3个贫困户 干了两个月 又干了三个月 没领过岗前",),
        "jinjiang-work-based",
        "eligible",
        3000,
        "both times together",
    ),
    (
        ("衢州项目制 目录清单里 每天8课时 5天 20人都有合格证", "天数改成4天"),
        "quzhou-project-training",
        "eligible",
        16000,
        "a space between the hours and the days",
    ),
]

SOME: list[tuple[tuple[str, ...], str, int, str]] = [
    (
        ("衢州企业 转岗培训 15个 合格证发了 每人300对吗", "今年上半年已经领过一次的有3个"),
        "quzhou-pre-job",
        3600,
        "money that is not named is that which is talked of",
    ),
    (
        ("鼓楼困难企业10个职工学目录外的，都有人社认定的合格证", "10个里有2个学的工种其实在目录里面"),
        "gulou-difficulty",
        4000,
        "two of ten",
    ),
    (
        ("晋江困难企业，30个人里22个目录外，8个目录内，都有合格证",),
        "jinjiang-firm-in-difficulty",
        17600,
        "who stands ahead of 目录 is counted",
    ),
    (
        ("衢州项目制，清单里的项目，20个人48课时，都拿到合格证", "有两个没考过", "课时改30呢"),
        "quzhou-project-training",
        13500,
        "what tells none of the groups apart is said of all: 18 × 750",
    ),
    (
        (PROJECT, "刚数了一遍，有4个人其实没拿到证", "课时看错了，是每天4课时、上了11天"),
        "quzhou-project-training",
        16000,
        "the hours of all, and 16 who passed",
    ),
    (
        ("晋江，公司组织20人考中级工，合同都两年，社保也交，挂了一半",),
        "jinjiang-skill-upgrade-firm",
        8000,
        "half",
    ),
    (
        ("衢州 10个人考高级工 户口都在衢州 挂了三个 补考过了一个",),
        "quzhou-skill-upgrade",
        24000,
        "10 - 3 + 1",
    ),
    (
        ("晋江，新招20人，合同都签两年，岗前培训，其中10人合格证没拿到",),
        "jinjiang-pre-job",
        8000,
        "合格证没拿到 is none who passed",
    ),
    (
        (
            "晋江工厂，10个员工都考了中级工，合同一年以上，养老都交，其中3个没交养老保险",
            "那3个也补缴了",
        ),
        "jinjiang-skill-upgrade-firm",
        8000,
        "made good for those who lacked it",
    ),
    (
        ("晋江 10人 中级工 合同三年 社保全有", "4个人的合同上月到期了"),
        "jinjiang-skill-upgrade-firm",
        8000,
        "of four it is open, and of six it stays: at most as much as before",
    ),
]


@pytest.mark.parametrize(("messages", "benefit", "most", "why"), SOME, ids=[row[-1] for row in SOME])
def test_what_some_of_them_lack(messages: tuple[str, ...], benefit: str, most: int, why: str) -> None:
    assert what_all_get(benefit, *messages) == most, why


@pytest.mark.parametrize(("messages", "benefit", "outcome", "most", "why"), ROWS, ids=[r[-1] for r in ROWS])
def test_what_a_condition_told_later_does(
    messages: tuple[str, ...], benefit: str, outcome: str, most: int | None, why: str
) -> None:
    [own] = [one for one in answer_to(*messages).entitlements if one.rule.benefit.id == benefit]
    assert own.outcome == outcome, why
    assert (own.amount.high if own.amount else None) == most, why


@pytest.mark.parametrize("told", ["公示了5天了，还要等多久", "结业已经20天了，能领多少"])
def test_days_that_are_no_lessons_change_no_hours(told: str) -> None:
    talk = Talk()
    talk.say(
        "衢州，我们培训机构做城镇失业人员的项目制培训，20个人，每天4课时，上了10天，都拿了合格证，能领多少"
    )
    before = talk.session.facts["class_hours"]
    talk.say(told)
    assert talk.session.facts["class_hours"] == before == "40"


@pytest.mark.parametrize(
    ("told", "outcome"),
    [
        ("以前在厂里换工种，中级工前年领过", "undetermined"),  # for which of the two, is not told
        ("我没有换工种，又考了中级工，以前领过中级工", "ineligible"),
        ("以前领过中级工，这次换了工种又考的中级工", "eligible"),
    ],
)
def test_another_trade_told_beside_money_had(told: str, outcome: str) -> None:
    due = answer_to(f"晋江，我考了中级工，合同两年，有养老保险，{told}").entitlements
    assert {e.outcome for e in due if e.rule.benefit.id == "jinjiang-skill-upgrade-worker"} == {outcome}

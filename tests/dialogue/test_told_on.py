"""What messages tell of some of the people told of before: whom they mean, and how many get what."""

import pytest

from tests.dialogue.talk import Talk, answer_to, what_all_get

PRE_JOB, SAFETY = "jinjiang-pre-job", "quzhou-special-operation"
CERTIFICATE = "quzhou-skill-upgrade"
WORK_BASED, PERSONAL = "jinjiang-work-based", "jinjiang-skill-upgrade-worker"

Row = tuple[tuple[str, ...], str, int, str]  # messages, rule, what all get of it, reason

ROWS: list[Row] = [
    # whom they mean
    (
        ("衢州，6个新考电工操作证，3个复审，最多能领多少", "复审的3个里有1个没过"),
        SAFETY,
        3400,
        "the six stay: only of the three one has not passed",
    ),
    (
        ("衢州，6个新考电工操作证，3个复审，最多能领多少", "复审的3个里有1个没过", "新证那边也有1个没考过"),
        SAFETY,
        2900,
        "called by their kind, without 的",
    ),
    (
        ("鼓楼新招10个人做岗前培训，合同都签两年的，人社认定的合格证8个人拿到了", "没过的那2个补考过了"),
        "gulou-pre-job",
        5000,
        "those who were not counted because they had not passed",
    ),
    (
        ("晋江岗前20人，合同两年，有5人没合格，补多少", "后来3个补考过了"),
        PRE_JOB,
        14400,
        "three of those who had not passed: of the others it would be no news",
    ),
    (
        ("晋江岗前20人，合同两年，有5人没合格，补多少", "后来3个补考过了", "剩下那2个也过了"),
        PRE_JOB,
        16000,
        "the two who are left",
    ),
    (
        (
            "晋江新招的18个人搞岗前，合同一年以上，合格证有",
            "有6个合同才三个月",
            "没签够一年的那6个里有2个补签了两年",
        ),
        PRE_JOB,
        11200,
        "two of the six who are called by what they lack",
    ),
    (
        ("晋江新招的18个人搞岗前，合同一年以上，合格证有", "有6个合同才三个月", "其中2个后来续签到两年了"),
        PRE_JOB,
        11200,
        "其中 is said of those of whom it is news",
    ),
    (
        (
            "晋江岗前，甲班12人乙班10人，合同都一年多，证齐了",
            "乙班3个没过",
            "甲班也有2个没过",
            "乙班没过的3个补考全过了",
        ),
        PRE_JOB,
        16000,
        "lots that were counted together: three of the five",
    ),
    (
        ("衢州岗前培训，第一批30人第二批20人，都有合格证", "第二批有6个没合格", "第一批也有4个"),
        "quzhou-pre-job",
        12000,
        "也有4个: of them the same is true",
    ),
    (
        (
            "晋江，3个初级工4个中级工，合同两年养老都交，个人一共多少",
            "初级工里有1个没交养老保险",
            "那个补交了",
        ),
        PERSONAL,
        6100,
        "那个 is the one who was told apart",
    ),
    (
        ("晋江，3个中级工2个高级工，合同养老齐全，个人合起来补多少", "查了下，有一个中级工没缴养老保险"),
        PERSONAL,
        5000,
        "of which kind the one is stands behind",
    ),
    # in one message
    (
        ("衢州20人，其中3个没拿到证，都考中级工，最多能补多少",),
        CERTIFICATE,
        25500,
        "of which kind all are, told behind some of them",
    ),
    (
        ("衢州我们公司送了9个人考高级工，过了7个，最多多少", "没过那两个补考又过了一个"),
        CERTIFICATE,
        24000,
        "who passed, of whom nobody had said so: the others have not",
    ),
    (
        ("衢州，特种作业，我们厂10个人拿了操作证，6个新证4个复审，一共最多多少",),
        SAFETY,
        3800,
        "who they are that are counted stands behind",
    ),
    # how many they are
    (
        ("晋江以工代训，贫困户4个，零就业家庭的3个，都干了5个月，公司参保", "贫困户漏了一个，也是5个月"),
        WORK_BASED,
        8000,
        "one more of the kind that is named",
    ),
    (
        ("晋江以工代训，贫困户4个，零就业家庭的3个，都干了5个月，公司参保", "零就业的只有2个"),
        WORK_BASED,
        6000,
        "the others stay",
    ),
    (
        ("晋江新招20人做岗前培训，合同都两年，合格证都有", "其中5个合同只有半年", "搞错了，是4个"),
        PRE_JOB,
        12800,
        "the number told last",
    ),
    (
        ("晋江以工代训10个就业困难人员，干了4个月参保", "其中8个领过岗前补贴了", "搞错了，是6个"),
        WORK_BASED,
        3200,
        "who had money that keeps them out, and the others have not",
    ),
    (
        ("衢州我们厂5个人考了中级工3个考了高级工，最多多少", "中级工多报了一个", "高级工少报了2个"),
        CERTIFICATE,
        21000,
        "by so many fewer, and more",
    ),
    (("衢州，岗前培训50个人，都合格，补多少", "名单重了3个", "又漏了2个"), "quzhou-pre-job", 14700, "of all"),
    # others
    (
        ("衢州企业岗前培训12人都有合格证", "再加上转岗的22人", "转岗的里面5个没合格"),
        "quzhou-pre-job",
        8700,
        "people of another kind are added, and are told of by it",
    ),
    (
        (
            "鼓楼岗前，合同两年，10个人都拿到证，人社认定的",
            "再加6个，合同也是两年也有证",
            "后来加的6个合同只有半年",
        ),
        "gulou-pre-job",
        5000,
        "those who were added last, though they were counted with the others",
    ),
    (
        ("衢州我们公司技师2个高级工6个，最多领多少", "还有2个中级工"),
        CERTIFICATE,
        30000,
        "还有 tells of others where their kind is another",
    ),
    (
        (
            "衢州岗前3月给25名新员工培训，全部有合格证",
            "5月份又安排10个人做转岗培训，也都拿了合格证，连前面那25个一起算多少",
        ),
        "quzhou-pre-job",
        10500,
        "people who are counted again in a question are no more people",
    ),
    (
        (
            "晋江厂里8个宁夏籍的工人培训后都有合格证，厂里补多少",
            "还有新疆籍的三个、西藏籍的两个，也都有合格证",
        ),
        "jinjiang-partner-region-firm",
        19500,
        "others in a list",
    ),
    # who is out
    (
        (
            "鼓楼公司组织专项安全培训，十五个人第一次拿到特种作业操作证",
            "十五个里面有三个是他自己掏钱在外面考的，不是公司组织的，扣掉",
        ),
        "gulou-safety",
        6000,
        "taken out, whatever they are",
    ),
    (
        (
            "晋江重点产业紧缺工种，20个人都拿了合格证，合同两年",
            "有7个只签了十个月",
            "7个里头有3个改签成一年半了，剩4个没动",
        ),
        "jinjiang-priority-industry",
        16000,
        "of the rest nothing new is told",
    ),
    (
        (
            "晋江电子厂岗位技能提升，职工28个，合同两年，养老都交，训合格了证也拿了",
            "里面9个人养老没交",
            "9个里头4个补交了，5个还没补",
        ),
        "jinjiang-skill-upgrade-firm",
        18400,
        "four over to those who had it, and the five stay",
    ),
    (
        (
            "鼓楼新招11个司机，两年合同，岗前培训人社认定的合格证都有",
            "另外老员工8个，公司组织的专项安全培训，头一回考到特种作业操作证",
        ),
        "gulou-safety",
        4000,
        "others of another training, told of in several phrases",
    ),
    (
        ("衢州岗前培训18个人都合格", "里面4个是转岗的", "转岗那4个有1个没合格"),
        "quzhou-pre-job",
        5100,
        "one of the four, without 里",
    ),
    (
        ("衢州5个中级工2个高级工1个技师", "中级工没考过的有2个"),
        CERTIFICATE,
        15000,
        "called by their kind and by what they lack",
    ),
    # who left
    (
        ("晋江以工代训20人，都是就业困难人员，干满6个月，参保", "有3个只干了2个月就走了"),
        WORK_BASED,
        21600,
        "paid by the month: they count for as long as they stayed",
    ),
    # all of them
    (
        ("衢州岗前15个新人，都合格", "有3个没过", "现在15个人都拿到合格证了"),
        "quzhou-pre-job",
        4500,
        "a number that is that of all",
    ),
    (
        ("衢州项目制清单里的班，44课时，10个人拿合格证", "最后发现只有8个人拿到证"),
        "quzhou-project-training",
        8000,
        "只有: the others have not",
    ),
    # found by callers of our own, and mended
    (
        ("晋江 岗前 30人 合同都一年以上 证齐", "有4个签的是半年的", "哦不是4个 5个"),
        PRE_JOB,
        20000,
        "the right number stands behind the wrong one",
    ),
    (
        ("衢州岗前18个 合格证有", "转岗的也有7个，证也有", "岗前的其实是20个"),
        "quzhou-pre-job",
        8100,
        "也有 tells of others: they are no part of the eighteen",
    ),
    (
        (
            "晋江，员工考证，中级5个高级3个，合同一年以上养老都交，个人补多少",
            "有2个合同没签满一年，都是中级的",
        ),
        PERSONAL,
        7500,
        "of which kind they are is told behind",
    ),
    (
        ("晋江，员工考证，中级5个高级3个，合同一年以上养老都交，个人补多少", "其中1个高级的其实是技师"),
        PERSONAL,
        10000,
        "what they were called by, and what they are in fact",
    ),
    (
        ("晋江新招20个岗前，两年合同，证都有", "8个是3月的，12个是4月的", "4月那批有2个没合格"),
        PRE_JOB,
        14400,
        "a look-up between does not end it",
    ),
    (
        ("鼓楼新招40人岗前，合同两年，证都拿到", "一半人是老员工，不是新招的"),
        "gulou-pre-job",
        10000,
        "一半人 are twenty",
    ),
    (
        ("衢州项目制，清单内，40课时，一个班30个人都拿证", "5个没拿到", "还有个班25个人 也是40课时 都拿了"),
        "quzhou-project-training",
        50000,
        "another class is no part of the first",
    ),
    (
        (
            "晋江，我们新招了15个人，岗前培训都拿到合格证了，企业拿多少",
            "里面三分之一的人合同只签了半年，别的都两年",
            "签两年的那10个里头又查出来俩没考过",
        ),
        PRE_JOB,
        6400,
        "a number of the rest is of what was told of the others",
    ),
    (
        (
            "晋江企业，培训了10个新疆籍来晋务工的，都拿了培训合格证，结对帮扶那条给企业多少",
            "另外还有4个宁夏籍的也拿了合格证，加起来呢",
            "新疆那10个里头有3个后来查出来没拿到证",
        ),
        "jinjiang-partner-region-firm",
        16500,
        "who was told of first may be spoken of again",
    ),
    (
        ("衢州10个人本地户口，考了初级工6个中级工4个，最多多少", "还有2个高级工1个技师，也是本地户口"),
        CERTIFICATE,
        22500,
        "a list without marks, and what is said of all of it",
    ),
    (
        ("晋江 岗前 22个新人 都签一年半 都有证", "有2个没证", "不是22 是20"),
        PRE_JOB,
        14400,
        "the total is put right by bare numbers",
    ),
    (
        ("晋江 岗前 22个新人 都签一年半 都有证", "有2个没证", "总共是20个 没证的是3个"),
        PRE_JOB,
        13600,
        "twenty are all of them, though so many have a certificate",
    ),
    (
        ("晋江 岗前 22个新人 都签一年半 都有证", "有2个没证，另外3个合同不到一年", "没证的2个补上了"),
        PRE_JOB,
        15200,
        "another three who lack something, in one breath, are some of all",
    ),
    (
        ("衢州 今年招了一批新人做岗前 一共三十二个 合格证都发了", "还有两个根本没来上课"),
        "quzhou-pre-job",
        9000,
        "who never came is out",
    ),
    (
        ("晋江 岗前 20个新招的 合同两年 证有", "5个不要", "再减2个"),
        PRE_JOB,
        10400,
        "nor does 5个 answer another question",
    ),
    (
        ("晋江岗前 第一批15人 第二批10人 新招 合同两年 证都有", "第三批马上8个"),
        PRE_JOB,
        26400,
        "a third lot is no part of the first two",
    ),
    (
        ("晋江 公司里考了中级的4个 高级的2个 合同三年 养老都有 公司组织 个人一共多少", "再来2个初级 1个技师"),
        PERSONAL,
        10400,
        "the list of others goes on behind a mark",
    ),
    (
        ("晋江 公司里考了中级的4个 高级的2个 合同三年 养老都有 公司组织 个人一共多少", "要是都考高级呢"),
        PERSONAL,
        9000,
        "supposed of all",
    ),
    (
        (
            "晋江 公司里考了中级的4个 高级的2个 合同三年 养老都有 公司组织 个人一共多少",
            "4个中级有2个养老断缴了",
        ),
        PERSONAL,
        5000,
        "of the four; the others are not forgotten",
    ),
    (
        ("晋江以工代训 参保企业 就业困难人员5个 每人6个月", "2个人只做了2个月 一个做了4个月"),
        WORK_BASED,
        4000,
        "two, one, and the two who are left",
    ),
    (
        ("晋江岗前 新招9个 两年 证有", "还有6个没签合同的", "这6个能不能算"),
        PRE_JOB,
        7200,
        "who is pointed to keeps what was told of him",
    ),
    (
        ("衢州 学徒制 职工学徒12个 一年 两本证都拿了 每人花8000", "有2个中途退出了", "还有3个只拿了合格证"),
        "quzhou-apprentice-both-certificates",
        56000,
        "还有, behind some who left, is said of the others",
    ),
    (
        ("晋江鞋厂新招了12个人，都签了一年半合同，培训完8个拿到合格证，能补多少", "后来又有2个补考过了"),
        PRE_JOB,
        8000,
        "two of the four who had not passed, and nobody came later",
    ),
    (
        ("晋江企业 中级6个 高级4个 合同两年社保都交 厂里多少", "中级多报了1个，其实那个是高级"),
        "jinjiang-skill-upgrade-firm",
        8000,
        "who was counted wrongly is one of the others",
    ),
    (
        ("晋江困难企业，目录外培训，20人拿了合格证，补多少", "还有5个人还在等证"),
        "jinjiang-firm-in-difficulty",
        16000,
        "who waits for a certificate has none",
    ),
    (
        (
            "晋江，新招了12个人，合同都签两年的，做完岗前，合格证也有",
            "不对，签两年的只有9个，另外仨是临时工没合同",
        ),
        PRE_JOB,
        7200,
        "the three are those who are no longer counted among the nine",
    ),
    (
        ("晋江 我们岗前培训 新来的13个 2个没合格 都签三年", "没合格的那俩补考一个过了"),
        PRE_JOB,
        9600,
        "one of the two who sat it again",
    ),
    (
        ("衢州公司带职工学徒八个一年双证都拿了每个花了4500多少",),
        "quzhou-apprentice-both-certificates",
        36000,
        "4500 and how much, and no 4500 odd",
    ),
]


@pytest.mark.parametrize(("messages", "rule", "amount", "reason"), ROWS, ids=[row[-1] for row in ROWS])
def test_it_is_told_of_those_who_are_meant(
    messages: tuple[str, ...], rule: str, amount: int, reason: str
) -> None:
    assert what_all_get(rule, *messages) == amount, reason


UNCLEAR = [
    (("衢州，5个中级工3个高级工", "其中1个没过"), "either kind may be meant"),
    (("衢州岗前20人都合格", "其中5个没过", "不对，是18个"), "it may be all of them"),
    (("晋江，中级工8个高级工4个技师1个", "那他不算"), "nobody was told apart: the one 技师 is not he"),
    (("晋江，中级工8个，高级工4个，辞职了2个高级的", "辞职的里头1个没签合同"), "those who left are no group"),
]


@pytest.mark.parametrize(("messages", "reason"), UNCLEAR, ids=[row[-1] for row in UNCLEAR])
def test_who_is_meant_is_asked(messages: tuple[str, ...], reason: str) -> None:
    talk = Talk()
    talk.say(*messages[:-1])
    before = talk.session
    answer = talk.say(messages[-1])
    assert "是哪一类" in answer.text and not answer.entitlements, reason
    assert talk.session == before, "and nothing is forgotten"


def test_what_is_otherwise_is_asked_where_it_is_not_read() -> None:
    talk = Talk()
    talk.say("晋江岗前，新员工25，合同两年，合格证都有")
    assert "这10人，哪一项和其他人不一样" in talk.say("有10个是外省的").text
    assert "17600元" in talk.say("外省的有3个没证").text, "and nothing is forgotten"


def test_some_of_whom_nothing_is_read_are_not_all_of_them() -> None:
    talk = Talk()
    talk.say("晋江 我们招了30个 都签两年 岗前培训合格证都有")
    assert "没有分清是哪些人" in talk.say("领导说其中一部分是去年就在的 大概8个").text
    assert "和前面说的对不上" in talk.say("不是8个 是6个").text


def test_where_it_was_asked_how_many_there_are_some_are_not_all() -> None:
    talk = Talk()
    assert "没有分清" in talk.say("晋江企业，一共20人，15人中级，没考过的5人，合同两年社保都交，多少").text
    assert "您说的2人，我没有分清" in talk.say("没考过的里面2个后来过了").text


def test_who_lacks_the_one_certificate_keeps_the_other() -> None:
    told = answer_to("衢州公司带职工学徒8个一年，双证都拿了，每人花了4500", "有一个没拿到职业证").text
    assert "4500元 × 50% = 2250元" in told and "取得培训合格证书”这一条件" not in told


def test_how_long_who_left_stayed_is_open() -> None:
    answer = answer_to("晋江以工代训20个就业困难人员干满6个月参保", "有2个不干了")
    [total] = answer.totals
    assert total.entitlement.amount is not None
    assert total.entitlement.amount.low == 22000, "one month at least"
    assert total.entitlement.amount.high == 24000, "six at most"


TWENTY = "晋江，我们公司20个人考了中级工，都签了两年合同，交了养老保险，公司能领多少"
# message, what the text says, what it does not say, reason
OF_SOMETHING_ELSE = [
    ("其中3个过了试用期", "哪一项和其他人不一样", "不能领", "no exam was passed"),
    ("其中2个过了退休年龄", "哪一项和其他人不一样", "不能领", "nor is this one"),
    ("有8个过了审核", "哪一项和其他人不一样", "不能领", "nor this"),
    ("其中5个下来了政策", "哪一项和其他人不一样", "不能领", "what has come is no certificate"),
    ("有3个工资还没发", "哪一项和其他人不一样", "不能领", "what has not come is none either"),
    ("10个人拿到工资了", "没有分清是哪些人", "8000元", "wages; and the twenty are no ten"),
    ("其中3个去年考过了初级工", "合计16000元", "不能领", "the others keep the certificate that they have"),
    ("其中2个不确定考没考过", "若培训合格并取得证书", "不能领", "nobody knows is no no"),
    ("里面有3个取消了低保", "哪一项和其他人不一样", "13600元**。  **", "nobody is out of the training"),
    ("有2个没参加体检", "哪一项和其他人不一样", "14400", "the same"),
    ("有2个退学来我们厂的", "哪一项和其他人不一样", "14400", "what they did before"),
    ("其中3个没参加过以工代训", "合计16000元", "不能领", "of another training"),
    ("其中2个没参加养老保险", "因为不符合“缴纳基本养老保险费”", "", "they are told why they get nothing"),
    ("其中3个重复领过", "不能再享受", "", "had before is not counted twice"),
    ("招来的3个是外地人", "没有分清是哪些人", "18400", "those who came are no more than were told of"),
    ("招了20个人，都是新人吗", "16000元", "32000", "the same twenty"),
    ("扣掉20个", "和前面说的对不上", "哪一类", "nobody would be left"),
    ("多算了25个", "和前面说的对不上", "哪一类", "more than there are"),
    ("其中那3个是老王带的", "哪一项和其他人不一样", "", "whom it points to was not told of"),
    ("其中2个没参加考试", "14400元", "", "who did not come to the exam is out"),
    ("有两个证还没发下来", "14400元", "", "as many people as certificates"),
    ("有俩合格证还没拿到", "14400元", "", "俩"),
    ("有三个的证没下来", "13600元", "", "theirs"),
    ("一个证都没考到", "不能领", "19人", "nobody has one"),
    ("有3个证还没下来", "因为不符合“培训合格并取得证书”", "", "a certificate that has not come"),
    ("再招5个中级工", "20000元", "", "five more"),
]


@pytest.mark.parametrize(
    ("message", "told", "wrong", "why"), OF_SOMETHING_ELSE, ids=[row[-1] for row in OF_SOMETHING_ELSE]
)
def test_what_some_did_is_held_against_what_is_asked_for(
    message: str, told: str, wrong: str, why: str
) -> None:
    text = answer_to(TWENTY, message).text
    assert told in text and (not wrong or wrong not in text), why


# message, what is told, reason: sums of one message that a fresh reader found wrong
IN_ONE_MESSAGE = [
    (
        "晋江30人考证，中级12高级8，剩下没考过",
        "16000元",
        "bare numbers of levels, and a rest that is not paid for",
    ),
    ("晋江30人考证，中级12个，高级8个，剩下10个没考过", "16000元", "the rest are more than those told last"),
    ("晋江贫困户，参加培训3次，第一次和第二次没合格，生活费多少", "500元", "two of the times"),
    ("鼓楼以工代训，贫困户6个就业困难4个，都干了3个月", "6000元", "a list without marks"),
    (
        "衢州 岗前培训 25人，发了合格证的22人，其中有4人在别的公司今年领过",
        "6600元",
        "had elsewhere bars nobody",
    ),
]


@pytest.mark.parametrize(
    ("message", "told", "reason"), IN_ONE_MESSAGE, ids=[row[-1] for row in IN_ONE_MESSAGE]
)
def test_one_message_counts_its_people(message: str, told: str, reason: str) -> None:
    assert told in answer_to(message).text, reason


def test_an_office_decides_on_nothing_else() -> None:
    talk = Talk()
    talk.say("衢州受贸易摩擦的厂，12个员工考了中级，本地户口，能上浮吗，一共多少")
    assert "18000元" in talk.say("清单里有没有我们还不清楚").text, "no raise before that is known"
    talk = Talk()
    talk.say("晋江困难企业，认定还没批下来，目录外培训28个人拿了合格证")
    assert "若困难企业" not in talk.say("批下来了").text
    talk = Talk()
    talk.say("晋江困难企业，目录外培训28个人拿了合格证，多少")
    talk.say("合同还没定下来怎么签")
    assert talk.session.facts["firm_in_difficulty"] is True, "the contract is what is open"


@pytest.mark.parametrize(
    "home",
    [
        "有一个中级的是外地户口刚来",
        "有1个初级的是外省来的",
        "有1个初级的是外省人",
        "其中2个高级的户籍是外市的",
        "有一个初级的户口没拿到",
    ],
)
def test_where_some_come_from_is_no_lack_of_a_certificate(home: str) -> None:
    answer = answer_to("衢州我们村10个人考证，4个初级3个中级3个高级，每个人多少", home)
    assert answer.status == "needs_facts" and "哪一项和其他人不一样" in answer.text

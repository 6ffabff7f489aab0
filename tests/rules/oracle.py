"""What the clauses grant, in plain Python: an independent reading to hold the rules against.

Written from the policies' text alone, without a look at any benefits.yaml. Every function takes a case in
which all facts are known and returns what is due in 元, or None where nothing is due.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeAlias

Case: TypeAlias = Mapping[str, Any]  # fact → bool, str, Decimal or a set of groups


@dataclass(frozen=True)
class Due:
    """元 between two bounds; None: the text sets no such bound."""

    low: Decimal | None
    high: Decimal | None


def exactly(value: Decimal | int) -> Due:
    """每人 800 元."""
    return Due(Decimal(value), Decimal(value))


def at_most(value: Decimal | int) -> Due:
    """不超过, 最高, 不高于."""
    return Due(None, Decimal(value))


def at_least(value: Decimal | int) -> Due:
    """不低于."""
    return Due(Decimal(value), None)


def _new_hire_with_contract(case: Case) -> bool:
    """与企业签订 1 年以上期限劳动合同并在招用之日起一年内."""
    return bool(case["contract_months"] >= 12 and case["months_since_hire"] <= 12)


def _insured_with_contract(case: Case) -> bool:
    """与企业签订 1 年以上期限劳动合同并缴纳基本养老保险费."""
    return bool(case["contract_months"] >= 12 and case["pension_insured"])


def _work_based(case: Case) -> Due | None:
    """各类生产经营主体吸纳建档立卡贫困户劳动者, 参保企业吸纳就业困难人员、零就业家庭成员; 与岗前不可重复."""
    poor = "贫困劳动力" in case["trainee_group"]
    hard_to_place = bool({"就业困难人员", "零就业家庭成员"} & case["trainee_group"])
    if case["received_pre_job"] or not (poor or (case["firm_insured"] and hard_to_place)):
        return None
    return exactly(200 * min(case["training_months"], 6) * case["headcount"])


# ---- 晋江市


def jinjiang_pre_job(case: Case) -> Due | None:
    """晋政办〔2019〕79号 二（六）1, and the exclusion of 二（六）7."""
    if not (_new_hire_with_contract(case) and case["pass_certificate"]) or case["received_work_based"]:
        return None
    return exactly(800 * case["headcount"])


def jinjiang_level_table(case: Case) -> Due | None:
    """晋政办〔2019〕79号 二（六）2, 个人补贴; three times a year and no level twice: 二（五）1."""
    levels = {"五级": 700, "四级": 1000, "三级": 1500, "二级": 2000, "一级": 3000}
    if not (_insured_with_contract(case) and case["vocational_certificate"]):
        return None
    if case["times_this_year"] >= 3 or case["same_level_before"]:
        return None
    return exactly(levels[case["certificate_level"]] * case["headcount"])


def jinjiang_firm_in_difficulty(case: Case) -> Due | None:
    """晋政办〔2019〕79号 二（六）3."""
    if not (case["firm_in_difficulty"] and case["outside_catalogue"] and case["pass_certificate"]):
        return None
    return exactly(800 * case["headcount"])


def jinjiang_safety(case: Case) -> Due | None:
    """晋政办〔2019〕79号 二（六）5: 高危行业企业, 初次取得."""
    certified = case["special_operation_certificate"] or case["pass_certificate"]
    if not (case["high_risk_industry"] and case["safety_training"] and certified):
        return None
    return exactly(800 * case["headcount"]) if case["certificate_event"] == "新证" else None


def jinjiang_apprentice(case: Case) -> Due | None:
    """晋政办〔2019〕79号 二（六）4: 签订一年以上劳动合同的职工, 每人每年不低于 4000 元."""
    if case["contract_months"] < 12:
        return None
    return at_least(4000 * case["apprenticeship_years"] * case["headcount"])


def jinjiang_priority_industry(case: Case) -> Due | None:
    """晋政办〔2019〕79号 二（六）6: 一年以上劳动合同, 培训合格证书, 企业每人 1000 元."""
    if not (case["priority_industry"] and case["contract_months"] >= 12 and case["pass_certificate"]):
        return None
    return exactly(1000 * case["headcount"])


def jinjiang_partner_region(case: Case) -> Due | None:
    """晋政办〔2019〕79号 二（六）10: 培训合格证, 企业每人 1500 元."""
    if not (case["partner_region_native"] and case["pass_certificate"]):
        return None
    return exactly(1500 * case["headcount"])


def jinjiang_base(case: Case) -> Due | None:
    """晋政办〔2019〕79号 二（二）1: 国家级高技能人才培训基地 500 万, 泉州市级产业实训基地 100~500 万元."""
    match case["base_kind"]:
        case "国家级高技能人才培训基地":
            return exactly(5_000_000)
        case "市级产业实训基地":
            return Due(Decimal(1_000_000), Decimal(5_000_000))
        case _:
            return None


def jinjiang_work_based(case: Case) -> Due | None:
    """晋政办〔2019〕79号 二（六）7."""
    return _work_based(case)


def jinjiang_living_allowance(case: Case) -> Due | None:
    """晋政办〔2019〕79号 二（五）3: 每次不超过 500 元, 每人每年不超过 3 次."""
    if "贫困劳动力" not in case["trainee_group"] or not case["pass_certificate"]:
        return None
    return at_most(500 * min(case["training_times"], 3) * case["headcount"])


def jinjiang_equipment(case: Case) -> Due | None:
    """晋政办〔2019〕79号 二（四）1: 50~500 万元."""
    return Due(Decimal(500_000), Decimal(5_000_000)) if case["outstanding_training"] else None


def jinjiang_studio(case: Case) -> Due | None:
    """晋政办〔2019〕79号 二（二）1: 国家级、省级、泉州市级 are the third to fifth of five names and figures."""
    figures = {"国家级": 200_000, "省级": 100_000, "市级": 150_000}
    level = case["studio_level"]
    return exactly(figures[level]) if level in figures else None


def jinjiang_tax_deduction(case: Case) -> Due | None:
    """晋政办〔2019〕79号 三（二）: 不超过工资薪金总额8%的部分."""
    return exactly(min(case["education_expense"], case["payroll_total"] * 8 / 100))


# ---- 福州市鼓楼区


def gulou_pre_job(case: Case) -> Due | None:
    """鼓政办〔2020〕6号 二（一）1, the exclusion of 二（一）6, and the uplift of 30% of 三（五）."""
    if not (_new_hire_with_contract(case) and case["pass_certificate"]) or case["received_work_based"]:
        return None
    rate = Decimal(500)
    if case["in_shortage_catalogue"]:
        rate += rate * 30 / 100
    return exactly(rate * case["headcount"])


def gulou_skill_upgrade(case: Case) -> Due | None:
    """鼓政办〔2020〕6号 二（一）2: 500 元至 3000 元, whatever the level; the uplift of 30% of 三（五）."""
    certified = case["specific_ability_certificate"] or case["vocational_certificate"]
    if not (_insured_with_contract(case) and certified):
        return None
    factor = Decimal("1.3") if case["in_shortage_catalogue"] else Decimal(1)
    return Due(500 * factor * case["headcount"], 3000 * factor * case["headcount"])


def gulou_apprentice(case: Case) -> Due | None:
    """鼓政办〔2020〕6号 二（一）3: 在职职工, 每人每年不低于 4000 元."""
    if case["apprentice_kind"] != "职工学徒":
        return None
    return at_least(4000 * case["apprenticeship_years"] * case["headcount"])


def gulou_firm_in_difficulty(case: Case) -> Due | None:
    """鼓政办〔2020〕6号 二（一）4, and the uplift of 30% of 三（五） where it is in the catalogue of 紧缺急需."""
    if not (case["firm_in_difficulty"] and case["outside_catalogue"] and case["pass_certificate"]):
        return None
    return exactly((650 if case["in_shortage_catalogue"] else 500) * case["headcount"])


def gulou_traditional_craft(case: Case) -> Due | None:
    """鼓政办〔2020〕6号 二（一）7: 一年以上劳动合同, 培训合格证书, 每人 500 元."""
    if not (case["traditional_craft"] and case["contract_months"] >= 12 and case["pass_certificate"]):
        return None
    return exactly(500 * case["headcount"])


def gulou_work_based(case: Case) -> Due | None:
    """鼓政办〔2020〕6号 二（一）6."""
    return _work_based(case)


def gulou_living_allowance(case: Case) -> Due | None:
    """鼓政办〔2020〕6号 二（三）: 每次不超过 400 元, 每人每年不超过 3 次."""
    if "贫困劳动力" not in case["trainee_group"] or not case["pass_certificate"]:
        return None
    return at_most(400 * min(case["training_times"], 3) * case["headcount"])


def gulou_base(case: Case) -> Due | None:
    """鼓政办〔2020〕6号 三（四）: 国家级 500 万, 市级 30 万, 区级 3 万元; no other base is named."""
    figures = {
        "国家级高技能人才培训基地": 5_000_000,
        "市级高技能人才培训基地": 300_000,
        "区级高技能人才培训基地": 30_000,
    }
    kind = case["base_kind"]
    return exactly(figures[kind]) if kind in figures else None


def gulou_studio(case: Case) -> Due | None:
    """鼓政办〔2020〕6号 三（四）: 国家级 20 万, 省级 10 万, 市级 5 万元; no other studio is named."""
    figures = {"国家级": 200_000, "省级": 100_000, "市级": 50_000}
    level = case["studio_level"]
    return exactly(figures[level]) if level in figures else None


def gulou_tax_deduction(case: Case) -> Due | None:
    """鼓政办〔2020〕6号 四（七）: 不超过工资薪金总额 8%的部分."""
    return exactly(min(case["education_expense"], case["payroll_total"] * 8 / 100))


# ---- 衢州市


def _quzhou_certificate(case: Case) -> bool:
    """衢市人社发〔2019〕141号 5: 职业资格证书（国家职业资格证书、职业技能等级证书、专项能力证书，下同）."""
    return bool(case["vocational_certificate"] or case["specific_ability_certificate"])


def quzhou_level_table(case: Case) -> Due | None:
    """衢市人社发〔2019〕141号 5: 不超过; 18: three times a year, no level twice."""
    levels = {"一级": 5500, "二级": 4500, "三级": 3000, "四级": 1500, "五级": 1000, "专项": 800}
    entitled = case["local_tie"] or "对口支援贫困人员" in case["trainee_group"]
    if not (entitled and _quzhou_certificate(case)):
        return None
    if case["times_this_year"] >= 3 or case["same_level_before"]:
        return None
    return at_most(levels[case["certificate_level"]] * case["headcount"])


def quzhou_project(case: Case) -> Due | None:
    """衢市人社发〔2019〕141号 6: 每人每课时 25 元, 最多不超过 1000 元."""
    if not (case["in_project_catalogue"] and case["pass_certificate"]):
        return None
    return exactly(min(25 * case["class_hours"], Decimal(1000)) * case["headcount"])


def quzhou_special_operation(case: Case) -> Due | None:
    """衢市人社发〔2019〕141号 7: 新证最高 500 元, 复审最高 200 元."""
    if not case["special_operation_certificate"]:
        return None
    return at_most((500 if case["certificate_event"] == "新证" else 200) * case["headcount"])


def quzhou_employee_apprentice(case: Case) -> Due | None:
    """衢市人社发〔2019〕141号 11, 职工学徒: as spent, up to 8000 元 a year.

    With the pass certificate alone 50 %, with the vocational certificate too the whole. A term is of one to two
    years, in special cases of three; what is due for another the clause does not say: it is not for this.
    """
    if case["apprentice_kind"] != "职工学徒" or not case["pass_certificate"]:
        return None
    standard = min(case["actual_cost"], Decimal(8000)) * case["apprenticeship_years"]
    share = 100 if _quzhou_certificate(case) else 50
    return exactly(standard * share / 100 * case["headcount"])


def quzhou_student_apprentice(case: Case) -> Due | None:
    """衢市人社发〔2019〕141号 11, 学生学徒: at most 3000 元 a year for one year.

    With neither contract nor 3 months of insurance nothing; where only one of them is missing the text is open
    (未…和未…): such a case is not for this.
    """
    if case["apprentice_kind"] != "学生学徒":
        return None
    if not case["signed_after_training"] and not case["insured_after_training"]:
        return None
    return at_most(3000 * case["headcount"])


def quzhou_entrepreneurship(case: Case) -> Due | None:
    """衢市人社发〔2019〕141号 8: 经考核取得培训合格证的, 可给予 1000 元."""
    return exactly(1000 * case["headcount"]) if case["pass_certificate"] else None


def quzhou_competition(case: Case) -> Due | None:
    """衢市人社发〔2019〕141号 13: 每个竞赛工种 1 万元, 最高 5 万元."""
    if not case["in_competition_plan"]:
        return None
    return exactly(min(10_000 * case["trade_count"], Decimal(50_000)))


def quzhou_pre_job(case: Case) -> Due | None:
    """衢市人社发〔2019〕141号 12: 每人 300 元, 同一企业每人每年只享受一次; 10: 上浮幅度不超过 30%."""
    if not case["pass_certificate"] or case["pre_job_this_year"]:
        return None
    most = 390 if case["trade_friction_firm"] else 300
    return Due(300 * case["headcount"], most * case["headcount"])


def quzhou_school_income(case: Case) -> Due | None:
    """衢市人社发〔2019〕141号 15: 结余部分 70%可用于…, 不得超过绩效工资基准总量的 15%: the sum that may be used."""
    left = max(case["training_income"] - case["training_cost"], Decimal(0))
    return exactly(min(left * 70 / 100, case["merit_pay_base"] * 15 / 100))

"""A small invented corpus, complete and without fault, for tests that break it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from assistant.documents import Library, load_library
from assistant.rules.check import Finding, check_corpus
from assistant.rules.rulebook import Rulebook, load_rulebook

SOURCE = """某市职业技能补贴办法（2020—2021年）
为做好培训，制定本办法。
一、补贴标准
1.岗前培训。签订1年以上劳动合同、取得证书的，每人500元；紧缺工种提高30%。
2.等级补贴。取得证书的，中级工（四级）每人1000元、高级工（三级）每人1500元。
3.以工代训。吸纳困难人员的，每人每月200元，最长6个月，最高不超过1000元，与岗前培训补贴不可重复享受。
4.次数。每人每年不超过3次。
5.税前扣除。教育经费不超过工资总额8%的部分准予扣除。
二、目标
全市每年投入100万元，培训12万人次。
附件1
某市培训计划
部门\t人次\t资金（万元）
商务局\t200\t20
教育局\t300\t30
"""
POLICY = """
title: 某市职业技能补贴办法（2020—2021年）
short_title: 某市职业技能补贴办法
issuers: [某市人社局]
region: "350582"
issued_on: 2020-01-01
validity_basis: unstated
office: 某市人社局
set_aside:
- {clause: 二, text: 100万元, reason: 预算}
- {clause: 附件1, text: 资金（万元）, reason: 预算}
"""
FACTS = """
- {id: asker, label: 身份, kind: choice, choices: {个人: [我], 企业: [公司]}}
- {id: headcount, label: 人数, kind: count, unit: 人, assume_one: true}
- {id: contract_months, label: 合同期限, kind: months, unit: 个月}
- {id: certificate, label: 取得证书, kind: yes_no}
- {id: level, label: 等级, kind: choice, choices: {四级: [中级工], 三级: [高级工]}, implies: {四级: {certificate: true}}}
- {id: shortage, label: 紧缺工种, kind: yes_no}
- {id: group, label: 人员类别, kind: choices, choices: {困难人员: [困难], 退役军人: [退伍]}}
- {id: training_months, label: 月数, kind: months, unit: 个月}
- {id: times, label: 今年次数, kind: count, unit: 次}
- {id: received_pre_job, label: 已享受岗前培训补贴, kind: yes_no}
- {id: received_work, label: 已享受以工代训补贴, kind: yes_no}
- {id: expense, label: 教育经费, kind: money, unit: 元}
- {id: payroll, label: 工资总额, kind: money, unit: 元}
"""
TOPICS = """
- {id: pre_job, label: 岗前培训, words: [岗前]}
- {id: level, label: 等级补贴, words: [等级], implied_by: [level]}
- {id: work, label: 以工代训, words: [以工代训]}
- {id: tax, label: 税前扣除, words: [扣除]}
- {id: elsewhere, label: 公积金, words: [公积金], elsewhere: 公积金热线}
"""
BENEFITS = """
limits:
- id: three-a-year
  say: 每人每年不超过3次
  clause: 一4
  quote: 每人每年不超过3次
  blocked_when: {times: {at_least: 3}}
  say_blocked: 今年已享受3次
adjustments:
- id: uplift
  name: 紧缺工种提高30%
  topic: pre_job
  clause: 一1
  quote: 紧缺工种提高30%
  when: {shortage: true}
  raise_percent: 30
  applies_to: [pre-job]
benefits:
- id: pre-job
  name: 岗前培训补贴
  topic: pre_job
  clause: 一1
  quote: 每人500元
  askers: [企业]
  when: {all: [{contract_months: {at_least: 12}}, {certificate: true}]}
  amount: {each: headcount, of: 500}
  limits: [three-a-year]
  excludes: [work-based]
  excluded_by: {received_work: true}
  examples:
  - {say: 齐全, facts: {contract_months: 12, certificate: true, headcount: 2}, outcome: eligible, amount: 1000}
  - {say: 合同不够, facts: {contract_months: 11}, outcome: ineligible}
  - {say: 没说, outcome: undetermined, amount: 500, asks: [contract_months, certificate, headcount]}
  - {say: 紧缺, facts: {contract_months: 12, certificate: true, headcount: 1, shortage: true}, outcome: eligible, amount: 650}
  - {say: 三次, facts: {times: 3}, outcome: ineligible}
  - {say: 超过三次, facts: {times: 4}, outcome: ineligible}
  - {say: 两次, facts: {times: 2, headcount: 1}, outcome: undetermined, amount: 500, asks: [contract_months, certificate]}
  - {say: 已领以工代训, facts: {received_work: true}, outcome: ineligible}
- id: level-table
  name: 等级补贴
  topic: level
  clause: 一2
  quote: 中级工（四级）每人1000元、高级工（三级）每人1500元
  askers: [个人]
  when: {certificate: true}
  amount: {table: level, rows: {四级: 1000, 三级: 1500}}
  examples:
  - {say: 四级, facts: {certificate: true, level: 四级}, outcome: eligible, amount: 1000}
  - {say: 三级, facts: {certificate: true, level: 三级}, outcome: eligible, amount: 1500}
  - {say: 无证, facts: {certificate: false}, outcome: ineligible}
  - {say: 没说, outcome: undetermined, amount: [1000, 1500], asks: [certificate, level]}
- id: work-based
  name: 以工代训补贴
  topic: work
  clause: 一3
  quote: 每人每月200元，最长6个月，最高不超过1000元
  askers: [企业]
  when: {group: 困难人员}
  amount: {cap: 1000, of: {each: training_months, of: 200, up_to: 6}}
  excludes: [pre-job]
  excluded_by: {received_pre_job: true}
  examples:
  - {say: 五个月, facts: {group: [困难人员], training_months: 5}, outcome: eligible, amount: 1000}
  - {say: 六个月, facts: {group: [困难人员], training_months: 6}, outcome: eligible, amount: 1000}
  - {say: 七个月, facts: {group: [困难人员], training_months: 7}, outcome: eligible, amount: 1000}
  - {say: 都不是, facts: {group: [都不是]}, outcome: ineligible}
  - {say: 没说, outcome: undetermined, amount: [200, 1000], asks: [group, training_months]}
  - {say: 已领岗前, facts: {received_pre_job: true}, outcome: ineligible}
- id: tax
  name: 税前扣除
  topic: tax
  clause: 一5
  quote: 教育经费不超过工资总额8%的部分准予扣除
  askers: [企业]
  amount: {lesser: [{given: expense}, {percent: 8, of: {given: payroll}}], rest: 可结转}
  examples:
  - {say: 没超, facts: {expense: 7, payroll: 100}, outcome: eligible, amount: 7}
  - {say: 超了, facts: {expense: 9, payroll: 100}, outcome: eligible, amount: 8}
"""


class SmallCorpus:
    """The invented corpus as data that a test may change before it is written and read."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.source = SOURCE
        self.policy: dict[str, Any] = yaml.safe_load(POLICY)
        self.facts: list[dict[str, Any]] = yaml.safe_load(FACTS)
        self.topics: list[dict[str, Any]] = yaml.safe_load(TOPICS)
        self.file: dict[str, Any] = yaml.safe_load(BENEFITS)

    def benefit(self, name: str) -> dict[str, Any]:
        found: dict[str, Any] = next(benefit for benefit in self.file["benefits"] if benefit["id"] == name)
        return found

    def entry(self, kind: str) -> dict[str, Any]:
        """The first of the file's limits or adjustments."""
        first: dict[str, Any] = self.file[kind][0]
        return first

    def fact(self, name: str) -> dict[str, Any]:
        return next(fact for fact in self.facts if fact["id"] == name)

    def load(self) -> tuple[Library, Rulebook]:
        """Write it and read it as the program does."""
        folder = self.root / "policies" / "small"
        folder.mkdir(parents=True)
        (folder / "source.txt").write_text(self.source, encoding="utf-8")
        for path, content in (
            (folder / "policy.yaml", self.policy),
            (folder / "benefits.yaml", self.file),
            (self.root / "facts.yaml", self.facts),
            (self.root / "topics.yaml", self.topics),
        ):
            path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")
        return self.reload()

    def reload(self) -> tuple[Library, Rulebook]:
        """Read it again as it lies on the disk."""
        library = load_library(self.root)
        return library, load_rulebook(self.root, library)

    def check(self) -> list[Finding]:
        return check_corpus(*self.load())


Change: TypeAlias = Callable[[SmallCorpus], Any]

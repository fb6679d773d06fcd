"""Usual words 常用意见: what a level of an approval commonly writes, with the facts of the file."""

from __future__ import annotations

from models.approvals import matters
from models.approvals.approval import ApprovalStep
from models.approvals.case_facts import proposed_identity
from models.approvals.signing import DISTRICT
from models.people.identity import DISABLED, RURAL_VETERANS

PROVINCE = "省级"
GRADINGS = ("评定残疾等级", "调整残疾等级")  # matters that end in a grade, which each level repeats


def usual_words(step: ApprovalStep) -> str:
    """The words that the form of the matter prints for this level, with the facts of the file."""
    approval = step.approval
    identity = proposed_identity(approval)
    level = next((each for each in matters.matter(approval.matter).levels if each.name == step.level), None)
    words = level.words if level is not None else ""
    if identity is not None and identity.kind == DISABLED and approval.matter in GRADINGS:
        grade = "审批等级" if step.level == PROVINCE else "申报等级"
        return f"伤残性质：{identity.nature}　{grade}：{identity.grade}"
    if identity is not None and identity.kind == RURAL_VETERANS and step.level == DISTRICT:
        served = f"服义务兵役折算年限{identity.service_years}年。" if identity.service_years else ""
        month = f"从{approval.starts.chinese()}起" if approval.starts else ""
        return f"{served}批准{month}享受老年生活补助。"
    if approval.asked and step.level == DISTRICT:
        return f"{words.rstrip('。')}{approval.granted or approval.asked}元。"
    return words

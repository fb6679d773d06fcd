"""Care allowance 护理费 of severely disabled people: who may have it, what a month of it comes to, or what must be known first.

The law gives the shares of the place's average wage (条例2024 第三十四条; 条例2011 第三十条; 条例2004 第二十九条), by date and as
policy figures that the office confirms; the wage is a policy figure of the office's own. It is paid by the county (县级人民政府退役军人
工作主管部门发给), so it is counted with what the place pays, beside the allowance for the disability.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from models.law import clauses
from models.pay.grants.claims import Claim
from models.pay.grants.entitlements import GrantFacts
from models.pay.standards import months
from models.pay.standards.months import BEFORE_ALL_MONTHS, NEVER, Month
from models.pay.standards.policy_figures import PolicyFigure
from models.people.identity import DISABLED

CARE = "护理费"
LOCAL_WAGE = "当地上年月平均工资"  # the matter under which the office enters its wages
WAGE_UNITS = {"元/月": 1, "元/年": 12}  # what a wage may be entered by, and the months of it
AT_HOME, CARED_FOR = "分散供养", "享受护理"
LAW_SPEAKS_OF = "残疾军人"
HEAVY, MEDIUM, LIGHT = ("一级", "二级"), ("三级", "四级"), ("五级", "六级")
ENTER_WAGE = (
    "没有{month}可用的“{matter}”，请在“补助发放”的“政策数据”中登记（单位元/月，写明执行起止月份）并确认"
)
CONFIRM_SHARE = "{month}的护理费比例（{what}）没有确认，请在“补助发放”的“政策数据”中核对并确认"
DECIDE = "请核定是否发给护理费，在“办理”的“核定起止月份、死亡原因、护理费”中填写"


class CareDue(NamedTuple):
    """What a month of the allowance comes to: fen, how, and in short."""

    fen: int
    words: str
    said: str

    def yuan(self) -> str:
        return f"{Decimal(self.fen).scaleb(-2):.2f}"


class CareUnknown(NamedTuple):
    """Why it cannot be said whether or what is due: the sentence that tells what to do."""

    words: str


class CareFigures:
    """Shares and wages as the archive has them, read once."""

    def __init__(self) -> None:
        rows = PolicyFigure.select().where(PolicyFigure.matter.in_((CARE, LOCAL_WAGE)))
        dated = [each for each in rows if each.begins is not None and each.value is not None]
        self._shares = [each for each in dated if each.matter == CARE]
        self._wages = [each for each in dated if each.matter == LOCAL_WAGE and each.unit in WAGE_UNITS]
        self.pays = any(each.confirmed for each in self._wages)  # whether the office has set any wage

    def share(self, what: str, month: Month) -> PolicyFigure | None:
        """The row of a group in a month, the confirmed one first."""
        return _in_force((each for each in self._shares if each.what == what), month)

    def wage(self, month: Month) -> PolicyFigure | None:
        """The confirmed wage by which a month is reckoned."""
        found = _in_force(self._wages, month)
        return found if found is not None and found.confirmed else None


def care_due(
    claim: Claim, facts: GrantFacts, month: Month, figures: CareFigures
) -> CareDue | CareUnknown | None:
    """What somebody is due in a month; None where nothing is. ``CareUnknown`` says which decision or figure is missing."""
    what = care_group(claim, facts)
    share = figures.share(what, month) if what else None
    if share is None:
        return None
    decided = _decided(claim, facts, month)
    if decided is None:
        return CareUnknown(_asked(claim, what)) if _may_have(claim, figures) else None
    return _reckoned(claim, share, month, figures) if decided else None


def care_group(claim: Claim, facts: GrantFacts) -> str:
    """Under what the figures have somebody; empty for those who never get it. Of 精神障碍 the file must say so."""
    if facts.kind != DISABLED:
        return ""
    if facts.nature in ("因战", "因公"):
        return (
            "因战、因公一级和二级" if facts.grade in HEAVY else _group(facts, "因战、因公三级和四级", MEDIUM)
        )
    if facts.grade in LIGHT and claim.mental:
        return "因精神障碍五级至六级"
    return _group(facts, "因病一级至四级", (*HEAVY, *MEDIUM)) if facts.nature == "因病" else ""


def _group(facts: GrantFacts, what: str, grades: tuple[str, ...]) -> str:
    return what if facts.grade in grades else ""


def _decided(claim: Claim, facts: GrantFacts, month: Month) -> bool | None:
    """Whether it is to be paid in a month, by the office's decision or else by the file; None: nobody has decided."""
    grant = claim.grant
    if grant is not None and grant.care is not None:
        first = months.month_of(grant.care_begins) if grant.care_begins else BEFORE_ALL_MONTHS
        last = months.month_of(grant.care_ends) if grant.care_ends else NEVER
        return bool(grant.care) and first <= month <= last
    if claim.support not in ("", AT_HOME):
        return False
    usual = claim.category == LAW_SPEAKS_OF and facts.grade not in LIGHT
    return True if usual and claim.support == AT_HOME and claim.selfcare == CARED_FOR else None


def _may_have(claim: Claim, figures: CareFigures) -> bool:
    """Whether to ask: the file speaks of it, or the office pays it to others."""
    return figures.pays or claim.support == AT_HOME or claim.selfcare == CARED_FOR


def _asked(claim: Claim, what: str) -> str:
    """What nobody has decided, with the facts that are wanting."""
    support = f"供养方式{claim.support or '没有登记'}"
    selfcare = f"生活能力{claim.selfcare or '没有登记'}"
    alike = "" if claim.category in ("", LAW_SPEAKS_OF) else f"，条例写的是{LAW_SPEAKS_OF}"
    return f"{what}可享受护理费（{support}，{selfcare}{alike}），{DECIDE}"


def _reckoned(claim: Claim, share: PolicyFigure, month: Month, figures: CareFigures) -> CareDue | CareUnknown:
    wage, when = figures.wage(month), months.month_words(month)
    if not share.confirmed:
        return CareUnknown(CONFIRM_SHARE.format(month=when, what=share.said() + "，" + share.what))
    if wage is None:
        return CareUnknown(ENTER_WAGE.format(month=when, matter=LOCAL_WAGE))
    percent, amount = share.value or Decimal(0), wage.value or Decimal(0)
    fen = int((amount / WAGE_UNITS[wage.unit] * percent).quantize(Decimal(1), ROUND_HALF_UP))
    law = clauses.cite(CARE, months.iso(month), claim.category or claim.kind, claim.kind)
    yuan = f"{Decimal(fen).scaleb(-2):.2f}"
    words = f"{CARE}{yuan}元：{LOCAL_WAGE}{wage.said()}的{share.said()}（{'，'.join(filter(None, (share.what, law)))}）"
    return CareDue(fen, words, f"{CARE}{yuan}元/月")


def _in_force(rows: Iterator[PolicyFigure] | list[PolicyFigure], month: Month) -> PolicyFigure | None:
    found = [each for each in rows if each.first <= month <= each.last]
    return min(found, key=lambda each: not each.confirmed, default=None)

"""Signers of a run 批次经手人: whether the accounts there are can carry a run to its end, by the roles they have or would get."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from models.core.rights import APPROVE, CHECK, ENTER
from models.office.officers import same_officer, unconfirmed
from models.office.roles import rights_by_role

RUN_CARRIED = "一个批次能办到底：{}编制，{}复核，{}审批。"
NOBODY_DRAWS = "批次办不了：没有人能编制，请给一个用户“录入”以上的角色。"
NOT_CARRIED = "批次办不到底：编制以后没有另一个人能{}。请给另一位同事{}的角色。"
NOT_CONFIRMED = "待确认的用户，另一位管理员按“确认用户…”以后才另算一个人；只有一位管理员的，凭恢复码确认。"


class RunSigners(NamedTuple):
    """Who would take each step of a run; empty where nobody may."""

    drawn_by: str
    checked_by: str = ""
    approved_by: str = ""

    def lacking(self) -> dict[str, str]:
        """The steps that nobody could take, each with the right it needs."""
        return {
            step: right
            for step, right, who in zip(SIGNED_STEPS, STEP_RIGHTS, self[1:], strict=True)
            if not who
        }


SIGNED_STEPS, STEP_RIGHTS = ("复核", "审批"), (CHECK, APPROVE)


def run_signers(given: Mapping[str, str]) -> RunSigners | None:
    """Those who bring a run furthest, of accounts and their roles; None when nobody could draw one up.

    Checking and approving are for another person than drew the run up, whatever account he takes.
    """
    found = [
        RunSigners(drawer, *(_another(given, drawer, right) for right in STEP_RIGHTS))
        for drawer in given
        if _has(given, drawer, ENTER)
    ]
    return min(found, key=lambda signers: len(signers.lacking()), default=None)


def run_signers_told(given: Mapping[str, str]) -> str:
    """The same in a sentence: who takes which step, or what is lacking and who would mend it."""
    signers = run_signers(given)
    if signers is None:
        return NOBODY_DRAWS
    lacking = signers.lacking()
    if not lacking:
        return RUN_CARRIED.format(*signers)
    needed = APPROVE if APPROVE in lacking.values() else CHECK
    able = [f"“{kind.name}”" for kind in rights_by_role().values() if {needed} <= kind.rights]
    said = NOT_CARRIED.format("、".join(lacking), "或".join(able))
    return said + NOT_CONFIRMED if unconfirmed() else said


def _another(given: Mapping[str, str], drawer: str, right: str) -> str:
    """The first account of somebody else that has the right, one whose role goes no further than that before others."""
    able = [each for each in given if _has(given, each, right) and not same_officer(drawer, each)]
    return min(able, key=lambda each: len(rights_by_role()[given[each]].rights), default="")


def _has(given: Mapping[str, str], account: str, right: str) -> bool:
    return right in rights_by_role()[given[account]].rights

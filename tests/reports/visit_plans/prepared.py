"""A plan with teams, gifts, an earlier visit and an open wish; and the words of papers."""

from __future__ import annotations

import pytest
from pypdf import PdfReader

from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.filters.filters import Filter
from models.people.person import FamilyMember
from models.visit_plans.sharing_out import assign_teams
from models.visits.visit import Visit
from reports.tables.register import write_paper

USER = "王芳"


@pytest.fixture
def ready(person, identity, campaign, scope, plan, team, gift, save):
    """Three people of two streets in a plan, with teams, gifts, an earlier visit and an open wish."""
    gift("大米", there=10)
    for name, street in (("甲一", "总寨镇"), ("乙二", "总寨镇"), ("丙三", "南滩街道")):
        someone = person(
            name=name, street=street, residence=f"西宁市城中区{street}清河村18号", phone="13900001234"
        )
        identity(someone, kind="参战退役人员")
        save(FamilyMember(person=someone, relation="妻", name="李秀英"))
    save(
        Visit(
            person=someone,
            day=PartDate(2020, 1, 18),
            occasion="春节",
            circumstances="独居",
            wishes="反映药费高",
        )
    )
    scope(Filter(street="总寨镇"), money=500, gifts="大米×1")
    scope(Filter(street="南滩街道"), money=300)
    plan()
    team("第一组", areas="总寨镇", begins=PartDate(2020, 7, 28), ends=PartDate(2020, 7, 29))
    team("第二组", areas="南滩街道")
    with journal.entry("分组", USER):
        assign_teams(campaign)
    return campaign


def text(registers, out):
    finish(write_paper(registers, out))
    return ["".join(page.extract_text().split()) for page in PdfReader(out).pages]

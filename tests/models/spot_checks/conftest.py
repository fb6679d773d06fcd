"""Somebody whose chain of evidence is whole: approved and announced, paid in a run that the bank answered, everything signed."""

from __future__ import annotations

import pytest
from PIL import Image

from models.approvals.approval import Approval, accept, steps_of
from models.approvals.notices import PublicNotice
from models.core import journal
from models.core.dates import PartDate
from models.pay.returns import returns
from models.people import attachments
from models.people.identity import Identity
from models.people.materials import Material, Scan
from models.signed_papers.signed_page import SignedPage
from tests.conftest import USER
from tests.models.approvals.conftest import signed
from tests.models.pay.conftest import granted
from tests.models.pay.runs.conftest import answer, draw, hand_over, payee

__all__ = ["draw", "granted", "payee"]  # fixtures

MATTER = "带病回乡退役军人认定"
TAKEN_IN, HUNG, DECIDED = PartDate(2013, 5, 2), PartDate(2013, 5, 10), PartDate(2013, 6, 20)


@pytest.fixture
def whole(payee, draw, tmp_path):
    """The person of the chain, and the run that paid September 2019."""
    identity = payee("张三", 1)
    _approved(identity)
    _filed(identity.person)
    run = hand_over(draw("2019-09"))
    reading = returns.read_return(run, answer(tmp_path / "回盘.xlsx", run))
    returns.apply_return(reading, USER)
    picture = tmp_path / "花名册.png"
    Image.new("RGB", (200, 200), "white").save(picture)
    with journal.entry("签字页", USER):
        attachments.attach_file(run, picture)
    return identity.person, run


def _approved(identity):
    with journal.entry("受理", USER):
        identity.certificate = "青带0001"
        identity.save()
        approval = Approval(person=identity.person, identity=identity, matter=MATTER, accepted_on=TAKEN_IN)
        accept(approval)
        PublicNotice(approval=approval, person=identity.person, begins=HUNG, days=7, objected=False).save()
    for place in range(len(steps_of(approval))):
        signed(approval, place, day=DECIDED)
    assert Identity.get_by_id(identity.id).paid


def _filed(person):
    with journal.entry("材料", USER):
        paper = Material(person=person, title="审批(审核)表")
        paper.save()
        scan = Scan(person=person, material=paper, position=1, sha256="0" * 64)
        scan.save()
        SignedPage(person=person, scan=scan, form="DJ", sheet=2, of=8).save()

"""The chain of evidence: whole, and with each link missing named; what several months lack is told once."""

from __future__ import annotations

from decimal import Decimal

from models.approvals.approval import Approval, ApprovalStep
from models.approvals.notices import PublicNotice
from models.core import journal
from models.core.dates import PartDate
from models.pay.runs.runs import PayOutcome, PayRun
from models.pay.standards.standards import Standard
from models.payments.payment import Payment
from models.people.attachments import Attachment
from models.people.identity import Identity
from models.people.materials import Material, Scan
from models.signed_papers.signed_page import SignedPage
from models.spot_checks.evidence_chain import Evidence, chains
from tests.conftest import USER


class TriedOut(Exception):
    """Nothing of it is kept."""


def gaps_after(person, act):
    """What is wanting when this is done; nothing of it stays."""
    try:
        with journal.entry("试", USER):
            act()
            found = Evidence(2019).chain(person).gaps()
            raise TriedOut
    except TriedOut:
        return found


def test_a_whole_chain_says_from_approval_to_signed_page_what_proves_it(whole):
    person, run = whole
    (chain,) = chains([person], 2019)
    assert chain.gaps() == []
    (right,) = chain.rights
    assert [link.name for link in right.links] == ["身份", "审批", "公示", "审批表", "条款"]
    assert "负责人，2013年6月20日" in right.links[1].words[1]
    assert right.links[-1].words[0].startswith("《军人抚恤优待条例》")
    (paid,) = chain.months
    assert (paid.number, paid.amount, paid.reckoned) == (run.number, Decimal(600), "600.00")
    assert paid.bank.startswith("第1行 ")
    assert paid.answer.startswith("成功")
    assert paid.papers
    assert "复核李明、审批李明" in chain.runs[0].words[0]
    assert chain.signed.words == ("审批(审核)表1页",)
    assert chain.amount == Decimal(600)


def test_each_link_that_is_missing_is_named(whole):
    person, run = whole
    for act, gap in (
        (lambda: Identity.update(certificate="", approved=None).execute(), "没有登记证书编号"),
        (lambda: ApprovalStep.update(verdict="").where(ApprovalStep.place == 1).execute(), "没有签署同意"),
        (lambda: Approval.update(state="办理中").execute(), "审批还没有同意（办理中）"),
        (lambda: PublicNotice.delete().execute(), "应公示，没有公示登记"),
        (lambda: (SignedPage.delete().execute(), Scan.delete().execute()), "审批表没有扫描件"),
        (lambda: (SignedPage.delete().execute(), Scan.delete().execute(), Material.delete().execute()), "材料里没有审批表"),
        (lambda: Standard.update(document="", source="").execute(), "标准没有文号"),
        (lambda: Standard.update(amount=Decimal(650)).where(Standard.kind == "带病回乡退役军人").execute(), "发600.00元，重算650.00元，相差-50.00元"),
        (lambda: Standard.delete().execute(), "重算不出"),
        (lambda: PayRun.update(approved_by="").execute(), f"批次{run.number}：没有审批人"),
        (lambda: PayRun.update(approved_by=run.drawn_by).execute(), "审批和编制是同一个用户"),
        (lambda: PayRun.update(paid_on=None).execute(), "没有发放日期"),
        (lambda: Attachment.delete().execute(), "没有签字盖章的花名册扫描件"),
        (lambda: PayOutcome.delete().execute(), "没有银行回盘"),
        (lambda: PayOutcome.update(failed="账号错误").execute(), "银行没有发成（账号错误），还没有重发"),
        (lambda: SignedPage.delete().execute(), "本人签字的页没有扫描归档"),
    ):  # fmt: skip
        told = "；".join(gaps_after(person, act))
        assert gap in told, (gap, told)
    assert Evidence(2019).chain(person).gaps() == []


def test_without_an_approval_the_date_alone_is_told(whole):
    person, _ = whole
    approvals = (ApprovalStep, PublicNotice, Approval)
    told = gaps_after(person, lambda: [model.delete().execute() for model in approvals])
    assert told == ["带病回乡退役军人：没有审批登记"]


def test_what_was_entered_by_hand_has_no_run_and_no_bank(person):
    person = person()
    with journal.entry("登记", USER):
        for month in (5, 6):
            Payment(
                person=person, programme="定期抚恤补助", month=PartDate(2018, month), item="带病回乡退役军人生活补助", amount=Decimal(550),
            ).save()  # fmt: skip
    chain = Evidence(2018).chain(person)
    assert [paid.kind for paid in chain.months] == ["登记", "登记"]
    assert "2017年没有发放记录" in Evidence(2017).chain(person).gaps()
    assert chain.gaps()[:3] == [
        "2018年5月等2个月：没有发放批次，是登记或导入的", "2018年5月等2个月：没有银行文件和回盘", "2018年5月等2个月：没有登记发放标准",
    ]  # fmt: skip

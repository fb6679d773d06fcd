"""Who is asked for at which door in the yearly confirmation, and who is stopped."""

from __future__ import annotations

from datetime import date

from pypdf import PdfReader

from models.approvals import confirmation_steps, confirmations
from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from reports.approvals import confirmations as confirmation_papers
from reports.tables.register import write_paper
from tests.reports.papers import USER, printed, text_of


def test_a_route_list_for_each_community_in_the_order_of_the_doors(identity, person, tmp_path):
    for name, community in (("甲某", "一社区"), ("乙某", "二社区"), ("丙某", "一社区")):
        identity(person(name=name, street="总寨镇", community=community))
    with journal.entry("年度确认", USER):
        confirmations.begin(2020)
    made = confirmation_papers.routes(confirmations.confirmations(2020))
    assert [(each.title, len(each.rows)) for each in made] == [
        ("2020年度确认走访名单（总寨镇一社区）", 2), ("2020年度确认走访名单（总寨镇二社区）", 1),
    ]  # fmt: skip
    finish(write_paper(made, tmp_path / "路线.pdf"))
    assert len(PdfReader(tmp_path / "路线.pdf").pages) == 2
    with journal.entry("通知", USER):
        confirmation_steps.notify(confirmations.confirmations(2020), PartDate(2020, 6, 10), "电话")
    late = confirmations.overdue(2020, date(2020, 9, 1))
    assert "2020-09" in printed(confirmation_papers.stops(late, 2020), tmp_path)
    confirmation_papers.write_announcement(2020, tmp_path / "公告.pdf")
    assert "60日内没有联系的" in text_of(tmp_path / "公告.pdf")

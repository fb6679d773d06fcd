"""The notices of one approval: put up, what was objected, printed, proven by photos."""

from __future__ import annotations

from typing import Any

from models.approvals.approval import Approval
from models.approvals.notices import PublicNotice, new_notice
from models.core.dates import PartDate
from reports.approvals import notices
from reports.tables.list_columns import ListColumn, Listing
from ui.forms.file_forms import FileForm
from ui.jobs.session import Session
from ui.materials.attachments import AttachmentsDialog
from ui.printing.print_button import paper_job, preview_paper
from ui.tables.small_tables import SmallTable
from ui.widgets.dialogs import run_dialog

NOTICE_LIST = Listing(
    PublicNotice,
    (
        ListColumn("begins", 96, heading="公示开始"),
        ListColumn("days", 86, heading="天数", words=lambda notice: f"{notice.days}{'个工作日' if notice.working else '日'}"),
        ListColumn("ends", 96, heading="公示到", words=lambda notice: PartDate.of(notice.ends())),
        ListColumn("place", 170, heading="地点"),
        ListColumn("objected", 70, heading="异议", words=lambda notice: {True: "有", False: "无"}.get(notice.objected, "未登记")),
        ListColumn("outcome", 200, heading="异议处理结果"),
    ),
    sorts=False,
)  # fmt: skip


class NoticeForm(FileForm[PublicNotice]):
    """One notice."""

    def __init__(self) -> None:
        super().__init__()
        names = ["begins", "days", "working", "place", "contact", "withheld", "objected", "outcome"]
        self.for_fields(
            PublicNotice, names, required=["begins", "days"], wide=["contact", "withheld", "outcome"]
        )


class Notices(SmallTable):
    """What hung out."""

    def __init__(self, session: Session, approval: Approval) -> None:
        self.approval = approval
        super().__init__(
            session, "公示", NOTICE_LIST, "public_notices", "还没有公示。要公示的事项，点“登记”。"
        )
        self.add_button("打印公示书", "mdi6.printer-outline", self.print)
        self.add_button("照片", "mdi6.image-outline", self.show_photos)
        session.changed.connect(self.reload)
        self.reload()

    def reload(self) -> None:
        own = PublicNotice.select().where(PublicNotice.approval == self.approval)
        self.show_rows(own.order_by(PublicNotice.id))

    def form(self) -> FileForm[Any]:
        return NoticeForm()

    def new(self) -> PublicNotice:
        return new_notice(self.approval)

    def whose(self) -> str:
        return self.approval.whom

    def print(self) -> None:
        notice = self.table.record()
        if notice is not None:
            preview_paper(
                self, "公示书", lambda file: paper_job(lambda: notices.write_public_notice(notice, file))
            )

    def show_photos(self) -> None:
        """The photos that prove that it hung there."""
        notice = self.table.record()
        if notice is not None:
            run_dialog(AttachmentsDialog(self.session, notice, f"{self.approval.whom}的公示", self))

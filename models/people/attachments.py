"""Attachments 附件: photos and papers that belong to any record, kept encrypted like the scans of a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from peewee import ForeignKeyField, fn

from models.archive import scans
from models.core import journal
from models.core.jobs import Job, Step
from models.core.record import Count, Paper, Pointer, Record, Refusal, TableName, Text
from models.core.rights import PAPERS
from models.people.materials import Scan
from models.people.person import Person

if TYPE_CHECKING:
    from peewee import ModelSelect

    from models.archive.paper_edits import Edit


class Attachment(Record):
    """One photo or paper of a record, which is named by its table and uid."""

    NOUN = "附件"
    NAMED_BY = "file_name"
    RIGHT = PAPERS
    TIMELESS = "随所属的记录"

    owner_table = TableName("所属登记")
    owner = Pointer("所属记录", index=True)  # its uid
    person = ForeignKeyField(Person, null=True, on_delete="RESTRICT")
    position = Count("顺序")
    title = Text("说明")
    sha256 = Paper("扫描件内容")
    media = Text("类型")
    pages = Count("页数")
    file_name = Text("原文件名")


def attachments_of(record: Record) -> ModelSelect[Attachment]:
    """The attachments of a record in their order."""
    found = Attachment.select().where(Attachment.owner == record.uid)
    return found.order_by(Attachment.position, Attachment.id)


def counts_of(model: type[Record]) -> dict[str, int]:
    """How many attachments the records of a kind have, by uid; those without are left out."""
    query: Any = Attachment.select(Attachment.owner, fn.COUNT(Attachment.id))
    query = query.where(Attachment.owner_table == model._meta.table_name).group_by(Attachment.owner)
    return dict(query.tuples())


def attach_file(record: Record, file: Path, title: str = "") -> Attachment:
    """Keep a file with a record, inside an entry. Raises ``Refusal`` for what is no whole paper."""
    kept = scans.keep_scan(file)
    if attachments_of(record).where(Attachment.sha256 == kept.sha256).exists():
        raise Refusal(f"“{file.name}”已经附在这条记录上了")
    made = Attachment(
        owner_table=record._meta.table_name, owner=record.uid, person=cast(int | None, getattr(record, "person_id", None)),
        position=attachments_of(record).count() + 1, title=title, sha256=kept.sha256, media=kept.media, pages=kept.pages,
        file_name=file.name,
    )  # fmt: skip
    made.save()
    return made


def attach_files(record: Record, files: Sequence[Path], words: str, user: str) -> Job[int]:
    """Keep several files as one entry; ``words`` name it. One that cannot be kept lets none be kept."""
    with journal.entry(words, user):
        for number, file in enumerate(files):
            yield Step(number, len(files), file.name)
            attach_file(record, file)
    return len(files)


def take_away(record: Record) -> None:
    """Remove all attachments of a record, inside an entry: before the record itself is deleted."""
    for each in attachments_of(record):
        each.delete_instance()


def change_paper(paper: Scan | Attachment, edit: Edit) -> None:
    """Turn, straighten or cut a kept paper, inside an entry; what was scanned stays in the archive, and undoing shows it again.

    Raises ``Refusal`` when it cannot be read or not be edited so.
    """
    from models.archive.paper_edits import edited  # when wanted

    _show_instead(paper, scans.keep_scan(edited(paper.media, scans.read_scan(paper.sha256), edit)).sha256)


def original_of(paper: Scan | Attachment) -> str:
    """The hash under which the paper was first kept; its own when it was never changed."""
    changes = journal.Change.select().where(journal.Change.uid == paper.uid).order_by(journal.Change.id)
    for change in changes:
        before, _ = change.fields()
        if before.get("sha256"):
            return str(before["sha256"])
    return str(paper.sha256)


def show_original(paper: Scan | Attachment) -> None:
    """Show a paper again as it was scanned, inside an entry."""
    _show_instead(paper, original_of(paper))


def _show_instead(paper: Scan | Attachment, sha256: str) -> None:
    if paper.sha256 != sha256:
        paper.sha256 = sha256
        paper.save(only=["sha256"])

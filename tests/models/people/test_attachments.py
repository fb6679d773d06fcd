"""Photos and papers of any record, encrypted in the archive."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from models import proof
from models.archive import scans
from models.archive.paper_edits import Edit
from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.core.record import Refusal
from models.people import attachments
from models.people.attachments import Attachment
from models.undo import undo
from models.visits.units import Unit
from models.visits.visit import Visit

USER = "王芳"


def picture(folder, name="现场.jpg", colour="red"):
    content = io.BytesIO()
    Image.new("RGB", (40, 30), colour).save(content, "JPEG")
    (folder / name).write_bytes(content.getvalue())
    return folder / name


@pytest.fixture
def visit(person):
    made = Visit(person=person(), day=PartDate(2020, 7, 1))
    with journal.entry("登记走访", USER):
        made.save()
    return made


def test_a_photo_is_kept_with_a_visit_and_told_in_the_persons_history(visit, tmp_path):
    file = picture(tmp_path)
    assert finish(attachments.attach_files(visit, [file], "附照片", USER)) == 1
    (kept,) = attachments.attachments_of(visit)
    assert (kept.file_name, kept.media, kept.person_id) == ("现场.jpg", "image/jpeg", visit.person_id)
    assert scans.read_scan(kept.sha256) == file.read_bytes()
    assert attachments.counts_of(Visit) == {visit.uid: 1}
    assert journal.history_of(visit.person.uid)[-1][1].table == "attachment"
    assert proof.check_archive() == []


def test_a_record_without_a_person_has_attachments_too(archive, tmp_path):
    unit = Unit(name="一分队")
    with journal.entry("登记部队", USER):
        unit.save()
        attachments.attach_file(unit, picture(tmp_path))
    assert attachments.attachments_of(unit).get().person is None
    with journal.entry("删除", USER):
        attachments.take_away(unit)
        unit.delete_instance()
    assert attachments.attachments_of(unit).count() == 0


def test_the_same_photo_is_not_attached_twice(visit, tmp_path):
    file = picture(tmp_path)
    finish(attachments.attach_files(visit, [file], "附照片", USER))
    with pytest.raises(Refusal, match="已经附在"):
        finish(attachments.attach_files(visit, [picture(tmp_path, "另.jpg", "blue"), file], "附照片", USER))
    assert attachments.attachments_of(visit).count() == 1


def test_a_missing_attachment_is_found_by_the_check(visit, tmp_path, archive):
    finish(attachments.attach_files(visit, [picture(tmp_path)], "附照片", USER))
    sha256 = attachments.attachments_of(visit).get().sha256
    (archive / "scans" / sha256[:2] / sha256).unlink()
    assert "不在档案库中" in proof.check_archive()[0]


def test_a_paper_that_was_edited_is_shown_so_and_undoing_shows_the_scan_again(visit, tmp_path):
    file = picture(tmp_path)
    finish(attachments.attach_files(visit, [file], "附照片", USER))
    (kept,) = attachments.attachments_of(visit)
    scanned = kept.sha256
    for quarters in (1, 1):
        with journal.entry("转照片", USER) as entry:
            attachments.change_paper(kept, Edit(quarters=quarters))
    assert kept.sha256 != scanned
    assert scans.read_scan(scanned) == file.read_bytes()
    assert attachments.original_of(kept) == scanned
    undo.undo(entry.number, USER)
    undo.undo(entry.number - 1, USER)
    assert Attachment.get_by_id(kept.id).sha256 == scanned


def test_the_original_is_brought_back_as_an_entry_of_its_own(visit, tmp_path):
    finish(attachments.attach_files(visit, [picture(tmp_path)], "附照片", USER))
    (kept,) = attachments.attachments_of(visit)
    scanned = kept.sha256
    with journal.entry("转照片", USER):
        attachments.change_paper(kept, Edit(quarters=1))
    with journal.entry("恢复原件", USER):
        attachments.show_original(kept)
    assert Attachment.get_by_id(kept.id).sha256 == scanned

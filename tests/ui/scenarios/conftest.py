"""A small office whose windows are looked at."""

from __future__ import annotations

import shutil

import pytest
from PIL import Image

from models import store
from models.approvals.approval import Approval, accept
from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.own_fields import own_values
from models.own_fields.own_fields import OwnField, OwnType
from models.pay.runs import drawing_up
from models.people import attachments
from models.people.person import Person
from models.practice import filling
from ui.jobs.session import Session

USER = "王芳"


@pytest.fixture(scope="module")
def office(tmp_path_factory, new_archive):
    """A small office: some people, a run, an approval, a scan."""
    folder = shutil.copytree(new_archive, tmp_path_factory.mktemp("每个窗口") / "档案库")
    with store.practice_session(folder, USER):
        finish(filling.fill_archive(24, USER))
        month = PartDate(2020, 8)
        finish(drawing_up.draw_up_run(month, month, USER))
        someone, picture = Person.get(), folder.parent / "证.png"
        Image.new("L", (600, 800), 255).save(picture)
        with journal.entry("附件", USER):
            for place, type in enumerate(OwnType, start=1):
                own_values.define(OwnField(name=f"自设的{type}", type=type, choices="优、良", place=place))
            attachments.attach_file(someone, picture)
            accept(
                Approval(
                    person=someone,
                    matter="临时救助",
                    applied_on=PartDate(2020, 8, 1),
                    accepted_on=PartDate(2020, 8, 1),
                )
            )
        yield Session()

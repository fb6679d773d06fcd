"""Drafts: encrypted, their writer's own, gone with their form."""

from __future__ import annotations

import pytest

from models import store
from models.forms import drafts
from models.forms.drafts import (
    TypedDraft,
    draft_path,
    drafts_left,
    drop_draft,
    drop_living,
    keep_draft,
    read_draft,
)
from models.office import accounts, roles
from tests.ui.archives import LIGHT, OTHER, OTHER_PASSWORD, PASSWORD, USER, new_archive

DRAFT = TypedDraft(
    "PersonForm person 7", "张三　优抚对象", "2026年11月30日 09:15", {"name": "张三", "alive": None}, 7
)


@pytest.fixture
def folder(tmp_path):
    new_archive(tmp_path / "档案库")
    return tmp_path / "档案库"


@pytest.fixture
def died(monkeypatch):
    """What the program was holding when it died is forgotten, and what lies on the disk stays."""
    return lambda: monkeypatch.setattr(drafts, "_living", set())


def test_a_sudden_end_leaves_a_draft_that_nobody_reads_without_the_key(folder, died):
    with store.session(folder, USER, PASSWORD, LIGHT):
        path = keep_draft(DRAFT)
        assert read_draft(DRAFT.place) is None  # its form is open still
        assert drafts_left() == []
        died()
        assert read_draft(DRAFT.place) == DRAFT
        assert drafts_left() == [DRAFT]
        assert read_draft("another form") is None
    assert "张三".encode() not in path.read_bytes()
    assert path.name == path.name.encode("ascii", "replace").decode()


def test_a_draft_is_its_writers_alone(folder, died):
    with store.session(folder, USER, PASSWORD, LIGHT) as opened:
        accounts.add_account(opened.keys, OTHER, OTHER_PASSWORD, roles.ADMIN, USER)
        keep_draft(DRAFT)
    died()
    with store.session(folder, OTHER, OTHER_PASSWORD, LIGHT):
        assert read_draft(DRAFT.place) is None
        assert drafts_left() == []


def test_what_ends_in_order_takes_its_draft_along_even_after_the_archive(folder):
    with store.session(folder, USER, PASSWORD, LIGHT):
        first, second = keep_draft(DRAFT), keep_draft(TypedDraft("b", "", "", {}))
        drop_draft(first)
        assert not first.exists()
    drop_living()
    assert not second.exists()


def test_a_damaged_draft_is_none(folder, died):
    with store.session(folder, USER, PASSWORD, LIGHT):
        keep_draft(DRAFT)
        died()
        draft_path(DRAFT.place).write_bytes(b"YFD1")
        assert read_draft(DRAFT.place) is None
        assert drafts_left() == []

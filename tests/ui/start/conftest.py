"""Accounts of an archive with a password."""

from __future__ import annotations

import pytest

from models import store
from models.office import accounts, roles
from tests.ui.archives import LIGHT, OTHER, OTHER_PASSWORD, PASSWORD, USER, new_archive
from ui.jobs.session import Session

NEW = "kuozi yedeng 1234"


@pytest.fixture
def code(tmp_path):
    return new_archive(tmp_path / "档案库")


@pytest.fixture
def signed_in(tmp_path, code):
    """王芳's session; 李建国 has an account too."""
    store.open(tmp_path / "档案库", USER, PASSWORD, LIGHT)
    session = Session()
    accounts.add_account(session.archive.keys, OTHER, OTHER_PASSWORD, roles.ADMIN, USER)
    return session


@pytest.fixture
def carry_out(qtbot):
    """Give one's own password to an act and wait for what comes of it."""

    def run(act, own=PASSWORD):
        qtbot.addWidget(act)
        act.show()
        act.own.setText(own)
        act.accept()
        qtbot.waitUntil(lambda: not act._working)
        return act

    return run


def new_password(act, password=NEW):
    act.new.first.setText(password)
    act.new.second.setText(password)
    return act

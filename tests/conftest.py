from __future__ import annotations

import os
import shutil
from contextlib import ExitStack

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from models import store
from models.archive import program_folders
from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.imports import imports
from models.imports.sheet_answers import SheetAnswers
from models.own_fields import own_values
from models.own_fields.own_fields import OwnField
from models.people.identity import Identity
from models.people.person import Person
from tests import factories
from tests.commands import folder, guess_cost, office_archive, run, told

__all__ = ["folder", "guess_cost", "office_archive", "run", "told"]  # commands, as fixtures

USER = "王芳"


# Nothing of what the suite says depends on how busy the PC is, and a fixture that lasts over many examples is meant so.
settings.register_profile(
    "office", deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
settings.load_profile("office")


@pytest.fixture(autouse=True)
def waits(tmp_path, monkeypatch):
    """Wrong passwords are counted beside the test, not on this PC."""
    monkeypatch.setattr(program_folders, "waiting_times", lambda: tmp_path / "waits.json")


@pytest.fixture(autouse=True)
def this_pc(monkeypatch, tmp_path_factory, request):
    """What this PC remembers of archives is another folder in each test; it is made when something is remembered."""
    folder = tmp_path_factory.getbasetemp() / "heads" / str(abs(hash(request.node.nodeid)))
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    return folder / "youfu" / "heads"


@pytest.fixture(scope="session")
def new_archive(tmp_path_factory):
    """A new archive of the practice kind, closed, made once and to be copied."""
    folder = tmp_path_factory.mktemp("新") / "档案库"
    store.create_practice(folder)
    return folder


@pytest.fixture
def practice_folder(tmp_path, new_archive):
    """A new archive of the practice kind, closed."""
    return shutil.copytree(new_archive, tmp_path / "演练库")


@pytest.fixture
def archive(tmp_path, new_archive):
    """An archive on disk, as in the office; the practice kind, which needs no password.

    A third of its opening is the proof of every page, which the copied one has passed when it was made; whoever opens
    an archive in a test has it proven.
    """
    folder = shutil.copytree(new_archive, tmp_path / "档案库")
    with ExitStack() as open_until_then:
        with pytest.MonkeyPatch.context() as proven:
            proven.setattr(store, "WHOLE_AT_OPENING", 0)
            open_until_then.enter_context(store.practice_session(folder, USER))
        yield folder


@pytest.fixture
def person(archive):
    """Make people: ``person(name="李四")`` is saved in an entry of its own."""

    def make(**facts):
        born = facts.pop("born", PartDate(1950, 6, 15))
        number = facts.pop("number", None) or factories.citizen_number(born.earliest())
        someone = Person(**{"name": "张三", "sex": "男", "number": number, "born": born, **facts})
        with journal.entry("登记", USER):
            someone.save()
        return someone

    return make


@pytest.fixture
def identity(person):
    """Make an identity, of somebody new unless told of whom."""

    def make(someone=None, **facts):
        facts = {"kind": "参战退役人员", "state": "享受待遇", **facts}
        made = Identity(person=someone or person(), **facts)
        with journal.entry("登记身份", USER):
            made.save()
        return made

    return make


@pytest.fixture
def define(archive):
    """Define a field of the office's own: ``define("兵种", "文字")``."""

    def make(name, type, **facts):
        made = OwnField(name=name, type=type, **facts)
        with journal.entry("登记自设栏目", USER):
            own_values.define(made)
        return made

    return make


@pytest.fixture
def take_in(archive):
    """Import workbooks and return the plan that was carried out."""

    def run(*files, kinds=None):
        plan = finish(imports.read_workbooks(files, SheetAnswers.of_kinds(kinds or {})))
        finish(imports.apply(plan, USER))
        return plan

    return run

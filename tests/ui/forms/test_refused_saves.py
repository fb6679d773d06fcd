"""A refused save leaves the form as it was, whatever the form: what was typed stands there, and the next save writes it all."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import get_args

import pytest
from peewee import ForeignKeyField
from PySide6.QtWidgets import QMessageBox

import ui
from models.core import journal
from models.core.record import Record, Refusal, Text, db
from models.people.person import Person
from ui.forms.file_forms import FileForm
from ui.forms.record_dialog import RecordDialog

ROOM = Path(ui.__file__).parent
for file in ROOM.rglob("*.py"):
    if "(FileForm[" in file.read_text("utf-8"):
        import_module(".".join(file.relative_to(ROOM.parent).with_suffix("").parts))
REFUSED = "库存不够，请先登记入库"


def forms(kind=FileForm):
    """Every form of the window that is about one kind of record."""
    for each in kind.__subclasses__():
        yield each
        yield from forms(each)


def model_of(kind):
    bases = [base for each in kind.__mro__ for base in getattr(each, "__orig_bases__", ())]
    return next(
        (a for base in bases for a in get_args(base) if isinstance(a, type) and issubclass(a, Record)), None
    )


# What their openers tell some forms; a step of an approval is there before its form, a decision is made of what was asked,
# and a new file has a test of its own.
OPENED = {
    "RemovalForm": lambda session, record: (False,), "PlannedForm": lambda session, record: (session, record.campaign, True),
    "StockForm": lambda session, record: (session,), "ScopeForm": lambda session, record: (session,),
    "OneOffForm": lambda session, record: (session,), "CaseForm": lambda session, record: (session,),
    "CardForm": lambda session, record: (False,), "ApprovalForm": lambda session, record: (session,),
    "IdentityForm": lambda session, record: (record,), "DeviceForm": lambda session, record: (session, False),
}  # fmt: skip
OTHERWISE = {"ApprovalStepForm", "NewPersonForm", "NewIdentityForm", "NewAccountForm", "DecisionForm"}
FORMS = [each for each in forms() if model_of(each) and each.__name__ not in OTHERWISE]


def linked(model, person):
    """A record with all that its links must lead to."""
    links = {}
    for name, field in model._meta.fields.items():
        if isinstance(field, ForeignKeyField) and not field.null:
            links[name] = person if field.rel_model is Person else save(linked(field.rel_model, person))
    return model(**links)


def save(record):
    with journal.entry("登记", "李敏"):
        db.execute_sql("PRAGMA ignore_check_constraints = ON")
        record.save()
    return record


@pytest.mark.parametrize("kind", FORMS, ids=lambda kind: kind.__name__)
def test_a_form_that_was_refused_once_saves_when_it_is_corrected(session, person, shown, monkeypatch, kind):
    model, told = model_of(kind), []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: told.append(box.text()))
    monkeypatch.setattr(Record, "problems", lambda self: {})
    for rule in ("rules", "conflicts", "doubts"):
        monkeypatch.setattr(model, rule, lambda self: iter(()))
    record = linked(model, person())
    form = kind(*OPENED.get(kind.__name__, lambda session, record: ())(session, record))
    form.edit(record)
    typed = next(
        n for n, e in form.editors.items() if isinstance(model._meta.fields.get(n), Text) and e.isEnabled()
    )
    monkeypatch.setattr(form, "check", dict)

    def write(record):
        db.execute_sql("PRAGMA ignore_check_constraints = ON")
        record.save()
        assert model.select().where(model.uid == record.uid).exists()
        raise Refusal(REFUSED)

    dialog = shown(RecordDialog(session, form, "登记", write))
    for value in ("第一次", "改过的"):
        form.editors[typed].set_value(value)
        before = {name: editor.value() for name, editor in form.editors.items()}
        dialog.save()
        assert dialog.isVisible()
        assert {name: editor.value() for name, editor in form.editors.items()} == before
        assert record.id is None
    assert told == [REFUSED, REFUSED]
    form.take_back()

"""The dictionaries of strangers' tables are data: whoever adds a line is told at once when it cannot work."""

from __future__ import annotations

import csv

import pytest

import resources
from models.core.words import bare_heading
from models.imports.registers.kinds import REGISTER_KINDS
from models.imports.rosters.lines import ROSTER_MODELS
from models.imports.sheets import dictionary
from models.imports.sheets.columns import AGAIN_UNKNOWN, columns_of
from models.imports.sheets.dictionary import NOTHING, Reason, all_dictionaries, dictionary_of
from models.imports.sheets.field_kinds import cell_reader

NAMES = ("roster", "register", "dead", "return", "pasted", "superior", "family")


def fields_of(name):
    return {line.field for line in dictionary_of(name).lines}


def test_every_sort_of_table_has_its_dictionary():
    assert tuple(all_dictionaries()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_line_says_how_its_cells_are_read_or_is_a_field_of_a_record(name):
    for line in dictionary_of(name).lines:
        if name == "roster":
            model, _, field = line.field.partition(".")
            assert model in (NOTHING, "row") or field in ROSTER_MODELS[model]._meta.fields
        elif NOTHING not in (line.field, line.reads):
            assert callable(cell_reader(line.reads))
        assert line.again in ("", AGAIN_UNKNOWN, *fields_of(name))


@pytest.mark.parametrize("name", NAMES)
def test_no_spelling_of_a_dictionary_means_two_fields(name):
    seen = {}
    for line in dictionary_of(name).lines:
        for spelling in line.spellings:
            key = (line.kind, bare_heading(spelling))
            assert seen.setdefault(key, line.field) == line.field, spelling


@pytest.mark.parametrize("name", NAMES)
def test_what_a_table_needs_is_a_field_of_its_dictionary(name):
    assert {field for group in dictionary_of(name).needs for field in group} <= fields_of(name)


def test_what_a_register_needs_and_is_told_is_a_field_of_its_own():
    for kind in REGISTER_KINDS.values():
        named = {field for group in kind.needs for field in group}
        assert named | ({kind.told[0]} if kind.told else set()) <= kind.fields.keys(), kind.name


def test_every_kind_of_register_has_what_its_rows_become():
    from models.imports.registers import makers

    plain = {kind.name for kind in REGISTER_KINDS.values() if kind.becomes is not None}
    assert makers.MAKERS.keys() | plain == REGISTER_KINDS.keys()
    assert not makers.MAKERS.keys() & plain


def test_a_register_that_is_a_list_of_records_knows_their_fields_by_their_names():
    for kind in REGISTER_KINDS.values():
        if kind.becomes is not None:
            model = kind.becomes.model
            named = {
                *kind.becomes.key,
                *kind.becomes.exact,
                *(name for group in kind.becomes.loose for name in group),
            }
            assert named <= model._meta.fields.keys(), kind.name
            for name, label in model.labels().items():
                field = dictionary_of("register").meaning(label, kind.name).field
                assert field == name or model._meta.fields[name].ours, label


def test_a_new_column_is_one_line_of_data(monkeypatch, tmp_path):
    """The spellings are all in one file: a line more, and the column is known, in a heading with a star too."""
    file = tmp_path / "headings.csv"
    before = resources.path("headings.csv").read_text("utf-8")
    file.write_text(f"{before}person.phone,,,,手头号码\n", "utf-8")
    found = resources.path
    monkeypatch.setattr(resources, "path", lambda name: file if name == file.name else found(name))
    with resources.path("dictionaries.csv").open(encoding="utf-8", newline="") as lines:
        made = dictionary.Dictionary(next(csv.DictReader(lines)))
    (column,) = columns_of(["手头号码*"], made)
    assert (column.field, column.reason) == ("person.phone", Reason.SPELT)


def test_a_column_says_why_it_is_taken_for_what_it_is():
    reasons = {
        "姓名": Reason.SPELT, "姓名（必填）": Reason.SHORTENED, "伤残类别": Reason.OTHER_KIND, "星座": Reason.UNKNOWN,
    }  # fmt: skip
    for heading, reason in reasons.items():
        (column,) = columns_of([heading], dictionary_of("roster"))
        assert column.reason == reason, heading
    (guessed,) = columns_of(["本次实发总额"], dictionary_of("register"), "补助发放登记")
    assert (guessed.field, guessed.reason) == ("amount", Reason.GUESSED)

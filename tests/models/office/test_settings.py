"""The office's settings: honest defaults until somebody confirms them."""

from __future__ import annotations

from dataclasses import replace

from models.core import journal
from models.office import settings
from models.undo.undo import undo


def test_what_nobody_confirmed_stays_empty(archive):
    assert settings.office().fonds_number == ""
    assert settings.office().name == "西宁市城中区退役军人事务局"


def test_a_field_emptied_against_its_default_stays_empty(archive):
    settings.change_office(replace(settings.office(), area_code=""), "王芳")
    assert settings.office().area_code == ""


def test_settings_are_kept_journaled_and_turned_back(archive):
    settings.change_office(replace(settings.office(), fonds_number="Z109"), "王芳")
    assert settings.office().fonds_number == "Z109"
    settings.change_office(replace(settings.office(), fonds_number="Z110"), "王芳")
    undo(2, "王芳")
    assert settings.office().fonds_number == "Z109"
    assert journal.chain_faults() == []

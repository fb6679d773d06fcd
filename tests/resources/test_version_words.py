"""What Windows shows of a program file is read from it, whole or cut off."""

from __future__ import annotations

from resources.version_words import version_words
from tests.models.updates.conftest import version_resource


def test_the_words_are_read_wherever_they_lie():
    content = (
        b"MZ"
        + bytes(98)
        + version_resource(FileDescription="优抚一人一档", CompanyName="某某局")
        + b"\xff" * 40
    )
    assert version_words(content) == {"FileDescription": "优抚一人一档", "CompanyName": "某某局"}


def test_what_has_none_or_was_cut_off_says_nothing():
    assert version_words(b"MZ" + bytes(500)) == {}
    assert version_words(bytes(100) + version_resource(FileDescription="优抚一人一档")[:60]) == {}

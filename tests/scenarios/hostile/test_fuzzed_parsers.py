"""What a campaign of fuzzing once found is taken ever after, and every parser takes some changed files in the suite."""

from __future__ import annotations

import pytest

from tests.fuzz import campaign
from tests.fuzz.parsers import PARSERS

KEPT = sorted(each for each in campaign.KEPT.glob("*/*") if each.is_file())


@pytest.mark.parametrize("file", KEPT, ids=lambda file: f"{file.parent.name}-{file.name}")
def test_what_was_kept_is_taken(file, tmp_path):
    campaign.take(PARSERS[file.parent.name], file.read_bytes(), tmp_path)


@pytest.mark.parametrize("name", PARSERS)
def test_a_parser_takes_or_refuses_whatever_it_is_fed(name, tmp_path, monkeypatch):
    monkeypatch.setattr(campaign, "AT_A_TIME", 15)
    campaign.feed_once(PARSERS[name], tmp_path, 18)

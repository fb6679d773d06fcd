"""Cover, contents and remarks of a volume."""

from __future__ import annotations

from tests.reports.person.files import usual
from tests.reports.person.printing import printed, words


def test_the_contents_list_counts_pages(tmp_path):
    said = words(printed(tmp_path, usual(), sections=["目录"])[0].pages[0])
    assert "2020031513" not in said
    assert "202003151" in said
    assert "198101103-5复印件" in said

"""Every paper that the program writes is PDF/A-2u: archives take it, and it reads in fifty years as it does today."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from tests.reports.kinds_of_paper import KINDS
from tests.reports.pdf.pdfa_rules import broken


@pytest.fixture
def paper(archive, tmp_path, request):
    file = tmp_path / "纸.pdf"
    KINDS[request.param](file)
    return file


every_kind = pytest.mark.parametrize("paper", KINDS, indirect=True)


@every_kind
def test_every_kind_of_paper_keeps_the_rules_of_archives(paper):
    assert broken(paper) == []


@every_kind
@pytest.mark.parametrize(
    "reader", [("qpdf", "--check"), ("mutool", "info"), ("pdftotext", "-raw")], ids=lambda each: each[0]
)
def test_other_readers_find_nothing_wrong(paper, reader):
    if shutil.which(reader[0]) is None:
        pytest.skip(f"{reader[0]} is not installed here")
    done = subprocess.run([*reader, str(paper)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert not re.search("warn|error(?!s found)", done.stderr, re.I), done.stderr


BREAKAGES = {
    "output_intent_6_2_3": (b"/GTS_PDFA1", b"/GTS_PDFX10"),
    "metadata_6_6": (b"<pdfaid:part>2<", b"<pdfaid:part>1<"),
    "file_header_6_1_2": (b"%PDF-1.7", b"%PDF-2.0"),
    "fonts_6_2_11": (b"/Identity-H", b"/Identity-V"),
    "images_and_forms_6_2_8_and_6_2_9": (b"/BitsPerComponent 8", b"/Interpolate true  "),
    "nothing_else_6_8_to_6_11": (b"/DisplayDocTitle true", b"/EF true"),
}


@pytest.mark.parametrize("paper", ["一人一档"], indirect=True)
@pytest.mark.parametrize("name", BREAKAGES)
def test_the_rules_notice_what_breaks_them(paper, name):
    good, bad = BREAKAGES[name]
    whole = paper.read_bytes()
    assert good in whole
    paper.write_bytes(whole.replace(good, bad.ljust(len(good))[: len(good)]))
    assert name in {each.partition(":")[0] for each in broken(paper)}

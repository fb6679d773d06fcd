"""Pages of others in our files: as they were, and the rules of archives kept; what breaks a rule says which."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from PIL import ImageChops, ImageStat
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    StreamObject,
)

from reports.paper.binding import Binder, ScannedPage
from reports.paper.fonts import SERIF
from reports.paper.sheet import Mark, Paper, Said, Style
from reports.pdf import fitting_pages
from reports.pdf.taken_pages import LOCKED, UNREADABLE, PagesOfOthers
from tests.reports.pdf.pdfa_rules import broken
from tests.reports.transfer.papers import CHANGES, changed, page, scanner_pdf

HIDDEN = b"BT 3 Tr /T 12 Tf 60 700 Td (Lihua) Tj ET"
WORDS = "立功证书第四号"


def written():
    """A page of words that says that it is PDF/A."""
    made = io.BytesIO()
    paper = Paper(made, "立功证书", "某团")
    paper.tell(None, [Mark(80, 600, Style(SERIF, 20, 28), WORDS)], 0, 0, Said())
    paper.turn()
    paper.close()
    return made.getvalue()


def searchable(each):
    """A text layer behind a scan, as recognisers write it: a font that is not embedded, for it is not seen."""
    font = DictionaryObject({
        NameObject(key): NameObject(value)
        for key, value in {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Times-Roman", "/Encoding": "/WinAnsiEncoding"}.items()
    })  # fmt: skip
    each["/Resources"][NameObject("/Font")] = DictionaryObject({NameObject("/T"): font})
    layered(each, HIDDEN)


def layered(each, operators):
    stream = DecodedStreamObject()
    stream.set_data(each.get_contents().get_data() + b"\n" + operators)
    each[NameObject("/Contents")] = stream


def bound(tmp_path, *contents):
    """A volume with the pages of those files, and how each page looks in its own."""
    out = tmp_path / "volume.pdf"
    with out.open("wb") as file:
        binder = Binder(file, "案卷", "某区局")
        for content in contents:
            others = PagesOfOthers(content)
            for number in range(len(others.pages)):
                taken = others.page(number)
                assert not isinstance(taken, str), taken
                binder._bind_scans([ScannedPage(taken, "扫描件", across=taken.across)])
        binder.close()
    return out


def look(content, number, box=None):
    with pypdfium2.PdfDocument(content) as document:
        whole = document[number].render(scale=1).to_pil().convert("L")
    return whole.crop(box) if box else whole


def test_a_searchable_fax_keeps_its_words_and_its_packing_and_the_rules(tmp_path):
    fax = changed(scanner_pdf(page("1")), searchable)
    out = bound(tmp_path, fax, written())
    reader = PdfReader(out)
    assert "Lihua" in reader.pages[0].extract_text()
    assert WORDS in reader.pages[1].extract_text()
    assert b"/CCITTFaxDecode" in out.read_bytes()
    assert broken(out) == []


@pytest.mark.parametrize("change", CHANGES)
def test_a_page_looks_as_it_did_however_it_lies(tmp_path, change):
    content = changed(scanner_pdf(page("L", (620, 877))), change)
    out = bound(tmp_path, content)
    before = look(content, 0)
    after = look(str(out), 0, (14, 14, 581, 811)).resize(before.size)
    assert ImageStat.Stat(ImageChops.difference(before, after)).mean[0] < 6
    assert broken(out) == []


def test_what_several_pages_show_is_copied_once(tmp_path):
    shown = scanner_pdf(page("1"))
    once, twice = io.BytesIO(), io.BytesIO()
    for count, out in ((1, once), (8, twice)):
        made = PdfWriter()
        for _ in range(count):
            made.add_page(PdfReader(io.BytesIO(shown)).pages[0])
        made.write(out)
    assert (
        bound(tmp_path, twice.getvalue()).stat().st_size < 9 * bound(tmp_path, once.getvalue()).stat().st_size
    )


def state(**said):
    def change(each):
        entries = {NameObject(f"/{key}"): value for key, value in said.items()}
        states = DictionaryObject({NameObject("/G"): DictionaryObject(entries)})
        each["/Resources"][NameObject("/ExtGState")] = states

    return change


def of_image(key, value):
    def change(each):
        (image,) = each["/Resources"]["/XObject"].values()
        image.get_object()[NameObject(key)] = value

    return change


def seen(each):
    searchable(each)
    layered(each, HIDDEN.replace(b"3 Tr", b"0 Tr"))


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (state(ca=FloatObject(0.5)), fitting_pages.TRANSPARENT),
        (state(TR=NameObject("/Identity")), fitting_pages.OTHER_PRESS),
        (of_image("/SMask", StreamObject()), fitting_pages.TRANSPARENT),
        (of_image("/ColorSpace", NameObject("/DeviceCMYK")), fitting_pages.OTHER_COLOURS),
        (of_image("/Filter", NameObject("/LZWDecode")), fitting_pages.OTHER_PACKING),
        (of_image("/OC", DictionaryObject()), fitting_pages.LAYERS),
        (lambda each: layered(each, b"0 0 0 1 k"), fitting_pages.OTHER_COLOURS),
        (lambda each: layered(each, b"q"), fitting_pages.ODD),
        (lambda each: layered(each, b"/Nobody Do"), fitting_pages.ODD),
        (lambda each: layered(each, b"/Nobody 3 Tf"), fitting_pages.ODD),
        (seen, fitting_pages.NOT_EMBEDDED),
    ],
)
def test_what_breaks_a_rule_says_which(change, why):
    assert PagesOfOthers(changed(scanner_pdf(page("1")), change)).page(0) == why


def test_what_is_opaque_and_merely_says_so_stays():
    taken = PagesOfOthers(
        changed(scanner_pdf(page("1")), state(ca=FloatObject(1), SA=BooleanObject(True)))
    ).page(0)
    assert not isinstance(taken, str)


def test_a_locked_file_and_a_broken_one_say_so():
    made, kept = PdfWriter(clone_from=io.BytesIO(scanner_pdf(page("1")))), io.BytesIO()
    made.encrypt("", "owner", algorithm="RC4-128")
    made.write(kept)
    assert PagesOfOthers(kept.getvalue()).page(0) == LOCKED
    assert PagesOfOthers(b"%PDF-1.4 nothing").page(0) == UNREADABLE

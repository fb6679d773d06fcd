"""Papers kept in the archive: what is taken in, and that each stays what it was."""

from __future__ import annotations

import hashlib
import os

import pytest

from models.archive import scans
from models.archive.opened import opened_archive
from models.core.record import Refusal
from tests.models.archive.papers import pdf, picture

pytestmark = pytest.mark.usefixtures("archive")


@pytest.mark.parametrize(
    ("paper", "media", "pages"),
    [
        (pdf(3), "application/pdf", 3),
        (b"\r\n" + pdf(1), "application/pdf", 1),
        (picture("JPEG"), "image/jpeg", 1),
        (picture("JPEG", mode="L"), "image/jpeg", 1),
        (picture("JPEG", mode="CMYK"), "image/jpeg", 1),
        (picture("PNG"), "image/png", 1),
        (picture("PNG", mode="RGBA"), "image/png", 1),
    ],
)
def test_a_paper_comes_back_as_it_was_kept(paper, media, pages):
    kept = scans.keep_scan(paper)
    assert (kept.media, kept.pages, kept.bytes) == (media, pages, len(paper))
    assert kept.sha256 == hashlib.sha256(paper).hexdigest()
    assert scans.read_scan(kept.sha256) == paper
    assert scans.check_scans([kept.sha256]) == []


def test_the_content_counts_and_not_the_suffix(tmp_path):
    wrongly_named = tmp_path / "证明.txt"
    wrongly_named.write_bytes(picture("PNG"))
    assert scans.keep_scan(wrongly_named).media == "image/png"
    wrongly_named.with_suffix(".pdf").write_bytes(b"\xd0\xcf\x11\xe0 a Word document")
    with pytest.raises(Refusal, match="只收 PDF、JPEG、PNG"):
        scans.keep_scan(wrongly_named.with_suffix(".pdf"))


def test_the_same_paper_is_kept_once():
    first, second = scans.keep_scan(picture()), scans.keep_scan(picture())
    assert first == second
    assert len([p for p in opened_archive().scans.rglob("*") if p.is_file()]) == 1


def test_nothing_of_a_paper_can_be_read_in_its_file():
    paper = pdf(2)
    path = opened_archive().scans / scans.keep_scan(paper).sha256[:2] / hashlib.sha256(paper).hexdigest()
    assert not any(paper[at : at + 8] in path.read_bytes() for at in range(len(paper) - 8))


def test_an_empty_a_huge_and_a_missing_file_are_refused(tmp_path):
    with pytest.raises(Refusal, match="空的"):
        scans.keep_scan(b"")
    huge = tmp_path / "huge.pdf"
    with huge.open("wb") as file:
        file.truncate((50 << 20) + 1)
    with pytest.raises(Refusal, match="超过50MB"):
        scans.keep_scan(huge)
    for missing in (tmp_path / "没有.pdf", tmp_path):
        with pytest.raises(Refusal, match="找不到文件"):
            scans.keep_scan(missing)


def test_a_kept_paper_that_was_changed_anywhere_is_refused():
    kept = scans.keep_scan(picture("PNG", (20, 20)))
    path = opened_archive().scans / kept.sha256[:2] / kept.sha256
    whole = path.read_bytes()
    damaged = [whole[:at] + bytes([whole[at] ^ 32]) + whole[at + 1 :] for at in range(len(whole))]
    for content in [*damaged, b"", whole[:10], whole[:-1], whole + b"x"]:
        path.write_bytes(content)
        with pytest.raises(Refusal, match="已损坏或被换过"):
            scans.read_scan(kept.sha256)
    assert scans.check_scans()[0].startswith(f"扫描件 {kept.sha256[:12]}")


def test_papers_that_changed_places_are_noticed():
    one, other = scans.keep_scan(pdf(1)), scans.keep_scan(pdf(2))
    paths = [opened_archive().scans / each.sha256[:2] / each.sha256 for each in (one, other)]
    os.replace(paths[0], paths[1])
    with pytest.raises(Refusal, match="已损坏或被换过"):
        scans.read_scan(other.sha256)
    with pytest.raises(Refusal, match="不在档案库中"):
        scans.read_scan(one.sha256)
    assert len(scans.check_scans([one.sha256])) == 2


def test_keeping_a_damaged_paper_again_heals_it():
    kept = scans.keep_scan(pdf(1))
    (opened_archive().scans / kept.sha256[:2] / kept.sha256).write_bytes(b"damaged")
    scans.keep_scan(scans.keep_scan(pdf(1)) and pdf(1))
    assert scans.check_scans([kept.sha256]) == []


def test_a_strange_file_among_the_papers_is_told():
    (opened_archive().scans / "desktop.ini").write_text("x")
    assert scans.check_scans() == ["scans 中有不认识的文件“desktop.ini”"]


def test_a_name_that_is_no_hash_reaches_no_file():
    for name in ("../keys.json", "", "AB" * 32):
        with pytest.raises(ValueError, match="SHA-256"):
            scans.read_scan(name)

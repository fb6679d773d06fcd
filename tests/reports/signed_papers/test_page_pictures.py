"""The pictures of pages: whatever scanners and phones make, page by page."""

from __future__ import annotations

import pytest
from PIL import Image
from pypdf import PdfWriter

from models.core.record import Refusal
from models.incoming.paper_check import look_at
from reports.signed_papers.page_pictures import pages_in, scan_files


def picture(shade, mode="L"):
    return Image.new(mode, (90, 120), shade)


@pytest.mark.parametrize(
    ("ending", "media"),
    [
        ("jpg", "image/jpeg"),
        ("png", "image/png"),
        ("tiff", "image/png"),
        ("bmp", "image/png"),
        ("webp", "image/jpeg"),
    ],
)
def test_a_page_is_kept_as_the_archive_keeps_papers(tmp_path, ending, media):
    picture(200).save(tmp_path / f"页.{ending}")
    (page,) = pages_in(tmp_path / f"页.{ending}")
    assert look_at(page.content()) == (media, 1)
    assert next(page.pictures()).size == (90, 120)


def test_a_pdf_and_a_tiff_of_many_pages_are_taken_apart(tmp_path):
    for name in ("三页.pdf", "三页.tif"):
        first, *rest = (picture(shade) for shade in (0, 120, 255))
        first.save(tmp_path / name, save_all=True, append_images=rest)
    for name in ("三页.pdf", "三页.tif"):
        pages = pages_in(tmp_path / name)
        assert [page.page for page in pages] == [1, 2, 3]
        assert len({page.source for page in pages}) == 3
        assert all(look_at(page.content())[1] == 1 for page in pages)
        greys = [next(page.pictures()).convert("L").getpixel((40, 60)) for page in pages]
        assert all(abs(grey - shade) < 8 for grey, shade in zip(greys, (0, 120, 255), strict=True))


def test_a_folder_gives_its_scans_in_the_order_of_their_names(tmp_path):
    (tmp_path / "内").mkdir()
    for name in ("b.png", "a.jpg", "内/c.TIF"):
        picture(9).save(tmp_path / name)
    (tmp_path / "说明.txt").write_text("不是扫描件")
    (tmp_path / "~$b.png").write_bytes(b"")
    assert [file.name for file in scan_files([tmp_path])] == ["a.jpg", "b.png", "c.TIF"]


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n nothing", b"\x89PNG\r\n\x1a\n nothing", b"GIF89a"])
def test_a_broken_file_is_refused(tmp_path, content):
    (tmp_path / "坏.png").write_bytes(content)
    with pytest.raises(Refusal):
        next(iter(pages_in(tmp_path / "坏.png"))).content()


def test_a_picture_of_too_many_dots_is_called_too_large_and_not_broken(tmp_path):
    Image.new("1", (20_000, 20_000), 1).save(tmp_path / "大.tif", compression="group4")
    small, large = Image.new("1", (90, 120), 1), Image.new("1", (8_000, 8_000), 1)
    small.save(tmp_path / "两页.tif", save_all=True, append_images=[large], compression="group4")
    with pytest.raises(Refusal, match=r"像素太多|超过5000万"):
        pages_in(tmp_path / "大.tif")
    first, second = pages_in(tmp_path / "两页.tif")
    assert next(first.pictures()).size == (90, 120)
    with pytest.raises(Refusal, match=r"像素太多|超过5000万"):
        next(second.pictures())


def test_a_locked_pdf_and_an_empty_file_are_called_so(tmp_path):
    locked = PdfWriter()
    locked.add_blank_page(100, 100)
    locked.encrypt("密码")
    locked.write(tmp_path / "锁.pdf")
    (tmp_path / "空.pdf").write_bytes(b"")
    with pytest.raises(Refusal, match="打开密码"):
        pages_in(tmp_path / "锁.pdf")
    with pytest.raises(Refusal, match="文件是空的"):
        pages_in(tmp_path / "空.pdf")

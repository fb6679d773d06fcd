"""The parts of a workbook file: each is counted as it comes, whatever the file says of itself."""

from __future__ import annotations

import zipfile
from contextlib import contextmanager
from io import BytesIO

import pytest

from models.imports.workbooks import parts, safety
from models.imports.workbooks.parts import Package, SheetFacts, Unfit, column_number


@contextmanager
def package(**content: bytes):
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    with zipfile.ZipFile(file) as archive:
        yield Package(archive)


def unpacks(monkeypatch, content: bytes, times: int = 1, **limits: int) -> bool:
    for name, limit in limits.items():
        monkeypatch.setattr(parts, name, limit)
    with package(a=content) as made:
        try:
            for _ in range(times):
                assert b"".join(made.unpack("a")) == content
        except Unfit:
            return False
        return True


def test_the_used_area_grows_and_never_shrinks():
    facts = SheetFacts()
    facts.reach(3, 5)
    facts.reach(2, 7)
    facts.reach(1, 0)
    assert (facts.rows, facts.columns) == (3, 8)


@pytest.mark.parametrize(("letters", "number"), [("A", 0), ("z", 25), (b"AB", 27), (b"xfd", 16_383)])
def test_a_column_s_letters_are_a_number(letters, number):
    assert column_number(letters) == number


@pytest.mark.parametrize(("most", "fits"), [(30, True), (29, False)])
def test_all_parts_together_are_no_more_than_may_be(monkeypatch, most, fits):
    assert unpacks(monkeypatch, b"0123456789", times=3, UNPACKED=most) == fits


def test_a_second_look_is_counted_anew(monkeypatch):
    monkeypatch.setattr(parts, "UNPACKED", 10)
    with package(a=b"0123456789") as made:
        list(made.unpack("a"))
        made.forget()
        list(made.unpack("a"))


def test_what_unpacks_to_far_more_than_it_was_is_refused(monkeypatch):
    packed = zipfile.ZIP_DEFLATED
    file = BytesIO()
    with zipfile.ZipFile(file, "w", packed) as archive:
        archive.writestr("a", bytes(4096))
    with zipfile.ZipFile(file) as archive:
        size = archive.infolist()[0].compress_size
    monkeypatch.setattr(parts, "PIECE", 64)
    allowed = (4096 - 32 * 64) / size
    assert unpacks(monkeypatch, bytes(4096), RATIO=int(allowed) + 1)
    assert not unpacks(monkeypatch, bytes(4096), RATIO=int(allowed) - 1)


def test_as_many_parts_as_may_be_and_none_twice(monkeypatch):
    monkeypatch.setattr(parts, "PARTS", 2)
    with package(a=b"", b=b"") as made:
        assert set(made.parts) == {"a", "b"}
    with pytest.raises(Unfit), package(a=b"", b=b"", c=b""):
        pass
    with pytest.raises(Unfit), package(a=b"", A=b""):
        pass


def test_words_are_counted_where_a_piece_is_hardly_anything_else(monkeypatch):
    wordy = b"<t>" + b"x" * 400 + b"</t>"
    assert unpacks(monkeypatch, wordy, MOST_CELL_TEXT=len(wordy))
    assert not unpacks(monkeypatch, wordy, MOST_CELL_TEXT=len(wordy) - 1)
    assert unpacks(monkeypatch, b"x" * 500, MOST_CELL_TEXT=0)  # no mark is closed: a picture
    assert unpacks(monkeypatch, b"<t>" + b"x" * 393 + b"</t>", MOST_CELL_TEXT=0)  # 400 bytes to two marks
    assert not unpacks(monkeypatch, b"<t>" + b"x" * 394 + b"</t>", MOST_CELL_TEXT=0)


def test_a_small_part_is_small(monkeypatch):
    monkeypatch.setattr(parts, "PIECE", 4)
    with package(a=b"<a>" + b" " * 57 + b"</a>") as made:
        assert made.small("a") == [("a", {})]
        assert made.small("b") == []
    with package(a=b"<a>" + b" " * 58 + b"</a>") as made, pytest.raises(Unfit, match="已损坏"):
        made.small("a")


def test_a_file_on_the_disk_may_be_as_large_as_may_be(monkeypatch):
    monkeypatch.setattr(safety, "FILE", 20)
    with pytest.raises(Unfit, match="不是电子表格"):
        safety.inspect(BytesIO(b"x" * 20))
    with pytest.raises(Unfit, match="超过0MB，太大了"):
        safety.inspect(BytesIO(b"x" * 21))


def test_an_old_workbook_is_looked_at_in_memory_and_may_be_less_large(monkeypatch):
    content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)
    monkeypatch.setattr(safety, "COMPOUND", len(content))
    with pytest.raises(Unfit, match="已损坏"):
        safety.inspect(BytesIO(content))
    monkeypatch.setattr(safety, "COMPOUND", len(content) - 1)
    with pytest.raises(Unfit, match="太大了"):
        safety.inspect(BytesIO(content))


def test_how_large_is_too_large_is_said_in_megabytes(monkeypatch):
    monkeypatch.setattr(safety, "FILE", 3 << 20)
    with pytest.raises(Unfit, match="超过3MB"):
        safety.inspect(BytesIO(bytes((3 << 20) + 1)))
    monkeypatch.setattr(safety, "COMPOUND", 2 << 20)
    with pytest.raises(Unfit, match="超过2MB"):
        safety.inspect(BytesIO(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2 << 20)))

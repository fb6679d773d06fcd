"""A program file is read as Windows reads it. The smallest ones are made here, byte by byte."""

from __future__ import annotations

import struct

import pytest

from resources.windows.check_pe import check
from resources.windows.pe import X64, Program

BASE = 0x1000  # where the one section is loaded, and 0x200 where it lies in the file


def made(folder, name, machine=X64, subsystem=(6, 0), imports=None, exports=(), version=None):
    """Write a program file with one section that holds its tables."""
    section = bytearray(struct.pack("<II", 0, 0))

    def put(content):
        section.extend(b"\0" * (-len(section) % 8))
        place = BASE + len(section)
        section.extend(content)
        return place

    if version:
        put(struct.pack("<IIII", 0xFEEF04BD, 0x10000, version[0] << 16 | version[1], 0))
    entries = b""
    for dll, names in (imports or {}).items():
        places = [put(b"\0\0" + each.encode() + b"\0") for each in names]
        table = put(struct.pack(f"<{len(places) + 1}Q", *places, 0))
        entries += struct.pack("<IIIII", table, 0, 0, put(dll.encode() + b"\0"), table)
    imported = put(entries + bytes(20)) if entries else 0
    names = put(struct.pack(f"<{len(exports)}I", *[put(each.encode() + b"\0") for each in exports]))
    exported = put(struct.pack("<24xIII4x", len(exports), 0, names)) if exports else 0
    directories = struct.pack("<IIII", exported, 40, imported, 20) + bytes(8 * 14)
    optional = struct.pack("<H46xHH60x", 0x20B, *subsystem) + directories
    head = b"MZ" + bytes(0x3A) + struct.pack("<I", 0x40) + b"PE\0\0"
    head += struct.pack("<HH12xHH", machine, 1, len(optional), 0) + optional
    head += b".data\0\0\0" + struct.pack("<IIII16x", len(section), BASE, len(section), 0x200)
    (folder / name).write_bytes(head.ljust(0x200, b"\0") + section)
    return Program(folder / name)


def faults(folder, *programs):
    return list(check(list(programs), folder))


def test_what_a_program_says_of_itself_is_read(tmp_path):
    program = made(
        tmp_path,
        "a.dll",
        imports={"KERNEL32.dll": ["Sleep", "Beep"]},
        exports=["one", "two"],
        version=(14, 39),
    )
    assert program.machine == X64
    assert program.subsystem == (6, 0)
    assert program.imports == {"kernel32.dll": ["Sleep", "Beep"]}
    assert program.exports == ["one", "two"]
    assert program.version[:2] == (14, 39)


def test_what_is_no_program_is_refused(tmp_path):
    (tmp_path / "a.dll").write_bytes(bytes(400))
    with pytest.raises(ValueError, match="no Windows program"):
        Program(tmp_path / "a.dll")


def test_a_whole_folder_has_no_fault(tmp_path):
    library = made(tmp_path, "qt.dll", exports=["paint"])
    assert not faults(
        tmp_path, library, made(tmp_path, "a.exe", imports={"qt.dll": ["paint"], "user32.dll": ["X"]})
    )


def test_a_missing_dll_is_told(tmp_path):
    [fault] = faults(tmp_path, made(tmp_path, "a.exe", imports={"qt.dll": ["paint"]}))
    assert "qt.dll is neither in the folder nor Windows' own" in fault


def test_a_missing_name_is_told(tmp_path):
    library = made(tmp_path, "qt.dll", exports=["print"])
    [fault] = faults(tmp_path, library, made(tmp_path, "a.exe", imports={"qt.dll": ["paint"]}))
    assert "lacks ['paint']" in fault


def test_a_dll_that_older_windows_lacks_is_told(tmp_path):
    [fault] = faults(tmp_path, made(tmp_path, "a.dll", imports={"icuuc.dll": ["u_init"]}))
    assert "older Windows 10 lacks" in fault


def test_a_32_bit_file_an_old_runtime_and_a_newer_windows_are_told(tmp_path):
    told = faults(
        tmp_path,
        made(tmp_path, "a.dll", machine=0x14C),
        made(tmp_path, "vcruntime140.dll", version=(14, 0)),
        made(tmp_path, "c.dll", subsystem=(10, 1)),
    )
    assert [fault.partition(":")[0] for fault in told] == ["a.dll", "vcruntime140.dll", "c.dll"]

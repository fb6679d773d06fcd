"""The archive's folder: made, opened by one program at a time, proven, closed; nothing in it can be read without a key."""

from __future__ import annotations

import errno
import os
import random
import shutil
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from models import records, store
from models.archive import keys, scans
from models.archive import opened as archive
from models.archive.wraps import Cost
from models.core import journal
from models.core.files import plain_words
from models.core.record import Refusal, db
from models.migrations import steps
from models.people.person import Person
from tests import factories

ROOT = Path(__file__).parents[2]
LIGHT = Cost(memory=64, passes=1, lanes=1)
ME = ("王芳", "青稞在七月 才成熟", LIGHT)
NAME = "祁连山下一个很长的名字"
DAMAGED = r"archive\.db 已损坏"


@pytest.fixture
def small(monkeypatch):
    """Archives of one table, so that a test may open hundreds."""

    def note(database):
        database.execute_sql("CREATE TABLE note (id INTEGER PRIMARY KEY, words TEXT)")

    monkeypatch.setattr(steps, "STEPS", [note])
    monkeypatch.setattr(records, "install_triggers", lambda: None)


@pytest.fixture
def folder(tmp_path, small):
    """An archive with some pages in use and some that are free again."""
    made = tmp_path / "档案库"
    store.create(made, *ME)
    with store.session(made, *ME):
        write(60)
        db.execute_sql("DELETE FROM note WHERE id > 30")
    return made


def write(rows, words=NAME * 20):
    with db.atomic():
        for _ in range(rows):
            db.execute_sql("INSERT INTO note (words) VALUES (?)", (words,))


def rows():
    return db.execute_sql("SELECT count(*) FROM note").fetchone()[0]


def refused(folder, words, who=ME):
    with pytest.raises(Refusal, match=words):
        store.open(folder, *who)
    assert archive.opened is None
    assert db.is_closed()


# --- making and opening ------------------------------------------------------------------------------------------


def test_an_archive_is_made_opened_and_closed(tmp_path):
    code = store.create(tmp_path / "库", *ME)
    assert len(code) == 47
    with store.session(tmp_path / "库", *ME) as opened:
        assert archive.opened_archive() is opened
        assert (opened.folder, opened.user, opened.practice) == (tmp_path / "库", "王芳", False)
        assert store.check_archive() == []
    assert archive.opened is None
    assert {p.name for p in (tmp_path / "库").iterdir()} - {"archive.lock"} == {
        "archive.db", "keys.json", "scans", "backups",
    }  # fmt: skip


def test_without_an_open_archive_there_is_an_answer(tmp_path):
    with pytest.raises(Refusal, match="还没有打开档案库"):
        store.check_archive()
    store.close()


def test_the_file_is_whole_on_the_disk_and_spills_nothing(folder):
    with store.session(folder, *ME):
        asked = ("journal_mode", "synchronous", "foreign_keys", "temp_store", "secure_delete")
        assert [db.pragma(name) for name in asked] == ["delete", 2, 1, 2, 0]


def test_a_program_has_one_archive_open(folder, tmp_path):
    with store.session(folder, *ME):
        for second in (
            lambda: store.open(folder, *ME),
            lambda: store.create(tmp_path / "另一个", *ME),
            lambda: store.practice_session(folder).__enter__(),
        ):
            with pytest.raises(RuntimeError, match="open already"):
                second()
        assert rows() == 30


def test_an_archive_is_closed_by_the_thread_that_opened_it(folder):
    """The connection of another thread would outlive the lock."""
    with store.session(folder, *ME), ThreadPoolExecutor(1) as other:
        with pytest.raises(RuntimeError, match="thread that opened it"):
            other.submit(store.close).result()
        assert rows() == 30


def test_the_recovery_code_gives_a_new_password(tmp_path, small):
    code = store.create(tmp_path / "库", *ME)
    with pytest.raises(Refusal, match="没有用户“李强”，现有用户：王芳"):
        store.recover(tmp_path / "库", code, "李强", "油菜花 现在开了吗", LIGHT)
    assert store.recover(tmp_path / "库", code, "王芳", "油菜花 现在开了吗", LIGHT).user == "王芳"
    store.close()
    refused(tmp_path / "库", keys.WRONG)
    with store.session(tmp_path / "库", "王芳", "油菜花 现在开了吗", LIGHT):
        assert rows() == 0


def test_a_practice_archive_opens_without_a_password(tmp_path, small):
    (tmp_path / "打印").mkdir()
    (tmp_path / "打印" / "花名册.pdf").write_bytes(b"x")
    store.create_practice(tmp_path)
    assert store.is_practice(tmp_path)
    with store.practice_session(tmp_path, "李强") as opened:
        assert (opened.user, opened.practice) == ("李强", True)
        write(1)
    refused(tmp_path, "演练库，不用密码")


def test_a_practice_archive_can_be_discarded_and_nothing_beside_it(tmp_path, folder):
    practice = tmp_path / "演练"
    practice.mkdir()
    (practice / "打印.pdf").write_bytes(b"x")
    for _ in range(2):
        store.create_practice(practice)
        store.discard_practice(practice)
    assert {each.name for each in practice.iterdir()} - {"archive.lock"} == {"打印.pdf"}
    with pytest.raises(Refusal, match="不是演练库"):
        store.discard_practice(folder)
    with store.session(folder, *ME):
        assert rows() == 30


def test_a_real_archive_does_not_pass_for_a_practice_one(folder, tmp_path, small):
    """Somebody puts a forged practice keys.json beside the real database, or the other way round."""
    store.create_practice(tmp_path / "演练")
    shutil.copy(tmp_path / "演练" / "keys.json", folder / "keys.json")
    with pytest.raises(Refusal, match=DAMAGED):
        store.open_practice(folder)


# --- what is refused -----------------------------------------------------------------------------------------------


def test_a_wrong_password_leaves_nothing_open(folder):
    refused(folder, keys.WRONG, ("王芳", "不是这个密码", LIGHT))
    with store.session(folder, *ME):
        assert rows() == 30


def test_what_is_missing_is_said(folder, tmp_path):
    refused(tmp_path / "没有", "找不到文件夹")
    refused(folder / "archive.db", "找不到文件夹")
    refused(tmp_path, "不是档案库")
    os.rename(folder / "keys.json", tmp_path / "keys.json")
    refused(folder, r"没有钥匙文件 keys\.json")
    os.rename(tmp_path / "keys.json", folder / "keys.json")
    os.rename(folder / "archive.db", tmp_path / "archive.db")
    refused(folder, r"没有档案库文件 archive\.db")


def test_an_archive_is_made_in_an_empty_folder_only(folder, tmp_path):
    before = (folder / "keys.json").read_bytes()
    for make in (lambda: store.create(folder, *ME), lambda: store.create_practice(folder)):
        with pytest.raises(Refusal, match="已经有档案库"):
            make()
    assert (folder / "keys.json").read_bytes() == before
    other = tmp_path / "文件"
    other.mkdir()
    (other / "desktop.ini").write_text("x")
    (other / "相片.jpg").write_text("x")
    with pytest.raises(Refusal, match=r"不是空文件夹（有“相片\.jpg”等1项）"):
        store.create(other, *ME)
    (other / "相片.jpg").unlink()
    store.create(other, *ME)


def test_a_refused_account_leaves_no_half_archive(tmp_path, small):
    with pytest.raises(Refusal, match="密码"):
        store.create(tmp_path / "库", "王芳", "短", LIGHT)
    store.create(tmp_path / "库", *ME)


def test_a_failing_first_step_leaves_no_half_archive(tmp_path, monkeypatch, small):
    def fail(database):
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(steps, "STEPS", [fail])
        with pytest.raises(ZeroDivisionError):
            store.create(tmp_path / "库", *ME)
    refused(tmp_path / "库", "不是档案库")
    store.create(tmp_path / "库", *ME)


def test_a_database_of_another_archive_is_refused(folder, tmp_path):
    store.create(tmp_path / "另一个", *ME)
    shutil.copy(tmp_path / "另一个" / "archive.db", folder / "archive.db")
    refused(folder, DAMAGED)


def test_a_read_only_file_is_refused(folder):
    if os.name == "posix" and os.geteuid() == 0:
        pytest.skip("nothing is read-only to root")
    (folder / "archive.db").chmod(0o444)
    refused(folder, "只读")


def test_a_full_disk_is_told_and_keeps_what_was_there(folder):
    with store.session(folder, *ME):
        db.pragma("max_page_count", db.pragma("page_count"))
        with pytest.raises(Refusal, match="磁盘已满"), store.plainly(folder):
            write(5000)
        assert rows() == 30
    with pytest.raises(Refusal, match="磁盘已满"), plain_words(folder):
        raise OSError(errno.ENOSPC, "No space left on device")


def test_errors_of_the_file_system_are_told_and_our_own_are_not(folder):
    with pytest.raises(Refusal, match="没有权限"), plain_words(folder):
        raise PermissionError(errno.EACCES, "Permission denied", "x")
    with pytest.raises(Refusal, match=r"找不到“.*缺的”"), plain_words(folder):
        (folder / "缺的").read_bytes()
    with store.session(folder, *ME), pytest.raises(Exception, match="no such table"), store.plainly(folder):
        db.execute_sql("SELECT * FROM absent")


# --- damage --------------------------------------------------------------------------------------------------------


def test_a_byte_changed_anywhere_is_noticed_at_opening(folder):
    """The header's salt, every page with its proof, free pages, the last byte."""
    path = folder / "archive.db"
    whole = path.read_bytes()
    with store.session(folder, *ME):
        assert db.pragma("freelist_count") > 0
    rng = random.Random(11)
    pages = range(0, len(whole), 4096)
    places = {
        *range(0, 32, 5),
        len(whole) - 1,
        *(p + rng.randrange(4096) for p in pages),
        *(p + 4095 for p in pages),
    }
    for at in [*sorted(places), *(rng.randrange(len(whole)) for _ in range(60))]:
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << rng.randrange(8)]) + whole[at + 1 :])
        refused(folder, DAMAGED)
    path.write_bytes(whole)
    with store.session(folder, *ME):
        assert store.check_archive() == []


def test_a_file_of_another_length_is_noticed_at_opening(folder):
    path = folder / "archive.db"
    whole = path.read_bytes()
    for other in (
        b"", whole[:1], whole[:16], whole[:4096], whole[:-4096], whole[:-1], whole[:-8192], whole + b"\0",
        whole + bytes(4096), whole + whole[-4096:], whole[4096:], whole[:4096] * 2, bytes(len(whole)),
        whole[: 4096 * 2] + bytes(4096) + whole[4096 * 3 :],
    ):  # fmt: skip
        path.write_bytes(other)
        refused(folder, DAMAGED)
        assert path.read_bytes() == other


def test_pages_that_changed_places_are_noticed(folder):
    path = folder / "archive.db"
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + whole[8192:12288] + whole[4096:8192] + whole[12288:])
    refused(folder, DAMAGED)


def test_damage_that_comes_while_it_is_open_is_found_by_the_check(folder):
    with store.session(folder, *ME):
        path = folder / "archive.db"
        whole = path.read_bytes()
        with path.open("r+b") as file:
            file.seek(len(whole) - 100)
            file.write(bytes([whole[-100] ^ 1]))
        (folder / "keys.json").write_bytes(b"{}")
        (folder / "scans" / "x").write_bytes(b"")
        found = "".join(store.check_archive())
        assert "archive.db" in found
        assert "keys.json 已损坏" in found
        assert "不认识的文件“x”" in found


def test_a_large_file_is_opened_without_reading_all_of_it_and_checked_on_request(folder, monkeypatch):
    monkeypatch.setattr(store, "WHOLE_AT_OPENING", 4096)
    path = folder / "archive.db"
    whole = path.read_bytes()
    path.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    with store.session(folder, *ME):
        assert "archive.db" in store.check_archive()[0]


def test_the_check_misses_papers_that_records_speak_of(tmp_path):
    store.create_practice(tmp_path)
    with store.practice_session(tmp_path):
        with journal.entry("登记", "王芳"):
            Person(
                name="张三", number=factories.citizen_number(date(1950, 6, 15)), sex="男", photo="ab" * 32
            ).save()
        assert any("扫描件 abababababab… 不在档案库中" in each for each in store.check_archive())


# --- nothing to read -----------------------------------------------------------------------------------------------


def test_no_name_can_be_read_in_any_file_not_even_in_the_middle_of_a_write(folder):
    def texts():
        return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    def readable(content):
        return [code for code in ("utf-8", "utf-16-le", "gb18030") if NAME.encode(code) in content]

    with store.session(folder, *ME):
        scans_before = len(texts())
        with db.atomic():
            db.execute_sql("UPDATE note SET words = words || ?", (NAME,))
            db.pragma("cache_spill", "on")
            db.pragma("cache_size", 5)
            write(300)  # more than the cache holds: pages go to the disk before the end
            seen = texts()
            assert "archive.db-journal" in seen
            assert len(seen["archive.db-journal"]) > 512
            assert len(seen) == scans_before + 1
        assert rows() == 330
        seen |= {f"{name} later": content for name, content in texts().items()}
    assert not {name: found for name, content in seen.items() if (found := readable(content))}
    assert not seen["archive.db"].startswith(b"SQLite format 3")


# --- one program at a time -----------------------------------------------------------------------------------------

OTHER_PROGRAM = """
import sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from models import records, store
from models.core.record import db
from models.archive.wraps import Cost
from models.migrations import steps
from tests import factories
steps.STEPS[:] = steps.STEPS[:1]  # the archive of these tests has had one step,
records.install_triggers = lambda: None  # and no records
store.open(Path(sys.argv[2]), sys.argv[3], sys.argv[4], Cost(64, 1, 1))
db.execute_sql("BEGIN IMMEDIATE")
db.pragma("cache_size", 5)
for _ in range(int(sys.argv[5])):
    db.execute_sql("INSERT INTO note (words) VALUES (?)", ("half" * 500,))
print("open", flush=True)
sys.stdin.readline()
"""


def other_program(folder, half_written=0):
    """Another process that has the archive open, in the middle of a write."""
    command = [sys.executable, "-c", OTHER_PROGRAM, ROOT, folder, *ME[:2], half_written]
    started = subprocess.Popen([*map(str, command)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert started.stdout.readline() == "open\n"
    return started


def end(process, how):
    process.send_signal(how)
    process.communicate()


def test_a_second_program_is_told_who_has_the_archive_open(folder):
    other = other_program(folder)
    try:
        refused(folder, rf"正在使用中（电脑“.+”，系统用户“.+”，20\d\d-.+起，进程{other.pid}）")
        (folder / "archive.holder").write_text("{")
        refused(folder, "正在使用中（另一个程序）")
    finally:
        end(other, signal.SIGTERM)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no kill -9")
def test_a_killed_program_leaves_the_archive_whole_and_free(folder):
    other = other_program(folder, half_written=500)
    assert (folder / "archive.db-journal").stat().st_size > 512
    end(other, signal.SIGKILL)
    assert (folder / "archive.holder").exists()
    with store.session(folder, *ME):
        assert rows() == 30
        assert store.check_archive() == []
        assert not (folder / "archive.db-journal").exists()
    assert not (folder / "archive.holder").exists()


def test_what_a_crash_left_unfinished_is_swept_at_opening(folder):
    for place in ("keys.json.1a2b3c4d.part", "scans/ab.part", "backups/x.part"):
        (folder / place).write_bytes(b"half")
    with store.session(folder, *ME):
        assert not list(folder.rglob("*.part"))


def test_a_crash_while_an_archive_is_made_does_not_bar_another_try(tmp_path, small):
    for name in (
        "archive.db.part",
        "archive.db.part-journal",
        "keys.json",
        "keys.json.0.part",
        "archive.lock",
    ):
        (tmp_path / name).write_bytes(b"half")
    (tmp_path / "scans").mkdir()
    store.create(tmp_path, *ME)
    with store.session(tmp_path, *ME):
        assert rows() == 0


def test_keys_that_lost_their_database_are_never_overwritten(folder):
    (folder / "archive.db").unlink()
    before = (folder / "keys.json").read_bytes()
    with pytest.raises(Refusal, match="档案库或它的一部分"):
        store.create(folder, *ME)
    assert (folder / "keys.json").read_bytes() == before


def test_papers_belong_to_the_open_archive():
    with pytest.raises(Refusal, match="还没有打开档案库"):
        scans.read_scan("ab" * 32)


# --- network shares ------------------------------------------------------------------------------------------------

MOUNTS = r"""overlay / overlay rw 0 0
server:/vol /mnt/nfs nfs4 rw 0 0
//nas/优抚 /mnt/共\040享 cifs rw 0 0
/dev/sdb1 /mnt/nfs/stick vfat rw 0 0
C:\134 /mnt/c 9p rw 0 0
old:/x /mnt/over nfs rw 0 0
/dev/sdc1 /mnt/over ext4 rw 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0
broken
"""


OF_LINUX = pytest.mark.skipif(os.name == "nt", reason="the mounts of Linux")


@OF_LINUX
@pytest.mark.parametrize(
    "place", ["/mnt/nfs", "/mnt/nfs/档案/库", "/mnt/共 享/库", "/run/user/1000/gvfs/smb/库"]
)
def test_an_archive_on_a_network_share_is_refused(place):
    with pytest.raises(Refusal, match="网络共享盘"):
        store.refuse_network_share(Path(place), MOUNTS)


@pytest.mark.parametrize(
    "place", ["/", "/home/库", "/mnt/nfs/stick/库", "/mnt/nfs2", "/mnt/c/库", "/mnt/over/库"]
)
def test_a_disk_of_the_pc_is_fine(place):
    store.refuse_network_share(Path(place), MOUNTS)


@pytest.mark.parametrize(
    ("path", "share"), [(r"\\nas\优抚", True), (r"\\?\UNC\nas\优抚", True), (r"\\?\C:\库", False)]
)
def test_a_share_is_known_by_its_windows_name(path, share):
    if share:
        with pytest.raises(Refusal, match="网络共享盘"):
            store.refuse_network_share(Path(path), "")
    else:
        store.refuse_network_share(Path(path), "")


@OF_LINUX
def test_a_link_into_a_share_is_a_share(tmp_path):
    (tmp_path / "share").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "share")
    mounts = f"/dev/sda / ext4 rw 0 0\nserver:/x {os.path.realpath(tmp_path / 'share')} nfs rw 0 0\n"
    with pytest.raises(Refusal, match="网络共享盘"):
        store.refuse_network_share(tmp_path / "link" / "库", mounts)

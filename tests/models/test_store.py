"""The archive's folder: made, opened by one program at a time, proven, closed; nothing in it can be read without a key."""

from __future__ import annotations

import errno
import random
import shutil
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from models import proof, store
from models.archive import keys
from models.archive import opened as archive
from models.core import journal
from models.core.files import plain_words
from models.core.record import Refusal, db
from models.migrations import steps
from models.office.account_events import account_events
from models.office.sign_ins import sign_ins
from models.people.findings import Finding
from models.people.person import Person
from tests import factories
from tests.models.conftest import LIGHT, ME, NAME, refused, rows, write

ROOT = Path(__file__).parents[2]
DAMAGED = r"archive\.db 已损坏"


# --- making and opening ------------------------------------------------------------------------------------------


def test_an_archive_is_made_opened_and_closed(tmp_path):
    code = store.create(tmp_path / "库", *ME)
    assert len(code) == 47
    with store.session(tmp_path / "库", *ME) as opened:
        assert archive.opened_archive() is opened
        assert (opened.folder, opened.user, opened.practice) == (tmp_path / "库", "王芳", False)
        assert proof.check_archive() == []
    assert archive.opened is None
    assert {p.name for p in (tmp_path / "库").iterdir()} - {"archive.lock"} == {
        "archive.db", "keys.json", "scans", "backups", "signins.log",
    }  # fmt: skip


def test_the_file_is_whole_on_the_disk_and_spills_nothing(folder):
    with store.session(folder, *ME):
        asked = ("journal_mode", "synchronous", "foreign_keys", "temp_store", "secure_delete")
        assert [db.pragma(name) for name in asked] == ["delete", 2, 1, 2, 1]


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


def test_the_recovery_code_gives_a_new_password(tmp_path):
    code = store.create(tmp_path / "库", *ME)
    with pytest.raises(Refusal, match="没有用户“李强”，现有用户：王芳"):
        store.recover(tmp_path / "库", code, "李强", "油菜花 现在开了吗", LIGHT)
    assert store.recover(tmp_path / "库", code, "王芳", "油菜花 现在开了吗", LIGHT).user == "王芳"
    store.close()
    refused(tmp_path / "库", keys.WRONG)
    with store.session(tmp_path / "库", "王芳", "油菜花 现在开了吗", LIGHT):
        assert [event.deed for event in account_events()] == ["凭恢复码重设密码"]
        assert [row.deed for row in sign_ins()] == ["登录", "没有登录成", "凭恢复码登录"]
        assert proof.check_archive() == journal.chain_faults() == []


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
        assert proof.check_archive() == []


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
        found = "".join(proof.check_archive())
        assert "archive.db" in found
        assert "keys.json 已损坏" in found
        assert "不认识的文件“x”" in found


def test_a_large_file_is_opened_without_reading_all_of_it_and_checked_on_request(folder, monkeypatch):
    monkeypatch.setattr(store, "WHOLE_AT_OPENING", 4096)
    path = folder / "archive.db"
    whole = path.read_bytes()
    path.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    with store.session(folder, *ME):
        assert "archive.db" in proof.check_archive()[0]


def test_pages_that_one_transaction_takes_and_gives_back_do_not_look_like_damage(tmp_path):
    folder = tmp_path / "演练库"
    store.create_practice(folder)
    with store.practice_session(folder, NAME), db.atomic("IMMEDIATE"):
        for name in ("first", "second", "third"):
            db.execute_sql(f'CREATE TABLE "{name}" ("words" TEXT)')
            for _ in range(200):
                db.execute_sql(f'INSERT INTO "{name}" VALUES (?)', ("字" * 1000,))
        db.execute_sql('DELETE FROM "second" WHERE rowid > 0')
    with store.practice_session(folder, NAME):
        assert proof.check_archive() == []


def test_the_check_misses_papers_that_records_speak_of(tmp_path):
    store.create_practice(tmp_path)
    with store.practice_session(tmp_path):
        with journal.entry("登记", "王芳"):
            Person(
                name="张三", number=factories.citizen_number(date(1950, 6, 15)), sex="男", photo="ab" * 32
            ).save()
        assert any("扫描件 abababababab… 不在档案库中" in each for each in proof.check_archive())


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


def test_what_a_later_program_doubts_is_found_in_an_old_archive_that_nobody_touched(
    tmp_path, new_archive, monkeypatch
):
    folder = shutil.copytree(new_archive, tmp_path / "旧")
    with store.practice_session(folder, "王芳"), journal.entry("登记", "王芳"):
        someone = Person(name="张三", sex="男", number="630103195006150019")
        someone.save()
    with store.practice_session(folder, "王芳"):
        known = Finding.select().count()
        db.execute_sql("DELETE FROM finding")
    monkeypatch.setattr(steps, "STEPS", [*steps.STEPS, lambda database: None])
    with store.practice_session(folder, "王芳"):
        assert Finding.select().count() == known > 0


@pytest.mark.parametrize("name", ["甲 & 乙", "100% 好", "it's, ok", "#1;{x}(y)[z]", "𠮷野家", "%APPDATA%"])
def test_an_archive_opens_wherever_it_lies(tmp_path, small, name):
    store.create(tmp_path / name, *ME)
    with store.session(tmp_path / name, *ME):
        pass


@pytest.mark.parametrize("place", ["/".join(["长" * 60] * 3), "/".join(["𠮷" * 40] * 2)])
def test_a_place_that_is_too_long_is_told_before_anything_is_made(tmp_path, small, place):
    with pytest.raises(Refusal, match="位置太长"):
        store.create(tmp_path / place, *ME)
    assert not any(tmp_path.iterdir())

"""A rescue 抢救: whoever and whatever can still be read of a damaged archive, in a new archive, and a list of what could not.

The damaged archive is only read. The new one has its keys, so that the same users open it with the same passwords.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from typing import NamedTuple

from models import proof, records, store
from models.archive import folder_lock, key_file, scans
from models.archive.archive_place import DATABASE, refuse_network_share
from models.archive.keys import Keys, WrongSecret, keys_say_practice
from models.archive.wraps import Cost
from models.backups.backup import read_own
from models.backups.backup_contents import connected
from models.backups.generations import Generation, generations_in
from models.core.files import SQL_ERRORS, UNFINISHED_ENDING, copy_whole, plainly, sync_folder
from models.core.jobs import Job, Step
from models.core.record import KINDS_OF_RECORDS, Paper, Refusal, db
from models.office import signing_in
from models.payments import once_door
from models.people.person import Person
from models.rescue.hurt_file import HurtFile
from models.rescue.rescued_tables import JOURNAL_TABLES, Lost, RescuedTables
from models.rescue.sealed_pages import SealedPages

NO_KEYS = "钥匙文件 keys.json 已损坏，“{}”的备份里也没有好的。没有钥匙谁也读不出里面的内容，请找放在别处的备份来恢复"
NOTHING_LEFT = "数据文件 archive.db 里一页也读不出，抢救不了。请找最近的备份来恢复"

JOURNAL_HURT = "操作日志缺了一部分，以后检查档案库会一直提示日志核对不上，这是抢救留下的"


class Rescued(NamedTuple):
    """What a rescue brought: the new archive, how many people and papers are in it, and what is not as it was, a line each."""

    folder: Path
    people: int
    papers: int
    lost: list[str]

    def words(self) -> str:
        lost = f"有{len(self.lost)}处和原来不一样" if self.lost else "没有发现缺少什么"
        return f"抢救出{self.people:,}人、扫描件{self.papers:,}份；{lost}"


def rescue(folder: Path, out: Path, user: str, password: str, cost: Cost | None = None) -> Job[Rescued]:
    """Make a new archive in ``out``, new or empty, of what can be read in ``folder``; all of it or nothing."""
    refuse_network_share(out)
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise Refusal(f"“{out}”不是空文件夹。抢救不会覆盖任何东西，请另选一个新文件夹")
    if not (folder / DATABASE).is_file():
        raise Refusal(f"“{folder}”里没有数据文件 archive.db，没有可以抢救的。请从备份恢复")
    part = out.with_name(out.name + UNFINISHED_ENDING)
    with plainly(out.parent), folder_lock.folder_held(folder, only_reads=True):
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        try:
            rescued = yield from _rescued(folder, part, user, password, cost)
            if out.exists():
                out.rmdir()
            part.rename(out)
            sync_folder(out.parent)
        finally:
            shutil.rmtree(part, ignore_errors=True)
    return rescued._replace(folder=out)


def _rescued(folder: Path, part: Path, user: str, password: str, cost: Cost | None) -> Job[Rescued]:
    keys = _keys(folder, part, user, password, cost)
    for name in ("scans", "backups"):
        (part / name).mkdir()
    found = yield from _database(folder, part, keys)
    session = (
        store.practice_session(part, user) if keys.practice else store.session(part, user, password, cost)
    )
    with session:
        with db.atomic():
            records.remake_derived()
            once_door.fill_claims()
        lost = _told(found)
        lost += yield from _papers(folder, part)
        papers = sum(1 for file in (part / "scans").rglob("*") if file.is_file())
        return Rescued(part, Person.select().count(), papers, lost)


def _told(found: list[Lost]) -> list[str]:
    """What was lost, and what a check says of the new archive; the chain knows better than gaps whether the journal is whole."""
    journal_hurt = bool(proof.JOURNAL_PART.faults())
    parts = [each for each in proof.PROOF_PARTS if each is not proof.JOURNAL_PART]
    found = [each for each in found if journal_hurt or each.table not in JOURNAL_TABLES]
    lost = [each.told() for each in sorted(found, key=lambda each: each.put_in_again)]
    return lost + [JOURNAL_HURT] * journal_hurt + [fault for each in parts for fault in each.faults()]


def _keys(folder: Path, part: Path, user: str, password: str, cost: Cost | None) -> Keys:
    """The keys of the folder, or of its newest backup where these are hurt; they become the new archive's."""
    for content in _key_files(folder):
        (part / key_file.KEY_FILE_NAME).write_bytes(content)
        try:
            practice = keys_say_practice(part)
            return (
                Keys.unlock_practice(part, user)
                if practice
                else signing_in.unlocked(part, user, password, cost)
            )
        except WrongSecret:
            raise
        except Refusal:
            continue
    raise Refusal(NO_KEYS.format(folder))


def asks_password(folder: Path) -> bool:
    """Whether a damaged archive is opened with a password. ``Refusal`` when it has no keys any more, its backups neither."""
    for content in _key_files(folder):
        with suppress(ValueError, RecursionError, Refusal):
            return not key_file.parsed_key_file(content)[0].practice
    raise Refusal(NO_KEYS.format(folder))


def _key_files(folder: Path) -> Iterator[bytes]:
    with suppress(OSError):
        yield (folder / key_file.KEY_FILE_NAME).read_bytes()
    for each in generations_in(folder / "backups"):
        with suppress(Refusal):
            yield from read_own(each.file, key_file.KEY_FILE_NAME).values()


def _database(folder: Path, part: Path, keys: Keys) -> Job[list[Lost]]:
    key = keys.key_for("database")
    hurt = _turned_back(folder, part, key)
    copies = generations_in(folder / "backups")
    salts = [bytes.fromhex(each.contents.salt) for each in copies if each.contents]
    with ExitStack() as stack:
        pages = stack.enter_context(closing(SealedPages(hurt, key, salts)))
        new = stack.enter_context(connected(part / DATABASE, key))
        file = HurtFile(pages, lambda: _copy_in(copies, part, key, stack))
        if not file.shapes:
            raise Refusal(NOTHING_LEFT)
        lost = yield from RescuedTables(file, new).fill()
    if hurt.parent == part:
        hurt.unlink()
    return lost


def _copy_in(copies: list[Generation], part: Path, key: bytes, stack: ExitStack) -> HurtFile | None:
    """The database of the newest backup that can be read, until the stack is closed."""
    for each in copies:
        with suppress(Refusal):
            for content in read_own(each.file, DATABASE).values():
                copy = part / f"copy.db{UNFINISHED_ENDING}"
                copy.write_bytes(content)
                stack.callback(copy.unlink)
                return HurtFile(stack.enter_context(closing(SealedPages(copy, key))))
    return None


def _turned_back(folder: Path, part: Path, key: bytes) -> Path:
    """The data file; where a crash left half an entry in it, a copy in which that is turned back as far as it can be."""
    file, half = folder / DATABASE, folder / f"{DATABASE}-journal"
    if not half.is_file() or not half.stat().st_size:
        return file
    copy = part / f"hurt.db{UNFINISHED_ENDING}"
    copy_whole(file, copy)
    copy_whole(half, copy.with_name(f"{copy.name}-journal"))
    with connected(copy, key) as connection, suppress(*SQL_ERRORS):
        connection.execute("SELECT count(*) FROM sqlite_master")
    copy.with_name(f"{copy.name}-journal").unlink(missing_ok=True)
    return copy


def _papers(folder: Path, part: Path) -> Job[list[str]]:
    """Take along each scan that is whole, here or beside the backups. Returns those that are not, with whose they are."""
    owners = dict(_owners())
    there = {file.name for place in (folder, folder / "backups") for file in (place / "scans").glob("??/*")}
    lost: list[str] = []
    names = sorted(there & owners.keys() | owners.keys() | {name for name in there if len(name) == 64})
    for number, sha256 in enumerate(names):
        yield Step(number, len(names), f"正在抢救扫描件，第{number + 1:,}份，共{len(names):,}份")
        if not any(
            _took(place / "scans" / sha256[:2] / sha256, part) for place in (folder, folder / "backups")
        ):
            lost.append(f"扫描件 {sha256[:12]}…{owners.get(sha256, '')}：读不出，请重新扫描")
    return lost


def _took(file: Path, part: Path) -> bool:
    with suppress(OSError, Refusal):
        sealed = file.read_bytes()
        scans.open_sealed(file.name, sealed)
        copy = part / "scans" / file.parent.name / file.name
        copy.parent.mkdir(exist_ok=True)
        copy_whole(file, copy)
        return True
    return False


def _owners() -> Iterator[tuple[str, str]]:
    """Every paper of which a record speaks: its hash, and whose it is in words."""
    for kind in KINDS_OF_RECORDS.values():
        for field in kind._meta.sorted_fields:
            if isinstance(field, Paper):
                for record in kind.select().where(field != ""):
                    person = getattr(record, "person", None) if hasattr(kind, "person") else None
                    yield getattr(record, field.name), f"（{person.name if person else ''}{kind.NOUN}）"

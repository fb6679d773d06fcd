"""The store, an archive's folder: making, opening, checking, closing. What only SQLite and SQLCipher know is said here.

``archive.db`` is one SQLCipher file under a raw key, so every page carries a proof (HMAC) of its bytes and place.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import MappingProxyType

from models.archive import folder_lock, key_file, keys, seen_heads
from models.archive import opened as archive
from models.archive.archive_place import (
    DATABASE,
    UNFINISHED,
    refuse_long,
    refuse_shared_place,
    refuse_taken,
    refuse_unfit,
)
from models.archive.keys import PRACTICE_USER, Keys
from models.archive.opened import Archive
from models.archive.passwords import refuse_weak
from models.archive.wraps import Cost
from models.core.files import DATABASE_DAMAGED, SQL_ERRORS, plain_words, plainly, sweep, sync_folder
from models.core.past_day import show_day, write_awaited
from models.core.record import Refusal, db
from models.heads import chain_key
from models.law.law_memory import forget_law
from models.office import sign_ins, signing_in
from models.office.sign_ins import SignInDeed

__all__ = [
    "at_closing", "close", "create", "create_practice", "discard_practice", "faulty_pages", "is_practice", "open", "open_practice",
    "plainly", "practice_session", "reaching", "recover", "session", "turn_to",
]  # fmt: skip

PRAGMAS = {
    "cipher_log_level": "none",  # what it would write to standard error is told as a Refusal
    "cipher_compatibility": 4,  # the file's form, whatever a later SQLCipher would choose for new files
    "journal_mode": "delete",  # whoever copies the file copies all of it
    "synchronous": "full",
    "cache_size": -65536,  # KiB of pages that are kept: each one read again is decrypted and proven again
    "foreign_keys": "on",
    "temp_store": "memory",  # nothing is spilled unencrypted
    # On for the sake of the proofs: a page that one transaction takes and gives back is otherwise never written, and
    # stands without its HMAC in the file, which the next opening would rightly call damaged.
    "secure_delete": "on",
}
# bytes; up to this size every byte is proven at opening, which takes 0.3 s on two cores of 2020
WHOLE_AT_OPENING = 64 << 20

_open = ExitStack()  # what closing must undo
_lost = False  # the last question ended in a fault of the disk: a stick pulled out and put back wants a new connection


def is_practice(folder: Path) -> bool:
    """Whether the folder is a practice archive. Raises ``Refusal`` when it is no archive that can be opened."""
    refuse_unfit(folder)
    return keys.keys_say_practice(folder)


def create(folder: Path, user: str, password: str, cost: Cost | None = None) -> str:
    """Make an empty archive with a first account, and leave it closed. Returns the recovery code, kept nowhere."""
    with _making(folder, alone=True):
        made, code = Keys.create(folder, user, password, cost)
        _fill(folder, made)
    return code


def create_practice(folder: Path) -> None:
    """Make an empty practice archive, in a folder that may hold other things; leave it closed."""
    with _making(folder, alone=False):
        _fill(folder, Keys.create_practice(folder))


def open(folder: Path, user: str, password: str, cost: Cost | None = None) -> Archive:
    """Open an archive: lock it, unlock it, prove it, bring it up to date."""
    with _opening(folder):
        opened = _opened(folder, signing_in.unlocked(folder, user, password, cost))
        sign_ins.note_sign_in(opened.keys, opened.user, SignInDeed.SIGNED_IN)
        if opened.only_looked_at:
            turn_to(opened, {"query_only": "on"})
        return opened


def open_practice(folder: Path, user: str = PRACTICE_USER) -> Archive:
    """Open a practice archive under any name."""
    with _opening(folder):
        return _opened(folder, Keys.unlock_practice(folder, user))


def recover(folder: Path, code: str, user: str, password: str, cost: Cost | None = None) -> Archive:
    """Open an archive with its recovery code, giving an account a new password."""
    from models.office import accounts  # when wanted

    with _opening(folder):
        keys = signing_in.recovered(folder, code, cost)
        keys.user = keys.named(user)
        refuse_weak(keys.user, password)
        opened = _opened(folder, keys)
        sign_ins.note_sign_in(keys, keys.user, SignInDeed.RECOVERED)
        accounts.recover_account(keys, keys.user, password)
        return opened


def close() -> None:
    """Close the archive, if one is open; done by the thread that opened it, for a connection belongs to its thread.

    Another thread works within ``with db.connection_context()``, and has ended before the archive is closed.
    """
    if archive.opened is not None and db.is_closed():
        raise RuntimeError("an archive is closed by the thread that opened it")
    _open.close()


@contextmanager
def session(folder: Path, user: str, password: str, cost: Cost | None = None) -> Iterator[Archive]:
    """An archive that is open within the block."""
    opened = open(folder, user, password, cost)
    try:
        yield opened
    finally:
        close()


@contextmanager
def practice_session(folder: Path, user: str = PRACTICE_USER) -> Iterator[Archive]:
    """A practice archive that is open within the block."""
    opened = open_practice(folder, user)
    try:
        yield opened
    finally:
        close()


def turn_to(other: Archive, pragmas: Mapping[str, str] = MappingProxyType({})) -> None:
    """Let the program read a past archive instead of the open one, or today's again: another file under the same key.

    Done by the thread that opened the archive, while no other works with it.
    """
    db.close()
    archive.opened = other
    show_day(other.past)
    _connect(other.database, other.keys, pragmas)
    if other.past is None:
        write_awaited()


@contextmanager
def reaching() -> Iterator[None]:
    """What the window's thread does with the open archive: a fault of disk or file is a ``Refusal``, and the next try connects anew."""
    global _lost
    now = archive.opened
    if _lost and now is not None and now.database.is_file() and not db.in_transaction():
        db.close()  # what it knew of the file was that of a stick that has gone since
        db.connect()
        _lost = False
    try:
        with plainly(now.folder if now is not None else Path()):
            yield
    except Refusal as refusal:
        _lost = isinstance(refusal.__cause__, SQL_ERRORS)
        raise


def at_closing(act: Callable[[], None]) -> None:
    """Do something more when the archive is closed, before its database is."""
    _open.callback(act)


def discard_practice(folder: Path) -> None:
    """Remove a practice archive, and nothing else that lies in the folder. Raises ``Refusal`` for any other archive."""
    if not is_practice(folder):
        raise Refusal(f"“{folder}”不是演练库，不能清除")
    with folder_lock.folder_held(folder), plain_words(folder):
        (
            folder / key_file.KEY_FILE_NAME
        ).unlink()  # first, so that what a crash leaves is no archive any more
        for name in (DATABASE, f"{DATABASE}-journal"):
            (folder / name).unlink(missing_ok=True)
        for name in ("scans", "backups"):
            shutil.rmtree(folder / name, ignore_errors=True)


@contextmanager
def _making(folder: Path, alone: bool) -> Iterator[None]:
    """Make room for a new archive; when making it fails, nothing of it stays."""
    _refuse_second()
    refuse_shared_place(folder)
    refuse_long(folder)
    with plain_words(folder):
        folder.mkdir(parents=True, exist_ok=True)
    with folder_lock.folder_held(folder):
        refuse_taken(folder, alone)
        try:
            with plainly(folder):
                (
                    folder / UNFINISHED
                ).touch()  # first, for it tells keys in the making from those that lost their file
                for name in ("scans", "backups"):
                    (folder / name).mkdir(exist_ok=True)
                yield
        except BaseException:
            for name in (key_file.KEY_FILE_NAME, DATABASE, UNFINISHED, f"{UNFINISHED}-journal"):
                (folder / name).unlink(missing_ok=True)
            raise


def _refuse_second() -> None:
    if archive.opened is not None:
        raise RuntimeError("an archive is open already")


def _fill(folder: Path, made: Keys) -> None:
    """Make the database under another name; with its own name the archive is complete."""
    from models import current_form  # when wanted: every kind of record

    _connect(folder / UNFINISHED, made)
    try:
        current_form.make()
    finally:
        _disconnect()
    os.replace(folder / UNFINISHED, folder / DATABASE)
    sync_folder(folder)


@contextmanager
def _opening(folder: Path) -> Iterator[None]:
    """Hold the folder and keep it held; when opening fails, nothing stays open."""
    _refuse_second()
    refuse_unfit(folder)
    with ExitStack() as stack, plainly(folder):
        stack.enter_context(folder_lock.folder_held(folder))
        for part in (folder, folder / "scans", folder / "backups"):
            sweep(part)
        stack.callback(_disconnect)
        yield
        stack.callback(_remember)
        _remember()
        if archive.opened is not None and archive.opened.only_looked_at:
            _open.callback(shutil.rmtree, folder, ignore_errors=True)
        _open.push(stack.pop_all())


def _remember() -> None:
    """Keep the journal's last entry as this PC saw it, at opening and at closing; what is in doubt is left to the officer."""
    if archive.opened is not None and not archive.opened.only_looked_at:
        seen_heads.remember_head(archive.opened)


def _opened(folder: Path, unlocked: Keys) -> Archive:
    from models import current_form  # when wanted: every kind of record

    _connect(folder / DATABASE, unlocked)
    _prove(folder / DATABASE)
    if db.pragma("user_version") == 0:
        raise Refusal(DATABASE_DAMAGED)
    archive.opened = Archive(folder, unlocked.user, unlocked)
    current_form.bring_up_to_date()
    return archive.opened


def _connect(file: Path, unlocked: Keys, more: Mapping[str, str] = MappingProxyType({})) -> None:
    pragmas = {**PRAGMAS, **more}
    db.init(str(file), passphrase=f"x'{unlocked.key_for('database').hex()}'", pragmas=pragmas)
    chain_key.use_key(unlocked.key_for("journal"))
    db.connect()
    forget_law()


def _disconnect() -> None:
    """Close this thread's connection and forget file and key."""
    archive.opened = None
    show_day(None)
    chain_key.use_key(None)
    forget_law()
    if not db.is_closed():
        db.close()
    db.init(None)


def _prove(file: Path) -> None:
    """Raise ``Refusal`` unless the file has the length that it says, and, if not too large, every page its proof."""
    db.execute_sql("SELECT count(*) FROM sqlite_master")  # what a crash left half written is turned back here
    size = file.stat().st_size
    if size != int(db.pragma("page_count")) * int(db.pragma("page_size")) or not size:
        raise Refusal(DATABASE_DAMAGED)
    if size <= WHOLE_AT_OPENING and faulty_pages():
        raise Refusal(DATABASE_DAMAGED)


def faulty_pages() -> list[str]:
    """The pages whose proof does not fit their bytes, in SQLCipher's words."""
    return [words for (words,) in db.execute_sql("PRAGMA cipher_integrity_check")]

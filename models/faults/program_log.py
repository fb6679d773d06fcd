"""The program's log 出错记录: what went wrong on this PC, in a few files that take turns, without anybody's data."""

from __future__ import annotations

import copy
import faulthandler
import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

from models.archive import program_folders
from models.faults.fault_words import fault_words, without_values

LARGEST_LOG = 1 << 20  # bytes of one file
OLDER_LOGS = 3  # files besides the newest
MOMENT_AND_PLACE = "%(asctime)s %(name)s %(message)s"


class WithoutValues(logging.Formatter):
    """Says where something went wrong and what sort of fault it is; values are left out."""

    def format(self, record: logging.LogRecord) -> str:
        plain = copy.copy(record)
        plain.msg, plain.args, plain.exc_text = without_values(record.getMessage()), (), None
        return super().format(plain)

    def formatException(self, ei: object) -> str:
        error = ei[1] if isinstance(ei, tuple) else None
        return fault_words(error) if isinstance(error, BaseException) else ""


def keep_log() -> None:
    """Keep what goes wrong from now on; what ends the program at once, too."""
    logging.getLogger().addHandler(_opened())
    faulthandler.enable(_crash_log().open("a", encoding="utf-8"))


def note_fault(error: BaseException) -> Path:
    """Add an error to the log, and say where that is."""
    handler = _opened()
    handler.handle(
        logging.LogRecord(
            "main", logging.CRITICAL, "", 0, "unexpected", (), (type(error), error, error.__traceback__)
        )
    )
    handler.close()
    return program_folders.log()


def log_files() -> list[Path]:
    """The files of the log that are there, the newest first, and what is left of crashes."""
    newest = program_folders.log()
    older = [newest.with_name(f"{newest.name}.{number}") for number in range(1, OLDER_LOGS + 1)]
    return [each for each in (newest, *older, _crash_log()) if each.is_file()]


def _opened() -> RotatingFileHandler:
    handler = RotatingFileHandler(
        program_folders.log(), maxBytes=LARGEST_LOG, backupCount=OLDER_LOGS, encoding="utf-8", delay=True
    )
    handler.setLevel(logging.WARNING)
    handler.setFormatter(WithoutValues(MOMENT_AND_PLACE))
    return handler


def _crash_log() -> Path:
    """The file of crashes; a full one is begun anew."""
    file = program_folders.log().with_suffix(".crash.log")
    if file.is_file() and file.stat().st_size > LARGEST_LOG:
        file.unlink()
    return file

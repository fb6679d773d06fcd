"""Files that are written whole or not at all: beside their place first, then put there under their name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from models.core.files import cause
from models.core.record import Refusal


@contextmanager
def whole(file: Path) -> Iterator[IO[bytes]]:
    """A stream to OUT.part, renamed to OUT at the end; what fails or is cancelled leaves nothing, and the old OUT as it was.

    Raises ``Refusal`` when the folder cannot be written to, or the old file cannot be replaced.
    """
    part = file.with_name(file.name + ".part")
    try:
        with _opened(part) as stream:
            yield stream
        _rename(part, file)
    finally:
        part.unlink(missing_ok=True)


def _opened(part: Path) -> IO[bytes]:
    try:
        return part.open("wb")
    except OSError as error:
        raise Refusal(f"不能写入“{part.parent}”：{cause(error)}，请换一个文件夹") from error


def _rename(part: Path, file: Path) -> None:
    try:
        part.replace(file)
    except OSError as error:  # on Windows, a file that is open in another program cannot be replaced
        raise Refusal(f"不能替换“{file.name}”，请先关闭正在打开它的程序再试") from error

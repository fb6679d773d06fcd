"""An update pack 升级包: the setup of a newer program with its SHA256SUMS beside it, on a stick or in a folder."""

from __future__ import annotations

import hashlib
import re
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from models.archive import program_folders
from models.backups.backup_places import volumes
from models.core.files import plain_words
from models.core.jobs import Job, Step
from models.core.record import Refusal
from models.updates.signatures import signed
from resources import parts
from resources.version_words import version_words

PROGRAM_NAME = "优抚一人一档"
SETUP_NAME = re.compile(rf"{PROGRAM_NAME}-(\d+\.\d+\.\d+)-setup\.exe")
SUMS = "SHA256SUMS"
HEAD_OF_SETUP = 1 << 20  # bytes of a setup in which its version words lie
COPIED_AT_ONCE = 1 << 20
PORTABLE = "现在用的是便携的程序：请把新的“…-portable.zip”解压到U盘上，把原来的“档案”和“设置”两个文件夹移过去"


@dataclass(frozen=True, slots=True)
class UpdatePack:
    """The setup's file, its version, and what is new in it, in users' words."""

    file: Path
    version: str
    news: str

    @property
    def newer(self) -> bool:
        """Whether it is newer than the program that runs."""
        return _numbers(self.version) > _numbers(parts.version())


def read_pack(file: Path) -> UpdatePack:
    """The pack of a setup. Raises ``Refusal`` for another file."""
    with plain_words(file), file.open("rb") as opened:
        words = version_words(opened.read(HEAD_OF_SETUP))
    version = words.get("ProductVersion", "")
    if words.get("ProductName") != PROGRAM_NAME or not re.fullmatch(r"\d+\.\d+\.\d+", version):
        raise Refusal(
            f"“{file.name}”不是{PROGRAM_NAME}的安装程序，请选名字像“{PROGRAM_NAME}-1.2.3-setup.exe”的文件"
        )
    return UpdatePack(file, version, words.get("Comments", ""))


def newest_pack(folders: Iterable[Path] | None = None) -> UpdatePack | None:
    """The newest pack that lies on a stick, or in a folder on it, and is newer than this program; None when there is none."""
    found = []
    for folder in [each.root for each in volumes(labelled=False)] if folders is None else folders:
        for file in _setups(folder):
            try:
                found.append(read_pack(file))
            except Refusal:  # called so, and something else
                continue
    newer = [each for each in found if each.newer]
    return max(newer, key=lambda each: _numbers(each.version), default=None)


def take_in(pack: UpdatePack) -> Job[Path]:
    """Copy the setup to this PC, proven by its hash and its signature, and return it: the stick may be pulled out then.

    Raises ``Refusal`` for one that is not newer, for a carried program, and when the setup is not what SHA256SUMS says.
    """
    if not pack.newer:
        raise Refusal(f"这个安装程序是 {pack.version}，现在用的是 {parts.version()}，不用升级")
    if program_folders.portable():
        raise Refusal(PORTABLE)
    wanted = _hash_beside(pack.file)
    with plain_words(pack.file):
        target = Path(tempfile.mkdtemp(prefix="youfu-")) / pack.file.name
        try:
            if (yield from _copied(pack.file, target)) != wanted:
                raise Refusal(
                    f"“{pack.file.name}”和 {SUMS} 对不上：没有拷完整，或者被改动过。请向发来的人重新要一份"
                )
            _refuse_unsigned(target)
        except BaseException:
            shutil.rmtree(target.parent, ignore_errors=True)
            raise
    return target


def _setups(folder: Path) -> Iterator[Path]:
    """Setups in the folder and in those right in it, as far as they can be read."""
    for pattern in (f"{PROGRAM_NAME}-*-setup.exe", f"*/{PROGRAM_NAME}-*-setup.exe"):
        try:
            yield from (each for each in folder.glob(pattern) if SETUP_NAME.fullmatch(each.name))
        except OSError:
            continue


def _hash_beside(file: Path) -> str:
    sums = file.with_name(SUMS)
    with plain_words(sums):
        lines = sums.read_text("utf-8").splitlines() if sums.is_file() else []
    named = [line.partition("  ")[0] for line in lines if line.partition("  ")[2] == file.name]
    if not named:
        raise Refusal(f"安装程序旁边没有 {SUMS}，不能核对是不是原样。请把发来的几个文件一起拷到U盘上")
    return named[0].lower()


def _copied(source: Path, target: Path) -> Job[str]:
    """Copy, and return the SHA-256 of what was written."""
    summing, size, done = hashlib.sha256(), source.stat().st_size, 0
    with source.open("rb") as given, target.open("wb") as taken:
        while piece := given.read(COPIED_AT_ONCE):
            taken.write(piece)
            summing.update(piece)
            done += len(piece)
            yield Step(done, size, "正在核对安装程序")
    return summing.hexdigest()


def _refuse_unsigned(setup: Path) -> None:
    """A wrong signature is refused, and none at all where the program that runs has one."""
    verdict = signed(setup)
    if verdict is False:
        raise Refusal(f"“{setup.name}”的数字签名不对，可能被改动过。请不要安装，向发来的人问清楚")
    running = Path(sys.executable)
    if verdict is None and running.stem == PROGRAM_NAME and signed(running):
        raise Refusal(f"现在用的程序有单位的数字签名，“{setup.name}”却没有。请不要安装，向发来的人问清楚")


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(each) for each in version.split("."))

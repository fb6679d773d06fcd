"""优抚一人一档: one person, one file. The way in: a window by default, commands for everything that needs none."""

from __future__ import annotations

import argparse
import getpass
import json
import os
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from models.base import Refusal
from models.jobs import Job, T

DONE, PARTLY, NOT_DONE = 0, 1, 2


class Command(NamedTuple):
    """A command: what it does in one line, the arguments it takes, and the function that does it."""

    does: str
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


COMMANDS: dict[str, Command] = {}


def command(does: str, *arguments: tuple[Sequence[str], dict[str, Any]]) -> Callable[..., Any]:
    """Register the function below under its own name, with the arguments it takes."""

    def register(run: Callable[[argparse.Namespace], int]) -> Callable[[argparse.Namespace], int]:
        def add(parser: argparse.ArgumentParser) -> None:
            for names, options in arguments:
                parser.add_argument(*names, **options)

        COMMANDS[run.__name__.strip("_").replace("_", "-")] = Command(does, add, run)
        return run

    return register


def arg(*names: str, **options: Any) -> tuple[Sequence[str], dict[str, Any]]:
    return names, options


ARCHIVE = arg("folder", type=Path, metavar="档案库")
WORDS = arg("words", nargs="*", metavar="词")
JSON = arg("--json", action="store_true", help="只输出一份JSON")


class Parser(argparse.ArgumentParser):
    """Says what is wrong with a command line in one sentence, without a page of English."""

    def error(self, message: str) -> NoReturn:
        raise Refusal(f"命令写法不对：{message}。{self.format_usage().strip()}")


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; 0 done, 1 done with refusals told line by line, 2 not done."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        return _run(words)
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
    except KeyboardInterrupt:
        print("已取消，没有保存", file=sys.stderr)
    except BrokenPipeError:  # the reader of our output has gone; what was done is done
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Exception:  # our mistake: the officer gets a sentence, the log the traceback
        print(f"程序出错，这次操作没有保存。详情记在 {_log()}，请发给管理员", file=sys.stderr)
    return NOT_DONE


def _log() -> Path:
    """Add the present exception to the log of this PC's user, and say where that is."""
    import platformdirs

    log = platformdirs.user_log_path("youfu", appauthor=False, ensure_exists=True) / "youfu.log"
    with log.open("a", encoding="utf-8") as lines:
        lines.write(f"{datetime.now():%Y-%m-%d %H:%M:%S} {traceback.format_exc()}\n")
    return log


def _run(words: list[str]) -> int:
    place = next((i for i, word in enumerate(words) if word in COMMANDS), None)
    if place is None:
        if not words:
            return _window()
        if words[0] not in ("-h", "--help"):
            raise Refusal(f"没有“{words[0]}”这个命令。可用的命令：{'、'.join(COMMANDS)}")
        return _overview()
    chosen = COMMANDS[words[place]]
    parser = Parser(prog=f"main.py {words[place]}", description=chosen.does)
    chosen.arguments(parser)
    parser.add_argument("--user", metavar="用户名", help="以哪个用户的身份办理")
    parser.add_argument("--password-file", type=Path, metavar="文件", help="密码所在的文件")
    return chosen.run(parser.parse_intermixed_args(words[:place] + words[place + 1 :]))


def _window(folder: Path | None = None) -> int:
    """Open the window, on an archive when one is given; only now is Qt loaded."""
    from ui.app import run

    return run(sys.argv, folder)


def _has_display() -> bool:
    return sys.platform in ("win32", "darwin") or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )


def _overview() -> int:
    print("优抚一人一档。不写命令就打开窗口。命令：")
    for name, each in COMMANDS.items():
        print(f"  {name:<10}{each.does}")
    print("写“main.py 命令 --help”看它的用法。")
    return DONE


# --- who acts, and where --------------------------------------------------------------------------------------


def password_of(arguments: argparse.Namespace, twice: bool = False) -> str:
    """The password from the file, the environment or the terminal."""
    if arguments.password_file:
        try:
            text: str = arguments.password_file.read_text("utf-8-sig")
        except OSError as error:
            raise Refusal(f"读不到密码文件{arguments.password_file}：{error.strerror}") from error
        return text.rstrip("\r\n")
    if (password := os.environ.get("YOUFU_PASSWORD")) is not None:
        return password
    if not sys.stdin.isatty():
        raise Refusal("没有给出密码：请用 --password-file，或设环境变量 YOUFU_PASSWORD")
    password = getpass.getpass("密码：")
    if twice and getpass.getpass("再输一遍：") != password:
        raise Refusal("两次输入的密码不一样")
    return password


@contextmanager
def archive(arguments: argparse.Namespace) -> Iterator[str]:
    """Open the archive for the command; yields the name of the user who acts."""
    from models import store

    folder: Path = arguments.folder
    if store.is_practice(folder):
        session = store.practice_session(folder, arguments.user or "演练")
    elif arguments.user:
        session = store.session(folder, arguments.user, password_of(arguments))
    else:
        raise Refusal("请用 --user 写明是哪个用户")
    with store.plainly(folder), session as opened:
        yield opened.user


def follow(job: Job[T], quiet: bool = False) -> T:
    """Run a job to its end, its steps shown on the terminal's last line."""
    show = sys.stderr.isatty() and not quiet
    while True:
        try:
            step = next(job)
        except StopIteration as end:
            if show:
                print("\r\x1b[K", end="", file=sys.stderr)
            result: T = end.value
            return result
        if show:
            print(f"\r\x1b[K{step.note} {step.done}/{step.total}", end="", file=sys.stderr, flush=True)


def answer(value: Any) -> None:
    """One JSON document on standard output, and nothing else."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=1)
    print()


def say(arguments: argparse.Namespace, found: list[Any], lines: Iterable[str], end: str) -> int:
    """Answer a program in JSON, or people line by line."""
    if arguments.json:
        answer(found)
    else:
        print(*lines, end, sep="\n")
    return DONE


# --- the commands ---------------------------------------------------------------------------------------------


@command("建立空的档案库，并显示一次恢复码", ARCHIVE)
def new(arguments: argparse.Namespace) -> int:
    from models import store

    if not arguments.user:
        raise Refusal("请用 --user 写明第一个用户的名字")
    code = store.create(arguments.folder, arguments.user, password_of(arguments, twice=True))
    print(f"已建立档案库 {arguments.folder}，第一个用户：{arguments.user}")
    print(f"恢复码（只显示这一次，请抄下或打印，封存在信封里）：\n\n    {code}\n")
    return DONE


@command(
    "导入花名册等工作簿",
    ARCHIVE,
    arg("files", nargs="+", type=Path, metavar="文件"),
    arg("--plan", action="store_true", help="只说会怎样，不写入"),
    arg("--findings", type=Path, metavar="OUT.xlsx", help="把原表加一列“导入结果”另存"),
    JSON,
)
def import_(arguments: argparse.Namespace) -> int:
    from models import imports
    from reports import answers, returned, telling

    with archive(arguments) as user:
        plan = follow(imports.read(arguments.files), arguments.json)
        if plan.unread and not plan.sheets:
            if arguments.json:
                answer(answers.imported(plan))
            raise Refusal("\n".join(reason for _, reason in plan.unread))
        if not arguments.plan:
            follow(imports.apply(plan, user), arguments.json)
        if arguments.findings:
            returned.write(plan, arguments.findings, arguments.files)
    if arguments.json:
        answer(answers.imported(plan))
    else:
        print(*telling.imported(plan, arguments.plan), sep="\n")
    return PARTLY if plan.refused else DONE


@command("列出词语找到的人；不写词就列出全部", ARCHIVE, WORDS, JSON)
def people(arguments: argparse.Namespace) -> int:
    from models import search
    from reports import answers, telling

    with archive(arguments):
        found = answers.people(search.find(" ".join(arguments.words)))
    return say(arguments, found, telling.people(found), f"共{len(found)}人")


@command("列出档案中的疑点，重的在前", ARCHIVE, JSON)
def findings(arguments: argparse.Namespace) -> int:
    from models import findings as doubts
    from reports import answers, telling

    with archive(arguments):
        found = answers.doubtful(doubts.everything())
    return say(arguments, found, telling.doubtful(found), f"共{len(found)}条疑点")


@command(
    "操作日志：谁在何时做了什么",
    ARCHIVE,
    JSON,
    arg("--check", action="store_true", help="核对日志链是否完整"),
)
def journal(arguments: argparse.Namespace) -> int:
    from models import journal as log
    from reports import answers, telling

    with archive(arguments):
        faults = log.faults() if arguments.check else []
        entries = answers.entries()
    if faults:
        raise Refusal("\n".join(faults))
    whole = "操作日志完整，" if arguments.check else ""
    return say(arguments, entries, telling.entries(entries), f"{whole}共{len(entries)}条")


@command("撤销操作日志中的一条", ARCHIVE, arg("entry", type=int, metavar="条号"))
def undo(arguments: argparse.Namespace) -> int:
    from models.undo import undo as turn_back

    with archive(arguments) as user:
        entry = turn_back(arguments.entry, user)
    print(f"已{entry.title}（记为第{entry.number}条）")
    return DONE


@command("检查整个档案库：数据文件、钥匙、扫描件、操作日志", ARCHIVE)
def check(arguments: argparse.Namespace) -> int:
    from models import journal as log
    from models import store

    with archive(arguments):
        faults = [*store.check(), *log.faults()]
    if faults:
        raise Refusal("\n".join(faults))
    print("档案库完好")
    return DONE


@command("把整个档案库备份成一个文件", ARCHIVE, arg("out", type=Path, metavar="OUT"))
def backup(arguments: argparse.Namespace) -> int:
    from models.backup import back_up

    with archive(arguments):
        out = follow(back_up(arguments.out))
    print(f"已备份到 {out}，与档案库一样加密")
    return DONE


@command(
    "把备份恢复成一个新的档案库",
    arg("backup", type=Path, metavar="备份"),
    arg("folder", type=Path, metavar="新文件夹"),
)
def restore(arguments: argparse.Namespace) -> int:
    from models.backup import restore as bring_back

    if not arguments.backup.is_file():
        raise Refusal(f"找不到备份文件“{arguments.backup}”")
    folder = follow(bring_back(arguments.backup, arguments.folder))
    print(f"已恢复到 {folder}，用原来的用户和密码打开")
    return DONE


@command(
    "打印一人一档档案（PDF），全部或词语找到的人",
    ARCHIVE,
    arg("out", type=Path, metavar="OUT.pdf"),
    WORDS,
    arg("--sections", metavar="部分", help="要打印的部分，用逗号隔开，如：封面,登记表,身份"),
    arg("--double-sided", action="store_true", help="双面打印：每人另起一张纸"),
    arg("--masked", action="store_true", help="遮住号码、电话和账号，用于外送"),
)
def sheets(arguments: argparse.Namespace) -> int:
    from models import search, settings, store
    from reports import gathering
    from reports import sheets as paper

    wanted = arguments.sections.replace("，", ",").split(",") if arguments.sections else paper.SECTIONS
    sections = tuple(name.strip() for name in wanted)
    practice = store.is_practice(arguments.folder)
    copy = paper.Copy(sections, arguments.double_sided, arguments.masked, practice)
    with archive(arguments):
        chosen = search.find(" ".join(arguments.words))
        if not (total := chosen.count()):
            raise Refusal("没有找到要打印的人")
        files = gathering.of_all(chosen)
        written = follow(paper.write(files, arguments.out, settings.office(), copy, total))
    warnings = (f"  注意：{missing}" for missing in written.missing)
    print(f"{arguments.out}：{written.people}人，{written.pages}页", *warnings, sep="\n")
    return DONE


@command("花名册（.xlsx或.pdf），全部或词语找到的人", ARCHIVE, arg("out", type=Path, metavar="OUT"), WORDS)
def roster(arguments: argparse.Namespace) -> int:
    from models import search, store
    from reports import rosters

    out, words = arguments.out, " ".join(arguments.words)
    missing: Iterable[object] = ()
    if out.suffix.lower() not in (".xlsx", ".pdf"):
        raise Refusal(f"花名册可以写成 .xlsx 或 .pdf，不能写成“{out.suffix or out.name}”")
    with archive(arguments) as user:
        made = rosters.Roster.of(search.find(words), words, store.is_practice(arguments.folder), user)
        if out.suffix.lower() == ".xlsx":
            rosters.write_workbook(made, out)
        else:
            missing = follow(rosters.write_paper(made, out))
    print(f"{out}：{len(made.rows)}人", *(f"  注意：{each}" for each in missing), sep="\n")
    return DONE


@command(
    "建立演练库（编造的人员），打印档案、花名册到“打印”文件夹",
    arg("folder", nargs="?", type=Path, metavar="文件夹", default=Path("演练库")),
    arg("--people", type=int, default=681, metavar="人数"),
    arg("--no-window", action="store_true", help="不打开窗口"),
)
def demo(arguments: argparse.Namespace) -> int:
    from reports import practice

    print(*follow(practice.make(arguments.folder, arguments.people)), sep="\n")
    return DONE if arguments.no_window or not _has_display() else _window(arguments.folder)


if __name__ == "__main__":
    sys.exit(main())

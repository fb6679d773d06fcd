"""Commands about people: taken in, found, doubted, printed."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from models.core.past_day import past_day
from models.core.record import Refusal
from models.office.deeds import ENTER_IT, LOOK_AT_IT, SAVE_FILE
from reports.commands.registry import (
    ARCHIVE_ARGUMENT,
    DONE,
    JSON_ARGUMENT,
    PARTLY,
    PAST_ARGUMENTS,
    WORDS_ARGUMENT,
    archive,
    arg,
    command,
    follow,
    looked_or_saved,
    print_answer,
    say,
)


def _deeds_of_import(arguments: argparse.Namespace) -> Sequence[str]:
    saves = (SAVE_FILE,) if arguments.findings else ()
    return (LOOK_AT_IT if arguments.plan else ENTER_IT, *saves)


@command(
    "导入花名册等工作簿",
    ARCHIVE_ARGUMENT,
    arg("files", nargs="+", type=Path, metavar="文件"),
    arg("--plan", action="store_true", help="只说会怎样，不写入"),
    arg("--findings", type=Path, metavar="OUT.xlsx", help="把原表加一列“导入结果”另存"),
    JSON_ARGUMENT,
    deed=_deeds_of_import,
)
def import_(arguments: argparse.Namespace) -> int:
    from models.imports import imports
    from reports.commands.answers import json_answers, text_answers
    from reports.imports import sheets_given_back

    if arguments.findings and arguments.findings.suffix.lower() != ".xlsx":
        raise Refusal(f"核对结果只能写成 .xlsx，不能写成“{arguments.findings.name}”")
    with archive(arguments) as user:
        plan = follow(imports.read_workbooks(arguments.files), arguments.json)
        if plan.unread and not plan.sheets:
            if arguments.json:
                print_answer(json_answers.imported_answer(plan))
            raise Refusal("\n".join(reason for _, reason in plan.unread))
        if arguments.findings:  # first: when it cannot be written nothing is taken in either
            sheets_given_back.write_sheets_back(plan, arguments.findings, arguments.files)
        if not arguments.plan:
            follow(imports.apply(plan, user), arguments.json)
    if arguments.json:
        print_answer(json_answers.imported_answer(plan))
    else:
        print(*text_answers.imported_lines(plan, arguments.plan), sep="\n")
    return PARTLY if plan.partly else DONE


@command(
    "列出词语找到的人；不写词就列出全部",
    ARCHIVE_ARGUMENT,
    WORDS_ARGUMENT,
    JSON_ARGUMENT,
    *PAST_ARGUMENTS,
    deed=looked_or_saved,
)
def people(arguments: argparse.Namespace) -> int:
    from models.people import search
    from reports.commands.answers import text_answers
    from reports.export.people import people_told

    with archive(arguments):
        found = list(people_told(search.find_people(" ".join(arguments.words))))
    return say(arguments, found, text_answers.person_lines(found), f"共{len(found)}人")


@command("列出档案中的疑点，重的在前", ARCHIVE_ARGUMENT, JSON_ARGUMENT, *PAST_ARGUMENTS, deed=looked_or_saved)
def findings(arguments: argparse.Namespace) -> int:
    from models.people import findings as doubts
    from reports.commands.answers import text_answers
    from reports.export.doubts import doubts_told

    with archive(arguments):
        found = list(doubts_told(doubts.all_findings()))
    return say(arguments, found, text_answers.doubtful_lines(found), f"共{len(found)}条疑点")


@command(
    "打印一人一档档案（PDF），全部或词语找到的人",
    ARCHIVE_ARGUMENT,
    arg("out", type=Path, metavar="OUT.pdf"),
    WORDS_ARGUMENT,
    arg(
        "--sections",
        metavar="部分",
        help="要打印的部分，用逗号隔开，如：封面,登记表,身份；不写就是除查阅登记外的全部",
    ),
    arg("--double-sided", action="store_true", help="双面打印：每人另起一张纸"),
    arg("--masked", action="store_true", help="遮住号码、电话和账号，用于外送"),
    arg("--mark", action="store_true", help="每页下方用小字印上制作人、时间和副本号，台账里查得到"),
    arg("--months", action="store_true", help="待遇逐月列出，不按年合并"),
    arg("--empty", action="store_true", help="没有内容的表也印出"),
    arg("--readings", action="store_true", help="查阅登记印上已有的查看、打印记录，不印空表"),
    arg("--stamp", default="", metavar="章", help="每件首页印出归档章或档号章"),
    *PAST_ARGUMENTS,
    deed=SAVE_FILE,
)
def sheets(arguments: argparse.Namespace) -> int:
    from models import store
    from models.disclosure.policies import CopyPurpose
    from models.office import settings
    from models.people import search
    from models.printing.given_copies import give_copy
    from models.printing.printouts import PaperMatter, PrintoutKind
    from models.printing.saved_papers import note_saved
    from reports.disclosure.copies import MASKED_COPY, WHOLE_COPY
    from reports.person import gathering
    from reports.person import sheets as paper

    if arguments.out.suffix.lower() != ".pdf":
        raise Refusal(f"档案只能写成 .pdf，不能写成“{arguments.out.suffix or arguments.out.name}”")
    wanted = arguments.sections.replace("，", ",").split(",") if arguments.sections else paper.USUAL_SECTIONS
    sections = tuple(name.strip() for name in wanted)
    practice = store.is_practice(arguments.folder)
    copy = paper.Copy(
        sections, arguments.double_sided, arguments.masked, practice,
        arguments.months, arguments.empty, arguments.stamp, arguments.readings,
    )  # fmt: skip
    with archive(arguments) as user:
        chosen = search.find_people(" ".join(arguments.words))
        if not (total := chosen.count()):
            raise Refusal("没有找到要打印的人")
        if arguments.mark:
            how = MASKED_COPY if arguments.masked else WHOLE_COPY
            copy = replace(copy, mark=give_copy(user, "一人一档", CopyPurpose.OUTSIDE, how, total).mark())
        files = gathering.of_all(chosen)
        written = follow(paper.write_person_files(files, arguments.out, settings.office(), copy, total))
        matter = PaperMatter(
            "一人一档", PrintoutKind.FILES, written.people, arguments.masked, parts=written.parts
        )
        if past_day() is None:  # of a past day it says nothing of what lies on paper of today's facts
            note_saved(arguments.out, written.pages, matter, user)
    warnings = (f"  注意：{missing}" for missing in written.missing)
    print(f"{arguments.out}：{written.people}人，{written.pages}页", *warnings, sep="\n")
    return DONE


@command(
    "花名册（.xlsx或.pdf），全部或词语找到的人",
    ARCHIVE_ARGUMENT,
    arg("out", type=Path, metavar="OUT"),
    WORDS_ARGUMENT,
    *PAST_ARGUMENTS,
    deed=SAVE_FILE,
)
def roster(arguments: argparse.Namespace) -> int:
    from models import store
    from models.people import search
    from reports.person import people_roster

    out, words = arguments.out, " ".join(arguments.words)
    missing: Iterable[object] = ()
    if out.suffix.lower() not in (".xlsx", ".pdf"):
        raise Refusal(f"花名册可以写成 .xlsx 或 .pdf，不能写成“{out.suffix or out.name}”")
    with archive(arguments) as user:
        made = people_roster.Roster.of(
            search.find_people(words), words, store.is_practice(arguments.folder), user
        )
        if out.suffix.lower() == ".xlsx":
            people_roster.write_roster_workbook(made, out)
        else:
            missing = follow(people_roster.write_roster_paper(made, out))
    print(f"{out}：{len(made.rows)}人", *(f"  注意：{each}" for each in missing), sep="\n")
    return DONE

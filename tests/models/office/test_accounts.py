"""Accounts: every act is an entry, two people are two people, and a key file changed outside is noticed."""

from __future__ import annotations

import hashlib
import json
from datetime import date, timedelta

import pytest

from models import departure, proof, store
from models.archive.keys import Keys
from models.core import journal
from models.core.dates import PartDate
from models.core.journal import Entry
from models.core.record import Refusal, db
from models.ledger.loans import Loan
from models.ledger.promises import Promise
from models.office import accounts, officers, roles, sign_ins
from models.office.account_events import AccountEvent, account_events
from models.office.officer import Officer
from models.office.officers import same_officer
from models.people.person import Person
from models.undo import undo
from models.visit_plans.teams import Team
from models.visits.campaign import Campaign
from tests.factories import citizen_number
from tests.ui.archives import LIGHT, PASSWORD, USER, new_archive

WU, WU_PASSWORD = "吴敏", "lanhua zhuozi maque"


@pytest.fixture
def code(tmp_path):
    return new_archive(tmp_path / "档案库")


@pytest.fixture
def keys(tmp_path, code):
    """The keys of an open archive in which 王芳 is the administrator."""
    with store.session(tmp_path / "档案库", USER, PASSWORD, LIGHT) as opened:
        yield opened.keys


def add(keys, account, role="录入", user=USER, officer=None):
    accounts.add_account(keys, account, WU_PASSWORD, role, user, officer or Officer(name=account))


def kept():
    return [(entry.title, entry.user) for entry in Entry.select().order_by(Entry.number)]


def test_every_act_is_an_entry_with_an_event_in_it(keys):
    add(keys, WU)
    accounts.reset_password(keys, WU, "yedeng kuozi huapen", USER)
    accounts.change_password(keys, USER, PASSWORD, "yedeng kuozi huapen")
    accounts.renew_recovery_code(keys, USER)
    accounts.remove_account(keys, WU, USER)
    titles = [f"增加用户：{WU}", f"重设密码：{WU}", f"修改密码：{USER}", "更换恢复码", f"删除用户：{WU}"]
    assert kept() == [(title, USER) for title in titles]
    assert [event.deed for event in account_events()] == [title.split("：")[0] for title in titles]
    assert sign_ins.key_faults(keys) == journal.chain_faults() == sign_ins.sign_in_faults() == []


def test_what_fails_leaves_keys_and_journal_as_they_were(keys, monkeypatch):
    def full(*_):
        raise Refusal("磁盘已满")

    before = (keys.folder / "keys.json").read_bytes()
    monkeypatch.setattr(roles, "keep_role", full)
    with pytest.raises(Refusal, match="磁盘"):
        add(keys, WU)
    assert (keys.folder / "keys.json").read_bytes() == before
    assert keys.accounts() == [USER]
    assert kept() == []


def test_who_may_not_changes_nothing(keys):
    add(keys, WU)
    before = (keys.folder / "keys.json").read_bytes()
    for act in (
        lambda: add(keys, "赵六", user=WU),
        lambda: accounts.reset_password(keys, USER, WU_PASSWORD, WU),
        lambda: accounts.remove_account(keys, USER, WU),
        lambda: accounts.renew_recovery_code(keys, WU),
        lambda: accounts.accept_key_file(keys, WU),
    ):
        with pytest.raises(Refusal, match="角色是录入"):
            act()
    assert (keys.folder / "keys.json").read_bytes() == before
    accounts.change_password(keys, WU, WU_PASSWORD, "yedeng kuozi huapen")  # one's own, always


def test_an_event_is_not_turned_back(keys):
    add(keys, WU)
    undo.undo(1, USER)  # of adding an account the role alone is taken back
    assert [event.deed for event in account_events()] == ["增加用户"]
    assert (
        roles.role_of(WU) == roles.ONLY_LOOKING
    )  # no role makes nobody an administrator who was added later
    accounts.renew_recovery_code(keys, USER)
    with pytest.raises(Refusal, match="已写进钥匙文件，不能撤销"):
        undo.undo(3, USER)
    assert [event.deed for event in account_events()] == ["增加用户", "更换恢复码"]
    with pytest.raises(Refusal, match="已写进钥匙文件"), journal.entry("删去", USER):
        AccountEvent.delete().execute()


# --- two people are two people


def test_the_maker_of_an_account_is_the_same_person_until_another_administrator_confirms(keys, code):
    add(keys, WU, "管理员")
    assert same_officer("王 芳", USER)
    assert same_officer(USER, WU)
    for user in (USER, WU):
        with pytest.raises(Refusal, match="算同一个人"):
            accounts.confirm_account(keys, WU, user)
    with pytest.raises(Refusal, match=r"不是这个档案库|抄错"):
        accounts.confirm_account(keys, WU, USER, "0" * 40)
    accounts.confirm_account(keys, WU, USER, code)
    assert not same_officer(USER, WU)
    add(keys, "赵六")
    accounts.confirm_account(keys, "赵六", WU)
    assert not same_officer(USER, "赵六")


def test_two_accounts_that_one_made_are_one_with_their_maker(keys):
    add(keys, "甲")
    add(keys, "乙")
    assert same_officer("甲", "乙")
    assert officers.unconfirmed() == {"甲": USER, "乙": USER}


def test_who_resets_a_password_could_sign_in_with_it(keys, code):
    add(keys, WU)
    accounts.confirm_account(keys, WU, USER, code)
    accounts.reset_password(keys, WU, "yedeng kuozi huapen", USER)
    assert same_officer(USER, WU)


def test_two_accounts_of_one_officer_are_one_and_moving_one_away_must_be_confirmed(keys, code):
    add(keys, WU)
    accounts.confirm_account(keys, WU, USER, code)
    accounts.say_owner(keys, USER, Officer(name=USER), USER)
    wang = accounts.owner_of(USER)
    add(keys, "王芳二", officer=wang)
    accounts.confirm_account(keys, "王芳二", USER, code)
    assert same_officer(USER, "王芳二")
    accounts.say_owner(keys, "王芳二", Officer(name="别人"), USER)
    assert same_officer(USER, "王芳二")


# --- the key file


def test_an_account_that_no_entry_made_is_told_and_may_only_look(keys):
    keys.add_account(WU, WU_PASSWORD)
    assert sign_ins.key_faults(keys) == [f"用户“{WU}”不是在程序里增加的"]
    assert f"用户“{WU}”不是在程序里增加的" in proof.check_archive()
    assert roles.role_of(WU) == roles.ONLY_LOOKING
    accounts.accept_key_file(keys, USER)
    assert sign_ins.key_faults(keys) == []
    assert roles.role_of(WU) == roles.ONLY_LOOKING


def test_an_account_that_is_gone_is_told(keys):
    add(keys, WU)
    keys.remove_account(WU)
    assert sign_ins.key_faults(keys) == [f"用户“{WU}”不见了，不是在程序里删除的"]


def test_an_older_key_file_put_back_is_told_at_the_next_opening(tmp_path, keys):
    add(keys, WU, "管理员")
    with_wu = (keys.folder / "keys.json").read_bytes()
    accounts.remove_account(keys, WU, USER)
    with_one = (keys.folder / "keys.json").read_bytes()
    accounts.change_password(keys, USER, PASSWORD, "yedeng kuozi huapen")
    folder = keys.folder
    store.close()
    (folder / "keys.json").write_bytes(with_one)
    with store.session(folder, USER, PASSWORD, LIGHT):
        assert "不是最近的一份" in sign_ins.sign_ins()[1].words
    (folder / "keys.json").write_bytes(with_wu)
    with store.session(folder, WU, WU_PASSWORD, LIGHT) as opened:
        assert sign_ins.key_faults(opened.keys) == [f"用户“{WU}”不是在程序里增加的"]
        assert roles.role_of(WU) == roles.ONLY_LOOKING


# --- sign-ins


def test_good_and_wrong_sign_ins_are_written_down(tmp_path, code):
    folder = tmp_path / "档案库"
    for user, password in ((USER, "bu dui"), ("没有这个人", PASSWORD)):
        with pytest.raises(Refusal, match="用户名或密码不对"):
            store.open(folder, user, password, LIGHT)
    with store.session(folder, USER, PASSWORD, LIGHT):
        found = [(row.user, row.deed, row.words) for row in sign_ins.sign_ins()]
        assert found[0] == (USER, "登录", "")
        assert found[2][1:] == ("没有登录成", f"密码不对，用户名像是“{USER}”")
        assert found[1][1] == "没有登录成"
        assert sign_ins.sign_in_faults() == []
        for sql in ("DELETE FROM sign_in", "UPDATE sign_in SET user = '李强'"):
            with pytest.raises(Exception, match="登录记录只能添加"):
                db.execute_sql(sql)


def rewritten(plain=False, drop=0):
    """Somebody with SQL changes the user of all sign-ins, cuts some off at the end and chains the rest anew."""
    for act in ("update", "delete"):
        db.execute_sql(f"DROP TRIGGER sign_in_kept_{act}")
    rows, previous = list(sign_ins.SignIn.select().order_by(sign_ins.SignIn.id)), ""
    for row in rows[len(rows) - drop :]:
        row.delete_instance()
    for row in rows[: len(rows) - drop]:
        row.user, row.previous = "李强", previous
        previous = row.hash = hashlib.sha256(row._said().encode()).hexdigest() if plain else row.digest()
        row.save()


def a_day_passes(monkeypatch):
    monkeypatch.setattr(sign_ins, "this_day", lambda: date.today() + timedelta(days=1))


def test_without_the_key_nobody_chains_the_sign_ins_again(keys):
    rewritten(plain=True)
    assert "第1条登录记录被改动过" in sign_ins.sign_in_faults()[0]


def test_with_every_key_the_journal_still_tells_what_they_were(keys, monkeypatch):
    a_day_passes(monkeypatch)
    sign_ins.note_sign_in(keys, USER, sign_ins.SignInDeed.UNLOCKED)
    assert [entry.title for entry in Entry.select()] == ["登录记录到第2条"]
    assert sign_ins.sign_in_faults() == journal.chain_faults() == []
    rewritten()
    assert "第2条登录记录被改动过" in sign_ins.sign_in_faults()[0]


def test_sign_ins_cut_off_at_the_end_are_missed(keys, monkeypatch):
    a_day_passes(monkeypatch)
    sign_ins.note_sign_in(keys, USER, sign_ins.SignInDeed.UNLOCKED)
    rewritten(drop=2)
    assert sign_ins.sign_in_faults() == ["登录记录只到第0条，操作日志里记着已有2条，后面的不见了"]


def test_rows_of_an_earlier_program_stay_and_are_told_by_the_upgrade(keys):
    rewritten(plain=True)
    sign_ins.tell_days_before()
    assert sign_ins.sign_in_faults() == []
    rewritten_once_more = sign_ins.SignIn.get()
    rewritten_once_more.words = "别的"
    rewritten_once_more.hash = hashlib.sha256(rewritten_once_more._said().encode()).hexdigest()
    rewritten_once_more.save()
    assert sign_ins.sign_in_faults() != []


@pytest.mark.parametrize("tamper", [lambda file: file.unlink(), lambda file: file.write_text('[[1, "00"]]')])
def test_a_file_of_wrong_passwords_that_was_deleted_or_shortened_is_noticed(tmp_path, code, tamper):
    folder = tmp_path / "档案库"
    with store.session(folder, USER, PASSWORD, LIGHT):
        pass
    with pytest.raises(Refusal):
        store.open(folder, USER, "bu dui", LIGHT)
    tamper(folder / "signins.log")
    with store.session(folder, USER, PASSWORD, LIGHT):
        assert "记输错密码的文件" in sign_ins.sign_ins()[1].words


def test_the_command_line_refuses_in_words_while_one_must_wait(tmp_path, code):
    for _ in range(3):
        with pytest.raises(Refusal, match="不对"):
            store.open(tmp_path / "档案库", USER, "bu dui", LIGHT)
    with pytest.raises(Refusal, match="已连续输错3次，请等1秒再试"):
        store.open(tmp_path / "档案库", USER, PASSWORD, LIGHT)


# --- leaving


def test_who_leaves_is_closed_in_one_entry_and_what_is_open_goes_on(keys):
    add(keys, WU, "审批")
    with journal.entry("登记", USER):
        campaign = Campaign(name="八一走访", year=2026)
        campaign.save()
        Team(campaign=campaign, number=1, name="第一组", leader=WU, members=f"{WU}、李强").save()
    assert [each.line.subject for each in departure.matters_in_the_name_of(WU)] == ["走访小组"]
    with pytest.raises(Refusal, match="请选择由谁接手"):
        departure.leave(keys, WU, "", USER)
    before = journal.last_number()
    assert departure.leave(keys, WU, USER, USER, PartDate(2026, 11, 30)) == 1
    assert journal.last_number() == before + 1
    team = Team.get()
    assert (team.leader, team.members) == (USER, f"{USER}、李强")
    assert Officer.get(Officer.name == WU).until == PartDate(2026, 11, 30)
    assert keys.accounts() == [USER]
    assert "走访小组：第一组" in account_events()[-1].notes
    with pytest.raises(Refusal):
        Keys.unlock(keys.folder, WU, WU_PASSWORD, LIGHT)
    undo.undo(before + 1, USER)
    assert Team.get().leader == WU
    assert keys.accounts() == [USER]  # the door stays closed


def test_promises_and_lent_paper_of_who_leaves_go_to_who_takes_over(keys):
    add(keys, WU)
    with journal.entry("登记", USER):
        someone = Person(name="王五", sex="男", number=citizen_number(date(1950, 6, 15)))
        someone.save()
        Promise(
            person=someone, day=PartDate(2026, 8, 1), words="送轮椅", promised_by=WU, notes="要窄的"
        ).save()
        Loan(person=someone, day=PartDate(2026, 8, 1), borrower=WU).save()
    departure.leave(keys, WU, USER, USER, PartDate(2026, 11, 30))
    assert (Promise.get().promised_by, Loan.get().borrower) == (USER, USER)
    assert Promise.get().notes == f"要窄的；{WU}答应的，{WU}离岗后由{USER}兑现"
    assert Loan.get().notes == f"{WU}借的，{WU}离岗后由{USER}保管、归还"


def test_nobody_sends_himself_away(keys):
    add(keys, WU, "管理员")
    with pytest.raises(Refusal, match="另一位管理员"):
        departure.leave(keys, USER, WU, USER)


def test_a_sign_in_row_says_what_accounts_there_were(keys):
    assert json.loads(sign_ins.sign_ins()[0].accounts) == [USER]

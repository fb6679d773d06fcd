"""The keys of an archive: who gets in, and that every changed byte of keys.json is noticed."""

from __future__ import annotations

import hashlib
import json

import pytest

from models.archive import key_file
from models.archive.keys import WRONG, Keys, keys_say_practice
from models.archive.recovery_code import new_code
from models.archive.wraps import MOST_WORK
from models.core.record import Refusal
from tests.models.archive.conftest import LIGHT, PASSWORD, USER, rewrite, unlock


def test_name_and_password_open_what_was_made(tmp_path, made):
    opened = unlock(tmp_path)
    assert opened.user == USER
    assert opened.key_for("database") == made[0].key_for("database")


def test_each_use_has_a_key_of_its_own(made):
    keys = made[0]
    assert len({keys.key_for(use) for use in ("database", "scans", "seal", "names")}) == 4


def test_a_refusal_never_says_whether_name_or_password_is_wrong(tmp_path, made):
    for user, password in (
        (USER, "不是这个密码"),
        ("李强", PASSWORD),
        ("", ""),
        (USER, ""),
        ("\udcff", "\udcff"),
    ):
        with pytest.raises(Refusal) as refusal:
            unlock(tmp_path, user, password)
        assert str(refusal.value) == WRONG


def test_changing_a_password_keeps_the_data_key(tmp_path, made):
    before = made[0].key_for("database")
    unlock(tmp_path).change_password(USER, PASSWORD, "油菜花 现在开了吗")
    assert unlock(tmp_path, USER, "油菜花 现在开了吗").key_for("database") == before
    with pytest.raises(Refusal, match=WRONG):
        unlock(tmp_path)


def test_a_password_is_changed_only_by_who_knows_the_old_one(tmp_path, made):
    before = (tmp_path / "keys.json").read_bytes()
    with pytest.raises(Refusal, match="原密码不对"):
        made[0].change_password(USER, "不是原来的密码", "油菜花 现在开了吗")
    with pytest.raises(Refusal, match="至少"):
        made[0].change_password(USER, PASSWORD, "短")
    assert (tmp_path / "keys.json").read_bytes() == before


def test_accounts_come_and_go_but_the_last_one_stays(tmp_path, made):
    keys = made[0]
    keys.add_account("李强", "湟水 一直向东流去")
    assert unlock(tmp_path, "李强", "湟水 一直向东流去").accounts() == [USER, "李强"]
    with pytest.raises(Refusal, match="已有用户"):
        keys.add_account(" 李 强", "另一个密码 12")
    keys.remove_account(USER)
    with pytest.raises(Refusal, match=WRONG):
        unlock(tmp_path)
    with pytest.raises(Refusal, match="最后一个用户"):
        keys.remove_account("李强")
    with pytest.raises(Refusal, match="没有用户“王芳”，现有用户：李强"):
        keys.remove_account(USER)


def test_the_recovery_code_opens_and_gives_a_new_password(tmp_path, made):
    keys, code = made
    typed = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    Keys.recover(tmp_path, typed, LIGHT).reset_password(USER, "油菜花 现在开了吗")
    assert unlock(tmp_path, USER, "油菜花 现在开了吗").key_for("scans") == keys.key_for("scans")


def test_a_new_recovery_code_ends_the_old_one(tmp_path, made):
    keys, old = made
    new = keys.renew_recovery_code()
    assert Keys.recover(tmp_path, new, LIGHT).accounts() == [USER]
    with pytest.raises(Refusal, match="不是这个档案库"):
        Keys.recover(tmp_path, old, LIGHT)


def test_nobody_is_named_in_the_file(tmp_path, made):
    keys, code = made
    keys.add_account("Li Qiang", "湟水 一直向东流去")
    raw = (tmp_path / "keys.json").read_bytes()
    for word in (USER, "Li Qiang", "liqiang", PASSWORD, code, code[:5]):
        for encoding in ("utf-8", "utf-16-le", "gb18030"):
            assert word.encode(encoding) not in raw
        assert json.dumps(word)[1:-1].encode() not in raw
        assert word.encode().hex().encode() not in raw
        assert hashlib.sha256(word.encode()).hexdigest().encode() not in raw


def edits():
    return {
        "another's account taken away": lambda f: f["accounts"].pop(),
        "another's wrap changed": lambda f: f["accounts"][1].update(wrapped="0" * 96),
        "another's hint changed": lambda f: f["accounts"][1].update(hint="zz"),
        "own name changed": lambda f: f["accounts"][0].update(name=f["accounts"][1]["name"]),
        "own hint doubled": lambda f: f["accounts"].append(f["accounts"][0]),
        "accounts turned round": lambda f: f["accounts"].reverse(),
        "another's cost changed": lambda f: f["accounts"][1].update(passes=2),
        "recovery wrap changed": lambda f: f["recovery"].update(salt="0" * 32),
        "seal changed": lambda f: f.update(seal="0" * 64),
    }


@pytest.mark.parametrize("name", edits())
def test_an_edit_with_a_fitting_checksum_breaks_the_seal(tmp_path, made, name):
    made[0].add_account("李强", "湟水 一直向东流去")
    rewrite(tmp_path, edits()[name])
    assert made[0].check() == [key_file.EDITED]
    with pytest.raises(Refusal, match="被改动过"):
        unlock(tmp_path)


def test_a_file_whose_guesses_are_cheap_is_used_only_by_who_says_so(tmp_path, made):
    with pytest.raises(Refusal, match="减弱过"):
        Keys.unlock(tmp_path, USER, PASSWORD)
    with pytest.raises(Refusal, match="减弱过"):
        Keys.recover(tmp_path, made[1])
    assert unlock(tmp_path).user == USER


@pytest.mark.parametrize("user", [USER, "李强"])
def test_a_crafted_file_cannot_keep_the_program_busy(tmp_path, made, user):
    """Neither by one dear wrap nor by very many that all seem to be the user's."""
    rewrite(tmp_path, lambda f: f["accounts"][0].update(memory=1 << 18, passes=64))
    with pytest.raises(Refusal, match="已损坏"):
        unlock(tmp_path, user)
    dear = {"memory": MOST_WORK // 6, "passes": 6}
    rewrite(tmp_path, lambda f: f.update(accounts=[f["accounts"][0] | dear] * 2))
    with pytest.raises(Refusal, match="被改动过"):
        unlock(tmp_path)


def test_the_mark_of_practice_cannot_be_put_on_a_real_archive(tmp_path, made):
    """Even whoever forges a whole practice file gets other keys than those the database is under."""

    def forge(facts):
        facts.update(practice=True, open="ab" * 32, accounts=[], recovery=None)

    rewrite(tmp_path, forge)
    with pytest.raises(Refusal, match="被改动过"):
        Keys.unlock_practice(tmp_path)


def test_a_practice_archive_needs_no_password_and_has_no_accounts(tmp_path):
    made = Keys.create_practice(tmp_path)
    opened = Keys.unlock_practice(tmp_path, "李强")
    assert (opened.user, opened.practice, keys_say_practice(tmp_path)) == ("李强", True, True)
    assert opened.key_for("database") == made.key_for("database")
    for forbidden in (
        lambda: unlock(tmp_path),
        lambda: Keys.recover(tmp_path, new_code()),
        lambda: opened.add_account(USER, PASSWORD),
        lambda: opened.renew_recovery_code(),
    ):
        with pytest.raises(Refusal, match="演练库"):
            forbidden()


def test_a_real_archive_does_not_open_without_a_password(tmp_path, made):
    assert not keys_say_practice(tmp_path)
    with pytest.raises(Refusal, match="这不是演练库"):
        Keys.unlock_practice(tmp_path)

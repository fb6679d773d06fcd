"""What a copy that leaves the office says without anybody knowing is found."""

from __future__ import annotations

import pytest

from models.core.masks import Secret, masked_words
from models.core.record import Refusal
from reports.disclosure.leaks import KnownSecrets, leaks
from tests.reports.disclosure.seeded_leaks import SEEDS

NUMBER, PHONE, ACCOUNT = "630103195308010019", "13812341234", "6228480860012340018"


@pytest.mark.parametrize("kind", SEEDS)
@pytest.mark.parametrize("secret", [NUMBER, PHONE, ACCOUNT])
def test_a_leak_is_found_wherever_it_stands(kind, secret, tmp_path):
    ending, make = SEEDS[kind]
    file = tmp_path / f"公示名单.{ending}"
    file.write_bytes(make(secret))
    found = leaks([file], KnownSecrets())
    assert found
    assert not any(secret in each.told() for each in found)


def test_a_leak_in_the_name_of_a_file_is_found(tmp_path):
    file = tmp_path / f"张三{NUMBER}.txt"
    file.write_text("公示", "utf-8")
    assert [each.secret for each in leaks([file], KnownSecrets())] == [Secret.NUMBER]


def test_a_short_telephone_of_the_archive_is_known_though_it_has_no_shape(tmp_path):
    file = tmp_path / "名单.csv"
    file.write_text("张三,8123456,6301038123456", "utf-8")
    assert [each.shown for each in leaks([file], KnownSecrets({"8123456": Secret.PHONE}))] == ["8****56"]


def test_the_telephone_of_the_office_may_be_said(tmp_path):
    file = tmp_path / "公示.txt"
    file.write_text("联系电话：0971-8123456", "utf-8")
    assert leaks([file], KnownSecrets())
    assert leaks([file], KnownSecrets(), ["0971-8123456"]) == []


def test_a_masked_list_has_none(tmp_path):
    file = tmp_path / "公示.txt"
    file.write_text(masked_words(f"张三 {NUMBER} {PHONE} {ACCOUNT} 1953年8月1日 3,208.33元"), "utf-8")
    assert leaks([file], KnownSecrets({NUMBER: Secret.NUMBER, PHONE: Secret.PHONE})) == []


def test_a_file_that_cannot_be_read_is_not_called_clean(tmp_path):
    file = tmp_path / "坏.pdf"
    file.write_bytes(b"%PDF-1.7\nbroken")
    with pytest.raises(Refusal, match="没法检查"):
        leaks([file], KnownSecrets())

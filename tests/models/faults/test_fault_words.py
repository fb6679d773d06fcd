"""What the log says of a fault helps whoever mends it, and names nobody."""

from __future__ import annotations

import pytest

from models.faults.fault_words import fault_words, without_values

VALUES = "张三", "630103195001011234", "13800001111", "6217 0000 1234 5678", "1950-01-01", "wangfang"


@pytest.mark.parametrize("value", VALUES)
def test_a_value_in_a_message_is_left_out(value):
    assert value not in without_values(f"invalid literal for int() with base 10: {value!r}")


def test_values_without_quotes_are_left_out_too():
    plain = without_values("row 王芳 630103195001011234 of 13800001111, 1950-01-01: no such file")
    assert plain == "row … … of …, …: no such file"


def test_what_python_says_of_our_own_names_stays():
    words = "'NoneType' object has no attribute 'birthday'"
    assert without_values(words) == words


def test_the_name_of_the_pcs_user_is_left_out():
    assert without_values(r"C:\Users\wangfang\AppData\x.db") == r"C:\Users\…\AppData\x.db"


def test_a_traceback_keeps_its_sources_and_not_where_they_lie():
    line = r'  File "C:\Users\王芳\youfu\models\person.py", line 5 in save'
    assert without_values(line) == "  File models/person.py, line 5 in save"


def test_a_fault_tells_its_way_and_what_it_came_from():
    def first():
        int("张三630103195001011234")

    def second():
        try:
            first()
        except ValueError as error:
            raise KeyError("李四") from error

    with pytest.raises(KeyError) as found:
        second()
    told = fault_words(found.value)
    assert "张三" not in told.replace(
        'int("张三630103195001011234")', ""
    )  # our own source may say what it likes
    assert told.index("ValueError") < told.index("KeyError")
    assert "tests/models/faults/test_fault_words.py:" in told

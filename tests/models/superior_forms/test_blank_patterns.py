from __future__ import annotations

from models.superior_forms.asked import AskedFact
from models.superior_forms.blank_patterns import boxed_options, composed, day_in_pattern

PLACE = 1, 0


def test_a_box_is_ticked_and_the_others_stay():
    fact = AskedFact(PLACE, PLACE, "性别", before="□男　□女")
    assert boxed_options("□男　□女") == ("男", "女")
    assert composed("□男　□女", [(fact, "女")]) == "□男　☑女"


def test_several_blanks_of_one_cell_are_filled_where_they_stand():
    words = "姓名：____　性别：__"
    name = AskedFact(PLACE, PLACE, "姓名", before=words, part=(3, 8))
    sex = AskedFact(PLACE, PLACE, "性别", before=words, part=(11, 13))
    assert composed(words, [(name, "张三"), (sex, "男")]) == "姓名：张三　性别：男"


def test_a_printed_day_says_how_much_of_it_is_wanted():
    assert day_in_pattern("　　年　月").parts == 2
    assert day_in_pattern("　　年　月　日").parts == 3
    assert day_in_pattern("") is None

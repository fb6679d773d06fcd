"""An officer sees figures by their names, the kept text knows them by their keys."""

from __future__ import annotations

import pytest

from models.core import journal
from models.year.figures.own_figures import MEASURE_COUNT, OWN_DISPLAYS, OwnFigure, counted_kinds
from models.year.summary import texts
from models.year.summary.names import keyed, names, spoken
from models.year.summary.told_rates import RATES_KEY
from tests.conftest import USER


@pytest.fixture
def own(archive):
    def make(name):
        made = OwnFigure(
            name=name,
            kind=next(iter(counted_kinds())),
            measure=MEASURE_COUNT,
            display=next(iter(OWN_DISPLAYS)),
        )
        with journal.entry("自定指标", USER):
            made.save()
        return made

    return make


@pytest.mark.parametrize("kind", texts.SUMMARY_KINDS)
def test_the_shipped_text_comes_back_as_it_was(archive, kind):
    known = names()
    text = texts.shipped_text(kind)
    assert spoken(text, known) != text
    assert keyed(spoken(text, known), known) == text


def test_no_two_figures_share_a_name(archive):
    known = names()
    assert len(set(known.values())) == len(known)


def test_the_form_stays_as_it_was_written():
    known = {"publicity.signs": "制作双拥宣传牌"}
    assert spoken("共{publicity.signs|比上年}。", known) == "共{制作双拥宣传牌|比上年}。"
    assert keyed("共{ 制作双拥宣传牌 |比上年}。", known) == "共{publicity.signs|比上年}。"


def test_what_has_no_name_stays_as_it_is():
    assert spoken("{年度}年{没有这一项|万余}", {"a": "甲"}) == "{年度}年{没有这一项|万余}"
    assert keyed("{年度}年{没有这一项|万余}", {"a": "甲"}) == "{年度}年{没有这一项|万余}"


def test_the_office_s_own_figure_has_its_name_too(own):
    made = own("总寨镇走访")
    assert list(names().items())[-1] == (made.definition.key, "总寨镇走访")


def test_a_figure_of_the_office_does_not_take_the_place_of_the_programs_in_the_text(own):
    own(names()[RATES_KEY])
    text = f"总结\n{{{RATES_KEY}}}。"
    assert keyed(spoken(text, names()), names()) == text

"""The article of 2020 beside the yearly text: what it says, clause by clause, out of the four workbooks and small registers.

``CLAUSES`` has each clause of the lead and the five sections with the words of our text that say it, at the article's precision;
or, with ``OWN_WORDS``, the reason why no record can say it and an officer writes it himself. Names and places are those of the
workbooks, which are about nobody real.
"""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.ledger.activities import LAW, Activity
from models.ledger.leading_groups import LEVELS, LeadingGroup, succeed
from models.ledger.memorials import Memorial, Patrol
from models.ledger.spending import Spending
from models.ledger.tasks import Task
from models.people.person import Person
from models.veterans.meetings import STUDY, Meeting
from models.veterans.service_stations import MODEL_STATION, ServiceStation
from models.year.figures.spans import SpanOfDays
from models.year.summary import report, texts
from tests.conftest import USER
from tests.scenarios.test_office_workbooks import LEDGER, PAID, ROSTER, VISITED

OWN_WORDS = "手写："
CLAUSES = {
    # lead
    "以习近平新时代中国特色社会主义思想为指导": "坚持以习近平新时代中国特色社会主义思想为指导",
    "区委、区政府的坚强领导": "在上级党委、政府的坚强领导和上级退役军人事务部门的指导下",
    "学习贯彻十九届四中全会精神": OWN_WORDS + "每年学习什么由单位定，程序不替单位表态",
    # organisation
    "双拥工作领导小组成员因人员变动调整": "调整区双拥工作领导小组成员1次",
    "各镇(办)、村(社区)成立领导小组": "全部8个镇（街道）和20个中的19个村（社区）成立了双拥工作领导小组",
    "“一把手”负总责": OWN_WORDS + "登记里有组长姓名，没有职务，不能说是“一把手”",
    "双拥和优抚资金列入财政预算并足额发放": "将双拥经费列入财政预算，共2项，预算12万元，已按时足额拨付12万元",
    "创建任务、责任目标下达镇(办)和成员单位": "向2个成员单位和镇（街道）下达双拥工作任务3项，明确责任目标，其中2项已完成",
    "服务站": "共有退役军人服务站61个，其中示范型1个，工作人员122人",
    # publicity
    "20余块宣传牌": "制作双拥宣传牌20余块",
    "横幅、LED屏150余条": "通过横幅和LED屏发布双拥信息150余条",
    "《中国双拥》41份、《中国退役军人》54份": "订阅《中国双拥》41份和《中国退役军人》54份",
    "报送市双拥办信息40余条": "向市双拥办报送双拥信息40余条",
    "报刊6条、电视4期、今日头条6条": "在省、市级报刊刊登信息6条，在市级电视台播报信息4期，在今日头条发布双拥优抚信息6条",
    "学习省双拥表彰大会精神": "召开会议1次，传达学习全省双拥表彰大会精神",
    "两节/八一2次走访部队11支，慰问品7万余元": "走访慰问驻区部队2次，共走访部队11支，送去慰问品折价7万余元",
    "走访困难退役军人、复员干部、其他优抚对象、无军籍退休职工": "全年走访慰问2次，看望困难退役军人65名、复员干部65名、无军籍退休职工65名和其他优抚对象60名",
    "22万余元慰问金": "发放慰问金22万余元",
    "迎春茶话会春联150余幅": "举办迎春活动，书写赠送春联和书法作品150余幅",
    "见义勇为退役军人慰问金2000元": "送去慰问金2000元",
    "坠入塌陷坑救人的经过": OWN_WORDS + "事迹经过没有栏目，写得再短也是单位自己的话",
    "企业军转干部座谈会1.5万元": "召开座谈会，为企业军转干部发放慰问金1.5万元",
    "执行特殊任务军人家属2名": "走访2名执行特殊任务的现役军人家属",
    "三等功军人家属4名慰问信和慰问金": "走访4名荣立三等功的现役军人家属，送去慰问信和慰问金",
    # the grass roots
    "春节前主题慰问3场，书200余册": "区文化馆、区文体旅游科技局和区退役军人事务局开展迎春、春节主题慰问活动3场，赠送图书200余册",
    "社区文化慰问3场，书200余册": "南关街社区开展社区文化慰问活动3场，赠送图书200余册",
    "六一亲子活动": "“六一”军警民亲子活动",
    "《民法典》宣传进军营": "区司法局和区退役军人事务局组织“《民法典》进军营”普法宣传活动1场，宣传《民法典》",
    "七一主题党日85名党员": "“七一”主题党日活动1场，85名党员参加",
    "“喜看西宁新变化”": OWN_WORDS + "主题登记成“七一”，要写原名把主题填全",
    "成员单位先后组织八一系列活动17场": "等11个单位先后组织开展“八一”系列活动17场",
    # the rights of those who are cared for
    "一人一档681名": "在册重点优抚对象681名，均建立一人一档",
    "四项百分百": "城市和农村义务兵家属优待金按标准发放率、符合最低生活保障条件的优抚对象纳入率、符合条件的优抚对象办理住院医疗保险率均达到100%",
    "“五个100%”": OWN_WORDS + "登记的合并后只有四个，程序写四个，单位要写五个时会提醒",
    "严把审批程序关": OWN_WORDS + "是态度，不是事项",
    "10名立功军人20000元": "向10名荣立三等功的现役军人家庭发放慰问金20000元",
    "2019年自主就业的11名4.2万元": "为2019年自主就业的11名退役士兵报销技能培训费和生活补助费4.2万元",
    "子女入学9名": "协调安排9名现役军人子女入学",
    "接收安置2019年退役军人2人": "接收安置2019年退役军人2人",
    "人寿保险公司为8名二次报销5万元": "通过人寿保险公司为8名重点优抚对象报销二次医疗费5万元",
    "六级以上9名23.4万元": "为9名六级以上残疾军人代缴医疗保险23.4万元",
    "门诊131名、166名13.8万元": "为131名享受居民医保的重点优抚对象和166名农村籍60周岁退役士兵发放门诊医疗补助费13.8万元",
    "体检66.25万元582名": "为582名优抚对象发放体检卡，投入体检经费66.25万元",
    "参保金131名4.2万元": "为131名优抚对象报销居民医保参保金4.2万元",
    "疫情期间158万余元": "发放生活补助金和物价补贴158万余元，其中疫情期间",
    "大病12.61万元报销10.584万元": "因脑血管手术花费12.61万元，按政策前后报销10.584万元，个人负担2.026万元",
    "异地就医5万元": "补助手术和治疗费5万元",
    "伤残民兵5.8万余元": "报销医疗费5.8万余元",
    # remembrance
    "最美退役军人初选6名，政审和事迹审核中": "确定初选对象6名，其中正在政审6名和正在审核事迹6名",
    "与区委宣传部联合": OWN_WORDS + "评选表没有主办单位",
    "送喜报10名": "为10名现役军人立功家庭上门送喜报，送去慰问金20000元",
    "网上祭英烈67家、61个、600余人": "机关事业单位67家和退役军人服务站61个参与，其中1场有全部服务站参与，参加人数600余人",
    "简报35篇": "报送活动简报35篇",
    "宣传《国防教育法》等": "宣传《国防教育法》《兵役法》《英雄烈士保护法》《烈士褒扬条例》",
    "英烈遗迹普查建档": "普查英烈遗迹和纪念设施2处",
    "责任确认、台账": "建立台账的共2处，均确认了保护责任",
    "巡查": "巡查2次，巡查到纪念设施2处，发现问题1个，已整改到位",
}  # fmt: skip


def day(month, number):
    return PartDate(2020, month, number)


def keep_small_registers():
    """What the four workbooks do not have: groups, budget, tasks, stations, a meeting, events of the law, memorials, a span."""
    with journal.entry("登记", USER):
        before = LeadingGroup(
            level=LEVELS[0], unit="区", name="区双拥工作领导小组", leader="甲", since=PartDate(2018, 3, 1)
        )
        before.save()
        after = LeadingGroup(level=LEVELS[0], unit="区", name=before.name, leader="乙", since=day(4, 1))
        after.follows = before.id
        succeed(before, after)
        keep_groups()
        for item in ("慰问部队经费", "双拥活动经费"):
            Spending(year=2020, item=item, planned=60000, allotted=60000, day=day(3, 20)).save()
        for unit, done in (("区司法局", True), ("总寨镇", True), ("总寨镇", False)):
            Task(year=2020, unit=unit, words="双拥任务", done=done, progress="已办").save()
        for number in range(61):
            standing = MODEL_STATION if not number else ""
            ServiceStation(name=f"第{number}退役军人服务站", standing=standing, staff=2).save()
        Meeting(day=day(5, 8), name="学习会", kind=STUDY, words="全省双拥表彰大会精神").save()
        keep_laws_and_memorials()
        SpanOfDays(name="疫情期间", first=day(1, 23), last=day(4, 30)).save()


def keep_groups():
    """One in every town, and in all communities but one."""
    for level, field in ((LEVELS[1], Person.street), (LEVELS[2], Person.community)):
        places = [name for (name,) in Person.select(field).where(field != "").distinct().tuples()]
        for place in sorted(places)[level == LEVELS[2] :]:
            LeadingGroup(
                level=level, unit=place, name="双拥工作领导小组", leader="丙", since=day(2, 1)
            ).save()


def keep_laws_and_memorials():
    Activity(day=day(7, 2), theme="《民法典》进军营", kind=LAW, organiser="区司法局、区退役军人事务局").save()
    laws = "《国防教育法》《兵役法》《英雄烈士保护法》《烈士褒扬条例》"
    Activity(day=day(4, 4), theme=f"宣传{laws}", kind=LAW, organiser="区人武部").save()
    for name, finding in (("烈士陵园", "护栏松动"), ("英烈遗址", "")):
        memorial = Memorial(name=name, keeper="区退役军人事务局", checked=day(3, 1))
        memorial.save()
        Patrol(memorial=memorial, day=day(6, 1), patroller="丁", finding=finding, done=bool(finding)).save()


@pytest.mark.timeout(300)
def test_every_clause_of_the_article_is_said_or_is_the_officers_own_words(take_in):
    take_in(VISITED, LEDGER, ROSTER, PAID)
    keep_small_registers()
    found = report.summary_of(texts.YEARLY_SUMMARY, 2020)
    whole = "\n".join(found.paragraphs)
    assert {
        clause: said for clause, said in CLAUSES.items() if said not in whole and OWN_WORDS not in said
    } == {}
    assert found.prose.unknown == () == found.typed
    named = report.write_summary(
        report.ask(texts.YEARLY_SUMMARY, 2020),
        texts.shipped_text(texts.YEARLY_SUMMARY),
        texts.TextChoices(names_people=True),
    )
    assert "优抚对象尉迟生文因脑血管手术花费12.61万元" in "".join(named.paragraphs)
    assert "尉迟生文" not in whole

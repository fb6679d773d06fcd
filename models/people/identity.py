"""An identity 身份: the right by which a person is entitled; one person may have several."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from peewee import Expression, ForeignKeyField, ModelSelect

from models.core import codes
from models.core.dates import PartDate, age_on, this_day
from models.core.journal import Change
from models.core.masks import Secret
from models.core.personal_names import same_name
from models.core.record import Count, Day, Doubt, Flag, Record, Text
from models.core.states import State
from models.law import clauses
from models.office import roles
from models.people.person import Person, unknown_words


class EntitlementState(State):
    """What became of an identity; the words of ``resources/codes/state.csv``."""

    TAKEN_IN = "受理"
    IN_PAY = "享受待遇"
    WITHOUT_PAY = "身份认定不享受待遇"
    STOPPED = "停发"
    MOVED = "迁移"
    NOT_RECOGNISED = "不予认定"
    DEAD = "去世"
    CANCELLED = "取消"
    SUSPENDED = "中止"


YOUNGEST = 13  # years: soldiers of the first years were children, but no younger
NO_STATE = "没有登记优抚对象状态，不知是否享受待遇，发放时待核定"
RECEIVING, GONE = EntitlementState.IN_PAY, EntitlementState.DEAD
LOW_GRADES = ("七级", "八级", "九级", "十级")
SICKNESS_REFUSED = "因病致残只有一至六级享受抚恤金，七至十级不能登记为享受待遇"
GRADES_IN_LAW = "残疾等级范围"  # the matter of ``resources/law`` that says which grades are paid


DISABLED = "伤残人员"
SURVIVORS = "三属"
RED_ARMY = "在乡退伍红军老战士"
DEMOBILISED = "在乡复员军人"
SICK_VETERANS = "带病回乡退役军人"
COMBATANTS = "参战退役人员"
TEST_VETERANS = "参试退役人员"
RURAL_VETERANS = "农村籍退役士兵"
MARTYRS_CHILDREN = "烈士子女"
OLD_MEMBERS = "建国前老党员"


class Identity(Record):
    """By what right a person is entitled, with the facts of that right's official form."""

    NOUN = "优抚身份"
    NAMED_BY = "kind"
    COUNTED = "优抚身份"
    SINCE = ("approved",)

    person_id: int
    person = ForeignKeyField(Person, backref="identities", on_delete="RESTRICT")
    kind = Text("身份", "kind", index=True)
    category = Text("优抚对象类别", "category", key="class")
    state = Text("优抚对象状态", "state")
    certificate = Text("证书编号", index=True, digits=True, secret=Secret.OPEN)
    expires = Day("证件有效期至")
    approved = Day("批准日期")
    paid_to = Day("抚恤金已发至月份", short="已发至月份")
    grade = Text("伤残等级", "grade")
    nature = Text("伤残性质", "nature")
    period = Text("所属时期", "period")
    standing = Text("伤残属别", "standing")
    review_on = Day("应重新评定时间")
    joined = Day("入伍(参加工作)时间", short="入伍(工作)时间")
    left = Day("退役时间")
    retired = Day("离退休时间")
    unit = Text("部队代号", secret=Secret.OPEN)
    unit_name = Text("服役部队名称(番号)", secret=Secret.OPEN)
    post = Text("职务")
    discharge_no = Text("退役证件号", digits=True, secret=Secret.OPEN)
    korea = Flag("是否抗美援朝")
    disabled_on = Day("致残时间")
    disabled_unit = Text("致残时所在单位")
    disabled_place = Text("致残地点")
    disability = Text("致残情况", long=True)
    disabled_cause = Text("致残原因")
    fought = Flag("是否参战")
    tested = Flag("是否参试")
    battle = Text("参战类别", "battle")
    test = Text("参试类别", "test")
    checkup = Text("职业健康检查")
    checked_on = Day("本次查体时间")
    checked_before = Day("上次查体时间")
    disabled_children = Count("先天性残疾子女数")
    proof = Text("身份认定依据", "proof", secret=Secret.OPEN)
    party_joined = Day("入党时间")
    illness = Text("在部队期间患病信息", long=True)
    service_from = Day("服义务兵开始时间")
    service_to = Day("服义务兵结束时间")
    service_years = Count("所服义务兵折算年限")
    under18 = Count("家庭中18岁(含)以下人数")
    over60 = Count("家庭中60岁(含)以上人数")
    relation = Text("与牺牲病故军人关系", "relation")
    holder = Flag("是否持证人")
    pensioned_before = Flag("是否享受过抚恤金")
    fallen_certificate = Text(
        "烈士(牺牲、病故军人)证书字号", digits=True, secret=Secret.OPEN, short="证明书字号"
    )
    fallen_name = Text("烈士(牺牲、病故军人)姓名", personal=True, short="姓名")
    fallen_sex = Text("烈士(牺牲、病故军人)性别", "sex", short="性别")
    fallen_born = Day("烈士(牺牲、病故军人)出生日期", short="出生日期")
    fallen_joined = Day("烈士(牺牲、病故军人)入伍(工作)时间", short="入伍(工作)时间")
    fallen_unit = Text("生前所在单位")
    fallen_post = Text("生前职务", suggests="rank")
    fallen_on = Day("牺牲病故时间")
    fallen_place = Text("牺牲病故地点")
    fallen_approved = Day("烈士(牺牲、病故军人)批准时间", short="批准时间")
    fallen_cause = Text("牺牲病故原因")
    notes = Text("备注", long=True)

    history: ModelSelect[IdentityState]
    accounts: ModelSelect[BankAccount]

    @property
    def paid(self) -> bool:
        return bool(self.state == RECEIVING)

    def rules(self) -> Iterator[tuple[str, str]]:
        if codes.table("kind").read(self.kind) != self.kind:
            yield "kind", f"身份“{self.kind}”不在身份种类中"
        if self.paid and self.nature == "因病" and self.grade in LOW_GRADES:
            yield "grade", sickness_refused(self.approved)

    def doubts(self) -> Iterator[Doubt]:
        if self.nature == "因病" and self.grade in LOW_GRADES:
            yield Doubt("grade", f"因病{self.grade}不在评定范围（因病只评一至六级）", 7)
        if self.kind == DISABLED:
            for field, label in (("grade", "伤残等级"), ("nature", "伤残性质")):
                if not getattr(self, field):
                    yield Doubt(field, f"伤残人员没有登记{label}", 5)
        if (kind := codes.kind_of_category(self.category)) not in (None, self.kind):
            yield Doubt("category", f"类别“{self.category}”属于{kind}，与身份“{self.kind}”不符", 6)
        if words := _other_time(self):
            yield Doubt("category", words, 6)
        if not self.state and codes.paid_as("kind").get(self.kind):
            yield Doubt("state", NO_STATE, 9)
        yield from self._doubts_in_order()
        yield from self._doubts_of_law()
        yield from unknown_words(self)

    def _doubts_in_order(self) -> Iterator[Doubt]:
        """What must come first comes first: birth, joining, leaving, approval."""
        born = self.person.birthday
        for earlier, later, words in (
            (self.joined, self.left, "退役时间{1}早于入伍时间{0}"),
            (self.service_from, self.service_to, "服义务兵结束时间{1}早于开始时间{0}"),
            (born, self.joined, "入伍时间{1}早于出生日期{0}"),
            (born, self.approved, "批准日期{1}早于出生日期{0}"),
            (self.fallen_born, self.fallen_on, "牺牲病故时间{1}早于出生日期{0}"),
        ):
            if earlier and later and later.before(earlier):
                field = next(name for name, value in self.__data__.items() if value == later)
                yield Doubt(field, words.format(earlier.chinese(), later.chinese()), 5)
        if born and self.joined and not self.joined.before(born) and _age_at(born, self.joined) < YOUNGEST:
            words = f"入伍时间{self.joined.chinese()}时只有{_age_at(born, self.joined)}岁"
            yield Doubt("joined", words, 6)
        if self.paid and self.expires and self.expires.latest() < this_day():
            yield Doubt("expires", f"证件已于{self.expires.chinese()}到期", 4)
        if self.approved and self.approved.earliest() > this_day():
            yield Doubt("approved", f"批准日期{self.approved.chinese()}晚于今天", 5)

    def _doubts_of_law(self) -> Iterator[Doubt]:
        """Facts that do not fit the kind's definition (军人抚恤优待条例; 民发〔2011〕110号)."""
        counted = service_years(self.service_from, self.service_to)
        if counted is not None and self.service_years is not None and counted != self.service_years:
            yield Doubt(
                "service_years",
                f"折算年限{self.service_years}年，按起止时间应为{counted}年（不满一年按一年）",
                6,
            )
        if self.kind == RURAL_VETERANS and self.joined and not soldier_by_duty(self.joined):
            yield Doubt(
                "joined",
                f"入伍时间{self.joined.chinese()}不在1954年11月至2011年10月之间，不符合农村籍退役士兵的条件",
                6,
            )
        if (
            self.kind == RURAL_VETERANS
            and self.paid
            and (born := self.person.birthday)
            and age_on(born, this_day()) < 60
        ):
            yield Doubt("state", "未满60周岁，尚不能享受农村籍退役士兵老年生活补助", 8)
        if self.kind == DEMOBILISED and self.joined and self.joined.earliest() > date(1954, 10, 31):
            yield Doubt(
                "joined", f"入伍时间{self.joined.chinese()}晚于1954年10月31日，不符合在乡复员军人的定义", 4
            )
        if self.state == GONE and self.person.died is None:
            yield Doubt("state", "状态为去世，未登记去世日期", 4)


def in_state(state: str) -> Expression:
    """The identities in a state: nobody who is dead receives anything, whatever the state still says."""
    dead: Expression = Identity.person.in_(Person.select(Person.id).where(Person.died.is_null(False)))
    said: Expression = Identity.state == state
    in_pay: Expression = Identity.state == RECEIVING
    chosen: dict[str, Expression] = {RECEIVING: in_pay & ~dead, GONE: said | (in_pay & dead)}
    return chosen.get(state, said)


def _age_at(born: PartDate, day: PartDate) -> int:
    """Full years at most, as far as both days are known."""
    return age_on(born, day.latest())


def law_of_grades(day: PartDate | None) -> str:
    """The clause in brackets that says which grades are paid, as it stood on a day, or today; empty where none was read."""
    found = clauses.cite(GRADES_IN_LAW, clauses.day_text(day), DISABLED)
    return f"（{found}）" if found else ""


# Between which days somebody joined the party who belongs to each category 建国前老党员, as the standards name them.
PARTY_TIMES = {
    "1937年7月6日前入党": (date.min, date(1937, 7, 6)),
    "1937年7月7日至1945年9月2日入党": (date(1937, 7, 7), date(1945, 9, 2)),
    "1945年9月3日至1949年9月30日入党": (date(1945, 9, 3), date(1949, 9, 30)),
}


def _other_time(identity: Identity) -> str:
    """What is doubtful of an old member's category beside the day of joining; empty where both agree or one is not known."""
    joined = identity.party_joined
    if identity.kind != OLD_MEMBERS or joined is None:
        return ""
    fit = [
        name
        for name, (first, last) in PARTY_TIMES.items()
        if first <= joined.latest() and joined.earliest() <= last
    ]
    if not fit:
        return f"{joined.chinese()}入党，不在1949年9月30日以前"
    if identity.category in (*fit, *_categories_without_time()):
        return ""
    return f"{joined.chinese()}入党，类别应为“{'”或“'.join(fit)}”，请核对"


def _categories_without_time() -> list[str]:
    """The categories of old members that no time of joining tells."""
    named = codes.table("category").names()
    return [name for name in named if codes.kind_of_category(name) == OLD_MEMBERS and name not in PARTY_TIMES]


def sickness_refused(day: PartDate | None) -> str:
    """Why grades seven to ten by sickness are not paid, by the law of a day."""
    return f"{SICKNESS_REFUSED}{law_of_grades(day)}"


def soldier_by_duty(joined: PartDate) -> bool:
    """Whether someone joined under the duty to serve: 1954-11-01 to 2011-10-31."""
    return joined.latest() >= date(1954, 11, 1) and joined.earliest() <= date(2011, 10, 31)


def service_years(begun: PartDate | None, ended: PartDate | None) -> int | None:
    """Years of service 折算年限, each begun year counted as one (民发〔2011〕110号: 不满一年的按一年计算).

    None when either end, or the month of either, is not known.
    """
    if begun is None or ended is None or not begun.month or not ended.month or ended.before(begun):
        return None
    exact = begun.day and ended.day
    start = (begun.month, begun.day if exact else 0)
    end = (ended.month, ended.day if exact else 0)
    return max(1, ended.year - begun.year + (end > start))


STOPPING = frozenset({EntitlementState.STOPPED, EntitlementState.SUSPENDED, EntitlementState.CANCELLED})


@roles.asks("identity")
def _right_of_state(change: Change) -> str:
    """To stop somebody's pay by hand, and to resume it, is a decision on pay, whatever part of the program writes it."""
    before, after = (fields.get("state", "") for fields in change.fields())
    stops = before == RECEIVING and after in STOPPING
    resumes = before in STOPPING and after == RECEIVING
    return roles.APPROVE if stops or resumes else roles.ENTER


class IdentityState(Record):
    """One state an identity has been in 状态变更; the newest is the present one."""

    NOUN = "身份状态"
    NAMED_BY = "state"
    EXPORTED = "states"
    SINCE = ("since",)

    identity_id: int
    identity = ForeignKeyField(Identity, backref="history", on_delete="RESTRICT")
    person_id: int
    person = ForeignKeyField(Person, backref="states", on_delete="RESTRICT")
    state = Text("状态", "state")
    since = Day("变更时间")
    paid_to = Day("抚恤金已发至月份")
    died_on = Day("死亡日期")
    place = Text("迁入(迁出)地")
    reason = Text("变更原因")


class BankAccount(Record):
    """An account that money is paid into; an account no longer used keeps its end."""

    NOUN = "发放账户"
    NAMED_BY = "bank"
    EXPORTED = "accounts"
    SINCE = ("since",)
    LATER = {"until": {}}

    person_id: int
    person = ForeignKeyField(Person, backref="accounts", on_delete="RESTRICT")
    identity_id: int | None
    identity = ForeignKeyField(Identity, backref="accounts", null=True, on_delete="RESTRICT")
    bank = Text("开户银行")
    holder = Text("开户名称", personal=True)
    account = Text("银行账号", index=True, secret=Secret.ACCOUNT, digits=True)
    since = Day("启用日期")
    until = Day("停用日期")

    def doubts(self) -> Iterator[Doubt]:
        if self.until is not None:
            return
        if self.holder and not same_name(self.holder, self.person.name):
            yield Doubt("holder", f"开户名称“{self.holder}”不是本人", 7)
        if self.account and not self.account.isdigit():
            yield Doubt("account", f"银行账号“{self.account}”含有数字以外的字符", 6)
        elif 16 <= len(self.account) <= 19 and not luhn(self.account):
            yield Doubt("account", f"银行账号{self.account}未通过卡号校验，请核对（存折号可忽略）", 5)


def luhn(digits: str) -> bool:
    """Whether a card's number carries the right check digit (ISO/IEC 7812-1)."""
    doubled = [int(digit) * 2 for digit in digits[-2::-2]]
    return (sum(int(digit) for digit in digits[-1::-2]) + sum(n - 9 * (n > 9) for n in doubled)) % 10 == 0

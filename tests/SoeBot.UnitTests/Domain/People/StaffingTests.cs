using SoeBot.Domain.People;
using Xunit;
using static SoeBot.UnitTests.Domain.People.GivenStaff;

namespace SoeBot.UnitTests.Domain.People;

public sealed class StaffingTests
{
    private static readonly DateOnly Day = Jan(14);

    [Fact]
    public void ActsFor_SomebodyPresent_IsThemselves() =>
        Assert.Equal(new StandIn(Omar, Omar, StandInReason.Present), Staff([Away(Petra, 13, 17)]).ActsFor(Omar, Day));

    [Fact]
    public void ActsFor_SomebodyAway_IsTheDeputyUntilTheLastDay()
    {
        var staff = Staff([Away(Omar, 13, 17, Petra)]);
        Assert.Equal(new StandIn(Petra, Omar, StandInReason.Deputy, Jan(17)), staff.ActsFor(Omar, Jan(17)));
        Assert.Equal(StandInReason.Present, staff.ActsFor(Omar, Jan(18)).Reason);
    }

    [Fact]
    public void ActsFor_DeputyAwayToo_IsTheDeputysDeputy() =>
        Assert.Equal(new StandIn(Ravi, Omar, StandInReason.Deputy, Jan(17)), Staff([Away(Omar, 13, 17, Petra), Away(Petra, 14, 14, Ravi)]).ActsFor(Omar, Day));

    [Fact]
    public void ActsFor_TwoWhoCoverEachOther_IsTheRolesDeputyThenTheLead()
    {
        var circle = new[] { Away(Omar, 13, 17, Petra), Away(Petra, 13, 17, Omar) };
        Assert.Equal(new StandIn(Dana, Omar, StandInReason.RoleDeputy, Jan(17)), Staff(circle, new Dictionary<Role, PersonKey> { [Role.Procurement] = Dana }).ActsFor(Omar, Day));
        Assert.Equal(new StandIn(Lea, Omar, StandInReason.Lead, Jan(17)), Staff(circle).ActsFor(Omar, Day));
    }

    [Fact]
    public void ActsFor_EverybodyAway_StaysWithThePerson() =>
        Assert.Equal(StandInReason.Nobody, Staff([Away(Omar, 13, 17), Away(Lea, 13, 17), Away(Miguel, 13, 17)]).ActsFor(Omar, Day).Reason);

    [Fact]
    public void ActsFor_SomebodyGone_IsNeverThemselves() =>
        Assert.Equal(new StandIn(Lea, Omar, StandInReason.Lead), Staff([], gone: [Omar]).ActsFor(Omar, Day));

    [Fact]
    public void ActsFor_AwayForApprovalsOnly_KeepsTheOwnOrders()
    {
        var staff = Staff([Away(Miguel, 13, 17, Dana, AbsenceScope.Approvals)]);
        Assert.Equal(Miguel, staff.ActsFor(Miguel, Day).Person);
        Assert.Equal(Dana, staff.ActsFor(Miguel, Day, AbsenceScope.Approvals).Person);
    }

    [Fact]
    public void ActsAs_DeputyOfTheRole_OnlyWhileNoHolderIsThere()
    {
        var dana = new Dictionary<Role, PersonKey> { [Role.PlantManager] = Dana };
        Assert.False(Staff([], dana).ActsAs(Dana, Role.PlantManager, Day));
        Assert.True(Staff([Away(Miguel, 13, 17)], dana).ActsAs(Dana, Role.PlantManager, Day));
        Assert.True(Staff([], dana, roles: []).ActsAs(Dana, Role.PlantManager, Day));
        Assert.True(Staff([Away(Miguel, 13, 17)], dana).ActsAs(Miguel, Role.PlantManager, Day));
        Assert.False(Staff([], gone: [Miguel]).ActsAs(Miguel, Role.PlantManager, Day));
    }

    [Fact]
    public void ActsAs_NamedInTheAbsence_OnlyWhenThePersonOrAnAdministratorNamedThem()
    {
        Assert.True(Staff([Away(Miguel, 13, 17, Petra)]).ActsAs(Petra, Role.PlantManager, Day));
        Assert.False(Staff([Away(Miguel, 13, 17, Petra, rights: false)]).ActsAs(Petra, Role.PlantManager, Day));
        Assert.False(Staff([Away(Miguel, 13, 17, Petra), Away(Petra, 13, 17, Ravi, rights: false)]).ActsAs(Ravi, Role.PlantManager, Day));
    }

    /// <summary>A lead to whom everything falls gets the questions, not the right to approve: no deputy means that a request waits.</summary>
    [Fact]
    public void ActsAs_LeadOfAnAbsentPlantManager_HasNoRight() => Assert.False(Staff([Away(Miguel, 13, 17)]).ActsAs(Lea, Role.PlantManager, Day));

    [Fact]
    public void ActsAs_DeputyOfAnAdministrator_AdministersNothing() =>
        Assert.False(Staff([Away(Omar, 13, 17, Petra)], new Dictionary<Role, PersonKey> { [Role.Administrator] = Petra }, roles: [(Omar, Role.Administrator)]).ActsAs(Petra, Role.Administrator, Day));

    [Fact]
    public void Acting_HolderThereElseDeputyElseNobody()
    {
        var dana = new Dictionary<Role, PersonKey> { [Role.PlantManager] = Dana };
        Assert.Equal([Miguel], Staff([], dana).Acting(Role.PlantManager, Day));
        Assert.Equal([Dana], Staff([Away(Miguel, 13, 17)], dana).Acting(Role.PlantManager, Day));
        Assert.Equal([Dana], Staff([], dana, roles: []).Acting(Role.PlantManager, Day));
        Assert.Empty(Staff([Away(Miguel, 13, 17)]).Acting(Role.PlantManager, Day));
        Assert.Equal([Ravi], Staff([Away(Omar, 13, 17, Petra)]).Acting(Role.Procurement, Day));
    }

    [Fact]
    public void End_BackEarly_HoldsUntilTheDayBefore()
    {
        var absence = Entered(Away(Omar, 13, 17, Petra));
        Assert.True(absence.End(Jan(15)));
        Assert.False(absence.End(Jan(15)));
        Assert.Equal(Jan(14), absence.LastDay);
        Assert.False(absence.Covers(Jan(15)));
        Assert.True(absence.Covers(Jan(14)));
    }

    [Fact]
    public void End_BeforeItBegan_HoldsNever()
    {
        var absence = Entered(Away(Omar, 13, 17, Petra));
        absence.End(Jan(12));
        Assert.False(absence.HasDays);
        Assert.DoesNotContain(Enumerable.Range(1, 31), day => absence.Covers(Jan(day)));
    }
}

using CsCheck;
using SoeBot.Domain.People;
using Xunit;
using static SoeBot.UnitTests.Domain.People.GivenStaff;

namespace SoeBot.UnitTests.Domain.People;

/// <summary>What holds whoever is away and whoever covers whom.</summary>
public sealed class StaffingProperties
{
    private static readonly DateOnly Day = Jan(10);
    private static readonly AbsenceScope[] Scopes = [AbsenceScope.All, AbsenceScope.Approvals];

    /// <summary>Ends for every circle of deputies: a loop would hang here.</summary>
    [Fact]
    public void Nobody_away_is_asked_unless_everybody_who_could_is_away() => Any.Sample(staff =>
    {
        foreach (var what in Scopes)
            foreach (var person in Everybody)
            {
                var acts = staff.ActsFor(person, Day, what);
                var away = staff.IsAway(acts.Person, Day, what);
                Assert.Equal(acts.Reason == StandInReason.Nobody, away);
                if (away) Assert.All(Candidates(staff, person, what), one => Assert.True(staff.IsAway(one, Day, what), $"{one} is there, and {person} was asked"));
            }
    }, iter: 2_000);

    [Fact]
    public void Who_acts_acts_for_themselves() => Any.Sample(staff => Assert.All(Everybody, person =>
    {
        var acts = staff.ActsFor(person, Day);
        if (acts.Reason != StandInReason.Nobody) Assert.Equal(acts.Person, staff.ActsFor(acts.Person, Day).Person);
    }), iter: 2_000);

    /// <summary>Nobody gets the right of a role whose holder is there, but its holders.</summary>
    [Fact]
    public void Rights_stay_with_the_holders_while_they_are_there() => Any.Sample(staff => Assert.All(Enum.GetValues<Role>(), role =>
    {
        var holders = staff.HoldersOf(role).ToList();
        if (holders.Count == 0 || holders.Exists(holder => staff.IsAway(holder, Day, AbsenceScope.Approvals))) return;
        Assert.All(Everybody, person => Assert.Equal(holders.Contains(person), staff.ActsAs(person, role, Day)));
    }), iter: 2_000);

    [Fact]
    public void Who_is_asked_in_a_role_is_there() => Any.Sample(staff =>
        Assert.All(Enum.GetValues<Role>(), role => Assert.DoesNotContain(staff.Acting(role, Day), person => staff.IsAway(person, Day))), iter: 2_000);

    /// <summary>Found by another road than the rule's: everybody who can be reached over deputies of persons and roles.</summary>
    private static HashSet<PersonKey> Candidates(Staffing staff, PersonKey person, AbsenceScope what)
    {
        var found = new HashSet<PersonKey>();
        var open = new Stack<PersonKey>([person]);
        foreach (var role in staff.RolesOf(person).Concat([Role.Lead, Role.PlantManager, Role.Administrator]))
            if (staff.Deputies.TryGetValue(role, out var deputy)) open.Push(deputy);
        foreach (var role in (Role[])[Role.Lead, Role.PlantManager, Role.Administrator])
            foreach (var holder in staff.HoldersOf(role)) open.Push(holder);
        while (open.TryPop(out var one))
            if (found.Add(one) && staff.AbsenceOf(one, Day, what)?.Deputy is { } next) open.Push(next);
        return found;
    }
}

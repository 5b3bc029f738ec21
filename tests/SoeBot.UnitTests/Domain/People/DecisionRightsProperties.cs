using CsCheck;
using SoeBot.Changes;
using SoeBot.Domain.Changes;
using SoeBot.Domain.Fences;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using Xunit;

namespace SoeBot.UnitTests.Domain.People;

/// <summary>For every zone, amount and set of absences somebody who is there may decide, or the request waits and ends unapproved: never a silent approval.</summary>
public sealed class DecisionRightsProperties
{
    private static readonly PersonKey[] Everybody = [.. Enumerable.Range(0, 6).Select(at => PersonKey.Of("tenant", $"p{at}"))];
    private static readonly Role[] Ladder = [Role.Lead, Role.PlantManager, Role.Executive];
    private static readonly DateTimeOffset Now = new(2014, 1, 10, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2014, 1, 10);

    private sealed record Plant(DecisionRights Rights, Staffing Staff, Fence Zone, decimal? Amount, int Asker);

    private static readonly Gen<IReadOnlyList<DecidingStep>> Steps = Gen.Select(Gen.Int[1, 3], Gen.Int[1, 100]).Select((count, first) => (IReadOnlyList<DecidingStep>)
        [.. Enumerable.Range(0, count).Select(at => new DecidingStep(Ladder[(at + first) % 3], at == count - 1 ? null : first + (100 * at)))]);

    private static readonly Gen<Plant> Plants = Gen.Select(
        Steps, Steps, Gen.Int[0, 5].Array[3, 8], Gen.Bool.Array[6], Gen.OneOf(Gen.Const((decimal?)null), Gen.Int[0, 400].Select(value => (decimal?)value)), Gen.Int[0, 2], Gen.Int[0, 5], Gen.Int[-1, 5])
        .Select((frozen, tie, held, away, amount, zone, asker, deputy) => new Plant(
            new DecisionRights { Frozen = frozen, Tie = tie },
            new Staffing(
                [.. held.Select((person, at) => new RoleHolder(Everybody[person], (Role)(at % 4 == 3 ? (int)Role.Executive : at % 4))).Distinct()],
                deputy < 0 ? new Dictionary<Role, PersonKey>() : new() { [Role.PlantManager] = Everybody[deputy] },
                [.. Everybody.Where((_, at) => away[at]).Select(Away)], []),
            (Fence)zone, amount, asker));

    [Fact]
    public void Somebody_there_may_decide_or_it_waits_and_ends_unapproved() => Plants.Sample(plant =>
    {
        var staff = new ChangeStaff(plant.Staff, Today, ownAllowed: false, plant.Rights);
        var asker = Everybody[plant.Asker];
        var request = Sent(plant, staff, asker);
        if (plant.Zone == Fence.Flexible)
        {
            Assert.Equal(ChangeState.Recorded, request.State);
            return;
        }

        var deciders = staff.Deciders(request);
        // Whoever is named may really press, and nobody of them is the asker or away.
        Assert.DoesNotContain(asker, deciders);
        Assert.All(deciders.Where(person => person != staff.DeputyFor(request)), person => Assert.False(IsAway(plant, person)));
        foreach (var person in Everybody)
        {
            var (copy, standing) = (Sent(plant, staff, asker), staff.Of(person, request));
            var may = copy.IsManagers ? standing.IsManager || standing.IsDeputy : standing.Functions.Any(copy.Required.Contains);
            var outcome = copy.IsManagers ? copy.Approve(person, standing, null, copy.Version, Now) : copy.Sign(person, standing, Signature.Agrees, null, copy.Version, Now);
            if (outcome == ChangeOutcome.Changed) Assert.True(may && person != asker);
            if (deciders.Contains(person) && !IsAway(plant, person)) Assert.Equal(ChangeOutcome.Changed, outcome);
        }
        request.PassHalfTime(request.HalfTimeAt!.Value);
        Assert.False(request.IsEffective);
        request.Expire(ChangeRules.DraftsLive, request.ExpiresAt!.Value);
        Assert.Equal(ChangeState.Expired, request.State);
    }, iter: 3_000);

    [Fact]
    public void The_decider_is_the_lowest_whose_limit_holds_the_amount_and_never_somebody_outside() => Gen.Select(Steps, Gen.Int[0, 400]).Sample((steps, amount) =>
    {
        var rights = new DecisionRights { Frozen = steps };
        var found = rights.Decider(Fence.Frozen, amount);
        return found == steps.First(step => step.UpTo is null || step.UpTo >= amount).Role && rights.Decider(Fence.Frozen, null) == steps[^1].Role;
    });

    [Fact]
    public void Rights_that_pass_the_check_fall_to_somebody_for_every_amount() => Gen.Select(Plants, Gen.Int[0, 400]).Sample((plant, amount) =>
        plant.Rights.Frozen.Select(step => step.Role).Distinct().Count() != plant.Rights.Frozen.Count
        || DecisionRightsRules.Check(RightsPart.Frozen, plant.Rights, plant.Staff) is not null
        || DecisionRightsRules.IsHeld(plant.Rights.Decider(Fence.Frozen, amount), plant.Staff));

    private static ChangeRequest Sent(Plant plant, ChangeStaff staff, PersonKey asker)
    {
        var request = ChangeRequest.Draft(new NewChange(new ChangeId(Guid.NewGuid()), new PlantId("north"), new ChangeWhat(ChangeKind.Move, ChangeSubject.ScheduleLine, "W1") { To = Today.AddDays(3) }, asker), 1, Now);
        request.Check(new ChangeImpact { PlanVersion = 1, Zone = plant.Zone, FirstSlot = Now.AddDays(1), Amount = plant.Amount }, Now);
        request.Send(asker, new Asked(ChangeReason.LineStop, "", false, null), staff.Signing(asker), staff.IsManager(asker, request), Now, staff.Decider(request));
        return request;
    }

    private static Absence Away(PersonKey person) => GivenStaff.Entered(GivenStaff.Away(person, 9, 11));

    private static bool IsAway(Plant plant, PersonKey person) => plant.Staff.IsAway(person, Today, AbsenceScope.Approvals);
}

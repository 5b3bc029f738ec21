using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Sop;
using Xunit;

namespace SoeBot.UnitTests.Domain.Sop;

public sealed class SopCycleTests
{
    private static readonly PersonKey Petra = PersonKey.Of("t", "petra"), Lea = PersonKey.Of("t", "lea");
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    private readonly SopCycle _cycle = SopCycle.Begin(new PlantId("bothell"), new(2026, 1, 1), new(2026, 1, 5));

    [Fact]
    public void Begin_HasAllFiveArtifactsWithoutOwners()
    {
        Assert.Equal(Enum.GetValues<SopArtifactKind>(), _cycle.Artifacts.Select(one => one.Kind));
        Assert.All(_cycle.Artifacts, one => Assert.Null(one.Owner));
    }

    [Fact]
    public void Tick_WithoutOwner_IsRefusedForEverybody()
    {
        Assert.Equal(SopOutcome.NoOwner, _cycle.Tick(SopArtifactKind.SupplyPlan, Lea, byLead: true, null, 3, Now));
        Assert.Equal(0, _cycle.Version);
    }

    [Fact]
    public void Tick_ByItsOwner_KeepsPersonTimeAndVersion()
    {
        Own(SopArtifactKind.SupplyPlan);
        Assert.Equal(SopOutcome.NotYours, _cycle.Tick(SopArtifactKind.SupplyPlan, Lea, byLead: false, null, 3, Now));
        Assert.Equal(SopOutcome.Changed, _cycle.Tick(SopArtifactKind.SupplyPlan, Petra, byLead: false, null, 3, Now));
        Assert.Equal(SopOutcome.SameAsBefore, _cycle.Tick(SopArtifactKind.SupplyPlan, Petra, byLead: false, null, 4, Now));
        Assert.Equal((Petra, Now, 3), (_cycle.Of(SopArtifactKind.SupplyPlan).TickedBy!.Value, _cycle.Of(SopArtifactKind.SupplyPlan).TickedAt!.Value, _cycle.Of(SopArtifactKind.SupplyPlan).PlanVersion!.Value));
    }

    [Theory]
    [InlineData(null, SopOutcome.SlidesNeeded)]
    [InlineData(0, SopOutcome.SlidesNeeded)]
    [InlineData(6, SopOutcome.TooManySlides)]
    [InlineData(5, SopOutcome.Changed)]
    public void Tick_ThePack_HasOneToFiveSlides(int? slides, SopOutcome outcome)
    {
        Own(SopArtifactKind.ReconciliationPack);
        Assert.Equal(outcome, _cycle.Tick(SopArtifactKind.ReconciliationPack, Petra, byLead: false, slides, 3, Now));
    }

    [Fact]
    public void Sign_StandsOnTheThreeBeforeIt_AndClosesThem()
    {
        foreach (var kind in Enum.GetValues<SopArtifactKind>()) Own(kind);
        Assert.Equal(SopOutcome.OthersOpen, Sign());
        foreach (var kind in (SopArtifactKind[])[SopArtifactKind.DemandConsensus, SopArtifactKind.SupplyPlan, SopArtifactKind.ReconciliationPack])
            Assert.Equal(SopOutcome.Changed, _cycle.Tick(kind, Petra, byLead: false, 4, 3, Now));
        Assert.Equal(SopOutcome.Changed, Sign());

        Assert.Equal((7, Now.AddDays(13)), (_cycle.SignedVersion!.Value, _cycle.SignedAt!.Value));
        Assert.Equal(SopOutcome.AlreadySigned, _cycle.Reopen(SopArtifactKind.SupplyPlan, Petra, byLead: true, Now));
        Assert.Equal(SopOutcome.AlreadySigned, _cycle.GiveTo(SopArtifactKind.DemandConsensus, Lea, Lea, Now));
        // The log is kept after the signature too.
        Assert.Equal(SopOutcome.Changed, _cycle.Tick(SopArtifactKind.CommitmentLog, Petra, byLead: false, null, 8, Now));
        // Monday 5 to Sunday 18 January, both counted: just in time (R126).
        Assert.Equal(SopCycle.MostDays, _cycle.Days(new(2026, 2, 1), at => DateOnly.FromDateTime(at.UtcDateTime)));

        SopOutcome Sign() => _cycle.Tick(SopArtifactKind.SignedPlan, Petra, byLead: false, null, 7, Now.AddDays(13));
    }

    [Fact]
    public void Reopen_TakesTheTickBackAndKeepsTheOwner()
    {
        Own(SopArtifactKind.SupplyPlan);
        _cycle.Tick(SopArtifactKind.SupplyPlan, Petra, byLead: false, null, 3, Now);
        Assert.Equal(SopOutcome.Changed, _cycle.Reopen(SopArtifactKind.SupplyPlan, Petra, byLead: false, Now));
        Assert.Equal(new SopArtifact(SopArtifactKind.SupplyPlan, Petra), _cycle.Of(SopArtifactKind.SupplyPlan));
        Assert.Equal(["given", "ticked", "reopened"], _cycle.Events.Select(one => one.What));
    }

    private void Own(SopArtifactKind kind) => Assert.Equal(SopOutcome.Changed, _cycle.GiveTo(kind, Petra, Lea, Now));
}

using SoeBot.Domain.People;
using SoeBot.Domain.Sop;
using SoeBot.Plants;
using SoeBot.Sop;
using SoeBot.UnitTests.Store;

namespace SoeBot.UnitTests.Slices.Views;

internal static class SopViews
{
    private static readonly PlantProfile Plant = MinutesViews.Plant;
    private static readonly DateOnly Today = new(2014, 1, 8);
    private static readonly DateTimeOffset Now = new(2014, 1, 8, 9, 0, 0, TimeSpan.Zero);
    private static readonly PersonKey Lea = PersonKey.Of(Given.Tenant, "lea"), Petra = PersonKey.Of(Given.Tenant, "petra");
    private static readonly Dictionary<PersonKey, Person> Names = new() { [Lea] = new(Lea, "Lea Berg"), [Petra] = new(Petra, "Petra Lang") };

    public static SopCycleView Open => Of(Cycle(), 4, null);
    public static SopCycleView Late => Of(Cycle(), 17, 75);
    public static SopCycleView NotBegun => Of(SopCycle.Begin(Plant.Id, new(2014, 1, 1), Today), 1, null);

    public static SopCycleView Signed
    {
        get
        {
            var cycle = Cycle();
            foreach (var kind in Enum.GetValues<SopArtifactKind>())
            {
                cycle.GiveTo(kind, Petra, Lea, Now);
                cycle.Tick(kind, Petra, byLead: false, 4, 14, Now);
            }
            return Of(cycle, 4, 45);
        }
    }

    public static MonthSummaryView Draft => new(Plant, Summary(), null, null, HasChannel: true);

    public static MonthSummaryView Sent
    {
        get
        {
            var summary = Summary();
            summary.Edit(SummaryPart.Learnings, "The casting supplier cannot do two shifts. Plan with one.", Lea, Now);
            summary.Send(Lea, Now);
            return new(Plant, summary, "Lea Berg", "Lea Berg", HasChannel: true);
        }
    }

    public static SentDownView Topics
    {
        get
        {
            var done = SopTopic.SendDown(Guid.Parse("01890000-0000-7000-8000-000000000002"), Plant.Id, "SO63001 needs a firm date", Lea, Now.AddDays(-3));
            done.Done("D-41", Petra, Now);
            return new(Plant, Today, [SopTopic.SendDown(Guid.Parse("01890000-0000-7000-8000-000000000001"), Plant.Id, "SO63216: the customer asks for a split", Petra, Now), done], Names);
        }
    }

    public static SentDownView NoTopics => Topics with { Topics = [] };

    public static CommitmentsView Promised => new("sample", "Sample plant", Today, "bike world", "Bike World", [],
    [
        new("SO63216", "1", "BK-100", 40, Today.AddDays(1), Today.AddDays(2), Today.AddDays(8)) { Told = [new(Today.AddDays(-1), Today.AddDays(8), TooLate: false)] },
        new("SO63100", "2", "BK-200", 12, Today.AddDays(-9), Today.AddDays(-5), Today.AddDays(-5)) { IsBroken = true },
        new("SO63001", "1", "BK-100", 5, Today.AddDays(-20), Today.AddDays(-12), Today.AddDays(-12)) { ShippedOn = Today.AddDays(-13) },
    ], 0, NumberViews.Data);
    public static CommitmentsView Unknown => Promised with { Customer = null, Asked = "bike", Others = ["Bike World", "Best Bikes"], Commitments = [] };

    public static OverridesView Overrides => new("sample", "Sample plant", "weeks 2 to 14",
        [new("F", "Road frame", 1200, 150, 0, 1400, new("system", "Sam Ortiz", null, "Lea Berg")), new("P", "Pump", 300, -40, 20, 280, new(null, "Sam Ortiz", "Mia Roth", null))], 0, NumberViews.Data);
    public static OverridesView NotTold => Overrides with { Overrides = null };

    private static SopCycleView Of(SopCycle cycle, int days, int? minutes) => new(Plant, cycle, days, minutes, Names, [.. Names.Values], HasDirectory: false);

    private static SopCycle Cycle()
    {
        var cycle = SopCycle.Begin(Plant.Id, new(2014, 1, 1), Today.AddDays(-3));
        cycle.GiveTo(SopArtifactKind.DemandConsensus, Petra, Lea, Now);
        cycle.Tick(SopArtifactKind.DemandConsensus, Petra, byLead: false, null, 14, Now);
        cycle.GiveTo(SopArtifactKind.ReconciliationPack, Lea, Lea, Now);
        return cycle;
    }

    private static MonthSummary Summary() => MonthSummary.Draft(Plant.Id, new(2013, 12, 1),
        [.. MonthRules.Draft(new MonthInput { Month = new(2013, 12, 1), Calendar = Plant.Calendar, SignedOn = new(2013, 12, 5), Minutes = [MinutesViews.Full.Minutes with { ClosedAt = new(2013, 12, 18, 13, 0, 0, TimeSpan.Zero) }] })
            .Select(section => section.Part == SummaryPart.CapacityGaps ? section with { Lines = ["Frame welding, week 8: 96.5 h needed, 80 h there, 16.5 h missing"] } : section)], 14, Now);
}

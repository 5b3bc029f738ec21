using SoeBot.Domain.Decisions;
using SoeBot.Domain.Fences;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Publishing;
using SoeBot.Plants;
using SoeBot.Publishing;
using SoeBot.Store.Plans;
using SoeBot.UnitTests.Store;

namespace SoeBot.UnitTests.Slices.Views;

/// <summary>Monday 6 January 2014, 07:00: the draft of week 2, with what stands against it.</summary>
internal static class PublishViews
{
    private static readonly DateTimeOffset Now = new(2014, 1, 6, 6, 0, 0, TimeSpan.Zero);
    private static readonly PersonKey Petra = PersonKey.Of(Given.Tenant, "petra");
    private static readonly PlantProfile Plant = new PlantProfiles(Microsoft.Extensions.Options.Options.Create(new PlantsOptions())).Default;
    private static readonly PlantWeek Week = new(new DateOnly(2014, 1, 6));

    private static readonly RebuildDemand Low = new(Week.Previous, 0.712m, 0.80m);

    public static PublishView Draft => new(
        Plant, Week, Week.Next, Week.Plus(2), new PlanVersion(Plant.Id, 14, Now.AddHours(-1), Now.AddHours(-1), "sample plant", "SoeBot", new Dictionary<string, int>()), LookAheadViews.Full.Plan.Weeks,
        new WeekDraft(
            [
                new(Week.Next, 2, [new(ConflictKind.OverCapacity, "FW", "Frame welding: 372 h of 120 h, 252 h too much", 252), new(ConflictKind.OverCapacity, "PA", "Paint: 80 h of 75 h, 5 h too much", 5)]),
                new(Week.Plus(2), 7,
                [
                    new(ConflictKind.OverCapacity, "FW", "Frame welding: 131 h of 120 h, 11 h too much", 11), new(ConflictKind.OrderLate, "SO63301", "SO63301 due Wed 22 Jan: no day in sight", 99),
                    new(ConflictKind.OrderLate, "SO63288", "SO63288 due Tue 21 Jan: complete Fri 24 Jan", 3), new(ConflictKind.OrderLate, "SO63290", "SO63290 due Thu 23 Jan: complete Fri 24 Jan", 1),
                    new(ConflictKind.Unconfirmed, "", "12 purchase lines without a confirmed date", 12),
                ]),
            ],
            [new("WO72511", "BK-M68B-38", "due Thu 2 Jan and still open"), new("WO72514", "FR-M63B-38", "due Fri 3 Jan and still open"), new("WO72802", "BK-R50R-44", "due Sat 11 Jan, a free day")], 12,
            new SincePublished(Week.Previous, 9, 41, 3, 28, 6, ["WO72591 from Tue 7 Jan to Wed 8 Jan", "WO72600 of Wed 8 Jan gone", "WO72640 added for Thu 9 Jan", "WO72644 planned quantity from 40 to 60"])),
        null, null, ["Petra Lang"], new DateTimeOffset(2014, 1, 6, 11, 0, 0, TimeSpan.Zero),
        [new("customer orders", Now.AddHours(-1)), new("stock", Now.AddHours(-1)), new("purchase orders", Now.AddDays(-3)), new("work centres", null)], null, null, LookAheadViews.Data, Now);

    public static PublishView Rebuild => Draft with { Demand = Low, Rebuild = (Decision.Record(Low.Decision(Plant.Id, Week, Plant.Calendar, Petra, 14), 41, Now), "Petra Lang") };

    public static PublishView Refused => Rebuild with { Note = "Frame welding: 372 h of 120 h, 252 h too much: that is not rebuilt from actual capacity yet. Fix it and import again, or publish without the tick." };

    public static PublishView Frozen => Draft with { Frozen = new Baseline(Week, 14, null, Now.AddHours(5)), Now = Now.AddHours(6) };

    public static PublishView Published => Draft with
    {
        Frozen = new Baseline(Week, 14, Petra, Now.AddMinutes(40)) { ConfirmedBy = Petra, ConfirmedAt = Now.AddMinutes(40) }, By = "Petra Lang", Now = Now.AddHours(1),
        Draft = WeekDraft.Nothing with { Weeks = [new(Week.Plus(2), 0, [])] },
    };
}

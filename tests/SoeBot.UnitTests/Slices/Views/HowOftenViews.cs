using Microsoft.Extensions.Options;
using SoeBot.Changes;
using SoeBot.Domain.Changes;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Plants;

namespace SoeBot.UnitTests.Slices.Views;

/// <summary>How often the schedule moved, and who asked for it: much, for one order, and nothing.</summary>
internal static class HowOftenViews
{
    private static readonly PlantProfile Plant = new PlantProfiles(Options.Create(new PlantsOptions())).Default;
    private static readonly DateOnly Today = new(2014, 1, 8), From = new(2013, 11, 18);

    public static RescheduleView Moves => new(Plant, null, From, Today, Count(
        [.. Enumerable.Range(0, 34).Select(n => new ScheduleMove($"WO72{591 + n % 13}", "SO63216", Today.AddDays(n % 21), Today.AddDays(n % 21 + 3), Today.AddDays(-n)))]));

    public static RescheduleView OfOrder => new(Plant, "SO63216", From, Today, Count(
        [new("WO72591", "SO63216", new(2014, 1, 7), new(2014, 1, 8), Today), new("WO72591", "SO63216", new(2014, 1, 30), new(2014, 1, 31), new(2013, 12, 19)), new("WO72602", "SO63216", new(2014, 1, 9), new(2014, 1, 8), Today)]));

    public static RescheduleView Still => new(Plant, "SO63216", From, Today, Count([]));

    public static RequestersView People => new(Plant, new(2013, 10, 14), Today,
    [
        ("Sam Ortiz", Of("sam", 14, 4, 10, 2, 1, 1)), ("Petra *Lang*", Of("petra", 3, 3, 3, 0, 0, 0)), ("Omar Haddad", Of("omar", 1, 0, 0, 1, 0, 0)),
    ]);

    public static RequestersView Nobody => People with { People = [] };

    private static Rescheduling Count(IReadOnlyList<ScheduleMove> moves) => Rescheduling.Of(moves, Plant.Calendar, Today, RescheduleCard.Weeks);

    private static RequesterCount Of(string name, int asked, int approved, int decided, int waiting, int recorded, int afterwards) =>
        new(PersonKey.Of("t", name), asked, approved, decided, waiting, recorded, afterwards);
}

using SoeBot.Connectors.Sample;
using SoeBot.Domain.Plan;

namespace SoeBot.UnitTests.Connectors.Sample;

/// <summary>Four hundred days of the sample plant, walked through once for all tests.</summary>
public sealed class SampleYear
{
    public static readonly DateOnly First = new(2026, 9, 1);

    public SampleYear()
    {
        var plans = new Dictionary<DateOnly, PlanSnapshot>();
        PlanSnapshot At(DateOnly day) => plans.TryGetValue(day, out var known) ? known : plans[day] = SamplePlant.At(day);

        var days = new List<SampleDayFacts>();
        for (var day = First; day < First.AddDays(400); day = day.AddDays(1))
        {
            var monday = SamplePlant.Calendar().WeekOf(day).Start;
            var baseline = At(day == monday ? monday.AddDays(-7) : monday);
            days.Add(SampleDayFacts.Of(day, At(day), At(day.AddDays(-1)), At(day.AddDays(-7)), baseline));
            plans.Remove(day.AddDays(-8));
        }
        Days = days;
    }

    internal IReadOnlyList<SampleDayFacts> Days { get; }
}

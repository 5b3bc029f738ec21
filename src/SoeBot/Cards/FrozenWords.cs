using SoeBot.Domain.Fences;
using SoeBot.Store.Plans;

namespace SoeBot.Cards;

/// <summary>What a card that shows a week says of the plan frozen for it.</summary>
internal static class FrozenWords
{
    /// <summary>Null when nothing is frozen, or planning confirmed what is.</summary>
    public static string? Unconfirmed(IEnumerable<Baseline> baselines, PlantWeek week, PlantCalendar calendar, DateTimeOffset now) =>
        baselines.FirstOrDefault(baseline => baseline.Week == week) is { IsConfirmed: false } frozen
            ? $"Version {frozen.Version} was frozen as the plan of week {week.Number} {DataLine.Moment(frozen.At, calendar, now)}, not confirmed by planning."
            : null;
}

using SoeBot.Domain.Fences;

namespace SoeBot.Domain.Publishing;

/// <summary>What a planner should know of a plan version before its week is published (R18, R19, R28).</summary>
/// <param name="Weeks">Four working weeks from the frozen one of the version's day on: one that is imported on Friday is published on Monday.</param>
/// <param name="Unfit">At most <see cref="MostNamed"/>; <paramref name="UnfitCount"/> is of all.</param>
/// <param name="Since">Null when nothing was published before, or this version is what was published last.</param>
public sealed record WeekDraft(IReadOnlyList<WeekConflicts> Weeks, IReadOnlyList<UnfitRow> Unfit, int UnfitCount, SincePublished? Since = null)
{
    public const int MostNamed = 5, WeeksAhead = 4;

    public static readonly WeekDraft Nothing = new([], [], 0);

    /// <summary>Null when the version is too old to say anything of the week.</summary>
    public WeekConflicts? Of(PlantWeek week) => Weeks.FirstOrDefault(one => one.Week == week);
}

/// <summary>How the schedule differs from what was frozen last: open production orders only, by what people promised with them.</summary>
/// <param name="Week">For which the older version was frozen.</param>
/// <param name="Version">That version.</param>
/// <param name="Moved">To another due day.</param>
/// <param name="Otherwise">Another quantity or work centre, on the same day.</param>
/// <param name="Words">At most <see cref="WeekDraft.MostNamed"/>, the nearest day first.</param>
public sealed record SincePublished(PlantWeek Week, int Version, int Added, int Gone, int Moved, int Otherwise, IReadOnlyList<string> Words)
{
    public int All => Added + Gone + Moved + Otherwise;
}

using SoeBot.Domain.People;

namespace SoeBot.Domain.Plan;

/// <summary>One published state of a plant's plan. Numbers rise by one per plant and are never used twice.</summary>
/// <param name="DataAt">What the data describes: the plant's instant at which the sources were true.</param>
/// <param name="Source">What people read as the origin, e.g. "sample plant" or the names of the files.</param>
/// <param name="By">Who imported it, as people read it.</param>
/// <param name="Tables">Which of the ten tables it has, in words ("orders", "schedule" ...), with their row counts.</param>
public sealed record PlanVersion(
    PlantId Plant,
    int Number,
    DateTimeOffset DataAt,
    DateTimeOffset PublishedAt,
    string Source,
    string By,
    IReadOnlyDictionary<string, int> Tables)
{
    /// <summary>Who brought it; null for the command line and for what the bot fetches itself.</summary>
    public PersonKey? Person { get; init; }
}

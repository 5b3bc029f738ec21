using SoeBot.Domain.People;

namespace SoeBot.Store.Plans;

/// <summary>Where an import comes from.</summary>
/// <param name="DataAt">What the data describes: the plant's instant at which the sources were true.</param>
/// <param name="Source">As people read it: "sample plant", the names of the files.</param>
/// <param name="By">Who imported it, as people read it.</param>
/// <param name="ContentHash">Of the files as they came; tells a second delivery of the same.</param>
public sealed record PlanOrigin(DateTimeOffset DataAt, string Source, string By, string? ContentHash)
{
    /// <summary>Who brought it, by key, so that a person can be removed; null for the command line and for what the bot fetches itself.</summary>
    public PersonKey? Person { get; init; }
}

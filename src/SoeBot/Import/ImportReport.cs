using SoeBot.Connectors.Csv;
using SoeBot.Domain.People;
using SoeBot.Plants;
using SoeBot.Store.Effects;

namespace SoeBot.Import;

/// <param name="Version">The version in use that has this data; null when nothing was taken, and then the old version stays in use.</param>
/// <param name="Lines">What people read.</param>
/// <param name="IsNew">False: the version is an older one, made of the same files today.</param>
public sealed record ImportReport(int? Version, IReadOnlyList<string> Lines, bool IsNew = true)
{
    /// <summary>Why nothing was taken; at most 200, of <see cref="ProblemCount"/>.</summary>
    public IReadOnlyList<ImportProblem> Problems { get; init; } = [];
    public int ProblemCount { get; init; }

    /// <summary>What is suspicious and was taken all the same.</summary>
    public IReadOnlyList<ImportProblem> Warnings { get; init; } = [];

    /// <summary>Rows by table, of those that were sent.</summary>
    public IReadOnlyDictionary<string, int> Rows { get; init; } = new Dictionary<string, int>();

    /// <summary>Tables that were not sent and stay those of an older version.</summary>
    public IReadOnlyList<string> Kept { get; init; } = [];
}

/// <summary>What is to be imported, and for whom.</summary>
internal sealed record ImportRequest
{
    public required PlantProfile Plant { get; init; }
    public required IPlanFiles Files { get; init; }

    /// <summary>Of the folder or the files, as people read it.</summary>
    public required string Name { get; init; }

    /// <summary>By which way it came, as people read it.</summary>
    public string Way { get; init; } = "import";

    /// <summary>A file, or the name of a built-in mapping; null for the plant's own.</summary>
    public string? Mapping { get; init; }

    /// <summary>Replay: only what was known in the morning of this day.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Who sent it; null where no person did.</summary>
    public PersonKey? By { get; init; }

    /// <summary>The same files once more on the same day make no new version.</summary>
    public bool OnceADay { get; init; }

    /// <summary>What the result brings with it, in its transaction.</summary>
    public Func<ImportReport, Effect> Effect { get; init; } = _ => Store.Effects.Effect.None;
}

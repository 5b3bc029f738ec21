using System.Globalization;
using SoeBot.Cards;
using SoeBot.Domain.Exceptions;
using SoeBot.Domain.Flags;

namespace SoeBot.Exceptions;

/// <summary>What the daily page is drawn from (C10).</summary>
/// <param name="Day">The plant's day the page is of, as yyyy-MM-dd.</param>
/// <param name="Open">Open on the day of the data, the longest-lasting first.</param>
/// <param name="Sources">Tables of the plan version: how many sources stand behind "none".</param>
/// <param name="NewestAt">"06:10", plant time.</param>
/// <param name="Seen">"Seen by Miguel 06:41", a line per person.</param>
/// <param name="OlderVersion">The version of the card that was pressed, when a newer plan answers it.</param>
internal sealed record ExceptionsView(
    string Plant,
    string PlantName,
    string Day,
    IReadOnlyList<PlanException> Open,
    int Sources,
    string NewestAt,
    IReadOnlyList<string> Seen,
    DataLine Data,
    int? OlderVersion = null)
{
    /// <summary>Open at the end of last week (R44); null when that is not known.</summary>
    public int? LastWeek { get; init; }

    /// <summary>Process problems, open ones first, with who looks for the cause.</summary>
    public IReadOnlyList<ProblemLine> Problems { get; init; } = [];

    /// <summary>Flags that have fired and are still true.</summary>
    public IReadOnlyList<PlanFlag> Flags { get; init; } = [];

    /// <summary>How often what went wrong, the current week first.</summary>
    public IReadOnlyList<ExceptionWeek> Weeks { get; init; } = [];

    public ProblemLine? ProblemOf(PlanException found) => Problems.FirstOrDefault(line => line.Problem.ClosedOn is null && line.Problem.Identity == found.Identity);
}

/// <param name="Owner">Who looks for the cause; null while nobody does.</param>
internal sealed record ProblemLine(ProcessProblem Problem, string? Owner);

/// <summary>A place in the list, as buttons and card references write it: "LateSupply:10", "all:0", "repeats:0".</summary>
/// <param name="Category">Null with <paramref name="Repeats"/> false: all of them.</param>
internal readonly record struct ExceptionPage(ExceptionCategory? Category, bool Repeats, int Skip)
{
    public const int Size = 10;

    public override string ToString() =>
        $"{(Repeats ? "repeats" : Category?.ToString() ?? "all")}:{Skip.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Null when it is something else; what came from a client is hostile.</summary>
    public static ExceptionPage? Parse(string? about)
    {
        var parts = about?.Split(':');
        if (parts is not ([_] or [_, _])) return null;
        var skip = 0;
        if (parts.Length == 2 && (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out skip) || skip > 1_000_000)) return null;
        skip -= skip % Size;
        if (parts[0] is "repeats") return new(null, true, skip);
        if (parts[0] is "all") return new(null, false, skip);
        return Enum.GetValues<ExceptionCategory>().Where(known => known.ToString() == parts[0]).Select(known => (ExceptionPage?)new ExceptionPage(known, false, skip)).FirstOrDefault();
    }

    public IEnumerable<PlanException> Of(IEnumerable<PlanException> open)
    {
        var (category, repeats) = (Category, Repeats);
        return open.Where(found => repeats ? found.ReportDays >= 2 : category is null || found.Category == category);
    }
}

/// <summary>How exceptions are said.</summary>
internal static class ExceptionWords
{
    public static string Of(ExceptionCategory category) => category switch
    {
        ExceptionCategory.LateSupply => "Late supply",
        ExceptionCategory.Downtime => "Machine downtime",
        ExceptionCategory.QualityHold => "Quality holds",
        ExceptionCategory.OrderChange => "Customer order changes",
        ExceptionCategory.Cancellation => "Cancellations",
        ExceptionCategory.Expedite => "Expedites",
        ExceptionCategory.MaterialShortage => "Material shortage",
        ExceptionCategory.Scrap => "Scrap",
        ExceptionCategory.LabourShortage => "Labour shortage",
        ExceptionCategory.SlowRun => "Slow running",
        ExceptionCategory.Logistics => "Logistics",
        ExceptionCategory.UnapprovedChange => "Changes without approval",
    };

    /// <summary>"3rd day" with what it means; null on the first. Asked for an owner of the cause until there is one.</summary>
    public static string? Repeat(PlanException found, ProblemLine? problem) => found.ReportDays switch
    {
        <= 1 => null,
        2 => "2nd day",
        var days => $"{days}{Ordinal(days)} day, process problem{Cause(problem)}",
    };

    private static string Cause(ProblemLine? problem) => problem switch
    {
        null => ". Not a coincidence: who finds the cause?",
        { Owner: null } => $" {problem.Problem.Name}. Not a coincidence: who finds the cause?",
        { Owner: { } owner } => $" {problem.Problem.Name}: {DataLine.Short(owner, 40)} looks for the cause",
    };

    private static string Ordinal(int number) => (number % 100) is >= 11 and <= 13 ? "th" : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };
}

using System.Text.RegularExpressions;

namespace SoeBot.JourneyTests.Simulation.Invariants;

/// <summary>Each meeting opens with the commitments, and what was missed stands there, or on the next page where ten that were missed fill the first.</summary>
internal sealed partial class MissedIsNamed : IInvariant
{
    private const int Lines = 10;

    public string Name => "missed never vanishes";

    public string? Arrived(PlantYear year, Arrival arrival)
    {
        if (arrival.Row?.Source != "commitments") return null;
        var text = arrival.Message.PlainText;
        var missed = SimDecision.Read(year, "WHERE status = 'Missed'").ToList();
        var unnamed = missed.Where(one => !Regex.IsMatch(text, $@"\b{one.Name}\b")).ToList();
        // The missed stand first, so ten of them fill the page before one is left for the next.
        return unnamed.Count > 0 && (missed.Count - unnamed.Count < Lines || !Paged().IsMatch(text)) ? $"{unnamed[0]} is not named: {text}" : null;
    }

    [GeneratedRegex(@"\b1 to 10 of \d+\b")]
    private static partial Regex Paged();
}

using System.Text.RegularExpressions;

namespace SoeBot.JourneyTests.Simulation.Invariants;

/// <summary>Each meeting opens with the commitments, and what was missed stands there, or is counted where ten lines are full.</summary>
internal sealed partial class MissedIsNamed : IInvariant
{
    public string Name => "missed never vanishes";

    public string? Arrived(PlantYear year, Arrival arrival)
    {
        if (arrival.Row?.Source != "commitments") return null;
        var text = arrival.Message.PlainText;
        var missed = SimDecision.Read(year, "WHERE status = 'Missed'").Where(one => !Regex.IsMatch(text, $@"\b{one.Name}\b")).ToList();
        return missed.Count > 0 && !More().IsMatch(text) ? $"{missed[0]} is not named: {text}" : null;
    }

    [GeneratedRegex(@"\band \d+ more\b|\bShow all\b")]
    private static partial Regex More();
}

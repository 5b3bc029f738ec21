namespace SoeBot.JourneyTests.Simulation.Invariants;

/// <summary>A line of the published week that an import changed without an approved request is named as a violation by the end of the next day.</summary>
internal sealed class NoChangeGoesUnnoticed : IInvariant
{
    private readonly HashSet<string> _found = [];

    public string Name => "no change inside a fence goes unnoticed";

    public string? Daily(PlantYear year)
    {
        foreach (var changed in year.ChangedInTheErp)
        {
            if (year.Now < changed.At.AddHours(12) || year.Processes.UpSince > year.Now.AddHours(-12) || !_found.Add($"{changed.Number}@{changed.Version}")) continue;
            if (year.Store.Read($"SELECT 1 FROM violations WHERE line = '{changed.Number}' AND found_in >= {changed.Version}", _ => 1).Count == 0) return $"{changed.Number} was changed with plan v{changed.Version}, and nobody says so.";
            year.Count("changes without approval found");
        }
        return null;
    }
}

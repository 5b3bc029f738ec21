namespace SoeBot.JourneyTests.Simulation.Invariants;

/// <summary>What was approved and is brought by the ERP is no change without approval; it counts as arrived, and nobody is asked for it any more.</summary>
internal sealed class WhatWasAgreedIsFound : IInvariant
{
    private readonly HashSet<string> _found = [];

    public string Name => "what was agreed is found in the plan, and its chase ends";

    public string? Arrived(PlantYear year, Arrival arrival) =>
        arrival.Row is { } row && row.Key.Contains(":missing:", StringComparison.Ordinal) && int.TryParse(row.About, out var number)
            && year.Store.Read($"SELECT arrived_in FROM changes WHERE number = {number} AND arrived_in IS NOT NULL", one => one.GetInt32(0)) is [var version, ..]
            ? $"{row.Key} asks for C-{number}, which is in the plan since v{version}." : null;

    public string? Daily(PlantYear year)
    {
        foreach (var agreed in year.AgreedInTheErp)
        {
            if (year.Now < agreed.At.AddHours(12) || year.Processes.UpSince > year.Now.AddHours(-12) || !_found.Add($"{agreed.Number}@{agreed.Version}")) continue;
            if (year.Store.Read($"SELECT line FROM violations WHERE line IN ('{string.Join("', '", agreed.Lines)}') AND found_in >= {agreed.Version}", row => row.GetString(0)) is [var line, ..])
                return $"{line} stands in plan v{agreed.Version} as C-{agreed.Number} was approved, and is called a change without approval.";
            if (year.Store.Read($"SELECT 1 FROM changes WHERE number = {agreed.Number} AND arrived_in IS NULL AND state IN ('Approved', 'Recorded')", _ => 1).Count > 0) return $"C-{agreed.Number} is in plan v{agreed.Version}, and nobody found it there.";
            year.Count("approved changes found in the plan");
        }
        return null;
    }
}

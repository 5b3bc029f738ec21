namespace SoeBot.Plants;

/// <summary>Which settings of numbers and flags make sense.</summary>
internal static class NumberLimits
{
    /// <summary>Each begins with the key it is about.</summary>
    public static IEnumerable<string> Problems(PlantOptions plant)
    {
        var (numbers, flags) = (plant.Numbers, plant.Flags);
        (string Key, decimal Value)[] shares =
        [
            ("Numbers:RebuildUnder", numbers.RebuildUnder), ("Numbers:Target", numbers.Target), ("Numbers:ReferenceMedian", numbers.ReferenceMedian),
            ("Numbers:ReferenceTop", numbers.ReferenceTop), ("Numbers:ShortBy", numbers.ShortBy), ("Numbers:GapTarget", numbers.GapTarget),
            ("Flags:MixShiftLimit", flags.MixShiftLimit),
        ];
        foreach (var (key, value) in shares)
            if (value is < 0 or > 1) yield return $"{key}: a share is a number from 0 to 1, such as 0.9 for 90 %.";
        if (numbers.RebuildUnder > numbers.Target) yield return "Numbers:RebuildUnder: it cannot lie above Numbers:Target.";
        (string Key, int Value, int Least, int Most)[] counts =
        [
            ("Numbers:DaysEarly", numbers.DaysEarly ?? 0, 0, 366), ("Numbers:DaysLate", numbers.DaysLate, 0, 60), ("Flags:DemandFenceWeeks", flags.DemandFenceWeeks, 0, 12),
            ("Flags:StockOutDays", flags.StockOutDays, 1, 84), ("Flags:CreepWeeks", flags.CreepWeeks, 2, 12), ("Flags:ExecutiveImports", flags.ExecutiveImports, 1, 10), ("Health:SlowAfterDays", plant.Health.SlowAfterDays, 0, 60),
        ];
        foreach (var (key, value, least, most) in counts)
            if (value < least || value > most) yield return $"{key}: a whole number from {least} to {most}.";
        (string Key, decimal Value)[] limits =
        [
            ("Flags:SurgeTimes", flags.SurgeTimes), ("Flags:SurgeTimesLargest", flags.SurgeTimesLargest), ("Flags:SurgeLeastPieces", flags.SurgeLeastPieces), ("Flags:PointOfSaleLimit", flags.PointOfSaleLimit),
        ];
        foreach (var (key, value) in limits)
            if (value < 0) yield return $"{key}: it cannot be below zero.";
    }
}

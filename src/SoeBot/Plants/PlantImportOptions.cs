using System.ComponentModel.DataAnnotations;

namespace SoeBot.Plants;

/// <summary>What happens to a plan that is sound and suspicious.</summary>
public enum Suspicion
{
    /// <summary>It is not used, the plan before it stays.</summary>
    Refuse,

    /// <summary>It is used, and the report says what is suspicious.</summary>
    Warn,
}

/// <summary>What a plan may look like, whichever way it comes in (R139). Section <c>Plants:{id}:Import</c>.</summary>
public sealed class PlantImportOptions
{
    /// <summary>Percent by which a table may have fewer rows than in the version in use. 100: any.</summary>
    [Range(0, 100)] public int LargestDrop { get; set; } = 50;

    /// <summary>The same for single tables, e.g. purchases: 20.</summary>
    public Dictionary<string, int> LargestDropOf { get; set; } = [];

    /// <summary>What a larger drop leads to.</summary>
    public Suspicion OnDrop { get; set; } = Suspicion.Refuse;

    /// <summary>Hours since a file was written, as far as its source says; else since the newest thing that happened in it. Left out: any.</summary>
    [Range(1, 10_000)] public int? GreatestAgeHours { get; set; }

    /// <summary>What a greater age leads to.</summary>
    public Suspicion OnAge { get; set; } = Suspicion.Refuse;

    /// <summary>Of what is posted or fetched, in millions of bytes as it travels. Unpacked it may have five times as much.</summary>
    [Range(1, 1_000)] public int LargestMegabytes { get; set; } = 100;
}

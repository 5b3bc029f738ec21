using System.ComponentModel.DataAnnotations;

namespace SoeBot.Plants;

/// <summary>A folder whose files become the plan. Section <c>Plants:{id}:Watch</c>.</summary>
public sealed class PlantWatchOptions
{
    /// <summary>Full path. What was read moves into its folders done or refused. Left out: none is watched.</summary>
    public string? Folder { get; set; }

    /// <summary>For so long nothing in the folder may have changed before its files count as complete; hours:minutes:seconds, up to an hour.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")] public TimeSpan StillFor { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Name of a file that says the others are complete. With it nothing is taken before it is there. Left out: stillness counts.</summary>
    public string? Marker { get; set; }

    /// <summary>Days that what was read stays in done and refused, up to ten years. 0: for ever.</summary>
    [Range(0, 3650)] public int KeepDays { get; set; } = 90;
}

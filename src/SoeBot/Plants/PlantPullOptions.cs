using System.ComponentModel.DataAnnotations;

namespace SoeBot.Plants;

/// <summary>A plan that is fetched at times of the day. Section <c>Plants:{id}:Pull</c>.</summary>
public sealed class PlantPullOptions
{
    /// <summary>https address of a zip, an .xlsx or a .csv; http only on this machine. Left out: nothing is fetched.</summary>
    public string? Url { get; set; }

    /// <summary>Name of the file, like purchases.csv, where neither the address nor the answer says it.</summary>
    public string? Name { get; set; }

    /// <summary>Name of the header that carries the secret.</summary>
    public string HeaderName { get; set; } = "Authorization";

    /// <summary>What the header says, e.g. "Bearer ...". Left out: no such header.</summary>
    public string? Secret { get; set; }

    /// <summary>Times of the day, plant time.</summary>
    public List<TimeOnly> Times { get; set; } = [];

    /// <summary>For the whole answer; hours:minutes:seconds, up to an hour.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")] public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(5);
}

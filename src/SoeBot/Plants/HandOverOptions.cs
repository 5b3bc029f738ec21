using System.ComponentModel.DataAnnotations;
using SoeBot.Domain.HandOver;

namespace SoeBot.Plants;

/// <summary>Which other systems are told of changes that hold, section <c>Plants:{id}:HandOver</c> (R93). What they are told: <c>src/SoeBot/HandOver/HAND-OVER.md</c>.</summary>
public sealed class HandOverOptions
{
    /// <summary>By name, as people say it: APS, ERP, MES.</summary>
    public Dictionary<string, ReceiverSetting> Receivers { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>For the answer of a webhook; hours:minutes:seconds, up to 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")] public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The longest wait before the second try; doubled with each, half of it by lot.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")] public TimeSpan FirstRetry { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest wait before any try.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")] public TimeSpan LongestRetry { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>So long after the first try it is tried no more, and the administrators are told.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")] public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How often and how long.</summary>
    public RetryRules Rules => new(FirstRetry, LongestRetry, GiveUpAfter);

    /// <summary>As the rest of the app sees them, without addresses and secrets.</summary>
    public IReadOnlyList<Receiver> Read() => [.. Receivers.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => new Receiver(one.Key, one.Value.Changes.ToHashSet(), one.Value.Money))];
}

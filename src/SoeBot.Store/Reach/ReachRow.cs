using Microsoft.EntityFrameworkCore;

namespace SoeBot.Store.Reach;

/// <summary>Why nothing can be written to a person or place (protocol notes 5.7).</summary>
public enum ReachState
{
    /// <summary>The app is not there, or not any more.</summary>
    NotInstalled,

    /// <summary>The person blocked or muted it.</summary>
    Blocked,

    /// <summary>A policy of the tenant forbids it.</summary>
    Disabled,

    /// <summary>The conversation does not exist any more.</summary>
    Gone,
}

/// <summary>A person or place to which nothing can be written. Who can be reached has no row.</summary>
internal sealed class ReachRow
{
    /// <summary>Of a message: <c>person:tenant/id</c> or <c>chat:tenant/id</c>.</summary>
    public required string Lane { get; init; }
    public required string Tenant { get; init; }
    public required ReachState State { get; set; }

    /// <summary>The service's own word for it.</summary>
    public string? Code { get; set; }
    public required DateTimeOffset Since { get; init; }

    /// <summary>When it was last found to be so.</summary>
    public required DateTimeOffset TriedAt { get; set; }
}

internal static class ReachMapping
{
    public static void Map(ModelBuilder model)
    {
        var unreachable = model.Entity<ReachRow>().ToTable("unreachable");
        unreachable.HasKey(row => row.Lane);
        unreachable.HasIndex(row => row.Tenant);
    }
}

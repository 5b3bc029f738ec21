using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.Minutes;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Store.Database;

namespace SoeBot.Store.Minutes;

/// <summary>Written once, with the close of its meeting, and never updated.</summary>
internal sealed class MinutesRow
{
    public required MeetingId Meeting { get; init; }
    public required PlantId Plant { get; init; }
    public required string Template { get; init; }
    public required DateOnly Day { get; init; }
    public required DateTimeOffset ClosedAt { get; init; }
    public required int Decisions { get; init; }
    public required string Json { get; init; }

    public static MinutesRow Of(MeetingMinutes minutes) => new()
    {
        Meeting = minutes.Meeting, Plant = minutes.Plant, Template = minutes.Template, Day = minutes.Day, ClosedAt = minutes.ClosedAt,
        Decisions = minutes.Decisions.Count, Json = JsonSerializer.Serialize(minutes, Conversions.Json),
    };

    public MeetingMinutes ToMinutes() => JsonSerializer.Deserialize<MeetingMinutes>(Json, Conversions.Json)!;
}

/// <summary>The address of a printable page, by the hash of its secret part.</summary>
internal sealed class MinutesLinkRow
{
    public required string Hash { get; init; }
    public required MeetingId Meeting { get; init; }
    public required PlantId Plant { get; init; }
    public required PersonKey By { get; init; }
    public required DateTimeOffset At { get; init; }
    public PersonKey? RevokedBy { get; set; }
    public DateTimeOffset? RevokedAt { get; set; }
}

internal static class MinutesMapping
{
    public static void Map(ModelBuilder model)
    {
        var minutes = model.Entity<MinutesRow>().ToTable("minutes");
        minutes.HasKey(row => row.Meeting);
        minutes.Property(row => row.Meeting).ValueGeneratedNever();
        minutes.HasIndex(row => new { row.Plant, row.ClosedAt });
        var links = model.Entity<MinutesLinkRow>().ToTable("minutes_links");
        links.HasKey(row => row.Hash);
        links.HasIndex(row => row.Meeting);
    }
}

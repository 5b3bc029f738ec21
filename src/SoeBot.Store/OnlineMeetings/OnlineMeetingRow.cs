using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.People;

namespace SoeBot.Store.OnlineMeetings;

internal sealed class OnlineMeetingRow
{
    public required string Conversation { get; init; }
    public string? Title { get; set; }
    public DateTimeOffset? Start { get; set; }
    public DateTimeOffset? End { get; set; }
    public PersonKey? Organizer { get; set; }
    public DateTimeOffset At { get; set; }
}

/// <summary>Three instants that only grow or shrink: events that come twice, late or out of order make the same of them.</summary>
internal sealed class PresenceRow
{
    public required string Conversation { get; init; }
    public required DateOnly Day { get; init; }
    public required PersonKey Person { get; init; }
    public DateTimeOffset FirstJoinedAt { get; set; }
    public DateTimeOffset? LastJoinedAt { get; set; }
    public DateTimeOffset? LastLeftAt { get; set; }

    public Presence ToPresence() => new(Person, FirstJoinedAt, LastJoinedAt is null || LastLeftAt >= LastJoinedAt ? LastLeftAt : null);

    public void See(DateTimeOffset at, bool joined)
    {
        if (at < FirstJoinedAt) FirstJoinedAt = at;
        if (joined && !(LastJoinedAt >= at)) LastJoinedAt = at;
        if (!joined && !(LastLeftAt >= at)) LastLeftAt = at;
    }
}

internal static class OnlineMeetingMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<OnlineMeetingRow>().ToTable("online_meetings").HasKey(row => row.Conversation);
        model.Entity<PresenceRow>().ToTable("presences").HasKey(row => new { row.Conversation, row.Day, row.Person });
    }
}

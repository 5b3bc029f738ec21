using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.People;
using SoeBot.Store.Conversations;
using SoeBot.Store.Database;
using SoeBot.Store.Reach;

namespace SoeBot.Store.Outbox;

/// <summary>What is known against a place, and when it was last found to be so.</summary>
/// <param name="Code">The service's word.</param>
public sealed record FoundBarrier(ReachState State, string? Code, DateTimeOffset TriedAt);

/// <param name="Id">As the target names it: of a thread with its mark.</param>
/// <param name="Owner">Whose own chat it is; null for any other place.</param>
public sealed record FoundPlace(string Tenant, string Id, string ServiceUrl, PersonKey? Owner);

/// <param name="Place">Null when none is known, or the bot is not there any more.</param>
/// <param name="Barrier">Null when nothing is known against it.</param>
public sealed record MessageWay(FoundPlace? Place, FoundBarrier? Barrier);

/// <summary>Where messages go, read in the moment in which they are sent.</summary>
internal static class OutboxWays
{
    private const string Person = """
        SELECT * FROM conversations c WHERE c.person = @person AND c."use" = 'Personal' AND NOT c.removed
        AND EXISTS (SELECT 1 FROM people p WHERE p."key" = @person AND p.mri IS NOT NULL) ORDER BY c."at" DESC LIMIT 1
        """;
    private const string Conversation = "SELECT * FROM conversations c WHERE c.tenant = @tenant AND c.id = @place AND NOT c.removed";
    private const string Channel = """
        SELECT c.* FROM plant_conversations b JOIN conversations c ON c.tenant = b.tenant AND c.id = b.conversation WHERE b.plant = @plant AND b."use" = 'Week' AND NOT c.removed
        """;

    public static Task<MessageWay> OfAsync(SoeDb db, OutboxMessage message, CancellationToken cancellation) => message.Target switch
    {
        MessageTarget.Person(var person) => AskAsync(db, Person, null, [("lane", message.Lane), ("person", person.ToString())], cancellation),
        MessageTarget.Conversation(var tenant, var id) =>
            AskAsync(db, Conversation, id, [("lane", message.Lane), ("tenant", tenant), ("place", ConversationRow.Place(id))], cancellation),
        MessageTarget.Channel(var plant) => AskAsync(db, Channel, null, [("lane", message.Lane), ("plant", plant.Value)], cancellation),
        _ => throw new InvalidOperationException($"{message.Target} has a way of its own."),
    };

    public static async Task<IReadOnlyList<PostedCard>> PostedAsync(SoeDb db, string trackAs, CancellationToken cancellation)
    {
        var rows = await db.PostedCards.Where(row => row.TrackAs == trackAs).ToListAsync(cancellation);
        if (rows.Count == 0) return [];
        var ids = rows.Select(row => ConversationRow.Place(row.Conversation)).Distinct().ToList();
        var places = await db.Conversations.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => (row.Tenant, row.Id), cancellation);
        return rows.ConvertAll(row =>
        {
            var place = places.GetValueOrDefault((row.Tenant, ConversationRow.Place(row.Conversation)));
            return new PostedCard(row.Tenant, row.Conversation, row.ActivityId, OutboxLanes.Of(row.Tenant, row.Conversation, place), place is { Removed: false } ? place.ServiceUrl : null);
        });
    }

    private static Task<MessageWay> AskAsync(SoeDb db, string place, string? id, (string, object?)[] values, CancellationToken cancellation) =>
        db.AskAsync(Texts[place], values, async row =>
        {
            await row.ReadAsync(cancellation);
            var barrier = row.IsDBNull(0) ? null : new FoundBarrier(Enum.Parse<ReachState>(row.GetString(0)), Text(row, 1), new(row.GetInt64(2), TimeSpan.Zero));
            var found = row.IsDBNull(3) ? null
                : new FoundPlace(row.GetString(3), id ?? row.GetString(4), row.GetString(5), row.GetString(6) == nameof(ConversationUse.Personal) && Text(row, 7) is { } own ? PersonKey.Parse(own) : null);
            return new MessageWay(found, barrier);
        }, cancellation);

    private static string? Text(DbDataReader row, int at) => row.IsDBNull(at) ? null : row.GetString(at);

    private static readonly Dictionary<string, string> Texts = ((string[])[Person, Conversation, Channel]).ToDictionary(place => place, place => $"""
        SELECT u.state, u.code, u.tried_at, c.tenant, c.id, c.service_url, c."use", c.person
        FROM (SELECT 1 AS one) s LEFT JOIN unreachable u ON u.lane = @lane LEFT JOIN ({place}) c ON 1 = 1
        """);
}

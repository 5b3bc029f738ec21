using System.Data.Common;
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

    public static Task<IReadOnlyList<PostedCard>> PostedAsync(SoeDb db, string trackAs, CancellationToken cancellation) =>
        db.AskAsync<IReadOnlyList<PostedCard>>(db is PostgresSoeDb ? PostedOnPostgres : PostedOnSqlite, [("name", trackAs)], async row =>
        {
            var cards = new List<PostedCard>();
            while (await row.ReadAsync(cancellation))
            {
                var (tenant, conversation) = (row.GetString(0), row.GetString(1));
                var owner = Text(row, 3) == nameof(ConversationUse.Personal) && Text(row, 4) is { } own ? PersonKey.Parse(own) : null;
                cards.Add(new(tenant, conversation, row.GetString(2), OutboxLanes.Of(tenant, conversation, owner), Text(row, 5)));
            }
            return cards;
        }, cancellation);

    /// <summary>Joined by <see cref="ConversationRow.Place"/>, in the words of each database.</summary>
    private static string Posted(string find) => $"""
        SELECT p.tenant, p.conversation, p.activity_id, c."use", c.person, CASE WHEN c.removed THEN NULL ELSE c.service_url END
        FROM (
            SELECT track_as, tenant, conversation, activity_id,
                CASE WHEN {find}(lower(conversation), ';messageid=') > 1 THEN substr(conversation, 1, {find}(lower(conversation), ';messageid=') - 1) ELSE conversation END AS place
            FROM posted_cards WHERE track_as = @name
        ) p LEFT JOIN conversations c ON c.tenant = p.tenant AND c.id = p.place
        ORDER BY p.tenant, p.conversation, p.activity_id
        """;

    private static readonly string PostedOnSqlite = Posted("instr"), PostedOnPostgres = Posted("strpos");

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

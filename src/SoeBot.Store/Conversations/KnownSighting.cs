using System.Data.Common;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Store.Database;
using SoeBot.Store.Reach;

namespace SoeBot.Store.Conversations;

/// <summary>All that is known of a place and of who speaks there, in one command: most presses and lines tell nothing new.</summary>
/// <param name="Person">As seen before; null for somebody new.</param>
/// <param name="Mri">As Teams names the person.</param>
/// <param name="Place">Null when it was never seen, or the bot was removed from it.</param>
/// <param name="IsBarred">Something is known against writing there.</param>
/// <param name="Plants">Whose place it is, by id.</param>
public sealed record KnownSighting(Person? Person, string? Mri, SeenConversation? Place, bool IsBarred, IReadOnlyList<PlantId> Plants)
{
    private const string Known = """
        SELECT p.name, p.zone, p.locale, p.is_guest, p.mri, c."use", c.service_url, c.name, c.team_id, c.person, c.bot_id, c."at", u.lane
        FROM (SELECT 1 AS one) s LEFT JOIN people p ON p."key" = @person
        LEFT JOIN conversations c ON c.tenant = @tenant AND c.id = @place AND NOT c.removed LEFT JOIN unreachable u ON u.lane = @lane;
        SELECT DISTINCT plant FROM plant_conversations WHERE tenant = @tenant AND conversation = @place ORDER BY plant;
        """;

    internal static Task<KnownSighting> OfAsync(SoeDb db, string tenant, string id, PersonKey? person, PersonKey? owner, CancellationToken cancellation)
    {
        var place = ConversationRow.Place(id);
        return db.AskAsync(
            Known, [("person", person?.ToString()), ("tenant", tenant), ("place", place), ("lane", ReachStore.LaneOf(tenant, place, owner))], async row =>
            {
                await row.ReadAsync(cancellation);
                var known = new KnownSighting(person is { } key ? PersonOf(row, key) : null, Text(row, 4), PlaceOf(row, tenant, place), !row.IsDBNull(12), []);
                await row.NextResultAsync(cancellation);
                var plants = new List<PlantId>();
                while (await row.ReadAsync(cancellation)) plants.Add(new(row.GetString(0)));
                return known with { Plants = plants };
            }, cancellation);
    }

    /// <summary>What is told of the person is as it was; what is not told (null) too.</summary>
    public bool Knows(string name, string? mri, string? zone, string? locale) =>
        Person is not null && (string.IsNullOrWhiteSpace(name) || name == Person.Name) && (mri ?? Mri) == Mri && (zone ?? Person.Zone) == Person.Zone && (locale ?? Person.Locale) == Person.Locale;

    private static Person? PersonOf(DbDataReader row, PersonKey key) => row.IsDBNull(0) ? null : new(key, row.GetString(0), Text(row, 1), Text(row, 2), row.GetBoolean(3));

    private static SeenConversation? PlaceOf(DbDataReader row, string tenant, string place) => row.IsDBNull(5) ? null
        : new(tenant, place, Enum.Parse<ConversationUse>(row.GetString(5)), row.GetString(6), Text(row, 7), Text(row, 8), Text(row, 9) is { } own ? PersonKey.Parse(own) : null, row.GetString(10), new(row.GetInt64(11), TimeSpan.Zero));

    private static string? Text(DbDataReader row, int at) => row.IsDBNull(at) ? null : row.GetString(at);
}

using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.People;
using SoeBot.Store.Conversations;
using SoeBot.Store.Database;
using SoeBot.Store.Outbox;

namespace SoeBot.Store.Reach;

/// <param name="Person">Null for a place that is nobody's own chat.</param>
/// <param name="Place">The conversation, as far as it is known; of a person the own chat.</param>
/// <param name="TriedAt">When it was last found to be so.</param>
public sealed record Unreachable(string Lane, string Tenant, PersonKey? Person, string? Place, ReachState State, string? Code, DateTimeOffset Since, DateTimeOffset TriedAt);

/// <summary>Who and what cannot be written to, since when and why. Anything that comes from there clears it.</summary>
public sealed class ReachStore
{
    private readonly SoeDatabase _database;

    internal ReachStore(SoeDatabase database) => _database = database;

    /// <summary>Null when nothing is known against it.</summary>
    public Task<Unreachable?> FindAsync(string lane, CancellationToken cancellation) =>
        _database.ReadAsync(async db => await db.Unreachable.FirstOrDefaultAsync(row => row.Lane == lane, cancellation) is { } row ? Of(row, null) : null, cancellation);

    /// <summary>The longest first.</summary>
    public Task<IReadOnlyList<Unreachable>> AllAsync(CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<Unreachable>>(async db =>
        {
            var rows = await db.Unreachable.OrderBy(row => row.Since).ThenBy(row => row.Lane).ToListAsync(cancellation);
            var people = rows.Select(row => Of(row, null).Person).OfType<PersonKey>().ToList();
            var chats = people.Count == 0 ? [] : (await db.Conversations
                .Where(row => row.Use == ConversationUse.Personal && row.Person != null && people.Contains(row.Person.Value)).ToListAsync(cancellation))
                .GroupBy(row => row.Person!.Value).ToDictionary(own => own.Key, own => own.MaxBy(row => row.At)!.Id);
            return rows.ConvertAll(row => Of(row, chats));
        }, cancellation);

    /// <summary>Something came from there. Writes nothing when nothing was known against it.</summary>
    public async Task HeardAsync(string tenant, string conversation, PersonKey? owner, CancellationToken cancellation)
    {
        var lane = LaneOf(tenant, conversation, owner);
        if (await FindAsync(lane, cancellation) is null) return;
        await _database.WriteAsync(db => db.Unreachable.Where(row => row.Lane == lane).ExecuteDeleteAsync(cancellation), cancellation);
    }

    /// <summary>The bot was taken out of it.</summary>
    public Task RemovedAsync(string tenant, string conversation, PersonKey? owner, DateTimeOffset now, CancellationToken cancellation) =>
        _database.WriteAsync(db => MarkAsync(db, LaneOf(tenant, conversation, owner), tenant, ReachState.NotInstalled, null, now, cancellation), cancellation);

    internal static async Task MarkAsync(SoeDb db, string lane, string tenant, ReachState state, string? code, DateTimeOffset now, CancellationToken cancellation)
    {
        var row = await db.Unreachable.AsTracking().FirstOrDefaultAsync(one => one.Lane == lane, cancellation);
        if (row is null) db.Unreachable.Add(row = new() { Lane = lane, Tenant = tenant, State = state, Since = now, TriedAt = now });
        (row.State, row.Code, row.TriedAt) = (state, code, now);
    }

    internal static string LaneOf(string tenant, string conversation, PersonKey? owner) => TargetText.Write(
        owner is { } person ? new MessageTarget.Person(person) : new MessageTarget.Conversation(tenant, ConversationRow.Place(conversation)));

    private static Unreachable Of(ReachRow row, Dictionary<PersonKey, string>? chats)
    {
        var target = TargetText.Read(row.Lane);
        var person = target is MessageTarget.Person(var key) ? key : (PersonKey?)null;
        var place = target is MessageTarget.Conversation(_, var id) ? id : person is { } whose ? chats?.GetValueOrDefault(whose) : null;
        return new(row.Lane, row.Tenant, person, place, row.State, row.Code, row.Since, row.TriedAt);
    }
}

using Microsoft.EntityFrameworkCore;
using SoeBot.Store.Database;

namespace SoeBot.Store.Outbox;

/// <summary>Messages as part of another change's transaction.</summary>
internal static class OutboxWriter
{
    public static async Task AddAsync(SoeDb db, IReadOnlyList<NewMessage> messages, CancellationToken cancellation)
    {
        if (messages.Count == 0) return;
        var keys = messages.Select(message => message.Key).ToList();
        var names = messages.Select(message => message.Chain).OfType<string>().Distinct().ToList();
        // In one look, each half by its own index.
        var there = db.Outbox.Where(row => keys.Contains(row.Key));
        var rows = await (names.Count == 0 ? there : there.Concat(db.Outbox.Where(row => row.State == OutboxState.Pending && names.Contains(row.Chain!))))
            .Select(row => new Standing(row.Id, row.Key, row.State, row.Chain, row.Target, row.Kind)).ToListAsync(cancellation);
        var known = rows.Select(row => row.Key).ToHashSet();
        var added = messages.Where(message => known.Add(message.Key)).ToList();
        if (added.Count == 0) return;

        await SupersedeAsync(db, added, rows, cancellation);
        var laneOf = await OutboxLanes.OfMessagesAsync(db, added, cancellation);
        var newest = added.Where(message => message.Chain is not null).GroupBy(ChainOf).ToDictionary(chain => chain.Key, chain => chain.Last());
        db.Outbox.AddRange(added.Select(message => new OutboxRow
        {
            Plant = message.Plant, Key = message.Key, Target = message.Target, Kind = message.Kind,
            CardSource = message.Card.Source, CardAbout = message.Card.About,
            Chain = message.Chain, TrackAs = message.TrackAs, NotBefore = message.NotBefore,
            Tenant = laneOf(message).Tenant, Lane = laneOf(message).Name,
            State = message.Chain is null || newest[ChainOf(message)] == message ? OutboxState.Pending : OutboxState.Superseded,
        }));
    }

    private sealed record Standing(long Id, string Key, OutboxState State, string? Chain, MessageTarget Target, MessageKind Kind);

    /// <summary>An edit concerns the posted cards and not the place from which the change came.</summary>
    private static (string? Chain, MessageTarget? Target) ChainOf(NewMessage message) => (message.Chain, message.Kind == MessageKind.Edit ? null : message.Target);

    private static async Task SupersedeAsync(SoeDb db, List<NewMessage> added, List<Standing> rows, CancellationToken cancellation)
    {
        var chains = added.Where(message => message.Chain is not null).Select(ChainOf).ToHashSet();
        var older = rows.Where(row => row.State == OutboxState.Pending && chains.Contains((row.Chain, row.Kind == MessageKind.Edit ? null : row.Target))).Select(row => row.Id).Distinct().ToList();
        if (older.Count == 0) return;

        // By state once more: the sender may have taken one up since.
        await db.Outbox.Where(row => older.Contains(row.Id) && row.State == OutboxState.Pending)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, OutboxState.Superseded), cancellation);
    }
}

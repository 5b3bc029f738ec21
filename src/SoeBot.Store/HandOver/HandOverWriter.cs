using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Changes;
using SoeBot.Domain.HandOver;
using SoeBot.Store.Database;

namespace SoeBot.Store.HandOver;

/// <summary>Hand-overs as part of the transaction that makes their change hold.</summary>
internal static class HandOverWriter
{
    public static async Task AddAsync(SoeDb db, IReadOnlyList<ChangeHandOver> wanted, CancellationToken cancellation)
    {
        if (wanted.Count == 0) return;
        var changes = wanted.Select(one => one.Change).Distinct().ToList();
        var known = (await db.HandOvers.Where(row => changes.Contains(row.Change)).Select(row => new { row.Change, row.Receiver }).ToListAsync(cancellation)).ToHashSet();
        db.HandOvers.AddRange(wanted.Where(one => known.Add(new { one.Change, one.Receiver })));
    }

    /// <summary>What was never taken up is gone, so that the next decision is handed over anew.</summary>
    public static async Task TakeBackAsync(SoeDb db, IReadOnlyList<ChangeId> changes, CancellationToken cancellation)
    {
        if (changes.Count == 0) return;
        await db.HandOvers.Where(row => changes.Contains(row.Change) && row.State == HandOverState.Waiting && row.Tries == 0 && row.HeldBy == null).ExecuteDeleteAsync(cancellation);
    }
}

using System.Data.Common;
using SoeBot.Domain.Plan;
using SoeBot.Store.Database;

namespace SoeBot.Store.Occurrences;

/// <param name="First">The first due instant of the kind.</param>
public sealed record DueKind(PlantId Plant, string Kind, DateTimeOffset First);

/// <summary>What a tick sees of all plants, in one command.</summary>
/// <param name="Marks">How often each plant was to be derived anew; a plant of which nothing changed is not in it.</param>
/// <param name="Due">By plant and kind, in the order of the first due instant.</param>
public sealed record OccurrenceLook(IReadOnlyDictionary<PlantId, long> Marks, IReadOnlyList<DueKind> Due)
{
    // Grouped by who reads it: asked to group, SQLite reads all that is pending in the order of the groups.
    private const string WhatIsDue = "SELECT plant, kind, due_at FROM occurrences WHERE state = 'Pending' AND due_at <= @now ORDER BY due_at";

    private const string All = $"""
        SELECT DISTINCT held_by FROM occurrences WHERE held_by IS NOT NULL;
        SELECT plant, number FROM derive_marks;
        {WhatIsDue};
        """;

    /// <summary>With the processes that have something in hand.</summary>
    internal static Task<(OccurrenceLook Look, List<string> Holders)> AtAsync(SoeDb db, DateTimeOffset now, CancellationToken cancellation) =>
        db.AskAsync(All, [("now", now.UtcTicks)], async row =>
        {
            var (holders, marks) = (new List<string>(), new Dictionary<PlantId, long>());
            while (await row.ReadAsync(cancellation)) holders.Add(row.GetString(0));
            await row.NextResultAsync(cancellation);
            while (await row.ReadAsync(cancellation)) marks[new(row.GetString(0))] = row.GetInt64(1);
            await row.NextResultAsync(cancellation);
            return (new OccurrenceLook(marks, await ReadAsync(row, cancellation)), holders);
        }, cancellation);

    internal static Task<IReadOnlyList<DueKind>> DueAsync(SoeDb db, DateTimeOffset now, CancellationToken cancellation) =>
        db.AskAsync(WhatIsDue, [("now", now.UtcTicks)], row => ReadAsync(row, cancellation), cancellation);

    private static async Task<IReadOnlyList<DueKind>> ReadAsync(DbDataReader row, CancellationToken cancellation)
    {
        var due = new List<DueKind>();
        while (await row.ReadAsync(cancellation)) due.Add(new(new(row.GetString(0)), row.GetString(1), new(row.GetInt64(2), TimeSpan.Zero)));
        return [.. due.DistinctBy(one => (one.Plant, one.Kind))];
    }
}

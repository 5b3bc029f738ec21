using SoeBot.Domain.Plan;
using SoeBot.Domain.Reminders;
using SoeBot.Store.Database;

namespace SoeBot.Store.Occurrences;

/// <summary>Taking up what is due, in one statement: each job begins and ends with it.</summary>
internal static class OccurrenceClaim
{
    /// <summary>One that every worker was lost with is not taken up once more: it stays failed.</summary>
    private const string Take = """
        UPDATE occurrences SET
            state = CASE WHEN tries < @most THEN state ELSE 'Failed' END,
            settled_at = CASE WHEN tries < @most THEN settled_at ELSE @machineNow END,
            detail = CASE WHEN tries < @most THEN detail ELSE coalesce(detail, 'Every worker that took it up was lost.') END,
            held_until = CASE WHEN tries < @most THEN @until ELSE held_until END,
            held_by = CASE WHEN tries < @most THEN @own ELSE held_by END,
            tries = CASE WHEN tries < @most THEN tries + 1 ELSE tries END
        WHERE id IN (SELECT id FROM due) AND state = 'Pending'
        RETURNING id, "key", due_at, state
        """;

    private const string Due = """
        SELECT id FROM occurrences
        WHERE plant = @plant AND kind = @kind AND state = 'Pending' AND due_at <= @now AND (held_until IS NULL OR held_until <= @machineNow)
        ORDER BY due_at, id LIMIT @take
        """;

    private static readonly string OnSqlite = RowLocks.Taking("due", Due, Take, isPostgres: false), OnPostgres = RowLocks.Taking("due", Due, Take, isPostgres: true);

    public static Task<IReadOnlyList<Occurrence>> TakeAsync(SoeDb db, PlantId plant, string kind, DateTimeOffset now, DateTimeOffset machineNow, DateTimeOffset until, int take, CancellationToken cancellation) =>
        db.AskAsync<IReadOnlyList<Occurrence>>(
            db is PostgresSoeDb ? OnPostgres : OnSqlite,
            [
                ("plant", plant.Value), ("kind", kind), ("now", now.UtcTicks), ("machineNow", machineNow.UtcTicks), ("until", until.UtcTicks),
                ("own", ProcessMark.Own), ("most", (long)OccurrenceStore.MaxTries), ("take", (long)take),
            ],
            async row =>
            {
                var claimed = new List<(long Id, Occurrence One)>();
                while (await row.ReadAsync(cancellation))
                    if (row.GetString(3) == nameof(OccurrenceState.Pending)) claimed.Add((row.GetInt64(0), new(plant, kind, row.GetString(1), new(row.GetInt64(2), TimeSpan.Zero))));
                return [.. claimed.OrderBy(one => one.One.DueAt).ThenBy(one => one.Id).Select(one => one.One)];
            }, cancellation);
}

namespace SoeBot.JourneyTests.Simulation;

/// <summary>What could be done at an instant, asked of the store in one command.</summary>
internal readonly record struct Open(bool Occurrences, bool Inbox, bool Outbox)
{
    private const string NowSql = """
        SELECT CASE WHEN EXISTS (SELECT 1 FROM occurrences WHERE state = 'Pending' AND due_at <= @at) THEN 1 ELSE 0 END,
            CASE WHEN EXISTS (SELECT 1 FROM inbox WHERE state = 'Working' OR (state = 'Pending' AND (not_before IS NULL OR not_before <= @at))) THEN 1 ELSE 0 END,
            CASE WHEN EXISTS (SELECT 1 FROM outbox WHERE state = 'Sending') OR EXISTS (SELECT 1 FROM outbox WHERE state = 'Pending' AND tenant IS NOT NULL
                AND (not_before IS NULL OR not_before <= @at) AND (retry_at IS NULL OR retry_at <= @at)) THEN 1 ELSE 0 END
        """;

    private const string NextSql = """
        SELECT (SELECT min(due_at) FROM occurrences WHERE state = 'Pending'), (SELECT min(retry_at) FROM outbox WHERE state = 'Pending' AND tenant IS NOT NULL AND retry_at > @at),
            (SELECT min(not_before) FROM outbox WHERE state = 'Pending' AND tenant IS NOT NULL AND not_before > @at)
        """;

    public bool IsAny => Occurrences || Inbox || Outbox;

    public static Open Of(SimStore store, DateTimeOffset now) => store.Read(NowSql, now, row => new Open(row.GetInt32(0) == 1, row.GetInt32(1) == 1, row.GetInt32(2) == 1))[0];

    /// <summary>The next instant at which an occurrence is due or a message may go out.</summary>
    public static DateTimeOffset Next(SimStore store, DateTimeOffset now) => store.Read(NextSql, now, row =>
        Enumerable.Range(0, 3).Where(column => !row.IsDBNull(column)).Select(column => new DateTimeOffset(row.GetInt64(column), TimeSpan.Zero)).DefaultIfEmpty(DateTimeOffset.MaxValue).Min())[0];
}

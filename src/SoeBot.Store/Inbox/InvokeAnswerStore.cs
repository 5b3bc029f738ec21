using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SoeBot.Store.Database;

namespace SoeBot.Store.Inbox;

/// <summary>What was answered to which invoke, for the case that it is delivered again. Old ones go with <see cref="InboxStore.PurgeAsync"/>.</summary>
public sealed class InvokeAnswerStore
{
    /// <summary>In one command; as a rule it is one answer.</summary>
    private const int Most = 50;

    private readonly SoeDatabase _database;

    internal InvokeAnswerStore(SoeDatabase database) => _database = database;

    public Task<KeptAnswer?> FindAsync(string conversation, string activityId, CancellationToken cancellation) =>
        _database.ReadAsync(db => db.InvokeAnswers.Where(row => row.Conversation == conversation && row.ActivityId == activityId)
            .Select(row => new KeptAnswer(row.Status, row.Body)).FirstOrDefaultAsync(cancellation), cancellation);

    /// <summary>Of two answers to one invoke the first is kept: it is the one that did something.</summary>
    public async Task KeepAsync(IReadOnlyList<KeptInvoke> answers, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var some in answers.Chunk(Most))
        {
            var values = new List<(string, object?)> { ("now", now.UtcTicks) };
            foreach (var (at, one) in some.Index())
                values.AddRange([($"conversation{at}", one.Conversation), ($"activity{at}", one.ActivityId), ($"status{at}", (long)one.Answer.Status), ($"body{at}", one.Answer.Body)]);
            await _database.WriteAtOnceAsync(db => db.AskAsync(Keep(some.Length), [.. values], _ => Task.FromResult(true), cancellation), cancellation);
        }
    }

    private static string Keep(int answers) => $"""
        INSERT INTO invoke_answers (conversation, activity_id, status, body, answered_at)
        VALUES {string.Join(", ", Enumerable.Range(0, answers).Select(at => string.Create(CultureInfo.InvariantCulture, $"(@conversation{at}, @activity{at}, @status{at}, @body{at}, @now)")))}
        ON CONFLICT DO NOTHING
        """;
}

public sealed record KeptInvoke(string Conversation, string ActivityId, KeptAnswer Answer);

/// <param name="Status">Of HTTP.</param>
/// <param name="Body">As it went out; null for none.</param>
public sealed record KeptAnswer(int Status, string? Body);

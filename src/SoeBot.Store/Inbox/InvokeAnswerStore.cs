using Microsoft.EntityFrameworkCore;
using SoeBot.Store.Database;

namespace SoeBot.Store.Inbox;

/// <summary>What was answered to which invoke, for the case that it is delivered again. Old ones go with <see cref="InboxStore.PurgeAsync"/>.</summary>
public sealed class InvokeAnswerStore
{
    private readonly SoeDatabase _database;

    internal InvokeAnswerStore(SoeDatabase database) => _database = database;

    public Task<KeptAnswer?> FindAsync(string conversation, string activityId, CancellationToken cancellation) =>
        _database.ReadAsync(db => db.InvokeAnswers.Where(row => row.Conversation == conversation && row.ActivityId == activityId)
            .Select(row => new KeptAnswer(row.Status, row.Body)).FirstOrDefaultAsync(cancellation), cancellation);

    /// <summary>Of two answers the first is kept: it is the one that did something.</summary>
    public Task KeepAsync(string conversation, string activityId, KeptAnswer answer, DateTimeOffset now, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            if (await db.InvokeAnswers.AnyAsync(row => row.Conversation == conversation && row.ActivityId == activityId, cancellation)) return;
            db.InvokeAnswers.Add(new() { Conversation = conversation, ActivityId = activityId, Status = answer.Status, Body = answer.Body, AnsweredAt = now });
        }, cancellation);
}

/// <param name="Status">Of HTTP.</param>
/// <param name="Body">As it went out; null for none.</param>
public sealed record KeptAnswer(int Status, string? Body);

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

    /// <summary>Of two answers to one invoke the first is kept: it is the one that did something.</summary>
    public Task KeepAsync(IReadOnlyList<KeptInvoke> answers, DateTimeOffset now, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            var activities = answers.Select(one => one.ActivityId).ToList();
            var known = (await db.InvokeAnswers.Where(row => activities.Contains(row.ActivityId)).Select(row => new { row.Conversation, row.ActivityId }).ToListAsync(cancellation))
                .Select(row => (row.Conversation, row.ActivityId)).ToHashSet();
            db.InvokeAnswers.AddRange(answers.Where(one => known.Add((one.Conversation, one.ActivityId))).Select(one =>
                new InvokeAnswerRow { Conversation = one.Conversation, ActivityId = one.ActivityId, Status = one.Answer.Status, Body = one.Answer.Body, AnsweredAt = now }));
        }, cancellation);
}

public sealed record KeptInvoke(string Conversation, string ActivityId, KeptAnswer Answer);

/// <param name="Status">Of HTTP.</param>
/// <param name="Body">As it went out; null for none.</param>
public sealed record KeptAnswer(int Status, string? Body);

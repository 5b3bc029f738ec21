using SoeBot.Store.Inbox;
using SoeBot.Teams;

namespace SoeBot.Channel;

/// <summary>Keeps the answers to invokes in the store, for every process of the bot.</summary>
internal sealed class InvokeAnswers(InvokeAnswerStore store, TimeProvider time) : IInvokeAnswers
{
    public async Task<FormerAnswer?> FindAsync(string conversation, string activityId, CancellationToken cancellationToken) =>
        await store.FindAsync(conversation, activityId, cancellationToken) is { } kept ? new FormerAnswer(kept.Status, kept.Body) : null;

    public Task KeepAsync(string conversation, string activityId, FormerAnswer answer, CancellationToken cancellationToken) =>
        store.KeepAsync(conversation, activityId, new KeptAnswer(answer.Status, answer.Body), time.GetUtcNow(), cancellationToken);
}

using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using SoeBot.Teams.Activities;

namespace SoeBot.Teams.Routing;

/// <summary>
/// Teams may deliver an invoke again (protocol notes 4.7). The second gets the first one's answer: from the store, or from the first
/// itself while that still works. One that takes too long is run again; the keys of what it does make that harmless.
/// </summary>
internal sealed class InvokeRepeats(InvokeDispatcher dispatcher, IInvokeAnswers answers, TimeProvider clock, ILogger<InvokeRepeats> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<(string Conversation, string Activity), Task<InvokeAnswer>> _working = new();

    public async Task<InvokeAnswer> AnswerAsync(
        IServiceProvider services, Activity activity, string? correlation, CancellationToken cancellationToken)
    {
        if (activity is not { Conversation.Id: { } conversation, Id: { } posted } || dispatcher.OnlyReads(activity))
        {
            return await dispatcher.AnswerAsync(services, activity, correlation, cancellationToken);
        }

        // One kind of invoke is never answered with what another was.
        var id = $"{posted} {activity.Name}";
        var own = new TaskCompletionSource<InvokeAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = _working.GetOrAdd((conversation, id), own.Task);
        if (first != own.Task && await WaitAsync(first, cancellationToken) is { } same)
        {
            return same;
        }

        try
        {
            var answer = await FindAsync(conversation, id, cancellationToken);
            if (answer is null)
            {
                answer = await dispatcher.AnswerAsync(services, activity, correlation, cancellationToken);
                await KeepAsync(conversation, id, answer);
            }

            own.SetResult(answer);
            return answer;
        }
        finally
        {
            own.TrySetCanceled(CancellationToken.None);
            _working.TryRemove(new((conversation, id), own.Task));
        }
    }

    private async Task<InvokeAnswer?> WaitAsync(Task<InvokeAnswer> first, CancellationToken cancellationToken)
    {
        try
        {
            return await first.WaitAsync(Patience, clock, cancellationToken);
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            return null;
        }
    }

    // The store being away must not take the button away too.
    private async Task<InvokeAnswer?> FindAsync(string conversation, string id, CancellationToken cancellationToken)
    {
        try
        {
            return await answers.FindAsync(conversation, id, cancellationToken) is { } former ? InvokeAnswer.Former(former) : null;
        }
        catch (Exception exception)
        {
            Log.AnswersNotUsed(log, exception);
            return null;
        }
    }

    private async Task KeepAsync(string conversation, string id, InvokeAnswer answer)
    {
        if (answer.IsBroken)
        {
            return;
        }

        try
        {
            // What was done is done, so its answer is kept even when the time of the turn is over.
            await answers.KeepAsync(conversation, id, answer.ToFormer(), CancellationToken.None);
        }
        catch (Exception exception)
        {
            Log.AnswersNotUsed(log, exception);
        }
    }
}

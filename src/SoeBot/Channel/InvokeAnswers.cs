using System.Collections.Concurrent;
using SoeBot.Store.Inbox;
using SoeBot.Teams;

namespace SoeBot.Channel;

/// <summary>
/// Keeps the answers to invokes in the store, for every process of the bot. Nobody waits for that: what an invoke did was committed
/// with its own key, so an answer that is lost with the process costs the repeat nothing but the same words. Whatever comes soon after
/// it or while one write is under way goes into the next one together.
/// </summary>
internal sealed class InvokeAnswers(InvokeAnswerStore store, TimeProvider time, ILogger<InvokeAnswers> log) : IInvokeAnswers, IAsyncDisposable
{
    /// <summary>With so many unwritten the next one waits.</summary>
    private const int Most = 1_000;

    /// <summary>So long an answer waits for others: a write of its own would stand in the way of the next press. On the machine's clock.</summary>
    private static readonly TimeSpan Together = TimeSpan.FromMilliseconds(50);

    private readonly Lock _turn = new();
    private readonly ConcurrentDictionary<(string Conversation, string Activity), FormerAnswer> _unwritten = new();
    private Task _writing = Task.CompletedTask;

    public async Task<FormerAnswer?> FindAsync(string conversation, string activityId, CancellationToken cancellationToken) =>
        _unwritten.TryGetValue((conversation, activityId), out var own) ? own
        : await store.FindAsync(conversation, activityId, cancellationToken) is { } kept ? new FormerAnswer(kept.Status, kept.Body) : null;

    public Task KeepAsync(string conversation, string activityId, FormerAnswer answer, CancellationToken cancellationToken)
    {
        _unwritten.TryAdd((conversation, activityId), answer);
        lock (_turn)
        {
            if (_writing.IsCompleted) _writing = Task.Run(WriteAsync, CancellationToken.None);
            return _unwritten.Count < Most ? Task.CompletedTask : _writing.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Until what was answered so far is in the store.</summary>
    public Task WrittenAsync()
    {
        lock (_turn) return _writing;
    }

    public ValueTask DisposeAsync() => new(WrittenAsync());

    private async Task WriteAsync()
    {
        while (true)
        {
            await Task.Delay(Together);
            var now = time.GetUtcNow();
            var batch = _unwritten.Take(Most).ToList();
            try
            {
                await store.KeepAsync([.. batch.Select(one => new KeptInvoke(one.Key.Conversation, one.Key.Activity, new(one.Value.Status, one.Value.Body)))], now, CancellationToken.None);
            }
            catch (Exception broken)
            {
                // Their repeats will be run again; the next answers are tried anew.
                Log.AnswersNotKept(log, batch.Count, broken);
            }
            foreach (var (key, _) in batch) _unwritten.TryRemove(key, out _);
            lock (_turn)
            {
                if (!_unwritten.IsEmpty) continue;
                _writing = Task.CompletedTask;
                return;
            }
        }
    }
}

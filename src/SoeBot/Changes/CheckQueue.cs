using System.Threading.Channels;
using SoeBot.Domain.Changes;

namespace SoeBot.Changes;

/// <summary>Requests to be computed now. A hurry-up only: what a process that died did not compute, the occurrence of the request does.</summary>
internal sealed class CheckQueue
{
    private readonly Channel<ChangeId> _waiting = System.Threading.Channels.Channel.CreateBounded<ChangeId>(new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Hurry(ChangeId request) => _waiting.Writer.TryWrite(request);

    public IAsyncEnumerable<ChangeId> ReadAsync(CancellationToken ct) => _waiting.Reader.ReadAllAsync(ct);
}

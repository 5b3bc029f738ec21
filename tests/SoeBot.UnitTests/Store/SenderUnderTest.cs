using SoeBot.Store.Outbox;
using Xunit;

namespace SoeBot.UnitTests.Store;

/// <summary>Sends for every tenant that it can have, one message after the other, as the app's sender does.</summary>
internal sealed class SenderUnderTest(StoreUnderTest store)
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(15);
    private readonly Dictionary<string, OutboxLease> _leases = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public OutboxLease LeaseOf(string tenant) => _leases[tenant];

    /// <summary>Anew for every tenant with work that is free, also for one that was ours.</summary>
    public async Task<IReadOnlyList<TakenLease>> TakeAsync(DateTimeOffset? now = null)
    {
        var taken = new List<TakenLease>();
        foreach (var tenant in (await store.Leases.OpenAsync([], now ?? Given.Now, Stop)).Free)
            if (await store.Leases.TakeAsync(tenant, Length, now ?? Given.Now, Stop) is { } one) taken.Add(one);
        foreach (var one in taken) _leases[one.Lease.Tenant] = one.Lease;
        return taken;
    }

    /// <summary>Answers first, then the oldest.</summary>
    public async Task<OutboxMessage?> ClaimAsync(DateTimeOffset? now = null)
    {
        foreach (var tenant in (await store.Leases.OpenAsync(_leases.Keys, now ?? Given.Now, Stop)).Free)
            if (await store.Leases.TakeAsync(tenant, Length, now ?? Given.Now, Stop) is { } taken) _leases[tenant] = taken.Lease;
        foreach (var lease in _leases.Values)
            foreach (var head in (await store.Outbox.HeadsAsync(lease.Tenant, now ?? Given.Now, Stop)).OrderByDescending(head => head.IsAnswer).ThenBy(head => head.Id))
                if (await store.Outbox.ClaimAsync(lease, [new(head.Lane, head.IsAnswer)], now ?? Given.Now, Stop) is [{ } message]) return message;
        return null;
    }

    public async Task<bool> SettleAsync(OutboxMessage message, MessageFate fate) => (await store.Outbox.SettleAsync(Of(message), message, fate, null, Given.Now, Stop)).IsWritten;

    private OutboxLease Of(OutboxMessage message) => _leases[message.Target switch
    {
        MessageTarget.Person(var person) => person.Tenant,
        MessageTarget.Conversation(var tenant, _) => tenant,
        _ => Given.Tenant,
    }];
}

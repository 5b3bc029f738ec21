using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SoeBot.Channel;
using SoeBot.Channel.Parked;
using SoeBot.Store;
using SoeBot.Store.Inbox;
using SoeBot.TestKit;
using SoeBot.UnitTests.Store;
using Xunit;

namespace SoeBot.UnitTests.Channel;

/// <summary>Posts that are no activity need no work, so that only the worker's own doing is seen.</summary>
public sealed class InboxWorkerTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(Given.Now);
    private StoreUnderTest _store = null!;
    private InboxWorker _worker = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = await StoreUnderTest.NewAsync(StoreProvider.Sqlite);
        _worker = new InboxWorker(_store.Inbox, _store.InboxSignal, null!, new TellParked(_store.Inbox, _store.Conversations, null!, NullLogger<TellParked>.Instance), _clock, NullLogger<InboxWorker>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        await _worker.StopAsync(CancellationToken.None);
        _worker.Dispose();
        await _store.DisposeAsync();
    }

    [Fact]
    public async Task What_is_done_for_two_days_is_forgotten_once_a_day()
    {
        await AddAsync("old", Given.Now.AddHours(-49));
        await AddAsync("younger", Given.Now.AddHours(-47));
        await _store.InvokeAnswers.KeepAsync([new("19:a", "f:1", new(200, "{}"))], Given.Now.AddHours(-49), Stop);
        await _worker.StartAsync(Stop);
        await UntilAsync("old", isThere: false);
        Assert.Null(await _store.InvokeAnswers.FindAsync("19:a", "f:1", Stop));
        Assert.True(await IsThereAsync("younger"));

        // 70 hours old, but it is the same day; each of the two wakes the worker, which looks for old ones before it sleeps again.
        _clock.Advance(TimeSpan.FromHours(23));
        await AddAsync("wakes", _clock.GetUtcNow());
        await UntilDoneAsync("wakes");
        await AddAsync("wakes again", _clock.GetUtcNow());
        await UntilDoneAsync("wakes again");
        Assert.True(await IsThereAsync("younger"));

        _clock.Advance(TimeSpan.FromHours(1));
        await AddAsync("wakes a day later", _clock.GetUtcNow());
        await UntilAsync("younger", isThere: false);
        Assert.True(await IsThereAsync("wakes"));
    }

    private Task<bool> AddAsync(string id, DateTimeOffset at) => _store.Inbox.AddAsync("19:a", id, "no activity", at, Stop);

    private async Task<bool> IsThereAsync(string id) => await CountAsync($"activity_id = '{id}'") > 0;

    private Task<int> CountAsync(string which) => _store.AskAsync<int>(string.Create(CultureInfo.InvariantCulture, $"select count(*) as \"Value\" from inbox where {which}"));

    private Task UntilDoneAsync(string id) => UntilAsync(async () => await CountAsync($"activity_id = '{id}' and state = '{InboxState.Done}'") > 0);

    private Task UntilAsync(string id, bool isThere) => UntilAsync(async () => await IsThereAsync(id) == isThere);

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(Patience.Most);
        while (!await holds()) await Task.Delay(5, patience.Token);
    }
}

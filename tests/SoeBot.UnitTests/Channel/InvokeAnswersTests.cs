using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SoeBot.Channel;
using SoeBot.Store;
using SoeBot.Teams;
using SoeBot.UnitTests.Store;
using Xunit;

namespace SoeBot.UnitTests.Channel;

/// <summary>What was answered is known at once in this process, and soon in every other; nobody waits for that.</summary>
public sealed class InvokeAnswersTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task An_answer_is_found_at_once_here_and_after_the_write_by_another_process(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await using var other = store.Another();
        var answers = Of(store);
        for (var number = 0; number < 300; number++)
        {
            await answers.KeepAsync("a:chat", $"f:{number}", new FormerAnswer(200, $"{number}"), Stop);
            Assert.Equal($"{number}", (await answers.FindAsync("a:chat", $"f:{number}", Stop))!.Body);
        }
        await answers.DisposeAsync();
        Assert.Equal(300, await store.AskAsync<int>("select count(*) as \"Value\" from invoke_answers"));
        Assert.Equal("299", (await Of(other).FindAsync("a:chat", "f:299", Stop))!.Body);
        Assert.Null(await Of(other).FindAsync("a:other", "f:299", Stop));
    }

    [Fact]
    public async Task A_store_that_is_away_stops_no_press_and_the_next_answers_are_kept_again()
    {
        await using var store = await StoreUnderTest.NewAsync(StoreProvider.Sqlite);
        await using var answers = Of(store);
        await store.ExecuteAsync("alter table invoke_answers rename to away");
        await answers.KeepAsync("a:chat", "f:1", new FormerAnswer(200, "1"), Stop);
        await answers.DisposeAsync();
        await store.ExecuteAsync("alter table away rename to invoke_answers");
        await answers.KeepAsync("a:chat", "f:2", new FormerAnswer(200, "2"), Stop);
        await answers.DisposeAsync();
        Assert.Null(await answers.FindAsync("a:chat", "f:1", Stop));
        Assert.Equal("2", (await answers.FindAsync("a:chat", "f:2", Stop))!.Body);
    }

    private static InvokeAnswers Of(StoreUnderTest store) => new(store.InvokeAnswers, new FakeTimeProvider(Given.Now), NullLogger<InvokeAnswers>.Instance);
}

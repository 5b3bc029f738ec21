using SoeBot.Channel.Sending;
using SoeBot.Store.Outbox;
using SoeBot.Teams.Conversations;
using SoeBot.TestKit.Teams;
using SoeBot.UnitTests.Store;
using Xunit;

namespace SoeBot.UnitTests.Channel.Sending;

/// <summary>What is tried again, how soon and how often.</summary>
public sealed class RetryTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_conversation_that_is_throttled_waits_as_told_without_a_try_and_the_others_go_on()
    {
        await using var sending = await SendingUnderTest.NewAsync();
        var (slow, quick) = (await sending.ChatAsync("slow"), await sending.ChatAsync("quick"));
        sending.Teams.Faults.Throttle(retryAfter: TimeSpan.FromSeconds(1), when: request => Of(request, slow));
        await sending.AddAsync(sending.To(slow, "told to wait"), sending.To(slow, "behind it"), sending.To(quick, "quick"));
        await sending.StartAsync();
        await sending.BecomesAsync("told to wait", message => message.RetryAt is not null);
        await sending.AddHereAsync(sending.To(slow, "answer", MessageKind.Answer));

        await sending.CountAsync(4);

        var calls = sending.Teams.Requests.Where(request => Of(request, slow)).Select(request => request.At).ToList();
        Assert.Equal(4, calls.Count);
        Assert.True(calls[1] - calls[0] >= TimeSpan.FromSeconds(1), $"It waited {calls[1] - calls[0]}.");
        Assert.True(sending.Teams.MessagesIn(quick)[0].Order < sending.Teams.MessagesIn(slow)[0].Order);
        Assert.All(await sending.Store.Outbox.RecentAsync(Given.Plant, 10, Stop), message => Assert.Equal(0, message.Tries));
    }

    [Fact]
    public async Task What_is_throttled_without_a_time_is_given_up_after_five_tries()
    {
        await using var sending = await SendingUnderTest.NewAsync();
        var chat = await sending.ChatAsync("a");
        sending.Teams.Faults.Throttle(times: 5);
        await sending.AddAsync(sending.To(chat, "never"), sending.To(chat, "next"));
        await sending.StartAsync();

        await sending.ArrivesAsync("next");

        Assert.Equal(6, sending.Teams.Requests.Count);
        Assert.Equal(OutboxState.Failed, (await sending.BecomesAsync("never", OutboxState.Failed)).State);
    }

    [Theory, InlineData(400, "BadSyntax"), InlineData(413, "MessageSizeTooBig"), InlineData(403, "NotEnoughPermissions")]
    public async Task What_is_refused_is_not_repeated(int status, string code)
    {
        await using var sending = await SendingUnderTest.NewAsync();
        var chat = await sending.ChatAsync("a");
        sending.Teams.Faults.FailBeforeStoring(status, code);
        await sending.AddAsync(sending.To(chat, "refused"), sending.To(chat, "next"));
        await sending.StartAsync();

        await sending.ArrivesAsync("next");

        Assert.Equal(2, sending.Teams.Requests.Count);
        Assert.Equal("The fake was told to.", (await sending.BecomesAsync("refused", OutboxState.Failed)).Reason);
    }

    [Fact]
    public async Task After_an_error_on_their_side_a_reminder_comes_once_more_a_record_never_and_an_edit_until_it_is_in()
    {
        await using var sending = await SendingUnderTest.NewAsync();
        var (chat, other) = (await sending.ChatAsync("a"), await sending.ChatAsync("b"));
        await sending.AddAsync(sending.To(other, "agenda", trackAs: "agenda"));
        await sending.StartAsync();
        await sending.BecomesAsync("agenda", OutboxState.Sent);
        sending.Teams.Faults.FailAfterStoring(times: 1, when: request => Says(request, "record"));
        sending.Teams.Faults.FailAfterStoring(times: 2, when: request => Says(request, "reminder"));
        sending.Teams.Faults.FailBeforeStoring(503, times: 3, when: request => request.Method == "PUT");

        await sending.AddHereAsync(sending.To(chat, "record", MessageKind.Record), sending.To(chat, "reminder"), sending.To(other, "edited", MessageKind.Edit, "agenda"));
        await sending.BecomesAsync("record", OutboxState.Unknown);
        await sending.BecomesAsync("reminder", OutboxState.Unknown);
        await sending.BecomesAsync("edited", OutboxState.Sent);

        Assert.Equal(["record", "reminder", "reminder"], sending.Teams.MessagesIn(chat).Select(message => message.PlainText));
        Assert.Equal("edited", Assert.Single(sending.Teams.MessagesIn(other)).PlainText);
    }

    [Fact]
    public void The_waits_grow_are_drawn_by_lot_and_end()
    {
        var retries = new Retries(new(), new Random(7));
        var throttled = new SendOutcome { Result = SendResult.Throttled };
        for (var tries = 0; tries < 4; tries++)
        {
            var waits = Enumerable.Range(0, 200).Select(_ => retries.After(throttled, tries)!.Value.Wait.TotalSeconds).ToList();
            Assert.InRange(waits.Max(), 1.5 * Math.Pow(2, tries), (2 * Math.Pow(2, tries)) + 0.05);
            Assert.InRange(waits.Min(), 0.05, 0.4 * Math.Pow(2, tries));
        }
        Assert.Null(retries.After(throttled, 4));
        Assert.Equal((TimeSpan.FromMinutes(5), false), retries.After(throttled with { RetryAfter = TimeSpan.FromMinutes(5) }, 4));
        Assert.True(retries.After(throttled with { RetryAfter = TimeSpan.Zero }, 0)!.Value.CountsAsTry);
        Assert.False(retries.After(new SendOutcome { Result = SendResult.NotSent }, 99)!.Value.CountsAsTry);
        Assert.InRange(retries.After(new SendOutcome { Result = SendResult.Conflict }, 0)!.Value.Wait.TotalSeconds, 0.05, 0.25);
    }

    [Theory]
    [InlineData("InvalidBotApiHost", "Use https://smba.infra.gcc.teams.microsoft.com/teams instead of smba.trafficmanager.net.", "https://smba.infra.gcc.teams.microsoft.com/emea/")]
    [InlineData("InvalidBotApiHost", "The host smba.trafficmanager.net is wrong.", null)]
    [InlineData("NotEnoughPermissions", "Use https://smba.infra.gcc.teams.microsoft.com/teams.", null)]
    public void The_host_that_a_refusal_names_is_read(string code, string reason, string? named) =>
        Assert.Equal(named, ConnectorErrors.NamedHost(
            new() { Result = SendResult.Refused, Status = 403, Code = code, Reason = reason }, new("https://smba.trafficmanager.net/emea/"))?.AbsoluteUri);

    private static bool Of(FakeRequest request, FakeConversation chat) => request.Path.Contains(chat.Id, StringComparison.Ordinal);

    private static bool Says(FakeRequest request, string words) => request.Body?.ToJsonString().Contains(words, StringComparison.Ordinal) == true;
}

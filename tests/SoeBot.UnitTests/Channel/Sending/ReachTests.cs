using SoeBot.Cards;
using SoeBot.Domain.People;
using SoeBot.Store.Outbox;
using SoeBot.Store.Reach;
using SoeBot.Teams.Cards;
using SoeBot.UnitTests.Store;
using Xunit;

namespace SoeBot.UnitTests.Channel.Sending;

/// <summary>Who cannot be written to, and what is done instead.</summary>
public sealed class ReachTests
{
    private const string NotFound = """{"error":{"code":"ConversationNotFound","message":"Conversation not found."}}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Somebody_without_the_app_is_asked_in_the_channel_until_the_app_is_there()
    {
        await using var sending = await SendingUnderTest.NewAsync();
        var channel = await sending.ChannelAsync();
        var ravi = await sending.PersonAsync("Ravi Menon");
        ravi.HasApp = false;
        sending.Cards.AddAsk("reminder", (request, _) => Task.FromResult<PublicAsk?>(new("D-41, due Fri 27 Nov", new ExecuteAction("Take it", "decision.take"))));
        await sending.AddAsync(SendingUnderTest.To(ravi, "penalty of 20,000"), SendingUnderTest.To(ravi, "an answer", MessageKind.Answer));
        await sending.StartAsync();

        var asked = await sending.ArrivesAsync("Ravi Menon, your answer is needed: D-41, due Fri 27 Nov.\nI cannot write to Ravi Menon (app not installed). Asked in the channel instead.\n[Take it]");
        var failed = await sending.BecomesAsync("penalty of 20,000", OutboxState.Failed);
        await sending.BecomesAsync("an answer", OutboxState.Failed);

        Assert.Equal(channel.Id, asked.ConversationId.Split(';')[0]);
        Assert.Equal(ravi.Mri, (string?)asked.Card!["msteams"]!["entities"]![0]!["mentioned"]!["id"]);
        Assert.DoesNotContain("20,000", asked.Activity.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal((1, "cannot be reached: app not installed"), (failed.Tries, failed.Reason));
        var calls = sending.Teams.Requests.Count(request => request.Path == "/v3/conversations");
        Assert.Equal(ReachState.NotInstalled, Assert.Single(await sending.Store.Reach.AllAsync(Stop)).State);

        await sending.AddHereAsync(SendingUnderTest.To(ravi, "the next day"));
        await sending.CountAsync(2);
        Assert.Equal(calls, sending.Teams.Requests.Count(request => request.Path == "/v3/conversations"));

        ravi.HasApp = true;
        await sending.HearAsync(ravi);
        await sending.AddHereAsync(SendingUnderTest.To(ravi, "welcome back"));
        await sending.ArrivesAsync("welcome back");
        Assert.Empty(await sending.Store.Reach.AllAsync(Stop));
        Assert.Equal(3, sending.Teams.Messages.Count);
    }

    [Theory]
    [InlineData("ConversationBlockedByUser", ReachState.Blocked), InlineData("BotDisabledByAdmin", ReachState.Disabled)]
    [InlineData("MessageWritesBlocked", ReachState.Blocked), InlineData("BlockedByAdmin", ReachState.Disabled)]
    public async Task Each_refusal_of_a_person_is_kept_for_what_it_is_and_tried_again_after_a_day(string code, ReachState state)
    {
        await using var sending = await SendingUnderTest.NewAsync();
        await sending.ChannelAsync();
        var ravi = await sending.PersonAsync("Ravi", withChat: true);
        sending.Teams.Faults.Answer(403, $$"""{"errorCode":209,"message":"{ \"subCode\":\"{{code}}\",\"details\":\"no\"}"}""", times: 2);
        await sending.AddAsync(SendingUnderTest.To(ravi, "reminder"));
        await sending.StartAsync();

        await sending.CountAsync(1);
        var lost = Assert.Single(await sending.Store.Reach.AllAsync(Stop));
        Assert.Equal((state, code, SendingUnderTest.Key(ravi), ravi.PersonalChatId), (lost.State, lost.Code, lost.Person, lost.Place));

        await sending.Store.ExecuteAsync($"UPDATE unreachable SET tried_at = {TimeProvider.System.GetUtcNow().AddDays(-2).UtcTicks}");
        await sending.AddHereAsync(SendingUnderTest.To(ravi, "tried again"));
        await sending.ArrivesAsync("tried again");
        await sending.BecomesAsync("tried again", OutboxState.Sent);
        Assert.Empty(await sending.Store.Reach.AllAsync(Stop));
    }

    [Fact]
    public async Task A_chat_that_was_cleared_is_made_again_once_and_then_written_to()
    {
        await using var sending = await SendingUnderTest.NewAsync();
        var ravi = await sending.PersonAsync("Ravi", withChat: true);
        sending.Teams.Faults.Answer(404, NotFound, when: request => request.Path.EndsWith("/activities", StringComparison.Ordinal));
        await sending.AddAsync(SendingUnderTest.To(ravi, "record", MessageKind.Record));
        await sending.StartAsync();

        await sending.ArrivesAsync("record");

        Assert.Equal([404, 201, 201], sending.Teams.Requests.Select(request => request.Status));
        Assert.Empty(await sending.Store.Reach.AllAsync(Stop));
    }

    [Fact]
    public async Task Of_a_channel_that_is_gone_the_lead_and_the_administrators_hear_once()
    {
        await using var sending = await SendingUnderTest.NewAsync();
        var channel = await sending.ChannelAsync();
        var lea = await sending.PersonAsync("Lea", withChat: true, Role.Lead);
        sending.Teams.Faults.Answer(404, NotFound, times: 9, when: request => request.Path.Contains(channel.Id, StringComparison.Ordinal));
        var page = Given.Message("page", new MessageTarget.Channel(Given.Plant));
        await sending.AddAsync(page, page with { Key = "second page" });
        await sending.StartAsync();

        var told = await sending.ArrivesAsync("I cannot write to S&OE any more\nbothell: conversation gone. What I had to say there was not sent.\nAdd me there again, or write to me from the channel that takes its place.");
        await sending.BecomesAsync("second page", OutboxState.Failed);

        Assert.Equal(lea.PersonalChatId, told.ConversationId);
        Assert.Single(sending.Teams.Messages);
        Assert.Single(sending.Teams.Requests, request => request.Path.Contains(channel.Id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_card_that_was_deleted_in_Teams_is_edited_no_more_and_the_others_are()
    {
        await using var sending = await SendingUnderTest.NewAsync();
        var (one, two) = (await sending.ChatAsync("one"), await sending.ChatAsync("two"));
        await sending.AddAsync(sending.To(one, "here", trackAs: "card"), sending.To(two, "there", trackAs: "card"));
        await sending.StartAsync();
        await sending.BecomesAsync("here", OutboxState.Sent);
        await sending.BecomesAsync("there", OutboxState.Sent);
        sending.Teams.Faults.FailBeforeStoring(404, "ActivityNotFoundInConversation", when: request => request.Path.Contains(one.Id, StringComparison.Ordinal));

        await sending.AddHereAsync(sending.To(one, "edited", MessageKind.Edit, "card"));
        await sending.BecomesAsync("edited", OutboxState.Sent);
        await sending.AddHereAsync(sending.To(one, "edited again", MessageKind.Edit, "card"));
        await sending.BecomesAsync("edited again", OutboxState.Sent);

        Assert.Equal(two.Id, Assert.Single(await sending.Store.Outbox.PostedAsync("card", Stop)).Conversation);
        Assert.Single(sending.Teams.Requests, request => request.Method == "PUT" && request.Path.Contains(one.Id, StringComparison.Ordinal));
    }
}

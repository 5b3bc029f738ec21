using Microsoft.Extensions.DependencyInjection;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.People;
using SoeBot.Store.Audit;
using SoeBot.Store.Decisions;
using SoeBot.TestKit.Teams;
using Xunit;

namespace SoeBot.JourneyTests;

/// <summary>Somebody writes in a chat where the bot is not what was agreed on; a colleague makes a decision of it, with an owner and a date.</summary>
public sealed class When_a_message_becomes_a_decision
{
    private const string Command = "recordDecision";

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.PostgreSql)]
    public async Task It_is_recorded_once_shown_to_the_plant_and_asked_of_its_owner(StoreKind store)
    {
        await using var bot = await BotUnderTest.StartAsync(store, new(2026, 11, 23, 9, 0, 0));
        var petra = await bot.PersonAsync("Petra", Role.Planning);
        var ravi = await bot.PersonAsync("Ravi", Role.Procurement);
        var channel = bot.Teams.Channel("Planning");
        await bot.Teams.Client.InstallAsync(petra, channel);
        await bot.WaitAsync(channel, "SoeBot is here");
        var canteen = bot.Teams.GroupChat("Canteen", petra, ravi);

        var dialog = await bot.Teams.Extension.OpenOnMessageAsync(
            petra, canteen, Command, ravi, "<p>We get a <b>second quote</b> for the castings of SO63216 by Friday &lt;at&gt;Miguel&lt;/at&gt;</p><script>alert(1)</script>");
        Assert.Equal("Record a decision", dialog.Title);
        Assert.Equal("We get a second quote for the castings of SO63216 by Friday <at>Miguel</at>", dialog.ValueOf("in_text"));
        Assert.Equal(("2026-11-27", "SO63216"), (dialog.ValueOf("in_due"), dialog.ValueOf("in_about")));
        Assert.Contains("outside the meeting and posted in the plant's channel", dialog.PlainText, StringComparison.Ordinal);

        // What is wrong comes back beside its field, with all that was entered.
        var mended = await bot.Teams.Extension.SubmitAsync(dialog, "Record", new { in_text = "Get a second quote", in_owner = "00000000-0000-0000-0000-00000000beef", in_due = "2026-11-20" });
        Assert.Equal(("Get a second quote", "2026-11-20", "SO63216"), (mended.ValueOf("in_text"), mended.ValueOf("in_due"), mended.ValueOf("in_about")));
        AssertBeside(mended, "I do not know this person", "in_owner");
        AssertBeside(mended, "is past", "in_due");
        Assert.Empty(await Decisions(bot));

        var entered = new { in_owner = ravi.AadObjectId, in_due = "2026-11-25" };
        var done = await bot.Teams.Extension.SubmitAsync(mended, "Record", entered);
        Assert.Equal("D-1 is recorded: Ravi, due Wed 25 Nov. Decided outside the meeting; its card comes in the plant's channel.", done.Message);
        var posted = await bot.WaitAsync(channel, "D-1 recorded");
        Assert.Contains("outside the meeting", posted.PlainText, StringComparison.Ordinal);
        var asked = await bot.WaitAsync(ravi, "do you take it?");

        // Pressed twice, delivered twice, and from the dialog that was open before: it is the same decision.
        Assert.Equal(done.Message, (await bot.Teams.Extension.SubmitAsync(mended, "Record", new { in_owner = petra.AadObjectId, in_due = "2026-12-01" })).Message);
        Assert.Equal(done.Answer.Body!.ToJsonString(), (await bot.Teams.Client.DeliverAgainAsync(done.Answer)).Body!.ToJsonString());
        Assert.Equal(done.Message, (await bot.Teams.Extension.SubmitAsync(dialog, "Record", entered)).Message);
        await bot.SettleAsync();
        var decision = Assert.Single(await Decisions(bot));
        Assert.Equal((PersonKey.Of(bot.Teams.TenantId, ravi.AadObjectId), "SO63216", null), (decision.Owner, decision.Subject.Reference, decision.Meeting));
        Assert.Single(bot.Teams.MessagesIn(channel), message => message.PlainText.Contains("D-1", StringComparison.Ordinal));
        Assert.Single(await bot.Services.GetRequiredService<AuditStore>().AboutAsync(BotUnderTest.PlantId, "D-1", TestContext.Current.CancellationToken));
        Assert.Empty(bot.Teams.MessagesIn(canteen));

        // The posted card follows what becomes of it.
        await bot.Teams.Client.PressButtonAsync(ravi, asked, "Take it");
        await bot.WaitAsync(channel, "D-1: Ravi does it");
    }

    [Fact]
    public async Task In_an_open_meeting_it_counts_there_and_nobody_else_can_use_the_dialog()
    {
        await using var bot = await BotUnderTest.StartAsync(StoreKind.Sqlite, new(2026, 11, 25, 13, 0, 0));
        var lea = await bot.PersonAsync("Lea", Role.Lead);
        var petra = await bot.PersonAsync("Petra", Role.Planning);
        var stranger = bot.Teams.Person("Stranger");
        var meeting = bot.Teams.Meeting("Weekly execution", lea, petra);
        await bot.Teams.Client.PostMessageAsync(lea, meeting, "start");
        await bot.WaitAsync(meeting, "Step 1");
        var canteen = bot.Teams.GroupChat("Canteen", petra, stranger);

        var refused = await bot.Teams.Extension.OpenOnMessageAsync(stranger, canteen, Command, petra, "<p>we do it</p>");
        Assert.Contains("You have no role", refused.Message, StringComparison.Ordinal);
        var dialog = await bot.Teams.Extension.OpenOnMessageAsync(petra, canteen, Command, stranger, "<p>We work on Saturday</p>");
        Assert.Contains("The meeting is open", dialog.PlainText, StringComparison.Ordinal);
        var entered = new { in_owner = petra.AadObjectId };
        Assert.Contains("You have no role", (await bot.Teams.Extension.SubmitAsync(dialog with { Who = stranger }, "Record", entered)).Message, StringComparison.Ordinal);

        Assert.Contains("Sat 28 Nov is a free day. Keep?", dialog.PlainText, StringComparison.Ordinal);
        Assert.Contains("It is shown in the meeting", (await bot.Teams.Extension.SubmitAsync(dialog, "Record", entered)).Message, StringComparison.Ordinal);
        await bot.WaitAsync(meeting, "D-1: Petra does it");
        Assert.NotNull(Assert.Single(await Decisions(bot)).Meeting);

        // Another person who got hold of the dialog's key learns nothing of the decision and makes none.
        var stolen = await bot.Teams.Extension.SubmitAsync(dialog with { Who = lea }, "Record", entered);
        Assert.Contains("too old", stolen.Message, StringComparison.Ordinal);
        Assert.Single(await Decisions(bot));
    }

    private static void AssertBeside(FakeDialog dialog, string words, string input)
    {
        var body = dialog.Card!["body"]!.AsArray();
        var at = body.Index().Single(one => (string?)one.Item!["id"] == input).Index;
        Assert.Contains(words, (string)body[at - 1]!["text"]!, StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<Decision>> Decisions(BotUnderTest bot) =>
        bot.Services.GetRequiredService<DecisionStore>().OpenAsync(BotUnderTest.PlantId, TestContext.Current.CancellationToken);
}

using System.Text.Json.Nodes;
using SoeBot.Connectors.Sample;
using SoeBot.Domain.People;
using SoeBot.TestKit.Teams;
using Xunit;

namespace SoeBot.JourneyTests;

/// <summary>Import, look-ahead, top ten, an owner's update, the meeting with three decisions, the chase, and the next meeting opening with what became of them.</summary>
public sealed class When_the_week_runs_from_an_export_to_a_chased_decision
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.PostgreSql)]
    public async Task Nothing_is_forgotten(StoreKind store)
    {
        await using var bot = await BotUnderTest.StartAsync(store, new(2026, 11, 23, 6, 0, 0));
        var lea = await bot.PersonAsync("Lea", Role.Lead, Role.Administrator);
        var ravi = await bot.PersonAsync("Ravi", Role.Procurement);
        var petra = await bot.PersonAsync("Petra", Role.Planning);
        var clara = await bot.PersonAsync("Clara", Role.CustomerService);
        var channel = bot.Teams.Channel("S&OE");
        var meeting = bot.Teams.Meeting("Weekly execution", lea, ravi, petra, clara);

        await bot.ImportSampleAsync(Monday);
        await bot.Teams.Client.InstallAsync(lea, channel);
        await bot.WaitAsync(channel, "SoeBot is here");

        await bot.MoveToAsync(new(2026, 11, 23, 7, 0, 0));
        var pieces = SamplePlant.At(Monday).Schedule!.Where(line => line.Due >= Monday && line.Due <= Monday.AddDays(6)).Sum(line => line.Planned);
        Assert.Contains(pieces.ToString("N0", System.Globalization.CultureInfo.InvariantCulture), (await bot.WaitAsync(channel, "two weeks ahead")).PlainText, StringComparison.Ordinal);
        await bot.WaitAsync(channel, "top ten");

        // Tuesday: owners are asked, each by one card.
        await bot.MoveToAsync(new(2026, 11, 24, 10, 0, 0));
        await bot.WaitAsync(ravi, "for your word");
        var order = await Update(bot, ravi);

        // Wednesday: the meeting.
        await bot.MoveToAsync(new(2026, 11, 25, 13, 10, 0));
        await bot.WaitAsync(channel, "Shall I start the meeting?");
        await HoldMeeting(bot, lea, meeting, ravi, petra, clara, order);
        await bot.WaitAsync(channel, "Minutes: 3 decisions, 3 owners, 3 dates");

        // Each owner takes their own.
        foreach (var (owner, name) in ((FakePerson, string)[])[(ravi, "D-1"), (petra, "D-2"), (clara, "D-3")])
        {
            var yours = await bot.WaitAsync(owner, "Yours from today's meeting");
            Assert.Contains(name, yours.PlainText, StringComparison.Ordinal);
            await bot.Teams.Client.PressButtonAsync(owner, yours, "Take it");
        }

        await Chase(bot, ravi, petra, clara);

        // The next meeting opens with exactly these.
        await bot.MoveToAsync(new(2026, 12, 2, 13, 0, 0));
        await bot.Teams.Client.PostMessageAsync(lea, meeting, "start");
        var commitments = await bot.WaitAsync(meeting, "Last commitments: 1 kept, 1 missed, 1 re-negotiated");
        Assert.Contains("the customer is away", commitments.PlainText, StringComparison.Ordinal);
        Assert.Contains("quote is in", commitments.PlainText, StringComparison.Ordinal);
        Assert.Empty(bot.Teams.Violations);
    }

    /// <summary>One line from a phone: the bot says what it understood, one tap records it.</summary>
    private static async Task<string> Update(BotUnderTest bot, FakePerson owner)
    {
        var digest = await bot.WaitAsync(owner, "for your word");
        var order = digest.PlainText.Split(' ', '\n', ',').First(word => word.StartsWith("SO", StringComparison.Ordinal));
        await bot.Teams.Client.PostMessageAsync(owner, $"{order} red castings not before Friday");
        var understood = await bot.WaitAsync(owner, "castings not before");
        var saved = await bot.Teams.Client.PressButtonAsync(owner, understood, "Yes");
        Assert.Contains("red", saved.PlainText, StringComparison.OrdinalIgnoreCase);
        return order;
    }

    private static async Task HoldMeeting(BotUnderTest bot, FakePerson lea, FakeConversation meeting, FakePerson ravi, FakePerson petra, FakePerson clara, string order)
    {
        await bot.Teams.Client.PostMessageAsync(lea, meeting, "start");
        var agenda = await bot.WaitAsync(meeting, "Step 1 of 9");
        await bot.WaitAsync(meeting, "Last commitments");
        foreach (var step in Enumerable.Range(2, 2))
        {
            await bot.Teams.Client.PressButtonAsync(lea, agenda, "Next");
            await bot.WaitAsync(meeting, $"Step {step} of 9");
        }
        await bot.Teams.Client.PostMessageAsync(lea, meeting, "next");
        await bot.WaitAsync(meeting, "Step 4 of 9");
        await Decide(bot, lea, meeting, $"decide: Ravi gets a second quote for the castings by Friday {order}", "Get a second quote", ravi);
        await Decide(bot, lea, meeting, "decide: Petra moves line 2 to two shifts until Fri", "Move line 2", petra);
        await Decide(bot, lea, meeting, "decide: Clara tells the customer the new date by Fri", "Tell the customer the new date", clara);
        await bot.Teams.Client.PostMessageAsync(lea, meeting, "park: new press for line 2");
        await bot.WaitAsync(meeting, "new press for line 2");
        await bot.Teams.Client.PostMessageAsync(lea, meeting, "close");
    }

    private static async Task Decide(BotUnderTest bot, FakePerson lea, FakeConversation meeting, string line, string fragment, FakePerson owner)
    {
        await bot.Teams.Client.PostMessageAsync(lea, meeting, line);
        var form = await bot.Teams.WaitForAsync(
            teams => teams.MessagesIn(meeting).LastOrDefault(message => message.Buttons.Contains("Record") && message.PlainText.Contains(fragment, StringComparison.OrdinalIgnoreCase)), $"the form of \"{line}\"");
        var press = ((JsonArray)form.Card!["actions"]!).First(action => (string?)action!["verb"] == "decision.record")!.DeepClone();
        var recorded = await bot.Teams.Client.PressButtonAsync(lea, form, "Record");
        Assert.Contains($"{owner}, do you take it?", recorded.PlainText, StringComparison.Ordinal);
        // A second press of the same button finds the same decision.
        (press["data"]!["in_text"], press["data"]!["in_owner"], press["data"]!["in_due"]) = ("something else", lea.AadObjectId, "2026-12-31");
        var again = await bot.Teams.Client.InvokeAsync(lea, meeting, "adaptiveCard/action", new JsonObject { ["action"] = press, ["trigger"] = "manual" });
        Assert.Equal(recorded.Card!.ToJsonString(), again.Body!["value"]!.ToJsonString());
    }

    /// <summary>All three are due on Friday 27 November: reminded the day before and on the day, at eight, each in the owner's own chat.</summary>
    private static async Task Chase(BotUnderTest bot, FakePerson ravi, FakePerson petra, FakePerson clara)
    {
        await bot.MoveToAsync(new(2026, 11, 26, 7, 59, 0));
        foreach (var owner in (FakePerson[])[ravi, petra, clara])
            Assert.DoesNotContain(bot.Teams.MessagesTo(owner), message => message.PlainText.Contains("Due tomorrow", StringComparison.Ordinal));
        await bot.MoveToAsync(new(2026, 11, 26, 8, 0, 0));
        foreach (var owner in (FakePerson[])[ravi, petra, clara]) await bot.WaitAsync(owner, "Due tomorrow");

        // Ravi is done on Thursday: nobody asks him again.
        await bot.Teams.Client.PostMessageAsync(ravi, "done D-1 quote is in");
        await bot.WaitAsync(ravi, "D-1 is done");

        // Clara needs another day and says why.
        var soon = await bot.WaitAsync(clara, "Due tomorrow");
        await bot.Teams.Client.PressButtonAsync(clara, soon, "New date");
        var form = await bot.WaitAsync(clara, "which new date");
        await bot.Teams.Client.PressButtonAsync(clara, form, "Save", new { in_due = "2026-12-04", in_why = "the customer is away" });

        await bot.MoveToAsync(new(2026, 11, 27, 8, 0, 0));
        await bot.WaitAsync(petra, "Due today");
        Assert.DoesNotContain(bot.Teams.MessagesTo(ravi), message => message.PlainText.Contains("Due today", StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Teams.MessagesTo(clara), message => message.PlainText.Contains("Due today", StringComparison.Ordinal));

        // Petra forgets: one working day over it counts as missed, two over the lead hears of it.
        await bot.MoveToAsync(new(2026, 11, 30, 8, 0, 0));
        await bot.WaitAsync(petra, "Overdue: D-2");
        await bot.MoveToAsync(new(2026, 12, 1, 8, 0, 0));
        await bot.WaitAsync(bot.Teams.Person("Lea"), "D-2");
        Assert.Single(bot.Teams.MessagesTo(petra), message => message.PlainText.Contains("Due today: D-2", StringComparison.Ordinal) || message.History.Any(old => old.ToJsonString().Contains("Due today: D-2", StringComparison.Ordinal)));
    }
}

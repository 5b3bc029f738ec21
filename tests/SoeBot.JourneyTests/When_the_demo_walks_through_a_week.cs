using SoeBot.Demo;
using SoeBot.TestKit;
using Xunit;

namespace SoeBot.JourneyTests;

/// <summary>The sub-command as a newcomer runs it, in this process.</summary>
public sealed class When_the_demo_walks_through_a_week
{
    [Fact]
    public async Task It_tells_the_story_to_its_end()
    {
        var told = new StringWriter();

        var code = await DemoCommand.RunAsync(TextWriter.Synchronized(told), Patience.Most, TestContext.Current.CancellationToken);

        var story = told.ToString();
        TestContext.Current.TestOutputHelper?.WriteLine(story);
        Assert.Equal(0, code);
        var at = 0;
        foreach (var line in Expected)
        {
            var found = story.IndexOf(line, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"\"{line}\" is missing after \"{story[Math.Max(0, at - 40)..at]}\".");
            at = found;
        }
    }

    [Fact]
    public async Task It_says_which_card_did_not_come()
    {
        var told = new StringWriter();

        var code = await DemoCommand.RunAsync(TextWriter.Synchronized(told), TimeSpan.FromTicks(1), TestContext.Current.CancellationToken);

        Assert.Equal(1, code);
        Assert.Contains("The demo stops here: A card with \"every role\" to Miguel did not come", told.ToString(), StringComparison.Ordinal);
    }

    /// <summary>In this order, with whatever else between them.</summary>
    private static readonly string[] Expected =
    [
        "Miguel types: I am plant manager",
        "Lea types: I am lead",
        "In the channel:", "two weeks ahead", "Customer orders due", "top ten -",
        "Miguel presses [Seen]",
        "Omar types in the channel: I take SO",
        "Tuesday",
        "red castings not before Friday", "presses [Yes]",
        "Shall I start the meeting?",
        "Lea types in the meeting chat: start", "Step 1 of 9", "Lea presses [Next]",
        "decide: Ravi gets a second quote", "Lea presses [Record]", "D-1",
        "decide: Petra", "Lea presses [Record]", "D-2",
        "decide: Clara", "Lea presses [Record]", "D-3",
        "park: new press for line 2", "Lea types in the meeting chat: close",
        "Minutes: 3 decisions, 3 owners, 3 dates", "Parked for S&OP: new press for line 2",
        "presses [Take it]",
        "Due tomorrow", "done D-1 quote is in", "Clara presses [New date]", "the customer is away",
        "Due today: D-2", "Overdue: D-2",
        "Last commitments: 1 kept, 1 missed, 1 re-negotiated",
        "decisions: 1 kept, 1 missed, 1 re-negotiated",
    ];
}

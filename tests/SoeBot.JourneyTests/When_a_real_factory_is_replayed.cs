using System.Diagnostics;
using System.Text;
using SoeBot.Domain.People;
using SoeBot.TestKit;
using SoeBot.TestKit.Teams;
using Xunit;

namespace SoeBot.JourneyTests;

/// <summary>AdventureWorks as it stood on Monday 6 January 2014, with the week before frozen as it stood on its own Monday.</summary>
public sealed class When_a_real_factory_is_replayed
{
    private const int CardLimit = 25 * 1024;

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.PostgreSql)]
    public async Task Its_cards_say_what_was_known_that_morning(StoreKind store)
    {
        var data = SharedFolder.PathOf("data", "adventureworks");
        await using var bot = await BotUnderTest.StartAsync(store, new(2014, 1, 6, 6, 0, 0));
        var petra = await bot.PersonAsync("Petra", Role.Planning);
        foreach (var monday in (DateOnly[])[new(2013, 12, 30), new(2014, 1, 6)])
        {
            var report = await bot.ImportAsync(data, "adventureworks", monday);
            Assert.True(report.Version is not null, string.Join('\n', report.Lines));
        }

        // Found by its number among thousands; a busy machine may still be reading them at the first try, and says so.
        FakeResults found;
        do
        {
            var asked = Stopwatch.GetTimestamp();
            found = await bot.Teams.Extension.SearchAsync(petra, bot.Teams.GroupChat("Canteen", petra), "findOrder", "63216");
            TestContext.Current.SendDiagnosticMessage($"{store}: a search took {Stopwatch.GetElapsedTime(asked).TotalMilliseconds:0} ms");
        }
        while (found.Message?.Contains("still reading", StringComparison.Ordinal) == true);
        Assert.StartsWith("63216: ", Assert.Single(found.Results).Title, StringComparison.Ordinal);

        await bot.Teams.Client.PostMessageAsync(petra, "look ahead");
        var ahead = await bot.WaitAsync(petra, "two weeks ahead");
        foreach (var figure in (string[])["672", "8,316", "791", "137,583", "279", "1,006"])
            Assert.Contains(figure, ahead.PlainText, StringComparison.Ordinal);
        Assert.True(Encoding.UTF8.GetByteCount(ahead.Card!.ToJsonString()) <= CardLimit);

        // The 672 lines themselves are behind a button, page by page in the same card.
        var page = await bot.Teams.Client.PressButtonAsync(petra, ahead, "Show week 1");
        Assert.Contains("672", page.PlainText, StringComparison.Ordinal);
        Assert.True(Encoding.UTF8.GetByteCount(page.Card!.ToJsonString()) <= CardLimit);
        var next = await bot.Teams.Client.PressButtonAsync(petra, ahead, page.Buttons.First(button => button.StartsWith("Next", StringComparison.Ordinal)));
        Assert.NotEqual(page.PlainText, next.PlainText);

        await bot.Teams.Client.PostMessageAsync(petra, "numbers");
        var numbers = await bot.WaitAsync(petra, "93.0 %");
        foreach (var figure in (string[])["6,793 of 7,304", "61.8 %", "386 of 625"])
            Assert.Contains(figure, numbers.PlainText, StringComparison.Ordinal);
        Assert.True(Encoding.UTF8.GetByteCount(numbers.Card!.ToJsonString()) <= CardLimit);
        Assert.Empty(bot.Teams.Violations);
    }
}

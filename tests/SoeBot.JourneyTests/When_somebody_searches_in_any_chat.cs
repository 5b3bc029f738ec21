using SoeBot.Connectors.Sample;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.TestKit.Teams;
using Xunit;

namespace SoeBot.JourneyTests;

/// <summary>The message extension in a chat where the bot is not: who has a role finds orders and decisions, and nobody else finds anything.</summary>
public sealed class When_somebody_searches_in_any_chat(SearchedPlant plant) : IClassFixture<SearchedPlant>
{
    private readonly BotUnderTest _bot = plant.Bot;
    private readonly FakePerson _petra = plant.Petra;
    private readonly FakeConversation _chat = plant.Chat;

    private static PlanSnapshot Plan => SearchedPlant.Plan;

    private Task<FakeResults> Orders(FakePerson who, string? typed = null, int skip = 0, int count = 25) => _bot.Teams.Extension.SearchAsync(who, _chat, "findOrder", typed, skip, count);

    [Fact]
    public async Task The_list_opens_with_the_persons_own_orders_and_then_the_top_ten()
    {
        var all = (await Orders(_petra)).Results;
        Assert.Equal(10, all.Count);
        var third = all[2].Title.Split(':')[0];
        await _bot.Teams.Client.PostMessageAsync(_petra, $"I take {third}");
        await _bot.WaitAsync(_petra, third);

        var own = (await Orders(_petra)).Results;
        Assert.Equal(third, own[0].Title.Split(':')[0]);
        Assert.Equal(10, own.Count);
        Assert.Contains("no. 1 at risk", own[1].Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_is_found_by_number_customer_and_item_page_by_page()
    {
        var line = Plan.Orders!.First(one => one.OpenQuantity > 0 && one.Customer is not null);
        Assert.StartsWith(line.Order, (await Orders(_petra, line.Order)).Results[0].Title, StringComparison.Ordinal);
        Assert.Contains(line.Customer!, (await Orders(_petra, line.Customer!)).Results[0].Text, StringComparison.Ordinal);
        Assert.NotEmpty((await Orders(_petra, line.Item)).Results);

        var whole = (await Orders(_petra, "so")).Results.Select(one => one.Title).ToList();
        Assert.Equal(25, whole.Count);
        var pages = new List<string>();
        for (var skip = 0; skip < 25; skip += 10) pages.AddRange((await Orders(_petra, "so", skip, 10)).Results.Select(one => one.Title));
        Assert.Equal(whole, pages.Take(25));

        Assert.Contains("No order fits \"no such thing\"", (await Orders(_petra, "no such thing")).Message, StringComparison.Ordinal);
        Assert.Empty((await Orders(_petra, "so", 9_000)).Results);
    }

    [Fact]
    public async Task The_card_is_fit_for_anybody_who_may_read_it_there()
    {
        foreach (var result in (await Orders(_petra)).Results)
        {
            var order = result.Title.Split(':')[0];
            var lines = Plan.Orders!.Where(line => line.Order == order).ToList();
            Assert.Contains(order, result.PlainText, StringComparison.Ordinal);
            Assert.Null(result.Card["actions"]);
            Assert.Null(result.Card["refresh"]);
            Assert.DoesNotContain("?", result.PlainText.Split('\n')[0], StringComparison.Ordinal);
            Assert.All(lines, line => Assert.DoesNotContain(line.Customer!, result.Card.ToJsonString(), StringComparison.Ordinal));
            Assert.All(lines.SelectMany(line => new[] { line.Value, line.Penalty }).OfType<decimal>().Where(money => money > 999), money =>
                Assert.DoesNotContain(money.ToString("0", System.Globalization.CultureInfo.InvariantCulture), result.Card.ToJsonString().Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Nobody_without_a_role_finds_anything()
    {
        var stranger = _bot.Teams.Person("Stranger");
        var guest = _bot.Teams.Person("Guest");
        guest.IsAnonymous = true;
        foreach (var (who, words) in ((FakePerson, string)[])[(stranger, "You have no role"), (guest, "cannot see who you are")])
        {
            foreach (var command in (string[])["findOrder", "findDecision"])
                foreach (var typed in (string?[])[null, "so", "D-1"])
                {
                    var seen = await _bot.Teams.Extension.SearchAsync(who, _chat, command, typed);
                    Assert.Contains(words, seen.Message, StringComparison.Ordinal);
                    Assert.Empty(seen.Results);
                }
            Assert.Empty(await _bot.Teams.Extension.TypeAsync(who, _chat, "orders", "so"));
        }
    }

    [Fact]
    public async Task A_decision_is_found_and_shown_without_what_was_answered()
    {
        var ravi = await _bot.PersonAsync("Ravi", Role.Procurement);
        await _bot.Teams.Client.PostMessageAsync(_petra, "decide: Ravi gets a second quote for the castings by Friday");
        await _bot.Teams.Client.PressButtonAsync(_petra, await _bot.WaitAsync(_petra, "Record this decision?"), "Record");
        var asked = await _bot.WaitAsync(ravi, "do you take it?");
        await _bot.Teams.Client.PressButtonAsync(ravi, asked, "Take it");
        await _bot.Teams.Client.PostMessageAsync(ravi, "done D-1 the penalty is 9000");
        await _bot.WaitAsync(ravi, "is done");

        foreach (var typed in (string[])["D-1", "1", "second quote", "ravi castings"])
        {
            var found = Assert.Single((await _bot.Teams.Extension.SearchAsync(_petra, _chat, "findDecision", typed)).Results);
            Assert.Contains("Get a second quote", found.PlainText, StringComparison.Ordinal);
            Assert.DoesNotContain("penalty", found.PlainText, StringComparison.Ordinal);
            Assert.Null(found.Card["actions"]);
        }
        Assert.Contains("No decision is open", (await _bot.Teams.Extension.SearchAsync(_petra, _chat, "findDecision")).Message, StringComparison.Ordinal);
    }

    /// <summary>The bot is not in that chat: it must not take it for the plant's own, nor write there.</summary>
    [Fact]
    public async Task The_chat_is_not_learned()
    {
        await Orders(_petra);
        await _bot.Teams.Extension.TypeAsync(_petra, _chat, "orders", "so");
        await _bot.SettleAsync();
        Assert.Null(await _bot.ConversationAsync(_chat));
        Assert.Empty(_bot.Teams.MessagesIn(_chat));
    }

    [Fact]
    public async Task A_field_that_asks_for_an_order_offers_at_most_fifteen()
    {
        var found = await _bot.Teams.Extension.TypeAsync(_petra, _chat, "orders", "so");
        Assert.Equal(15, found.Count);
        Assert.All(found, one => Assert.StartsWith(one.Value + ": ", one.Title, StringComparison.Ordinal));
        Assert.Empty(await _bot.Teams.Extension.TypeAsync(_petra, _chat, "no such thing", "so"));
    }
}

/// <summary>One bot for all of these: nothing that one of them does is in another's way.</summary>
public sealed class SearchedPlant : IAsyncLifetime
{
    private static readonly DateOnly Monday = new(2026, 11, 23);
    internal static readonly PlanSnapshot Plan = SamplePlant.At(Monday);

    internal BotUnderTest Bot { get; private set; } = null!;
    public FakePerson Petra { get; private set; } = null!;
    public FakeConversation Chat { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Bot = await BotUnderTest.StartAsync(StoreKind.Sqlite, new(2026, 11, 23, 9, 0, 0));
        await Bot.ImportSampleAsync(Monday);
        Petra = await Bot.PersonAsync("Petra", Role.Planning);
        Chat = Bot.Teams.GroupChat("Canteen", Petra);
    }

    public ValueTask DisposeAsync() => Bot.DisposeAsync();
}

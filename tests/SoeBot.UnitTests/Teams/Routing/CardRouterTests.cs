using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SoeBot.Teams.Cards;
using SoeBot.Teams.Conversations;
using SoeBot.Teams.Routing;
using SoeBot.TestKit.Teams;
using Xunit;

namespace SoeBot.UnitTests.Teams.Routing;

public sealed class CardRouterTests
{
    private static readonly Card Done = new() { Summary = "Done", Body = [new TextBlock("Approved.")] };

    private static readonly Card Base = new()
    {
        Summary = "Change 17",
        Refresh = new CardRefresh("change.view", []),
        Body = [new TextBlock("Change 17"), new DateInput("in_due", "Due") { IsRequired = true }, new ToggleInput("in_sure", "Sure")],
        Actions =
        [
            new ExecuteAction("Approve change 17", "change.approve", new { r = "chg-17", v = 3 }),
            new ExecuteAction("Fail", "change.fail") { AssociatedInputs = AssociatedInputs.None },
            new ExecuteAction("Old", "change.old") { AssociatedInputs = AssociatedInputs.None },
        ],
    };

    [Fact]
    public void On_VerbTwice_NamesBothHandlers()
    {
        var router = new CardRouter().On("change.approve", "ApproveChange", (_, _, _) => throw new InvalidOperationException());
        var problem = Assert.Throws<InvalidOperationException>(() =>
            router.OnRefresh("change.approve", "ViewChange", (_, _, _) => throw new InvalidOperationException()));
        Assert.Contains("ApproveChange and by ViewChange", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_VerbTwice_DoesNotStart()
    {
        var start = TestBot.StartAsync(new Dictionary<string, string?>(), (cards, _) =>
        {
            cards.On("a.b", "One", (_, _, _) => throw new InvalidOperationException());
            cards.On("a.b", "Two", (_, _, _) => throw new InvalidOperationException());
        });
        Assert.Contains("One and by Two", (await Assert.ThrowsAsync<InvalidOperationException>(() => start)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Verbs_AllOfThem_AreSorted() => Assert.Equal(
        ["a.view (refresh)", "b.do"],
        new CardRouter().On("b.do", "B", (_, _, _) => throw new InvalidOperationException()).OnRefresh("a.view", "A", (_, _, _) => Task.FromResult(Done)).Verbs);

    [Fact]
    public async Task Press_Button_ReachesItsHandlerWithDataAndInputs()
    {
        CardPress? seen = null;
        await using var world = await StartAsync((_, press, _) =>
        {
            seen = press;
            return Task.FromResult(PressAnswer.Show(Done));
        });
        var result = await world.Teams.Client.PressButtonAsync(
            world.Eva, world.Message, "Approve change 17", new { in_due = "2026-12-01", in_sure = true }, Stop);
        Assert.Equal("Approved.", result.PlainText);
        Assert.Equal("Approved.", world.Message.PlainTextFor(world.Eva));
        Assert.StartsWith("Change 17", world.Message.PlainTextFor(world.Teams.Person("Paul")), StringComparison.Ordinal);
        Assert.Equal(("chg-17", 3, new DateOnly(2026, 12, 1), true), (seen!.Input.Text("r"), seen.Input.Whole("v"), seen.Input.Day("in_due"), seen.Input.IsOn("in_sure")));
        Assert.Equal((world.Eva.AadObjectId, world.Message.Id), (seen.Activity.From!.AadObjectId, seen.MessageId));
        Assert.Empty(world.Bot.Accepted);
    }

    [Fact]
    public async Task Press_RequiredInputEmpty_IsNotSentByTheClient()
    {
        await using var world = await StartAsync((_, _, _) => Task.FromResult(PressAnswer.Show(Done)));
        await Assert.ThrowsAsync<InvalidOperationException>(() => world.Teams.Client.PressButtonAsync(world.Eva, world.Message, "Approve change 17", null, Stop));
    }

    [Fact]
    public async Task Press_HandlerBreaks_IsAWellFormedErrorWithAnId()
    {
        await using var world = await StartAsync((_, _, _) => throw new InvalidOperationException("secret"));
        var result = await world.Teams.Client.PressButtonAsync(world.Eva, world.Message, "Fail", null, Stop);
        Assert.Equal((200, 500), (result.Status, (int)result.Body!["statusCode"]!));
        Assert.Matches("^Error-[0-9a-f]{7}$", result.ErrorCode!);
        Assert.DoesNotContain("secret", result.Line!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Press_UnknownVerb_IsAFriendlyCard()
    {
        await using var world = await StartAsync((_, _, _) => Task.FromResult(PressAnswer.Show(Done)));
        var result = await world.Teams.Client.PressButtonAsync(world.Eva, world.Message, "Old", null, Stop);
        Assert.Contains("out of date", result.PlainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refresh_OfARefreshVerb_Draws()
    {
        await using var world = await StartAsync((_, _, _) => throw new InvalidOperationException());
        world.Message.Card!["refresh"]!["userIds"]!.AsArray().Add(world.Eva.Mri);
        Assert.Equal("Approved.", (await world.Teams.Client.RefreshAsync(world.Eva, world.Message, Stop)).PlainText);
    }

    [Fact]
    public async Task Refresh_OfAnActingVerb_DoesNothing()
    {
        var pressed = false;
        await using var world = await StartAsync((_, _, _) =>
        {
            pressed = true;
            return Task.FromResult(PressAnswer.Show(Done));
        });
        var refresh = world.Message.Card!["refresh"]!;
        refresh["userIds"]!.AsArray().Add(world.Eva.Mri);
        refresh["action"]!["verb"] = "change.approve";
        var result = await world.Teams.Client.RefreshAsync(world.Eva, world.Message, Stop);
        Assert.Equal(("NotARefresh", false), (result.ErrorCode, pressed));
    }

    [Theory]
    [InlineData("composeExtension/query", 501)]
    [InlineData("task/fetch", 200)]
    public async Task Invoke_OtherNames_AreAnsweredIfSomebodyRegistered(string name, int status)
    {
        await using var world = await StartAsync((_, _, _) => Task.FromResult(PressAnswer.Show(Done)));
        var answer = await world.Teams.Client.InvokeAsync(world.Eva, world.Teams.Personal(world.Eva), name, new JsonObject(), Stop);
        Assert.Equal(status, answer.Status);
        Assert.Equal(status == 200, answer.Body?["task"]?["type"]?.ToString() == "continue");
    }

    [Fact]
    public async Task Invoke_PressWithoutAVerb_IsAnError()
    {
        await using var world = await StartAsync((_, _, _) => Task.FromResult(PressAnswer.Show(Done)));
        var answer = await world.Teams.Client.InvokeAsync(world.Eva, world.Teams.Personal(world.Eva), "adaptiveCard/action", new JsonObject { ["action"] = "x" }, Stop);
        Assert.Equal((200, 400), (answer.Status, (int)answer.Body!["statusCode"]!));
    }

    private static async Task<World> StartAsync(PressHandler press)
    {
        var (teams, bot) = await TestBot.StartWithTeamsAsync((cards, invokes) =>
        {
            cards.On("change.approve", "ApproveChange", press)
                .On("change.fail", "FailChange", press)
                .OnRefresh("change.view", "ViewChange", (_, _, _) => Task.FromResult(Done));
            invokes.On(InvokeNames.TaskFetch, (_, _, _) => Task.FromResult(InvokeAnswer.Dialog("New", Done)));
        });
        var eva = teams.Person("Eva Planner");
        await bot.Services.GetRequiredService<ConversationClient>()
            .SendAsync(new(teams.ServiceUrl, teams.Meeting("Weekly", eva).Id), OutgoingActivity.Of(Base), Stop);
        return new World(teams, bot, eva, teams.Messages[0]);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private sealed record World(FakeTeams Teams, TestBot Bot, FakePerson Eva, FakeMessage Message) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Bot.DisposeAsync();
            await Teams.DisposeAsync();
        }
    }
}

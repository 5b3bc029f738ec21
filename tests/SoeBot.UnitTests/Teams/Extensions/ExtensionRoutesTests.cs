using System.Text.Json.Nodes;
using SoeBot.TestKit.Teams;
using SoeBot.Teams.Cards;
using SoeBot.Teams.Extensions;
using SoeBot.Teams.Routing;
using Xunit;

namespace SoeBot.UnitTests.Teams.Extensions;

public sealed class ExtensionRoutesTests
{
    private static readonly Card Plain = new() { Summary = "A card", Body = [new TextBlock("Hello")] };

    private static void Routes(CardRouter cards, InvokeRouter invokes) => invokes
        .OnQuery((query, _) => Task.FromResult(ExtensionAnswer.Show([new ExtensionResult(Plain, $"{query.Command} '{query.Text}' <b>", $"{query.IsInitialRun} {query.Skip} {query.Count}")])))
        .OnChoices((search, _) => Task.FromResult<IReadOnlyList<Choice>>([.. Enumerable.Range(0, 40).Select(number => new Choice($"{search.Text} {number}", $"{number}"))]))
        .OnDialog(
            (action, _) => Task.FromResult(DialogAnswer.Show("A dialog", Plain with { Body = [new TextBlock(action.Message?.Text is { Length: > 0 and < 500 } text ? text : "nothing")], Actions = [new SubmitAction("Save", new { r = "1" })] })),
            (action, _) => Task.FromResult(DialogAnswer.Say($"saved {action.Input.Text("r")}")));

    [Fact]
    public async Task A_search_arrives_typed_and_its_results_have_a_line_and_a_card()
    {
        var (teams, bot) = await TestBot.StartWithTeamsAsync(Routes);
        await using (bot) await using (teams)
        {
            var omar = teams.Person("Omar");
            var chat = teams.Personal(omar);
            var first = await teams.Extension.SearchAsync(omar, chat, "find");
            Assert.Equal(("find '' ‹b›", "True 0 25"), (first.Results[0].Title, first.Results[0].Text));
            var typed = await teams.Extension.SearchAsync(omar, chat, "find", " 632 ", skip: 25, count: 10);
            Assert.Equal(("find '632' ‹b›", "False 25 10"), (typed.Results[0].Title, typed.Results[0].Text));
            Assert.Equal(15, (await teams.Extension.TypeAsync(omar, chat, "orders", "63")).Count);
        }
    }

    [Fact]
    public async Task An_action_opens_on_a_message_and_is_submitted()
    {
        var (teams, bot) = await TestBot.StartWithTeamsAsync(Routes);
        await using (bot) await using (teams)
        {
            var omar = teams.Person("Omar");
            var dialog = await teams.Extension.OpenOnMessageAsync(omar, teams.Personal(omar), "act", teams.Person("Petra"), "<p>Take <b>two</b></p>");
            Assert.Equal(("A dialog", "Take two\n[Save]"), (dialog.Title, dialog.PlainText));
            Assert.Equal("saved 1", (await teams.Extension.SubmitAsync(dialog, "Save")).Message);
        }
    }

    [Fact]
    public void A_result_with_buttons_and_a_dialog_with_a_press_are_refused_where_they_are_made()
    {
        var pressed = Plain with { Actions = [new ExecuteAction("Take it", "decision.take")] };
        Assert.Throws<ArgumentException>(() => ExtensionAnswer.Show([new ExtensionResult(pressed, "a", "b")]));
        Assert.Throws<ArgumentException>(() => DialogAnswer.Show("A dialog", pressed));
        Assert.Throws<ArgumentException>(() => DialogAnswer.Show("A dialog", Plain with { Body = [new ActionSet(new ExecuteAction("Take it", "decision.take"))] }));
    }

    public static TheoryData<string, string> Malformed()
    {
        var values = new TheoryData<string, string>();
        foreach (var name in (string[])["composeExtension/query", "composeExtension/fetchTask", "composeExtension/submitAction", "application/search"])
        {
            foreach (var value in (string[])
            [
                "null", "[]", "7", "\"text\"", "{}",
                """{"commandId":7,"dataset":[]}""",
                """{"commandId":"c","dataset":"d","parameters":"q","queryOptions":[],"queryText":{},"messagePayload":"m","data":"d"}""",
                """{"commandId":"c","dataset":"d","parameters":[7,null,{"name":9},{"name":"q","value":{"a":1}}],"queryOptions":{"skip":-5,"count":1e99,"top":"x"},"queryText":7,"messagePayload":{"body":[],"from":7},"data":[1,2]}""",
                """{"commandId":"c","dataset":"d","parameters":[{"name":"q","value":"\ud800"}],"queryText":"\udc00\ud83d","messagePayload":{"body":{"contentType":{},"content":"<b\ud800>"},"from":{"user":[]}},"data":{"r":"\ud800"}}""",
                """{"commandId":"c","dataset":"d","parameters":[{"name":"q","value":"LONG"}],"queryText":"LONG","queryOptions":{"skip":2147483647,"count":2147483647,"top":2147483647},"messagePayload":{"body":{"content":"LONG"}},"data":{"r":"1"}}"""
                    .Replace("LONG", new string('x', 100_000), StringComparison.Ordinal),
            ])
            {
                values.Add(name, value);
            }
        }

        return values;
    }

    [Theory, MemberData(nameof(Malformed))]
    public async Task Whatever_comes_is_answered_in_the_form_that_was_asked_for(string name, string value)
    {
        var (teams, bot) = await TestBot.StartWithTeamsAsync(Routes);
        await using (bot) await using (teams)
        {
            var omar = teams.Person("Omar");
            var answer = await teams.Client.InvokeAsync(omar, teams.Personal(omar), name, JsonNode.Parse("{}")!);
            Assert.Equal(200, answer.Status);
            var posted = (JsonObject)answer.Posted.DeepClone();
            posted["value"] = JsonNode.Parse(value.Contains("\\ud", StringComparison.Ordinal) ? "{}" : value);
            answer = await PostAsync(teams, posted, value);
            Assert.Equal(200, answer.Status);
            Assert.Equal(name switch { "composeExtension/query" => "composeExtension", "application/search" => "statusCode", _ => "task" }, answer.Body!.First().Key);
            Assert.NotEqual("500", answer.Body!["statusCode"]?.ToString());
            Assert.DoesNotContain("Something broke", answer.Body!.ToJsonString(), StringComparison.Ordinal);
        }
    }

    // Half a surrogate pair does not survive a JSON writer, so its escape is put in as text.
    private static Task<BotAnswer> PostAsync(FakeTeams teams, JsonObject posted, string value) =>
        value.Contains("\\ud", StringComparison.Ordinal)
            ? teams.Client.PostTextAsync(posted.ToJsonString().Replace("\"value\":{}", "\"value\":" + value, StringComparison.Ordinal), posted)
            : teams.Client.PostActivityAsync(posted);
}

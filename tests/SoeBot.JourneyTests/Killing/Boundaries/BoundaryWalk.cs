using System.Text.Json.Nodes;
using SoeBot.TestKit;
using SoeBot.TestKit.Teams;
using SoeBot.TestKit.Teams.Wire;
using Xunit;

namespace SoeBot.JourneyTests.Killing.Boundaries;

/// <summary>One order that goes from hand to hand, each time by people of its own and with a death on the way.</summary>
internal sealed class BoundaryWalk(FakeTeams teams, BotProcess bot, StoreRows rows, IHold hold)
{
    private FakeMessage? _shared;
    private string _order = "";

    private FakePerson Lea { get; } = teams.Person("Lea");

    /// <summary>The week's top ten stands in the channel.</summary>
    public async Task BeginAsync()
    {
        var monday = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(1));
        while (monday.DayOfWeek != DayOfWeek.Monday) monday = monday.AddDays(1);
        await teams.Client.InstallAsync(Lea, teams.Channel("S&OE"));
        await teams.Client.PostMessageAsync(Lea, "help");
        await teams.Client.PostMessageAsync(Lea, $"clock {monday:yyyy-MM-dd} 08:00");
        await teams.WaitForAsync(fake => fake.MessagesTo(Lea).FirstOrDefault(message => message.PlainText.Contains("It is Mon", StringComparison.Ordinal)), "Monday", Patience.Most);
        await rows.UntilQuietAsync();
        // This week's may stand there too; the last one is Monday's.
        _shared = teams.MessagesIn(teams.Channel("S&OE")).Last(message => message.Buttons.Contains("Take it"));
        _order = (string)CardReading.Inputs(_shared.Card!).Single()["value"]!;
    }

    public async Task DieAsync(Boundary boundary, int number)
    {
        var (doer, next) = (teams.Person($"Doer {number:00}"), teams.Person($"Next {number:00}"));
        await EmployAsync(doer, next);
        var reader = boundary.Does == Deed.Types ? doer : next;
        if (boundary.At is { } spot) await hold.SetAsync(spot);
        if (boundary.Holds is { } held) Hang(boundary.Stores, request => held(request, reader));
        var hanging = teams.Faults.Hanging;

        var doing = DoAsync(boundary.Does, doer, next);
        if (boundary.At is not null) await hold.ReachedAsync();
        else await teams.WaitForAsync(fake => fake.Faults.Hanging > hanging ? fake : null, boundary.Name, Patience.Most);
        await bot.KillAsync();
        if (boundary.At is not null) await hold.ReleaseAsync();
        teams.Faults.Clear();
        await bot.StartAsync();

        var answer = await doing;
        // What was not answered Teams delivers again, and a press at times all the same.
        if (answer.Status == 0) answer = await teams.Client.DeliverAgainAsync(answer);
        else if (boundary.Does == Deed.HandsOver) answer = await teams.Client.DeliverAgainAsync(answer);
        if (boundary.Does == Deed.Types) Assert.True(answer.IsAccepted, $"{boundary.Name}: {answer.Status}");
        else Assert.True(!WireCheck.PressAnswer(answer.Status, answer.Body).Any() && answer.Body!.ToJsonString().Contains(next.Name, StringComparison.Ordinal), $"{boundary.Name}: {answer.Status} {answer.Body}");
        await rows.UntilFinishedAsync();
        await HoldAsync(boundary, doer, reader);
    }

    private async Task<BotAnswer> DoAsync(Deed deed, FakePerson doer, FakePerson next) => deed == Deed.Types
        ? await teams.Client.PostMessageAsync(doer, $"I take {_order}")
        : await teams.Client.InvokeAsync(doer, teams.Channel("S&OE"), "adaptiveCard/action", new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "risk.give", ["data"] = new JsonObject { ["r"] = _order, ["in_owner"] = next.AadObjectId } },
            ["trigger"] = "manual",
        });

    private async Task HoldAsync(Boundary boundary, FakePerson doer, FakePerson reader)
    {
        Assert.Equal(["1"], await rows.TextAsync($"SELECT count(*) FROM audit WHERE by = '{Key(doer)}'"));
        Assert.Equal([Key(reader)], await rows.TextAsync($"SELECT owner FROM at_risk_orders WHERE \"order\" = '{_order}'"));

        var there = teams.MessagesTo(reader);
        var line = Assert.Single((await rows.OutboxAsync()).Where(one => one.Kind != "Edit"), one => one.Target.Contains(reader.AadObjectId, StringComparison.Ordinal) || one.Target.Contains(reader.PersonalChatId, StringComparison.Ordinal));
        var isMarked = boundary.Beside && line.State == "Unknown" && there.Count <= 1;
        Assert.True(isMarked || (line.State, there.Count) == (boundary.Fate, boundary.Stands), $"{boundary.Name}: {line}, and in the chat stand {there.Count}.");
        if (line.State == "Sent") Assert.Equal(line.ActivityId, there[0].Id);
        Assert.True(_shared!.PlainText.Contains(reader.Name, StringComparison.Ordinal), $"{boundary.Name}: the shared card does not name {reader}:\n{_shared!.PlainText}");
    }

    private void Hang(bool stores, Func<FakeRequest, bool> which)
    {
        if (stores) teams.Faults.TimeOutAfterStoring(when: which);
        else teams.Faults.TimeOutBeforeStoring(when: which);
    }

    private async Task EmployAsync(params FakePerson[] people)
    {
        foreach (var person in people)
        {
            await rows.ExecuteAsync($"INSERT INTO people (key, name, mri, zone, locale, is_guest) VALUES ('{Key(person)}', '{person.Name}', '{person.Mri}', 'Europe/Berlin', 'en-GB', FALSE)");
            await rows.ExecuteAsync($"INSERT INTO roles (plant, person, role) SELECT DISTINCT plant, '{Key(person)}', 'Sales' FROM roles");
        }
    }

    private static string Key(FakePerson person) => $"{person.TenantId}/{person.AadObjectId}";
}

using System.Diagnostics;
using SoeBot.TestKit;
using SoeBot.TestKit.Teams;
using Xunit;

namespace SoeBot.JourneyTests.Killing;

/// <summary>When the process dies beside what a person does.</summary>
internal enum Death
{
    None,

    /// <summary>The request is on its way.</summary>
    OnTheWay,

    /// <summary>The request was answered, and nothing more is waited for.</summary>
    JustAnswered,
}

/// <summary>What people do while the process dies beside it. What was not answered Teams delivers again; an unanswered press is pressed again.</summary>
internal sealed class Deaths(FakeTeams teams, BotProcess bot, StoreRows rows, StoreKind store)
{
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(3);
    private readonly Dictionary<string, int> _lost = [];
    private int _occasions;

    public int Count { get; private set; }

    public async Task TypeAsync(FakePerson who, FakeConversation where, string line, Death death = Death.None)
    {
        var posting = teams.Client.PostMessageAsync(who, where, line);
        await DieAsync(posting, death);
        if (await posting is { IsAccepted: false } lost) await AgainAsync(lost);
    }

    public async Task InstallAsync(FakePerson who, FakeConversation where, Death death = Death.None)
    {
        // The same event comes twice in Teams as well.
        await DieAsync(teams.Client.InstallAsync(who, where), death);
        if (death != Death.None) await teams.Client.InstallAsync(who, where);
    }

    public async Task<PressResult> PressAsync(FakePerson who, FakeMessage message, string button, object? inputs = null, Death death = Death.None)
    {
        var pressing = teams.Client.PressButtonAsync(who, message, button, inputs);
        await DieAsync(pressing, death);
        var result = await pressing;
        if (result.Status == 0) result = await teams.Client.PressButtonAsync(who, message, button, inputs);
        Assert.Equal(200, result.Status);
        return result;
    }

    /// <summary>The next card with these words is stored in Teams and its sender dies before it hears so.</summary>
    public async Task WhileSendingAsync(string words, Func<Task> cause)
    {
        teams.Faults.TimeOutAfterStoring(when: request => request.Method == "POST" && request.Body?.ToJsonString().Contains(words, StringComparison.Ordinal) == true);
        var before = teams.Messages.Count;
        await cause();
        await teams.WaitForAsync(fake => fake.Messages.Skip(before).FirstOrDefault(message => message.Activity.ToJsonString().Contains(words, StringComparison.Ordinal)), $"\"{words}\" held", Patience.Most);
        await DieAsync();
    }

    public async Task DieAsync()
    {
        Count++;
        await bot.KillAndStartAsync();
    }

    /// <summary>
    /// The newest card there with these words. An answer or a record whose sender died between taking it up and sending never comes, and the
    /// outbox calls it unknown: then the person asks again, or where there is nothing to ask, the result is null.
    /// </summary>
    public async Task<FakeMessage?> WaitAsync(FakeConversation where, string words, Func<Task>? again = null, string? button = null)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return await teams.WaitForAsync(fake => fake.MessagesIn(where).LastOrDefault(message =>
                    message.PlainText.Contains(words, StringComparison.OrdinalIgnoreCase) && (button is null || message.Buttons.Contains(button))), $"\"{words}\" in {where}", Glance);
            }
            catch (TimeoutException) when (Stopwatch.GetElapsedTime(started) < Patience.Most)
            {
                var lost = await LostAsync(where);
                if (lost <= _lost.GetValueOrDefault(where.Id)) continue;
                _lost[where.Id] = lost;
                if (again is null) return null;
                await again();
            }
        }
    }

    public Task<FakeMessage?> WaitAsync(FakePerson person, string words, Func<Task>? again = null, string? button = null) => WaitAsync(teams.Personal(person), words, again, button);

    /// <summary>Of unknown fate and not there.</summary>
    private async Task<int> LostAsync(FakeConversation where)
    {
        var here = (await rows.OutboxAsync()).Where(line => line.Kind != "Edit" && line.PlaceIn(teams) == where.Id).ToList();
        var known = here.Select(line => line.ActivityId).ToHashSet();
        var doubled = teams.MessagesIn(where).Count(message => !known.Contains(message.Id));
        return here.Count(line => line.State == "Unknown") - Math.Max(0, doubled - here.Count(line => line.Repeats > 0));
    }

    private async Task DieAsync(Task request, Death death)
    {
        if (death == Death.None || IsTheOthers()) return;
        if (death == Death.JustAnswered) await request;
        await DieAsync();
    }

    /// <summary>Three deaths of four beside a request are left to the run that dies them all.</summary>
    private bool IsTheOthers() => !Sizes.AllDeaths && ++_occasions % 4 != (store == StoreKind.Sqlite ? 0 : 1);

    private async Task AgainAsync(BotAnswer lost) => Assert.True((await teams.Client.DeliverAgainAsync(lost)).IsAccepted);
}

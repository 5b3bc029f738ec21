using System.Diagnostics;
using System.Globalization;
using SoeBot.TestKit;
using SoeBot.TestKit.Teams;
using Xunit;

namespace SoeBot.JourneyTests.Killing;

/// <summary>From the installation to the last reminder. Who dies where is said beside each line.</summary>
internal sealed class KilledWeek(FakeTeams teams, Deaths deaths, StoreRows rows)
{
    public static readonly string[] People = ["Miguel", "Lea", "Ravi", "Petra", "Clara"];

    public FakePerson Miguel { get; } = teams.Person("Miguel");
    public FakePerson Lea { get; } = teams.Person("Lea");
    public FakePerson Ravi { get; } = teams.Person("Ravi");
    public FakePerson Petra { get; } = teams.Person("Petra");
    public FakePerson Clara { get; } = teams.Person("Clara");
    public FakeConversation Channel { get; } = teams.Channel("S&OE");
    public FakeConversation Meeting { get; } = teams.Meeting("Weekly execution", teams.Person("Lea"), teams.Person("Ravi"), teams.Person("Petra"), teams.Person("Clara"));

    /// <summary>The Monday after the machine's today, so that the clock goes forward to it.</summary>
    private DateOnly Monday { get; } = NextMonday(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));

    public async Task RunAsync()
    {
        await ArriveAsync();
        await MondayAndTuesdayAsync();
        await MeetAsync();
        await ChaseAsync();
    }

    private async Task ArriveAsync()
    {
        await deaths.TypeAsync(Miguel, teams.Personal(Miguel), "help", Death.JustAnswered);
        await deaths.WaitAsync(Miguel, "every role");
        await deaths.InstallAsync(Lea, Channel, Death.OnTheWay);
        await deaths.InstallAsync(Lea, Meeting);
        foreach (var (who, role) in ((FakePerson, string)[])[(Lea, "lead"), (Ravi, "procurement"), (Petra, "planning")]) await deaths.TypeAsync(who, teams.Personal(who), $"I am {role}");
        await deaths.TypeAsync(Clara, teams.Personal(Clara), "I am customer service", Death.OnTheWay);
        foreach (var who in (FakePerson[])[Lea, Ravi, Petra, Clara]) await deaths.WaitAsync(who, "you are");
        await deaths.WaitAsync(Channel, "SoeBot is here");
        await deaths.WaitAsync(Meeting, "SoeBot is here");
    }

    private async Task MondayAndTuesdayAsync()
    {
        // A page of the channel is held in the middle of the clock's move.
        await deaths.WhileSendingAsync("two weeks ahead", () => PostClockAsync(0, 8));
        await deaths.WaitAsync(Miguel, "It is");
        // The clock has gone over midnight and the day's plan is being imported, or was imported before anybody could look.
        await PostClockAsync(1, 10);
        await UntilAsync("SELECT kind FROM occurrences WHERE kind = 'plan-refresh' AND tries > 0 AND key = '" + Day(1) + "'");
        await deaths.DieAsync();
        await deaths.WaitAsync(Ravi, "for your word");
    }

    private async Task MeetAsync()
    {
        await ClockAsync(2, 14);
        await deaths.WaitAsync(Channel, "Shall I start the meeting?");
        await deaths.TypeAsync(Lea, Meeting, "start", Death.JustAnswered);
        var agenda = await deaths.WaitAsync(Meeting, "Step 1 of 9", () => deaths.TypeAsync(Lea, Meeting, "agenda"));
        await deaths.PressAsync(Lea, agenda!, "Next", death: Death.OnTheWay);
        await deaths.WaitAsync(Meeting, "Step 2 of 9");
        await RecordAsync("decide: Ravi gets a second quote for the castings by Friday", "quote for the castings", Death.JustAnswered, Death.OnTheWay);
        const string held = "decide: Petra moves line 2 to two shifts until Fri";
        await deaths.WhileSendingAsync("Record this decision?", () => deaths.TypeAsync(Lea, Meeting, held));
        await RecordAsync(held, "two shifts", Death.None, Death.JustAnswered, isHeld: true);
        await RecordAsync("decide: Clara tells the customer the new date by Fri", "customer the new date", Death.None, Death.None);
        await deaths.TypeAsync(Lea, Meeting, "park: new press for line 2");
        await deaths.TypeAsync(Lea, Meeting, "close", Death.JustAnswered);
        await deaths.WaitAsync(Channel, "Minutes: 3 decisions");
        foreach (var owner in (FakePerson[])[Ravi, Petra, Clara])
            if (await deaths.WaitAsync(owner, "Yours from today's meeting", button: "Take it") is { } yours) await deaths.PressAsync(owner, yours, "Take it", death: owner == Clara ? Death.OnTheWay : Death.None);
    }

    private async Task RecordAsync(string line, string words, Death typing, Death pressing, bool isHeld = false)
    {
        if (!isHeld) await deaths.TypeAsync(Lea, Meeting, line, typing);
        var form = await deaths.WaitAsync(Meeting, words, () => deaths.TypeAsync(Lea, Meeting, line), "Record");
        var recorded = await deaths.PressAsync(Lea, form!, "Record", death: pressing);
        Assert.Contains("do you take it?", recorded.PlainText, StringComparison.Ordinal);
    }

    private async Task ChaseAsync()
    {
        // A reminder is held: it is repeated once and says so.
        await deaths.WhileSendingAsync("Due tomorrow", () => PostClockAsync(3, 8));
        foreach (var owner in (FakePerson[])[Ravi, Petra, Clara]) await deaths.WaitAsync(owner, "Due tomorrow");
        await deaths.TypeAsync(Ravi, teams.Personal(Ravi), "done D-1 quote is in", Death.JustAnswered);
        await deaths.WaitAsync(Ravi, "D-1 is done");
        await PostClockAsync(4, 8);
        await UntilAsync("SELECT key FROM occurrences WHERE kind = 'exception-page' AND state = 'Done' AND key = '" + Day(4) + "'");
        await deaths.DieAsync();
        await deaths.WaitAsync(Petra, "Due today");
        await ClockAsync(7, 8);
        await deaths.WaitAsync(Petra, "Overdue: D-2");
        await ClockAsync(8, 9);
        // Miguel wrote first and holds every role, so the message may be his.
        await teams.WaitForAsync(fake => fake.MessagesTo(Lea).Concat(fake.MessagesTo(Miguel)).FirstOrDefault(message => message.PlainText.Contains("D-2 was missed", StringComparison.Ordinal)), "the lead's message", Patience.Most);
    }

    private async Task ClockAsync(int day, int hour)
    {
        await PostClockAsync(day, hour);
        await deaths.WaitAsync(Miguel, $"It is {Monday.AddDays(day).ToString("ddd d MMM", CultureInfo.InvariantCulture)}");
    }

    private Task PostClockAsync(int day, int hour) => deaths.TypeAsync(Miguel, teams.Personal(Miguel), $"clock {Day(day)} {hour:00}:00");

    private async Task UntilAsync(string sql)
    {
        var started = Stopwatch.GetTimestamp();
        while ((await rows.TextAsync(sql)).Count == 0)
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < Patience.Most, $"Never came true: {sql}");
            await Task.Delay(2, TestContext.Current.CancellationToken);
        }
    }

    private string Day(int day) => Monday.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly NextMonday(DateOnly today) => today.AddDays(((int)DayOfWeek.Monday - (int)today.DayOfWeek + 6) % 7 + 1);
}

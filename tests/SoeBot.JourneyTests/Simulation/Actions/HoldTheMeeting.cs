namespace SoeBot.JourneyTests.Simulation.Actions;

/// <summary>The weekly meeting: held, late, started twice, left open, or not held at all.</summary>
internal sealed class HoldTheMeeting : IAction
{
    private static readonly string[] Lines =
        ["decide: {0} gets a second quote for the castings by Friday", "decide: {0} moves line 2 to two shifts until Fri", "decide: {0} calls the customer tomorrow", "decide: overtime on Saturday, {0}"];

    public void PlanDay(PlantYear year, DateOnly day)
    {
        if (year.Plant.MeetingDayOf(year.Calendar.WeekOf(day)) != day || year.Happens(0.08)) return;
        var start = year.Calendar.At(day, year.Plant.MeetingStart).AddMinutes(year.Happens(0.2) ? year.Chance.Next(5, 90) : year.Chance.Next(-5, 5));
        year.Plan(start, "the meeting begins", () => StartAsync(year));
        if (year.Happens(0.3)) year.Plan(start.AddSeconds(year.Chance.Next(0, 40)), "somebody else starts it too", () => year.WriteAsync(year.People[7], year.Meeting, "start"));
        if (year.Happens(0.3)) year.Plan(start.AddSeconds(-20), "Teams tells of the start", () => year.Teams.Client.MeetingStartAsync(year.People[0], year.Meeting));
    }

    private static async Task StartAsync(PlantYear year)
    {
        await year.WriteAsync(year.People[0], year.Meeting, "start");
        var (at, steps) = (0, year.Happens(0.15) ? 14 : year.Chance.Next(3, 6));
        for (var step = 0; step < steps; step++)
        {
            at += year.Chance.Next(2, 9);
            year.Plan(TimeSpan.FromMinutes(at), "next step", () => PressAsync(year, "meeting.next", "next"));
            if (step is > 0 and < 5 && year.Happens(0.5)) year.Plan(TimeSpan.FromMinutes(at - 1), "a decision", () => DecideAsync(year));
        }
        if (year.Happens(0.07)) return;
        for (var attempt = 0; attempt < 2; attempt++) year.Plan(TimeSpan.FromMinutes(at + 2 + (attempt * 9)), "the meeting ends", () => PressAsync(year, "meeting.close", "close"));
        if (year.Happens(0.3)) year.Plan(TimeSpan.FromMinutes(at + 1), "Teams tells of the end", () => year.Teams.Client.MeetingEndAsync(year.People[0], year.Meeting));
    }

    private static Task DecideAsync(PlantYear year) =>
        year.WriteAsync(year.Happens(0.8) ? year.People[0] : year.Pick(year.People), year.Meeting, string.Format(null, year.Pick(Lines), year.Pick(year.People).Name.Split(' ')[0]));

    private static async Task PressAsync(PlantYear year, string verb, string line)
    {
        if (year.Store.Read("SELECT 1 FROM meetings WHERE state = 'Open'", _ => 1).Count == 0) return;
        var chair = year.People[year.Happens(0.9) ? 0 : 7];
        var found = year.Newest(year.Meeting).Take(12).Select(message => (Message: message, Button: message.ButtonsFor(chair).FirstOrDefault(one => one.Verb() == verb))).FirstOrDefault(one => one.Button is not null);
        if (found.Button is null || year.Happens(0.1)) await year.WriteAsync(chair, year.Meeting, line);
        else await year.PressAsync(chair, found.Message, found.Button);
    }
}

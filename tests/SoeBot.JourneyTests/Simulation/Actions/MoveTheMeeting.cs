namespace SoeBot.JourneyTests.Simulation.Actions;

/// <summary>The week's meeting is moved or cancelled, by whoever may and by others; whether it is held all the same is another thing.</summary>
internal sealed class MoveTheMeeting : IAction
{
    private static readonly string[] Lines = ["move meeting to {0:ddd} {1}:00", "move meeting to {0:ddd} {1}:30", "move meeting to {1}:00", "cancel meeting because of stock count"];

    public void PlanDay(PlantYear year, DateOnly day)
    {
        if (!year.Calendar.IsWorkingDay(day) || !year.Happens(0.06)) return;
        var who = year.People[year.Happens(0.8) ? 0 : year.Chance.Next(year.People.Count)];
        year.Plan(year.Calendar.At(day, new TimeOnly(7, 0).AddMinutes(year.Chance.Next(8 * 60))), "the meeting is moved or cancelled", () => year.WriteAsync(
            who, year.Happens(0.5) ? year.Meeting : year.Channel, string.Format(System.Globalization.CultureInfo.InvariantCulture, year.Pick(Lines), day.AddDays(year.Chance.Next(0, 5)), year.Chance.Next(8, 16))));
    }
}

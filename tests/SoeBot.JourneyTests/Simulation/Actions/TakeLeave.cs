using System.Globalization;

namespace SoeBot.JourneyTests.Simulation.Actions;

/// <summary>People go away, with a deputy or without, tell of it in time or too late, and come back early now and then.</summary>
internal sealed class TakeLeave : IAction
{
    public bool IsAlways => true;

    public void PlanDay(PlantYear year, DateOnly day)
    {
        if (!year.Calendar.IsWorkingDay(day) || !year.Happens(0.03)) return;
        // The plant manager more often than others: then somebody decides in that place.
        var who = year.Happens(0.2) ? year.People[1] : year.Pick(year.AtWork);
        var (from, until) = (day.AddDays(year.Chance.Next(-1, 6)), day.AddDays(year.Chance.Next(6, 14)));
        var covers = year.Happens(0.6) ? $", {year.Pick([.. year.People.Where(one => one != who)]).Name.Split(' ')[0]} covers" : "";
        year.Plan(year.Calendar.At(day, new TimeOnly(7, 0).AddMinutes(year.Chance.Next(9 * 60))), "somebody goes away",
            () => year.WriteAsync(who, year.Teams.Personal(who), $"away {Words(from)} to {Words(until)}{covers}"));
        if (year.Happens(0.3)) year.Plan(year.Calendar.At(day.AddDays(year.Chance.Next(3, 9)), new TimeOnly(9, 0)), "somebody is back early", () => year.WriteAsync(who, year.Teams.Personal(who), "back"));
    }

    private static string Words(DateOnly day) => day.ToString("d MMM", CultureInfo.InvariantCulture);
}

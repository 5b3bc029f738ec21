namespace SoeBot.JourneyTests.Simulation.Actions;

/// <summary>Somebody leaves the team for good, as the daily look into it finds out; weeks later they are hired again.</summary>
internal sealed class LeaveThePlant : IAction
{
    public bool IsAlways => true;

    public void PlanDay(PlantYear year, DateOnly day)
    {
        if (!year.Happens(0.006) || year.People.Any(person => person.HasLeft)) return;
        var who = year.People[year.Chance.Next(3, year.People.Count)];
        year.Plan(year.Calendar.At(day, new TimeOnly(16, 0)), "somebody leaves the team", () => Set(true));
        year.Plan(year.Calendar.At(day.AddDays(year.Chance.Next(20, 60)), new TimeOnly(9, 0)), "somebody is in the team again", () => Set(false));

        Task Set(bool hasLeft)
        {
            who.HasLeft = hasLeft;
            return Task.CompletedTask;
        }
    }
}

namespace SoeBot.JourneyTests.Simulation.Actions;

internal sealed class ChangeWeather : IAction
{
    public void PlanDay(PlantYear year, DateOnly day) => year.Plan(TimeSpan.FromHours(year.Chance.Next(24)), "the weather changes", () =>
    {
        year.Weather.Change();
        return Task.CompletedTask;
    });
}

using SoeBot.Connectors.Csv;
using SoeBot.Connectors.Sample;
using SoeBot.Domain.Plan;

namespace SoeBot.JourneyTests.Simulation.Actions;

/// <summary>
/// Some Mondays bring a new plan, which is published for the week. In the middle of such a week somebody changes a line of the frozen week in
/// the ERP without asking.
/// </summary>
internal sealed class ImportPlans : IAction
{
    public void PlanDay(PlantYear year, DateOnly day)
    {
        if (day.DayOfWeek != DayOfWeek.Monday || !year.Calendar.IsWorkingDay(day) || !year.Happens(0.12)) return;
        year.Plan(year.Calendar.At(day, new TimeOnly(4, 0)), "a new plan", () => ImportAsync(year, SamplePlant.At(day), freeze: true, null));
        if (year.Happens(0.7)) year.Plan(year.Calendar.At(day.AddDays(2), new TimeOnly(10, 0)), "a frozen line is changed without asking", () => ChangeAsync(year, day));
    }

    private static Task ChangeAsync(PlantYear year, DateOnly monday)
    {
        var plan = SamplePlant.At(monday);
        var frozen = plan.Schedule!.Where(line => line.Due > monday.AddDays(2) && line.Due < monday.AddDays(5) && line is { FinishedOn: null, StartedOn: null }).ToList();
        if (frozen.Count == 0) return Task.CompletedTask;
        var line = year.Pick(frozen);
        return ImportAsync(year, plan with { Schedule = [.. plan.Schedule!.Select(one => one == line ? one with { Planned = one.Planned + 1 + year.Chance.Next(20) } : one)] }, freeze: false, line.Number);
    }

    private static async Task ImportAsync(PlantYear year, PlanSnapshot plan, bool freeze, string? changed)
    {
        if (year.Processes.Any() is not { } process) return;
        var folder = Directory.CreateTempSubdirectory("soebot-year-plan-");
        PlanCsvWriter.Write(plan, name => File.CreateText(Path.Combine(folder.FullName, name)));
        var report = await process.ImportAsync(year.Plant, folder.FullName, freeze);
        folder.Delete(recursive: true);
        year.Say($"  {(report is null ? "died" : string.Join(' ', report.Lines.Take(2)))}");
        if (report is null) year.Plan(TimeSpan.FromMinutes(10), "the plan is imported again", () => ImportAsync(year, plan, freeze, changed));
        else if (changed is not null && report.Version is { } version) year.ChangedInTheErp.Add(new(changed, version, year.Now));
    }
}

/// <summary>A line of the frozen week that was changed without asking.</summary>
internal sealed record ChangedLine(string Number, int Version, DateTimeOffset At);

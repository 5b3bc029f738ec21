using System.Text.Json;
using SoeBot.Connectors.Csv;
using SoeBot.Domain.Plan;

namespace SoeBot.JourneyTests.Simulation.Actions;

/// <summary>
/// Some Mondays bring a new plan, which is published for the week. In the middle of such a week somebody changes a line of the frozen week in
/// the ERP without asking; what was asked for and approved is brought by the ERP on another day.
/// </summary>
internal sealed class ImportPlans : IAction
{
    public void PlanDay(PlantYear year, DateOnly day)
    {
        if (day.DayOfWeek != DayOfWeek.Monday || !year.Calendar.IsWorkingDay(day) || !year.Happens(year.IsLively(day.AddDays(-7)) ? 0.2 : 0.9)) return;
        year.Plan(year.Calendar.At(day, new TimeOnly(4, 0)), "a new plan", () => ImportAsync(year, SimPlant.PlanOn(day), freeze: true, null, null));
        if (year.Happens(0.4)) year.Plan(year.Calendar.At(day.AddDays(2), new TimeOnly(10, 0)), "a frozen line is changed without asking", () => ChangeAsync(year, day));
        year.Plan(year.Calendar.At(day.AddDays(year.Chance.Next(1, 5)), new TimeOnly(11, 0).AddMinutes(year.Chance.Next(240))), "the ERP brings what was agreed", () => BringAsync(year));
    }

    private static Task ChangeAsync(PlantYear year, DateOnly monday)
    {
        var plan = year.InTheErp;
        var agreed = year.AgreedInTheErp.SelectMany(one => one.Lines).ToHashSet();
        var frozen = plan.Schedule!.Where(line => line.Due > monday.AddDays(2) && line.Due < monday.AddDays(5) && line is { FinishedOn: null, StartedOn: null } && !agreed.Contains(line.Number)).ToList();
        if (frozen.Count == 0) return Task.CompletedTask;
        var line = year.Pick(frozen);
        return ImportAsync(year, plan with { Schedule = [.. plan.Schedule!.Select(one => one == line ? one with { Planned = one.Planned + 1 + year.Chance.Next(20) } : one)] }, freeze: false, line.Number, null);
    }

    /// <summary>Each change that was approved of late whose production orders nobody touched otherwise, as it was computed when it was asked for; while a published week stands.</summary>
    public static Task BringAsync(PlantYear year)
    {
        if (year.Store.Read($"SELECT 1 FROM plan_baselines WHERE week = '{year.Calendar.WeekOf(year.Today).Start:yyyy-MM-dd}'", _ => 1).Count == 0) return Task.CompletedTask;
        var plan = year.InTheErp;
        var touched = year.ChangedInTheErp.Select(one => one.Number).ToHashSet();
        var (lines, brought) = (plan.Schedule!.ToDictionary(one => one.Number), new List<(int Number, string[] Lines)>());
        foreach (var (number, impact) in year.Store.Read($"SELECT number, impact FROM changes WHERE state IN ('Approved', 'Recorded') AND arrived_in IS NULL AND impact IS NOT NULL AND ended_at > {year.Now.AddDays(-14).UtcTicks} AND ended_at < {year.Now.AddMinutes(-10).UtcTicks} ORDER BY number", row => (row.GetInt32(0), row.GetString(1))))
        {
            var expected = JsonDocument.Parse(impact).RootElement.GetProperty("Expected").EnumerateArray().Where(one => !Has(one, "Until")).ToList();
            var numbers = expected.Select(one => one.GetProperty("Number").GetString()!).ToArray();
            if (expected.Count == 0 || numbers.Any(one => touched.Contains(one) || !lines.TryGetValue(one, out var line) || !line.IsOpen) || expected.Any(one => Has(one, "IsNew") && one.GetProperty("IsNew").GetBoolean())) continue;
            foreach (var one in expected) Apply(lines, one);
            touched.UnionWith(numbers);
            brought.Add((number, numbers));
        }
        return brought.Count == 0 ? Task.CompletedTask : ImportAsync(year, plan with { Schedule = [.. lines.Values] }, freeze: false, null, brought);
    }

    private static void Apply(Dictionary<string, ScheduleLine> lines, JsonElement expected)
    {
        var number = expected.GetProperty("Number").GetString()!;
        if (!Has(expected, "Due"))
        {
            lines.Remove(number);
            return;
        }
        var (line, due) = (lines[number], DateOnly.Parse(expected.GetProperty("Due").GetString()!, null));
        lines[number] = line with
        {
            Due = due, Start = line.Start < due ? line.Start : due, Planned = expected.GetProperty("Planned").GetDecimal(), WorkCentre = Has(expected, "WorkCentre") ? expected.GetProperty("WorkCentre").GetString() : null,
            Sequence = Has(expected, "Sequence") ? expected.GetProperty("Sequence").GetInt32() : line.Sequence,
        };
    }

    private static bool Has(JsonElement one, string name) => one.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;

    private static async Task ImportAsync(PlantYear year, PlanSnapshot plan, bool freeze, string? changed, List<(int Number, string[] Lines)>? agreed, int? first = null)
    {
        if (year.Processes.Any() is not { } process) return;
        // A process that dies may have published it before.
        var since = first ?? year.Store.Read("SELECT max(number) FROM plan_versions", row => row.GetInt32(0))[0] + 1;
        var folder = Directory.CreateTempSubdirectory("soebot-year-plan-");
        PlanCsvWriter.Write(plan, name => File.CreateText(Path.Combine(folder.FullName, name)));
        var report = await process.ImportAsync(year.Plant, folder.FullName, freeze);
        folder.Delete(recursive: true);
        year.Say($"  {(report is null ? "died" : string.Join(' ', report.Lines.Take(2)))}");
        if (report is null)
        {
            year.Plan(TimeSpan.FromMinutes(10), "the plan is imported again", () => ImportAsync(year, plan, freeze, changed, agreed, since));
            return;
        }
        year.InTheErp = plan;
        if (report.Version is null) return;
        if (changed is not null) year.ChangedInTheErp.Add(new(changed, since, year.Now));
        foreach (var (number, lines) in agreed ?? []) year.AgreedInTheErp.Add(new(number, lines, since, year.Now));
    }
}

/// <summary>A line of the frozen week that was changed without asking.</summary>
/// <param name="Version">The first plan version that may have it.</param>
internal sealed record ChangedLine(string Number, int Version, DateTimeOffset At);

/// <summary>An approved request as the ERP brought it.</summary>
/// <param name="Number">Of the request.</param>
/// <param name="Lines">Production orders that stand as approved now.</param>
/// <param name="Version">The first plan version that may have it.</param>
internal sealed record AgreedInTheErp(int Number, IReadOnlyList<string> Lines, int Version, DateTimeOffset At);

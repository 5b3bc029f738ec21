using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace SoeBot.Plants;

/// <summary>Section <c>Plants</c>: plant id to plant.</summary>
public sealed class PlantsOptions : Dictionary<string, PlantOptions>
{
    public PlantsOptions() : base(StringComparer.Ordinal) { }
}

/// <summary>Says everything that is wrong with the plants at once, before the first request.</summary>
internal sealed partial class PlantsOptionsCheck(TimeProvider time) : IValidateOptions<PlantsOptions>
{
    public ValidateOptionsResult Validate(string? name, PlantsOptions all)
    {
        var problems = new List<string>();
        foreach (var (id, plant) in all)
        {
            if (!PlainId().IsMatch(id)) problems.Add($"Plants:{id}: a plant's id has lower-case letters, digits and dashes only.");
            foreach (var (part, options) in new (string, object)[] { ("", plant), (":Import", plant.Import), (":Watch", plant.Watch), (":Pull", plant.Pull), (":HandOver", plant.HandOver) })
            {
                var found = new List<ValidationResult>();
                Validator.TryValidateObject(options, new ValidationContext(options), found, validateAllProperties: true);
                problems.AddRange(found.Select(problem => $"Plants:{id}{part}: {problem.ErrorMessage}"));
            }
            problems.AddRange(PlantWaysCheck.Problems(plant).Select(problem => $"Plants:{id}:{problem}"));
            problems.AddRange(NumberLimits.Problems(plant).Select(problem => $"Plants:{id}:{problem}"));
            problems.AddRange(Risk(id, plant.Risk));
            problems.AddRange(plant.Administrators.Where(one => !Guid.TryParse(one, out _)).Select(one => $"Plants:{id}:Administrators: \"{one}\" is not an Entra object id, such as 8f3c2c1e-0000-4000-8000-000000000001."));
            if (plant.TimeZone.Length > 0 && !TimeZoneInfo.TryFindSystemTimeZoneById(plant.TimeZone, out _))
                problems.Add($"Plants:{id}:TimeZone: \"{plant.TimeZone}\" is not a known zone; use an IANA name such as Europe/Berlin.");
            problems.AddRange(Rotations(plant).Where(one => one.Rotation is { } rotation && (rotation.On < 1 || rotation.Off < 1 || rotation.From == default))
                .Select(one => $"Plants:{id}:{one.Name}: needs From, a day on which days on begin, and On and Off of at least 1."));
            if (plant.HolidayFile is { Length: > 0 } file && PlantCalendars.ReadHolidays(file, time.GetUtcNow()).Problem is { } broken)
                problems.Add($"Plants:{id}:HolidayFile: {broken}");
        }
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<(string Name, RotationSetting? Rotation)> Rotations(PlantOptions plant) =>
        plant.Calendars.Select(entry => ($"Calendars:{entry.Key}:Rotation", entry.Value.Rotation)).Prepend(("Rotation", plant.Rotation));

    private static IEnumerable<string> Risk(string id, RiskOptions risk)
    {
        var found = new List<ValidationResult>();
        Validator.TryValidateObject(risk, new ValidationContext(risk), found, validateAllProperties: true);
        foreach (var problem in found) yield return $"Plants:{id}:Risk: {problem.ErrorMessage}";
        if (risk is { Supply: 0, Time: 0, Complexity: 0, RecentChange: 0, History: 0 }) yield return $"Plants:{id}:Risk: one of the weights has to be above 0.";
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}$")]
    private static partial Regex PlainId();
}

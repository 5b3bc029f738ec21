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
internal sealed partial class PlantsOptionsCheck : IValidateOptions<PlantsOptions>
{
    public ValidateOptionsResult Validate(string? name, PlantsOptions options)
    {
        var problems = new List<string>();
        foreach (var (id, plant) in options)
        {
            if (!PlainId().IsMatch(id)) problems.Add($"Plants:{id}: a plant's id has lower-case letters, digits and dashes only.");
            var found = new List<ValidationResult>();
            Validator.TryValidateObject(plant, new ValidationContext(plant), found, validateAllProperties: true);
            problems.AddRange(found.Select(problem => $"Plants:{id}: {problem.ErrorMessage}"));
            if (plant.TimeZone.Length > 0 && !TimeZoneInfo.TryFindSystemTimeZoneById(plant.TimeZone, out _))
                problems.Add($"Plants:{id}:TimeZone: \"{plant.TimeZone}\" is not a known zone; use an IANA name such as Europe/Berlin.");
        }
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}$")]
    private static partial Regex PlainId();
}

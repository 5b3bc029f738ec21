using System.Text.RegularExpressions;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.People;

namespace SoeBot.Decisions;

/// <summary>A group named where one person should be (R97).</summary>
/// <param name="Name">As typed: "Procurement".</param>
/// <param name="People">Who belongs to it, as far as the roles say; may be empty.</param>
internal sealed record NamedGroup(string Name, IReadOnlyList<Person> People)
{
    /// <summary>One person alone is the answer; of several, or of nobody known, somebody has to say who.</summary>
    public string? Question => People.Count switch
    {
        1 => null,
        0 => $"'{Name}' is not one person. Who answers for it?",
        _ => $"'{Name}' is several people. Who answers for it?",
    };
}

/// <summary>Finds the group or the person that words mean, where a person's own name was not found.</summary>
internal sealed partial class OwnerReading(PersonFinder finder, Rights rights)
{
    /// <summary>A role or department at the head of the line; null when there is none.</summary>
    public async Task<NamedGroup?> GroupAsync(PlantId plant, string text, CancellationToken ct)
    {
        if (Leading().Match(text) is not { Success: true } match) return null;
        var typed = match.Groups["group"].Value;
        if (Roles.Read(typed) is not { } role) return new(Capital(typed), []);
        var holders = await rights.HoldersAsync(plant, role, ct);
        return new(Capital(typed), [.. (await finder.LikelyAsync(plant, ct)).Where(person => holders.Contains(person.Key))]);
    }

    /// <summary>Who belongs to a group as it was typed.</summary>
    public async Task<IReadOnlyList<Person>> MembersAsync(PlantId plant, string group, CancellationToken ct) => (await GroupAsync(plant, group + " .", ct))?.People ?? [];

    /// <summary>The one person with a role in the plant whose name stands in the words; null when none or several do.</summary>
    public async Task<Person?> PersonAsync(PlantId plant, string words, PersonKey but, CancellationToken ct)
    {
        var fitting = (await finder.LikelyAsync(plant, ct)).Where(person => person.Key != but && IsNamed(person.Name, words)).ToList();
        return fitting.Count == 1 ? fitting[0] : null;
    }

    private static bool IsNamed(string name, string words) => name.Split(' ')[0] is { Length: > 1 } first
        && Regex.IsMatch(words, $@"(?<![\p{{L}}\d]){Regex.Escape(first)}(?![\p{{L}}\d])", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..].ToLowerInvariant();

    [GeneratedRegex(@"^\W*(?:the\s+)?(?<group>production\s+planning|planning|planners?|procurement|purchasing|buyers?|customer\s+service|sales|logistics|finance|executives?|maintenance|quality|engineering|production|operations|warehouse|everybody|everyone|all|we|the\s+team|team)(?:\s+(?:team|department|dept\.?))?\b(?=\s+\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Leading();
}

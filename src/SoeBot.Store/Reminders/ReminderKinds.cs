using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Reminders;

namespace SoeBot.Store.Reminders;

/// <summary>Occurrences that the store itself asks for.</summary>
public static class ReminderKinds
{
    /// <summary>A reminder that was put off; keyed by the reminder and its round.</summary>
    public const string Later = "reminder-later";

    /// <summary>What did not fit, put together; keyed by the person and the minute.</summary>
    public const string Digest = "reminder-digest";

    private const string Whole = "whole/";

    /// <summary>What is held of the person by then.</summary>
    public static Occurrence DigestAt(PlantId plant, PersonKey person, DateTimeOffset at) => new(plant, Digest, $"{person}@{at.UtcDateTime:yyyy-MM-ddTHH:mm:ss}", at);

    /// <summary>Everything of the person, held or not: the digest of the week that did not go out.</summary>
    public static Occurrence WholeDigestAt(PlantId plant, PersonKey person, DateTimeOffset at) => DigestAt(plant, person, at) is var one ? one with { Key = Whole + one.Key } : one;

    public static (PersonKey Person, bool IsWhole)? Read(string key)
    {
        var whole = key.StartsWith(Whole, StringComparison.Ordinal);
        var cut = key.LastIndexOf('@');
        return cut > 0 && PersonKey.Parse(key[(whole ? Whole.Length : 0)..cut]) is { } person ? (person, whole) : null;
    }
}

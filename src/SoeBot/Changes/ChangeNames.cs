using SoeBot.Cards;
using SoeBot.Domain.People;

namespace SoeBot.Changes;

/// <summary>Names by person; one who was forgotten or never seen keeps a short mark of the key.</summary>
internal sealed class ChangeNames(IReadOnlyDictionary<PersonKey, Person> people)
{
    public string Of(PersonKey key) => people.TryGetValue(key, out var person) && person.Name.Length > 0 ? DataLine.Short(person.Name, 60) : $"person {key.ObjectId[..Math.Min(8, key.ObjectId.Length)]}";

    public string Of(PersonKey? key) => key is { } known ? Of(known) : "the calendar";

    /// <summary>"Miguel or Dana"; what to say when it is nobody.</summary>
    public string Any(IEnumerable<PersonKey> keys, string nobody = "nobody yet") =>
        string.Join(" or ", keys.Select(Of)) is { Length: > 0 } some ? some : nobody;

    /// <summary>"Ravi, Clara".</summary>
    public string All(IEnumerable<PersonKey> keys, string nobody = "nobody yet") =>
        string.Join(", ", keys.Select(Of)) is { Length: > 0 } some ? some : nobody;
}

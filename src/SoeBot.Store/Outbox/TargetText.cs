using SoeBot.Domain.People;
using SoeBot.Domain.Plan;

namespace SoeBot.Store.Outbox;

/// <summary>A target in one column: <c>person:tenant/id</c>, <c>chat:tenant/id</c>, <c>channel:plant</c>, <c>only:tenant/person/id</c>.</summary>
internal static class TargetText
{
    private const string Person = "person:", Chat = "chat:", Channel = "channel:", Only = "only:";

    public static string Write(MessageTarget target) => target switch
    {
        MessageTarget.Person(var key) => Person + key,
        MessageTarget.Conversation(var tenant, var id) => $"{Chat}{tenant}/{id}",
        MessageTarget.Channel(var plant) => Channel + plant,
        MessageTarget.OnlyTo(var key, var id) => $"{Only}{key}/{id}",
        _ => throw new ArgumentOutOfRangeException(nameof(target), target, "A kind of target without a text."),
    };

    public static MessageTarget Read(string text)
    {
        if (text.StartsWith(Person, StringComparison.Ordinal)) return new MessageTarget.Person(PersonKey.Parse(text[Person.Length..])!.Value);
        if (text.StartsWith(Channel, StringComparison.Ordinal)) return new MessageTarget.Channel(new PlantId(text[Channel.Length..]));
        if (text.StartsWith(Only, StringComparison.Ordinal) && text[Only.Length..].Split('/', 3) is [var home, var person, var there]) return new MessageTarget.OnlyTo(PersonKey.Of(home, person), there);
        var place = text[Chat.Length..];
        var cut = place.IndexOf('/', StringComparison.Ordinal);
        return new MessageTarget.Conversation(place[..cut], place[(cut + 1)..]);
    }
}

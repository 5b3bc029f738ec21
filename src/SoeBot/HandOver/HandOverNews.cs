using System.Globalization;
using SoeBot.Domain.HandOver;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;

namespace SoeBot.HandOver;

/// <param name="Administrators">May have it handed over once more.</param>
/// <param name="Planners">Know why a receiver may say no.</param>
internal sealed record HandOverReaders(IReadOnlyList<PersonKey> Administrators, IReadOnlyList<PersonKey> Planners);

/// <summary>Who hears of what became of a hand-over: the cards of its change always, people only when it needs help.</summary>
internal sealed class HandOverNews(Rights rights, PlantClock clock)
{
    private const string Tried = "handover.try";

    public async Task<HandOverReaders> ReadersAsync(PlantId plant, CancellationToken ct)
    {
        var roles = await rights.AllAsync(plant, ct);
        return new(Holders(Role.Administrator), Holders(Role.Planning));

        List<PersonKey> Holders(Role role) => [.. roles.Where(one => one.Role == role).Select(one => one.Person).Distinct()];
    }

    /// <param name="one">After the try.</param>
    /// <param name="readers">As from above.</param>
    public Effect Of(ChangeHandOver one, HandOverReaders readers) => new()
    {
        Messages =
        [
            .. Edits(one),
            .. one.NeedsHelp ? readers.Administrators.Select(person => Help(one, person, mayReplay: true)) : [],
            .. one.State == HandOverState.Refused ? readers.Planners.Except(readers.Administrators).Select(person => Help(one, person, mayReplay: false)) : [],
        ],
        Audit = one.IsOpen ? [] : [new AuditLine(one.Plant, clock.Now(one.Plant), null, Tried, one.Name, $"{one.Receiver}: {one.State}{(one.Reason is { } why ? $", {why}" : "")}")],
    };

    /// <summary>Today's state in every card of the change that shows it.</summary>
    public static IEnumerable<NewMessage> Edits(ChangeHandOver one) =>
        from card in one.Shows
        let track = $"{card}:{one.Change}"
        select new NewMessage
        {
            Plant = one.Plant, Key = $"edit:{track}:{one.Receiver}:{one.Version}", Chain = $"edit:{track}", Kind = MessageKind.Edit, TrackAs = track,
            Card = new CardRef(card, one.Number.ToString(CultureInfo.InvariantCulture)), Target = new MessageTarget.Person(one.AskedBy),
        };

    private static NewMessage Help(ChangeHandOver one, PersonKey person, bool mayReplay) => new()
    {
        Plant = one.Plant, Key = $"handover:{one.Mark:N}:{one.Replays}:{person.ObjectId}", Kind = MessageKind.Record, TrackAs = HandOverCard.Track(one),
        Target = new MessageTarget.Person(person), Card = new CardRef(mayReplay ? HandOverCard.Help : HandOverCard.Told, HandOverCard.About(one)),
    };
}

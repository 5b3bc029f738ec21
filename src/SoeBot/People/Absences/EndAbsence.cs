using System.Text.RegularExpressions;
using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Domain.People;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.People;
using SoeBot.Teams.Routing;

namespace SoeBot.People.Absences;

/// <summary>"back" and the button End now: from today on everything goes to the person again, and the summary comes at once.</summary>
internal sealed class EndAbsence(AbsenceStore absences, EnterAbsence enter, PlantProfiles plants, AbsenceCards cards)
{
    public async Task<Effect> BackAsync(Turn turn, Match words, CancellationToken ct)
    {
        var person = turn.By;
        if (words.Groups["who"] is { Success: true, Value: var named })
        {
            if (await enter.NamedAsync(turn, named, ct) is not { } other) return turn.Answer(SayCard.Of($"I do not know whom you mean by {named.Trim()}. Mention one person with @."));
            if (other.Key != turn.By && !await enter.MayForOthersAsync(turn.Plant, turn.By, ct)) return turn.Refuse(await enter.WhoMayAsync(turn.Plant, ct));
            person = other.Key;
        }
        var today = plants.Get(turn.Plant).Calendar.DayOf(turn.Now);
        var name = person == turn.By ? null : await cards.NameAsync(person, ct);
        var said = turn.Answer(SayCard.Of(name is null ? "Welcome back. Reminders come to you again." : $"{name} is back. Reminders go there again."));
        var back = name ?? await cards.NameAsync(person, ct);
        var ended = await absences.EndAsync(person, today, all => Ended(all, turn.Origin, back, said), ct);
        return ended.Count > 0 ? Effect.None : turn.Answer(SayCard.Of(name is null ? "No absence of yours is entered for today." : $"No absence of {name} is entered for today."));
    }

    public async Task<PressAnswer> EndAsync(Press press, CancellationToken ct)
    {
        if (press.Input.Guid("r") is not { } id || await absences.FindAsync(id, ct) is not { } absence || plants.Find(absence.Plant) is not { } plant)
            return PressAnswer.Say("I do not find this absence any more.");
        if (absence.Person != press.By && absence.EnteredBy != press.By && !await enter.MayForOthersAsync(absence.Plant, press.By, ct)) return PressAnswer.Say(await enter.WhoMayAsync(absence.Plant, ct));
        var name = await cards.NameAsync(absence.Person, ct);
        await absences.EndOneAsync(id, plant.Calendar.DayOf(press.Now), ended => Ended([ended], press.Origin with { Plant = absence.Plant }, name, Effect.None), ct);
        return await cards.ReceiptAsync(id, ct) is { } card ? PressAnswer.Show(card) : PressAnswer.Say("Ended.");
    }

    private static Effect Ended(IReadOnlyList<Absence> ended, Origin origin, string name, Effect with) => with with
    {
        Audit = [.. ended.Select(one => new AuditLine(one.Plant, origin.Now, origin.By, AbsenceVerbs.End, one.Person.ObjectId, $"back on {one.BackOn:yyyy-MM-dd}"))],
        Withdraw = [.. ended.Select(one => (one.Plant, EnterAbsence.Key(one.Id)))],
        Messages =
        [
            .. with.Messages, .. ended.SelectMany(one => Told(one, origin.By, name)),
            .. ended.Select(one => (origin with { Plant = one.Plant }).Edit(AbsenceDraft.Track(one.Id), new(AbsenceCard.Receipt, $"{one.Id:N}"), $"{one.Version}")),
        ],
    };

    private static IEnumerable<NewMessage> Told(Absence absence, PersonKey by, string name)
    {
        if (absence.Deputy is { } deputy && deputy != by)
            yield return To(absence, deputy, SayCard.Of($"{name} is back. You cover no longer."));
        // One that never began has nothing to sum up.
        if (absence is { HasDays: true, Scope: AbsenceScope.All })
            yield return To(absence, absence.Person, new CardRef(WelcomeBack.Source, $"{absence.Id:N}"));
    }

    private static NewMessage To(Absence absence, PersonKey person, CardRef card) => new()
    {
        Plant = absence.Plant, Key = $"{card.Source}:back:{absence.Id:N}:{person.ObjectId}", Target = new MessageTarget.Person(person), Card = card, Kind = MessageKind.Record,
    };
}

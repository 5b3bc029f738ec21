using SoeBot.Domain.People;
using SoeBot.Domain.Risk;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.People;
using SoeBot.Store.Risks;
using SoeBot.Teams.Cards;
using SoeBot.Teams.Routing;

namespace SoeBot.Risk;

/// <summary>Who answers for an order: taken, handed over. Somebody else's is not taken by a button, only by saying so.</summary>
internal sealed class OwnOrders(AtRiskStore risks, PeopleStore people, PersonFinder finder, Rights rights, PlantProfiles plants, RiskCards cards)
{
    /// <summary>What came of it, for the words of the answer.</summary>
    internal sealed record Given(bool Changed, PersonKey? Before);

    /// <param name="show">Draws the card that answers, once the order is taken.</param>
    public async Task<PressAnswer> TakeAsync(Press press, string? order, Func<Task<Card?>> show, CancellationToken ct)
    {
        if (order is null || await cards.FindAsync(press.Plant, order, ct) is not { } known) return PressAnswer.Say("Choose an order of the list.");
        if (!await rights.HasAnyAsync(press.Plant, press.By, ct)) return PressAnswer.Say(await rights.WhoCanAsync(press.Plant, "answer for an order", ct));
        var change = new RiskChange(plants.Get(press.Plant), press.By, press.Tenant, press.Conversation, press.Now, known.Version.Number);
        var given = await GiveAsync(change, order, press.By, RiskVerbs.Take, takeOver: false, "", Effect.None, ct);
        if (!given.Changed && given.Before is { } owner && owner != press.By)
            return PressAnswer.Say($"{await NameAsync(owner, ct)} answers for {order} already. To take it over, type: I take {order}");
        return await show() is { } card ? PressAnswer.Show(card) : PressAnswer.Say($"{order} is yours.");
    }

    public async Task<PressAnswer> NotMineAsync(Press press, CancellationToken ct) =>
        press.Input.Text("r") is { } order && await cards.OwnerAsync(press.Plant, order, ct) is { } card ? PressAnswer.Show(card) : PressAnswer.Say("I do not find this order.");

    public async Task<PressAnswer> HandOverAsync(Press press, CancellationToken ct)
    {
        if (press.Input.Text("r") is not { } order || await cards.FindAsync(press.Plant, order, ct) is not { } known) return PressAnswer.Say("This order is not in the plan any more.");
        if (!await rights.HasAnyAsync(press.Plant, press.By, ct)) return PressAnswer.Say(await rights.WhoCanAsync(press.Plant, "hand an order over", ct));
        if (press.Input.Text("in_owner") is not { } picked || await finder.PickedAsync(press, picked, ct) is not { } person)
            return PressAnswer.Say("Who then? Choose one person and press again.");
        var change = new RiskChange(plants.Get(press.Plant), press.By, press.Tenant, press.Conversation, press.Now, known.Version.Number);
        await GiveAsync(change, order, person.Key, RiskVerbs.Give, takeOver: true, "", Effect.None, ct);
        return PressAnswer.Say($"{(person.Name.Length > 0 ? person.Name : "The person you chose")} answers for {order} now and is asked in their own chat.");
    }

    /// <param name="takeOver">False: one that somebody else answers for stays theirs.</param>
    /// <param name="with">What is committed together with it, for a typed line.</param>
    public async Task<Given> GiveAsync(RiskChange change, string order, PersonKey owner, string verb, bool takeOver, string form, Effect with, CancellationToken ct)
    {
        var result = await risks.ChangeAsync<Given>(change.Plant.Id, order, said =>
        {
            var before = said.Owner;
            if (before is { } other && other != owner && !takeOver) return (new(false, before), with);
            if (said.GiveTo(owner, change.By, change.Now) == AtRiskOutcome.SameAsBefore) return (new(false, before), with);
            var effect = RiskEffects.Of(change, said, verb, $"to {owner.ObjectId}", form);
            return (new(true, before), with with { Audit = effect.Audit, Messages = [.. with.Messages, .. effect.Messages, .. Asked(change, said, owner)] });
        }, ct);
        return result.Outcome ?? new(false, null);
    }

    /// <summary>Whoever was given an order by somebody else gets the form in the own chat.</summary>
    private static IEnumerable<NewMessage> Asked(RiskChange change, AtRiskOrder said, PersonKey owner)
    {
        if (owner == change.By) yield break;
        var form = $"{said.Version}.{owner.ObjectId}";
        yield return new NewMessage
        {
            Plant = change.Plant.Id, Key = $"risk-given:{change.Plant.Id}:{said.Order}:{form}", Kind = MessageKind.Record,
            Target = new MessageTarget.Person(owner), Card = new CardRef(RiskFormCard.Source, RiskForm.About(said.Order, form)),
            TrackAs = RiskForm.TrackAs(change.Plant.Id, said.Order, form),
        };
    }

    public async Task<string> NameAsync(PersonKey person, CancellationToken ct) =>
        await people.FindAsync(person, ct) is { Name.Length: > 0 } known ? known.Name : "Somebody";
}

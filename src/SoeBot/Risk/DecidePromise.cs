using SoeBot.Cards;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
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

/// <summary>A date earlier than the schedule can do is promised when the S&amp;OE lead says so, and not before (R137, C15).</summary>
internal sealed class DecidePromise(AtRiskStore risks, PeopleStore people, PersonFinder finder, Rights rights, PlantProfiles plants, RiskCards cards)
{
    public void Register(SliceRegistry registry)
    {
        registry.Cards.Add(PromiseCard.Source, (request, ct) => request.About.Split('|') is [var order, var day] && DateOnly.TryParseExact(day, "yyyy-MM-dd", out var asked)
            ? DrawAsync(plants.Get(request.Plant), order, asked, ct) : Task.FromResult<Card?>(null));
        registry.Presses.On(RiskVerbs.Promise, (press, ct) => DecideAsync(press, agrees: true, ct));
        registry.Presses.On(RiskVerbs.NoPromise, (press, ct) => DecideAsync(press, agrees: false, ct));
    }

    public static string TrackAs(PlantProfile plant, string order, DateOnly asked) => $"{PromiseCard.Source}:{plant.Id}:{order}:{asked:yyyyMMdd}";

    private async Task<PressAnswer> DecideAsync(Press press, bool agrees, CancellationToken ct)
    {
        if (press.Input.Text("r") is not { } order || press.Input.Day("d") is not { } asked || await cards.FindAsync(press.Plant, order, ct) is not { } known) return PressAnswer.Say("This order is not in the plan any more.");
        var plant = plants.Get(press.Plant);
        if (!await rights.ActsAsAsync(plant.Id, press.By, Role.Lead, plant.Calendar.DayOf(press.Now), ct))
            return PressAnswer.Say($"What is promised before the schedule can do it is decided by {string.Join(" or ", await finder.NamesAsync(plant.Id, Role.Lead, ct))}.");
        var change = new RiskChange(plant, press.By, press.Tenant, press.Conversation, press.Now, known.Version.Number);
        var lead = await NameAsync(press.By, ct);
        await risks.ChangeAsync<AtRiskOutcome>(plant.Id, order, said =>
        {
            var by = said.PromiseAsked?.By;
            var outcome = said.DecidePromise(agrees, asked, known.Order.Commitment, press.By, press.Now);
            if (outcome != AtRiskOutcome.Changed) return (outcome, Effect.None);
            var effect = RiskEffects.Of(change, said, agrees ? RiskVerbs.Promise : RiskVerbs.NoPromise, $"{RiskDays.OnTheWire(asked)}", null);
            return (outcome, effect with
            {
                Messages =
                [
                    .. effect.Messages, press.Edit(TrackAs(plant, order, asked), new CardRef(PromiseCard.Source, $"{order}|{RiskDays.OnTheWire(asked)}"), $"{said.Version}"),
                    .. by is { } asker && asker != press.By ? [Tell(plant, order, asker, $"promise-told:{plant.Id}:{order}:{said.Version}", agrees
                        ? $"{lead} agrees: {order} is promised for {PlanWords.Day(asked)}, and noted so."
                        : $"{lead} does not agree to {PlanWords.Day(asked)} for {order}.{(known.Order.Projected is { } can ? $" The schedule can do {PlanWords.Day(can)}." : "")}\nThe customer is still to be told.")] : Array.Empty<NewMessage>(),
                ],
            });
        }, ct);
        return await DrawAsync(plant, order, asked, ct) is { } card ? PressAnswer.Show(card) : PressAnswer.Say("There is nothing to decide any more.");
    }

    private static NewMessage Tell(PlantProfile plant, string order, PersonKey person, string key, string words) => new()
    {
        Plant = plant.Id, Key = key, Kind = MessageKind.Record, Target = new MessageTarget.Person(person), Card = SayCard.Of(words), TrackAs = $"promise:{plant.Id}:{order}",
    };

    private async Task<Card?> DrawAsync(PlantProfile plant, string order, DateOnly asked, CancellationToken ct)
    {
        if (await cards.FindAsync(plant.Id, order, ct) is not { } known || await risks.FindAsync(plant.Id, order, ct) is not { } said
            || said.Events.LastOrDefault(one => one.Kind == RiskEventKind.PromiseAsked && one.Promised == asked) is not { } request) return null;
        return PromiseCard.Draw(new(plant.Id.Value, plant.Name, order, known.Order.ItemName, request.By is { } by ? await NameAsync(by, ct) : "Somebody", asked, known.Order.Projected, known.Order.Commitment,
            said.PromiseAsked?.Promised == asked, said.Promised, said.Version));
    }

    private async Task<string> NameAsync(PersonKey person, CancellationToken ct) => await people.FindAsync(person, ct) is { Name.Length: > 0 } known ? known.Name : "Somebody";
}

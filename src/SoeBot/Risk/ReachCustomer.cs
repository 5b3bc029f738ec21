using SoeBot.Cards;
using SoeBot.Domain.People;
using SoeBot.Domain.Risk;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Outbox;
using SoeBot.Store.People;
using SoeBot.Store.Risks;
using SoeBot.Teams.Routing;

namespace SoeBot.Risk;

/// <summary>What else can come of telling a customer: nobody was reached, or the words are to be others (C15).</summary>
internal sealed class ReachCustomer(AtRiskStore risks, PeopleStore people, Rights rights, PlantProfiles plants, RiskCards cards)
{
    private const string Gone = "This order is not in the plan any more.";
    private const int MostText = 1000, MostTried = 300;

    /// <summary>Noted, and the others who are to tell hear of it: the owner and customer service.</summary>
    public async Task<PressAnswer> CannotReachAsync(Press press, CancellationToken ct)
    {
        if (press.Input.Text("in_tried") is not { } tried) return PressAnswer.Say("How did you try? Write it in a few words: \"phone twice, no answer\".");
        var name = await people.FindAsync(press.By, ct) is { Name.Length: > 0 } known ? known.Name : "Somebody";
        var service = await rights.HoldersAsync(press.Plant, Role.CustomerService, ct);
        return await ChangeAsync(press, RiskVerbs.CannotReach, Short(tried, MostTried), (said, text) => said.NotReached(text, press.By, press.Now), said =>
            [.. service.Append(said.Owner ?? press.By).Distinct().Where(person => person != press.By).Select(person => new NewMessage
            {
                Plant = press.Plant, Key = $"not-reached:{press.Plant}:{said.Order}:{said.Version}:{person.ObjectId}", Kind = MessageKind.Record, Target = new MessageTarget.Person(person),
                Card = SayCard.Of($"{name} could not reach the customer of {said.Order}: {Short(tried, MostTried)}\nThe customer is still to be told. Type told customer {said.Order} new date 14 Jan when it is done."),
            })], ct);
    }

    public Task<PressAnswer> ChangeTextAsync(Press press, CancellationToken ct) =>
        ChangeAsync(press, RiskVerbs.ChangeText, Short(press.Input.Text("in_customer_text"), MostText), (said, text) => said.Write(text, press.By, press.Now), _ => [], ct);

    private async Task<PressAnswer> ChangeAsync(
        Press press, string verb, string text, Func<AtRiskOrder, string, AtRiskOutcome> change, Func<AtRiskOrder, IReadOnlyList<NewMessage>> tell, CancellationToken ct)
    {
        if (press.Input.Text("r") is not { } order || await cards.FindAsync(press.Plant, order, ct) is not { } known) return PressAnswer.Say(Gone);
        if (!await rights.HasAnyAsync(press.Plant, press.By, ct)) return PressAnswer.Say(await rights.WhoCanAsync(press.Plant, "note what a customer was told", ct));
        var by = new RiskChange(plants.Get(press.Plant), press.By, press.Tenant, press.Conversation, press.Now, known.Version.Number);
        var result = await risks.ChangeAsync<AtRiskOutcome>(press.Plant, order, said =>
        {
            var outcome = change(said, text);
            if (outcome != AtRiskOutcome.Changed) return (outcome, Store.Effects.Effect.None);
            var effect = RiskEffects.Of(by, said, verb, text, RiskInput.Form(press.Input));
            return (outcome, effect with { Messages = [.. effect.Messages, .. tell(said)] });
        }, ct);
        if (result.Outcome == AtRiskOutcome.ReasonNeeded) return PressAnswer.Say("Write it in a few words and save again.");
        return await cards.TellAsync(press.Plant, order, ct) is { } card ? PressAnswer.Show(card) : PressAnswer.Say(Gone);
    }

    private static string Short(string? text, int most) => DataLine.Short(text, most);
}

using SoeBot.Cards;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Effects;
using SoeBot.Store.People;
using SoeBot.Store.SentPlans;
using SoeBot.Teams.Cards;
using SoeBot.Teams.Routing;

namespace SoeBot.Import.Chat;

/// <summary>Plan files sent in a person's own chat: who may, for which plant, and the cards that say so.</summary>
internal sealed class PlanFileSlice(ReceivePlanFiles receive, SentPlanStore sent, PlanFileRights rights, PlantProfiles plants) : ISlice
{
    public const string Choose = "plan-file.choose";

    public void Register(SliceRegistry registry)
    {
        registry.Commands.OnFiles(receive.RunAsync);
        registry.Presses.On(Choose, ChooseAsync);
        registry.Cards.Add(PlanFileCards.Reading, async (request, ct) => await FindAsync(request, ct) is { State: SentPlanState.Waiting or SentPlanState.Reading } plan
            ? PlanFileCards.DrawReading(plan.Files, plants.Find(request.Plant)?.Name ?? "") : null);
        registry.Cards.Add(PlanFileCards.Ask, async (request, ct) => await FindAsync(request, ct) is { } plan ? await AskAsync(plan, ct) : null);
        registry.Cards.Add(PlanFileCards.Report, async (request, ct) => await FindAsync(request, ct) is { Report.Count: > 0 } plan ? PlanFileCards.DrawReport(plan) : null);
    }

    private async Task<Card?> AskAsync(SentPlan plan, CancellationToken ct) => PlanFileCards.DrawAsk(
        plan, plan.State == SentPlanState.Asking ? [.. (await rights.PlantsAsync(plan.By, ct)).Select(id => plants.Find(id)).OfType<PlantProfile>()] : [],
        plan.Plant is { } chosen ? plants.Find(chosen)?.Name : null);

    private async Task<PressAnswer> ChooseAsync(Press press, CancellationToken ct)
    {
        if (press.Input.Whole("r") is not { } id || await sent.FindAsync(id, ct) is not { } plan || plan.Conversation != press.Conversation)
            return PressAnswer.Say("I do not know this file any more. Send it again.");
        if (await rights.RefusalAsync(press.Plant, press.By, ct) is { } refused) return PressAnswer.Say(refused);
        var effect = new Effect
        {
            Audit = [new AuditLine(press.Plant, press.Now, press.By, Choose, PlanFileCards.Names(plan.Files))],
            Messages = [press.ToConversation(new(PlanFileCards.Reading, $"{id}"), $"plan-file:{id}:reading")],
        };
        await sent.ChooseAsync(id, press.Plant, effect, ct);
        return await sent.FindAsync(id, ct) is { } now && await AskAsync(now, ct) is { } card ? PressAnswer.Show(card) : PressAnswer.Say("I do not know this file any more. Send it again.");
    }

    private async Task<SentPlan?> FindAsync(CardRequest request, CancellationToken ct) =>
        long.TryParse(request.About, out var id) ? await sent.FindAsync(id, ct) : null;
}

/// <summary>Planning and the administrators of a plant bring its plan.</summary>
internal sealed class PlanFileRights(PeopleStore people, PersonFinder finder, PlantProfiles plants)
{
    private static readonly Role[] May = [Role.Planning, Role.Administrator];

    public Task<IReadOnlyList<PlantId>> PlantsAsync(PersonKey person, CancellationToken ct) => people.PlantsAsync(person, May, ct);

    /// <summary>Null when the person may, else who may.</summary>
    public async Task<string?> RefusalAsync(PlantId plant, PersonKey person, CancellationToken ct)
    {
        if ((await PlantsAsync(person, ct)).Contains(plant)) return null;
        var names = (await finder.NamesAsync(plant, Role.Planning, ct)).Concat(await finder.NamesAsync(plant, Role.Administrator, ct)).Distinct();
        return $"The plan of {plants.Get(plant).Name} comes from {string.Join(" or ", names)}. Ask one of them to send the file.";
    }
}

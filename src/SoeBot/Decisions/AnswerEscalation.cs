using System.Text.RegularExpressions;
using SoeBot.Cards;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Risk;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Decisions;
using SoeBot.Store.Outbox;
using SoeBot.Store.People;
using SoeBot.Store.Plans;
using SoeBot.Teams.Cards;
using SoeBot.Teams.Routing;

namespace SoeBot.Decisions;

/// <summary>Whoever was asked above takes an option, asks for a call or lets somebody else decide; and the list of all that waits there.</summary>
internal sealed partial class AnswerEscalation(
    ChangeDecision changes, EscalateDecision escalate, DecisionStore decisions, DecisionViews views, PlanStore plans, PlantProfiles plants, PlantClock clock, PersonFinder people, PeopleStore names, Rights rights,
    StandIns standIns, AnswerDecision answers)
{
    public void Register(SliceRegistry registry)
    {
        registry.Cards.Add(EscalationCard.Source, (request, ct) => DrawAsync(request, ct));
        registry.Cards.Add(EscalationForm.Source, DrawFormAsync);
        registry.Cards.Add(DecisionForms.Delegate, async (request, ct) => int.TryParse(request.About, out var number) && await decisions.FindAsync(request.Plant, number, ct) is { WaitsFor: not null } decision
            ? DecisionForms.DrawDelegate((await views.LoadAsync(plants.Get(request.Plant), [decision], ct))[0], await people.LikelyAsync(request.Plant, ct), people.HasDirectory) : null);
        registry.Cards.Add(EscalationCard.List, (request, ct) => ListAsync(request.Plant, ct));
        registry.Commands.Add("decision.above", AboveLine(), "decisions needed", (turn, _, _) => Task.FromResult(turn.Answer(new CardRef(EscalationCard.List, ""))));
        var presses = registry.Presses;
        presses.On(Verbs.EscalateForm, escalate.OfferFormAsync);
        presses.On(Verbs.Escalate, escalate.EscalateAsync);
        presses.On(Verbs.Choose, ChooseAsync);
        presses.On(Verbs.CallMe, CallAsync);
        presses.On(Verbs.DelegateForm, answers.OfferForm(DecisionForms.Delegate));
        presses.On(Verbs.Delegate, DelegateAsync);
    }

    private async Task<PressAnswer> ChooseAsync(Press press, CancellationToken ct)
    {
        var acts = await ActsAsync(press, ct);
        var option = press.Input.Whole("o") ?? -1;
        return await RunAsync(press, new(Verbs.Choose, $"option {option + 1}", d => d.Choose(option, press.By, acts, press.Now)) { Say = d => Told(d, press.By) }, ct);
    }

    private async Task<PressAnswer> CallAsync(Press press, CancellationToken ct)
    {
        var acts = await ActsAsync(press, ct);
        return await RunAsync(press, new(Verbs.CallMe, null, d => d.AskCall(press.By, acts, press.Now)) { Say = d => Told(d, press.By) }, ct);
    }

    private async Task<PressAnswer> DelegateAsync(Press press, CancellationToken ct)
    {
        if (press.Input.Text("in_owner") is not { } picked || await people.PickedAsync(press, picked, ct) is not { } person) return PressAnswer.Say("Who decides in your place? Choose one person.");
        var acts = await ActsAsync(press, ct);
        return await RunAsync(press, new(Verbs.Delegate, person.Key.ObjectId, d => d.Delegate(person.Key, press.By, acts, press.Now)) { Form = DecisionForms.Delegate, Say = d => [EscalateDecision.Asked(d, person.Key)] }, ct);
    }

    /// <summary>The posted question shows what became of it.</summary>
    private Task<PressAnswer> RunAsync(Press press, DecisionChange change, CancellationToken ct)
    {
        var say = change.Say;
        return changes.RunAsync(press, change with
        {
            Say = d => [.. say(d), press.Edit($"{EscalationCard.Source}:{d.Id}", new CardRef(EscalationCard.Source, $"{d.Number}"), $"{d.Version}")],
        }, ct);
    }

    private async Task<bool> ActsAsync(Press press, CancellationToken ct)
    {
        if (await changes.FindAsync(press, ct) is not { WaitsFor: { } asked, Escalation: { } up }) return false;
        var today = plants.Get(press.Plant).Calendar.DayOf(press.Now);
        return asked == press.By || (await standIns.ForAsync(press.Plant, asked, today, ct)).Person == press.By || await rights.ActsAsAsync(press.Plant, press.By, up.Level, today, ct);
    }

    /// <summary>Whoever asked up, and whoever carries it out.</summary>
    private static IReadOnlyList<NewMessage> Told(Decision decision, PersonKey by) =>
        [.. ((PersonKey?[])[decision.Escalation?.By, decision.Owner]).OfType<PersonKey>().Distinct().Where(person => person != by).Select(person => new NewMessage
        {
            Plant = decision.Plant, Key = $"escalation-answer:{decision.Id}:{decision.Version}:{person.ObjectId}", Kind = MessageKind.Record, Target = new MessageTarget.Person(person),
            Card = new CardRef(DecisionCard.Receipt, $"{decision.Number}"), TrackAs = DecisionEffects.Receipts(decision.Id),
        })];

    private async Task<Card?> DrawAsync(CardRequest request, CancellationToken ct)
    {
        if (!int.TryParse(request.About, out var number) || await decisions.FindAsync(request.Plant, number, ct) is not { Escalation: { } up } decision) return null;
        return EscalationCard.Draw((await views.LoadAsync(plants.Get(request.Plant), [decision], ct))[0], up, await OrderAsync(decision, ct));
    }

    /// <summary>About "person|draft": who is asked depends on who asks.</summary>
    private async Task<Card?> DrawFormAsync(CardRequest request, CancellationToken ct)
    {
        if (request.About.Split('|', 2) is not [var asks, var json] || PersonKey.Parse(asks) is not { } by) return null;
        var draft = EscalationDraft.FromJson(json);
        var plant = plants.Get(request.Plant);
        var today = plant.Calendar.DayOf(clock.Now(plant.Id));
        var decision = draft.Number is { } number ? await decisions.FindAsync(request.Plant, number, ct) : null;
        if ((await escalate.NextAsync(plant.Id, by, decision, today, ct)).Up is not { } up) return null;
        return EscalationForm.Draw(new(plant.Id.Value, plant.Name, draft, decision?.Text, await NameAsync(up.To, ct), Roles.Words(up.Level), plant.Calendar.AddWorkingDays(today, 1), today));
    }

    private async Task<Card?> ListAsync(PlantId id, CancellationToken ct)
    {
        var plant = plants.Get(id);
        return EscalationCard.DrawList(plant.Name, plant.Calendar.DayOf(clock.Now(id)), await views.LoadAsync(plant, await decisions.WaitingAboveAsync(id, ct), ct));
    }

    /// <summary>"SO63216: due Tue 14 Jan, projected Sat 18 Jan."</summary>
    private async Task<string?> OrderAsync(Decision decision, CancellationToken ct)
    {
        if (decision.Subject.Kind != SubjectKind.Order || await plans.CurrentAsync(decision.Plant, ct) is not { } version) return null;
        var order = (await plans.AtRiskAsync(decision.Plant, version.Number, ct))?.FirstOrDefault(one => one.Order == decision.Subject.Reference);
        return order is null ? $"About {decision.Subject.Reference}." : $"{order.Order}: due {PlanWords.Day(order.Commitment)}, {Projected(order)}. {string.Join("; ", order.Drivers.Take(2).Select(driver => driver.Words))}";
    }

    private async Task<string> NameAsync(PersonKey person, CancellationToken ct) => await names.FindAsync(person, ct) is { Name.Length: > 0 } known ? known.Name : "somebody without a name";

    private static string Projected(RankedOrder order) => order.Projected is { } day ? $"projected {PlanWords.Day(day)}" : "no date in sight";

    [GeneratedRegex(@"^\W*(?:(?:show|the|list)\s+)*(?:decisions?\s+needed|needed\s+from\s+above|upwards|escalations?)\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex AboveLine();
}

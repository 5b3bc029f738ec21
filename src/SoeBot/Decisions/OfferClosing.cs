using SoeBot.Cards;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.Reminders;
using SoeBot.Domain.Risk;
using SoeBot.Occurrences;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Decisions;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.Plans;
using SoeBot.Teams.Cards;
using SoeBot.Teams.Routing;
using SoeBot.Words;

namespace SoeBot.Decisions;

/// <summary>
/// The order a decision is about was shipped or cancelled meanwhile: its owner is offered to close it, once; nothing is closed silently. Looked for
/// once with each plan version, over the open decisions about orders; asked by the road of every reminder.
/// </summary>
internal sealed class OfferClosing(DecisionStore decisions, PlanStore plans, DecisionViews views, PlantProfiles plants, ChangeDecision changes, Reminding reminding)
{
    public const string Kind = "decision-over", Ask = "decision-over-ask";
    public const string Source = "decision-over";

    public void Register(SliceRegistry registry)
    {
        registry.Occurrences.Add(Kind, DeriveAsync, WorkAsync);
        reminding.Add(Ask, null, ReadAsync);
        registry.Cards.AddAsk(Source, async (request, ct) => int.TryParse(request.About, out var number) && await decisions.FindAsync(request.Plant, number, ct) is { IsOpen: true } decision
            && await OverAsync(decision, ct) is { } what ? new PublicAsk($"{what}. Close {decision.Name}?") : null);
        registry.Cards.Add(Source, async (request, ct) => int.TryParse(request.About, out var number) && await decisions.FindAsync(request.Plant, number, ct) is { IsOpen: true } decision
            && await OverAsync(decision, ct) is { } what && !decision.IsStillNeededAfter(what) ? Draw((await views.LoadAsync(plants.Get(request.Plant), [decision], ct))[0], what) : null);
        registry.Presses.On(Verbs.CloseOver, (press, ct) => AnswerAsync(press, Verbs.CloseOver, (d, what, may) => d.CloseOver(what, press.By, may, press.Now), ct));
        registry.Presses.On(Verbs.StillNeeded, (press, ct) => AnswerAsync(press, Verbs.StillNeeded, (d, what, may) => d.StillNeeded(what, press.By, may, press.Now), ct));
    }

    private async Task<IReadOnlyList<Occurrence>> DeriveAsync(PlantProfile plant, DateTimeOffset since, DateTimeOffset until, CancellationToken ct) =>
        await plans.CurrentAsync(plant.Id, ct) is { } version && version.PublishedAt >= since && version.PublishedAt <= until
            ? [new Occurrence(plant.Id, Kind, $"v{version.Number}", version.PublishedAt)] : [];

    /// <summary>One question for each decision and what became of its order, whichever version told it first.</summary>
    private async Task<Effect?> WorkAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        var asks = new List<Occurrence>();
        foreach (var decision in await decisions.OpenAboutOrdersAsync(plant.Id, ct))
            if (decision.Owner is not null && await OverAsync(decision, ct) is { } what && !decision.IsStillNeededAfter(what)) asks.Add(new(plant.Id, Ask, KeyOf(decision, what), now));
        return asks.Count == 0 ? null : new Effect { Occurrences = asks };
    }

    private async Task<Standing> ReadAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        if (DecisionChase.NumberOf(occurrence.Key) is not { } number || await decisions.FindAsync(plant.Id, number, ct) is not { Owner: { } owner } decision) return Standing.Silent("there is no such decision");
        if (!decision.IsOpen) return Standing.Silent($"{decision.Name}: {DecisionStates.Of(decision)}");
        if (await OverAsync(decision, ct) is not { } what || occurrence.Key != KeyOf(decision, what)) return Standing.Silent($"the order of {decision.Name} is open in the plan");
        return decision.IsStillNeededAfter(what) ? Standing.Silent($"{decision.Name} is still needed")
            : new([new Asked("owner", owner, new CardRef(Source, $"{decision.Number}")) { TrackAs = $"{Source}:{decision.Id}" }]);
    }

    private static string KeyOf(Decision decision, string what) => $"{DecisionChase.KeyPrefix(decision)}{what}";

    /// <summary>What became of the order, by the plan in use: "SO63216 was shipped"; null while it or a part of it is open, or when it was never in a plan.</summary>
    private async Task<string?> OverAsync(Decision decision, CancellationToken ct)
    {
        if (decision.Subject.Kind != SubjectKind.Order || await plans.CurrentAsync(decision.Plant, ct) is not { } version) return null;
        var order = decision.Subject.Reference;
        var lines = await plans.OrderLinesAsync(decision.Plant, version.Number, order, ct);
        if (lines.Count == 0 || lines.Any(line => line.OpenQuantity > 0)) return null;
        // A split order goes on in its parts.
        var parts = (await plans.KinAsync(decision.Plant, version.Number, ct)).Where(kin => kin.Parent == order && !kin.IsMerge).ToList();
        if (parts.Any(part => part.Open > 0)) return null;
        return AtRiskList.ReasonOf([.. lines], null) switch
        {
            _ when parts.Count > 0 => $"{order} was split and no part of it is open",
            LeaveReason.Cancelled => $"{order} was cancelled",
            LeaveReason.Merged => $"{order} became part of another order",
            _ => $"{order} was shipped",
        };
    }

    /// <summary>The plan is asked again: a button alone closes nothing.</summary>
    private async Task<PressAnswer> AnswerAsync(Press press, string verb, Func<Decision, string, bool, DecisionOutcome> answer, CancellationToken ct)
    {
        if (await changes.FindAsync(press, ct) is not { } found) return ChangeDecision.Unknown();
        if (found.IsOpen && await OverAsync(found, ct) is null) return PressAnswer.Say($"{found.Subject.Reference} is open in the plan, so {found.Name} stays open. Nothing was changed.");
        var what = await OverAsync(found, ct) ?? "";
        var may = (await changes.ChairAsync(press, ct)).IsChair || await changes.ActsForOwnerAsync(press, ct);
        return await changes.RunAsync(press, new(verb, what, d => answer(d, what, may)) { Form = Source }, ct);
    }

    internal static Card Draw(DecisionView view, string what)
    {
        var title = $"{what}. Close {view.Decision.Name}?";
        return new Card
        {
            Summary = title,
            Body =
            [
                TextBlock.Heading(title), new TextBlock(view.Decision.Text) { Weight = TextWeight.Bolder },
                TextBlock.Subtle($"{DataLine.Short(view.PlantName, 40)}. {view.Names.Owner(view.Decision)}, due {DayWords.Of(view.Decision.Due, view.Today)}. It stays open until somebody presses Close."),
            ],
            Actions =
            [
                DecisionCard.Action(view, "Close", Verbs.CloseOver) with { Style = ActionStyle.Positive }, DecisionCard.Action(view, "Still needed", Verbs.StillNeeded),
            ],
        };
    }
}

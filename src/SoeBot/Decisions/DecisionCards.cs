using System.Globalization;
using SoeBot.Cards;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Decisions;
using SoeBot.Store.People;
using SoeBot.Teams.Cards;
using SoeBot.Words;

namespace SoeBot.Decisions;

/// <summary>Loads what the cards of decisions show, at the moment they are drawn.</summary>
internal sealed class DecisionCards(DecisionStore decisions, DecisionViews views, PeopleStore people, PersonFinder finder, PlantProfiles plants, MeetingDates dates, PlantClock clock)
{
    public void Register(CardSources sources)
    {
        sources.Add(DecisionFormCard.Source, async (request, ct) =>
            await FormAsync(plants.Get(request.Plant), DecisionDraft.FromJson(request.About), new Dictionary<string, string>(), ct));
        sources.Add(DecisionCard.Receipt, (request, ct) => ViewedAsync(request, (view, _) => DecisionCard.DrawReceipt(view), ct));
        sources.Add(DecisionCard.Chase, (request, ct) => ViewedAsync(request, Chased, ct));
        sources.AddAsk(DecisionCard.Chase, async (request, ct) => await ViewAsync(request, ct) is { Decision.IsOpen: true } view ? DecisionCard.Ask(view) : null);
        sources.Add(DecisionForms.Redate, (request, ct) => ViewedAsync(request, (view, _) => DecisionForms.DrawRedate(view, Later(view)), ct));
        sources.Add(DecisionForms.Block, (request, ct) => ViewedAsync(request, (view, _) => DecisionForms.DrawBlock(view), ct));
        sources.Add(DecisionForms.Correct, (request, ct) => ViewedAsync(request, (view, _) => DecisionForms.DrawCorrect(view), ct));
        sources.Add(DecisionForms.Drop, (request, ct) => ViewedAsync(request, (view, _) => DecisionForms.DrawDrop(view), ct));
        sources.Add(DecisionForms.Refuse, async (request, ct) =>
            await ViewAsync(request, ct) is { } view ? DecisionForms.DrawRefuse(view, await finder.LikelyAsync(request.Plant, ct), finder.HasDirectory) : null);
    }

    public async Task<Card> FormAsync(PlantProfile plant, DecisionDraft draft, IReadOnlyDictionary<string, string> problems, CancellationToken ct) =>
        DecisionFormCard.Draw(await FormViewAsync(plant, draft, problems, ct));

    public async Task<DecisionFormView> FormViewAsync(PlantProfile plant, DecisionDraft draft, IReadOnlyDictionary<string, string> problems, CancellationToken ct)
    {
        var now = clock.Now(plant.Id);
        var next = await dates.NextAsync(plant, now, ct) is { } meeting ? plant.Calendar.DayOf(meeting) : (DateOnly?)null;
        var likely = await finder.LikelyAsync(plant.Id, ct);
        if (draft.OwnerKey is { } owner && likely.All(person => person.Key != owner) && await people.FindAsync(owner, ct) is { } chosen) likely = [chosen, .. likely];
        return new(plant.Id.Value, plant.Name, draft, likely, plant.Calendar.DayOf(now), next, problems, finder.HasDirectory);
    }

    /// <summary>What the one who pressed sees in place of the shared card.</summary>
    public Task<Card> ReceiptAsync(PlantProfile plant, Decision decision, PersonKey by, CancellationToken ct) => views.DrawAsync(plant, decision, by, ct);

    public Task<string> RefusalAsync(DecisionOutcome outcome, Decision decision, Press press, CancellationToken ct) => RefusalAsync(outcome, decision, press.Plant, ct);

    /// <summary>Why not, and what to do.</summary>
    public async Task<string> RefusalAsync(DecisionOutcome outcome, Decision decision, PlantId plant, CancellationToken ct) => outcome switch
    {
        DecisionOutcome.NotYours => $"{decision.Name} belongs to {await NameAsync(decision.Owner, ct) ?? "somebody else"}. Only the owner answers for it.",
        DecisionOutcome.DueInPast => "That day is past. Choose today or later.",
        DecisionOutcome.ReasonNeeded => $"Say why in a few words: \"{decision.Name} to Mon, supplier answers late\".",
        DecisionOutcome.Incomplete => $"{decision.Name} has no owner or no date yet. Complete it first.",
        DecisionOutcome.OptionsNeeded => "Name two options and what you recommend: the next level decides between them.",
        DecisionOutcome.NotReplaceable => "Only an older decision that is still open can be replaced.",
        DecisionOutcome.ChairNeeded => $"Only the chair of the meeting or {string.Join(" or ", await finder.NamesAsync(plant, Role.Lead, ct))} can correct or drop {decision.Name}.",
        DecisionOutcome.MeetingOver => $"The meeting of {decision.Name} is over, so its words stand. Record a new decision that replaces it.",
        DecisionOutcome.LeadAsked => $"You moved {decision.Name} twice. A third date is for {string.Join(" or ", await finder.NamesAsync(plant, Role.Lead, ct))} to give, who is asked now.",
        DecisionOutcome.Changed or DecisionOutcome.SameAsBefore or DecisionOutcome.AlreadyClosed or DecisionOutcome.OldCard => DecisionStates.Of(decision),
    };

    private async Task<string?> NameAsync(PersonKey? person, CancellationToken ct) =>
        person is { } key && await people.FindAsync(key, ct) is { Name.Length: > 0 } known ? known.Name : null;

    private static Card? Chased(DecisionView view, string step)
    {
        var decision = view.Decision;
        // A reminder that waited while its reason went away says nothing.
        if (step is not ("state" or "recorded" or "") && !decision.IsOpen) return null;
        var title = (step, decision.Status) switch
        {
            ("recorded", DecisionStatus.Proposed) => $"{decision.Name} is yours: do you take it?",
            ("due-soon", _) => $"Due tomorrow: {decision.Name}",
            ("due", _) => $"Due today: {decision.Name}",
            ("overdue" or "escalate", _) => $"Overdue: {decision.Name}. Done, or which new date?",
            _ => DecisionWords.Headline(decision, view.Names),
        };
        return DecisionCard.DrawChase(view, title);
    }

    private static DateOnly Later(DecisionView view) => (view.Decision.Due is { } due && due > view.Today ? due : view.Today).AddDays(view.Today.DayOfWeek is DayOfWeek.Thursday or DayOfWeek.Friday ? 4 : 2);

    private async Task<Card?> ViewedAsync(CardRequest request, Func<DecisionView, string, Card?> draw, CancellationToken ct) =>
        await ViewAsync(request, ct) is { } view ? draw(view, request.About.Contains(':', StringComparison.Ordinal) ? request.About.Split(':')[1] : "") : null;

    private async Task<DecisionView?> ViewAsync(CardRequest request, CancellationToken ct) =>
        int.TryParse(request.About.Split(':')[0], CultureInfo.InvariantCulture, out var number) && await decisions.FindAsync(request.Plant, number, ct) is { } decision
            ? (await views.LoadAsync(plants.Get(request.Plant), [decision], ct))[0]
            : null;
}

using System.Globalization;
using SoeBot.Cards;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Store.Decisions;
using SoeBot.Store.Meetings;
using SoeBot.Store.People;
using SoeBot.Teams.Cards;
using SoeBot.Words;

namespace SoeBot.Decisions;

/// <summary>Loads what the cards of decisions show, at the moment they are drawn.</summary>
internal sealed class DecisionCards(DecisionStore decisions, DecisionViews views, PeopleStore people, PersonFinder finder, OwnerReading owners, DraftDecision drafts, MeetingStore meetings, PlantProfiles plants, PlantClock clock)
{
    public void Register(CardSources sources)
    {
        sources.Add(DecisionFormCard.Source, async (request, ct) =>
            await FormAsync(plants.Get(request.Plant), DecisionForm.Of(DecisionDraft.FromJson(request.About)), ct));
        sources.Add(DecisionCard.Receipt, (request, ct) => ViewedAsync(request, (view, _) => DecisionCard.DrawReceipt(view), ct));
        sources.Add(DecisionCard.Chase, (request, ct) => ViewedAsync(request, Chased, ct));
        sources.AddAsk(DecisionCard.Chase, async (request, ct) => await ViewAsync(request, ct) is { Decision.IsOpen: true } view ? DecisionCard.Ask(view) : null);
        sources.Add(DecisionForms.Redate, (request, ct) => ViewedAsync(request, (view, _) => DecisionForms.DrawRedate(view, Later(view)), ct));
        sources.Add(DecisionForms.Miss, (request, ct) => ViewedAsync(request, (view, _) => DecisionForms.DrawMiss(view), ct));
        sources.Add(DecisionForms.ThirdDate, (request, ct) => ViewedAsync(request, (view, _) => DecisionForms.DrawThirdDate(view), ct));
        sources.Add(DecisionForms.Complete, async (request, ct) => await ViewAsync(request, ct) is { } view
            ? DecisionForms.DrawComplete(view, await finder.LikelyAsync(request.Plant, ct), finder.HasDirectory, await SuggestedAsync(view.Decision, ct), await drafts.UsualDueAsync(plants.Get(request.Plant), ct)) : null);
        sources.Add(ReplaceCard.Source, async (request, ct) => await PairAsync(request, ct) is var (newer, older) ? ReplaceCard.Draw(newer, older) : null);
        sources.Add(DecisionForms.Block, (request, ct) => ViewedAsync(request, (view, _) => DecisionForms.DrawBlock(view), ct));
        sources.Add(DecisionForms.Correct, (request, ct) => ViewedAsync(request, (view, _) => DecisionForms.DrawCorrect(view), ct));
        sources.Add(DecisionForms.Drop, (request, ct) => ViewedAsync(request, (view, _) => DecisionForms.DrawDrop(view), ct));
        sources.Add(DecisionForms.Refuse, async (request, ct) =>
            await ViewAsync(request, ct) is { } view ? DecisionForms.DrawRefuse(view, await finder.LikelyAsync(request.Plant, ct), finder.HasDirectory) : null);
    }

    public async Task<Card> FormAsync(PlantProfile plant, DecisionForm form, CancellationToken ct) => DecisionFormCard.Draw(await FormViewAsync(plant, form, ct));

    public async Task<DecisionFormView> FormViewAsync(PlantProfile plant, DecisionForm form, CancellationToken ct)
    {
        var draft = form.Draft;
        var now = clock.Now(plant.Id);
        var likely = await finder.LikelyAsync(plant.Id, ct);
        if (draft.Helpers is { } group && await owners.MembersAsync(plant.Id, group, ct) is { Count: > 0 } members) likely = [.. members, .. likely.Where(person => members.All(one => one.Key != person.Key))];
        if (draft.OwnerKey is { } owner && likely.All(person => person.Key != owner) && await people.FindAsync(owner, ct) is { } chosen) likely = [chosen, .. likely];
        return new(plant.Id.Value, plant.Name, draft, likely, plant.Calendar.DayOf(now), await drafts.NextMeetingAsync(plant, now, ct), form.Problems, finder.HasDirectory)
        {
            InMeeting = await meetings.OpenAsync(plant.Id, ct) is not null, UseDue = form.UseDue, KeepDue = form.KeepDue, DueIsFree = draft.Due is { } due && !plant.Calendar.IsWorkingDay(due),
        };
    }

    /// <summary>What the one who pressed sees in place of the shared card.</summary>
    public Task<Card> ReceiptAsync(PlantProfile plant, Decision decision, PersonKey by, CancellationToken ct) => views.DrawAsync(plant, decision, by, null, ct);

    /// <summary>In place of an old card that somebody pressed. Whoever made the change that made it old needs not be told.</summary>
    /// <param name="seen">The version that the old card was drawn from.</param>
    public Task<Card> TodaysAsync(PlantProfile plant, Decision decision, PersonKey by, int seen, CancellationToken ct)
    {
        var own = decision.Events.Skip(seen).All(happened => happened.By == by);
        var drawn = decision.Events[Math.Min(seen, decision.Events.Count) - 1].At;
        return views.DrawAsync(plant, decision, by, own ? null : $"The card you pressed is of {DayWords.Moment(drawn, plant.Calendar)}. Nothing was changed; today's is here.", ct);
    }

    public async Task<Card> CompleteFormAsync(PlantProfile plant, Decision decision, PersonKey? owner, DateOnly? due, string question, DateOnly? use, DateOnly? keep, CancellationToken ct) =>
        DecisionForms.DrawComplete((await views.LoadAsync(plant, [decision], ct))[0], await finder.LikelyAsync(plant.Id, ct), finder.HasDirectory, owner, due, question, use, keep);

    /// <summary>Why not, and what to do.</summary>
    /// <param name="press">The verb; null for a typed line.</param>
    public async Task<string> RefusalAsync(DecisionOutcome outcome, Decision decision, PlantId plant, CancellationToken ct, string? press = null) => outcome switch
    {
        DecisionOutcome.NotYours when press is Verbs.Choose or Verbs.CallMe or Verbs.Delegate => $"{decision.Name} waits for {await NameAsync(decision.WaitsFor, ct) ?? "somebody else"}. Only who is asked decides.",
        DecisionOutcome.NotYours => $"{decision.Name} belongs to {await NameAsync(decision.Owner, ct) ?? "somebody else"}. Only the owner answers for it.",
        DecisionOutcome.DueInPast => "That day is past. Choose today or later.",
        DecisionOutcome.ReasonNeeded => $"Say why in a few words: \"{decision.Name} to Mon, supplier answers late\".",
        DecisionOutcome.Incomplete => $"{decision.Name} has no owner or no date yet. Complete it first.",
        DecisionOutcome.OptionsNeeded => "Name two options and what you recommend: the next level decides between them.",
        DecisionOutcome.NotReplaceable => "Only an older decision that is still open can be replaced.",
        DecisionOutcome.ChairNeeded when !decision.IsComplete => $"Who noted {decision.Name}, the chair or {string.Join(" or ", await finder.NamesAsync(plant, Role.Lead, ct))} can complete it.",
        DecisionOutcome.ChairNeeded => $"Only the chair of the meeting or {string.Join(" or ", await finder.NamesAsync(plant, Role.Lead, ct))} can do this with {decision.Name}.",
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
            // The working day before: on a Friday that is not the day before, and a card that waited is drawn later.
            ("due-soon", _) => $"Due {(decision.Due <= view.Today ? "today" : decision.Due == view.Today.AddDays(1) ? "tomorrow" : DayWords.Of(decision.Due ?? view.Today, view.Today))}: {decision.Name}",
            ("due", _) => $"Due today: {decision.Name}",
            ("overdue" or "escalate", _) => $"Overdue: {decision.Name}. Done, or which new date?",
            _ => DecisionWords.Headline(decision, view.Names),
        };
        return DecisionCard.DrawChase(view, title);
    }

    private static DateOnly Later(DecisionView view) => (view.Decision.Due is { } due && due > view.Today ? due : view.Today).AddDays(view.Today.DayOfWeek is DayOfWeek.Thursday or DayOfWeek.Friday ? 4 : 2);

    private async Task<Card?> ViewedAsync(CardRequest request, Func<DecisionView, string, Card?> draw, CancellationToken ct) =>
        await ViewAsync(request, ct) is { } view ? draw(view, request.About.Contains(':', StringComparison.Ordinal) ? request.About.Split(':')[1] : "") : null;

    /// <summary>About "41:36"; null when the older one is not open any more, and then nothing is asked.</summary>
    private async Task<(DecisionView Newer, DecisionView Older)?> PairAsync(CardRequest request, CancellationToken ct)
    {
        if (request.About.Split(':') is not [var one, var other] || !int.TryParse(one, CultureInfo.InvariantCulture, out var newer) || !int.TryParse(other, CultureInfo.InvariantCulture, out var older)) return null;
        if (await decisions.FindAsync(request.Plant, newer, ct) is not { } now || await decisions.FindAsync(request.Plant, older, ct) is not { IsOpen: true } old) return null;
        var both = await views.LoadAsync(plants.Get(request.Plant), [now, old], ct);
        return (both[0], both[1]);
    }

    /// <summary>Who answers for the order it is about.</summary>
    private async Task<PersonKey?> SuggestedAsync(Decision decision, CancellationToken ct) =>
        decision.Owner ?? (decision.Subject.Kind == SubjectKind.Order ? await drafts.OwnerOfAsync(decision.Plant, decision.Subject.Reference, ct) : null);

    private async Task<DecisionView?> ViewAsync(CardRequest request, CancellationToken ct) =>
        int.TryParse(request.About.Split(':')[0], CultureInfo.InvariantCulture, out var number) && await decisions.FindAsync(request.Plant, number, ct) is { } decision
            ? (await views.LoadAsync(plants.Get(request.Plant), [decision], ct))[0]
            : null;
}

using SoeBot.Cards;
using SoeBot.Domain.Changes;
using SoeBot.Domain.People;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Changes;
using SoeBot.Store.Conversations;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.Risks;
using SoeBot.Teams.Routing;

namespace SoeBot.Changes;

/// <summary>Sends, approves, rejects, signs, asks: one press, one step. Who may is looked up at that moment; a card's data says only which request is meant.</summary>
internal sealed class DecideChange(ChangeStore changes, ChangeViews views, AtRiskStore risks, ConversationStore conversations, OutboxStore outbox, PlantProfiles plants)
{
    private const string Unknown = "I do not find this change request any more. Type changes to see the open ones.";

    public Task<PressAnswer> SendAsync(Press press, CancellationToken ct) => StepAsync(press, Verbs.Send, (request, _, staff) =>
        request.Send(press.By, new(FileChange.ReasonOf(press.Input), press.Input.Text("in_text"), press.Input.IsOn("in_customer"), null), staff.Signing(request.By), staff.IsManager(press.By, request), press.Now, staff.Decider(request)), ct);

    public Task<PressAnswer> WithdrawAsync(Press press, CancellationToken ct) =>
        StepAsync(press, Verbs.Withdraw, (request, _, _) => request.Withdraw(press.By, press.Input.Text("in_why"), press.Now), ct);

    public Task<PressAnswer> ApproveAsync(Press press, CancellationToken ct) =>
        StepAsync(press, Verbs.Approve, (request, standing, _) => request.Approve(press.By, standing, null, Seen(press), press.Now), ct);

    public Task<PressAnswer> ApproveIfAsync(Press press, CancellationToken ct) => StepAsync(press, Verbs.ApproveIf, (request, standing, _) =>
        request.Approve(press.By, standing, Words(press, "in_condition"), Seen(press), press.Now, isConditional: true), ct);

    public Task<PressAnswer> RejectAsync(Press press, CancellationToken ct) =>
        StepAsync(press, Verbs.Reject, (request, standing, _) => request.Reject(press.By, standing, Words(press, "in_why"), Seen(press), press.Now), ct);

    public Task<PressAnswer> AskAsync(Press press, CancellationToken ct) =>
        StepAsync(press, Verbs.Ask, (request, standing, _) => request.Question(press.By, standing, Words(press, "in_question"), press.Now), ct);

    public Task<PressAnswer> AnswerAsync(Press press, CancellationToken ct) =>
        StepAsync(press, Verbs.Answer, (request, _, _) => request.Answer(press.By, Words(press, "in_answer"), press.Now), ct);

    public Task<PressAnswer> GiveAsync(Press press, CancellationToken ct) => StepAsync(press, Verbs.Give, (request, standing, staff) =>
        staff.DeputyFor(request) is null ? ChangeOutcome.NoRight : request.GiveToDeputy(press.By, standing, press.Now), ct);

    public Task<PressAnswer> TakeBackAsync(Press press, CancellationToken ct) =>
        StepAsync(press, Verbs.TakeBack, (request, standing, _) => request.TakeBack(press.By, standing, press.Now), ct);

    public async Task<PressAnswer> UrgeAsync(Press press, CancellationToken ct)
    {
        if (press.Input.Whole("r") is not { } number) return await UnknownAsync(press, Verbs.Urge, ct);
        var (request, outcome) = await TryAsync(press.Origin, number, Verbs.Urge, (one, _, staff) => staff.HasRole(press.By) ? one.Urge(press.By, press.Now) : ChangeOutcome.NoRight, Effect.None, ct);
        if (request is null) return await UnknownAsync(press, Verbs.Urge, ct);
        var plant = plants.Get(press.Plant);
        if (outcome is not (ChangeOutcome.Changed or ChangeOutcome.SameAsBefore)) return PressAnswer.Say(await WordsAsync(plant, request, outcome, ct));
        var view = await views.LoadAsync(plant, request, ct);
        return PressAnswer.Say($"{view.Names.Any(view.Deciders)} is asked: {request.Name} is in their chat. You hear how it ends.");
    }

    public AnswerPress Sign(string verb, Signature signature) => (press, ct) =>
        StepAsync(press, verb, (request, standing, _) => request.Sign(press.By, standing, signature, Words(press, "in_why"), Seen(press), press.Now), ct);

    /// <summary>The one road of a step into the store; for a typed line without a card to answer on.</summary>
    public async Task<(ChangeRequest? Request, ChangeOutcome Outcome)> TryAsync(
        Origin origin, int number, string verb, Func<ChangeRequest, Standing, ChangeStaff, ChangeOutcome> step, Effect also, CancellationToken ct)
    {
        if (await changes.FindAsync(origin.Plant, number, ct) is not { } found) return (null, default);
        var plant = plants.Get(origin.Plant);
        var circle = await CircleAsync(plant, found, ct);
        var channel = await conversations.OfPlantAsync(plant.Id, ChannelUse.Week, ct);
        var elsewhere = channel is null || channel.Id != origin.Conversation.Split(';')[0];
        var result = await changes.ChangeAsync(found.Id, request =>
        {
            var before = request.State;
            // What ran out of time before anybody came to note it has ended first of all.
            if (request.SentAt is not null && request.Expire(ChangeRules.DraftsLive, origin.Now) == ChangeOutcome.Changed)
                return (ChangeOutcome.TooLate, ChangeEffects.Stepped(plant, request, before, null, ChangeEffects.Expiry, origin.Now, circle));
            var outcome = step(request, circle.Staff.Of(origin.By, request), circle.Staff);
            if (outcome != ChangeOutcome.Changed)
                return (outcome, outcome is not (ChangeOutcome.SameAsBefore or ChangeOutcome.ReasonNeeded)
                    ? new Effect { Audit = [new(plant.Id, origin.Now, origin.By, verb, request.Name, $"refused: {outcome}", request.Impact?.PlanVersion)] } : Effect.None);
            var effect = ChangeEffects.Stepped(plant, request, before, origin.By, verb, origin.Now, circle);
            if (verb == Verbs.Send && request.Waits && elsewhere) effect = effect with { Messages = [.. effect.Messages, ChangeEffects.InChannel(plant, request)] };
            return (outcome, effect with { InboxDone = also.InboxDone, Messages = [.. effect.Messages, .. also.Messages] });
        }, ct);
        return (result.Value, result.Outcome);
    }

    public async Task<ChangeCircle> CircleAsync(PlantProfile plant, ChangeRequest request, CancellationToken ct)
    {
        var orders = (request.Impact?.Orders ?? []).Where(one => one.IsSubject || one.IsWorse).Select(one => one.Order).Append(request.What.Reference).Distinct().ToList();
        var owners = (await risks.OfPlantAsync(plant.Id, orders, ct)).Select(row => row.Owner).OfType<PersonKey>().Distinct().ToList();
        return new ChangeCircle(await views.StaffAsync(plant, ct), owners, views.ClockOffset(plant));
    }

    /// <summary>Why not, and what to do; for what ended or did not change, its state.</summary>
    public async Task<string> WordsAsync(PlantProfile plant, ChangeRequest request, ChangeOutcome outcome, CancellationToken ct)
    {
        var view = await views.LoadAsync(plant, request, ct);
        return outcome switch
        {
            ChangeOutcome.NotYours => $"{request.Name} was asked for by {view.Names.Of(request.By)}, who alone can send, answer or withdraw it.",
            ChangeOutcome.NoRight when !request.Waits => $"Only {view.Names.Of(request.DecidedBy)} or the plant manager can take back what was decided on {request.Name}.",
            ChangeOutcome.NoRight => ChangeNotes.NoRight(view),
            ChangeOutcome.UndoOver => $"What was decided on {request.Name} stands: it can be taken back for 10 minutes, and not once its slot started. Ask for a new change.",
            ChangeOutcome.DeputyNotYet => $"{view.Names.Any(view.Deciders)} decides on {request.Name} until {(request.HalfTimeAt is { } half ? Words(half) : "half time")}; from then on you may too.",
            ChangeOutcome.OwnRequest => $"You asked for {request.Name} yourself. {view.Names.Any(view.Deciders, "Somebody else with the right")} decides.",
            ChangeOutcome.TooLate when request.Waits || request.State == ChangeState.Expired => $"{request.Name} expired {(request.ExpiresAt is { } end ? Words(end) : "")}: its first slot started. The order runs as planned.",
            ChangeOutcome.TooLate => $"{request.Name} cannot be asked for any more: {(request.IsAfterwards ? "an emergency is filed within 24 hours" : "its first slot has started")}.",
            ChangeOutcome.ReasonNeeded => "Say why in a few words.",
            ChangeOutcome.NotChecked when request.Waits => $"Nobody has decided on {request.Name} yet.",
            ChangeOutcome.NotChecked when request.State == ChangeState.Checked => $"{request.Name} is not sent yet, so there is nothing to decide.",
            ChangeOutcome.NotChecked => $"What {request.Name} would do is still being calculated. Its card changes when it is known.",
            ChangeOutcome.Impossible => request.Impact?.Problem ?? $"{request.Name} cannot be done so.",
            ChangeOutcome.OldCard => $"This card of {request.Name} was old. Today's is here: look at it and press again.",
            ChangeOutcome.NotAsked => $"Nobody asked that of you on {request.Name}.",
            ChangeOutcome.Changed or ChangeOutcome.SameAsBefore or ChangeOutcome.AlreadyEnded => $"{ChangeWords.Headline(view)}.",
        };

        string Words(DateTimeOffset at) => SoeBot.Words.DayWords.Moment(at, plant.Calendar);
    }

    private async Task<PressAnswer> StepAsync(Press press, string verb, Func<ChangeRequest, Standing, ChangeStaff, ChangeOutcome> step, CancellationToken ct)
    {
        if (press.Input.Whole("r") is not { } number) return await UnknownAsync(press, verb, ct);
        var (request, outcome) = await TryAsync(press.Origin, number, verb, step, Effect.None, ct);
        if (request is null) return await UnknownAsync(press, verb, ct);
        var plant = plants.Get(press.Plant);
        // Whoever has no part in it learns who has, and nothing of what it says.
        return (outcome is ChangeOutcome.Changed or ChangeOutcome.SameAsBefore or ChangeOutcome.AlreadyEnded or ChangeOutcome.OldCard or ChangeOutcome.TooLate || (outcome == ChangeOutcome.NoRight && request.Waits))
            && (press.By == request.By || (await views.StaffAsync(plant, ct)).HasRole(press.By))
            ? PressAnswer.Show(await views.DrawAsync(plant, request, press.By, ct, outcome))
            : PressAnswer.Say(await WordsAsync(plant, request, outcome, ct));
    }

    /// <summary>No card of ours names a request that is not there.</summary>
    private async Task<PressAnswer> UnknownAsync(Press press, string verb, CancellationToken ct)
    {
        await outbox.AddAsync(ChangeEffects.Refused(press, verb, "change request", "no such request"), ct);
        return PressAnswer.Say(Unknown);
    }

    private static int Seen(Press press) => press.Input.Whole("v") ?? 0;

    private static string? Words(Press press, string field) => press.Input.Text(field) is { Length: <= 300 } words ? words : null;
}

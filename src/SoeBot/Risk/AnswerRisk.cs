using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Risk;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.People;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.Risks;
using SoeBot.Teams.Routing;

namespace SoeBot.Risk;

/// <summary>The owner's form and what comes of it: saved, refused beside the field, overtaken by somebody who was quicker (C3).</summary>
internal sealed class AnswerRisk(AtRiskStore risks, OutboxStore outbox, Rights rights, PlantProfiles plants, RiskCards cards)
{
    private const string Gone = "This order is not in the plan any more.";

    private enum Saved { Yes, SameAsBefore, RiskNeeded, TellByTooLate, Overtaken }

    /// <summary>A form of its own, posted where the work is; one that is filled already ("Change") opens in place for its writer.</summary>
    public async Task<PressAnswer> OfferFormAsync(Press press, string? order, CancellationToken ct)
    {
        if (order is null || await cards.FindAsync(press.Plant, order, ct) is null) return PressAnswer.Say(Gone);
        if (RiskInput.IsFilled(press.Input))
        {
            var filled = new RefusedAnswer(RiskInput.Read(press.Input), new Dictionary<string, string>());
            return await cards.FormAsync(press.Plant, order, RiskInput.Form(press.Input), filled, ct) is { } card ? PressAnswer.Show(card) : PressAnswer.Say(Gone);
        }
        var form = press.ActivityId;
        await outbox.AddAsync(
            new Effect { Messages = [press.ToConversation(new CardRef(RiskFormCard.Source, RiskForm.About(order, form)), $"form:{form}", trackAs: RiskForm.TrackAs(press.Plant, order, form))] }, ct);
        return PressAnswer.Say($"The form for {order} is below.");
    }

    public async Task<PressAnswer> SaveAsync(Press press, string verb, CancellationToken ct)
    {
        if (press.Input.Text("r") is not { } order || await cards.FindAsync(press.Plant, order, ct) is not { } known) return PressAnswer.Say(Gone);
        if (!await rights.HasAnyAsync(press.Plant, press.By, ct)) return PressAnswer.Say(await rights.WhoCanAsync(press.Plant, "answer for an order", ct));
        var answer = RiskInput.Read(press.Input);
        var form = RiskInput.Form(press.Input);
        if (answer.Status == RiskStatus.Unanswered)
            return await RefuseAsync(press, order, form, new(answer, Problem("in_status", "Choose green, amber or red.")), ct);

        var plant = plants.Get(press.Plant);
        var change = new RiskChange(plant, press.By, press.Tenant, press.Conversation, press.Now, known.Version.Number);
        var seen = press.Input.Whole("v") ?? 0;
        var result = await risks.ChangeAsync<Saved>(press.Plant, order, said =>
        {
            if (said.AnsweredBy == press.By && Says(said, answer)) return (Saved.SameAsBefore, Effect.None);
            if (said.Version != seen && said.AnsweredBy is { } other && other != press.By) return (Saved.Overtaken, Effect.None);
            return said.Answer(answer, known.Order.Commitment, press.By, press.Now) switch
            {
                AtRiskOutcome.RiskNeeded => (Saved.RiskNeeded, Effect.None),
                AtRiskOutcome.TellByAfterCommitment => (Saved.TellByTooLate, Effect.None),
                AtRiskOutcome.Changed or AtRiskOutcome.SameAsBefore or AtRiskOutcome.ReasonNeeded =>
                    (Saved.Yes, RiskEffects.Of(change, said, verb, $"{RiskWords.Of(answer.Status)}; {answer.Risk}; {answer.Mitigation}", form)),
            };
        }, ct);
        return result.Outcome switch
        {
            Saved.RiskNeeded => await RefuseAsync(press, order, form, new(answer, Problem("in_risk", "Say what is at risk: amber and red need it.")), ct),
            Saved.TellByTooLate => await RefuseAsync(press, order, form, TooLate(plant, known, answer, press.Now), ct),
            Saved.Overtaken => await ReceiptAsync(press, order, "Somebody answered before you, and yours was not recorded. This is theirs; press Change to answer again.", ct),
            Saved.Yes or Saved.SameAsBefore => await ReceiptAsync(press, order, null, ct),
        };
    }

    /// <summary>What was promised to the customer, from the form (R54).</summary>
    public async Task<PressAnswer> ToldAsync(Press press, CancellationToken ct)
    {
        if (press.Input.Text("r") is not { } order || await cards.FindAsync(press.Plant, order, ct) is not { } known) return PressAnswer.Say(Gone);
        if (!await rights.HasAnyAsync(press.Plant, press.By, ct)) return PressAnswer.Say(await rights.WhoCanAsync(press.Plant, "note what a customer was told", ct));
        var plant = plants.Get(press.Plant);
        if (press.Input.Day("in_promised") is not { } promised) return PressAnswer.Say("Which new date was promised? Choose it and press Record again.");
        var today = plant.Calendar.DayOf(press.Now);
        var told = press.Input.Day("in_told") is { } day && day <= today ? day : today;
        var change = new RiskChange(plant, press.By, press.Tenant, press.Conversation, press.Now, known.Version.Number);
        var how = press.Input.Text("in_how") is { Length: <= 40 } way ? way : null;
        var waits = await WaitsAsync(change, known, promised, ct);
        await TellAsync(change, known, new(told, promised, how), RiskVerbs.Told, RiskInput.Form(press.Input), Effect.None, ct);
        return await ReceiptAsync(press, order, TellingNote(known, told, promised, waits), ct);
    }

    /// <param name="How">"by phone"; null when nobody said.</param>
    internal readonly record struct Telling(DateOnly On, DateOnly Promised, string? How = null);

    /// <summary>The S&amp;OE lead is to decide first: earlier than the schedule can do, and said by nobody who leads (R137).</summary>
    public async Task<bool> WaitsAsync(RiskChange change, RiskCards.Known known, DateOnly promised, CancellationToken ct) =>
        known.Order.Projected is { } projected && promised < projected && await LeadsAsync(change, ct) is { Count: > 0 } leads && !leads.Contains(change.By);

    /// <param name="with">What is committed together with it, for a typed line.</param>
    public async Task TellAsync(RiskChange change, RiskCards.Known known, Telling telling, string verb, string form, Effect with, CancellationToken ct)
    {
        var (waits, leads) = (await WaitsAsync(change, known, telling.Promised, ct), await LeadsAsync(change, ct));
        await risks.ChangeAsync<AtRiskOutcome>(change.Plant.Id, known.Order.Order, said =>
        {
            var (told, promised, how) = telling;
            var outcome = waits ? said.AskPromise(told, promised, change.By, change.Now, how) : said.Told(told, promised, known.Order.Commitment, change.By, change.Now, how);
            if (outcome == AtRiskOutcome.SameAsBefore) return (outcome, with);
            var effect = RiskEffects.Of(change, said, waits ? RiskVerbs.PromiseAsked : verb, $"told {RiskDays.OnTheWire(told)}, promised {RiskDays.OnTheWire(promised)}{(said.Events[^1].IsFailure ? ", told late" : "")}", form);
            return (outcome, with with { Audit = effect.Audit, Messages = [.. with.Messages, .. effect.Messages, .. waits ? leads.Select(lead => Ask(change, known.Order.Order, promised, lead)) : []] });
        }, ct);
    }

    private Task<IReadOnlyList<PersonKey>> LeadsAsync(RiskChange change, CancellationToken ct) => rights.ActingAsync(change.Plant.Id, Role.Lead, change.Plant.Calendar.DayOf(change.Now), ct);

    private static NewMessage Ask(RiskChange change, string order, DateOnly promised, PersonKey lead) => new()
    {
        Plant = change.Plant.Id, Key = $"{PromiseCard.Source}:{change.Plant.Id}:{order}:{promised:yyyyMMdd}:{change.Now.UtcTicks}:{lead.ObjectId}", Kind = MessageKind.Record, Target = new MessageTarget.Person(lead),
        Card = new CardRef(PromiseCard.Source, $"{order}|{RiskDays.OnTheWire(promised)}"), TrackAs = DecidePromise.TrackAs(change.Plant, order, promised),
    };

    /// <summary>Told too late, or promised more than the plan can do (R54, R137); null when neither.</summary>
    public static string? TellingNote(RiskCards.Known known, DateOnly told, DateOnly promised, bool waits)
    {
        if (known.Order.Projected is { } projected && promised < projected)
            return waits ? $"{PlanWords.Day(promised)} is earlier than the schedule can do ({PlanWords.Day(projected)}). The S&OE lead is asked; until then it is not promised."
                : $"Promised {PlanWords.Day(promised)}, but the schedule can do {PlanWords.Day(projected)}. Recorded as promised.";
        return told >= known.Order.Commitment ? "Told on the day itself or later: this counts as told late." : null;
    }

    private static RefusedAnswer TooLate(PlantProfile plant, RiskCards.Known known, RiskAnswer answer, DateTimeOffset now)
    {
        var use = RiskCards.TellBy(known.Order.Commitment, plant, plant.Calendar.DayOf(now));
        var words = $"Tell-by date is after the commitment date ({PlanWords.Day(known.Order.Commitment)}).{(use is { } day ? $" Use {PlanWords.Day(day)}?" : "")}";
        return new(answer, Problem("in_tellby", words), use);
    }

    /// <summary>An empty field leaves what is stored as it was, so it is no difference.</summary>
    private static bool Says(AtRiskOrder said, RiskAnswer answer) =>
        said.Status == answer.Status && (answer.Risk ?? said.Risk) == said.Risk && (answer.Mitigation ?? said.Mitigation) == said.Mitigation
        && (answer.NewDate ?? said.NewDate) == said.NewDate && (answer.TellBy ?? said.TellBy) == said.TellBy;

    private static Dictionary<string, string> Problem(string field, string words) => new() { [field] = words };

    private async Task<PressAnswer> RefuseAsync(Press press, string order, string form, RefusedAnswer refused, CancellationToken ct) =>
        await cards.FormAsync(press.Plant, order, form, refused, ct) is { } card ? PressAnswer.Show(card) : PressAnswer.Say(Gone);

    private async Task<PressAnswer> ReceiptAsync(Press press, string order, string? note, CancellationToken ct) =>
        await cards.ReceiptAsync(press.Plant, order, note, ct) is { } card ? PressAnswer.Show(card) : PressAnswer.Say(Gone);
}

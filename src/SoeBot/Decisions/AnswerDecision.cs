using SoeBot.Domain.Decisions;
using SoeBot.Domain.People;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Outbox;
using SoeBot.Teams.Routing;

namespace SoeBot.Decisions;

/// <summary>The owner's answers by button: take it, not me, done, missed, another date, blocked.</summary>
internal sealed class AnswerDecision(ChangeDecision changes, PlantProfiles plants, PersonFinder people, OwnerReading owners, Rights rights, DecisionCards cards, DecisionEffects effects)
{
    public async Task<PressAnswer> TakeAsync(Press press, CancellationToken ct)
    {
        var acts = await changes.ActsForOwnerAsync(press, ct);
        return await changes.RunAsync(press, new(Verbs.Take, null, d => d.Take(press.By, press.Now, acts)), ct);
    }

    public async Task<PressAnswer> DoneAsync(Press press, CancellationToken ct)
    {
        var acts = await changes.ActsForOwnerAsync(press, ct);
        var note = press.Input.Text("in_note");
        return await changes.RunAsync(press, new(Verbs.Done, note, d => d.Done(press.By, note, plants.Get(press.Plant).Calendar, press.Now, acts)), ct);
    }

    public async Task<PressAnswer> MissAsync(Press press, CancellationToken ct)
    {
        var why = press.Input.Text("in_why");
        var (chair, _) = await changes.ChairAsync(press, ct);
        var may = chair || await changes.ActsForOwnerAsync(press, ct);
        return await changes.RunAsync(press, new(Verbs.Miss, why, d => d.Miss(press.By, why, press.Now, may)) { Form = DecisionForms.Miss }, ct);
    }

    public async Task<PressAnswer> BlockAsync(Press press, CancellationToken ct)
    {
        var acts = await changes.ActsForOwnerAsync(press, ct);
        var why = press.Input.Text("in_why");
        return await changes.RunAsync(press, new(Verbs.Blocked, why, d => d.Block(press.By, why, press.Now, acts)), ct);
    }

    /// <summary>A third date is the lead's to give, who gets the wish with its reason.</summary>
    public async Task<PressAnswer> RedateAsync(Press press, CancellationToken ct)
    {
        if (press.Input.Day("in_due") is not { } due) return PressAnswer.Say("Which day? Choose a date and save again.");
        var why = press.Input.Text("in_why");
        var lead = await changes.IsLeadAsync(press, ct);
        var acts = await changes.ActsForOwnerAsync(press, ct);
        var calendar = plants.Get(press.Plant).Calendar;
        var leads = await rights.ActingAsync(press.Plant, Role.Lead, calendar.DayOf(press.Now), ct);
        return await changes.RunAsync(press, new(Verbs.Redate, $"{due:yyyy-MM-dd} {why}", d => d.Redate(due, press.By, lead, why, calendar, press.Now, acts))
        {
            Form = DecisionForms.Redate, Say = d => ThirdDate(d, leads),
        }, ct);
    }

    /// <summary>The lead gives the date that the owner asked for, with the owner's reason.</summary>
    public async Task<PressAnswer> AgreeAsync(Press press, CancellationToken ct)
    {
        var lead = await changes.IsLeadAsync(press, ct);
        var calendar = plants.Get(press.Plant).Calendar;
        return await changes.RunAsync(press, new(Verbs.AgreeDate, null, d => d.AskedDue is not { } due ? DecisionOutcome.SameAsBefore
            : !lead ? DecisionOutcome.ChairNeeded
            : d.Redate(due, press.By, byLead: true, d.Events.Last(e => e.Kind == DecisionEventKind.RedateAsked).Note, calendar, press.Now))
        {
            TellOwner = true,
        }, ct);
    }

    /// <summary>
    /// "Not me": with a person chosen, or named in the words ("Ravi buys frames"), the decision goes there and waits for their "Take it".
    /// With nobody named it goes back to whoever decided it, with the question who then.
    /// </summary>
    public async Task<PressAnswer> RefuseAsync(Press press, CancellationToken ct)
    {
        var why = press.Input.Text("in_why");
        var other = press.Input.Text("in_owner") is { } choice ? await people.PickedAsync(press, choice, ct)
            : why is null ? null : await owners.PersonAsync(press.Plant, why, press.By, ct);
        if (other is null && press.Input.Has("in_owner")) return PressAnswer.Say("I do not know this person yet. Choose somebody of this team.");
        var lead = await changes.IsLeadAsync(press, ct);
        if (other is null)
            return await changes.RunAsync(press, new(Verbs.Refuse, why, d => d.Refuse(press.By, why, press.Now)) { Form = DecisionForms.Refuse, Say = WhoThen }, ct);
        return await changes.RunAsync(press, new(Verbs.Refuse, $"to {other.Key.ObjectId} {why}",
            d => press.By != d.Owner && press.By != d.DecidedBy && !lead ? DecisionOutcome.NotYours : d.GiveTo(other.Key, press.By, why, press.Now))
        {
            Form = DecisionForms.Refuse, TellOwner = true,
        }, ct);
    }

    /// <summary>Posts the form for a new date, an obstacle, another owner as a card of its own.</summary>
    public AnswerPress OfferForm(string source) => async (press, ct) =>
    {
        if (await changes.FindAsync(press, ct) is not { } decision) return ChangeDecision.Unknown();
        if (!decision.IsOpen) return PressAnswer.Show(await cards.ReceiptAsync(plants.Get(press.Plant), decision, press.By, ct));
        var about = new CardRef(source, $"{decision.Number}");
        return await effects.PostAsync(press.ToConversation(about, $"form:{press.ActivityId}", trackAs: $"{source}:{decision.Id}"), "The form is below.", ct);
    };

    internal static IReadOnlyList<NewMessage> ThirdDate(Decision decision, IReadOnlyList<PersonKey> leads) => decision.AskedDue is not { } asked ? [] :
        [.. leads.Where(lead => lead != decision.Owner).Select(lead => new NewMessage
        {
            Plant = decision.Plant, Key = $"third-date:{decision.Id}:{asked:yyyyMMdd}:{lead.ObjectId}", Kind = MessageKind.Record, Target = new MessageTarget.Person(lead),
            Card = new CardRef(DecisionForms.ThirdDate, $"{decision.Number}"), TrackAs = $"{DecisionForms.ThirdDate}:{decision.Id}",
        })];

    internal static IReadOnlyList<NewMessage> WhoThen(Decision decision) => decision.DecidedBy == decision.Owner || decision.DecidedBy.IsRule ? [] :
    [
        new NewMessage
        {
            Plant = decision.Plant, Key = $"who-then:{decision.Id}:{decision.Version}", Kind = MessageKind.Record, Target = new MessageTarget.Person(decision.DecidedBy),
            Card = new CardRef(DecisionForms.Refuse, $"{decision.Number}"), TrackAs = $"{DecisionForms.Refuse}:{decision.Id}",
        },
    ];
}

using SoeBot.Domain.Decisions;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Decisions;
using SoeBot.Store.Meetings;
using SoeBot.Store.Outbox;
using SoeBot.Store.Plans;
using SoeBot.Teams.Routing;

namespace SoeBot.Decisions;

/// <summary>Takes a decision to the next level of the plant's path, with options and a recommendation (R100, R106, R110).</summary>
internal sealed class EscalateDecision(
    ChangeDecision changes, DecisionStore decisions, MeetingStore meetings, PlanStore plans, PlantProfiles plants, Rights rights, DraftDecision drafts, DecisionEffects effects, Deciding deciding)
{
    /// <summary>Who would be asked, and as what.</summary>
    internal sealed record Above(Role Level, PersonKey To);

    /// <summary>Of a decision ("r"), or of something about an order ("order") that nobody has decided yet.</summary>
    public async Task<PressAnswer> OfferFormAsync(Press press, CancellationToken ct)
    {
        var decision = await changes.FindAsync(press, ct);
        var order = press.Input.Text("order") is { Length: <= 60 } about ? about : "";
        if (decision is null && order.Length == 0) return ChangeDecision.Unknown();
        if (await NextAsync(press, decision, ct) is { Refusal: { } why }) return PressAnswer.Say(why);
        var draft = new EscalationDraft(decision?.Number, decision?.Id.Value ?? Guid.CreateVersion7(press.Now), decision?.Subject.Reference ?? order);
        // Who is asked depends on who asks.
        var form = press.ToConversation(new CardRef(EscalationForm.Source, $"{press.By}|{draft.ToJson()}"), $"form:{press.ActivityId}", trackAs: draft.TrackAs);
        return await effects.PostAsync(form, "The form is below.", ct);
    }

    public async Task<PressAnswer> EscalateAsync(Press press, CancellationToken ct)
    {
        if (!await rights.HasAnyAsync(press.Plant, press.By, ct)) return PressAnswer.Say(await rights.WhoCanAsync(press.Plant, "escalate a decision", ct));
        if (!Guid.TryParse(press.Input.Text("id"), out var id)) return ChangeDecision.Unknown();
        var plant = plants.Get(press.Plant);
        var today = plant.Calendar.DayOf(press.Now);
        var options = EscalationForm.Options(press.Input.Text("in_options"));
        if (options.Count < 2 || press.Input.Text("in_recommendation") is not { } recommendation)
            return PressAnswer.Say("Name two options, one a line, and what you recommend: the next level decides between them.");
        if (press.Input.Day("in_due") is not { } by || by < today) return PressAnswer.Say("By when is the answer needed? Choose today or later.");
        var found = await decisions.FindAsync(new DecisionId(id), ct);
        if (found is not null && found.Plant != press.Plant) return ChangeDecision.Unknown();
        if (await NextAsync(press, found, ct) is not { Up: { } up } next) return PressAnswer.Say((await NextAsync(press, found, ct)).Refusal!);
        found ??= await RecordAsync(press, plant, id, by, ct);
        if (found is null) return PressAnswer.Say("Write what has to be decided.");
        var escalation = new Escalation(up.Level, up.To, options, recommendation.Length > 300 ? recommendation[..300] : recommendation, by, press.By, press.Now);
        return await changes.RunOnAsync(press, found, new(Verbs.Escalate, recommendation, d => d.Escalate(escalation))
        {
            Form = EscalationForm.Source, Say = d => [Asked(d, d.WaitsFor ?? up.To)],
        }, ct);
    }

    /// <summary>What is yet undecided is recorded as what whoever asks has to bring an answer for.</summary>
    private async Task<Decision?> RecordAsync(Press press, PlantProfile plant, Guid id, DateOnly by, CancellationToken ct)
    {
        if (press.Input.Text("in_text") is not { Length: <= 500 } text) return null;
        var meeting = await meetings.OpenAsync(press.Plant, ct);
        var about = press.Input.Text("about") is { Length: <= 60 } order ? await drafts.OrderAsync(press.Plant, order, ct) : "";
        var input = new NewDecision(new(id), press.Plant, text, DecisionSubject.Of(about), press.By, by, press.By, meeting?.Id, (await plans.CurrentAsync(press.Plant, ct))?.Number) { Present = [press.By] };
        return (await decisions.RecordAsync(input, press.Now, d => effects.Recorded(press.Origin, plant, d, meeting, null, tell: false, null), ct)).Decision;
    }

    /// <summary>The next level and its person, or why there is none.</summary>
    internal async Task<(Above? Up, string? Refusal)> NextAsync(PlantId id, PersonKey by, Decision? decision, DateOnly today, CancellationToken ct)
    {
        var path = await deciding.OfAsync(id, ct);
        var own = (await rights.AllAsync(id, ct)).Where(holder => holder.Person == by).Select(holder => holder.Role).ToHashSet();
        if (EscalationPath.Next(path.Path, decision?.Escalation?.Level, own) is not { } level) return (null, "There is no level above. Type who decides to see the path; an administrator changes it.");
        if (level == Role.Executive && path.Sponsor is { } sponsor) return (new(level, PersonKey.Of(by.Tenant, sponsor)), null);
        var holders = await rights.ActingAsync(id, level, today, ct);
        return holders.Count > 0 ? (new(level, holders[0]), null) : (null, $"Nobody is {Roles.Words(level)} yet, who would be asked. An administrator gives the role.");
    }

    private Task<(Above? Up, string? Refusal)> NextAsync(Press press, Decision? decision, CancellationToken ct) =>
        NextAsync(press.Plant, press.By, decision, plants.Get(press.Plant).Calendar.DayOf(press.Now), ct);

    internal static NewMessage Asked(Decision decision, PersonKey to) => new()
    {
        Plant = decision.Plant, Key = $"escalation:{decision.Id}:{decision.Version}:{to.ObjectId}", Kind = MessageKind.Record, Target = new MessageTarget.Person(to),
        Card = new CardRef(EscalationCard.Source, $"{decision.Number}"), TrackAs = $"{EscalationCard.Source}:{decision.Id}",
    };
}

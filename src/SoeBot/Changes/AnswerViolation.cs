using SoeBot.Domain.Changes;
using SoeBot.Domain.People;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Changes;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Teams.Routing;

namespace SoeBot.Changes;

/// <summary>What somebody says of a change that nobody approved: it is filed afterwards, within a day, or it was a mistake that planning takes back.</summary>
internal sealed class AnswerViolation(ViolationStore violations, ChangeStore changes, Rights rights, PersonFinder finder, PlantProfiles plants, CheckQueue queue, OutboxStore outbox)
{
    private const string Choose = "Which one? Choose a line above and press again.";

    public async Task<PressAnswer> FileAsync(Press press, CancellationToken ct)
    {
        if (!await rights.HasAnyAsync(press.Plant, press.By, ct)) return await RefuseAsync(press, Verbs.File, await rights.WhoCanAsync(press.Plant, "file a change", ct), ct);
        if (press.Input.Guid("in_line") is not { } id || await violations.FindAsync(press.Plant, id, ct) is not { } found) return await RefuseAsync(press, Verbs.File, Choose, ct);
        if (found.State != ViolationState.Open) return PressAnswer.Say($"{found.Line} was answered already.");
        if (press.Now > found.FoundAt + ChangeRequest.Afterwards) return PressAnswer.Say($"{found.Line} was changed more than 24 hours ago: it counts as a violation. Take it back, or ask for a change of what is still to come.");
        var plant = plants.Get(press.Plant);
        // One request per violation, whoever presses how often: it has the violation's id.
        var drafted = await changes.DraftAsync(new NewChange(new ChangeId(id), press.Plant, found.What, press.By, HappenedAt: found.FoundAt), press.Now, request =>
        {
            var effect = ChangeEffects.Drafted(plant, request, press.Now, Verbs.File);
            return effect with { Messages = [press.ToConversation(new CardRef(ChangeCard.Shared, $"{request.Number}"), $"violation:{id:N}", MessageKind.Record, ChangeEffects.Track(request.Id))] };
        }, ct);
        await violations.ChangeAsync(press.Plant, id, one => (one.File(id, press.By), Shown(press, one)), ct);
        queue.Hurry(drafted.Request.Id);
        return PressAnswer.Say($"{drafted.Request.Name} is below: say why, and send it.");
    }

    public async Task<PressAnswer> MistakeAsync(Press press, CancellationToken ct)
    {
        var plant = plants.Get(press.Plant);
        if (!await rights.ActsAsAsync(press.Plant, press.By, Role.Planning, plant.Calendar.DayOf(press.Now), ct))
            return await RefuseAsync(press, Verbs.Mistake, $"Only planning can say so: {string.Join(" or ", await finder.NamesAsync(press.Plant, Role.Planning, ct))}.", ct);
        if (press.Input.Guid("in_line") is not { } id) return await RefuseAsync(press, Verbs.Mistake, Choose, ct);
        var result = await violations.ChangeAsync(press.Plant, id, one => one.CallMistake(press.By)
            ? (true, Shown(press, one) with { Audit = [new AuditLine(press.Plant, press.Now, press.By, Verbs.Mistake, one.Line, ViolationCard.Words(one), one.FoundIn)] })
            : (false, Effect.None), ct);
        if (!result.Found) return await RefuseAsync(press, Verbs.Mistake, Choose, ct);
        return PressAnswer.Say(result.Outcome || result.Value.State == ViolationState.Mistake
            ? $"{result.Value.Line} is noted as a mistake. Take it back in the schedule: the next import shows whether it is." : $"{result.Value.Line} was answered already.");
    }

    private async Task<PressAnswer> RefuseAsync(Press press, string verb, string words, CancellationToken ct)
    {
        await outbox.AddAsync(ChangeEffects.Refused(press, verb, "violation", words), ct);
        return PressAnswer.Say(words);
    }

    private static Effect Shown(Press press, PlanViolation one) => new() { Messages = [ViolationCard.Edit(press.Plant, one.Week, $"{one.Id:N}.{one.Version}")] };
}

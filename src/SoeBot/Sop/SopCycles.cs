using SoeBot.Domain.Meetings;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Sop;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Effects;
using SoeBot.Store.Meetings;
using SoeBot.Store.Minutes;
using SoeBot.Store.Outbox;
using SoeBot.Store.People;
using SoeBot.Store.Plans;
using SoeBot.Store.Sop;
using SoeBot.Teams.Cards;
using SoeBot.Teams.Routing;

namespace SoeBot.Sop;

/// <summary>Owners, ticks and signatures of the cycle's artifacts; each change is one transaction with its audit line.</summary>
internal sealed class SopCycles(
    SopStore store, MeetingStore meetings, MinutesStore minutes, PlanStore plans, PeopleStore people, PersonFinder finder, Rights rights, PlantProfiles plants, PlantClock clock)
{
    /// <summary>The cycle of the month: the one that is open, else the present one's.</summary>
    public async Task<Card> DrawAsync(PlantId id, CancellationToken ct) => SopCycleCard.Draw(await ViewAsync(id, await CurrentAsync(id, ct), ct));

    /// <param name="about">Name of the artifact.</param>
    public async Task<Card?> DrawOneAsync(PlantId id, string about, CancellationToken ct) =>
        SopWords.Read(about) is { } kind ? SopCycleCard.DrawOne(await ViewAsync(id, await CurrentAsync(id, ct), ct), kind) : null;

    public async Task<PressAnswer> GiveAsync(Press press, CancellationToken ct)
    {
        if (Kind(press) is not { } kind) return PressAnswer.Say("Choose an artifact.");
        if (press.Input.Text("in_owner") is not { } picked || await finder.PickedAsync(press, picked, ct) is not { } owner) return PressAnswer.Say("Choose one person as owner. A department cannot answer for it.");
        if (!await MayAsync(press.Plant, press.By, press.Now, ct)) return PressAnswer.Say($"Only {string.Join(" or ", await finder.NamesAsync(press.Plant, Role.Lead, ct))} or somebody in planning names owners.");
        return await AnswerAsync(press, kind, SopVerbs.Give, (cycle, _) => cycle.GiveTo(kind, owner.Key, press.By, press.Now), $"to {owner.Key}", ct);
    }

    public async Task<PressAnswer> TickAsync(Press press, CancellationToken ct)
    {
        if (Kind(press) is not { } kind) return PressAnswer.Say("Choose an artifact.");
        var version = (await plans.CurrentAsync(press.Plant, ct))?.Number;
        return await AnswerAsync(press, kind, SopVerbs.Tick, (cycle, byLead) => cycle.Tick(kind, press.By, byLead, press.Input.Whole("in_slides"), version, press.Now), null, ct);
    }

    public async Task<PressAnswer> ReopenAsync(Press press, CancellationToken ct) =>
        Kind(press) is not { } kind ? PressAnswer.Say("Choose an artifact.")
            : await AnswerAsync(press, kind, SopVerbs.Reopen, (cycle, byLead) => cycle.Reopen(kind, press.By, byLead, press.Now), null, ct);

    private async Task<PressAnswer> AnswerAsync(Press press, SopArtifactKind kind, string verb, Func<SopCycle, bool, SopOutcome> change, string? detail, CancellationToken ct)
    {
        var plant = plants.Get(press.Plant);
        var today = plant.Calendar.DayOf(press.Now);
        var byLead = await rights.ActsAsAsync(press.Plant, press.By, Role.Lead, today, ct);
        var month = press.Input.Day("m") is { } named && await store.CycleAsync(press.Plant, named, ct) is not null ? named : (await CurrentAsync(press.Plant, ct)).Month;
        var meeting = await meetings.OpenAsync(press.Plant, ct);
        var result = await store.ChangeAsync(press.Plant, month, today, cycle =>
        {
            var outcome = change(cycle, byLead);
            return (outcome, outcome != SopOutcome.Changed ? Effect.None : new Effect
            {
                Audit = [new AuditLine(press.Plant, press.Now, press.By, verb, $"{month:yyyy-MM}", $"{kind}{(detail is null ? "" : " " + detail)}", cycle.Of(kind).PlanVersion)],
                // The room sees it change, and so does whoever typed s&op.
                Messages =
                [
                    .. meeting is null ? [] : (NewMessage[])[press.Edit($"{AgendaTemplates.Artifact}:{meeting.Id}", new CardRef(AgendaTemplates.Artifact, kind.ToString()), $"{month:yyyyMM}:{cycle.Version}")],
                    press.Edit($"{SopCycleCard.Source}:{press.Plant}", new CardRef(SopCycleCard.Source, ""), $"{month:yyyyMM}:{cycle.Version}"),
                ],
            });
        }, ct);
        return result.Outcome is SopOutcome.Changed && result.Value is { } now
            ? PressAnswer.Show(press.Input.Text("r") == "chosen" ? SopCycleCard.Draw(await ViewAsync(press.Plant, now, ct)) : SopCycleCard.DrawOne(await ViewAsync(press.Plant, now, ct), kind))
            : PressAnswer.Say(SopWords.Outcome(result.Outcome, kind));
    }

    /// <summary>The newest that is not signed yet; else that of the plant's month, begun or not.</summary>
    private async Task<SopCycle> CurrentAsync(PlantId id, CancellationToken ct)
    {
        var today = plants.Get(id).Calendar.DayOf(clock.Now(id));
        var month = new DateOnly(today.Year, today.Month, 1);
        var last = await store.LastCycleAsync(id, ct);
        if (last is { SignedAt: null } || last?.Month == month) return last!;
        return SopCycle.Begin(id, month, today);
    }

    private async Task<SopCycleView> ViewAsync(PlantId id, SopCycle cycle, CancellationToken ct)
    {
        var plant = plants.Get(id);
        var (now, calendar) = (clock.Now(id), plant.Calendar);
        var executive = (await minutes.BetweenAsync(id, calendar.At(cycle.StartedOn, TimeOnly.MinValue), now, ct)).LastOrDefault(one => one.Template == AgendaTemplates.Executive.Id);
        var keys = cycle.Artifacts.SelectMany(one => new[] { one.Owner, one.TickedBy }).OfType<PersonKey>().Distinct().ToList();
        return new(plant, cycle, cycle.Days(calendar.DayOf(now), calendar.DayOf), executive is null ? null : (int)executive.Length.TotalMinutes,
            await people.NamesAsync(keys, ct), await finder.LikelyAsync(id, ct), finder.HasDirectory);
    }

    private async Task<bool> MayAsync(PlantId plant, PersonKey by, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var role in (Role[])[Role.Lead, Role.Coordinator, Role.Planning, Role.PlantManager])
            if (await rights.ActsAsAsync(plant, by, role, plants.Get(plant).Calendar.DayOf(now), ct)) return true;
        return false;
    }

    private static SopArtifactKind? Kind(Press press) => SopWords.Read(press.Input.Text("r") is { } named and not "chosen" ? named : press.Input.Text("in_artifact") ?? "");
}

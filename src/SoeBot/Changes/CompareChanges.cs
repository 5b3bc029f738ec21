using SoeBot.Domain.Changes;
using SoeBot.Domain.Fences;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Reminders;
using SoeBot.Occurrences;
using SoeBot.Plants;
using SoeBot.Store.Changes;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.Plans;

namespace SoeBot.Changes;

/// <summary>
/// After each import, and once a day at 15:00, the published plan, the approved changes and the version in use are laid side by side:
/// what changed without approval is named (R25), what was approved and is not there is asked for, and what has nothing left to change is closed.
/// </summary>
internal sealed class CompareChanges(ChangeStore changes, ViolationStore violations, PlanStore plans, DecideChange decide, ChangeViews views)
{
    public const string Kind = "compare-schedule";
    private static readonly TimeOnly Daily = new(15, 0);
    private static readonly TimeSpan Looked = TimeSpan.FromDays(28), TimeToChange = TimeSpan.FromHours(2);

    public void Register(OccurrenceKinds kinds) => kinds.Add(Kind, DeriveAsync, CompareAsync);

    private async Task<IReadOnlyList<Occurrence>> DeriveAsync(PlantProfile plant, DateTimeOffset from, DateTimeOffset until, CancellationToken ct)
    {
        var found = new List<Occurrence>();
        if (await plans.CurrentAsync(plant.Id, ct) is { } version && version.PublishedAt > from) found.Add(new(plant.Id, Kind, $"v{version.Number}", version.PublishedAt));
        for (var day = plant.Calendar.DayOf(from); plant.Calendar.At(day, Daily) is var at && at <= until; day = day.AddDays(1))
            if (at > from && plant.Calendar.IsWorkingDay(day)) found.Add(new(plant.Id, Kind, $"{day:yyyy-MM-dd}", at));
        return found;
    }

    private async Task<Effect?> CompareAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        if (await plans.CurrentAsync(plant.Id, ct) is not { } version || await plans.ScheduleAsync(plant.Id, version.Number, ct) is not { } schedule) return null;
        await CloseAsync(plant, version, schedule, now, ct);
        var week = FenceRules.FrozenWeek(plant.Calendar.DayOf(now), plant.Calendar);
        var baselines = await plans.BaselinesAsync(plant.Id, week.Start.AddDays(-Looked.Days), ct);
        var baseline = baselines.FirstOrDefault(one => one.Week == week);
        // Behind a week in which the plant was shut the next may not be frozen yet, and what was agreed arrives all the same.
        if ((baseline ?? (baselines is [.., var newest] ? newest : null)) is not { } last || await plans.ScheduleAsync(plant.Id, last.Version, ct) is not { } published) return null;

        var effective = await changes.EffectiveAsync(plant.Id, now - Looked, ct);
        var staff = await views.StaffAsync(plant, ct);
        if (baseline is not null)
        {
            // An emergency that was told explains itself as long as its answer is waited for.
            var told = (await changes.WaitingAsync(plant.Id, ct)).Where(one => one.IsAfterwards);
            var found = baseline.Version == version.Number ? [] : PlanComparison.Violations(published, schedule, effective.Concat(told), week, plant.Calendar);
            await violations.CompareAsync(plant.Id, week, found, version, (added, undone) => Told(plant, week, version, added, undone, staff), ct);
        }
        await FollowAsync(plant, version, effective, schedule, published, isDaily: occurrence.Key[0] != 'v', now, ct);
        return null;
    }

    private static Effect Told(PlantProfile plant, PlantWeek week, PlanVersion version, IReadOnlyList<PlanViolation> added, IReadOnlyList<PlanViolation> undone, ChangeStaff staff)
    {
        if (added.Count + undone.Count == 0) return Effect.None;
        var (card, track) = (new CardRef(ViolationCard.Source, $"{week.Start:yyyy-MM-dd}"), ViolationCard.Track(plant.Id, week.Start));
        var messages = new List<NewMessage> { ViolationCard.Edit(plant.Id, week.Start, $"v{version.Number}") };
        if (added.Count > 0)
            messages.AddRange(staff.Holders(Role.Planning).Select(person => (MessageTarget)new MessageTarget.Person(person)).Append(new MessageTarget.Channel(plant.Id)).Select(target => new NewMessage
            {
                Plant = plant.Id, Key = $"violations:{plant.Id}:{version.Number}:{(target is MessageTarget.Person(var one) ? one.ObjectId : "channel")}", Kind = MessageKind.Record,
                Target = target, Card = card, TrackAs = track,
            }));
        return new Effect
        {
            Audit =
            [
                .. added.Select(one => new AuditLine(plant.Id, version.PublishedAt, null, "violation.found", one.Line, $"{one.Zone}: {ViolationCard.Words(one)}", version.Number)),
                .. undone.Select(one => new AuditLine(plant.Id, version.PublishedAt, null, "violation.undone", one.Line, null, version.Number)),
            ],
            Messages = messages,
        };
    }

    /// <summary>What was approved is found in the schedule, or planning is asked for it once a day.</summary>
    private async Task FollowAsync(
        PlantProfile plant, PlanVersion version, IReadOnlyList<ChangeRequest> effective, IReadOnlyList<ScheduleLine> schedule, IReadOnlyList<ScheduleLine> published, bool isDaily, DateTimeOffset now, CancellationToken ct)
    {
        var (current, before) = (Named(schedule), Named(published));
        var dated = effective.Where(one => one.ArrivedIn is null && PlanComparison.IsOfCustomerDate(one)).Select(one => one.What.Reference).Distinct().ToList();
        var lines = dated.Count == 0 ? [] : await plans.OrderLinesAsync(plant.Id, version.Number, dated, ct);
        foreach (var request in effective.Where(one => one.ArrivedIn is null && (one.Impact?.Expected.Count > 0 || PlanComparison.IsOfCustomerDate(one))))
        {
            // Shipped or cancelled meanwhile: there is no date left to wait for.
            if (PlanComparison.IsOfCustomerDate(request) && !lines.Any(line => line.Order == request.What.Reference && line.OpenQuantity > 0)) continue;
            var arrived = PlanComparison.IsOfCustomerDate(request) ? PlanComparison.HasArrived(request, lines) : PlanComparison.HasArrived(request, current, before);
            if (!arrived && (!isDaily || now < request.EndedAt + TimeToChange)) continue;
            var staff = await views.StaffAsync(plant, ct);
            await changes.ChangeAsync(request.Id, one => (arrived ? one.Arrive(version.Number, now) : one.Chase(version.Number, now)) == ChangeOutcome.Changed
                ? (true, new Effect
                {
                    Audit = [new AuditLine(plant.Id, now, null, arrived ? "change.arrived" : "change.chased", one.Name, null, version.Number)],
                    Messages = [.. ChangeEffects.Edits(plant, one), .. arrived ? [] : staff.Holders(Role.Planning).Select(person => Missing(plant, one, person, now))],
                })
                : (false, Effect.None), ct);
        }
    }

    /// <summary>Open requests whose order shipped or whose production order is finished or gone.</summary>
    private async Task CloseAsync(PlantProfile plant, PlanVersion version, IReadOnlyList<ScheduleLine> schedule, DateTimeOffset now, CancellationToken ct)
    {
        var open = (await changes.OpenAsync(plant.Id, ct)).Where(one => !one.IsAfterwards && one.What.Subject != ChangeSubject.Item).ToList();
        if (open.Count == 0) return;
        var orders = (await plans.OrderLinesAsync(plant.Id, version.Number, [.. open.Select(one => one.What.Reference).Distinct()], ct)).ToLookup(line => line.Order, StringComparer.Ordinal);
        var lines = Named(schedule);
        var kin = await plans.KinAsync(plant.Id, version.Number, ct);
        foreach (var found in open)
        {
            var reference = found.What.Reference;
            var isOver = found.What.Subject == ChangeSubject.Order ? orders[reference].All(line => line.OpenQuantity == 0) : lines.GetValueOrDefault(reference) is not { IsOpen: true };
            if (!isOver) continue;
            var circle = await decide.CircleAsync(plant, found, ct);
            await changes.ChangeAsync(found.Id, request =>
            {
                var before = request.State;
                return request.Outlive(ChangeWords.Closed(found.What, kin), now) == ChangeOutcome.Changed
                    ? (true, ChangeEffects.Stepped(plant, request, before, null, "change.obsolete", now, circle)) : (false, Effect.None);
            }, ct);
        }
    }

    private static NewMessage Missing(PlantProfile plant, ChangeRequest request, PersonKey person, DateTimeOffset now) => new()
    {
        Plant = plant.Id, Key = $"change:{request.Id}:missing:{plant.Calendar.DayOf(now):yyyyMMdd}:{person.ObjectId}", Kind = MessageKind.Reminder, Chain = $"change-missing:{request.Id}",
        Target = new MessageTarget.Person(person), Card = new CardRef(ChangeCard.Missing, $"{request.Number}"),
    };

    private static Dictionary<string, ScheduleLine> Named(IReadOnlyList<ScheduleLine> lines) => lines.ToDictionary(line => line.Number, StringComparer.Ordinal);
}

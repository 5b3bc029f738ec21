using SoeBot.Domain.Decisions;
using SoeBot.Domain.Fences;
using SoeBot.Domain.People;
using SoeBot.Domain.Publishing;
using SoeBot.Domain.Reminders;
using SoeBot.Occurrences;
using SoeBot.People;
using SoeBot.Planning;
using SoeBot.Plants;
using SoeBot.Store.Decisions;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.Plans;

namespace SoeBot.Publishing;

/// <summary>The first working day of a week: planning gets the draft, and what nobody published by the deadline freezes by itself and says so.</summary>
internal sealed class PublishOccurrences(PlanStore plans, PublishPlan publish, DecisionStore decisions, Rights rights)
{
    public const string Draft = "publish-draft", Freeze = "publish-week", Rebuilt = "week-rebuilt";
    private static readonly TimeOnly Morning = new(7, 0);

    public void Register(OccurrenceKinds kinds, Reminding reminding)
    {
        kinds.Add(Freeze, OnFirstDay(Freeze, plant => plant.PublishBy), FreezeAsync);
        kinds.Add(Rebuilt, null, RebuiltAsync);
        reminding.Add(Draft, OnFirstDay(Draft, plant => plant.PublishBy <= Morning ? plant.PublishBy.AddHours(-1) : Morning), DraftAsync);
    }

    private async Task<Standing> DraftAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        var week = WeekOf(occurrence, plant);
        if (await plans.CurrentAsync(plant.Id, ct) is null) return Standing.Silent("there is no plan yet");
        if (FenceRules.FrozenWeek(plant.Calendar.DayOf(now), plant.Calendar) != week) return Standing.Silent("the week is over");
        await DemandAsync(plant, week, now, ct);
        if ((await plans.BaselinesAsync(plant.Id, week.Start, ct)).Any(one => one.Week == week && one.IsConfirmed)) return Standing.Silent("the week is published");
        var planners = await AskedAsync(plant, now, ct);
        return planners.Count == 0 ? Standing.Silent("nobody is planning, and nobody leads") : new([.. planners.Select(person => new Asked($"planner-{person.ObjectId}", person, new CardRef(PublishCard.Draft, week.ToString()))
        {
            TrackAs = PublishCard.Track(PublishCard.Draft, plant.Id, week), Chain = PublishCard.Track(PublishCard.Draft, plant.Id, week) + person.ObjectId,
        })]);
    }

    private async Task<Effect?> FreezeAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        var week = WeekOf(occurrence, plant);
        await DemandAsync(plant, week, now, ct);
        var edit = new NewMessage
        {
            Plant = plant.Id, Key = $"edit:{PublishCard.Track(PublishCard.Draft, plant.Id, week)}:frozen", Chain = $"edit:{PublishCard.Track(PublishCard.Draft, plant.Id, week)}", Kind = MessageKind.Edit,
            TrackAs = PublishCard.Track(PublishCard.Draft, plant.Id, week), Target = new MessageTarget.Channel(plant.Id), Card = new CardRef(PublishCard.Draft, week.ToString()),
        };
        return await publish.FreezeAsync(plant, week, now, ct, [PublishWeek.InChannel(plant.Id, week), edit]) ? Effect.None : Effect.Silent("the week has its plan");
    }

    /// <summary>Attainment under the line: one decision with an owner and a date, and while one is open no second, and nobody is told twice (R29).</summary>
    private async Task DemandAsync(PlantProfile plant, PlantWeek week, DateTimeOffset now, CancellationToken ct)
    {
        if (await plans.InUseAsync(plant.Id, ct) is not { Findings: { } findings } inUse || RebuildDemand.Of(week, findings.Weeks, plant.Numbers.RebuildUnder) is not { } demand) return;
        if ((await decisions.AboutAsync(plant.Id, [RebuildDemand.Subject], ct)).Any(one => one.IsOpen) || await AskedAsync(plant, now, ct) is not [var owner, ..]) return;
        await decisions.RecordAsync(demand.Decision(plant.Id, week, plant.Calendar, owner, inUse.Version.Number), now, decision => new Effect
        {
            Audit = [new AuditLine(plant.Id, now, null, "week.rebuild", decision.Name, decision.Text, decision.PlanVersion)],
            Messages = [new NewMessage { Plant = plant.Id, Key = $"rebuild:{decision.Id}", Kind = MessageKind.Record, Target = new MessageTarget.Person(owner), Card = new CardRef("chase", $"{decision.Number}:recorded"), TrackAs = $"chase:{decision.Id}" }],
            Occurrences = DecisionChase.Steps(plant.Id, decision, plant.Calendar, now),
        }, ct);
    }

    /// <summary>The week was published as rebuilt, which is what the decision asked for.</summary>
    private async Task<Effect?> RebuiltAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        if (PublishWeek.WeekOf(occurrence.Key) is not { } week || (await plans.BaselinesAsync(plant.Id, week.Start, ct)).FirstOrDefault(one => one.Week == week) is not { ConfirmedBy: { } by } frozen) return null;
        foreach (var open in (await decisions.AboutAsync(plant.Id, [RebuildDemand.Subject], ct)).Where(one => one.IsOpen))
            await decisions.ChangeAsync(open.Id, decision => decision.Done(by, $"rebuilt and published as version {frozen.Version}", plant.Calendar, now, acts: true) == DecisionOutcome.Changed
                ? (true, new Effect
                {
                    Audit = [new AuditLine(plant.Id, now, by, Rebuilt, decision.Name, $"published as version {frozen.Version}", frozen.Version)],
                    Withdraw = [(plant.Id, DecisionChase.KeyPrefix(decision))],
                    Messages = [new NewMessage
                    {
                        Plant = plant.Id, Key = $"edit:chase:{decision.Id}:{decision.Version}", Chain = $"edit:chase:{decision.Id}", Kind = MessageKind.Edit, TrackAs = $"chase:{decision.Id}",
                        Target = new MessageTarget.Person(by), Card = new CardRef("chase", $"{decision.Number}:state"),
                    }],
                })
                : (false, Effect.None), ct);
        return Effect.None;
    }

    /// <summary>Whoever plans; without anybody, whoever leads.</summary>
    private async Task<IReadOnlyList<PersonKey>> AskedAsync(PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        var today = plant.Calendar.DayOf(now);
        var planners = await rights.ActingAsync(plant.Id, Role.Planning, today, ct);
        return planners.Count > 0 ? planners : await rights.ActingAsync(plant.Id, Role.Lead, today, ct);
    }

    private static PlantWeek WeekOf(Occurrence occurrence, PlantProfile plant) => FenceRules.FrozenWeek(plant.Calendar.DayOf(occurrence.DueAt), plant.Calendar);

    private static DeriveOccurrences OnFirstDay(string kind, Func<PlantProfile, TimeOnly> at) => (plant, from, until, _) =>
    {
        var found = new List<Occurrence>();
        for (var week = plant.Calendar.WeekOf(from); week.Start <= plant.Calendar.DayOf(until); week = week.Next)
            if (plant.Calendar.FirstWorkingDay(week) is { } day) found.Add(new Occurrence(plant.Id, kind, $"{day:yyyy-MM-dd}", plant.Calendar.At(day, at(plant))));
        return Task.FromResult<IReadOnlyList<Occurrence>>(found);
    };
}

using System.Globalization;
using SoeBot.Domain.People;
using SoeBot.Domain.Reminders;
using SoeBot.Domain.Sop;
using SoeBot.Occurrences;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Store.Decisions;
using SoeBot.Store.Effects;
using SoeBot.Store.Minutes;
using SoeBot.Store.Outbox;
using SoeBot.Store.Plans;
using SoeBot.Store.Risks;
using SoeBot.Store.Sop;

namespace SoeBot.Sop;

/// <summary>On the first working day of a month: the summary of the month before is drafted, stored and given to the lead (R121, R124, R128).</summary>
internal sealed class DraftSummary(SopStore store, MinutesStore minutes, DecisionStore decisions, PlanStore plans, AtRiskStore risks, Rights rights)
{
    public const string Kind = "month-summary";
    private static readonly TimeOnly At = new(8, 0);

    public void Register(OccurrenceKinds kinds) => kinds.Add(Kind, DeriveAsync, WorkAsync);

    private static Task<IReadOnlyList<Occurrence>> DeriveAsync(PlantProfile plant, DateTimeOffset from, DateTimeOffset until, CancellationToken ct)
    {
        var found = new List<Occurrence>();
        var first = plant.Calendar.DayOf(from);
        for (var month = new DateOnly(first.Year, first.Month, 1); plant.Calendar.At(month, TimeOnly.MinValue) <= until; month = month.AddMonths(1))
            found.Add(new Occurrence(plant.Id, Kind, month.AddMonths(-1).ToString("yyyy-MM", CultureInfo.InvariantCulture), plant.Calendar.At(plant.Calendar.WorkingDayFrom(month), At)));
        return Task.FromResult<IReadOnlyList<Occurrence>>(found);
    }

    private async Task<Effect?> WorkAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        var month = DateOnly.ParseExact(occurrence.Key + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);
        await MakeAsync(plant, month, now, ct);
        var today = plant.Calendar.DayOf(now);
        var leads = await rights.ActingAsync(plant.Id, Role.Lead, today, ct);
        if (leads.Count == 0) leads = await rights.ActingAsync(plant.Id, Role.PlantManager, today, ct);
        return leads.Count == 0 ? null : new Effect
        {
            Messages = [.. leads.Select(lead => new NewMessage
            {
                Plant = plant.Id, Key = $"{Kind}:{plant.Id}:{occurrence.Key}:{lead.ObjectId}", Kind = MessageKind.Reminder, Chain = Kind,
                Target = new MessageTarget.Person(lead), Card = new CardRef(MonthSummaryCard.Draft, $"{month:yyyy-MM-dd}"), TrackAs = Track(plant.Id.Value, month),
            })],
        };
    }

    public static string Track(string plant, DateOnly month) => $"{MonthSummaryCard.Draft}:{plant}:{month:yyyy-MM}";

    /// <summary>Once for a month; a second draft changes nothing.</summary>
    public async Task MakeAsync(PlantProfile plant, DateOnly month, DateTimeOffset now, CancellationToken ct)
    {
        if (await store.SummaryAsync(plant.Id, month, ct) is not null) return;
        var current = await plans.InUseAsync(plant.Id, ct);
        var input = await InputAsync(plant, month, current, ct);
        var summary = MonthSummary.Draft(plant.Id, month, MonthRules.Draft(input), current?.Version.Number, now);
        await store.DraftAsync(summary, new Effect { Audit = [new AuditLine(plant.Id, now, null, Kind, $"{month:yyyy-MM}", "drafted", current?.Version.Number)] }, ct);
    }

    private async Task<MonthInput> InputAsync(PlantProfile plant, DateOnly month, CurrentPlan? current, CancellationToken ct)
    {
        var calendar = plant.Calendar;
        var (from, until) = (calendar.At(month, TimeOnly.MinValue), calendar.At(month.AddMonths(1), TimeOnly.MinValue));
        var signed = await store.LastSignedAsync(plant.Id, ct);
        var input = new MonthInput
        {
            Month = month, Calendar = calendar, Findings = current?.Findings, SignedOn = signed?.SignedAt is { } at ? calendar.DayOf(at) : null,
            Minutes = await minutes.BetweenAsync(plant.Id, from, until, ct), Decisions = await decisions.SinceAsync(plant.Id, from, ct),
            Orders = await risks.ListedAsync(plant.Id, ct), SentDown = await store.TopicsAsync(plant.Id, from, ct),
        };
        if (current is null) return input;
        // The whole plan: once a month, behind every press.
        var plan = await plans.LoadAsync(plant.Id, current.Version.Number, ct);
        return input with
        {
            Gaps = CapacityGapRules.Find(plan, calendar, calendar.DayOf(current.Version.DataAt)),
            Outside = input.SignedOn is { } day ? OutsidePlanRules.Find(plan, day) : null,
        };
    }
}

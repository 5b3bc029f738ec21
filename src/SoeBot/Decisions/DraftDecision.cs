using SoeBot.Commands;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Store.Meetings;
using SoeBot.Store.Plans;
using SoeBot.Store.Risks;

namespace SoeBot.Decisions;

/// <summary>Fills the form from a typed line, or with what is usual: the order's owner, due before the next meeting.</summary>
internal sealed class DraftDecision(
    PlantProfiles plants, PlantClock clock, MeetingDates dates, MeetingStore meetings, PlanStore plans, AtRiskStore risks, PersonFinder people, OwnerReading owners)
{
    public async Task<DecisionDraft> ReadAsync(Turn turn, string text, CancellationToken ct)
    {
        var plant = plants.Get(turn.Plant);
        var person = await people.NamedInAsync(turn, text, ct);
        var group = person is null ? await owners.GroupAsync(turn.Plant, text, ct) : null;
        var read = DecideLine.Read(text, person?.Name ?? group?.Name, plant.Calendar.DayOf(turn.Now), plant.Calendar);
        var (due, pastQuestion) = read.Typed is { } typed ? TypedDue.Of(typed, turn.Now, plant.Calendar) : (await dates.UsualDueAsync(plant, turn.Now, ct), null);
        var order = await OrderAsync(turn.Plant, read.Order ?? "", ct);
        var owner = person?.Key ?? (group is { People: [var only] } ? only.Key : group is null ? await OwnerOfAsync(turn.Plant, order, ct) : null);
        return new DecisionDraft(Guid.CreateVersion7(turn.Now), read.Text, owner?.ToString(), due, order, string.Join(' ', ((string?[])[group?.Question, pastQuestion]).OfType<string>()) is { Length: > 0 } asks ? asks : null)
        {
            Helpers = group?.Name, EnteredLater = read.EnteredLater,
        };
    }

    /// <param name="about">What the card it was asked on is about; may be empty.</param>
    public async Task<DecisionDraft> EmptyAsync(PlantId plant, string about, DateTimeOffset now, CancellationToken ct) =>
        new(Guid.CreateVersion7(now), "", (await OwnerOfAsync(plant, about, ct))?.ToString(), await dates.UsualDueAsync(plants.Get(plant), now, ct), about);

    /// <summary>An order's number as the plan writes it, where what was typed is one order's ending; else as typed.</summary>
    public async Task<string> OrderAsync(PlantId plant, string typed, CancellationToken ct)
    {
        if (DecisionSubject.Of(typed).Kind != SubjectKind.Order || await plans.CurrentAsync(plant, ct) is not { } version) return typed;
        var found = await plans.FindOrdersAsync(plant, version.Number, typed, 2, ct);
        return found.FirstOrDefault(order => string.Equals(order, typed, StringComparison.OrdinalIgnoreCase)) ?? (found is [var one] ? one : typed);
    }

    /// <summary>The day of the meeting after this one; null when none is planned.</summary>
    public async Task<DateOnly?> NextMeetingAsync(PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        // One that began early has its planned start still ahead.
        var after = await meetings.OpenAsync(plant.Id, ct) is null ? now : plant.Calendar.At(plant.Calendar.DayOf(now), new TimeOnly(23, 59));
        return await dates.NextAsync(plant, after, ct) is { } next ? plant.Calendar.DayOf(next) : null;
    }

    public Task<DateOnly> UsualDueAsync(PlantProfile plant, CancellationToken ct) => dates.UsualDueAsync(plant, clock.Now(plant.Id), ct);

    public async Task<PersonKey?> OwnerOfAsync(PlantId plant, string order, CancellationToken ct) =>
        order.Length == 0 ? null : (await risks.FindAsync(plant, order, ct))?.Owner;
}

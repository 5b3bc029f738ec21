using System.Security.Cryptography;
using System.Text;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Metrics;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Publishing;

/// <summary>Attainment under the line means that the schedule is not realistic: the two weeks are to be rebuilt from actual capacity (R29).</summary>
/// <param name="Finished">The week that was measured.</param>
/// <param name="Share">Its attainment, 0 to 1.</param>
/// <param name="Under">The plant's line.</param>
public sealed record RebuildDemand(PlantWeek Finished, decimal Share, decimal Under)
{
    /// <summary>What its decision is about, whichever week it began with: while one is open there is no second.</summary>
    public static readonly DecisionSubject Subject = new(SubjectKind.Schedule, "two-week schedule");

    /// <summary>Null when the week before the published one was not measured, or reached the line.</summary>
    public static RebuildDemand? Of(PlantWeek published, IReadOnlyList<WeekNumbers> weeks, decimal under) =>
        weeks.OrderByDescending(week => week.Week.Start).FirstOrDefault(week => week.Week.Start < published.Start) is { Attainment.Share: { } share } last && share < under ? new(last.Week, share, under) : null;

    public string Words => $"Attainment of week {Finished.Number} was {PlanWords.Percent(Share)}, under {PlanWords.Percent(Under)}: rebuild the two weeks from actual capacity.";

    /// <summary>By the end of the published week; its owner has not taken it yet.</summary>
    public NewDecision Decision(PlantId plant, PlantWeek published, PlantCalendar calendar, PersonKey owner, int? version)
    {
        var due = published.Days.Each().Where(calendar.IsWorkingDay).DefaultIfEmpty(published.End).Last();
        return new NewDecision(IdOf(plant), plant, Words, Subject, owner, due, PersonKey.Rule(owner.Tenant), null, version) { Kind = DecisionKind.Capacity };
    }

    /// <summary>One decision for each plant and week, however often it is demanded.</summary>
    private DecisionId IdOf(PlantId plant) => new(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"rebuild {plant} {Finished}")).AsSpan(0, 16)));
}

using SoeBot.Domain.Decisions;
using SoeBot.Domain.Exceptions;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Health;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.Minutes;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;

namespace SoeBot.UnitTests.Domain.Health;

/// <summary>A plant that meets on Wednesdays; today is Monday 26 January 2026.</summary>
internal static class GivenHealth
{
    public static readonly DateOnly Today = new(2026, 1, 26);
    public static readonly DateTimeOffset Now = new(2026, 1, 26, 12, 0, 0, TimeSpan.Zero);
    public static readonly PersonKey Lea = PersonKey.Of("t", "lea");
    public static readonly PersonKey Omar = PersonKey.Of("t", "omar");
    private static readonly PlantId Plant = new("bothell");

    public static HealthInput Input => new() { Calendar = Given.Calendar, Today = Today };
    public static HealthWindow Window => HealthRules.LastWeeks(Input, Now);

    public static DateTimeOffset At(DateOnly day, int hour = 12) => new(day.ToDateTime(new TimeOnly(hour, 0)), TimeSpan.Zero);

    /// <summary>A weekly meeting of ninety minutes with so many decisions.</summary>
    public static MeetingMinutes Met(DateOnly day, int decisions, params MinutedStep[] steps) => new()
    {
        Meeting = new MeetingId(Guid.CreateVersion7()), Plant = Plant, Template = AgendaTemplate.WeeklyId, Title = "Weekly execution meeting", Day = day, StartedAt = At(day), ClosedAt = At(day).AddMinutes(90), Chair = Lea,
        Decisions = [.. Enumerable.Range(1, decisions).Select(number => new MinutedDecision(number, "x", Omar, day.AddDays(2), DecisionSubject.None, DecisionStatus.Proposed, Lea))], Steps = steps,
    };

    /// <summary>Decided on a day by Lea for Omar, in a meeting unless said otherwise.</summary>
    public static Decision Decided(DateOnly on, DateOnly due, bool outside = false, string text = "Second quote", DecisionSubject? about = null, DecisionKind kind = DecisionKind.Other)
    {
        var decision = Decision.Record(
            new NewDecision(new DecisionId(Guid.CreateVersion7()), Plant, text, about ?? DecisionSubject.None, Omar, due, Lea, outside ? null : new MeetingId(Guid.CreateVersion7()), 1) { Kind = kind }, 41, At(on));
        decision.Take(Omar, At(on));
        return decision;
    }

    public static Decision Done(this Decision decision, DateOnly on)
    {
        Assert(decision.Done(Omar, "in", Given.Calendar, At(on)));
        return decision;
    }

    public static Decision Missed(this Decision decision, DateOnly on)
    {
        Assert(decision.Miss(null, null, At(on)));
        return decision;
    }

    public static Decision Moved(this Decision decision, DateOnly on, DateOnly to)
    {
        Assert(decision.Redate(to, Omar, byLead: true, "supplier slow", Given.Calendar, At(on)));
        return decision;
    }

    public static PlannedWeek Planned(DateOnly monday) => new(new PlantWeek(monday), At(monday.AddDays(2)), null);

    public static PlanException Open(string what, DateOnly since, ExceptionCategory category = ExceptionCategory.LateSupply) => new(category, what, "supplier", since, $"{what} is late", 5, 8, "days");

    private static void Assert(DecisionOutcome outcome) => Xunit.Assert.Equal(DecisionOutcome.Changed, outcome);
}

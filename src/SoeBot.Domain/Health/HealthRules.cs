namespace SoeBot.Domain.Health;

/// <summary>All numbers of the process for a window, in the order in which people read them.</summary>
public static class HealthRules
{
    public const int Meetings = 4, Weeks = 13;

    public static IReadOnlyList<HealthFigure> Compute(HealthInput input, HealthWindow window) =>
    [
        MeetingHealth.DecisionsPerMeeting(input, window), MeetingHealth.CompleteAtClose(input, window),
        CommitmentHealth.Kept(input, window), CommitmentHealth.Missed(input, window), CommitmentHealth.Renegotiated(input, window),
        CommitmentHealth.DaysToClose(input, window), CommitmentHealth.RedatesPerDecision(input, window),
        MeetingHealth.Cadence(input, window), MeetingHealth.StatusMeetings(input, window), CommitmentHealth.OutsideMeeting(input, window), MeetingHealth.LookingBack(input, window),
        ReactionHealth.SlowReaction(input, window), ReactionHealth.UnapprovedChanges(input, window),
    ];

    /// <summary>From the start of the fourth last weekly meeting; the thirteen weeks when there were fewer.</summary>
    public static HealthWindow LastMeetings(HealthInput input, DateTimeOffset now)
    {
        var held = input.Weekly(LastWeeks(input, now)).OrderByDescending(one => one.StartedAt).Take(Meetings).ToList();
        return held.Count < Meetings ? LastWeeks(input, now) with { Words = held.Count == 0 ? "no meeting yet" : held.Count == 1 ? "one meeting so far" : $"{held.Count} meetings so far" }
            : new HealthWindow("the last four meetings", held[^1].StartedAt, now);
    }

    /// <summary>Thirteen whole weeks and the current one until now.</summary>
    public static HealthWindow LastWeeks(HealthInput input, DateTimeOffset now) =>
        new($"{Weeks} weeks", input.Calendar.At(input.Calendar.WeekOf(input.Today).Plus(-Weeks).Start, TimeOnly.MinValue), now);
}

using SoeBot.Domain.People;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Metrics;

public enum ContestOutcome { Changed, SameAsBefore, ReasonNeeded, NotYours }

/// <summary>
/// Somebody does not agree with a number of a week, and says why. It stands beside the number until the one who said it, planning or an
/// administrator calls it resolved. One per number, week and person.
/// </summary>
public sealed class Contest
{
    public const int MostText = 300;

    private Contest() { }

    public PlantId Plant { get; private set; }

    /// <summary>Which number: a <see cref="FigureKind"/>, or "exceptions".</summary>
    public string Number { get; private set; } = "";

    /// <summary>First day of the plant week the number is of.</summary>
    public DateOnly Week { get; private set; }
    public PersonKey By { get; private set; }
    public string Reason { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public PersonKey? ResolvedBy { get; private set; }
    public DateTimeOffset? ResolvedAt { get; private set; }

    /// <summary>What the one who resolved it said.</summary>
    public string? Answer { get; private set; }
    public int Version { get; private set; }

    public bool IsOpen => Version > 0 && ResolvedAt is null;

    /// <summary>Not yet contested.</summary>
    public static Contest Of(PlantId plant, string number, DateOnly week, PersonKey by) => new() { Plant = plant, Number = number, Week = week, By = by };

    /// <summary>Says it, says it in other words, or says it again after it was resolved.</summary>
    public ContestOutcome Raise(string? reason, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(reason)) return ContestOutcome.ReasonNeeded;
        var words = reason.Trim();
        if (words.Length > MostText) words = words[..(char.IsHighSurrogate(words[MostText - 1]) ? MostText - 1 : MostText)];
        if (IsOpen && Reason == words) return ContestOutcome.SameAsBefore;
        (Reason, At, ResolvedBy, ResolvedAt, Answer) = (words, now, null, null, null);
        Version++;
        return ContestOutcome.Changed;
    }

    /// <param name="by">Who calls it resolved.</param>
    /// <param name="mayAlways">Planning and administrators; everybody else only what they said themselves.</param>
    /// <param name="answer">Why; may be left out.</param>
    /// <param name="now">When.</param>
    public ContestOutcome Resolve(PersonKey by, bool mayAlways, string? answer, DateTimeOffset now)
    {
        if (!IsOpen) return ContestOutcome.SameAsBefore;
        if (by != By && !mayAlways) return ContestOutcome.NotYours;
        var words = string.IsNullOrWhiteSpace(answer) ? null : answer.Trim();
        (ResolvedBy, ResolvedAt, Answer) = (by, now, words?.Length > MostText ? words[..MostText] : words);
        Version++;
        return ContestOutcome.Changed;
    }
}

using SoeBot.Domain.Fences;
using SoeBot.Domain.People;

namespace SoeBot.Store.Plans;

/// <summary>The plan version that was frozen for a week.</summary>
/// <param name="By">Null when the calendar froze it.</param>
public sealed record Baseline(PlantWeek Week, int Version, PersonKey? By, DateTimeOffset At)
{
    /// <summary>Who said for planning that the week is to be run so: who froze it, or who confirmed what the calendar froze; null while nobody has.</summary>
    public PersonKey? ConfirmedBy { get; init; }
    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>The month of the S&amp;OP cycle that was signed last when the week was frozen, which it is measured against (R122); null when none was signed.</summary>
    public DateOnly? SopMonth { get; init; }

    /// <summary>The plan version that was signed in it; null when there was no plan then.</summary>
    public int? SopVersion { get; init; }
    public bool IsConfirmed => ConfirmedBy is not null;
}

public enum ConfirmOutcome
{
    Confirmed,

    /// <summary>Somebody was quicker: <see cref="ConfirmResult.Baseline"/> says who and when.</summary>
    AlreadyConfirmed,

    /// <summary>No version is frozen for the week; then <see cref="ConfirmResult.Baseline"/> is null.</summary>
    NothingFrozen,
}

/// <param name="Baseline">As it is now.</param>
public sealed record ConfirmResult(ConfirmOutcome Outcome, Baseline? Baseline);

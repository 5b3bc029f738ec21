using SoeBot.Domain.People;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Sop;

/// <param name="Kind">Which artifact.</param>
/// <param name="What">"given", "ticked", "signed", "reopened".</param>
public sealed record SopEvent(SopArtifactKind Kind, string What, PersonKey By, DateTimeOffset At, PersonKey? Owner = null);

/// <summary>One month's S&amp;OP cycle: five artifacts, each with one owner, ending in a signature (R125). Its history only grows.</summary>
public sealed class SopCycle
{
    /// <summary>Of the reconciliation pack (R125).</summary>
    public const int MostSlides = 5;

    /// <summary>A cycle lasts at most so many calendar days, the first one counted (R126).</summary>
    public const int MostDays = 14;

    /// <summary>The executive meeting (R126).</summary>
    public const int MostExecutiveMinutes = 60;

    private readonly List<SopArtifact> _artifacts = [];
    private readonly List<SopEvent> _events = [];

    private SopCycle() { }

    public PlantId Plant { get; private set; }

    /// <summary>First day of the month the cycle plans from.</summary>
    public DateOnly Month { get; private set; }

    /// <summary>The plant's day it began on.</summary>
    public DateOnly StartedOn { get; private set; }
    public DateTimeOffset? SignedAt { get; private set; }

    /// <summary>The plan version whose S&amp;OP plan was signed; weeks are measured against it (R122).</summary>
    public int? SignedVersion { get; private set; }
    public int Version { get; private set; }

    /// <summary>Always all five, in their order.</summary>
    public IReadOnlyList<SopArtifact> Artifacts => _artifacts;
    public IReadOnlyList<SopEvent> Events => _events;

    public static SopCycle Begin(PlantId plant, DateOnly month, DateOnly today)
    {
        var cycle = new SopCycle { Plant = plant, Month = month, StartedOn = today };
        cycle._artifacts.AddRange(Enum.GetValues<SopArtifactKind>().Select(kind => new SopArtifact(kind)));
        return cycle;
    }

    public SopArtifact Of(SopArtifactKind kind) => _artifacts[(int)kind];

    /// <summary>One owner each: a new one takes the place of the old.</summary>
    public SopOutcome GiveTo(SopArtifactKind kind, PersonKey owner, PersonKey by, DateTimeOffset now)
    {
        if (Of(kind).Owner == owner) return SopOutcome.SameAsBefore;
        if (IsClosed(kind)) return SopOutcome.AlreadySigned;
        return Change(Of(kind) with { Owner = owner }, new(kind, "given", by, now, owner));
    }

    /// <param name="byLead">True when the S&amp;OE lead presses.</param>
    /// <param name="slides">Of the pack; ignored for the others.</param>
    /// <param name="planVersion">The plan in use.</param>
    public SopOutcome Tick(SopArtifactKind kind, PersonKey by, bool byLead, int? slides, int? planVersion, DateTimeOffset now)
    {
        var artifact = Of(kind);
        if (artifact.Owner is not { } owner) return SopOutcome.NoOwner;
        if (by != owner && !byLead) return SopOutcome.NotYours;
        if (kind == SopArtifactKind.ReconciliationPack && slides is null or < 1) return SopOutcome.SlidesNeeded;
        if (kind == SopArtifactKind.ReconciliationPack && slides > MostSlides) return SopOutcome.TooManySlides;
        if (artifact.IsTicked) return SopOutcome.SameAsBefore;
        if (kind == SopArtifactKind.SignedPlan && _artifacts.Any(one => one.Kind < kind && !one.IsTicked)) return SopOutcome.OthersOpen;
        if (kind == SopArtifactKind.SignedPlan) (SignedAt, SignedVersion) = (now, planVersion);
        return Change(
            artifact with { TickedAt = now, TickedBy = by, PlanVersion = planVersion, Slides = kind == SopArtifactKind.ReconciliationPack ? slides : null },
            new(kind, kind == SopArtifactKind.SignedPlan ? "signed" : "ticked", by, now));
    }

    /// <summary>Takes a tick back, as long as nothing was signed on top of it.</summary>
    public SopOutcome Reopen(SopArtifactKind kind, PersonKey by, bool byLead, DateTimeOffset now)
    {
        var artifact = Of(kind);
        if (!artifact.IsTicked) return SopOutcome.SameAsBefore;
        if (by != artifact.Owner && !byLead) return SopOutcome.NotYours;
        if (IsClosed(kind)) return SopOutcome.AlreadySigned;
        return Change(new SopArtifact(kind, artifact.Owner), new(kind, "reopened", by, now));
    }

    /// <summary>Calendar days so far, or until it was signed; the first day counts.</summary>
    /// <param name="dayOf">The plant's day of an instant.</param>
    public int Days(DateOnly today, Func<DateTimeOffset, DateOnly> dayOf) =>
        (SignedAt is { } signed ? dayOf(signed) : today).DayNumber - StartedOn.DayNumber + 1;

    private bool IsClosed(SopArtifactKind kind) => SignedAt is not null && kind <= SopArtifactKind.SignedPlan;

    private SopOutcome Change(SopArtifact artifact, SopEvent happened)
    {
        _artifacts[(int)artifact.Kind] = artifact;
        _events.Add(happened);
        Version++;
        return SopOutcome.Changed;
    }
}

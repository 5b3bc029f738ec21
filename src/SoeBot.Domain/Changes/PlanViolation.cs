using SoeBot.Domain.Fences;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Changes;

public enum ViolationState
{
    /// <summary>Nobody said what it was.</summary>
    Open,

    /// <summary>A request was filed afterwards; it says what became of it.</summary>
    Filed,

    /// <summary>Planning says that it was not meant, and takes it back.</summary>
    Mistake,

    /// <summary>A later version stands as published again.</summary>
    Undone,
}

/// <summary>A change inside a fence that nobody approved, found by comparing (R25). One per line of a week and way it was changed.</summary>
public sealed class PlanViolation
{
    private PlanViolation() { }

    public Guid Id { get; private set; }
    public PlantId Plant { get; private set; }

    /// <summary>First day of the published week.</summary>
    public DateOnly Week { get; private set; }

    /// <summary>Number of the production order.</summary>
    public string Line { get; private set; } = "";

    /// <inheritdoc cref="Difference.Mark"/>
    public string Mark { get; private set; } = "";
    public string Item { get; private set; } = "";
    public Fence Zone { get; private set; }
    public DateOnly? From { get; private set; }
    public DateOnly? To { get; private set; }
    public decimal? PlannedBefore { get; private set; }
    public decimal? PlannedAfter { get; private set; }
    public string? WorkCentre { get; private set; }
    public int FoundIn { get; private set; }

    /// <summary>When the version was published in which it was found.</summary>
    public DateTimeOffset FoundAt { get; private set; }

    /// <summary>Who brought that version; null when the source does not say.</summary>
    public PersonKey? BroughtBy { get; private set; }
    public ViolationState State { get; private set; }
    public PersonKey? SaidBy { get; private set; }

    /// <summary>The request that was filed afterwards.</summary>
    public Guid? Request { get; private set; }
    public int Version { get; private set; }

    public static PlanViolation Of(Guid id, PlantId plant, PlantWeek week, Difference found, PlanVersion version) => new()
    {
        Id = id, Plant = plant, Week = week.Start, Line = found.Number, Mark = found.Mark, Item = found.Item, Zone = found.Zone,
        From = found.Before?.Due, To = found.After?.Due, PlannedBefore = found.Before?.Planned, PlannedAfter = found.After?.Planned, WorkCentre = (found.After ?? found.Before)?.WorkCentre,
        FoundIn = version.Number, FoundAt = version.PublishedAt, BroughtBy = version.Person, State = ViolationState.Open, Version = 1,
    };

    public bool File(Guid request, PersonKey by) => Say(ViolationState.Filed, by, request);

    public bool CallMistake(PersonKey by) => Say(ViolationState.Mistake, by, null);

    /// <summary>The line stands as published again.</summary>
    public bool Undo()
    {
        if (State is not (ViolationState.Open or ViolationState.Mistake)) return false;
        State = ViolationState.Undone;
        Version++;
        return true;
    }

    /// <summary>What a request filed afterwards asks for: that the line may stand as it does.</summary>
    public ChangeWhat What => new(
        To is null ? ChangeKind.Cancel : From is null ? ChangeKind.Add : From != To ? ChangeKind.Move : PlannedBefore != PlannedAfter ? ChangeKind.Quantity : ChangeKind.Line,
        From is null ? ChangeSubject.Item : ChangeSubject.ScheduleLine, From is null ? Item : Line)
    { To = To, Quantity = PlannedAfter, WorkCentre = WorkCentre };

    public ChangeImpact Impact => new()
    {
        PlanVersion = FoundIn, From = From, To = To, Zone = Zone, Words = $"{PlanWords.Quantity(PlannedAfter ?? PlannedBefore ?? 0)} x {Item}", Lines = From is null ? [] : [Line],
        Expected = [new ExpectedLine(Line, Item, To, PlannedAfter ?? 0, WorkCentre, IsNew: From is null)],
    };

    private bool Say(ViolationState state, PersonKey by, Guid? request)
    {
        if (State != ViolationState.Open) return false;
        (State, SaidBy, Request) = (state, by, request);
        Version++;
        return true;
    }
}

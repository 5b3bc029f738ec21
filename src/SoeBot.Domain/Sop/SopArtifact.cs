using SoeBot.Domain.People;

namespace SoeBot.Domain.Sop;

/// <summary>The five artifacts of an S&amp;OP cycle (R125), in the order in which they come about. Names stand on the wire and in the store.</summary>
public enum SopArtifactKind { DemandConsensus, SupplyPlan, ReconciliationPack, SignedPlan, CommitmentLog }

/// <summary>One artifact with its one owner, and who ticked it when and on which plan version.</summary>
/// <param name="Owner">Null until somebody has it; then it cannot be ticked.</param>
public sealed record SopArtifact(SopArtifactKind Kind, PersonKey? Owner = null)
{
    public DateTimeOffset? TickedAt { get; init; }
    public PersonKey? TickedBy { get; init; }
    public int? PlanVersion { get; init; }

    /// <summary>Of the reconciliation pack.</summary>
    public int? Slides { get; init; }
    public bool IsTicked => TickedAt is not null;
}

public enum SopOutcome
{
    Changed,

    /// <summary>It stood so already; nothing was changed.</summary>
    SameAsBefore,

    /// <summary>Without a named owner nothing is ticked or signed.</summary>
    NoOwner,

    /// <summary>Only its owner, or the S&amp;OE lead, may.</summary>
    NotYours,
    SlidesNeeded,

    /// <summary>A reconciliation pack has at most <see cref="SopCycle.MostSlides"/>.</summary>
    TooManySlides,

    /// <summary>The plan is signed on top of the consensus, the supply plan and the pack.</summary>
    OthersOpen,

    /// <summary>What a signature stands on is not changed any more; the next cycle does.</summary>
    AlreadySigned,
}

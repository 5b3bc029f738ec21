using System.Globalization;
using SoeBot.Domain.Sop;

namespace SoeBot.Sop;

/// <summary>Artifacts, parts and outcomes as people say them.</summary>
internal static class SopWords
{
    public static string Title(SopArtifactKind kind) => kind switch
    {
        SopArtifactKind.DemandConsensus => "Demand consensus",
        SopArtifactKind.SupplyPlan => "Supply plan",
        SopArtifactKind.ReconciliationPack => "Reconciliation pack",
        SopArtifactKind.SignedPlan => "Signed plan",
        SopArtifactKind.CommitmentLog => "Customer commitment log",
    };

    /// <summary>Null when the words name none.</summary>
    public static SopArtifactKind? Read(string words)
    {
        var plain = words.Trim().ToLowerInvariant();
        foreach (var kind in Enum.GetValues<SopArtifactKind>())
            if (string.Equals(plain, Title(kind), StringComparison.OrdinalIgnoreCase) || string.Equals(plain, kind.ToString(), StringComparison.OrdinalIgnoreCase)) return kind;
        return plain switch
        {
            "consensus" or "demand" => SopArtifactKind.DemandConsensus,
            "supply" => SopArtifactKind.SupplyPlan,
            "pack" or "reconciliation" => SopArtifactKind.ReconciliationPack,
            "plan" or "signed" or "s&op plan" => SopArtifactKind.SignedPlan,
            "log" or "commitments" or "commitment log" => SopArtifactKind.CommitmentLog,
            _ => null,
        };
    }

    public static string Part(SummaryPart part) => part switch
    {
        SummaryPart.Learnings => "Learnings",
        SummaryPart.Metrics => "Metrics",
        SummaryPart.PlanGap => "Plan against actual",
        SummaryPart.TradeOffs => "Trade-offs",
        SummaryPart.ProductPriorities => "Product priorities",
        SummaryPart.Inventory => "Inventory builds and depletions",
        SummaryPart.Preferences => "Preferences",
        SummaryPart.CapacityGaps => "Capacity gaps, 6 to 12 weeks out",
        SummaryPart.OutsidePlan => "Orders outside the signed plan",
        SummaryPart.Parked => "Parked topics",
        SummaryPart.SentDown => "Sent down from S&OP",
    };

    public static string Outcome(SopOutcome outcome, SopArtifactKind kind) => outcome switch
    {
        SopOutcome.Changed => "Done.",
        SopOutcome.SameAsBefore => $"{Title(kind)}: it stood so already.",
        SopOutcome.NoOwner => $"{Title(kind)} has no owner. Give it to one person first: a department cannot sign.",
        SopOutcome.NotYours => $"Only the owner of {Title(kind)} or the S&OE lead can do that.",
        SopOutcome.SlidesNeeded => "How many slides does the pack have? Fill in the number.",
        SopOutcome.TooManySlides => $"The reconciliation pack has at most {SopCycle.MostSlides} slides. Leave some out.",
        SopOutcome.OthersOpen => "Demand consensus, supply plan and reconciliation pack are ticked first: the signature stands on them.",
        SopOutcome.AlreadySigned => "The plan is signed. What it stands on changes with the next cycle.",
    };

    /// <summary>"January 2026".</summary>
    public static string Month(DateOnly month) => month.ToString("MMMM yyyy", CultureInfo.InvariantCulture);
}

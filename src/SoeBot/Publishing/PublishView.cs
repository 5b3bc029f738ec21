using SoeBot.Cards;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Publishing;
using SoeBot.Plants;
using SoeBot.Store.Plans;

namespace SoeBot.Publishing;

/// <summary>One of the four things a schedule is built from (R19), with when it came in; null: the plan lacks it.</summary>
internal sealed record PlanSource(string Name, DateTimeOffset? At);

/// <summary>What the cards of a week's publishing are drawn from.</summary>
/// <param name="Week">The one to publish: it is frozen, the next working one firm.</param>
/// <param name="Firm">The next working week.</param>
/// <param name="Flexible">The one after: it becomes firm a week later, and its conflicts are to be resolved before (R28).</param>
/// <param name="Version">What Publish makes the baseline; once something is frozen, that version.</param>
/// <param name="Loads">Of the weeks, as far as the look-ahead reaches.</param>
/// <param name="Frozen">Null until somebody publishes or the deadline passes.</param>
/// <param name="By">Name of whoever published or confirmed.</param>
/// <param name="Planners">Names of those who may publish.</param>
/// <param name="Deadline">When the newest version freezes by itself.</param>
/// <param name="Demand">Null when the last week reached the line.</param>
/// <param name="Rebuild">The open decision about it, with its owner's name.</param>
/// <param name="Note">Why nothing came of the last press.</param>
internal sealed record PublishView(
    PlantProfile Plant, PlantWeek Week, PlantWeek Firm, PlantWeek Flexible, PlanVersion Version, IReadOnlyList<WeekLoad> Loads, WeekDraft Draft, Baseline? Frozen, string? By,
    IReadOnlyList<string> Planners, DateTimeOffset Deadline, IReadOnlyList<PlanSource> Sources, RebuildDemand? Demand, (Decision Decision, string Owner)? Rebuild, DataLine Data, DateTimeOffset Now, string? Note = null)
{
    public bool IsPublished => Frozen is { IsConfirmed: true };

    /// <summary>The tick "rebuilt" means something: a rebuild is demanded, or tracked since an earlier week.</summary>
    public bool AsksRebuild => Demand is not null || Rebuild is not null;

    /// <summary>Work centres of the two weeks that have more work than hours: a schedule with any is not rebuilt from actual capacity.</summary>
    public IReadOnlyList<PlanConflict> Over =>
        [.. ((PlantWeek[])[Week, Firm]).SelectMany(week => Draft.Of(week)?.Worst ?? []).Where(one => one.Kind == ConflictKind.OverCapacity)];
}

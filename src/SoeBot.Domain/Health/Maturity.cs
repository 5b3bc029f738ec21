using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Health;

/// <summary>Levels of the guide (R144).</summary>
public enum MaturityLevel { Reactive = 1, StructuredWeekly = 2, TechnologyEnabled = 3, ControlTower = 4 }

/// <summary>One thing that a level asks for, with what was seen.</summary>
/// <param name="What">What is asked for, in words.</param>
/// <param name="Seen">The evidence: counts, days, names of nobody.</param>
public sealed record MaturityEvidence(MaturityLevel Level, string What, string Seen, bool IsMet);

/// <summary>What the level is told from. Counts are of the last four weeks unless they say otherwise.</summary>
public sealed record MaturityFacts
{
    /// <summary>Weekly dates that were planned and held, moved ones included.</summary>
    public int Planned { get; init; }
    public int Held { get; init; }
    public int Decisions { get; init; }

    /// <summary>With owner and date at close.</summary>
    public int Complete { get; init; }

    /// <summary>Weeks for which a plan version was frozen, of the last four.</summary>
    public int Frozen { get; init; }
    public int WorkingDays { get; init; }

    /// <summary>Working days on which a new plan version came in without a person bringing it.</summary>
    public int AutomaticDays { get; init; }

    /// <summary>Working days on which somebody pressed "Seen" on the exception page.</summary>
    public int SeenDays { get; init; }

    /// <summary>Open process problems, and those whose cause has an owner.</summary>
    public int Problems { get; init; }
    public int OwnedProblems { get; init; }

    /// <summary>Orders of the top ten, and those with their owner's answer.</summary>
    public int TopTen { get; init; }
    public int Answered { get; init; }

    /// <summary>Frozen weeks that are measured against a signed S&amp;OP plan, of the last four.</summary>
    public int AgainstSigned { get; init; }

    /// <summary>Mean of the last four weeks; null when none was measured.</summary>
    public decimal? Attainment { get; init; }
    public decimal Target { get; init; } = 0.9m;

    /// <summary>Divergences without a decision for longer than the limit, now.</summary>
    public int Slow { get; init; }

    /// <summary>Changes inside a fence without approval, now.</summary>
    public int Unapproved { get; init; }

    /// <summary>The plan data tells what customers' customers buy.</summary>
    public bool HasPointOfSale { get; init; }
}

/// <summary>The level with all that speaks for it and against the next one.</summary>
public sealed record Maturity(MaturityLevel Level, IReadOnlyList<MaturityEvidence> Evidence)
{
    /// <summary>What the next level lacks; empty at the top.</summary>
    public IReadOnlyList<MaturityEvidence> Missing => [.. Evidence.Where(one => one.Level == Level + 1 && !one.IsMet)];
}

/// <summary>The maturity level from evidence (R144): a level is reached when it and all below it have all they ask for.</summary>
public static class MaturityRules
{
    private const int Weeks = 4;

    public static Maturity Of(MaturityFacts facts)
    {
        MaturityEvidence[] evidence =
        [
            new(MaturityLevel.StructuredWeekly, "the weekly meeting is held", $"{facts.Held} of {facts.Planned} planned dates", facts.Planned >= Weeks && facts.Held >= facts.Planned - 1),
            new(MaturityLevel.StructuredWeekly, "decisions close with owner and date", $"{facts.Complete} of {facts.Decisions} decisions", facts.Decisions > 0 && facts.Complete == facts.Decisions),
            new(MaturityLevel.StructuredWeekly, "each week has a frozen plan", $"{facts.Frozen} of {Weeks} weeks", facts.Frozen >= Weeks),
            new(MaturityLevel.TechnologyEnabled, "the plan comes in by itself", $"on {facts.AutomaticDays} of {facts.WorkingDays} working days", Share(facts.AutomaticDays, facts.WorkingDays) >= 0.8m),
            new(MaturityLevel.TechnologyEnabled, "the exception page is read", $"seen on {facts.SeenDays} of {facts.WorkingDays} working days", Share(facts.SeenDays, facts.WorkingDays) >= 0.5m),
            new(MaturityLevel.TechnologyEnabled, "repeats have an owner of the cause", facts.Problems == 0 ? "no repeat is open" : $"{facts.OwnedProblems} of {facts.Problems} open repeats", facts.OwnedProblems >= facts.Problems),
            new(MaturityLevel.TechnologyEnabled, "owners answer for the orders at risk", facts.TopTen == 0 ? "no order is at risk" : $"{facts.Answered} of {facts.TopTen} orders", facts.TopTen == 0 || Share(facts.Answered, facts.TopTen) >= 0.8m),
            new(MaturityLevel.ControlTower, "weeks are measured against a signed S&OP plan", $"{facts.AgainstSigned} of {Weeks} weeks", facts.AgainstSigned >= Weeks),
            new(MaturityLevel.ControlTower, $"attainment is at its target of {PlanWords.Quantity(facts.Target * 100)} %", facts.Attainment is { } share ? $"{PlanWords.Quantity(Math.Round(share * 100, 1))} % in four weeks" : "no number", facts.Attainment >= facts.Target),
            new(MaturityLevel.ControlTower, "no divergence waits for a decision", $"{facts.Slow} wait", facts.Slow == 0),
            new(MaturityLevel.ControlTower, "no change passes the fences unapproved", $"{facts.Unapproved} found", facts.Unapproved == 0),
            new(MaturityLevel.ControlTower, "the plan data holds point-of-sale numbers", facts.HasPointOfSale ? "it does" : "it does not", facts.HasPointOfSale),
        ];
        var level = MaturityLevel.Reactive;
        while (level < MaturityLevel.ControlTower && evidence.Where(one => one.Level == level + 1).All(one => one.IsMet)) level++;
        return new(level, evidence);
    }

    private static decimal Share(int some, int all) => all == 0 ? 0 : (decimal)some / all;
}

using SoeBot.Domain.People;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Sop;

/// <summary>The parts of the S&amp;OE summary for S&amp;OP (R121), in the order in which people read them. Names stand on the wire and in the store.</summary>
public enum SummaryPart { Learnings, Metrics, PlanGap, TradeOffs, ProductPriorities, Inventory, Preferences, CapacityGaps, OutsidePlan, Parked, SentDown }

/// <param name="Lines">As drafted from what is stored; the worst first.</param>
/// <param name="Words">A person's own words in place of the lines; null for the draft.</param>
public sealed record SummarySection(SummaryPart Part, IReadOnlyList<string> Lines, string? Words = null);

public enum SummaryOutcome { Changed, SameAsBefore, AlreadySent, NothingWritten }

/// <summary>The S&amp;OE summary of a month for S&amp;OP (R121): drafted by the bot, worded and sent by a person.</summary>
public sealed class MonthSummary
{
    public const int MostWords = 1500;

    private readonly List<SummarySection> _sections = [];

    private MonthSummary() { }

    public PlantId Plant { get; private set; }

    /// <summary>First day of the month it is about.</summary>
    public DateOnly Month { get; private set; }
    public DateTimeOffset DraftedAt { get; private set; }
    public int? PlanVersion { get; private set; }
    public PersonKey? EditedBy { get; private set; }
    public DateTimeOffset? EditedAt { get; private set; }
    public PersonKey? SentBy { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<SummarySection> Sections => _sections;

    public static MonthSummary Draft(PlantId plant, DateOnly month, IReadOnlyList<SummarySection> sections, int? planVersion, DateTimeOffset now)
    {
        var summary = new MonthSummary { Plant = plant, Month = month, DraftedAt = now, PlanVersion = planVersion, Version = 1 };
        summary._sections.AddRange(sections);
        return summary;
    }

    /// <param name="words">Empty: back to the draft.</param>
    public SummaryOutcome Edit(SummaryPart part, string? words, PersonKey by, DateTimeOffset now)
    {
        if (SentAt is not null) return SummaryOutcome.AlreadySent;
        var at = _sections.FindIndex(section => section.Part == part);
        if (at < 0) return SummaryOutcome.NothingWritten;
        var text = string.IsNullOrWhiteSpace(words) ? null : words.Trim();
        if (text?.Length > MostWords) text = text[..MostWords];
        if (_sections[at].Words == text) return SummaryOutcome.SameAsBefore;
        _sections[at] = _sections[at] with { Words = text };
        (EditedBy, EditedAt) = (by, now);
        Version++;
        return SummaryOutcome.Changed;
    }

    public SummaryOutcome Send(PersonKey by, DateTimeOffset now)
    {
        if (SentAt is not null) return SummaryOutcome.AlreadySent;
        (SentBy, SentAt) = (by, now);
        Version++;
        return SummaryOutcome.Changed;
    }
}

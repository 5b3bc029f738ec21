using SoeBot.Domain.Plan;

namespace SoeBot.Connectors.Sample;

/// <summary>A whole production order, from its planning to its last good piece.</summary>
/// <param name="Final">Good pieces in the end.</param>
/// <param name="Finish">The day it is reported complete.</param>
/// <param name="Bill">What a good piece takes, by place in the catalogue's parts.</param>
internal sealed record WorkStory(
    int Week, int Index, string Number, string Item, string Centre, DateOnly Start, DateOnly Due, int Planned, int Final,
    DateOnly Finish, decimal HoursPerPiece, string? ForOrder, IReadOnlyList<(int Part, decimal Per)> Bill)
{
    public (DateOnly From, DateOnly Due, int Planned)? Change { get; init; }

    /// <summary>Place in the queue of the work centre within its week.</summary>
    public int Sequence { get; init; }

    /// <summary>The day its parts leave the store; later than planned when they were not there.</summary>
    public required DateOnly Begun { get; init; }

    /// <summary>Planned pieces of the version that the week is frozen with.</summary>
    public int Frozen => Change is { } change && change.From < SampleDays.Day(Week, SampleDays.Tue) ? change.Planned : Planned;

    /// <summary>Good pieces reported before <paramref name="today"/>: half of them on the day before the last.</summary>
    public int GoodOn(DateOnly today) =>
        Finish < today ? Final : SampleDays.AddWorking(Finish, -1) < today ? Final / 2 : 0;

    public ScheduleLine? LineOn(DateOnly today)
    {
        if (SampleDays.Day(Week - 4, SampleDays.Mon) > today) return null;
        var (_, due, planned) = Change is { } change && change.From <= today ? change : (default, Due, Planned);
        var done = Finish < today;
        return new ScheduleLine
        {
            Number = Number, Item = Item, WorkCentre = Centre, Sequence = Sequence, Start = Start,
            StartedOn = Begun < today ? Begun : null, Due = due, Planned = planned,
            Good = GoodOn(today),
            Scrapped = done ? Math.Max(0, planned - Final) + (Index % 6 == Week % 6 ? 1 + Index % 3 : 0) : 0,
            FinishedOn = done ? Finish : null,
            Hours = 1 + planned * HoursPerPiece,
            ReportedHours = ReportedOn(today),
            ForOrder = ForOrder,
        };
    }

    /// <summary>Set-up and the pieces so far, a little faster or slower than planned; null before the first report.</summary>
    private decimal? ReportedOn(DateOnly today) => GoodOn(today) is > 0 and var good
        ? Math.Round((1 + good * HoursPerPiece) * SampleChance.Between(94, 112, Topic.Length, Week, 1000 + Index) / 100, 1) : null;
}

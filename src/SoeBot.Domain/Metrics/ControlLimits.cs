namespace SoeBot.Domain.Metrics;

/// <summary>
/// Limits of an individuals chart (R75): mean plus and minus 2.66 times the average moving range. A point outside is not chance.
/// </summary>
/// <param name="Weeks">How many points they were computed from.</param>
public sealed record ControlLimits(decimal Mean, decimal Lower, decimal Upper, int Weeks)
{
    public const int LeastWeeks = 12;
    private const decimal Factor = 2.66m;

    public bool Contains(decimal value) => Lower <= value && value <= Upper;

    /// <summary>Of values in the order of time, weeks without a number left out; null with fewer than twelve.</summary>
    public static ControlLimits? Of(IReadOnlyList<decimal> values)
    {
        if (values.Count < LeastWeeks) return null;
        decimal range = 0;
        for (var i = 1; i < values.Count; i++) range += Math.Abs(values[i] - values[i - 1]);
        var mean = values.Sum() / values.Count;
        var width = Factor * range / (values.Count - 1);
        return new ControlLimits(mean, mean - width, mean + width, values.Count);
    }
}

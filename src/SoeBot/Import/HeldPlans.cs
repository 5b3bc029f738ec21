using Microsoft.Extensions.Options;
using SoeBot.Connectors.Reading.Held;
using SoeBot.Domain.Plan;
using SoeBot.Planning;

namespace SoeBot.Import;

/// <summary>The plans that this process imported last, as far as the settings give room; those that came longest ago go first.</summary>
internal sealed class HeldPlans(IOptions<PlanKeepOptions> options)
{
    private readonly Lock _lock = new();

    /// <summary>The newest last.</summary>
    private readonly List<(PlanVersion Version, HeldPlan Plan)> _held = [];

    /// <summary>Null when it is not at hand, or something else was published since.</summary>
    public HeldPlan? Of(PlanVersion version)
    {
        lock (_lock) return _held.Find(one => IsOne(one.Version, version)).Plan;
    }

    public void Keep(PlanVersion version, HeldPlan plan)
    {
        lock (_lock)
        {
            _held.RemoveAll(one => one.Version.Plant == version.Plant);
            _held.Add((version, plan));
            for (var rows = _held.Sum(one => one.Plan.Rows); _held.Count > 0 && rows > options.Value.RowsInMemory; _held.RemoveAt(0)) rows -= _held[0].Plan.Rows;
        }
    }

    /// <summary>Not by the number alone: the database may be one that was put back. It keeps no more than microseconds.</summary>
    private static bool IsOne(PlanVersion held, PlanVersion stored) =>
        held.Plant == stored.Plant && held.Number == stored.Number && (held.PublishedAt - stored.PublishedAt).Duration() < TimeSpan.FromMilliseconds(1);
}

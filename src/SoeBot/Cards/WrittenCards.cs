using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using SoeBot.Domain.Plan;
using SoeBot.Plants;
using SoeBot.Store.Outbox;
using SoeBot.Store.Plans;
using SoeBot.Teams.Cards;

namespace SoeBot.Cards;

/// <summary>
/// Cards that show the plan in use and nothing else, the same to whoever asks: drawn once per plan and minute of the plant's clock (no
/// card tells a time more exactly), and gone with either. A card that shows what people said or did is never kept here.
/// </summary>
internal sealed class WrittenCards(PlanStore plans, PlantClock clock)
{
    /// <summary>Pages of lists, mostly; a minute has no more readers than that who each want another one.</summary>
    private const int Most = 200;

    private readonly ConditionalWeakTable<CurrentPlan, ConcurrentDictionary<(CardRef Card, long Minute), WrittenCard>> _kept = [];

    /// <param name="draw">Draws from the plan in use; null when there is nothing to show, which is not kept.</param>
    public async ValueTask<WrittenCard?> GetAsync(PlantId plant, CardRef card, Func<CancellationToken, Task<Card?>> draw, CancellationToken ct)
    {
        if (await plans.InUseAsync(plant, ct) is not { } plan) return null;
        var kept = _kept.GetValue(plan, static _ => new());
        var key = (card, clock.Now(plant).Ticks / TimeSpan.TicksPerMinute);
        if (kept.TryGetValue(key, out var written)) return written;
        if (await draw(ct) is not { } drawn) return null;
        if (kept.Count >= Most || kept.Keys.Any(one => one.Minute != key.Item2)) kept.Clear();
        // Should a newer plan have come while it was drawn, it is kept under the older one, which nobody is given again.
        return kept[key] = new WrittenCard(drawn);
    }
}

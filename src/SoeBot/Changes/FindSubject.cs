using SoeBot.Domain.Changes;
using SoeBot.Domain.Plan;
using SoeBot.Store.Plans;

namespace SoeBot.Changes;

/// <summary>What a reference in a form or line names; <see cref="Problem"/> says why it names nothing, in words.</summary>
internal sealed record Subject(ChangeSubject Kind, string Reference, string? Problem = null);

/// <summary>Finds the order or production order that people mean by its ending.</summary>
internal sealed class FindSubject(PlanStore plans)
{
    public async Task<Subject> FindAsync(PlantId plant, ChangeKind kind, string typed, CancellationToken ct)
    {
        if (await plans.CurrentAsync(plant, ct) is not { } version) return new(ChangeSubject.Order, "", "There is no plan yet, so nothing can be changed.");
        // Whether there is such an item is found when it is computed: the plan is in memory then.
        if (kind == ChangeKind.Add) return new(ChangeSubject.Item, typed);
        var orders = await plans.FindOrdersAsync(plant, version.Number, typed, 4, ct);
        if (One(orders, order => order, typed) is { } order) return new(ChangeSubject.Order, order);
        var lines = await plans.FindScheduleAsync(plant, version.Number, typed, 4, ct);
        if (orders.Count == 0 && One(lines, line => line.Number, typed) is { } found) return new(ChangeSubject.ScheduleLine, found.Number);
        if (lines.FirstOrDefault(line => string.Equals(line.Number, typed, StringComparison.OrdinalIgnoreCase)) is { } exact) return new(ChangeSubject.ScheduleLine, exact.Number);
        var several = orders.Concat(lines.Select(line => line.Number)).Take(4).ToList();
        return new(ChangeSubject.Order, "", several.Count > 0
            ? $"Which one do you mean: {string.Join(", ", several)}? Write its whole number."
            : $"I find neither an order nor a production order {Cards.DataLine.Short(typed, 40)} in the plan.");
    }

    private static T? One<T>(IReadOnlyList<T> found, Func<T, string> name, string typed) where T : class =>
        found.FirstOrDefault(one => string.Equals(name(one), typed, StringComparison.OrdinalIgnoreCase)) ?? (found.Count == 1 ? found[0] : null);
}

using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SoeBot.Domain.Risk;
using SoeBot.Store.Database;

namespace SoeBot.Store.Risks;

internal static class AtRiskMapping
{
    public static void Map(ModelBuilder model)
    {
        var orders = model.Entity<AtRiskOrder>().ToTable("at_risk_orders");
        orders.HasKey(order => new { order.Plant, order.Order });
        orders.Property(order => order.Version).IsConcurrencyToken();

        // A history is read whole and only with its order, so it lies in the row.
        orders.Property(order => order.Events).HasField("_events")
            .UsePropertyAccessMode(PropertyAccessMode.Field).HasConversion<EventsAsJson, EventsGrow>();

        orders.HasIndex(order => new { order.Plant, order.Owner });
        orders.HasIndex(order => new { order.Plant, order.IsListed });
        orders.HasIndex(order => new { order.Plant, order.Override });
    }

    private sealed class EventsAsJson() : ValueConverter<IReadOnlyList<RiskEvent>, string>(
        events => JsonSerializer.Serialize(events, Conversions.Json),
        text => JsonSerializer.Deserialize<List<RiskEvent>>(text, Conversions.Json)!);

    /// <summary>The list only grows, so its length tells whether it changed.</summary>
    private sealed class EventsGrow() : ValueComparer<IReadOnlyList<RiskEvent>>(
        (left, right) => left!.Count == right!.Count, events => events.Count, events => events.ToList());
}

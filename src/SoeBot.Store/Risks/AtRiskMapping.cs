using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Risk;

namespace SoeBot.Store.Risks;

internal static class AtRiskMapping
{
    public static void Map(ModelBuilder model)
    {
        var orders = model.Entity<AtRiskOrder>().ToTable("at_risk_orders");
        orders.HasKey(order => new { order.Plant, order.Order });
        orders.Property(order => order.Version).IsConcurrencyToken();
        orders.HasIndex(order => new { order.Plant, order.Owner });
    }
}

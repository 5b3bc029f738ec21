using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using SoeBot.Domain.HandOver;
using SoeBot.Store.Database;

namespace SoeBot.Store.HandOver;

internal static class HandOverMapping
{
    /// <summary>The hand-over that a touched order belongs to.</summary>
    public const string Owner = "HandOver";

    public static void Map(ModelBuilder model)
    {
        var handOvers = model.Entity<ChangeHandOver>().ToTable("hand_overs");
        handOvers.Property(row => row.Version).IsConcurrencyToken();
        handOvers.Property(row => row.Shows).HasConversion(
            list => JsonSerializer.Serialize(list, Conversions.Json), text => JsonSerializer.Deserialize<List<string>>(text, Conversions.Json)!,
            new ValueComparer<IReadOnlyList<string>>((left, right) => left!.SequenceEqual(right!), list => list.Count, list => list.ToList()));
        handOvers.HasMany(row => row.Touches).WithOne().HasForeignKey(Owner).IsRequired();
        handOvers.Navigation(row => row.Touches).UsePropertyAccessMode(PropertyAccessMode.Field);

        // A change is handed to a receiver once, however often its approval is written.
        handOvers.HasIndex(row => new { row.Change, row.Receiver }).IsUnique();
        handOvers.HasIndex(row => new { row.Plant, row.State, row.Id });
        handOvers.HasIndex(row => new { row.Plant, row.Number });
        handOvers.HasIndex(row => new { row.NextAt, row.Plant, row.Receiver }).HasFilter("state = 'Waiting'").HasDatabaseName("ix_hand_overs_due");
        handOvers.HasIndex(row => new { row.Plant, row.Receiver, row.NextAt }).HasFilter("state = 'Waiting'").HasDatabaseName("ix_hand_overs_lane");

        var touched = model.Entity<TouchedOrder>().ToTable("hand_over_orders");
        touched.Property<long>("Id");
        touched.HasKey("Id");
        touched.HasIndex(nameof(TouchedOrder.Plant), nameof(TouchedOrder.Receiver), nameof(TouchedOrder.Reference), Owner).HasDatabaseName("ix_hand_over_orders_reference");
    }
}

using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SoeBot.Domain.Changes;
using SoeBot.Domain.People;
using SoeBot.Store.Database;

namespace SoeBot.Store.Changes;

/// <summary>The last number given out per plant.</summary>
internal sealed class ChangeNumberRow
{
    public required Domain.Plan.PlantId Plant { get; init; }
    public required int Last { get; init; }
}

internal static class ChangeMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<ChangeNumberRow>().ToTable("change_numbers").HasKey(row => row.Plant);

        var changes = model.Entity<ChangeRequest>().ToTable("changes");
        changes.Property(change => change.Id).ValueGeneratedNever();
        changes.Property(change => change.Version).IsConcurrencyToken();

        // Read whole and only with its request, so they lie in the row.
        changes.Property(change => change.What).HasConversion<AsJson<ChangeWhat>>();
        changes.Property(change => change.Impact).HasConversion<AsJson<ChangeImpact>>();
        changes.Property(change => change.Required).HasConversion<AsJson<IReadOnlyList<Role>>, SameRoles>();
        changes.Property(change => change.Events).HasField("_events")
            .UsePropertyAccessMode(PropertyAccessMode.Field).HasConversion<EventsAsJson, EventsGrow>();

        changes.HasIndex(change => new { change.Plant, change.Number }).IsUnique();
        changes.HasIndex(change => new { change.Plant, change.State });
        changes.HasIndex(change => new { change.Plant, change.DraftedAt });
    }

    private sealed class AsJson<T>() : ValueConverter<T, string>(
        value => JsonSerializer.Serialize(value, Conversions.Json), text => JsonSerializer.Deserialize<T>(text, Conversions.Json)!);

    private sealed class SameRoles() : ValueComparer<IReadOnlyList<Role>>(
        (left, right) => left!.SequenceEqual(right!), roles => roles.Count, roles => roles.ToList());

    private sealed class EventsAsJson() : ValueConverter<IReadOnlyList<ChangeEvent>, string>(
        events => JsonSerializer.Serialize(events, Conversions.Json),
        text => JsonSerializer.Deserialize<List<ChangeEvent>>(text, Conversions.Json)!);

    /// <summary>The list only grows, so its length tells whether it changed.</summary>
    private sealed class EventsGrow() : ValueComparer<IReadOnlyList<ChangeEvent>>(
        (left, right) => left!.Count == right!.Count, events => events.Count, events => events.ToList());
}

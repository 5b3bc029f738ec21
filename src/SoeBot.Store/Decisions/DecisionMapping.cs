using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.People;
using SoeBot.Store.Database;

namespace SoeBot.Store.Decisions;

/// <summary>The last number given out per plant, so that two decisions at the same time get two numbers without a retry.</summary>
internal sealed class DecisionNumberRow
{
    public required Domain.Plan.PlantId Plant { get; init; }
    public required int Last { get; init; }
}

internal static class DecisionMapping
{
    /// <summary>Shadow column: when it was recorded or last changed.</summary>
    public const string ChangedAt = nameof(ChangedAt);

    public static void Map(ModelBuilder model)
    {
        model.Entity<DecisionNumberRow>().ToTable("decision_numbers").HasKey(row => row.Plant);

        var decisions = model.Entity<Decision>().ToTable("decisions");
        decisions.Property(decision => decision.Id).ValueGeneratedNever();
        decisions.Property(decision => decision.Version).IsConcurrencyToken();
        decisions.Property<DateTimeOffset>(ChangedAt);

        // A history is read whole and only with its decision, so it lies in the row.
        decisions.Property(decision => decision.Events).HasField("_events")
            .UsePropertyAccessMode(PropertyAccessMode.Field).HasConversion<EventsAsJson, EventsGrow>();

        decisions.Property(decision => decision.Present).HasConversion<PeopleAsText, SameText<PersonKey>>();
        decisions.Property(decision => decision.NotInRoom).HasConversion<RolesAsText, SameText<Role>>();
        decisions.Property(decision => decision.Escalation).HasConversion<EscalationAsJson>();

        decisions.HasIndex(decision => new { decision.Plant, decision.Number }).IsUnique();
        decisions.HasIndex(decision => new { decision.Plant, decision.Subject });
        decisions.HasIndex(decision => decision.WaitsFor);
        decisions.HasIndex(nameof(Decision.Plant), ChangedAt);
        decisions.HasIndex(decision => decision.Owner);
        decisions.HasIndex(decision => decision.Meeting);
    }

    private sealed class EventsAsJson() : ValueConverter<IReadOnlyList<DecisionEvent>, string>(
        events => JsonSerializer.Serialize(events, Conversions.Json),
        text => JsonSerializer.Deserialize<List<DecisionEvent>>(text, Conversions.Json)!);

    private sealed class PeopleAsText() : ValueConverter<IReadOnlyList<PersonKey>, string>(
        people => string.Join(' ', people), text => Read(text));

    private sealed class RolesAsText() : ValueConverter<IReadOnlyList<Role>, string>(
        roles => string.Join(' ', roles), text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Role>).ToList());

    private sealed class EscalationAsJson() : ValueConverter<Escalation, string>(
        up => JsonSerializer.Serialize(up, Conversions.Json), text => JsonSerializer.Deserialize<Escalation>(text, Conversions.Json)!);

    private sealed class SameText<T>() : ValueComparer<IReadOnlyList<T>>(
        (left, right) => left!.SequenceEqual(right!), list => list.Count, list => list.ToList());

    private static List<PersonKey> Read(string people) =>
        [.. people.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => PersonKey.Parse(one)!.Value)];

    /// <summary>The list only grows, so its length tells whether it changed.</summary>
    private sealed class EventsGrow() : ValueComparer<IReadOnlyList<DecisionEvent>>(
        (left, right) => left!.Count == right!.Count, events => events.Count, events => events.ToList());
}

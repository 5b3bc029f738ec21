using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SoeBot.Domain.Sop;
using SoeBot.Store.Database;

namespace SoeBot.Store.Sop;

internal static class SopMapping
{
    public static void Map(ModelBuilder model)
    {
        var cycles = model.Entity<SopCycle>().ToTable("sop_cycles");
        cycles.HasKey(cycle => new { cycle.Plant, cycle.Month });
        cycles.Property(cycle => cycle.Version).IsConcurrencyToken();
        cycles.Property(cycle => cycle.Artifacts).HasField("_artifacts").UsePropertyAccessMode(PropertyAccessMode.Field).HasConversion<AsJson<SopArtifact>, Whole<SopArtifact>>();
        cycles.Property(cycle => cycle.Events).HasField("_events").UsePropertyAccessMode(PropertyAccessMode.Field).HasConversion<AsJson<SopEvent>, Whole<SopEvent>>();

        var topics = model.Entity<SopTopic>().ToTable("sop_topics");
        topics.Property(topic => topic.Id).ValueGeneratedNever();
        topics.Property(topic => topic.Version).IsConcurrencyToken();
        topics.HasIndex(topic => new { topic.Plant, topic.At });

        var summaries = model.Entity<MonthSummary>().ToTable("month_summaries");
        summaries.HasKey(summary => new { summary.Plant, summary.Month });
        summaries.Property(summary => summary.Version).IsConcurrencyToken();
        summaries.Property(summary => summary.Sections).HasField("_sections").UsePropertyAccessMode(PropertyAccessMode.Field).HasConversion<AsJson<SummarySection>, Whole<SummarySection>>();
    }

    private sealed class AsJson<T>() : ValueConverter<IReadOnlyList<T>, string>(
        list => JsonSerializer.Serialize(list, Conversions.Json),
        text => JsonSerializer.Deserialize<List<T>>(text, Conversions.Json)!);

    /// <summary>These lists change within, so they are compared as they are written.</summary>
    private sealed class Whole<T>() : ValueComparer<IReadOnlyList<T>>(
        (left, right) => JsonSerializer.Serialize(left, Conversions.Json) == JsonSerializer.Serialize(right, Conversions.Json), list => list.Count, list => list.ToList());
}

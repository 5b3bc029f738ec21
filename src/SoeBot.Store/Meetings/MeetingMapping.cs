using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SoeBot.Domain.Meetings;
using SoeBot.Store.Database;

namespace SoeBot.Store.Meetings;

internal static class MeetingMapping
{
    public static void Map(ModelBuilder model)
    {
        var meetings = model.Entity<Meeting>().ToTable("meetings");
        meetings.Property(meeting => meeting.Id).ValueGeneratedNever();
        meetings.Property(meeting => meeting.Version).IsConcurrencyToken();
        meetings.Property(meeting => meeting.Parked).HasField("_parked")
            .UsePropertyAccessMode(PropertyAccessMode.Field).HasConversion<ParkedAsJson, ParkedGrow>();

        meetings.HasIndex(meeting => meeting.Plant).IsUnique().HasFilter("state = 'Open'").HasDatabaseName("ix_meetings_one_open");
        meetings.HasIndex(meeting => new { meeting.Plant, meeting.StartedAt });
    }

    private sealed class ParkedAsJson() : ValueConverter<IReadOnlyList<ParkedTopic>, string>(
        topics => JsonSerializer.Serialize(topics, Conversions.Json),
        text => JsonSerializer.Deserialize<List<ParkedTopic>>(text, Conversions.Json)!);

    private sealed class ParkedGrow() : ValueComparer<IReadOnlyList<ParkedTopic>>(
        (left, right) => left!.Count == right!.Count, topics => topics.Count, topics => topics.ToList());
}

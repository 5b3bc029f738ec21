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
        MapDates(model);
    }

    private static void MapDates(ModelBuilder model)
    {
        var dates = model.Entity<MeetingDate>().ToTable("meeting_dates");
        dates.HasKey(date => new { date.Plant, date.Week });
        dates.Property(date => date.Version).IsConcurrencyToken();
        dates.Property(date => date.Changes).HasField("_changes")
            .UsePropertyAccessMode(PropertyAccessMode.Field).HasConversion<ChangesAsJson, ChangesGrow>();
    }

    private sealed class ChangesAsJson() : ValueConverter<IReadOnlyList<MeetingDateChange>, string>(
        changes => JsonSerializer.Serialize(changes, Conversions.Json),
        text => JsonSerializer.Deserialize<List<MeetingDateChange>>(text, Conversions.Json)!);

    private sealed class ChangesGrow() : ValueComparer<IReadOnlyList<MeetingDateChange>>(
        (left, right) => left!.Count == right!.Count, changes => changes.Count, changes => changes.ToList());

    private sealed class ParkedAsJson() : ValueConverter<IReadOnlyList<ParkedTopic>, string>(
        topics => JsonSerializer.Serialize(topics, Conversions.Json),
        text => JsonSerializer.Deserialize<List<ParkedTopic>>(text, Conversions.Json)!);

    private sealed class ParkedGrow() : ValueComparer<IReadOnlyList<ParkedTopic>>(
        (left, right) => left!.Count == right!.Count, topics => topics.Count, topics => topics.ToList());
}

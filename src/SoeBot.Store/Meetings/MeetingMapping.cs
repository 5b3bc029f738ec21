using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Meetings;

namespace SoeBot.Store.Meetings;

internal static class MeetingMapping
{
    public static void Map(ModelBuilder model)
    {
        var meetings = model.Entity<Meeting>().ToTable("meetings");
        meetings.Property(meeting => meeting.Id).ValueGeneratedNever();
        meetings.Property(meeting => meeting.Version).IsConcurrencyToken();
        meetings.Property(meeting => meeting.Parked).IsListInRow("_parked");
        meetings.Property(meeting => meeting.Here).IsListInRow("_here");
        meetings.Property(meeting => meeting.Visits).IsListInRow("_visits");
        meetings.Property(meeting => meeting.Reviews).IsListInRow("_reviews");

        meetings.HasIndex(meeting => meeting.Plant).IsUnique().HasFilter("state = 'Open'").HasDatabaseName("ix_meetings_one_open");
        meetings.HasIndex(meeting => new { meeting.Plant, meeting.StartedAt });

        var dates = model.Entity<MeetingDate>().ToTable("meeting_dates");
        dates.HasKey(date => new { date.Plant, date.Week });
        dates.Property(date => date.Version).IsConcurrencyToken();
        dates.Property(date => date.Changes).IsListInRow("_changes");
    }
}

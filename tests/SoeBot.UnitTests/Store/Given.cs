using SoeBot.Domain.Decisions;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Reminders;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;

namespace SoeBot.UnitTests.Store;

/// <summary>Things with sane defaults: a test says only what matters to it.</summary>
internal static class Given
{
    public const string Tenant = "8f3c2c1e-0000-4000-8000-000000000001";
    public static readonly PlantId Plant = new("bothell");
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Today = new(2026, 11, 23);
    public static readonly PlantCalendar Calendar = new() { Zone = TimeZoneInfo.Utc };
    public static readonly PersonKey Ana = PersonKey.Of(Tenant, "a");
    public static readonly PersonKey Ben = PersonKey.Of(Tenant, "b");

    public static NewDecision Decision(PersonKey? owner = null, PlantId? plant = null) => new(
        new DecisionId(Guid.CreateVersion7()), plant ?? Plant, "Expedite the castings", new DecisionSubject(SubjectKind.Order, "SO63216"),
        owner ?? Ben, Today.AddDays(4), Ana, Meeting: null, PlanVersion: 1);

    public static Meeting Meeting(PlantId? plant = null) => SoeBot.Domain.Meetings.Meeting.Start(
        new MeetingId(Guid.CreateVersion7()), plant ?? Plant, Today, "weekly", Ana, "19:week@thread.tacv2", planVersion: 1, Now);

    public static NewMessage Message(string key, MessageTarget? target = null, MessageKind kind = MessageKind.Reminder, string? chain = null, string? trackAs = null, DateTimeOffset? notBefore = null) => new()
    {
        Plant = Plant, Key = key, Target = target ?? new MessageTarget.Person(Ben), Card = new("reminder", key), Kind = kind,
        Chain = chain, TrackAs = trackAs, NotBefore = notBefore,
    };

    public static AuditLine Audit(string what = "decision.record", string about = "D-1") => new(Plant, Now, Ana, what, about);

    public static Occurrence Occurrence(string key, TimeSpan? after = null, string kind = "reminder") => new(Plant, kind, key, Now + (after ?? TimeSpan.Zero));

    public static Effect Says(params NewMessage[] messages) => new() { Messages = messages };
}

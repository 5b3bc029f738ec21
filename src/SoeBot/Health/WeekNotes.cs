using System.Globalization;
using System.Text.Json;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Health;
using SoeBot.Domain.Reminders;
using SoeBot.Occurrences;
using SoeBot.Plants;
using SoeBot.Store.Decisions;
using SoeBot.Store.Effects;
using SoeBot.Store.Minutes;
using SoeBot.Store.Outbox;
using SoeBot.Store.Plans;
using SoeBot.Store.Plants;

namespace SoeBot.Health;

/// <summary>Friday's note: computed once, stored with its post, and drawn from what is stored. In a week that ends early, on its last working day.</summary>
internal sealed class WeekNotes(PlanStore plans, MinutesStore minutes, DecisionStore decisions)
{
    public const string Kind = "friday-note";
    private static readonly TimeOnly At = new(14, 0);
    private static readonly JsonSerializerOptions Json = new() { IgnoreReadOnlyProperties = true };

    public void Register(OccurrenceKinds kinds) => kinds.Add(Kind, DeriveAsync, WorkAsync);

    public static string NoteName(string day) => $"week-note:{day}";

    public static WeekNote? Read(string json) => JsonSerializer.Deserialize<WeekNote>(json, Json);

    private static Task<IReadOnlyList<Occurrence>> DeriveAsync(PlantProfile plant, DateTimeOffset from, DateTimeOffset until, CancellationToken ct)
    {
        var found = new List<Occurrence>();
        for (var week = plant.Calendar.WeekOf(from); plant.Calendar.At(week.Start, TimeOnly.MinValue) <= until; week = week.Next)
            if (LastDay(week, plant.Calendar) is { } day) found.Add(new Occurrence(plant.Id, Kind, Key(day), plant.Calendar.At(day, At)));
        return Task.FromResult<IReadOnlyList<Occurrence>>(found);
    }

    /// <summary>Friday, or the last working day before it; null when the plant is shut until then.</summary>
    private static DateOnly? LastDay(PlantWeek week, PlantCalendar calendar) =>
        week.Days.Each().TakeWhile(day => day == week.Start || day.AddDays(-1).DayOfWeek != DayOfWeek.Friday).Where(calendar.IsWorkingDay).Cast<DateOnly?>().LastOrDefault();

    private async Task<Effect?> WorkAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        if (await plans.InUseAsync(plant.Id, ct) is not { Version: { } version, Findings: { } findings }) return null;
        var calendar = plant.Calendar;
        var today = calendar.DayOf(now);
        var week = calendar.WeekOf(today);
        var from = calendar.At(week.Start, TimeOnly.MinValue);
        var frozen = (await plans.BaselinesAsync(plant.Id, week.Start, ct)).FirstOrDefault(one => one.Week == week);
        var made = (await decisions.SinceAsync(plant.Id, from, ct)).Where(one => one.DecidedAt >= from).ToList();
        var note = WeekNoteRules.Compute(new WeekNoteInput
        {
            Plan = await plans.LoadAsync(plant.Id, version.Number, ct), Calendar = calendar, Today = today, Version = version.Number,
            Baseline = frozen is null ? null : await plans.ScheduleAsync(plant.Id, frozen.Version, ct), Findings = findings,
            Minutes = await minutes.BetweenAsync(plant.Id, from, now, ct), Decisions = made.Count, OutsideMeeting = made.Count(one => one.IsOutsideMeeting),
        });
        return new Effect
        {
            Notes = [new PlantNote(plant.Id, NoteName(occurrence.Key), JsonSerializer.Serialize(note, Json))],
            Messages =
            [
                new NewMessage
                {
                    Plant = plant.Id, Key = $"{Kind}:{plant.Id}:{occurrence.Key}", Kind = MessageKind.Reminder, Chain = "channel:week-note",
                    Target = new MessageTarget.Channel(plant.Id), Card = new CardRef(WeekNoteCard.Source, occurrence.Key),
                },
            ],
        };
    }

    private static string Key(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

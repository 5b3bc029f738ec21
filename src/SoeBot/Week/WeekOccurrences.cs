using SoeBot.Domain.Reminders;
using SoeBot.Occurrences;
using SoeBot.Planning;
using SoeBot.Plants;
using SoeBot.Store.Effects;

namespace SoeBot.Week;

/// <summary>When the week's pages and posts are due, plant time (the week at a glance, product page 1).</summary>
internal sealed class WeekOccurrences(WeekPosts posts, OwnerReminders owners, SamplePlan sample, MeetingDates dates, Reminding reminding) : ISlice
{
    public const string PlanRefresh = "plan-refresh";
    public const string LookAheadDay = "look-ahead-day";
    public const string ExceptionPage = "exception-page";
    public const string TopTenDraft = "top-ten-draft";
    public const string OwnerNudge = "owner-nudge";
    public const string OwnerLastCall = "owner-last-call";
    public const string OwnerDigest = "owner-digest";
    public const string LookAheadFinal = "look-ahead-final";

    public void Register(SliceRegistry registry)
    {
        owners.Register(registry.Cards);
        var kinds = registry.Occurrences;
        kinds.Add(PlanRefresh, Daily(PlanRefresh, plant => plant.Sample, (_, _) => true, _ => new TimeOnly(0, 1)), RefreshAsync, Urgency.Low);
        kinds.Add(LookAheadDay, Daily(LookAheadDay, _ => true, (plant, day) => plant.Sample || plant.Calendar.IsWorkingDay(day), plant => plant.Sample ? new TimeOnly(0, 2) : new TimeOnly(7, 0)), posts.LookAheadAsync);
        kinds.Add(ExceptionPage, Daily(ExceptionPage, _ => true, (plant, day) => plant.Calendar.IsWorkingDay(day), plant => plant.Calendar.FirstShift.AddMinutes(30)), posts.ExceptionsAsync);
        kinds.Add(OwnerDigest, (plant, from, until, ct) => owners.DigestsAsync(OwnerDigest, plant, from, until, ct), owners.DigestAsync);
        kinds.Add(TopTenDraft, BeforeMeeting(TopTenDraft, Draft), DraftAsync, read: owners.Draft(Nudge));
        reminding.Add(OwnerNudge, BeforeMeeting(OwnerNudge, Nudge), owners.Nudge(LastCall));
        reminding.Add(OwnerLastCall, BeforeMeeting(OwnerLastCall, LastCall), owners.Nudge((_, start) => start));
        kinds.Add(LookAheadFinal, BeforeMeeting(LookAheadFinal, FinalAt), posts.FinalAsync);
    }

    /// <summary>To the channel whether or not somebody is left to be asked; not once the meeting has gone or the next reminder has come.</summary>
    private async Task<Effect?> DraftAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        if (await owners.OverAsync(occurrence, plant, now, Nudge, ct) is { } why) return Effect.Silent(why);
        var effect = await reminding.RemindAsync(owners.Draft(Nudge), occurrence, plant, now, ct) ?? Effect.None;
        return await posts.DraftAsync(occurrence, plant, ct) is { } post ? effect with { SilentBecause = null, Messages = [.. effect.Messages, post] } : effect;
    }

    private async Task<Effect?> RefreshAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        await sample.RefreshAsync(plant, now, ct);
        return Effect.None;
    }

    private static DateTimeOffset Draft(PlantProfile plant, DateTimeOffset start) => DayBefore(plant, start, new TimeOnly(10, 0));

    private static DateTimeOffset Nudge(PlantProfile plant, DateTimeOffset start) => DayBefore(plant, start, new TimeOnly(15, 0));

    private static DateTimeOffset LastCall(PlantProfile plant, DateTimeOffset start) => plant.Calendar.At(plant.Calendar.DayOf(start), new TimeOnly(8, 0));

    private static DateTimeOffset DayBefore(PlantProfile plant, DateTimeOffset start, TimeOnly time) =>
        plant.Calendar.At(plant.Calendar.AddWorkingDays(plant.Calendar.DayOf(start), -1), time);

    // Four hours before, but nobody is woken for it.
    private static DateTimeOffset FinalAt(PlantProfile plant, DateTimeOffset start)
    {
        var earliest = plant.Calendar.At(plant.Calendar.DayOf(start), new TimeOnly(7, 0));
        return start.AddHours(-4) is var wanted && wanted > earliest ? wanted : earliest;
    }

    private static DeriveOccurrences Daily(string kind, Func<PlantProfile, bool> has, Func<PlantProfile, DateOnly, bool> on, Func<PlantProfile, TimeOnly> at) =>
        (plant, from, until, _) =>
        {
            var found = new List<Occurrence>();
            if (has(plant))
                for (var day = plant.Calendar.DayOf(from); day <= plant.Calendar.DayOf(until); day = day.AddDays(1))
                    if (on(plant, day)) found.Add(new Occurrence(plant.Id, kind, $"{day:yyyy-MM-dd}", plant.Calendar.At(day, at(plant))));
            return Task.FromResult<IReadOnlyList<Occurrence>>(found);
        };

    // The key is the week's: a meeting that is moved moves its reminders, and asks nobody a second time.
    private DeriveOccurrences BeforeMeeting(string kind, Func<PlantProfile, DateTimeOffset, DateTimeOffset> at) =>
        async (plant, from, until, ct) =>
            [.. (await dates.BetweenAsync(plant, from, until.AddDays(7), ct)).Select(one => new Occurrence(plant.Id, kind, one.Key, at(plant, one.Start)))];
}

using SoeBot.Cards;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.Reminders;
using SoeBot.Plants;
using SoeBot.Store.Conversations;
using SoeBot.Store.Effects;
using SoeBot.Store.Meetings;
using SoeBot.Store.Outbox;
using SoeBot.Teams.Cards;
using SoeBot.Words;

namespace SoeBot.Meetings;

/// <summary>The series as a whole: a week without a meeting is reported (R1), a cancelled one goes through the chat, a shutdown ahead gets a date before it.</summary>
internal sealed class MeetingWeeks(MeetingStore meetings, MeetingDateStore changed, MeetingDates dates, RunMeeting run, MeetingRights rights, ConversationStore conversations, PlantProfiles plants, PlantClock clock)
{
    public const string Missed = "meeting-missed";
    public const string ChatRound = "meeting-in-chat";
    public const string Shutdown = "meeting-shutdown";

    public void Register(SliceRegistry registry)
    {
        registry.Occurrences.Add(Missed, DeriveMissedAsync, MissedAsync);
        registry.Occurrences.Add(ChatRound, DeriveChatAsync, StartInChatAsync);
        registry.Occurrences.Add(Shutdown, DeriveShutdownAsync, ProposeAsync);
        registry.Cards.Add(Shutdown, DrawProposalAsync);
    }

    private Task<IReadOnlyList<Occurrence>> DeriveMissedAsync(PlantProfile plant, DateTimeOffset from, DateTimeOffset until, CancellationToken ct) =>
        Weeks(plant, from.AddDays(-14), until, week => MeetingDates.Usual(plant, week) is not null && FirstDayAfter(plant, week) is { } day
            ? new Occurrence(plant.Id, Missed, $"{week}", plant.Calendar.At(day, new TimeOnly(7, 30))) : null);

    private async Task<Effect?> MissedAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        var week = plant.Calendar.WeekOf(DateOnly.ParseExact(occurrence.Key, "yyyy-MM-dd", null));
        var from = plant.Calendar.At(week.Start, TimeOnly.MinValue);
        // The bot was not here yet: nobody is told of weeks before it came.
        if (await meetings.LastClosedAsync(plant.Id, ct) is null || (await meetings.StartedAsync(plant.Id, AgendaTemplate.WeeklyId, from, now, ct)).Count > 0) return null;
        var date = await changed.OfWeeksAsync(plant.Id, week.Start, week.Start, ct) is [var one] ? one : null;
        if (date?.Start > now) return null;
        var why = date is { Start: null } ? $"It was cancelled{(date.Changes[^1].Why is { } said ? $": {said}" : "")}." : "It was neither held nor cancelled.";
        return Post(plant, $"{Missed}:{plant.Id}:{occurrence.Key}", new MessageTarget.Channel(plant.Id), SayCard.Of($"{MeetingTitles.Of(plants, plant)}No weekly meeting was held in week {week.Number}\n{why} Every week has one, even when it goes well."));
    }

    private async Task<IReadOnlyList<Occurrence>> DeriveChatAsync(PlantProfile plant, DateTimeOffset from, DateTimeOffset until, CancellationToken ct) =>
        [.. (await changed.OfWeeksAsync(plant.Id, plant.Calendar.WeekOf(from).Previous.Start, plant.Calendar.DayOf(until), ct))
            .Where(date => date is { Start: null, Changes: [.., { From: not null }] })
            .Select(date => new Occurrence(plant.Id, ChatRound, $"{date.Week:yyyy-MM-dd}@{date.Version}", InChatFrom(plant, date.Changes[^1].From!.Value)))];

    /// <summary>The top ten and the changes come up one after the other where the meeting would have been, until it would have ended (product page "meeting cancelled").</summary>
    private async Task<Effect?> StartInChatAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        var week = DateOnly.ParseExact(occurrence.Key[..10], "yyyy-MM-dd", null);
        if ((await changed.OfWeeksAsync(plant.Id, week, week, ct)) is not [{ Start: null, Changes: [.., { From: { } old }] }]) return null;
        var end = old.AddMinutes(plant.MeetingMinutes);
        if (end <= now || await meetings.OpenAsync(plant.Id, ct) is not null || await rights.LeadAsync(plant.Id, plant.Calendar.DayOf(now), ct) is not { } lead) return null;
        if ((await conversations.OfPlantAsync(plant.Id, ChannelUse.Meeting, ct) ?? await conversations.OfPlantAsync(plant.Id, ChannelUse.Week, ct)) is not { } place) return null;
        var actor = new Actor(plant.Id, lead, place.Tenant, place.Id, $"chat:{occurrence.Key}", null, now);
        await run.StartAsync(actor, AgendaTemplates.InChat, ct, (int)(end - now).TotalMinutes);
        return Effect.None;
    }

    private static Task<IReadOnlyList<Occurrence>> DeriveShutdownAsync(PlantProfile plant, DateTimeOffset from, DateTimeOffset until, CancellationToken ct) =>
        Weeks(plant, from, until, week => LastMeetingBefore(plant, week) is { } usual && plant.Calendar.FirstWorkingDay(week) is { } first && LastDay(plant, week) > plant.Calendar.DayOf(usual)
            ? new Occurrence(plant.Id, Shutdown, $"{week}", plant.Calendar.At(first, new TimeOnly(8, 0))) : null);

    private async Task<Effect?> ProposeAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct) =>
        await rights.LeadAsync(plant.Id, plant.Calendar.DayOf(now), ct) is not { } lead ? null
            : Post(plant, $"{Shutdown}:{plant.Id}:{occurrence.Key}", new MessageTarget.Person(lead), new CardRef(Shutdown, occurrence.Key));

    /// <summary>"Weeks 52 and 1 are shut. Frozen is week 2. Meeting Fri 20 Dec 10:00?"</summary>
    private async Task<Card?> DrawProposalAsync(CardRequest request, CancellationToken ct)
    {
        var plant = plants.Get(request.Plant);
        var week = plant.Calendar.WeekOf(DateOnly.ParseExact(request.About, "yyyy-MM-dd", null));
        if ((await dates.BetweenAsync(plant, clock.Now(plant.Id), plant.Calendar.At(week.Next.Start, TimeOnly.MinValue), ct)) is not [.., { Moved: false } planned]) return null;
        var shut = new List<PlantWeek>();
        for (var one = week.Next; plant.MeetingDayOf(one) is null && shut.Count < 10; one = one.Next) shut.Add(one);
        var frozen = shut[^1].Next;
        var start = plant.Calendar.At(LastDay(plant, week), plant.MeetingStart);
        var words = $"{(shut.Count == 1 ? $"Week {shut[0].Number} is shut" : $"Weeks {string.Join(" and ", shut.Select(one => one.Number))} are shut")}. Frozen is week {frozen.Number} ({DayWords.Of(frozen.Start, week.Start)} to {DayWords.Of(frozen.End, week.Start)}). Meeting {DayWords.Moment(start, plant.Calendar)}?";
        return new Card
        {
            Summary = $"{words} ({plant.Name})",
            Body = [TextBlock.Heading(MeetingTitles.Of(plants, plant) + words), TextBlock.Subtle($"Planned is {DayWords.Moment(planned.Start, plant.Calendar)}. The last working day before the shutdown leaves the least to wait.")],
            Actions =
            [
                new ExecuteAction("Move it", Verbs.MoveDate, new { p = plant.Id.Value, r = $"{week}", e = $"{start.UtcTicks}" }) { Style = ActionStyle.Positive },
                new ExecuteAction("Keep it", Verbs.KeepDate, new { p = plant.Id.Value, r = $"{week}" }),
            ],
        };
    }

    /// <summary>The usual date of a week after which the plant is shut for one whole week or more; null for any other week.</summary>
    private static DateTimeOffset? LastMeetingBefore(PlantProfile plant, PlantWeek week) => plant.MeetingDayOf(week.Next) is null ? MeetingDates.Usual(plant, week) : null;

    private static DateOnly LastDay(PlantProfile plant, PlantWeek week) => week.Days.Each().Last(plant.Calendar.IsWorkingDay);

    private static DateOnly? FirstDayAfter(PlantProfile plant, PlantWeek week)
    {
        for (var next = week.Next; next.Start < week.Start.AddDays(70); next = next.Next)
            if (plant.Calendar.FirstWorkingDay(next) is { } day) return day;
        return null;
    }

    private static DateTimeOffset InChatFrom(PlantProfile plant, DateTimeOffset old)
    {
        var earliest = plant.Calendar.At(plant.Calendar.DayOf(old), new TimeOnly(7, 0));
        return old.AddHours(-4) is var wanted && wanted > earliest ? wanted : earliest;
    }

    private static Task<IReadOnlyList<Occurrence>> Weeks(PlantProfile plant, DateTimeOffset from, DateTimeOffset until, Func<PlantWeek, Occurrence?> of)
    {
        var found = new List<Occurrence>();
        for (var week = plant.Calendar.WeekOf(from); week.Start <= plant.Calendar.DayOf(until); week = week.Next)
            if (of(week) is { } one && one.DueAt <= until) found.Add(one);
        return Task.FromResult<IReadOnlyList<Occurrence>>(found);
    }

    private static Effect Post(PlantProfile plant, string key, MessageTarget where, CardRef card) => new()
    {
        Messages = [new NewMessage { Plant = plant.Id, Key = key, Kind = MessageKind.Reminder, Target = where, Card = card }],
    };
}

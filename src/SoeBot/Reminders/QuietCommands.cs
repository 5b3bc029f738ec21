using System.Globalization;
using System.Text.RegularExpressions;
using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Reminders;
using SoeBot.Occurrences;
using SoeBot.Plants;
using SoeBot.Store.Effects;
using SoeBot.Store.Reminders;
using SoeBot.Words;

namespace SoeBot.Reminders;

/// <summary>"snooze until Mon 8", "quiet", "unquiet": a person's own reminders come later, or in the digest alone. Due dates do not move.</summary>
internal sealed partial class QuietCommands(ReminderStore reminders, Reminding reminding, PlantProfiles plants) : ISlice
{
    /// <summary>So far reminders can be put off: a week's commitments are looked at every week.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private const string Urgent = "Customers to be told today, and requests that expire, still reach you.";

    public void Register(SliceRegistry registry)
    {
        registry.Commands.Add("reminders.snooze", SnoozeLine(), "snooze until Mon 8", SnoozeAsync);
        registry.Commands.Add("reminders.quiet", QuietLine(), "quiet", QuietAsync);
        registry.Commands.Add("reminders.unquiet", UnquietLine(), "unquiet", UnquietAsync);
    }

    private async Task<Effect> SnoozeAsync(Turn turn, Match words, CancellationToken ct)
    {
        var plant = plants.Get(turn.Plant);
        var hours = await reminding.HoursAsync(turn.By, plant, ct);
        var asked = words.Groups["to"].Value.Trim();
        if (Until(asked, hours, turn.Now) is not { } until) return turn.Answer(SayCard.Of("Until when? Say for example: snooze until Mon 8, snooze until tomorrow 14:00, or snooze 2 h."));
        if (until <= turn.Now) return turn.Answer(SayCard.Of("That moment is past. Say when I shall remind you again: snooze until Mon 8."));
        var cut = until > turn.Now + Longest;
        if (cut) until = turn.Now + Longest;
        var moment = ZoneWords.Moment(until, plant.Calendar, hours.Zone.Id, turn.Now);
        return await AskAsync(turn, (await reminders.AskedAsync(turn.By, ct)) with { SnoozedUntil = until }, "reminders.snooze", moment,
            $"{(cut ? $"7 days at most: I" : "I")} remind you again from {moment}.\nDue dates stay as they are. {Urgent}\nType unquiet to end it.", ct);
    }

    private async Task<Effect> QuietAsync(Turn turn, Match words, CancellationToken ct)
    {
        var hours = await reminding.HoursAsync(turn.By, plants.Get(turn.Plant), ct);
        return await AskAsync(turn, (await reminders.AskedAsync(turn.By, ct)) with { QuietOn = hours.DayOf(turn.Now) }, "reminders.quiet", "today",
            $"Quiet for today: only the digest.\nWhat I hold back comes with the next one. {Urgent}\nType unquiet to end it.", ct);
    }

    private async Task<Effect> UnquietAsync(Turn turn, Match words, CancellationToken ct)
    {
        var before = await reminders.AskedAsync(turn.By, ct);
        if (before.SnoozedUntil is not { } until || until <= turn.Now) before = before with { SnoozedUntil = null };
        return before == AskedQuiet.None ? turn.Answer(SayCard.Of("You hear everything already: one digest and two single reminders a day at most."))
            : await AskAsync(turn, AskedQuiet.None, "reminders.unquiet", "", "You hear from me as usual again: one digest and two single reminders a day at most.", ct);
    }

    private async Task<Effect> AskAsync(Turn turn, AskedQuiet asked, string what, string detail, string answer, CancellationToken ct)
    {
        // What was put off comes as soon as it may, where the person is told first.
        var waiting = asked.SnoozedUntil is null ? await reminders.PutOffAsync(turn.By, ct) : [];
        await reminders.AskAsync(turn.By, asked, turn.Answer(SayCard.Of(answer)) with
        {
            Audit = [new AuditLine(turn.Plant, turn.Now, turn.By, what, "own reminders", detail)],
            Occurrences = [.. waiting.Select(one => new Occurrence(one.Plant, ReminderKinds.Later, $"{one.Key}#{one.Round}", turn.Now))],
        }, ct);
        return Effect.None;
    }

    /// <summary>The instant meant by the person's own clock; the usual hour where none is named.</summary>
    internal static DateTimeOffset? Until(string asked, QuietHours hours, DateTimeOffset now)
    {
        if (Hours().Match(asked) is { Success: true } span) return now + TimeSpan.FromHours(int.Parse(span.Groups["n"].Value, CultureInfo.InvariantCulture));
        var calendar = hours.Plant with { Zone = hours.Zone };
        var today = hours.DayOf(now);
        var day = DayReading.In(asked, today, calendar);
        var rest = day is { } found ? asked.Replace(found.Text, " ", StringComparison.Ordinal) : asked;
        var time = Clock().Match(rest) is { Success: true } at ? TimeOf(at) : null;
        if (day is null && time is null) return null;
        if (Clock().IsMatch(rest) && time is null) return null;
        var instant = LocalTime.At(hours.Zone, day?.Day ?? today, time ?? QuietHours.Usual);
        return day is null && instant <= now ? LocalTime.At(hours.Zone, today.AddDays(1), time!.Value) : instant;
    }

    private static TimeOnly? TimeOf(Match at)
    {
        var hour = int.Parse(at.Groups["h"].Value, CultureInfo.InvariantCulture);
        var minute = at.Groups["m"].Success ? int.Parse(at.Groups["m"].Value, CultureInfo.InvariantCulture) : 0;
        if (at.Groups["half"].Value.StartsWith('p') && hour < 12) hour += 12;
        return hour < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    [GeneratedRegex(@"^\s*snooze\b\s*(?:me\s+)?(?:until|till|to|for)?\s*(?<to>.*?)[\s.!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex SnoozeLine();

    [GeneratedRegex(@"^\s*(?:be\s+)?quiet(?:\s+(?:please|today))*[\s.!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex QuietLine();

    [GeneratedRegex(@"^\s*(?:un-?quiet|un-?snooze|not\s+quiet|end\s+(?:snooze|quiet))[\s.!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex UnquietLine();

    [GeneratedRegex(@"^\s*(?<n>\d{1,3})\s*h(?:ours?|rs?)?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Hours();

    [GeneratedRegex(@"\b(?:at\s+)?(?<h>\d{1,2})(?:[:.](?<m>\d{2}))?\s*(?<half>am|pm)?(?:\s*(?:h|o'?clock|uhr))?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Clock();
}

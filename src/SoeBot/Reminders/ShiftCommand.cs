using System.Globalization;
using System.Text.RegularExpressions;
using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Reminders;
using SoeBot.Store.Effects;
using SoeBot.Store.People;
using SoeBot.Store.Reminders;

namespace SoeBot.Reminders;

/// <summary>"my shift 22:00-06:00": who works at other hours than the plant's day is reminded within them (R140). Said by the person alone.</summary>
internal sealed partial class ShiftCommand(PeopleStore people, ReminderStore reminders) : ISlice
{
    private const string Example = "my shift 22:00-06:00";

    public void Register(SliceRegistry registry) => registry.Commands.Add("reminders.shift", Line(), Example, AnswerAsync);

    private async Task<Effect> AnswerAsync(Turn turn, Match words, CancellationToken ct)
    {
        var before = (await people.FindAsync(turn.By, ct))?.Shift;
        if (words.Groups["usual"].Success) return before is null ? turn.Answer(SayCard.Of(Words(null))) : await ChangeAsync(turn, null, ct);
        if (!words.Groups["from"].Success) return turn.Answer(SayCard.Of(Words(before)));
        var (from, to) = (words.Groups["from"].Value, words.Groups["to"].Value);
        if (TimeOf(from) is not { } start) return turn.Answer(SayCard.Of(NoTime(from)));
        if (TimeOf(to) is not { } end) return turn.Answer(SayCard.Of(NoTime(to)));
        return start != end ? await ChangeAsync(turn, new Shift(start, end), ct)
            : turn.Answer(SayCard.Of($"Your shift would end when it begins. From when to when do you work? Say for example: {Example}"));
    }

    private async Task<Effect> ChangeAsync(Turn turn, Shift? shift, CancellationToken ct)
    {
        // What was put off to the hours of before is looked at anew.
        var waiting = await reminders.PutOffAsync(turn.By, ct);
        await people.ShiftAsync(turn.By, shift, turn.Answer(SayCard.Of(Words(shift))) with
        {
            Audit = [new AuditLine(turn.Plant, turn.Now, turn.By, "reminders.shift", "own reminders", shift?.ToString() ?? "the plant's day")],
            Occurrences = [.. waiting.Select(one => new Occurrence(one.Plant, ReminderKinds.Later, $"{one.Key}#{one.Round}", turn.Now))],
        }, ct);
        return Effect.None;
    }

    private static string Words(Shift? shift) => shift is { } own
        ? $"Your shift is {own}: I remind you within it, by your own clock.{(own.OverMidnight ? " A night belongs to the day on which it starts." : "")} Customers to be told today, and requests that expire, still reach you at any hour.\nType my shift as usual to end it."
        : $"You have no shift of your own: I remind you in the hours of the plant's day. Work at others? Type: {Example}";

    private static string NoTime(string typed) => $"{typed} is no time of the day: they go from 0:00 to 24:00. Say for example: {Example}";

    /// <summary>24 and 24:00 are the midnight at which the day ends.</summary>
    private static TimeOnly? TimeOf(string text)
    {
        var parts = text.Split(':', '.');
        var (hour, minute) = (int.Parse(parts[0], CultureInfo.InvariantCulture), parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0);
        return hour < 24 && minute < 60 || (hour, minute) == (24, 0) ? new TimeOnly(hour % 24, minute) : null;
    }

    [GeneratedRegex(@"^\s*(?:my\s+shift(?:\s+is)?|i\s+work(?:\s+nights?)?)\s*:?\s*(?:(?:from\s+)?(?<from>\d{1,2}(?:[:.]\d{2})?)\s*(?:-|\u2013|to|until|till)\s*(?<to>\d{1,2}(?:[:.]\d{2})?)|(?<usual>as\s+usual|(?:the\s+)?(?:usual|plant'?s|day)))?[\s.!?]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}

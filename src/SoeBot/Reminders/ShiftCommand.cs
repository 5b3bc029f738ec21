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
        if (TimeOf(words.Groups["from"].Value) is not { } start || TimeOf(words.Groups["to"].Value) is not { } end || start == end)
            return turn.Answer(SayCard.Of($"From when to when do you work? Say for example: {Example}"));
        return await ChangeAsync(turn, new Shift(start, end), ct);
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

    private static TimeOnly? TimeOf(string text)
    {
        var parts = text.Split(':', '.');
        var hour = int.Parse(parts[0], CultureInfo.InvariantCulture) % 24;
        var minute = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        return int.Parse(parts[0], CultureInfo.InvariantCulture) <= 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    [GeneratedRegex(@"^\s*(?:my\s+shift(?:\s+is)?|i\s+work(?:\s+nights?)?)\s*:?\s*(?:(?:from\s+)?(?<from>\d{1,2}(?:[:.]\d{2})?)\s*(?:-|\u2013|to|until|till)\s*(?<to>\d{1,2}(?:[:.]\d{2})?)|(?<usual>as\s+usual|(?:the\s+)?(?:usual|plant'?s|day)))?[\s.!?]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}

using System.Globalization;
using SoeBot.Cards;
using SoeBot.Domain.Fences;
using SoeBot.Domain.HandOver;

namespace SoeBot.Words;

/// <summary>How the hand-over of a change stands, as people read it.</summary>
internal static class HandOverWords
{
    /// <param name="one">In its state.</param>
    /// <param name="calendar">Of the plant.</param>
    /// <param name="now">Of the machine's clock.</param>
    /// <param name="words">False where nothing stands that people or receivers wrote.</param>
    /// <returns>"ERP waits, 3rd try 11:05", "APS ✓ 10:42", "ERP refused: 'order is closed'".</returns>
    public static string Of(ChangeHandOver one, PlantCalendar calendar, DateTimeOffset now, bool words = true)
    {
        var receiver = DataLine.Short(one.Receiver, 20);
        return one.State switch
        {
            HandOverState.Accepted => $"{receiver} ✓ {Time(one.SettledAt ?? one.NextAt, calendar, now)}",
            HandOverState.Refused => $"{receiver} refused{(words ? $": '{DataLine.Short(one.Reason, 120)}'" : "")}",
            HandOverState.Dead => $"{receiver} does not have it: given up after {Tries(one.Tries)}{(words ? $", {DataLine.Short(one.Reason, 120)}" : "")}",
            HandOverState.Waiting when one.Tries > 0 => $"{receiver} waits, {Place(one.Tries + 1)} try {Time(one.NextAt, calendar, now)}",
            // While the decision can be taken back.
            HandOverState.Waiting when one.NextAt > now => $"{receiver} from {Time(one.NextAt, calendar, now)}",
            HandOverState.Waiting => $"{receiver} waits",
        };
    }

    public static string Tries(int count) => count == 1 ? "1 try" : string.Create(CultureInfo.InvariantCulture, $"{count} tries");

    private static string Place(int number) => string.Create(CultureInfo.InvariantCulture, $"{number}{((number % 100) is >= 11 and <= 13 ? "th" : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" })}");

    /// <summary>Of another day with its name.</summary>
    private static string Time(DateTimeOffset at, PlantCalendar calendar, DateTimeOffset now) =>
        calendar.Local(at).Date == calendar.Local(now).Date ? DayWords.Time(at, calendar) : DayWords.Moment(at, calendar);
}

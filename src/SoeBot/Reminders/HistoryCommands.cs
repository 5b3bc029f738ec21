using System.Text.RegularExpressions;
using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Domain.People;
using SoeBot.Domain.Reminders;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Store.Effects;
using SoeBot.Store.Occurrences;
using SoeBot.Store.Outbox;
using SoeBot.Store.People;
using SoeBot.Store.Reminders;
using SoeBot.Teams.Cards;
using SoeBot.Words;

namespace SoeBot.Reminders;

/// <summary>
/// "who was reminded" and "why not D-41": what was sent to whom, when, and why not. The lead and administrators see everybody's, others their own.
/// </summary>
internal sealed partial class HistoryCommands(ReminderStore reminders, OccurrenceStore occurrences, PeopleStore people, Rights rights, PlantProfiles plants, PlantClock clock) : ISlice
{
    public const string Source = "reminder-history";
    private const int Most = 20;

    public void Register(SliceRegistry registry)
    {
        registry.Commands.Add("reminders.history", HistoryLine(), "who was reminded", HistoryAsync);
        registry.Commands.Add("reminders.why-not", WhyLine(), "why not D-41", (turn, words, _) => Task.FromResult(turn.Answer(new CardRef(Source, $"D-{words.Groups["n"].Value}|{turn.By}"))));
        registry.Cards.Add(Source, DrawAsync);
    }

    private Task<Effect> HistoryAsync(Turn turn, Match words, CancellationToken ct)
    {
        var plant = plants.Get(turn.Plant);
        var today = plant.Calendar.DayOf(turn.Now);
        var asked = words.Groups["day"].Value;
        var day = asked.Equals("yesterday", StringComparison.OrdinalIgnoreCase) ? today.AddDays(-1)
            : asked.Length == 0 || asked.Equals("today", StringComparison.OrdinalIgnoreCase) ? today
            : DayReading.In(asked, today, plant.Calendar) is { } found ? found.Day > today ? found.Day.AddDays(-7) : found.Day : today;
        return Task.FromResult(turn.Answer(new CardRef(Source, $"{day:yyyy-MM-dd}|{turn.By}")));
    }

    /// <summary>About: a day or a decision, and who asks.</summary>
    private async Task<Card?> DrawAsync(CardRequest request, CancellationToken ct)
    {
        if (request.About.Split('|') is not [var what, var who] || PersonKey.Parse(who) is not { } by) return null;
        var plant = plants.Get(request.Plant);
        var seesAll = await rights.ActsAsAsync(plant.Id, by, Role.Lead, plant.Calendar.DayOf(clock.Now(plant.Id)), ct) || await rights.HasAsync(plant.Id, by, Role.Administrator, ct);
        return DateOnly.TryParseExact(what, "yyyy-MM-dd", out var day) ? await OfDayAsync(plant, day, seesAll ? null : by, ct) : await OfDecisionAsync(plant, what, seesAll ? null : by, ct);
    }

    private async Task<Card> OfDayAsync(PlantProfile plant, DateOnly day, PersonKey? only, CancellationToken ct)
    {
        var from = plant.Calendar.At(day, TimeOnly.MinValue);
        var to = plant.Calendar.At(day.AddDays(1), TimeOnly.MinValue);
        var sent = await reminders.BetweenAsync(plant.Id, from, to, only, Most + 1, ct);
        var silent = only is null ? (await occurrences.ListAsync(plant.Id, from, to, ct)).Where(one => one.State == OccurrenceState.Silent).ToList() : [];
        var title = $"Reminders of {DayWords.Of(day, plant.Calendar.DayOf(clock.Now(plant.Id)))}{(only is null ? "" : " to you")}";
        return await CardAsync(plant, title, sent, silent, withDays: false, ct);
    }

    private async Task<Card> OfDecisionAsync(PlantProfile plant, string name, PersonKey? only, CancellationToken ct)
    {
        var sent = (await reminders.AboutAsync(plant.Id, $"{name}@", Most + 1, ct)).Where(one => only is null || one.Reminder.Person == only || one.Reminder.For == only).ToList();
        var steps = await occurrences.AboutAsync(plant.Id, $"{name}@", Most, ct);
        return await CardAsync(plant, $"{name}: who was reminded, and why not", sent, only is null || sent.Count > 0 ? [.. steps.Where(one => one.State != OccurrenceState.Done)] : [], withDays: true, ct);
    }

    private async Task<Card> CardAsync(PlantProfile plant, string title, IReadOnlyList<SentReminder> sent, List<OccurrenceRow> others, bool withDays, CancellationToken ct)
    {
        var names = await people.NamesAsync([.. sent.Select(one => one.Reminder.Person).Distinct()], ct);
        var body = new List<CardElement> { TextBlock.Heading(title) };
        body.AddRange(sent.Take(Most).Select(one => Line(
            $"{(names.TryGetValue(one.Reminder.Person, out var person) && person.Name.Length > 0 ? person.Name : "somebody without a name")}, {ReminderWords.What(one.Reminder)}",
            $"{At(one.Reminder.At)}, {ReminderWords.Fate(one, plant.Calendar)}")));
        if (sent.Count > Most) body.Add(TextBlock.Subtle("and more"));
        if (others.Count > 0) body.Add(TextBlock.Subheading("Nobody was written to"));
        body.AddRange(others.Take(Most).Select(one => Line($"{ReminderWords.About(one.Occurrence.Key)}: {ReminderWords.Kind(one.Occurrence.Kind)}", $"{At(one.Occurrence.DueAt)}, {State(one)}")));
        if (sent.Count + others.Count == 0) body.Add(new TextBlock("Nothing was sent, and nothing was due."));
        body.Add(TextBlock.Subtle(DataLine.Short(plant.Name, 40)));
        return new Card { Summary = title, Body = body };

        string At(DateTimeOffset at) => withDays ? DayWords.Moment(at, plant.Calendar) : DayWords.Time(at, plant.Calendar);
    }

    private static string State(OccurrenceRow one) => one.State switch
    {
        OccurrenceState.Silent => one.Detail ?? "nothing to say",
        OccurrenceState.Failed => $"failed: {DataLine.Short(one.Detail, 120)}",
        OccurrenceState.Pending => one.Tries > 0 && one.Detail is { } why ? $"is tried again: {DataLine.Short(why, 120)}" : "still to come",
        OccurrenceState.Done => "done",
    };

    private static Container Line(string what, string fate) => new([new TextBlock(DataLine.Short(what, 160)), TextBlock.Subtle(DataLine.Short(fate, 200)) with { Spacing = Spacing.None }]) { Separator = true };

    [GeneratedRegex(@"^\s*(?:who\s+(?:was|has\s+been|were)\s+reminded|reminders)\s*(?<day>[\w\s.\-]{0,30}?)[\s?]*$", RegexOptions.IgnoreCase)]
    private static partial Regex HistoryLine();

    [GeneratedRegex(@"^\s*why\s+(?:was\s+)?(?:not|nobody|no\s+one)\b.*?\bD-?\s?(?<n>\d{1,7})\b.*$", RegexOptions.IgnoreCase)]
    private static partial Regex WhyLine();
}

using SoeBot.Domain.Reminders;
using SoeBot.Occurrences;
using SoeBot.Plants;
using SoeBot.Store.Effects;

namespace SoeBot.Sheet;

/// <summary>
/// Writes the sheet of plants that have a folder for it: each working morning behind the look-ahead, and before and after the meeting behind
/// what is posted then, so that the last one is never older than what people have read. A folder that is away fails nothing.
/// </summary>
internal sealed class SheetOccurrences(ReadSheet sheets, MeetingDates dates, ILogger<SheetOccurrences> log)
{
    public const string Kind = "meeting-sheet";

    private static readonly TimeOnly Morning = new(7, 5);

    public void Register(OccurrenceKinds kinds) => kinds.Add(Kind, DeriveAsync, WorkAsync);

    private async Task<IReadOnlyList<Occurrence>> DeriveAsync(PlantProfile plant, DateTimeOffset from, DateTimeOffset until, CancellationToken ct)
    {
        if (plant.SheetFolder is null) return [];
        var found = new List<Occurrence>();
        for (var day = plant.Calendar.DayOf(from); day <= plant.Calendar.DayOf(until); day = day.AddDays(1))
            if (plant.Calendar.IsWorkingDay(day)) found.Add(new(plant.Id, Kind, $"{day:yyyy-MM-dd}", plant.Calendar.At(day, Morning)));
        foreach (var meeting in await dates.BetweenAsync(plant, from.AddMinutes(-plant.MeetingMinutes), until.AddDays(7), ct))
            foreach (var (name, at) in Around(plant, meeting.Start))
                // With its start: a meeting that was moved is written for anew.
                found.Add(new(plant.Id, Kind, $"{meeting.Key}@{meeting.Start:yyyyMMddHHmm}:{name}", at));
        return found;
    }

    /// <summary>Five minutes behind the draft of the top ten, the owners' last call and the final look-ahead; shortly before the start; when it should be over.</summary>
    private static IEnumerable<(string Name, DateTimeOffset At)> Around(PlantProfile plant, DateTimeOffset start)
    {
        var day = plant.Calendar.DayOf(start);
        yield return ("draft", plant.Calendar.At(plant.Calendar.AddWorkingDays(day, -1), new TimeOnly(10, 5)));
        yield return ("call", plant.Calendar.At(day, new TimeOnly(8, 5)));
        yield return ("final", start.AddHours(-4).AddMinutes(5));
        yield return ("start", start.AddMinutes(-15));
        yield return ("end", start.AddMinutes(plant.MeetingMinutes + 5));
    }

    private async Task<Effect?> WorkAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        if (plant.SheetFolder is not { } folder) return Effect.Silent("no folder for the meeting sheet is set");
        var sheet = await sheets.OfAsync(plant, now, ct);
        if (await SheetFile.WriteAsync(folder, plant.Id, sheet.ReadAt, SheetHtml.Write(sheet), ct) is not { } trouble) return Effect.None;
        Log.SheetNotWritten(log, plant.Id.Value, trouble);
        return Effect.Silent($"the meeting sheet was not written: {trouble}");
    }
}

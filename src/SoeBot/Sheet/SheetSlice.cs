using System.Text.RegularExpressions;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Store.Outbox;
using SoeBot.Words;

namespace SoeBot.Sheet;

/// <summary>The meeting sheet: what people need to hold the next meeting when the bot is down.</summary>
internal sealed partial class SheetSlice(SheetLinks links, SheetOccurrences occurrences, MeetingDates dates, Rights rights, PlantProfiles plants, PlantClock clock) : ISlice
{
    public void Register(SliceRegistry registry)
    {
        registry.Cards.Add(SheetCard.Source, async (request, ct) =>
        {
            var plant = plants.Get(request.Plant);
            var next = await dates.NextAsync(plant, clock.Now(plant.Id), ct);
            return SheetCard.Draw(plant, next is { } start ? DayWords.Moment(start, plant.Calendar) : null, await links.WorksAsync(plant.Id, ct));
        });
        registry.Commands.Add("sheet.show", Line(), "meeting sheet", async (turn, _, ct) =>
            await rights.HasAnyAsync(turn.Plant, turn.By, ct) ? turn.Answer(new CardRef(SheetCard.Source, "")) : turn.Refuse(await rights.WhoCanAsync(turn.Plant, "read the meeting sheet", ct)));
        registry.Presses.OnUnkept(SheetVerbs.Link, links.MakeAsync);
        registry.Presses.On(SheetVerbs.Revoke, links.RevokeAsync);
        occurrences.Register(registry.Occurrences);
    }

    [GeneratedRegex(@"^\W*(?:(?:show|print|the|please)\s+)*(?:meeting\s+sheet|sheet|print\s+(?:the\s+)?(?:board|agenda|meeting)|(?:board|agenda)\s+(?:to|for)\s+print(?:ing)?|printable\s+(?:board|agenda|page))(?:\s+please)?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    internal static partial Regex Line();
}

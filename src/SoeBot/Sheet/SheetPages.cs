using System.Security.Cryptography;
using System.Text;
using SoeBot.Domain.Minutes;
using SoeBot.Pages;
using SoeBot.Plants;
using SoeBot.Store.Plants;

namespace SoeBot.Sheet;

/// <summary>The sheet as it stands now, for whoever has its address and nobody else; without money, because nobody signs in.</summary>
internal sealed class SheetPages(PlantStore notes, ReadSheet sheets, PlantProfiles plants, PlantClock clock)
{
    public async Task<IResult> PageAsync(string plant, string link, HttpContext http)
    {
        PageHeaders.Set(http);
        var ct = http.RequestAborted;
        return await FindAsync(plant, link, ct) is { } found
            ? Results.Content(SheetHtml.Write(await sheets.OfAsync(found, clock.Now(found.Id), ct)), "text/html", Encoding.UTF8)
            : Results.Content(SheetHtml.Gone(), "text/html", Encoding.UTF8, StatusCodes.Status404NotFound);
    }

    private async Task<PlantProfile?> FindAsync(string plant, string link, CancellationToken ct)
    {
        if (!MinutesLink.CouldBe(link) || plants.All.FirstOrDefault(one => one.Id.Value == plant) is not { } found) return null;
        return await notes.GetNoteAsync(found.Id, SheetLinks.Note, ct) is { Length: > 0 } kept
            && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(kept), Encoding.ASCII.GetBytes(MinutesLink.Hash(link))) ? found : null;
    }
}

internal static class SheetRoutes
{
    public static void MapSheet(this IEndpointRouteBuilder app) =>
        app.MapGet("/meeting-sheet/{plant}/{link}", (string plant, string link, HttpContext http, SheetPages pages) => pages.PageAsync(plant, link, http));
}

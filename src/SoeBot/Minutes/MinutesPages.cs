using System.Collections.Concurrent;
using System.Text;
using SoeBot.Domain.Minutes;
using SoeBot.Domain.Plan;
using SoeBot.Pages;
using SoeBot.Plants;
using SoeBot.Store.Minutes;
using SoeBot.Store.Plans;

namespace SoeBot.Minutes;

/// <summary>The printable page of minutes, for whoever has its address and nobody else; without customers and money, because nobody signs in.</summary>
internal sealed class MinutesPages(MinutesStore store, MinutesCards cards, PlanStore plans, PlantProfiles plants)
{
    private const int MostKept = 20;

    private readonly ConcurrentDictionary<(PlantId Plant, int Version), IReadOnlyList<string>> _customers = new();

    public async Task<IResult> PageAsync(string link, HttpContext http) =>
        await FindAsync(link, http) is { } minutes
            ? Results.Content(MinutesHtml.Write(minutes, $"{link}/markdown"), "text/html", Encoding.UTF8)
            : Results.Content(MinutesHtml.Gone(), "text/html", Encoding.UTF8, StatusCodes.Status404NotFound);

    public async Task<IResult> MarkdownAsync(string link, HttpContext http)
    {
        if (await FindAsync(link, http) is not { } minutes) return Results.Content(MinutesHtml.Gone(), "text/html", Encoding.UTF8, StatusCodes.Status404NotFound);
        http.Response.Headers.ContentDisposition = "attachment; filename=\"minutes.md\"";
        return Results.Content(MinutesMarkdown.Write(minutes), "text/markdown", Encoding.UTF8);
    }

    private async Task<MinutesDocument?> FindAsync(string link, HttpContext http)
    {
        PageHeaders.Set(http);
        var ct = http.RequestAborted;
        if (!MinutesLink.CouldBe(link) || await store.ByLinkAsync(MinutesLink.Hash(link), ct) is not { } minutes || plants.Find(minutes.Plant) is null) return null;
        var hidden = new PublicText(await CustomersAsync(minutes, ct));
        return MinutesDocument.Of(await cards.ViewAsync(minutes, ct), hidden.Of);
    }

    /// <summary>Those of the plan of that day and those of today's.</summary>
    private async Task<IEnumerable<string>> CustomersAsync(MeetingMinutes minutes, CancellationToken ct)
    {
        var names = new List<string>();
        foreach (var version in new[] { minutes.PlanVersion, (await plans.CurrentAsync(minutes.Plant, ct))?.Number }.OfType<int>().Distinct())
        {
            if (!_customers.TryGetValue((minutes.Plant, version), out var known))
            {
                if (_customers.Count >= MostKept) _customers.Clear();
                known = _customers[(minutes.Plant, version)] = await plans.CustomersAsync(minutes.Plant, version, ct);
            }
            names.AddRange(known);
        }
        return names;
    }
}

internal static class MinutesRoutes
{
    public static void MapMinutes(this IEndpointRouteBuilder app)
    {
        app.MapGet("/minutes/{link}", (string link, HttpContext http, MinutesPages pages) => pages.PageAsync(link, http));
        app.MapGet("/minutes/{link}/markdown", (string link, HttpContext http, MinutesPages pages) => pages.MarkdownAsync(link, http));
    }
}

using System.IO.Compression;
using System.Net.Http.Headers;
using Microsoft.Extensions.Configuration;
using SoeBot.Domain.Plan;
using SoeBot.JourneyTests.Otherwise;
using Xunit;

namespace SoeBot.JourneyTests;

/// <summary>The rows of the product's table of edge cases that concern the morning's data: the same thing three days running, forty at once, half a file, nothing wrong, few orders.</summary>
public sealed class When_the_morning_is_not_like_every_other
{
    private const string Key = "a key of the plant, long enough";
    private static readonly DateTime Start = new(2026, 11, 23, 6, 10, 0);

    [Fact]
    public async Task A_supplier_is_late_for_three_days_and_somebody_looks_for_the_cause_until_it_stays_away()
    {
        await using var plant = await StaffedPlant.OpenAsync(Start, plan: SmallPlan.CastingsLate);
        await ImportAsync(plant, 24, SmallPlan.CastingsLate);
        Assert.DoesNotContain("process problem", (await plant.TypeAsync(plant.Miguel, "exceptions", "2nd day")).PlainText, StringComparison.Ordinal);
        await ImportAsync(plant, 25, SmallPlan.CastingsLate);
        var page = await plant.TypeAsync(plant.Miguel, "exceptions", "3rd day, process problem X-1. Not a coincidence: who finds the cause?");
        Assert.Contains("Foundry: 10 of Casting late", page.PlainText, StringComparison.Ordinal);
        await plant.PressAsync(plant.Omar, page, "Repeats", "nobody looks for the cause yet");
        await plant.PressAsync(plant.Omar, page, "I look for the cause", "Omar looks for the cause");

        // On the fourth day it is the same problem, and no second one.
        await ImportAsync(plant, 26, SmallPlan.CastingsLate);
        var fourth = await plant.TypeAsync(plant.Miguel, "exceptions", "4th day, process problem X-1: Omar looks for the cause");
        Assert.DoesNotContain("X-2", fourth.PlainText, StringComparison.Ordinal);

        // Five working days without it: Friday to Thursday.
        foreach (var day in (int[])[27, 30, 31, 32]) await ImportAsync(plant, day, SmallPlan.Calm);
        await plant.TypeAsync(plant.Miguel, "repeats", "4 days without it (closes after 5)");
        await ImportAsync(plant, 33, SmallPlan.Calm);
        await plant.TypeAsync(plant.Omar, "I take X-1", "X-1 was closed on Thu 3 Dec: it did not come back");
    }

    [Fact]
    public async Task Forty_at_once_are_grouped_with_the_worst_three_and_the_rest_page_by_page_and_half_a_file_is_not_used()
    {
        var many = SmallPlan.Calm with { Events = [.. Enumerable.Range(1, 44).Select(Event)] };
        await using var plant = await StaffedPlant.OpenAsync(Start, builder => builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Plants:works:ImportKey"] = Key }), many);
        var page = await plant.TypeAsync(plant.Miguel, "exceptions", "44 to see");
        Assert.Contains("Machine downtime: 33\ntool break 22, drive fault 11", page.PlainText, StringComparison.Ordinal);
        Assert.Equal(3, page.PlainText.Split('\n').Count(line => line.Contains(" down, ", StringComparison.Ordinal)));
        await plant.PressAsync(plant.Miguel, page, "Show all (44)", "all exceptions - 1 to 10 of 44");
        await plant.PressAsync(plant.Miguel, page, "Next 10", "11 to 20 of 44");
        Assert.Contains("44 to see", page.PlainText, StringComparison.Ordinal);

        // The log sheet comes cut off: the lead hears of it, and the page says that it is yesterday's.
        await plant.PlaceAsync(24, 6, 10);
        await PostAsync(plant, many with { Events = [.. many.Events!.Take(12)] });
        await plant.Bot.WaitAsync(plant.Lea, "events.csv: has 12 rows of events, yesterday 44. Not used");
        await plant.TypeAsync(plant.Miguel, "exceptions", "Old data.");
    }

    [Fact]
    public async Task Nothing_wrong_is_said_in_one_line_and_the_list_ends_where_the_risk_ends()
    {
        await using var plant = await StaffedPlant.OpenAsync(Start, plan: SmallPlan.Calm);
        await plant.TypeAsync(plant.Miguel, "exceptions", "No exceptions in 24 h. 6 sources, newest 06:10.");
        await ImportAsync(plant, 24, SmallPlan.Short(6));
        var list = await plant.TypeAsync(plant.Lea, "at risk", "6 orders at risk - 6 need an owner: who?");
        Assert.DoesNotContain("7. ", list.PlainText, StringComparison.Ordinal);
    }

    private static ShopEvent Event(int number) => new()
    {
        Number = $"E{number}", Kind = number % 4 == 0 ? ShopEventKind.Scrap : ShopEventKind.Downtime, Object = $"Line {number}", Cause = number % 4 == 1 ? "drive-fault" : "tool-break",
        Day = StaffedPlant.Monday.AddDays(-3), Planned = 15, Actual = number % 15, Unit = "h",
    };

    private static async Task ImportAsync(StaffedPlant plant, int day, PlanSnapshot plan)
    {
        await plant.PlaceAsync(day, 6, 10);
        await plant.ImportAsync(plan);
    }

    private static async Task PostAsync(StaffedPlant plant, PlanSnapshot plan)
    {
        using var zip = new MemoryStream();
        await ZipFile.CreateFromDirectoryAsync(plant.Write(plan).FullName, zip, TestContext.Current.CancellationToken);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(plant.Bot.Endpoint, "/api/plants/works/plan")) { Content = new ByteArrayContent(zip.ToArray()) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/zip");
        request.Headers.Add("X-Import-Key", Key);
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, response.StatusCode);
    }
}

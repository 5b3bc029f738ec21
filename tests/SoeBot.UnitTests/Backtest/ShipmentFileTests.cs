using System.Globalization;
using SoeBot.Backtest;
using SoeBot.Domain.Risk.Past;
using SoeBot.UnitTests.Domain.Risk.Past;
using Xunit;

namespace SoeBot.UnitTests.Backtest;

/// <summary>A distributor's own export of shipped lines, with the mapping that MAPPING.md shows, goes through reading and replay.</summary>
public sealed class ShipmentFileTests
{
    private const string Mapping = """
        {
          "name": "Shipments",
          "format": { "dates": ["d-MMM-yy", "M/d/yy"], "emptyWhen": ["Date Not Captured", "N/A"] },
          "tables": {
            "orders": {
              "file": "shipments.csv",
              "columns": {
                "order": "Order", "line": "ID", "item": "Item", "customer": "Project", "supplier": "Vendor", "lane": "Country", "ship_mode": "Mode",
                "quantity": "Quantity", "shipped_quantity": "Quantity", "ordered_on": "Sent to vendor", "requested": "Scheduled", "shipped_on": "Delivered"
              }
            }
          }
        }
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Shipped_lines_with_supplier_destination_and_mode_are_replayed_from_the_file_as_it_is()
    {
        var folder = Directory.CreateTempSubdirectory("soebot-shipments-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "mapping.json"), Mapping, Stop);
        await File.WriteAllLinesAsync(Path.Combine(folder.FullName, "shipments.csv"), ["ID,Project,Order,Country,Mode,Sent to vendor,Scheduled,Delivered,Vendor,Item,Quantity", .. GivenShipments.Of(1, 1).Select(Line)], Stop);
        var (output, error) = (new StringWriter(), new StringWriter());

        var code = await BacktestCommand.RunAsync(new(folder.FullName, null, Path.Combine(folder.FullName, "mapping.json"), null, "2013-07-01", "2013-12-30"), output, error, Stop);

        folder.Delete(recursive: true);
        var said = output.ToString();
        Assert.True(code == 0, error.ToString());
        Assert.Contains("27 weeks, 2013-07-01 to 2013-12-30: open customer order lines due within 14 days", said);
        Assert.Contains("SoeBot names them without time", said);
        Assert.True(Hits(said, "as SoeBot names them") > Hits(said, "taken blindly") * 1.2m, said);
        Assert.Contains("came", said.Split("so many came late:")[1]);

        static string Line(PastPromise line)
        {
            var day = (DateOnly on) => on.ToString("d-MMM-yy", CultureInfo.InvariantCulture);
            return string.Join(',', line.Key.Split('/')[0] + line.Key.Split('/')[1], "100-CI-T01", $"PO-{line.Key.Split('/')[0]}", line.Traits.Lane, line.Traits.ShipMode,
                line.IsDated ? day(line.KnownFrom) : "Date Not Captured", day(line.Promised), day(line.Done!.Value), line.Traits.Supplier, line.Item, "10");
        }

        static decimal Hits(string said, string row) =>
            decimal.Parse(said.Split('\n').First(line => line.TrimStart().StartsWith(row, StringComparison.Ordinal)).Split(' ')[^1], CultureInfo.InvariantCulture);
    }
}

using SoeBot.Connectors.Csv;
using SoeBot.Connectors.Sample;
using SoeBot.Domain.People;
using Xunit;

namespace SoeBot.JourneyTests;

/// <summary>A broken file is refused with place and reason, the old version stays in use, and the card says how old it is.</summary>
public sealed class When_an_import_is_broken
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    [Theory]
    [InlineData("a wrong date", "orders.csv", "orders.csv, row 2")]
    [InlineData("an unknown item", "orders.csv", "orders.csv, row 2")]
    [InlineData("a doubled key", "orders.csv", "orders.csv, row 3")]
    [InlineData("a missing column", "schedule.csv", "schedule.csv")]
    [InlineData("a file cut in the middle", "purchases.csv", "purchases.csv")]
    [InlineData("an empty file", "orders.csv", "orders.csv")]
    public async Task The_old_plan_stays_and_says_its_age(string fault, string file, string place)
    {
        await using var bot = await BotUnderTest.StartAsync(StoreKind.Sqlite, new(2026, 11, 23, 6, 0, 0));
        var petra = await bot.PersonAsync("Petra", Role.Planning);
        var folder = Directory.CreateTempSubdirectory("soebot-plan-");
        PlanCsvWriter.Write(SamplePlant.At(Monday), name => File.CreateText(Path.Combine(folder.FullName, name)));
        Assert.Equal(1, (await bot.ImportAsync(folder.FullName)).Version);

        await bot.MoveToAsync(new(2026, 11, 24, 6, 10, 0));
        await BreakAsync(fault, Path.Combine(folder.FullName, file));
        var report = await bot.ImportAsync(folder.FullName);

        Assert.Null(report.Version);
        Assert.Contains(report.Lines, line => line.Contains("version 1 stays in use", StringComparison.Ordinal));
        Assert.Contains(report.Lines, line => line.StartsWith(place, StringComparison.Ordinal));
        await bot.Teams.Client.PostMessageAsync(petra, "look ahead");
        var card = await bot.WaitAsync(petra, "refused");
        Assert.Contains("version 1", card.PlainText, StringComparison.Ordinal);
        Assert.Contains("24 h", card.PlainText, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    private static async Task BreakAsync(string fault, string file)
    {
        var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        var header = lines[0].Split(',');
        switch (fault)
        {
            case "a wrong date": Put("requested", "31.02.2026"); break;
            case "an unknown item": Put("item", "NO-SUCH-ITEM"); break;
            case "a doubled key": lines[2] = lines[1]; break;
            case "a missing column": lines[0] = lines[0].Replace("item", "thing", StringComparison.OrdinalIgnoreCase); break;
            case "a file cut in the middle": lines = [.. lines[..(lines.Length / 2)], lines[lines.Length / 2][..5]]; break;
            case "an empty file": lines = []; break;
        }
        await File.WriteAllLinesAsync(file, lines, TestContext.Current.CancellationToken);

        void Put(string column, string value)
        {
            var cells = lines[1].Split(',');
            cells[Array.FindIndex(header, name => name.Equals(column, StringComparison.OrdinalIgnoreCase))] = value;
            lines[1] = string.Join(',', cells);
        }
    }
}

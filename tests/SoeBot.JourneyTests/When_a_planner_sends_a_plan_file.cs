using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SoeBot.Connectors.Csv;
using SoeBot.Connectors.Sample;
using SoeBot.Domain.People;
using SoeBot.Store.Audit;
using SoeBot.Store.Effects;
using SoeBot.Store.People;
using SoeBot.Store.Plans;
using SoeBot.TestKit.Excel;
using Xunit;

namespace SoeBot.JourneyTests;

/// <summary>A workbook sent in a chat becomes the plan, or the report says where it is wrong and the old plan stays.</summary>
public sealed class When_a_planner_sends_a_plan_file
{
    private static readonly DateTime Start = new(2026, 11, 23, 6, 0, 0);

    [Theory]
    [InlineData(StoreKind.Sqlite), InlineData(StoreKind.PostgreSql)]
    public async Task A_good_one_is_the_plan_and_a_broken_one_is_not(StoreKind store)
    {
        await using var bot = await BotUnderTest.StartAsync(store, Start);
        var petra = await bot.PersonAsync("Petra", Role.Planning);

        // A good one, which nobody has read before the first card stands: that card says nothing once the plan is in use.
        var isSeen = new TaskCompletionSource();
        bot.Teams.Files.GivenAfter = isSeen.Task;
        var sent = await bot.Teams.Client.SendFilesAsync(petra, "", ("plan.xlsx", Workbook(Tables())));
        await bot.WaitAsync(petra, "Reading plan.xlsx for Pump works");
        isSeen.SetResult();
        var report = await bot.WaitAsync(petra, "Plan version 1 of Pump works is in use");
        Assert.Contains("the plant's first plan", report.PlainText, StringComparison.Ordinal);
        Assert.All(bot.Teams.Files.Requests, headers => Assert.False(headers.ContainsKey("Authorization") || headers.ContainsKey("Cookie")));

        // Teams delivers it again, and she sends the same once more: still one version.
        await bot.Teams.Client.DeliverAgainAsync(sent);
        await bot.Teams.Client.SendFilesAsync(petra, "again", ("plan.xlsx", Workbook(Tables())));
        await bot.WaitAsync(petra, "Nothing changed: plan version 1 of Pump works");
        Assert.Single(bot.Teams.MessagesTo(petra), message => message.PlainText.Contains("is in use", StringComparison.Ordinal));

        // A broken one.
        var broken = Tables();
        broken["orders.csv"] = Broken(broken["orders.csv"], "requested", "soon");
        await bot.Teams.Client.SendFilesAsync(petra, "", ("plan.xlsx", Workbook(broken)));
        var refused = await bot.WaitAsync(petra, "Not imported: 1 problem. Plan version 1 stays in use.");
        Assert.Contains("plan.xlsx, sheet orders, row 2, column requested, value \"soon\"", refused.PlainText, StringComparison.Ordinal);
        Assert.Equal(1, (await CurrentAsync(bot)).Number);

        // A changed one, as files in a single message.
        var changed = Tables();
        changed["orders.csv"] = Broken(changed["orders.csv"], "quantity", "77");
        await bot.Teams.Client.SendFilesAsync(petra, "", [.. changed.Select(table => (table.Key, Encoding.UTF8.GetBytes(table.Value)))]);
        await bot.WaitAsync(petra, "Changed since version 1: orders 1 changed.");
        Assert.Equal("a file in chat", (await CurrentAsync(bot)).By);
        Assert.Contains(
            await bot.Services.GetRequiredService<AuditStore>().ListAsync(BotUnderTest.PlantId, 0, 100, TestContext.Current.CancellationToken),
            line => line is { What: "plan.publish", PlanVersion: 2, By: not null });
    }

    [Fact]
    public async Task Whoever_may_not_is_told_who_may_and_nothing_is_fetched()
    {
        await using var bot = await BotUnderTest.StartAsync(StoreKind.Sqlite, Start);
        await bot.PersonAsync("Petra", Role.Planning);
        await bot.PersonAsync("Ada", Role.Administrator);
        var sam = await bot.PersonAsync("Sam", Role.Sales);

        await bot.Teams.Client.SendFilesAsync(sam, "for Pump works", ("plan.xlsx", Workbook(Tables())));

        await bot.WaitAsync(sam, "The plan of Pump works comes from Petra or Ada.");
        Assert.Empty(bot.Teams.Files.Requests);
    }

    [Fact]
    public async Task With_two_plants_the_person_is_asked_once()
    {
        var second = new Dictionary<string, string?> { ["Plants:yard:Name"] = "Yard", ["Plants:yard:TimeZone"] = "Europe/Berlin" };
        await using var bot = await BotUnderTest.StartAsync(StoreKind.Sqlite, Start, builder => builder.Configuration.AddInMemoryCollection(second));
        var petra = await bot.PersonAsync("Petra", Role.Planning);
        var people = bot.Services.GetRequiredService<PeopleStore>();
        await people.GrantAsync(new("yard"), PersonKey.Of(petra.TenantId, petra.AadObjectId), Role.Planning, Effect.None, TestContext.Current.CancellationToken);

        await bot.Teams.Client.SendFilesAsync(petra, "", ("plan.xlsx", Workbook(Tables())));
        var ask = await bot.WaitAsync(petra, "For which plant?");
        Assert.Contains("plan.xlsx is for Yard", (await bot.Teams.Client.PressButtonAsync(petra, ask, "Yard")).PlainText, StringComparison.Ordinal);
        await bot.WaitAsync(petra, "Plan version 1 of Yard is in use");

        await bot.Teams.Client.SendFilesAsync(petra, "this is the one of pump works", ("plan.xlsx", Workbook(Tables())));
        await bot.WaitAsync(petra, "Plan version 1 of Pump works is in use");
    }

    [Theory]
    [InlineData("holidays.pdf", "I do not read holidays.pdf")]
    [InlineData("plan.xlsx", "is no Excel workbook, whatever its name says")]
    [InlineData("plan.zip", "plan.zip: is no zip, or it is broken")]
    [InlineData("**bold** <at>Ada.csv", @"none of \*\*bold\*\*")]
    public async Task What_is_no_plan_is_refused_in_words(string name, string words)
    {
        await using var bot = await BotUnderTest.StartAsync(StoreKind.Sqlite, Start);
        var petra = await bot.PersonAsync("Petra", Role.Planning);

        await bot.Teams.Client.SendFilesAsync(petra, "", (name, "a,b\n1,2\n"u8.ToArray()));

        await bot.Teams.WaitForAsync(teams => teams.MessagesTo(petra).FirstOrDefault(message => message.Activity.ToJsonString().Contains(words.Replace(@"\", @"\\", StringComparison.Ordinal), StringComparison.Ordinal)), words);
    }

    [Fact]
    public async Task An_address_that_expired_is_said_and_one_that_does_not_answer_is_tried_again()
    {
        await using var bot = await BotUnderTest.StartAsync(StoreKind.Sqlite, Start);
        var petra = await bot.PersonAsync("Petra", Role.Planning);
        bot.Teams.Files.MovedTo = new Uri("http://127.0.0.1:9/elsewhere");
        await bot.Teams.Client.SendFilesAsync(petra, "", ("plan.xlsx", Workbook(Tables())));
        await bot.WaitAsync(petra, "lies where I may not fetch files from");
        bot.Teams.Files.MovedTo = null;

        bot.Teams.Files.NeverEnds = true;
        await bot.Teams.Client.SendFilesAsync(petra, "", ("plan.xlsx", Workbook(Tables())));
        await bot.WaitAsync(petra, "plan.xlsx: is too large: all files of a message together may have 30 MB");
        bot.Teams.Files.NeverEnds = false;

        var activity = await bot.Teams.Client.SendFilesAsync(petra, "", ("plan.xlsx", Workbook(Tables())));
        await bot.WaitAsync(petra, "Plan version 1 of Pump works is in use");
        bot.Teams.Files.Expire();
        activity.Posted["id"] = "1999";
        await bot.Teams.Client.DeliverAgainAsync(activity);
        await bot.WaitAsync(petra, "Teams' address of it has expired");
    }

    private static Dictionary<string, string> Tables()
    {
        var tables = new Dictionary<string, string>();
        PlanCsvWriter.Write(SamplePlant.At(DateOnly.FromDateTime(Start)), name => new Table(text => tables[name] = text));
        return tables;
    }

    private static byte[] Workbook(Dictionary<string, string> tables)
    {
        var book = new WorkbookFile();
        foreach (var (name, csv) in tables) book.SheetOfCsv(Path.GetFileNameWithoutExtension(name), csv);
        return book.Bytes();
    }

    private static string Broken(string csv, string column, string value)
    {
        var lines = csv.Split('\n');
        var cells = lines[1].Split(',');
        cells[Array.IndexOf(lines[0].Split(','), column)] = value;
        lines[1] = string.Join(',', cells);
        return string.Join('\n', lines);
    }

    private static async Task<Domain.Plan.PlanVersion> CurrentAsync(BotUnderTest bot) =>
        (await bot.Services.GetRequiredService<PlanStore>().CurrentAsync(BotUnderTest.PlantId, TestContext.Current.CancellationToken))!;

    private sealed class Table(Action<string> done) : StringWriter
    {
        protected override void Dispose(bool disposing)
        {
            done(ToString());
            base.Dispose(disposing);
        }
    }
}

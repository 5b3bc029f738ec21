using SoeBot.Connectors.Csv;
using SoeBot.Connectors.Mapping;
using SoeBot.UnitTests.Connectors.Csv;
using Xunit;

namespace SoeBot.UnitTests.Connectors.Mapping;

/// <summary>Lookups one after the other and of some rows only, scales that divide, and days that begin with the first shift.</summary>
public sealed class LookupTests
{
    private const string Routings = "ROUTING,MATNR,STATE\nR1,CP-25,old\nR2,CP-25,released\n";
    private const string Steps = "ROUTING,SECONDS\nR1,1\nR2,5400\n";

    private static ImportRead Read(string minutes, string events = "", string lookup = "\"keep\": { \"column\": \"STATE\", \"is\": \"released\" }")
    {
        var parse = PlanMapping.Parse($$"""
            {
              "format": { "dates": ["yyyy-MM-dd HH:mm", "yyyy-MM-dd"] },
              "tables": {
                "items": {
                  "file": "items.csv",
                  "columns": {
                    "number": "number", "name": "name",
                    "minutes_per_piece": {
                      "from": "number",
                      "lookup": [ { "file": "routings.csv", "key": "MATNR", "value": "ROUTING", {{lookup}} }, { "file": "steps.csv", "key": "ROUTING", "value": "SECONDS" } ],
                      "scale": {{minutes}}, "else": { "constant": "" }
                    }
                  }
                },
                "events": {
                  "file": "events.csv", "optional": true,
                  "columns": { "number": "no", "kind": { "constant": "downtime" }, "object": "machine", "cause": { "constant": "x" }, "day": { "from": "at", "productionDay": true } }
                }
              }
            }
            """);
        Assert.Empty(parse.Problems);
        return new GivenFiles { Mapping = parse.Mapping!, Request = new ReadRequest(GivenFiles.Today) { DayStart = new(6, 0) } }
            .With("routings.csv", Routings).With("steps.csv", Steps).With("events.csv", "no,machine,at\n" + events).Read();
    }

    private static decimal? MinutesOf(ImportRead read, string item)
    {
        Assert.Empty(read.Problems);
        return read.Snapshot!.Items!.Single(one => one.Number == item).MinutesPerPiece;
    }

    [Fact]
    public void Read_TwoLookups_GoFromItemToRoutingToStepAndDivideExactly()
    {
        Assert.Equal(90, MinutesOf(Read("\"1/60\""), "CP-25"));
        Assert.Null(MinutesOf(Read("\"1/60\""), "S-10")); // no routing: the else
    }

    [Fact]
    public void Read_LookupWithAConditionOnAColumnThatIsNotThere_IsRefused() => Assert.Equal(
        "routings.csv, row 1, column STATUS: the header has no such column; nearest: STATE, MATNR, ROUTING. Add or rename it, or say in the mapping which column is meant.",
        Read("1", lookup: "\"keep\": { \"column\": \"STATUS\", \"is\": \"released\" }").Problems[0].ToString());

    [Theory]
    [InlineData("2026-08-25 05:59", "2026-08-24")]
    [InlineData("2026-08-25 06:00", "2026-08-25")]
    [InlineData("2026-08-25 23:10", "2026-08-25")]
    public void Read_ProductionDay_BelongsToTheShiftThatStarted(string at, string day)
    {
        var read = Read("1", $"1,press,{at}\n");

        Assert.Empty(read.Problems);
        Assert.Equal(day, $"{read.Snapshot!.Events!.Single().Day:yyyy-MM-dd}");
    }

    [Theory, InlineData("\"1/0\""), InlineData("\"a/b\""), InlineData("\"2\"")]
    public void Parse_ScaleThatIsNone_NamesThePlace(string scale)
    {
        var parse = PlanMapping.Parse($$"""{ "tables": { "items": { "file": "i.csv", "columns": { "number": "n", "name": "n", "cost": { "from": "c", "scale": {{scale}} } } } } }""");

        Assert.Equal(["$.tables.items.columns.cost.scale: a scale is a number, or two numbers with a stroke between them: \"1/3600\"."], parse.Problems);
    }
}

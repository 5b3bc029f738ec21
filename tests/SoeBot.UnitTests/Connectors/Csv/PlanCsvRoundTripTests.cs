using System.Text;
using SoeBot.Connectors.Csv;
using SoeBot.Connectors.Reading;
using SoeBot.Connectors.Mapping;
using SoeBot.Connectors.Sample;
using SoeBot.Domain.Plan;
using Xunit;

namespace SoeBot.UnitTests.Connectors.Csv;

public sealed class PlanCsvRoundTripTests
{
    private static readonly DateOnly Today = new(2026, 8, 26);

    [Fact]
    public void WriteThenRead_SamplePlant_GivesTheSamePlan()
    {
        var plan = SamplePlant.At(Today);
        var read = PlanReader.Read(Written(plan), PlanMapping.Native, new ReadRequest(Today));

        Assert.True(read.Outcome == ImportOutcome.Read, string.Join('\n', read.Problems.Take(10)));
        Same(plan.Orders, read.Snapshot!.Orders);
        Same(plan.Schedule, read.Snapshot.Schedule);
        Same(plan.Purchases, read.Snapshot.Purchases);
        Same(plan.Stock, read.Snapshot.Stock);
        Same(plan.Items, read.Snapshot.Items);
        Same(plan.Bill, read.Snapshot.Bill);
        Same(plan.WorkCentres, read.Snapshot.WorkCentres);
        Same(plan.Forecast, read.Snapshot.Forecast);
        Same(plan.Events, read.Snapshot.Events);
        Same(plan.SalesPlan, read.Snapshot.SalesPlan);
        Assert.Equal(10, read.Rows.Count);
        Assert.Equal(plan.Orders!.Count, read.Rows["orders"]);
        Assert.Equal(Today.AddDays(-1), read.NewestDay);
        Assert.Equal(
            ["bill.csv", "events.csv", "forecast.csv", "items.csv", "orders.csv", "purchases.csv", "sales-plan.csv", "schedule.csv", "stock.csv", "work-centres.csv"],
            read.Sources.Order());
    }

    [Fact]
    public void WriteThenRead_AbsentTables_StayAbsent()
    {
        var plan = new PlanSnapshot { Orders = SamplePlant.At(Today).Orders, Events = [] };
        var read = PlanReader.Read(Written(plan), PlanMapping.Native, new ReadRequest(Today));

        Assert.Equal(ImportOutcome.Read, read.Outcome);
        Assert.Null(read.Snapshot!.Schedule);
        Assert.Empty(read.Snapshot.Events!);
    }

    [Fact]
    public void WriteThenRead_AwkwardTexts_ComeBackAsTheyWere()
    {
        var plan = new PlanSnapshot { Items = [new Item { Number = "1,2", Name = "O-ring \"12\"; a, b" }, new Item { Number = "=1+1", Name = "Ü 株" }] };

        Same(plan.Items, PlanReader.Read(Written(plan), PlanMapping.Native, new ReadRequest(Today)).Snapshot!.Items);
    }

    private static void Same<T>(IReadOnlyList<T>? one, IReadOnlyList<T>? other) => Assert.Equal(one!, other!);

    private static PlanParts Written(PlanSnapshot plan)
    {
        var texts = new Dictionary<string, StringWriter>();
        PlanCsvWriter.Write(plan, name => texts[name] = new StringWriter());
        return new PlanParts(texts.ToDictionary(t => t.Key, t => Encoding.UTF8.GetBytes(t.Value.ToString())));
    }
}

using System.Text;
using CsCheck;
using SoeBot.Connectors.Csv;
using SoeBot.Connectors.Mapping;
using SoeBot.Connectors.Reading;
using SoeBot.Connectors.Reading.Held;
using SoeBot.Domain.Plan;
using SoeBot.UnitTests.Connectors.Csv;
using Xunit;

namespace SoeBot.UnitTests.Connectors.Held;

/// <summary>With the plan before at hand only what changed is parsed; nobody can tell it by the outcome.</summary>
public sealed class HeldPlanTests
{
    [Fact]
    public void Read_WithThePlanBeforeAtHand_SaysWhatReadingAllSays()
    {
        var (short_, whole) = (0, 0);
        GivenPlanText.Change.Array[1, 4].Array[1, 4].Sample(days =>
        {
            var plan = new GivenPlanText();
            var before = Read(plan, null, null);
            foreach (var changes in days)
            {
                foreach (var change in changes) change(plan);
                var all = Read(plan, null, before.Snapshot);
                var changed = Read(plan, before.Held, null);
                AssertSame(all, changed);
                if (all.Outcome == ImportOutcome.Refused) return;
                AssertEdits(before.Snapshot!, changed);
                foreach (var edit in changed.Edits!.Values) _ = edit.Fresh.Count <= 4 ? short_++ : whole++;
                before = changed;
            }
        }, iter: 150, threads: 1);
        Assert.True(short_ > whole, $"{short_} tables were read short and {whole} whole");
    }

    [Fact]
    public void Read_AFewChangedLines_ParsesThoseAlone()
    {
        var (files, plan) = (new GivenPlanText(), new GivenPlanText());
        var before = Read(files, null, null);
        var changed = plan.Files;
        var lines = Encoding.UTF8.GetString(changed["orders.csv"]).Split('\n').ToList();
        lines[5] = lines[5].Replace("2026-09", "2026-10", StringComparison.Ordinal);
        (lines[7], lines[20]) = (lines[20], lines[7]);
        lines.RemoveAt(10);
        lines.Insert(3, "SO99,1,I-1,Blue,5,2026-09-09");
        changed["orders.csv"] = Encoding.UTF8.GetBytes(string.Join('\n', lines));

        var read = PlanReader.Read(new PlanParts(changed), PlanMapping.Native, new ReadRequest(GivenFiles.Today) { Held = before.Held });

        Assert.Equal(["SO99/1", "SO1/3"], read.Edits!["orders"].Fresh.Select(at => read.Snapshot!.Orders![at].Key));
        Assert.Equal(["SO1/3", "SO3/2"], read.Edits["orders"].Gone.Select(row => row.Key));
        Assert.All(read.Edits.Where(table => table.Key != "orders"), table => Assert.Empty(table.Value.Fresh.Select(at => (object)at).Concat(table.Value.Gone)));
        Assert.Same(before.Snapshot!.Orders![0], read.Snapshot!.Orders![0]);
        Assert.Same(before.Snapshot.Bill![0], read.Snapshot.Bill![0]);
    }

    [Fact]
    public void Read_WithAMappingThatLooksAtTheDay_ReadsAllOnAnotherDay()
    {
        var mapping = PlanMapping.Parse(GivenPlanText.Mapping.Replace("\"isNot\": [\"9\"]", "\"from\": \"today\"", StringComparison.Ordinal).Replace("\"column\": \"line\"", "\"column\": \"requested\"", StringComparison.Ordinal)).Mapping!;
        var files = new Dictionary<string, byte[]>
        {
            ["items.csv"] = "number;name;safety_stock\nA;Pump;1\n"u8.ToArray(),
            ["orders.csv"] = "order;line;item;quantity;requested\n1;1;A;5;2026-08-26\n1;2;A;5;2026-08-27\n"u8.ToArray(),
        };
        ImportRead On(DateOnly day, HeldPlan? held) => PlanReader.Read(new PlanParts(files), mapping, new ReadRequest(day) { Held = held });
        var first = On(GivenFiles.Today, null);
        Assert.Equal(2, first.Snapshot!.Orders!.Count);

        Assert.Empty(On(GivenFiles.Today, first.Held).Edits!["orders"].Fresh);
        Assert.Equal("1/2", Assert.Single(On(GivenFiles.Today.AddDays(1), first.Held).Snapshot!.Orders!).Key);
    }

    private static ImportRead Read(GivenPlanText plan, HeldPlan? held, PlanSnapshot? inUse)
    {
        var mapping = plan.MappingText is { } text ? PlanMapping.Parse(text).Mapping! : PlanMapping.Native;
        return PlanReader.Read(new PlanParts(plan.Files), mapping, new ReadRequest(GivenFiles.Today) { Held = held, InUse = inUse, InUseName = "version 1" });
    }

    private static void AssertSame(ImportRead all, ImportRead changed)
    {
        Assert.Equal(all.Problems, changed.Problems);
        Assert.Equal((all.Outcome, all.ProblemCount, all.NewestDay), (changed.Outcome, changed.ProblemCount, changed.NewestDay));
        Assert.Equal(all.Rows, changed.Rows);
        Assert.Equal((all.Sources, all.Kept, all.Warnings), (changed.Sources, changed.Kept, changed.Warnings), (one, other) => one.Item1.SequenceEqual(other.Item1) && one.Item2.SequenceEqual(other.Item2) && one.Item3.SequenceEqual(other.Item3));
        foreach (var (one, other) in Tables(all.Snapshot).Zip(Tables(changed.Snapshot))) Assert.Equal(one, other);
    }

    /// <summary>The version before without what is gone and with what is fresh is the plan.</summary>
    private static void AssertEdits(PlanSnapshot before, ImportRead read)
    {
        var edits = read.Edits!.Values.ToList();
        var fresh = read.Edits.SelectMany(table => table.Value.Fresh.Select(at => Tables(read.Snapshot)[Array.IndexOf(Words, table.Key)]![at]));
        var made = Tables(before).SelectMany(rows => rows ?? []).Except(edits.SelectMany(edit => edit.Gone), ReferenceEqualityComparer.Instance).Cast<IPlanRow>().Concat(fresh);
        Assert.Equal(Tables(read.Snapshot).SelectMany(rows => rows ?? []).Cast<object>().ToHashSet(ReferenceEqualityComparer.Instance), made.Cast<object>().ToHashSet(ReferenceEqualityComparer.Instance));
    }

    private static readonly string[] Words = ["items", "bill", "orders", "schedule", "stock", "events"];

    private static IReadOnlyList<IPlanRow>?[] Tables(PlanSnapshot? plan) => [plan?.Items, plan?.Bill, plan?.Orders, plan?.Schedule, plan?.Stock, plan?.Events];
}

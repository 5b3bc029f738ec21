using System.Text.Json;
using System.Text.Json.Nodes;
using SoeBot.Benchmarks.Measuring;
using SoeBot.Teams.Cards;

namespace SoeBot.Benchmarks.Cards;

/// <summary>What a press costs between the store and the wire.</summary>
internal static class CardWriting
{
    private static readonly Card TopTen = new()
    {
        Summary = "Ten orders at risk",
        Body =
        [
            TextBlock.Heading("Top ten orders at risk"),
            new Table(
                [new TableColumn("Order", 2), new TableColumn("Customer", 3), new TableColumn("Late", 1) { HorizontalAlignment = Alignment.Right }],
                [.. Enumerable.Range(1, 10).Select(i => new TableRow($"SO-{4700 + i}", $"Customer {i} of the northern valley", $"{i} d"))]),
            .. Enumerable.Range(1, 10).Select(i => new Container(
            [
                new TextBlock($"SO-{4700 + i}: the paint line is full until Thursday; {i * 40} pieces wait for it") { MaxLines = 2 },
                new FactSet(new Fact("Due", $"{i + 10} Nov"), new Fact("Cause", "Capacity of the paint line"), new Fact("Owner", "Petra Planner")),
            ])),
        ],
        Actions = [new ExecuteAction("Record a decision", "decision.form", new { r = "ord-4701" }), new ExecuteAction("Why", "order.why", new { r = "ord-4701" })],
    };

    private static readonly JsonObject Written = CardJson.Write(TopTen);

    public static Benchmark Write { get; } = new(
        "card.write", $"writes a top ten of {CardJson.WriteUtf8(TopTen).Length:N0} bytes from typed elements",
        () => CardJson.WriteUtf8(TopTen),
        "System.Text.Json writing the same document from its finished nodes", () => JsonSerializer.SerializeToUtf8Bytes(Written), Bar: 12);

    public static Benchmark Lint { get; } = new(
        "card.lint", "checks that card against the limits of Teams",
        () => CardLinter.Check(TopTen),
        "System.Text.Json writing the same document from its finished nodes", () => JsonSerializer.SerializeToUtf8Bytes(Written), Bar: 80);
}

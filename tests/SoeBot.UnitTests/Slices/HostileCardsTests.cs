using System.Text.Json.Nodes;
using SoeBot.Cards;
using SoeBot.Decisions;
using SoeBot.Domain.Metrics;
using SoeBot.Domain.Risk;
using SoeBot.Exceptions;
using SoeBot.Flags;
using SoeBot.Help;
using SoeBot.LookAhead;
using SoeBot.Metrics;
using SoeBot.Orders;
using SoeBot.Risk;
using SoeBot.Teams.Cards;
using SoeBot.UnitTests.Slices.Views;
using Xunit;

namespace SoeBot.UnitTests.Slices;

/// <summary>Names come from people and from other systems. They neither format, link, mention nor make a card too big to arrive.</summary>
public sealed class HostileCardsTests
{
    public static TheoryData<string> Names =>
    [
        "A*B_7 [click](https://evil.example) `x` ~y~",
        "<at>Miguel</at> &lt;at&gt;Miguel&lt;/at&gt;",
        "line\r\n- item\n1. one\n# head",
        "\u202Eevil \u0001\u0007 name",
        string.Concat(Enumerable.Repeat("*_[]()~\\`", 222)),
        string.Concat(Enumerable.Repeat("🏭🔥", 500)),
        string.Concat(Enumerable.Repeat("شركة الدراجات ", 140)),
        string.Concat(Enumerable.Repeat("自行车", 660)),
        "",
    ];

    [Theory, MemberData(nameof(Names))]
    public void Draw_HostileName_ArrivesAndMeansNothing(string name)
    {
        foreach (var card in Cards(name))
        {
            // What a button carries and what a field holds is no markup, so the linter's mention rule does not fit it.
            Assert.DoesNotContain(CardLinter.Check(card).Select(finding => $"{card.Summary[..Math.Min(30, card.Summary.Length)]}: {finding}"), finding => !finding.Contains("without a mention", StringComparison.Ordinal) && !(name.Length == 0 && finding.Contains("without a title", StringComparison.Ordinal)));
            foreach (var text in Marked(CardJson.Write(card)["body"]))
            {
                Assert.DoesNotContain("](https://evil", text, StringComparison.Ordinal);
                Assert.DoesNotContain("<at>", text, StringComparison.Ordinal);
                Assert.DoesNotContain("\u202E", text, StringComparison.Ordinal);
                Assert.DoesNotContain("\n", text, StringComparison.Ordinal);
            }
        }
    }

    /// <summary>The texts that clients read as markdown: text blocks, and both sides of facts.</summary>
    private static IEnumerable<string> Marked(JsonNode? node) => node switch
    {
        JsonObject some when (string?)some["type"] == "TextBlock" => [(string)some["text"]!],
        JsonObject some when (string?)some["type"] == "FactSet" => some["facts"]!.AsArray().SelectMany(fact => new[] { (string)fact!["title"]!, (string)fact["value"]! }),
        JsonObject some => some.SelectMany(property => Marked(property.Value)),
        JsonArray some => some.SelectMany(Marked),
        _ => [],
    };

    private static IEnumerable<Card> Cards(string name)
    {
        var order = RiskViews.Order(2) with { Order = name, Customer = name, ItemName = name, Drivers = [.. Enumerable.Repeat(new RiskDriver(RiskDriverKind.Supply, 1, name), 5)], Chain = [.. Enumerable.Repeat(name, 5)] };
        var rows = Enumerable.Range(1, 14).Select(rank => new TopTenRow(order with { Rank = rank }, name, RiskStatus.Red, RiskViews.Today, null)).ToList();
        var data = new DataLine("Mon 09:00", name, 14, name);
        yield return TopTenCard.Draw(TopTenView.Of("sample", name, rows, 0, new DataLine("Mon 09:00", name, 14, name)));
        yield return RiskFormCard.Draw(RiskViews.Form with { Order = order, Owner = name, PlantName = name, Answer = new RiskAnswer(RiskStatus.Red, Cut(name), Cut(name), null, null) });
        yield return RiskReceiptCard.Draw(RiskViews.Receipt with { Order = name, Owner = name, AnsweredBy = "x" + name, Note = name, Answer = new RiskAnswer(RiskStatus.Red, name, name, null, null) });
        yield return RiskReadCard.Draw(RiskViews.Read with { Order = name, Typed = name, Answer = new RiskAnswer(RiskStatus.Red, name, null, null, null), Note = name });
        yield return OrderCard.Draw(OrderViews.AtRisk with { Order = name, PlantName = name, Lines = [.. Enumerable.Repeat(OrderViews.AtRisk.Lines[0] with { Item = name, Customer = name, Line = name }, 40)], Ranked = order, Owner = name, Risk = name, Mitigation = name, Decisions = [.. Enumerable.Repeat(name, 9)] });
        yield return OrderWhyCard.Draw(OrderViews.AtRisk with { Order = name, Ranked = order });
        yield return ChoiceCard.DrawUnknown("sample", name, name, [name, name + "x"]);
        yield return Guess.Draw("sample", name, "63216 " + name);
        yield return Guess.Draw("sample", "Sample plant", name);
        yield return LookAheadCard.Draw(LookAheadViews.Full with { PlantName = name, Data = data, Changed = [.. Enumerable.Repeat(name, 9)], Plan = LookAheadViews.Full.Plan with { Missing = [.. Enumerable.Repeat(name, 9)], Weeks = [.. LookAheadViews.Full.Plan.Weeks.Select(week => week with { Load = [.. week.Load.Select(load => load with { Name = name })] })] } });
        yield return LinesCard.Draw(LookAheadViews.Schedule with { PlantName = name, Data = data, Rows = [.. Enumerable.Repeat(new LineRow(name, "Fri 9 Jan", name, name, true), 10)] });
        var exceptions = ExceptionViews.Forty with { PlantName = name, Seen = [.. Enumerable.Repeat(name, 30)], Open = [.. ExceptionViews.Forty.Open.Select(found => found with { Words = name, Unit = name })] };
        yield return ExceptionsCard.Draw(exceptions);
        yield return ExceptionsCard.DrawPage(exceptions, ExceptionPage.Parse("all:10")!.Value);
        var problems = exceptions.Problems.Select(line => new ProblemLine(line.Problem with { Words = name, Object = name, Cause = name }, name));
        var flags = FlagViews.Many with { PlantName = name, Fired = [.. FlagViews.Many.Fired.Concat(FlagViews.Full.Fired).Select(flag => flag with { Words = name, Object = name, Options = [name, name] })] };
        exceptions = exceptions with { Problems = [.. Enumerable.Repeat(problems, 5).SelectMany(lines => lines)], Flags = flags.Fired, Weeks = [.. exceptions.Weeks.Select(week => week with { Causes = [.. Enumerable.Repeat(week.Causes[0] with { Object = name, Cause = name }, 30)] })] };
        yield return ExceptionsCard.Draw(exceptions);
        yield return ExceptionsCard.DrawPage(exceptions, ExceptionPage.Parse("repeats:0")!.Value);
        yield return WeeksCard.Draw(exceptions);
        yield return FlagsCard.Draw(flags, 0);
        yield return FlagsCard.Draw(flags, 16);
        yield return ExecutiveCard.Draw(flags)!;
        ContestLine[] contests = [.. NumberNames.All.SelectMany(number => Enumerable.Repeat(new ContestLine(number.Key, 1, name, name), 9))];
        var figures = FigureViews.All with { PlantName = name, Contests = contests, Figures = [.. FigureViews.All.Figures.Select(figure => figure with { Sources = name, Parts = [.. Enumerable.Repeat(new FigurePart(name, 1, 1, 2, name), 50)] })] };
        yield return FiguresCard.Draw(figures, 5);
        yield return FiguresCard.DrawOne(figures, figures.Figures[5], 20);
        yield return NumbersCard.Draw(NumberViews.Amber with { PlantName = name, Repeats = [.. Enumerable.Repeat(name, 9)], Contests = contests });
        yield return OrderCard.DrawShared(OrderViews.Shared with { Order = name, PlantName = name, Owner = name, Ranked = order });
        yield return DecisionCard.DrawShared(GivenDecisionView.Of(name, Cut(name)) with { PlantName = name });
        yield return DecisionCard.DrawPersonal(GivenDecisionView.Of(name, Cut(name)), new(IsOwner: true, MayDrop: true, MayCorrect: true));
        yield return DecisionFormCard.DrawDialog(GivenDecisionView.Refused with { PlantName = name, Draft = GivenDecisionView.Form.Draft with { Text = Cut(name), About = DataLine.Short(name, 60) } }, "Posted in the plant's channel.");
        yield return MyCard.Draw(HelpViews.Mine with { Name = name, PlantName = name, Decisions = [.. Enumerable.Repeat(HelpViews.Mine.Decisions[0] with { Text = name }, 30)], Orders = [.. Enumerable.Repeat(HelpViews.Mine.Orders[0] with { Order = name, Words = name }, 30)] });
        yield return HelpCard.Draw(HelpViews.Planner with { Name = name, Example = name });
    }

    // The door cuts what is typed; a form shows what was stored.
    private static string Cut(string text) => text[..Math.Min(text.Length, RiskFormCard.MostText)];
}

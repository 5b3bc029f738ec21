using System.Text.RegularExpressions;
using SoeBot.Changes;
using SoeBot.Commands;
using SoeBot.Exceptions;
using SoeBot.Flags;
using SoeBot.Help;
using SoeBot.LookAhead;
using SoeBot.Metrics;
using SoeBot.Orders;
using SoeBot.Risk;
using SoeBot.Store.Effects;
using Xunit;

namespace SoeBot.UnitTests.Slices;

/// <summary>What people type, in any case and order, and which command takes it. The order here is the order of registration.</summary>
public sealed class LinesTests
{
    private static readonly CommandList Commands = Registered();

    [Theory]
    [InlineData("look ahead", "look-ahead.show")]
    [InlineData("Look-Ahead!", "look-ahead.show")]
    [InlineData("LOOKAHEAD please", "look-ahead.show")]
    [InlineData("show me the next 2 weeks", "look-ahead.show")]
    [InlineData("next two weeks?", "look-ahead.show")]
    [InlineData("outlook", "look-ahead.show")]
    [InlineData("próximas semanas", "look-ahead.show")]
    [InlineData("proximas semanas", "look-ahead.show")]
    [InlineData("Vorschau", "look-ahead.show")]
    [InlineData("semaines à venir", "look-ahead.show")]
    [InlineData("Semaines a venir", "look-ahead.show")]
    [InlineData("najbliższe tygodnie", "look-ahead.show")]
    [InlineData("at risk", "top-ten.show")]
    [InlineData("Top 10", "top-ten.show")]
    [InlineData("top ten", "top-ten.show")]
    [InlineData("what is at risk?", "top-ten.show")]
    [InlineData("move 63216 up to Thursday, customer line stops", "change.move")]
    [InlineData("emergency: move 63216 to Friday, robot stood still", "change.move")]
    [InlineData("Emergency cancel 63216", "change.cancel")]
    [InlineData("move WO2648-05 to Fri 27 Nov", "change.move")]
    [InlineData("Move SO26-2697 to Thu", "change.move")]
    [InlineData("verschieben 63216 Donnerstag", "change.move")]
    [InlineData("cancel 63216", "change.cancel")]
    [InlineData("split 63216 20/20", "change.split")]
    [InlineData("add 50 of BK-100 on Thu", "change.add")]
    [InlineData("change 63216 to 60 pieces", "change.quantity")]
    [InlineData("approve C-7", "change.approve")]
    [InlineData("reject c7 no welders", "change.reject")]
    [InlineData("withdraw C-7", "change.withdraw")]
    [InlineData("C-7?", "change.show")]
    [InlineData("changes", "change.list")]
    [InlineData("change requests", "change.list")]
    [InlineData("violations", "violation.list")]
    [InlineData("en riesgo", "top-ten.show")]
    [InlineData("Risiko", "top-ten.show")]
    [InlineData("à risque", "top-ten.show")]
    [InlineData("zagrożone", "top-ten.show")]
    [InlineData("exceptions", "exceptions.show")]
    [InlineData("exceptions by week", "exceptions.weeks")]
    [InlineData("I'll take X-3", "exceptions.cause")]
    [InlineData("x3 owner: Ravi Patel", "exceptions.cause")]
    [InlineData("I take 63216", "risk.take")]
    [InlineData("contest the attainment: scrap booked twice", "numbers.contest")]
    [InlineData("contest exceptions two are one", "numbers.contest")]
    [InlineData("resolve attainment", "numbers.resolve")]
    [InlineData("show all the numbers", "numbers.all")]
    [InlineData("metrics", "numbers.all")]
    [InlineData("OTIF", "numbers.one")]
    [InlineData("days of supply forward", "numbers.one")]
    [InlineData("the three numbers please", "numbers.show")]
    [InlineData("red flags", "flags.show")]
    [InlineData("Yesterday", "exceptions.show")]
    [InlineData("Abweichungen", "exceptions.show")]
    [InlineData("écarts", "exceptions.show")]
    [InlineData("repeats", "exceptions.repeats")]
    [InlineData("board", "numbers.show")]
    [InlineData("the numbers", "numbers.show")]
    [InlineData("Zahlen", "numbers.show")]
    [InlineData("my", "my.show")]
    [InlineData("What do I owe?", "my.show")]
    [InlineData("míos", "my.show")]
    [InlineData("mine", "my.show")]
    [InlineData("help", "help.show")]
    [InlineData("?", "help.show")]
    [InlineData("pomoc", "help.show")]
    [InlineData("63216", "order.show", "63216")]
    [InlineData(" so63216 ", "order.show", "so63216")]
    [InlineData("Order SO-63216?", "order.show", "SO-63216")]
    [InlineData("SO26-2736", "order.show", "SO26-2736")]
    [InlineData("why so26-2736?", "order.why", "so26-2736")]
    [InlineData("SO26-2736 red valves until 2026-12-01", "risk.status", "SO26-2736")]
    [InlineData("I take SO26-2736", "risk.take", "SO26-2736")]
    [InlineData("told customer SO26-2736 new date 14 Jan", "risk.told", "SO26-2736")]
    [InlineData("why 63216", "order.why", "63216")]
    [InlineData("Why is SO63216 late?", "order.why", "SO63216")]
    [InlineData("warum 63216", "order.why", "63216")]
    [InlineData("63216 why?", "order.why", "63216")]
    [InlineData("por qué 63216", "order.why", "63216")]
    [InlineData("63216 red castings not before Friday", "risk.status", "63216")]
    [InlineData("RED: so63216, castings late until Fri", "risk.status", "so63216")]
    [InlineData("castings not before Friday 63216 red", "risk.status", "63216")]
    [InlineData("red until 2026-01-10 63216", "risk.status", "63216")]
    [InlineData("63216 grün", "risk.status", "63216")]
    [InlineData("rojo 63216 falta material", "risk.status", "63216")]
    [InlineData("63216 żółty", "risk.status", "63216")]
    [InlineData("63216 red customer not told yet", "risk.status", "63216")]
    [InlineData("63216 red, no owner found", "risk.status", "63216")]
    [InlineData("63216 owner @Omar", "risk.owner", "63216")]
    [InlineData("owner of SO63216 is Omar", "risk.owner", "SO63216")]
    [InlineData("I take 63216", "risk.take", "63216")]
    [InlineData("i'll take so63216!", "risk.take", "so63216")]
    [InlineData("ich übernehme 63216", "risk.take", "63216")]
    [InlineData("je prends 63216", "risk.take", "63216")]
    [InlineData("63216 mine", "risk.take", "63216")]
    [InlineData("told customer 63216 new date 14 Jan", "risk.told", "63216")]
    [InlineData("63216 customer told, new date 2026-01-14", "risk.told", "63216")]
    [InlineData("avisado 63216 14 Jan", "risk.told", "63216")]
    [InlineData("63216 sticky", "guess")]
    [InlineData("D-411", "guess")]
    [InlineData("sing me a song", "guess")]
    [InlineData("2026-01-10", "guess")]
    public void Find_TypedLine_IsTakenByTheCommand(string typed, string command, string? order = null)
    {
        var found = Commands.Find(typed);
        Assert.Equal(command, found?.Command.Id);
        if (order is not null) Assert.Equal(order, found!.Value.Words.Groups["order"].Value);
    }

    /// <summary>A line of two thousand characters must not hold up the others of its conversation.</summary>
    [Theory]
    [InlineData("1234 ")]
    [InlineData("red ")]
    [InlineData("the ")]
    [InlineData("show me ")]
    [InlineData("I take ")]
    public void Find_LongLine_IsQuick(string part)
    {
        var line = string.Concat(Enumerable.Repeat(part, 2000 / part.Length));
        // The best of three, because other tests run beside this one.
        var took = Enumerable.Range(0, 3).Min(_ =>
        {
            var before = TimeProvider.System.GetTimestamp();
            Commands.Find(line);
            return TimeProvider.System.GetElapsedTime(before);
        });
        Assert.True(took < TimeSpan.FromSeconds(1), $"{took.TotalMilliseconds:0} ms");
    }

    private static CommandList Registered()
    {
        var list = new CommandList();
        foreach (var (id, pattern) in ((string, Regex)[])
        [
            ("change.move", ChangeLines.Move()), ("change.cancel", ChangeLines.Cancel()), ("change.split", ChangeLines.Split()), ("change.quantity", ChangeLines.Quantity()), ("change.add", ChangeLines.Add()),
            ("change.approve", ChangeLines.Approve()), ("change.reject", ChangeLines.Reject()), ("change.withdraw", ChangeLines.Withdraw()), ("change.show", ChangeLines.Bare()), ("change.list", ChangeLines.All()), ("violation.list", ChangeLines.Violations()),
            ("look-ahead.show", LookAheadSlice.Line()), ("exceptions.show", ExceptionsSlice.Line()), ("exceptions.repeats", ExceptionsSlice.RepeatsLine()),
            ("exceptions.weeks", ExceptionsSlice.WeeksLine()), ("exceptions.cause", ExceptionsSlice.CauseLine()), ("numbers.contest", NumbersSlice.ContestLine()), ("numbers.resolve", NumbersSlice.ResolveLine()),
            ("numbers.all", NumbersSlice.AllLine()), ("numbers.one", NumbersSlice.OneLine()), ("numbers.show", NumbersSlice.Line()), ("flags.show", FlagsSlice.Line()), ("top-ten.put-on", RiskLines.PutOn()), ("top-ten.take-off", RiskLines.TakeOff()), ("top-ten.rank", RiskLines.Rank()), ("top-ten.show", RiskLines.TopTen()), ("risk.told-list", RiskLines.ToldList()), ("risk.told", RiskLines.Told()), ("risk.take", RiskLines.Take()),
            ("risk.owner", RiskLines.Owner()), ("risk.status", RiskLines.Status()), ("my.show", HelpSlice.MyLine()), ("help.show", HelpSlice.HelpLine()),
            ("order.why", OrderSlice.WhyLine()), ("order.history", OrderSlice.HistoryLine()), ("order.show", OrderSlice.ShowLine()), ("guess", new Regex(@"^[\s\S]*$")),
        ])
            list.Add(id, pattern, "", (_, _, _) => Task.FromResult(Effect.None));
        return list;
    }
}

using SoeBot.Domain.Changes;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;
using Xunit;
using static SoeBot.UnitTests.Domain.Given;

namespace SoeBot.UnitTests.Domain.Changes;

/// <summary>What "Check" shows, on a welding cell of eight hours a day that is full on Thursday.</summary>
public sealed class ChangeCheckTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    private static ScheduleLine Weld(string number, string item, decimal pieces, int due, decimal hours, string? forOrder = null) =>
        Make(number, item, pieces, due, due) with { WorkCentre = "W", Hours = hours, ForOrder = forOrder };

    /// <summary>Monday to Wednesday full, Thursday full with three orders of 26 pieces, week 2 has the order that is wanted earlier.</summary>
    private static readonly PlanSnapshot Plan = new()
    {
        Orders = [Order("SO63216", "BIKE", 40, 14) with { Penalty = 500 }, Order("SO1", "FRAME", 10, 8), Order("SO2", "FRAME", 10, 8), Order("SO3", "FRAME", 6, 9)],
        Schedule =
        [
            Weld("WO1", "X", 30, 5, 8), Weld("WO2", "X", 30, 6, 8), Weld("WO3", "X", 30, 7, 8),
            Weld("WO4", "FRAME", 10, 8, 3, "SO1/1"), Weld("WO5", "FRAME", 10, 8, 3, "SO2/1"), Weld("WO6", "FRAME", 6, 8, 2, "SO3/1"),
            Weld("WO7", "BIKE", 40, 13, 4.5m, "SO63216/1"),
        ],
        Items = [Made("BIKE"), Made("FRAME"), Made("X")],
        WorkCentres = [new WorkCentre { Number = "W", Name = "Frame welding", HoursPerDay = 8 }],
        Stock = [], Purchases = [], Bill = [],
    };

    private static ChangeImpact Check(ChangeWhat what, DateOnly? wanted = null) => ChangeCheck.Compute(what, wanted, Plan, 3, Calendar, Now);

    private static ChangeWhat Move(int day) => new(ChangeKind.Move, ChangeSubject.Order, "SO63216") { To = Jan(day) };

    [Fact]
    public void Compute_MovedIntoTheFrozenWeek_TheStricterZoneRules()
    {
        var impact = Check(Move(8));
        Assert.Null(impact.Problem);
        Assert.Equal((Jan(13), Jan(8), Fence.Frozen), (impact.From!.Value, impact.To!.Value, impact.Zone));
        Assert.Equal(Calendar.At(Jan(8), Calendar.FirstShift), impact.FirstSlot);
        Assert.Equal("40 x BIKE", impact.Words);
        Assert.Equal(["WO7"], impact.Lines);
    }

    [Fact]
    public void Compute_IntoAFullDay_NamesWhatMakesRoomAndTheOvertimeInstead()
    {
        var impact = Check(Move(8));
        // 4.5 h come to a day that is full: the last two of its queue make room, of which the first frees only 2 h.
        Assert.Equal(["WO5", "WO6"], impact.Displaced.Select(line => line.Number));
        Assert.All(impact.Displaced, line => Assert.Equal((Jan(8), Jan(9)), (line.From, line.To)));
        Assert.Equal((2, 16m, 4.5m, 4.5m, "Frame welding", 1), (impact.DisplacedCount, impact.DisplacedPieces, impact.Hours!.Value, impact.Overtime, impact.WorkCentre, impact.Changeovers));
    }

    [Fact]
    public void Compute_WhatDoingNothingCosts_AndWhatDoingItCosts()
    {
        var impact = Check(Move(8), Jan(8));
        var own = Assert.Single(impact.Orders, one => one.IsSubject);
        Assert.Equal((Jan(13), Jan(8)), (own.Before!.Value, own.After!.Value));
        Assert.Equal(new ChangePrice(1, 5, 500), impact.Nothing);
        // SO2 was to be ready on its day and comes a day later; SO3 is promised for the day it moves to.
        Assert.Equal(2, impact.WorseOrders);
        Assert.Equal(new ChangePrice(1, 1, 0), impact.Doing);
    }

    [Fact]
    public void Compute_WithinTheFirmWeek_IsFirm_AndFartherIsFlexible()
    {
        Assert.Equal(Fence.Firm, Check(Move(15)).Zone);
        Assert.Equal(Fence.Firm, Check(Move(26)).Zone);
        Assert.Equal(Fence.Flexible, ChangeCheck.Compute(new(ChangeKind.Add, ChangeSubject.Item, "bike") { Quantity = 50, To = Jan(21) }, null, Plan, 3, Calendar, Now).Zone);
    }

    [Theory]
    [InlineData(ChangeKind.Cancel, null, null)]
    [InlineData(ChangeKind.Quantity, 60, null)]
    [InlineData(ChangeKind.Split, 20, 16)]
    [InlineData(ChangeKind.Date, null, 20)]
    public void Compute_EachKindOfAnOrder_HasAnAnswer(ChangeKind kind, int? pieces, int? day)
    {
        var impact = Check(new(kind, ChangeSubject.Order, "SO63216") { Quantity = pieces, To = day is { } known ? Jan(known) : null });
        Assert.Null(impact.Problem);
        Assert.NotNull(impact.From);
        Assert.NotNull(impact.FirstSlot);
    }

    [Theory]
    [InlineData("SO9", "not in the plan")]
    [InlineData("WO9", "not in the schedule")]
    public void Compute_WhatIsNotThere_SaysSo(string reference, string words) =>
        Assert.Contains(words, Check(new(ChangeKind.Move, reference[0] == 'W' ? ChangeSubject.ScheduleLine : ChangeSubject.Order, reference) { To = Jan(8) }).Problem);

    [Fact]
    public void Compute_APastDay_IsRefused() => Assert.Equal("Sun 4 Jan is past.", Check(Move(4)).Problem);
}

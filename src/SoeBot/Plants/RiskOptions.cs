using System.ComponentModel.DataAnnotations;
using SoeBot.Domain.Risk;

namespace SoeBot.Plants;

/// <summary>How orders at risk are found, section <c>Plants:{id}:Risk</c>. Of the weights only the proportion matters; <c>backtest</c> prints ones fitted to a plant's own past.</summary>
public sealed class RiskOptions
{
    private static readonly RiskSettings Usual = new();

    /// <summary>Weight of what is covered by the day it is needed.</summary>
    [Range(0, 100)] public decimal Supply { get; set; } = Usual.Supply;

    /// <summary>Weight of the working days that are left against those still needed.</summary>
    [Range(0, 100)] public decimal Time { get; set; } = Usual.Time;

    /// <summary>Weight of how much has to come together.</summary>
    [Range(0, 100)] public decimal Complexity { get; set; } = Usual.Complexity;

    /// <summary>Weight of changes of the last days.</summary>
    [Range(0, 100)] public decimal RecentChange { get; set; } = Usual.RecentChange;

    /// <summary>Weight of how often item, customer, supplier and lane were late.</summary>
    [Range(0, 100)] public decimal History { get; set; } = Usual.History;

    /// <summary>An order that is projected in time is at risk from this score on, 0 to 1.</summary>
    [Range(0, 1)] public decimal Threshold { get; set; } = Usual.Threshold;

    /// <summary>A change weighs less each day and nothing after so many days.</summary>
    [Range(1, 90)] public int ChangeDays { get; set; } = Usual.ChangeDays;

    /// <summary>So far back outcomes count; those of a third of that ago count half.</summary>
    [Range(28, 3650)] public int HistoryDays { get; set; } = Usual.HistoryDays;

    /// <summary>The plant's own late rate counts as so many cases beside those of an item, customer, supplier or lane.</summary>
    [Range(0.5, 1000)] public decimal SmoothingCases { get; set; } = Usual.SmoothingCases;

    /// <summary>The customer is to be told so many working days before the commitment date (R52).</summary>
    [Range(0, 30)] public int TellDays { get; set; } = Usual.TellDays;

    internal RiskSettings Read() => new()
    {
        Supply = Supply, Time = Time, Complexity = Complexity, RecentChange = RecentChange, History = History,
        Threshold = Threshold, ChangeDays = ChangeDays, HistoryDays = HistoryDays, SmoothingCases = SmoothingCases, TellDays = TellDays,
    };
}

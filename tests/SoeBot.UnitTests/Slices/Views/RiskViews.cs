using SoeBot.Cards;
using SoeBot.Domain.Promising;
using SoeBot.Domain.Risk;
using SoeBot.Risk;

namespace SoeBot.UnitTests.Slices.Views;

internal static class RiskViews
{
    public static readonly DateOnly Today = new(2014, 1, 6);
    public static readonly DataLine Data = new("Mon 09:00", "sample plant", 14);

    public static TopTenView TopTen => TopTenView.Of("sample", "Sample plant", [.. Enumerable.Range(1, 14).Select(Row)], 0, Data);

    public static TopTenView SecondPage => TopTenView.Of("sample", "Sample plant", [.. Enumerable.Range(1, 14).Select(Row)], 10, Data, olderVersion: 13);

    public static TopTenView Six => TopTenView.Of("sample", "Sample plant", [.. Enumerable.Range(1, 6).Select(Row).Select(row => row with { Owner = "Omar Haddad", Status = RiskStatus.Amber })], 0, Data);

    public static TopTenView None => TopTenView.Of("sample", "Sample plant", [], 0, Data);

    public static RiskFormView Form => new(
        "sample", "Sample plant", Order(2), "Omar Haddad", new RiskAnswer(RiskStatus.Unanswered, null, null, null, new DateOnly(2014, 1, 8)), 0, Today, Data);

    public static RiskFormView Refused => Form with
    {
        Answer = new RiskAnswer(RiskStatus.Red, "castings not before Friday", "second supplier asked", new DateOnly(2014, 1, 16), new DateOnly(2014, 1, 20)),
        Problems = new Dictionary<string, string> { ["in_tellby"] = "Tell-by date is after the commitment date (Tue 14 Jan). Use Thu 9 Jan?" },
        UseTellBy = new DateOnly(2014, 1, 9),
    };

    public static RiskReceiptView Receipt => new(
        "sample", "Sample plant", "SO63217", "Omar Haddad", "Omar Haddad", "10:02",
        new RiskAnswer(RiskStatus.Amber, "castings not before Friday", "second supplier asked", new DateOnly(2014, 1, 16), new DateOnly(2014, 1, 9)), null, null, 2);

    public static RiskReceiptView Told => Receipt with { Owner = null, AnsweredBy = "Clara Costa", ToldOn = Today, Promised = new DateOnly(2014, 1, 16) };

    public static TellCustomerView Tell => new("sample", "Sample plant", Order(2), "Omar Haddad", new DateOnly(2014, 1, 16), null, 3, Today, Data);

    public static RiskReadView Read => new(
        "sample", "Sample plant", "SO63216", new RiskAnswer(RiskStatus.Red, "castings not before Friday", null, new DateOnly(2014, 1, 10), new DateOnly(2014, 1, 9)), "63216 red castings not before Friday", 1, "",
        "The tell-by date is a proposal: three working days before the commitment date.");

    public static RankedOrder Order(int rank) => new(
        rank, $"SO{63214 + rank}", "1", "BK-M18B-40", rank % 3 == 0 ? "Touring-3000 Yellow, 62" : "Mountain-500 Black, 40",
        rank % 2 == 0 ? "Valley Bicycle Specialists" : "Bike World", 30 + (rank * 5), Today.AddDays(2 + rank), rank == 4 ? null : Today.AddDays(rank > 8 ? 1 + rank : 6 + rank), 12_345.67m,
        rank > 8 ? LateCause.None : rank % 2 == 0 ? LateCause.AwaitingSupply : LateCause.Capacity, 0.65m - (rank / 50m),
        [new(RiskDriverKind.Supply, 0.9m, "frame covers 40 % of need on Fri 10 Jan", 0.39m), new(RiskDriverKind.RecentChange, 0.5m, "date moved twice since Thu 2 Jan", 0.16m), new(RiskDriverKind.History, 0.4m, "this frame was late 8 of the last 10 times", 0.45m)],
        ["Frame FR-M94B-44: 16 of 40 there by Fri 10 Jan", "PO4021/3 of Wood Fitness is confirmed for Tue 14 Jan, 4 days later than asked", "Frame welding is full until Mon 13 Jan"]);

    private static TopTenRow Row(int rank) => rank switch
    {
        1 => new(Order(1), null, RiskStatus.Unanswered, null, null),
        2 => new(Order(2), "Omar Haddad", RiskStatus.Red, new DateOnly(2014, 1, 8), null),
        3 => new(Order(3), "Omar Haddad", RiskStatus.Amber, new DateOnly(2014, 1, 8), "Told Mon 6 Jan, promised Thu 16 Jan"),
        4 => new(Order(4), null, RiskStatus.Unanswered, null, null),
        5 => new(Order(5), "Petra Lang", RiskStatus.Unanswered, new DateOnly(2014, 1, 9), null),
        _ => new(Order(rank), "Ravi Menon", RiskStatus.Green, new DateOnly(2014, 1, 9), null),
    };
}

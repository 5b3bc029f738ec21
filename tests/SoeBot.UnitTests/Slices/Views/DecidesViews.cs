using SoeBot.Domain.People;
using SoeBot.People.Decides;

namespace SoeBot.UnitTests.Slices.Views;

/// <summary>A plant whose manager decides up to a limit.</summary>
internal static class DecidesViews
{
    private static readonly (string What, string Who)[] Facts =
    [
        ("Frozen, until Sun 12 Jan", "plant manager Miguel Duarte (away until Fri 10 Jan), today Dana Weiss up to 50,000; above that executive Ada Reyes"),
        ("Firm, until Sun 19 Jan", "each function that is concerned: planning Petra Lang; procurement Ravi Patel, Omar Haddad; customer service Clara Costa"),
        ("Firm, no agreement", "plant manager Miguel Duarte (away until Fri 10 Jan), today Dana Weiss"),
        ("Later", "recorded, nobody is asked"),
        ("Escalation", "S&OE lead Lea Brandt, then plant manager Miguel Duarte, then executive Ada Reyes"),
        ("Sponsor", "Ada Reyes"),
        ("The agenda and third dates", "S&OE lead Lea Brandt"),
        ("Roles and these rights", "administrator Ada Reyes"),
    ];

    public static WhoDecidesView Own => new("sample", "Sample plant", "who decides", Facts);

    public static WhoDecidesView Order => new("sample", "Sample plant", "who decides about SO63216", Facts[..3], "It is due Tue 14 Jan, in the firm week. Its value lifts it to the executive. Moved into an earlier week, the stricter zone decides.");

    public static RightsFormView Form => new("sample", "Sample plant", RightsPart.Frozen, "plant manager up to 50,000, then executive", Facts[..3]);

    public static RightsFormView Refused => Form with { Words = "sales", Answer = new RightsAnswer(false, "Sales asks for changes and does not decide them.") };
}

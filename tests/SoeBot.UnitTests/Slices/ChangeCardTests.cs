using SoeBot.Changes;
using SoeBot.Domain.Changes;
using SoeBot.Teams.Cards;
using SoeBot.UnitTests.Slices.Views;
using SoeBot.UnitTests.Teams;
using Xunit;

namespace SoeBot.UnitTests.Slices;

/// <summary>The cards that one person alone sees: what the change costs in money stands on them and on no other.</summary>
public sealed class ChangeCardTests
{
    private static readonly Dictionary<string, Card> Personal = new()
    {
        ["change-decide"] = ChangeCard.DrawDecide(ChangeViewsOf.Frozen),
        ["change-decide-tied"] = ChangeCard.DrawDecide(ChangeViewsOf.Tied),
        ["change-decided"] = ChangeCard.DrawDecide(ChangeViewsOf.Approved),
        ["change-decide-half-time"] = ChangeCard.DrawDecide(ChangeViewsOf.HalfTime),
        ["change-just-approved"] = ChangeCard.DrawPersonal(ChangeViewsOf.JustApproved with { Note = ChangeNotes.Of(ChangeViewsOf.JustApproved, ChangeOutcome.AlreadyEnded, new("t", "miguel"), ChangeViewsOf.Manager) }, new("t", "miguel"), ChangeViewsOf.Manager),
        ["change-sign"] = ChangeCard.DrawSign(ChangeViewsOf.Firm),
    };

    public static TheoryData<string> Names => [.. Personal.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Draw_ForOne_IsTheApprovedText(string name) => Approved.Text($"{name}.txt", CardPlainText.Render(Personal[name]));

    [Theory, MemberData(nameof(Names))]
    public void Draw_ForOne_HasNothingThatClientsDrawBadly(string name) => Assert.Empty(CardLinter.Check(Personal[name]));

    [Theory, MemberData(nameof(Names))]
    public void Draw_ForOne_NamesThePenalty(string name) => Assert.Contains("penalty 9,999", CardPlainText.Render(Personal[name]));

    /// <summary>What was done at night is in no plan, so nothing of it has a price.</summary>
    [Fact]
    public void DrawDecide_OfTheNight_IsTheApprovedText() => Approved.Text("change-decide-night.txt", CardPlainText.Render(ChangeCard.DrawDecide(ChangeViewsOf.Night)));

    [Fact]
    public void DrawPersonal_EachReader_HasTheirOwnButtonsAlone()
    {
        Assert.Equal(["Approve", "With a condition", "Reject", "Ask", "Leave it to Dana Weiss"], Titles(ChangeCard.DrawPersonal(ChangeViewsOf.Frozen, new("t", "miguel"), ChangeViewsOf.Manager)));
        Assert.Equal(["Agree", "Object", "Not concerned", "Ask"], Titles(ChangeCard.DrawPersonal(ChangeViewsOf.Firm, new("t", "ravi"), ChangeViewsOf.Buyer)));
        Assert.Equal(["Withdraw"], Titles(ChangeCard.DrawPersonal(ChangeViewsOf.Frozen, ChangeViewsOf.Asker, Standing.Nobody)));
        Assert.Empty(Titles(ChangeCard.DrawPersonal(ChangeViewsOf.Frozen, new("t", "ravi"), ChangeViewsOf.Buyer)));
        Assert.Empty(Titles(ChangeCard.DrawPersonal(ChangeViewsOf.Approved, new("t", "miguel"), ChangeViewsOf.Manager)));
    }

    /// <summary>For looking at, as in <see cref="CardsTests"/>.</summary>
    [Fact]
    public void Write_WhenAFolderIsNamed_PutsEveryCardThere()
    {
        if (Environment.GetEnvironmentVariable("SOEBOT_CARDS_TO") is not { Length: > 0 } folder) return;
        Directory.CreateDirectory(folder);
        foreach (var (name, card) in Personal) File.WriteAllText(Path.Combine(folder, name + ".json"), CardJson.WriteText(card, indented: true));
    }

    private static IEnumerable<string> Titles(Card card) => card.Actions.Select(action => action.Title);
}

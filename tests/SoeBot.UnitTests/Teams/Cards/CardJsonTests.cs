using Xunit;
using SoeBot.Teams.Cards;

namespace SoeBot.UnitTests.Teams.Cards;

public sealed class CardJsonTests
{
    [Fact]
    public void Write_EveryElement_IsTheApprovedJson() =>
        Approved.Text("everything.json", CardJson.WriteText(SampleCards.Everything, indented: true));

    [Fact]
    public void Render_EveryElement_IsTheApprovedText() =>
        Approved.Text("everything.txt", CardPlainText.Render(SampleCards.Everything));
}

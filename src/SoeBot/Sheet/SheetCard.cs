using SoeBot.Plants;
using SoeBot.Teams.Cards;

namespace SoeBot.Sheet;

/// <summary>Where the meeting sheet is found.</summary>
internal static class SheetCard
{
    public const string Source = "meeting-sheet";

    /// <param name="plant">Whose.</param>
    /// <param name="meeting">When the next one is; null when none is planned.</param>
    /// <param name="linked">An address works now.</param>
    public static Card Draw(PlantProfile plant, string? meeting, bool linked)
    {
        var data = Data(plant);
        var title = $"{plant.Name}: meeting sheet to print";
        return new Card
        {
            Summary = title,
            Body =
            [
                TextBlock.Heading(title),
                new TextBlock("Agenda, look-ahead, orders at risk, open decisions and changes of the next meeting on paper, with room to write. For the day on which I do not answer."),
                new FactSet(
                    new("Meeting", meeting ?? "none is planned"),
                    new("File", plant.SheetFolder is null ? "not written: an administrator sets Sheet:Folder" : $"{SheetFile.NameOf(plant.Id)} in the folder that an administrator set"),
                    new("Customers", plant.SheetNamesCustomers ? "named, unless guests are in the team" : "left out"),
                    new("Link", linked ? "one works; a new one ends it" : "none yet")),
            ],
            Actions =
            [
                new ExecuteAction(linked ? "New link" : "Make a link", SheetVerbs.Link, data) { AssociatedInputs = AssociatedInputs.None },
                .. linked ? (CardAction[])[new ExecuteAction("Revoke the link", SheetVerbs.Revoke, data) { AssociatedInputs = AssociatedInputs.None }] : [],
            ],
        };
    }

    public static Card DrawLink(PlantProfile plant, Uri page, bool isPublic)
    {
        var title = $"{plant.Name}: link to the meeting sheet";
        return new Card
        {
            Summary = title,
            Body =
            [
                TextBlock.Heading(title),
                new TextBlock($"Whoever has this link can read the sheet, {(plant.SheetNamesCustomers ? "without" : "without customers and")} amounts of money. I show it only now: copy it, and print the page before the meeting."),
                new TextBlock(page.AbsoluteUri) { Weight = TextWeight.Bolder },
                .. isPublic ? [] : (CardElement[])[TextBlock.Subtle("This address works on the bot's own machine. An administrator sets Pages:Address for all others.")],
            ],
            Actions =
            [
                new OpenUrlAction("Open the page", page),
                new ExecuteAction("Revoke the link", SheetVerbs.Revoke, Data(plant)) { AssociatedInputs = AssociatedInputs.None },
            ],
        };
    }

    private static object Data(PlantProfile plant) => new { p = plant.Id.Value, r = "", v = 1 };
}

using SoeBot.Cards;
using SoeBot.Plants;
using SoeBot.Teams.Cards;

namespace SoeBot.Changes;

/// <summary>Asked and share approved of one person (R31).</summary>
internal sealed record AskerCount(string Name, int Asked, int Approved, int Afterwards);

/// <param name="Waiting">In the order in which their time ends.</param>
/// <param name="Askers">Of the last four weeks, most requests first.</param>
internal sealed record ChangesView(PlantProfile Plant, IReadOnlyList<ChangeView> Waiting, IReadOnlyList<ChangeView> Drafts, IReadOnlyList<AskerCount> Askers, DateOnly Today);

/// <summary>The open requests, and who asks how often: in chat, and as a step of the meeting.</summary>
internal static class ChangesCard
{
    public const string Source = "changes";

    /// <summary>The same as a step of the meeting.</summary>
    public const string InMeeting = "changes-asked";
    private const int Most = 8;

    public static Card Draw(ChangesView view)
    {
        var title = view.Waiting.Count switch
        {
            0 => "No change waits for a decision",
            1 => $"{view.Waiting[0].Request.Name} waits for a decision",
            var many => $"{many} changes wait for a decision",
        };
        var body = new List<CardElement> { TextBlock.Heading(title), TextBlock.Subtle($"{DataLine.Short(view.Plant.Name, 40)}.{(view.Waiting.Count > 1 ? " In the order in which their time ends." : "")}") };
        body.AddRange(view.Waiting.Take(Most).Select(Line));
        if (view.Waiting.Count > Most) body.Add(TextBlock.Subtle($"{view.Waiting.Count - Most} more; type a number such as {view.Waiting[Most].Request.Name}."));
        if (view.Drafts.Count > 0) body.Add(new TextBlock($"Not sent yet: {string.Join(", ", view.Drafts.Take(6).Select(one => $"{one.Request.Name} of {one.Names.Of(one.Request.By)}"))}.") { IsSubtle = true });
        if (view.Askers.Count > 0)
        {
            body.Add(new TextBlock("Asked in the last four weeks") { Weight = TextWeight.Bolder, Separator = true });
            body.Add(new TextBlock(CardText.Bullets(view.Askers.Take(6).Select(one => CardText.FromString(
                $"{one.Name}: {one.Asked} asked, {one.Approved} approved{(one.Afterwards > 0 ? $", {one.Afterwards} filed afterwards" : "")}")))));
        }
        return new Card
        {
            Summary = $"{title} ({view.Plant.Name})", Body = body,
            Actions = [new ExecuteAction("Ask for a change", Verbs.Form, new { p = view.Plant.Id.Value, r = "", v = 1 })],
        };
    }

    private static Container Line(ChangeView view)
    {
        var request = view.Request;
        var impact = request.Impact!;
        return new Container(
        [
            new TextBlock(CardText.Of($"**{request.Name}** {ChangeWords.Asks(request.What, view.Today)}{(request.IsAfterwards ? " (done already)" : "")}")),
            new TextBlock($"{view.Names.Of(request.By)}: {(request.Reason is { } reason ? ChangeWords.Of(reason) : "no reason")}. {ChangeWords.Zone(view)}, until {ChangeWords.Until(view)}.") { Spacing = Spacing.None, Size = TextSize.Small, IsSubtle = true },
            new TextBlock($"Displaces: {ChangeWords.Displaced(impact)}. Doing nothing: {ChangeWords.Price(impact.Nothing, money: false)}. Doing it: {ChangeWords.Price(impact.Doing, money: false)}.") { Spacing = Spacing.None, Size = TextSize.Small },
        ]) { Separator = true, Spacing = Spacing.Small };
    }
}

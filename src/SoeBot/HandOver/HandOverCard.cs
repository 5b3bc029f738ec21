using System.Globalization;
using SoeBot.Cards;
using SoeBot.Domain.HandOver;
using SoeBot.Domain.Plan;
using SoeBot.Plants;
using SoeBot.Teams.Cards;
using SoeBot.Words;

namespace SoeBot.HandOver;

/// <summary>The hand-overs of a plant for its administrators, and one that needs help.</summary>
internal static class HandOverCard
{
    public const string List = "handovers";

    /// <summary>To an administrator, with the button.</summary>
    public const string Help = "handover-help";

    /// <summary>To planning: the same, to be read.</summary>
    public const string Told = "handover-told";
    private const int Most = 8;

    public static string Track(ChangeHandOver one) => $"handover:{one.Mark:N}";

    /// <summary>"7:ERP".</summary>
    public static string About(ChangeHandOver one) => string.Create(CultureInfo.InvariantCulture, $"{one.Number}:{one.Receiver}");

    public static Card DrawList(PlantProfile plant, IReadOnlyList<ChangeHandOver> all, IReadOnlyDictionary<HandOverState, int> counts, DateTimeOffset now)
    {
        if (plant.Receivers.Count == 0 && all.Count == 0)
            return new Card { Summary = "No receivers", Body = [new TextBlock($"No system is told of the changes of {DataLine.Short(plant.Name, 40)}. Whoever runs me names some in the settings, under HandOver.")] };
        var helpless = all.Where(one => one.NeedsHelp).Take(Most).ToList();
        var title = $"Hand-over: {Count(HandOverState.Refused)} refused, {Count(HandOverState.Dead)} given up, {PlanWords.Count(Count(HandOverState.Waiting), "waits", "wait")}, {Count(HandOverState.Accepted)} accepted";
        var body = new List<CardElement> { TextBlock.Heading(title), TextBlock.Subtle($"{DataLine.Short(plant.Name, 40)}, to {string.Join(", ", plant.Receivers.Select(one => DataLine.Short(one.Name, 20)))}") };
        foreach (var state in (HandOverState[])[HandOverState.Refused, HandOverState.Dead, HandOverState.Waiting, HandOverState.Accepted])
        {
            var rows = all.Where(one => one.State == state).Take(Most).ToList();
            if (rows.Count == 0) continue;
            body.Add(new Container(
            [
                .. rows.Select(one => new TextBlock(CardText.Of($"**{one.Name}** {HandOverWords.Of(one, plant.Calendar, now)}{Why(one)}")) { Color = one.NeedsHelp ? TextColor.Attention : TextColor.Default }),
                .. Count(state) > rows.Count ? [TextBlock.Subtle($"and {Count(state) - rows.Count} more")] : Array.Empty<CardElement>(),
            ]) { Separator = true });
        }
        if (helpless.Count > 0)
            body.Add(new ChoiceInput("in_which", "Hand over once more")
            {
                Choices = [.. helpless.Select(one => new Choice($"{one.Name} to {one.Receiver}", About(one)))], Value = About(helpless[0]), IsRequired = true, ErrorMessage = "Choose one of them.",
            });
        return new Card { Summary = title, Body = body, Actions = helpless.Count > 0 ? [new ExecuteAction("Replay", HandOverSlice.Replay, new { p = plant.Id.Value, r = List, v = helpless.Count }) { Style = ActionStyle.Positive }] : [] };

        int Count(HandOverState state) => counts.GetValueOrDefault(state);
    }

    public static Card DrawHelp(PlantProfile plant, ChangeHandOver one, bool mayReplay, DateTimeOffset now)
    {
        var receiver = DataLine.Short(one.Receiver, 20);
        var title = one.State switch
        {
            HandOverState.Refused => $"{receiver} refused {one.Name}",
            HandOverState.Dead => $"{receiver} does not have {one.Name}",
            HandOverState.Accepted => $"{receiver} has {one.Name}",
            HandOverState.Waiting => $"{one.Name} is handed to {receiver} once more",
        };
        var next = one.State switch
        {
            HandOverState.Refused => $"The change holds here. Correct it in {receiver}, or have it handed over once more when the reason is gone.",
            HandOverState.Dead => $"The change holds here and {receiver} does not know it. See that {receiver} answers, then have it handed over once more.",
            _ => null,
        };
        return new Card
        {
            Summary = title,
            Body =
            [
                TextBlock.Heading(title),
                new TextBlock(HandOverWords.Of(one, plant.Calendar, now)) { Color = one.NeedsHelp ? TextColor.Attention : TextColor.Default },
                .. next is null ? Array.Empty<CardElement>() : [new TextBlock(next)],
                TextBlock.Subtle($"{DataLine.Short(plant.Name, 40)}. Type {one.Name} for the change{(mayReplay ? ", handovers for all" : "")}."),
            ],
            Actions = mayReplay && one.NeedsHelp ? [new ExecuteAction("Replay", HandOverSlice.Replay, new { p = plant.Id.Value, r = About(one), v = one.Version }) { Style = ActionStyle.Positive }] : [],
        };
    }

    private static string Why(ChangeHandOver one) => one is { State: HandOverState.Waiting, Reason: { } why } ? $": {DataLine.Short(why, 80)}" : "";
}

using SoeBot.Cards;
using SoeBot.Domain.Plan;
using SoeBot.Teams.Cards;

namespace SoeBot.Risk;

/// <param name="Waits">Nobody decided yet; false: <paramref name="Promised"/> says how it ended.</param>
/// <param name="Projected">What the schedule can do; null when no day is in sight.</param>
internal sealed record PromiseView(string Plant, string PlantName, string Order, string ItemName, string AskedBy, DateOnly Asked, DateOnly? Projected, DateOnly Commitment, bool Waits, DateOnly? Promised, int Version);

/// <summary>C15, "Promise anyway? Needs Lea": to the S&amp;OE lead alone, before the customer has a date that the schedule cannot keep.</summary>
internal static class PromiseCard
{
    public const string Source = "promise-ask";

    public static Card Draw(PromiseView view)
    {
        var order = DataLine.Short(view.Order, 30);
        var can = view.Projected is { } day ? $"the schedule can do {PlanWords.Day(day)}" : "the schedule has no day for it";
        var title = view.Waits ? $"Promise {order} for {PlanWords.Day(view.Asked)}? {DataLine.Capital(can, 60)}"
            : view.Promised == view.Asked ? $"{order} is promised for {PlanWords.Day(view.Asked)}" : $"{order} is not promised for {PlanWords.Day(view.Asked)}";
        return new Card
        {
            Summary = $"{title} ({view.PlantName})", FullWidth = false,
            Body =
            [
                TextBlock.Heading(title),
                new TextBlock($"{DataLine.Short(view.AskedBy, 40)} wants to give the customer this date. {DataLine.Short(view.ItemName, 60)}, due {PlanWords.Day(view.Commitment)}."),
                TextBlock.Subtle($"{DataLine.Short(view.PlantName, 40)}. {(view.Waits ? "Until you answer nothing is promised." : $"Now {can}.")}"),
            ],
            Actions = view.Waits ? [Button("Promise anyway", RiskVerbs.Promise), Button("Not this date", RiskVerbs.NoPromise)] : [],
        };

        ExecuteAction Button(string words, string verb) => new(words, verb, new { p = view.Plant, r = DataLine.Key(view.Order), d = $"{view.Asked:yyyy-MM-dd}", v = view.Version });
    }
}

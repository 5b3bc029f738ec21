using SoeBot.Domain.Reminders;
using SoeBot.Occurrences;
using SoeBot.Reminders;
using SoeBot.Store.Occurrences;
using SoeBot.Teams.Cards;

namespace SoeBot.UnitTests.Slices.Views;

/// <summary>Reminders put together, and the jobs behind them.</summary>
internal static class ReminderViews
{
    private static readonly DateTimeOffset Now = new(2014, 1, 8, 8, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<DigestLine> Digest { get; } =
    [
        Decision(33, "Ask the supplier for a firm date", "due Thu 2 Jan, 6 days over", new(2014, 1, 2)),
        Decision(41, "Get a second quote for the frame, and ask the buyer of the north plant what they pay for it before the week is over", "due Fri 10 Jan, in 2 days", new(2014, 1, 10)),
        new("Sample plant", CardText.Of($"**SO63216** Mountain-500 Black at risk"), "due Tue 14 Jan, no answer yet", false, new(2014, 1, 14),
            [new ExecuteAction("Update", "risk.form", new { p = "sample", r = "SO63216", v = 1 }) { Tooltip = "Update SO63216" }]),
        .. Enumerable.Range(50, 9).Select(number => Decision(number, "Count the pallets in hall 3", "due Wed 22 Jan, in 14 days", new(2014, 1, 22))),
    ];

    public static IReadOnlyList<DigestLine> TwoPlants { get; } = [Digest[0], Digest[2] with { PlantName = "North plant" }];

    public static JobsView Failed { get; } = new(MinutesViews.Plant, Now,
        [
            Row("plan-pull", "2014-01-08T06:00", "HttpRequestException: the address erp.example.com cannot be reached (name or service not known)"),
            Row("decision-due", "D-41@2014-01-10", "TimeoutException: the store did not answer within 30 seconds"),
            .. Enumerable.Range(1, 6).Select(at => Row("exception-page", $"2014-01-0{at}", "InvalidOperationException: no plan")),
        ],
        2, Now.AddHours(1));

    public static JobsView Calm { get; } = new(MinutesViews.Plant, Now, [], 0, null);

    private static OccurrenceRow Row(string kind, string key, string detail) => new(new Occurrence(MinutesViews.Plant.Id, kind, key, Now.AddHours(-1)), OccurrenceState.Failed, 5, detail, Now);

    private static DigestLine Decision(int number, string text, string when, DateOnly due) => new("Sample plant", CardText.Of($"**D-{number}** {text}"), when, when.Contains("over", StringComparison.Ordinal), due,
        [Button("Done", "decision.done", number), Button("New date", "decision.redate-form", number)]);

    private static ExecuteAction Button(string title, string verb, int number) => new(title, verb, new { p = "sample", r = number, v = 1 }) { Tooltip = $"{title}: D-{number}" };
}

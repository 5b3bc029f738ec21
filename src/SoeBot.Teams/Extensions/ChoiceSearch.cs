using SoeBot.Teams.Activities;

namespace SoeBot.Teams.Extensions;

/// <summary>Somebody types into a choice whose values are ours (<c>application/search</c>, protocol notes 4.6): one comes with each pause of the keys.</summary>
/// <param name="Activity">Who, where.</param>
/// <param name="Dataset">As the card names it.</param>
/// <param name="Text">What was typed so far, trimmed.</param>
/// <param name="Skip">Results that the person has seen already.</param>
/// <param name="Count">1 to <see cref="MostResults"/>.</param>
public sealed record ChoiceSearch(Activity Activity, string Dataset, string Text, int Skip, int Count)
{
    /// <summary>As many as a client shows.</summary>
    public const int MostResults = 15;

    internal static ChoiceSearch? Read(Activity activity)
    {
        if (activity.Value.Text("dataset") is not { Length: > 0 } dataset)
        {
            return null;
        }

        var text = activity.Value.Text("queryText")?.Trim() ?? "";
        var options = activity.Value.Field("queryOptions");
        return new ChoiceSearch(
            activity,
            dataset,
            text.Cut(ExtensionQuery.MostText),
            Math.Clamp(options.Field("skip").Whole() ?? 0, 0, 1000),
            Math.Clamp(options.Field("top").Whole() ?? MostResults, 1, MostResults));
    }
}

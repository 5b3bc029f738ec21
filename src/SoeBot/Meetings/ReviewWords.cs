using SoeBot.Cards;
using SoeBot.Domain.Meetings;

namespace SoeBot.Meetings;

/// <summary>What the meeting made of an order, in words.</summary>
internal static class ReviewWords
{
    public static string Of(OrderReview review)
    {
        var result = review.Result switch
        {
            ReviewResult.Decided => "decided",
            ReviewResult.Watched => "kept watching",
            ReviewResult.Escalated => "sent up",
            ReviewResult.Done => "done with it",
        };
        return review.Because is { } because ? $"{result}: {DataLine.Short(because, 150)}" : result;
    }
}

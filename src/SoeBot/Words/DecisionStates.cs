using SoeBot.Domain.Decisions;
using SoeBot.Teams.Cards;

namespace SoeBot.Words;

/// <summary>How a decision stands, in the words and the colour that cards and minutes share.</summary>
internal static class DecisionStates
{
    public static string Of(Decision decision)
    {
        var state = decision.Status switch
        {
            DecisionStatus.Draft => decision.Owner is null ? decision.Due is null ? "no owner and no date yet" : "no owner yet" : "no date yet",
            DecisionStatus.Proposed => "proposed, not taken yet",
            DecisionStatus.Taken => decision.Misses > 0 ? "missed, then re-dated" : "taken",
            DecisionStatus.Kept => "kept",
            DecisionStatus.Missed => "missed",
            DecisionStatus.DoneLate => "missed, then done",
            DecisionStatus.Dropped => "dropped",
            DecisionStatus.Replaced => $"replaced by D-{decision.ReplacedBy}",
        };
        return decision.Redates switch
        {
            0 => state,
            1 => $"{state}, re-negotiated once",
            2 => $"{state}, re-negotiated twice",
            var times => $"{state}, re-negotiated {times} times",
        };
    }

    public static TextColor Colour(Decision decision) => decision.Status switch
    {
        DecisionStatus.Kept => TextColor.Good,
        DecisionStatus.Draft or DecisionStatus.Missed or DecisionStatus.DoneLate => TextColor.Attention,
        _ => decision.Redates >= 2 ? TextColor.Attention : TextColor.Default,
    };
}

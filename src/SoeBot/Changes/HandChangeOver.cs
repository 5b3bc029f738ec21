using SoeBot.Connectors.HandOver;
using SoeBot.Domain.Changes;
using SoeBot.Domain.HandOver;
using SoeBot.Plants;

namespace SoeBot.Changes;

/// <summary>A change that holds from now on goes to the plant's receivers, and what they are told is frozen here (R93). They are told when it cannot be taken back any more.</summary>
internal static class HandChangeOver
{
    /// <summary>By so much the clocks of two machines may differ.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);

    /// <param name="plant">Whose receivers.</param>
    /// <param name="request">As it stands after the step.</param>
    /// <param name="shows">Sources of the cards that show it.</param>
    /// <param name="offset">By so much the plant's clock is ahead of the machine's.</param>
    /// <param name="now">Of the plant's clock.</param>
    public static IReadOnlyList<ChangeHandOver> Of(PlantProfile plant, ChangeRequest request, IEnumerable<string> shows, TimeSpan offset, DateTimeOffset now)
    {
        if (!request.IsEffective || plant.Receivers.Count == 0) return [];
        var cards = shows.ToList();
        var notBefore = request.UndoUntil is { } undo ? undo - offset + Margin : DateTimeOffset.MinValue;
        return
        [
            .. from receiver in plant.Receivers
               where receiver.Wants(request.What.Kind)
               let mark = Guid.CreateVersion7(now)
               select ChangeHandOver.Of(mark, request, receiver.Name, HandOverBody.Write(mark, request, receiver.Money), cards, notBefore, now),
        ];
    }
}

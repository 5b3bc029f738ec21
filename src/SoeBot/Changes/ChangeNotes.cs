using SoeBot.Domain.Changes;
using SoeBot.Domain.Fences;
using SoeBot.Domain.People;
using SoeBot.Words;

namespace SoeBot.Changes;

/// <summary>What the one who pressed is told above the state, where the press did not do what its button says.</summary>
internal static class ChangeNotes
{
    /// <param name="view">As it stands now.</param>
    /// <param name="pressed">What came of the press.</param>
    /// <param name="by">Who pressed.</param>
    /// <param name="standing">What they may do.</param>
    public static string? Of(ChangeView view, ChangeOutcome pressed, PersonKey by, Standing standing) => pressed switch
    {
        ChangeOutcome.AlreadyEnded => Ended(view, by, standing),
        ChangeOutcome.NoRight when view.Request.Waits => NoRight(view),
        ChangeOutcome.OldCard => $"The card you pressed was older. This is {view.Request.Name} as it stands now: look at it and press again.",
        _ => null,
    };

    /// <summary>"Frozen changes: Miguel or Dana. Ask Miguel?"</summary>
    public static string NoRight(ChangeView view) => view.Deciders.Count == 0
        ? $"{Zone(view)}: nobody is there who can decide now. It waits, and without an answer the order runs as planned."
        : $"{Zone(view)}: {view.Names.Any(view.Request.IsManagers && view.Deputy is { } deputy ? view.Deciders.Append(deputy).Distinct() : view.Deciders)}. Ask {view.Names.Any(view.Deciders)}?";

    /// <summary>"Dana approved this 4 s before you. Undo within 10 minutes?" To whoever pressed second.</summary>
    private static string Ended(ChangeView view, PersonKey by, Standing standing)
    {
        var request = view.Request;
        var ago = view.Now - (request.EndedAt ?? view.Now);
        var when = ago < ChangeRequest.UndoFor ? $"{Span(ago)} {(request.DecidedBy == by ? "ago" : "before you")}" : DayWords.Moment(request.EndedAt ?? view.Now, view.Plant.Calendar);
        var undo = view.CanBeTakenBack && request.MayTakeBack(by, standing) ? $" Undo until {DayWords.Time(request.UndoUntil!.Value, view.Plant.Calendar)}?" : "";
        return request.State switch
        {
            ChangeState.Approved => $"{Who(request.DecidedBy)} approved this {when}.{undo}",
            ChangeState.Rejected => $"{Who(request.DecidedBy)} rejected this {when}.{undo}",
            ChangeState.Withdrawn => $"{Who(request.By)} withdrew this {when}.",
            ChangeState.Expired => $"This expired {DayWords.Moment(request.ExpiresAt ?? request.EndedAt ?? view.Now, view.Plant.Calendar)}, before your press.",
            ChangeState.Obsolete => "There is nothing left to decide: your press changed nothing.",
            _ => "It is recorded already and needs no decision.",
        };

        string Who(PersonKey? person) => person == by ? "You" : view.Names.Of(person);
    }

    private static string Zone(ChangeView view) => view.Request.Zone switch
    {
        Fence.Frozen => "Frozen changes",
        Fence.Firm when view.Request.State == ChangeState.Tied => "Changes on which the functions do not agree",
        Fence.Firm => "Changes of the firm week",
        Fence.Flexible => "Changes after week 2",
    };

    private static string Span(TimeSpan ago) => ago < TimeSpan.FromMinutes(1) ? $"{Math.Max(1, (int)ago.TotalSeconds)} s" : $"{(int)ago.TotalMinutes} min";
}

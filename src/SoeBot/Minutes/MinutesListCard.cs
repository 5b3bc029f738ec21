using SoeBot.Cards;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.Plan;
using SoeBot.Plants;
using SoeBot.Store.Minutes;
using SoeBot.Teams.Cards;
using SoeBot.Words;

namespace SoeBot.Minutes;

/// <param name="Note">Why the list is shown; null when it was asked for.</param>
internal sealed record MinutesListView(PlantProfile Plant, DateOnly Today, IReadOnlyList<MinutesHead> Heads, int Skip, int Total, string? Note = null);

/// <summary>Past minutes, the newest first; one of them is chosen and opened.</summary>
internal static class MinutesListCard
{
    public const string Source = "past-minutes";
    public const int OnPage = 8;

    public static Card Draw(MinutesListView view)
    {
        var title = view.Total == 0 ? $"{view.Plant.Name}: no meeting was closed yet" : $"{view.Plant.Name}, minutes {Paging.Range(view.Skip, OnPage, view.Total)}";
        var body = new List<CardElement> { TextBlock.Heading(title) };
        if (view.Note is { } note) body.Add(new TextBlock(note));
        foreach (var head in view.Heads)
            body.Add(new TextBlock(CardText.Of($"**{Day(view, head)}** {Words(head)}")) { Spacing = Spacing.Small, Color = head.Decisions == 0 ? TextColor.Attention : TextColor.Default });
        var actions = new List<CardAction>();
        if (view.Heads.Count > 0)
        {
            body.Add(new ChoiceInput("in_minutes", "Minutes") { Choices = [.. view.Heads.Select(head => new Choice($"{Day(view, head)}: {Words(head)}", head.Meeting.ToString()))], Value = view.Heads[0].Meeting.ToString(), Spacing = Spacing.Medium });
            actions.Add(new ExecuteAction("Open", MinutesVerbs.Open, new { p = view.Plant.Id.Value, r = "chosen", v = 1 }));
        }
        if (view.Skip > 0) actions.Add(Page(view, "Newer", view.Skip - OnPage));
        if (view.Skip + OnPage < view.Total) actions.Add(Page(view, "Older", view.Skip + OnPage));
        return new Card { Summary = title, Body = body, Actions = actions };
    }

    private static string Day(MinutesListView view, MinutesHead head) => DayWords.Of(head.Day, view.Today);

    private static string Words(MinutesHead head) =>
        $"{(head.Decisions == 0 ? "no decisions" : PlanWords.Count(head.Decisions, "decision", "decisions"))}{(head.Template == AgendaTemplate.WeeklyId ? "" : $" ({head.Template})")}";

    private static ExecuteAction Page(MinutesListView view, string title, int skip) =>
        new(title, MinutesVerbs.List, new { p = view.Plant.Id.Value, r = $"all:{skip}", v = 1 }) { AssociatedInputs = AssociatedInputs.None };
}

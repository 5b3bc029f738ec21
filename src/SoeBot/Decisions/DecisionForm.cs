using SoeBot.Domain.People;
using SoeBot.People;
using SoeBot.Presses;

namespace SoeBot.Decisions;

/// <summary>The submitted form, checked. Problems stand by input id, in words that say what to do.</summary>
internal sealed record DecisionForm(DecisionDraft Draft, PersonKey Owner, IReadOnlyDictionary<string, string> Problems)
{
    public static async Task<DecisionForm> ReadAsync(Press press, Guid id, DateOnly today, PersonFinder people, CancellationToken ct)
    {
        var problems = new Dictionary<string, string>();
        var text = press.Input.Text("in_text")?.Trim() ?? "";
        if (text.Length == 0) problems["in_text"] = "Write what was decided.";
        if (text.Length > 500) problems["in_text"] = "Shorten the decision to 500 characters; details belong to the minutes.";

        var picked = press.Input.Text("in_owner")?.Trim() ?? "";
        var owner = picked.Length == 0 ? null : await people.PickedAsync(press, picked, ct);
        if (picked.Length == 0) problems["in_owner"] = "Who answers for it? A decision needs one named person.";
        else if (owner is null) problems["in_owner"] = "I do not know this person yet. Choose somebody of this team, or ask them to write to me once.";

        var due = press.Input.Day("in_due");
        if (due is null) problems["in_due"] = "By when? A decision needs a due date.";
        else if (due < today) problems["in_due"] = $"{Words.DayWords.Of(due.Value, today)} is past. Choose today or later.";

        var about = press.Input.Text("in_about")?.Trim() ?? "";
        if (about.Length > 60) problems["in_about"] = "An order number has at most 60 characters.";
        return new DecisionForm(new DecisionDraft(id, text, owner?.Key.ToString(), due, about.Length > 60 ? "" : about), owner?.Key ?? default, problems);
    }
}

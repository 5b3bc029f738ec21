using SoeBot.Domain.Decisions;
using SoeBot.Domain.People;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Words;

namespace SoeBot.Decisions;

/// <summary>The submitted form, checked. Problems stand by input id, in words that say what to do.</summary>
/// <param name="UseDue">Offered in place of the date that was entered.</param>
/// <param name="KeepDue">The date that was entered, when it can be kept by saying so.</param>
internal sealed record DecisionForm(DecisionDraft Draft, PersonKey? Owner, IReadOnlyDictionary<string, string> Problems, DateOnly? UseDue = null, DateOnly? KeepDue = null)
{
    private const int MostText = 500, MostAbout = 60;

    public static DecisionForm Of(DecisionDraft draft) => new(draft, draft.OwnerKey, new Dictionary<string, string>());

    /// <summary>Where the form is submitted.</summary>
    /// <param name="InMeeting">Then owner and date may be missing still.</param>
    internal sealed record Place(PlantProfile Plant, DateOnly? NextMeeting, bool InMeeting);

    public static async Task<DecisionForm> ReadAsync(Press press, Guid id, Place place, PersonFinder people, CancellationToken ct)
    {
        var problems = new Dictionary<string, string>();
        var text = press.Input.Text("in_text")?.Trim() ?? "";
        if (text.Length == 0) problems["in_text"] = "Write what was decided.";
        if (text.Length > MostText) problems["in_text"] = "Shorten the decision to 500 characters; details belong to the minutes.";

        var picked = press.Input.Text("in_owner")?.Trim() ?? "";
        var owner = picked.Length == 0 ? null : await people.PickedAsync(press, picked, ct);
        if (picked.Length == 0 && !place.InMeeting) problems["in_owner"] = "Who answers for it? A decision needs one named person.";
        else if (picked.Length > 0 && owner is null) problems["in_owner"] = "I do not know this person yet. Choose somebody of this team, or ask them to write to me once.";

        var due = press.Input.Day("u") ?? press.Input.Day("in_due");
        if (due is null && !place.InMeeting) problems["in_due"] = "By when? A decision needs a due date.";
        var (question, use, keep) = due is { } day ? DueWords.Ask(day, press.Input.Day("k"), place, press.Now) : (null, null, null);
        if (question is not null) problems["in_due"] = question;

        var about = press.Input.Text("in_about")?.Trim() ?? "";
        if (about.Length > MostAbout) problems["in_about"] = "An order number has at most 60 characters.";
        var options = press.Input.Text("in_options")?.Trim();
        if (options?.Length > MostText) problems["in_options"] = "Shorten the options to 500 characters.";
        var helpers = press.Input.Text("h") is { Length: <= MostAbout } group ? group : null;
        var draft = new DecisionDraft(id, text, owner?.Key.ToString(), due, about.Length > MostAbout ? "" : about)
        {
            Helpers = helpers, Kind = DecisionKinds.Read(press.Input.Text("in_kind")), Options = options,
            EnteredLater = !place.InMeeting && press.Input.Text("in_where") == "later",
        };
        return new(draft, owner?.Key, problems, use, keep);
    }
}

/// <summary>What is asked about a due date before it is accepted.</summary>
internal static class DueWords
{
    /// <param name="kept">The date that was said to be kept.</param>
    /// <returns>The question, what is offered instead, and what may be kept; all null when there is nothing to ask.</returns>
    public static (string? Question, DateOnly? Use, DateOnly? Keep) Ask(DateOnly due, DateOnly? kept, DecisionForm.Place place, DateTimeOffset now)
    {
        var calendar = place.Plant.Calendar;
        var today = calendar.DayOf(now);
        var question = DueQuestions.Of(due, today, place.NextMeeting, calendar);
        var instead = DueQuestions.Instead(due, today, place.NextMeeting, calendar);
        return question switch
        {
            DueQuestion.Past => (TypedDue.Past(due, instead, today), instead, null),
            DueQuestion.Holiday when kept != due => ($"{DayWords.Of(due, today)} is a free day. Keep?", instead, due),
            DueQuestion.AfterNextMeeting when kept != due => ($"That is after the next meeting, {DayWords.Of(place.NextMeeting, today)}. Keep?", instead, due),
            _ => (null, null, null),
        };
    }
}

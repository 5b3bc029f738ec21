using System.Text.Json;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.People;

namespace SoeBot.Decisions;

/// <summary>What the form is filled with before anybody presses Record. Travels inside the form card's reference; nothing is stored until the press.</summary>
/// <param name="Id">The decision's id, made with the form: a second press of Record finds the decision there already.</param>
/// <param name="Problem">What the form asks before anything else; null when nothing.</param>
internal sealed record DecisionDraft(Guid Id, string Text, string? Owner, DateOnly? Due, string About, string? Problem = null)
{
    /// <summary>The group that was named as owner.</summary>
    public string? Helpers { get; init; }
    public DecisionKind Kind { get; init; }
    public string? Options { get; init; }

    /// <summary>Decided in a meeting and typed after it.</summary>
    public bool EnteredLater { get; init; }

    public string TrackAs => $"decision-form:{Id:N}";

    public string ToJson() => JsonSerializer.Serialize(this);

    public static DecisionDraft FromJson(string json) => JsonSerializer.Deserialize<DecisionDraft>(json)!;

    public PersonKey? OwnerKey => PersonKey.Parse(Owner);

    public DecisionSubject Subject => DecisionSubject.Of(About);
}

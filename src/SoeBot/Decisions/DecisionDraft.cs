using System.Text.Json;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.People;

namespace SoeBot.Decisions;

/// <summary>What the form is filled with before anybody presses Record. Travels inside the form card's reference; nothing is stored until the press.</summary>
/// <param name="Id">The decision's id, made with the form: a second press of Record finds the decision there already.</param>
internal sealed record DecisionDraft(Guid Id, string Text, string? Owner, DateOnly? Due, string About, string? Problem = null)
{
    public string TrackAs => $"decision-form:{Id:N}";

    public string ToJson() => JsonSerializer.Serialize(this);

    public static DecisionDraft FromJson(string json) => JsonSerializer.Deserialize<DecisionDraft>(json)!;

    public PersonKey? OwnerKey => PersonKey.Parse(Owner);

    public DecisionSubject Subject => DecisionSubject.Of(About);
}

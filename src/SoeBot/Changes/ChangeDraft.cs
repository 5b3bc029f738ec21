using System.Text.Json;
using System.Text.Json.Serialization;
using SoeBot.Domain.Changes;

namespace SoeBot.Changes;

/// <summary>What a form is filled with before anything is written down.</summary>
/// <param name="Reference">As typed or found: an order, a production order, an item.</param>
internal sealed record ChangeDraft(Guid Id, ChangeKind Kind, string Reference)
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    public DateOnly? To { get; init; }
    public decimal? Quantity { get; init; }
    public string? WorkCentre { get; init; }
    public int? Sequence { get; init; }
    public ChangeReason? Reason { get; init; }
    public string Text { get; init; } = "";
    public bool CustomerAsked { get; init; }
    public DateOnly? WantedBy { get; init; }

    /// <summary>Done already; whoever decides is asked afterwards.</summary>
    public bool IsEmergency { get; init; }

    /// <summary>The request it becomes is posted under the same name.</summary>
    public string TrackAs => ChangeEffects.Track(new ChangeId(Id));

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static ChangeDraft FromJson(string json) => JsonSerializer.Deserialize<ChangeDraft>(json, Json)!;

    public ChangeWhat What(ChangeSubject subject, string reference) =>
        new(Kind, subject, reference) { To = To, Quantity = Quantity, WorkCentre = WorkCentre, Sequence = Sequence };
}

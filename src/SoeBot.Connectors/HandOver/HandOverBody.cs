using System.Text.Json;
using System.Text.Json.Serialization;
using SoeBot.Domain.Changes;
using SoeBot.Domain.Fences;
using SoeBot.Domain.People;

namespace SoeBot.Connectors.HandOver;

/// <summary>What a receiver is told of a change, as JSON. <c>HAND-OVER.md</c> explains each field to whoever reads it; fields are added, never renamed.</summary>
public static class HandOverBody
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>As the header webhook-id says it.</summary>
    public static string IdOf(Guid mark) => $"ho_{mark:N}";

    /// <param name="mark">Of the hand-over.</param>
    /// <param name="change">One that holds.</param>
    /// <param name="money">Penalties are in it.</param>
    public static string Write(Guid mark, ChangeRequest change, bool money)
    {
        var impact = change.Impact;
        var decided = change.Events.Last(one => one.Kind is ChangeEventKind.Approved or ChangeEventKind.Recorded);
        return JsonSerializer.Serialize(new Message(
            IdOf(mark), change.State == ChangeState.Recorded ? "change.recorded" : "change.approved", decided.At, new Told(
                change.Plant.Value, change.Name, impact?.PlanVersion, change.Zone, new What(
                    change.What.Kind, change.What.Subject, change.What.Reference, impact?.From, change.What.To ?? impact?.To, change.What.Quantity, change.What.WorkCentre, change.What.Sequence),
                [.. (impact?.Expected ?? []).Select(line => new Line(line.IsNew ? null : line.Number, line.Item, line.From, line.Due, line.Planned, line.WorkCentre, line.Due is null, line.Until is not null))],
                change.Reason, change.HappenedAt, Of(change.By, change.SentAt ?? change.DraftedAt),
                Of(decided), [.. change.Required.Where(role => change.SignatureOf(role) == Signature.Agrees).Select(role => Of(change.Events.Last(one => one.For == role)))],
                change.Condition, money && impact is not null ? new Money(impact.Nothing.Penalty, impact.Doing.Penalty) : null)), Json);
    }

    private static Someone? Of(ChangeEvent happened) =>
        happened.By is { } by ? Of(by, happened.At) with { For = happened.For, AsDeputy = happened.AsDeputy ? true : null, OwnRequest = happened.Own ? true : null } : null;

    private static Someone Of(PersonKey person, DateTimeOffset at) => new(person.ObjectId, person.Tenant, at);

    private sealed record Message(string Id, string Type, DateTimeOffset Timestamp, Told Data);

    private sealed record Told(
        string Plant, string Request, int? PlanVersion, Fence Zone, What Change, IReadOnlyList<Line> ProductionOrders, ChangeReason? Reason, DateTimeOffset? HappenedAt,
        Someone RequestedBy, Someone? ApprovedBy, IReadOnlyList<Someone?> AgreedBy, string? Condition, Money? Penalty);

    private sealed record What(ChangeKind Kind, ChangeSubject Subject, string Reference, DateOnly? From, DateOnly? To, decimal? Quantity, string? WorkCentre, int? Sequence);

    private sealed record Line(string? Number, string Item, DateOnly? DueFrom, DateOnly? DueTo, decimal Quantity, string? WorkCentre, bool Cancelled, bool MakesRoom);

    private sealed record Someone(string ObjectId, string TenantId, DateTimeOffset At)
    {
        public Role? For { get; init; }
        public bool? AsDeputy { get; init; }
        public bool? OwnRequest { get; init; }
    }

    private sealed record Money(decimal? DoingNothing, decimal? DoingIt);
}

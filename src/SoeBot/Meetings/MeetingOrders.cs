using SoeBot.Domain.Decisions;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.Risk;
using SoeBot.Plants;
using SoeBot.Store.Decisions;
using SoeBot.Store.Plans;
using SoeBot.Store.Risks;

namespace SoeBot.Meetings;

/// <param name="Said">What people said of it; null when nobody has.</param>
/// <param name="Decisions">Of this meeting, about this order.</param>
internal sealed record OrderInMeeting(RankedOrder Order, AtRiskOrder? Said, IReadOnlyList<Decision> Decisions)
{
    public RiskStatus Status => Said?.Status ?? RiskStatus.Unanswered;

    public bool IsRed => Status == RiskStatus.Red || (Status == RiskStatus.Unanswered && Order.IsLate);

    public ReviewedOrder ToReviewed() => new(Order.Order, IsRed, Decisions.Count > 0);
}

/// <summary>The orders that a meeting goes through: the top ten of the plan in use, those that nobody answers for first (R47, R51).</summary>
internal sealed class MeetingOrders(PlanStore plans, AtRiskStore risks, DecisionStore decisions, PlantProfiles plants)
{
    private const int Most = 10;

    /// <param name="meeting">Null before it was started.</param>
    public async Task<IReadOnlyList<OrderInMeeting>> LoadAsync(PlantProfile plant, Meeting? meeting, CancellationToken ct)
    {
        if (await plans.CurrentAsync(plant.Id, ct) is not { } version) return [];
        var listed = ((await plans.AtRiskAsync(plant.Id, version.Number, ct)) ?? []).OrderBy(order => order.Rank).Take(Most).ToList();
        var said = (await risks.OfPlantAsync(plant.Id, [.. listed.Select(order => order.Order)], ct)).ToDictionary(one => one.Order, StringComparer.Ordinal);
        var made = meeting is null ? [] : await decisions.OfMeetingAsync(meeting.Id, ct);
        var all = listed.Select(order => new OrderInMeeting(order, said.GetValueOrDefault(order.Order),
            [.. made.Where(decision => decision.Subject.Kind == SubjectKind.Order && decision.Subject.Reference == order.Order && decision.Status != DecisionStatus.Dropped)]));
        return [.. all.OrderBy(one => one.Said?.Owner is not null)];
    }

    public Task<IReadOnlyList<OrderInMeeting>> LoadAsync(Meeting meeting, CancellationToken ct) => LoadAsync(plants.Get(meeting.Plant), meeting, ct);
}

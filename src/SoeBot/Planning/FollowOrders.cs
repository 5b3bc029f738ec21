using SoeBot.Cards;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Risk;
using SoeBot.Plants;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.Plans;
using SoeBot.Store.Risks;

namespace SoeBot.Planning;

/// <summary>
/// What a new plan version means for orders at risk: who came onto the list, who left it and why (R56), and what orders that were split or
/// merged take over. All of a version in one transaction; a second run of the same version changes nothing.
/// </summary>
internal sealed class FollowOrders(PlanStore plans, AtRiskStore risks)
{
    public async Task FollowAsync(PlantProfile plant, PlanVersion version, PlanFindings findings, CancellationToken ct)
    {
        var before = await risks.ListedAsync(plant.Id, ct);
        var kin = findings.Kin.Where(one => !string.IsNullOrEmpty(one.Parent)).ToList();
        var lines = (await plans.OrderLinesAsync(plant.Id, version.Number, [.. before.Select(one => one.Order)], ct)).ToLookup(line => line.Order, StringComparer.Ordinal);
        var named = AtRiskList.With(findings.AtRisk, [.. before.Where(one => one.Override != RiskOverride.None)], lines);
        var atRisk = named.Select(one => one.Order).ToHashSet(StringComparer.Ordinal);
        var top = named.Take(AtRiskList.Named).ToList();
        if (before.Count + top.Count + kin.Count == 0) return;

        await risks.FollowAsync(plant.Id, [.. top.Select(one => one.Order).Concat(kin.SelectMany(one => (string[])[one.Order, one.Parent])).Distinct(StringComparer.Ordinal)], rows =>
        {
            var happened = new Happened(plant, version);
            foreach (var one in kin) happened.TakeOver(one, rows[one.IsMerge ? one.Order : one.Parent], rows[one.IsMerge ? one.Parent : one.Order]);
            foreach (var row in rows.Values.Where(row => row.IsListed && !atRisk.Contains(row.Order)).OrderBy(row => row.Order, StringComparer.Ordinal))
                happened.Leave(row, AtRiskList.ReasonOf([.. lines[row.Order]], row.Events.LastOrDefault(one => one.Kind == RiskEventKind.Listed)?.Day));
            foreach (var order in top) rows[order.Order].List(order.Commitment, version.Number, version.PublishedAt);
            return happened.Effect;
        }, ct);
    }

    private sealed class Happened(PlantProfile plant, PlanVersion version)
    {
        private readonly List<AuditLine> _audit = [];
        private readonly List<NewMessage> _messages = [];

        public Effect Effect => new() { Audit = [.. _audit], Messages = [.. _messages] };

        public void Leave(AtRiskOrder row, LeaveReason reason)
        {
            if (row.Leave(reason, version.Number, version.PublishedAt) == AtRiskOutcome.Changed) Note("risk.left", row.Order, reason.ToString());
        }

        public void TakeOver(OrderKin kin, AtRiskOrder from, AtRiskOrder to)
        {
            var owner = to.Owner;
            if (to.Inherit(from, version.Number, version.PublishedAt) != AtRiskOutcome.Changed) return;
            Note(kin.IsMerge ? "risk.merged" : "risk.split", to.Order, $"from {from.Order}");
            var words = kin.IsMerge
                ? $"{from.Order} is part of {to.Order} now. {Status(to)} What was said of {from.Order} counts there."
                : $"{from.Order} was split: {to.Order} has {PlanWords.Quantity(kin.Quantity)} of it. {Status(to)} It has the owner and the answer of {from.Order}.";
            foreach (var person in ((PersonKey?[])[from.Owner, owner, to.Owner]).OfType<PersonKey>().Distinct())
                _messages.Add(new NewMessage
                {
                    Plant = plant.Id, Key = $"risk-kin:{plant.Id}:{from.Order}:{to.Order}:{person.ObjectId}", Kind = MessageKind.Reminder,
                    Target = new MessageTarget.Person(person), Card = SayCard.Of(words),
                });
        }

        private static string Status(AtRiskOrder row) => row.Status == RiskStatus.Unanswered ? "Nobody has said yet how it stands." : $"It is {row.Status.ToString().ToLowerInvariant()}.";

        private void Note(string what, string order, string detail) => _audit.Add(new AuditLine(plant.Id, version.PublishedAt, null, what, order, detail, version.Number));
    }
}

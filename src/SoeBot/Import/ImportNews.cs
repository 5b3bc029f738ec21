using System.Security.Cryptography;
using System.Text;
using SoeBot.Cards;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Plants;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.People;

namespace SoeBot.Import;

/// <summary>Whoever sends a plan by a machine waits for no answer: the lead and the administrators hear that it was not taken, once for each reason and version in use.</summary>
internal sealed class ImportNews(PeopleStore people, PlantClock clock)
{
    /// <summary>Who hears of it.</summary>
    public async Task<IReadOnlyList<PersonKey>> ReadersAsync(PlantId plant, CancellationToken ct) =>
        [.. (await people.RolesAsync(plant, ct)).Where(holder => holder.Role is Role.Lead or Role.Administrator).Select(holder => holder.Person).Distinct()];

    /// <param name="request">What was not taken.</param>
    /// <param name="report">Why.</param>
    /// <param name="readers">As from above.</param>
    public Effect Refused(ImportRequest request, ImportReport report, IReadOnlyList<PersonKey> readers)
    {
        if (report.Version is not null) return Effect.None;
        var first = report.Problems[0].ToString();
        var more = report.ProblemCount > 1 ? $"\nAnd {report.ProblemCount - 1} more; the report has them." : "";
        return Say(request.Plant, readers, $"refused:{request.Way}:{request.Name}:{first}:{report.Lines[0]}",
            $"The plan for {request.Plant.Name} was not taken ({request.Way}: {DataLine.Short(request.Name, 80)}).\n{DataLine.Short(first, 300)}{more}\n{report.Lines[0]}") with
        {
            Audit = [new AuditLine(request.Plant.Id, clock.Now(request.Plant.Id), request.By, "plan.refuse", DataLine.Short(request.Name, 200), DataLine.Short(first, 300))],
        };
    }

    /// <param name="plant">Whose.</param>
    /// <param name="readers">As from above.</param>
    /// <param name="what">The same what is said once.</param>
    /// <param name="words">Plain lines.</param>
    public static Effect Say(PlantProfile plant, IReadOnlyList<PersonKey> readers, string what, string words)
    {
        var key = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(what)))[..24];
        return new Effect
        {
            Messages =
            [
                .. readers.Select(reader => new NewMessage
                {
                    Plant = plant.Id, Key = $"import:{key}:{reader}", Kind = MessageKind.Reminder, Target = new MessageTarget.Person(reader), Card = SayCard.Of(words),
                }),
            ],
        };
    }
}

using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Reminders;
using SoeBot.Occurrences;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.Risks;
using SoeBot.Teams.Routing;

namespace SoeBot.Risk;

/// <summary>"Remind me tomorrow" (C3): the form comes again at 08:00 of the next working day by the person's clock, by the road of every reminder, unless the order was answered for or left the list.</summary>
internal sealed class RemindRisk(AtRiskStore risks, OutboxStore outbox, Rights rights, Reminding reminding, PlantProfiles plants, RiskCards cards)
{
    public const string Kind = "risk-remind";
    private static readonly TimeOnly At = new(8, 0);

    public void Register(SliceRegistry registry)
    {
        reminding.Add(Kind, null, ReadAsync);
        registry.Presses.On(RiskVerbs.RemindTomorrow, PressAsync);
    }

    private async Task<PressAnswer> PressAsync(Press press, CancellationToken ct)
    {
        if (press.Input.Text("r") is not { Length: <= 60 } order || await cards.FindAsync(press.Plant, order, ct) is null) return PressAnswer.Say("This order is not in the plan any more.");
        if (!await rights.HasAnyAsync(press.Plant, press.By, ct)) return PressAnswer.Say(await rights.WhoCanAsync(press.Plant, "answer for an order", ct));
        var calendar = plants.Get(press.Plant).Calendar;
        var day = calendar.AddWorkingDays(calendar.DayOf(press.Now), 1);
        await outbox.AddAsync(new Effect { Occurrences = [new Occurrence(press.Plant, Kind, $"{order}|{day:yyyy-MM-dd}|{press.By}", calendar.At(day, At)) { Local = new(press.By, day, At, press.Now) }] }, ct);
        return PressAnswer.Say($"I ask you again {PlanWords.Day(day)} at 08:00.");
    }

    private async Task<Standing> ReadAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        if (occurrence.Key.Split('|') is not [var order, var asked, var who] || PersonKey.Parse(who) is not { } person || !DateOnly.TryParse(asked, out var day)) return Standing.Silent("nobody asked for it");
        var said = await risks.FindAsync(plant.Id, order, ct);
        if (said?.AnsweredAt is { } at && plant.Calendar.DayOf(at) >= plant.Calendar.AddWorkingDays(day, -1)) return Standing.Silent($"{order} was answered for meanwhile");
        if (await cards.FindAsync(plant.Id, order, ct) is null || await cards.LeftAsync(plant.Id, order, ct) is not null) return Standing.Silent($"{order} is not at risk any more");
        var form = $"remind.{asked}.{person.ObjectId}";
        return new([new Asked("asked", person, new CardRef(RiskFormCard.Source, RiskForm.About(order, form))) { TrackAs = RiskForm.TrackAs(plant.Id, order, form) }]);
    }
}

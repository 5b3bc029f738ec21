using System.Text.Json.Nodes;
using SoeBot.TestKit.Teams;

namespace SoeBot.JourneyTests.Simulation.Actions;

/// <summary>People answer what is put before them: soon, late, wrongly, twice, or never.</summary>
internal sealed class AnswerCards : IAction
{
    /// <summary>How gladly each button is pressed; others are left alone here.</summary>
    private static readonly Dictionary<string, int> Likes = new()
    {
        ["decision.record"] = 60, ["decision.drop-form"] = 3, ["decision.take"] = 12, ["decision.done"] = 8, ["decision.redate-form"] = 5, ["decision.redate"] = 40, ["decision.refuse-form"] = 2,
        ["decision.refuse"] = 30, ["decision.blocked-form"] = 2, ["decision.blocked"] = 30, ["decision.miss"] = 1, ["decision.complete"] = 40, ["decision.complete-form"] = 20,
        ["decision.give-date"] = 10, ["meeting.here"] = 10, ["meeting.extend"] = 3, ["meeting.to-chat"] = 2, ["meeting.order-decided"] = 1, ["meeting.order-watch"] = 4, ["meeting.order-done"] = 1, ["risk.save"] = 20,
        ["absence.save"] = 60, ["absence.end"] = 2, ["meeting.keep-date"] = 6, ["meeting.move-date"] = 6, ["meeting.later"] = 4, ["meeting.not-today"] = 2,
        ["change.check"] = 60,
    };

    private readonly HashSet<(string Message, FakePerson Who)> _forms = [];

    public void PlanDay(PlantYear year, DateOnly day) { }

    public void Arrived(PlantYear year, Arrival arrival)
    {
        var who = arrival.To ?? (arrival.Message.OnlyFor ?? year.Pick(year.AtWork));
        if (!Wanted(arrival.Message, who).Any()) return;
        var isForm = Wanted(arrival.Message, who).Any(one => Likes[one.Verb()] >= 20);
        if (year.Happens(isForm ? 0.05 : 0.5)) return;
        var wait = isForm ? TimeSpan.FromSeconds(year.Chance.Next(5, 120)) : TimeSpan.FromMinutes(year.Chance.Next(1, year.Happens(0.2) ? 3000 : 200));
        year.Plan(AtWork(year, year.Now + wait), "an answer", () => AnswerAsync(year, who, arrival.Message));
    }

    /// <summary>A form that came by a press is filled in.</summary>
    public void Shown(PlantYear year, FakePerson who, FakeMessage message)
    {
        if (Wanted(message, who).Any(one => Likes[one.Verb()] >= 20) && _forms.Add((message.Id, who)) && year.Happens(0.8))
            year.Plan(TimeSpan.FromSeconds(year.Chance.Next(5, 120)), "an answer", () => AnswerAsync(year, who, message));
    }

    private static async Task AnswerAsync(PlantYear year, FakePerson who, FakeMessage message)
    {
        if (who.HasLeft) return;
        var offered = Wanted(message, who).ToList();
        if (offered.Count == 0) return;
        var drawn = year.Chance.Next(offered.Sum(one => Likes[one.Verb()]));
        var chosen = offered.First(one => (drawn -= Likes[one.Verb()]) < 0);
        await year.PressAsync(who, message, chosen);
        year.Count($"presses of {chosen.Verb().Split('.')[0]}");
        if (!year.Happens(0.05)) return;
        year.Count("presses repeated");
        await year.PressAsync(who, message, chosen);
    }

    private static IEnumerable<JsonObject> Wanted(FakeMessage message, FakePerson who) => message.ButtonsFor(who).Where(one => Likes.ContainsKey(one.Verb()));

    /// <summary>Nobody looks at it at night, most of the time.</summary>
    private static DateTimeOffset AtWork(PlantYear year, DateTimeOffset at)
    {
        var hour = year.Calendar.Local(at).Hour;
        return hour is >= 6 and < 19 || year.Happens(0.1) ? at : at.AddHours(12);
    }
}

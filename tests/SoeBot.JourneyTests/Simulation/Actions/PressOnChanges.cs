using System.Text.Json.Nodes;
using SoeBot.TestKit.Teams;

namespace SoeBot.JourneyTests.Simulation.Actions;

/// <summary>
/// What becomes of a change request: whoever wrote it down sends it once it is computed, those who are asked decide before its time is over, most
/// of the time, somebody without the right tries too, and the ERP brings a part of what was agreed.
/// </summary>
internal sealed class PressOnChanges : IAction
{
    /// <summary>How gladly each button is pressed by whoever is asked.</summary>
    private static readonly Dictionary<string, int> Decides = new()
    {
        ["change.approve"] = 52, ["change.reject"] = 24, ["change.approve-if"] = 8, ["change.ask"] = 6, ["change.give"] = 4, ["change.agree"] = 40, ["change.object"] = 8, ["change.not-concerned"] = 8,
    };

    private readonly HashSet<string> _sent = [];
    private readonly Dictionary<string, List<(FakePerson Who, FakeMessage Message)>> _asked = [];

    public void PlanDay(PlantYear year, DateOnly day) { }

    public void Arrived(PlantYear year, Arrival arrival)
    {
        if (arrival.To is not { } to)
        {
            if (arrival.Row?.Source == "change" && year.Happens(0.4)) year.Plan(TimeSpan.FromMinutes(year.Chance.Next(2, 60)), "a request in the channel", () => InTheChannelAsync(year, arrival.Message));
            return;
        }
        Shown(year, to, arrival.Message);
        if (arrival.Row is not { Source: "change-decide" or "change-sign" } row || !Offered(arrival.Message, to).Any()) return;
        if (!_asked.TryGetValue(row.About, out var asked)) _asked[row.About] = asked = [];
        asked.Add((to, arrival.Message));
        // Silent at first, until half of the time is over and they are asked again, or the deputy.
        if (year.Happens(arrival.IsReminder ? 0.15 : 0.35)) return;
        year.Plan(Before(year, row.About), "a request is decided", () => DecideAsync(year, row.About, to, arrival.Message));
    }

    public void Shown(PlantYear year, FakePerson who, FakeMessage message)
    {
        foreach (var button in message.ButtonsFor(who))
        {
            var request = $"{button["data"]?["r"]}";
            var (share, minutes) = button.Verb() switch { "change.send" => (0.85, 25), "change.answer" => (0.7, 120), "change.urge" => (0.5, 5), "change.take-back" => (0.1, 9), _ => (0, 0) };
            if (share > 0 && _sent.Add($"{request} {button.Verb()} {who}") && year.Happens(share))
                year.Plan(TimeSpan.FromMinutes(year.Chance.Next(1, minutes)), "a request goes on", () => PressAsync(year, who, message, button.Verb()));
        }
    }

    private async Task DecideAsync(PlantYear year, string request, FakePerson who, FakeMessage message)
    {
        await PressAsync(year, who, message, null);
        // Whoever else was asked looks at their card at the same time, and it is not edited yet.
        if (!year.Happens(0.25) || _asked[request].FirstOrDefault(one => one.Who != who) is not { Who: not null } other) return;
        year.Count("two decide at once");
        await PressAsync(year, other.Who, other.Message, null);
    }

    /// <summary>Whoever may decide sees the buttons there; now and then their view is used by somebody who may not.</summary>
    private static async Task InTheChannelAsync(PlantYear year, FakeMessage message)
    {
        var allowed = (message.Card?["refresh"]?["userIds"] as JsonArray)?.Select(one => (string)one!).ToList() ?? [];
        if (year.AtWork.Where(one => allowed.Contains(one.Mri)).ToList() is not { Count: > 0 } some) return;
        var who = year.Pick(some);
        await year.Teams.Client.RefreshAsync(who, message);
        if (Offered(message, who).FirstOrDefault(one => one.Verb() is "change.approve" or "change.agree") is { } approve && year.Happens(0.5))
        {
            year.Count("somebody approves who may not");
            await year.PressAsync(year.Pick([.. year.AtWork.Where(one => !allowed.Contains(one.Mri))]), message, approve, asSeenBy: who);
        }
        else await PressAsync(year, who, message, null);
    }

    private static async Task PressAsync(PlantYear year, FakePerson who, FakeMessage message, string? verb)
    {
        var offered = verb is null ? Offered(message, who).ToList() : [.. message.ButtonsFor(who).Where(one => one.Verb() == verb)];
        if (who.HasLeft || offered.Count == 0) return;
        var drawn = year.Chance.Next(offered.Sum(Weight));
        var chosen = offered.First(one => (drawn -= Weight(one)) < 0);
        for (var times = year.Happens(0.05) ? 2 : 1; times > 0; times--) await year.PressAsync(who, message, chosen);
        year.Count($"presses of {chosen.Verb()}");
        if (chosen.Verb() is "change.approve" or "change.approve-if" or "change.agree" && year.Happens(0.6))
            year.Plan(TimeSpan.FromMinutes(year.Chance.Next(15, 1500)), "the ERP brings what was agreed", () => ImportPlans.BringAsync(year));
    }

    private static IEnumerable<JsonObject> Offered(FakeMessage message, FakePerson who) => message.ButtonsFor(who).Where(one => Decides.ContainsKey(one.Verb()));

    private static int Weight(JsonObject button) => Decides.GetValueOrDefault(button.Verb(), 1);

    /// <summary>Within its time, by day if there is one in it; now and then a little late.</summary>
    private static DateTimeOffset Before(PlantYear year, string request)
    {
        var ends = year.Store.Read($"SELECT expires_at FROM changes WHERE number = {request} AND expires_at IS NOT NULL", row => new DateTimeOffset(row.GetInt64(0), TimeSpan.Zero)).DefaultIfEmpty(year.Now.AddHours(4)).First();
        var left = ends - year.Now < TimeSpan.FromDays(2) ? ends - year.Now : TimeSpan.FromDays(2);
        var at = year.Now + (left * year.Chance.NextDouble() * 1.05);
        return year.Calendar.Local(at).Hour is >= 6 and < 20 ? at : year.Now + (left * 0.02);
    }
}

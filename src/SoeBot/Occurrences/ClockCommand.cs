using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Plants;
using SoeBot.Store.Effects;
using SoeBot.Teams.Auth;
using SoeBot.Words;

namespace SoeBot.Occurrences;

/// <summary>"clock next", "clock 2026-11-25 13:00": local trial mode only. What falls due on the way happens on the way, in order.</summary>
internal sealed partial class ClockCommand(ClockMover mover, PlantClock clock, PlantProfiles plants, IOptions<BotOptions> bot) : ISlice
{
    public void Register(SliceRegistry registry)
    {
        if (bot.Value.IsLocalTrial) registry.Commands.Add("trial.clock", ClockLine(), "clock next", MoveAsync);
    }

    private async Task<Effect> MoveAsync(Turn turn, Match words, CancellationToken ct)
    {
        var plant = plants.Get(turn.Plant);
        var asked = words.Groups["to"].Value.Trim();
        var target = asked.Length == 0 ? clock.Now(plant.Id)
            : asked.Equals("next", StringComparison.OrdinalIgnoreCase) ? await mover.NextAsync(plant, ct)
            : DateTime.TryParseExact(asked, ["yyyy-MM-dd HH:mm", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
                ? plant.Calendar.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local)) : null;
        if (target is not { } instant) return turn.Answer(SayCard.Of("Say clock next, or a time of the plant: clock 2026-11-25 13:00."));
        if (instant < turn.Now && asked.Length > 0)
            return turn.Answer(SayCard.Of($"The clock goes forward only. It is {DayWords.Moment(turn.Now, plant.Calendar)} in {plant.Name}."));
        await mover.MoveToAsync(plant, instant, ct);
        return turn.Answer(SayCard.Of($"It is {DayWords.Moment(clock.Now(plant.Id), plant.Calendar)} in {plant.Name} now."));
    }

    [GeneratedRegex(@"^\s*clock\b\s*(?:to\s+)?(?<to>.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex ClockLine();
}

using System.Text.RegularExpressions;
using SoeBot.Commands;
using SoeBot.People;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Teams.Routing;

namespace SoeBot.Health;

/// <summary>The health of the process by typed line, by button and every Friday.</summary>
internal sealed partial class HealthSlice(HealthCards cards, WeekNotes notes, Rights rights) : ISlice
{
    public void Register(SliceRegistry registry)
    {
        cards.Register(registry.Cards);
        notes.Register(registry.Occurrences);
        registry.Commands.Add("health.level", LevelLine(), "maturity", (turn, _, ct) => ShowAsync(turn, "level:0", ct));
        registry.Commands.Add("health.show", Line(), "health", (turn, _, ct) => ShowAsync(turn, "meetings:0", ct));
        registry.Presses.OnReading(HealthVerbs.Page, async (press, ct) => PressAnswer.Show(await cards.DrawAsync(press.Plant, press.Input.Text("r") ?? "", ct)));
    }

    private async Task<Effect> ShowAsync(Turn turn, string about, CancellationToken ct) =>
        await rights.HasAnyAsync(turn.Plant, turn.By, ct)
            ? turn.Answer(new CardRef(HealthCard.Source, about))
            : turn.Refuse(await rights.WhoCanAsync(turn.Plant, "see the health of the process", ct));

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^\W*(?:(?:show|what|is|our|the)\s+)*maturity(?:\s+level)?\W*$", Options)]
    internal static partial Regex LevelLine();

    [GeneratedRegex(@"^\W*(?:(?:show|how|is|our|the|of)\s+)*(?:process\s+health|health(?:\s+of\s+(?:the\s+)?(?:process|meetings?))?|decision\s+metrics)\W*$", Options)]
    internal static partial Regex Line();
}

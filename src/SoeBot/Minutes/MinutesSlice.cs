using System.Text.RegularExpressions;
using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Domain.Minutes;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Effects;
using SoeBot.Store.Minutes;
using SoeBot.Store.Outbox;
using SoeBot.Teams.Routing;
using SoeBot.Words;

namespace SoeBot.Minutes;

/// <summary>Minutes of closed meetings: as a card, as text, as a page to print.</summary>
internal sealed partial class MinutesSlice(MinutesStore store, MinutesCards cards, MinutesLinks links, Rights rights, PlantProfiles plants) : ISlice
{
    private const string Gone = "These minutes are not known any more.";
    private const string None = "No meeting was closed yet, so there are no minutes.";

    public void Register(SliceRegistry registry)
    {
        cards.Register(registry.Cards);
        var commands = registry.Commands;
        commands.Add("minutes.revoke", RevokeLine(), "minutes revoke", RevokeTypedAsync);
        commands.Add("minutes.list", ListLine(), "past minutes", (turn, _, ct) => ReadAsync(turn, () => Task.FromResult(turn.Answer(new CardRef(MinutesListCard.Source, ""))), ct));
        commands.Add("minutes.show", Line(), "minutes of 2 Dec", ShowAsync);
        var presses = registry.Presses;
        presses.OnReading(MinutesVerbs.Page, (press, ct) => OnAsync(press, (view, skip) => MinutesCard.DrawPage(view, skip), ct));
        presses.OnReading(MinutesVerbs.Text, (press, ct) => OnAsync(press, (view, skip) => MinutesTextCard.Draw(view, skip), ct));
        presses.OnReading(MinutesVerbs.List, async (press, ct) => PressAnswer.Show(await cards.ListAsync(press.Plant, Paging.Split(press.Input.Text("r")).Skip, null, ct)));
        presses.OnReading(MinutesVerbs.Open, OpenAsync);
        presses.OnUnkept(MinutesVerbs.Link, async (press, ct) => await OfAsync(press, ct) is { } minutes ? await links.MakeAsync(press, minutes, ct) : PressAnswer.Say(Gone));
        presses.On(MinutesVerbs.Revoke, async (press, ct) => await OfAsync(press, ct) is { } minutes
            ? PressAnswer.Say((await links.RevokeAsync(minutes, press.By, press.Now, _ => Effect.None, ct)).Words) : PressAnswer.Say(Gone));
    }

    /// <summary>Whoever has no role in the plant reads what is posted, and nothing of the past.</summary>
    private async Task<Effect> ReadAsync(Turn turn, Func<Task<Effect>> read, CancellationToken ct) =>
        await rights.HasAnyAsync(turn.Plant, turn.By, ct) ? await read() : turn.Refuse(await rights.WhoCanAsync(turn.Plant, "read minutes", ct));

    private Task<Effect> ShowAsync(Turn turn, Match words, CancellationToken ct) => ReadAsync(turn, async () =>
    {
        var (minutes, asked) = await MeantAsync(turn, words, ct);
        return minutes is null
            ? turn.Answer(asked is { } day ? new CardRef(MinutesListCard.Source, $"No meeting was closed on {DayWords.Of(day, plants.Get(turn.Plant).Calendar.DayOf(turn.Now))}.") : SayCard.Of(None))
            : turn.Answer(new CardRef(MinutesCard.Source, minutes.Meeting.ToString()));
    }, ct);

    private async Task<Effect> RevokeTypedAsync(Turn turn, Match words, CancellationToken ct)
    {
        if ((await MeantAsync(turn, words, ct)).Minutes is not { } minutes) return turn.Refuse(None);
        var (said, committed) = await links.RevokeAsync(minutes, turn.By, turn.Now, answer => turn.Answer(SayCard.Of(answer)), ct);
        return committed ? Effect.None : turn.Refuse(said);
    }

    /// <summary>The minutes of the day that the line names, else the newest.</summary>
    private async Task<(MeetingMinutes? Minutes, DateOnly? Asked)> MeantAsync(Turn turn, Match words, CancellationToken ct)
    {
        var calendar = plants.Get(turn.Plant).Calendar;
        var today = calendar.DayOf(turn.Now);
        var asked = words.Groups["day"].Success && DayReading.In(words.Groups["day"].Value, today, calendar) is { } found ? Past(found.Day, today) : (DateOnly?)null;
        return (await store.LastAsync(turn.Plant, asked, ct), asked);
    }

    /// <summary>Days are read as those to come; minutes are of days gone by.</summary>
    private static DateOnly Past(DateOnly day, DateOnly today) => day <= today ? day : day.DayNumber - today.DayNumber <= 7 ? day.AddDays(-7) : day.AddYears(-1);

    private async Task<PressAnswer> OnAsync(Press press, Func<MinutesView, int, Teams.Cards.Card> draw, CancellationToken ct) =>
        await OfAsync(press, ct) is { } minutes ? PressAnswer.Show(draw(await cards.ViewAsync(minutes, ct), Paging.Split(press.Input.Text("r")).Skip)) : PressAnswer.Say(Gone);

    private async Task<PressAnswer> OpenAsync(Press press, CancellationToken ct) =>
        await cards.FindAsync(press.Plant, press.Input.Text("in_minutes") ?? "", ct) is { } minutes ? PressAnswer.Show(MinutesCard.Draw(await cards.ViewAsync(minutes, ct))) : PressAnswer.Say("Choose one of the list.");

    private Task<MeetingMinutes?> OfAsync(Press press, CancellationToken ct) => cards.FindAsync(press.Plant, Paging.Split(press.Input.Text("r")).Of, ct);

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^\W*(?:revoke\s+(?:the\s+)?minutes(?:\s+links?)?|minutes\s+revoke)(?:\s+of\s+(?<day>\S.*?))?\W*$", Options)]
    internal static partial Regex RevokeLine();

    [GeneratedRegex(@"^\W*(?:show\s+)?(?:all|past|older|old|last\s+\d+|list\s+of)\s+minutes\W*$", Options)]
    internal static partial Regex ListLine();

    // Text and link are buttons of the same card.
    [GeneratedRegex(@"^\W*(?:(?:show|the|last|please)\s+)*minutes(?:\s+(?:as\s+)?(?:text|markdown|file|print|links?))?(?:\s+(?:of|from|for|on)\s+(?:the\s+)?(?<day>\S.*?))?\W*$", Options)]
    internal static partial Regex Line();
}

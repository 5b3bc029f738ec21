using System.Globalization;
using System.Text.RegularExpressions;
using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Domain.People;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Effects;
using SoeBot.Store.Inbox;
using SoeBot.Store.Outbox;
using SoeBot.Teams.Cards;
using SoeBot.Teams.Routing;

namespace SoeBot.Channel.Parked;

/// <summary>Typed "parked": what failed too often, for administrators alone, who may have it tried again or dropped.</summary>
internal sealed partial class ParkedSlice(InboxStore inbox, Rights rights, PersonFinder finder, PlantProfiles plants) : ISlice
{
    public const string Source = "parked", TryAgain = "parked.retry", Drop = "parked.drop";

    public void Register(SliceRegistry registry)
    {
        registry.Commands.Add("channel.parked", Line(), "parked", ListAsync);
        registry.Cards.Add(Source, (request, ct) => DrawAsync(plants.Get(request.Plant), request.About, ct));
        registry.Presses.On(TryAgain, (press, ct) => PressedAsync(press, TryAgain, inbox.TryAgainAsync, ct));
        registry.Presses.On(Drop, (press, ct) => PressedAsync(press, Drop, inbox.DropAsync, ct));
    }

    private async Task<Effect> ListAsync(Turn turn, Match words, CancellationToken ct) =>
        turn.Answer(await RefusalAsync(turn.Origin, ct) is { } refused ? SayCard.Of(refused) : new CardRef(Source, turn.Tenant));

    private async Task<PressAnswer> PressedAsync(Press press, string verb, Func<long, Effect, CancellationToken, Task<bool>> change, CancellationToken ct)
    {
        if (await RefusalAsync(press.Origin, ct) is { } refused) return PressAnswer.Say(refused);
        if (press.Input.Text("in_which") is not { } which || !long.TryParse(which, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return PressAnswer.Say("Choose one of them first.");
        // Another tenant's messages are none of this person's business.
        if ((await OfTenantAsync(press.Tenant, ct)).Any(one => one.Parked.Id == id))
            await change(id, new Effect { Audit = [new AuditLine(press.Plant, press.Now, press.By, verb, ParkedWords.ErrorId(id))] }, ct);
        return PressAnswer.Show((await DrawAsync(plants.Get(press.Plant), press.Tenant, ct))!);
    }

    private async Task<string?> RefusalAsync(Origin origin, CancellationToken ct) => await rights.HasAsync(origin.Plant, origin.By, Role.Administrator, ct)
        ? null : $"Parked messages are looked after by {string.Join(" or ", await finder.NamesAsync(origin.Plant, Role.Administrator, ct))}.";

    private async Task<Card?> DrawAsync(PlantProfile plant, string tenant, CancellationToken ct) => ParkedCard.Draw(plant.Id, [
        .. (await OfTenantAsync(tenant, ct)).Select(one => new ParkedItem(
            one.Parked.Id, plant.Calendar.Local(one.Parked.ReceivedAt).ToString("ddd d MMM HH:mm", CultureInfo.InvariantCulture),
            ParkedWords.What(one.Activity), ParkedWords.Where(one.Activity), ParkedWords.Why(one.Parked)))]);

    private async Task<IReadOnlyList<(ParkedMessage Parked, Teams.Activities.Activity? Activity)>> OfTenantAsync(string tenant, CancellationToken ct) =>
        [.. (await inbox.ParkedAsync(ct)).Select(one => (one, ParkedWords.Activity(one))).Where(one => string.Equals(one.Item2?.TenantId ?? tenant, tenant, StringComparison.OrdinalIgnoreCase))];

    [GeneratedRegex(@"^\s*parked(?:\s+messages)?\s*\??\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Line();
}

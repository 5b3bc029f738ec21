using System.Security.Cryptography;
using SoeBot.Domain.Minutes;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Pages;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Effects;
using SoeBot.Store.Minutes;
using SoeBot.Teams.Cards;
using SoeBot.Teams.Routing;

namespace SoeBot.Minutes;

/// <summary>Makes and revokes the addresses of printable minutes. An address is told once, to who made it, and kept as its hash only.</summary>
internal sealed class MinutesLinks(MinutesStore store, Rights rights, PersonFinder people, PageAddress address, PlantProfiles plants)
{
    private static readonly Role[] May = [Role.Lead, Role.Coordinator, Role.PlantManager, Role.Administrator];

    /// <summary>Null when this person may, else the words that say who may.</summary>
    public async Task<string?> RefusalAsync(MeetingMinutes minutes, PersonKey by, CancellationToken ct)
    {
        if (minutes.Chair == by) return null;
        foreach (var role in May)
            if (await rights.HasAsync(minutes.Plant, by, role, ct)) return null;
        return $"Only the chair of the meeting or {string.Join(" or ", await people.NamesAsync(minutes.Plant, Role.Lead, ct))} can give its minutes a public link.";
    }

    public async Task<PressAnswer> MakeAsync(Press press, MeetingMinutes minutes, CancellationToken ct)
    {
        if (await RefusalAsync(minutes, press.By, ct) is { } refused) return PressAnswer.Say(refused);
        var link = MinutesLink.Write(RandomNumberGenerator.GetBytes(MinutesLink.Bytes));
        await store.AddLinkAsync(minutes.Plant, minutes.Meeting, MinutesLink.Hash(link), press.By, press.Now, new Effect { Audit = [Line(minutes, press.By, press.Now, MinutesVerbs.Link, "made")] }, ct);
        return PressAnswer.Show(Draw(minutes, link));
    }

    /// <summary>What is said of it.</summary>
    /// <param name="with">The effect that goes with the change: the answer to a typed line.</param>
    public async Task<(string Words, bool Committed)> RevokeAsync(MeetingMinutes minutes, PersonKey by, DateTimeOffset now, Func<string, Effect> with, CancellationToken ct)
    {
        if (await RefusalAsync(minutes, by, ct) is { } refused) return (refused, false);
        var revoked = await store.RevokeLinksAsync(minutes.Meeting, by, now, count => with(Said(count)) with { Audit = [Line(minutes, by, now, MinutesVerbs.Revoke, $"{count} revoked")] }, ct);
        return revoked == 0 ? ("These minutes have no link that works.", false) : (Said(revoked), true);
    }

    private static string Said(int count) => $"{(count == 1 ? "The link" : $"All {count} links")} of these minutes stopped working.";

    private Card Draw(MeetingMinutes minutes, string link)
    {
        var plant = plants.Get(minutes.Plant);
        var page = address.Of($"/minutes/{link}");
        var title = $"{plant.Name}: link to print the minutes of {PlanWords.Day(minutes.Day)}";
        return new Card
        {
            Summary = title,
            Body =
            [
                TextBlock.Heading(title),
                new TextBlock("Whoever has this link can read the minutes, without customers and amounts of money. I show it only now: copy it."),
                new TextBlock(page.AbsoluteUri) { Weight = TextWeight.Bolder },
                .. address.IsPublic ? [] : (CardElement[])[TextBlock.Subtle("This address works on the bot's own machine. An administrator sets Pages:Address for all others.")],
            ],
            Actions =
            [
                new OpenUrlAction("Open the page", page),
                new ExecuteAction("Revoke all links", MinutesVerbs.Revoke, new { p = plant.Id.Value, r = minutes.Meeting.ToString(), v = minutes.PlanVersion ?? 1 }) { AssociatedInputs = AssociatedInputs.None },
            ],
        };
    }

    private static AuditLine Line(MeetingMinutes minutes, PersonKey by, DateTimeOffset now, string what, string detail) =>
        new(minutes.Plant, now, by, what, minutes.Day.ToString("yyyy-MM-dd", null), detail, minutes.PlanVersion);
}

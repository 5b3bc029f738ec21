using System.Security.Cryptography;
using SoeBot.Domain.Minutes;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Pages;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Effects;
using SoeBot.Store.Plants;
using SoeBot.Teams.Routing;

namespace SoeBot.Sheet;

/// <summary>Makes and revokes the address of a plant's meeting sheet: one at a time, told once to who made it, and kept as its hash only.</summary>
internal sealed class SheetLinks(PlantStore notes, Rights rights, PersonFinder people, PageAddress address, PlantProfiles plants)
{
    public const string Note = "sheet-link";

    private static readonly Role[] May = [Role.Lead, Role.Coordinator, Role.PlantManager, Role.Administrator];

    public async Task<bool> MayAsync(PlantId plant, PersonKey by, CancellationToken ct)
    {
        foreach (var role in May)
            if (await rights.HasAsync(plant, by, role, ct)) return true;
        return false;
    }

    public async Task<bool> WorksAsync(PlantId plant, CancellationToken ct) => await notes.GetNoteAsync(plant, Note, ct) is { Length: > 0 };

    public async Task<PressAnswer> MakeAsync(Press press, CancellationToken ct)
    {
        if (await RefusalAsync(press, ct) is { } refused) return PressAnswer.Say(refused);
        var link = MinutesLink.Write(RandomNumberGenerator.GetBytes(MinutesLink.Bytes));
        await notes.SetNoteAsync(press.Plant, Note, MinutesLink.Hash(link), new Effect { Audit = [Line(press, SheetVerbs.Link, "made")] }, ct);
        return PressAnswer.Show(SheetCard.DrawLink(plants.Get(press.Plant), address.Of($"/meeting-sheet/{press.Plant.Value}/{link}"), address.IsPublic));
    }

    public async Task<PressAnswer> RevokeAsync(Press press, CancellationToken ct)
    {
        if (await RefusalAsync(press, ct) is { } refused) return PressAnswer.Say(refused);
        if (!await WorksAsync(press.Plant, ct)) return PressAnswer.Say("The meeting sheet has no link that works.");
        await notes.SetNoteAsync(press.Plant, Note, "", new Effect { Audit = [Line(press, SheetVerbs.Revoke, "revoked")] }, ct);
        return PressAnswer.Say("The link of the meeting sheet stopped working.");
    }

    private async Task<string?> RefusalAsync(Press press, CancellationToken ct) => await MayAsync(press.Plant, press.By, ct) ? null
        : $"Only {string.Join(" or ", await people.NamesAsync(press.Plant, Role.Lead, ct))} can give the meeting sheet a public link.";

    private static AuditLine Line(Press press, string what, string detail) => new(press.Plant, press.Now, press.By, what, "", detail, null);
}

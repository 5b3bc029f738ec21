using SoeBot.Cards;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Effects;
using SoeBot.Store.People;
using SoeBot.Teams.Cards;
using SoeBot.Teams.Routing;

namespace SoeBot.People.Setup;

/// <summary>The card of functions, holders and deputies: drawn for administrators, saved by administrators.</summary>
internal sealed class SetUpRoles(PeopleStore people, DeputyStore deputies, AbsenceStore absences, PersonFinder finder, Rights rights, RoleWords words, PlantProfiles plants, PlantClock clock)
{
    /// <summary>Without these the week does not work: who plans, buys, speaks for the customer, decides, leads, and gives roles.</summary>
    private static readonly Role[] Needed = [Role.Planning, Role.Procurement, Role.CustomerService, Role.PlantManager, Role.Lead, Role.Administrator];

    /// <summary>Who decides needs somebody for the days away: nothing is approved by silence.</summary>
    private static readonly Role[] NeedDeputy = [Role.PlantManager, Role.Lead];

    /// <summary>On installation: null when there is nothing to ask for.</summary>
    public async Task<Card?> OnInstallAsync(CardRequest request, CancellationToken ct) =>
        await ViewAsync(request.Plant, null, null, false, ct) is { Missing: > 0 } view ? SetupCard.Draw(view) : null;

    public async Task<Card> DrawAsync(PlantId plant, CancellationToken ct) => SetupCard.Draw(await ViewAsync(plant, null, null, false, ct));

    public async Task<string?> RefusalAsync(PlantId plant, PersonKey by, CancellationToken ct) =>
        await rights.HasAsync(plant, by, Role.Administrator, ct) ? null : $"Roles are given by {string.Join(" or ", await finder.NamesAsync(plant, Role.Administrator, ct))}.";

    public async Task<PressAnswer> SaveAsync(Press press, CancellationToken ct)
    {
        if (await RefusalAsync(press.Plant, press.By, ct) is { } refused) return PressAnswer.Say(refused);
        var (role, holder, deputy, problem) = await ReadAsync(press, ct);
        problem ??= holder is null && deputy is null ? "Choose who does it, or who is deputy."
            : holder is not null && holder.Key == deputy?.Key ? "Nobody is their own deputy. Choose two persons." : null;
        if (role is not { } known || problem is not null) return await ShowAsync(press.Plant, role, problem ?? "Choose the function.", true, ct);
        var (added, set) = await deputies.AppointAsync(press.Plant, known, holder?.Key, deputy?.Key, (byHolder, byDeputy) => new Effect
        {
            Audit =
            [
                .. byHolder ? [Line(press, "role.grant", holder!, known)] : Array.Empty<AuditLine>(),
                .. byDeputy ? [Line(press, "role.deputy", deputy!, known)] : Array.Empty<AuditLine>(),
            ],
        }, ct);
        string[] said = [.. added ? [$"{holder!.Name} is {Roles.Words(known)} now."] : Array.Empty<string>(), .. set ? [$"{deputy!.Name} is deputy of {Roles.Words(known)} now."] : Array.Empty<string>()];
        return await ShowAsync(press.Plant, null, said.Length > 0 ? string.Join(' ', said) : "That was so before.", false, ct);
    }

    public async Task<PressAnswer> RemoveAsync(Press press, CancellationToken ct)
    {
        if (await RefusalAsync(press.Plant, press.By, ct) is { } refused) return PressAnswer.Say(refused);
        var (role, holder, deputy, problem) = await ReadAsync(press, ct);
        problem ??= holder is null && deputy is null ? "Choose from whom it is taken." : null;
        if (role is not { } known || problem is not null) return await ShowAsync(press.Plant, role, problem ?? "Choose the function.", true, ct);
        var said = new List<string>();
        if (holder is not null)
        {
            said.Add(await people.RevokeAsync(press.Plant, holder.Key, known, new() { Audit = [Line(press, "role.revoke", holder, known)] }, ct) switch
            {
                RevokeOutcome.Revoked => $"{holder.Name} is no longer {Roles.Words(known)}.",
                RevokeOutcome.NotHeld => $"{holder.Name} was not {Roles.Words(known)}.",
                RevokeOutcome.LastAdministrator => "This is the only administrator. Name another one first.",
                RevokeOutcome.LastWhoDecides => Roles.LastWords(holder.Name, known),
            });
        }
        if (deputy is not null)
        {
            said.Add(await deputies.ClearAsync(press.Plant, known, deputy.Key, new() { Audit = [Line(press, "role.deputy-revoke", deputy, known)] }, ct) switch
            {
                RevokeOutcome.Revoked => $"{deputy.Name} is no longer deputy of {Roles.Words(known)}.",
                RevokeOutcome.LastWhoDecides or RevokeOutcome.LastAdministrator => Roles.LastWords(deputy.Name, known),
                RevokeOutcome.NotHeld => $"{deputy.Name} was not deputy of {Roles.Words(known)}.",
            });
        }
        return await ShowAsync(press.Plant, known, string.Join(' ', said), false, ct);
    }

    private async Task<(Role? Role, Person? Holder, Person? Deputy, string? Problem)> ReadAsync(Press press, CancellationToken ct)
    {
        Role? role = Enum.TryParse<Role>(press.Input.Text("in_role"), out var read) && Enum.IsDefined(read) ? read : null;
        var (picked, second) = (press.Input.Text("in_holder"), press.Input.Text("in_deputy"));
        var holder = picked is null ? null : await finder.PickedAsync(press, picked, ct);
        var deputy = second is null ? null : await finder.PickedAsync(press, second, ct);
        var problem = (picked is not null && holder is null) || (second is not null && deputy is null) ? "I do not know the person you chose. Let them write to me once."
            : holder is { IsGuest: true } || deputy is { IsGuest: true } ? "Guests get no function: they see no customers and no money." : null;
        return (role, holder, deputy, problem);
    }

    private async Task<PressAnswer> ShowAsync(PlantId plant, Role? chosen, string note, bool isProblem, CancellationToken ct) =>
        PressAnswer.Show(SetupCard.Draw(await ViewAsync(plant, chosen, note, isProblem, ct)));

    private async Task<SetupView> ViewAsync(PlantId plant, Role? chosen, string? note, bool isProblem, CancellationToken ct)
    {
        var profile = plants.Get(plant);
        var today = profile.Calendar.DayOf(clock.Now(plant));
        var staff = await absences.StaffingAsync(plant, today, ct);
        var names = await words.NamesAsync(staff, ct);
        var rows = Enum.GetValues<Role>().Select(role => new SetupRow(role, words.Holders(staff, role, names, today), words.Deputy(staff, role, names, today), Missing(staff, role))).ToList();
        return new(plant.Value, profile.Name, rows, chosen ?? rows.Find(row => row.Missing is not null)?.Role ?? Role.Planning, await finder.LikelyAsync(plant, ct), note, isProblem, finder.HasDirectory);
    }

    private static string? Missing(Staffing staff, Role role)
    {
        var holders = staff.HoldersOf(role).ToList();
        if (Needed.Contains(role) && holders.Count == 0) return "Name somebody";
        if (holders.Count > 0 && holders.TrueForAll(staff.IsGone)) return "Not there any more: name somebody else";
        return NeedDeputy.Contains(role) && (!staff.Deputies.TryGetValue(role, out var deputy) || staff.IsGone(deputy)) ? "Name a deputy" : null;
    }

    private static AuditLine Line(Press press, string what, Person person, Role role) => new(press.Plant, press.Now, press.By, what, person.Key.ObjectId, Roles.Words(role));
}

using System.Text.RegularExpressions;
using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Domain.Fences;
using SoeBot.Domain.People;
using SoeBot.Plants;
using SoeBot.Store.Effects;
using SoeBot.Store.People;
using SoeBot.Words;

namespace SoeBot.People;

/// <summary>"who decides": who approves what in which zone today, with who stands in (R20 to R23).</summary>
internal sealed partial class WhoDecides(AbsenceStore absences, RoleWords words, PlantProfiles plants) : ISlice
{
    public void Register(SliceRegistry registry) => registry.Commands.Add("role.decides", Line(), "who decides", TellAsync);

    private async Task<Effect> TellAsync(Turn turn, Match line, CancellationToken ct)
    {
        var plant = plants.Get(turn.Plant);
        var today = plant.Calendar.DayOf(turn.Now);
        var staff = await absences.StaffingAsync(turn.Plant, today, ct);
        var names = await words.NamesAsync(staff, ct);
        var frozen = FenceRules.FrozenWeek(today, plant.Calendar);
        var firm = FenceRules.FirmWeek(frozen, plant.Calendar);
        Role[] functions = [Role.Planning, Role.Procurement, Role.CustomerService];
        return turn.Answer(SayCard.Of(
            $"""
            Who decides in {plant.Name}
            Frozen, until {DayWords.Of(frozen.End, today)}: {Who(Role.PlantManager)}
            Firm, until {DayWords.Of(firm.End, today)}: each function that is concerned: {string.Join("; ", functions.Select(role => $"{Roles.Words(role)} {Who(role)}"))}
            Later: recorded, nobody is asked
            The agenda and third dates: {Who(Role.Lead)}
            Roles: {Who(Role.Administrator)}
            """));

        string Who(Role role)
        {
            var holders = words.Holders(staff, role, names, today) is { Length: > 0 } list ? list : "nobody";
            var acting = staff.Acting(role, today, AbsenceScope.Approvals).Where(person => staff.ActsAs(person, role, today) && !staff.HoldersOf(role).Contains(person)).ToList();
            return acting.Count == 0 ? holders : $"{holders}, today {string.Join(" or ", acting.Select(person => names.TryGetValue(person, out var known) ? known.Name : "the deputy"))}";
        }
    }

    [GeneratedRegex(@"^\s*(?:who\s+(?:decides|approves|may\s+approve)|rules)\b.{0,60}$", RegexOptions.IgnoreCase)]
    private static partial Regex Line();
}

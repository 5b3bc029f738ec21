using System.Text.RegularExpressions;
using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Plants;
using SoeBot.Store.Effects;
using SoeBot.Store.People;

namespace SoeBot.People.Absences;

/// <summary>Who is away when and who covers: "away 13-17 Jan, Petra covers", "back", "absences".</summary>
internal sealed partial class AbsenceSlice(EnterAbsence enter, EndAbsence end, WelcomeBack back, AbsenceCards cards, AbsenceStore absences, PeopleStore people, Rights rights, PlantProfiles plants) : ISlice
{
    private const int Most = 20;

    public void Register(SliceRegistry registry)
    {
        cards.Register(registry.Cards);
        registry.Cards.Add(WelcomeBack.Source, back.DrawAsync);
        registry.Occurrences.Add(WelcomeBack.Kind, null, back.SendAsync);
        registry.Commands.Add("absence.list", ListLine(), "absences", ListAsync);
        registry.Commands.Add("absence.back", BackLine(), "back", end.BackAsync);
        registry.Commands.Add("absence.enter", AwayLine(), "away 13-17 Jan, Petra covers", enter.FillFormAsync);
        registry.Presses.On(AbsenceVerbs.Save, enter.SaveAsync);
        registry.Presses.On(AbsenceVerbs.End, end.EndAsync);
    }

    private async Task<Effect> ListAsync(Turn turn, Match words, CancellationToken ct)
    {
        if (!await rights.HasAnyAsync(turn.Plant, turn.By, ct)) return turn.Refuse(await rights.WhoCanAsync(turn.Plant, "see who is away", ct));
        var plant = plants.Get(turn.Plant);
        var today = plant.Calendar.DayOf(turn.Now);
        var found = await absences.FromAsync(turn.Plant, today, ct);
        if (found.Count == 0) return turn.Answer(SayCard.Of($"Nobody is away in {plant.Name}, as far as I was told.\nEnter it by typing: away 13-17 Jan, Petra covers"));
        var names = await people.NamesAsync([.. found.Select(one => one.Person).Concat(found.Select(one => one.Deputy).OfType<Domain.People.PersonKey>()).Distinct()], ct);
        var lines = found.Take(Most).Select(one => $"{Name(one.Person)}: {AbsenceWords.Days(one.From, one.LastDay, today)}, {(one.Deputy is { } deputy ? $"{Name(deputy)} covers{(one.Scope == Domain.People.AbsenceScope.Approvals ? " approvals" : "")}" : "no deputy named")}");
        return turn.Answer(SayCard.Of($"Away in {plant.Name}\n{string.Join('\n', lines)}{(found.Count > Most ? $"\nand {found.Count - Most} more" : "")}"));

        string Name(Domain.People.PersonKey person) => names.TryGetValue(person, out var known) && known.Name.Length > 0 ? known.Name : "somebody";
    }

    private const string Who = @"(?<who>(?!(?:who|i|i['’]m)\b)@?[\p{L}][\p{L}\s.'-]{0,60}?)\s+(?:is|will\s+be)\s+";
    private const string Myself = @"i\s+am\s+|i['’]m\s+|i\s+will\s+be\s+|i['’]ll\s+be\s+";

    [GeneratedRegex(@"^\s*(?:absences|who\s+is\s+(?:away|absent|out)|ausencias|abwesenheiten|absences\s+de\s+l['’]équipe|nieobecności)\s*\??\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex ListLine();

    [GeneratedRegex("^\\s*(?:" + Who + "|" + Myself + ")?back(?:\\s+(?:now|again|today|at\\s+work))*\\s*[.!]?\\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex BackLine();

    [GeneratedRegex("^\\s*(?:" + Who + "|" + Myself + ")?(?:away|out\\s+of\\s+(?:the\\s+)?office|on\\s+(?:leave|holiday|vacation)|ausente|abwesend|absent|nieobecn[ya])\\b:?(?<rest>.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex AwayLine();
}
